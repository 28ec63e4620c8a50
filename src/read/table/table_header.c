// SPDX-License-Identifier: MIT
#include "read/table/table_header.h"

#include "base/memory.h"
#include "base/money.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "read/table/column_key.h"
#include "read/table/column_sample.h"

#include <stdlib.h>
#include <string.h>

bool table_cell_is_blank(const char *cell)
{
    return *cell == '\0' || text_is_blank(cell, strlen(cell));
}

void table_header_release(struct table_header *header)
{
    for (size_t i = 0; i < header->width; i++)
        free(header->headings[i]);
    free(header->headings);
    free(header->key_of);
    free(header->columns);
    header_rows_release(&header->rows);
    *header = (struct table_header){0};
}

/* ---- What each column is ---- */

/* «Cơ quan thực hiện» above «Chủ trì»: the lower one alone, if it says enough. */
static char *join_headings(const char *above, const char *own, bool is_sure)
{
    struct strbuf joined = {0};
    if (!is_sure && *above != '\0')
        strbuf_addf(&joined, "%s ", above);
    strbuf_adds(&joined, own);
    return strbuf_detach(&joined);
}

/* Reads the user's choice, else the exact name of a list's column, which needs no words, else
 * the words. */
static void read_column(struct table_header *header, size_t i, const struct heading_rules *rules)
{
    const char *own = header_rows_own(&header->rows, i);
    const char *above = header_rows_above(&header->rows, i);
    struct role_column *column = &header->columns[i];
    const struct role_choice *choice = role_choices_find(rules->choices, own, i);
    int key = column_key_of_name(own);
    if (key < 0 || (!header->rows.is_list && column_role_of_key(key) == ROLE_UNKNOWN))
        key = column_key_of_official(own);
    column->is_known = key >= 0;
    column->is_chosen = choice != NULL && !header->rows.is_list;
    column->choice = choice;
    if (column->is_known)
        column->reading = (struct column_reading){.role = column_role_of_key(key),
                                                  .weight = COLUMN_ROLE_SURE,
                                                  .unit = money_unit_find(own)};
    else if (*own != '\0' && !header->rows.is_list)
        column->reading = column_role_read(rules->words, above, own);
    column->role = column->is_chosen ? choice->role : column->reading.role;
    header->key_of[i] = header->rows.is_list ? key : -1;
    bool has_all = column->is_known || *above == '\0' ||
                   column_role_read(rules->words, NULL, own).weight >= COLUMN_ROLE_SURE;
    header->headings[i] = join_headings(above, own, has_all);
}

/* A list says its columns by name: a name that comes again is wrong. */
static void share_list(struct table_header *header)
{
    column_set seen = 0;
    for (size_t i = 0; i < header->width; i++) {
        int key = header->key_of[i];
        if (key >= 0 && (seen >> key & 1) != 0 && header->problems.count == 0)
            header->problems.items[header->problems.count++] =
                (struct role_problem){.kind = ROLE_TWICE, .column = i};
        seen |= key >= 0 ? COLUMN_BIT(key) : 0;
    }
}

static void share_roles(struct table_header *header, const struct table *table,
                        struct column_words *words)
{
    if (header_roles_need_samples(header->columns, header->width))
        column_sample_read(header->columns, header->width, table, header->last_line, words);
    header_roles_assign(header->columns, header->width, &header->problems);
    column_set taken = 0;
    for (size_t i = 0; i < header->width; i++) {
        const struct role_column *column = &header->columns[i];
        int key = column->is_part ? -1 : column_key_of_role(column->role);
        bool again = key >= 0 && (taken >> key & 1) != 0; /* a second note is kept as it is */
        header->key_of[i] = again ? -1 : key;
        taken |= key >= 0 ? COLUMN_BIT(key) : 0;
        if (column->role == ROLE_START)
            header->start = (int)i;
        if (column->role == ROLE_DUE)
            header->due = (int)i;
        header->part_count += column->is_part;
    }
}

/* Money's unit: of its total and its parts, which must agree. */
static int64_t find_unit(const struct table_header *header)
{
    int64_t unit = 0;
    for (size_t i = 0; i < header->width; i++) {
        const struct role_column *column = &header->columns[i];
        bool money = column->role == ROLE_BUDGET || header->key_of[i] == COLUMN_BUDGET;
        if (!money || column->reading.unit == 0)
            continue;
        unit = unit == 0 || unit == column->reading.unit ? column->reading.unit : MONEY_UNIT_WRONG;
    }
    return unit;
}

/* Finds out what each column is. */
static void map(struct table_header *header, const struct table *table,
                const struct heading_rules *rules)
{
    for (int key = 0; key < COLUMN_COMPUTED; key++)
        header->column_of[key] = -1;
    header->start = header->due = -1;
    for (size_t i = 0; i < header->width; i++)
        read_column(header, i, rules);
    if (header->rows.is_list)
        share_list(header);
    else
        share_roles(header, table, rules->words);
    for (size_t i = header->width; i-- > 0;)
        if (header->key_of[i] >= 0 && header->key_of[i] < COLUMN_COMPUTED)
            header->column_of[header->key_of[i]] = (int)i;
    header->official = !header->rows.is_list;
    header->unit = find_unit(header);
}

static void measure(struct table_header *header)
{
    const struct header_rows *rows = &header->rows;
    header->line = rows->items[rows->best].line;
    header->offset = rows->items[rows->best].offset;
    header->first_line = rows->items[0].line;
    header->last_line = rows->items[rows->count - 1].line;
    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].count > header->width)
            header->width = rows->items[i].count;
    size_t room = header->width > 0 ? header->width : 1;
    header->headings = memory_alloc(room * sizeof *header->headings);
    header->key_of = memory_alloc(room * sizeof *header->key_of);
    header->columns = memory_alloc(room * sizeof *header->columns);
    memset(header->columns, 0, room * sizeof *header->columns);
}

bool table_header_find(struct table_header *header, const struct table *table,
                       const struct heading_rules *rules)
{
    *header = (struct table_header){0};
    header_rows_find(&header->rows, table, rules);
    if (header->rows.count == 0)
        return false;
    measure(header);
    map(header, table, rules);
    return true;
}

bool table_header_has_marks(const struct table_header *header)
{
    bool marks = header->rows.points == HEADER_POINTS_EXACT;
    for (size_t i = 0; i < header->width; i++) {
        const struct column_reading *reading = &header->columns[i].reading;
        marks |= reading->role == ROLE_MARK && reading->weight >= COLUMN_ROLE_SURE;
    }
    return marks;
}

const char *table_header_role(const struct table_header *header, size_t column)
{
    int key = header->key_of[column];
    if (header->rows.is_list)
        return key >= 0 ? task_columns.items[key].name : NULL;
    enum column_role role = header->columns[column].role;
    return role != ROLE_UNKNOWN ? column_role_names[role] : NULL;
}

bool table_header_is_extra(const struct table_header *header, size_t column)
{
    return header->key_of[column] < 0 && (int)column != header->start && (int)column != header->due;
}

/* ---- The header once more ---- */

/* The first letter or figure of a text, without case and marks; 0 if it begins with neither. */
static uint32_t first_letter(const char *text)
{
    uint32_t c;
    text_decode(text, &c);
    c = text_base_letter(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

/* Returns whether two cells are the same but for case, marks and white space; most differ at
 * once. */
static bool are_equal(const char *cell, const char *heading)
{
    uint32_t x = first_letter(cell), y = first_letter(heading);
    return (x == y || x == 0 || y == 0) && text_compare(cell, heading) == 0;
}

static size_t count_equal(const struct header_row *above, const struct table_row *row,
                          size_t *cells)
{
    enum { ENOUGH = 4 };
    size_t equal = 0;
    *cells = 0;
    for (size_t i = 0; i < row->count; i++) {
        if (table_cell_is_blank(row->cells[i]))
            continue;
        ++*cells;
        equal += are_equal(row->cells[i], header_row_cell(above, i));
        if (*cells == ENOUGH && equal == 0) /* of a repeated header most are */
            return 0;
    }
    return equal;
}

/* Returns whether a cell has other words for the meaning of its column. */
static bool means_same(const struct table_header *header, size_t i, const char *cell,
                       const struct heading_rules *rules)
{
    if (i >= header->width || header->rows.is_list)
        return false;
    struct column_reading reading = column_role_read(rules->words, NULL, cell);
    return reading.weight >= COLUMN_ROLE_SURE && reading.role == header->columns[i].role;
}

/* Most of its cells say the same, and the others mean it. */
static bool repeats(const struct table_header *header, const struct header_row *above,
                    const struct table_row *row, const struct heading_rules *rules)
{
    size_t cells, equal = count_equal(above, row, &cells);
    if (equal < 2 || equal * 2 < cells)
        return false;
    for (size_t i = 0; i < row->count && equal < cells; i++)
        if (!table_cell_is_blank(row->cells[i]) &&
            !are_equal(row->cells[i], header_row_cell(above, i)) &&
            !means_same(header, i, row->cells[i], rules))
            return false;
    return true;
}

bool table_header_repeats(const struct table_header *header, const struct table_row *row,
                          const struct heading_rules *rules)
{
    for (size_t i = 0; i < header->rows.count; i++)
        if (repeats(header, &header->rows.items[i], row, rules))
            return true;
    return false;
}

/* «3», «(3)», «3=4+5», «(3) = (4) + (5)»: the number of a column, or 0. */
static size_t column_number(const char *cell)
{
    size_t length = strlen(cell), value = 0;
    cell = text_trim(cell, &length);
    const char *at = cell + (length > 0 && *cell == '(');
    while (at < cell + length && *at >= '0' && *at <= '9' && value < 1000)
        value = value * 10 + (size_t)(*at++ - '0');
    size_t rest = (size_t)(cell + length - at);
    bool formula = memchr(at, '=', rest) != NULL;
    size_t plain = strspn(at, formula ? ")=+-()0123456789 " : ")");
    return plain >= rest ? value : 0;
}

/* «A», «B» before the first number. */
static bool is_column_letter(const char *cell, size_t index)
{
    size_t length = strlen(cell);
    cell = text_trim(cell, &length);
    return length == 1 && *cell == (char)('A' + index);
}

bool table_header_numbers(const struct table_header *header, const struct table_row *row)
{
    size_t last = 0, numbered = 0, blank = 0;
    for (size_t i = 0; i < row->count; i++) {
        size_t number = column_number(row->cells[i]);
        bool letter = last == 0 && is_column_letter(row->cells[i], i);
        if (table_cell_is_blank(row->cells[i]))
            blank++;
        else if (letter || number == last + 1)
            numbered++;
        else
            return false;
        last = number > 0 ? number : last;
    }
    return numbered > 2 && numbered + 1 + (blank > 1 ? blank - 1 : 0) >= header->width;
}
