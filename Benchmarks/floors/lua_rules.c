/* A host for `rules.lua`: the facts that rules read become tables, and each rule is one call.
   SPDX-License-Identifier: MIT */

#include "batch.h"
#include "lua_facts.h"
#include "lua_host.h"
#include "outcome.h"

#include <lauxlib.h>
#include <stdlib.h>

static const char *rules_path, *tables_path;

/* What a rule runs on: once on the dossier, or once on each item of one of its lists. */
typedef enum { DOSSIER, EXPERTISES, REQUESTS } Scope;

typedef struct {
    Scope scope;
    Effect effect;
    int applies, demands; /* references to Lua functions, LUA_NOREF for none */
    int points;
} Rule;

#define RULES struct { Rule *items; size_t count; }

typedef struct {
    lua_State *lua;
    Facts facts;
    RULES criteria;
    RULES priorities;
    int validity;
    Text *ids;
    bool *failed;
    Effect *own;
    size_t own_capacity;
    Period *periods;
    size_t period_capacity;
    Buffer *out;
} Worker;

/* Calls a function of a rule on the dossier and the item below the top. [-0, +0, may raise] */
static bool holds(lua_State *lua, int function) {
    lua_rawgeti(lua, LUA_REGISTRYINDEX, function);
    lua_pushvalue(lua, THE_DOSSIER);
    lua_pushvalue(lua, -3);
    lua_call(lua, 2, 1);
    bool result = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return result;
}

static bool applies(lua_State *lua, const Rule *rule) {
    return rule->applies == LUA_NOREF || holds(lua, rule->applies);
}

static size_t subjects(const Worker *worker, const Rule *rule) {
    switch (rule->scope) {
    case EXPERTISES: return worker->facts.expertises.count;
    case REQUESTS: return worker->facts.requests.count;
    default: return 1;
    }
}

/* Pushes the item that a rule runs on, or nil for the dossier itself. [-0, +1, never raises] */
static void push_subject(lua_State *lua, const Rule *rule, size_t index) {
    if (rule->scope == DOSSIER)
        lua_pushnil(lua);
    else
        lua_rawgeti(lua, rule->scope == EXPERTISES ? THE_EXPERTISES : THE_REQUESTS,
                    (lua_Integer)index + 1);
}

/* [-0, +0, may raise] */
static Effect run_criteria(lua_State *lua, Worker *worker) {
    Effect whole = FAVOURABLE;
    for (size_t i = 0; i < worker->criteria.count; i++) {
        const Rule *rule = &worker->criteria.items[i];
        size_t count = subjects(worker, rule);
        worker->failed[i] = false;
        for (size_t item = 0; item < count; item++) {
            push_subject(lua, rule, item);
            if (applies(lua, rule) && !holds(lua, rule->demands)) {
                Effect *place = rule->scope == EXPERTISES ? &worker->own[item] : &whole;
                *place = worst(*place, rule->effect);
                worker->failed[i] = true;
            }
            lua_pop(lua, 1);
        }
    }
    return whole;
}

/* [-0, +0, may raise] */
static int run_priorities(lua_State *lua, Worker *worker) {
    int points = 0;
    for (size_t i = 0; i < worker->priorities.count; i++) {
        const Rule *rule = &worker->priorities.items[i];
        bool earned = false;
        size_t count = subjects(worker, rule);
        for (size_t item = 0; item < count && !earned; item++) {
            push_subject(lua, rule, item);
            earned = applies(lua, rule);
            lua_pop(lua, 1);
        }
        points += earned ? rule->points : 0;
    }
    return points;
}

/* [-0, +0, may raise] */
static Period run_validity(lua_State *lua, const Worker *worker, size_t index) {
    lua_rawgeti(lua, LUA_REGISTRYINDEX, worker->validity);
    lua_pushvalue(lua, THE_DOSSIER);
    lua_rawgeti(lua, THE_EXPERTISES, (lua_Integer)index + 1);
    lua_call(lua, 2, 2);
    Period period = {(Day)lua_tointeger(lua, -2), (Day)lua_tointeger(lua, -1)};
    lua_pop(lua, 2);
    return period;
}

/* The protected body: facts are read, rules run, the line is written. [-1, +0, may raise] */
static int evaluate_protected(lua_State *lua) {
    Worker *worker = lua_touserdata(lua, 1);
    Facts *facts = &worker->facts;
    push_dossier(lua, facts);
    size_t count = facts->expertises.count;
    for (size_t i = 0; i < count; i++)
        worker->own[i] = FAVOURABLE;
    Effect whole = run_criteria(lua, worker);
    int points = run_priorities(lua, worker);
    for (size_t i = 0; i < count; i++) {
        worker->own[i] = worst(worker->own[i], whole);
        bool none = worker->own[i] == REFUSAL || worker->validity == LUA_NOREF;
        worker->periods[i] = none ? (Period){0} : run_validity(lua, worker, i);
    }
    put_short_line(worker->out,
                   &(Outcome){facts->number, points, whole, count, worker->own, worker->periods,
                              worker->criteria.count, worker->ids, worker->failed});
    return 0;
}

static void evaluate(void *state, Text line, Buffer *out) {
    Worker *worker = state;
    if (!read_facts(&worker->facts, line)) {
        put(out, TEXT("null\n"));
        return;
    }
    size_t count = worker->facts.expertises.count;
    worker->own = with_room(worker->own, &worker->own_capacity, count, sizeof *worker->own);
    worker->periods =
        with_room(worker->periods, &worker->period_capacity, count, sizeof *worker->periods);
    worker->out = out;
    lua_pushvalue(worker->lua, 1);
    lua_pushlightuserdata(worker->lua, worker);
    if (lua_pcall(worker->lua, 1, 0, 0) != LUA_OK)
        stop(worker->lua);
}

static Rule rule_on_top(lua_State *lua) {
    Text on = text_of(lua, "on"), effect = text_of(lua, "effect");
    lua_getfield(lua, -1, "points");
    Rule rule = {.points = (int)lua_tointeger(lua, -1)};
    lua_pop(lua, 1);
    rule.scope = same(on, TEXT("expertises")) ? EXPERTISES
        : same(on, TEXT("demandes"))          ? REQUESTS
                                              : DOSSIER;
    rule.effect = same(effect, TEXT("refus")) ? REFUSAL
        : same(effect, TEXT("piece"))         ? DOCUMENT
                                              : EXAMINATION;
    rule.applies = function_of(lua, "applies");
    rule.demands = function_of(lua, "demands");
    return rule;
}

static void read_criteria(lua_State *lua, Worker *worker) {
    lua_getfield(lua, -1, "criteria");
    worker->criteria.count = lua_rawlen(lua, -1);
    worker->criteria.items = calloc(worker->criteria.count, sizeof(Rule));
    worker->ids = calloc(worker->criteria.count, sizeof(Text));
    worker->failed = calloc(worker->criteria.count, sizeof(bool));
    for (size_t i = 0; i < worker->criteria.count; i++) {
        lua_rawgeti(lua, -1, (lua_Integer)i + 1);
        worker->criteria.items[i] = rule_on_top(lua);
        worker->ids[i] = text_of(lua, "id");
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

static void read_priorities(lua_State *lua, Worker *worker) {
    lua_getfield(lua, -1, "priorities");
    worker->priorities.count = lua_rawlen(lua, -1);
    worker->priorities.items = calloc(worker->priorities.count, sizeof(Rule));
    for (size_t i = 0; i < worker->priorities.count; i++) {
        lua_rawgeti(lua, -1, (lua_Integer)i + 1);
        worker->priorities.items[i] = rule_on_top(lua);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

static void *make(void) {
    Worker *worker = calloc(1, sizeof *worker);
    if (worker == NULL)
        exit(1);
    lua_State *lua = worker->lua = new_machine();
    push_with_field_names(lua, evaluate_protected);
    push_host(lua);
    run_file(lua, tables_path, 0);
    run_file(lua, rules_path, 2); /* stays on the stack, so that Lua keeps the texts in it */
    read_criteria(lua, worker);
    read_priorities(lua, worker);
    worker->validity = function_of(lua, "validity");
    return worker;
}

int main(int argc, char **argv) {
    if (argc < 4)
        return 64;
    rules_path = argv[2];
    tables_path = argv[3];
    return run_batch(argv[1], argc > 4 ? atoi(argv[4]) : 1, make, evaluate);
}
