"""The tables of RESULTS.md.

SPDX-License-Identifier: MIT
"""

import math

from engines import sceau_has
from paths import HERE

KINDS = {"satisfaite": "satisfied", "non_satisfaite": "fails", "sans_objet": "does not apply"}

HEAD = """# Results

Written by `run.py`; what was run and how is in [README.md](README.md). Below 15 % of difference only
instruction counts tell two programs apart.

**The peers run as Python packages. Their figures hold what their binding converts, dossier in and
outcome out: the column « handing over » tells how much of it is the way in. Say so wherever a ratio
is quoted.**
"""


def table(head, rows):
    """A table in Markdown; the first column holds words, the others numbers."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    lines += ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def number(value):
    """Three significant digits, thousands apart; a count stands whole."""
    if value is None:
        return "—"
    if isinstance(value, int) or abs(value) >= 100:
        return f"{value:,.0f}".replace(",", " ")
    digits = 2 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:.{digits}f}"


def cannot():
    """What `peers/README.md` says, one level down."""
    return "#" + (HERE / "peers" / "README.md").read_text(encoding="utf-8")


def machine(pairs):
    return "## Machine\n\n" + table(("", ""), pairs).replace("---:", "---")


def agreement(agreed, coverage):
    rows = [(name, number(count)) for name, count in agreed.items()]
    counted = [(rule, *(counts[kind] for kind in KINDS)) for rule, counts in coverage.items()]
    return (
        "## Agreement\n\nDossiers on which an engine gives the outcome that sceau gives: all of "
        "them, or nothing below would have been written. Full verdicts are the same bytes.\n\n"
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


def _floor(rows, full):
    """The cost of C with Lua among rows of an engine and its cost."""
    costs = [row[1] for row in rows if row[0].full == full and row[0].name.startswith("C + Lua")]
    return costs[0]


def _costs(rows, full):
    """The table of the engines that write short lines, or of those that write full verdicts."""
    chosen = [row for row in rows if row[0].full == full]
    ours, floor = chosen[0][1], _floor(rows, full)
    cells = [
        (engine.name, *map(number, (cost, handed, cost / ours, cost / floor, cold, peak)))
        for engine, cost, handed, cold, peak in chosen
    ]
    head = ("engine", "µs/dossier (CPU)", "handing over", "times sceau", "times C + Lua")
    return table((*head, "cold ms", "peak MiB"), cells)


def comparison(rows, empty, count):
    return (
        f"## Short lines\n\n{number(count)} dossiers, start-up taken out. {_short_path()} « Times "
        "sceau » is the cost in units of the first row; « handing over » is the part of it in which "
        "a Python engine reads the dossier and converts it, asked for nothing. Cold: one dossier, the whole process, "
        f"wall clock; an empty C process takes {number(empty)} ms.\n\n{_costs(rows, False)}\n"
        "## Full verdicts\n\nThe shipped policy, flags and calculs included, every value read, "
        "every sentence, fingerprints: both write the same bytes.\n\n" + _costs(rows, True)
    )


def instructions(rows):
    rows = list(rows)
    cells = [
        (engine.name, number(each), number(each / _floor(rows, engine.full)), number(one))
        for engine, each, one in rows
    ]
    head = ("engine", "a dossier", "times C + Lua", "start-up and one dossier")
    return (
        "## Instructions under callgrind\n\nThe floor of a row is C + Lua that writes the same: "
        "short lines or full verdicts.\n\n" + table(head, cells)
    )


def workers(rows, shared):
    cells = [
        (engine.name, number(alone), number(both), number(alone / both))
        for engine, alone, both in rows
    ]
    without = "" if sceau_has("--jobs") else "This build of sceau has no `--jobs` yet.\n\n"
    if shared:
        without += (
            "The machine was shared: two workers had no two cores, and the gain says nothing.\n\n"
        )
    head = ("engine", "one worker", "two workers", "gain")
    return f"## Two workers\n\nµs/dossier, wall clock.\n\n{without}" + table(head, cells)


def growth(rows):
    cells = [
        (engine.name, number(count), number(cost), number(peak))
        for count, engine, cost, peak in sorted(rows, key=lambda row: row[1].name)
    ]
    return "## Growth with the number of dossiers\n\nBeyond 10 000, one round.\n\n" + table(
        ("engine", "dossiers", "µs/dossier", "peak MiB"), cells
    )


def rules(rows):
    rows = sorted(rows, key=lambda row: row[1].name)
    cells = []
    for before, (count, engine, cost, cold) in zip([None, *rows], rows):
        follows = before is not None and before[1].name == engine.name
        further = (cost - before[2]) / (count - before[0]) if follows else None
        cells.append((engine.name, number(count), number(cost), number(further), number(cold)))
    head = ("engine", "rules", "µs/dossier", "µs a further rule", "cold ms")
    return (
        "## Growth with the number of rules\n\nDrawn criteria on the dossier, its expertises and "
        "its requests; both engines agree on every dossier. « A further rule » is what each rule "
        "beyond the row above adds.\n\n" + table(head, cells)
    )


def sizes(rows):
    cells = [
        (engine.name, number(size), number(cost), number(cost * 1000 / size))
        for size, engine, cost in sorted(rows, key=lambda row: row[1].name)
    ]
    head = ("engine", "bytes", "µs/dossier", "ns/byte")
    return "## Size of a dossier\n\n" + table(head, cells)


def analysis(rows):
    cells, last = [], None
    for count, check, diff in rows:
        row = [number(count)]
        for place, cost in enumerate((check, diff)):
            power = None
            if last:
                power = math.log(cost.cpu / last[1][place].cpu) / math.log(count / last[0])
            row += map(number, (cost.cpu, cost.regions, cost.found, power))
        cells.append(row)
        last = (count, (check, diff))
    columns = ("s (CPU)", "regions", "found", "growth")
    head = [f"{command} {word}" for command in ("check", "diff") for word in columns]
    return (
        "## Analysis\n\n`sceau check --complet`, and `sceau diff` of two versions of which one rule "
        "in ten differs: drawn policies of so many rules over as many facts of their own, one rule "
        "in five on the applicant's nature as well. The whole process. « Growth » is the power of "
        "the number of rules by which the CPU time grew since the row above: 1 where it is in "
        "proportion, 2 where it is as its square.\n\n"
        + table(("rules and facts", *head), cells)
    )
