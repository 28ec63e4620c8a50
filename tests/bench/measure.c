// SPDX-License-Identifier: MIT
// measure RUNS NAME CMD [ARG]... [-- NAME CMD [ARG]...]...
// measure -l RUNS [-n RUNS] NAME CMD [ARG]... [-- [-n RUNS] NAME CMD [ARG]...]...
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
//
// With -l, for programs that run for long, each command may have a number of runs of its own,
// spread over the rounds. The table is for scripts, with tabs: name, runs, median ms, min ms, peak
// MiB, own MiB. Own memory is what no file stands behind (anonymous and shared memory): the most
// that /proc/PID/status said when looked at 4,000 times a second in the memory runs. The kernel
// keeps no peak of it, and ru_maxrss counts a mapped file's pages too. What is there for less than
// that is missed, and what children of a command have. Commands of three runs and less are slow
// ones, which have their memory from the same runs as their time.
#define _DEFAULT_SOURCE 1

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MAX_COMMANDS = 32, MAX_RUNS = 100000, MEMORY_RUNS = 41, FEW_RUNS = 3, WATCH_NS = 250000 };

struct command {
    const char *name;
    char **argv;
    int runs;
    double *ms;
    double *mib;
    double own_mib;
};

struct sample {
    double ms;
    double mib;
    double own_mib;
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

// Memory of a process now that is not a file's; 0 once it has ended.
static double read_own_mib(pid_t pid)
{
    char path[64];
    char text[8192];
    snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd == -1)
        return 0;
    ssize_t length = read(fd, text, sizeof text - 1);
    close(fd);
    text[length > 0 ? length : 0] = '\0';
    double kib = 0;
    static const char *const fields[] = {"\nRssAnon:", "\nRssShmem:"};
    for (int i = 0; i < 2; i++) {
        const char *field = strstr(text, fields[i]);
        if (field != NULL)
            kib += strtod(field + strlen(fields[i]), NULL);
    }
    return kib / 1024.0;
}

// As wait4(), looking at the process time and again until it ends.
static pid_t wait_and_watch(pid_t pid, int *status, struct rusage *usage, double *own_mib)
{
    pid_t ended;
    while ((ended = wait4(pid, status, WNOHANG, usage)) == 0) {
        double now = read_own_mib(pid);
        if (now > *own_mib)
            *own_mib = now;
        nanosleep(&(struct timespec){.tv_nsec = WATCH_NS}, NULL);
    }
    return ended;
}

static int run_once(const struct command *command, start_function *start_command, int null_fd,
                    bool watched, struct sample *sample)
{
    struct timespec start;
    struct timespec end;
    struct rusage usage;
    pid_t pid;
    int status;

    sample->own_mib = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    int error = start_command(command, null_fd, &pid);
    if (error != 0)
        return report_error(command, error);
    while ((watched ? wait_and_watch(pid, &status, &usage, &sample->own_mib)
                    : wait4(pid, &status, 0, &usage)) == -1) {
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

static void keep_memory(struct command *command, int run, const struct sample *sample)
{
    command->mib[run] = sample->mib;
    if (sample->own_mib > command->own_mib)
        command->own_mib = sample->own_mib;
}

static int measure_time(struct command *commands, int count, int runs, bool watched, int null_fd)
{
    int order[MAX_COMMANDS];
    uint32_t state = 1;
    for (int i = 0; i < count; i++)
        order[i] = i;
    for (int run = 0; run < runs; run++) {
        shuffle(order, count, &state);
        for (int i = 0; i < count; i++) {
            struct command *command = &commands[order[i]];
            struct sample sample;
            int done = run * command->runs / runs;
            if (done == (run + 1) * command->runs / runs)
                continue;
            bool few = watched && command->runs <= FEW_RUNS;
            if (run_once(command, start_by_spawn, null_fd, few, &sample) != 0)
                return -1;
            command->ms[done] = sample.ms;
            if (few)
                keep_memory(command, done, &sample);
        }
    }
    return 0;
}

static int memory_runs(int runs, bool watched)
{
    if (watched)
        return runs <= FEW_RUNS ? runs : FEW_RUNS;
    return runs < MEMORY_RUNS ? runs : MEMORY_RUNS;
}

// Also warms the caches for measure_time(). A program that cannot be started at all is told by the
// first run: posix_spawn reports why, fork could not.
static int measure_memory(struct command *command, bool watched, int null_fd)
{
    struct sample sample;
    if (!watched && run_once(command, start_by_spawn, null_fd, false, &sample) != 0)
        return -1;
    int runs = memory_runs(command->runs, watched);
    for (int run = 0; run < runs; run++) {
        start_function *start = watched ? start_by_spawn : start_by_fork;
        if (run_once(command, start, null_fd, watched, &sample) != 0)
            return -1;
        keep_memory(command, run, &sample);
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
        double mib = take_median(commands[i].mib, memory_runs(runs, false));
        if (i == 0) {
            base_ms = ms;
            base_mib = mib;
        }
        printf("%-20s %10.2f %10.2f %8.2f %10.2f %8.2f\n", commands[i].name, ms, commands[i].ms[0],
               ms / base_ms, mib, mib / base_mib);
    }
}

static void print_tabs(const struct command *commands, int count)
{
    for (int i = 0; i < count; i++) {
        const struct command *command = &commands[i];
        double ms = take_median(command->ms, command->runs);
        double mib = take_median(command->mib, memory_runs(command->runs, true));
        printf("%s\t%d\t%.3f\t%.3f\t%.2f\t%.2f\n", command->name, command->runs, ms, command->ms[0],
               mib, command->own_mib);
    }
}

// A number of runs, or 0.
static int read_runs(const char *text)
{
    char *end;
    long runs = strtol(text, &end, 10);
    return runs < 1 || runs > MAX_RUNS || *end != '\0' ? 0 : (int)runs;
}

// Cuts argv at each "--"; the number of commands, or 0 if one lacks its NAME or CMD.
static int split_commands(int argc, char **argv, int runs, bool watched, struct command *commands)
{
    int count = 0;
    int start = 0;
    for (int at = 0; at <= argc; at++) {
        if (at < argc && strcmp(argv[at], "--") != 0)
            continue;
        if (at - start < 2 || count == MAX_COMMANDS)
            return 0;
        argv[at] = NULL;
        commands[count].runs = runs;
        if (watched && strcmp(argv[start], "-n") == 0) {
            int own_runs = read_runs(argv[start + 1]);
            if (own_runs == 0 || at - start < 4)
                return 0;
            commands[count].runs = own_runs < runs ? own_runs : runs;
            start += 2;
        }
        commands[count].name = argv[start];
        commands[count].argv = &argv[start + 1];
        count++;
        start = at + 1;
    }
    return count;
}

static int allocate_samples(struct command *commands, int count)
{
    for (int i = 0; i < count; i++) {
        size_t runs = (size_t)commands[i].runs;
        commands[i].ms = calloc(runs, sizeof *commands[i].ms);
        commands[i].mib = calloc(runs, sizeof *commands[i].mib);
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

static int measure(struct command *commands, int count, int runs, bool watched, int null_fd)
{
    for (int i = 0; i < count; i++) {
        bool few = watched && commands[i].runs <= FEW_RUNS;
        if (!few && measure_memory(&commands[i], watched, null_fd) != 0)
            return -1;
    }
    if (measure_time(commands, count, runs, watched, null_fd) != 0)
        return -1;
    if (watched)
        print_tabs(commands, count);
    else
        print_table(commands, count, runs);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("measure");
        return -1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct command commands[MAX_COMMANDS] = {0};
    bool watched = argc > 1 && strcmp(argv[1], "-l") == 0;
    int first = watched ? 2 : 1;
    int runs = argc > first ? read_runs(argv[first]) : 0;
    int count = runs == 0 || argc <= first + 1
                    ? 0
                    : split_commands(argc - first - 1, argv + first + 1, runs, watched, commands);
    if (count == 0) {
        fputs("usage: measure RUNS NAME CMD [ARG]... [-- NAME CMD [ARG]...]...\n"
              "       measure -l RUNS [-n RUNS] NAME CMD [ARG]... [-- [-n RUNS] NAME CMD "
              "[ARG]...]...\n",
              stderr);
        return 2;
    }

    int rc = 1;
    int null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (null_fd == -1 || allocate_samples(commands, count) != 0)
        perror("measure");
    else if (measure(commands, count, runs, watched, null_fd) == 0)
        rc = 0;
    free_samples(commands, count);
    if (null_fd != -1)
        close(null_fd);
    return rc;
}
