// SPDX-License-Identifier: MIT
#include "journal/entry_line.h"

#include "base/escape.h"

#include <inttypes.h>
#include <string.h>

static void add_number(struct strbuf *out, uint64_t number)
{
    if (number > 0 && number != VOIDS_MISSING)
        strbuf_addf(out, "%" PRIu64, number);
}

void entry_add_cell(struct strbuf *out, const struct journal_entry *entry, int column)
{
    char date[DATE_TEXT_SIZE];
    const char *const texts[ENTRY_COLUMNS] = {
        [ENTRY_RECORDED_AT] = entry->recorded_at,
        [ENTRY_BY] = entry->by,
        [ENTRY_PLAN] = entry->plan,
        [ENTRY_TASK] = entry->task,
        [ENTRY_STATUS] = entry->decision != DECIDES_NOTHING ? entry_decision_names[entry->decision]
                                                            : task_status_names[entry->status],
        [ENTRY_NOTE] = entry->note,
        [ENTRY_EVIDENCE] = entry->evidence,
        [ENTRY_VALUE] = entry->value,
        [ENTRY_TITLE] = entry->title,
        [ENTRY_ID] = entry->id,
        [ENTRY_CHAIN] = entry->chain,
    };
    switch (column) {
    case ENTRY_SEQ:
        add_number(out, entry->seq);
        break;
    case ENTRY_VOIDS:
        if (entry->voids_id != NULL)
            strbuf_adds(out, entry->voids_id);
        else
            add_number(out, entry->voids);
        break;
    case ENTRY_ON:
        strbuf_adds(out, date_format(date, entry->on));
        break;
    case ENTRY_DUE:
        strbuf_adds(out, date_format(date, entry->due));
        break;
    case ENTRY_PERCENT:
        if (entry->percent != PERCENT_UNSET)
            strbuf_addf(out, "%d", entry->percent);
        break;
    case ENTRY_SPENT_VND:
        if (entry->spent_vnd != SPENT_UNSET)
            strbuf_addf(out, "%" PRId64, entry->spent_vnd);
        break;
    default:
        strbuf_adds(out, texts[column] != NULL ? texts[column] : "");
    }
}

void entry_header_init(struct entry_header *header, struct strbuf *out, char delimiter,
                       const char *line_end)
{
    *header = (struct entry_header){.width = ENTRY_JOURNAL_COLUMNS, .line = 1};
    for (int i = 0; i < ENTRY_COLUMNS; i++)
        header->column_of[i] = i < ENTRY_JOURNAL_COLUMNS ? i : -1;
    for (int i = 0; i < ENTRY_JOURNAL_COLUMNS; i++) {
        if (i > 0)
            strbuf_addc(out, delimiter);
        strbuf_adds(out, entry_column_names[i]);
    }
    strbuf_adds(out, line_end);
}

static int column_at(const struct entry_header *header, size_t cell)
{
    for (int i = 0; i < ENTRY_COLUMNS; i++)
        if (header->column_of[i] == (int)cell)
            return i;
    return -1;
}

/* Quotes if the delimiter, a quote or a line end needs them, and always in the last cell. */
static void add_quoted(struct strbuf *out, const char *text, char delimiter, bool always)
{
    if (!always && strchr(text, delimiter) == NULL && strpbrk(text, ",;\t\"\r\n") == NULL) {
        strbuf_adds(out, text);
        return;
    }
    strbuf_addc(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            strbuf_addc(out, '"');
        strbuf_addc(out, *text);
    }
    strbuf_addc(out, '"');
}

bool entry_add_line(struct strbuf *out, const struct entry_header *header, char delimiter,
                    const char *line_end, const struct journal_entry *entry)
{
    struct strbuf cell = {0}, escaped = {0};
    for (size_t i = 0; i < header->width; i++) {
        int column = column_at(header, i);
        strbuf_clear(&cell);
        strbuf_clear(&escaped);
        if (i > 0)
            strbuf_addc(out, delimiter);
        if (column >= 0)
            entry_add_cell(&cell, entry, column);
        escape_add_formula(&escaped, strbuf_text(&cell));
        add_quoted(out, strbuf_text(&escaped), delimiter, i + 1 == header->width);
    }
    bool safe = strchr(strbuf_text(&cell), '"') == NULL;
    strbuf_adds(out, line_end);
    strbuf_release(&cell);
    strbuf_release(&escaped);
    return safe;
}
