// What the files of the bounded library share: prices, arguments, refusals, texts being made.
// SPDX-License-Identifier: MIT

#ifndef SCEAU_LIBRARY_H
#define SCEAU_LIBRARY_H

#include <lauxlib.h>

#include "machine.h"

// The prices, in instructions. They are part of what a policy's budget means: the same call costs
// the same everywhere, whatever the machine it runs on.
//
//   bytes copied or compared                    1 for 64
//   bytes searched, changed or read one by one  1 for 8 (a plain find, lower, utf8, tonumber, %q)
//   a byte of a number written                  4
//   an item of a pattern tried at a place       1, and 1 for 8 bytes of the item (a long set)
//   an entry of a table moved or visited        4
//   two entries compared by a sort              4, and the bytes compared where they are texts

/// Bytes that one instruction copies or compares.
enum { BYTES_AT_ONCE = 64 };

/// Bytes that one instruction searches, reads or changes one by one.
enum { BYTES_ONE_BY_ONE = 8 };

/// Instructions for an entry of a table, moved, visited or compared.
enum { ENTRY_PRICE = 4 };

/// Instructions for a byte of a number written.
enum { DIGIT_PRICE = 4 };

/// The most results of one call: Lua copies them, and arguments, at no price.
enum { MOST_RESULTS = 1000 };

/// Charges work that Lua does not count. [-0, +0, may raise]
static inline void charge(lua_State *L, int64_t instructions) {
  shim_machine *machine = machine_of(L);
  machine->remaining -= instructions;
  if (machine->remaining <= 0) exhaust_budget(machine);
}

/// Charges bytes that are copied or compared. [-0, +0, may raise]
static inline void charge_bytes(lua_State *L, size_t bytes) {
  charge(L, (int64_t)(bytes / BYTES_AT_ONCE));
}

/// Charges bytes that are searched, read or changed one by one. [-0, +0, may raise]
static inline void charge_each_byte(lua_State *L, size_t bytes) {
  charge(L, (int64_t)(bytes / BYTES_ONE_BY_ONE));
}

/// Charges entries of a table that are moved, visited or compared. [-0, +0, may raise]
static inline void charge_entries(lua_State *L, int64_t count) { charge(L, count * ENTRY_PRICE); }

/// Charges the bytes of a number written. [-0, +0, may raise]
static inline void charge_digits(lua_State *L, size_t bytes) {
  charge(L, (int64_t)bytes * DIGIT_PRICE);
}

// arguments.c

/// Raises an error that starts with the function's name; an officer reads it as it is.
/// [-0, +0, always raises]
_Noreturn void refuse(lua_State *L, const char *function, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/// Refuses an argument that is not what is expected. [-0, +0, always raises]
_Noreturn void refuse_argument(
    lua_State *L, const char *function, int argument, const char *expected);

/// What a value is, in French. [-0, +0, never raises]
const char *kind_of(lua_State *L, int index);

/// A text; a number is turned into one, in its place. [-0, +0, may raise]
const char *text_argument(lua_State *L, const char *function, int argument, size_t *length);

/// A whole number. [-0, +0, may raise]
lua_Integer integer_argument(lua_State *L, const char *function, int argument);

/// A whole number, or a standard one where there is none. [-0, +0, may raise]
lua_Integer optional_integer(
    lua_State *L, const char *function, int argument, lua_Integer standard);

/// Refuses what is not a table. [-0, +0, may raise]
void check_table(lua_State *L, const char *function, int argument);

/// Makes room on the stack. [-0, +0, may raise]
void check_room(lua_State *L, const char *function, size_t values);

// numbers.c

/// Room for any number as text.
enum { NUMBER_ROOM = 40 };

/// Writes a number as `tostring` does and gives its length. [-0, +0, never raises]
size_t write_number(lua_State *L, int index, char text[NUMBER_ROOM]);

/// Turns a number into a text, in its place. [-0, +0, may raise]
void make_text(lua_State *L, int index);

// text.c

/// Refuses a text longer than the cap, before it is made. [-0, +0, may raise]
void check_length(lua_State *L, const char *function, size_t length);

/// Adds bytes to a text being made, charged and under the cap. [-0, +?, may raise]
void add_bytes(
    lua_State *L, luaL_Buffer *buffer, const char *function, const char *bytes, size_t length);

/// The offset that a place stands for, from 1, or from the end where negative; 0 or less before
/// the start. [-0, +0, never raises]
lua_Integer absolute_place(lua_Integer place, size_t length);

/// Some bytes of a text, from an offset on.
typedef struct text_part {
  size_t start;
  size_t length;
} text_part;

/// The part of a text between two places, both included. [-0, +0, never raises]
text_part part_between(lua_Integer first, lua_Integer last, size_t length);

// sort.c

/// Whether one value of a table comes before another, both by their places in it.
typedef bool value_order(lua_State *L, int values, lua_Integer left, lua_Integer right);

/// Numbers in ascending order, then texts by their bytes; other values are refused by the caller.
/// [-0, +0, may raise]
bool comes_before(lua_State *L, int values, lua_Integer left, lua_Integer right);

/// Sorts by a stable merge, and pushes the places in their new order. [-0, +1, may raise]
///
/// The places are from 1; the array lives as long as the value pushed.
const uint32_t *sort_places(lua_State *L, int values, uint32_t count, value_order *precedes);

// direct.c

/// Raises nothing, as `abandon` does: the run knows no answer. [-0, +0, always raises]
_Noreturn void give_up(lua_State *L);

// journal.c

/// Starts the journal of another run. [-0, +0, never raises]
void begin_run(shim_machine *machine);

/// Writes down that a field of a record was read. [-0, +0, may raise]
void write_read(lua_State *L, int record, int key);

/// Writes down that a field of a record is absent. [-0, +0, may raise]
void write_absent(lua_State *L, int record, int key);

/// Writes down that a field of a record is blank. [-0, +0, may raise]
void write_blank(lua_State *L, int record, int key);

/// Notes that a field of a record was read, where anyone asks. [-0, +0, may raise]
static inline void note_read(lua_State *L, int record, int key) {
  if (machine_of(L)->journal.is_kept) write_read(L, record, key);
}

/// Notes that a field of a record was looked for, and is not there. [-0, +0, may raise]
static inline void note_absent(lua_State *L, int record, int key) {
  if (machine_of(L)->journal.is_kept) write_absent(L, record, key);
}

/// Notes that a field of a record is blank. [-0, +0, may raise]
static inline void note_blank(lua_State *L, int record, int key) {
  if (machine_of(L)->journal.is_kept) write_blank(L, record, key);
}

/// What must be known again when a row has been tried.
typedef struct row_trial {
  bool was_trying;
  size_t start;  ///< of the cells that are held for it
} row_trial;

/// Begins to try a row of a table: the cells that are read are held. [-0, +0, never raises]
row_trial begin_row(lua_State *L);

/// Ends that; the cells count when the row fits. [-0, +0, may raise]
void end_row(lua_State *L, row_trial trial, bool fits);

/// The bits that say which parts of the journal follow an outcome. [-0, +0, never raises]
int64_t told_readings(const shim_machine *machine);

/// Tells these parts, one text of bytes each. [-0, +0, may raise]
void tell_readings(lua_State *L, bool ended_in_condition);

// The functions, file by file; each list ends with NULL.

extern const luaL_Reg raising_functions[];
extern const luaL_Reg attempt_functions[];
extern const luaL_Reg journal_functions[];
extern const luaL_Reg shape_functions[];
extern const luaL_Reg direct_functions[];
extern const luaL_Reg number_functions[];
extern const luaL_Reg key_functions[];
extern const luaL_Reg text_functions[];
extern const luaL_Reg search_functions[];
extern const luaL_Reg format_functions[];
extern const luaL_Reg sequence_functions[];
extern const luaL_Reg sort_functions[];
extern const luaL_Reg unicode_functions[];
extern const luaL_Reg letter_functions[];

#endif
