// SPDX-License-Identifier: MIT
/*
 * Writes a new file next to the old one and replaces it in one step when it is complete. A link
 * stays a link: its target is replaced. The mode is kept; owner and group are kept if the process
 * may set them.
 *
 * The new file has no name until it is complete, so that an unfinished one cannot be left behind.
 * If the file system does not support that (O_TMPFILE), it is a hidden file «.cchc-…» in the same
 * folder, which is removed if a signal or a lack of memory (base/memory.h) ends the program.
 */
#ifndef BASE_REPLACEMENT_H
#define BASE_REPLACEMENT_H

struct replacement {
    int descriptor;           /* open to read and to append; the caller closes it */
    char *target;             /* the file to replace, links followed */
    char *name;               /* of the new file; NULL while it has none */
    struct replacement *next; /* the next file that has a name */
};

/*
 * Creates an empty file that will replace `path`. Returns 0, or -1 with errno. The caller ends it
 * with replacement_commit or replacement_discard and must not move `replacement` in memory until
 * then.
 */
int replacement_open(struct replacement *replacement, const char *path);

/* Flushes the file to disk and puts it in place. Returns 0, or -1 with errno after removing it. The
 * new name is on disk once the folder is flushed (path_flush_folder). The descriptor stays open. */
int replacement_commit(struct replacement *replacement);

/* Removes the file; its descriptor stays open. */
void replacement_discard(struct replacement *replacement);

/* Removes all replacement files that have a name. A signal handler may call it. */
void replacement_remove_all(void);

#endif
