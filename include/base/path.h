// SPDX-License-Identifier: MIT
/* Resolves and compares paths. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include <stdbool.h>

/* Returns whether both paths, compared as text, are in the same folder. */
bool path_is_beside(const char *path, const char *other);

/* Returns the path of `name` in the folder of `path`. The caller frees it. */
char *path_sibling(const char *path, const char *name);

/* Follows the links of the path's last component, even to a file that does not exist. Returns a
 * path that the caller frees, or NULL with errno (ELOOP). */
char *path_follow(const char *path);

/* Returns the process's own descriptor that the path names («/dev/stdout», «/dev/fd/3»), or -1. */
int path_descriptor(const char *path);

/* Returns whether both paths lead to the same regular file, or to the same name, if there is no
 * file yet. */
bool path_is_same_file(const char *path, const char *other);

/* Flushes the folder of `path`, so that the file's name is on disk. Returns 0, or -1 with errno. A
 * folder that cannot be flushed on its file system, or may not be read, is no error. */
int path_flush_folder(const char *path);

#endif
