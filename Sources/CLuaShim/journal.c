// The journal of a run: what it read besides what its rule names, and what it found absent or blank.
// SPDX-License-Identifier: MIT

#include <stdlib.h>

#include "library.h"

// What the host reads of a fact or a cell.
typedef struct reading {
  int32_t identity;  // of the record; below 0 for a row of a table
  int32_t key;       // the number of its name
} reading;

void begin_run(shim_machine *machine) {
  run_journal *journal = &machine->journal;
  journal->notes.length = 0;
  journal->held.length = 0;
  journal->absent.length = 0;
  journal->blank.length = 0;
  journal->is_trying = false;
  journal->has_passed_condition = false;
  journal->has_texts = false;
}

// Adds a field of a record to a part of the journal; a name without a number gives no answer.
// [-0, +0, may raise]
static void write_down(lua_State *L, flat_buffer *part, lua_Integer identity, int key) {
  push_shapes(L);
  lua_rawgeti(L, -1, SHAPE_NUMBERS);
  lua_pushvalue(L, key);
  if (lua_rawget(L, -2) == LUA_TNIL) give_up(L);
  reading entry = {(int32_t)identity, (int32_t)lua_tointeger(L, -1)};
  lua_pop(L, 3);
  put_bytes(L, part, &entry, sizeof entry);
}

void write_read(lua_State *L, int record, int key) {
  run_journal *journal = &machine_of(L)->journal;
  lua_Integer identity = identity_of(L, record);
  bool is_held = identity < 0 && journal->is_trying;
  write_down(L, is_held ? &journal->held : &journal->notes, identity, key);
}

void write_absent(lua_State *L, int record, int key) {
  write_down(L, &machine_of(L)->journal.absent, identity_of(L, record), key);
}

void write_blank(lua_State *L, int record, int key) {
  write_down(L, &machine_of(L)->journal.blank, identity_of(L, record), key);
}

// MARK: Rows that are tried

row_trial begin_row(lua_State *L) {
  run_journal *journal = &machine_of(L)->journal;
  row_trial trial = {journal->is_trying, journal->held.length};
  journal->is_trying = true;
  return trial;
}

void end_row(lua_State *L, row_trial trial, bool fits) {
  run_journal *journal = &machine_of(L)->journal;
  journal->is_trying = trial.was_trying;
  size_t length = journal->held.length - trial.start;
  journal->held.length = trial.start;
  if (fits && length > 0) {
    put_bytes(L, &journal->notes, journal->held.start + trial.start, length);
  }
}

// `try_row(condition, row)`: what the condition gives, which must be true or false; the cells that it
// reads count only when the row fits.
static int try_row(lua_State *L) {
  lua_settop(L, 2);
  row_trial trial = begin_row(L);
  lua_call(L, 1, 1);
  if (!lua_isboolean(L, -1)) give_up(L);
  end_row(L, trial, lua_toboolean(L, -1));
  return 1;
}

// MARK: Steps of a run

// `past_condition()`: the condition holds; the other fields come next.
static int past_condition(lua_State *L) {
  run_journal *journal = &machine_of(L)->journal;
  journal->has_passed_condition = true;
  journal->after_condition = journal->notes.length;
  return 0;
}

// `is_past_condition()`: whether that was said in the run.
static int is_past_condition(lua_State *L) {
  lua_pushboolean(L, machine_of(L)->journal.has_passed_condition);
  return 1;
}

// `before_texts()`: the texts come next, which change no result.
static int before_texts(lua_State *L) {
  run_journal *journal = &machine_of(L)->journal;
  journal->has_texts = true;
  journal->after_fields = journal->notes.length;
  journal->absent_before_texts = journal->absent.length;
  journal->blank_before_texts = journal->blank.length;
  return 0;
}

// The bytes that the values of one rule's texts may hold, and those of a dossier: beyond, only the
// other form counts what a verdict can hold.
enum { MOST_OF_RULE = 1 << 16, MOST_OF_DOSSIER = 1 << 20 };

// `after_texts(nothing, values)`: the values that the texts show. What the texts found absent or blank
// does not count.
static int after_texts(lua_State *L) {
  run_journal *journal = &machine_of(L)->journal;
  size_t bytes = 0;
  lua_Integer count = (lua_Integer)lua_rawlen(L, 2);
  for (lua_Integer index = 1; index <= count; index++) {
    if (lua_rawgeti(L, 2, index) == LUA_TSTRING) bytes += lua_rawlen(L, -1);
    lua_pop(L, 1);
  }
  journal->text_bytes += bytes;
  if (bytes > MOST_OF_RULE || journal->text_bytes > MOST_OF_DOSSIER) give_up(L);
  journal->absent.length = journal->absent_before_texts;
  journal->blank.length = journal->blank_before_texts;
  lua_settop(L, 2);
  return 1;
}

// MARK: Telling

// The bits that say what follows an outcome, beside those of its values.
enum { TOLD_NOTES = 64, TOLD_ABSENT = 128, TOLD_BLANK = 256 };

int64_t told_readings(const shim_machine *machine) {
  const run_journal *journal = &machine->journal;
  int64_t bits = 0;
  if (journal->notes.length > 0) bits |= TOLD_NOTES;
  if (journal->absent.length > 0) bits |= TOLD_ABSENT;
  if (journal->blank.length > 0) bits |= TOLD_BLANK;
  return bits;
}

void tell_readings(lua_State *L, bool ended_in_condition) {
  run_journal *journal = &machine_of(L)->journal;
  flat_buffer *results = &machine_of(L)->results;
  if (journal->notes.length > 0) {
    size_t passed = ended_in_condition ? journal->notes.length : 0;
    if (journal->has_passed_condition) passed = journal->after_condition;
    size_t fields = journal->has_texts ? journal->after_fields : journal->notes.length;
    reading places = {
        (int32_t)(passed / sizeof(reading)), (int32_t)(fields / sizeof(reading))};
    encode_bytes(L, results, sizeof places + journal->notes.length);
    put_bytes(L, results, &places, sizeof places);
    put_bytes(L, results, journal->notes.start, journal->notes.length);
  }
  const flat_buffer *parts[] = {&journal->absent, &journal->blank};
  for (size_t index = 0; index < 2; index++) {
    if (parts[index]->length == 0) continue;
    encode_bytes(L, results, parts[index]->length);
    put_bytes(L, results, parts[index]->start, parts[index]->length);
  }
}

// `keep_journal(flag)`: whether runs write down what they read, which they do not at first.
static int keep_journal(lua_State *L) {
  machine_of(L)->journal.is_kept = lua_toboolean(L, 1);
  return 0;
}

void close_journal(run_journal *journal) {
  free(journal->notes.start);
  free(journal->held.start);
  free(journal->absent.start);
  free(journal->blank.start);
}

const luaL_Reg journal_functions[] = {
    {"after_texts", after_texts},       {"before_texts", before_texts},
    {"is_past_condition", is_past_condition}, {"keep_journal", keep_journal},
    {"past_condition", past_condition}, {"try_row", try_row},
    {NULL, NULL}};
