// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "plan/check/check_rule.h"
#include "plan/progress/entry_target.h"

#include <stdlib.h>
#include <string.h>

static void add_stray(struct check *check, const struct entry_stray *stray)
{
    const struct journal_entry *entry = stray->entry;
    char quoted[TEXT_QUOTE_SIZE], former[TEXT_QUOTE_SIZE];
    struct finding at = {.path = check->journal->path, .location = journal_entry_location(entry)};
    if (stray->outcome == OUTCOME_SET_ASIDE)
        return;
    text_quote(quoted, entry->task, strlen(entry->task));
    if (stray->found == NULL || stray->title == NULL)
        check_add(check, at,
                  "entry %llu is of «%s», which the plan does not have: it does not count",
                  (unsigned long long)entry->seq, quoted);
    else
        check_add(check, at,
                  "entry %llu of «%s» was made for «%s», which is another task now: it does not "
                  "count",
                  (unsigned long long)entry->seq, quoted, text_quote_all(former, stray->title));
}

/* Adds entries of another plan, which may be right if several plans share the journal. */
static void add_others(struct check *check)
{
    const struct journal *journal = check->journal;
    for (size_t i = 0; i < journal->count; i++) {
        const struct journal_entry *entry = &journal->entries[i];
        char plan[TEXT_QUOTE_SIZE];
        if (entry->plan == NULL || entry->decision != DECIDES_NOTHING ||
            strcmp(entry->plan, check->plan->id) == 0)
            continue;
        struct finding at = {.path = journal->path, .location = journal_entry_location(entry)};
        check_add(check, at, "entry %llu is of the plan «%s»: it does not count",
                  (unsigned long long)entry->seq, text_quote_all(plan, entry->plan));
    }
}

void check_progress_task(struct check *check)
{
    const struct journal *journal = check->journal;
    struct entry_targets targets = {0};
    struct plan *const plans[] = {(struct plan *)check->plan};
    if (journal == NULL || journal->count == 0)
        return;
    entry_targets_find(&targets, journal, plans, 1);
    for (size_t i = 0; i < targets.stray_count; i++)
        add_stray(check, &targets.strays[i]);
    if (journal->beside && !journal->of_one_plan)
        add_others(check);
    entry_targets_release(&targets);
}
