// SPDX-License-Identifier: MIT
/* The same work on many things at once, on as many threads as there are cores. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stddef.h>

/* More threads than this help nobody. */
#define PARALLEL_JOBS_MAX 64

/* The cores that this process may use, at most PARALLEL_JOBS_MAX. */
size_t parallel_cores(void);

/*
 * Calls `work` once with each index below `count`, on up to `jobs` threads, the caller's among
 * them; with one job no thread is started. Returns when all are done. A thread that cannot be
 * started leaves its share to the others.
 */
void parallel_run(size_t jobs, size_t count, void (*work)(void *context, size_t index),
                  void *context);

#endif
