/* A cursor over one JSON document that is read in one pass and never built.
   SPDX-License-Identifier: MIT */

#ifndef JSON_H
#define JSON_H

#include "text.h"

/* A line ends on '\n', which no JSON text holds as it is: the cursor needs no other bound. Eight
   more bytes may be read behind it. On the first fault `broken` is set and every loop ends. */
typedef struct {
    const char *at;
    char *spare; /* where texts with escapes are written out: as much room as the line has */
    bool broken;
} Json;

/* Steps into an object or a list: `opening` is '{' or '['. */
void json_enter(Json *json, char opening);

/* Moves to the next member, whose key is given; false at the end of the object. */
bool json_next_key(Json *json, Text *key);

/* Moves to the next item; false at the end of the list. */
bool json_next_item(Json *json);

/* The text under the cursor, its escapes written out. */
Text json_text(Json *json);

/* The text under the cursor as it stands between its quotes. */
Text json_raw_text(Json *json);

bool json_boolean(Json *json);

/* Passes over any value. */
void json_skip(Json *json);

#endif
