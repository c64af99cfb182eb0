// Host functions: Swift answers and returns; only then does C raise.
// SPDX-License-Identifier: MIT

#include "machine.h"

static int call_host(lua_State *L) {
  shim_machine *machine = machine_of(L);
  int64_t function = lua_tointeger(L, lua_upvalueindex(1));
  machine->buffer.length = 0;
  encode_values(L, &machine->buffer, 1, lua_gettop(L));
  shim_bytes arguments = {machine->buffer.start, machine->buffer.length};
  machine->answer = ANSWER_NONE;
  machine->host(machine->context, function, machine, arguments);
  switch (machine->answer) {
    case ANSWER_VALUES: {
      shim_arguments given = {.values = {machine->buffer.start, machine->buffer.length}};
      return decode_values(L, &given);
    }
    case ANSWER_REFUSAL:
      raise_recorded(L);
    case ANSWER_NONE:
      fail(L, SHIM_OUTCOME_FAULT, "fonction de l’hôte sans réponse");
  }
  return 0;
}

void push_host_function(lua_State *L, int64_t function) {
  lua_pushinteger(L, function);
  lua_pushcclosure(L, call_host, 1);
}

void shim_reply(shim_machine *machine, shim_bytes values) {
  machine->answer = ANSWER_VALUES;
  if (fill_buffer(machine, values)) return;
  static const char message[] = "valeur trop grande";
  record_position(machine);
  record_failure(machine, SHIM_OUTCOME_MEMORY, message, sizeof message - 1);
  machine->answer = ANSWER_REFUSAL;
}

void shim_refuse(shim_machine *machine, shim_bytes text) {
  record_position(machine);
  record_failure(machine, SHIM_OUTCOME_HOST, (const char *)text.start, text.length);
  machine->answer = ANSWER_REFUSAL;
}
