// SPDX-License-Identifier: MIT
/*
 * A plan in memory. A loader builds it with plan_new, plan_add_section, plan_add_task and
 * plan_finish; from then on it is read only. A blank cell is NULL, never "".
 *
 * The plans of one file are a chain by `next`. The first owns one arena for all of them: sections,
 * tasks and every string live until plan_free.
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

/* Cells that few rows have and few readers need. */
struct extra_cells {
    const char *mark;   /* of a row in a list; NULL if it is the row's number */
    const char **cells; /* in the plan's extra columns: the first `count` cells, NULL if blank */
    size_t count;
    /* The locations of a task's cells, by task_field, and then of its number. NULL unless the
     * reader was asked to keep locations. */
    const struct location *locations;
};

/*
 * The locations of a section's title and declared budget; zeroed unless the reader was asked for
 * them.
 */
struct section_locations {
    struct location title, budget;
};

struct section {
    const char *code;  /* as written: «III», in a part «A.III»; "" for rows without a section */
    const char *title; /* NULL if the document does not have it */
    const char *declared_budget; /* the subtotal in its row, as written, or NULL */
    const struct extra_cells *extra;
    const struct plan *plan;
    unsigned value;         /* of the code, see section_value */
    unsigned line;          /* in its file */
    const struct task *row; /* its row in the table; NULL in a list */
    const struct section_locations *locations;
};

/* The text of a cell that was not read because nobody asked for it: it is neither blank nor the
 * file's text. */
extern const char task_text_skipped[];

/* The kinds of rows in a table. Only tasks count. */
enum row_kind {
    ROW_TASK,
    ROW_GROUP,  /* has rows below it: a part, a section, a task with sub-tasks */
    ROW_REMARK, /* a remark on the row above it */
    ROW_GOAL,   /* «Mục tiêu: …» */
    ROW_TOTAL,  /* «Cộng mục I», «Tổng cộng» */
    ROW_KINDS
};

/* A row in its table's tree; see plan/tree.h. */
struct tree_node {
    enum row_kind kind;
    const char *mark;         /* as written: «a)»; NULL if it has none */
    const char *code;         /* the part of an id that its mark gives: «a»; NULL: none */
    struct task *group;       /* the row that it is below; NULL at the top */
    unsigned inherited;       /* cells taken from its group: one bit per task_field */
    const struct task *cover; /* the group whose amount counts instead; NULL: its own counts */
    unsigned level, number;   /* an enum mark_kind; its position among its siblings, from 1 */
    unsigned leaves;          /* of a group: its number of tasks, from the plan's `index` on */
    bool is_part;             /* a group whose rows are sections */
    bool is_taken;            /* a group whose schedule a task below it has inherited */
};

struct task {
    const struct section *section;
    const char *number; /* as written: «2» */
    const char *text[TASK_FIELDS];
    const struct schedule *schedule; /* read from the cell by plan_finish */
    struct budget budget;
    const struct extra_cells *extra;
    struct tree_node *tree; /* NULL for a row of a list */
    unsigned line;
    unsigned index; /* in the plan's tasks; for other rows, the number of tasks before it */
};

/* The locations of the footer's statements; zeroed unless the reader was asked for them. */
struct declared_locations {
    struct location tasks, budget;
};

/* A column of the table that a plan was read from. */
struct plan_column {
    const char *heading; /* its heading, after the headings above it; NULL if blank */
    const char *role;    /* its meaning, as in --role; NULL: it is kept as it is */
    size_t extra;        /* its index in extra_names, or SIZE_MAX */
    bool is_part;        /* money of one source, a part of the budget */
    struct location location;
};

struct plan {
    const char *path; /* as the user gave it, for messages; borrowed */
    const char *id, *title, *organisation;
    int year;          /* 0 if neither the document nor the user says */
    int64_t unit;      /* in đồng, of budget figures without a unit */
    bool has_unit;     /* given by the document, the user, or exact amounts next to the figures */
    char decimal_mark; /* of its figures, if the user named one; else 0 */
    struct {
        const char *tasks, *budget; /* the footer's own words, or NULL */
        const struct declared_locations *locations;
    } declared;
    const char **preamble, **footer; /* the lines above and below the table */
    size_t preamble_count, preamble_capacity, footer_count, footer_capacity;
    const char **extra_names; /* headings of kept columns without a known meaning */
    size_t extra_count, extra_capacity;
    const struct plan_column *columns; /* of an official table, in order; in the arena */
    size_t column_count;
    struct section **sections; /* in the document's order, as the tasks are */
    size_t section_count, section_capacity;
    struct task **tasks;
    size_t task_count, task_capacity;
    struct task **rows; /* the table's other rows, in order */
    size_t row_count, row_capacity;
    struct arena *arena; /* of the whole chain */
    struct plan *next;   /* the next plan of the same file, or NULL */
    size_t file;         /* the number of its file; set by whoever reads several files */
    bool shares_id;      /* another plan of all files has the same id; set there too */
    size_t number;       /* its index among all plans of all files; set there too */
};

/* Returns a plan that the caller frees with plan_free. `path` is borrowed for the plan's life. */
struct plan *plan_new(const char *path);

/* Frees the whole chain, given its first plan. Takes NULL. */
void plan_free(struct plan *plan);

/* Adds a plan to the end of a chain, given its last plan. */
struct plan *plan_append(struct plan *last);

/* Returns the value of a section code («III», «iii», «3», «A», in a part «A.III»), which orders
 * sections. Returns 0 if it is not a code, and for "", the section of rows that have none. */
unsigned section_value(const char *code);

/* The bits of a value that are the section's own; those of its part are above them. */
#define SECTION_OWN_VALUE 0xFFFFU

/* Returns whether a section's value matches one that was asked for: «III» matches in any part. */
bool section_value_matches(unsigned value, unsigned asked);

/* Returns the code with a Roman numeral, as official tables have it: «II» for «2» in a list. The
 * result may lie in `buffer`. */
const char *section_numeral(char buffer[ROMAN_SIZE], const struct section *section);

/* Returns whether any row has the cell, so that a table needs its column. */
bool plan_has_cell(const struct plan *plan, enum task_field cell);

/* Add an item, zeroed but for what is given; its strings must live in the plan's arena.
 * plan_find_section returns NULL if no section has the value. */
struct section *plan_add_section(struct plan *plan, const char *code, const char *title);
void plan_add_line(struct plan *plan, bool below, const char *line);
struct section *plan_find_section(const struct plan *plan, unsigned value);
struct task *plan_add_task(struct plan *plan, const struct section *section, const char *number);

/* task_blank is a row without cells. plan_append_task makes a row the plan's next task. */
extern const struct task task_blank;
void plan_append_task(struct plan *plan, struct task *task);

/* Adds a row that is not a task and lives in the plan's arena. */
void plan_add_row(struct plan *plan, struct task *row);

/* Reads the schedules of a chain, given its first plan, once the years are known. */
void plan_finish(struct plan *plan);

/* Compares digits by value and the rest by byte: «2» before «10», «1.2» before «1.10». */
int task_number_compare(const char *a, const char *b);

/* Compares section and number by value: IX before X, VII.2 before VII.10. Ignores the plan. */
int task_compare(const struct task *a, const struct task *b);

#endif
