// The buffer that crosses into C: any bytes, as arguments and as a host function's answer.
// SPDX-License-Identifier: MIT

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sanitizer/lsan_interface.h>

#include "CLuaShim.h"

// What must hold of any bytes: the machine says whether they are values, what they were once read
// comes back unchanged when it crosses again, and the machine works as before.

enum { INSTRUCTIONS = 100000 };

// Inputs between two searches for leaks: one takes longer than ten inputs.
enum { BETWEEN_LEAK_CHECKS = 1000 };

// So small that a thousand bytes can meet them; the block cap leaves room for Lua's own stack,
// whose growth depends on what ran before.
static const shim_limits limits = {
    .live = 256 << 10, .block = 128 << 10, .string = 512, .total = 384 << 10, .wall_seconds = 20};

static shim_machine *machine;
static int64_t echo;
static int64_t ask;
static int64_t host;
static shim_bytes answer;

static void expect(bool holds, const char *claim) {
  if (holds) return;
  fprintf(stderr, "finding: %s\n", claim);
  abort();
}

// Answers with the input, or refuses with it.
static void on_call(void *context, int64_t function, shim_machine *caller, shim_bytes arguments) {
  (void)context;
  (void)arguments;
  if (function == 1) {
    shim_reply(caller, answer);
  } else {
    shim_refuse(caller, answer);
  }
}

static int64_t loaded(const char *text) {
  int64_t kept = 0;
  shim_outcome outcome =
      shim_load(machine, (const uint8_t *)text, strlen(text), "@fuzz.lua", 0, &kept);
  expect(outcome == SHIM_OUTCOME_DONE, "a text of ours does not load");
  return kept;
}

static void open_machine(void) {
  machine = shim_open(limits, on_call, NULL);
  expect(machine != NULL, "the machine does not open");
  echo = loaded("return ...");
  ask = loaded("local host = ... return host(...)");
  expect(shim_host_function(machine, 1, &host) == SHIM_OUTCOME_DONE, "no host function");
}

// MARK: What a reader of our own says of the bytes

typedef struct walk {
  const uint8_t *next;
  size_t left;
  bool met_reference;
} walk;

static bool skip(walk *walk, uint64_t size) {
  if (size > walk->left) return false;
  walk->next += size;
  walk->left -= size;
  return true;
}

static bool word(walk *walk, uint64_t *value) {
  const uint8_t *start = walk->next;
  if (!skip(walk, sizeof *value)) return false;
  memcpy(value, start, sizeof *value);
  return true;
}

static bool is_value(walk *walk, int depth) {
  const uint8_t *tag = walk->next;
  uint64_t size;
  uint64_t fields;
  if (!skip(walk, 1)) return false;
  switch (*tag) {
    case SHIM_NIL:
    case SHIM_FALSE:
    case SHIM_TRUE:
      return true;
    case SHIM_REFERENCE:
      walk->met_reference = true;
      return skip(walk, 8);
    case SHIM_INTEGER:
    case SHIM_NUMBER:
      return skip(walk, 8);
    case SHIM_STRING:
      return word(walk, &size) && skip(walk, size);
    case SHIM_TABLE:
      if (depth == SHIM_DEPTH || !word(walk, &size) || !word(walk, &fields)) return false;
      for (; size > 0; size--) {
        if (!is_value(walk, depth + 1)) return false;
      }
      for (; fields > 0; fields--) {
        if (!word(walk, &size) || !skip(walk, size) || !is_value(walk, depth + 1)) return false;
      }
      return true;
    default:
      return false;
  }
}

static bool are_values(shim_bytes bytes, bool *met_reference) {
  walk walk = {bytes.start, bytes.length, false};
  bool are_good = true;
  while (are_good && walk.left > 0) are_good = is_value(&walk, 0);
  *met_reference = walk.met_reference;
  return are_good;
}

// MARK: Crossing

static shim_bytes copied(shim_bytes bytes) {
  uint8_t *start = malloc(bytes.length + 1);
  expect(start != NULL, "no memory for the fuzzer itself");
  if (bytes.length > 0) memcpy(start, bytes.start, bytes.length);
  return (shim_bytes){start, bytes.length};
}

// Sends bytes through Lua; what came back must then cross unchanged, the order of fields aside.
// A function comes back as nil, which makes a hole in a list: no such table crosses again.
static shim_outcome cross(int64_t function, shim_bytes bytes, bool has_functions) {
  shim_outcome outcome = shim_call(machine, function, bytes, INSTRUCTIONS);
  if (outcome != SHIM_OUTCOME_DONE) {
    shim_failure failure = shim_last_failure(machine);
    expect(failure.message_length > 0, "a failure without a message");
    return outcome;
  }
  shim_bytes first = copied(shim_output(machine));
  bool met_reference;
  expect(are_values(first, &met_reference) && !met_reference, "the output is no values");
  if (has_functions) {
    free((void *)first.start);
    return outcome;
  }
  expect(shim_call(machine, echo, first, INSTRUCTIONS) == SHIM_OUTCOME_DONE, "no second crossing");
  expect(shim_output(machine).length == first.length, "another value comes back");
  free((void *)first.start);
  return outcome;
}

// The bytes of a reference, then the input: the host function and what it is called with.
static shim_bytes with_host(shim_bytes bytes) {
  uint8_t *start = malloc(9 + bytes.length);
  expect(start != NULL, "no memory for the fuzzer itself");
  start[0] = SHIM_REFERENCE;
  memcpy(start + 1, &host, sizeof host);
  if (bytes.length > 0) memcpy(start + 9, bytes.start, bytes.length);
  return (shim_bytes){start, 9 + bytes.length};
}

static void expect_usable(void) {
  static const uint8_t values[] = {SHIM_TRUE, SHIM_STRING, 2, 0, 0, 0, 0, 0, 0, 0, 'o', 'k'};
  shim_bytes bytes = {values, sizeof values};
  expect(shim_call(machine, echo, bytes, INSTRUCTIONS) == SHIM_OUTCOME_DONE, "no longer usable");
  shim_bytes output = shim_output(machine);
  expect(
      output.length == sizeof values && memcmp(output.start, values, sizeof values) == 0,
      "no longer the same");
  expect(shim_kept_count(machine) == 3, "a value was kept or lost");
  expect(shim_live_bytes(machine) <= limits.live, "beyond the live cap");
}

/// Called by libFuzzer for each input.
int LLVMFuzzerTestOneInput(const uint8_t *start, size_t length) {
  static int inputs = 0;
  if (machine == NULL) open_machine();

  shim_bytes bytes = {start, length};
  bool has_functions;
  bool are_good = are_values(bytes, &has_functions);
  shim_outcome outcome = cross(echo, bytes, has_functions);
  expect(are_good || outcome != SHIM_OUTCOME_DONE, "bytes that are no values are taken");
  expect_usable();

  answer = bytes;
  shim_bytes call = with_host(bytes);
  outcome = cross(ask, (shim_bytes){call.start, 9}, has_functions);
  expect(are_good || outcome != SHIM_OUTCOME_DONE, "an answer that is no values is taken");
  expect_usable();
  cross(ask, call, has_functions);
  expect_usable();
  free((void *)call.start);
  if (++inputs % BETWEEN_LEAK_CHECKS == 0) {
    expect(__lsan_do_recoverable_leak_check() == 0, "memory is leaked");
  }
  return 0;
}
