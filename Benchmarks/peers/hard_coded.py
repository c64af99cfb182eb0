"""The rules of `expe-ct` written out in Python, with orjson: what a script would do.

SPDX-License-Identifier: MIT
"""

import datetime

import batch
import orjson

import tables

COMMUNITIES = frozenset(
    "commune departement region statut_particulier collectivite_outre_mer communaute_communes "
    "communaute_agglomeration communaute_urbaine metropole etablissement_public_territorial "
    "syndicat_communes syndicat_mixte petr pole_metropolitain".split()
)
ASSOCIATIONS = frozenset(("association_collectivites", "association_thematique", "reseau"))
FOREIGN = "collectivite_etrangere"
PRIORITY_ORIGINS = frozenset(
    (FOREIGN, "ambassade", "afd", "expertise_france", "operateur_public", "ministere")
)
PRESENCE = tables.presence()
LEGAL_FORMS = {code: frozenset(natures) for code, natures in tables.legal_forms().items()}
PRESENCE_THRESHOLD = 10
MINIMUM_REFERENCES = 1
LABEL_YEARS = 3
REFUSAL, DOCUMENT, EXAMINATION = 3, 2, 1  # places in batch.BEST_TO_WORST


def filled(text):
    return text is not None and text.strip() != ""


def applicant(body, failed):
    """Who asks: `failed` receives the criteria that are not satisfied, with their effect."""
    nature = body["nature"]
    association = nature in ASSOCIATIONS
    if nature not in COMMUNITIES and not association and nature not in ("service_etat", FOREIGN):
        failed["ELIG-01"] = EXAMINATION
    if nature == "service_etat":
        failed["ELIG-02"] = REFUSAL
    if nature == FOREIGN:
        failed["ELIG-03"] = REFUSAL
    if association:
        if not filled(body.get("siren")) and not filled(body.get("rna")):
            failed["IDENT-02"] = DOCUMENT
    elif nature != FOREIGN and not filled(body.get("siren")):
        failed["IDENT-01"] = DOCUMENT
    if nature == "commune" and not filled(body.get("code_insee")):
        failed["IDENT-03"] = DOCUMENT
    natures = LEGAL_FORMS.get(body.get("categorie_juridique"))
    if natures is not None and nature not in natures:
        failed["IDENT-04"] = DOCUMENT


def whole(dossier, labels, failed):
    """What is asked of the dossier as a whole."""
    if not dossier["expertises"]:
        failed["EXP-01"] = DOCUMENT
    if any(request["origine"] == "etat_etranger" for request in dossier["demandes"]):
        failed["DEM-01"] = EXAMINATION
    if dossier["nature_demande"] == "extension":
        if not any(ours and current for _, ours, current, _ in labels):
            failed["LAB-03"] = DOCUMENT


def expertise(proposed, request, labels, failed):
    """What is asked of one expertise; the last day of the label to renew, if there is one."""
    domain = proposed["domaine"].strip(" ").lower()
    own = [label for label in labels if label[0] == domain]
    terms = [term for _, ours, current, term in own if ours and current]
    statuses = [expert["statut"] for expert in proposed["experts"]]
    if not filled(domain):
        failed["EXP-02"] = DOCUMENT
    if not filled(proposed["savoir_faire"]):
        failed["EXP-03"] = DOCUMENT
    if len(proposed["references"]) < MINIMUM_REFERENCES:
        failed["EXP-04"] = DOCUMENT
    if not statuses:
        failed["EXP-05"] = DOCUMENT
    elif "elu" not in statuses and "agent" not in statuses:
        failed["EXP-07"] = EXAMINATION
    if not filled(proposed["conditions"]):
        failed["EXP-06"] = DOCUMENT
    if any(current and not ours for _, ours, current, _ in own):
        failed["LAB-01"] = EXAMINATION
    if request == "renouvellement":
        if not own:
            failed["LAB-02"] = DOCUMENT
        return max(terms, default=None)
    if terms:
        failed["LAB-04"] = EXAMINATION
    return None


def points(dossier):
    requests = dossier["demandes"]
    total = 10 if "promotion" in dossier["objectifs"] else 0
    if any(PRESENCE[request["pays"]] <= PRESENCE_THRESHOLD for request in requests):
        total += 30
    if any(
        request["precise"] and request["urgente"] and request["origine"] in PRIORITY_ORIGINS
        for request in requests
    ):
        total += 40
    return total


def period(term):
    """The label's days: from the decision, or from the day after the term of the renewed one."""
    begin = datetime.date.fromisoformat(batch.DECISION)
    if term is not None and term >= batch.DECISION:
        begin = datetime.date.fromisoformat(term) + datetime.timedelta(days=1)
    try:
        anniversary = begin.replace(year=begin.year + LABEL_YEARS)
    except ValueError:
        anniversary = begin.replace(year=begin.year + LABEL_YEARS, day=28)
    return {"debut": str(begin), "fin": str(anniversary - datetime.timedelta(days=1))}


def short_line(line):
    dossier = orjson.loads(line)
    filed = dossier["depose_le"]
    labels = [
        (
            label["domaine"].strip(" ").lower(),
            label["regime"].strip(" ").lower() == "expe-ct",
            label["accorde_le"] <= filed <= label["expire_le"],
            label["expire_le"],
        )
        for label in dossier["labels"]
    ]
    common = {}
    applicant(dossier["collectivite"], common)
    whole(dossier, labels, common)
    failed, opinions, periods = dict(common), set(), []
    for proposed in dossier["expertises"]:
        own = dict(common)
        term = expertise(proposed, dossier["nature_demande"], labels, own)
        worst = max(own.values(), default=0)
        opinions.add(worst)
        periods.append(None if worst == REFUSAL else period(term))
        failed |= own
    if not opinions:
        opinions.add(max(common.values(), default=0))
    opinion = batch.BEST_TO_WORST[opinions.pop()] if len(opinions) == 1 else "partage"
    return orjson.dumps(
        {
            "numero": dossier["numero"],
            "avis": opinion,
            "points": points(dossier),
            "validites": periods,
            "non_satisfaites": sorted(failed),
        }
    )


if __name__ == "__main__":
    batch.run(short_line, orjson.loads)
