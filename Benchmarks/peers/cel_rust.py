"""The rules of `expe-ct` in CEL: one expression, so that a dossier is handed over once.

SPDX-License-Identifier: MIT
"""

import re
from pathlib import Path

import batch
import cel
import orjson

import tables


def source():
    text = Path(__file__).with_name("rules.cel").read_text(encoding="utf-8")
    return re.sub(r"^//.*\n", "", text, flags=re.MULTILINE)


program = cel.compile(source())
context = cel.Context(
    variables={"presence": tables.presence(), "formes_juridiques": tables.legal_forms()},
    # CEL has neither: its hosts add them.
    functions={"lower": str.lower, "trim": str.strip},
)


nothing = cel.compile("numero")

# What the expression names of a dossier: the rest is not handed over.
NAMED = "numero depose_le nature_demande objectifs collectivite expertises demandes labels".split()


def update(line):
    dossier = orjson.loads(line)
    context.update({name: dossier[name] for name in NAMED})


def hand_over(line):
    update(line)
    return nothing.execute(context)


def short_line(line):
    update(line)
    outcome = program.execute(context)
    failed = outcome["non_satisfaites"]  # CEL cannot join lists of unknown number
    outcome["non_satisfaites"] = [rule for rules in failed for rule in rules]
    for period in outcome["validites"]:
        if period is not None:
            period["debut"] = period["debut"].date().isoformat()
            period["fin"] = period["fin"].date().isoformat()
    return orjson.dumps(outcome)


if __name__ == "__main__":
    batch.run(short_line, hand_over)
