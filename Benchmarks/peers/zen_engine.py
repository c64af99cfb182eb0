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


def decision(lines):
    """A compiled decision of three nodes: what comes in, the expressions, what goes out."""
    expressions_node = {
        "id": "rules",
        "name": "rules",
        "type": "expressionNode",
        "content": {
            "expressions": [{"id": key, "key": key, "value": value} for key, value in lines],
            "passThrough": False,
        },
    }
    graph = {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode"},
            expressions_node,
            {"id": "out", "name": "out", "type": "outputNode"},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "rules"},
            {"id": "b", "sourceId": "rules", "targetId": "out"},
        ],
    }
    return zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps(graph)))


rules = decision(expressions())
nothing = decision([("numero", "numero")])


def hand_over(line):
    return nothing.evaluate(line)["result"]


def short_line(line):
    return orjson.dumps(rules.evaluate(line)["result"]["ligne"])


if __name__ == "__main__":
    batch.run(short_line, hand_over)
