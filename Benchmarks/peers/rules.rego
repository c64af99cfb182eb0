# The rules of `expe-ct` in Rego.
# SPDX-License-Identifier: MIT

package expe_ct

import rego.v1

decision := "2024-02-29"

communities := {
	"commune", "departement", "region", "statut_particulier", "collectivite_outre_mer",
	"communaute_communes", "communaute_agglomeration", "communaute_urbaine", "metropole",
	"etablissement_public_territorial", "syndicat_communes", "syndicat_mixte", "petr",
	"pole_metropolitain",
}

associations := {"association_collectivites", "association_thematique", "reseau"}

priority_origins := {
	"collectivite_etrangere", "ambassade", "afd", "expertise_france", "operateur_public", "ministere",
}

nature := input.collectivite.nature

filled(text) if trim_space(text) != ""

name(text) := lower(trim(text, " "))

# What a criterion that fails leads to.
effects := {
	"DEM-01": "examen", "ELIG-01": "examen", "ELIG-02": "refus", "ELIG-03": "refus",
	"EXP-01": "piece", "EXP-02": "piece", "EXP-03": "piece", "EXP-04": "piece", "EXP-05": "piece",
	"EXP-06": "piece", "EXP-07": "examen", "IDENT-01": "piece", "IDENT-02": "piece",
	"IDENT-03": "piece", "IDENT-04": "piece", "LAB-01": "examen", "LAB-02": "piece",
	"LAB-03": "piece", "LAB-04": "examen",
}

# The criteria on the dossier and its requests that fail.

common contains "DEM-01" if {
	some request in input.demandes
	request.origine == "etat_etranger"
}

common contains "ELIG-01" if {
	not nature in {"service_etat", "collectivite_etrangere"}
	not nature in communities
	not nature in associations
}

common contains "ELIG-02" if nature == "service_etat"

common contains "ELIG-03" if nature == "collectivite_etrangere"

common contains "EXP-01" if count(input.expertises) == 0

common contains "IDENT-01" if {
	not nature in associations
	nature != "collectivite_etrangere"
	not filled(input.collectivite.siren)
}

common contains "IDENT-02" if {
	nature in associations
	not filled(input.collectivite.siren)
	not filled(input.collectivite.rna)
}

common contains "IDENT-03" if {
	nature == "commune"
	not filled(input.collectivite.code_insee)
}

common contains "IDENT-04" if {
	natures := data.formes_juridiques[input.collectivite.categorie_juridique]
	not nature in natures
}

common contains "LAB-03" if {
	input.nature_demande == "extension"
	count(own_current) == 0
}

# The labels in force on the day of filing, by programme.

current contains label if {
	some label in input.labels
	label.accorde_le <= input.depose_le
	label.expire_le >= input.depose_le
}

own_current := {label | some label in current; name(label.regime) == "expe-ct"}

# The criteria on one expertise that fail.

failed[i] contains "EXP-02" if {
	some i, expertise in input.expertises
	not filled(expertise.domaine)
}

failed[i] contains "EXP-03" if {
	some i, expertise in input.expertises
	not filled(expertise.savoir_faire)
}

failed[i] contains "EXP-04" if {
	some i, expertise in input.expertises
	count(expertise.references) < 1
}

failed[i] contains "EXP-05" if {
	some i, expertise in input.expertises
	count(expertise.experts) == 0
}

failed[i] contains "EXP-06" if {
	some i, expertise in input.expertises
	not filled(expertise.conditions)
}

failed[i] contains "EXP-07" if {
	some i, expertise in input.expertises
	count(expertise.experts) >= 1
	count([1 | some expert in expertise.experts; expert.statut in {"elu", "agent"}]) == 0
}

failed[i] contains "LAB-01" if {
	some i, expertise in input.expertises
	some label in current
	name(label.regime) != "expe-ct"
	name(label.domaine) == name(expertise.domaine)
}

failed[i] contains "LAB-02" if {
	input.nature_demande == "renouvellement"
	some i, expertise in input.expertises
	domain := name(expertise.domaine)
	count([1 | some label in input.labels; name(label.domaine) == domain]) == 0
}

failed[i] contains "LAB-04" if {
	input.nature_demande != "renouvellement"
	some i, _ in input.expertises
	count(terms[i]) > 0
}

# The last days of the labels of the programme in force, in the domain of each expertise.
terms[i] := days if {
	some i, expertise in input.expertises
	domain := name(expertise.domaine)
	days := {label.expire_le | some label in own_current; name(label.domaine) == domain}
}

# Opinions.

opinion(rules) := "defavorable" if {
	some rule in rules
	effects[rule] == "refus"
} else := "incomplet" if {
	some rule in rules
	effects[rule] == "piece"
} else := "a_examiner" if {
	count(rules) > 0
} else := "favorable"

# Where no expertise fails anything, regorus leaves `failed` undefined instead of empty.
own(i) := failed[i] if {
	failed[i]
} else := set()

opinions := [opinion(common | own(i)) | some i, _ in input.expertises]

avis := opinion(common) if {
	count(opinions) == 0
} else := opinions[0] if {
	count({one | some one in opinions}) == 1
} else := "partage"

# Priority.

earned contains ["PRIO-01", 30] if {
	some request in input.demandes
	data.presence[request.pays] <= 10
}

earned contains ["PRIO-02", 40] if {
	some request in input.demandes
	request.precise
	request.urgente
	request.origine in priority_origins
}

earned contains ["PRIO-03", 10] if "promotion" in input.objectifs

# The label's days. regorus has no value for `time.add_date`: the years are added on the text.

period(begin) := {"debut": begin, "fin": day_before(anniversary)} if {
	year := to_number(substring(begin, 0, 4)) + 3
	day := substring(begin, 4, 6)
	anniversary := sprintf("%d%s", [year, last_day(year, day)])
}

last_day(year, day) := "-02-28" if {
	day == "-02-29"
	year % 4 != 0
} else := day

shifted(day, days) := sprintf("%d-%s-%s", [date[0], padded(date[1]), padded(date[2])]) if {
	start := time.parse_rfc3339_ns(sprintf("%sT00:00:00Z", [day]))
	date := time.date(start + days * 86400000000000)
}

padded(number) := sprintf("0%d", [number]) if number < 10

padded(number) := sprintf("%d", [number]) if number >= 10

day_before(day) := shifted(day, -1)

begin(i) := shifted(max(terms[i]), 1) if {
	input.nature_demande == "renouvellement"
	max(terms[i]) >= decision
} else := decision

validity(i) := null if {
	opinions[i] == "defavorable"
} else := period(begin(i))

short_line := {
	"numero": input.numero,
	"avis": avis,
	"points": sum([points | some [_, points] in earned]),
	"validites": [validity(i) | some i, _ in input.expertises],
	"non_satisfaites": common | {rule | some i, _ in input.expertises; some rule in own(i)},
}
