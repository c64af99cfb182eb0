#!/usr/bin/env python3
"""Validates examples and verdicts against the shipped schemas with python's jsonschema."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema

root = pathlib.Path(__file__).resolve().parent.parent
sceau = str(pathlib.Path(sys.argv[1]).resolve())


def validator(name):
    schema = json.loads((root / "schemas" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


dossiers, verdicts = validator("dossier-1.json"), validator("avis-1.json")
counted = 0
for file in sorted((root / "examples").glob("*.json")):
    if file.name.endswith(".avis.json"):
        continue
    dossier = json.loads(file.read_text(encoding="utf-8-sig"))
    run = subprocess.run(
        [sceau, "evaluate", str(file), "--le", "2026-02-28", "--format", "json"],
        capture_output=True, text=True, cwd=root)
    if run.returncode == 65:
        assert not dossiers.is_valid(dossier) or file.name == "mauvais-siren.json", file.name
        continue
    assert run.returncode == 0, (file.name, run.returncode, run.stderr)
    dossiers.validate(dossier)
    verdicts.validate(json.loads(run.stdout))
    counted += 1
assert counted >= 12, counted


REGIME = """regime "r" {
  titre = "R", du = jour "2020-01-01", date_de_choix = "depot", source = "S",
}
local annees = 3
niveaux { { a_partir_de = 0, nom = "basse" }, { a_partir_de = 5, nom = "haute" } }
champ "complements.x" { titre = "X", type = "texte" }
critere "C-01" { titre = "Taille", source = "S", exige = collectivite.population <= 10,
  sinon = refus "Trop grande." }
priorite "P-01" { titre = "Outre-mer", source = "S", si = collectivite.outre_mer, points = 5,
  motif = "M" }
validite "V-01" { titre = "Label", source = "S", debut = decision.date,
  fin = debut + ans(annees) - jours(1), arrondi = "dernier_jour" }
signalement "S-01" { titre = "Siren", source = "S", si = not renseigne(collectivite.siren),
  message = "M" }
"""


def report(name, *arguments, statuses=(0, 65), le=True, cwd=root):
    """A document of a report, valid under its schema."""
    day = ["--le", "2026-02-28"] if le else []
    run = subprocess.run(
        [sceau, *arguments, *day, "--format", "json"], capture_output=True, text=True, cwd=cwd)
    assert run.returncode in statuses, (arguments, run.returncode, run.stderr)
    document = json.loads(run.stdout)
    assert document["schema"] == f"sceau/{name}/1", document["schema"]
    validator(f"{name}-1.json").validate(document)
    return document


for name in ("mongolie-faible-presence", "deux-expertises", "renouvellement-avant-terme"):
    report("comparaison", "evaluate", f"examples/{name}.json", "--avec", "seuil_presence=1",
           "--avec", "duree_label=4", "--avec", "collectivite.siren=")
assert sum(len(group["dossiers"]) for group in report("classement", "rank", "examples")["classements"])
with tempfile.TemporaryDirectory() as place:
    shutil.copytree(root / "policies", f"{place}/avant")
    regime = pathlib.Path(place, "avant/expe-ct/regime.lua")
    text = regime.read_text(encoding="utf-8")
    assert "valeur = 10, source" in text
    regime.write_text(text.replace("valeur = 10, source", "valeur = 1, source"), encoding="utf-8")
    impact = report("impact", "impact", "--avant", f"{place}/avant", "--apres", "policies", "examples")
    assert impact["changements"]
    difference = report("difference", "diff", f"{place}/avant", "policies", le=False)
    assert difference["regles"] and difference["regles"][0]["temoin"]

    # A policy in which much changes: a renamed rule, levels, days, facts; and one that says nothing.
    def written(name, text):
        path = pathlib.Path(place, name, "r", "regime.lua")
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")

    written("un", REGIME)
    written("deux", REGIME.replace('"C-01"', '"C-02"').replace("<= 10", "<= 12")
            .replace("2020-01-01", "2020-02-01").replace('"haute"', '"forte"')
            .replace("texte", "entier").replace("points = 5", "points = 6")
            .replace("annees = 3", "annees = 4"))
    difference = report("difference", "diff", "un", "deux", le=False, cwd=place)
    for key in ("regimes", "niveaux", "faits_declares", "regles", "renommees_modifiees"):
        assert difference[key], key
    written("faux", REGIME.replace("collectivite.population", "colectivite.population"))
    checked = report("verification", "check", "--policies", "un", "--complet", le=False, cwd=place)
    assert [unread["nom"] for unread in checked["completude"]["jamais_lus"]] == ["complements.x"]
    assert report("verification", "check", "--policies", "faux", statuses=(1,), le=False,
                  cwd=place)["diagnostics"]

    # Few tests, so that something stays uncovered, and mutants live.
    cases = pathlib.Path(place, "un", "tests", "cas.lua")
    cases.parent.mkdir()
    cases.write_text("""cas "petite commune" {
  dossier = { numero = "1", depose_le = jour "2026-01-05",
    collectivite = { nom = "X", nature = "commune", population = 5, outre_mer = false } },
  le = jour "2026-02-28", attend = { avis = "favorable" },
}
""", encoding="utf-8")
    subprocess.run(
        [sceau, "test", "--policies", "un", "--coverage-json", "c.json", "--mutants-json",
         "m.json"], cwd=place, capture_output=True, check=False)
    for name, key in (("couverture", "regles"), ("mutants", "survivants")):
        document = json.loads(pathlib.Path(place, name[0] + ".json").read_text("utf-8"))
        validator(f"{name}-1.json").validate(document)
        assert document["schema"] == f"sceau/{name}/1" and document[key], name
    assert any(survivor["temoin"] for survivor in document["survivants"])
report("verification", "check", "--complet", le=False)
tests = report("tests", "test", le=False)
assert tests["reussis"] and not tests["echoues"]
for name in ("deux-expertises", "experts-exterieurs", "sans-experts", "service-etat",
             "tuvalu-sans-chiffre"):
    report("explication", "explain", f"examples/{name}.json", "--contrefactuel")
print(f"{counted} dossiers and verdicts are valid")
