#!/usr/bin/env python3
"""Validates examples and verdicts against the shipped schemas with python's jsonschema."""
import json
import pathlib
import subprocess
import sys

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
print(f"{counted} dossiers and verdicts are valid")
