// SPDX-License-Identifier: MIT
#include "read/table/official.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "plan/tree.h"
#include "read/table/outline_words.h"
#include "read/table/table_header.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- Collecting ---- */

static bool is_blank(const char *cell)
{
    return cell == NULL || cell == task_text_skipped;
}

/* A title over merged cells comes again in each: true if the row has nothing else. */
static bool is_repeated(const struct row *row)
{
    const char *title = row->cells[COLUMN_TITLE], *mark = row->cells[COLUMN_NUMBER];
    size_t same = title != NULL && mark != NULL && strcmp(title, mark) == 0;
    if (title == NULL)
        return false;
    for (int column = COLUMN_CELLS; column < COLUMN_SCHEDULE_KIND; column++) {
        const char *cell = row->cells[column];
        if (!is_blank(cell) && strcmp(cell, title) != 0)
            return false;
        same += !is_blank(cell);
    }
    return same > 2;
}

static unsigned cell_bits(const struct row *row)
{
    unsigned bits = 0;
    for (int column = COLUMN_CELLS; column < COLUMN_SCHEDULE_KIND; column++) {
        bool aside =
            column == COLUMN_OF(TASK_NOTE) || column == COLUMN_OF(TASK_SOURCE); /* no work */
        if (!is_blank(row->cells[column]) && column != COLUMN_TITLE)
            bits |= column == COLUMN_BUDGET ? OUTLINE_AMOUNT : aside ? OUTLINE_OTHER : OUTLINE_WORK;
    }
    if (!is_blank(row->cells[COLUMN_DUE]))
        bits |= OUTLINE_WORK;
    if (!is_blank(row->cells[COLUMN_BUDGET_VND]))
        bits |= OUTLINE_AMOUNT;
    return bits;
}

static bool closes(const struct row *row)
{
    bool titled = row->cells[COLUMN_TITLE] != NULL;
    bool any =
        row->cells[COLUMN_NUMBER] != NULL && outline_closes(row->cells[COLUMN_NUMBER], titled);
    for (int column = COLUMN_CELLS; column < COLUMN_SCHEDULE_KIND && !any; column++)
        any = !is_blank(row->cells[column]) && outline_closes(row->cells[column], titled);
    return any;
}

void official_rows_add(struct official_rows *rows, struct plan_builder *builder, struct row *row,
                       size_t offset, char *line)
{
    struct task *task = plan_builder_make_row(builder, row);
    bool repeated = is_repeated(row);
    if (repeated)
        for (int cell = 0; cell < TASK_FIELDS; cell++) {
            task->text[cell] = cell == TASK_TITLE ? task->text[cell] : NULL;
            row->cells[COLUMN_OF(cell)] = task->text[cell];
        }
    rows->items = memory_grow(rows->items, rows->count, &rows->capacity, sizeof *rows->items);
    rows->outline =
        memory_grow(rows->outline, rows->count, &rows->outline_capacity, sizeof *rows->outline);
    rows->outline[rows->count] = (struct outline_row){.cell_mark = row->cells[COLUMN_NUMBER],
                                                      .cell_title = row->cells[COLUMN_TITLE],
                                                      .cells = cell_bits(row),
                                                      .bold = repeated,
                                                      .closes = line != NULL && closes(row)};
    rows->items[rows->count++] = (struct official_row){.task = task,
                                                       .exact = row->cells[COLUMN_BUDGET_VND],
                                                       .due = row->cells[COLUMN_DUE],
                                                       .offset = offset,
                                                       .line = row->line,
                                                       .decimal_mark = row->decimal_mark,
                                                       .text = line};
}

void official_rows_release(struct official_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        free(rows->items[i].text);
    free(rows->items);
    free(rows->outline);
    *rows = (struct official_rows){0};
}

/* ---- The tree ---- */

struct building {
    struct official_rows *rows;
    struct plan_builder *builder;
    struct table_text *outside;
    const struct table_header *header;
    size_t index; /* of the row being looked at, for locate */
};

static void locate(const struct row *row, int key, struct location *location)
{
    const struct building *building = row->context;
    struct table *table = building->outside->table;
    int cell = building->header->column_of[key];
    table->locate(table, building->rows->items[building->index].offset, cell > 0 ? (size_t)cell : 0,
                  location);
}

/* The row again, as far as errors and amounts need it. */
static struct row row_of(struct building *building, size_t index)
{
    const struct official_row *item = &building->rows->items[index];
    building->index = index;
    struct row row = {.line = item->line,
                      .locate = locate,
                      .context = building,
                      .decimal_mark = item->decimal_mark};
    row.cells[COLUMN_BUDGET] = item->task->text[TASK_BUDGET];
    row.cells[COLUMN_BUDGET_VND] = item->exact;
    row.cells[COLUMN_DUE] = item->due;
    return row;
}

__attribute__((format(printf, 4, 5))) static void refuse(struct building *building, size_t index,
                                                         int key, const char *format, ...)
{
    va_list arguments;
    struct row row = row_of(building, index);
    va_start(arguments, format);
    struct error *error = error_list_vadd(building->builder->errors,
                                          building->builder->source->path, format, arguments);
    va_end(arguments);
    if (error != NULL)
        locate(&row, key, &error->location);
}

/* Adds a further line of a cell, unless it stands there already. */
static void add_line(struct building *building, const char **cell, const char *line)
{
    if (is_blank(line) || (*cell != NULL && strstr(*cell, line) != NULL))
        return;
    if (*cell == NULL) {
        *cell = line;
        return;
    }
    struct strbuf joined = {0};
    strbuf_addf(&joined, "%s\n%s", *cell, line);
    *cell = arena_intern(building->builder->plan->arena, joined.text, joined.length);
    strbuf_release(&joined);
}

/* Does the same for the columns without a role. */
static void add_extras(struct building *building, struct task *above,
                       const struct extra_cells *more)
{
    size_t count = more->count > above->extra->count ? more->count : above->extra->count;
    if (more->count == 0)
        return;
    struct extra_cells *extra = arena_alloc(building->builder->plan->arena, sizeof *extra);
    *extra = *above->extra;
    extra->count = count;
    extra->cells = arena_alloc(building->builder->plan->arena, count * sizeof *extra->cells);
    for (size_t i = 0; i < count; i++) {
        extra->cells[i] = i < above->extra->count ? above->extra->cells[i] : NULL;
        add_line(building, &extra->cells[i], i < more->count ? more->cells[i] : NULL);
    }
    above->extra = extra;
}

/* A row without mark and title goes on with the cells of the one above it. */
static void continue_row(struct building *building, size_t index)
{
    struct official_row *item = &building->rows->items[index];
    struct official_row *above = &building->rows->items[building->rows->outline[index].parent];
    char quoted[TEXT_QUOTE_SIZE];
    const char *amount = item->task->text[TASK_BUDGET];
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (cell != TASK_TITLE && cell != TASK_BUDGET)
            add_line(building, &above->task->text[cell], item->task->text[cell]);
    add_extras(building, above->task, item->task->extra);
    if (amount == NULL)
        return;
    if (above->task->text[TASK_BUDGET] == NULL) {
        above->task->text[TASK_BUDGET] = amount;
        above->decimal_mark = item->decimal_mark;
        return;
    }
    refuse(building, index, COLUMN_BUDGET,
           "«%s»: a second amount for the task above, which has one: expected a title of its own",
           text_quote_all(quoted, amount));
}

static const char *intern(const struct building *building, const char *text, size_t length)
{
    return plan_builder_cell(building->builder, text, length);
}

/* The mark as written: in its own cell, else the part of the title before its words. */
static const char *written_mark(const struct building *building, const struct outline_row *row)
{
    const char *cell = row->cell_mark;
    if (row->mark.kind == MARK_NONE)
        return row->mark.length > 0 ? cell : NULL;
    bool inside = row->title != NULL && *row->mark.title != '\0' && row->title == row->mark.title;
    if (!inside)
        return cell;
    const char *start = cell != NULL && row->title >= cell && row->title <= cell + strlen(cell)
                            ? cell
                            : row->cell_title;
    return intern(building, start, (size_t)(row->title - start));
}

static void refuse_unknown(struct building *building, size_t index)
{
    const struct outline_row *row = &building->rows->outline[index];
    const struct task *task = building->rows->items[index].task;
    char quoted[TEXT_QUOTE_SIZE];
    if (row->cell_title != NULL) {
        refuse(building, index, COLUMN_TITLE, "«%s»: expected no second title",
               text_quote_all(quoted, row->cell_title));
        return;
    }
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (!is_blank(task->text[cell])) {
            refuse(building, index, COLUMN_OF(cell),
                   "«%s» in a row without a title: expected the title of a task",
                   text_quote_all(quoted, task->text[cell]));
            return;
        }
}

/* «2.1» below 1: the row that it belongs to is not there. */
static void check_number(struct building *building, size_t index)
{
    const struct outline_row *row = &building->rows->outline[index];
    if (row->parent == OUTLINE_NONE || row->mark.kind != MARK_NUMBER || row->mark.depth < 2)
        return;
    const struct mark *above = &building->rows->outline[row->parent].mark;
    bool fits = above->kind != MARK_NUMBER || above->depth + 1 != row->mark.depth ||
                (row->mark.length > above->length && row->mark.code[above->length] == '.' &&
                 strncmp(row->mark.code, above->code, above->length) == 0);
    if (!fits)
        refuse(building, index, COLUMN_NUMBER,
               "«%.*s» stands below «%.*s»: expected its own row "
               "above it",
               (int)row->mark.length, row->mark.code, (int)above->length, above->code);
}

static void set_node(struct building *building, size_t index)
{
    const struct outline_row *row = &building->rows->outline[index];
    struct task *task = building->rows->items[index].task;
    struct arena *arena = building->builder->plan->arena;
    task->tree = arena_alloc(arena, sizeof *task->tree);
    *task->tree = (struct tree_node){
        .kind = row->kind, .mark = written_mark(building, row), .level = row->mark.kind};
    if (row->parent != OUTLINE_NONE)
        task->tree->group = building->rows->items[row->parent].task;
    task->text[TASK_TITLE] =
        row->title != NULL ? intern(building, row->title, strlen(row->title)) : NULL;
}

static void add_row(struct building *building, size_t index)
{
    struct official_row *item = &building->rows->items[index];
    unsigned kind = building->rows->outline[index].kind;
    struct row row = row_of(building, index);
    if (kind == OUTLINE_FOOTER) {
        const struct outline_row *outline = &building->rows->outline[index];
        struct strbuf text = {0};
        if (item->text == NULL)
            strbuf_addf(&text, "%s %s", outline->cell_mark, outline->cell_title);
        plan_builder_add_footer_line(
            building->builder,
            (struct footer_line){.offset = item->offset,
                                 .text = item->text != NULL ? item->text : strbuf_detach(&text)});
        item->text = NULL;
    } else if (kind == OUTLINE_UNKNOWN) {
        refuse_unknown(building, index);
    } else if (kind == ROW_TASK || kind == ROW_GROUP) {
        set_node(building, index);
        check_number(building, index);
        plan_builder_read_amount(building->builder, &row, item->task);
        if (kind == ROW_TASK)
            plan_builder_append_task(building->builder, &row, item->task);
        else
            plan_add_row(building->builder->plan, item->task);
    } else if (kind != OUTLINE_CONTINUATION) {
        set_node(building, index);
        plan_add_row(building->builder->plan, item->task);
    }
}

/* Two sections of one code cannot be told apart by what is typed. */
static void check_sections(struct building *building)
{
    const struct plan *plan = building->builder->plan;
    struct pointer_map seen = {0};
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = plan->sections[i];
        size_t *first = pointer_map_at(&seen, (const void *)(uintptr_t)section->value);
        for (size_t r = 0; *first != POINTER_MAP_NONE && r < building->rows->count; r++)
            if (building->rows->items[r].task == section->row)
                refuse(building, r, COLUMN_NUMBER,
                       "section %s a second time: it stands in line %zu too", section->code,
                       (size_t)plan->sections[*first]->line);
        *first = *first == POINTER_MAP_NONE ? i : *first;
    }
    pointer_map_release(&seen);
}

/* The totals of the whole, from rows of the table. */
static void note_declared(struct building *building)
{
    struct plan *plan = building->builder->plan;
    for (size_t i = 0; i < building->rows->count; i++) {
        const struct task *task = building->rows->items[i].task;
        const char *amount = task->text[TASK_BUDGET];
        if (building->rows->outline[i].kind != ROW_TOTAL || task->tree->group != NULL ||
            amount == NULL || plan->declared.budget != NULL)
            continue;
        struct declared_locations *locations = arena_alloc(plan->arena, sizeof *locations);
        struct row row = row_of(building, i);
        locate(&row, COLUMN_BUDGET, &locations->budget);
        plan->declared.budget = amount;
        plan->declared.locations = locations;
    }
}

void official_rows_finish(struct official_rows *rows, struct table_text *outside,
                          const struct table_header *header)
{
    struct building building = {
        .rows = rows, .builder = outside->builder, .outside = outside, .header = header};
    outline_read(rows->outline, rows->count);
    for (size_t i = 0; i < rows->count; i++)
        if (rows->outline[i].kind == OUTLINE_CONTINUATION)
            continue_row(&building, i);
    for (size_t i = 0; i < rows->count; i++)
        add_row(&building, i);
    tree_finish(building.builder->plan);
    check_sections(&building);
    note_declared(&building);
}
