// SPDX-License-Identifier: MIT
/* Entries as CSV: a journal's file, and an agency's answer. */
#include "properties.h"

#include "journal/entry_table.h"

static void property_entry(const struct journal_entry *entry, enum entry_rows rows)
{
    MUST(entry->status <= TASK_UNSET && entry->line > 0);
    MUST(entry->percent == PERCENT_UNSET || (entry->percent >= 0 && entry->percent <= 100));
    MUST(entry->spent_vnd == SPENT_UNSET || entry->spent_vnd >= 0);
    MUST(!date_is_set(entry->on) || date_is_valid(entry->on));
    MUST(!date_is_set(entry->due) || date_is_valid(entry->due));
    MUST(rows == ENTRIES_OF_ANSWER ? entry->task != NULL : entry->seq > 0);
}

static void property_entries(const uint8_t *data, size_t size, enum entry_rows rows)
{
    struct source source = fuzz_source(data, size);
    struct error_list errors = {0};
    struct journal journal = {0};
    struct entry_header header;
    char delimiter;
    int status = source_check(&source, NULL, &errors);
    if (status == 0)
        status = entry_csv_read(&journal, &source, rows, &header, &delimiter, &errors);
    MUST((status == 0) == (errors.count == 0));
    for (size_t i = 0; status == 0 && i < journal.count; i++)
        property_entry(&journal.entries[i], rows);
    for (size_t i = 0; i < errors.count && i < ERROR_LIST_KEPT; i++)
        MUST(errors.items[i].location.line > 0 && *errors.items[i].text != '\0');
    journal_release(&journal);
    source_release(&source);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    property_entries(data, size, ENTRIES_OF_JOURNAL);
    property_entries(data, size, ENTRIES_OF_ANSWER);
    return 0;
}
