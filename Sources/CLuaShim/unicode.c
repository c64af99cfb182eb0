// Characters of UTF-8 by their codes and places.
// SPDX-License-Identifier: MIT

#include "library.h"

// MARK: One character

// The least codes that need two to six bytes.
static const uint32_t least_codes[] = {0x80, 0x800, 0x10000, 0x200000, 0x4000000};

enum {
  LAST_CODE = 0x10FFFF,
  LAST_LAX_CODE = 0x7FFFFFFF,
  FIRST_SURROGATE = 0xD800,
  LAST_SURROGATE = 0xDFFF,
};

static bool continues(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }

// How many bytes continue a character that starts with a byte; -1 where none does.
static int continuations(unsigned char first) {
  if (first < 0x80) return 0;
  if (first < 0xC0 || first > 0xFD) return -1;
  int count = 1;
  while ((first & (0x40 >> count)) != 0) count++;
  return count;
}

// Reads one character and gives its end; NULL where it is badly written.
static const char *read_character(
    const char *text, const char *end, bool is_lax, uint32_t *code) {
  unsigned char first = (unsigned char)*text;
  int count = continuations(first);
  if (count < 0 || count >= end - text) return NULL;
  uint32_t value = count == 0 ? first : first & (0x3Fu >> count);
  for (int index = 1; index <= count; index++) {
    if (!continues(text[index])) return NULL;
    value = value << 6 | ((unsigned char)text[index] & 0x3F);
  }
  if (count > 0 && value < least_codes[count - 1]) return NULL;
  bool is_surrogate = value >= FIRST_SURROGATE && value <= LAST_SURROGATE;
  if (!is_lax && (value > LAST_CODE || is_surrogate)) return NULL;
  *code = value;
  return text + count + 1;
}

// Writes one character and gives its length, 6 at most.
static size_t write_character(uint32_t code, char bytes[6]) {
  if (code < 0x80) {
    bytes[0] = (char)code;
    return 1;
  }
  int count = 1;
  while (count < 5 && code >= least_codes[count]) count++;
  for (int index = count; index > 0; index--) {
    bytes[index] = (char)(0x80 | (code & 0x3F));
    code >>= 6;
  }
  bytes[0] = (char)((0xFF80u >> count & 0xFF) | code);
  return (size_t)count + 1;
}

// MARK: Functions

static int text_of_codes(lua_State *L) {
  static const char name[] = "utf8.char";
  int count = lua_gettop(L);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (int index = 1; index <= count; index++) {
    char bytes[6];
    lua_Integer code = integer_argument(L, name, index);
    if (code < 0 || code > LAST_LAX_CODE) {
      refuse(L, name, " : l’argument %d n’est le code d’aucun caractère", index);
    }
    charge(L, 1);
    add_bytes(L, &buffer, name, bytes, write_character((uint32_t)code, bytes));
  }
  luaL_pushresult(&buffer);
  return 1;
}

static _Noreturn void refuse_text(lua_State *L, const char *name) {
  refuse(L, name, " : texte mal écrit en UTF-8");
}

static int count_characters(lua_State *L) {
  static const char name[] = "utf8.len";
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  lua_Integer first = absolute_place(optional_integer(L, name, 2, 1), length);
  lua_Integer last = absolute_place(optional_integer(L, name, 3, -1), length);
  bool is_lax = lua_toboolean(L, 4);
  if (first < 1 || first > (lua_Integer)length + 1 || last > (lua_Integer)length) {
    refuse(L, name, " : place hors du texte");
  }
  if (last >= first) charge_each_byte(L, (size_t)(last - first));
  lua_Integer count = 0;
  for (const char *next = text + first - 1; next - text < last; count++) {
    uint32_t code;
    const char *end = read_character(next, text + length, is_lax, &code);
    if (end == NULL) {
      lua_pushnil(L);
      lua_pushinteger(L, next - text + 1);
      return 2;
    }
    next = end;
  }
  lua_pushinteger(L, count);
  return 1;
}

static int codes_between(lua_State *L) {
  static const char name[] = "utf8.codepoint";
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  lua_Integer first = absolute_place(optional_integer(L, name, 2, 1), length);
  lua_Integer last = absolute_place(optional_integer(L, name, 3, first), length);
  bool is_lax = lua_toboolean(L, 4);
  if (first < 1 || last > (lua_Integer)length) refuse(L, name, " : place hors du texte");
  if (first > last) return 0;
  check_room(L, name, (size_t)(last - first) + 1);
  int count = 0;
  for (const char *next = text + first - 1; next - text < last; count++) {
    uint32_t code;
    next = read_character(next, text + length, is_lax, &code);
    if (next == NULL) refuse_text(L, name);
    charge(L, 1);
    lua_pushinteger(L, code);
  }
  return count;
}

// Goes so many characters forwards or backwards from an offset; -1 where the text ends before.
static lua_Integer walk_characters(
    lua_State *L, const char *text, lua_Integer length, lua_Integer offset, lua_Integer steps) {
  for (; steps < 0 && offset > 0; steps++) {
    do {
      charge(L, 1);
      offset--;
    } while (offset > 0 && continues(text[offset]));
  }
  for (; steps > 0 && offset < length; steps--) {
    do {
      charge(L, 1);
      offset++;
    } while (offset < length && continues(text[offset]));
  }
  return steps == 0 ? offset : -1;
}

static int place_of(lua_State *L) {
  static const char name[] = "utf8.offset";
  size_t size = 0;
  const char *text = text_argument(L, name, 1, &size);
  lua_Integer length = (lua_Integer)size;
  lua_Integer number = integer_argument(L, name, 2);
  lua_Integer standard = number >= 0 ? 1 : length + 1;
  lua_Integer offset = absolute_place(optional_integer(L, name, 3, standard), size) - 1;
  if (offset < 0 || offset > length) refuse(L, name, " : place hors du texte");
  if (number == 0) {
    for (; offset > 0 && offset < length && continues(text[offset]); offset--) charge(L, 1);
  } else {
    if (offset < length && continues(text[offset])) {
      refuse(L, name, " : la place de départ est au milieu d’un caractère");
    }
    offset = walk_characters(L, text, length, offset, number > 0 ? number - 1 : number);
  }
  if (offset < 0) {
    lua_pushnil(L);
  } else {
    lua_pushinteger(L, offset + 1);
  }
  return 1;
}

static int next_code(lua_State *L, bool is_lax) {
  static const char name[] = "utf8.codes";
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  uint64_t place = (uint64_t)integer_argument(L, name, 2);
  // From a place, which counts from 1, the next byte is at the offset of the same number.
  while (place > 0 && place < length && continues(text[place])) {
    charge(L, 1);
    place++;
  }
  if (place >= length) return 0;
  uint32_t code;
  const char *end = read_character(text + place, text + length, is_lax, &code);
  if (end == NULL || (end < text + length && continues(*end))) refuse_text(L, name);
  lua_pushinteger(L, (lua_Integer)place + 1);
  lua_pushinteger(L, code);
  return 2;
}

static int next_strict_code(lua_State *L) { return next_code(L, false); }

static int next_lax_code(lua_State *L) { return next_code(L, true); }

static int each_code(lua_State *L) {
  static const char name[] = "utf8.codes";
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  if (length > 0 && continues(*text)) refuse_text(L, name);
  lua_pushcfunction(L, lua_toboolean(L, 2) ? next_lax_code : next_strict_code);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

const luaL_Reg unicode_functions[] = {
    {"char", text_of_codes}, {"codepoint", codes_between}, {"codes", each_code},
    {"len", count_characters}, {"offset", place_of}, {NULL, NULL}};
