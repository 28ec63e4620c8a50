// SPDX-License-Identifier: MIT
/*
 * A file that is written beside the one it becomes, and takes its place at once when it is whole.
 * A link stays a link: what it leads to is replaced. Mode and owner stay those of the replaced
 * file, as far as the writer may give the file away.
 *
 * Until it takes its place it has no name, where the file system can do that (O_TMPFILE), so that
 * nothing of it can be left behind. Elsewhere it is a hidden file «.cchc-…» in the same folder; a
 * signal that ends the program removes it first, and so does a lack of memory (base/memory.h).
 */
#ifndef BASE_REPLACEMENT_H
#define BASE_REPLACEMENT_H

struct replacement {
    int descriptor;           /* to read and to append; the caller closes it */
    char *target;             /* the file it becomes, links followed */
    char *name;               /* its name until then; NULL while it has none */
    struct replacement *next; /* of those that have a name */
};

/*
 * Makes an empty file for what `path` leads to. Returns 0, or -1 with errno. Ends with
 * replacement_commit or replacement_discard, and must stay where it is in memory until then.
 */
int replacement_open(struct replacement *replacement, const char *path);

/*
 * Flushes the file to disk and puts it in place. Returns 0, or -1 with errno and nothing left of
 * it. The name is on disk once the folder is (path_flush_folder). The descriptor stays open.
 */
int replacement_commit(struct replacement *replacement);

/* Leaves nothing of the file but the open descriptor. */
void replacement_discard(struct replacement *replacement);

/* Removes every file of this kind that has a name; a signal handler may call it. */
void replacement_remove_all(void);

#endif
