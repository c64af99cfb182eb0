"""The criteria of `expe-ct` that Cedar can say, through cedarpy: the others are not faked.

Each criterion is a `forbid`; the policies that a refusal names are the criteria that fail. One
request for the dossier, one for each expertise and one for each request of a mission.

SPDX-License-Identifier: MIT
"""

import json
from pathlib import Path

import batch
import cedarpy
import orjson

import tables


def programme():
    """The policy's tables, as attributes of the resource that every rule sees."""
    forms = tables.legal_forms()
    pairs = [
        {"code": code, "nature": nature} for code, natures in forms.items() for nature in natures
    ]
    entity = {
        "uid": {"type": "Programme", "id": "expe-ct"},
        "attrs": {"codes": list(forms), "formes_juridiques": pairs},
        "parents": [],
    }
    return cedarpy.Entities.from_json_str(json.dumps([entity]))


policies = cedarpy.PolicySet.from_str(
    Path(__file__).with_name("rules.cedar").read_text(encoding="utf-8")
)
nothing = cedarpy.PolicySet.from_str("permit (principal, action, resource);")
entities = programme()


def request(action, facts):
    return {
        "principal": 'Demandeur::"un"',
        "action": f'Action::"{action}"',
        "resource": 'Programme::"expe-ct"',
        "context": facts,
    }


def requests(dossier):
    yield request("dossier", dossier["collectivite"] | {"expertises": dossier["expertises"]})
    for expertise in dossier["expertises"]:
        yield request("expertise", expertise)
    for one in dossier["demandes"]:
        yield request("demande", one)


def hand_over(line):
    return cedarpy.is_authorized_batch(list(requests(orjson.loads(line))), nothing, entities)


def short_line(line):
    dossier = orjson.loads(line)
    failed = set()
    for answer in cedarpy.is_authorized_batch(list(requests(dossier)), policies, entities):
        diagnostics = answer.diagnostics
        if diagnostics.errors:
            raise ValueError(diagnostics.errors)
        if not answer.allowed:
            failed.update(diagnostics.id_annotations_by_reason.values())
    return orjson.dumps({"numero": dossier["numero"], "non_satisfaites": sorted(failed)})


if __name__ == "__main__":
    batch.run(short_line, hand_over)
