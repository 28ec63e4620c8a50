// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "plan/check/check_rule.h"
#include "plan/progress/progress_fold.h"

#include <stdlib.h>
#include <string.h>

static void add_fault(struct check *check, const struct journal_entry *entry,
                      enum entry_fault fault)
{
    const char *text = entry->task != NULL ? entry->task : "";
    char quoted[TEXT_QUOTE_SIZE], plan[TEXT_QUOTE_SIZE];
    struct finding at = {.path = check->journal->path, .place = journal_entry_place(entry)};
    text_quote(quoted, text, strlen(text));
    if (fault == ENTRY_OF_OTHER_PLAN)
        check_add(check, at, "entry %llu is of the plan «%s»: it does not count",
                  (unsigned long long)entry->seq,
                  text_quote(plan, entry->plan, strlen(entry->plan)));
    else
        check_add(check, at,
                  "entry %llu is of «%s», which the plan does not have: it does not count",
                  (unsigned long long)entry->seq, quoted);
}

void check_progress_task(struct check *check)
{
    const struct journal *journal = check->journal;
    if (journal == NULL || journal->count == 0)
        return;
    enum entry_fault *faults = progress_entry_faults(journal, check->plan);
    for (size_t i = 0; i < journal->count; i++)
        if (faults[i] != ENTRY_FITS && (faults[i] != ENTRY_OF_OTHER_PLAN || journal->beside))
            add_fault(check, &journal->entries[i], faults[i]);
    free(faults);
}
