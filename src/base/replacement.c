// SPDX-License-Identifier: MIT
#include "base/replacement.h"

#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The files that have a name. They must be static: a signal handler, which has to remove them, is
 * given only the signal's number. */
static _Atomic(struct replacement *) named;

static const int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGXCPU, SIGXFSZ};
enum { ENDING_SIGNALS = sizeof ending_signals / sizeof *ending_signals, NAMES_TRIED = 100 };

/* An unnamed file gets a name through this folder. */
static const char own_descriptors[] = "/proc/self/fd";

void replacement_remove_all(void)
{
    for (const struct replacement *file = named; file != NULL; file = file->next)
        unlink(file->name);
}

/* The signal has its default action again, which ends the process when this returns. */
static void remove_and_end(int number)
{
    replacement_remove_all();
    raise(number);
}

/* A signal that the program was started to ignore stays ignored. */
static void watch_signals(void)
{
    struct sigaction watch = {.sa_handler = remove_and_end, .sa_flags = (int)SA_RESETHAND};
    struct sigaction now;
    for (int i = 0; i < ENDING_SIGNALS; i++)
        if (sigaction(ending_signals[i], NULL, &now) == 0 && now.sa_handler == SIG_DFL)
            sigaction(ending_signals[i], &watch, NULL);
}

/* Blocks signals while a file gets or loses its name, until `named` knows of it. */
static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    for (int i = 0; i < ENDING_SIGNALS; i++)
        sigaddset(&held, ending_signals[i]);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

#ifndef O_TMPFILE /* only Linux has it; elsewhere a file has a name from the start */
static int open_unnamed(const char *target, mode_t mode)
{
    (void)target, (void)mode;
    return -1;
}
#else
static int open_unnamed(const char *target, mode_t mode)
{
    char *folder = path_sibling(target, ".");
    int descriptor = access(own_descriptors, X_OK) == 0
                         ? open(folder, O_TMPFILE | O_RDWR | O_APPEND | O_CLOEXEC, mode)
                         : -1;
    free(folder);
    return descriptor;
}
#endif

static int link_to(const struct replacement *file, const char *name)
{
    char own[sizeof own_descriptors + 16];
    snprintf(own, sizeof own, "%s/%d", own_descriptors, file->descriptor);
    return linkat(AT_FDCWD, own, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

/* Names the file, or creates it under a name if it is not open yet. */
static int take_name(struct replacement *file, mode_t mode)
{
    enum { FLAGS = O_CREAT | O_EXCL | O_RDWR | O_APPEND | O_CLOEXEC };
    for (int i = 0; i < NAMES_TRIED; i++) {
        char name[48];
        snprintf(name, sizeof name, ".cchc-%ld-%d", (long)getpid(), i);
        file->name = path_sibling(file->target, name);
        int made = file->descriptor < 0 ? file->descriptor = open(file->name, FLAGS, mode)
                                        : link_to(file, file->name);
        if (made >= 0)
            return 0;
        int why = errno;
        free(file->name);
        file->name = NULL;
        errno = why;
        if (why != EEXIST)
            break;
    }
    return -1;
}

static int open_named(struct replacement *file, mode_t mode)
{
    sigset_t before;
    watch_signals();
    hold_signals(&before);
    int status = take_name(file, mode), why = errno;
    if (status == 0) {
        file->next = named;
        named = file;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = why;
    return status;
}

/* Keeps the file's group even if the owner becomes the writer. */
static int copy_owner_and_mode(int descriptor, const struct stat *from)
{
    int status = fchown(descriptor, from->st_uid, from->st_gid);
    if (status != 0)
        status = fchown(descriptor, (uid_t)-1, from->st_gid);
    (void)status; /* best effort */
    return fchmod(descriptor, from->st_mode & 07777);
}

static int abandon(struct replacement *file)
{
    int why = errno;
    if (file->descriptor >= 0)
        close(file->descriptor);
    replacement_discard(file);
    errno = why;
    return -1;
}

int replacement_open(struct replacement *file, const char *path)
{
    struct stat there;
    *file = (struct replacement){.descriptor = -1, .target = path_follow(path)};
    if (file->target == NULL)
        return -1;
    bool replaces = stat(file->target, &there) == 0;
    if (!replaces && (errno != ENOENT || *path == '\0'))
        return abandon(file);
    mode_t mode = replaces ? 0600 : 0666; /* until the mode is copied, nobody else may open it */
    file->descriptor = open_unnamed(file->target, mode);
    int status = file->descriptor >= 0 ? 0 : open_named(file, mode);
    if (status == 0 && replaces)
        status = copy_owner_and_mode(file->descriptor, &there);
    if (status == 0)
        return 0;
    return abandon(file);
}

/* Only a file that has a name can replace an existing one. */
static int take_place(struct replacement *file)
{
    if (file->name == NULL) {
        if (link_to(file, file->target) == 0)
            return 0;
        if (errno != EEXIST || take_name(file, 0) != 0)
            return -1;
    }
    return rename(file->name, file->target);
}

static void forget(struct replacement *file)
{
    struct replacement *before = named;
    if (before == file)
        named = file->next;
    while (before != NULL && before->next != file)
        before = before->next;
    if (before != NULL)
        before->next = file->next;
}

/* Puts a complete file in its place and removes an incomplete one. */
static int end(struct replacement *file, bool whole)
{
    sigset_t before;
    hold_signals(&before);
    int status = whole ? take_place(file) : -1, why = errno;
    if (status != 0 && file->name != NULL)
        unlink(file->name);
    forget(file);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    free(file->name);
    free(file->target);
    *file = (struct replacement){.descriptor = file->descriptor};
    errno = why;
    return status;
}

int replacement_commit(struct replacement *file)
{
    return end(file, fsync(file->descriptor) == 0);
}

void replacement_discard(struct replacement *file)
{
    end(file, false);
}
