// Texts cut, joined and changed byte by byte; letters are those of ASCII.
// SPDX-License-Identifier: MIT

#include <stdio.h>
#include <string.h>

#include "library.h"

// MARK: Making texts

void check_length(lua_State *L, const char *function, size_t length) {
  if (length <= machine_of(L)->limits.string) return;
  char message[64];
  snprintf(message, sizeof message, "« %s » : texte trop long", function);
  fail(L, SHIM_OUTCOME_MEMORY, message);
}

void add_bytes(
    lua_State *L, luaL_Buffer *buffer, const char *function, const char *bytes, size_t length) {
  // INVARIANT: neither term exceeds the cap on one string, so that the sum is right.
  check_length(L, function, luaL_bufflen(buffer) + length);
  charge_bytes(L, length);
  luaL_addlstring(buffer, bytes, length);
}

// MARK: Places

lua_Integer absolute_place(lua_Integer place, size_t length) {
  if (place >= 0) return place;
  // INVARIANT: a length is far from the largest integer, so that the sum does not wrap around.
  return place + (lua_Integer)length + 1;
}

text_part part_between(lua_Integer first, lua_Integer last, size_t length) {
  lua_Integer start = absolute_place(first, length);
  lua_Integer end = absolute_place(last, length);
  if (start < 1) start = 1;
  if (end > (lua_Integer)length) end = (lua_Integer)length;
  if (start > end) return (text_part){0, 0};
  return (text_part){(size_t)start - 1, (size_t)(end - start) + 1};
}

// MARK: Functions

static int text_length(lua_State *L) {
  size_t length = 0;
  text_argument(L, "string.len", 1, &length);
  lua_pushinteger(L, (lua_Integer)length);
  return 1;
}

static int cut(lua_State *L) {
  static const char name[] = "string.sub";
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  lua_Integer first = integer_argument(L, name, 2);
  text_part part = part_between(first, optional_integer(L, name, 3, -1), length);
  charge_bytes(L, part.length);
  lua_pushlstring(L, text + part.start, part.length);
  return 1;
}

static int bytes_of(lua_State *L) {
  static const char name[] = "string.byte";
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  lua_Integer first = optional_integer(L, name, 2, 1);
  lua_Integer last = optional_integer(L, name, 3, first);
  text_part part = part_between(first, last, length);
  check_room(L, name, part.length);
  charge_each_byte(L, part.length);
  for (size_t index = 0; index < part.length; index++) {
    lua_pushinteger(L, (unsigned char)text[part.start + index]);
  }
  return (int)part.length;
}

static int text_of_bytes(lua_State *L) {
  static const char name[] = "string.char";
  int count = lua_gettop(L);
  charge_each_byte(L, (size_t)count);
  luaL_Buffer buffer;
  char *bytes = luaL_buffinitsize(L, &buffer, (size_t)count);
  for (int index = 1; index <= count; index++) {
    lua_Integer byte = integer_argument(L, name, index);
    if (byte < 0 || byte > 255) {
      refuse(L, name, " attend un nombre de 0 à 255 en argument %d", index);
    }
    bytes[index - 1] = (char)byte;
  }
  luaL_pushresultsize(&buffer, (size_t)count);
  return 1;
}

static char lowered(char byte) { return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte; }

static char raised(char byte) { return byte >= 'a' && byte <= 'z' ? (char)(byte - 32) : byte; }

static int change_each(lua_State *L, const char *name, char change(char)) {
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  charge_each_byte(L, length);
  luaL_Buffer buffer;
  char *changed = luaL_buffinitsize(L, &buffer, length);
  for (size_t index = 0; index < length; index++) changed[index] = change(text[index]);
  luaL_pushresultsize(&buffer, length);
  return 1;
}

static int lower(lua_State *L) { return change_each(L, "string.lower", lowered); }

static int upper(lua_State *L) { return change_each(L, "string.upper", raised); }

static int reverse(lua_State *L) {
  size_t length = 0;
  const char *text = text_argument(L, "string.reverse", 1, &length);
  charge_each_byte(L, length);
  luaL_Buffer buffer;
  char *reversed = luaL_buffinitsize(L, &buffer, length);
  for (size_t index = 0; index < length; index++) reversed[index] = text[length - 1 - index];
  luaL_pushresultsize(&buffer, length);
  return 1;
}

// The length of a text repeated, or one that exceeds every cap.
static size_t repeated_length(size_t text, size_t separator, lua_Integer count) {
  size_t length = 0;
  if (__builtin_mul_overflow(text + separator, (size_t)count, &length)) return SIZE_MAX;
  return length - separator;
}

static int repeat(lua_State *L) {
  static const char name[] = "string.rep";
  size_t length = 0;
  size_t gap = 0;
  const char *text = text_argument(L, name, 1, &length);
  lua_Integer count = integer_argument(L, name, 2);
  const char *separator = lua_isnoneornil(L, 3) ? "" : text_argument(L, name, 3, &gap);
  if (count <= 0 || length + gap == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  size_t total = repeated_length(length, gap, count);
  check_length(L, name, total);
  charge_bytes(L, total);
  luaL_Buffer buffer;
  char *bytes = luaL_buffinitsize(L, &buffer, total);
  memcpy(bytes, text, length);
  if (count > 1) memcpy(bytes + length, separator, gap);
  // What stands already is copied behind itself, twice as long each time.
  for (size_t done = length + gap; done < total;) {
    size_t piece = done < total - done ? done : total - done;
    memcpy(bytes + done, bytes, piece);
    done += piece;
  }
  luaL_pushresultsize(&buffer, total);
  return 1;
}

const luaL_Reg text_functions[] = {
    {"byte", bytes_of}, {"char", text_of_bytes}, {"len", text_length}, {"lower", lower},
    {"rep", repeat},    {"reverse", reverse},    {"sub", cut},         {"upper", upper},
    {NULL, NULL}};
