/* A host for the rules of `verdicts`: full verdicts, the same bytes as sceau's.
   SPDX-License-Identifier: MIT */

#include "batch.h"
#include "lua_facts.h"
#include "lua_host.h"
#include "verdict.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>

/* Where the rules stand, and what was written from the policy for them. */
static const char *rules_folder, *written_folder;

static Identity identity = {.decision = DECISION};

typedef struct {
    RuleTexts texts;
    int applies, demands, sentence, period, value; /* references to Lua functions, or LUA_NOREF */
} Rule;

typedef struct {
    lua_State *lua;
    Verdict verdict;
    LIST(Rule) rules;
    Text line;
    Buffer *out;
} Worker;

/* Pushes a rule's function with the dossier, the item and its place. [-0, +4, never raises] */
static void push_call(lua_State *lua, const Rule *rule, int function, int place) {
    Scope scope = rule->texts.scope;
    lua_rawgeti(lua, LUA_REGISTRYINDEX, function);
    lua_pushvalue(lua, THE_DOSSIER);
    if (scope == DOSSIER)
        lua_pushnil(lua);
    else
        lua_rawgeti(lua, scope == EXPERTISES ? THE_EXPERTISES : THE_REQUESTS, place);
    lua_pushinteger(lua, place);
}

/* What a condition gives; nil where it missed a fact is unknown. [-0, +0, may raise] */
static Result condition(Worker *worker, const Rule *rule, int function, int place) {
    lua_State *lua = worker->lua;
    size_t missed = worker->verdict.missing.count;
    push_call(lua, rule, function, place);
    lua_call(lua, 3, 1);
    bool unknown = lua_isnil(lua, -1) && worker->verdict.missing.count > missed;
    bool holds = lua_toboolean(lua, -1);
    lua_pop(lua, 1);
    return unknown ? UNKNOWN : holds ? SATISFIED : FAILED;
}

/* [-0, +0, may raise] */
static Result result_of(Worker *worker, const Rule *rule, int place) {
    if (rule->applies != LUA_NOREF) {
        Result applies = condition(worker, rule, rule->applies, place);
        if (applies != SATISFIED)
            return applies == FAILED ? NO_OBJECT : applies;
    }
    return rule->demands == LUA_NOREF ? SATISFIED : condition(worker, rule, rule->demands, place);
}

/* Runs a rule; where its result is `speaks`, its sentence is left on the stack, where Lua keeps it.
   [-0, +0 or +1, may raise] */
static Finding find(Worker *worker, const Rule *rule, int place, Result speaks) {
    lua_State *lua = worker->lua;
    begin_finding(&worker->verdict);
    Finding finding = {&rule->texts, place, result_of(worker, rule, place), {0}};
    if (finding.result == speaks && rule->sentence != LUA_NOREF) {
        push_call(lua, rule, rule->sentence, place);
        lua_call(lua, 3, 1);
        finding.sentence.bytes = lua_tolstring(lua, -1, &finding.sentence.length);
    }
    return finding;
}

/* [-0, +0, may raise] */
static void run_validity(Worker *worker, const Rule *rule, int place) {
    lua_State *lua = worker->lua;
    Finding finding = find(worker, rule, place, FAILED);
    if (finding.result == SATISFIED) {
        Own *own = &worker->verdict.own.items[place - 1];
        push_call(lua, rule, rule->period, place);
        lua_call(lua, 3, 2);
        own->period = (Period){(Day)lua_tointeger(lua, -2), (Day)lua_tointeger(lua, -1)};
        own->validity = &rule->texts;
    }
    add_condition(&worker->verdict, &finding);
}

/* [-0, +1, may raise] */
static void run_calcul(Worker *worker, const Rule *rule) {
    begin_finding(&worker->verdict);
    push_call(worker->lua, rule, rule->value, 0);
    lua_call(worker->lua, 3, 1);
    Day day = (Day)lua_tointeger(worker->lua, -1);
    Finding finding = {&rule->texts, 0, SATISFIED, {0}};
    if (day == 0) {
        finding.result = NO_OBJECT;
        finding.sentence = rule->texts.otherwise;
    }
    add_calcul(&worker->verdict, &finding, day);
}

/* A priority counts by its best subject, the first of several. [-0, +0, may raise] */
static int place_that_counts(Worker *worker, const Rule *rule, int count) {
    for (int place = 1; place <= count && count > 1; place++)
        if (result_of(worker, rule, place) == SATISFIED)
            return place;
    return 1;
}

static int subjects(const Worker *worker, const Rule *rule) {
    switch (rule->texts.scope) {
    case EXPERTISES: return (int)worker->verdict.facts.expertises.count;
    case REQUESTS: return (int)worker->verdict.facts.requests.count;
    default: return 1;
    }
}

/* A rule whose list is empty has no object. */
static void add_without_subject(Worker *worker, const Rule *rule) {
    Finding finding = {&rule->texts, 0, NO_OBJECT, {0}};
    begin_finding(&worker->verdict);
    if (rule->texts.kind == PRIORITY)
        add_priority(&worker->verdict, &finding, true);
    else if (rule->texts.kind != FLAG)
        add_condition(&worker->verdict, &finding);
}

/* [-0, +n, may raise] */
static void run_on(Worker *worker, const Rule *rule, int place, int counts) {
    Finding finding;
    switch (rule->texts.kind) {
    case CRITERION:
        finding = find(worker, rule, place, FAILED);
        add_condition(&worker->verdict, &finding);
        break;
    case PRIORITY:
        finding = find(worker, rule, place, SATISFIED);
        add_priority(&worker->verdict, &finding, place == counts);
        break;
    case FLAG:
        finding = find(worker, rule, place, SATISFIED);
        if (finding.result != NO_OBJECT)
            add_flag(&worker->verdict, &finding);
        break;
    case VALIDITY:
        run_validity(worker, rule, place);
        break;
    case CALCUL:
        run_calcul(worker, rule);
        break;
    }
}

/* [-0, +0, may raise] */
static void run_rule(Worker *worker, const Rule *rule) {
    int count = subjects(worker, rule), top = lua_gettop(worker->lua);
    if (count == 0)
        add_without_subject(worker, rule);
    int counts = rule->texts.kind == PRIORITY ? place_that_counts(worker, rule, count) : 0;
    for (int place = 1; place <= count; place++) {
        run_on(worker, rule, place, counts);
        lua_settop(worker->lua, top);
    }
}

/* The protected body. [-1, +0, may raise] */
static int evaluate_protected(lua_State *lua) {
    Worker *worker = lua_touserdata(lua, 1);
    push_dossier(lua, &worker->verdict.facts);
    for (size_t i = 0; i < worker->rules.count; i++)
        run_rule(worker, &worker->rules.items[i]);
    put_verdict(worker->out, &worker->verdict, worker->line, &identity);
    return 0;
}

static void evaluate(void *state, Text line, Buffer *out) {
    Worker *worker = state;
    worker->line = line;
    worker->out = out;
    if (!read_facts(&worker->verdict.facts, line)) {
        put(out, TEXT("null\n"));
        return;
    }
    begin_verdict(&worker->verdict);
    lua_pushvalue(worker->lua, 1);
    lua_pushlightuserdata(worker->lua, worker);
    if (lua_pcall(worker->lua, 1, 0, 0) != LUA_OK)
        stop(worker->lua);
}

/* --- Set-up --------------------------------------------------------------------------------- */

static Verdict *verdict_of(lua_State *lua) {
    return lua_touserdata(lua, lua_upvalueindex(1));
}

static Note note_of(lua_State *lua) {
    return (Note){(Reading)lua_tointeger(lua, 1), (int)lua_tointeger(lua, 2),
                  (int)lua_tointeger(lua, 3)};
}

static int host_note(lua_State *lua) {
    add_note(&verdict_of(lua)->notes, note_of(lua));
    return 0;
}

static int host_missing(lua_State *lua) {
    add_note(&verdict_of(lua)->missing, note_of(lua));
    return 0;
}

static int host_absent(lua_State *lua) {
    verdict_of(lua)->provisional = true;
    return host_missing(lua);
}

/* Adds to the host's table what rules say as they run. [-0, +0, may raise] */
static void add_tracing(lua_State *lua, Verdict *verdict) {
#define NAME(name) #name,
    static const char *const NAMES[] = {READINGS(NAME)};
    static const luaL_Reg FUNCTIONS[] = {
        {"note", host_note}, {"missing", host_missing}, {"absent", host_absent}, {NULL, NULL},
    };
    lua_pushlightuserdata(lua, verdict);
    luaL_setfuncs(lua, FUNCTIONS, 1);
    lua_createtable(lua, 0, READING_COUNT);
    for (int i = 0; i < READING_COUNT; i++) {
        lua_pushinteger(lua, i);
        lua_setfield(lua, -2, NAMES[i]);
    }
    lua_setfield(lua, -2, "readings");
}

/* The start of every finding of the rule on top, as JSON. */
static Text head_of(lua_State *lua) {
    Buffer head = {0};
    put(&head, TEXT("{\"id\":"));
    put_json_text(&head, text_of(lua, "id"));
    put(&head, TEXT(",\"titre\":"));
    put_json_text(&head, text_of(lua, "title"));
    put(&head, TEXT(",\"source\":"));
    put_json_text(&head, text_of(lua, "source"));
    put(&head, TEXT(",\"sujet\":\""));
    return (Text){head.bytes, head.length};
}

static Kind kind_of(Text name) {
    if (same(name, TEXT("criterion")))
        return CRITERION;
    if (same(name, TEXT("priority")))
        return PRIORITY;
    if (same(name, TEXT("validity")))
        return VALIDITY;
    return same(name, TEXT("flag")) ? FLAG : CALCUL;
}

static void read_effect(RuleTexts *rule, Text effect) {
    bool refusal = same(effect, TEXT("refus")), document = same(effect, TEXT("piece"));
    rule->effect = refusal ? REFUSAL : document ? DOCUMENT : EXAMINATION;
    rule->effect_name = refusal ? TEXT("\"refus\"") : document ? TEXT("\"piece\"")
                                                               : TEXT("\"examen\"");
    if (rule->kind == VALIDITY)
        rule->effect_name = TEXT("null");
}

static RuleTexts texts_on_top(lua_State *lua) {
    Text on = text_of(lua, "on");
    RuleTexts texts = {.kind = kind_of(text_of(lua, "kind"))};
    texts.scope = same(on, TEXT("expertises")) ? EXPERTISES
        : same(on, TEXT("demandes"))           ? REQUESTS
                                               : DOSSIER;
    read_effect(&texts, text_of(lua, "effect"));
    lua_getfield(lua, -1, "points");
    texts.points = (int)lua_tointeger(lua, -1);
    lua_pop(lua, 1);
    texts.head = head_of(lua);
    texts.parameters = text_of(lua, "parameters");
    if (texts.parameters.length == 0)
        texts.parameters = TEXT("{}");
    texts.name = text_of(lua, texts.kind == CALCUL ? "name" : "id");
    texts.otherwise = text_of(lua, "otherwise");
    return texts;
}

static Rule rule_on_top(lua_State *lua) {
    return (Rule){
        .texts = texts_on_top(lua),
        .applies = function_of(lua, "applies"),
        .demands = function_of(lua, "demands"),
        .sentence = function_of(lua, "sentence"),
        .period = function_of(lua, "period"),
        .value = function_of(lua, "value"),
    };
}

/* Pushes what a file of a folder returns, handed the values at `arguments`, 0 for none. */
static void run_in(lua_State *lua, const char *folder, const char *name, const int arguments[3]) {
    char path[4096];
    int count = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    for (; count < 3 && arguments[count] != 0; count++)
        lua_pushvalue(lua, arguments[count]);
    run_file(lua, path, count);
}

/* Adds the rules of a list on top, which stays on the stack so that Lua keeps their texts. */
static void add_rules(lua_State *lua, Worker *worker) {
    size_t count = lua_rawlen(lua, -1);
    worker->rules.items = with_room(worker->rules.items, &worker->rules.capacity,
                                    worker->rules.count + count, sizeof(Rule));
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(lua, -1, (lua_Integer)i + 1);
        worker->rules.items[worker->rules.count++] = rule_on_top(lua);
        lua_pop(lua, 1);
    }
}

static void *make(void) {
    enum { HOST = 2, TABLES, TEXTS, READS };
    Worker *worker = calloc(1, sizeof *worker);
    if (worker == NULL)
        exit(1);
    worker->verdict.facts.with_texts = true;
    lua_State *lua = worker->lua = new_machine();
    push_with_field_names(lua, evaluate_protected);
    push_host(lua);
    add_tracing(lua, &worker->verdict);
    run_in(lua, written_folder, "tables.lua", (int[3]){0});
    run_in(lua, written_folder, "texts.lua", (int[3]){0});
    run_in(lua, rules_folder, "reads.lua", (int[3]){HOST, TEXTS});
    run_in(lua, rules_folder, "criteria.lua", (int[3]){HOST, TABLES, READS});
    add_rules(lua, worker);
    run_in(lua, rules_folder, "others.lua", (int[3]){HOST, TABLES, READS});
    add_rules(lua, worker);
    return worker;
}

int main(int argc, char **argv) {
    if (argc < 6)
        return 64;
    rules_folder = argv[2];
    written_folder = argv[3];
    identity.policy = argv[4];
    identity.engine = argv[5];
    return run_batch(argv[1], argc > 6 ? atoi(argv[6]) : 1, make, evaluate);
}
