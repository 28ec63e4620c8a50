// SPDX-License-Identifier: MIT
/*
 * What is longer than the screen goes through the user's pager, as git and man do it. The stream
 * keeps what it is given until it has more lines than the screen; only then is the pager started,
 * and all goes to it. An answer that fits is written to the terminal when the stream is closed.
 */
#ifndef BASE_PAGER_H
#define BASE_PAGER_H

#include <stdio.h>

struct pager;

/*
 * Makes a pager that runs `command` (of the shell) for what has more than `rows` lines; `terminal`
 * takes the rest. NULL where its program is not on the PATH, or where it is `cat` or nothing. The
 * caller writes to pager_stream and ends it with pager_close.
 */
struct pager *pager_new(const char *command, unsigned rows, FILE *terminal);
FILE *pager_stream(struct pager *pager);

/*
 * Lets out what is still kept, waits for the user to leave the pager, and frees it; `keep` false
 * drops what has not gone out. Takes NULL. A reader who left early is no failure.
 */
void pager_close(struct pager *pager, _Bool keep);

#endif
