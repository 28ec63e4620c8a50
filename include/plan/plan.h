// SPDX-License-Identifier: MIT
/*
 * A plan in memory. A loader builds it with plan_new, plan_add_section, plan_add_task and
 * plan_finish; from then on it is read only. A blank cell is NULL, never "".
 *
 * A file may hold several plans: they are a chain by `next`. The first owns one arena for all of
 * them: sections, tasks and every string live until plan_free.
 */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "base/arena.h"
#include "base/error.h"
#include "base/roman.h"
#include "plan/budget.h"
#include "plan/field.h"
#include "plan/plan_year.h"
#include "plan/schedule/schedule.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What few rows have, and few readers ask for. */
struct extra_cells {
    const char *mark; /* of a list's row: NULL where it is its number */
    const char *
        *cells; /* in the plan's extra columns: the first `count` of them, NULL where blank */
    size_t count;
    /* Where a task's cells stand, by task_field, and last its number: NULL unless the reader was
       asked. */
    const struct place *places;
};

/* Where a section's title and its declared budget stand; zeroed where the reader was not asked. */
struct section_places {
    struct place title, budget;
};

struct section {
    const char *code;  /* as written: «III», below a part «A.III»; "" for rows of none */
    const char *title; /* NULL where the document has lost it */
    const char *declared_budget; /* a subtotal in its row, in words; NULL where it has none */
    const struct extra_cells *extra;
    const struct plan *plan;
    unsigned value;         /* of the code: 3 */
    unsigned line;          /* in its file */
    const struct task *row; /* that it is in the table; NULL in a list */
    const struct section_places *places;
};

/* Stands in a task's text for a cell that nobody asked for: it is neither blank nor what the file
   has. */
extern const char task_text_skipped[];

/* What a row of the table is. Only tasks count. */
enum row_kind {
    ROW_TASK,
    ROW_GROUP,  /* has rows below it: a part, a section, a task with sub-tasks */
    ROW_REMARK, /* words that belong to the row above them */
    ROW_GOAL,   /* «Mục tiêu: …» */
    ROW_TOTAL,  /* «Cộng mục I», «Tổng cộng» */
    ROW_KINDS
};

/* Where a row stands in its table's tree; see plan/tree.h. */
struct tree_place {
    enum row_kind kind;
    const char *mark;         /* as written: «a)»; NULL where it has none */
    const char *code;         /* what of an id its mark gives: «a»; NULL: nothing */
    struct task *group;       /* the row that it stands below, NULL: at the top */
    unsigned inherited;       /* cells that are its group's: a bit for each task_field */
    const struct task *cover; /* the group whose amount stands for its own; NULL: its own counts */
    unsigned level, number;   /* an enum mark_kind; its place among the rows beside it, from 1 */
    unsigned leaves;          /* of a group: the tasks below it, from the plan's `index` on */
    bool is_part;             /* a group whose rows are sections */
    bool is_taken;            /* a group whose time is that of some task below it */
};

struct task {
    const struct section *section;
    const char *number; /* as written: «2» */
    const char *text[TASK_FIELDS];
    const struct schedule *schedule; /* read from the cell by plan_finish */
    struct budget budget;
    const struct extra_cells *extra;
    struct tree_place *tree; /* NULL for a row of a list */
    unsigned line;
    unsigned index; /* its place in the plan's tasks; how many stand before it, if it is none */
};

/* Where the footer's words stand; zeroed where the reader was not asked. */
struct declared_places {
    struct place tasks, budget;
};

/* A column of the table that a plan was read from. */
struct plan_column {
    const char *heading; /* the headings above it before its own; NULL where blank */
    const char *role;    /* what it is taken for, as --role has it; NULL: it is kept as it is */
    size_t extra;        /* its place among extra_names, SIZE_MAX where it has none */
    bool is_part;        /* money of one source, of which the budget is the sum */
    struct place place;
};

struct plan {
    const char *path; /* as the user gave it, for messages; borrowed */
    const char *id, *title, *organisation;
    int year;          /* 0 where neither the document nor the user says */
    int64_t unit;      /* of a bare budget figure, in đồng */
    bool has_unit;     /* the document says so, the user, or an exact amount beside each figure */
    char decimal_mark; /* of its figures, as the user said; else 0 */
    struct {
        const char *tasks, *budget; /* the footer's own words, NULL where it has none */
        const struct declared_places *places;
    } declared;
    const char **preamble, **footer; /* the lines around the table, as one text each */
    size_t preamble_count, preamble_capacity, footer_count, footer_capacity;
    const char **extra_names; /* columns that are kept though their meaning is not known */
    size_t extra_count, extra_capacity;
    const struct plan_column *columns; /* of an official table, in order; in the arena */
    size_t column_count;
    struct section **sections; /* in the document's order, as are the tasks */
    size_t section_count, section_capacity;
    struct task **tasks;
    size_t task_count, task_capacity;
    struct task **rows; /* what stands in the table beside its tasks, in its order */
    size_t row_count, row_capacity;
    struct arena *arena; /* the chain's */
    struct plan *next;   /* of the same file, NULL for the last */
    size_t file;         /* its number among several files; who reads them counts */
    bool shares_id;      /* another of all these plans has its id, found out there too */
    size_t number;       /* its place among all plans of all files, counted there too */
};

/* The caller frees it with plan_free, which takes NULL. `path` is borrowed for the plan's life. */
struct plan *plan_new(const char *path);

/* Frees the whole chain, from its first plan. */
void plan_free(struct plan *plan);

/* One more plan of the chain that `last` is the end of. */
struct plan *plan_append(struct plan *last);

/*
 * A section code typed or written as «III», «iii», «3», «A» or, below a part, «A.III»; 0 where it
 * is none of these, and for "", the section of rows that have none.
 */
unsigned section_value(const char *code);

/* The bits of a value that are the section's own; its part's stand above them. */
#define SECTION_OWN_VALUE 0xFFFFU

/* Whether a section, by its value, is one that was asked for: «III» is any part's. */
bool section_value_matches(unsigned value, unsigned asked);

/* The code as an official table has it, a numeral: «II» for a section that a list calls «2». */
const char *section_numeral(char buffer[ROMAN_SIZE], const struct section *section);

/* Whether some row of a plan has a cell: whether its table needs the column. */
bool plan_has_cell(const struct plan *plan, enum task_field cell);

/* What is added begins zeroed; the strings must live in the plan's arena. */
struct section *plan_add_section(struct plan *plan, const char *code, const char *title);
void plan_add_line(struct plan *plan, bool below, const char *line);
struct section *plan_find_section(const struct plan *plan, unsigned value);
struct task *plan_add_task(struct plan *plan, const struct section *section, const char *number);

/* A row without cells, and one that it becomes the next task of the plan. */
extern const struct task task_blank;
void plan_place_task(struct plan *plan, struct task *task);

/* One more row beside the tasks, which is in the plan's memory. */
void plan_add_row(struct plan *plan, struct task *row);

/* Reads the schedules of a chain, from its first plan, once the years are known. */
void plan_finish(struct plan *plan);

/* Figures within the numbers by value, the rest by byte: «2» before «10», «1.2» before «1.10». */
int task_number_compare(const char *a, const char *b);

/* Order by value: IX before X, VII.2 before VII.10; plans in the order given. */
int task_compare(const struct task *a, const struct task *b);

#endif
