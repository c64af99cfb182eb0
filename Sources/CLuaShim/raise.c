// `error` and `assert`: a text that they raise is shown as it stands.
// SPDX-License-Identifier: MIT

#include "library.h"

// Raises the value on top; the record says where, so no position is put before a text.
static _Noreturn void raise_value(lua_State *L) {
  if (lua_type(L, -1) == LUA_TNUMBER) make_text(L, -1);
  if (lua_type(L, -1) == LUA_TSTRING) {
    size_t length = 0;
    const char *message = lua_tolstring(L, -1, &length);
    shim_machine *machine = machine_of(L);
    record_position(machine);
    record_failure(machine, SHIM_OUTCOME_RAISED, message, length);
    raise_recorded(L);
  }
  lua_error(L);
  __builtin_unreachable();
}

static int raise_error(lua_State *L) {
  lua_settop(L, 1);
  raise_value(L);
}

static int check_truth(lua_State *L) {
  static const char name[] = "assert";
  if (lua_isnone(L, 1)) refuse(L, name, " attend une valeur");
  if (lua_toboolean(L, 1)) return lua_gettop(L);
  if (lua_isnone(L, 2)) refuse(L, name, " : la condition n’est pas vraie");
  lua_settop(L, 2);
  raise_value(L);
}

const luaL_Reg raising_functions[] = {
    {"assert", check_truth}, {"error", raise_error}, {NULL, NULL}};
