// SPDX-License-Identifier: MIT
// measure RUNS NAME CMD [ARG]... [-- NAME CMD [ARG]...]...
//
// Runs whole command lines RUNS times each and prints their wall time and peak memory beside the
// first one's. The commands take turns, in an order drawn anew for each round: machine noise hits
// all alike, and none always follows the one that leaves the caches worst. CMD is executed as it
// stands (a path, no shell, no PATH search), with all three streams on /dev/null.
//
// Until exec a child runs in its parent's memory image, and its ru_maxrss starts from the peak of
// that. With posix_spawn the image is all of this program, larger than an empty C program. With
// fork it is the few pages copied, but copying takes time. So memory is taken in rounds of its own,
// started by fork, and time in rounds started by posix_spawn.
#define _DEFAULT_SOURCE 1

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_COMMANDS = 32, MAX_RUNS = 100000, MEMORY_RUNS = 41 };

struct command {
    const char *name;
    char **argv;
    double *ms;
    double *mib;
};

struct sample {
    double ms;
    double mib;
};

// Starts a command with its streams on the null device; 0 or an errno value.
typedef int start_function(const struct command *command, int null_fd, pid_t *pid);

extern char **environ;

static int start_by_spawn(const struct command *command, int null_fd, pid_t *pid)
{
    posix_spawn_file_actions_t streams;
    int error = posix_spawn_file_actions_init(&streams);
    if (error != 0)
        return error;
    for (int fd = 0; error == 0 && fd <= 2; fd++)
        error = posix_spawn_file_actions_adddup2(&streams, null_fd, fd);
    if (error == 0)
        error = posix_spawn(pid, command->argv[0], &streams, NULL, command->argv, environ);
    posix_spawn_file_actions_destroy(&streams);
    return error;
}

static int start_by_fork(const struct command *command, int null_fd, pid_t *pid)
{
    *pid = fork();
    if (*pid == -1)
        return errno;
    if (*pid > 0)
        return 0;
    for (int fd = 0; fd <= 2; fd++) {
        if (dup2(null_fd, fd) == -1)
            _exit(126);
    }
    execve(command->argv[0], command->argv, environ);
    _exit(127);
}

static double milliseconds_between(const struct timespec *start, const struct timespec *end)
{
    return (double)(end->tv_sec - start->tv_sec) * 1e3 +
           (double)(end->tv_nsec - start->tv_nsec) / 1e6;
}

static int report_error(const struct command *command, int error)
{
    fprintf(stderr, "measure: %s: %s: %s\n", command->name, command->argv[0], strerror(error));
    return -1;
}

// 0, or -1 and a message if the command did not end with exit status 0.
static int judge_status(const struct command *command, int status)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    if (WIFEXITED(status))
        fprintf(stderr, "measure: %s: exit status %d\n", command->name, WEXITSTATUS(status));
    else
        fprintf(stderr, "measure: %s: killed by signal %d\n", command->name, WTERMSIG(status));
    return -1;
}

static int run_once(const struct command *command, start_function *start_command, int null_fd,
                    struct sample *sample)
{
    struct timespec start;
    struct timespec end;
    struct rusage usage;
    pid_t pid;
    int status;

    clock_gettime(CLOCK_MONOTONIC, &start);
    int error = start_command(command, null_fd, &pid);
    if (error != 0)
        return report_error(command, error);
    while (wait4(pid, &status, 0, &usage) == -1) {
        if (errno != EINTR)
            return report_error(command, errno);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);

    sample->ms = milliseconds_between(&start, &end);
    sample->mib = (double)usage.ru_maxrss / 1024.0; // Linux counts it in KiB
    return judge_status(command, status);
}

static void shuffle(int *order, int count, uint32_t *state)
{
    for (int i = count - 1; i > 0; i--) {
        *state = *state * 1664525U + 1013904223U;
        int j = (int)((*state >> 16) % (uint32_t)(i + 1));
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
}

static int measure_time(const struct command *commands, int count, int runs, int null_fd)
{
    int order[MAX_COMMANDS];
    uint32_t state = 1;
    for (int i = 0; i < count; i++)
        order[i] = i;
    for (int run = 0; run < runs; run++) {
        shuffle(order, count, &state);
        for (int i = 0; i < count; i++) {
            const struct command *command = &commands[order[i]];
            struct sample sample;
            if (run_once(command, start_by_spawn, null_fd, &sample) != 0)
                return -1;
            command->ms[run] = sample.ms;
        }
    }
    return 0;
}

static int memory_runs(int runs)
{
    return runs < MEMORY_RUNS ? runs : MEMORY_RUNS;
}

// Also warms the caches for measure_time(). A program that cannot be started at all is told by the
// first run: posix_spawn reports why, fork could not.
static int measure_memory(const struct command *commands, int count, int runs, int null_fd)
{
    for (int i = 0; i < count; i++) {
        struct sample sample;
        if (run_once(&commands[i], start_by_spawn, null_fd, &sample) != 0)
            return -1;
        for (int run = 0; run < runs; run++) {
            if (run_once(&commands[i], start_by_fork, null_fd, &sample) != 0)
                return -1;
            commands[i].mib[run] = sample.mib;
        }
    }
    return 0;
}

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

// Leaves the samples sorted.
static double take_median(double *samples, int count)
{
    qsort(samples, (size_t)count, sizeof *samples, compare_doubles);
    return (samples[(count - 1) / 2] + samples[count / 2]) / 2;
}

static void print_table(const struct command *commands, int count, int runs)
{
    double base_ms = 0;
    double base_mib = 0;
    printf("%-20s %10s %10s %8s %10s %8s\n", "command", "median ms", "min ms", "ratio", "peak MiB",
           "ratio");
    for (int i = 0; i < count; i++) {
        double ms = take_median(commands[i].ms, runs);
        double mib = take_median(commands[i].mib, memory_runs(runs));
        if (i == 0) {
            base_ms = ms;
            base_mib = mib;
        }
        printf("%-20s %10.2f %10.2f %8.2f %10.2f %8.2f\n", commands[i].name, ms, commands[i].ms[0],
               ms / base_ms, mib, mib / base_mib);
    }
}

// Cuts argv at each "--"; the number of commands, or 0 if one lacks its NAME or CMD.
static int split_commands(int argc, char **argv, struct command *commands)
{
    int count = 0;
    int start = 0;
    for (int at = 0; at <= argc; at++) {
        if (at < argc && strcmp(argv[at], "--") != 0)
            continue;
        if (at - start < 2 || count == MAX_COMMANDS)
            return 0;
        argv[at] = NULL;
        commands[count].name = argv[start];
        commands[count].argv = &argv[start + 1];
        count++;
        start = at + 1;
    }
    return count;
}

static int allocate_samples(struct command *commands, int count, int runs)
{
    for (int i = 0; i < count; i++) {
        commands[i].ms = calloc((size_t)runs, sizeof *commands[i].ms);
        commands[i].mib = calloc(MEMORY_RUNS, sizeof *commands[i].mib);
        if (!commands[i].ms || !commands[i].mib)
            return -1;
    }
    return 0;
}

static void free_samples(struct command *commands, int count)
{
    for (int i = 0; i < count; i++) {
        free(commands[i].ms);
        free(commands[i].mib);
    }
}

int main(int argc, char **argv)
{
    struct command commands[MAX_COMMANDS] = {0};
    char *end = NULL;
    long runs = argc > 1 ? strtol(argv[1], &end, 10) : 0;
    int count = argc > 2 ? split_commands(argc - 2, argv + 2, commands) : 0;
    if (runs < 1 || runs > MAX_RUNS || *end != '\0' || count == 0) {
        fputs("usage: measure RUNS NAME CMD [ARG]... [-- NAME CMD [ARG]...]...\n", stderr);
        return 2;
    }

    int rc = 1;
    int null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null_fd == -1 || allocate_samples(commands, count, (int)runs) != 0) {
        perror("measure");
        goto out;
    }
    if (measure_memory(commands, count, memory_runs((int)runs), null_fd) != 0 ||
        measure_time(commands, count, (int)runs, null_fd) != 0)
        goto out;
    print_table(commands, count, (int)runs);
    if (fflush(stdout) != 0 || ferror(stdout))
        perror("measure");
    else
        rc = 0;
out:
    free_samples(commands, count);
    if (null_fd != -1)
        close(null_fd);
    return rc;
}
