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

// `attempt(instructions, function, …)`: true and what the function gives, or false and what it
// raised, nothing when its budget ended. The budget of the caller stands still meanwhile.
static int attempt(lua_State *L) {
  shim_machine *machine = machine_of(L);
  int64_t outer = machine->remaining;
  int64_t deadline = machine->deadline;
  arm_budget(machine, lua_tointeger(L, 1));
  machine->deadline = deadline;
  int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
  if (status == LUA_ERRMEM) {
    static const char message[] = "limite de mémoire atteinte";
    record_failure(machine, SHIM_OUTCOME_MEMORY, message, sizeof message - 1);
  }
  if (is_final(machine->failure.outcome)) raise_recorded(L);
  deadline = machine->deadline;
  arm_budget(machine, outer);
  machine->deadline = deadline;
  if (status != LUA_OK) clear_failure(machine);
  lua_pushboolean(L, status == LUA_OK);
  lua_replace(L, 1);
  return lua_gettop(L);
}

// `abandon(value)`: raises a value that says why, without looking where.
static int abandon(lua_State *L) {
  lua_settop(L, 1);
  return lua_error(L);
}

// `credit(instructions)`: gives back to the budget at hand what work should not cost here.
static int credit(lua_State *L) {
  machine_of(L)->remaining += lua_tointeger(L, 1);
  return 0;
}

const luaL_Reg attempt_functions[] = {
    {"abandon", abandon}, {"attempt", attempt}, {"credit", credit}, {NULL, NULL}};
