// The trusted globals: an allow-list, never a list of removals.
// SPDX-License-Identifier: MIT

#include <lualib.h>

#include "library.h"

// What stays Lua's own: its work does not grow with what it is given, nor depends on where it runs.
static const char *const base_names[] = {
    "ipairs", "next",   "rawequal",     "rawget", "rawlen",
    "rawset", "select", "setmetatable", "type",   NULL};

static const char *const math_names[] = {
    "abs", "ceil",       "floor", "fmod", "huge",      "max",  "maxinteger", "min",
    "mininteger", "pi", "sqrt",  "tointeger", "type", "ult", NULL};

// Adds the named entries of one of Lua's libraries to the table on top. [-0, +0, may raise]
static void add_stock(lua_State *L, lua_CFunction open, const char *const *names) {
  lua_pushcfunction(L, open);
  lua_call(L, 0, 1);
  for (; *names != NULL; names++) {
    if (lua_getfield(L, -1, *names) == LUA_TNIL) luaL_error(L, "no '%s'", *names);
    lua_setfield(L, -3, *names);
  }
  lua_pop(L, 1);
}

// Makes the table on top a field of the one below. [-1, +0, may raise]
static void close_library(lua_State *L, const char *name) { lua_setfield(L, -2, name); }

// Texts that a failure needs when there is no memory left. [-0, +0, may raise]
static void anchor(lua_State *L) {
  lua_newtable(L);
  lua_pushliteral(L, "message");
  lua_rawseti(L, -2, 1);
  // Lua makes this text outside any protection: were it not there, a lack of memory would abort.
  lua_pushliteral(L, "error in error handling");
  lua_rawseti(L, -2, 2);
  lua_rawseti(L, LUA_REGISTRYINDEX, ANCHORED_INDEX);
}

// Lua's own also asks each metatable for a field that none has here, and takes ten times as long.
static int metatable_of(lua_State *L) {
  luaL_checkany(L, 1);
  if (!lua_getmetatable(L, 1)) lua_pushnil(L);
  return 1;
}

// One character of UTF-8, well written or not.
static const char character_pattern[] = "[\0-\x7F\xC2-\xFD][\x80-\xBF]*";

static const luaL_Reg own_functions[] = {{"getmetatable", metatable_of}, {NULL, NULL}};

void open_trusted_globals(lua_State *L) {
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, KEPT_INDEX);
  anchor(L);

  // Lua's string library is never opened: it alone would give texts a metatable, with methods and
  // arithmetic. They have none, so that there is none to lock.
  lua_newtable(L);
  add_stock(L, luaopen_base, base_names);
  luaL_setfuncs(L, own_functions, 0);
  luaL_setfuncs(L, raising_functions, 0);
  luaL_setfuncs(L, attempt_functions, 0);
  luaL_setfuncs(L, journal_functions, 0);
  luaL_setfuncs(L, shape_functions, 0);
  luaL_setfuncs(L, direct_functions, 0);
  luaL_setfuncs(L, number_functions, 0);
  luaL_setfuncs(L, key_functions, 0);

  lua_newtable(L);
  add_stock(L, luaopen_math, math_names);
  close_library(L, "math");

  lua_newtable(L);
  luaL_setfuncs(L, text_functions, 0);
  luaL_setfuncs(L, search_functions, 0);
  luaL_setfuncs(L, format_functions, 0);
  close_library(L, "string");

  lua_newtable(L);
  luaL_setfuncs(L, sequence_functions, 0);
  luaL_setfuncs(L, sort_functions, 0);
  close_library(L, "table");

  lua_newtable(L);
  luaL_setfuncs(L, unicode_functions, 0);
  luaL_setfuncs(L, letter_functions, 0);
  lua_pushlstring(L, character_pattern, sizeof character_pattern - 1);
  lua_setfield(L, -2, "charpattern");
  close_library(L, "utf8");

  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}
