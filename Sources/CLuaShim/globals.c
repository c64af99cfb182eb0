// The trusted globals: an allow-list, never a list of removals.
// SPDX-License-Identifier: MIT

#include <lauxlib.h>
#include <lualib.h>

#include "machine.h"

static const char *const base_names[] = {
    "assert", "error",        "ipairs",   "next",     "pairs", "rawequal", "rawget",
    "rawlen", "rawset", "select",       "setmetatable", "tonumber", "tostring", "type", NULL};

static const char *const math_names[] = {
    "abs", "ceil",       "floor", "fmod", "huge",      "max",  "maxinteger", "min",
    "mininteger", "pi", "sqrt",  "tointeger", "type", "ult", NULL};

static const char *const string_names[] = {
    "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "sub",
    "upper", NULL};

static const char *const table_names[] = {"concat", "insert", "remove", "sort", "unpack", NULL};

static const char *const utf8_names[] = {"char", "charpattern", "codepoint", "len", NULL};

// Copies the named entries from the table on top into the table below. [-1, +0, may raise]
static void copy_names(lua_State *L, const char *const *names) {
  for (; *names != NULL; names++) {
    if (lua_getfield(L, -1, *names) == LUA_TNIL) luaL_error(L, "no '%s'", *names);
    lua_setfield(L, -3, *names);
  }
  lua_pop(L, 1);
}

// Adds a library with the named entries to the table on top. [-0, +0, may raise]
static void add_library(
    lua_State *L, const char *name, lua_CFunction open, const char *const *names) {
  lua_newtable(L);
  lua_pushcfunction(L, open);
  lua_pushstring(L, name);
  lua_call(L, 1, 1);
  copy_names(L, names);
  lua_setfield(L, -2, name);
}

// Texts and functions that a failure needs when there is no memory left. [-0, +0, may raise]
static void anchor(lua_State *L) {
  lua_newtable(L);
  lua_getfield(L, -2, "error");
  lua_rawseti(L, -2, 1);
  lua_getfield(L, -2, "assert");
  lua_rawseti(L, -2, 2);
  lua_pushliteral(L, "message");
  lua_rawseti(L, -2, 3);
  // Lua makes this text outside any protection: were it not there, a lack of memory would abort.
  lua_pushliteral(L, "error in error handling");
  lua_rawseti(L, -2, 4);
  lua_rawseti(L, LUA_REGISTRYINDEX, ANCHORED_INDEX);
}

// Lua's own also asks each metatable for a field that none has here, and takes ten times as long.
static int metatable_of(lua_State *L) {
  luaL_checkany(L, 1);
  if (!lua_getmetatable(L, 1)) lua_pushnil(L);
  return 1;
}

void open_trusted_globals(lua_State *L) {
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, KEPT_INDEX);

  lua_newtable(L);
  lua_pushcfunction(L, luaopen_base);
  lua_call(L, 0, 1);
  copy_names(L, base_names);
  lua_pushcfunction(L, metatable_of);
  lua_setfield(L, -2, "getmetatable");
  add_library(L, LUA_MATHLIBNAME, luaopen_math, math_names);
  add_library(L, LUA_STRLIBNAME, luaopen_string, string_names);
  add_library(L, LUA_TABLIBNAME, luaopen_table, table_names);
  add_library(L, LUA_UTF8LIBNAME, luaopen_utf8, utf8_names);
  anchor(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);

  // The string library gave every string its methods: take them back.
  lua_pushliteral(L, "");
  lua_pushnil(L);
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}
