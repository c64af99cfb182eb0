// Patterns as the manual describes them (§6.4.1): checked once, then matched.
// SPDX-License-Identifier: MIT

#ifndef SCEAU_PATTERN_H
#define SCEAU_PATTERN_H

#include "library.h"

/// The most captures of a pattern.
enum { MOST_CAPTURES = 32 };

/// A length that stands for `()`: the capture is its place.
enum { PLACE_CAPTURE = -1 };

/// A length that stands for a parenthesis not yet closed.
enum { OPEN_CAPTURE = -2 };

/// What a pair of parentheses caught.
typedef struct capture {
  const char *start;
  ptrdiff_t length;
} capture;

/// A pattern and a text that it is matched with; the bytes belong to Lua.
typedef struct matcher {
  lua_State *L;
  const char *text;
  const char *text_end;
  const char *pattern;
  const char *pattern_end;
  int capture_count;
  capture captures[MOST_CAPTURES];
} matcher;

/// Refuses a malformed pattern, whatever the text, and gives its number of captures.
/// [-0, +0, may raise]
///
/// INVARIANT: matching needs no check of the pattern afterwards, and is less than 200 calls deep.
int check_pattern(
    lua_State *L, const char *function, const char *pattern, const char *pattern_end);

/// Where a match that starts at a place ends; NULL where there is none. [-0, +0, may raise]
const char *match_at(matcher *match, const char *place);

/// The end of a set that starts with `[`; NULL where nothing closes it. [-0, +0, never raises]
const char *set_end(const char *set, const char *pattern_end);

/// The end of what stands for one character. [-0, +0, never raises]
///
/// NULL where a set is not closed, or a `%` is the last byte.
const char *item_end(const char *item, const char *pattern_end);

#endif
