// Capital and small letters of French: ASCII, Latin-1, Œ and Ÿ, in UTF-8.
// SPDX-License-Identifier: MIT

#include <string.h>

#include "library.h"

// Changes one letter in its place, from `text` on; gives how many bytes it has.
typedef size_t letter_change(unsigned char *text, size_t left);

// Letters of two bytes: the first byte, then the second.
static bool is_pair(const unsigned char *text, size_t left, unsigned char first) {
  return left > 1 && text[0] == first;
}

static size_t lower_letter(unsigned char *text, size_t left) {
  if (text[0] < 0x80) {
    if (text[0] >= 'A' && text[0] <= 'Z') text[0] += 0x20;
    return 1;
  }
  if (is_pair(text, left, 0xC3) && text[1] >= 0x80 && text[1] <= 0x9E && text[1] != 0x97) {
    text[1] += 0x20;
  } else if (is_pair(text, left, 0xC5) && text[1] == 0x92) {
    text[1] = 0x93;
  } else if (is_pair(text, left, 0xC5) && text[1] == 0xB8) {
    text[0] = 0xC3;
    text[1] = 0xBF;
  } else {
    return 1;
  }
  return 2;
}

static size_t raise_letter(unsigned char *text, size_t left) {
  if (text[0] < 0x80) {
    if (text[0] >= 'a' && text[0] <= 'z') text[0] -= 0x20;
    return 1;
  }
  if (is_pair(text, left, 0xC3) && text[1] >= 0xA0 && text[1] <= 0xBE && text[1] != 0xB7) {
    text[1] -= 0x20;
  } else if (is_pair(text, left, 0xC5) && text[1] == 0x93) {
    text[1] = 0x92;
  } else if (is_pair(text, left, 0xC3) && text[1] == 0xBF) {
    text[0] = 0xC5;
    text[1] = 0xB8;
  } else {
    return 1;
  }
  return 2;
}

static int change_letters(lua_State *L, const char *name, letter_change *change) {
  size_t length = 0;
  const char *text = text_argument(L, name, 1, &length);
  charge_each_byte(L, length);
  luaL_Buffer buffer;
  unsigned char *changed = (unsigned char *)luaL_buffinitsize(L, &buffer, length);
  memcpy(changed, text, length);
  for (size_t index = 0; index < length;) index += change(changed + index, length - index);
  luaL_pushresultsize(&buffer, length);
  return 1;
}

static int lower(lua_State *L) { return change_letters(L, "minuscules", lower_letter); }

static int upper(lua_State *L) { return change_letters(L, "majuscules", raise_letter); }

const luaL_Reg letter_functions[] = {{"lower", lower}, {"upper", upper}, {NULL, NULL}};
