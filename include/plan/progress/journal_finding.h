// SPDX-License-Identifier: MIT
/* A fault in a journal's file, for `journal check`. */
#ifndef PLAN_PROGRESS_JOURNAL_FINDING_H
#define PLAN_PROGRESS_JOURNAL_FINDING_H

#include <stddef.h>
#include <stdint.h>

struct journal_finding {
    size_t line;
    uint64_t seq;     /* of the entry, or 0 */
    const char *task; /* of the entry, or NULL */
    char *message;    /* owned */
};

#endif
