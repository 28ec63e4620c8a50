// SPDX-License-Identifier: MIT
/* Another program, run to its end without a shell. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

/* How a program ended. */
enum process_end {
    PROCESS_DONE,    /* with exit code 0 */
    PROCESS_FAILED,  /* with another code, by a signal, or it could not be started */
    PROCESS_MISSING, /* there is no such program on the PATH */
    PROCESS_LATE,    /* it took longer than it may, and was killed with all that it had started */
    PROCESS_STOPPED, /* a signal that is held back is to end this process: it was killed */
};

/*
 * Runs a program with its arguments (argv[0] is looked for on the PATH; ends with NULL), without
 * input, its output thrown away, for at most so many milliseconds.
 */
enum process_end process_run(const char *const *argv, unsigned limit_ms);

/*
 * Holds the signals back that end the process, so that what was begun can be removed first;
 * process_release lets them through. Not nested.
 */
void process_hold(void);
void process_release(void);

#endif
