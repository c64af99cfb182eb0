/* A file of lines through one or more workers, written in the order of the lines.
   SPDX-License-Identifier: MIT */

#include "batch.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { PIECE = 1 << 20, FLUSH = 1 << 16, MOST_JOBS = 64 };

typedef struct {
    const char *path;
    long from, to; /* the bytes of the file that are this worker's */
    bool first;    /* the first worker writes as it goes, the others when their turn comes */
    void *(*make)(void);
    Evaluate evaluate;
    Buffer out;
} Stretch;

static void flush(Buffer *out) {
    fwrite(out->bytes, 1, out->length, stdout);
    out->length = 0;
}

/* Evaluates the whole lines of `piece`; returns how many bytes they are. */
static size_t evaluate_lines(Stretch *stretch, void *worker, Text piece) {
    size_t done = 0;
    const char *end;
    while ((end = memchr(piece.bytes + done, '\n', piece.length - done)) != NULL) {
        Text line = {piece.bytes + done, (size_t)(end - piece.bytes) - done};
        stretch->evaluate(worker, line, &stretch->out);
        done += line.length + 1;
        if (stretch->first && stretch->out.length >= FLUSH)
            flush(&stretch->out);
    }
    return done;
}

static void *run_stretch(void *argument) {
    Stretch *stretch = argument;
    void *worker = stretch->make();
    FILE *file = fopen(stretch->path, "rb");
    if (file == NULL || fseek(file, stretch->from, SEEK_SET) != 0)
        exit(74);
    char *piece = NULL;
    size_t capacity = 0, kept = 0;
    for (long left = stretch->to - stretch->from; left > 0;) {
        size_t wanted = left < PIECE ? (size_t)left : PIECE;
        piece = with_room(piece, &capacity, kept + wanted + 8, 1);
        size_t got = fread(piece + kept, 1, wanted, file);
        if (got == 0)
            break;
        left -= (long)got;
        kept += got;
        size_t done = evaluate_lines(stretch, worker, (Text){piece, kept});
        kept -= done;
        memmove(piece, piece + done, kept);
    }
    fclose(file);
    free(piece);
    if (stretch->first)
        flush(&stretch->out);
    return NULL;
}

/* The first byte of a line at or behind `offset`. */
static long line_start(FILE *file, long offset) {
    if (offset == 0)
        return 0;
    fseek(file, offset - 1, SEEK_SET);
    for (int byte; (byte = getc(file)) != EOF && byte != '\n';)
        continue;
    return ftell(file);
}

int run_batch(const char *path, int jobs, void *(*make)(void), Evaluate evaluate) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || jobs < 1 || jobs > MOST_JOBS)
        return 74;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    Stretch stretches[MOST_JOBS];
    pthread_t threads[MOST_JOBS];
    for (int i = 0; i < jobs; i++) {
        long from = line_start(file, size / jobs * i);
        long to = i == jobs - 1 ? size : line_start(file, size / jobs * (i + 1));
        stretches[i] = (Stretch){path, from, to, i == 0, make, evaluate, {0}};
    }
    fclose(file);
    for (int i = 1; i < jobs; i++)
        pthread_create(&threads[i], NULL, run_stretch, &stretches[i]);
    run_stretch(&stretches[0]);
    for (int i = 1; i < jobs; i++) {
        pthread_join(threads[i], NULL);
        flush(&stretches[i].out);
    }
    return 0;
}
