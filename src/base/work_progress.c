// SPDX-License-Identifier: MIT
#include "base/work_progress.h"

#include <errno.h>
#include <time.h>

enum { PERIOD = 100 /* milliseconds */ };

void work_progress_advance(struct work_progress *work, size_t offset, size_t length)
{
    enum { BLOCK = 64 * 1024 };
    size_t blocks = (offset + length) / BLOCK - offset / BLOCK;
    if (work != NULL && blocks > 0)
        atomic_fetch_add_explicit(&work->done, blocks * BLOCK, memory_order_relaxed);
}

void work_progress_restart(struct work_progress *work)
{
    if (work != NULL)
        work->done = 0;
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

static void *report_all(void *argument)
{
    struct work_progress_watch *watch = argument;
    struct timespec next;
    clock_gettime(CLOCK_MONOTONIC, &next);
    next = after(next, watch->delay_ms);
    pthread_mutex_lock(&watch->mutex);
    while (!watch->ended) {
        if (pthread_cond_timedwait(&watch->ends, &watch->mutex, &next) != ETIMEDOUT)
            continue;
        next = after(next, PERIOD);
        if (atomic_load(&watch->work->done) == 0)
            continue;
        watch->on_progress(watch->context, watch->work);
        watch->reported = true;
    }
    pthread_mutex_unlock(&watch->mutex);
    return NULL;
}

void work_progress_watch_begin(struct work_progress_watch *watch)
{
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&watch->mutex, NULL);
    pthread_cond_init(&watch->ends, &attributes);
    pthread_condattr_destroy(&attributes);
    watch->running = pthread_create(&watch->thread, NULL, report_all, watch) == 0;
}

bool work_progress_watch_end(struct work_progress_watch *watch)
{
    pthread_mutex_lock(&watch->mutex);
    watch->ended = true;
    pthread_cond_signal(&watch->ends);
    pthread_mutex_unlock(&watch->mutex);
    if (watch->running)
        pthread_join(watch->thread, NULL);
    pthread_cond_destroy(&watch->ends);
    pthread_mutex_destroy(&watch->mutex);
    return watch->reported;
}
