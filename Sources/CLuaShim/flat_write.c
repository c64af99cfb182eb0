// Values as flat bytes: written from the Lua stack.
// SPDX-License-Identifier: MIT

#include <stdlib.h>
#include <string.h>

#include "machine.h"

// Stack slots that one level of a value takes.
enum { LEVEL_SLOTS = 6 };

static bool reserve(shim_machine *machine, flat_buffer *buffer, size_t size) {
  size_t limit = machine->limits.block;
  if (size > limit || buffer->length > limit - size) return false;
  size_t needed = buffer->length + size;
  if (needed <= buffer->capacity) return true;
  size_t capacity = buffer->capacity < 512 ? 512 : buffer->capacity;
  while (capacity < needed) capacity *= 2;
  uint8_t *start = realloc(buffer->start, capacity);
  if (start == NULL) return false;
  buffer->start = start;
  buffer->capacity = capacity;
  return true;
}

void put_bytes(lua_State *L, flat_buffer *buffer, const void *bytes, size_t size) {
  if (buffer->capacity - buffer->length < size && !reserve(machine_of(L), buffer, size)) {
    fail(L, SHIM_OUTCOME_MEMORY, "valeur trop grande");
  }
  if (size > 0) memcpy(buffer->start + buffer->length, bytes, size);
  buffer->length += size;
}

static void put_tagged(lua_State *L, flat_buffer *buffer, uint8_t tag, const void *eight_bytes) {
  uint8_t bytes[9];
  bytes[0] = tag;
  memcpy(bytes + 1, eight_bytes, 8);
  put_bytes(L, buffer, bytes, sizeof bytes);
}

static void put_tag(lua_State *L, flat_buffer *buffer, uint8_t tag) { put_bytes(L, buffer, &tag, 1); }

static void encode_table(lua_State *L, flat_buffer *buffer, int table, int depth);

static void encode_value(lua_State *L, flat_buffer *buffer, int index, int depth) {
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
      put_tag(L, buffer, lua_toboolean(L, index) ? SHIM_TRUE : SHIM_FALSE);
      return;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        int64_t integer = lua_tointeger(L, index);
        put_tagged(L, buffer, SHIM_INTEGER, &integer);
      } else {
        double number = lua_tonumber(L, index);
        put_tagged(L, buffer, SHIM_NUMBER, &number);
      }
      return;
    case LUA_TSTRING: {
      size_t length = 0;
      const char *text = lua_tolstring(L, index, &length);
      uint64_t size = length;
      put_tagged(L, buffer, SHIM_STRING, &size);
      put_bytes(L, buffer, text, length);
      return;
    }
    case LUA_TTABLE:
      encode_table(L, buffer, index, depth + 1);
      return;
    default:
      put_tag(L, buffer, SHIM_NIL);  // a function stays inside
      return;
  }
}

static uint64_t encode_items(lua_State *L, flat_buffer *buffer, int table, int depth) {
  for (lua_Integer index = 1;; index++) {
    bool is_end = lua_rawgeti(L, table, index) == LUA_TNIL;
    if (!is_end) encode_value(L, buffer, lua_gettop(L), depth);
    lua_pop(L, 1);
    if (is_end) return (uint64_t)index - 1;
  }
}

static bool is_item_key(lua_State *L, int index, uint64_t items) {
  if (!lua_isinteger(L, index)) return false;
  lua_Integer key = lua_tointeger(L, index);
  return key >= 1 && (uint64_t)key <= items;
}

static uint64_t encode_fields(
    lua_State *L, flat_buffer *buffer, int table, int depth, uint64_t items) {
  uint64_t fields = 0;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    int key = lua_gettop(L) - 1;
    if (lua_type(L, key) == LUA_TSTRING) {
      size_t length = 0;
      const char *text = lua_tolstring(L, key, &length);
      uint64_t size = length;
      put_bytes(L, buffer, &size, sizeof size);
      put_bytes(L, buffer, text, length);
      encode_value(L, buffer, key + 1, depth);
      fields++;
    } else if (!is_item_key(L, key, items)) {
      fail(L, SHIM_OUTCOME_RUNTIME, "table à trous, ou clé qui n’est pas un texte");
    }
    lua_pop(L, 1);
  }
  return fields;
}

static void encode_table(lua_State *L, flat_buffer *buffer, int table, int depth) {
  if (depth > SHIM_DEPTH) fail(L, SHIM_OUTCOME_RUNTIME, "valeur trop profonde");
  if (!lua_checkstack(L, LEVEL_SLOTS)) fail(L, SHIM_OUTCOME_STACK, "valeur trop profonde");
  uint64_t counts[2] = {0, 0};
  put_tag(L, buffer, SHIM_TABLE);
  size_t start = buffer->length;
  put_bytes(L, buffer, counts, sizeof counts);
  counts[0] = encode_items(L, buffer, table, depth);
  counts[1] = encode_fields(L, buffer, table, depth, counts[0]);
  memcpy(buffer->start + start, counts, sizeof counts);
}

void encode_integer(lua_State *L, flat_buffer *buffer, int64_t integer) {
  put_tagged(L, buffer, SHIM_INTEGER, &integer);
}

void encode_values(lua_State *L, flat_buffer *buffer, int first, int last) {
  for (int index = first; index <= last; index++) encode_value(L, buffer, index, 0);
}

void encode_bytes(lua_State *L, flat_buffer *buffer, size_t size) {
  uint64_t length = size;
  put_tagged(L, buffer, SHIM_STRING, &length);
}

bool fill_buffer(shim_machine *machine, shim_bytes bytes) {
  flat_buffer *buffer = &machine->buffer;
  buffer->length = 0;
  if (!reserve(machine, buffer, bytes.length)) return false;
  if (bytes.length > 0) memcpy(buffer->start, bytes.start, bytes.length);
  buffer->length = bytes.length;
  return true;
}
