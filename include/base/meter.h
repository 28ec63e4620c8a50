// SPDX-License-Identifier: MIT
/* Progress of a long piece of work: several threads advance a meter, and one more thread reports
 * it. Work that ends within the delay is not reported. */
#ifndef BASE_METER_H
#define BASE_METER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct meter {
    atomic_size_t done; /* of the total; may be a little more */
    size_t total;
};

/* Advances the meter by the blocks (64 KiB) that end within these bytes, so that a thread that
 * reads line by line writes to the shared meter only once per block. NULL does nothing. */
void meter_pass(struct meter *meter, size_t offset, size_t length);

/* Sets the meter back to 0, because the work starts again. NULL does nothing. */
void meter_restart(struct meter *meter);

/* The thread that reports. A zeroed watch is not running. */
struct meter_watch {
    const struct meter *meter;
    unsigned delay; /* milliseconds before the first report */
    void (*tell)(void *context, const struct meter *meter);
    void *context;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t ends;
    bool running, ended, told;
};

/* Starts a thread that calls `tell` every tenth of a second, once the delay is over and the meter
 * is above 0. The caller has set meter, delay, tell and context. */
void meter_watch_begin(struct meter_watch *watch);

/* Stops the thread. Returns whether `tell` was ever called. */
bool meter_watch_end(struct meter_watch *watch);

#endif
