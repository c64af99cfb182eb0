// What the library is given, checked; what it refuses, in French.
// SPDX-License-Identifier: MIT

#include <stdarg.h>
#include <stdio.h>

#include "library.h"

_Noreturn void refuse(lua_State *L, const char *function, const char *format, ...) {
  char message[MESSAGE_BYTES];
  int start = snprintf(message, sizeof message, "« %s »", function);
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message + start, sizeof message - (size_t)start, format, arguments);
  va_end(arguments);
  fail(L, SHIM_OUTCOME_RAISED, message);
}

const char *kind_of(lua_State *L, int index) {
  switch (lua_type(L, index)) {
    case LUA_TNUMBER:
      return "un nombre";
    case LUA_TSTRING:
      return "un texte";
    case LUA_TBOOLEAN:
      return "un booléen";
    case LUA_TTABLE:
      return "une table";
    case LUA_TFUNCTION:
      return "une fonction";
    default:
      return "rien";
  }
}

_Noreturn void refuse_argument(
    lua_State *L, const char *function, int argument, const char *expected) {
  refuse(
      L, function, " attend %s en argument %d, pas %s", expected, argument, kind_of(L, argument));
}

const char *text_argument(lua_State *L, const char *function, int argument, size_t *length) {
  if (lua_type(L, argument) == LUA_TNUMBER) make_text(L, argument);
  if (lua_type(L, argument) != LUA_TSTRING) refuse_argument(L, function, argument, "un texte");
  return lua_tolstring(L, argument, length);
}

lua_Integer integer_argument(lua_State *L, const char *function, int argument) {
  int is_integer = 0;
  lua_Integer integer = lua_tointegerx(L, argument, &is_integer);
  if (is_integer) return integer;
  if (lua_type(L, argument) == LUA_TNUMBER) {
    refuse(L, function, " attend un nombre entier en argument %d", argument);
  }
  refuse_argument(L, function, argument, "un nombre entier");
}

lua_Integer optional_integer(
    lua_State *L, const char *function, int argument, lua_Integer standard) {
  if (lua_isnoneornil(L, argument)) return standard;
  return integer_argument(L, function, argument);
}

void check_table(lua_State *L, const char *function, int argument) {
  if (!lua_istable(L, argument)) refuse_argument(L, function, argument, "une table");
}

void check_room(lua_State *L, const char *function, size_t values) {
  if (values > MOST_RESULTS) {
    refuse(L, function, " : plus de %d valeurs à la fois", MOST_RESULTS);
  }
  if (!lua_checkstack(L, (int)values)) fail(L, SHIM_OUTCOME_STACK, TOO_DEEP);
}
