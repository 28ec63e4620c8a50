// SPDX-License-Identifier: MIT
/*
 * The plans of a file being built, row by row: one place makes tasks, so that every format means
 * the same. An official table is one plan; the rows of a list may name several.
 */
#ifndef READ_PLAN_BUILDER_H
#define READ_PLAN_BUILDER_H

#include "base/pointer_map.h"
#include "plan/plan.h"
#include "read/row.h"
#include "read/row_reader.h"
#include "read/source.h"
#include "read/split/projection.h"
#include "read/table/column_choice.h"

#include <stdbool.h>

/* A line of a table that is neither section nor task: of the footer, if none of them follows. */
struct footer_line {
    size_t offset;
    char *text; /* owned */
};

/* One of the plans. */
struct built_plan {
    struct plan *plan;
    const char *name;  /* by which its rows call it; NULL: none has */
    struct date *dues; /* of its first tasks, as their rows say */
    size_t due_count, due_capacity;
};

struct plan_builder {
    struct plan *plan; /* the first of the chain; the builder's maker frees it */
    const struct source *source;
    struct money_rules money; /* by which bare figures are read now */
    int64_t stated_unit;      /* by the document, in đồng; 0 if it states none */
    int64_t named_unit;       /* by the user, which counts before it; 0 if there is none */
    struct error_list *errors;
    struct role_choices choices; /* what the user says of an official table's columns; borrowed */
    bool keep_locations;
    bool composed; /* the cells are in Normalization Form C */
    struct projection projection;
    /* Reads the rows of a reader that can begin with any of them; NULL: rows are read one after
     * the other, from the first. Returns what plan_builder_read_rows returns. */
    int (*read_rows)(struct plan_builder *builder, const struct row_reader *reader);
    const char *last[COLUMN_COMPUTED]; /* the last cells that were not blank: they repeat */
    const char *code;                  /* the last section code that was read, and its value */
    unsigned code_value;
    struct section *section; /* of the last row that names one, and its plan */
    const struct plan *section_plan;
    int year; /* of a plan that names none, 0 if the user gave none */
    struct built_plan *built_plans;
    size_t built_count, built_capacity, current;
    struct pointer_map built_of; /* their numbers by name */
    bool unnamed;                /* a row named no plan */
    struct pointer_map amounts;  /* budget cells that were read, by their text */
    struct budget *amount_list;
    size_t amount_count, amount_capacity;
    struct footer_line *footer_lines;
    size_t footer_line_count, footer_line_capacity;
};

/* Starts with the plan of that source, empty. */
void plan_builder_init(struct plan_builder *builder, const struct source *source,
                       struct error_list *errors);

/* Starts with the rules and the unknown columns of another. */
void plan_builder_init_like(struct plan_builder *builder, const struct plan_builder *other,
                            struct error_list *errors);

/* Frees what the builder holds besides the plans. */
void plan_builder_release(struct plan_builder *builder);

/*
 * Returns the plan that a row names. The first name is given to the first plan; each further name
 * makes a new plan with the first one's unknown columns. Returns NULL, with an error, if the rows
 * name several plans and some rows name none.
 */
struct plan *plan_builder_select(struct plan_builder *builder, struct row *row);

/*
 * Returns the plan that has this name, or the first plan if `name` is NULL. The first new name is
 * given to the first plan, if that has none yet. Any other new name makes a plan: `plan`, which is
 * put at the end of the chain, or a new one if `plan` is NULL. The pointer is valid until the next
 * plan is made.
 */
struct built_plan *plan_builder_find(struct plan_builder *builder, const char *name,
                                     struct plan *plan);

/* Says what bare figures count, in đồng: what the document states, and what the user does. */
void plan_builder_state_unit(struct plan_builder *builder, int64_t unit);
void plan_builder_name_unit(struct plan_builder *builder, int64_t unit);

/* Returns the text as a cell: trimmed, in NFC, stored once in the plan; NULL if blank. */
const char *plan_builder_cell(struct plan_builder *builder, const char *text, size_t length);

/* Returns the value of a section's code, which is in the plan's memory; 0 if it is not one. */
unsigned plan_builder_section_value(struct plan_builder *builder, const char *code);

/* Returns the cells in a plan's unknown columns, as they stand, stored; NULL if all are blank. */
const struct extra_cells *plan_builder_extras(struct plan_builder *builder,
                                              const char *const *cells, size_t count);

/* Adds an error at a cell of the row and returns -1. */
int plan_builder_error(struct plan_builder *builder, const struct row *row, int key,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));

/*
 * Adds a list's row as a task of the section that it names. Its cells become those that the plan
 * has stored. A task that nobody asks for is only checked.
 */
int plan_builder_add(struct plan_builder *builder, struct row *row);

/*
 * Do the same for a row of a tree, in steps: the first makes it from its cells, which become those
 * that the plan has stored; the second reads its amount; the third makes it the plan's next task.
 */
struct task *plan_builder_make_row(struct plan_builder *builder, struct row *row);
int plan_builder_read_amount(struct plan_builder *builder, const struct row *row,
                             struct task *task);
int plan_builder_append_task(struct plan_builder *builder, const struct row *row,
                             struct task *task);

/*
 * Has the rows of a reader read into the builder, in ranges of any number. Returns 0, or another
 * value, which the caller returns in turn: -1 with what is wrong in the builder's errors, or what
 * builder->read_rows says.
 */
int plan_builder_read_rows(struct plan_builder *builder, const struct row_reader *reader);

/* Adds a line of the footer, and takes over its text. */
void plan_builder_add_footer_line(struct plan_builder *builder, struct footer_line line);

/*
 * Ends the building: reads the schedules and gives each plan its year and its id, which is `id` if
 * its rows name none.
 */
void plan_builder_finish(struct plan_builder *builder, const char *id);

#endif
