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

// `attempt(budget, function, …)`: true and what the function gives, or false and what it raised,
// nothing when its budget ended. Only what is charged spends the budget (`uncounted`); that of the
// caller stands still meanwhile.
static int attempt(lua_State *L) {
  shim_machine *machine = machine_of(L);
  charge(L, ATTEMPT_PRICE);
  int64_t outer = machine->remaining;
  machine->remaining = lua_tointeger(L, 1);
  if (machine->remaining <= 0) {
    machine->remaining = outer;
    lua_pushboolean(L, 0);
    return 1;
  }
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
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
  lua_pushboolean(L, status == LUA_OK);
  lua_replace(L, 1);
  return lua_gettop(L);
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
    {"abandon", abandon}, {"attempt", attempt}, {"spend", spend}, {"uncounted", uncounted},
    {NULL, NULL}};
