// The machine's entries: each goes into Lua through one lua_pcall.
// SPDX-License-Identifier: MIT

#include <stdlib.h>
#include <string.h>

#include "machine.h"

// A buffer larger than this is given back when the machine is next entered.
enum { IDLE_BUFFER = 1 << 20 };

// What an entry hands to the function that runs protected.
typedef struct entry_job {
  int64_t function;
  shim_bytes bytes;
  shim_arguments arguments;
  int64_t instructions;
  const char *chunk_name;
  int64_t environment;
  int32_t line;
  int64_t kept;
} entry_job;

// MARK: Entering

static void settle(shim_machine *machine, int status) {
  static const char overflow[] = TOO_DEEP;
  static const char refused[] = "limite de mémoire atteinte";
  static const char forged[] = "not enough memory";
  static const char lost[] = "état imprévu";
  if (status == LUA_ERRERR) {
    record_failure(machine, SHIM_OUTCOME_STACK, overflow, sizeof overflow - 1);
  } else if (status == LUA_ERRMEM && machine->refused) {
    record_failure(machine, SHIM_OUTCOME_MEMORY, refused, sizeof refused - 1);
  } else if (status == LUA_ERRMEM) {
    record_failure(machine, SHIM_OUTCOME_RUNTIME, forged, sizeof forged - 1);
  } else if (status != LUA_OK) {
    record_failure(machine, SHIM_OUTCOME_FAULT, lost, sizeof lost - 1);
  }
}

static int collect(lua_State *L) {
  lua_gc(L, LUA_GCCOLLECT);
  return 0;
}

// Runs protected under the plain locale: neither the decimal point of a number nor the order of
// texts depends on who calls.
static int call_protected(shim_machine *machine) {
  locale_t outer = uselocale(machine->plain_locale);
  int status = lua_pcall(machine->state, 1, 0, 1);
  uselocale(outer);
  return status;
}

static void empty(flat_buffer *buffer) {
  buffer->length = 0;
  if (buffer->capacity <= IDLE_BUFFER) return;
  free(buffer->start);
  *buffer = (flat_buffer){NULL, 0, 0};
}

static shim_outcome enter(shim_machine *machine, lua_CFunction body, entry_job *job) {
  lua_State *L = machine->state;
  clear_failure(machine);
  machine->total = 0;
  machine->refused = false;
  empty(&machine->buffer);
  empty(&machine->results);
  // INVARIANT: none of these three takes memory, so none raises outside the protection.
  lua_pushcfunction(L, on_error);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, job);
  settle(machine, call_protected(machine));
  lua_settop(L, 0);
  // The record, and not the status, says whether a limit fired.
  shim_outcome outcome = machine->failure.outcome;
  if (outcome == SHIM_OUTCOME_MEMORY || outcome == SHIM_OUTCOME_STACK) {
    lua_pushcfunction(L, collect);
    lua_pcall(L, 0, 0, 0);
    lua_settop(L, 0);
  }
  return outcome;
}

// MARK: Opening and closing

static int open_body(lua_State *L) {
  open_trusted_globals(L);
  return 0;
}

shim_machine *shim_open(shim_limits limits, shim_host host, void *context) {
  shim_machine *machine = calloc(1, sizeof *machine);
  if (machine == NULL) return NULL;
  machine->limits = limits;
  machine->host = host;
  machine->context = context;
  machine->plain_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  machine->state = lua_newstate(shim_allocate, machine);
  if (machine->state != NULL && machine->plain_locale != (locale_t)0) {
    *(shim_machine **)lua_getextraspace(machine->state) = machine;
    if (enter(machine, open_body, NULL) == SHIM_OUTCOME_DONE) return machine;
  }
  shim_close(machine);
  return NULL;
}

void shim_close(shim_machine *machine) {
  if (machine->state != NULL) lua_close(machine->state);
  close_pool(&machine->pool);
  if (machine->plain_locale != (locale_t)0) freelocale(machine->plain_locale);
  free(machine->buffer.start);
  free(machine->results.start);
  close_journal(&machine->journal);
  free(machine);
}

// MARK: Loading

static bool is_line_break(uint8_t byte) { return byte == '\n' || byte == '\r'; }

// The bytes before the first line break; all of them when there is none.
static size_t line_length(const uint8_t *start, size_t left) {
  const uint8_t *feed = memchr(start, '\n', left);
  if (feed != NULL) left = (size_t)(feed - start);
  const uint8_t *carriage = memchr(start, '\r', left);
  return carriage != NULL ? (size_t)(carriage - start) : left;
}

// Gives the compiler one line at a time: some of its errors do not say where they are.
static const char *read_line(lua_State *L, void *opaque, size_t *size) {
  (void)L;
  entry_job *job = opaque;
  const uint8_t *start = job->bytes.start;
  size_t left = job->bytes.length;
  size_t length = line_length(start, left);
  if (length < left) length++;
  if (length < left && is_line_break(start[length]) && start[length] != start[length - 1] &&
      is_line_break(start[length - 1])) {
    length++;
  }
  job->bytes.start += length;
  job->bytes.length -= length;
  if (length > 0) job->line++;
  *size = length;
  return (const char *)start;
}

static int load_body(lua_State *L) {
  entry_job *job = lua_touserdata(L, 1);
  if (lua_load(L, read_line, job, job->chunk_name, "t") != LUA_OK) {
    record_syntax_failure(L, job->chunk_name, job->line);
    raise_recorded(L);
  }
  if (job->environment != 0) {
    push_kept(L, job->environment);
    if (lua_setupvalue(L, -2, 1) == NULL) fail(L, SHIM_OUTCOME_FAULT, "texte sans _ENV");
  }
  job->kept = keep_value(L);
  return 0;
}

shim_outcome shim_load(
    shim_machine *machine, const uint8_t *text, size_t length, const char *chunk_name,
    int64_t environment, int64_t *kept) {
  entry_job job = {
      .bytes = {text, length}, .chunk_name = chunk_name, .environment = environment};
  shim_outcome outcome = enter(machine, load_body, &job);
  *kept = job.kept;
  return outcome;
}

// MARK: Calling

static void run(lua_State *L, const entry_job *job, int results) {
  push_kept(L, job->function);
  int count = decode_values(L, &job->arguments);
  arm_budget(machine_of(L), job->instructions);
  lua_call(L, count, results);
}

static int call_body(lua_State *L) {
  run(L, lua_touserdata(L, 1), LUA_MULTRET);
  encode_values(L, &machine_of(L)->results, 2, lua_gettop(L));
  return 0;
}

static int call_keeping_body(lua_State *L) {
  entry_job *job = lua_touserdata(L, 1);
  run(L, job, 1);
  if (!lua_istable(L, -1) && !lua_isfunction(L, -1)) {
    fail(L, SHIM_OUTCOME_RUNTIME, "le résultat n’est ni une table ni une fonction");
  }
  job->kept = keep_value(L);
  return 0;
}

shim_outcome shim_call(
    shim_machine *machine, int64_t function, shim_arguments arguments, int64_t instructions) {
  entry_job job = {
      .function = function, .arguments = arguments, .instructions = instructions};
  return enter(machine, call_body, &job);
}

shim_outcome shim_call_keeping(
    shim_machine *machine, int64_t function, shim_arguments arguments, int64_t instructions,
    int64_t *kept) {
  entry_job job = {
      .function = function, .arguments = arguments, .instructions = instructions};
  shim_outcome outcome = enter(machine, call_keeping_body, &job);
  *kept = job.kept;
  return outcome;
}

// MARK: Keeping

static int host_function_body(lua_State *L) {
  entry_job *job = lua_touserdata(L, 1);
  push_host_function(L, job->function);
  job->kept = keep_value(L);
  return 0;
}

shim_outcome shim_host_function(shim_machine *machine, int64_t function, int64_t *kept) {
  entry_job job = {.function = function};
  shim_outcome outcome = enter(machine, host_function_body, &job);
  *kept = job.kept;
  return outcome;
}

static int release_body(lua_State *L) {
  const entry_job *job = lua_touserdata(L, 1);
  drop_kept(L, job->function);
  return 0;
}

void shim_release(shim_machine *machine, int64_t reference) {
  entry_job job = {.function = reference};
  enter(machine, release_body, &job);
}

// MARK: Looking

shim_bytes shim_output(const shim_machine *machine) {
  return (shim_bytes){machine->results.start, machine->results.length};
}

shim_failure shim_last_failure(const shim_machine *machine) {
  const failure_record *failure = &machine->failure;
  return (shim_failure){
      failure->message, failure->message_length, failure->chunk, failure->chunk_length,
      failure->line};
}

size_t shim_live_bytes(const shim_machine *machine) { return machine->live; }

int64_t shim_kept_count(const shim_machine *machine) { return machine->kept_count; }

const char *shim_version(void) {
  return LUA_VERSION_MAJOR "." LUA_VERSION_MINOR "." LUA_VERSION_RELEASE;
}
