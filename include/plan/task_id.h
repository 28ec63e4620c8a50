// SPDX-License-Identifier: MIT
/*
 * How sections, tasks and their milestones are called: «III. TITLE», «III.2», «PLAN:III.2»,
 * «V.1/2».
 */
#ifndef PLAN_TASK_ID_H
#define PLAN_TASK_ID_H

#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "plan/plan.h"

/*
 * An id taken apart; its strings are borrowed from the text. Which parts of its path are the
 * section's, only the plan's tasks tell.
 */
struct task_id {
    const char *plan; /* NULL where it names none */
    size_t plan_length;
    const char *path; /* «III.2», «A.I.2», «2» */
    size_t length;
    unsigned milestone; /* from 1; 0: the task itself */
};

/* Reads «III.2», «iii.2», «3.2», «PLAN:III.2», each with «/N» behind; false where it is none. */
bool task_id_parse(const char *text, struct task_id *id);

/* Whether a task may be numbered so: «2», «1.1», «1.a». */
bool task_number_is_valid(const char *text);

/* Whether the plan is the one it names; where it names none, any is. */
bool task_id_names_plan(const struct task_id *id, const struct plan *plan);

/* Whether the task is called so, its milestone aside. */
bool task_id_names(const struct task_id *id, const struct task *task);

/* Writes a task's id, with its plan before it where asked; a milestone from 1, 0 for none. */
void task_add_id(struct strbuf *out, const struct task *task, bool with_plan);
void task_add_milestone_id(struct strbuf *out, const struct task *task, bool with_plan,
                           unsigned milestone);

/* Appends a section's code and title, «III. TITLE»; «III» where the title is NULL. */
void section_add_name(struct strbuf *out, const char *code, const char *title);

/* A plan's tasks by their ids. Zeroed is empty; of tasks numbered alike it knows the first. */
struct task_index {
    struct arena keys;
    struct pointer_map numbers;
    struct pointer_map texts; /* ids that were read, by the pointer, in `found` */
    struct task_reference *found;
    size_t found_count, found_capacity;
};

struct task_reference {
    const struct task *task; /* NULL where the id names none */
    unsigned milestone;      /* from 1; 0: the task itself */
};

void task_index_init(struct task_index *index, const struct plan *plan);
void task_index_release(struct task_index *index);
const struct task *task_index_find(struct task_index *index, const struct plan *plan,
                                   const struct task_id *id);

/* What an id in full names. A text that stays where it is, as a journal's, is read but once. */
struct task_reference task_index_read(struct task_index *index, const struct plan *plan,
                                      const char *text);

#endif
