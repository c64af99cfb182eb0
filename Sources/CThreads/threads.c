// Where threads run: the processors that Linux may give them.
// SPDX-License-Identifier: MIT

#define _GNU_SOURCE

#include "CThreads.h"

#ifdef __GLIBC__

#include <sched.h>
#include <unistd.h>

void threads_begin_elsewhere(pthread_attr_t *attributes) {
  cpu_set_t processors;
  if (sched_getaffinity(0, sizeof processors, &processors) != 0) return;
  int processor = sched_getcpu();
  if (processor < 0 || processor >= CPU_SETSIZE) return;
  CPU_CLR(processor, &processors);
  if (CPU_COUNT(&processors) == 0) return;
  pthread_attr_setaffinity_np(attributes, sizeof processors, &processors);
}

void threads_go_anywhere(void) {
  cpu_set_t processors;
  if (sched_getaffinity(getpid(), sizeof processors, &processors) != 0) return;
  sched_setaffinity(0, sizeof processors, &processors);
}

#else

void threads_begin_elsewhere(pthread_attr_t *attributes) { (void)attributes; }

void threads_go_anywhere(void) {}

#endif
