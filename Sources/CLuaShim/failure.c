// Failures: what happened, in which policy text, at which line.
// SPDX-License-Identifier: MIT

#include <stdio.h>
#include <string.h>

#include <lauxlib.h>

#include "machine.h"

// Frames searched for policy text: finding frame n takes n steps.
enum { SEARCHED_FRAMES = 1000 };

// The longest name that Lua prints before a line number.
enum { SHOWN_NAME = LUA_IDSIZE - 1 };

void clear_failure(shim_machine *machine) {
  failure_record *failure = &machine->failure;
  failure->outcome = SHIM_OUTCOME_DONE;
  failure->line = 0;
  failure->chunk_length = 0;
  failure->message_length = 0;
}

static void set_message(failure_record *failure, const char *message, size_t length) {
  failure->message_length = length < MESSAGE_BYTES ? length : MESSAGE_BYTES;
  memcpy(failure->message, message, failure->message_length);
}

static void set_position(failure_record *failure, const char *name, size_t length, int line) {
  failure->chunk_length = length < CHUNK_BYTES ? length : CHUNK_BYTES;
  memcpy(failure->chunk, name, failure->chunk_length);
  failure->line = line;
}

void record_failure(
    shim_machine *machine, shim_outcome outcome, const char *message, size_t length) {
  if (machine->failure.outcome != SHIM_OUTCOME_DONE) return;
  machine->failure.outcome = outcome;
  set_message(&machine->failure, message, length);
}

void record_position(shim_machine *machine) {
  if (machine->failure.outcome != SHIM_OUTCOME_DONE || machine->state == NULL) return;
  lua_Debug frame;
  set_position(&machine->failure, "", 0, 0);
  for (int level = 0; level < SEARCHED_FRAMES; level++) {
    if (!lua_getstack(machine->state, level, &frame)) return;
    lua_getinfo(machine->state, "Sl", &frame);
    if (frame.source[0] != '@') continue;
    set_position(&machine->failure, frame.source + 1, frame.srclen - 1, frame.currentline);
    return;
  }
}

_Noreturn void raise_recorded(lua_State *L) {
  // INVARIANT: raising takes no memory; the value says nothing, the record says it all.
  lua_pushnil(L);
  lua_error(L);
  __builtin_unreachable();
}

_Noreturn void fail(lua_State *L, shim_outcome outcome, const char *message) {
  shim_machine *machine = machine_of(L);
  record_position(machine);
  record_failure(machine, outcome, message, strlen(message));
  raise_recorded(L);
}

// The length of the "name:line: " that Lua put before a message, when it did.
static size_t prefix_length(lua_State *L, const char *message, size_t length) {
  lua_Debug frame;
  char prefix[LUA_IDSIZE + 16];
  for (int level = 1; level <= 4 && lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "Sl", &frame);
    if (frame.currentline <= 0) continue;
    int written =
        snprintf(prefix, sizeof prefix, "%s:%d: ", frame.short_src, frame.currentline);
    if (written <= 0 || (size_t)written > length) continue;
    if (memcmp(message, prefix, (size_t)written) == 0) return (size_t)written;
  }
  return 0;
}

static bool starts_with(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

// What a text raised by `error` says is recorded before it comes here: this one is Lua's own.
static void record_text(lua_State *L, shim_machine *machine) {
  size_t length = 0;
  const char *message = lua_tolstring(L, 1, &length);
  size_t prefix = prefix_length(L, message, length);
  message += prefix;
  bool overflows =
      starts_with(message, "stack overflow") || starts_with(message, "C stack overflow");
  if (overflows) {
    record_failure(machine, SHIM_OUTCOME_STACK, TOO_DEEP, sizeof TOO_DEEP - 1);
  } else {
    record_failure(machine, SHIM_OUTCOME_RUNTIME, message, length - prefix);
  }
}

static void record_value(lua_State *L, shim_machine *machine) {
  if (lua_type(L, 1) == LUA_TTABLE) {
    lua_pushliteral(L, "message");  // anchored: takes no memory
    if (lua_rawget(L, 1) == LUA_TSTRING) {
      size_t length = 0;
      const char *message = lua_tolstring(L, -1, &length);
      record_failure(machine, SHIM_OUTCOME_RAISED, message, length);
      return;
    }
  }
  char text[64];
  int length = snprintf(text, sizeof text, "(error object is a %s value)", luaL_typename(L, 1));
  record_failure(machine, SHIM_OUTCOME_RUNTIME, text, (size_t)length);
}

int on_error(lua_State *L) {
  shim_machine *machine = machine_of(L);
  if (machine->failure.outcome == SHIM_OUTCOME_DONE) {
    record_position(machine);
    if (lua_type(L, 1) == LUA_TSTRING) {
      record_text(L, machine);
    } else {
      record_value(L, machine);
    }
  }
  lua_settop(L, 1);
  return 1;
}

// The line in "name:line: text", or 0; *rest is then the length of what precedes the text.
static int32_t parse_line(const char *message, size_t length, size_t name, size_t *rest) {
  size_t at = name;
  int32_t line = 0;
  if (at >= length || message[at] != ':') return 0;
  for (at++; at < length && message[at] >= '0' && message[at] <= '9' && line < 100000000; at++) {
    line = line * 10 + (message[at] - '0');
  }
  if (at + 1 >= length || message[at] != ':' || message[at + 1] != ' ') return 0;
  *rest = at + 2;
  return line;
}

void record_syntax_failure(lua_State *L, const char *chunk_name, int32_t line) {
  failure_record *failure = &machine_of(L)->failure;
  size_t name = strlen(chunk_name) - 1;
  bool is_policy = chunk_name[0] == '@';
  set_position(failure, chunk_name + 1, is_policy ? name : 0, line);
  // A limit on memory has its message already.
  if (failure->outcome == SHIM_OUTCOME_MEMORY) return;
  size_t length = 0;
  size_t rest = 0;
  const char *message = lua_tolstring(L, -1, &length);
  if (message == NULL) return;
  int32_t said = parse_line(message, length, name < SHOWN_NAME ? name : SHOWN_NAME, &rest);
  if (said > 0) failure->line = said;
  failure->outcome = SHIM_OUTCOME_SYNTAX;
  set_message(failure, message + rest, length - rest);
}
