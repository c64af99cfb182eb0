/* Bytes that stand elsewhere, and a buffer of bytes that grows.
   SPDX-License-Identifier: MIT */

#include "text.h"

#include <stdio.h>
#include <stdlib.h>

bool filled(Text text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != ' ' && (text.bytes[i] < '\t' || text.bytes[i] > '\r'))
            return true;
    return false;
}

Text trimmed(Text text) {
    while (text.length > 0 && text.bytes[0] == ' ') {
        text.bytes++;
        text.length--;
    }
    while (text.length > 0 && text.bytes[text.length - 1] == ' ')
        text.length--;
    return text;
}

void lower_case(Text text, char *into) {
    unsigned char before = 0;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i], lower = byte;
        if (byte >= 'A' && byte <= 'Z')
            lower = byte + 32;
        else if (before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97)
            lower = byte + 32; /* À to Þ, the sign × left out */
        else if (before == 0xC5 && byte == 0x92)
            lower = 0x93; /* Œ */
        into[i] = (char)lower;
        before = byte;
    }
}

void *with_room(void *growable, size_t *capacity, size_t count, size_t size) {
    if (count <= *capacity)
        return growable;
    size_t wanted = *capacity == 0 ? 64 : *capacity;
    while (wanted < count)
        wanted *= 2;
    void *grown = realloc(growable, wanted * size);
    if (grown == NULL) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    *capacity = wanted;
    return grown;
}

void put(Buffer *buffer, Text text) {
    buffer->bytes = with_room(buffer->bytes, &buffer->capacity, buffer->length + text.length, 1);
    memcpy(buffer->bytes + buffer->length, text.bytes, text.length);
    buffer->length += text.length;
}

void put_number(Buffer *buffer, long number) {
    char digits[24];
    char *first = digits + sizeof digits;
    unsigned long rest = number < 0 ? -(unsigned long)number : (unsigned long)number;
    do {
        *--first = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        *--first = '-';
    put(buffer, (Text){first, (size_t)(digits + sizeof digits - first)});
}
