// `string.format`: the manual's directives, without addresses and without a locale.
// SPDX-License-Identifier: MIT

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "library.h"

static const char NAME[] = "string.format";

// The longest run of flags, width and precision; the longest directive for C is a little longer.
enum { LONGEST_MODIFIERS = 20, DIRECTIVE_ROOM = LONGEST_MODIFIERS + 8 };

// Room for any number: 309 digits, a point, 99 digits, a sign and some.
enum { FORMATTED_ROOM = 512 };

// One directive, read and found right.
typedef struct directive {
  const char *modifiers;
  size_t modifiers_length;
  char conversion;
  bool is_left;
  int width;      ///< 0 where there is none
  int precision;  ///< -1 where there is none
} directive;

// A text being formatted.
typedef struct formatting {
  lua_State *L;
  luaL_Buffer buffer;
  const char *next;
  const char *end;
  int argument;
  int last_argument;
} formatting;

// MARK: Reading a directive

// The flags that a conversion may have; NULL where there is no such conversion.
static const char *flags_of(char conversion) {
  switch (conversion) {
    case 'd':
    case 'i':
      return "-+0 ";
    case 'u':
      return "-0";
    case 'o':
    case 'x':
    case 'X':
      return "-#0";
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return "-+#0 ";
    case 'c':
    case 's':
      return "-";
    case 'q':
      return "";
    default:
      return NULL;
  }
}

static bool is_one_of(char byte, const char *bytes) {
  return byte != '\0' && strchr(bytes, byte) != NULL;
}

// Reads two digits at most; -1 where there is none.
static int read_digits(const char **next, const char *end) {
  int value = -1;
  for (int count = 0; count < 2 && *next < end; count++, ++*next) {
    if (**next < '0' || **next > '9') break;
    value = (value < 0 ? 0 : value * 10) + (**next - '0');
  }
  return value;
}

// Reads flags, width and precision; false where they are not those of the conversion.
static bool read_modifiers(directive *found) {
  const char *next = found->modifiers;
  const char *end = next + found->modifiers_length;
  const char *flags = flags_of(found->conversion);
  for (; next < end && is_one_of(*next, flags); next++) {
    found->is_left = found->is_left || *next == '-';
  }
  bool has_width = next < end && *next != '0' && found->conversion != 'q';
  int width = has_width ? read_digits(&next, end) : -1;
  found->width = width < 0 ? 0 : width;
  found->precision = -1;
  if (next < end && *next == '.' && has_width && found->conversion != 'c') {
    next++;
    int precision = read_digits(&next, end);
    found->precision = precision < 0 ? 0 : precision;
  }
  return next == end;
}

static directive read_directive(formatting *job) {
  directive found = {.modifiers = job->next};
  while (job->next < job->end && is_one_of(*job->next, "-+ #0123456789.")) job->next++;
  found.modifiers_length = (size_t)(job->next - found.modifiers);
  int shown = found.modifiers_length < 40 ? (int)found.modifiers_length : 40;
  if (job->next == job->end) {
    refuse(job->L, NAME, " : directive « %%%.*s » inachevée", shown, found.modifiers);
  }
  found.conversion = *job->next++;
  if (found.conversion == 'p') {
    refuse(job->L, NAME, " : « %%p » est refusé, une adresse changerait à chaque exécution");
  }
  bool is_known = flags_of(found.conversion) != NULL;
  if (!is_known || found.modifiers_length > LONGEST_MODIFIERS || !read_modifiers(&found)) {
    refuse(
        job->L, NAME, " : directive « %%%.*s%c » inconnue", shown, found.modifiers,
        found.conversion);
  }
  return found;
}

// MARK: Numbers

// The directive as C takes it, with the size of its argument.
static void write_directive(const directive *directive, const char *size, char *text) {
  snprintf(
      text, DIRECTIVE_ROOM, "%%%.*s%s%c", (int)directive->modifiers_length,
      directive->modifiers, size, directive->conversion);
}

static void add_formatted(formatting *job, const char *text, int length) {
  charge(job->L, length);
  add_bytes(job->L, &job->buffer, NAME, text, (size_t)length);
}

static void add_integer(formatting *job, const directive *directive) {
  char format[DIRECTIVE_ROOM];
  char text[FORMATTED_ROOM];
  long long integer = integer_argument(job->L, NAME, job->argument);
  write_directive(directive, "ll", format);
  add_formatted(job, text, snprintf(text, sizeof text, format, integer));
}

static void add_float(formatting *job, const directive *directive) {
  char format[DIRECTIVE_ROOM];
  char text[FORMATTED_ROOM];
  int is_number = 0;
  double number = lua_tonumberx(job->L, job->argument, &is_number);
  if (!is_number) refuse_argument(job->L, NAME, job->argument, "un nombre");
  if (isnan(number)) number = NAN;  // its sign differs from one processor to another
  write_directive(directive, "", format);
  add_formatted(job, text, snprintf(text, sizeof text, format, number));
}

// MARK: Texts

static void add_spaces(formatting *job, size_t count) {
  static const char spaces[] =
      "                                                                                          "
      "          ";
  add_bytes(job->L, &job->buffer, NAME, spaces, count);
}

static void add_padded(
    formatting *job, const directive *directive, const char *text, size_t length) {
  size_t width = (size_t)directive->width;
  size_t missing = width > length ? width - length : 0;
  if (!directive->is_left) add_spaces(job, missing);
  add_bytes(job->L, &job->buffer, NAME, text, length);
  if (directive->is_left) add_spaces(job, missing);
}

static void add_character(formatting *job, const directive *directive) {
  char byte = (char)integer_argument(job->L, NAME, job->argument);
  add_padded(job, directive, &byte, 1);
}

static void add_text(formatting *job, const directive *directive) {
  char number[NUMBER_ROOM];
  size_t length = 0;
  const char *text;
  switch (lua_type(job->L, job->argument)) {
    case LUA_TNUMBER:
      length = write_number(job->L, job->argument, number);
      text = number;
      break;
    case LUA_TSTRING:
      text = lua_tolstring(job->L, job->argument, &length);
      break;
    case LUA_TBOOLEAN:
      text = lua_toboolean(job->L, job->argument) ? "true" : "false";
      length = strlen(text);
      break;
    default:
      text = luaL_typename(job->L, job->argument);
      length = strlen(text);
  }
  if (directive->precision >= 0 && (size_t)directive->precision < length) {
    length = (size_t)directive->precision;
  }
  add_padded(job, directive, text, length);
}

// MARK: Literals

static bool is_control(char byte) { return (byte >= 0 && byte < ' ') || byte == 127; }

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// One byte of a literal, as Lua's compiler reads it back.
static void add_quoted_byte(formatting *job, const char *byte, const char *end) {
  char text[8];
  int length;
  if (*byte == '"' || *byte == '\\' || *byte == '\n') {
    length = snprintf(text, sizeof text, "\\%c", *byte);
  } else if (is_control(*byte)) {
    bool needs_three = byte + 1 < end && is_digit(byte[1]);
    length = snprintf(text, sizeof text, needs_three ? "\\%03d" : "\\%d", *byte);
  } else {
    text[0] = *byte;
    length = 1;
  }
  add_bytes(job->L, &job->buffer, NAME, text, (size_t)length);
}

static void add_quoted_text(formatting *job) {
  size_t length = 0;
  const char *next = lua_tolstring(job->L, job->argument, &length);
  charge_each_byte(job->L, length);
  add_bytes(job->L, &job->buffer, NAME, "\"", 1);
  for (const char *end = next + length; next < end; next++) add_quoted_byte(job, next, end);
  add_bytes(job->L, &job->buffer, NAME, "\"", 1);
}

static void add_quoted_number(formatting *job) {
  char text[NUMBER_ROOM];
  int length;
  if (lua_isinteger(job->L, job->argument)) {
    int64_t integer = lua_tointeger(job->L, job->argument);
    // The least integer has no literal of its own in base ten.
    const char *format = integer == INT64_MIN ? "0x%" PRIx64 : "%" PRId64;
    length = snprintf(text, sizeof text, format, integer);
  } else {
    double number = lua_tonumber(job->L, job->argument);
    const char *format = "%a";
    if (isnan(number)) format = "(0/0)";
    if (isinf(number)) format = number > 0 ? "1e9999" : "-1e9999";
    length = snprintf(text, sizeof text, format, number);
  }
  add_formatted(job, text, length);
}

static void add_quoted(formatting *job) {
  directive plain = {.precision = -1};
  switch (lua_type(job->L, job->argument)) {
    case LUA_TSTRING:
      add_quoted_text(job);
      return;
    case LUA_TNUMBER:
      add_quoted_number(job);
      return;
    case LUA_TNIL:
    case LUA_TBOOLEAN:
      add_text(job, &plain);
      return;
    default:
      refuse(job->L, NAME, " : « %%q » n’écrit pas %s", kind_of(job->L, job->argument));
  }
}

// MARK: The function

static void add_directive(formatting *job) {
  directive found = read_directive(job);
  charge(job->L, 1);
  job->argument++;
  if (job->argument > job->last_argument) {
    refuse(job->L, NAME, " : il manque une valeur pour « %%%c »", found.conversion);
  }
  switch (found.conversion) {
    case 'c':
      add_character(job, &found);
      return;
    case 's':
      add_text(job, &found);
      return;
    case 'q':
      add_quoted(job);
      return;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      add_integer(job, &found);
      return;
    default:
      add_float(job, &found);
  }
}

static int format(lua_State *L) {
  size_t length = 0;
  formatting job = {.L = L, .argument = 1, .last_argument = lua_gettop(L)};
  job.next = text_argument(L, NAME, 1, &length);
  job.end = job.next + length;
  luaL_buffinit(L, &job.buffer);
  while (job.next < job.end) {
    const char *percent = memchr(job.next, '%', (size_t)(job.end - job.next));
    const char *plain_end = percent == NULL ? job.end : percent;
    add_bytes(L, &job.buffer, NAME, job.next, (size_t)(plain_end - job.next));
    if (percent == NULL) break;
    job.next = percent + 1;
    if (job.next < job.end && *job.next == '%') {
      charge(L, 1);
      add_bytes(L, &job.buffer, NAME, "%", 1);
      job.next++;
    } else {
      add_directive(&job);
    }
  }
  luaL_pushresult(&job.buffer);
  return 1;
}

const luaL_Reg format_functions[] = {{"format", format}, {NULL, NULL}};
