// `pairs`: the keys in an order that does not depend on addresses.
// SPDX-License-Identifier: MIT

#include "library.h"

static const char NAME[] = "pairs";

static void check_key(lua_State *L, int index) {
  int type = lua_type(L, index);
  if (type == LUA_TNUMBER || type == LUA_TSTRING) return;
  refuse(L, NAME, " : les clés d’une table à parcourir sont des nombres ou des textes");
}

// Pushes the list of the keys and says how many; *is_sorted tells whether they came in order.
// [-0, +1, may raise]
static uint32_t collect_keys(lua_State *L, bool *is_sorted) {
  uint32_t count = 0;
  *is_sorted = true;
  lua_newtable(L);
  int keys = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    check_key(L, -1);
    charge(L, 1);
    lua_pushvalue(L, -1);
    lua_rawseti(L, keys, ++count);
    if (*is_sorted && count > 1) *is_sorted = comes_before(L, keys, count - 1, count);
  }
  return count;
}

// Puts the list of keys on top in order. [-1, +1, may raise]
static void sort_keys(lua_State *L, uint32_t count) {
  int keys = lua_gettop(L);
  const uint32_t *places = sort_places(L, keys, count, comes_before);
  lua_createtable(L, (int)count, 0);
  for (uint32_t index = 0; index < count; index++) {
    lua_rawgeti(L, keys, places[index]);
    lua_rawseti(L, -2, (lua_Integer)index + 1);
  }
  lua_replace(L, keys);
  lua_settop(L, keys);
}

// The values that the iterator keeps: the table, its keys as they were, and the last one's place.
enum { TABLE_UPVALUE = 1, KEYS_UPVALUE, PLACE_UPVALUE, UPVALUES = 3 };

// Passes over the entries that went away meanwhile.
static int next_entry(lua_State *L) {
  lua_Integer place = lua_tointeger(L, lua_upvalueindex(PLACE_UPVALUE));
  for (;;) {
    charge(L, 1);
    lua_settop(L, 0);
    if (lua_rawgeti(L, lua_upvalueindex(KEYS_UPVALUE), ++place) == LUA_TNIL) return 1;
    lua_pushvalue(L, 1);
    if (lua_rawget(L, lua_upvalueindex(TABLE_UPVALUE)) != LUA_TNIL) break;
  }
  lua_pushinteger(L, place);
  lua_replace(L, lua_upvalueindex(PLACE_UPVALUE));
  return 2;
}

static int walk(lua_State *L) {
  bool is_sorted;
  check_table(L, NAME, 1);
  lua_settop(L, 1);
  uint32_t count = collect_keys(L, &is_sorted);
  if (!is_sorted) sort_keys(L, count);
  lua_pushinteger(L, 0);
  lua_pushvalue(L, 1);
  lua_insert(L, 2);
  lua_pushcclosure(L, next_entry, UPVALUES);
  lua_insert(L, 1);
  lua_pushnil(L);
  return 3;
}

const luaL_Reg key_functions[] = {{"pairs", walk}, {NULL, NULL}};
