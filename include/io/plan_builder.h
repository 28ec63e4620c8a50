// SPDX-License-Identifier: MIT
/* A plan being built, row by row: one place makes tasks, so that every format means the same. */
#ifndef IO_PLAN_BUILDER_H
#define IO_PLAN_BUILDER_H

#include "io/row.h"
#include "io/source.h"
#include "plan/plan.h"

#include <stdbool.h>

struct plan_builder {
    struct plan *plan;
    const struct source *source;
    struct money_rules money; /* its unit is the header's */
    struct error_list *errors;
    bool keep_places;
    const char *row_plan; /* the plan that the rows name; NULL while none did */
    struct date *dues;    /* of the tasks so far, as their rows say */
    size_t due_capacity;
};

/* Frees what the builder holds besides the plan. */
void plan_builder_release(struct plan_builder *builder);

/* The text as a cell: trimmed, in NFC, stored once in the plan; NULL where blank. */
const char *plan_builder_cell(struct plan_builder *builder, const char *text, size_t length);

/* Adds an error at a cell of the row and returns -1. */
int plan_builder_error(struct plan_builder *builder, const struct row *row, int key,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds the row as a task of `section`; NULL: of the section that the row itself names. */
int plan_builder_add(struct plan_builder *builder, struct section *section, const struct row *row);

/* Whether a task may be numbered so: «2», «1.1», «1.a». */
bool plan_builder_is_number(const char *text);

/*
 * The year in which more than half of the rows' schedules are due when their due dates say: rows
 * that `list` wrote carry their year in no other way. 0 where they do not tell.
 */
int plan_builder_due_year(const struct plan_builder *builder);

#endif
