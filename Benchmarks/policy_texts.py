"""The texts of the rules of `expe-ct`, read from its files for the program that writes verdicts.

SPDX-License-Identifier: MIT
"""

import re
from pathlib import Path

from paths import POLICIES

CONSTRUCT = re.compile(
    r'^(?:critere|priorite|validite|signalement|calcul) "([A-Z]+-\d+)" {\n(.*?)^}', re.M | re.S
)
STRING = r'"((?:[^"\\]|\\.)*)"'
PLACEHOLDER = re.compile(r"{(?:[^{}]|{[^{}]*})*}")


def rules():
    """Per rule, in the policy's order: id, title, source, effect, and its sentence in pieces."""
    for folder in ("commun", "expe-ct"):
        for file in sorted((POLICIES / folder).glob("*.lua")):
            for name, body in CONSTRUCT.findall(file.read_text(encoding="utf-8")):
                effect, sentence = _sentence(body)
                yield name, _field(body, "titre"), _field(body, "source"), effect, sentence


def _field(body, name):
    return re.search(rf"^  {name} *= {STRING}", body, flags=re.M).group(1)


def _sentence(body):
    """What a criterion leads to, and what stands between the placeholders of the rule's text."""
    found = re.search(rf"^  (?:sinon|motif|message) *= (\w*) ?{STRING}", body, flags=re.M)
    if found is None:
        return "", []
    return found.group(1), PLACEHOLDER.split(found.group(2))


def write_lua(path):
    """Writes the texts as the Lua module that `floors/verdict_rules.lua` is given."""
    lines = ["return {"]
    for name, title, source, effect, pieces in rules():
        texts = ", ".join(f'"{piece}"' for piece in pieces)
        lines.append(f'  ["{name}"] = {{')
        lines.append(f'    title = "{title}",\n    source = "{source}",\n    effect = "{effect}",')
        lines.append(f"    pieces = {{ {texts} }},\n  }},")
    Path(path).write_text("\n".join([*lines, "}", ""]), encoding="utf-8")
