// SPDX-License-Identifier: MIT
/*
 * A row of a plan, whatever it comes from: a table's row, a line of JSON, a task of a JSON
 * document. One place turns it into a task, so that every format means the same by a cell.
 */
#ifndef IO_ROW_H
#define IO_ROW_H

#include "io/source.h"
#include "plan/plan.h"

/* The columns that are known; the first are a task's own cells, in the order of task_field. */
enum row_key {
    ROW_TITLE,
    ROW_OUTPUT,
    ROW_LEAD,
    ROW_COORDINATING,
    ROW_SCHEDULE,
    ROW_BUDGET,
    ROW_NUMBER,
    ROW_ID,
    ROW_SECTION,
    ROW_SECTION_TITLE,
    ROW_PLAN,
    ROW_BUDGET_VND,
    ROW_DUE,
    ROW_SCHEDULE_KIND, /* from here on: what `list` derives, read again and not kept */
    ROW_START,
    ROW_STATUS,
    ROW_PERCENT,
    ROW_SPENT_VND,
    ROW_KEYS
};

/* "title", "output" …: the columns of `list --format csv`, then NULL. */
extern const char *const row_key_names[ROW_KEYS + 1];

/*
 * The key that a header cell names, by its English name or one of data/columns.csv; -1 for none.
 * Case, marks, white space, punctuation and what stands in parentheses do not count.
 */
struct column_names;

struct column_names *column_names_new(void); /* the caller frees it with column_names_free */
void column_names_free(struct column_names *names);
int column_names_find(const struct column_names *names, const char *heading);

/* One row. A cell is trimmed and in NFC, NULL where blank; the strings are the plan's. */
struct row {
    const char *cells[ROW_KEYS];
    size_t line;
    char decimal_mark; /* of the budget cell, where its format fixes it; else 0 */
    /* Where a cell stands, for errors; `key` may be one that the row does not have. */
    void (*locate)(const struct row *row, int key, size_t *line, size_t *column);
    const void *context; /* of locate */
};

/* A plan being built. */
struct plan_builder {
    struct plan *plan;
    const struct source *source;
    struct money_rules money;
    struct error_list *errors;
    int due_year;         /* of every row's due date so far; -1 where they differ */
    const char *row_plan; /* the plan that the rows name */
};

/* The text as a cell: trimmed, in NFC, stored once in the plan; NULL where blank. */
const char *plan_builder_cell(struct plan_builder *builder, const char *text, size_t length);

/* Adds an error at a cell of the row and returns -1. */
int row_error(struct plan_builder *builder, const struct row *row, int key, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Adds the row as a task of `section`; NULL: of the section that the row itself names. */
int plan_builder_add(struct plan_builder *builder, struct section *section, const struct row *row);

#endif
