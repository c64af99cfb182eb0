// What is wrong with a pattern, found before anything is matched.
// SPDX-License-Identifier: MIT

#include "pattern.h"

// How many items of one pattern may need a call within a call when they are matched.
enum { MOST_BRANCHES = 199 };

// A pattern being read from left to right; captures are closed as their bits say.
typedef struct pattern_reader {
  lua_State *L;
  const char *function;
  const char *next;
  const char *end;
  int capture_count;
  uint32_t closed;
  int branches;
} pattern_reader;

#define MALFORMED " : motif mal formé, "

static void count_branch(pattern_reader *reader) {
  if (++reader->branches <= MOST_BRANCHES) return;
  refuse(reader->L, reader->function, " : motif trop complexe");
}

static bool is_closed(const pattern_reader *reader, int index) {
  return (reader->closed >> index & 1) != 0;
}

static void open_one(pattern_reader *reader) {
  if (reader->capture_count == MOST_CAPTURES) {
    refuse(reader->L, reader->function, " : plus de %d captures", MOST_CAPTURES);
  }
  count_branch(reader);
  reader->capture_count++;
  reader->next++;
}

static void close_one(pattern_reader *reader) {
  int index = reader->capture_count - 1;
  while (index >= 0 && is_closed(reader, index)) index--;
  if (index < 0) refuse(reader->L, reader->function, MALFORMED "« ) » sans « ( »");
  count_branch(reader);
  reader->closed |= (uint32_t)1 << index;
  reader->next++;
}

static void read_back_reference(pattern_reader *reader) {
  char digit = reader->next[1];
  int index = digit - '1';
  if (index < 0 || index >= reader->capture_count || !is_closed(reader, index)) {
    refuse(reader->L, reader->function, MALFORMED "« %%%c » ne désigne aucune capture", digit);
  }
  reader->next += 2;
}

static void read_balance(pattern_reader *reader) {
  if (reader->end - reader->next < 4) {
    refuse(reader->L, reader->function, MALFORMED "« %%b » demande deux caractères");
  }
  reader->next += 4;
}

static void read_frontier(pattern_reader *reader) {
  const char *set = reader->next + 2;
  if (set >= reader->end || *set != '[') {
    refuse(reader->L, reader->function, MALFORMED "« %%f » demande un ensemble « [ ] »");
  }
  reader->next = set_end(set, reader->end);
  if (reader->next == NULL) refuse(reader->L, reader->function, MALFORMED "« [ » sans « ] »");
}

static bool has_suffix(const pattern_reader *reader) {
  if (reader->next == reader->end) return false;
  char byte = *reader->next;
  return byte == '*' || byte == '+' || byte == '-' || byte == '?';
}

static void read_single(pattern_reader *reader) {
  const char *end = item_end(reader->next, reader->end);
  if (end == NULL && *reader->next == '%') {
    refuse(reader->L, reader->function, MALFORMED "« %% » en dernier ne désigne rien");
  }
  if (end == NULL) refuse(reader->L, reader->function, MALFORMED "« [ » sans « ] »");
  reader->next = end;
  if (!has_suffix(reader)) return;
  count_branch(reader);
  reader->next++;
}

static void read_escape(pattern_reader *reader) {
  char byte = reader->end - reader->next > 1 ? reader->next[1] : '%';
  if (byte == 'b') {
    read_balance(reader);
  } else if (byte == 'f') {
    read_frontier(reader);
  } else if (byte >= '0' && byte <= '9') {
    read_back_reference(reader);
  } else {
    read_single(reader);
  }
}

int check_pattern(
    lua_State *L, const char *function, const char *pattern, const char *pattern_end) {
  charge_each_byte(L, (size_t)(pattern_end - pattern));
  pattern_reader reader = {L, function, pattern, pattern_end, 0, 0, 0};
  while (reader.next < reader.end) {
    switch (*reader.next) {
      case '(':
        open_one(&reader);
        break;
      case ')':
        close_one(&reader);
        break;
      case '%':
        read_escape(&reader);
        break;
      default:
        read_single(&reader);
    }
  }
  for (int index = 0; index < reader.capture_count; index++) {
    if (!is_closed(&reader, index)) refuse(L, function, MALFORMED "« ( » sans « ) »");
  }
  return reader.capture_count;
}
