// SPDX-License-Identifier: MIT
// A disk that fails: loaded in front of libc (LD_PRELOAD), for the files of $FAULT_FOLDER alone.
//
//   FAULT=space:N     the disk is full after N more bytes
//   FAULT=short:N     a write takes at most N bytes
//   FAULT=flush:N     the N-th flush fails, and what follows is as before
//   FAULT=rename:N    the N-th giving of a name fails, by renaming or by linking
//   FAULT=readonly:1  nothing can be opened for writing
//   FAULT=stop:N:S    the program is killed in its N-th step that changes the disk
//   FAULT=power:N:S   the power goes in that step; after the last one for N = 0
//
// With FAULT_NAMED the disk has no files without a name (O_TMPFILE), as some network disks.
//
// A write that is the N-th step is done in part. When the power goes, each file keeps what was
// flushed of it; of the rest the seed S chooses what stays: all, nothing, a part, or NULs in place
// of some. A name that was made, changed or removed is as it was before, or not, unless its folder
// was flushed since. What is flushed is noted in $FAULT_STATE, on the same file system, from the
// state in which the first program finds the folder, so that it holds over several programs.
#define _GNU_SOURCE 1

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KILLED = 137, PATH_SIZE = PATH_MAX + 512 };

static char folder[PATH_MAX], state[PATH_MAX], kind[16];
static unsigned long limit, seed, steps, flushes, renames;
static bool dead;

static int (*real_open)(const char *, int, ...);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fsync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_linkat)(int, const char *, int, const char *, int);
static int (*real_unlink)(const char *);
static int (*real_ftruncate)(int, off_t);

static bool is(const char *name)
{
    return strcmp(kind, name) == 0;
}

static unsigned long draw(unsigned long below)
{
    seed = seed * 6364136223846793005UL + 1442695040888963407UL;
    return below > 0 ? (seed >> 33) % below : 0;
}

// ---- Names: those of the folder, as the disk would have them ----

static const char *name_in_folder(const char *path)
{
    static char resolved[PATH_SIZE];
    char parent[PATH_SIZE];
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    snprintf(parent, sizeof parent, "%.*s", slash != NULL ? (int)(slash - path) : 1,
             slash != NULL ? path : ".");
    if (*folder == '\0' || realpath(*parent != '\0' ? parent : "/", resolved) == NULL)
        return NULL;
    return strcmp(resolved, folder) == 0 ? name : NULL;
}

static bool is_in_folder(int descriptor)
{
    char link[64], path[PATH_SIZE];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0 || *folder == '\0')
        return false;
    path[length] = '\0';
    return strncmp(path, folder, strlen(folder)) == 0 &&
           (path[strlen(folder)] == '/' || path[strlen(folder)] == '\0');
}

static void join(char *out, const char *parent, const char *prefix, const char *name)
{
    snprintf(out, PATH_SIZE, "%s/%s%s", parent, prefix, name);
}

// Keeps what a name leads to before it is changed for the first time since the folder's flush.
static void note_name(const char *name)
{
    char there[PATH_SIZE], was[PATH_SIZE], absent[PATH_SIZE];
    join(there, folder, "", name);
    join(was, state, "was.", name);
    join(absent, state, "absent.", name);
    if (access(was, F_OK) == 0 || access(absent, F_OK) == 0)
        return;
    if (link(there, was) != 0)
        close(real_open(absent, O_WRONLY | O_CREAT, 0600));
}

static void each_name(const char *parent, void visit(const char *name))
{
    char names[256][NAME_MAX + 1];
    size_t count = 0;
    DIR *stream = opendir(parent);
    for (struct dirent *entry; stream != NULL && (entry = readdir(stream)) != NULL;)
        if (*entry->d_name != '.' && count < 256)
            strcpy(names[count++], entry->d_name);
    if (stream != NULL)
        closedir(stream);
    for (size_t i = 0; i < count; i++)
        visit(names[i]);
}

static void forget_name(const char *noted)
{
    char path[PATH_SIZE];
    join(path, state, "", noted);
    if (strncmp(noted, "was.", 4) == 0 || strncmp(noted, "absent.", 7) == 0)
        real_unlink(path);
}

static void lose_name(const char *noted)
{
    char from[PATH_SIZE], to[PATH_SIZE];
    bool was = strncmp(noted, "was.", 4) == 0, absent = strncmp(noted, "absent.", 7) == 0;
    if ((!was && !absent) || draw(2) == 0)
        return;
    join(from, state, "", noted);
    join(to, folder, "", noted + (was ? 4 : 7));
    if (was)
        real_rename(from, to);
    else
        real_unlink(to);
}

// ---- Contents: of each file, by its number, what was flushed ----

static char *read_all(const char *path, size_t *length)
{
    struct stat now;
    int descriptor = real_open(path, O_RDONLY);
    *length = 0;
    if (descriptor < 0 || fstat(descriptor, &now) != 0)
        return NULL;
    char *bytes = malloc((size_t)now.st_size + 1);
    ssize_t got = bytes != NULL ? read(descriptor, bytes, (size_t)now.st_size) : -1;
    *length = got > 0 ? (size_t)got : 0;
    close(descriptor);
    return bytes;
}

static void write_file(const char *path, const char *bytes, size_t length)
{
    int descriptor = real_open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (real_write(descriptor, bytes, length) != (ssize_t)length)
        abort();
    close(descriptor);
}

static void path_of_flushed(char *out, const char *path)
{
    struct stat there;
    char number[32];
    snprintf(number, sizeof number, "%lu",
             stat(path, &there) == 0 ? (unsigned long)there.st_ino : 0UL);
    join(out, state, "flushed.", number);
}

static void note_flushed(const char *path)
{
    char flushed[PATH_SIZE];
    size_t length;
    char *bytes = read_all(path, &length);
    path_of_flushed(flushed, path);
    write_file(flushed, bytes, length);
    free(bytes);
}

static void note_descriptor(int descriptor)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    note_flushed(link);
}

static void note_file(const char *name)
{
    char path[PATH_SIZE];
    join(path, folder, "", name);
    note_flushed(path);
}

static void lose_content(const char *name)
{
    char path[PATH_SIZE], noted[PATH_SIZE];
    size_t length, kept, same = 0;
    join(path, folder, "", name);
    path_of_flushed(noted, path);
    char *bytes = read_all(path, &length), *flushed = read_all(noted, &kept);
    while (same < length && same < kept && bytes[same] == flushed[same])
        same++;
    size_t loose = length - same, start = same + draw(loose + 1);
    switch (draw(5)) {
    case 0:
        break;
    case 1:
        write_file(path, flushed, kept);
        break;
    case 2:
        write_file(path, bytes, start);
        break;
    case 3:
        memset(bytes + same, 0, loose);
        write_file(path, bytes, length);
        break;
    default:
        memset(bytes + start, 0, draw(length - start + 1));
        write_file(path, bytes, length);
    }
    free(bytes);
    free(flushed);
}

static void lose_power(void)
{
    each_name(state, lose_name);
    each_name(folder, lose_content);
}

// ---- Steps ----

__attribute__((constructor)) static void begin(void)
{
    const char *fault = getenv("FAULT"), *where = getenv("FAULT_FOLDER"),
               *notes = getenv("FAULT_STATE");
    *(void **)&real_open = dlsym(RTLD_NEXT, "open");
    *(void **)&real_write = dlsym(RTLD_NEXT, "write");
    *(void **)&real_fsync = dlsym(RTLD_NEXT, "fsync");
    *(void **)&real_rename = dlsym(RTLD_NEXT, "rename");
    *(void **)&real_linkat = dlsym(RTLD_NEXT, "linkat");
    *(void **)&real_unlink = dlsym(RTLD_NEXT, "unlink");
    *(void **)&real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
    if (fault == NULL || where == NULL || notes == NULL || realpath(where, folder) == NULL ||
        sscanf(fault, "%15[a-z]:%lu:%lu", kind, &limit, &seed) < 2)
        return;
    seed += limit * 1000003;
    snprintf(state, sizeof state, "%s", notes);
    if (mkdir(state, 0700) == 0)
        each_name(folder, note_file);
}

__attribute__((destructor)) static void end(void)
{
    if (is("power") && limit == 0 && !dead)
        lose_power();
}

static void die(void)
{
    dead = true;
    if (is("power"))
        lose_power();
    _exit(KILLED);
}

// Whether this is the step in which the program ends.
static bool is_last_step(void)
{
    return (is("stop") || is("power")) && ++steps == limit;
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    bool unnamed = (flags & O_TMPFILE) == O_TMPFILE;
    mode_t mode = (flags & O_CREAT) != 0 || unnamed ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    const char *name = name_in_folder(path);
    if (name == NULL || (flags & O_ACCMODE) == O_RDONLY)
        return real_open(path, flags, mode);
    if (is("readonly")) {
        errno = EROFS;
        return -1;
    }
    const char *named = getenv("FAULT_NAMED");
    if (unnamed && named != NULL && *named != '\0') {
        errno = EOPNOTSUPP;
        return -1;
    }
    bool makes = (flags & O_CREAT) != 0 && access(path, F_OK) != 0;
    if (makes && is_last_step())
        die();
    if (makes)
        note_name(name);
    int descriptor = real_open(path, flags, mode);
    if (makes && descriptor >= 0)
        note_flushed(path);
    if (unnamed && descriptor >= 0)
        note_descriptor(descriptor);
    return descriptor;
}

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    if (!is_in_folder(descriptor))
        return real_write(descriptor, bytes, length);
    if (is_last_step()) {
        real_write(descriptor, bytes, draw(length + 1));
        die();
    }
    if (is("short") && length > limit)
        length = limit;
    if (is("space") && limit == 0) {
        errno = ENOSPC;
        return -1;
    }
    if (is("space") && length > limit)
        length = limit;
    if (is("space"))
        limit -= length;
    return real_write(descriptor, bytes, length);
}

int fsync(int descriptor)
{
    struct stat there;
    if (!is_in_folder(descriptor))
        return real_fsync(descriptor);
    if (is_last_step())
        die();
    if (is("flush") && ++flushes == limit) {
        errno = EIO;
        return -1;
    }
    if (fstat(descriptor, &there) == 0 && S_ISDIR(there.st_mode)) {
        each_name(state, forget_name);
        return 0;
    }
    note_descriptor(descriptor);
    return 0;
}

int rename(const char *from, const char *to)
{
    const char *name = name_in_folder(to);
    if (name == NULL)
        return real_rename(from, to);
    if (is_last_step())
        die();
    if (is("rename") && ++renames == limit) {
        errno = EIO;
        return -1;
    }
    note_name(name);
    note_name(name_in_folder(from));
    return real_rename(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    const char *name = name_in_folder(to);
    if (name == NULL)
        return real_linkat(from_folder, from, to_folder, to, flags);
    if (is_last_step())
        die();
    if (is("rename") && ++renames == limit) {
        errno = EIO;
        return -1;
    }
    note_name(name);
    return real_linkat(from_folder, from, to_folder, to, flags);
}

int unlink(const char *path)
{
    const char *name = name_in_folder(path);
    if (name != NULL && access(path, F_OK) == 0) {
        if (is_last_step())
            die();
        note_name(name);
    }
    return real_unlink(path);
}

int ftruncate(int descriptor, off_t length)
{
    if (is_in_folder(descriptor) && is_last_step())
        die();
    return real_ftruncate(descriptor, length);
}
