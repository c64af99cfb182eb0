// Our matcher beside stock Lua's: the same texts, patterns and replacements, the same results.
// SPDX-License-Identifier: MIT

#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "CLuaShim.h"

// The intended differences: we refuse a malformed pattern or replacement at once, and stock Lua
// where it meets what is wrong with it; stock Lua still knows the class `%z` of Lua 5.1.

// Where these do not suffice, stock Lua is not asked: its matcher could run for ever.
enum { MOST_INSTRUCTIONS = 1000000 };

enum { MOST_PATTERN = 16, MOST_REPLACEMENT = 8, MOST_TEXT = 24 };

static const char script[] =
    "local kind, start, text, pattern, replacement = ...\n"
    "if kind == 0 then return string.find(text, pattern, start) end\n"
    "if kind == 1 then return string.match(text, pattern, start) end\n"
    "if kind == 2 then return string.gsub(text, pattern, replacement) end\n"
    "if kind == 3 then return string.gsub(text, pattern, replacement, start) end\n"
    "if kind == 4 then return string.find(text, pattern, start, true) end\n"
    "local found = {}\n"
    "for one, other in string.gmatch(text, pattern) do\n"
    "  found[#found + 1] = one\n"
    "  found[#found + 1] = other or '-'\n"
    "end\n"
    "return table.concat(found, '|')\n";

enum { KINDS = 6 };

static shim_machine *machine;
static int64_t ours;
static lua_State *stock;

static void expect(bool holds, const char *claim) {
  if (holds) return;
  fprintf(stderr, "finding: %s\n", claim);
  abort();
}

static void open_both(void) {
  shim_limits limits = {
      .live = 16 << 20, .block = 4 << 20, .string = 1 << 20, .total = 64 << 20,
      .wall_seconds = 20};
  machine = shim_open(limits, NULL, NULL);
  expect(machine != NULL, "the machine does not open");
  shim_outcome outcome =
      shim_load(machine, (const uint8_t *)script, sizeof script - 1, "=sceau", 0, &ours);
  expect(outcome == SHIM_OUTCOME_DONE, "the script does not load");
  stock = luaL_newstate();
  expect(stock != NULL, "stock Lua does not open");
  luaL_openlibs(stock);
  expect(luaL_loadbuffer(stock, script, sizeof script - 1, "=stock") == LUA_OK, "nor in stock Lua");
}

// MARK: The input: a kind, a start, two lengths, then pattern, replacement and text

typedef struct job {
  int kind;
  int start;
  shim_bytes pattern;
  shim_bytes replacement;
  shim_bytes text;
} job;

static shim_bytes taken(shim_bytes *rest, size_t length) {
  shim_bytes part = {rest->start, length < rest->length ? length : rest->length};
  rest->start += part.length;
  rest->length -= part.length;
  return part;
}

static job job_of(shim_bytes input) {
  const uint8_t *head = taken(&input, 4).start;
  job job = {.kind = head[0] % KINDS, .start = (int8_t)head[1]};
  job.pattern = taken(&input, head[2] % (MOST_PATTERN + 1));
  job.replacement = taken(&input, head[3] % (MOST_REPLACEMENT + 1));
  job.text = taken(&input, MOST_TEXT);
  return job;
}

// MARK: Flat values

typedef struct flat {
  uint8_t bytes[1 << 16];
  size_t length;
} flat;

static void put(flat *flat, uint8_t tag, const void *bytes, size_t length) {
  expect(flat->length + 1 + length <= sizeof flat->bytes, "a result is too long");
  flat->bytes[flat->length++] = tag;
  if (length > 0) memcpy(flat->bytes + flat->length, bytes, length);
  flat->length += length;
}

static void put_integer(flat *flat, int64_t value) { put(flat, SHIM_INTEGER, &value, 8); }

static void put_text(flat *flat, const void *start, size_t length) {
  uint64_t size = length;
  put(flat, SHIM_STRING, &size, 8);
  expect(flat->length + length <= sizeof flat->bytes, "a result is too long");
  if (length > 0) memcpy(flat->bytes + flat->length, start, length);
  flat->length += length;
}

// MARK: Both answers

static shim_outcome ask_ours(const job *job) {
  static flat arguments;
  arguments.length = 0;
  put_integer(&arguments, job->kind);
  put_integer(&arguments, job->start);
  put_text(&arguments, job->text.start, job->text.length);
  put_text(&arguments, job->pattern.start, job->pattern.length);
  put_text(&arguments, job->replacement.start, job->replacement.length);
  shim_bytes bytes = {arguments.bytes, arguments.length};
  return shim_call(machine, ours, bytes, MOST_INSTRUCTIONS);
}

static void push_text(shim_bytes text) {
  lua_pushlstring(stock, (const char *)text.start, text.length);
}

// Leaves the results, or an error's message, above the script on the stack.
static bool ask_stock(const job *job) {
  lua_settop(stock, 1);
  lua_pushvalue(stock, 1);
  lua_pushinteger(stock, job->kind);
  lua_pushinteger(stock, job->start);
  push_text(job->text);
  push_text(job->pattern);
  push_text(job->replacement);
  return lua_pcall(stock, 5, LUA_MULTRET, 0) == LUA_OK;
}

static void flatten_stock(flat *flat) {
  flat->length = 0;
  for (int index = 2; index <= lua_gettop(stock); index++) {
    size_t length = 0;
    switch (lua_type(stock, index)) {
      case LUA_TNIL:
        put(flat, SHIM_NIL, NULL, 0);
        break;
      case LUA_TNUMBER:
        put_integer(flat, lua_tointeger(stock, index));
        break;
      case LUA_TSTRING: {
        const char *text = lua_tolstring(stock, index, &length);
        put_text(flat, text, length);
        break;
      }
      default:
        expect(false, "a result of another kind");
    }
  }
}

static bool says(shim_failure failure, const char *words) {
  size_t length = strlen(words);
  return memmem(failure.message, failure.message_length, words, length) != NULL;
}

static bool names_old_class(shim_bytes pattern) {
  for (size_t index = 0; index + 1 < pattern.length; index++) {
    if (pattern.start[index] == '%' && (pattern.start[index + 1] | 32) == 'z') return true;
  }
  return false;
}

static bool is_malformed(shim_failure failure) {
  return says(failure, "motif mal formé") || says(failure, "motif trop complexe") ||
         says(failure, "plus de 32 captures") || says(failure, "dans le remplacement");
}

/// Called by libFuzzer for each input.
int LLVMFuzzerTestOneInput(const uint8_t *start, size_t length) {
  if (length < 4) return 0;
  if (machine == NULL) open_both();
  job job = job_of((shim_bytes){start, length});
  if (names_old_class(job.pattern)) return 0;

  shim_outcome outcome = ask_ours(&job);
  if (outcome == SHIM_OUTCOME_INSTRUCTIONS) return 0;
  bool is_stock_done = ask_stock(&job);
  if (outcome != SHIM_OUTCOME_DONE) {
    shim_failure failure = shim_last_failure(machine);
    if (!is_stock_done || is_malformed(failure)) return 0;
    fprintf(stderr, "ours: %.*s\n", (int)failure.message_length, (const char *)failure.message);
    expect(false, "refused by us alone");
  }
  if (!is_stock_done) {
    fprintf(stderr, "stock Lua: %s\n", lua_tostring(stock, -1));
    expect(false, "taken by us alone");
  }
  static flat theirs;
  flatten_stock(&theirs);
  shim_bytes output = shim_output(machine);
  expect(
      output.length == theirs.length && memcmp(output.start, theirs.bytes, output.length) == 0,
      "other results than stock Lua");
  return 0;
}
