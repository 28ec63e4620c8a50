// SPDX-License-Identifier: MIT
#include "journal/journal_text.h"

#include "base/memory.h"
#include "journal/entry_line.h"
#include "journal/entry_seal.h"
#include "read/table/csv_table.h"

#include <stdlib.h>
#include <string.h>

void journal_text_release(struct journal_text *text)
{
    strbuf_release(&text->bytes);
    strbuf_release(&text->narrow);
    *text = (struct journal_text){0};
}

bool journal_text_is_utf16(const struct journal_text *text)
{
    const unsigned char *bytes = (const unsigned char *)text->bytes.text;
    return text->bytes.length >= 2 &&
           ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));
}

static bool ends_line(char c)
{
    return c == '\n' || c == '\r';
}

bool journal_text_is_ended(const struct journal_text *text)
{
    return text->bytes.length == 0 || ends_line(text->bytes.text[text->bytes.length - 1]);
}

/* Returns whether the last line before `end` is one of entry_add_line: its last cell is quoted. */
static bool ends_as_written(const char *bytes, size_t end)
{
    size_t last = end;
    while (last > 0 && ends_line(bytes[last - 1]))
        last--;
    return last > 0 && last < end && bytes[last - 1] == '"';
}

bool journal_text_can_grow(const struct journal_text *text)
{
    return text->header.line > 0 && ends_as_written(text->bytes.text, text->whole);
}

/* ---- Where the whole entries end ---- */

/* The start of the row that a byte is in; line ends in quotes end none. */
static size_t row_start(const char *bytes, size_t offset)
{
    bool inside = false;
    size_t start = 0;
    for (size_t i = 0; i < offset; i++) {
        inside ^= bytes[i] == '"';
        if (!inside && ends_line(bytes[i]))
            start = i + 1;
    }
    return start;
}

/* The start of the last row if it may be torn, else the length. NULs further up are damage. */
static size_t doubtful_start(const struct strbuf *bytes)
{
    size_t length = bytes->length;
    if (length == 0)
        return 0;
    const char *nul = memchr(bytes->text, '\0', length);
    if (nul == NULL && ends_line(bytes->text[length - 1]))
        return length;
    size_t start = row_start(bytes->text, nul != NULL ? (size_t)(nul - bytes->text) : length);
    bool last = start + source_line_length(bytes->text + start, length - start) == length;
    return last || nul == NULL ? start : length;
}

static int count_cells(void *context, const struct table_row *row)
{
    *(size_t *)context = row->count;
    return 0;
}

/*
 * Returns whether a last line without a line end is complete all the same, as editors leave it.
 * After a line of ours it may be torn.
 */
static bool is_complete(const struct journal_text *text, size_t start)
{
    const char *line = text->bytes.text + start;
    size_t length = text->bytes.length - start, cells = 0;
    if (memchr(line, '\0', length) != NULL)
        return false;
    if (!ends_as_written(text->bytes.text, start))
        return true;
    struct error_list faults = {0};
    struct source source = {.text = line, .length = length};
    struct csv_table table = csv_table_of(&source, text->delimiter);
    table.table.read(&table.table, count_cells, &cells, &faults);
    return faults.count == 0 && cells == text->header.width && line[length - 1] != text->delimiter;
}

static size_t count_lines(const char *text, size_t length)
{
    size_t lines = 1;
    for (size_t at = 0; at < length; lines++)
        at += source_line_length(text + at, length - at);
    return lines;
}

/* ---- The entries ---- */

/* Dates that their chain says to stand month before day would count on another day. */
static int refuse_turned(struct journal *journal, struct error_list *errors)
{
    struct error why;
    size_t before = errors->count;
    bool doubtful = false;
    for (size_t i = 0; i < journal->count && !doubtful; i++)
        doubtful = journal->entries[i].doubts != 0;
    if (!doubtful)
        return 0;
    struct journal_entry **lines = journal_lines(journal);
    enum seal_fault *faults = journal_check_seals(lines, journal->count, &why);
    for (size_t i = 0; i < journal->count; i++) {
        if (faults == NULL || faults[i] != SEAL_REWRITTEN)
            continue;
        struct error *error = error_list_add(errors, journal->path,
                                             "its dates have the month before the day, as its "
                                             "chain shows: `cchc journal repair` turns them round");
        if (error != NULL)
            error->location = journal_entry_location(lines[i]);
    }
    free(faults);
    free((void *)lines);
    return errors->count > before ? -1 : 0;
}

/* A source ends with a NUL: one takes the place of what follows for a while. */
static int read_first(struct journal *journal, struct journal_text *text, size_t length,
                      struct error_list *errors)
{
    strbuf_adds(&text->bytes, "");
    char *end = text->bytes.text + length, kept = *end;
    struct source source = {
        .path = journal->path, .text = text->bytes.text, .length = length, .jobs = journal->jobs};
    *end = '\0';
    text->header = (struct entry_header){0};
    journal->count = 0;
    int status = source_check(&source, NULL, errors);
    if (status == 0)
        status = entry_csv_read(journal, &source, ENTRIES_OF_JOURNAL, &text->header,
                                &text->delimiter, errors);
    if (status == 0)
        status = refuse_turned(journal, errors);
    *end = kept;
    source_release(&source);
    return status;
}

static const char *line_end_of(const struct strbuf *bytes)
{
    size_t line = bytes->length > 0 ? source_line_length(bytes->text, bytes->length) : 0;
    if (line >= 2 && bytes->text[line - 2] == '\r' && bytes->text[line - 1] == '\n')
        return "\r\n";
    return line > 0 && bytes->text[line - 1] == '\r' ? "\r" : "\n";
}

int journal_text_read(struct journal *journal, struct journal_text *text, struct error_list *errors)
{
    size_t length = text->bytes.length;
    size_t start = journal_text_is_utf16(text) ? length : doubtful_start(&text->bytes);
    text->whole = start;
    text->torn_line = 0;
    text->line_end = line_end_of(&text->bytes);
    if (read_first(journal, text, start, errors) != 0)
        return -1;
    if (start == length)
        return 0;
    if (!is_complete(text, start)) {
        text->torn_line = count_lines(text->bytes.text, start);
        return 0;
    }
    text->whole = length;
    return read_first(journal, text, length, errors);
}

/* ---- The columns of version 2 ---- */

/* A row's extent: its cells, and where its last one ends, before its line end. */
struct row_extent {
    size_t cells, end, next;
    bool blank;
};

static struct row_extent measure_row(const struct journal_text *text, size_t start)
{
    const char *bytes = text->bytes.text;
    struct row_extent row = {.cells = 1, .end = start, .blank = true};
    bool inside = false;
    for (; row.end < text->whole && (inside || !ends_line(bytes[row.end])); row.end++) {
        inside ^= bytes[row.end] == '"';
        row.cells += !inside && bytes[row.end] == text->delimiter;
        row.blank &= bytes[row.end] == ' ' || bytes[row.end] == text->delimiter;
    }
    bool pair = row.end + 1 < text->whole && bytes[row.end] == '\r' && bytes[row.end + 1] == '\n';
    row.next = row.end + (row.end < text->whole) + pair;
    return row;
}

/* Adds a row with one cell more; blank ones stay as they are. */
static void add_widened(struct strbuf *out, const struct journal_text *text, size_t start,
                        const struct row_extent *row, const char *cell)
{
    strbuf_add(out, text->bytes.text + start, row->end - start);
    for (size_t cells = row->cells; !row->blank && cells < text->header.width; cells++)
        strbuf_addc(out, text->delimiter);
    if (!row->blank)
        strbuf_addf(out, "%c%s", text->delimiter, cell);
    strbuf_add(out, text->bytes.text + row->end, row->next - row->end);
}

/* Adds a column, the header's cell its name, the others' what the entry of their line has. */
static void add_column(struct journal_text *text, enum entry_column column,
                       struct journal_entry *const *lines, size_t count)
{
    struct strbuf wide = {0}, cell = {0};
    size_t line = 1, next = 0;
    for (size_t start = 0; start < text->whole;) {
        struct row_extent row = measure_row(text, start);
        strbuf_clear(&cell);
        while (next < count && lines[next]->line < line)
            next++;
        if (line == text->header.line) {
            strbuf_adds(&cell, entry_column_names[column]);
        } else {
            strbuf_addc(&cell, '"');
            if (next < count && lines[next]->line == line)
                entry_add_cell(&cell, lines[next], (int)column);
            strbuf_addc(&cell, '"');
        }
        if (line < text->header.line)
            strbuf_add(&wide, text->bytes.text + start, row.next - start);
        else
            add_widened(&wide, text, start, &row, cell.text);
        line += count_lines(text->bytes.text + start, row.next - start) - 1;
        start = row.next;
    }
    strbuf_release(&cell);
    if (text->narrow.length == 0) {
        text->narrow = text->bytes;
        text->narrow.length = text->whole;
    } else {
        strbuf_release(&text->bytes);
    }
    text->bytes = wide;
    text->whole = wide.length;
    text->header.column_of[column] = (int)text->header.width++;
}

bool journal_text_lacks_columns(const struct journal_text *text)
{
    for (int column = 0; column < ENTRY_JOURNAL_COLUMNS && text->header.line > 0; column++)
        if (text->header.column_of[column] < 0)
            return true;
    return false;
}

void journal_text_upgrade(struct journal_text *text, struct journal_entry *const *lines,
                          size_t count)
{
    for (int column = 0; column < ENTRY_JOURNAL_COLUMNS; column++)
        if (text->header.column_of[column] < 0)
            add_column(text, (enum entry_column)column, lines, count);
}

bool journal_text_downgrade(struct journal_text *text)
{
    if (text->narrow.length == 0)
        return false;
    strbuf_release(&text->bytes);
    text->bytes = text->narrow;
    text->narrow = (struct strbuf){0};
    text->whole = text->bytes.length;
    return true;
}
