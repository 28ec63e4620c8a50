// SPDX-License-Identifier: MIT
#include "read/table/table_text.h"

#include "base/escape.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "read/table/table_header.h"

#include <stdlib.h>
#include <string.h>

const char *table_cell(const struct table *table, const char *cell)
{
    return table->formula_escaped ? escape_undo_formula(cell) : cell;
}

char *table_text_of(const struct table *table, const struct table_row *row)
{
    struct strbuf text = {0};
    for (size_t i = 0; i < row->count; i++) {
        if (table_cell_is_blank(row->cells[i]))
            continue;
        if (text.length > 0)
            strbuf_addc(&text, ' ');
        const char *cell = table_cell(table, row->cells[i]);
        text_add_nfc(&text, cell, strlen(cell));
    }
    return strbuf_detach(&text);
}

/* A line with «kế hoạch» and a year settles it; other lines do if they agree. */
static void note_year(struct table_text *outside, const char *text)
{
    int year = plan_year_find(text);
    if (year == 0)
        return;
    bool of_plan = text_contains(text, "kế hoạch");
    if (of_plan && outside->year <= 0)
        outside->year = year;
    if (outside->last_year > 0 && outside->last_year != year)
        outside->last_year = -1;
    else if (outside->last_year == 0)
        outside->last_year = year;
}

/* A line with «Kế hoạch» is the title; «Cơ quan: …» names who signs it. */
static void keep_line(struct table_text *outside, bool below, const char *text)
{
    struct plan *plan = outside->builder->plan;
    const char *line = plan_builder_cell(outside->builder, text, strlen(text));
    const char *colon = strchr(text, ':');
    if (line == NULL)
        return;
    plan_add_line(plan, below, line);
    if (!below && plan->title == NULL && text_contains(text, "kế hoạch") && *text != '(')
        plan->title = line;
    if (!below && plan->organisation == NULL && colon != NULL &&
        (size_t)(colon - text) == strlen("Cơ quan") && text_contains(text, "cơ quan:"))
        plan->organisation = plan_builder_cell(outside->builder, colon + 1, strlen(colon + 1));
}

/* Returns the text after «ĐVT:» or «Đơn vị tính:», or «(triệu đồng)» if it is alone; NULL if the
 * line has neither. */
static const char *unit_line(const char *text)
{
    static const char *const names[] = {"đvt", "đơn vị tính", "đơn vị:", "đv:"};
    if (strlen(text) <= strlen("(nghìn đồng Việt Nam)") && strpbrk(text, "023456789") == NULL &&
        money_unit_find(text) > 0)
        return text;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *colon = strchr(text, ':');
        if (text_contains(text, names[i]))
            return colon != NULL ? colon + 1 : text;
    }
    return NULL;
}

/* A line that begins with a figure may end the line above it: «… NĂM», «2024». */
static void note_year_above(struct table_text *outside, const char *text)
{
    struct strbuf line = {0};
    if (*text >= '0' && *text <= '9' && outside->above != NULL)
        strbuf_addf(&line, "%s ", outside->above);
    strbuf_adds(&line, text);
    note_year(outside, line.text);
    free(outside->above);
    outside->above = strbuf_detach(&line);
}

/* The year and the unit may stand above the table. */
void table_text_above(struct table_text *outside, const struct table_row *row)
{
    char *text = table_text_of(outside->table, row);
    const char *said = unit_line(text);
    int64_t unit = said != NULL ? money_unit_find(said) : 0;
    note_year_above(outside, text);
    keep_line(outside, false, text);
    char quoted[TEXT_QUOTE_SIZE];
    struct error *error = NULL;
    if (unit == MONEY_UNIT_WRONG)
        error = error_list_add(outside->builder->errors, outside->table->path,
                               TABLE_TEXT_WRONG_UNIT, text_quote_all(quoted, text));
    if (error != NULL)
        outside->table->locate(outside->table, row->offset, 0, &error->location);
    if (unit > 0)
        plan_builder_state_unit(outside->builder, unit);
    free(text);
}

void table_text_below(struct table_text *outside, const struct table_row *row)
{
    plan_builder_add_footer_line(
        outside->builder, (struct footer_line){row->offset, table_text_of(outside->table, row)});
}

/* Stores the figures that a footer's line declares after its colon: «44 nhiệm vụ.»,
 * «1.275.000đồng». */
void table_text_end(struct table_text *outside)
{
    const struct footer_line *lines = outside->builder->footer_lines;
    size_t line_count = outside->builder->footer_line_count;
    struct plan *plan = outside->builder->plan;
    struct declared_locations *locations = NULL;
    if (line_count > 0)
        plan->declared.locations = locations = arena_alloc(plan->arena, sizeof *locations);
    for (size_t i = 0; i < line_count; i++) {
        const char *text = lines[i].text, *colon = strchr(text, ':');
        const char *said = colon != NULL ? colon + 1 : text;
        const char *cell = plan_builder_cell(outside->builder, said, strlen(said));
        keep_line(outside, true, text);
        struct location location = {0};
        if (outside->builder->keep_locations)
            outside->table->locate(outside->table, lines[i].offset, 0, &location);
        bool tasks = plan->declared.tasks == NULL && text_contains(text, "tổng số nhiệm vụ");
        if (tasks) {
            plan->declared.tasks = cell;
            locations->tasks = location;
        } else if (plan->declared.budget == NULL && text_contains(text, "tổng") &&
                   text_contains(text, "kinh phí")) {
            plan->declared.budget = cell;
            locations->budget = location;
        }
        if (text_contains(text, "tổng") || text_contains(text, "kế hoạch"))
            note_year(outside, text);
    }
    for (; plan != NULL; plan = plan->next)
        plan->year = outside->year > 0        ? outside->year
                     : outside->last_year > 0 ? outside->last_year
                                              : 0;
}

void table_text_release(struct table_text *outside)
{
    free(outside->above);
}
