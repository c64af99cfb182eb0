/* What a rule read and missed while it ran, and how a verdict prints it.
   SPDX-License-Identifier: MIT */

#include "trace.h"

#include "tables.h"

#include <stdlib.h>

void add_note(Notes *notes, Note note) {
    for (size_t i = 0; i < notes->count; i++)
        if (notes->items[i].reading == note.reading && notes->items[i].item == note.item
            && notes->items[i].inner == note.inner)
            return;
    notes->items = with_room(notes->items, &notes->capacity, notes->count + 1, sizeof note);
    notes->items[notes->count++] = note;
}

static void put_words(Buffer *buffer, const char *words) {
    put(buffer, (Text){words, strlen(words)});
}

static void put_index(Buffer *buffer, const char *list, int index) {
    put_words(buffer, list);
    put(buffer, TEXT("["));
    put_number(buffer, index);
    put(buffer, TEXT("]"));
}

/* Where each thing stands: the list it is an item of, if any, and its name there. */
static const struct { const char *list, *name; } PLACES[READING_COUNT] = {
    [READ_FILED] = {NULL, "depose_le"},
    [READ_REQUEST] = {NULL, "nature_demande"},
    [READ_OBJECTIVES] = {NULL, "objectifs"},
    [READ_EXPERTISES] = {NULL, "expertises"},
    [READ_LABELS] = {NULL, "labels"},
    [READ_NATURE] = {NULL, "collectivite.nature"},
    [READ_NAME] = {NULL, "collectivite.nom"},
    [READ_SIREN] = {NULL, "collectivite.siren"},
    [READ_RNA] = {NULL, "collectivite.rna"},
    [READ_INSEE] = {NULL, "collectivite.code_insee"},
    [READ_CATEGORY] = {NULL, "collectivite.categorie_juridique"},
    [READ_TITLE] = {"expertises", ".intitule"},
    [READ_DOMAIN] = {"expertises", ".domaine"},
    [READ_KNOW_HOW] = {"expertises", ".savoir_faire"},
    [READ_REFERENCES] = {"expertises", ".references"},
    [READ_EXPERTS] = {"expertises", ".experts"},
    [READ_STATUS] = {"expertises", ".experts"},
    [READ_CONDITIONS] = {"expertises", ".conditions"},
    [READ_COUNTRY] = {"demandes", ".pays"},
    [READ_ORIGIN] = {"demandes", ".origine"},
    [READ_REQUESTER] = {"demandes", ".demandeur"},
    [READ_PRECISE] = {"demandes", ".precise"},
    [READ_URGENT] = {"demandes", ".urgente"},
    [READ_ANSWER_BY] = {"demandes", ".reponse_attendue_le"},
    [READ_MISSION_ON] = {"demandes", ".mission_prevue_le"},
    [READ_LABEL_REGIME] = {"labels", ".regime"},
    [READ_LABEL_DOMAIN] = {"labels", ".domaine"},
    [READ_GRANTED] = {"labels", ".accorde_le"},
    [READ_EXPIRES] = {"labels", ".expire_le"},
    [READ_FORM_CODE] = {"formes_juridiques", ".code"},
    [READ_FORM_NATURE] = {"formes_juridiques", ".nature"},
    [READ_PRESENCE_COUNT] = {"presence", ".nombre"},
    [READ_PRESENCE_UNIT] = {"presence", ".unite"},
    [READ_PRESENCE_AS_OF] = {"presence", ".au"},
    [READ_PRESENCE_INVENTED] = {"presence", ".exemple"},
    [READ_SUSPENDED_COUNTRY] = {"suspensions", ".pays"},
    [READ_SUSPENDED_SINCE] = {"suspensions", ".suspendue_le"},
};

void put_path(Buffer *buffer, const Facts *facts, Note note) {
    const char *list = PLACES[note.reading].list;
    if (note.reading >= READ_PRESENCE_COUNT && note.reading <= READ_PRESENCE_INVENTED) {
        put(buffer, TEXT("presence["));
        put(buffer, facts->requests.items[note.item - 1].country);
        put(buffer, TEXT("]"));
    } else if (list != NULL) {
        put_index(buffer, list, note.item);
    }
    if (note.reading == READ_STATUS)
        put_index(buffer, PLACES[note.reading].name, note.inner);
    put_words(buffer, note.reading == READ_STATUS ? ".statut" : PLACES[note.reading].name);
}

/* The path as a C string. */
static const char *path_of(Buffer *buffer, const Facts *facts, Note note) {
    buffer->length = 0;
    put_path(buffer, facts, note);
    put(buffer, (Text){"", 1});
    return buffer->bytes;
}

void sort_by_path(const Facts *facts, Notes *notes) {
    if (notes->count < 2)
        return;
    Buffer left = {0}, right = {0};
    for (size_t i = 1; i < notes->count; i++) {
        for (size_t j = i; j > 0; j--) {
            Note before = notes->items[j - 1], note = notes->items[j];
            if (strcmp(path_of(&left, facts, before), path_of(&right, facts, note)) <= 0)
                break;
            notes->items[j - 1] = note;
            notes->items[j] = before;
        }
    }
    free(left.bytes);
    free(right.bytes);
}

static void put_escape(Buffer *buffer, unsigned char byte) {
    static const char LETTERS[] = "btn-fr";
    char escape[6] = {'\\', (char)byte};
    size_t length = 2;
    if (byte >= '\b' && byte <= '\r' && byte != '\v') {
        escape[1] = LETTERS[byte - '\b'];
    } else if (byte < ' ') {
        memcpy(escape + 1, "u00", 3);
        escape[4] = byte < 16 ? '0' : '1';
        escape[5] = "0123456789abcdef"[byte % 16];
        length = 6;
    }
    put(buffer, (Text){escape, length});
}

void put_json_text(Buffer *buffer, Text text) {
    put(buffer, TEXT("\""));
    size_t kept = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte >= ' ' && byte != '"' && byte != '\\')
            continue;
        put(buffer, (Text){text.bytes + kept, i - kept});
        put_escape(buffer, byte);
        kept = i + 1;
    }
    put(buffer, (Text){text.bytes + kept, text.length - kept});
    put(buffer, TEXT("\""));
}

static void put_json_day(Buffer *buffer, Day day) {
    put(buffer, TEXT("\""));
    put_day(buffer, day);
    put(buffer, TEXT("\""));
}

static void put_json_words(Buffer *buffer, const char *words) {
    put_json_text(buffer, (Text){words, strlen(words)});
}

static void put_boolean(Buffer *buffer, bool value) {
    put(buffer, value ? TEXT("true") : TEXT("false"));
}

static const Presence *presence_of(Text country) {
    for (size_t i = 0; i < sizeof PRESENCE / sizeof *PRESENCE; i++)
        if (same(country, (Text){PRESENCE[i].country, 2}))
            return &PRESENCE[i];
    exit(65);
}

static void put_dossier_value(Buffer *buffer, const Facts *facts, Reading reading) {
    switch (reading) {
    case READ_FILED: put_json_day(buffer, facts->filed); break;
    case READ_REQUEST: put_json_text(buffer, facts->request); break;
    case READ_OBJECTIVES: put_number(buffer, (long)facts->objectives.count); break;
    case READ_EXPERTISES: put_number(buffer, (long)facts->expertises.count); break;
    case READ_LABELS: put_number(buffer, (long)facts->labels.count); break;
    case READ_NATURE: put_json_text(buffer, facts->nature); break;
    case READ_NAME: put_json_text(buffer, facts->name); break;
    case READ_SIREN: put_json_text(buffer, facts->siren); break;
    case READ_RNA: put_json_text(buffer, facts->rna); break;
    case READ_INSEE: put_json_text(buffer, facts->insee); break;
    default: put_json_text(buffer, facts->category); break;
    }
}

static void put_expertise_value(Buffer *buffer, const Facts *facts, Note note) {
    const Expertise *expertise = &facts->expertises.items[note.item - 1];
    switch (note.reading) {
    case READ_TITLE: put_json_text(buffer, expertise->title); break;
    case READ_DOMAIN: put_json_text(buffer, expertise->domain); break;
    case READ_KNOW_HOW: put_json_text(buffer, expertise->know_how); break;
    case READ_REFERENCES: put_number(buffer, expertise->references); break;
    case READ_EXPERTS: put_number(buffer, (long)expertise->experts); break;
    case READ_CONDITIONS: put_json_text(buffer, expertise->conditions); break;
    default: {
        size_t place = expertise->first_expert + (size_t)note.inner - 1;
        put_json_text(buffer, facts->statuses.items[place]);
    }
    }
}

static void put_request_value(Buffer *buffer, const Facts *facts, Note note) {
    const Request *request = &facts->requests.items[note.item - 1];
    switch (note.reading) {
    case READ_COUNTRY: put_json_text(buffer, request->country); break;
    case READ_ORIGIN: put_json_text(buffer, request->origin); break;
    case READ_REQUESTER: put_json_text(buffer, request->requester); break;
    case READ_PRECISE: put_boolean(buffer, request->precise); break;
    case READ_URGENT: put_boolean(buffer, request->urgent); break;
    case READ_ANSWER_BY: put_json_day(buffer, request->answer_by); break;
    default: put_json_day(buffer, request->mission_on); break;
    }
}

static void put_label_value(Buffer *buffer, const Facts *facts, Note note) {
    const Label *label = &facts->labels.items[note.item - 1];
    switch (note.reading) {
    case READ_LABEL_REGIME: put_json_text(buffer, label->regime); break;
    case READ_LABEL_DOMAIN: put_json_text(buffer, label->domain); break;
    case READ_GRANTED: put_json_day(buffer, label->granted); break;
    default: put_json_day(buffer, label->expires); break;
    }
}

static void put_cell(Buffer *buffer, const Facts *facts, Note note) {
    if (note.reading == READ_FORM_CODE) {
        put_json_words(buffer, LEGAL_FORMS[note.item - 1].code);
    } else if (note.reading == READ_FORM_NATURE) {
        put_json_words(buffer, LEGAL_FORMS[note.item - 1].nature);
    } else if (note.reading == READ_SUSPENDED_COUNTRY) {
        put_json_words(buffer, SUSPENSIONS[note.item - 1].country);
    } else if (note.reading == READ_SUSPENDED_SINCE) {
        put_json_day(buffer, SUSPENSIONS[note.item - 1].since);
    } else {
        const Presence *row = presence_of(facts->requests.items[note.item - 1].country);
        if (note.reading == READ_PRESENCE_COUNT)
            put_number(buffer, row->count);
        else if (note.reading == READ_PRESENCE_INVENTED)
            put_boolean(buffer, row->invented);
        else
            put_json_words(buffer, note.reading == READ_PRESENCE_UNIT ? row->unit : row->as_of);
    }
}

static void put_value(Buffer *buffer, const Facts *facts, Note note) {
    if (note.reading <= READ_CATEGORY)
        put_dossier_value(buffer, facts, note.reading);
    else if (note.reading <= READ_CONDITIONS)
        put_expertise_value(buffer, facts, note);
    else if (note.reading <= READ_MISSION_ON)
        put_request_value(buffer, facts, note);
    else if (note.reading <= READ_EXPIRES)
        put_label_value(buffer, facts, note);
    else
        put_cell(buffer, facts, note);
}

void put_values(Buffer *buffer, const Facts *facts, const Notes *notes) {
    put(buffer, TEXT("{"));
    for (size_t i = 0; i < notes->count; i++) {
        put(buffer, i == 0 ? TEXT("\"") : TEXT(",\""));
        put_path(buffer, facts, notes->items[i]);
        put(buffer, TEXT("\":"));
        put_value(buffer, facts, notes->items[i]);
    }
    put(buffer, TEXT("}"));
}

void put_paths(Buffer *buffer, const Facts *facts, const Notes *notes) {
    put(buffer, TEXT("["));
    for (size_t i = 0; i < notes->count; i++) {
        put(buffer, i == 0 ? TEXT("\"") : TEXT(",\""));
        put_path(buffer, facts, notes->items[i]);
        put(buffer, TEXT("\""));
    }
    put(buffer, TEXT("]"));
}
