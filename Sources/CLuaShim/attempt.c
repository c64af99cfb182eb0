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

// Calls the function under the arguments on top with a budget of its own, which only what is charged
// spends (`uncounted`); the budget of the caller stands still meanwhile. Leaves what `lua_pcall`
// leaves, which it does not call when there is no budget. [-(arguments + 1), +?, may raise]
static int call_under(lua_State *L, int64_t budget, int arguments, int results) {
  shim_machine *machine = machine_of(L);
  charge(L, ATTEMPT_PRICE);
  if (budget <= 0) {
    lua_settop(L, lua_gettop(L) - arguments - 1);
    lua_pushnil(L);
    return LUA_ERRRUN;
  }
  int64_t outer = machine->remaining;
  machine->remaining = budget;
  int status = lua_pcall(L, arguments, results, 0);
  if (status == LUA_ERRMEM) {
    static const char message[] = "limite de mémoire atteinte";
    record_failure(machine, SHIM_OUTCOME_MEMORY, message, sizeof message - 1);
  }
  if (is_final(machine->failure.outcome)) raise_recorded(L);
  if (status != LUA_OK) {
    clear_failure(machine);
    stop_counting(machine);
  }
  machine->remaining = outer;
  return status;
}

// `attempt(budget, function, …)`: true and what the function gives, or false and what it raised,
// nil when its budget ended.
static int attempt(lua_State *L) {
  int status = call_under(L, lua_tointeger(L, 1), lua_gettop(L) - 2, LUA_MULTRET);
  lua_pushboolean(L, status == LUA_OK);
  lua_replace(L, 1);
  return lua_gettop(L);
}

// Where the arguments of `attempt_each` stand.
enum { FUNCTIONS = 1, BUDGETS, ARGUMENT, RESULTS, FIRST, STEP };

// `attempt_each(functions, budgets, argument, results, first, step)`: calls each function under its
// budget and writes what it gives into every `step`th place of the results, false where it raised.
// What the trusted text keeps of a run beside it (how days are rounded) must suit all of them.
static int attempt_each(lua_State *L) {
  lua_Integer place = lua_tointeger(L, FIRST);
  lua_Integer step = lua_tointeger(L, STEP);
  lua_settop(L, RESULTS);
  for (lua_Integer index = 1; lua_rawgeti(L, FUNCTIONS, index) != LUA_TNIL; index++) {
    lua_rawgeti(L, BUDGETS, index);
    int64_t budget = lua_tointeger(L, -1);
    lua_pop(L, 1);
    lua_pushvalue(L, ARGUMENT);
    if (call_under(L, budget, 1, 1) != LUA_OK) {
      lua_settop(L, RESULTS);
      lua_pushboolean(L, 0);
    }
    lua_rawseti(L, RESULTS, place);
    place += step;
  }
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

const luaL_Reg attempt_functions[] = {
    {"abandon", abandon}, {"attempt", attempt}, {"attempt_each", attempt_each},
    {"spend", spend},     {"uncounted", uncounted}, {NULL, NULL}};
