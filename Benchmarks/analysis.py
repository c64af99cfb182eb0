#!/usr/bin/env python3
"""What analysis costs: `check --complet` and `diff` on drawn policies of so many rules and facts.

Prints its table when it is run by itself, on the release build.

SPDX-License-Identifier: MIT
"""

import dataclasses
import json
import random
import shutil
import subprocess

import experiments
import measuring
import preparation
import report
from paths import BUILT, SCEAU

SEED = 2000
CHANGED = 10  # one rule in so many differs in the second version
NATURES = ["region", "petr", "metropole", "entreprise", "gip", "departement"]

REGIME = """-- Un régime tiré au hasard, pour mesurer.
regime "tirage" {
  titre = "Tirage", du = jour "2020-07-08", date_de_choix = "depot", source = "Tirage",
}

niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 50, nom = "haute" } }

validite "VAL-01" {
  titre = "Durée", source = "Tirage", debut = dossier.depose_le, fin = debut + jours(364),
}
"""


@dataclasses.dataclass(frozen=True)
class Cost:
    """What one command cost, and what it found."""

    cpu: float  # seconds
    regions: int
    found: int


def _facts(count):
    """A whole number, a Boolean and a choice in turn."""
    kinds = [
        'type = "entier"',
        'type = "booleen"',
        'type = "texte", valeurs = { "haut", "moyen", "bas" }',
    ]
    for number in range(count):
        kind = kinds[number % len(kinds)]
        yield f'champ "complements.fait_{number}" {{ titre = "Fait {number}", {kind} }}\n'


def _condition(number, draw, moved):
    """A condition on one fact; `moved` shifts where it turns."""
    fact = f"dossier.complements.fait_{number}"
    if number % 3 == 0:
        return f"{fact} >= {draw.randrange(1, 100) + (5 if moved else 0)}"
    if number % 3 == 1:
        return f"not {fact}" if moved else fact
    return f'{fact} ~= "{"bas" if moved else "haut"}"'


def _rule(number, count, draw, moved):
    """A rule on a fact of its own, on another one, and one time in five on the nature."""
    own = _condition(number - 1, draw, moved)
    other = _condition(draw.randrange(count), draw, False)
    joint = draw.choice([f"{own} or {other}", f"{own} and {other}", own])
    nature = draw.choice(NATURES)
    if number % 5 == 0:
        joint = f'({joint}) or collectivite.nature == "{nature}"'
    head = f'titre = "Règle {number}", source = "Tirage"'
    points, effect = draw.choice([10, 20, 30]), draw.choice(["examen", "piece", "refus"])
    if number % 4 == 0:
        return f'priorite "T-{number}" {{ {head}, si = {joint}, points = {points}, motif = "M" }}\n'
    return f'critere "T-{number}" {{ {head}, exige = {joint}, sinon = {effect} "Non." }}\n'


def policies(count):
    """Two versions of a policy of so many drawn rules over as many facts."""
    folders = []
    for version in ("avant", "apres"):
        folder = BUILT / f"analysis-{count}" / version
        shutil.rmtree(folder, ignore_errors=True)
        regime = folder / "tirage"
        regime.mkdir(parents=True)
        draw = random.Random(SEED)
        rules = [
            _rule(number, count, draw, version == "apres" and number % CHANGED == 1)
            for number in range(1, count + 1)
        ]
        (regime / "regime.lua").write_text(REGIME, encoding="utf-8")
        (regime / "faits.lua").write_text("".join(_facts(count)), encoding="utf-8")
        (regime / "regles.lua").write_text("\n".join(rules), encoding="utf-8")
        folders.append(folder)
    return folders


def _document(command):
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(output)


def costs(counts, rounds):
    """Per number of rules and facts: what `check --complet` costs, and `diff` of two versions."""
    for count in counts:
        before, after = policies(count)
        check = [SCEAU, "check", "--complet", "--format", "json", "--policies", before]
        diff = [SCEAU, "diff", before, after, "--format", "json"]
        complete, difference = _document(check)["completude"], _document(diff)
        checked, compared = measuring.in_turn([check, diff], rounds)
        yield (
            count,
            Cost(checked.cpu / 1e6, complete["regions_explorees"], len(complete["remarques"])),
            Cost(compared.cpu / 1e6, difference["regions_explorees"], len(difference["regles"])),
        )


def main():
    preparation.programs()
    print(report.analysis(costs(experiments.USUAL.analysed, experiments.USUAL.rounds)))


if __name__ == "__main__":
    main()
