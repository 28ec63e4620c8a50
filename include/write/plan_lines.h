// SPDX-License-Identifier: MIT
/* The rows of an extract as an official table has them, whatever they are written to. */
#ifndef WRITE_PLAN_LINES_H
#define WRITE_PLAN_LINES_H

#include "write/plan_write.h"

/* One row: of the plan's table, or a section of a list, which has no row of its own. */
struct plan_line {
    const struct task *row;        /* NULL: the section's heading */
    const struct section *section; /* that the line begins, NULL if it begins none */
};

struct plan_lines {
    struct plan_line *items;
    size_t count, capacity;
};

/*
 * Fills the lines: all rows of a whole plan; of a part the tasks asked for, their groups, and the
 * remarks on these. The caller releases them.
 */
void plan_lines_init(struct plan_lines *lines, const struct plan_extract *extract);
void plan_lines_release(struct plan_lines *lines);

/* plan_line_is_group returns whether the line is a section's heading or a group of tasks;
 * plan_line_is_heading, whether it is such a line without cells but a title and perhaps an amount.
 */
bool plan_line_is_group(const struct plan_line *line);
bool plan_line_is_heading(const struct plan_line *line);

/* Returns the index of the first line after the one at `group` that is not below it, or the number
 * of lines. */
size_t plan_lines_end(const struct plan_lines *lines, size_t group);

#endif
