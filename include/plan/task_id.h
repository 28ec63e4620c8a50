// SPDX-License-Identifier: MIT
/* The names of sections, tasks and milestones: «III. TITLE», «III.2», «PLAN:III.2», «V.1/2». */
#ifndef PLAN_TASK_ID_H
#define PLAN_TASK_ID_H

#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "plan/plan.h"

/* The parts of an id, borrowed from its text. Only the plan's tasks tell which parts of the path
 * are the section's. */
struct task_id {
    const char *plan; /* NULL if it names no plan */
    size_t plan_length;
    const char *path; /* «III.2», «A.I.2», «2» */
    size_t length;
    unsigned milestone; /* from 1; 0: the task itself */
};

/* Reads «III.2», «iii.2», «3.2» or «PLAN:III.2», each perhaps with «/N». Returns false if the text
 * is not an id. */
bool task_id_parse(const char *text, struct task_id *id);

/* Returns whether a task may have this number: «2», «1.1», «1.a». */
bool task_number_is_valid(const char *text);

/* Returns whether the id names this plan, or none. */
bool task_id_names_plan(const struct task_id *id, const struct plan *plan);

/* Returns whether the id names this task; its milestone is ignored. */
bool task_id_names(const struct task_id *id, const struct task *task);

/* Append a task's id; `with_plan` puts its plan's before it. `milestone` is from 1; 0: none. */
void task_add_id(struct strbuf *out, const struct task *task, bool with_plan);
void task_add_milestone_id(struct strbuf *out, const struct task *task, bool with_plan,
                           unsigned milestone);

/* Appends a section's code and title: «III. TITLE»; «III» if the title is NULL. */
void section_add_name(struct strbuf *out, const char *code, const char *title);

/*
 * Finds a plan's tasks by their ids. Of several tasks with one id it knows the first.
 * task_index_init fills it, task_index_release frees it; task_index_find returns NULL if no task
 * has the id, and ignores the plan in it.
 */
struct task_index {
    struct arena keys;
    struct pointer_map numbers;
    struct pointer_map texts; /* indexes into `found` of ids that were read, by their pointer */
    struct task_reference *found;
    size_t found_count, found_capacity;
};

struct task_reference {
    const struct task *task; /* NULL if the id names none */
    unsigned milestone;      /* from 1; 0: the task itself */
};

void task_index_init(struct task_index *index, const struct plan *plan);
void task_index_release(struct task_index *index);
const struct task *task_index_find(struct task_index *index, const struct plan *plan,
                                   const struct task_id *id);

/* Reads an id and returns the task that it names. The text must stay unchanged at its address, as a
 * journal's does: each is read only once. */
struct task_reference task_index_read(struct task_index *index, const struct plan *plan,
                                      const char *text);

#endif
