/* The rules of `expe-ct` written out in C: as fast as it gets, and as hard to change.
   SPDX-License-Identifier: MIT */

#include "batch.h"
#include "facts.h"
#include "outcome.h"
#include "tables.h" /* written from the policy's CSV files */

#include <stdio.h>
#include <stdlib.h>

enum { DECISION = 20240229, PRESENCE_THRESHOLD = 10, MINIMUM_REFERENCES = 1, LABEL_YEARS = 3 };

enum {
    DEM_01, ELIG_01, ELIG_02, ELIG_03, EXP_01, EXP_02, EXP_03, EXP_04, EXP_05, EXP_06, EXP_07,
    IDENT_01, IDENT_02, IDENT_03, IDENT_04, LAB_01, LAB_02, LAB_03, LAB_04, RULES
};

static const Text IDS[RULES] = {
    {"DEM-01", 6}, {"ELIG-01", 7}, {"ELIG-02", 7}, {"ELIG-03", 7}, {"EXP-01", 6}, {"EXP-02", 6},
    {"EXP-03", 6}, {"EXP-04", 6}, {"EXP-05", 6}, {"EXP-06", 6}, {"EXP-07", 6}, {"IDENT-01", 8},
    {"IDENT-02", 8}, {"IDENT-03", 8}, {"IDENT-04", 8}, {"LAB-01", 6}, {"LAB-02", 6},
    {"LAB-03", 6}, {"LAB-04", 6},
};

/* Room that a worker keeps from one dossier to the next. */
typedef struct {
    Facts facts;
    bool failed[RULES];
    Effect *own;
    size_t own_capacity;
    Period *periods;
    size_t period_capacity;
} Worker;

static bool among(Text text, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == text.length && memcmp(names[i], text.bytes, text.length) == 0)
            return true;
    return false;
}
#define AMONG(text, names) among(text, names, sizeof names / sizeof *names)

static const char *const COMMUNITIES[] = {
    "commune", "departement", "region", "statut_particulier", "collectivite_outre_mer",
    "communaute_communes", "communaute_agglomeration", "communaute_urbaine", "metropole",
    "etablissement_public_territorial", "syndicat_communes", "syndicat_mixte", "petr",
    "pole_metropolitain",
};
static const char *const ASSOCIATIONS[] = {
    "association_collectivites", "association_thematique", "reseau",
};
static const char *const PRIORITY_ORIGINS[] = {
    "collectivite_etrangere", "ambassade", "afd", "expertise_france", "operateur_public",
    "ministere",
};

/* Two names are one whatever their case and the spaces around them. */
static bool same_name(Text left, Text right) {
    left = trimmed(left);
    right = trimmed(right);
    if (left.length != right.length)
        return false;
    if (same(left, right))
        return true;
    char lower[2][256];
    if (left.length > sizeof lower[0])
        return false;
    lower_case(left, lower[0]);
    lower_case(right, lower[1]);
    return memcmp(lower[0], lower[1], left.length) == 0;
}

static bool ours(const Label *label) {
    return same_name(label->regime, TEXT("expe-ct"));
}

static bool current(const Label *label, Day day) {
    return label->granted <= day && day <= label->expires;
}

static bool agrees_with_legal_form(const Facts *facts) {
    bool known = false;
    for (size_t i = 0; i < sizeof LEGAL_FORMS / sizeof *LEGAL_FORMS; i++) {
        if (!among(facts->category, &LEGAL_FORMS[i].code, 1))
            continue;
        if (among(facts->nature, &LEGAL_FORMS[i].nature, 1))
            return true;
        known = true;
    }
    return !known;
}

/* Notes a criterion that fails; gives what it leads to. */
static Effect failing(Worker *worker, int rule, bool fails, Effect effect) {
    if (!fails)
        return FAVOURABLE;
    worker->failed[rule] = true;
    return effect;
}

static Effect applicant(Worker *worker) {
    const Facts *facts = &worker->facts;
    Text nature = facts->nature;
    bool state = same(nature, TEXT("service_etat"));
    bool foreign = same(nature, TEXT("collectivite_etrangere"));
    bool association = AMONG(nature, ASSOCIATIONS);
    bool cited = association || AMONG(nature, COMMUNITIES);
    bool siren = filled(facts->siren);
    Effect effect = failing(worker, ELIG_01, !state && !foreign && !cited, EXAMINATION);
    effect = worst(effect, failing(worker, ELIG_02, state, REFUSAL));
    effect = worst(effect, failing(worker, ELIG_03, foreign, REFUSAL));
    effect = worst(effect, failing(worker, IDENT_01, !association && !foreign && !siren, DOCUMENT));
    bool unnumbered = association && !siren && !filled(facts->rna);
    effect = worst(effect, failing(worker, IDENT_02, unnumbered, DOCUMENT));
    bool unplaced = same(nature, TEXT("commune")) && !filled(facts->insee);
    effect = worst(effect, failing(worker, IDENT_03, unplaced, DOCUMENT));
    bool contradicted = facts->category.bytes != NULL && !agrees_with_legal_form(facts);
    return worst(effect, failing(worker, IDENT_04, contradicted, DOCUMENT));
}

static Effect whole(Worker *worker) {
    const Facts *facts = &worker->facts;
    Effect effect = failing(worker, EXP_01, facts->expertises.count == 0, DOCUMENT);
    bool state = false;
    for (size_t i = 0; i < facts->requests.count; i++)
        state = state || same(facts->requests.items[i].origin, TEXT("etat_etranger"));
    effect = worst(effect, failing(worker, DEM_01, state, EXAMINATION));
    if (!same(facts->request, TEXT("extension")))
        return effect;
    bool held = false;
    for (size_t i = 0; i < facts->labels.count && !held; i++) {
        const Label *label = &facts->labels.items[i];
        held = ours(label) && current(label, facts->filed);
    }
    return worst(effect, failing(worker, LAB_03, !held, DOCUMENT));
}

/* What the labels of one domain say of an expertise in it. */
static Effect labels(Worker *worker, Text domain, Day *term) {
    const Facts *facts = &worker->facts;
    bool any = false, other = false;
    Day latest = 0;
    for (size_t i = 0; i < facts->labels.count; i++) {
        const Label *label = &facts->labels.items[i];
        if (!same_name(label->domain, domain))
            continue;
        any = true;
        if (!current(label, facts->filed))
            continue;
        if (!ours(label))
            other = true;
        else if (label->expires > latest)
            latest = label->expires;
    }
    bool renewal = same(facts->request, TEXT("renouvellement"));
    Effect effect = failing(worker, LAB_01, other, EXAMINATION);
    effect = worst(effect, failing(worker, LAB_02, renewal && !any, DOCUMENT));
    effect = worst(effect, failing(worker, LAB_04, !renewal && latest != 0, EXAMINATION));
    *term = renewal ? latest : 0;
    return effect;
}

static Effect expertise(Worker *worker, const Expertise *proposed) {
    bool suitable = false;
    for (size_t i = 0; i < proposed->experts; i++) {
        Text status = worker->facts.statuses.items[proposed->first_expert + i];
        suitable = suitable || same(status, TEXT("elu")) || same(status, TEXT("agent"));
    }
    bool few = proposed->references < MINIMUM_REFERENCES;
    bool none = proposed->experts == 0;
    Effect effect = failing(worker, EXP_02, !filled(proposed->domain), DOCUMENT);
    effect = worst(effect, failing(worker, EXP_03, !filled(proposed->know_how), DOCUMENT));
    effect = worst(effect, failing(worker, EXP_04, few, DOCUMENT));
    effect = worst(effect, failing(worker, EXP_05, none, DOCUMENT));
    effect = worst(effect, failing(worker, EXP_06, !filled(proposed->conditions), DOCUMENT));
    return worst(effect, failing(worker, EXP_07, !none && !suitable, EXAMINATION));
}

static Period period(Day term) {
    Day begin = term >= DECISION ? next_day(term) : DECISION;
    return (Period){begin, previous_day(years_later(begin, LABEL_YEARS))};
}

static int presence(Text country) {
    for (size_t i = 0; i < sizeof PRESENCE / sizeof *PRESENCE; i++)
        if (among(country, &PRESENCE[i].country, 1))
            return PRESENCE[i].count;
    fputs("a country without a row\n", stderr);
    exit(65);
}

static int points(const Facts *facts) {
    bool rare = false, urgent = false, promotion = false;
    for (size_t i = 0; i < facts->requests.count; i++) {
        const Request *request = &facts->requests.items[i];
        rare = rare || presence(request->country) <= PRESENCE_THRESHOLD;
        urgent = urgent || (request->precise && request->urgent
                            && AMONG(request->origin, PRIORITY_ORIGINS));
    }
    for (size_t i = 0; i < facts->objectives.count; i++)
        promotion = promotion || same(facts->objectives.items[i], TEXT("promotion"));
    return 30 * rare + 40 * urgent + 10 * promotion;
}

static void evaluate(void *state, Text line, Buffer *out) {
    Worker *worker = state;
    Facts *facts = &worker->facts;
    if (!read_facts(facts, line)) {
        put(out, TEXT("null\n"));
        return;
    }
    size_t count = facts->expertises.count;
    worker->own = with_room(worker->own, &worker->own_capacity, count, sizeof *worker->own);
    worker->periods =
        with_room(worker->periods, &worker->period_capacity, count, sizeof *worker->periods);
    memset(worker->failed, 0, sizeof worker->failed);
    Effect common = worst(applicant(worker), whole(worker));
    for (size_t i = 0; i < count; i++) {
        const Expertise *proposed = &facts->expertises.items[i];
        Day term;
        Effect effect = worst(common, labels(worker, proposed->domain, &term));
        worker->own[i] = worst(effect, expertise(worker, proposed));
        worker->periods[i] = worker->own[i] == REFUSAL ? (Period){0} : period(term);
    }
    put_short_line(out, &(Outcome){facts->number, points(facts), common, count, worker->own,
                                   worker->periods, RULES, IDS, worker->failed});
}

static void *make(void) {
    Worker *worker = calloc(1, sizeof *worker);
    if (worker == NULL)
        exit(1);
    return worker;
}

int main(int argc, char **argv) {
    if (argc < 2)
        return 64;
    return run_batch(argv[1], argc > 2 ? atoi(argv[2]) : 1, make, evaluate);
}
