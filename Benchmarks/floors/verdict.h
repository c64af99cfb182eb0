/* A full verdict, put together from what each rule finds: the same bytes as sceau's.
   SPDX-License-Identifier: MIT */

#ifndef VERDICT_H
#define VERDICT_H

#include "outcome.h"
#include "trace.h"

typedef enum { CRITERION, PRIORITY, VALIDITY, FLAG, CALCUL } Kind;
typedef enum { DOSSIER, EXPERTISES, REQUESTS } Scope;
typedef enum { SATISFIED, FAILED, NO_OBJECT, UNKNOWN } Result;

/* What a verdict says of a rule on every dossier; the texts are JSON but for the last two. */
typedef struct {
    Kind kind;
    Scope scope;
    Effect effect;
    int points;
    Text head; /* {"id":…,"titre":…,"source":…,"sujet":" */
    Text effect_name, parameters;
    Text name, otherwise;
} RuleTexts;

/* What one rule gave on one subject. */
typedef struct {
    const RuleTexts *rule;
    int place; /* from 1; 0 where the rule's list is empty */
    Result result;
    Text sentence; /* bytes NULL for none */
} Finding;

/* A reason for an opinion, kept until the opinion is known. */
typedef struct {
    Effect effect; /* `FAVOURABLE` once printed */
    int expertise; /* 0 for the whole */
    size_t from, length; /* its sentence in `Verdict.sentences` */
} Reason;

/* What is found on one expertise. */
typedef struct {
    Buffer rules;
    Effect effect;
    Period period;
    const RuleTexts *validity; /* NULL for none */
} Own;

typedef struct {
    Facts facts;
    Notes notes, missing; /* of the rule that runs */
    bool provisional;     /* whether that rule asked for a fact that is absent */
    Notes all_missing;
    Buffer rules, priorities, flags, calculs, sentences, spare;
    Effect whole;
    LIST(Own) own;
    LIST(Reason) reasons;
    int points;
} Verdict;

/* Forgets what was found on the dossier before. */
void begin_verdict(Verdict *verdict);

/* Forgets what the rule before read. */
void begin_finding(Verdict *verdict);

/* A criterion or a validity: among the rules of its expertise, else of the whole. */
void add_condition(Verdict *verdict, const Finding *finding);

/* A priority on one of its subjects; `counts` where the points are those of that subject. */
void add_priority(Verdict *verdict, const Finding *finding, bool counts);

/* A flag that is raised, or that nothing settles. */
void add_flag(Verdict *verdict, const Finding *finding);

/* A calcul and its day, 0 for none. */
void add_calcul(Verdict *verdict, const Finding *finding, Day day);

/* What the identity of a verdict says besides its dossier. */
typedef struct {
    const char *policy, *engine; /* the policy's fingerprint, the engine's version */
    Day decision;
} Identity;

/* Writes the whole verdict for the line that the dossier stood on. */
void put_verdict(Buffer *out, Verdict *verdict, Text line, const Identity *identity);

#endif
