// The instruction budget and, behind it, the wall clock.
// SPDX-License-Identifier: MIT

#include <time.h>

#include "machine.h"

// Instructions between two looks at the clock.
enum { INTERVAL = 4096 };

// Calls within calls: far fewer than Lua allows, for its own limit takes 80 MiB to reach.
enum { DEEPEST_CALL = 20000 };

static int64_t seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec;
}

static void on_count(lua_State *L, lua_Debug *activation);

static void count(shim_machine *machine, int64_t instructions) {
  machine->interval = instructions < INTERVAL ? (int)instructions : INTERVAL;
  lua_sethook(machine->state, on_count, LUA_MASKCOUNT, machine->interval);
}

void stop_counting(shim_machine *machine) { lua_sethook(machine->state, NULL, 0, 0); }

// The clock is a backstop: most calls end before it is read once.
static bool is_late(shim_machine *machine) {
  int64_t now = seconds_now();
  if (machine->deadline == 0) machine->deadline = now + machine->limits.wall_seconds;
  return now > machine->deadline;
}

static bool is_deep(lua_State *L) {
  lua_Debug frame;
  return lua_getstack(L, DEEPEST_CALL, &frame);
}

static _Noreturn void stop(shim_machine *machine, shim_outcome outcome, const char *message) {
  // A limit that has fired fires again at each instruction: nothing can outlive it.
  count(machine, 1);
  fail(machine->state, outcome, message);
}

_Noreturn void exhaust_budget(shim_machine *machine) {
  stop(machine, SHIM_OUTCOME_INSTRUCTIONS, "budget d’instructions épuisé");
}

static void on_count(lua_State *L, lua_Debug *activation) {
  (void)activation;
  shim_machine *machine = machine_of(L);
  if (machine->failure.outcome != SHIM_OUTCOME_DONE) raise_recorded(L);
  machine->remaining -= machine->interval;
  if (machine->remaining <= 0) exhaust_budget(machine);
  if (is_deep(L)) stop(machine, SHIM_OUTCOME_STACK, TOO_DEEP);
  if (is_late(machine)) stop(machine, SHIM_OUTCOME_FAULT, "temps imparti dépassé");
  if (machine->remaining < machine->interval) count(machine, machine->remaining);
}

void arm_budget(shim_machine *machine, int64_t instructions) {
  machine->remaining = instructions;
  machine->deadline = 0;
  count(machine, instructions);
}
