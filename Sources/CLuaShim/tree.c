// Trees: the facts of a dossier, made tables from the nodes that the reader left.
// SPDX-License-Identifier: MIT

#include <string.h>

#include "machine.h"

// Stack slots that one level of a tree takes.
enum { LEVEL_SLOTS = 6 };

typedef struct tree {
  const shim_arguments *given;
  int shapes;  // where the shapes stand on the stack, then the keys of records and two metatables
} tree;

// Where they stand after the shapes.
enum { KEYS = 1, RECORD, LIST };

static _Noreturn void refuse_tree(lua_State *L) {
  fail(L, SHIM_OUTCOME_FAULT, "valeur mal écrite");
}

static const shim_node *node_at(lua_State *L, const tree *tree, size_t place) {
  if (place >= tree->given->node_count) refuse_tree(L);
  return tree->given->nodes + place;
}

static void push_text(lua_State *L, const tree *tree, const shim_node *node) {
  shim_bytes texts = tree->given->texts;
  bool is_inside = node->value >= 0 && (uint64_t)node->value <= texts.length &&
                   node->end <= texts.length - (uint64_t)node->value;
  if (!is_inside) refuse_tree(L);
  lua_pushlstring(L, (const char *)texts.start + node->value, node->end);
}

// The place after a node and all that it holds. [-0, +0, may raise]
static size_t place_after(lua_State *L, const tree *tree, size_t place) {
  const shim_node *node = node_at(L, tree, place);
  if (node->tag != SHIM_RECORD && node->tag != SHIM_LIST) return place + 1;
  if (node->end <= place || node->end > tree->given->node_count) refuse_tree(L);
  return node->end;
}

static void push_node(lua_State *L, const tree *tree, size_t place, int depth);

static void enter_level(lua_State *L, int depth) {
  if (depth > SHIM_DEPTH) fail(L, SHIM_OUTCOME_RUNTIME, "valeur trop profonde");
  if (!lua_checkstack(L, LEVEL_SLOTS)) fail(L, SHIM_OUTCOME_STACK, "trop de valeurs");
}

static void push_fields(lua_State *L, const tree *tree, size_t place, int depth) {
  enter_level(L, depth);
  size_t end = place_after(L, tree, place);
  int32_t identity = (int32_t)node_at(L, tree, place)->value;
  int fields = 0;
  for (size_t inner = place + 1; inner < end; inner = place_after(L, tree, inner)) fields++;
  push_record(L, tree->shapes + RECORD, identity, fields);
  for (size_t inner = place + 1; inner < end; inner = place_after(L, tree, inner)) {
    lua_rawgeti(L, tree->shapes + KEYS, node_at(L, tree, inner)->key);
    push_node(L, tree, inner, depth);
    lua_rawset(L, -3);
  }
}

static void push_items(lua_State *L, const tree *tree, size_t place, int depth) {
  enter_level(L, depth);
  size_t end = place_after(L, tree, place);
  int64_t count = node_at(L, tree, place)->value;
  if (count < 0 || (uint64_t)count > end - place) refuse_tree(L);
  push_list(L, tree->shapes + LIST, (int)count);
  lua_Integer number = 0;
  for (size_t inner = place + 1; inner < end; inner = place_after(L, tree, inner)) {
    push_node(L, tree, inner, depth);
    lua_rawseti(L, -2, ++number);
  }
}

static void push_node(lua_State *L, const tree *tree, size_t place, int depth) {
  const shim_node *node = node_at(L, tree, place);
  double number;
  switch (node->tag) {
    case SHIM_FALSE:
      lua_pushboolean(L, 0);
      return;
    case SHIM_TRUE:
      lua_pushboolean(L, 1);
      return;
    case SHIM_INTEGER:
      lua_pushinteger(L, node->value);
      return;
    case SHIM_NUMBER:
      memcpy(&number, &node->value, sizeof number);
      lua_pushnumber(L, number);
      return;
    case SHIM_STRING:
      push_text(L, tree, node);
      return;
    case SHIM_RECORD:
      push_fields(L, tree, place, depth + 1);
      return;
    case SHIM_LIST:
      push_items(L, tree, place, depth + 1);
      return;
    case SHIM_BOX:
      push_box(L, tree->shapes, node->value);
      return;
    default:
      refuse_tree(L);
  }
}

void push_tree(lua_State *L, const shim_arguments *given, int shapes) {
  enter_level(L, 0);
  int below = lua_gettop(L);
  lua_pushvalue(L, shapes);
  tree tree = {given, below + 1};
  push_shape_of(L, tree.shapes, SHAPE_KEYS);
  push_shape_of(L, tree.shapes, SHAPE_RECORD);
  push_shape_of(L, tree.shapes, SHAPE_LIST);
  push_node(L, &tree, 0, 0);
  lua_replace(L, below + 1);
  lua_settop(L, below + 1);
}
