// Values that Swift keeps inside the machine, by number.
// SPDX-License-Identifier: MIT

#include <stdatomic.h>

#include "machine.h"

// INVARIANT: a number is given once in the life of the process, so a reference that was released,
// or that another machine made, is found nowhere.
static atomic_int_fast64_t last_reference = 0;

int64_t keep_value(lua_State *L) {
  int64_t reference = atomic_fetch_add(&last_reference, 1) + 1;
  lua_rawgeti(L, LUA_REGISTRYINDEX, KEPT_INDEX);
  lua_insert(L, -2);
  lua_rawseti(L, -2, reference);
  lua_pop(L, 1);
  machine_of(L)->kept_count++;
  return reference;
}

void push_kept(lua_State *L, int64_t reference) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, KEPT_INDEX);
  if (lua_rawgeti(L, -1, reference) == LUA_TNIL) {
    fail(L, SHIM_OUTCOME_FAULT, "référence relâchée ou d’une autre machine");
  }
  lua_remove(L, -2);
}

void drop_kept(lua_State *L, int64_t reference) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, KEPT_INDEX);
  if (lua_rawgeti(L, -1, reference) != LUA_TNIL) {
    lua_pushnil(L);
    lua_rawseti(L, -3, reference);  // the key is there: takes no memory
    machine_of(L)->kept_count--;
  }
  lua_pop(L, 2);
}
