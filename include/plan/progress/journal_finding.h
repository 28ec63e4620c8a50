// SPDX-License-Identifier: MIT
/* Something that is wrong with a journal's file: what `journal check` lists. */
#ifndef PLAN_PROGRESS_JOURNAL_FINDING_H
#define PLAN_PROGRESS_JOURNAL_FINDING_H

#include <stddef.h>
#include <stdint.h>

struct journal_finding {
    size_t line;
    uint64_t seq;     /* of the entry, 0 for none */
    const char *task; /* of it, or NULL */
    char *message;    /* owned */
};

#endif
