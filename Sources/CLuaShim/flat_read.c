// Values as flat bytes: read onto the Lua stack.
// SPDX-License-Identifier: MIT

#include <string.h>

#include "machine.h"

// Stack slots that one level of a value takes.
enum { LEVEL_SLOTS = 6 };

typedef struct flat_reader {
  const uint8_t *next;
  const uint8_t *end;
  int shapes;  // where the shapes stand on the stack
  const shim_arguments *given;
} flat_reader;

static const uint8_t *take(lua_State *L, flat_reader *reader, uint64_t size) {
  if (size > (uint64_t)(reader->end - reader->next)) {
    fail(L, SHIM_OUTCOME_FAULT, "valeur mal écrite");
  }
  const uint8_t *bytes = reader->next;
  reader->next += size;
  return bytes;
}

static uint64_t take_word(lua_State *L, flat_reader *reader) {
  uint64_t word;
  memcpy(&word, take(L, reader, sizeof word), sizeof word);
  return word;
}

static void decode_text(lua_State *L, flat_reader *reader) {
  uint64_t length = take_word(L, reader);
  lua_pushlstring(L, (const char *)take(L, reader, length), length);
}

static uint32_t take_number(lua_State *L, flat_reader *reader) {
  uint32_t number;
  memcpy(&number, take(L, reader, sizeof number), sizeof number);
  return number;
}

static void decode_value(lua_State *L, flat_reader *reader, int depth);

// A count of values that are still to come: each takes a byte at least.
static int take_count(lua_State *L, flat_reader *reader) {
  uint32_t count = take_number(L, reader);
  if (count > (uint64_t)(reader->end - reader->next)) {
    fail(L, SHIM_OUTCOME_FAULT, "valeur mal écrite");
  }
  return (int)count;
}

static void decode_record(lua_State *L, flat_reader *reader, int depth) {
  if (depth > SHIM_DEPTH) fail(L, SHIM_OUTCOME_RUNTIME, "valeur trop profonde");
  int32_t identity = (int32_t)take_number(L, reader);
  int fields = take_count(L, reader);
  push_shape_of(L, reader->shapes, SHAPE_RECORD);
  push_record(L, lua_gettop(L), identity, fields);
  lua_remove(L, -2);
  push_shape_of(L, reader->shapes, SHAPE_KEYS);
  for (; fields > 0; fields--) {
    lua_rawgeti(L, -1, take_number(L, reader));
    decode_value(L, reader, depth);
    lua_rawset(L, -4);
  }
  lua_pop(L, 1);
}

static void decode_list(lua_State *L, flat_reader *reader, int depth) {
  if (depth > SHIM_DEPTH) fail(L, SHIM_OUTCOME_RUNTIME, "valeur trop profonde");
  int count = take_count(L, reader);
  push_shape_of(L, reader->shapes, SHAPE_LIST);
  push_list(L, lua_gettop(L), count);
  lua_remove(L, -2);
  for (int index = 1; index <= count; index++) {
    decode_value(L, reader, depth);
    lua_rawseti(L, -2, index);
  }
}

static void decode_table(lua_State *L, flat_reader *reader, int depth) {
  if (depth > SHIM_DEPTH) fail(L, SHIM_OUTCOME_RUNTIME, "valeur trop profonde");
  uint64_t items = take_word(L, reader);
  uint64_t fields = take_word(L, reader);
  uint64_t left = (uint64_t)(reader->end - reader->next);
  if (items > left || fields > left) fail(L, SHIM_OUTCOME_FAULT, "valeur mal écrite");
  lua_createtable(L, (int)items, (int)fields);
  for (uint64_t index = 1; index <= items; index++) {
    decode_value(L, reader, depth);
    lua_rawseti(L, -2, (lua_Integer)index);
  }
  for (uint64_t index = 0; index < fields; index++) {
    decode_text(L, reader);
    decode_value(L, reader, depth);
    lua_rawset(L, -3);
  }
}

static void decode_value(lua_State *L, flat_reader *reader, int depth) {
  if (!lua_checkstack(L, LEVEL_SLOTS)) fail(L, SHIM_OUTCOME_STACK, "trop de valeurs");
  uint64_t word;
  double number;
  switch (*take(L, reader, 1)) {
    case SHIM_NIL:
      lua_pushnil(L);
      return;
    case SHIM_FALSE:
      lua_pushboolean(L, 0);
      return;
    case SHIM_TRUE:
      lua_pushboolean(L, 1);
      return;
    case SHIM_INTEGER:
      lua_pushinteger(L, (lua_Integer)take_word(L, reader));
      return;
    case SHIM_NUMBER:
      word = take_word(L, reader);
      memcpy(&number, &word, sizeof number);
      lua_pushnumber(L, number);
      return;
    case SHIM_STRING:
      decode_text(L, reader);
      return;
    case SHIM_TABLE:
      decode_table(L, reader, depth + 1);
      return;
    case SHIM_REFERENCE:
      push_kept(L, (int64_t)take_word(L, reader));
      return;
    case SHIM_RECORD:
      decode_record(L, reader, depth + 1);
      return;
    case SHIM_LIST:
      decode_list(L, reader, depth + 1);
      return;
    case SHIM_BOX:
      push_box(L, reader->shapes, (lua_Integer)take_word(L, reader));
      return;
    case SHIM_TREE:
      push_tree(L, reader->given, reader->shapes);
      return;
    default:
      fail(L, SHIM_OUTCOME_FAULT, "valeur mal écrite");
  }
}

int decode_values(lua_State *L, const shim_arguments *given) {
  push_shapes(L);
  shim_bytes values = given->values;
  flat_reader reader = {values.start, values.start + values.length, lua_gettop(L), given};
  int count = 0;
  for (; reader.next < reader.end; count++) decode_value(L, &reader, 0);
  lua_remove(L, reader.shapes);
  return count;
}
