// SPDX-License-Identifier: MIT
#include "read/table/header_rows.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "read/table/column_key.h"
#include "read/table/column_words.h"
#include "read/table/table_header.h"

#include <stdlib.h>
#include <string.h>

/*
 * A preamble is short; below a row that reads well so few others are looked at; no heading is so
 * long, in bytes.
 */
enum { ROWS_LOOKED_AT = 100, ROWS_BELOW = 3, HEADING_SIZE = 300 };

const char *header_row_cell(const struct header_row *row, size_t column)
{
    return column < row->count ? row->cells[column] : "";
}

static char *copy_trimmed(const char *cell)
{
    size_t length = strlen(cell);
    struct strbuf text = {0};
    cell = text_trim(cell, &length);
    text_add_nfc(&text, cell, length);
    return strbuf_detach(&text);
}

static void release_row(struct header_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        free(row->cells[i]);
    free(row->cells);
    *row = (struct header_row){0};
}

void header_rows_release(struct header_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        release_row(&rows->items[i]);
    release_row(&rows->nearest);
    *rows = (struct header_rows){0};
}

/* ---- How a row reads ---- */

struct score {
    unsigned roles; /* bits of 1 << role: what its cells mean */
    int points, sure;
};

static bool is_figure(const char *cell)
{
    return *cell != '\0' && strspn(cell, "0123456789.,") == strlen(cell);
}

/* Returns whether the cells name columns of `list`, as `list` writes them. */
static bool is_list_row(const struct header_row *row)
{
    column_set keys = 0;
    for (size_t i = 0; i < row->count; i++) {
        int key = column_key_of_name(row->cells[i]);
        keys |= key >= 0 ? COLUMN_BIT(key) : 0;
    }
    bool section = (keys >> COLUMN_SECTION & 1) != 0, number = (keys >> COLUMN_NUMBER & 1) != 0;
    return (keys >> COLUMN_TITLE & 1) != 0 && ((keys >> COLUMN_ID & 1) != 0 || (section && number));
}

/* Returns whether all cells are headings with which an official table is written. */
static bool is_official_row(const struct header_row *row)
{
    column_set keys = 0;
    for (size_t i = 0; i < row->count; i++) {
        int key = column_key_of_official(row->cells[i]);
        if (key < 0 && *row->cells[i] != '\0')
            return false;
        keys |= key >= 0 ? COLUMN_BIT(key) : 0;
    }
    return (keys >> COLUMN_TITLE & 1) != 0 && (keys >> COLUMN_NUMBER & 1) != 0;
}

static struct column_reading read_cell(const struct header_row *row, size_t i,
                                       const struct heading_rules *rules)
{
    const struct role_choice *choice = role_choices_find(rules->choices, row->cells[i], i);
    if (choice != NULL)
        return (struct column_reading){.role = choice->role, .weight = COLUMN_ROLE_SURE};
    return column_role_read(rules->words, NULL, row->cells[i]);
}

/* Two points for each role that is sure, one for another; figures are data's. */
static struct score score_row(const struct header_row *row, const struct heading_rules *rules)
{
    struct score score = {0};
    for (size_t i = 0; i < row->count; i++) {
        const char *cell = row->cells[i];
        if (*cell == '\0')
            continue;
        bool data = is_figure(cell) || strlen(cell) > HEADING_SIZE;
        struct column_reading reading = {0};
        if (!data)
            reading = read_cell(row, i, rules);
        bool sure = reading.weight >= COLUMN_ROLE_SURE, known = reading.role != ROLE_UNKNOWN;
        bool again = (score.roles >> reading.role & 1) != 0;
        score.points += data ? -2 : again || !known ? 0 : sure ? 2 : 1;
        score.sure += sure && known && !again;
        score.roles |= known ? 1U << reading.role : 0;
    }
    return score;
}

static unsigned count_bits(unsigned bits)
{
    unsigned count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

/* A title and one more, or a mark and so many others that the title has just a name of its own. */
static bool is_header(const struct score *score)
{
    enum { OTHERS = ((1 << ROLES) - 1) & ~(1 << ROLE_UNKNOWN | 1 << ROLE_TITLE), ENOUGH = 3 };
    bool title = (score->roles >> ROLE_TITLE & 1) != 0;
    bool mark = (score->roles >> ROLE_MARK & 1) != 0;
    unsigned others = count_bits(score->roles & OTHERS);
    return score->points >= 3 && score->sure >= 2 &&
           (title ? others > 0 : mark && others >= ENOUGH);
}

/* ---- The first rows ---- */

struct search {
    const struct heading_rules *rules;
    struct header_row rows[ROWS_LOOKED_AT];
    size_t count, best, behind; /* behind: rows still to be looked at, once there is a header */
    bool found, is_list;
};

/* A header in the words that the program writes is known without looking at what else there is. */
static int keep_row(void *context, const struct table_row *row)
{
    struct search *search = context;
    if (row->outside)
        return 0;
    struct header_row *kept = &search->rows[search->count++];
    *kept = (struct header_row){.count = row->count, .line = row->line, .offset = row->offset};
    kept->cells = memory_alloc((row->count > 0 ? row->count : 1) * sizeof *kept->cells);
    for (size_t i = 0; i < row->count; i++)
        kept->cells[i] = copy_trimmed(row->cells[i]);
    if (!search->found) {
        search->is_list = is_list_row(kept);
        search->found = search->is_list || is_official_row(kept);
        search->best = search->count - 1;
        search->behind = ROWS_BELOW + 1;
    }
    return (search->found && --search->behind == 0) || search->count == ROWS_LOOKED_AT;
}

/* Looks for the row that reads best; a better one must stand close below the first that does. */
static void find_best(struct search *search, struct header_rows *rows)
{
    struct score best = {0};
    size_t nearest = search->count, end = search->count;
    for (size_t i = 0; i < end; i++) {
        struct score score = score_row(&search->rows[i], search->rules);
        if (!search->found && count_bits(score.roles) > 1 && score.points > rows->nearest_points) {
            nearest = i;
            rows->nearest_points = score.points;
            rows->nearest_has_title = (score.roles >> ROLE_TITLE & 1) != 0;
        }
        if (!is_header(&score) || (search->found && score.points <= best.points))
            continue;
        if (!search->found && end > i + 1 + ROWS_BELOW)
            end = i + 1 + ROWS_BELOW;
        search->found = true;
        search->best = i;
        rows->points = score.points;
        best = score;
    }
    if (!search->found && nearest < search->count) {
        rows->nearest = search->rows[nearest];
        search->rows[nearest] = (struct header_row){0};
    }
}

/* ---- Rows that belong to it ---- */

static bool is_blank(const struct header_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (*row->cells[i] != '\0')
            return false;
    return true;
}

/* Returns the upper row's cell that spans the column, from the left if it is merged. */
static const char *cell_over(const struct header_row *upper, const struct header_row *lower,
                             size_t column)
{
    for (size_t i = column + 1; i-- > 0;) {
        if (*header_row_cell(lower, i) == '\0')
            return i == column ? header_row_cell(upper, i) : "";
        if (*header_row_cell(upper, i) != '\0')
            return header_row_cell(upper, i);
    }
    return "";
}

static bool is_repeated(const struct header_row *upper, const struct header_row *lower, size_t i)
{
    const char *cell = header_row_cell(lower, i);
    return *cell != '\0' && text_compare(cell, header_row_cell(upper, i)) == 0;
}

static enum column_role role_of(const char *heading, const struct heading_rules *rules)
{
    int key = column_key_of_official(heading);
    return key >= 0 ? column_role_of_key(key) : column_role_read(rules->words, NULL, heading).role;
}

/* A heading over several columns, rather than a line above the table: its date, its unit. */
static bool heads_columns(const char *cell, const struct heading_rules *rules)
{
    struct column_reading reading = column_role_read(rules->words, NULL, cell);
    bool dated = strpbrk(cell, "0123456789") != NULL && reading.role != ROLE_BUDGET;
    return reading.role > ROLE_NONE && !reading.is_unit && !dated &&
           reading.weight >= COLUMN_ROLE_SURE;
}

/* The heading over a column: the lowest of the header's rows that has one there. */
static const char *heading_over(const struct header_row *first, const struct header_row *last,
                                size_t column)
{
    while (last > first && *header_row_cell(last, column) == '\0')
        last--;
    return header_row_cell(last, column);
}

/*
 * Returns whether a row below the header continues it: under the headings of mark and title it is
 * blank or repeats them, and elsewhere it has headings rather than an office's name.
 */
static bool goes_on(const struct header_row *first, const struct header_row *last,
                    const struct header_row *lower, const struct heading_rules *rules)
{
    bool any = false;
    for (size_t i = 0; i < lower->count; i++) {
        const char *cell = lower->cells[i], *over = heading_over(first, last, i);
        if (*cell == '\0' || is_repeated(last, lower, i))
            continue;
        enum column_role of = role_of(over, rules);
        if (of == ROLE_MARK || of == ROLE_TITLE || strlen(cell) > HEADING_SIZE ||
            column_words_begin_office(rules->words, cell))
            return false;
        struct column_reading own = column_role_read(rules->words, NULL, cell);
        if (is_figure(cell) && own.year == 0)
            return false;
        any |= own.role != ROLE_UNKNOWN || own.year > 0 || own.unit > 0;
    }
    return any;
}

/*
 * Returns whether a row above the header belongs to it: some cells repeat it, being merged, or all
 * are headings that span several columns, none of them over mark and title.
 */
static bool stands_over(const struct header_row *upper, const struct header_row *lower,
                        const struct heading_rules *rules)
{
    size_t same = 0, cells = 0, headings = 0;
    for (size_t i = 0; i < upper->count; i++) {
        if (*upper->cells[i] == '\0')
            continue;
        cells++;
        same += is_repeated(upper, lower, i);
        headings += i > 1 && cells == headings + 1 && heads_columns(upper->cells[i], rules);
    }
    return (same > 0 && cells > 1) || (cells > 0 && headings == cells);
}

/* Takes the row of the search over; it is then the caller's. */
static void take_row(struct header_rows *rows, struct search *search, size_t index)
{
    rows->items[rows->count++] = search->rows[index];
    search->rows[index] = (struct header_row){0};
}

static void take_rows(struct header_rows *rows, struct search *search)
{
    size_t first = search->best, last = search->best;
    const struct header_row *all = search->rows;
    rows->is_list = search->is_list;
    while (!rows->is_list && first > 0 && last - first + 1 < HEADER_ROWS_MAX &&
           stands_over(&all[first - 1], &all[first], search->rules))
        first--;
    for (size_t next = last + 1; !rows->is_list && next < search->count; next++) {
        if (is_blank(&all[next]))
            continue;
        if (last - first + 1 == HEADER_ROWS_MAX ||
            !goes_on(&all[first], &all[last], &all[next], search->rules))
            break;
        last = next;
    }
    for (size_t i = first; i <= last; i++) {
        if (is_blank(&all[i]))
            continue;
        rows->best = i == search->best ? rows->count : rows->best;
        take_row(rows, search, i);
    }
}

void header_rows_find(struct header_rows *rows, const struct table *table,
                      const struct heading_rules *rules)
{
    struct search search = {.rules = rules};
    struct error_list ignored = {0};
    *rows = (struct header_rows){0};
    table->read(table, keep_row, &search, &ignored);
    if (search.found)
        rows->points = HEADER_POINTS_EXACT;
    else
        find_best(&search, rows);
    if (search.found)
        take_rows(rows, &search);
    for (size_t i = 0; i < search.count; i++)
        release_row(&search.rows[i]);
}

/* ---- Its columns ---- */

static size_t lowest(const struct header_rows *rows, size_t column)
{
    size_t row = rows->count;
    while (row > 0 && *header_row_cell(&rows->items[row - 1], column) == '\0')
        row--;
    return row; /* from 1 */
}

const char *header_rows_own(const struct header_rows *rows, size_t column)
{
    size_t row = lowest(rows, column);
    return row > 0 ? header_row_cell(&rows->items[row - 1], column) : "";
}

const char *header_rows_above(const struct header_rows *rows, size_t column)
{
    const char *own = header_rows_own(rows, column);
    for (size_t row = lowest(rows, column); row > 1; row--) {
        const char *over = cell_over(&rows->items[row - 2], &rows->items[row - 1], column);
        if (*over != '\0' && text_compare(over, own) != 0)
            return over;
    }
    return "";
}
