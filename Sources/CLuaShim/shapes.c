// Shapes: the metatables and the keys of the records, lists and boxes that cross.
// SPDX-License-Identifier: MIT

#include <lauxlib.h>

#include "library.h"

// Where a record keeps its identity: a key that no text and no number can be.
static const char identity_key = 0;

void push_shapes(lua_State *L) { lua_rawgeti(L, LUA_REGISTRYINDEX, SHAPES_INDEX); }

bool has_shape(lua_State *L, int index, shape shape) {
  if (!lua_getmetatable(L, index)) return false;
  bool is_one = lua_topointer(L, -1) == machine_of(L)->shapes[shape - 1];
  lua_pop(L, 1);
  return is_one;
}

void push_shape_of(lua_State *L, int shapes, shape shape) {
  if (!lua_istable(L, shapes)) fail(L, SHIM_OUTCOME_FAULT, "valeur d’une forme qui n’est pas dite");
  lua_rawgeti(L, shapes, shape);
}

void push_record(lua_State *L, int metatable, int32_t identity, int fields) {
  lua_createtable(L, 0, identity == 0 ? fields : fields + 1);
  if (identity != 0) {
    lua_pushinteger(L, identity);
    lua_rawsetp(L, -2, &identity_key);
  }
  lua_pushvalue(L, metatable);
  lua_setmetatable(L, -2);
}

void push_list(lua_State *L, int metatable, int count) {
  lua_createtable(L, count, 0);
  lua_pushvalue(L, metatable);
  lua_setmetatable(L, -2);
}

void push_box(lua_State *L, int shapes, lua_Integer integer) {
  push_shape_of(L, shapes, SHAPE_BOXES);
  if (lua_rawgeti(L, -1, integer) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_createtable(L, 0, 1);
    lua_pushinteger(L, integer);
    lua_setfield(L, -2, "n");
    push_shape_of(L, shapes, SHAPE_BOX);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, integer);
  }
  lua_remove(L, -2);
}

lua_Integer identity_of(lua_State *L, int record) {
  lua_rawgetp(L, record, &identity_key);
  lua_Integer identity = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return identity;
}

// `shapes(record, list, box, boxes)`: four tables, kept as they are. Records have no keys yet.
static int set_shapes(lua_State *L) {
  int count = SHAPE_BOXES - SHAPE_RECORD + 1;
  lua_settop(L, count);
  lua_createtable(L, SHAPE_NUMBERS, 0);
  for (int index = 1; index <= count; index++) {
    int shape = SHAPE_RECORD + index - 1;
    luaL_checktype(L, index, LUA_TTABLE);
    machine_of(L)->shapes[shape - 1] = lua_topointer(L, index);
    lua_pushvalue(L, index);
    lua_rawseti(L, -2, shape);
  }
  lua_newtable(L);
  lua_rawseti(L, -2, SHAPE_KEYS);
  lua_newtable(L);
  lua_rawseti(L, -2, SHAPE_NUMBERS);
  lua_rawseti(L, LUA_REGISTRYINDEX, SHAPES_INDEX);
  lua_pushlightuserdata(L, (void *)&identity_key);
  return 1;
}

// `name_keys(keys)`: the keys that records may have, each by its number.
static int name_keys(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  push_shapes(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_pushvalue(L, 1);
  lua_rawseti(L, 2, SHAPE_KEYS);
  lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
  lua_createtable(L, 0, (int)count);
  for (lua_Integer number = 1; number <= count; number++) {
    lua_rawgeti(L, 1, number);
    lua_pushinteger(L, number);
    lua_rawset(L, -3);
  }
  lua_rawseti(L, 2, SHAPE_NUMBERS);
  return 0;
}

// The integer of a box; what is none is refused. [-0, +0, may raise]
static lua_Integer integer_of(lua_State *L, int index) {
  if (!has_shape(L, index, SHAPE_BOX)) luaL_error(L, "on ne compare un jour qu’à un jour");
  lua_getfield(L, index, "n");
  lua_Integer integer = lua_tointeger(L, -1);
  lua_pop(L, 1);
  return integer;
}

static int is_less(lua_State *L) {
  lua_pushboolean(L, integer_of(L, 1) < integer_of(L, 2));
  return 1;
}

static int is_less_or_equal(lua_State *L) {
  lua_pushboolean(L, integer_of(L, 1) <= integer_of(L, 2));
  return 1;
}

const luaL_Reg shape_functions[] = {
    {"box_less", is_less}, {"box_less_or_equal", is_less_or_equal}, {"name_keys", name_keys},
    {"shapes", set_shapes}, {NULL, NULL}};
