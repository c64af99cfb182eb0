// The matcher: backtracking, each step charged, no deeper than its pattern was found to be.
// SPDX-License-Identifier: MIT

#include <string.h>

#include "pattern.h"

// MARK: Items

const char *set_end(const char *set, const char *pattern_end) {
  const char *next = set + 1;
  if (next < pattern_end && *next == '^') next++;
  const char *first = next;
  while (next < pattern_end) {
    // A bracket in the first place belongs to the set.
    if (*next == ']' && next != first) return next + 1;
    next += *next == '%' ? 2 : 1;
  }
  return NULL;
}

const char *item_end(const char *item, const char *pattern_end) {
  if (*item == '[') return set_end(item, pattern_end);
  if (*item != '%') return item + 1;
  return pattern_end - item < 2 ? NULL : item + 2;
}

static bool is_between(unsigned char byte, unsigned char first, unsigned char last) {
  return byte >= first && byte <= last;
}

static bool is_letter(unsigned char byte) { return is_between(byte | 32, 'a', 'z'); }

static bool is_digit(unsigned char byte) { return is_between(byte, '0', '9'); }

static bool is_visible(unsigned char byte) { return is_between(byte, '!', '~'); }

// Whether a byte fits what stands behind `%`: a class of ASCII, whatever the locale, its complement
// where the letter is a capital, or the byte itself.
static bool fits_escape(unsigned char byte, char escaped) {
  bool is_member;
  switch (escaped | 32) {
    case 'a':
      is_member = is_letter(byte);
      break;
    case 'c':
      is_member = byte < ' ' || byte == 127;
      break;
    case 'd':
      is_member = is_digit(byte);
      break;
    case 'g':
      is_member = is_visible(byte);
      break;
    case 'l':
      is_member = is_between(byte, 'a', 'z');
      break;
    case 'p':
      is_member = is_visible(byte) && !is_letter(byte) && !is_digit(byte);
      break;
    case 's':
      is_member = byte == ' ' || is_between(byte, '\t', '\r');
      break;
    case 'u':
      is_member = is_between(byte, 'A', 'Z');
      break;
    case 'w':
      is_member = is_letter(byte) || is_digit(byte);
      break;
    case 'x':
      is_member = is_digit(byte) || is_between(byte | 32, 'a', 'f');
      break;
    default:
      return byte == (unsigned char)escaped;
  }
  bool is_capital = escaped < 'a';
  return is_member != is_capital;
}

// Whether a byte is in a set; `closing` is its last bracket.
static bool fits_set(unsigned char byte, const char *set, const char *closing) {
  const char *next = set + 1;
  bool is_complement = *next == '^';
  if (is_complement) next++;
  while (next < closing) {
    bool fits;
    if (*next == '%') {
      fits = fits_escape(byte, next[1]);
      next += 2;
    } else if (closing - next > 2 && next[1] == '-') {
      fits = is_between(byte, (unsigned char)next[0], (unsigned char)next[2]);
      next += 3;
    } else {
      fits = byte == (unsigned char)*next;
      next++;
    }
    if (fits) return !is_complement;
  }
  return is_complement;
}

// What stands for one character, and what it costs to try it.
typedef struct pattern_item {
  const char *start;
  const char *end;
  int64_t price;
} pattern_item;

static pattern_item item_at(const matcher *match, const char *start) {
  const char *end = item_end(start, match->pattern_end);
  return (pattern_item){start, end, 1 + (end - start) / BYTES_ONE_BY_ONE};
}

static bool fits(matcher *match, const pattern_item *item, const char *at) {
  charge(match->L, item->price);
  if (at == match->text_end) return false;
  unsigned char byte = (unsigned char)*at;
  switch (*item->start) {
    case '.':
      return true;
    case '%':
      return fits_escape(byte, item->start[1]);
    case '[':
      return fits_set(byte, item->start, item->end - 1);
    default:
      return byte == (unsigned char)*item->start;
  }
}

// MARK: Items that are more than one character, or none

static const char *balance_end(matcher *match, const char *at, const char *pair) {
  if (at == match->text_end || *at != pair[0]) return NULL;
  int64_t open = 1;
  for (at++; at < match->text_end; at++) {
    charge(match->L, 1);
    if (*at == pair[1]) {
      if (--open == 0) return at + 1;
    } else if (*at == pair[0]) {
      open++;
    }
  }
  return NULL;
}

static bool is_frontier(matcher *match, const char *at, const char *set, const char *set_end) {
  charge(match->L, (set_end - set) / BYTES_ONE_BY_ONE);
  unsigned char before = at == match->text ? 0 : (unsigned char)at[-1];
  unsigned char after = at == match->text_end ? 0 : (unsigned char)*at;
  return !fits_set(before, set, set_end - 1) && fits_set(after, set, set_end - 1);
}

static const char *repetition_end(matcher *match, const char *at, char digit) {
  const capture *before = &match->captures[digit - '1'];
  // A place is no text: nothing repeats it.
  if (before->length < 0 || before->length > match->text_end - at) return NULL;
  charge_bytes(match->L, (size_t)before->length);
  if (memcmp(before->start, at, (size_t)before->length) != 0) return NULL;
  return at + before->length;
}

// MARK: Matching

static const char *match_from(matcher *match, const char *at, const char *item);

static const char *open_capture(matcher *match, const char *at, const char *item) {
  charge(match->L, 1);
  capture *opened = &match->captures[match->capture_count++];
  bool is_place = item[1] == ')';
  *opened = (capture){at, is_place ? PLACE_CAPTURE : OPEN_CAPTURE};
  const char *end = match_from(match, at, item + (is_place ? 2 : 1));
  if (end == NULL) match->capture_count--;
  return end;
}

static const char *close_capture(matcher *match, const char *at, const char *item) {
  charge(match->L, 1);
  int index = match->capture_count - 1;
  while (match->captures[index].length != OPEN_CAPTURE) index--;
  match->captures[index].length = at - match->captures[index].start;
  const char *end = match_from(match, at, item + 1);
  if (end == NULL) match->captures[index].length = OPEN_CAPTURE;
  return end;
}

// As many as there are, then fewer; `start` is where the fewest end.
static const char *match_longest(matcher *match, const char *start, const pattern_item *item) {
  const char *at = start;
  while (fits(match, item, at)) at++;
  for (; at >= start; at--) {
    const char *end = match_from(match, at, item->end + 1);
    if (end != NULL) return end;
  }
  return NULL;
}

static const char *match_shortest(matcher *match, const char *at, const pattern_item *item) {
  for (;; at++) {
    const char *end = match_from(match, at, item->end + 1);
    if (end != NULL) return end;
    if (!fits(match, item, at)) return NULL;
  }
}

// What is left to match.
typedef struct progress {
  const char *at;
  const char *item;
} progress;

// One character and its suffix. Gives true with the match's end, NULL where there is none; false
// where matching goes on with the next item.
static bool is_settled_by_single(matcher *match, progress *left, const char **end) {
  pattern_item item = item_at(match, left->item);
  char suffix = item.end < match->pattern_end ? *item.end : '\0';
  *end = NULL;
  if (suffix == '*') {
    *end = match_longest(match, left->at, &item);
    return true;
  }
  if (suffix == '-') {
    *end = match_shortest(match, left->at, &item);
    return true;
  }
  bool is_there = fits(match, &item, left->at);
  if (suffix == '+') {
    if (is_there) *end = match_longest(match, left->at + 1, &item);
    return true;
  }
  if (suffix == '?') {
    if (is_there) *end = match_from(match, left->at + 1, item.end + 1);
    left->item = item.end + 1;
    return *end != NULL;
  }
  *left = (progress){left->at + 1, item.end};
  return !is_there;
}

// The items that start with `%` and are no single character; `at` is NULL where they do not match.
static bool passes_escape(matcher *match, progress *left) {
  const char *item = left->item;
  charge(match->L, 1);
  switch (item[1]) {
    case 'b':
      *left = (progress){balance_end(match, left->at, item + 2), item + 4};
      return true;
    case 'f': {
      const char *end = set_end(item + 2, match->pattern_end);
      bool is_there = is_frontier(match, left->at, item + 2, end);
      *left = (progress){is_there ? left->at : NULL, end};
      return true;
    }
    default:
      if (!is_digit((unsigned char)item[1])) return false;
      *left = (progress){repetition_end(match, left->at, item[1]), item + 2};
      return true;
  }
}

static const char *match_from(matcher *match, const char *at, const char *item) {
  progress left = {at, item};
  const char *end;
  while (left.at != NULL && left.item != match->pattern_end) {
    switch (*left.item) {
      case '(':
        return open_capture(match, left.at, left.item);
      case ')':
        return close_capture(match, left.at, left.item);
      case '$':
        if (left.item + 1 == match->pattern_end) {
          return left.at == match->text_end ? left.at : NULL;
        }
        break;
      case '%':
        if (passes_escape(match, &left)) continue;
        break;
      default:
        break;
    }
    if (is_settled_by_single(match, &left, &end)) return end;
  }
  return left.at;
}

const char *match_at(matcher *match, const char *place) {
  charge(match->L, 1);
  match->capture_count = 0;
  return match_from(match, place, match->pattern);
}
