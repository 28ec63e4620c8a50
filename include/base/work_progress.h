// SPDX-License-Identifier: MIT
/* Progress of a long piece of work: several threads advance it, and one more thread reports
 * it. Work that ends within the delay is not reported. */
#ifndef BASE_WORK_PROGRESS_H
#define BASE_WORK_PROGRESS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct work_progress {
    atomic_size_t done; /* of the total; may be a little more */
    size_t total;
};

/* Advances it by the blocks (64 KiB) that end within these bytes, so that a thread that
 * reads line by line writes to the shared counter only once per block. NULL does nothing. */
void work_progress_advance(struct work_progress *work, size_t offset, size_t length);

/* Sets it back to 0, because the work starts again. NULL does nothing. */
void work_progress_restart(struct work_progress *work);

/* The thread that reports. A zeroed watch is not running. */
struct work_progress_watch {
    const struct work_progress *work;
    unsigned delay_ms; /* milliseconds before the first report */
    void (*on_progress)(void *context, const struct work_progress *work);
    void *context;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t ends;
    bool running, ended, reported;
};

/* Starts a thread that calls `on_progress` every tenth of a second, once the delay is over and the
 * work is above 0. The caller has set work, delay_ms, on_progress and context. */
void work_progress_watch_begin(struct work_progress_watch *watch);

/* Stops the thread. Returns whether `on_progress` was ever called. */
bool work_progress_watch_end(struct work_progress_watch *watch);

#endif
