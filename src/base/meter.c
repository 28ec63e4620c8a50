// SPDX-License-Identifier: MIT
#include "base/meter.h"

#include <errno.h>
#include <time.h>

enum { PERIOD = 100 /* milliseconds */ };

void meter_pass(struct meter *meter, size_t offset, size_t length)
{
    enum { BLOCK = 64 * 1024 };
    size_t blocks = (offset + length) / BLOCK - offset / BLOCK;
    if (meter != NULL && blocks > 0)
        atomic_fetch_add_explicit(&meter->done, blocks * BLOCK, memory_order_relaxed);
}

void meter_restart(struct meter *meter)
{
    if (meter != NULL)
        meter->done = 0;
}

static struct timespec after(struct timespec time, unsigned milliseconds)
{
    time.tv_sec += milliseconds / 1000;
    time.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    if (time.tv_nsec >= 1000000000) {
        time.tv_nsec -= 1000000000;
        time.tv_sec++;
    }
    return time;
}

static void *tell_all(void *argument)
{
    struct meter_watch *watch = argument;
    struct timespec next;
    clock_gettime(CLOCK_MONOTONIC, &next);
    next = after(next, watch->delay);
    pthread_mutex_lock(&watch->mutex);
    while (!watch->ended) {
        if (pthread_cond_timedwait(&watch->ends, &watch->mutex, &next) != ETIMEDOUT)
            continue;
        next = after(next, PERIOD);
        if (atomic_load(&watch->meter->done) == 0)
            continue;
        watch->tell(watch->context, watch->meter);
        watch->told = true;
    }
    pthread_mutex_unlock(&watch->mutex);
    return NULL;
}

void meter_watch_begin(struct meter_watch *watch)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&watch->mutex, NULL);
    pthread_cond_init(&watch->ends, &attributes);
    pthread_condattr_destroy(&attributes);
    watch->running = pthread_create(&watch->thread, NULL, tell_all, watch) == 0;
}

bool meter_watch_end(struct meter_watch *watch)
{
    pthread_mutex_lock(&watch->mutex);
    watch->ended = true;
    pthread_cond_signal(&watch->ends);
    pthread_mutex_unlock(&watch->mutex);
    if (watch->running)
        pthread_join(watch->thread, NULL);
    pthread_cond_destroy(&watch->ends);
    pthread_mutex_destroy(&watch->mutex);
    return watch->told;
}
