// SPDX-License-Identifier: MIT
/* Runs another program to its end, without a shell. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

/* How a program ended. */
enum process_end {
    PROCESS_DONE,    /* exit code 0 */
    PROCESS_FAILED,  /* another exit code, a signal, or it could not be started */
    PROCESS_MISSING, /* no such program on the PATH */
    PROCESS_LATE,    /* over its time limit: killed, with all that it had started */
    PROCESS_STOPPED, /* killed because a signal that is held back wants to end this process */
};

/* Runs argv[0], looked for on the PATH, with its arguments, which end with NULL. It has no input,
 * its output is discarded, and it is killed after `limit_ms` milliseconds. */
enum process_end process_run(const char *const *argv, unsigned limit_ms);

/* process_hold blocks the signals that end the process, so that temporary files can be removed
 * first; process_release unblocks them. The calls do not nest. */
void process_hold(void);
void process_release(void);

#endif
