// SPDX-License-Identifier: MIT
#include "view/records/records.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void records_release(struct records *records)
{
    free((void *)records->columns);
    free((void *)records->rows);
    records->columns = NULL;
    records->rows = NULL;
    records->column_count = records->row_count = 0;
}

void records_set_rows(struct records *records, const void *rows, size_t count, size_t size)
{
    records->rows = memory_alloc(count * sizeof *records->rows);
    records->row_count = count;
    for (size_t i = 0; i < count; i++)
        records->rows[i] = (const char *)rows + i * size;
}

static int no_such_column(const struct column_table *table, const char *name, struct error *error)
{
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    for (const struct column *column = column_table_at(table, 0); column != NULL;
         column = column_table_at(table, count)) {
        names = memory_grow((void *)names, count + 1, &capacity, sizeof *names);
        names[count++] = column->name;
    }
    names[count] = NULL;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    error_set(error, ERROR_USAGE, "no column «%s»%s", text_quote(quoted, name, strlen(name)),
              suggest_among(hint, name, names));
    free(names);
    return -1;
}

static void add_column(struct records *records, const struct column *column)
{
    records->columns = memory_resize((void *)records->columns, records->column_count + 1,
                                     sizeof *records->columns);
    records->columns[records->column_count++] = column;
}

static bool has_column(const struct records *records, const struct column *column)
{
    for (size_t i = 0; i < records->column_count; i++)
        if (records->columns[i] == column)
            return true;
    return false;
}

static int add_named(struct records *records, const struct column_table *table, const char *name,
                     struct error *error)
{
    const struct column *column = column_find(table, name);
    for (size_t i = 0; i < records->more_count && column == NULL; i++)
        if (text_compare(records->more[i].name, name) == 0)
            column = &records->more[i];
    if (column == NULL)
        return no_such_column(table, name, error);
    if (has_column(records, column))
        return error_set(error, ERROR_USAGE, "column «%s» twice", column->name);
    add_column(records, column);
    return 0;
}

static int add_all_named(struct records *records, const struct column_table *table,
                         const char *names, struct error *error)
{
    int status = 0;
    for (char *name; status == 0 && (name = text_take_item(&names)) != NULL; free(name))
        status = add_named(records, table, name, error);
    return status;
}

int records_choose(struct records *records, const struct column_table *table, const char *names,
                   const struct row_format *format, struct error *error)
{
    if (names == NULL && format->for_people)
        names = table->shown;
    if (names != NULL && strcmp(names, "all") != 0)
        return add_all_named(records, table, names, error);
    const struct column *column;
    for (size_t i = 0; (column = column_table_at(table, i)) != NULL; i++)
        if (names != NULL || !column->table_only)
            add_column(records, column);
    for (size_t i = 0; i < records->more_count; i++)
        add_column(records, &records->more[i]);
    return 0;
}

/* A row and what it is ordered by, taken once: texts are folded, and equal ones are one pointer. */
struct sort_key {
    const void *row;
    struct value value;
};

struct order {
    const struct column *column;
    bool reverse;
};

static struct sort_key *sort_keys(const struct records *records, const struct column *column,
                                  struct arena *arena)
{
    struct sort_key *keys = memory_alloc(records->row_count * sizeof *keys);
    struct strbuf scratch = {0}, folded = {0};
    for (size_t i = 0; i < records->row_count; i++) {
        strbuf_clear(&scratch);
        keys[i] =
            (struct sort_key){records->rows[i], column_value(column, records->rows[i], &scratch)};
        struct value *value = &keys[i].value;
        if (value->kind != VALUE_TEXT || column->compare != NULL)
            continue;
        strbuf_clear(&folded);
        text_fold(&folded, value->text, strlen(value->text));
        value->text = arena_intern(arena, strbuf_text(&folded), folded.length);
    }
    strbuf_release(&scratch);
    strbuf_release(&folded);
    return keys;
}

static int compare_values(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->kind == VALUE_TEXT)
        return a->text != b->text ? strcmp(a->text, b->text) : 0;
    if (a->kind == VALUE_DATE)
        return date_compare(a->date, b->date);
    return (a->number > b->number) - (a->number < b->number);
}

static int compare_keys(const struct sort_key *a, const struct sort_key *b,
                        const struct order *order)
{
    if (a->value.kind == VALUE_NONE || b->value.kind == VALUE_NONE)
        return (a->value.kind == VALUE_NONE) - (b->value.kind == VALUE_NONE);
    if (order->column->compare != NULL)
        return order->column->compare(a->row, b->row, order->reverse);
    int result = compare_values(&a->value, &b->value);
    return order->reverse ? -result : result;
}

/* Merge sort: what is alike keeps its order, which qsort does not promise. */
static void sort_rows(struct sort_key *keys, struct sort_key *spare, size_t count,
                      const struct order *order)
{
    if (count < 2)
        return;
    size_t half = count / 2, i = 0, j = half;
    sort_rows(keys, spare, half, order);
    sort_rows(keys + half, spare, count - half, order);
    for (size_t k = 0; k < count; k++) {
        bool right = i == half || (j < count && compare_keys(&keys[i], &keys[j], order) > 0);
        spare[k] = right ? keys[j++] : keys[i++];
    }
    memcpy(keys, spare, count * sizeof *keys);
}

int records_sort(struct records *records, const struct column_table *table, const char *name,
                 bool reverse, struct error *error)
{
    struct order order = {.column = column_find(table, name), .reverse = reverse};
    if (order.column == NULL)
        return no_such_column(table, name, error);
    struct arena arena = {0};
    struct sort_key *keys = sort_keys(records, order.column, &arena);
    struct sort_key *spare = memory_alloc(records->row_count * sizeof *spare);
    sort_rows(keys, spare, records->row_count, &order);
    for (size_t i = 0; i < records->row_count; i++)
        records->rows[i] = keys[i].row;
    free(keys);
    free(spare);
    arena_release(&arena);
    return 0;
}

void records_write(const struct records *records, const struct row_format *format,
                   const struct style *style, FILE *out)
{
    enum lang lang = message_lang();
    if (!format->for_people)
        message_use(LANG_EN);
    format->write(records, style, out);
    message_use(lang);
}
