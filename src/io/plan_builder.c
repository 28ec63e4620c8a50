// SPDX-License-Identifier: MIT
#include "io/plan_builder.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void plan_builder_release(struct plan_builder *builder)
{
    free(builder->dues);
    builder->dues = NULL;
}

const char *plan_builder_cell(struct plan_builder *builder, const char *text, size_t length)
{
    text = text_trim(text, &length);
    if (length == 0)
        return NULL;
    if (!text_may_change_by_nfc(text, length))
        return arena_intern(builder->plan->arena, text, length);
    struct strbuf composed = {0};
    text_add_nfc(&composed, text, length);
    const char *cell = arena_intern(builder->plan->arena, composed.text, composed.length);
    strbuf_release(&composed);
    return cell;
}

int plan_builder_error(struct plan_builder *builder, const struct row *row, int key,
                       const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct error *error =
        error_list_vadd(builder->errors, builder->source->path, format, arguments);
    va_end(arguments);
    if (error != NULL)
        row->locate(row, key, &error->place);
    return -1;
}

static const char *quote(char buffer[TEXT_QUOTE_SIZE], const char *text)
{
    return text_quote(buffer, text, strlen(text));
}

bool plan_builder_is_number(const char *text)
{
    if (*text < '0' || *text > '9' || strspn(text, "0.") == strlen(text))
        return false;
    for (size_t part = strspn(text, "0123456789"); text[part] != '\0';) {
        if (text[part] != '.')
            return false;
        text += part + 1;
        part = strspn(text, "0123456789");
        uint32_t letter;
        if (part == 0 && text_base_letter((text_decode(text, &letter), letter)) >= 'a')
            part = text_decode(text, &letter);
        if (part == 0)
            return false;
    }
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
        return plan_builder_error(builder, row, ROW_ID,
                                  "id «%s»: expected SECTION.NUMBER as in III.2",
                                  quote(quoted, id));
    const char *section = plan_builder_cell(builder, local, (size_t)(dot - local));
    const char *number = plan_builder_cell(builder, dot + 1, strlen(dot + 1));
    if ((address->section != NULL && address->section != section) ||
        (address->number != NULL && address->number != number))
        return plan_builder_error(builder, row, ROW_ID,
                                  "id «%s» is not its row's section and number", quote(quoted, id));
    *address = (struct address){section, number};
    return 0;
}

static int find_address(struct plan_builder *builder, const struct row *row,
                        const struct section *section, struct address *address)
{
    *address = (struct address){section != NULL ? section->code : row->cells[ROW_SECTION],
                                row->cells[ROW_NUMBER]};
    char quoted[TEXT_QUOTE_SIZE];
    if (section != NULL && row->cells[ROW_SECTION] != NULL &&
        section_value(row->cells[ROW_SECTION]) != section->value)
        return plan_builder_error(builder, row, ROW_SECTION,
                                  "section «%s»: the task stands in section %s",
                                  quote(quoted, row->cells[ROW_SECTION]), section->code);
    if (row->cells[ROW_ID] != NULL && split_id(builder, row, address) != 0)
        return -1;
    const char *code = address->section != NULL ? address->section : "";
    const char *number = address->number != NULL ? address->number : "";
    int status = 0;
    if (section_value(code) == 0)
        status = plan_builder_error(builder, row, ROW_SECTION,
                                    "section «%s»: expected a Roman numeral as in III",
                                    quote(quoted, code));
    if (!plan_builder_is_number(number))
        status =
            plan_builder_error(builder, row, ROW_NUMBER, "number «%s»: expected a figure as in 2",
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
        section->line = (unsigned)row->line;
        if (builder->keep_places) {
            struct section_places *places = arena_alloc(builder->plan->arena, sizeof *places);
            row->locate(row, ROW_SECTION_TITLE, &places->title);
            section->places = places;
        }
    }
    if (section->title == NULL)
        section->title = title;
    if (title == NULL || title == section->title)
        return section;
    char quoted[TEXT_QUOTE_SIZE], other[TEXT_QUOTE_SIZE];
    plan_builder_error(builder, row, ROW_SECTION_TITLE,
                       "section %s is called «%s» here and «%s» before", section->code,
                       quote(quoted, title), quote(other, section->title));
    return NULL;
}

/* Whether a budget's words may mean the exact amount beside them: in some unit they do. */
static bool may_mean(const char *text, struct money_rules rules, int64_t vnd)
{
    static const int64_t units[] = {MONEY_VND, MONEY_THOUSAND, MONEY_MILLION, MONEY_BILLION};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct budget budget;
        struct error reason;
        rules.unit = units[i];
        if (budget_parse(text, rules, &budget, &reason) != 0 ||
            (budget.kind == BUDGET_AMOUNT && budget.vnd == vnd))
            return true; /* «1,000» cannot be read by itself; the exact column settles it */
    }
    return text == NULL;
}

static int read_exact_budget(struct plan_builder *builder, const struct row *row,
                             struct money_rules rules, struct task *task)
{
    const char *exact = row->cells[ROW_BUDGET_VND], *text = row->cells[ROW_BUDGET];
    struct money_rules vnd = {.unit = MONEY_VND, .decimal_mark = '.'};
    struct error reason;
    char quoted[TEXT_QUOTE_SIZE], other[TEXT_QUOTE_SIZE];
    if (strspn(exact, "0123456789") != strlen(exact) ||
        money_parse(exact, vnd, &task->budget.vnd, &reason) != 0)
        return plan_builder_error(builder, row, ROW_BUDGET_VND,
                                  "budget_vnd «%s»: expected a whole number of đồng",
                                  quote(quoted, exact));
    if (!may_mean(text, rules, task->budget.vnd))
        return plan_builder_error(builder, row, ROW_BUDGET_VND,
                                  "budget_vnd «%s» is not what budget «%s» says",
                                  quote(quoted, exact), quote(other, text));
    task->budget.kind = BUDGET_AMOUNT;
    return 0;
}

static int read_budget(struct plan_builder *builder, const struct row *row, struct task *task)
{
    struct error reason;
    char quoted[TEXT_QUOTE_SIZE];
    const char *text = row->cells[ROW_BUDGET];
    struct money_rules rules = builder->money;
    if (row->decimal_mark != 0)
        rules.decimal_mark = row->decimal_mark;
    if (row->cells[ROW_BUDGET_VND] != NULL)
        return read_exact_budget(builder, row, rules, task);
    if (budget_parse(text, rules, &task->budget, &reason) != 0)
        return plan_builder_error(builder, row, ROW_BUDGET, "budget «%s» %s", quote(quoted, text),
                                  reason.text);
    return 0;
}

static int read_due(struct plan_builder *builder, const struct row *row, struct date *date)
{
    const char *due = row->cells[ROW_DUE];
    char quoted[TEXT_QUOTE_SIZE];
    *date = (struct date){0};
    if (due == NULL || date_parse(due, date))
        return 0;
    return plan_builder_error(builder, row, ROW_DUE, "due «%s»: expected a date as 2021-06-30",
                              quote(quoted, due));
}

static int note_plan(struct plan_builder *builder, const struct row *row)
{
    const char *plan = row->cells[ROW_PLAN];
    if (plan == NULL || plan == builder->row_plan)
        return 0;
    char quoted[TEXT_QUOTE_SIZE];
    if (builder->row_plan != NULL)
        return plan_builder_error(builder, row, ROW_PLAN, "plan «%s»: expected one plan in a file",
                                  quote(quoted, plan));
    builder->row_plan = plan;
    return 0;
}

/* Where the row's cells stand, then its number. */
static const struct place *read_places(struct plan_builder *builder, const struct row *row)
{
    struct place *places = arena_alloc(builder->plan->arena, (TASK_FIELDS + 1) * sizeof *places);
    for (int i = 0; i < TASK_FIELDS; i++)
        row->locate(row, i, &places[i]);
    row->locate(row, ROW_NUMBER, &places[TASK_FIELDS]);
    return places;
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
    size_t index = builder->plan->task_count;
    struct task *task = plan_add_task(builder->plan, section, number);
    task->line = (unsigned)row->line;
    if (row->extra != NULL)
        task->extra = row->extra;
    if (builder->keep_places)
        task->places = read_places(builder, row);
    for (int i = 0; i < TASK_FIELDS; i++)
        task->text[i] = row->cells[i];
    builder->dues =
        memory_grow(builder->dues, index, &builder->due_capacity, sizeof *builder->dues);
    int status = read_budget(builder, row, task);
    status |= read_due(builder, row, &builder->dues[index]);
    status |= note_plan(builder, row);
    if (task->text[TASK_SCHEDULE] == NULL) /* a date alone is a schedule */
        task->text[TASK_SCHEDULE] = row->cells[ROW_DUE];
    return status;
}

static bool is_due_in(const struct task *task, struct date due, int year)
{
    struct arena arena = {0};
    struct schedule schedule = schedule_parse(&arena, task->text[TASK_SCHEDULE], year);
    bool same = date_compare(schedule_due(&schedule), due) == 0;
    arena_release(&arena);
    return same;
}

/* Tasks whose due date this year tells, and not one beside it, less those it contradicts. */
static long votes_for(const struct plan_builder *builder, int year)
{
    long votes = 0;
    for (size_t i = 0; i < builder->plan->task_count; i++) {
        const struct task *task = builder->plan->tasks[i];
        struct date due = builder->dues[i];
        if (!date_is_set(due))
            continue;
        if (!is_due_in(task, due, year))
            votes--;
        else if (!is_due_in(task, due, year - 1) && !is_due_in(task, due, year + 1))
            votes++;
    }
    return votes;
}

/* Due dates that were extended are of no help: the year is the one that most of the others tell. */
int plan_builder_due_year(const struct plan_builder *builder)
{
    enum { MOST = 4 };
    int years[MOST], found = 0;
    size_t count = 0;
    for (size_t i = 0; i < builder->plan->task_count && count < MOST; i++) {
        int year = builder->dues[i].year;
        bool tried = year == 0;
        for (size_t j = 0; j < count; j++)
            tried |= years[j] == year;
        if (tried)
            continue;
        years[count++] = year;
        if (votes_for(builder, year) > 0) /* more than half: no other has as many */
            found = year;
    }
    return found;
}
