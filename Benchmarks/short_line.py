"""The short line that every engine writes for a dossier, and how a verdict of Sceau becomes one.

    {"numero":"B-0000001","avis":"incomplet","points":40,
     "validites":[{"debut":"2024-02-29","fin":"2027-02-27"}],"non_satisfaites":["EXP-03"]}

`validites` has one place an expertise, null where no label is proposed. `non_satisfaites` names the
criteria that fail, on the dossier or on anything in it, each once, in any order. Other keys may
follow and are not compared.

SPDX-License-Identifier: MIT
"""

import collections
import json

KEYS = ("numero", "avis", "points", "validites")


def of_verdict(verdict):
    """The short line of a verdict `sceau/avis/1`."""
    periods = [expertise["validite"] for expertise in verdict["expertises"]]
    return {
        "numero": verdict["dossier"]["numero"],
        "avis": verdict["avis"],
        "points": verdict["priorite"]["points"],
        "validites": [p and {"debut": p["debut"], "fin": p["fin"]} for p in periods],
        "non_satisfaites": [
            rule["id"] for rule in criteria(verdict) if rule["resultat"] == "non_satisfaite"
        ],
    }


def criteria(verdict):
    """The results of the criteria of a verdict, on the dossier and on each expertise."""
    places = [verdict, *verdict["expertises"]]
    return [rule for place in places for rule in place["regles"] if rule["effet"] is not None]


def canonical(line, part=None):
    """One text for all spellings of a short line, whatever the order of the failed criteria."""
    outcome = json.loads(line)
    if "regles" in outcome:
        outcome = of_verdict(outcome)
    failed = set(outcome["non_satisfaites"])
    kept = {key: outcome[key] for key in (KEYS if part is None else ("numero",))}
    kept["non_satisfaites"] = sorted(failed if part is None else failed & set(part))
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def read(path, part=None):
    """The short lines of a file, canonical; a full verdict is reduced to its short line.

    With `part`, only the number and the failed criteria among those named: what an engine that
    does a part of the task can be compared by.
    """
    with open(path, "rb") as file:
        return [canonical(line, part) for line in file]


def coverage(path):
    """Per rule of the full verdicts in `path`, how many results of each kind there are."""
    counts = collections.defaultdict(collections.Counter)
    with open(path, "rb") as file:
        for line in file:
            verdict = json.loads(line)
            for place in (verdict, *verdict["expertises"], verdict["priorite"]):
                for rule in place["regles"]:
                    counts[rule["id"]][rule["resultat"]] += 1
    return dict(sorted(counts.items()))
