/* What the rules say of a dossier, and the short line that tells it.
   SPDX-License-Identifier: MIT */

#include "outcome.h"

static Text opinion(const Outcome *outcome) {
    static const char *const NAMES[] = {"favorable", "a_examiner", "incomplet", "defavorable"};
    Effect first = outcome->expertises == 0 ? outcome->whole : outcome->own[0];
    for (size_t i = 1; i < outcome->expertises; i++)
        if (outcome->own[i] != first)
            return TEXT("partage");
    return (Text){NAMES[first], strlen(NAMES[first])};
}

static void put_period(Buffer *buffer, Period period) {
    if (period.begin == 0) {
        put(buffer, TEXT("null"));
        return;
    }
    put(buffer, TEXT("{\"debut\":\""));
    put_day(buffer, period.begin);
    put(buffer, TEXT("\",\"fin\":\""));
    put_day(buffer, period.end);
    put(buffer, TEXT("\"}"));
}

static void put_failed(Buffer *buffer, const Outcome *outcome) {
    bool first = true;
    for (size_t i = 0; i < outcome->rules; i++) {
        if (!outcome->failed[i])
            continue;
        put(buffer, first ? TEXT("\"") : TEXT(",\""));
        put(buffer, outcome->ids[i]);
        put(buffer, TEXT("\""));
        first = false;
    }
}

void put_short_line(Buffer *buffer, const Outcome *outcome) {
    put(buffer, TEXT("{\"numero\":\""));
    put(buffer, outcome->number);
    put(buffer, TEXT("\",\"avis\":\""));
    put(buffer, opinion(outcome));
    put(buffer, TEXT("\",\"points\":"));
    put_number(buffer, outcome->points);
    put(buffer, TEXT(",\"validites\":["));
    for (size_t i = 0; i < outcome->expertises; i++) {
        if (i > 0)
            put(buffer, TEXT(","));
        put_period(buffer, outcome->periods[i]);
    }
    put(buffer, TEXT("],\"non_satisfaites\":["));
    put_failed(buffer, outcome);
    put(buffer, TEXT("]}\n"));
}
