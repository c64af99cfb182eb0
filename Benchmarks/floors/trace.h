/* What a rule read and missed while it ran, and how a verdict prints it.
   SPDX-License-Identifier: MIT */

#ifndef TRACE_H
#define TRACE_H

#include "facts.h"

/* Everything that a rule can read. Upper case in C, the same words in `verdict_rules.lua`. */
#define READINGS(X) \
    X(FILED) X(REQUEST) X(OBJECTIVES) X(EXPERTISES) X(LABELS) X(NATURE) X(NAME) X(SIREN) X(RNA) \
    X(INSEE) X(CATEGORY) X(TITLE) X(DOMAIN) X(KNOW_HOW) X(REFERENCES) X(EXPERTS) X(STATUS) \
    X(CONDITIONS) X(COUNTRY) X(ORIGIN) X(REQUESTER) X(PRECISE) X(URGENT) X(ANSWER_BY) \
    X(MISSION_ON) X(LABEL_REGIME) X(LABEL_DOMAIN) X(GRANTED) X(EXPIRES) X(FORM_CODE) \
    X(FORM_NATURE) X(PRESENCE_COUNT) X(PRESENCE_UNIT) X(PRESENCE_AS_OF) X(PRESENCE_INVENTED) \
    X(SUSPENDED_COUNTRY) X(SUSPENDED_SINCE)

#define READING(name) READ_##name,
typedef enum { READINGS(READING) READING_COUNT } Reading;

/* One thing read: of the dossier, of an item of a list, of an item of an item; from 1. */
typedef struct {
    Reading reading;
    int item, inner;
} Note;

typedef struct {
    Note *items;
    size_t count, capacity;
} Notes;

/* Adds a note unless it is there already. */
void add_note(Notes *notes, Note note);

/* Puts notes in the byte order of their paths. */
void sort_by_path(const Facts *facts, Notes *notes);

/* Writes the path of what was read: expertises[1].experts[2].statut. */
void put_path(Buffer *buffer, const Facts *facts, Note note);

/* Writes a JSON object of paths and values. */
void put_values(Buffer *buffer, const Facts *facts, const Notes *notes);

/* Writes a JSON list of paths. */
void put_paths(Buffer *buffer, const Facts *facts, const Notes *notes);

/* Writes a JSON text. */
void put_json_text(Buffer *buffer, Text text);

#endif
