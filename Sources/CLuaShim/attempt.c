// Attempts: calls under a budget of their own, whose failure is an answer and not an end.
// SPDX-License-Identifier: MIT

#include "library.h"

// What has fired stays fired, but for the attempt's own budget: no attempt outlives a limit.
static bool is_final(shim_outcome outcome) {
  switch (outcome) {
    case SHIM_OUTCOME_MEMORY:
    case SHIM_OUTCOME_STACK:
    case SHIM_OUTCOME_FAULT:
      return true;
    case SHIM_OUTCOME_DONE:
    case SHIM_OUTCOME_SYNTAX:
    case SHIM_OUTCOME_RUNTIME:
    case SHIM_OUTCOME_RAISED:
    case SHIM_OUTCOME_INSTRUCTIONS:
    case SHIM_OUTCOME_HOST:
      return false;
  }
  return true;
}

// What an attempt costs the budget around it.
enum { ATTEMPT_PRICE = 100 };

// `uncounted()`: to the end of this entry nothing is counted but what is charged. For trusted text
// that runs policy text which charges for itself: Lua then runs at its own pace.
static int uncounted(lua_State *L) {
  stop_counting(machine_of(L));
  return 0;
}

// Goes on after an attempt, unless what ended it ends all. [-0, +0, may raise]
static void recover(shim_machine *machine, int status) {
  if (status == LUA_ERRMEM) {
    static const char message[] = "limite de mémoire atteinte";
    record_failure(machine, SHIM_OUTCOME_MEMORY, message, sizeof message - 1);
  }
  if (is_final(machine->failure.outcome)) raise_recorded(machine->state);
  if (status == LUA_OK) return;
  clear_failure(machine);
  stop_counting(machine);
}

// Calls the function under the arguments on top with a budget of its own, which only what is charged
// spends (`uncounted`); the budget of the caller stands still meanwhile. Leaves what `lua_pcall`
// leaves, which it does not call when there is no budget. [-(arguments + 1), +?, may raise]
static int call_under(lua_State *L, int64_t budget, int arguments) {
  shim_machine *machine = machine_of(L);
  charge(L, ATTEMPT_PRICE);
  if (budget <= 0) {
    lua_settop(L, lua_gettop(L) - arguments - 1);
    lua_pushnil(L);
    return LUA_ERRRUN;
  }
  int64_t outer = machine->remaining;
  machine->remaining = budget;
  int status = lua_pcall(L, arguments, LUA_MULTRET, 0);
  recover(machine, status);
  machine->remaining = outer;
  return status;
}

// `attempt(budget, function, …)`: true and what the function gives, or false and what it raised,
// nil when its budget ended.
static int attempt(lua_State *L) {
  int status = call_under(L, lua_tointeger(L, 1), lua_gettop(L) - 2);
  lua_pushboolean(L, status == LUA_OK);
  lua_replace(L, 1);
  return lua_gettop(L);
}

// MARK: Every rule

// What `attempt_all` is given for each rule: its function, its budget, the name of the list of its
// subjects and the name under which it finds its subject, and what is called with the place of a
// subject before it runs on it, and with nothing after the last one; false where there is none.
enum { FUNCTION, BUDGET, LIST, SUBJECT, ENTER, PLAN_FIELDS };

// Where the arguments of `attempt_all` stand, and in `run_on` what it adds.
enum { PLAN = 1, ENVIRONMENT, FACTS, RUNS, RULE, SUBJECTS };

// The values that a rule gives: its outcome, two that go with it and those that its texts show.
enum { OUTCOME = 1, FIRST, SECOND, TEXTS, RULE_RESULTS = TEXTS };

// What the host is told of a run: its outcome, with bits for what follows. The bits of the values
// stand in their order.
enum {
  TOLD_WITHOUT_OBJECT = 2,
  TOLD_NO_RESULT = 5,
  TOLD_FIRST = 8,
  TOLD_SECOND = 16,
  TOLD_TEXTS = 32
};

// The runs of all rules, so that they go on after one that failed.
typedef struct rule_runs {
  lua_Integer rule;
  lua_Integer subject;
  int64_t outer;  // what is left of the budget around them
} rule_runs;

// Tells what a rule gave, with what its run read, and takes it off. [-RULE_RESULTS, +0, may raise]
static void tell_run(lua_State *L) {
  shim_machine *machine = machine_of(L);
  int below = lua_gettop(L) - RULE_RESULTS;
  int64_t outcome = lua_tointeger(L, below + OUTCOME);
  if (outcome == TOLD_NO_RESULT) {
    encode_integer(L, &machine->results, outcome);
    lua_settop(L, below);
    return;
  }
  bool ended_in_condition = outcome == TOLD_WITHOUT_OBJECT;
  outcome |= told_readings(machine);
  if (!lua_isnil(L, below + FIRST)) outcome |= TOLD_FIRST;
  if (!lua_isnil(L, below + SECOND)) outcome |= TOLD_SECOND;
  if (machine->journal.is_kept && !lua_isnil(L, below + TEXTS)) outcome |= TOLD_TEXTS;
  encode_integer(L, &machine->results, outcome);
  for (int value = FIRST; value <= TEXTS; value++) {
    if (outcome & (TOLD_FIRST << (value - FIRST))) {
      encode_values(L, &machine->results, below + value, below + value);
    }
  }
  tell_readings(L, ended_in_condition);
  lua_settop(L, below);
}

// `tell_run(outcome, first, second)`: tells what a rule gave that was run by itself.
static int tell_one(lua_State *L) {
  lua_settop(L, RULE_RESULTS);
  tell_run(L);
  return 0;
}

// `begin_run()`: what is read from here on is another run's.
static int begin_one(lua_State *L) {
  begin_run(machine_of(L));
  return 0;
}

static void push_plan(lua_State *L, const rule_runs *runs, int field) {
  lua_rawgeti(L, PLAN, runs->rule * PLAN_FIELDS + field + 1);
}

// Pushes the subjects of the rule at hand, nil for the dossier, and says how many there are.
static lua_Integer push_subjects(lua_State *L, const rule_runs *runs) {
  push_plan(L, runs, LIST);
  if (!lua_toboolean(L, -1)) return 1;
  return lua_rawget(L, FACTS) == LUA_TTABLE ? (lua_Integer)lua_rawlen(L, -1) : 0;
}

// Makes what is on top the subject of the rule at hand. [-1, +0, may raise]
static void set_subject(lua_State *L, const rule_runs *runs) {
  push_plan(L, runs, SUBJECT);
  lua_insert(L, -2);
  lua_rawset(L, ENVIRONMENT);
}

// Calls what prepares the rule at hand with the value on top. [-1, +0, may raise]
static void enter_with(lua_State *L, const rule_runs *runs) {
  push_plan(L, runs, ENTER);
  lua_insert(L, -2);
  lua_call(L, 1, 0);
}

// Runs the rule at hand on the subjects that are left. [-0, +0, may raise]
static void run_rule(lua_State *L, rule_runs *runs, int64_t budget, bool is_entered) {
  shim_machine *machine = machine_of(L);
  lua_Integer count = push_subjects(L, runs);
  bool is_on_dossier = lua_type(L, SUBJECTS) == LUA_TBOOLEAN;
  while (runs->subject < count) {
    runs->subject++;
    runs->outer -= ATTEMPT_PRICE;
    if (runs->outer <= 0) return;
    if (budget <= 0) {
      encode_integer(L, &machine->results, TOLD_NO_RESULT);
      continue;
    }
    if (!is_on_dossier) {
      lua_rawgeti(L, SUBJECTS, runs->subject);
      set_subject(L, runs);
    }
    if (is_entered) {
      lua_pushinteger(L, runs->subject);
      enter_with(L, runs);
    }
    machine->remaining = budget;
    begin_run(machine);
    lua_pushvalue(L, RULE);
    lua_pushvalue(L, ENVIRONMENT);
    lua_call(L, 1, RULE_RESULTS);
    tell_run(L);
  }
  if (!is_on_dossier) {
    lua_pushnil(L);
    set_subject(L, runs);
  }
  if (is_entered) {
    lua_pushnil(L);
    enter_with(L, runs);
  }
}

// Runs the rules from the one at hand on, up to one that fails or to the end of the budget around.
static int run_on(lua_State *L) {
  rule_runs *runs = lua_touserdata(L, RUNS);
  while (runs->outer > 0) {
    push_plan(L, runs, FUNCTION);
    if (lua_isnil(L, RULE)) break;
    push_plan(L, runs, BUDGET);
    int64_t budget = lua_tointeger(L, -1);
    push_plan(L, runs, ENTER);
    bool is_entered = lua_toboolean(L, -1);
    lua_settop(L, RULE);
    run_rule(L, runs, budget, is_entered);
    lua_settop(L, RUNS);
    if (runs->outer <= 0) break;
    runs->rule++;
    runs->subject = 0;
  }
  return 0;
}

// `attempt_all(plan, environment, facts)`: calls each rule on each of its subjects, each time under
// the rule's own budget, and tells what it gave, or that it gave nothing where it raised.
static int attempt_all(lua_State *L) {
  shim_machine *machine = machine_of(L);
  rule_runs runs = {.outer = machine->remaining};
  machine->journal.text_bytes = 0;
  lua_settop(L, FACTS);
  for (;;) {
    lua_pushcfunction(L, run_on);
    for (int argument = PLAN; argument <= FACTS; argument++) lua_pushvalue(L, argument);
    lua_pushlightuserdata(L, &runs);
    int status = lua_pcall(L, RUNS, 0, 0);
    recover(machine, status);
    if (status == LUA_OK) break;
    encode_integer(L, &machine->results, TOLD_NO_RESULT);
    lua_settop(L, FACTS);
  }
  machine->remaining = runs.outer;
  charge(L, 0);
  return 0;
}

// `abandon(value)`: raises a value that says why, without looking where.
static int abandon(lua_State *L) {
  lua_settop(L, 1);
  return lua_error(L);
}

// `spend(instructions)`: charges what Lua would not count.
static int spend(lua_State *L) {
  charge(L, lua_tointeger(L, 1));
  return 0;
}

// MARK: What is kept

// What `recall` keeps: the function, what it gave and what it cost by its argument, how many.
enum { KEPT_FUNCTION = 1, KEPT_RESULTS, KEPT_COSTS, KEPT_COUNT, KEPT_UPVALUES = KEPT_COUNT };

// The most that is kept of one function, and the longest text.
enum { MOST_KEPT = 1000, LONGEST_KEPT = 256 };

// Whether a value is a text that may be kept. [-0, +0, never raises]
static bool is_short_text(lua_State *L, int index) {
  return lua_type(L, index) == LUA_TSTRING && lua_rawlen(L, index) <= LONGEST_KEPT;
}

// Starts with nothing kept. [-0, +0, may raise]
static void forget_kept(lua_State *L) {
  lua_newtable(L);
  lua_replace(L, lua_upvalueindex(KEPT_RESULTS));
  lua_newtable(L);
  lua_replace(L, lua_upvalueindex(KEPT_COSTS));
  lua_pushinteger(L, 0);
  lua_replace(L, lua_upvalueindex(KEPT_COUNT));
}

// Keeps the result on top for the argument. [-0, +0, may raise]
static void keep_result(lua_State *L, int64_t cost) {
  lua_Integer count = lua_tointeger(L, lua_upvalueindex(KEPT_COUNT));
  if (count == MOST_KEPT) {
    forget_kept(L);
    count = 0;
  }
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, lua_upvalueindex(KEPT_RESULTS));
  lua_pushvalue(L, 1);
  lua_pushinteger(L, cost);
  lua_rawset(L, lua_upvalueindex(KEPT_COSTS));
  lua_pushinteger(L, count + 1);
  lua_replace(L, lua_upvalueindex(KEPT_COUNT));
}

// What the function gives on its argument, at the same charge whether it is called or not.
static int recall(lua_State *L) {
  bool may_keep = lua_gettop(L) == 1 && is_short_text(L, 1);
  if (may_keep) {
    lua_pushvalue(L, 1);
    if (lua_rawget(L, lua_upvalueindex(KEPT_RESULTS)) != LUA_TNIL) {
      lua_pushvalue(L, 1);
      lua_rawget(L, lua_upvalueindex(KEPT_COSTS));
      charge(L, lua_tointeger(L, -1));
      lua_pop(L, 1);
      return 1;
    }
    lua_pop(L, 1);
  }
  int64_t before = machine_of(L)->remaining;
  lua_pushvalue(L, lua_upvalueindex(KEPT_FUNCTION));
  if (!may_keep) {
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 1);
    return 1;
  }
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  bool is_plain = lua_isboolean(L, -1) || is_short_text(L, -1) || lua_type(L, -1) == LUA_TNUMBER;
  if (is_plain) keep_result(L, before - machine_of(L)->remaining);
  return 1;
}

// `remembering(function)`: a function of a text that gives what this one gives, and keeps it. Only for
// one whose result its argument alone decides.
static int remembering(lua_State *L) {
  lua_settop(L, KEPT_FUNCTION);
  lua_newtable(L);
  lua_newtable(L);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, recall, KEPT_UPVALUES);
  return 1;
}

const luaL_Reg attempt_functions[] = {
    {"abandon", abandon},     {"attempt", attempt},         {"attempt_all", attempt_all},
    {"begin_run", begin_one}, {"remembering", remembering}, {"spend", spend},
    {"tell_run", tell_one},   {"uncounted", uncounted},     {NULL, NULL}};
