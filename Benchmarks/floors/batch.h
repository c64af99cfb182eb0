/* A file of lines through one or more workers, written in the order of the lines.
   SPDX-License-Identifier: MIT */

#ifndef BATCH_H
#define BATCH_H

#include "text.h"

/* Writes what there is to say of `line` to `out`. The line ends on '\n', and eight more bytes may
   be read. */
typedef void (*Evaluate)(void *worker, Text line, Buffer *out);

/* Reads the file in pieces; with several jobs each worker takes one stretch of it. `make` gives
   each worker its own state. Returns the exit status. */
int run_batch(const char *path, int jobs, void *(*make)(void), Evaluate evaluate);

#endif
