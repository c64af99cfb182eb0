"""Draws complete dossiers, one JSON object a line, the same for the same seed.

In some thousands of them every rule of `expe-ct` is satisfied, fails, and does not apply if it says
when it applies. Facts that the rules compare are always there, because no other engine here knows
unknowns; only what `renseigne` and `connu` ask for (SIREN, RNA, INSEE code, legal category) is
missing now and then.

SPDX-License-Identifier: MIT
"""

import argparse
import datetime
import hashlib
import json
import random
import sys
from pathlib import Path

import tables

SEED = 20200708
DECISION = datetime.date(2024, 2, 29)  # an anniversary that most years do not have
FIRST_FILING = datetime.date(2020, 7, 8)

# nature, weight, legal category, how its name begins
APPLICANTS = [
    ("commune", 18, "7210", "Commune de"),
    ("departement", 8, "7220", "Département de"),
    ("region", 6, "7230", "Région"),
    ("statut_particulier", 2, "7229", "Collectivité de"),
    ("collectivite_outre_mer", 2, "7225", "Collectivité d’outre-mer de"),
    ("communaute_communes", 12, "7346", "Communauté de communes de"),
    ("communaute_agglomeration", 8, "7348", "Communauté d’agglomération de"),
    ("communaute_urbaine", 6, "7343", "Communauté urbaine de"),
    ("metropole", 5, "7344", "Métropole de"),
    ("etablissement_public_territorial", 1, None, "Territoire de"),
    ("syndicat_communes", 4, "7353", "Syndicat des eaux de"),
    ("syndicat_mixte", 4, "7355", "Syndicat mixte de"),
    ("petr", 2, "7357", "Pays de"),
    ("pole_metropolitain", 1, "7340", "Pôle métropolitain de"),
    ("association_collectivites", 4, "9220", "Association des maires de"),
    ("association_thematique", 3, "9220", "Association pour l’eau de"),
    ("reseau", 3, "9260", "Réseau de"),
    ("etablissement_public", 2, "7361", "Centre d’action sociale de"),
    ("gip", 1, "7410", "Groupement d’intérêt public de"),
    ("entreprise", 3, "5710", "Ingénierie de"),
    ("fondation", 1, "9300", "Fondation de"),
    ("autre", 1, "9220", "Comité de"),
    ("service_etat", 2, "7120", "Service de l’État en"),
    ("collectivite_etrangere", 1, None, "Ville étrangère de"),
]
ASSOCIATIONS = {"association_collectivites", "association_thematique", "reseau"}
PLACES = [
    "Belle-Étape",
    "Val-Fleuri",
    "Trois-Rivières",
    "Haut-Moulin",
    "L’Île-aux-Joncs",
    "Grand-Pré",
]
DOMAINS = ["déchets", "eau", "énergie", "état civil", "mobilités", "patrimoine", "œuvres sociales"]
EXPERTISE_COUNTS = [(1, 70), (2, 22), (3, 6), (0, 2)]
REQUEST_COUNTS = [(0, 25), (1, 50), (2, 20), (3, 5)]
LABEL_REGIMES = [("expe-ct", 70), ("EXPE-CT", 10), (" Expe-CT ", 5), ("pact-3", 15)]
ORIGINS = [
    ("collectivite_etrangere", 40),
    ("ambassade", 12),
    ("afd", 6),
    ("expertise_france", 6),
    ("operateur_public", 6),
    ("ministere", 6),
    ("etat_etranger", 6),
    ("initiative_propre", 18),
]
WORDS = (
    "collecte réseau tarification formation quartier agents élus bassin captage compostage "
    "diagnostic comptage marché rural urbain partenaire mission appui suivi plan schéma gestion "
    "équipe usagers ingénierie maîtrise ouvrage déchèterie transport archives école hôpital "
    "atelier régie budget"
).split()


class Draw:
    """One generator of random dossiers; `scale` multiplies the texts and lists that weigh."""

    def __init__(self, seed, scale=1):
        self.random = random.Random(seed)
        self.scale = scale

    def dossier(self, number):
        """The dossier of this number, as the object that the schema describes."""
        filed = self.day(FIRST_FILING, DECISION)
        request = self.weighted([("premiere", 60), ("renouvellement", 25), ("extension", 15)])
        expertises = [self.expertise() for _ in range(self.weighted(EXPERTISE_COUNTS))]
        return {
            "schema": "sceau/dossier/1",
            "numero": f"B-{number:07d}",
            "depose_le": filed.isoformat(),
            "nature_demande": request,
            "objectifs": self.some(["promotion", "demande_etrangere", "faible_presence"], 0.5),
            "collectivite": self.applicant(),
            "expertises": expertises,
            "demandes": [self.request() for _ in range(self.weighted(REQUEST_COUNTS))],
            "partenariats": [self.partnership() for _ in range(self.random.randrange(4))],
            "labels": self.labels(filed, request, expertises),
            "pieces": [self.document() for _ in range(1 + self.random.randrange(3) * self.scale)],
        }

    def applicant(self):
        weights = [row[1] for row in APPLICANTS]
        nature, _, category, name = self.random.choices(APPLICANTS, weights)[0]
        facts = {"nom": f"{name} {self.random.choice(PLACES)}", "nature": nature}
        if nature not in ASSOCIATIONS and nature != "collectivite_etrangere" and self.chance(0.97):
            facts["siren"] = self.siren()
        if nature in ASSOCIATIONS:
            if self.chance(0.5):
                facts["siren"] = self.siren()
            if self.chance(0.8):
                facts["rna"] = f"W{self.random.randrange(10**9):09d}"
        if nature == "commune" and self.chance(0.95):
            facts["code_insee"] = f"59{self.random.randrange(1, 600):03d}"
        if category and self.chance(0.95):
            facts["categorie_juridique"] = category if self.chance(0.95) else "7343"
        facts["departement"] = "59"
        facts["region"] = "32"
        facts["outre_mer"] = nature == "collectivite_outre_mer"
        facts["population"] = self.random.randrange(500, 900_000)
        return facts

    def expertise(self):
        return {
            "intitule": self.sentence(5),
            "domaine": self.random.choice(DOMAINS) if self.chance(0.98) else "  ",
            "savoir_faire": self.text(40) if self.chance(0.97) else "",
            "references": [self.reference() for _ in range(self.count(0.96, 3))],
            "experts": [self.expert() for _ in range(self.count(0.97, 3))],
            "conditions": self.text(16) if self.chance(0.97) else " ",
        }

    def reference(self):
        return {
            "type": self.random.choice(["mission", "prix", "publication", "reseau", "reference"]),
            "intitule": self.sentence(7),
            "annee": self.random.randrange(2008, 2024),
            "pays": self.country(),
        }

    def expert(self):
        return {
            "statut": self.weighted([("agent", 55), ("elu", 25), ("autre", 20)]),
            "fonction": self.sentence(4),
            "langues": self.some(["fr", "en", "es", "ar", "pt"], 0.4),
            "jours_par_an": self.random.randrange(2, 40),
        }

    def request(self):
        received = self.day(FIRST_FILING, DECISION)
        return {
            "pays": self.country(),
            "origine": self.weighted(ORIGINS),
            "demandeur": self.sentence(4),
            "objet": self.text(14),
            "precise": self.chance(0.7),
            "urgente": self.chance(0.5),
            "recue_le": received.isoformat(),
            "reponse_attendue_le": self.later(received, 90).isoformat(),
            "mission_prevue_le": self.later(received, 365).isoformat(),
        }

    def partnership(self):
        return {
            "pays": self.country(),
            "depuis": self.random.randrange(1990, 2024),
            "actif": self.chance(0.7),
        }

    def document(self):
        day = self.day(FIRST_FILING, DECISION)
        return {
            "type": "deliberation",
            "date": day.isoformat(),
            "fichier": f"deliberation-{day:%Y%m%d}.pdf",
        }

    def labels(self, filed, request, expertises):
        """Labels held already: likely in the domain asked for when a renewal is."""
        labels = []
        for expertise in expertises:
            likely = {"renouvellement": 0.85, "extension": 0.2, "premiere": 0.1}[request]
            if self.chance(likely):
                labels.append(self.label(filed, expertise["domaine"]))
            if self.chance(likely / 8):
                labels.append(self.label(filed, expertise["domaine"]))
        if self.chance(0.8 if request == "extension" else 0.1):
            labels.append(self.label(filed, self.random.choice(DOMAINS)))
        return labels

    def label(self, filed, domain):
        term = filed + datetime.timedelta(days=self.random.randrange(-200, 1100))
        if self.chance(0.05):
            term = datetime.date(2028, 2, 28)  # renewed from 29 February on
        return {
            "regime": self.weighted(LABEL_REGIMES),
            "domaine": self.dressed(domain),
            "accorde_le": (term - datetime.timedelta(days=1095)).isoformat(),
            "expire_le": term.isoformat(),
        }

    def dressed(self, text):
        """The same domain in another case, or with spaces around it, now and then."""
        forms = [(text, 70), (text.upper(), 10), (text.capitalize(), 10), (f" {text} ", 10)]
        return self.weighted(forms)

    def siren(self):
        """A number of nine digits with the right check digit, of no body that we know."""
        digits = [0, 0, 0] + [self.random.randrange(10) for _ in range(5)]
        doubled = [d * 2 - 9 if d * 2 > 9 else d * 2 for d in digits[1::2]]
        check = -(sum(digits[0::2]) + sum(doubled)) % 10
        return "".join(map(str, digits)) + str(check)

    def country(self):
        return self.random.choice(COUNTRIES)

    def text(self, words):
        """A few sentences; some hold characters that JSON escapes."""
        text = self.sentence(words * self.scale)
        return f"« {text} »\n\t\"{self.sentence(3)}\" \\ fin" if self.chance(0.2) else text

    def sentence(self, words):
        return " ".join(self.random.choices(WORDS, k=words)).capitalize() + "."

    def count(self, present, most):
        """How many: none now and then, else one to `most`, times the scale."""
        return self.random.randint(1, most) * self.scale if self.chance(present) else 0

    def some(self, items, share):
        return [item for item in items if self.chance(share)]

    def day(self, first, last):
        return first + datetime.timedelta(days=self.random.randrange((last - first).days + 1))

    def later(self, day, most):
        return day + datetime.timedelta(days=self.random.randrange(1, most))

    def chance(self, share):
        return self.random.random() < share

    def weighted(self, pairs):
        values, weights = zip(*pairs)
        return self.random.choices(values, weights)[0]


COUNTRIES = sorted(tables.presence())


def fingerprint():
    """What the dossiers depend on: another text stands for other dossiers."""
    drawn_from = Path(__file__).read_bytes() + repr(COUNTRIES).encode()
    return hashlib.sha256(drawn_from).hexdigest()[:8]


def write(path, count, seed=SEED, scale=1):
    """Writes `count` dossiers to `path`; one line in twenty escapes everything beyond ASCII."""
    draw = Draw(seed, scale)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(1, count + 1):
            line = json.dumps(
                draw.dossier(number), ensure_ascii=draw.chance(0.05), separators=(",", ":")
            )
            file.write(line + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--scale", type=int, default=1)
    arguments = parser.parse_args()
    write(sys.stdout.fileno(), arguments.count, arguments.seed, arguments.scale)
