// SPDX-License-Identifier: MIT
#include "plan/next_year/draft.h"

#include "base/memory.h"
#include "base/pointer_map.h"
#include "base/text.h"
#include "plan/mark.h"
#include "plan/next_year/year_words.h"
#include "plan/task_id.h"
#include "plan/tree.h"

#include <stdlib.h>
#include <string.h>

/* Adjacent rows of one kind: their marks, which are handed out again in order. */
struct sequence {
    const char **marks;
    size_t count, capacity, given;
};

struct drafter {
    const struct plan *old;
    struct plan *plan;
    struct draft *draft;
    const struct query *query;
    const struct progress *progress;
    struct year_change years;
    struct pointer_map kept; /* from an old row that is kept to its index in `copies` */
    struct task **copies;
    size_t copy_count, copy_capacity;
    struct pointer_map sequence_of; /* by a key of the group and the kind of mark */
    struct sequence *sequences;
    size_t sequence_count, sequence_capacity;
    bool runs_on[MARK_NONE + 1]; /* whether marks of a kind continue from group to group */
    struct strbuf text;
};

static const char *finish_text(struct drafter *d)
{
    const char *kept = arena_intern(d->plan->arena, strbuf_text(&d->text), d->text.length);
    strbuf_clear(&d->text);
    return kept;
}

static bool is_section(const struct task *row)
{
    return row_kind(row) == ROW_GROUP &&
           (row->tree->is_part || (row->section != NULL && row->section->row == row));
}

/* ---- Rows that are kept ---- */

static bool task_goes_on(const struct drafter *d, const struct task *task)
{
    enum task_status status = progress_status(d->progress, task);
    bool yearly =
        task->schedule->kind == SCHEDULE_YEAR_ROUND || task->schedule->kind == SCHEDULE_RECURRING;
    return query_matches(d->query, task, d->progress) && status != TASK_CANCELLED &&
           (yearly || status != TASK_DONE);
}

static bool goes_on(struct drafter *d, const struct task *row)
{
    const struct task *group = row_group(row);
    switch (row_kind(row)) {
    case ROW_TASK:
        return task_goes_on(d, row);
    case ROW_GROUP:
        if (is_section(row) && d->query->count == 0)
            return true;
        for (size_t i = 0; i < row->tree->leaves; i++)
            if (task_goes_on(d, d->old->tasks[row->index + i]))
                return true;
        return false;
    case ROW_TOTAL:
        return false;
    default:
        return group != NULL ? *pointer_map_at(&d->kept, group) != POINTER_MAP_NONE
                             : d->query->count == 0;
    }
}

/* ---- Marks ---- */

static unsigned level_of(const struct task *row)
{
    return row->tree != NULL ? row->tree->level : MARK_NUMBER;
}

static bool is_numbered(const struct task *row)
{
    bool node = row_kind(row) == ROW_TASK || row_kind(row) == ROW_GROUP;
    return node && !is_section(row) && row_mark(row) != NULL;
}

/* Returns the rows that a row is numbered with; only rows with a mark are numbered. */
static struct sequence *sequence_of(struct drafter *d, const struct task *row)
{
    const void *group = row->tree != NULL ? (const void *)row->tree->group : row->section;
    unsigned level = level_of(row);
    strbuf_addf(&d->text, "%p %u", d->runs_on[level] ? NULL : group, level);
    size_t *index = pointer_map_at(&d->sequence_of, finish_text(d));
    if (*index == POINTER_MAP_NONE) {
        *index = d->sequence_count;
        d->sequences = memory_grow(d->sequences, d->sequence_count, &d->sequence_capacity,
                                   sizeof *d->sequences);
        d->sequences[d->sequence_count++] = (struct sequence){0};
    }
    return &d->sequences[*index];
}

/* Finds the kinds of marks that continue through the table: 1 to 4 in one section, 5 to 9 in the
 * next. */
static void find_what_runs_on(struct drafter *d)
{
    unsigned last[MARK_NONE + 1] = {0};
    const void *group[MARK_NONE + 1] = {0};
    bool several[MARK_NONE + 1] = {0}, falls[MARK_NONE + 1] = {0};
    struct tree_walk walk = {0};
    for (const struct task *row; (row = tree_next(d->old, &walk)) != NULL;) {
        struct mark mark;
        unsigned level = level_of(row);
        if (!is_numbered(row))
            continue;
        bool read = mark_read(row_mark(row), &mark) && mark.depth <= 1 && mark.value > 0;
        const void *own = row->tree != NULL ? (const void *)row->tree->group : row->section;
        several[level] |= last[level] > 0 && own != group[level];
        falls[level] |= !read || mark.value <= last[level];
        last[level] = read ? mark.value : last[level];
        group[level] = own;
    }
    for (int level = 0; level <= MARK_NONE; level++)
        d->runs_on[level] = several[level] && !falls[level];
}

static void note_marks(struct drafter *d)
{
    find_what_runs_on(d);
    struct tree_walk walk = {0};
    for (const struct task *row; (row = tree_next(d->old, &walk)) != NULL;) {
        if (!is_numbered(row))
            continue;
        struct sequence *sequence = sequence_of(d, row);
        sequence->marks = memory_grow((void *)sequence->marks, sequence->count, &sequence->capacity,
                                      sizeof *sequence->marks);
        sequence->marks[sequence->count++] = row_mark(row);
    }
}

/* Changes «2.1» if the group above was 2 and is now 1. */
static const char *move_prefix(struct drafter *d, const char *text, const struct task *old_group,
                               const struct task *new_group)
{
    struct mark mark, old, new;
    if (old_group == NULL || new_group == NULL || row_mark(old_group) == NULL ||
        !mark_read(text, &mark) || !mark_read(row_mark(old_group), &old) ||
        !mark_read(row_mark(new_group), &new))
        return text;
    bool prefixed = old.length > 0 && mark.length > old.length && mark.code[old.length] == '.' &&
                    strncmp(mark.code, old.code, old.length) == 0;
    if (!prefixed)
        return text;
    strbuf_add(&d->text, text, (size_t)(mark.code - text));
    strbuf_add(&d->text, new.code, new.length);
    strbuf_adds(&d->text, mark.code + old.length);
    return finish_text(d);
}

static const char *next_mark(struct drafter *d, const struct task *row, const struct task *group)
{
    if (!is_numbered(row))
        return row_mark(row);
    struct sequence *sequence = sequence_of(d, row);
    return move_prefix(d, sequence->marks[sequence->given++], row_group(row), group);
}

/* ---- Rows ---- */

static struct task *copy_of(struct drafter *d, const struct task *row)
{
    size_t index = row != NULL ? *pointer_map_at(&d->kept, row) : POINTER_MAP_NONE;
    return index != POINTER_MAP_NONE ? d->copies[index] : NULL;
}

static void copy_extra(struct drafter *d, struct task *copy, const struct task *row)
{
    size_t count = d->old->extra_count;
    struct extra_cells *extra = arena_alloc(d->plan->arena, sizeof *extra);
    const char **cells = arena_alloc(d->plan->arena, (count + 1) * sizeof *cells);
    for (size_t i = 0; i < row->extra->count; i++)
        cells[i] = row->extra->cells[i];
    if (row_kind(row) == ROW_TASK) {
        strbuf_addf(&d->text, "%s:", d->old->id);
        task_add_id(&d->text, row, false);
        cells[count] = finish_text(d);
    }
    *extra = (struct extra_cells){.cells = cells, .count = count + 1};
    copy->extra = extra;
}

static void move_schedule(struct drafter *d, struct task *copy, const struct task *row)
{
    if (row->text[TASK_SCHEDULE] == NULL)
        return;
    bool sure = schedule_add_moved(&d->text, row->text[TASK_SCHEDULE], d->years);
    copy->text[TASK_SCHEDULE] = finish_text(d);
    struct draft *draft = d->draft;
    if (sure || row_kind(row) != ROW_TASK)
        return;
    draft->unsure = memory_grow((void *)draft->unsure, draft->unsure_count, &draft->unsure_capacity,
                                sizeof *draft->unsure);
    draft->unsure[draft->unsure_count++] = row;
}

/* An amount that is the sum of a group's rows is wrong once some of them are gone. */
static bool is_stale_sum(const struct drafter *d, const struct task *group)
{
    for (size_t i = 0; i < group->tree->leaves; i++) {
        const struct task *leaf = d->old->tasks[group->index + i];
        if (task_cover(leaf) != group && !task_goes_on(d, leaf))
            return true;
    }
    return false;
}

static struct task *copy_row(struct drafter *d, const struct task *row)
{
    struct task *copy = arena_alloc(d->plan->arena, sizeof *copy);
    *copy = *row;
    struct task *group = copy_of(d, row_group(row));
    const char *mark = next_mark(d, row, group);
    copy_extra(d, copy, row);
    move_schedule(d, copy, row);
    if (row->tree == NULL) {
        copy->number = mark;
        return copy;
    }
    copy->tree = arena_alloc(d->plan->arena, sizeof *copy->tree);
    *copy->tree = *row->tree;
    copy->tree->group = group;
    copy->tree->mark = mark;
    copy->tree->cover = copy_of(d, row->tree->cover);
    copy->tree->leaves = 0;
    if (row_kind(row) == ROW_GROUP && is_stale_sum(d, row)) {
        copy->text[TASK_BUDGET] = NULL;
        copy->budget = (struct budget){.kind = BUDGET_MISSING};
    }
    return copy;
}

static void copy_rows(struct drafter *d)
{
    struct tree_walk walk = {0};
    for (const struct task *row; (row = tree_next(d->old, &walk)) != NULL;) {
        if (!goes_on(d, row))
            continue;
        struct task *copy = copy_row(d, row);
        *pointer_map_at(&d->kept, row) = d->copy_count;
        d->copies = memory_grow(d->copies, d->copy_count, &d->copy_capacity, sizeof(struct task *));
        d->copies[d->copy_count++] = copy;
        if (row_kind(row) != ROW_TASK) {
            plan_add_row(d->plan, copy);
            continue;
        }
        plan_append_task(d->plan, copy);
        for (struct task *group = copy->tree != NULL ? copy->tree->group : NULL; group != NULL;
             group = group->tree->group)
            group->tree->leaves++;
    }
}

/* ---- The plan ---- */

/* Returns whether a line belongs to the signature: «Số: 12/KH-SNV», «Cần Thơ, ngày 05 tháng 02 năm
 * 2021». */
static bool is_of_signing(const char *line)
{
    struct strbuf folded = {0};
    text_fold(&folded, line, strlen(line));
    bool signing =
        strncmp(strbuf_text(&folded), "so:", 3) == 0 ||
        (text_contains(line, "ngày") && text_contains(line, "tháng") && text_contains(line, "năm"));
    strbuf_release(&folded);
    return signing;
}

static const char *move_line(struct drafter *d, const char *line)
{
    if (line == NULL)
        return NULL;
    year_add_moved(&d->text, line, d->years);
    return finish_text(d);
}

static void copy_head(struct drafter *d)
{
    const struct plan *old = d->old;
    struct plan *plan = d->plan;
    plan->id = old->id;
    plan->title = move_line(d, old->title);
    plan->organisation = old->organisation;
    plan->year = d->years.to;
    plan->unit = old->unit;
    plan->has_unit = old->has_unit;
    plan->decimal_mark = old->decimal_mark;
    for (size_t i = 0; i < old->preamble_count; i++) {
        const char *line = old->preamble[i];
        int year = plan_year_find(line);
        const char *moved = year == old->year ? move_line(d, line) : line;
        bool other = plan_year_find(moved) != (year == old->year ? plan->year : 0);
        if (!is_of_signing(line) && !other)
            plan_add_line(plan, false, moved);
    }
    plan->extra_names = memory_alloc((old->extra_count + 1) * sizeof *plan->extra_names);
    for (size_t i = 0; i < old->extra_count; i++)
        plan->extra_names[i] = old->extra_names[i];
    draft_add_heading(&d->text, old->year);
    plan->extra_names[old->extra_count] = finish_text(d);
    plan->extra_count = plan->extra_capacity = old->extra_count + 1;
}

/* Copies all sections, or only those of the tasks if the query has conditions. */
static void copy_sections(struct drafter *d)
{
    struct pointer_map copies = {0};
    for (size_t i = 0; i < d->copy_count; i++)
        *pointer_map_at(&copies, d->copies[i]->section) = POINTER_MAP_NONE - 1;
    for (size_t i = 0; i < d->old->section_count; i++) {
        const struct section *old = d->old->sections[i];
        size_t *number = pointer_map_at(&copies, old);
        if (*number == POINTER_MAP_NONE && d->query->count > 0)
            continue;
        *number = d->plan->section_count;
        struct section *section = plan_add_section(d->plan, old->code, old->title);
        section->extra = old->extra;
        section->row = copy_of(d, old->row);
    }
    for (size_t i = 0; i < d->copy_count; i++) {
        size_t number = *pointer_map_at(&copies, d->copies[i]->section);
        if (number < d->plan->section_count) /* the rows of parts have no section */
            d->copies[i]->section = d->plan->sections[number];
    }
    pointer_map_release(&copies);
}

static void drafter_release(struct drafter *d)
{
    for (size_t i = 0; i < d->sequence_count; i++)
        free((void *)d->sequences[i].marks);
    free(d->sequences);
    free(d->copies);
    pointer_map_release(&d->sequence_of);
    pointer_map_release(&d->kept);
    strbuf_release(&d->text);
}

void draft_add_heading(struct strbuf *out, int year)
{
    strbuf_addf(out, "Từ kế hoạch năm %d", year);
}

void draft_init(struct draft *draft, const struct plan *old, const struct query *query,
                const struct progress *progress, int year)
{
    *draft = (struct draft){.plan = plan_new(old->path)};
    struct drafter d = {
        .old = old,
        .plan = draft->plan,
        .draft = draft,
        .query = query,
        .progress = progress,
        .years = {old->year, year},
    };
    copy_head(&d);
    note_marks(&d);
    copy_rows(&d);
    copy_sections(&d);
    drafter_release(&d);
}

void draft_release(struct draft *draft)
{
    plan_free(draft->plan);
    free((void *)draft->unsure);
    *draft = (struct draft){0};
}
