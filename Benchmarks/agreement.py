#!/usr/bin/env python3
"""No figure without agreement: every engine gives the same outcome on every dossier, or we stop.

Run by itself, it compares sceau with the C programs only, which needs no package of PyPI.

SPDX-License-Identifier: MIT
"""

import subprocess

import preparation
import short_line
from engines import all_engines, native
from paths import BUILT

ALONE = 2_000  # dossiers of a run by itself


def outcome_file(engine, file):
    """What an engine writes for a file of dossiers."""
    path = BUILT / "outcomes.ndjson"
    with open(path, "wb") as output:
        subprocess.run(engine.on(file), check=True, stdout=output)
    return path


def check(engines, file):
    """Compares every engine with the first; how many dossiers each agrees on, all or an exit."""
    first = outcome_file(engines[0], file)
    reference = {part: short_line.read(first, part) for part in {one.part for one in engines}}
    agreed = {}
    for engine in engines:
        outcomes = short_line.read(outcome_file(engine, file), engine.part)
        expected = reference[engine.part]
        if outcomes != expected:
            raise SystemExit(_difference(engine, expected, outcomes))
        agreed[engine.name] = len(outcomes)
    check_verdicts([engine for engine in engines if engine.full], file)
    return agreed


def check_verdicts(engines, file):
    """Compares full verdicts byte for byte."""
    expected = None
    for engine in engines:
        lines = outcome_file(engine, file).read_bytes().splitlines()
        expected = expected or lines
        if lines != expected:
            raise SystemExit(_difference(engine, expected, lines))


def _difference(engine, expected, outcomes):
    pairs = [pair for pair in zip(expected, outcomes) if pair[0] != pair[1]]
    example = pairs[0] if pairs else ("", "")
    return (
        f"{engine.name}: {len(pairs)} outcomes differ, {len(outcomes)} lines for {len(expected)}\n"
        f"  sceau: {example[0]}\n  other: {example[1]}"
    )


def main():
    preparation.programs()
    preparation.compared_policies()
    for name, count in check(native(all_engines()), preparation.dossier_file(ALONE)).items():
        print(f"{name}: {count} dossiers agree")


if __name__ == "__main__":
    main()
