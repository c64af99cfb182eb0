"""The rules of `expe-ct` in GoRules' ZEN: one expression node, whose lines stand in `rules.zen`.

SPDX-License-Identifier: MIT
"""

import json
import re
from pathlib import Path

import batch
import orjson
import zen

import tables


def expressions():
    """The named expressions of `rules.zen`, and before them the policy's tables as literals."""
    yield "presence", json.dumps(tables.presence())
    yield "formes_juridiques", json.dumps(tables.legal_forms())
    text = Path(__file__).with_name("rules.zen").read_text(encoding="utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
    for block in text.strip().split("\n\n"):
        key, expression = block.split(":", 1)
        yield key, " ".join(expression.split())


def graph():
    """A decision of three nodes: what comes in, the expressions, what goes out."""
    lines = [{"id": key, "key": key, "value": expression} for key, expression in expressions()]
    return {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode"},
            {
                "id": "rules",
                "name": "rules",
                "type": "expressionNode",
                "content": {"expressions": lines, "passThrough": False},
            },
            {"id": "out", "name": "out", "type": "outputNode"},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "rules"},
            {"id": "b", "sourceId": "rules", "targetId": "out"},
        ],
    }


decision = zen.ZenEngine().create_decision(json.dumps(graph()))


def short_line(line):
    return orjson.dumps(decision.evaluate(line)["result"]["ligne"])


if __name__ == "__main__":
    batch.run(short_line)
