// SPDX-License-Identifier: MIT
/* Does the same work on many items in parallel, on as many threads as the caller asks for. */
#ifndef BASE_PARALLEL_H
#define BASE_PARALLEL_H

#include <stddef.h>

/* The most threads that are ever used. */
#define PARALLEL_JOBS_MAX 64

/* Returns the number of cores that this process may use, at most PARALLEL_JOBS_MAX. */
size_t parallel_cores(void);

/*
 * Calls `work` once for each index below `count`, on at most `jobs` threads (and at most
 * PARALLEL_JOBS_MAX), one of them the caller's; with one job no thread is started. Returns when all
 * calls are done. If a thread cannot be started, the others do its share.
 */
void parallel_run(size_t jobs, size_t count, void (*work)(void *context, size_t index),
                  void *context);

#endif
