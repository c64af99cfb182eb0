// What the shim's own files share; Swift never sees it.
// SPDX-License-Identifier: MIT

#ifndef SCEAU_MACHINE_H
#define SCEAU_MACHINE_H

#include <locale.h>
#include <lua.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

#include "CLuaShim.h"

/// Raw bytes of a message that are kept: escaping them gives the 600 bytes shown, or more.
enum { MESSAGE_BYTES = 1024 };

/// Bytes of a chunk's name that are kept.
enum { CHUNK_BYTES = 4096 };

/// What is said of calls nested too deep.
#define TOO_DEEP "appels trop imbriqués"

/// Where the registry holds the kept values.
enum { KEPT_INDEX = LUA_RIDX_LAST + 1 };

/// Where the registry holds texts that must never need memory.
enum { ANCHORED_INDEX = LUA_RIDX_LAST + 2 };

/// Where the registry holds the shapes of values.
enum { SHAPES_INDEX = LUA_RIDX_LAST + 3 };

/// What a host function answered.
typedef enum host_answer { ANSWER_NONE, ANSWER_VALUES, ANSWER_REFUSAL } host_answer;

/// The failure of the entry under way; `outcome` is DONE while there is none.
typedef struct failure_record {
  shim_outcome outcome;
  int32_t line;
  size_t chunk_length;
  size_t message_length;
  uint8_t chunk[CHUNK_BYTES];
  uint8_t message[MESSAGE_BYTES];
} failure_record;

/// A buffer that grows by plain realloc, outside Lua's accounts.
typedef struct flat_buffer {
  uint8_t *start;
  size_t length;
  size_t capacity;
} flat_buffer;

/// How many sizes of small blocks there are.
enum { POOL_SIZES = 16 };

typedef struct free_block free_block;

/// Small blocks of one machine: those given back, by their size, and the bytes not yet used.
///
/// INVARIANT: a block of the arena was cut for the size that its owner tells, or for a larger one.
typedef struct block_pool {
  uint8_t *arena;
  size_t used;
  free_block *free[POOL_SIZES];
} block_pool;

/// What the trusted text says of the shapes of values, in this order.
typedef enum shape {
  SHAPE_KEYS = 1,  ///< the keys of records, by number
  SHAPE_RECORD,    ///< the metatable of records
  SHAPE_LIST,      ///< the metatable of lists
  SHAPE_BOX,       ///< the metatable of boxes
  SHAPE_BOXES,     ///< the boxes made so far, by their integer
  SHAPE_NUMBERS,   ///< the numbers of the keys, which the keys themselves tell
} shape;

/// What a run of a rule reads, for those who ask: records and keys, as `journal.c` writes them.
typedef struct run_journal {
  bool is_kept;
  bool is_trying;  ///< whether a row is tried, whose cells count only when it fits
  flat_buffer notes;
  flat_buffer held;  ///< the cells of the rows that are tried
  flat_buffer absent;
  flat_buffer blank;

  // How far the run has come, and the bytes that had been written by then.
  bool has_passed_condition;
  bool has_texts;
  size_t after_condition;
  size_t after_fields;
  size_t absent_before_texts;
  size_t blank_before_texts;

  size_t text_bytes;  ///< the bytes of the texts of all runs on the dossier
} run_journal;

struct shim_machine {
  lua_State *state;
  shim_limits limits;
  locale_t plain_locale;

  // The allocator's blocks and accounts.
  block_pool pool;
  size_t live;
  size_t total;
  bool refused;
  void *refused_block;
  size_t refused_size;

  // The budget of the call under way.
  int64_t remaining;
  int interval;
  int64_t deadline;

  // INVARIANT: once a limit has fired, `failure.outcome` stays set until the next entry.
  failure_record failure;

  shim_host host;
  void *context;
  host_answer answer;
  flat_buffer buffer;   ///< what crosses to a host function and back
  flat_buffer results;  ///< what the call under way gives
  int64_t kept_count;
  run_journal journal;

  // The metatables of records, lists and boxes, anchored in the registry, so that a value's can be
  // told by its address.
  const void *shapes[SHAPE_BOXES];
};

/// The machine of a state. [-0, +0, never raises]
static inline shim_machine *machine_of(lua_State *L) {
  return *(shim_machine **)lua_getextraspace(L);
}

// allocator.c

/// Lua's allocator, under the four caps. [-0, +0, never raises]
void *shim_allocate(void *machine, void *block, size_t old_size, size_t new_size);

// pool.c

/// Makes, moves or gives back a block as `lua_Alloc` does. [-0, +0, never raises]
///
/// - Returns: NULL when nothing is left of it, or when there is no memory and the block stands.
void *resize_block(block_pool *pool, void *block, size_t old_size, size_t new_size);

/// Gives back all the blocks at once, but for the larger ones. [-0, +0, never raises]
void close_pool(block_pool *pool);

// budget.c

/// Starts a budget of instructions. [-0, +0, never raises]
///
/// INVARIANT: what is charged between two hooks is taken off `remaining` at once, but the end of
/// the budget may then be seen up to one interval late. It is seen at the same point each time,
/// and a budget that suffices still does when it is larger.
void arm_budget(shim_machine *machine, int64_t instructions);

/// Counts no instruction until a budget starts again: only charges spend. [-0, +0, never raises]
void stop_counting(shim_machine *machine);

/// Stops a call whose budget is spent. [-0, +0, always raises]
_Noreturn void exhaust_budget(shim_machine *machine);

// failure.c

/// Forgets the last failure. [-0, +0, never raises]
void clear_failure(shim_machine *machine);

/// Records a failure, unless one is recorded already. [-0, +0, never raises]
void record_failure(
    shim_machine *machine, shim_outcome outcome, const char *message, size_t length);

/// Records where the innermost policy text stands. [-0, +0, never raises]
void record_position(shim_machine *machine);

/// Records a failure of ours with its position, and raises. [-0, +0, always raises]
_Noreturn void fail(lua_State *L, shim_outcome outcome, const char *message);

/// Raises again what is recorded. [-0, +0, always raises]
_Noreturn void raise_recorded(lua_State *L);

/// The message handler: records an error where it happened. [-1, +1, never raises]
int on_error(lua_State *L);

/// Records what the compiler said. [-0, +0, never raises]
///
/// The message is on top of the stack; `line` is the one that the compiler had reached.
void record_syntax_failure(lua_State *L, const char *chunk_name, int32_t line);

// flat_write.c

/// Adds a slice of the stack to what was written. [-0, +0, may raise]
void encode_values(lua_State *L, flat_buffer *buffer, int first, int last);

/// Adds an integer to what was written. [-0, +0, may raise]
void encode_integer(lua_State *L, flat_buffer *buffer, int64_t integer);

/// Adds bytes as they are. [-0, +0, may raise]
void put_bytes(lua_State *L, flat_buffer *buffer, const void *bytes, size_t size);

/// Adds what comes before so many bytes of a text. [-0, +0, may raise]
void encode_bytes(lua_State *L, flat_buffer *buffer, size_t size);

/// Copies bytes into the machine's buffer; false when they exceed its cap.
/// [-0, +0, never raises]
bool fill_buffer(shim_machine *machine, shim_bytes bytes);

// flat_read.c

/// Pushes the values of a flat buffer, with the tree beside them, and says how many.
/// [-0, +n, may raise]
int decode_values(lua_State *L, const shim_arguments *given);

// tree.c

/// Pushes the value that the nodes of a tree stand for. [-0, +1, may raise]
void push_tree(lua_State *L, const shim_arguments *given, int shapes);

// shapes.c

/// Whether a value stands under the metatable of a shape. [-0, +0, never raises]
bool has_shape(lua_State *L, int index, shape shape);

/// Pushes all of them, nothing that holds any before they are said. [-0, +1, never raises]
void push_shapes(lua_State *L);

/// Pushes one of those at a place of the stack. [-0, +1, may raise]
void push_shape_of(lua_State *L, int shapes, shape shape);

/// Pushes an empty record under the metatable at a place; 0 stands for no identity.
/// [-0, +1, may raise]
void push_record(lua_State *L, int metatable, int32_t identity, int fields);

/// Pushes an empty list under the metatable at a place. [-0, +1, may raise]
void push_list(lua_State *L, int metatable, int count);

/// Pushes the one box of an integer. [-0, +1, may raise]
void push_box(lua_State *L, int shapes, lua_Integer integer);

/// The identity of a record; 0 where it has none. [-0, +0, never raises]
lua_Integer identity_of(lua_State *L, int record);

// journal.c

/// Frees what the journal holds. [-0, +0, never raises]
void close_journal(run_journal *journal);

// kept.c

/// Keeps the value on top of the stack. [-1, +0, may raise]
int64_t keep_value(lua_State *L);

/// Pushes a kept value. [-0, +1, may raise]
void push_kept(lua_State *L, int64_t reference);

/// Forgets a kept value. [-0, +0, never raises]
void drop_kept(lua_State *L, int64_t reference);

// globals.c

/// Leaves the trusted globals, and nothing else, in a new state. [-0, +0, may raise]
void open_trusted_globals(lua_State *L);

// host.c

/// Pushes a function that calls the host. [-0, +1, may raise]
void push_host_function(lua_State *L, int64_t function);

#endif
