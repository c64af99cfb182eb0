/* Bytes that stand elsewhere, and a buffer of bytes that grows.
   SPDX-License-Identifier: MIT */

#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* `bytes` is NULL when the text is absent. */
typedef struct {
    const char *bytes;
    size_t length;
} Text;

typedef struct {
    char *bytes;
    size_t length, capacity;
} Buffer;

#define TEXT(literal) ((Text){literal, sizeof literal - 1})

static inline bool same(Text left, Text right) {
    return left.length == right.length && memcmp(left.bytes, right.bytes, left.length) == 0;
}

/* Neither absent nor only spaces. */
bool filled(Text text);

/* The text without spaces around it. */
Text trimmed(Text text);

/* Writes the text in lower case to `into`, which has room for it: ASCII and the accents of French,
   none of which changes its length. */
void lower_case(Text text, char *into);

/* `growable` with room for `count` items of `size` bytes. */
void *with_room(void *growable, size_t *capacity, size_t count, size_t size);

void put(Buffer *buffer, Text text);
void put_number(Buffer *buffer, long number);

#endif
