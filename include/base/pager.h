// SPDX-License-Identifier: MIT
/*
 * Sends long output through the user's pager, as git and man do. The stream keeps its text until it
 * has more lines than the screen; only then does the pager start and get all of it. A shorter
 * answer goes to the terminal when the pager is closed.
 */
#ifndef BASE_PAGER_H
#define BASE_PAGER_H

#include <stdio.h>

struct pager;

/*
 * Makes a pager that runs the shell command `command` if there are more than `rows` lines;
 * otherwise `terminal` gets the text. Returns NULL if the program is not on the PATH, or is `cat`
 * or empty. The caller writes to pager_stream and ends with pager_close. `command` is borrowed
 * until then.
 */
struct pager *pager_new(const char *command, unsigned rows, FILE *terminal);
FILE *pager_stream(struct pager *pager);

/* Writes what is still kept (drops it if `keep` is false), waits for the user to leave the pager,
 * and frees it. Takes NULL. Leaving the pager early is not an error. */
void pager_close(struct pager *pager, _Bool keep);

#endif
