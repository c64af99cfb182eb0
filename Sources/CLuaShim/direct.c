// What the direct form leaves to C: lists counted and searched, texts cut and compared.
// SPDX-License-Identifier: MIT

#include <string.h>

#include "library.h"

// Raises nothing, as `abandon` does: the run knows no answer. [-0, +0, always raises]
static _Noreturn void give_up(lua_State *L) {
  lua_pushnil(L);
  lua_error(L);
  __builtin_unreachable();
}

// Whether a value stands under the metatable at a place of the stack. [-0, +0, may raise]
static bool stands_under(lua_State *L, int index, int metatable) {
  if (!lua_getmetatable(L, index)) return false;
  bool is_same = lua_rawequal(L, -1, metatable);
  lua_pop(L, 1);
  return is_same;
}

// `count_entries(list)`: how many a list has, an instruction each for those who will walk it;
// nothing for what is no list.
static int count_entries(lua_State *L) {
  lua_settop(L, 1);
  push_shape(L, SHAPE_LIST);
  if (!stands_under(L, 1, 2)) return 0;
  lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
  charge(L, count);
  lua_pushinteger(L, count);
  return 1;
}

// Where the arguments of `first_match` stand.
enum { LIST = 1, COUNT, VALUES };

// Whether the entry on top fits the values; an absent field of a record gives no answer.
// [-0, +0, may raise]
static bool fits_values(lua_State *L, int names, int end, int record) {
  int entry = lua_gettop(L);
  bool is_record = stands_under(L, entry, record);
  if (!lua_istable(L, entry) || (!is_record && lua_getmetatable(L, entry))) give_up(L);
  for (int name = names; name < end; name += 2) {
    charge(L, 1);
    lua_pushvalue(L, name);
    if (lua_rawget(L, entry) == LUA_TNIL && is_record) give_up(L);
    int value = VALUES - 1 + (int)lua_tointeger(L, name + 1);
    bool is_equal = lua_compare(L, -1, value, LUA_OPEQ);
    lua_settop(L, entry);
    if (!is_equal) return false;
  }
  return true;
}

// `first_match(list, count, values…, name, place…)`: the place of the first entry whose fields hold
// the values, each name followed by the place of its value; nothing where none does.
static int first_match(lua_State *L) {
  int end = lua_gettop(L) + 1;
  int names = VALUES + (end - VALUES) / 3;
  for (int value = VALUES; value < names; value++) {
    if (lua_isnil(L, value)) give_up(L);
  }
  lua_Integer count = lua_tointeger(L, COUNT);
  push_shape(L, SHAPE_RECORD);
  for (lua_Integer place = 1; place <= count; place++) {
    lua_rawgeti(L, LIST, place);
    if (fits_values(L, names, end, end)) {
      lua_pushinteger(L, place);
      return 1;
    }
    lua_settop(L, end);
  }
  return 0;
}

// A text; a number gives no answer, though the library would take it. [-0, +0, may raise]
static const char *strict_text(lua_State *L, int argument, size_t *length) {
  if (lua_type(L, argument) != LUA_TSTRING) give_up(L);
  return lua_tolstring(L, argument, length);
}

// `starts_with(text, start)`, on texts alone.
static int starts_with(lua_State *L) {
  size_t length = 0;
  size_t count = 0;
  const char *text = strict_text(L, 1, &length);
  const char *start = strict_text(L, 2, &count);
  charge_bytes(L, count);
  lua_pushboolean(L, count <= length && memcmp(text, start, count) == 0);
  return 1;
}

// `part(text, first, last)`: `string.sub` on a text and integers alone.
static int part(lua_State *L) {
  size_t length = 0;
  const char *text = strict_text(L, 1, &length);
  if (!lua_isinteger(L, 2) || !(lua_isnoneornil(L, 3) || lua_isinteger(L, 3))) give_up(L);
  lua_Integer last = lua_isnoneornil(L, 3) ? -1 : lua_tointeger(L, 3);
  text_part part = part_between(lua_tointeger(L, 2), last, length);
  charge_bytes(L, part.length);
  lua_pushlstring(L, text + part.start, part.length);
  return 1;
}

const luaL_Reg direct_functions[] = {
    {"count_entries", count_entries}, {"first_match", first_match}, {"part", part},
    {"starts_with", starts_with}, {NULL, NULL}};
