// SPDX-License-Identifier: MIT
#include "plan/progress/journal.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/search.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

const char *const task_status_names[TASK_STATUSES + 1] = {
    [TASK_NOT_STARTED] = N_("not-started"),
    [TASK_IN_PROGRESS] = N_("in-progress"),
    [TASK_DONE] = N_("done"),
    [TASK_CANCELLED] = N_("cancelled"),
};

const char *const entry_decision_names[ENTRY_DECISIONS] = {
    [DECIDES_CARRIED] = N_("carried"),
    [DECIDES_SET_ASIDE] = N_("set-aside"),
    [DECIDES_CLOSED] = N_("closed"),
};

enum task_status task_status_find(const char *text)
{
    static const struct {
        const char *name; /* folded */
        enum task_status status;
    } names[] = {
        {"not-started", TASK_NOT_STARTED},
        {"chua thuc hien", TASK_NOT_STARTED},
        {"in-progress", TASK_IN_PROGRESS},
        {"dang thuc hien", TASK_IN_PROGRESS},
        {"done", TASK_DONE},
        {"da hoan thanh", TASK_DONE},
        {"hoan thanh", TASK_DONE},
        {"cancelled", TASK_CANCELLED},
        {"huy", TASK_CANCELLED},
        {"da huy", TASK_CANCELLED},
        {"khong thuc hien", TASK_CANCELLED},
    };
    for (int i = 0; i < TASK_STATUSES; i++)
        if (strcmp(task_status_names[i], text) == 0)
            return (enum task_status)i;
    struct strbuf folded = {0};
    text_fold(&folded, text, strlen(text));
    enum task_status status = TASK_UNSET;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].name, strbuf_text(&folded)) == 0)
            status = names[i].status;
    strbuf_release(&folded);
    return status;
}

void journal_release(struct journal *journal)
{
    free(journal->path);
    free(journal->entries);
    arena_release(&journal->arena);
    *journal = (struct journal){0};
}

struct location journal_entry_location(const struct journal_entry *entry)
{
    return entry->location != NULL ? *entry->location
                                   : (struct location){.line = entry->line, .column = 1};
}

static uint64_t seq_at(const void *entries, size_t index)
{
    return ((const struct journal_entry *)entries)[index].seq;
}

/* Returns the index of the entry with this seq, or the journal's count. */
static size_t index_of(const struct journal *journal, uint64_t seq)
{
    size_t index = search_lower(journal->entries, journal->count, seq, seq_at);
    return index < journal->count && journal->entries[index].seq == seq ? index : journal->count;
}

const struct journal_entry *journal_find(const struct journal *journal, uint64_t seq)
{
    size_t index = index_of(journal, seq);
    return index < journal->count ? &journal->entries[index] : NULL;
}

uint64_t *journal_voided_by(const struct journal *journal, struct date as_of)
{
    uint64_t *voided_by = memory_alloc(journal->count * sizeof *voided_by);
    memset(voided_by, 0, journal->count * sizeof *voided_by);
    for (size_t i = journal->count; i-- > 0;) { /* later entries decide if a void holds */
        const struct journal_entry *entry = &journal->entries[i];
        if (entry->voids == 0 || voided_by[i] != 0 ||
            (date_is_set(as_of) && date_compare(entry->on, as_of) > 0))
            continue;
        size_t index = index_of(journal, entry->voids);
        if (index < i)
            voided_by[index] = entry->seq;
    }
    return voided_by;
}
