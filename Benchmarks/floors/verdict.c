/* A full verdict, put together from what each rule finds: the same bytes as sceau's.
   SPDX-License-Identifier: MIT */

#include "verdict.h"

#include "sha256.h"

void begin_verdict(Verdict *verdict) {
    size_t count = verdict->facts.expertises.count, before = verdict->own.capacity;
    verdict->own.items =
        with_room(verdict->own.items, &verdict->own.capacity, count, sizeof *verdict->own.items);
    for (size_t i = before; i < verdict->own.capacity; i++)
        verdict->own.items[i].rules = (Buffer){0};
    for (size_t i = 0; i < count; i++) {
        Own *own = &verdict->own.items[i];
        own->rules.length = 0;
        own->effect = FAVOURABLE;
        own->validity = NULL;
    }
    verdict->rules.length = verdict->priorities.length = verdict->flags.length = 0;
    verdict->calculs.length = verdict->sentences.length = 0;
    verdict->reasons.count = verdict->all_missing.count = 0;
    verdict->whole = FAVOURABLE;
    verdict->points = 0;
}

static const char *const OPINIONS[] = {"favorable", "a_examiner", "incomplet", "defavorable"};

static void put_words(Buffer *buffer, const char *words) {
    put(buffer, (Text){words, strlen(words)});
}

static const char *opinion(const Verdict *verdict) {
    size_t count = verdict->facts.expertises.count;
    Effect first = count == 0 ? verdict->whole : verdict->own.items[0].effect;
    for (size_t i = 1; i < count; i++)
        if (verdict->own.items[i].effect != first)
            return "partage";
    return OPINIONS[first];
}

static void put_reason(Buffer *out, Verdict *verdict, const Reason *reason, bool first) {
    Buffer *text = &verdict->spare;
    text->length = 0;
    if (reason->expertise > 0 && verdict->facts.expertises.count > 1) {
        put(text, TEXT("Expertise "));
        put_number(text, reason->expertise);
        put(text, TEXT("\u00a0: "));
    }
    put(text, (Text){verdict->sentences.bytes + reason->from, reason->length});
    put(out, first ? TEXT("") : TEXT(","));
    put_json_text(out, (Text){text->bytes, text->length});
}

/* Those of the whole or of one expertise that lead to `effect`; each is printed once. */
static void put_reasons_of(Buffer *out, Verdict *verdict, int expertise, Effect effect,
                           bool *first) {
    for (size_t i = 0; i < verdict->reasons.count; i++) {
        Reason *reason = &verdict->reasons.items[i];
        if (reason->expertise != expertise || reason->effect != effect)
            continue;
        put_reason(out, verdict, reason, *first);
        *first = false;
        reason->effect = FAVOURABLE;
    }
}

/* What made the opinion on each expertise, in turn; without one, that on the whole. */
static void put_reasons(Buffer *out, Verdict *verdict) {
    bool first = true;
    int count = (int)verdict->facts.expertises.count;
    if (count == 0)
        put_reasons_of(out, verdict, 0, verdict->whole, &first);
    for (int expertise = 1; expertise <= count; expertise++) {
        Effect effect = verdict->own.items[expertise - 1].effect;
        put_reasons_of(out, verdict, 0, effect, &first);
        put_reasons_of(out, verdict, expertise, effect, &first);
    }
}

static void put_period(Buffer *out, const Own *own) {
    if (own->validity == NULL || own->effect == REFUSAL) {
        put(out, TEXT("null"));
        return;
    }
    put(out, TEXT("{\"debut\":\""));
    put_day(out, own->period.begin);
    put(out, TEXT("\",\"fin\":\""));
    put_day(out, own->period.end);
    put(out, TEXT("\",\"regle\":"));
    put_json_text(out, own->validity->name);
    put(out, TEXT("}"));
}

static void put_buffer(Buffer *out, const Buffer *content) {
    put(out, (Text){content->bytes, content->length});
}

static void put_expertises(Buffer *out, const Verdict *verdict) {
    for (size_t i = 0; i < verdict->facts.expertises.count; i++) {
        const Expertise *expertise = &verdict->facts.expertises.items[i];
        const Own *own = &verdict->own.items[i];
        put(out, i == 0 ? TEXT("{\"intitule\":") : TEXT(",{\"intitule\":"));
        put_json_text(out, expertise->title);
        put(out, TEXT(",\"domaine\":"));
        put_json_text(out, expertise->domain);
        put(out, TEXT(",\"avis\":\""));
        put_words(out, OPINIONS[own->effect]);
        put(out, TEXT("\",\"validite\":"));
        put_period(out, own);
        put(out, TEXT(",\"regles\":["));
        put_buffer(out, &own->rules);
        put(out, TEXT("]}"));
    }
}

static void put_level(Buffer *out, int points) {
    put(out, points >= 30 ? TEXT("\"haute\"") : TEXT("\"normale\""));
}

static void put_priorities(Buffer *out, const Verdict *verdict) {
    put(out, TEXT("],\"priorite\":{\"points\":"));
    put_number(out, verdict->points);
    put(out, TEXT(",\"points_max\":"));
    put_number(out, verdict->points);
    put(out, TEXT(",\"niveau\":"));
    put_level(out, verdict->points);
    put(out, TEXT(",\"niveau_max\":"));
    put_level(out, verdict->points);
    put(out, TEXT(",\"regles\":["));
    put_buffer(out, &verdict->priorities);
}

static void put_start(Buffer *out, const Verdict *verdict, Text line, const Identity *identity) {
    put(out, TEXT("{\"schema\":\"sceau/avis/1\",\"dossier\":{\"numero\":\""));
    put(out, verdict->facts.number);
    put(out, TEXT("\",\"empreinte\":\"sha256:"));
    put_sha256(out, line);
    put(out, TEXT("\"},\"politique\":{\"regime\":\"expe-ct\",\"titre\":\"EXPE-CT\","));
    put(out, TEXT("\"empreinte\":\""));
    put_words(out, identity->policy);
    put(out, TEXT("\"},\"moteur\":\""));
    put_words(out, identity->engine);
    put(out, TEXT("\",\"date_decision\":\""));
    put_day(out, identity->decision);
    put(out, TEXT("\",\"avis\":\""));
    put_words(out, opinion(verdict));
    put(out, TEXT("\",\"motifs\":["));
}

void put_verdict(Buffer *out, Verdict *verdict, Text line, const Identity *identity) {
    for (size_t i = 0; i < verdict->facts.expertises.count; i++)
        verdict->own.items[i].effect = worst(verdict->own.items[i].effect, verdict->whole);
    put_start(out, verdict, line, identity);
    put_reasons(out, verdict);
    put(out, TEXT("],\"regles\":["));
    put_buffer(out, &verdict->rules);
    put(out, TEXT("],\"expertises\":["));
    put_expertises(out, verdict);
    put_priorities(out, verdict);
    put(out, TEXT("]},\"signalements\":["));
    put_buffer(out, &verdict->flags);
    put(out, TEXT("],\"calculs\":["));
    put_buffer(out, &verdict->calculs);
    put(out, TEXT("],\"hypotheses\":[],\"manquants\":"));
    sort_by_path(&verdict->facts, &verdict->all_missing);
    put_paths(out, &verdict->facts, &verdict->all_missing);
    put(out, TEXT(",\"inconnus\":{}}\n"));
}
