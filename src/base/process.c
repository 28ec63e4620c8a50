// SPDX-License-Identifier: MIT
#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static sigset_t ending_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    return set;
}

void process_hold(void)
{
    sigset_t set = ending_signals();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

void process_release(void)
{
    sigset_t set = ending_signals();
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

static bool is_ending(void)
{
    sigset_t waiting;
    return sigpending(&waiting) == 0 &&
           (sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1 ||
            sigismember(&waiting, SIGHUP) == 1);
}

/* The child gets its own process group, so that all of it can be killed, and no blocked signals. */
static int start(pid_t *child, const char *const *argv)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setsigmask(&attributes, &none);
    int status = posix_spawnp(child, argv[0], &actions, &attributes, (char *const *)argv, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return status;
}

/* POSIX allows a spawn that finds no program to end with this status instead of failing. */
static enum process_end exit_meaning(int status)
{
    enum { NOT_FOUND = 127 };
    if (!WIFEXITED(status))
        return PROCESS_FAILED;
    switch (WEXITSTATUS(status)) {
    case 0:
        return PROCESS_DONE;
    case NOT_FOUND:
        return PROCESS_MISSING;
    default:
        return PROCESS_FAILED;
    }
}

/* Waits for the child to end, and kills it when its time is over. */
static enum process_end await(pid_t child, unsigned limit_ms)
{
    enum { STEP_MS = 10 };
    struct timespec step = {.tv_nsec = STEP_MS * 1000000L};
    int status;
    for (unsigned waited = 0;; waited += STEP_MS) {
        pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child)
            return exit_meaning(status);
        bool stopped = is_ending();
        if (stopped || waited >= limit_ms || (ended < 0 && errno != EINTR)) {
            kill(-child, SIGKILL);
            waitpid(child, &status, 0);
            return stopped ? PROCESS_STOPPED : PROCESS_LATE;
        }
        nanosleep(&step, NULL);
    }
}

enum process_end process_run(const char *const *argv, unsigned limit_ms)
{
    pid_t child;
    int status = start(&child, argv);
    if (status != 0)
        return status == ENOENT ? PROCESS_MISSING : PROCESS_FAILED;
    return await(child, limit_ms);
}
