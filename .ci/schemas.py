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
sceau = sys.argv[1]


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


def report(name, *arguments):
    """A document of a report, valid under its schema."""
    run = subprocess.run(
        [sceau, *arguments, "--le", "2026-02-28", "--format", "json"],
        capture_output=True, text=True, cwd=root)
    assert run.returncode in (0, 65), (arguments, run.returncode, run.stderr)
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
print(f"{counted} dossiers and verdicts are valid")
