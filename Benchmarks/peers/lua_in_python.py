"""The rules of `floors/rules.lua` in Lua 5.4 inside Python (lupa), dossiers read by orjson.

SPDX-License-Identifier: MIT
"""

import datetime
from pathlib import Path

import batch
import orjson
from lupa import lua54

import tables

RULES = Path(__file__).resolve().parent.parent / "floors" / "rules.lua"
DAY = datetime.timedelta(days=1)

lua = lua54.LuaRuntime(unpack_returned_tuples=True)


def moved(days):
    """A function that moves a day, a text such as 2024-02-29, by so many days."""
    return lambda day: str(datetime.date.fromisoformat(day) + days)


def years_later(day, years):
    year = int(day[:4]) + years
    try:
        datetime.date(year, int(day[5:7]), int(day[8:]))
    except ValueError:
        return f"{year}-02-28"
    return f"{year}{day[4:]}"


def lua_tables():
    natures = {code: dict.fromkeys(names, True) for code, names in tables.legal_forms().items()}
    content = {"presence": tables.presence(), "formes_juridiques": natures}
    return lua.table_from(content, recursive=True)


def load(path, *arguments):
    return lua.compile(path.read_text(encoding="utf-8"))(*arguments)


host = lua.table_from(
    {
        "decision": batch.DECISION,
        "lower": str.lower,
        "next_day": moved(DAY),
        "previous_day": moved(-DAY),
        "years_later": years_later,
    }
)
evaluate = load(Path(__file__).with_name("driver.lua"), load(RULES, host, lua_tables()))


def hand_over(line):
    return lua.table_from(orjson.loads(line), recursive=True)


def short_line(line):
    dossier = orjson.loads(line)
    opinion, points, periods, failed = evaluate(lua.table_from(dossier, recursive=True))
    days = [period.split() for period in periods.split(",")[:-1]]
    return orjson.dumps(
        {
            "numero": dossier["numero"],
            "avis": opinion,
            "points": points,
            "validites": [{"debut": two[0], "fin": two[1]} if two else None for two in days],
            "non_satisfaites": failed.split(),
        }
    )


if __name__ == "__main__":
    batch.run(short_line, hand_over)
