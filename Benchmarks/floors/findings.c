/* What each rule finds, written into the part of the verdict where it belongs.
   SPDX-License-Identifier: MIT */

#include "verdict.h"

static void put_subject(Buffer *buffer, const RuleTexts *rule, int place) {
    if (rule->scope == DOSSIER) {
        put(buffer, TEXT("dossier"));
        return;
    }
    put(buffer, rule->scope == EXPERTISES ? TEXT("expertises") : TEXT("demandes"));
    if (place > 0) {
        put(buffer, TEXT("["));
        put_number(buffer, place);
        put(buffer, TEXT("]"));
    }
}

static void put_result(Buffer *buffer, Result result) {
    static const Text NAMES[] = {
        {"satisfaite", 10}, {"non_satisfaite", 14}, {"sans_objet", 10}, {"indeterminee", 12},
    };
    put(buffer, TEXT("\",\"resultat\":\""));
    put(buffer, NAMES[result]);
    put(buffer, TEXT("\""));
}

static void put_trace(Verdict *verdict, Buffer *buffer, const Finding *finding) {
    put(buffer, verdict->provisional ? TEXT(",\"provisoire\":true,\"motif\":")
                                     : TEXT(",\"provisoire\":false,\"motif\":"));
    if (finding->sentence.bytes == NULL)
        put(buffer, TEXT("null"));
    else
        put_json_text(buffer, finding->sentence);
    put(buffer, TEXT(",\"lus\":"));
    put_values(buffer, &verdict->facts, &verdict->notes);
    put(buffer, TEXT(",\"parametres\":"));
    put(buffer, finding->rule->parameters);
    put(buffer, TEXT(",\"manquants\":"));
    sort_by_path(&verdict->facts, &verdict->missing);
    for (size_t i = 0; i < verdict->missing.count; i++)
        add_note(&verdict->all_missing, verdict->missing.items[i]);
    put_paths(buffer, &verdict->facts, &verdict->missing);
    put(buffer, TEXT("}"));
}

static void put_head(Buffer *buffer, const Finding *finding) {
    if (buffer->length > 0)
        put(buffer, TEXT(","));
    put(buffer, finding->rule->head);
    put_subject(buffer, finding->rule, finding->place);
    put_result(buffer, finding->result);
}

void begin_finding(Verdict *verdict) {
    verdict->notes.count = verdict->missing.count = 0;
    verdict->provisional = false;
}

/* Keeps the sentence of a criterion that fails, in case it makes the opinion. */
static void keep_reason(Verdict *verdict, const Finding *finding) {
    int expertise = finding->rule->scope == EXPERTISES ? finding->place : 0;
    verdict->reasons.items = with_room(verdict->reasons.items, &verdict->reasons.capacity,
                                       verdict->reasons.count + 1, sizeof(Reason));
    verdict->reasons.items[verdict->reasons.count++] = (Reason){
        finding->rule->effect, expertise, verdict->sentences.length, finding->sentence.length};
    put(&verdict->sentences, finding->sentence);
}

void add_condition(Verdict *verdict, const Finding *finding) {
    bool on_expertise = finding->rule->scope == EXPERTISES && finding->place > 0;
    Own *own = on_expertise ? &verdict->own.items[finding->place - 1] : NULL;
    Buffer *buffer = own == NULL ? &verdict->rules : &own->rules;
    if (finding->result == FAILED) {
        Effect *effect = own == NULL ? &verdict->whole : &own->effect;
        *effect = worst(*effect, finding->rule->effect);
        keep_reason(verdict, finding);
    }
    put_head(buffer, finding);
    put(buffer, TEXT(",\"effet\":"));
    put(buffer, finding->rule->effect_name);
    put_trace(verdict, buffer, finding);
}

void add_priority(Verdict *verdict, const Finding *finding, bool counts) {
    Buffer *buffer = &verdict->priorities;
    int points = finding->result == SATISFIED ? finding->rule->points : 0;
    verdict->points += counts ? points : 0;
    put_head(buffer, finding);
    put(buffer, TEXT(",\"points\":"));
    put_number(buffer, points);
    put(buffer, TEXT(",\"points_max\":"));
    put_number(buffer, points);
    put(buffer, counts ? TEXT(",\"retenue\":true") : TEXT(",\"retenue\":false"));
    put_trace(verdict, buffer, finding);
}

/* What is printed of a flag that nothing settles. */
static Text unknown_sentence(Verdict *verdict) {
    verdict->spare.length = 0;
    put(&verdict->spare, TEXT("Impossible à établir sans connaître "));
    put_path(&verdict->spare, &verdict->facts, verdict->missing.items[0]);
    put(&verdict->spare, TEXT("."));
    return (Text){verdict->spare.bytes, verdict->spare.length};
}

void add_flag(Verdict *verdict, const Finding *finding) {
    Finding printed = *finding;
    if (finding->result == UNKNOWN)
        printed.sentence = unknown_sentence(verdict);
    put_head(&verdict->flags, &printed);
    put_trace(verdict, &verdict->flags, &printed);
}

void add_calcul(Verdict *verdict, const Finding *finding, Day day) {
    Buffer *buffer = &verdict->calculs;
    put_head(buffer, finding);
    put(buffer, TEXT(",\"nom\":"));
    put_json_text(buffer, finding->rule->name);
    put(buffer, day == 0 ? TEXT(",\"valeur\":null") : TEXT(",\"valeur\":\""));
    if (day != 0) {
        put_day(buffer, day);
        put(buffer, TEXT("\""));
    }
    put_trace(verdict, buffer, finding);
}
