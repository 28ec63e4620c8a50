// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "journal/entry_table.h"

#include <stdlib.h>
#include <string.h>

static int compare_seqs(const void *a, const void *b)
{
    const struct journal_entry *x = a, *y = b;
    if (x->seq != y->seq)
        return x->seq < y->seq ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

static void add_entry_error(struct error_list *errors, const char *path,
                            const struct journal_entry *entry, const struct error *why)
{
    struct error *error = error_list_add(errors, path, "%s", why->text);
    if (error != NULL)
        error->location = (struct location){.line = entry->line, .column = 1};
}

static int compare_ids(const void *a, const void *b)
{
    const struct journal_entry *x = *(const struct journal_entry *const *)a;
    const struct journal_entry *y = *(const struct journal_entry *const *)b;
    int order = strcmp(x->id, y->id);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static int compare_id_to(const void *id, const void *entry)
{
    return strcmp(id, (*(const struct journal_entry *const *)entry)->id);
}

/* Finds the entries that others take back by their ids; someone may have deleted them. */
static void find_voided(struct journal *journal)
{
    const struct journal_entry **named = memory_alloc((journal->count + 1) * sizeof *named);
    size_t count = 0;
    for (size_t i = 0; i < journal->count; i++)
        if (journal->entries[i].id != NULL)
            named[count++] = &journal->entries[i];
    if (count > 0)
        qsort((void *)named, count, sizeof *named, compare_ids);
    for (size_t i = 0; i < journal->count; i++) {
        struct journal_entry *entry = &journal->entries[i];
        if (entry->voids_id == NULL)
            continue;
        const struct journal_entry **found =
            bsearch(entry->voids_id, (const void *)named, count, sizeof *named, compare_id_to);
        bool earlier = found != NULL && (*found)->seq < entry->seq;
        entry->voids = earlier ? (*found)->seq : VOIDS_MISSING;
    }
    free((void *)named);
}

/* Someone may have sorted the file otherwise; no two entries may have one number. */
static void order_by_seq(struct journal *journal, const char *path, enum entry_rows rows,
                         struct error_list *errors)
{
    bool ordered = true;
    for (size_t i = 1; i < journal->count && ordered; i++)
        ordered = journal->entries[i - 1].seq < journal->entries[i].seq;
    if (ordered)
        return;
    qsort(journal->entries, journal->count, sizeof *journal->entries, compare_seqs);
    for (size_t i = 1; i < journal->count && rows == ENTRIES_OF_JOURNAL; i++) {
        const struct journal_entry *entry = &journal->entries[i];
        struct error why;
        if (entry->seq != entry[-1].seq)
            continue;
        error_set(&why, ERROR_DATA,
                  "seq %llu a second time: line %zu has it too; `cchc journal repair` mends it",
                  (unsigned long long)entry->seq, entry[-1].line);
        add_entry_error(errors, path, entry, &why);
    }
}

void entry_table_order(struct journal *journal, const char *path, enum entry_rows rows,
                       struct error_list *errors)
{
    bool by_id = false;
    order_by_seq(journal, path, rows, errors);
    for (size_t i = 0; i < journal->count && !by_id; i++)
        by_id = journal->entries[i].voids_id != NULL;
    if (by_id)
        find_voided(journal);
}
