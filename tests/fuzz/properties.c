// SPDX-License-Identifier: MIT
#include "properties.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/zip_read.h"
#include "plan/schedule/schedule_span.h"
#include "view/task_view.h"
#include "write/format.h"

#include <string.h>

static void property_sentence(const char *text)
{
    MUST(*text != '\0');
    MUST(text_invalid_offset(text, strlen(text)) == strlen(text));
    while (*text != '\0') {
        uint32_t code_point;
        text += text_decode(text, &code_point);
        MUST(!text_is_unsafe(code_point));
    }
}

/*
 * The line is one of the text, or the one after its last line end; the column stands in it. What is
 * no text (NULL) has cells, or members; where it has neither, it is the whole file.
 */
static void property_location(const struct location *location, const struct source *source)
{
    if (source == NULL) {
        MUST(location->line > 0 || location->column == 0);
        MUST(location->line == 0 || *location->cell != '\0');
        if (*location->cell != '\0')
            property_sentence(location->cell);
        return;
    }
    MUST(location->line > 0 && location->column > 0);
    size_t offset = 0, length = source_line_length(source->text, source->length);
    for (size_t line = 1; line < location->line; line++) {
        MUST(length > 0);
        offset += length;
        length = source_line_length(source->text + offset, source->length - offset);
    }
    MUST(location->column <= text_count(source->text + offset, length) + 1);
}

void property_answer(const struct plan *plan, const struct error_list *errors,
                     const struct source *source)
{
    MUST((plan == NULL) == (errors->count > 0));
    for (size_t i = 0; i < errors->count && i < ERROR_LIST_KEPT; i++) {
        const struct error *error = &errors->items[i];
        MUST(error->code == ERROR_DATA && error->path != NULL);
        property_sentence(error->text);
        property_location(&error->location, source);
    }
}

static void property_cell(const char *cell)
{
    if (cell == NULL)
        return;
    size_t length = strlen(cell);
    MUST(length > 0 && text_invalid_offset(cell, length) == length);
    MUST(text_trim(cell, &length) == cell && cell[length] == '\0');
    struct strbuf composed = {0};
    text_add_nfc(&composed, cell, length);
    MUST(strcmp(composed.text, cell) == 0);
    strbuf_release(&composed);
}

static void property_number(const char *number)
{
    MUST(*number != '\0');
    for (; *number != '\0'; number++)
        MUST(strchr(" /:\n\t", *number) == NULL);
}

void property_schedule(const struct schedule *schedule, int year)
{
    bool timed = schedule->kind >= SCHEDULE_DATED && schedule->kind != SCHEDULE_TRIGGERED;
    bool all_year = false, named = true;
    MUST(schedule->kind < SCHEDULE_KINDS);
    MUST((schedule->count > 0) == timed && schedule->count <= SPANS_MAX);
    for (unsigned i = 0; i < schedule->count; i++) {
        const struct milestone *m = &schedule->milestones[i];
        all_year |= m->all_year;
        named &= m->name != NULL;
        MUST(date_is_set(m->due) || year == 0 || m->waits);
        MUST(!m->waits || (m->name != NULL && !date_is_set(m->due)));
        MUST(!date_is_set(m->due) || date_is_valid(m->due));
        MUST(!date_is_set(m->start) || date_is_valid(m->start));
        MUST(!date_is_set(m->start) || date_is_set(m->due));
        MUST(!date_is_set(m->start) || date_compare(m->start, m->due) <= 0);
        MUST(m->name == NULL || *m->name != '\0');
    }
    MUST(!all_year || schedule->kind != SCHEDULE_RECURRING);
    MUST(named || (schedule->kind != SCHEDULE_PHASED && schedule->kind != SCHEDULE_RECURRING));
}

static bool is_power_of_ten(int64_t value)
{
    while (value > 1 && value % 10 == 0)
        value /= 10;
    return value == 1;
}

static void property_task(const struct task *task)
{
    const struct plan *plan = task->section->plan;
    property_number(task->number);
    for (int i = 0; i < TASK_FIELDS; i++)
        property_cell(task->text[i]);
    MUST(plan_find_section(plan, task->section->value) == task->section);
    MUST(task->budget.kind == BUDGET_AMOUNT ? task->budget.vnd >= 0 : task->budget.vnd == 0);
    MUST((task->text[TASK_SCHEDULE] == NULL) == (task->schedule->kind == SCHEDULE_MISSING));
    property_schedule(task->schedule, plan->year);
    MUST(task->extra->count <= plan->extra_count);
    for (size_t i = 0; i < task->extra->count; i++)
        property_cell(task->extra->cells[i]);
    MUST(task->line > 0);
}

void property_plan(const struct plan *plan)
{
    MUST(plan->id != NULL && is_power_of_ten(plan->unit));
    MUST(plan->year == 0 || (plan->year >= 1900 && plan->year <= 2999));
    property_cell(plan->id);
    property_cell(plan->title);
    property_cell(plan->organisation);
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = plan->sections[i];
        property_cell(section->title);
        MUST(section->value > 0 || *section->code == '\0');
        MUST(section_value(section->code) == section->value);
        MUST(plan_find_section(plan, section->value) == section);
    }
    for (size_t i = 0; i < plan->task_count; i++) {
        MUST(plan->tasks[i]->index == i);
        property_task(plan->tasks[i]);
    }
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

void property_same_schedule(const struct schedule *a, const struct schedule *b)
{
    MUST(a->kind == b->kind && a->count == b->count);
    for (unsigned i = 0; i < a->count; i++) {
        const struct milestone *x = &a->milestones[i], *y = &b->milestones[i];
        MUST(date_compare(x->start, y->start) == 0 && date_compare(x->due, y->due) == 0);
        MUST(x->all_year == y->all_year && (x->name == NULL) == (y->name == NULL));
        MUST(x->name == NULL || text_compare(x->name, y->name) == 0);
    }
}

void property_same_plan(const struct plan *a, const struct plan *b)
{
    MUST(a->task_count == b->task_count && a->year == b->year);
    MUST(a->task_count == 0 || strcmp(a->id, b->id) == 0);
    for (size_t i = 0; i < a->task_count; i++) {
        const struct task *x = a->tasks[i], *y = b->tasks[i];
        MUST(strcmp(x->section->code, y->section->code) == 0);
        MUST(same_text(x->section->title, y->section->title));
        MUST(strcmp(x->number, y->number) == 0);
        for (int field = 0; field < TASK_FIELDS; field++)
            MUST(same_text(x->text[field], y->text[field]));
        MUST(x->budget.kind == y->budget.kind && x->budget.vnd == y->budget.vnd);
        property_same_schedule(x->schedule, y->schedule);
    }
}

/* What `list` would write; the caller frees it. */
static char *write_list(const struct plan *plan, const struct row_format *format, bool with_plan,
                        size_t *length)
{
    struct task_row *rows = memory_alloc((plan->task_count + 1) * sizeof *rows);
    struct records records = {.row_count = plan->task_count};
    struct style style = {.width = 80};
    const struct progress nothing = {0};
    struct error error;
    records.rows = memory_alloc((plan->task_count + 1) * sizeof *records.rows);
    for (size_t i = 0; i < plan->task_count; i++) {
        rows[i] =
            (struct task_row){.task = plan->tasks[i], .progress = &nothing, .with_plan = with_plan};
        records.rows[i] = &rows[i];
    }
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    MUST(out != NULL && records_choose(&records, &task_columns, NULL, format, &error) == 0);
    records_write(&records, format, &style, out);
    fclose(out);
    records_release(&records);
    free((void *)records.rows);
    free(rows);
    return text;
}

static void property_loads_again(const struct plan *plan, const char *name, bool with_plan)
{
    struct source source = {.path = plan->path};
    struct read_options options = {.year = plan->year};
    struct error_list errors = {0};
    const struct format *format;
    struct error error;
    MUST(format_of_name(&format, FORMAT_ROWS, "list", name, &error) == 0);
    char *text = write_list(plan, format->rows, with_plan, &source.length);
    source.text = source.owned = text;
    MUST(source_check(&source, NULL, &errors) == 0);
    struct plan *again = plan_read(&source, &options, &errors);
    if (again == NULL)
        fprintf(stderr, "%zu:%zu: %s\n%s", errors.items[0].location.line,
                errors.items[0].location.column, errors.items[0].text, text);
    MUST(again != NULL);
    property_same_plan(plan, again);
    plan_free(again);
    source_release(&source);
}

void property_round_trip(const struct plan *plan)
{
    property_loads_again(plan, "csv", false);
    property_loads_again(plan, "json", true);
    if (plan->task_count > 0) /* no lines at all are an empty file */
        property_loads_again(plan, "jsonl", false);
}

/* The source if its places are lines of a text, NULL for an archive. */
static const struct source *text_of(const struct source *source)
{
    return zip_begins(source->text, source->length) ? NULL : source;
}

static void property_same_errors(const struct error_list *errors, const struct error_list *other)
{
    MUST(other->count == errors->count);
    for (size_t i = 0; i < other->count && i < ERROR_LIST_KEPT; i++)
        MUST(strcmp(other->items[i].text, errors->items[i].text) == 0 &&
             other->items[i].location.line == errors->items[i].location.line &&
             other->items[i].location.column == errors->items[i].location.column);
}

/* What is left out makes no difference to the rest: to errors, or to the tasks asked for. */
static void property_read_in_part(const struct plan *plan, const struct error_list *errors,
                                  const struct source *source, struct read_options options)
{
    enum { SECTION = 3 };
    static const unsigned sections[] = {SECTION};
    struct error_list other = {0};
    options.sections = sections;
    options.section_count = 1;
    options.skipped = 1U << TASK_TITLE | 1U << TASK_OUTPUT | 1U << TASK_COORDINATING;
    struct plan *part = plan_read(source, &options, &other);
    MUST((part == NULL) == (plan == NULL));
    property_same_errors(errors, &other);
    for (const struct plan *p = part; p != NULL; p = p->next, plan = plan->next) {
        size_t i = 0;
        MUST(plan != NULL && strcmp(p->id, plan->id) == 0 && p->year == plan->year);
        MUST(p->section_count == plan->section_count);
        for (size_t j = 0; j < plan->task_count; j++) {
            const struct task *task = plan->tasks[j];
            if (task->section->value != SECTION)
                continue;
            while (i < p->task_count && p->tasks[i]->section->value != SECTION)
                i++;
            MUST(i < p->task_count && strcmp(p->tasks[i]->number, task->number) == 0);
            property_same_schedule(p->tasks[i]->schedule, task->schedule);
            MUST(same_text(p->tasks[i]->text[TASK_LEAD], task->text[TASK_LEAD]));
            MUST(p->tasks[i]->text[TASK_TITLE] == task_text_skipped);
            MUST(p->tasks[i]->budget.kind == task->budget.kind &&
                 p->tasks[i]->budget.vnd == task->budget.vnd && p->tasks[i]->line == task->line);
            i++;
        }
    }
    plan_free(part);
}

/* With places kept, the same bytes give the same plan, and its cells stand somewhere. */
static void property_read_twice(const struct plan *plan, const struct error_list *errors,
                                const struct source *source, struct read_options options)
{
    const struct source *text = text_of(source);
    struct error_list other = {0};
    options.keep_locations = true;
    struct plan *again = plan_read(source, &options, &other);
    MUST((again == NULL) == (plan == NULL));
    property_same_errors(errors, &other);
    if (plan != NULL)
        property_same_plan(plan, again);
    for (size_t i = 0; again != NULL && i < again->task_count; i++)
        for (int field = 0; field <= TASK_FIELDS; field++)
            property_location(&again->tasks[i]->extra->locations[field], text);
    plan_free(again);
}

/* The options follow from the length, so that an input is nothing but a file. */
void property_file(const uint8_t *data, size_t size)
{
    static const char marks[] = {0, 0, ',', '.'};
    struct source source = fuzz_source(data, size);
    struct read_options options = {.year = size % 3 == 0 ? 0 : 2021,
                                   .decimal_mark = marks[size % 4]};
    struct error_list errors = {0};
    struct plan *plan = NULL;
    bool archive = zip_begins(source.text, source.length);
    if (archive || source_check(&source, NULL, &errors) == 0) {
        plan = plan_read(&source, &options, &errors);
        property_read_twice(plan, &errors, &source, options);
        property_read_in_part(plan, &errors, &source, options);
    }
    property_answer(plan, &errors, archive ? NULL : &source);
    if (plan != NULL) {
        property_plan(plan);
        property_round_trip(plan);
    }
    plan_free(plan);
    source_release(&source);
}

void property_package(const uint8_t *data, size_t size, const struct stored_member *members,
                      size_t count)
{
    struct stored_member filled[16];
    struct strbuf archive = {0};
    MUST(count <= sizeof filled / sizeof *filled);
    if (zip_begins((const char *)data, size)) {
        property_file(data, size);
        return;
    }
    memcpy(filled, members, count * sizeof *filled);
    for (size_t i = 0; i < count && size > 0; i++) {
        const uint8_t *end = memchr(data, '\0', size);
        size_t length = end != NULL ? (size_t)(end - data) : size;
        filled[i].bytes = data;
        filled[i].length = length;
        data += length + (end != NULL);
        size -= length + (end != NULL);
    }
    stored_zip_add(&archive, filled, count);
    property_file((const uint8_t *)archive.text, archive.length);
    strbuf_release(&archive);
}
