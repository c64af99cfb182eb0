#!/usr/bin/env python3
"""The same input gives the same bytes: in a hundred processes, and whatever surrounds them.

The inputs are the shipped policies with every example, and a policy that leans on what could differ
in Lua: the order of `pairs`, holes, tables and unknowns as keys, floats as texts. Nothing depends on
the clock: `--le` gives the day of decision. Without `--le`, and only then, it is today in Paris,
whatever TZ says.
"""
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
sceau = str(pathlib.Path(sys.argv[1]).resolve())
attacks = root / "Tests/PolicyEngineTests/Attacks"
PROCESSES = 100

SURROUNDINGS = [
    {}, {"LC_ALL": "C"}, {"LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8", "LANGUAGE": "fr"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, {"LC_NUMERIC": "de_DE.UTF-8"},
    {"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Los_Angeles"}, {"TZ": "nonsense"},
    {"NO_COLOR": "1", "TERM": "dumb"}, {"TERM": "xterm-256color", "COLUMNS": "20"},
    {"HOME": "/nonexistent"}, {"LUA_INIT": "error('x')", "LUA_PATH": "/tmp/?.lua"},
]


def digest(arguments, surroundings=None, cwd=root, text=None):
    """What a run gives: its status and a digest of all that it wrote."""
    environment = {"PATH": os.environ["PATH"]} | (surroundings or {})
    done = subprocess.run(
        [sceau, *arguments], capture_output=True, cwd=cwd, env=environment, input=text)
    assert done.returncode in (0, 1, 78), (arguments, done.returncode, done.stderr[:400])
    return done.returncode, hashlib.sha256(done.stdout + b"\0" + done.stderr).hexdigest()


def examples():
    """Every example that can be read, one line each."""
    paths = sorted((root / "examples").glob("*.json"))
    names = [p for p in paths if not p.name.endswith(".avis.json") and p.name != "mauvais-siren.json"]
    return [json.dumps(json.loads(path.read_text())).encode() for path in names]


def leaning(folder):
    """The policy that leans on what could differ, with its dossiers."""
    shutil.copytree(attacks / "ground/policies", folder / "policies")
    shutil.copy(attacks / "determinism.lua", folder / "policies/essai")
    return [(attacks / f"ground/dossiers/{name}.json").read_bytes().strip()
            for name in ("attaque", "voisin", "suite")]


def evaluate(policies, form="ndjson", source="-"):
    return ["evaluate", "--format", form, "--le", "2026-02-28", "--policies", str(policies), str(source)]


def changed(policies, folder):
    """The same policies with other points and effects."""
    shutil.copytree(policies, folder)
    for path in folder.rglob("*.lua"):
        path.write_text(path.read_text().replace("points = ", "points = 1 + ").replace("= refus ", "= examen "))
    return folder


def commands(policies, other, dossiers, regime):
    """Every way to look at a policy and its dossiers, which stand as files of a folder."""
    yield evaluate(policies)
    for form in ("json", "texte", "markdown", "csv"):
        yield evaluate(policies, form, dossiers)
    for dossier in sorted(dossiers.iterdir())[::10]:
        yield ["explain", "--contrefactuel", "--le", "2026-02-28", "--policies", str(policies), str(dossier)]
    yield ["rank", "--le", "2026-02-28", "--policies", str(policies), str(dossiers)]
    yield ["impact", "--le", "2026-02-28", "--avant", str(policies), "--apres", str(policies), str(dossiers)]
    yield ["diff", "--format", "json", str(policies), str(other)]
    yield ["check", "--policies", str(policies)]
    yield ["export-lua", "--policies", str(policies), regime]


def check_orders(policies, dossiers):
    """In any order, each dossier has its own verdict."""
    def verdicts(lines):
        done = subprocess.run(
            [sceau, *evaluate(policies)], input=b"\n".join(lines) + b"\n", capture_output=True)
        return done.stdout.split(b"\n")[:-1]

    expected = dict(zip(dossiers, verdicts(dossiers)))
    assert len(expected) == len(dossiers)
    generator = random.Random(4)
    for _ in range(20):
        order = generator.sample(dossiers, len(dossiers))
        assert verdicts(order) == [expected[line] for line in order]


def main():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        inputs = [
            (root / "policies", examples(), "expe-ct"),
            (folder / "policies", leaning(folder), "essai")]
        runs = 0
        for policies, dossiers, regime in inputs:
            text = b"\n".join(dossiers) + b"\n"
            outputs = {digest(evaluate(policies), text=text) for _ in range(PROCESSES)}
            assert len(outputs) == 1, (policies, len(outputs))
            runs += PROCESSES
            files = folder / f"dossiers-{regime}"
            files.mkdir()
            for number, line in enumerate(dossiers):
                (files / f"{number:03}.json").write_bytes(line)
            other = changed(policies, folder / f"autres-{regime}")
            for command in commands(policies, other, files, regime):
                reference = digest(command, text=text)
                for number, surroundings in enumerate(SURROUNDINGS):
                    cwd = (root, folder, pathlib.Path("/"))[number % 3]
                    assert digest(command, surroundings, cwd, text) == reference, (
                        command, surroundings, cwd)
                    runs += 1
            check_orders(policies, dossiers)
    print(f"determinism: {runs} processes, {len(SURROUNDINGS)} surroundings, the same bytes")


main()
