// SPDX-License-Identifier: MIT
/* Where a path leads to. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

/* Returns whether two paths name files in one folder, as they are written. */
bool path_is_beside(const char *path, const char *other);

/* Returns the path of `name` in the folder of `path`, which the caller frees. */
char *path_sibling(const char *path, const char *name);

/*
 * Returns the path with the links of its last component followed, whether or not the last of them
 * leads to anything; NULL with errno (ELOOP). The caller frees it.
 */
char *path_follow(const char *path);

/* Returns the number of the process's own descriptor that the path names («/dev/stdout»,
 * «/dev/fd/3»), or -1. */
int path_descriptor(const char *path);

/* Returns whether both paths lead to one regular file, or to one name that no file has yet. */
bool path_is_same_file(const char *path, const char *other);

/* Flushes the folder that a file stands in, so that its name is on disk. Returns 0, or -1 with
 * errno. A file system that flushes no folder, and a folder that may not be read, are no errors. */
int path_flush_folder(const char *path);

#endif
