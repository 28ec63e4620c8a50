// SPDX-License-Identifier: MIT
#include "journal/answer_words.h"

#include "base/embed.h"
#include "base/embedded_rows.h"
#include "base/money_unit.h"
#include "base/text.h"
#include "journal/entry_table.h"

#include <string.h>
#include <strings.h>

EMBED(embedded_answer_words, "data/answer-words.csv");

static int column_called(const char *name, size_t length)
{
    for (int i = 0; i < ENTRY_COLUMNS; i++)
        if (strlen(entry_column_names[i]) == length &&
            strncasecmp(name, entry_column_names[i], length) == 0)
            return i;
    return -1;
}

static int64_t find_unit(const char *bracket)
{
    struct strbuf lower = {0};
    text_add_lower(&lower, bracket, strlen(bracket));
    const char *text = strbuf_text(&lower);
    text += strspn(text, "( ");
    int64_t unit = money_unit_read(&text);
    strbuf_release(&lower);
    return unit;
}

int answer_column_find(const char *heading, int64_t *unit)
{
    struct strbuf folded = {0}, known = {0};
    size_t length = strcspn(heading, "(");
    *unit = heading[length] == '(' ? find_unit(heading + length) : 0;
    const char *start = text_trim(heading, &length);
    while (length > 0 && strchr(":.*", start[length - 1]) != NULL)
        length--;
    start = text_trim(start, &length);
    int column = length > 0 ? column_called(start, length) : -1;
    text_fold(&folded, start, length);
    const char *rest = embedded_rows_start(embedded_answer_words_start);
    struct embedded_cell cells[2];
    while (column < 0 && folded.length > 0 && embedded_rows_next(&rest, cells, 2)) {
        strbuf_clear(&known);
        text_fold(&known, cells[1].text, cells[1].length);
        if (strcmp(strbuf_text(&known), folded.text) == 0)
            column = column_called(cells[0].text, cells[0].length);
    }
    strbuf_release(&folded);
    strbuf_release(&known);
    return column;
}
