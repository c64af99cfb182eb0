/* SHA-256, as FIPS 180-4 describes it.
   SPDX-License-Identifier: MIT */

#ifndef SHA256_H
#define SHA256_H

#include "text.h"

/* Writes the digest of the text as 64 hexadecimal digits. */
void put_sha256(Buffer *buffer, Text text);

#endif
