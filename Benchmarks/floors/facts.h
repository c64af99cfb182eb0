/* The facts of a dossier that the rules read, and no others.
   SPDX-License-Identifier: MIT */

#ifndef FACTS_H
#define FACTS_H

#include "days.h"
#include "text.h"

typedef struct {
    Text title, domain, know_how, conditions;
    int references;
    size_t first_expert, experts; /* their place in `Facts.statuses` */
} Expertise;

typedef struct {
    Text country, origin, requester;
    bool precise, urgent;
    Day answer_by, mission_on;
} Request;

typedef struct {
    Text regime, domain;
    Day granted, expires;
} Label;

/* A list that keeps its room from one dossier to the next. */
#define LIST(type) struct { type *items; size_t count, capacity; }

typedef struct {
    bool with_texts; /* also what only a full verdict prints; set once, before any reading */
    Text number; /* as it stands between its quotes */
    Day filed;
    Text request;
    Text name, nature, siren, rna, insee, category;
    LIST(Text) objectives;
    LIST(Expertise) expertises;
    LIST(Text) statuses;
    LIST(Request) requests;
    LIST(Label) labels;
    char *spare;
    size_t spare_capacity;
} Facts;

/* Reads one line; false when it is no JSON object of the expected shape. */
bool read_facts(Facts *facts, Text line);

#endif
