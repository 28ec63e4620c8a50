// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "plan/check/check_rule.h"
#include "plan/summary/target_summary.h"

/* Returns the cell that has a task's targets. */
static enum task_field cell_of(const struct task *task)
{
    static const enum task_field cells[] = {TASK_INDICATOR, TASK_OUTPUT};
    enum task_field found = TASK_TITLE;
    for (size_t i = 0; i < sizeof cells / sizeof *cells && found == TASK_TITLE; i++) {
        struct target_list targets = {0};
        struct arena arena = {0};
        targets_read(&targets, &arena, task->text[cells[i]], false);
        found = targets.count > 0 ? cells[i] : found;
        target_list_release(&targets);
        arena_release(&arena);
    }
    return found;
}

static void check_task(struct check *check, const struct task *task)
{
    struct target_list targets = {0};
    struct arena arena = {0};
    struct strbuf target = {0};
    char quoted[TEXT_QUOTE_SIZE];
    targets_of(&targets, &arena, task);
    if (targets.count > 0) {
        target_add(&target, &targets.items[0]);
        check_add(check, at_task(task, cell_of(task)),
                  "nothing was measured of its target «%s» by the year's end",
                  text_quote_all(quoted, target.text));
    }
    strbuf_release(&target);
    target_list_release(&targets);
    arena_release(&arena);
}

/* Applies only if progress is recorded at all and the plan's year is over. */
void check_target_unmeasured(struct check *check)
{
    struct plan *const plans[] = {(struct plan *)check->plan};
    struct progress progress = {.as_of = check->as_of};
    bool over = check->plan->year > 0 && check->as_of.year > check->plan->year;
    if (check->journal == NULL || check->journal->count == 0 || !over)
        return;
    progress_add(&progress, plans, 1, check->journal);
    for (size_t i = 0; i < check->plan->task_count; i++) {
        const struct task_progress *known = progress_of(&progress, check->plan->tasks[i]);
        if (known == NULL || known->value == NULL)
            check_task(check, check->plan->tasks[i]);
    }
    progress_release(&progress);
}
