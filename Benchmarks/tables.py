"""The data tables of the policy, read from its CSV files for the engines that are not Sceau.

SPDX-License-Identifier: MIT
"""

import csv
import json
import re
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
    """Writes the tables as the Lua module that the rules files of `floors` are given."""
    Path(path).write_text("return " + _lua(_for_lua()) + "\n", encoding="utf-8")


def write_c(path):
    """Writes the tables as the C header that the programs of `floors` include."""
    lines = [
        "typedef struct {",
        "    const char *country; int count; const char *unit, *as_of; bool invented;",
        "} Presence;",
        "static const Presence PRESENCE[] = {",
    ]
    for row in _rows("presence"):
        invented = "true" if row["exemple"] == "oui" else "false"
        texts = f'"{row["unite"]}", "{row["au"]}"'
        lines.append(f'    {{"{row["pays"]}", {row["nombre"]}, {texts}, {invented}}},')
    lines += ["};", "static const struct { const char *code, *nature; } LEGAL_FORMS[] = {"]
    for row in _rows("formes_juridiques"):
        lines.append(f'    {{"{row["code"]}", "{row["nature"]}"}},')
    lines += ["};", "static const struct { const char *country; int since; } SUSPENSIONS[] = {"]
    for row in _rows("suspensions"):
        lines.append(f'    {{"{row["pays"]}", {_day_number(row["suspendue_le"])}}},')
    Path(path).write_text("\n".join(lines + ["};", ""]), encoding="utf-8")


def as_json():
    """The tables as one JSON text, for engines that take their data so."""
    return json.dumps({"presence": presence(), "formes_juridiques": legal_forms()})


def _for_lua():
    return {
        "presence": presence(),
        "presence_rows": {
            row["pays"]: row | {"nombre": int(row["nombre"])} for row in _rows("presence")
        },
        "formes_juridiques": {
            code: dict.fromkeys(natures, True) for code, natures in legal_forms().items()
        },
        "formes_juridiques_rows": _rows("formes_juridiques"),
        "suspensions": _rows("suspensions"),
        "comites": _rows("comites"),
        "pma": _by_country("pma"),
        "pays_prioritaires": _by_country("pays_prioritaires"),
    }


def _by_country(name):
    """Per country, its rows."""
    countries = {}
    for row in _rows(name):
        countries.setdefault(row["pays"], []).append(row)
    return countries


def _day_number(day):
    """A day as the programs of `floors` hold it: 20240229."""
    return int(day.replace("-", ""))


def _lua(value):
    """A Lua constructor; days become numbers, an empty cell is left out."""
    if value is True:
        return "true"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "{" + ",".join(map(_lua, value)) + "}"
    if isinstance(value, dict):
        pairs = [(key, one) for key, one in value.items() if one != ""]
        return "{\n" + "".join(f'["{key}"]={_lua(one)},\n' for key, one in pairs) + "}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return str(_day_number(value))
    return json.dumps(value, ensure_ascii=False)
