// SPDX-License-Identifier: MIT
/*
 * How far a long piece of work is: several threads advance a meter, and one more tells of it. Work
 * that is soon done is told of by nobody.
 */
#ifndef BASE_METER_H
#define BASE_METER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

struct meter {
    atomic_size_t done; /* of the total; at times a little more */
    size_t total;
};

/*
 * Advances the meter by the whole blocks whose ends lie within those bytes: who passes a file line
 * by line so writes to the shared meter but once a block. NULL is no meter.
 */
void meter_pass(struct meter *meter, size_t offset, size_t length);

/* What was done is done once more. */
void meter_restart(struct meter *meter);

/* The thread that tells. Zeroed is none. */
struct meter_watch {
    const struct meter *meter;
    unsigned delay; /* milliseconds before it first tells */
    void (*tell)(void *context, const struct meter *meter);
    void *context;
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t ends;
    bool running, ended, told;
};

/* Calls `tell` every tenth of a second once the delay is over and anything is done. */
void meter_watch_begin(struct meter_watch *watch);

/* Returns whether anything was told. */
bool meter_watch_end(struct meter_watch *watch);

#endif
