/* A cursor over one JSON document that is read in one pass and never built.
   SPDX-License-Identifier: MIT */

#include "json.h"

#include <stdint.h>

static void spaces(Json *json) {
    while (*json->at == ' ' || *json->at == '\t' || *json->at == '\r')
        json->at++;
}

static bool take(Json *json, char byte) {
    spaces(json);
    if (*json->at != byte)
        return false;
    json->at++;
    return true;
}

static void expect(Json *json, char byte) {
    if (!take(json, byte))
        json->broken = true;
}

void json_enter(Json *json, char opening) {
    expect(json, opening);
}

/* The top bit of every byte of `word` that equals `byte`; bytes above a hit may be set wrongly. */
static uint64_t hits(uint64_t word, unsigned char byte) {
    uint64_t zeros = word ^ (0x0101010101010101u * byte);
    return (zeros - 0x0101010101010101u) & ~zeros & 0x8080808080808080u;
}

/* The first quote, backslash or line end from `at` on, eight bytes at a time. */
static const char *text_end(const char *at) {
    for (;; at += 8) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        uint64_t found = hits(word, '"') | hits(word, '\\') | hits(word, '\n');
        if (found != 0) {
            while (*at != '"' && *at != '\\' && *at != '\n')
                at++;
            return at;
        }
    }
}

Text json_raw_text(Json *json) {
    expect(json, '"');
    const char *first = json->at;
    if (json->broken)
        return (Text){first, 0};
    const char *end = text_end(first);
    while (*end == '\\' && end[1] != '\n')
        end = text_end(end + 2);
    json->broken = *end != '"';
    json->at = json->broken ? end : end + 1;
    return (Text){first, (size_t)(end - first)};
}

static uint32_t hexadecimal(const char *digits) {
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        char digit = digits[i];
        value = value * 16 + (uint32_t)(digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10);
    }
    return value;
}

static char *put_scalar(char *out, uint32_t scalar) {
    if (scalar < 0x80) {
        *out++ = (char)scalar;
    } else if (scalar < 0x800) {
        *out++ = (char)(0xC0 | scalar >> 6);
        *out++ = (char)(0x80 | (scalar & 63));
    } else if (scalar < 0x10000) {
        *out++ = (char)(0xE0 | scalar >> 12);
        *out++ = (char)(0x80 | (scalar >> 6 & 63));
        *out++ = (char)(0x80 | (scalar & 63));
    } else {
        *out++ = (char)(0xF0 | scalar >> 18);
        *out++ = (char)(0x80 | (scalar >> 12 & 63));
        *out++ = (char)(0x80 | (scalar >> 6 & 63));
        *out++ = (char)(0x80 | (scalar & 63));
    }
    return out;
}

static char plain_escape(char letter) {
    switch (letter) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    default: return letter;
    }
}

/* Writes the escape behind a backslash at `*at` to `out`, and moves `*at` past it. */
static char *unescape(const char **at, const char *end, char *out) {
    char letter = *(*at)++;
    if (letter != 'u' || end - *at < 4) {
        *out++ = plain_escape(letter);
        return out;
    }
    uint32_t scalar = hexadecimal(*at);
    *at += 4;
    if (scalar >= 0xD800 && scalar < 0xDC00 && end - *at >= 6) {
        scalar = 0x10000 + ((scalar - 0xD800) << 10) + (hexadecimal(*at + 2) - 0xDC00);
        *at += 6;
    }
    return put_scalar(out, scalar);
}

Text json_text(Json *json) {
    Text raw = json_raw_text(json);
    if (memchr(raw.bytes, '\\', raw.length) == NULL)
        return raw;
    char *out = json->spare;
    const char *end = raw.bytes + raw.length;
    for (const char *at = raw.bytes; at < end;) {
        if (*at == '\\') {
            at++;
            out = unescape(&at, end, out);
        } else {
            *out++ = *at++;
        }
    }
    Text text = {json->spare, (size_t)(out - json->spare)};
    json->spare = out;
    return text;
}

bool json_next_key(Json *json, Text *key) {
    if (json->broken || take(json, '}'))
        return false;
    take(json, ',');
    *key = json_raw_text(json);
    expect(json, ':');
    return !json->broken;
}

bool json_next_item(Json *json) {
    if (json->broken || take(json, ']'))
        return false;
    take(json, ',');
    spaces(json);
    return true;
}

bool json_boolean(Json *json) {
    spaces(json);
    bool value = *json->at == 't';
    json_skip(json);
    return value;
}

void json_skip(Json *json) {
    spaces(json);
    for (int depth = 0; !json->broken;) {
        switch (*json->at) {
        case '"':
            json_raw_text(json);
            break;
        case '{': case '[':
            depth++;
            json->at++;
            break;
        case '}': case ']':
            if (depth == 0)
                return;
            depth--;
            json->at++;
            break;
        case ',':
            if (depth == 0)
                return;
            json->at++;
            continue;
        case '\n':
            json->broken = true;
            return;
        default:
            json->at++;
            continue;
        }
        if (depth == 0)
            return;
    }
}
