// SPDX-License-Identifier: MIT
#include "base/parallel.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

struct queue {
    atomic_size_t next;
    size_t count;
    void (*work)(void *context, size_t index);
    void *context;
};

size_t parallel_cores(void)
{
#ifdef __linux__ /* counts only the cores that this process may use */
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    size_t cores = (size_t)CPU_COUNT(&set);
#else
    long online = sysconf(_SC_NPROCESSORS_ONLN);
    size_t cores = online < 1 ? 1 : (size_t)online;
#endif
    return cores < 1 ? 1 : cores < PARALLEL_JOBS_MAX ? cores : PARALLEL_JOBS_MAX;
}

static void *take_all(void *argument)
{
    struct queue *queue = argument;
    size_t index;
    while ((index = atomic_fetch_add(&queue->next, 1)) < queue->count)
        queue->work(queue->context, index);
    return NULL;
}

void parallel_run(size_t jobs, size_t count, void (*work)(void *context, size_t index),
                  void *context)
{
    pthread_t threads[PARALLEL_JOBS_MAX];
    size_t started = 0;
    struct queue queue = {.count = count, .work = work, .context = context};
    jobs = jobs < count ? jobs : count;
    jobs = jobs < PARALLEL_JOBS_MAX ? jobs : PARALLEL_JOBS_MAX;
    while (started + 1 < jobs && pthread_create(&threads[started], NULL, take_all, &queue) == 0)
        started++;
    take_all(&queue);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}
