"""The data tables of the policy, read from its CSV files for the engines that are not Sceau.

SPDX-License-Identifier: MIT
"""

import csv
import json
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "policies" / "donnees"


def _rows(name):
    with open(DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def presence():
    """How many French cooperations each country counts; no row, no answer."""
    return {row["pays"]: int(row["nombre"]) for row in _rows("presence")}


def legal_forms():
    """Per legal category of INSEE, the natures that agree with it."""
    forms = {}
    for row in _rows("formes_juridiques"):
        forms.setdefault(row["code"], []).append(row["nature"])
    return forms


def write_lua(path):
    """Writes the tables as the Lua module that `floors/rules.lua` is given."""
    lines = ["return {", "  presence = {"]
    lines += [f"    {country} = {count}," for country, count in presence().items()]
    lines += ["  },", "  formes_juridiques = {"]
    for code, natures in legal_forms().items():
        members = ", ".join(f"{nature} = true" for nature in natures)
        lines.append(f'    ["{code}"] = {{ {members} }},')
    Path(path).write_text("\n".join(lines + ["  },", "}", ""]), encoding="utf-8")


def write_c(path):
    """Writes the tables as the C header that `floors/hard_coded.c` includes."""
    lines = ["static const struct { const char *country; int count; } PRESENCE[] = {"]
    lines += [f'    {{"{country}", {count}}},' for country, count in presence().items()]
    lines += ["};", "static const struct { const char *code, *nature; } LEGAL_FORMS[] = {"]
    for code, natures in legal_forms().items():
        lines += [f'    {{"{code}", "{nature}"}},' for nature in natures]
    Path(path).write_text("\n".join(lines + ["};", ""]), encoding="utf-8")


def as_json():
    """The tables as one JSON text, for engines that take their data so."""
    return json.dumps({"presence": presence(), "formes_juridiques": legal_forms()})
