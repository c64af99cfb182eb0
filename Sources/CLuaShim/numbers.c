// Numbers and other values as texts, and texts as numbers.
// SPDX-License-Identifier: MIT

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "library.h"

// MARK: Writing

static size_t write_float(double number, char text[NUMBER_ROOM]) {
  // The sign of what is not a number differs from one processor to another.
  if (isnan(number)) number = NAN;
  int length = snprintf(text, NUMBER_ROOM, "%.14g", number);
  bool looks_whole = strspn(text, "-0123456789") == (size_t)length;
  if (looks_whole) strcpy(text + length, ".0");
  return (size_t)length + (looks_whole ? 2 : 0);
}

size_t write_number(lua_State *L, int index, char text[NUMBER_ROOM]) {
  if (!lua_isinteger(L, index)) return write_float(lua_tonumber(L, index), text);
  int64_t integer = lua_tointeger(L, index);
  return (size_t)snprintf(text, NUMBER_ROOM, "%" PRId64, integer);
}

void make_text(lua_State *L, int index) {
  char text[NUMBER_ROOM];
  int place = lua_absindex(L, index);
  size_t length = write_number(L, place, text);
  charge(L, (int64_t)length);
  lua_pushlstring(L, text, length);
  lua_replace(L, place);
}

// A table or a function has no address here, and no `__tostring` of its own.
static int to_text(lua_State *L) {
  switch (lua_type(L, 1)) {
    case LUA_TNONE:
      refuse(L, "tostring", " attend une valeur");
    case LUA_TNUMBER:
      make_text(L, 1);
      break;
    case LUA_TSTRING:
      break;
    case LUA_TBOOLEAN:
      lua_pushstring(L, lua_toboolean(L, 1) ? "true" : "false");
      return 1;
    default:
      lua_pushstring(L, luaL_typename(L, 1));
      return 1;
  }
  lua_settop(L, 1);
  return 1;
}

// MARK: Reading

static bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

// The value of a digit, 36 where it is none.
static unsigned digit_value(char byte) {
  if (byte >= '0' && byte <= '9') return (unsigned)(byte - '0');
  if (byte >= 'a' && byte <= 'z') return (unsigned)(byte - 'a') + 10;
  if (byte >= 'A' && byte <= 'Z') return (unsigned)(byte - 'A') + 10;
  return 36;
}

// Reads a whole number in a base; it wraps around, as Lua's integers do.
static bool read_in_base(const char *text, size_t length, unsigned base, lua_Integer *result) {
  const char *end = text + length;
  while (text < end && is_space(*text)) text++;
  while (text < end && is_space(end[-1])) end--;
  bool is_negative = text < end && *text == '-';
  if (is_negative || (text < end && *text == '+')) text++;
  if (text == end) return false;
  uint64_t value = 0;
  for (; text < end; text++) {
    unsigned digit = digit_value(*text);
    if (digit >= base) return false;
    value = value * base + digit;
  }
  *result = (lua_Integer)(is_negative ? 0 - value : value);
  return true;
}

static int to_number_in_base(lua_State *L) {
  static const char name[] = "tonumber";
  lua_Integer base = integer_argument(L, name, 2);
  if (lua_type(L, 1) != LUA_TSTRING) refuse_argument(L, name, 1, "un texte");
  if (base < 2 || base > 36) refuse(L, name, " : la base va de 2 à 36");
  size_t length = 0;
  const char *text = lua_tolstring(L, 1, &length);
  charge_each_byte(L, length);
  lua_Integer result = 0;
  if (read_in_base(text, length, (unsigned)base, &result)) {
    lua_pushinteger(L, result);
  } else {
    lua_pushnil(L);
  }
  return 1;
}

static int to_number(lua_State *L) {
  if (!lua_isnoneornil(L, 2)) return to_number_in_base(L);
  if (lua_isnone(L, 1)) refuse(L, "tonumber", " attend une valeur");
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TNUMBER) return 1;
  if (lua_type(L, 1) == LUA_TSTRING) {
    size_t length = 0;
    const char *text = lua_tolstring(L, 1, &length);
    charge_each_byte(L, length);
    if (lua_stringtonumber(L, text) == length + 1) return 1;
  }
  lua_pushnil(L);
  return 1;
}

const luaL_Reg number_functions[] = {
    {"tonumber", to_number}, {"tostring", to_text}, {NULL, NULL}};
