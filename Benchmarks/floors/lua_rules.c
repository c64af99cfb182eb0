/* A host for `rules.lua`: the facts that rules read become tables, and each rule is one call.
   SPDX-License-Identifier: MIT */

#include "batch.h"
#include "facts.h"
#include "outcome.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

enum { DECISION = 20240229 };

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
    Text line;
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

/* The names of fields, at hand as upvalues so that none is looked up again. */
#define FIELDS(X) \
    X(depose_le) X(nature_demande) X(objectifs) X(collectivite) X(expertises) X(demandes) \
    X(labels) X(nature) X(siren) X(rna) X(code_insee) X(categorie_juridique) X(domaine) \
    X(savoir_faire) X(references) X(experts) X(statut) X(conditions) X(pays) X(origine) \
    X(precise) X(urgente) X(regime) X(accorde_le) X(expire_le)

#define ENUMERATED(name) F_##name,
#define NAMED(name) #name,
enum { FIELDS(ENUMERATED) FIELD_COUNT };
static const char *const FIELD_NAMES[] = {FIELDS(NAMED)};

/* Where the host's function keeps its tables while a dossier is evaluated. */
enum { WORKER = 1, THE_DOSSIER, THE_EXPERTISES, THE_REQUESTS };

/* Pushes the name of a field; its value is pushed next, and `set` puts both into the table below.
   [-0, +1, never raises] */
static void field(lua_State *lua, int name) {
    lua_pushvalue(lua, lua_upvalueindex(1 + name));
}

/* [-2, +0, may raise] */
static void set(lua_State *lua) {
    lua_rawset(lua, -3);
}

/* [-0, +0, may raise] */
static void set_text(lua_State *lua, int name, Text text) {
    if (text.bytes == NULL)
        return;
    field(lua, name);
    lua_pushlstring(lua, text.bytes, text.length);
    set(lua);
}

/* [-0, +0, may raise] */
static void set_integer(lua_State *lua, int name, lua_Integer value) {
    field(lua, name);
    lua_pushinteger(lua, value);
    set(lua);
}

/* [-0, +0, may raise] */
static void set_boolean(lua_State *lua, int name, bool value) {
    field(lua, name);
    lua_pushboolean(lua, value);
    set(lua);
}

/* [-0, +1, may raise] */
static void push_applicant(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, 0, 5);
    set_text(lua, F_nature, facts->nature);
    set_text(lua, F_siren, facts->siren);
    set_text(lua, F_rna, facts->rna);
    set_text(lua, F_code_insee, facts->insee);
    set_text(lua, F_categorie_juridique, facts->category);
}

/* A list of which only the length counts. [-0, +1, may raise] */
static void push_length(lua_State *lua, int length) {
    lua_createtable(lua, length, 0);
    for (int i = 1; i <= length; i++) {
        lua_pushboolean(lua, true);
        lua_rawseti(lua, -2, i);
    }
}

/* [-0, +1, may raise] */
static void push_experts(lua_State *lua, const Facts *facts, const Expertise *expertise) {
    lua_createtable(lua, (int)expertise->experts, 0);
    for (size_t i = 0; i < expertise->experts; i++) {
        lua_createtable(lua, 0, 1);
        set_text(lua, F_statut, facts->statuses.items[expertise->first_expert + i]);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_expertises(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->expertises.count, 0);
    for (size_t i = 0; i < facts->expertises.count; i++) {
        const Expertise *expertise = &facts->expertises.items[i];
        lua_createtable(lua, 0, 5);
        set_text(lua, F_domaine, expertise->domain);
        set_text(lua, F_savoir_faire, expertise->know_how);
        set_text(lua, F_conditions, expertise->conditions);
        field(lua, F_references);
        push_length(lua, expertise->references);
        set(lua);
        field(lua, F_experts);
        push_experts(lua, facts, expertise);
        set(lua);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_requests(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->requests.count, 0);
    for (size_t i = 0; i < facts->requests.count; i++) {
        const Request *request = &facts->requests.items[i];
        lua_createtable(lua, 0, 4);
        set_text(lua, F_pays, request->country);
        set_text(lua, F_origine, request->origin);
        set_boolean(lua, F_precise, request->precise);
        set_boolean(lua, F_urgente, request->urgent);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_labels(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->labels.count, 0);
    for (size_t i = 0; i < facts->labels.count; i++) {
        const Label *label = &facts->labels.items[i];
        lua_createtable(lua, 0, 4);
        set_text(lua, F_regime, label->regime);
        set_text(lua, F_domaine, label->domain);
        set_integer(lua, F_accorde_le, label->granted);
        set_integer(lua, F_expire_le, label->expires);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* [-0, +1, may raise] */
static void push_objectives(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, (int)facts->objectives.count, 0);
    for (size_t i = 0; i < facts->objectives.count; i++) {
        Text objective = facts->objectives.items[i];
        lua_pushlstring(lua, objective.bytes, objective.length);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
}

/* Leaves the dossier, its expertises and its requests at their places. [-0, +3, may raise] */
static void push_dossier(lua_State *lua, const Facts *facts) {
    lua_createtable(lua, 0, 7);
    push_expertises(lua, facts);
    push_requests(lua, facts);
    lua_pushvalue(lua, THE_DOSSIER);
    set_integer(lua, F_depose_le, facts->filed);
    set_text(lua, F_nature_demande, facts->request);
    field(lua, F_objectifs);
    push_objectives(lua, facts);
    set(lua);
    field(lua, F_collectivite);
    push_applicant(lua, facts);
    set(lua);
    field(lua, F_labels);
    push_labels(lua, facts);
    set(lua);
    field(lua, F_expertises);
    lua_pushvalue(lua, THE_EXPERTISES);
    set(lua);
    field(lua, F_demandes);
    lua_pushvalue(lua, THE_REQUESTS);
    set(lua);
    lua_pop(lua, 1);
}

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
    Worker *worker = lua_touserdata(lua, WORKER);
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

static void stop(lua_State *lua) {
    fprintf(stderr, "%s\n", lua_tostring(lua, -1));
    exit(70);
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

/* --- Set-up -------------------------------------------------------------------------------- */

static int host_lower(lua_State *lua) {
    Text text;
    text.bytes = luaL_checklstring(lua, 1, &text.length);
    luaL_Buffer buffer;
    lower_case(text, luaL_buffinitsize(lua, &buffer, text.length));
    luaL_pushresultsize(&buffer, text.length);
    return 1;
}

static int host_next_day(lua_State *lua) {
    lua_pushinteger(lua, next_day((Day)luaL_checkinteger(lua, 1)));
    return 1;
}

static int host_previous_day(lua_State *lua) {
    lua_pushinteger(lua, previous_day((Day)luaL_checkinteger(lua, 1)));
    return 1;
}

static int host_years_later(lua_State *lua) {
    Day day = (Day)luaL_checkinteger(lua, 1);
    lua_pushinteger(lua, years_later(day, (int)luaL_checkinteger(lua, 2)));
    return 1;
}

static void push_host(lua_State *lua) {
    static const luaL_Reg FUNCTIONS[] = {
        {"lower", host_lower},
        {"next_day", host_next_day},
        {"previous_day", host_previous_day},
        {"years_later", host_years_later},
        {NULL, NULL},
    };
    luaL_newlib(lua, FUNCTIONS);
    lua_pushinteger(lua, DECISION);
    lua_setfield(lua, -2, "decision");
}

/* A reference to a function of the rule on top, LUA_NOREF for none. */
static int function_of(lua_State *lua, const char *name) {
    if (lua_getfield(lua, -1, name) == LUA_TNIL) {
        lua_pop(lua, 1);
        return LUA_NOREF;
    }
    return luaL_ref(lua, LUA_REGISTRYINDEX);
}

/* The text of a field of the rule on top, which Lua keeps; empty for none. */
static Text text_of(lua_State *lua, const char *name) {
    lua_getfield(lua, -1, name);
    Text text = {"", 0};
    if (lua_isstring(lua, -1))
        text.bytes = lua_tolstring(lua, -1, &text.length);
    lua_pop(lua, 1);
    return text;
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

/* Leaves what the rules file returns on the stack, so that Lua keeps the texts in it. */
static void load_rules(lua_State *lua) {
    if (luaL_loadfile(lua, rules_path) != LUA_OK)
        stop(lua);
    push_host(lua);
    if (luaL_dofile(lua, tables_path) != LUA_OK)
        stop(lua);
    if (lua_pcall(lua, 2, 1, 0) != LUA_OK)
        stop(lua);
}

static void *make(void) {
    Worker *worker = calloc(1, sizeof *worker);
    lua_State *lua = luaL_newstate();
    if (worker == NULL || lua == NULL)
        exit(1);
    worker->lua = lua;
    luaL_openlibs(lua);
    for (int i = 0; i < FIELD_COUNT; i++)
        lua_pushstring(lua, FIELD_NAMES[i]);
    lua_pushcclosure(lua, evaluate_protected, FIELD_COUNT);
    load_rules(lua);
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
