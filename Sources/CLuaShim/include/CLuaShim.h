// The Lua machine as Swift sees it: plain C types, an opaque handle, no lua_State.
// SPDX-License-Identifier: MIT

#ifndef SCEAU_CLUASHIM_H
#define SCEAU_CLUASHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Every function below leaves the Lua stack as it found it and never raises: what may raise runs
// inside one lua_pcall. The brackets say so as Lua's manual does: [-popped, +pushed, raises].
//
// Values cross both ways as one flat run of bytes, in the machine's own byte order:
//
//   SHIM_NIL  SHIM_FALSE  SHIM_TRUE                     the tag alone
//   SHIM_INTEGER  SHIM_REFERENCE                        then int64
//   SHIM_NUMBER                                         then double
//   SHIM_STRING                                         then uint64 length, bytes
//   SHIM_TABLE                                          then uint64 items, uint64 fields,
//                                                       the items, and for each field
//                                                       uint64 length, key bytes, value
//   SHIM_RECORD                                         then int32 identity, uint32 fields, and 
//                                                       for each uint32 number of a key, value
//   SHIM_LIST                                           then uint32 items, the items
//   SHIM_BOX                                            then int64
//   SHIM_TREE                                           the tag alone
//
// The last four only go in: tables under the metatables that the trusted text has named with
// `shapes`, so that it need not walk and mark what comes. A tree is given beside the bytes, as nodes.

/// The first byte of a value in a flat buffer.
enum {
  SHIM_NIL = 0,
  SHIM_FALSE = 1,
  SHIM_TRUE = 2,
  SHIM_INTEGER = 3,
  SHIM_NUMBER = 4,
  SHIM_STRING = 5,
  SHIM_TABLE = 6,
  SHIM_REFERENCE = 7,
  SHIM_RECORD = 8,
  SHIM_LIST = 9,
  SHIM_BOX = 10,
  SHIM_TREE = 11,
};

/// How deep tables may nest in a value that crosses.
enum { SHIM_DEPTH = 64 };

/// How an entry ended.
typedef enum __attribute__((enum_extensibility(closed))) shim_outcome {
  SHIM_OUTCOME_DONE = 0,
  SHIM_OUTCOME_SYNTAX,
  SHIM_OUTCOME_RUNTIME,
  SHIM_OUTCOME_RAISED,
  SHIM_OUTCOME_INSTRUCTIONS,
  SHIM_OUTCOME_MEMORY,
  SHIM_OUTCOME_STACK,
  SHIM_OUTCOME_HOST,
  SHIM_OUTCOME_FAULT,
} shim_outcome;

/// What a machine may use; sizes are bytes.
typedef struct shim_limits {
  size_t live;    ///< held at one moment, garbage not yet collected included
  size_t block;   ///< of one block (a table's array, a buffer), and of one value that crosses
  size_t string;  ///< of one string
  size_t total;   ///< allocated by one call in all
  int64_t wall_seconds;
} shim_limits;

/// The last failure of a machine; the pointers hold until the machine is entered again.
typedef struct shim_failure {
  const uint8_t *message;
  size_t message_length;
  const uint8_t *chunk;  ///< without its '@'; empty when no policy text was running
  size_t chunk_length;
  int32_t line;  ///< from 1; 0 when not known
} shim_failure;

/// A run of bytes that the machine owns.
typedef struct shim_bytes {
  const uint8_t *start;
  size_t length;
} shim_bytes;

/// A value of a tree; each node stands before those that it holds.
typedef struct shim_node {
  uint8_t tag;   ///< what it is; no table and no reference
  uint32_t key;  ///< the number of its key, from 1; of no meaning but in a record
  uint32_t end;  ///< of a text its length, of a record or a list the place after what it holds
  int64_t value; ///< the integer, the bits of the number, where the text starts in the texts, how
                 ///< many items a list has, or a record's identity, 0 for none
} shim_node;

/// What a function is called with.
typedef struct shim_arguments {
  shim_bytes values;
  const shim_node *nodes;  ///< of the tree
  size_t node_count;
  shim_bytes texts;  ///< of the tree
} shim_arguments;

typedef struct shim_machine shim_machine;

/// Called for a host function; it must answer with shim_reply or shim_refuse, and return.
typedef void (*shim_host)(
    void *context, int64_t function, shim_machine *machine, shim_bytes arguments);

/// Opens a machine with the trusted globals in it, or gives NULL when memory does not suffice.
/// [-0, +0, never raises]
shim_machine *shim_open(shim_limits limits, shim_host host, void *context);

/// Frees a machine and all that it holds. [-0, +0, never raises]
void shim_close(shim_machine *machine);

/// Compiles a text and keeps its function; an environment of 0 stands for the trusted globals.
/// [-0, +0, never raises]
shim_outcome shim_load(
    shim_machine *machine, const uint8_t *text, size_t length, const char *chunk_name,
    int64_t environment, int64_t *kept);

/// Calls a kept function; its results are then in shim_output. [-0, +0, never raises]
shim_outcome shim_call(
    shim_machine *machine, int64_t function, shim_arguments arguments, int64_t instructions);

/// Calls a kept function and keeps its first result, a table or a function.
/// [-0, +0, never raises]
shim_outcome shim_call_keeping(
    shim_machine *machine, int64_t function, shim_arguments arguments, int64_t instructions,
    int64_t *kept);

/// Keeps a Lua function that calls the host with this number. [-0, +0, never raises]
shim_outcome shim_host_function(shim_machine *machine, int64_t function, int64_t *kept);

/// Forgets a kept value; one that is not kept here is passed over. [-0, +0, never raises]
void shim_release(shim_machine *machine, int64_t reference);

/// The results of the last shim_call. [-0, +0, never raises]
shim_bytes shim_output(const shim_machine *machine);

/// Why the last entry failed. [-0, +0, never raises]
shim_failure shim_last_failure(const shim_machine *machine);

/// Stores a host function's results; copies bytes only. [-0, +0, never raises]
void shim_reply(shim_machine *machine, shim_bytes values);

/// Stores a host function's error text, raised once it has returned. [-0, +0, never raises]
void shim_refuse(shim_machine *machine, shim_bytes text);

/// Bytes that Lua holds now. [-0, +0, never raises]
size_t shim_live_bytes(const shim_machine *machine);

/// How many values are kept. [-0, +0, never raises]
int64_t shim_kept_count(const shim_machine *machine);

/// The library's version, as "5.4.4". [-0, +0, never raises]
const char *shim_version(void);

#endif
