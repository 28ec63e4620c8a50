// SPDX-License-Identifier: MIT
#include "io/row.h"

#include "base/strbuf.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const row_key_names[ROW_KEYS + 1] = {
    [ROW_TITLE] = "title",       [ROW_OUTPUT] = "output",
    [ROW_LEAD] = "lead",         [ROW_COORDINATING] = "coordinating",
    [ROW_SCHEDULE] = "schedule", [ROW_BUDGET] = "budget",
    [ROW_NUMBER] = "number",     [ROW_ID] = "id",
    [ROW_SECTION] = "section",   [ROW_SECTION_TITLE] = "section_title",
    [ROW_PLAN] = "plan",         [ROW_BUDGET_VND] = "budget_vnd",
    [ROW_DUE] = "due",           [ROW_SCHEDULE_KIND] = "schedule_kind",
    [ROW_START] = "start",       [ROW_STATUS] = "status",
    [ROW_PERCENT] = "percent",   [ROW_SPENT_VND] = "spent_vnd",
};

const char *plan_builder_cell(struct plan_builder *builder, const char *text, size_t length)
{
    text = text_trim(text, &length);
    if (length == 0)
        return NULL;
    if (!text_may_change_by_nfc(text, length))
        return arena_intern(&builder->plan->arena, text, length);
    struct strbuf composed = {0};
    text_add_nfc(&composed, text, length);
    const char *cell = arena_intern(&builder->plan->arena, composed.text, composed.length);
    strbuf_release(&composed);
    return cell;
}

int row_error(struct plan_builder *builder, const struct row *row, int key, const char *format, ...)
{
    char text[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    size_t line = 0, column = 0;
    if (builder->errors->count < ERROR_LIST_KEPT)
        row->locate(row, key, &line, &column);
    return error_set_at(error_list_next(builder->errors), builder->source->path, line, column, "%s",
                        text);
}

static const char *quote(char buffer[TEXT_QUOTE_SIZE], const char *text)
{
    return text_quote(buffer, text, strlen(text));
}

static bool is_number(const char *text)
{
    if (*text < '0' || *text > '9' || strspn(text, "0.") == strlen(text))
        return false;
    for (; *text != '\0'; text++)
        if ((*text < '0' || *text > '9') && (*text != '.' || text[1] < '0' || text[1] > '9'))
            return false;
    return true;
}

/* The row's section code and task number: from their own columns, or taken from its id. */
struct address {
    const char *section, *number;
};

static int split_id(struct plan_builder *builder, const struct row *row, struct address *address)
{
    const char *id = row->cells[ROW_ID], *colon = strrchr(id, ':');
    const char *local = colon != NULL ? colon + 1 : id, *dot = strchr(local, '.');
    char quoted[TEXT_QUOTE_SIZE];
    if (dot == NULL)
        return row_error(builder, row, ROW_ID, "id «%s»: expected SECTION.NUMBER as in III.2",
                         quote(quoted, id));
    const char *section = plan_builder_cell(builder, local, (size_t)(dot - local));
    const char *number = plan_builder_cell(builder, dot + 1, strlen(dot + 1));
    if ((address->section != NULL && address->section != section) ||
        (address->number != NULL && address->number != number))
        return row_error(builder, row, ROW_ID, "id «%s» is not its row's section and number",
                         quote(quoted, id));
    *address = (struct address){section, number};
    return 0;
}

static int find_address(struct plan_builder *builder, const struct row *row,
                        struct section *section, struct address *address)
{
    *address = (struct address){section != NULL ? section->code : row->cells[ROW_SECTION],
                                row->cells[ROW_NUMBER]};
    if (row->cells[ROW_ID] != NULL && split_id(builder, row, address) != 0)
        return -1;
    char quoted[TEXT_QUOTE_SIZE];
    const char *code = address->section != NULL ? address->section : "";
    const char *number = address->number != NULL ? address->number : "";
    int status = 0;
    if (section_value(code) == 0)
        status = row_error(builder, row, ROW_SECTION,
                           "section «%s»: expected a Roman numeral as in III", quote(quoted, code));
    if (!is_number(number))
        status = row_error(builder, row, ROW_NUMBER, "number «%s»: expected a figure as in 2",
                           quote(quoted, number));
    return status;
}

/* The section a row names, made on its first row. */
static struct section *row_section(struct plan_builder *builder, const struct row *row,
                                   const char *code)
{
    const char *title = row->cells[ROW_SECTION_TITLE];
    struct section *section = plan_find_section(builder->plan, section_value(code));
    if (section == NULL) {
        section = plan_add_section(builder->plan, code, title);
        section->line = row->line;
    }
    if (section->title == NULL)
        section->title = title;
    if (title == NULL || title == section->title)
        return section;
    char quoted[TEXT_QUOTE_SIZE], other[TEXT_QUOTE_SIZE];
    row_error(builder, row, ROW_SECTION_TITLE, "section %s is called «%s» here and «%s» before",
              section->code, quote(quoted, title), quote(other, section->title));
    return NULL;
}

static int read_budget(struct plan_builder *builder, const struct row *row, struct task *task)
{
    struct error reason;
    char quoted[TEXT_QUOTE_SIZE];
    const char *exact = row->cells[ROW_BUDGET_VND], *text = row->cells[ROW_BUDGET];
    if (exact != NULL) {
        struct money_rules vnd = {.unit = MONEY_VND, .decimal_mark = '.'};
        if (strspn(exact, "0123456789") != strlen(exact) ||
            money_parse(exact, vnd, &task->budget.vnd, &reason) != 0)
            return row_error(builder, row, ROW_BUDGET_VND,
                             "budget_vnd «%s»: expected a whole number of đồng",
                             quote(quoted, exact));
        task->budget.kind = BUDGET_AMOUNT;
        return 0;
    }
    struct money_rules rules = builder->money;
    if (row->decimal_mark != 0)
        rules.decimal_mark = row->decimal_mark;
    if (budget_parse(text, rules, &task->budget, &reason) != 0)
        return row_error(builder, row, ROW_BUDGET, "budget «%s» %s", quote(quoted, text),
                         reason.text);
    return 0;
}

/* Rows that `list` wrote carry no year but in their dates. */
static int note_due_year(struct plan_builder *builder, const struct row *row)
{
    const char *due = row->cells[ROW_DUE];
    struct date date;
    if (due == NULL)
        return 0;
    char quoted[TEXT_QUOTE_SIZE];
    if (!date_parse(due, &date))
        return row_error(builder, row, ROW_DUE, "due «%s»: expected a date as 2021-06-30",
                         quote(quoted, due));
    if (builder->due_year == 0)
        builder->due_year = date.year;
    else if (builder->due_year != date.year)
        builder->due_year = -1;
    return 0;
}

static int note_plan(struct plan_builder *builder, const struct row *row)
{
    const char *plan = row->cells[ROW_PLAN];
    if (plan == NULL || plan == builder->row_plan)
        return 0;
    char quoted[TEXT_QUOTE_SIZE];
    if (builder->row_plan != NULL)
        return row_error(builder, row, ROW_PLAN, "plan «%s»: expected one plan in a file",
                         quote(quoted, plan));
    builder->row_plan = plan;
    return 0;
}

int plan_builder_add(struct plan_builder *builder, struct section *section, const struct row *row)
{
    struct address address;
    if (find_address(builder, row, section, &address) != 0)
        return -1;
    if (section == NULL)
        section = row_section(builder, row, address.section);
    if (section == NULL)
        return -1;
    const char *number = address.number;
    while (number[0] == '0' && number[1] >= '0' && number[1] <= '9') /* «02» is 2 */
        number++;
    struct task *task = plan_add_task(builder->plan, section, number);
    task->line = row->line;
    for (int i = 0; i < TASK_FIELDS; i++)
        task->text[i] = row->cells[i];
    int status = read_budget(builder, row, task);
    status |= note_due_year(builder, row);
    status |= note_plan(builder, row);
    return status;
}
