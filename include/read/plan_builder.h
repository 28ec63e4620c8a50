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
#include "read/source.h"

#include <stdbool.h>

/* One of the plans. */
struct draft {
    struct plan *plan;
    const char *name;  /* by which its rows call it; NULL: none has */
    struct date *dues; /* of its first tasks, as their rows say */
    size_t due_count, due_capacity;
};

struct plan_builder {
    struct plan *plan; /* the first of the chain; the builder's maker frees it */
    const struct source *source;
    struct money_rules money; /* by which bare figures are read now */
    int64_t stated_unit;      /* by the document, in đồng; 0 where it states none */
    int64_t named_unit;       /* by the user, which counts before it; 0 where there is none */
    struct error_list *errors;
    bool keep_places;
    bool composed;            /* the cells are in Normalization Form C */
    column_set without;       /* cells that nobody asks for */
    const unsigned *sections; /* whose tasks are kept, by value, borrowed; NULL: all are */
    size_t section_count;
    const char *code; /* the last section code that was read, and its value */
    unsigned code_value;
    struct section *section; /* of the last row that names one, and its plan */
    const struct plan *section_plan;
    int year; /* of a plan that names none, 0 where the user gave none */
    struct draft *drafts;
    size_t draft_count, draft_capacity, current;
    struct pointer_map draft_of; /* their numbers by name */
    bool unnamed;                /* a row named no plan */
    struct pointer_map amounts;  /* budget cells that were read, by their text */
    struct budget *amount_list;
    size_t amount_count, amount_capacity;
};

/* Starts with the plan of that source, empty. */
void plan_builder_init(struct plan_builder *builder, const struct source *source,
                       struct error_list *errors);

/* The same for a part of what `whole` reads, by its rules. */
void plan_builder_init_part(struct plan_builder *part, const struct plan_builder *whole,
                            struct error_list *errors);

/*
 * What parts alone cannot tell, or do not fit together in: plan_read reads the whole again, and
 * nobody sees this error. Returns -1.
 */
int plan_builder_give_up(struct plan_builder *builder);

/* Frees what the builder holds besides the plans. */
void plan_builder_release(struct plan_builder *builder);

/*
 * The plan that a row belongs to, made where its name is new, with the first one's unknown columns;
 * NULL, and an error, where the rows of several plans do not all name theirs.
 */
struct plan *plan_builder_select(struct plan_builder *builder, const struct row *row);

/*
 * The draft that rows call so (NULL: those that name none). Where there is none, it is made of
 * `plan`, which joins the chain, else (NULL) of a new one. Good until the next is made.
 */
struct draft *plan_builder_draft(struct plan_builder *builder, const char *name, struct plan *plan);

/* Says what bare figures count, in đồng: what the document states, and what the user does. */
void plan_builder_state_unit(struct plan_builder *builder, int64_t unit);
void plan_builder_name_unit(struct plan_builder *builder, int64_t unit);

/* The text as a cell: trimmed, in NFC, stored once in the plan; NULL where blank. */
const char *plan_builder_cell(struct plan_builder *builder, const char *text, size_t length);

/* Whether tasks of a section are kept, by its value, or its code in the plan's memory. */
bool plan_builder_wants(const struct plan_builder *builder, unsigned section);
bool plan_builder_wants_code(struct plan_builder *builder, const char *code);

/* Adds an error at a cell of the row and returns -1. */
int plan_builder_error(struct plan_builder *builder, const struct row *row, int key,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds the row as a task of `section`; NULL: of the section that the row itself names. */
int plan_builder_add(struct plan_builder *builder, struct section *section, const struct row *row);

/* Whether a task may be numbered so: «2», «1.1», «1.a». */
bool plan_builder_is_number(const char *text);

/*
 * Ends the building: each plan gets its id, `id` where its rows name none, and its year, and its
 * schedules are read.
 */
void plan_builder_finish(struct plan_builder *builder, const char *id);

#endif
