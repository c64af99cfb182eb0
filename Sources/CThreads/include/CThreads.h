// Where threads run. In C, because Swift does not see what glibc has beyond POSIX.
// SPDX-License-Identifier: MIT

#ifndef C_THREADS_H
#define C_THREADS_H

#include <pthread.h>

/// Has a thread begin on another processor than the one at hand, if the process may use another.
///
/// Linux begins a thread on the processor of the one that makes it and moves it some milliseconds
/// later: a run on one dossier is over by then. Nothing is done on other systems.
void threads_begin_elsewhere(pthread_attr_t *attributes);

/// Lets a thread that has begun go wherever the process's first thread may.
void threads_go_anywhere(void);

#endif
