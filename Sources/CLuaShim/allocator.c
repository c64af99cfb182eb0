// Lua's allocator: live, block, string and total caps.
// SPDX-License-Identifier: MIT

#include "machine.h"

// Room that a string takes beside its bytes.
enum { STRING_HEADER = 32 };

static void stop(shim_machine *machine, const char *message, size_t length) {
  // Lua gives no line on a memory error, so it is taken here, while the frames still stand.
  record_position(machine);
  record_failure(machine, SHIM_OUTCOME_MEMORY, message, length);
}

#define STOP(machine, literal) stop(machine, literal, sizeof(literal) - 1)

static bool exceeds_live(shim_machine *machine, void *block, size_t new_size, size_t growth) {
  if (growth <= machine->limits.live && machine->live <= machine->limits.live - growth) {
    return false;
  }
  // Lua answers a first refusal with a full collection and asks again; only then is it final.
  bool asked_again = machine->refused && machine->refused_block == block &&
                     machine->refused_size == new_size;
  if (asked_again) {
    STOP(machine, "limite de mémoire atteinte");
  } else {
    record_position(machine);
  }
  machine->refused = true;
  machine->refused_block = block;
  machine->refused_size = new_size;
  return true;
}

static bool refuses(
    shim_machine *machine, void *block, bool is_string, size_t new_size, size_t growth) {
  const shim_limits *limits = &machine->limits;
  if (machine->failure.outcome == SHIM_OUTCOME_MEMORY) return true;
  if (is_string && new_size > STRING_HEADER && new_size - STRING_HEADER > limits->string) {
    STOP(machine, "texte trop long");
    return true;
  }
  if (!is_string && new_size > limits->block) {
    STOP(machine, "table ou tampon trop grand");
    return true;
  }
  if (growth > limits->total || machine->total > limits->total - growth) {
    STOP(machine, "trop de mémoire demandée en une évaluation");
    return true;
  }
  return exceeds_live(machine, block, new_size, growth);
}

static void *shrink(shim_machine *machine, void *block, size_t old_size, size_t new_size) {
  machine->live -= old_size - new_size;
  // Lua takes it that a block can always shrink.
  void *smaller = resize_block(&machine->pool, block, old_size, new_size);
  return smaller == NULL ? block : smaller;
}

void *shim_allocate(void *opaque, void *block, size_t old_size, size_t new_size) {
  shim_machine *machine = opaque;
  bool is_string = block == NULL && old_size == LUA_TSTRING;
  if (block == NULL) old_size = 0;  // it was the kind of the new object

  if (new_size == 0) {
    machine->live -= old_size;
    return resize_block(&machine->pool, block, old_size, 0);
  }
  if (new_size <= old_size) return shrink(machine, block, old_size, new_size);

  size_t growth = new_size - old_size;
  if (refuses(machine, block, is_string, new_size, growth)) return NULL;
  void *larger = resize_block(&machine->pool, block, old_size, new_size);
  if (larger == NULL) {
    STOP(machine, "mémoire de la machine épuisée");
    return NULL;
  }
  machine->live += growth;
  machine->total += growth;
  machine->refused = false;
  return larger;
}
