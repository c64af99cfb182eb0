/* SHA-256, as FIPS 180-4 describes it.
   SPDX-License-Identifier: MIT */

#include "sha256.h"

#include <stdint.h>

enum { BLOCK = 64, ROUNDS = 64 };

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t K[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turned(uint32_t word, int places) {
    return word >> places | word << (32 - places);
}

static void schedule(uint32_t words[ROUNDS], const unsigned char *block) {
    for (int i = 0; i < 16; i++)
        words[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16
            | (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < ROUNDS; i++) {
        uint32_t early = words[i - 15], late = words[i - 2];
        uint32_t small = turned(early, 7) ^ turned(early, 18) ^ early >> 3;
        uint32_t large = turned(late, 17) ^ turned(late, 19) ^ late >> 10;
        words[i] = words[i - 16] + small + words[i - 7] + large;
    }
}

/* One round on the eight words of the state, of which two change. */
static inline void mix(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f,
                       uint32_t g, uint32_t *h, uint32_t input) {
    uint32_t chosen = g ^ (e & (f ^ g)), majority = (a & b) | (c & (a | b));
    uint32_t first = *h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + input;
    *d += first;
    *h = first + (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority;
}

static void compress(uint32_t state[8], const unsigned char *block) {
    uint32_t words[ROUNDS];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    schedule(words, block);
    for (int i = 0; i < ROUNDS; i += 8) { /* the words change places instead of moving */
        mix(a, b, c, &d, e, f, g, &h, K[i] + words[i]);
        mix(h, a, b, &c, d, e, f, &g, K[i + 1] + words[i + 1]);
        mix(g, h, a, &b, c, d, e, &f, K[i + 2] + words[i + 2]);
        mix(f, g, h, &a, b, c, d, &e, K[i + 3] + words[i + 3]);
        mix(e, f, g, &h, a, b, c, &d, K[i + 4] + words[i + 4]);
        mix(d, e, f, &g, h, a, b, &c, K[i + 5] + words[i + 5]);
        mix(c, d, e, &f, g, h, a, &b, K[i + 6] + words[i + 6]);
        mix(b, c, d, &e, f, g, h, &a, K[i + 7] + words[i + 7]);
    }
    const uint32_t mixed[8] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; i++)
        state[i] += mixed[i];
}

/* The last block or two: what is left, a one bit, zeros, and the length in bits. */
static void finish(uint32_t state[8], Text text, size_t done) {
    unsigned char tail[2 * BLOCK] = {0};
    size_t left = text.length - done, size = left + 9 > BLOCK ? 2 * BLOCK : BLOCK;
    memcpy(tail, text.bytes + done, left);
    tail[left] = 0x80;
    for (size_t i = 0; i < 8; i++)
        tail[size - 1 - i] = (unsigned char)(((uint64_t)text.length * 8) >> (8 * i));
    for (size_t at = 0; at < size; at += BLOCK)
        compress(state, tail + at);
}

void put_sha256(Buffer *buffer, Text text) {
    uint32_t state[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    size_t done = 0;
    for (; text.length - done >= BLOCK; done += BLOCK)
        compress(state, (const unsigned char *)text.bytes + done);
    finish(state, text, done);
    char digits[64];
    for (int i = 0; i < 64; i++)
        digits[i] = "0123456789abcdef"[state[i / 8] >> (28 - 4 * (i % 8)) & 15];
    put(buffer, (Text){digits, sizeof digits});
}
