"""Policies of any number of drawn rules, in Sceau's language and in that of `floors/rules.lua`.

SPDX-License-Identifier: MIT
"""

import datetime
import random
import shutil

from paths import BUILT

SEED = 1000
RULES_IN_A_FILE = 100

REGIME = """-- Un régime tiré au hasard, pour mesurer.
regime "synthetique" {
  titre         = "Synthétique",
  du            = jour "2020-07-08",
  date_de_choix = "depot",
  source        = "Tirage",
}

niveaux {
  { a_partir_de = 0, nom = "normale" },
}
"""

# Per kind of criterion: what it runs on, then its fields in Sceau's language and in plain Lua.
KINDS = [
    (
        None,
        "exige  = collectivite.nature ~= {nature}",
        "demands = function(dossier) return dossier.collectivite.nature ~= {nature} end",
    ),
    (
        "expertises",
        "exige  = nombre(expertise.references) >= {count}",
        "demands = function(_, expertise) return #expertise.references >= {count} end",
    ),
    (
        None,
        "si     = dossier.nature_demande == {request},\n"
        '  exige  = dossier.depose_le >= jour "{day}"',
        "applies = function(dossier) return dossier.nature_demande == {request} end,\n"
        "      demands = function(dossier) return dossier.depose_le >= {day_number} end",
    ),
    (
        "expertises",
        "exige  = existe(expertise.experts, {{ statut = {status} }})",
        "demands = function(_, expertise)\n"
        "        for _, expert in ipairs(expertise.experts) do\n"
        "          if expert.statut == {status} then return true end\n"
        "        end\n"
        "      end",
    ),
    (
        "demandes",
        "exige  = demande.origine ~= {origin}",
        "demands = function(_, request) return request.origine ~= {origin} end",
    ),
]


def _values(draw):
    day = datetime.date(2020, 7, 8) + datetime.timedelta(days=draw.randrange(1300))
    return {
        "nature": draw.choice(['"region"', '"petr"', '"metropole"', '"entreprise"', '"gip"']),
        "count": draw.randrange(1, 4),
        "request": draw.choice(['"premiere"', '"renouvellement"', '"extension"']),
        "day": day.isoformat(),
        "day_number": day.strftime("%Y%m%d"),
        "status": draw.choice(['"agent"', '"elu"', '"autre"']),
        "origin": draw.choice(['"ambassade"', '"afd"', '"ministere"', '"etat_etranger"']),
    }


def _rules(count):
    """Per rule, its text in Sceau's language and in plain Lua."""
    draw = random.Random(SEED)
    for number in range(1, count + 1):
        scope, ours, plain = KINDS[number % len(KINDS)]
        values, effect = _values(draw), draw.choice(["examen", "piece", "refus"])
        fields = f'id = "SYN-{number:04d}", effect = "{effect}"'
        on = f', on = "{scope}"' if scope else ""
        yield (
            f'critere "SYN-{number:04d}" {{\n'
            f'  titre  = "Règle {number}",\n'
            f'  source = "Tirage",\n'
            f"  {ours.format(**values)},\n"
            f'  sinon  = {effect} "La règle {number} n’est pas satisfaite.",\n'
            "}\n",
            f"    {{\n      {fields}{on},\n      {plain.format(**values)},\n    }},\n",
        )


def policies(count):
    """A policies folder of so many criteria, and the same in the file that the C floor reads."""
    folder = BUILT / f"synthetic-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    regime = folder / "synthetique"
    regime.mkdir(parents=True)
    (regime / "regime.lua").write_text(REGIME, encoding="utf-8")
    rules = list(_rules(count))
    for first in range(0, count, RULES_IN_A_FILE):
        texts = [ours for ours, _ in rules[first : first + RULES_IN_A_FILE]]
        path = regime / f"regles-{first // RULES_IN_A_FILE + 1:03d}.lua"
        path.write_text("\n".join(texts), encoding="utf-8")
    plain = BUILT / f"synthetic-{count}.lua"
    bodies = "".join(text for _, text in rules)
    plain.write_text(f"return {{\n  criteria = {{\n{bodies}  }},\n  priorities = {{}},\n}}\n")
    return folder, plain
