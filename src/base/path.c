// SPDX-License-Identifier: MIT
#include "base/path.h"

#include "base/memory.h"
#include "base/strbuf.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINKS_MAX = 40 }; /* the kernel's limit */

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

bool path_is_beside(const char *path, const char *other)
{
    const char *slash = strrchr(path, '/'), *other_slash = strrchr(other, '/');
    size_t length = slash != NULL ? (size_t)(slash - path) : 0;
    size_t other_length = other_slash != NULL ? (size_t)(other_slash - other) : 0;
    return (slash == NULL) == (other_slash == NULL) && length == other_length &&
           strncmp(path, other, length) == 0;
}

char *path_sibling(const char *path, const char *name)
{
    struct strbuf sibling = {0};
    strbuf_add(&sibling, path, (size_t)(name_of(path) - path));
    strbuf_adds(&sibling, name);
    return strbuf_detach(&sibling);
}

/*
 * Returns a link's target, as a path that the caller frees; NULL with errno if `path` is no link.
 */
static char *read_link(const char *path)
{
    char to[PATH_MAX];
    ssize_t length = readlink(path, to, sizeof to - 1);
    if (length < 0)
        return NULL;
    to[length] = '\0';
    return *to == '/' ? memory_copy(to, (size_t)length) : path_sibling(path, to);
}

char *path_follow(const char *path)
{
    char *here = memory_copy(path, strlen(path));
    for (int links = 0; links <= LINKS_MAX; links++) {
        char *next = read_link(here);
        if (next == NULL)
            return here;
        free(here);
        here = next;
    }
    free(here);
    errno = ELOOP;
    return NULL;
}

/* Returns whether the path is in the folder of the process's own descriptors. */
static bool is_own_descriptor(const char *path)
{
    char own[PATH_MAX], real[PATH_MAX];
    char *folder = path_sibling(path, ".");
    bool is_own = isdigit((unsigned char)*name_of(path)) &&
                  realpath("/proc/self/fd", own) != NULL && realpath(folder, real) != NULL &&
                  strcmp(own, real) == 0;
    free(folder);
    return is_own;
}

int path_descriptor(const char *path)
{
    char *here = memory_copy(path, strlen(path));
    int descriptor = -1;
    for (int links = 0; here != NULL && descriptor < 0 && links <= LINKS_MAX; links++) {
        if (is_own_descriptor(here))
            descriptor = (int)strtol(name_of(here), NULL, 10);
        char *next = read_link(here);
        free(here);
        here = next;
    }
    free(here);
    return descriptor;
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool stat_folder(const char *path, struct stat *folder)
{
    char *self = path_sibling(path, ".");
    bool found = stat(self, folder) == 0;
    free(self);
    return found;
}

static bool is_same_name(const char *path, const char *other)
{
    struct stat a, b;
    char *target = path_follow(path), *other_target = path_follow(other);
    bool same = target != NULL && other_target != NULL &&
                strcmp(name_of(target), name_of(other_target)) == 0 && stat_folder(target, &a) &&
                stat_folder(other_target, &b) && is_same(&a, &b);
    free(target);
    free(other_target);
    return same;
}

bool path_is_same_file(const char *path, const char *other)
{
    struct stat a, b;
    bool there = stat(path, &a) == 0, other_there = stat(other, &b) == 0;
    if (there && other_there)
        return S_ISREG(a.st_mode) && is_same(&a, &b);
    return !there && !other_there && is_same_name(path, other);
}

int path_flush_folder(const char *path)
{
    char *folder = path_sibling(path, ".");
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int status = descriptor >= 0 ? fsync(descriptor) : -1;
    if (status != 0 && (errno == EINVAL || errno == EACCES || errno == ENOTSUP))
        status = 0;
    if (descriptor >= 0)
        close(descriptor);
    free(folder);
    return status;
}
