// What the direct form leaves to C: facts found, lists counted and searched, texts cut and compared.
// SPDX-License-Identifier: MIT

#include <string.h>

#include "library.h"

_Noreturn void give_up(lua_State *L) {
  lua_pushnil(L);
  lua_error(L);
  __builtin_unreachable();
}

// The bytes of the white space at the start of a text, no-break and typographic spaces included; 0
// for none. [-0, +0, never raises]
static size_t blank_length(const unsigned char *text, size_t left) {
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (left >= 2 && text[0] == 0xC2 && text[1] == 0xA0) return 2;
  bool is_general = left >= 3 && text[0] == 0xE2 && text[1] == 0x80;
  if (is_general && ((text[2] >= 0x80 && text[2] <= 0x8A) || text[2] == 0xAF)) return 3;
  return 0;
}

// MARK: Fields

// Where the arguments of the readings stand.
enum { TABLE = 1, KEY };

// `look(table, key)`: a field of a record, which is there, or of a table of the file.
static int look(lua_State *L) {
  bool is_record = has_shape(L, TABLE, SHAPE_RECORD);
  if (!is_record && (!lua_istable(L, TABLE) || lua_getmetatable(L, TABLE))) give_up(L);
  lua_settop(L, KEY);
  lua_pushvalue(L, KEY);
  if (lua_rawget(L, TABLE) == LUA_TNIL && is_record) give_up(L);
  if (is_record) note_read(L, TABLE, KEY);
  return 1;
}

// Pushes the field of a record, nil where it is absent, and says its type. [-0, +1, may raise]
static int find_field(lua_State *L) {
  if (!has_shape(L, TABLE, SHAPE_RECORD)) give_up(L);
  lua_settop(L, KEY);
  lua_pushvalue(L, KEY);
  int type = lua_rawget(L, TABLE);
  if (type == LUA_TNIL) {
    note_absent(L, TABLE, KEY);
  } else {
    note_read(L, TABLE, KEY);
  }
  return type;
}

// `is_known(record, key)`: whether the fact is there.
static int is_known(lua_State *L) {
  lua_pushboolean(L, find_field(L) != LUA_TNIL);
  return 1;
}

// `known_or(record, key, value)`: `defaut`, on a fact that is there.
static int known_or(lua_State *L) {
  if (find_field(L) == LUA_TNIL) give_up(L);
  return 1;
}

// Whether a text is white space alone, as `blanc` judges and charges. [-0, +0, may raise]
static bool is_blank(lua_State *L, int index) {
  size_t length = 0;
  const char *text = lua_tolstring(L, index, &length);
  size_t place = 0;
  while (place < length) {
    size_t blank = blank_length((const unsigned char *)text + place, length - place);
    if (blank == 0) break;
    place += blank;
  }
  if (place > 0) charge_each_byte(L, place < length ? place + 1 : length);
  return place == length;
}

// `is_filled(record, key)`: whether the fact is there, and no blank text and no empty list.
static int is_filled(lua_State *L) {
  bool is_empty = false;
  switch (find_field(L)) {
    case LUA_TNIL:
      lua_pushboolean(L, 0);
      return 1;
    case LUA_TSTRING:
      is_empty = is_blank(L, -1);
      break;
    case LUA_TTABLE:
      is_empty = has_shape(L, -1, SHAPE_LIST) && lua_rawlen(L, -1) == 0;
      break;
    default:
      break;
  }
  if (is_empty) note_blank(L, TABLE, KEY);
  lua_pushboolean(L, !is_empty);
  return 1;
}

// MARK: Lists

// `count_entries(list)`: how many a list has, an instruction each for those who will walk it;
// nothing for what is no list.
static int count_entries(lua_State *L) {
  if (!has_shape(L, 1, SHAPE_LIST)) return 0;
  lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
  charge(L, count);
  lua_pushinteger(L, count);
  return 1;
}

// What the functions on lists keep of the trusted text: what counts the entries of a list of the
// file, the counts known so far, where the rows of tables hold each value as far as known, what finds
// that, what means the same as they for whatever else they are given, and which lists are of rows.
enum {
  COUNTING_UPVALUE = 1,
  LENGTHS_UPVALUE,
  PLACES_UPVALUE,
  SORTING_UPVALUE,
  EXISTS_UPVALUE,
  AMONG_UPVALUE,
  NUMBER_UPVALUE,
  ROWS_UPVALUE
};

// Gives what the trusted text gives instead. [-?, +1, may raise]
static int fall_back(lua_State *L, int upvalue) {
  lua_pushvalue(L, lua_upvalueindex(upvalue));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

// How many entries the list at a place has; that they will be walked is paid. [-0, +0, may raise]
static lua_Integer entries_of(lua_State *L, int list) {
  if (has_shape(L, list, SHAPE_LIST)) {
    lua_Integer count = (lua_Integer)lua_rawlen(L, list);
    charge(L, count);
    return count;
  }
  lua_pushvalue(L, list);
  if (lua_rawget(L, lua_upvalueindex(LENGTHS_UPVALUE)) != LUA_TNIL) {
    lua_Integer count = lua_tointeger(L, -1);
    lua_pop(L, 1);
    charge(L, count);
    return count;
  }
  lua_pop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(COUNTING_UPVALUE));
  lua_pushvalue(L, list);
  lua_call(L, 1, 1);
  lua_Integer count = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return count;
}

// Where the arguments of the functions on lists stand.
enum { LIST = 1, VALUES };

// Whether the list is one of rows in force, and what they hold is noted. [-0, +0, may raise]
static bool is_noted_by_row(lua_State *L) {
  if (!machine_of(L)->journal.is_kept) return false;
  lua_pushvalue(L, LIST);
  lua_rawget(L, lua_upvalueindex(ROWS_UPVALUE));
  bool holds = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return holds;
}

// Whether the entry on top fits the values; an absent field of a record gives no answer.
// [-0, +0, may raise]
static bool fits_values(lua_State *L, int names, int end, bool is_noting) {
  int entry = lua_gettop(L);
  bool is_record = has_shape(L, entry, SHAPE_RECORD);
  if (!is_record && (!lua_istable(L, entry) || lua_getmetatable(L, entry))) give_up(L);
  for (int name = names; name < end; name += 2) {
    charge(L, 1);
    lua_pushvalue(L, name);
    if (lua_rawget(L, entry) == LUA_TNIL && is_record) give_up(L);
    if (is_record && is_noting) note_read(L, entry, name);
    int value = VALUES - 1 + (int)lua_tointeger(L, name + 1);
    bool is_equal = lua_compare(L, -1, value, LUA_OPEQ);
    lua_settop(L, entry);
    if (!is_equal) return false;
  }
  return true;
}

// Pushes what the table on top holds under the value at a place, and says its type.
// [-1, +1, may raise]
static int follow(lua_State *L, int key) {
  lua_pushvalue(L, key);
  int type = lua_rawget(L, -2);
  lua_remove(L, -2);
  return type;
}

// Pushes the places of the entries by the values that they hold under the first name; false where
// they must be looked at one by one. [-0, +1, may raise]
static void push_places(lua_State *L, int names) {
  lua_pushvalue(L, lua_upvalueindex(PLACES_UPVALUE));
  if (follow(L, LIST) == LUA_TTABLE && follow(L, names) != LUA_TNIL) return;
  lua_pop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(SORTING_UPVALUE));
  lua_pushvalue(L, LIST);
  lua_pushvalue(L, names);
  lua_call(L, 2, 1);
}

// The first place among those on top whose entry fits the values, at the charge of a walk; 0 for
// none. [-0, +0, may raise]
static lua_Integer match_among(lua_State *L, lua_Integer count, int names, int end) {
  int places = end;
  lua_Integer walked = 0;
  for (lua_Integer index = 1; lua_istable(L, places); index++) {
    if (lua_rawgeti(L, places, index) == LUA_TNIL) break;
    lua_Integer place = lua_tointeger(L, -1);
    charge(L, place - walked);
    walked = place;
    lua_rawgeti(L, LIST, place);
    if (fits_values(L, names + 2, end, false)) return place;
    lua_settop(L, places);
  }
  charge(L, count - walked);
  return 0;
}

// The same among all entries, one after the other. [-0, +0, may raise]
static lua_Integer match_by_walk(
    lua_State *L, lua_Integer count, int names, int end, bool is_noting) {
  for (lua_Integer place = 1; place <= count; place++) {
    lua_rawgeti(L, LIST, place);
    if (fits_values(L, names, end, is_noting)) return place;
    lua_settop(L, end - 1);
  }
  return 0;
}

// Notes the fields of a row that was found, as tried or not. [-0, +0, may raise]
static void note_row(lua_State *L, lua_Integer place, int names, int end) {
  run_journal *journal = &machine_of(L)->journal;
  bool was_trying = journal->is_trying;
  journal->is_trying = false;
  lua_rawgeti(L, LIST, place);
  int row = lua_gettop(L);
  for (int name = names; name < end; name += 2) note_read(L, row, name);
  lua_pop(L, 1);
  journal->is_trying = was_trying;
}

// `any_match(list, values…, name, place…)`: whether the fields of an entry hold the values, each name
// followed by the place of its value.
static int any_match(lua_State *L) {
  int end = lua_gettop(L) + 1;
  int names = VALUES + (end - VALUES) / 3;
  for (int value = VALUES; value < names; value++) {
    if (lua_isnil(L, value)) give_up(L);
  }
  bool is_by_row = is_noted_by_row(L);
  lua_Integer count = entries_of(L, LIST);
  lua_Integer place = 0;
  push_places(L, names);
  if (lua_istable(L, -1)) {
    follow(L, VALUES - 1 + (int)lua_tointeger(L, names + 1));
    place = match_among(L, count, names, end);
  } else {
    lua_pop(L, 1);
    place = match_by_walk(L, count, names, end, !is_by_row);
  }
  if (place > 0 && is_by_row) note_row(L, place, names, end);
  lua_pushboolean(L, place > 0);
  return 1;
}

// What the function under the arguments gives for an entry, which it must decide. [-0, +0, may raise]
static bool holds_for(lua_State *L, lua_Integer place) {
  lua_pushvalue(L, VALUES);
  lua_rawgeti(L, LIST, place);
  lua_call(L, 1, 1);
  if (!lua_isboolean(L, -1)) give_up(L);
  bool holds = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return holds;
}

// The place of the first entry for which the function holds; 0 for none. [-0, +0, may raise]
static lua_Integer first_entry(lua_State *L) {
  bool is_by_row = is_noted_by_row(L);
  lua_Integer count = entries_of(L, LIST);
  for (lua_Integer place = 1; place <= count; place++) {
    row_trial trial = {false, 0};
    if (is_by_row) trial = begin_row(L);
    bool holds = holds_for(L, place);
    if (is_by_row) end_row(L, trial, holds);
    if (holds) return place;
  }
  return 0;
}

// `any_entry(list, condition)`: whether a function holds for an entry. What is no list of facts or
// of rows may hold some of either: there the trusted text looks at each.
static int any_entry(lua_State *L) {
  bool is_plain = machine_of(L)->journal.is_kept && !has_shape(L, LIST, SHAPE_LIST);
  if (is_plain || !lua_isfunction(L, VALUES)) return fall_back(L, EXISTS_UPVALUE);
  lua_settop(L, VALUES);
  lua_pushboolean(L, first_entry(L) > 0);
  return 1;
}

// `find_row(rows, condition)`: the first row for which a function holds; nil for none.
static int find_row(lua_State *L) {
  lua_settop(L, VALUES);
  lua_rawgeti(L, LIST, first_entry(L));
  return 1;
}

// `has_entry(value, list)`: whether a list has the value.
static int has_entry(lua_State *L) {
  if (!has_shape(L, 2, SHAPE_LIST) && lua_getmetatable(L, 2)) {
    lua_settop(L, 2);
    return fall_back(L, AMONG_UPVALUE);
  }
  lua_Integer count = entries_of(L, 2);
  bool is_there = false;
  for (lua_Integer place = 1; place <= count && !is_there; place++) {
    lua_rawgeti(L, 2, place);
    is_there = lua_compare(L, -1, 1, LUA_OPEQ);
    lua_pop(L, 1);
  }
  lua_pushboolean(L, is_there);
  return 1;
}

// `entry_count(list)`: how many a list has, which costs nothing.
static int entry_count(lua_State *L) {
  lua_settop(L, 1);
  if (!has_shape(L, 1, SHAPE_LIST)) return fall_back(L, NUMBER_UPVALUE);
  lua_pushinteger(L, (lua_Integer)lua_rawlen(L, 1));
  return 1;
}

static const luaL_Reg list_functions[] = {
    {"any_entry", any_entry}, {"any_match", any_match}, {"entry_count", entry_count},
    {"find_row", find_row},   {"has_entry", has_entry}, {NULL, NULL}};

// `list_functions(elements, lengths, places, sort, existe, parmi, nombre, rows)`: a table of the functions on lists.
static int open_list_functions(lua_State *L) {
  lua_settop(L, ROWS_UPVALUE);
  lua_newtable(L);
  lua_insert(L, 1);
  luaL_setfuncs(L, list_functions, ROWS_UPVALUE);
  return 1;
}

// MARK: Texts

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
    {"count_entries", count_entries}, {"is_filled", is_filled},
    {"is_known", is_known},           {"known_or", known_or},
    {"list_functions", open_list_functions}, {"look", look},
    {"part", part},                   {"starts_with", starts_with},
    {NULL, NULL}};
