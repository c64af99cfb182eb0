// Lists: joined, spread, and changed at a place.
// SPDX-License-Identifier: MIT

#include "library.h"

static lua_Integer length_of(lua_State *L, const char *function) {
  check_table(L, function, 1);
  return luaL_len(L, 1);
}

// MARK: Changing

static void move_entry(lua_State *L, lua_Integer from, lua_Integer to) {
  charge(L, 1);
  lua_geti(L, 1, from);
  lua_seti(L, 1, to);
}

static int insert(lua_State *L) {
  static const char name[] = "table.insert";
  lua_Integer end = length_of(L, name) + 1;
  int count = lua_gettop(L);
  if (count != 2 && count != 3) refuse(L, name, " attend deux ou trois arguments");
  lua_Integer place = count == 2 ? end : integer_argument(L, name, 2);
  if (place < 1 || place > end) refuse(L, name, " : place hors de la liste");
  for (lua_Integer index = end; index > place; index--) move_entry(L, index - 1, index);
  lua_seti(L, 1, place);
  return 0;
}

static int take_out(lua_State *L) {
  static const char name[] = "table.remove";
  lua_Integer length = length_of(L, name);
  lua_Integer place = optional_integer(L, name, 2, length);
  bool is_inside = place >= 1 && place <= length + 1;
  if (!is_inside && place != length) refuse(L, name, " : place hors de la liste");
  lua_geti(L, 1, place);
  for (; place < length; place++) move_entry(L, place + 1, place);
  lua_pushnil(L);
  lua_seti(L, 1, place);
  return 1;
}

// MARK: Joining and spreading

// The range that two arguments give; the whole list where there is none.
typedef struct entry_range {
  lua_Integer first;
  lua_Integer last;
} entry_range;

static entry_range range_of(lua_State *L, const char *function, int argument) {
  lua_Integer first = optional_integer(L, function, argument, 1);
  bool has_last = !lua_isnoneornil(L, argument + 1);
  return (entry_range){
      first, has_last ? integer_argument(L, function, argument + 1) : luaL_len(L, 1)};
}

static void add_entry(lua_State *L, luaL_Buffer *buffer, const char *name, lua_Integer index) {
  char number[NUMBER_ROOM];
  size_t length = 0;
  const char *text = number;
  charge(L, 1);
  lua_geti(L, 1, index);
  if (lua_type(L, -1) == LUA_TNUMBER) {
    length = write_number(L, -1, number);
    charge(L, (int64_t)length);
  } else if (lua_type(L, -1) == LUA_TSTRING) {
    text = lua_tolstring(L, -1, &length);
  } else {
    refuse(L, name, " joint des textes et des nombres, pas %s", kind_of(L, -1));
  }
  check_length(L, name, luaL_bufflen(buffer) + length);
  charge_bytes(L, length);
  if (text == number) {
    lua_pop(L, 1);
    luaL_addlstring(buffer, number, length);
  } else {
    luaL_addvalue(buffer);
  }
}

static int join(lua_State *L) {
  static const char name[] = "table.concat";
  check_table(L, name, 1);
  size_t gap = 0;
  const char *separator = lua_isnoneornil(L, 2) ? "" : text_argument(L, name, 2, &gap);
  entry_range range = range_of(L, name, 3);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (lua_Integer index = range.first; index <= range.last; index++) {
    if (index > range.first) add_bytes(L, &buffer, name, separator, gap);
    add_entry(L, &buffer, name, index);
    if (index == range.last) break;  // the largest integer has no next
  }
  luaL_pushresult(&buffer);
  return 1;
}

static int spread(lua_State *L) {
  static const char name[] = "table.unpack";
  check_table(L, name, 1);
  entry_range range = range_of(L, name, 2);
  if (range.first > range.last) return 0;
  uint64_t count = (uint64_t)range.last - (uint64_t)range.first;
  check_room(L, name, count < MOST_RESULTS ? (size_t)count + 1 : MOST_RESULTS + 1);
  charge(L, (int64_t)count + 1);
  for (uint64_t index = 0; index <= count; index++) {
    lua_geti(L, 1, (lua_Integer)((uint64_t)range.first + index));
  }
  return (int)count + 1;
}

const luaL_Reg sequence_functions[] = {
    {"concat", join}, {"insert", insert}, {"remove", take_out}, {"unpack", spread},
    {NULL, NULL}};
