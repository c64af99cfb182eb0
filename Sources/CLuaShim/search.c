// `find`, `match`, `gmatch` and `gsub` over our own matcher.
// SPDX-License-Identifier: MIT

// For memmem, whose time is proportional to the two lengths.
#define _GNU_SOURCE
#include <string.h>

#include "pattern.h"

// MARK: What a match gives

// The bytes of a capture, or its place. [-0, +1, may raise]
static void push_capture(matcher *match, int index, const char *start, const char *end) {
  capture found = {start, end - start};
  if (index < match->capture_count) found = match->captures[index];
  if (found.length == PLACE_CAPTURE) {
    lua_pushinteger(match->L, found.start - match->text + 1);
    return;
  }
  charge_bytes(match->L, (size_t)found.length);
  lua_pushlstring(match->L, found.start, (size_t)found.length);
}

// All captures, or the whole match where the pattern has none. [-0, +n, may raise]
static int push_captures(
    matcher *match, const char *function, const char *start, const char *end) {
  int count = match->capture_count == 0 ? 1 : match->capture_count;
  check_room(match->L, function, (size_t)count);
  for (int index = 0; index < count; index++) push_capture(match, index, start, end);
  return count;
}

// MARK: find and match

// A text, a pattern and where to start, as the first three arguments give them.
typedef struct search_job {
  const char *function;
  const char *text;
  size_t length;
  const char *pattern;
  size_t pattern_length;
  size_t start;  ///< from 0; `length + 1` or more: nothing can be found
} search_job;

static search_job read_job(lua_State *L, const char *function) {
  search_job job = {.function = function};
  job.text = text_argument(L, function, 1, &job.length);
  job.pattern = text_argument(L, function, 2, &job.pattern_length);
  lua_Integer place = absolute_place(optional_integer(L, function, 3, 1), job.length);
  job.start = place < 1 ? 0 : (size_t)place - 1;
  return job;
}

static matcher matcher_of(lua_State *L, const search_job *job) {
  matcher match = {.L = L, .text = job->text, .text_end = job->text + job->length};
  match.pattern = job->pattern;
  match.pattern_end = job->pattern + job->pattern_length;
  return match;
}

// Whether a leading `^` binds the match to its start; it is then taken off the pattern.
static bool take_anchor(matcher *match) {
  if (match->pattern == match->pattern_end || *match->pattern != '^') return false;
  match->pattern++;
  return true;
}

// The first match at a place or behind it; *start is where it starts. NULL where there is none.
static const char *first_match(matcher *match, bool is_anchored, const char **start) {
  for (;; ++*start) {
    const char *end = match_at(match, *start);
    if (end != NULL || is_anchored || *start == match->text_end) return end;
  }
}

static bool has_no_specials(const char *pattern, size_t length) {
  for (size_t index = 0; index < length; index++) {
    if (pattern[index] != '\0' && strchr("^$*+?.([%-", pattern[index]) != NULL) return false;
  }
  return true;
}

static int find_plainly(lua_State *L, const search_job *job) {
  const char *start = job->text + job->start;
  size_t left = job->length - job->start;
  const char *found = memmem(start, left, job->pattern, job->pattern_length);
  charge_each_byte(L, (found == NULL ? left : (size_t)(found - start)) + job->pattern_length);
  if (found == NULL) return 0;
  lua_pushinteger(L, found - job->text + 1);
  lua_pushinteger(L, found - job->text + (lua_Integer)job->pattern_length);
  return 2;
}

static int push_nothing(lua_State *L) {
  lua_pushnil(L);
  return 1;
}

static int find(lua_State *L) {
  search_job job = read_job(L, "string.find");
  charge_each_byte(L, job.pattern_length);
  bool is_plain = lua_toboolean(L, 4) || has_no_specials(job.pattern, job.pattern_length);
  if (is_plain) {
    if (job.start > job.length || find_plainly(L, &job) == 0) return push_nothing(L);
    return 2;
  }
  matcher match = matcher_of(L, &job);
  bool is_anchored = take_anchor(&match);
  check_pattern(L, job.function, match.pattern, match.pattern_end);
  if (job.start > job.length) return push_nothing(L);
  const char *start = job.text + job.start;
  const char *end = first_match(&match, is_anchored, &start);
  if (end == NULL) return push_nothing(L);
  lua_pushinteger(L, start - job.text + 1);
  lua_pushinteger(L, end - job.text);
  if (match.capture_count == 0) return 2;
  return push_captures(&match, job.function, start, end) + 2;
}

static int match(lua_State *L) {
  search_job job = read_job(L, "string.match");
  matcher match = matcher_of(L, &job);
  bool is_anchored = take_anchor(&match);
  check_pattern(L, job.function, match.pattern, match.pattern_end);
  if (job.start > job.length) return push_nothing(L);
  const char *start = job.text + job.start;
  const char *end = first_match(&match, is_anchored, &start);
  if (end == NULL) return push_nothing(L);
  return push_captures(&match, job.function, start, end);
}

// MARK: gmatch

// The values that the iterator keeps: the text, the pattern, where it looks next, and where the
// last match ended.
enum { TEXT_UPVALUE = 1, PATTERN_UPVALUE, NEXT_UPVALUE, LAST_UPVALUE, UPVALUES = 4 };

static const char *upvalue_text(lua_State *L, int upvalue, size_t *length) {
  return lua_tolstring(L, lua_upvalueindex(upvalue), length);
}

static void set_place(lua_State *L, int upvalue, lua_Integer place) {
  lua_pushinteger(L, place);
  lua_replace(L, lua_upvalueindex(upvalue));
}

static int next_match(lua_State *L) {
  search_job job = {.function = "string.gmatch"};
  job.text = upvalue_text(L, TEXT_UPVALUE, &job.length);
  job.pattern = upvalue_text(L, PATTERN_UPVALUE, &job.pattern_length);
  job.start = (size_t)lua_tointeger(L, lua_upvalueindex(NEXT_UPVALUE));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(LAST_UPVALUE));
  matcher match = matcher_of(L, &job);
  for (size_t place = job.start; place <= job.length; place++) {
    const char *start = job.text + place;
    const char *end = match_at(&match, start);
    // An empty match right behind the last match is none.
    if (end == NULL || end - job.text == last) continue;
    set_place(L, NEXT_UPVALUE, end - job.text);
    set_place(L, LAST_UPVALUE, end - job.text);
    return push_captures(&match, job.function, start, end);
  }
  set_place(L, NEXT_UPVALUE, (lua_Integer)job.length + 1);
  return 0;
}

static int each_match(lua_State *L) {
  search_job job = read_job(L, "string.gmatch");
  // No match is bound to the start here: a `^` stands for itself.
  check_pattern(L, job.function, job.pattern, job.pattern + job.pattern_length);
  lua_settop(L, 2);
  lua_pushinteger(L, (lua_Integer)job.start);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, next_match, UPVALUES);
  return 1;
}

// MARK: gsub

// A substitution under way; the replacement is the third argument.
typedef struct substitution {
  matcher match;
  luaL_Buffer buffer;
  const char *function;
  bool is_changed;
} substitution;

static void check_replacement(lua_State *L, const char *function, int captures) {
  size_t length = 0;
  const char *text = text_argument(L, function, 3, &length);
  int most = captures == 0 ? 1 : captures;
  charge_each_byte(L, length);
  for (size_t index = 0; index < length; index++) {
    if (text[index] != '%') continue;
    index++;
    bool is_digit = index < length && text[index] >= '0' && text[index] <= '9';
    if (!is_digit && (index == length || text[index] != '%')) {
      refuse(
          L, function,
          " : dans le remplacement, « %% » est suivi d’un chiffre ou d’un autre « %% »");
    }
    if (is_digit && text[index] - '0' > most) {
      refuse(
          L, function, " : dans le remplacement, « %%%c » ne désigne aucune capture",
          text[index]);
    }
  }
}

static void add_value(substitution *job) {
  size_t length = 0;
  lua_State *L = job->match.L;
  if (lua_type(L, -1) == LUA_TNUMBER) make_text(L, -1);
  lua_tolstring(L, -1, &length);
  check_length(L, job->function, luaL_bufflen(&job->buffer) + length);
  charge_bytes(L, length);
  luaL_addvalue(&job->buffer);
}

static void add_replacement_text(substitution *job, const char *start, const char *end) {
  size_t length = 0;
  const char *next = lua_tolstring(job->match.L, 3, &length);
  const char *text_end = next + length;
  while (next < text_end) {
    const char *escape = memchr(next, '%', (size_t)(text_end - next));
    const char *plain_end = escape == NULL ? text_end : escape;
    add_bytes(job->match.L, &job->buffer, job->function, next, (size_t)(plain_end - next));
    if (escape == NULL) return;
    charge(job->match.L, 1);
    if (escape[1] == '%') {
      add_bytes(job->match.L, &job->buffer, job->function, "%", 1);
    } else if (escape[1] == '0') {
      add_bytes(job->match.L, &job->buffer, job->function, start, (size_t)(end - start));
    } else {
      push_capture(&job->match, escape[1] - '1', start, end);
      add_value(job);
    }
    next = escape + 2;
  }
}

// What a table or a function has for a match; false and nil leave it as it is.
static void add_replacement_value(substitution *job, const char *start, const char *end) {
  lua_State *L = job->match.L;
  if (lua_isfunction(L, 3)) {
    lua_pushvalue(L, 3);
    int count = push_captures(&job->match, job->function, start, end);
    lua_call(L, count, 1);
  } else {
    push_capture(&job->match, 0, start, end);
    lua_gettable(L, 3);
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    add_bytes(L, &job->buffer, job->function, start, (size_t)(end - start));
    return;
  }
  if (!lua_isstring(L, -1)) {
    refuse(L, job->function, " : remplacement par %s", kind_of(L, -1));
  }
  add_value(job);
  job->is_changed = true;
}

static void add_replacement(substitution *job, const char *start, const char *end) {
  if (lua_type(job->match.L, 3) == LUA_TSTRING) {
    add_replacement_text(job, start, end);
    job->is_changed = true;
  } else {
    add_replacement_value(job, start, end);
  }
}

// Replaces up to so many matches and gives how many there were.
static lua_Integer substitute(substitution *job, bool is_anchored, lua_Integer most) {
  matcher *match = &job->match;
  const char *next = match->text;
  const char *kept = next;
  const char *last = NULL;
  lua_Integer count = 0;
  while (count < most) {
    const char *end = match_at(match, next);
    if (end != NULL && end != last) {
      add_bytes(match->L, &job->buffer, job->function, kept, (size_t)(next - kept));
      add_replacement(job, next, end);
      count++;
      next = kept = last = end;
    } else if (next == match->text_end) {
      break;
    } else {
      next++;
    }
    if (is_anchored) break;
  }
  add_bytes(
      match->L, &job->buffer, job->function, kept, (size_t)(match->text_end - kept));
  return count;
}

static int replace(lua_State *L) {
  search_job search = {.function = "string.gsub"};
  search.text = text_argument(L, search.function, 1, &search.length);
  search.pattern = text_argument(L, search.function, 2, &search.pattern_length);
  lua_Integer most =
      optional_integer(L, search.function, 4, (lua_Integer)search.length + 1);
  substitution job = {.match = matcher_of(L, &search), .function = search.function};
  bool is_anchored = take_anchor(&job.match);
  int captures =
      check_pattern(L, search.function, job.match.pattern, job.match.pattern_end);
  if (lua_isstring(L, 3)) {
    check_replacement(L, search.function, captures);
  } else if (!lua_istable(L, 3) && !lua_isfunction(L, 3)) {
    refuse_argument(L, search.function, 3, "un texte, une table ou une fonction");
  }
  lua_settop(L, 3);
  luaL_buffinit(L, &job.buffer);
  lua_Integer count = substitute(&job, is_anchored, most);
  luaL_pushresult(&job.buffer);
  if (!job.is_changed) lua_pushvalue(L, 1);
  lua_pushinteger(L, count);
  return 2;
}

const luaL_Reg search_functions[] = {
    {"find", find}, {"gmatch", each_match}, {"gsub", replace}, {"match", match}, {NULL, NULL}};
