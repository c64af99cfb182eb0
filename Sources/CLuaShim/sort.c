// A stable merge sort: no clock, no loop that an order could upset.
// SPDX-License-Identifier: MIT

#include <string.h>

#include "library.h"

// MARK: Orders

static bool text_comes_before(lua_State *L, int left, int right) {
  size_t left_length = 0;
  size_t right_length = 0;
  const char *left_text = lua_tolstring(L, left, &left_length);
  const char *right_text = lua_tolstring(L, right, &right_length);
  size_t shared = left_length < right_length ? left_length : right_length;
  charge_bytes(L, shared);
  int difference = memcmp(left_text, right_text, shared);
  return difference != 0 ? difference < 0 : left_length < right_length;
}

bool comes_before(lua_State *L, int values, lua_Integer left, lua_Integer right) {
  charge(L, 1);
  int left_type = lua_rawgeti(L, values, left);
  int right_type = lua_rawgeti(L, values, right);
  bool is_before;
  if (left_type != right_type) {
    is_before = left_type == LUA_TNUMBER;
  } else if (left_type == LUA_TNUMBER) {
    is_before = lua_compare(L, -2, -1, LUA_OPLT);
  } else {
    is_before = text_comes_before(L, -2, -1);
  }
  lua_pop(L, 2);
  return is_before;
}

// The order of the function that is the second argument.
static bool comes_before_by_function(
    lua_State *L, int values, lua_Integer left, lua_Integer right) {
  charge(L, 1);
  lua_pushvalue(L, 2);
  lua_rawgeti(L, values, left);
  lua_rawgeti(L, values, right);
  lua_call(L, 2, 1);
  bool is_before = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return is_before;
}

// MARK: Merging

// A sort under way: places in two arrays, each pass merging one into the other.
typedef struct sorting {
  lua_State *L;
  int values;
  value_order *precedes;
  uint32_t count;
} sorting;

static uint32_t at_most(uint32_t value, uint32_t most) { return value < most ? value : most; }

// Merges two neighbouring runs, from `start` to `middle` and on to `end`.
static void merge_runs(
    const sorting *sort, const uint32_t *from, uint32_t *to, uint32_t start, uint32_t middle,
    uint32_t end) {
  uint32_t left = start;
  uint32_t right = middle;
  for (uint32_t next = start; next < end; next++) {
    // The left one goes first unless the right one must: equal values keep their order.
    bool takes_right =
        left == middle ||
        (right < end && sort->precedes(sort->L, sort->values, from[right], from[left]));
    to[next] = takes_right ? from[right++] : from[left++];
  }
}

static void merge_pass(
    const sorting *sort, const uint32_t *from, uint32_t *to, uint32_t width) {
  for (uint32_t start = 0; start < sort->count; start += 2 * width) {
    uint32_t middle = at_most(start + width, sort->count);
    uint32_t end = at_most(start + 2 * width, sort->count);
    merge_runs(sort, from, to, start, middle, end);
  }
}

const uint32_t *sort_places(lua_State *L, int values, uint32_t count, value_order *precedes) {
  uint32_t *from = lua_newuserdatauv(L, 2 * (size_t)count * sizeof *from, 0);
  uint32_t *to = from + count;
  for (uint32_t index = 0; index < count; index++) from[index] = index + 1;
  sorting sort = {L, values, precedes, count};
  for (uint32_t width = 1; width < count; width *= 2) {
    merge_pass(&sort, from, to, width);
    uint32_t *merged = to;
    to = from;
    from = merged;
  }
  return from;
}

// MARK: table.sort

// More than any table can hold under the caps; a width of the merge cannot wrap around below it.
enum { MOST_SORTED = 1 << 30 };

// Copies the list, so that the order cannot upset what is being sorted. [-0, +1, may raise]
static void copy_list(lua_State *L, uint32_t count) {
  charge(L, count);
  lua_createtable(L, (int)count, 0);
  for (uint32_t index = 1; index <= count; index++) {
    lua_geti(L, 1, index);
    lua_rawseti(L, -2, index);
  }
}

static void check_comparable(lua_State *L, const char *name, int values, uint32_t count) {
  int wanted = lua_rawgeti(L, values, 1);
  lua_pop(L, 1);
  for (uint32_t index = 1; index <= count; index++) {
    int type = lua_rawgeti(L, values, index);
    if (type != LUA_TNUMBER && type != LUA_TSTRING) {
      refuse(L, name, " ne compare pas %s : lui donner une fonction", kind_of(L, -1));
    }
    if (type != wanted) refuse(L, name, " ne compare pas un texte et un nombre");
    lua_pop(L, 1);
  }
}

static int sort_list(lua_State *L) {
  static const char name[] = "table.sort";
  check_table(L, name, 1);
  lua_Integer length = luaL_len(L, 1);
  if (length < 2) return 0;
  if (length >= MOST_SORTED) refuse(L, name, " : liste trop longue");
  bool has_order = !lua_isnoneornil(L, 2);
  if (has_order && !lua_isfunction(L, 2)) refuse_argument(L, name, 2, "une fonction");
  lua_settop(L, 2);
  uint32_t count = (uint32_t)length;
  copy_list(L, count);
  int values = lua_gettop(L);
  if (!has_order) check_comparable(L, name, values, count);
  const uint32_t *places = sort_places(
      L, values, count, has_order ? comes_before_by_function : comes_before);
  charge(L, count);
  for (uint32_t index = 0; index < count; index++) {
    lua_rawgeti(L, values, places[index]);
    lua_seti(L, 1, (lua_Integer)index + 1);
  }
  return 0;
}

const luaL_Reg sort_functions[] = {{"sort", sort_list}, {NULL, NULL}};
