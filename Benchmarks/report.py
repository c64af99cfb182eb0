"""The tables of RESULTS.md.

SPDX-License-Identifier: MIT
"""

import math

from engines import sceau_has

KINDS = {"satisfaite": "satisfied", "non_satisfaite": "fails", "sans_objet": "does not apply"}

HEAD = """# Results

Written by `make benchmark`; what was run and how is in [README.md](README.md). Below 15 % of
difference only instruction counts tell two programs apart.

**The peers run as Python packages. Their figures hold what their binding converts, dossier in and
outcome out: for CEL and lupa half or more of it. Say so wherever a ratio is quoted.**
"""

CANNOT = """## What a peer cannot say

Left out, worked around or given by the host, and never faked.

| engine | |
| --- | --- |
| all of them | unknowns: the dossiers are complete; explanations: the short line has none |
| Rego (regorus) | adding years to 29 February gives 1 March: the last day of the month is worked out on texts; regorus leaves a partial rule without members undefined, where the language has an empty object |
| GoRules ZEN | no order on texts: each day is parsed; 29 February + 3 years is « Invalid date »: it is stepped back first; no tables beside the input but decision tables: the policy's are literals |
| CEL (Rust) | no case folding, no trimming: two Python functions of the host; no name for a value in the package: lists of one; no joining of lists: the host does it; no calendar: years are added through `getFullYear` and texts |
| Cedar (cedarpy) | no quantifier over records, no blank texts, no numbers out: EXP-02, EXP-03, EXP-06, EXP-07, LAB-01 to LAB-04, points, days and opinion are left out, and the size of a set is only empty or not. It does a part of the task and is compared by that part |
| Lua in Python (lupa) | nothing: the rules file is that of the C floor; days and case folding are Python functions of the host |
"""


def table(head, rows):
    """A table in Markdown; the first column holds words, the others numbers."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def number(value):
    """Three significant digits, thousands apart; a count stands whole."""
    if isinstance(value, int) or abs(value) >= 100:
        return f"{value:,.0f}".replace(",", " ")
    digits = 2 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:.{digits}f}"


def machine(pairs):
    return "## Machine\n\n" + table(("", ""), pairs).replace("---:", "---")


def agreement(agreed, coverage):
    rows = [(name, number(count)) for name, count in agreed.items()]
    counted = [(rule, *(counts[kind] for kind in KINDS)) for rule, counts in coverage.items()]
    return (
        "## Agreement\n\nDossiers on which an engine gives the outcome that sceau gives: all of "
        "them, or nothing below would have been written.\n\n"
        + table(("engine", "dossiers"), rows)
        + "\nThe results of each rule over these dossiers:\n\n"
        + table(("rule", *KINDS.values()), counted)
    )


def _short_path():
    if sceau_has("--bref"):
        return "Every engine writes the short line."
    return (
        "Every engine writes the short line, except sceau: this build has no `--bref` yet. It "
        "writes full verdicts, with every value read and every sentence, which are reduced to "
        "short lines outside of the timing."
    )


def comparison(rows, empty, count):
    ours = rows[0][1]
    floor = next(cost for engine, cost, _, _ in rows if engine.name.startswith("C + Lua"))
    cells = [
        (engine.name, *map(number, (cost, cost / ours, cost / floor, cold, peak)))
        for engine, cost, cold, peak in rows
    ]
    head = ("engine", "µs/dossier (CPU)", "times sceau", "times C + Lua", "cold ms", "peak MiB")
    return (
        f"## Comparison\n\n{number(count)} dossiers, start-up taken out. {_short_path()} « Times "
        "sceau » is the cost in units of the first row. Cold: one dossier, the whole process, "
        f"wall clock; an empty C process takes {number(empty)} ms.\n\n" + table(head, cells)
    )


def instructions(rows):
    rows = list(rows)
    floor = next(each for engine, each, _ in rows if engine.name.startswith("C + Lua"))
    cells = [
        (engine.name, number(each), number(each / floor), number(one)) for engine, each, one in rows
    ]
    head = ("engine", "a dossier", "times C + Lua", "start-up and one dossier")
    return "## Instructions under callgrind\n\n" + table(head, cells)


def workers(rows):
    rows = list(rows)
    cells = [
        (engine.name, number(alone), number(both), number(alone / both))
        for engine, alone, both in rows
    ]
    without = "" if sceau_has("--jobs") else "This build of sceau has no `--jobs` yet.\n\n"
    head = ("engine", "one worker", "two workers", "gain")
    return f"## Two workers\n\nµs/dossier, wall clock.\n\n{without}" + table(head, cells)


def growth(rows):
    cells = [
        (engine.name, number(count), number(cost), number(peak))
        for count, engine, cost, peak in sorted(rows, key=lambda row: row[1].name)
    ]
    return "## Growth with the number of dossiers\n\n" + table(
        ("engine", "dossiers", "µs/dossier", "peak MiB"), cells
    )


def rules(rows):
    cells = [
        (engine.name, number(count), number(cost), number(cost / count), number(cold))
        for count, engine, cost, cold in sorted(rows, key=lambda row: row[1].name)
    ]
    head = ("engine", "rules", "µs/dossier", "µs/dossier and rule", "cold ms")
    return (
        "## Growth with the number of rules\n\nDrawn criteria on the dossier, its expertises and "
        "its requests; both engines agree on every dossier.\n\n" + table(head, cells)
    )


def sizes(rows):
    cells = [
        (engine.name, number(size), number(cost), number(cost * 1000 / size))
        for size, engine, cost in sorted(rows, key=lambda row: row[1].name)
    ]
    head = ("engine", "bytes", "µs/dossier", "ns/byte")
    return "## Size of a dossier\n\n" + table(head, cells)
