/* What the rules say of a dossier, and the short line that tells it.
   SPDX-License-Identifier: MIT */

#ifndef OUTCOME_H
#define OUTCOME_H

#include "days.h"
#include "text.h"

/* What a criterion that fails leads to; none is the best opinion, `REFUSAL` the worst. */
typedef enum { FAVOURABLE, EXAMINATION, DOCUMENT, REFUSAL } Effect;

typedef struct {
    Day begin, end; /* 0 where no label is proposed */
} Period;

typedef struct {
    Text number;
    int points;
    Effect whole;        /* the worst effect among the criteria on the dossier and its requests */
    size_t expertises;
    Effect *own;         /* per expertise, the worst effect among all criteria that count for it */
    Period *periods;
    size_t rules;
    const Text *ids;
    const bool *failed;  /* per rule */
} Outcome;

static inline Effect worst(Effect left, Effect right) {
    return left > right ? left : right;
}

void put_short_line(Buffer *buffer, const Outcome *outcome);

#endif
