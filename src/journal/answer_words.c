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

/* The words that a text means, among those that `find` knows; -1 for none. */
static int find_meaning(const char *text, size_t length, int (*find)(const char *, size_t))
{
    struct strbuf folded = {0}, known = {0};
    struct embedded_cell cells[2];
    const char *rest = embedded_rows_start(embedded_answer_words_start);
    int found = -1;
    text_fold(&folded, text, length);
    while (found < 0 && folded.length > 0 && embedded_rows_next(&rest, cells, 2)) {
        strbuf_clear(&known);
        text_fold(&known, cells[1].text, cells[1].length);
        if (strcmp(strbuf_text(&known), folded.text) == 0)
            found = find(cells[0].text, cells[0].length);
    }
    strbuf_release(&folded);
    strbuf_release(&known);
    return found;
}

/* Takes white space around a text, and the marks behind it, away. */
static const char *trim(const char *text, size_t *length)
{
    const char *start = text_trim(text, length);
    while (*length > 0 && strchr(":.*;", start[*length - 1]) != NULL)
        --*length;
    return text_trim(start, length);
}

int answer_column_find(const char *heading, int64_t *unit)
{
    size_t length = strcspn(heading, "(");
    *unit = heading[length] == '(' ? find_unit(heading + length) : 0;
    const char *start = trim(heading, &length);
    int column = length > 0 ? column_called(start, length) : -1;
    return column >= 0 ? column : find_meaning(start, length, column_called);
}

static int status_called(const char *name, size_t length)
{
    for (int i = 0; i < TASK_STATUSES; i++)
        if (strlen(task_status_names[i]) == length &&
            strncmp(name, task_status_names[i], length) == 0)
            return i;
    return -1;
}

enum task_status answer_status_find(const char *text)
{
    size_t length = strlen(text);
    enum task_status status = task_status_find(text);
    if (status != TASK_UNSET)
        return status;
    const char *start = trim(text, &length);
    int found = find_meaning(start, length, status_called);
    return found >= 0 ? (enum task_status)found : TASK_UNSET;
}
