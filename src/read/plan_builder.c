// SPDX-License-Identifier: MIT
#include "read/plan_builder.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "plan/mark.h"
#include "plan/task_id.h"
#include "read/due_year.h"
#include "read/row_cells.h"

#include <stdlib.h>
#include <string.h>

/* The rows of a plan mostly stand together: it is not to hold room for more. */
static void trim(struct plan *plan)
{
    plan->task_capacity = plan->task_count;
    plan->tasks = memory_resize(plan->tasks, plan->task_count, sizeof(struct task *));
    plan->section_capacity = plan->section_count;
    plan->sections = memory_resize(plan->sections, plan->section_count, sizeof(struct section *));
}

static void add_built(struct plan_builder *builder, struct plan *plan, const char *name)
{
    if (builder->built_count > 0)
        trim(builder->built_plans[builder->built_count - 1].plan);
    builder->built_plans = memory_grow(builder->built_plans, builder->built_count,
                                       &builder->built_capacity, sizeof *builder->built_plans);
    builder->built_plans[builder->built_count++] = (struct built_plan){.plan = plan, .name = name};
}

void plan_builder_init(struct plan_builder *builder, const struct source *source,
                       struct error_list *errors)
{
    *builder = (struct plan_builder){
        .plan = plan_new(source->path),
        .source = source,
        .errors = errors,
        .money = {.unit = MONEY_MILLION, .limit = MONEY_LIMIT_UNSTATED},
    };
    add_built(builder, builder->plan, NULL);
}

/* All plans of one file have the same unknown columns. */
static void copy_columns(struct plan *plan, const struct plan *first)
{
    size_t count = first->extra_count;
    plan->columns = first->columns;
    plan->column_count = first->column_count;
    if (count == 0)
        return;
    plan->extra_names = memory_alloc(count * sizeof *plan->extra_names);
    memcpy((void *)plan->extra_names, (const void *)first->extra_names,
           count * sizeof *plan->extra_names);
    plan->extra_count = plan->extra_capacity = count;
}

void plan_builder_init_like(struct plan_builder *builder, const struct plan_builder *other,
                            struct error_list *errors)
{
    plan_builder_init(builder, other->source, errors);
    copy_columns(builder->plan, other->plan);
    builder->money = other->money;
    builder->stated_unit = other->stated_unit;
    builder->named_unit = other->named_unit;
    builder->composed = other->composed;
    builder->projection = other->projection;
    builder->keep_locations = other->keep_locations;
    builder->year = other->year;
}

void plan_builder_state_unit(struct plan_builder *builder, int64_t unit)
{
    builder->stated_unit = unit;
    if (builder->named_unit != 0)
        return;
    builder->money.unit = unit;
    builder->money.limit = unit >= MONEY_MILLION ? MONEY_LIMIT_STATED : 0;
}

void plan_builder_name_unit(struct plan_builder *builder, int64_t unit)
{
    builder->named_unit = unit;
    if (unit == 0)
        return;
    builder->money.unit = unit;
    builder->money.limit = 0;
}

void plan_builder_release(struct plan_builder *builder)
{
    for (size_t i = 0; i < builder->built_count; i++)
        free(builder->built_plans[i].dues);
    free(builder->built_plans);
    pointer_map_release(&builder->built_of);
    pointer_map_release(&builder->amounts);
    free(builder->amount_list);
    for (size_t i = 0; i < builder->footer_line_count; i++)
        free(builder->footer_lines[i].text);
    free(builder->footer_lines);
    *builder = (struct plan_builder){.plan = builder->plan};
}

struct built_plan *plan_builder_find(struct plan_builder *builder, const char *name,
                                     struct plan *plan)
{
    struct built_plan *first = &builder->built_plans[0];
    if (name == NULL)
        return first;
    name = arena_intern(builder->plan->arena, name, strlen(name));
    size_t *number = pointer_map_at(&builder->built_of, name);
    if (*number != POINTER_MAP_NONE)
        return &builder->built_plans[*number];
    if (first->name == NULL) { /* until a row has named it */
        first->name = name;
        *number = 0;
        return first;
    }
    struct plan *last = builder->built_plans[builder->built_count - 1].plan;
    if (plan == NULL) {
        plan = plan_append(last);
        copy_columns(plan, builder->plan);
    } else {
        last->next = plan;
        plan->arena = builder->plan->arena;
        plan->next = NULL;
    }
    add_built(builder, plan, name);
    *number = builder->built_count - 1;
    return &builder->built_plans[*number];
}

const char *plan_builder_cell(struct plan_builder *builder, const char *text, size_t length)
{
    text = text_trim(text, &length);
    if (length == 0)
        return NULL;
    if (builder->composed || !text_may_change_by_nfc(text, length))
        return arena_intern(builder->plan->arena, text, length);
    struct strbuf composed = {0};
    text_add_nfc(&composed, text, length);
    const char *cell = arena_intern(builder->plan->arena, composed.text, composed.length);
    strbuf_release(&composed);
    return cell;
}

/* Codes repeat, and equal ones are one pointer. */
unsigned plan_builder_section_value(struct plan_builder *builder, const char *code)
{
    if (code != builder->code)
        builder->code_value = section_value(code);
    builder->code = code;
    return builder->code_value;
}

const struct extra_cells *plan_builder_extras(struct plan_builder *builder,
                                              const char *const *cells, size_t count)
{
    while (count > 0 &&
           (cells[count - 1] == NULL || text_is_blank(cells[count - 1], strlen(cells[count - 1]))))
        count--;
    if (count == 0)
        return NULL;
    struct extra_cells *extra = arena_alloc(builder->plan->arena, sizeof *extra);
    extra->count = count;
    extra->cells = arena_alloc(builder->plan->arena, count * sizeof *extra->cells);
    for (size_t i = 0; i < count; i++)
        if (cells[i] != NULL)
            extra->cells[i] = plan_builder_cell(builder, cells[i], strlen(cells[i]));
    return extra;
}

/* Returns the name of the row's plan, from its own column or from the beginning of its id. */
static const char *plan_name(struct plan_builder *builder, const struct row *row)
{
    const char *id = row->cells[COLUMN_ID], *colon = id != NULL ? strrchr(id, ':') : NULL;
    if (row->cells[COLUMN_PLAN] != NULL || colon == NULL)
        return row->cells[COLUMN_PLAN];
    return plan_builder_cell(builder, id, (size_t)(colon - id));
}

struct plan *plan_builder_select(struct plan_builder *builder, struct row *row)
{
    row_cells_store_one(row, builder, COLUMN_PLAN);
    row_cells_store_one(row, builder, COLUMN_ID);
    const char *name = plan_name(builder, row);
    if (name != builder->built_plans[builder->current].name && name != NULL) {
        builder->current = (size_t)(plan_builder_find(builder, name, NULL) - builder->built_plans);
    }
    builder->unnamed |= name == NULL;
    if (!builder->unnamed || builder->built_count == 1)
        return builder->built_plans[builder->current].plan;
    plan_builder_error(builder, row, COLUMN_PLAN,
                       "the rows are of several plans, and not all name theirs");
    return NULL;
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
        row->locate(row, key, &error->location);
    return -1;
}

/* The row's section code and task number: from their own columns, or taken from its id. */
struct address {
    const char *section, *number;
};

/* The bytes of an id that are its section's code, if no cell says so: «III», «A.III», «1». */
static size_t code_length(const char *id)
{
    size_t length = 0;
    for (const char *part = id, *dot; (dot = strchr(part, '.')) != NULL; part = dot + 1) {
        if (part != id && !(*part >= 'A' && *part <= 'Z'))
            break;
        length = (size_t)(dot - id);
    }
    return length;
}

static int split_id(struct plan_builder *builder, const struct row *row, struct address *address)
{
    const char *id = row->cells[COLUMN_ID], *colon = strrchr(id, ':');
    const char *local = colon != NULL ? colon + 1 : id;
    const char *known = address->section;
    size_t length = known != NULL ? strlen(known) : code_length(local);
    bool fits = (known == NULL || strncmp(local, known, length) == 0) &&
                (length == 0 || local[length] == '.');
    const char *rest = local + (length > 0 ? length + 1 : 0);
    if (fits && known != NULL && address->number != NULL && strcmp(address->number, rest) == 0)
        return 0;
    if (!fits || (address->number != NULL && strcmp(address->number, rest) != 0)) {
        char quoted[TEXT_QUOTE_SIZE];
        return plan_builder_error(builder, row, COLUMN_ID,
                                  "id «%s» is not its row's section and number",
                                  text_quote_all(quoted, id));
    }
    *address = (struct address){plan_builder_cell(builder, local, length),
                                plan_builder_cell(builder, rest, strlen(rest))};
    return 0;
}

static int find_address(struct plan_builder *builder, const struct row *row,
                        struct address *address)
{
    *address = (struct address){row->cells[COLUMN_SECTION], row->cells[COLUMN_NUMBER]};
    char quoted[TEXT_QUOTE_SIZE];
    if (row->cells[COLUMN_ID] != NULL && split_id(builder, row, address) != 0)
        return -1;
    struct mark mark;
    if (address->number == NULL && row->cells[COLUMN_MARK] != NULL &&
        mark_read(row->cells[COLUMN_MARK], &mark))
        address->number = plan_builder_cell(builder, mark.code, mark.length);
    static const char none[] = "";
    const char *number = address->number != NULL ? address->number : "";
    int status = 0;
    bool unnamed = address->section == NULL && row->cells[COLUMN_ID] != NULL;
    if (address->section == NULL)
        address->section = none;
    if (!unnamed && plan_builder_section_value(builder, address->section) == 0)
        status = plan_builder_error(builder, row, COLUMN_SECTION,
                                    "section «%s»: expected a Roman numeral as in III",
                                    text_quote_all(quoted, address->section));
    bool figured = row->cells[COLUMN_ID] != NULL || strpbrk(number, "123456789") != NULL;
    if (!figured || !task_number_is_valid(number))
        status = plan_builder_error(builder, row, COLUMN_NUMBER,
                                    "number «%s»: expected a figure as in 2",
                                    text_quote_all(quoted, number));
    return status;
}

/* The section a row names, made on its first row. */
static struct section *row_section(struct plan_builder *builder, const struct row *row,
                                   struct plan *plan, const char *code)
{
    const char *title = row->cells[COLUMN_SECTION_TITLE];
    unsigned value = plan_builder_section_value(builder, code);
    struct section *section = builder->section;
    if (section == NULL || section->value != value || builder->section_plan != plan)
        section = plan_find_section(plan, value);
    if (section == NULL) {
        section = plan_add_section(plan, code, title);
        section->line = (unsigned)row->line;
        if (builder->keep_locations) {
            struct section_locations *locations =
                arena_alloc(builder->plan->arena, sizeof *locations);
            row->locate(row, COLUMN_SECTION_TITLE, &locations->title);
            section->locations = locations;
        }
    }
    builder->section = section;
    builder->section_plan = plan;
    if (section->title == NULL)
        section->title = title;
    if (title == NULL || title == section->title)
        return section;
    char quoted[TEXT_QUOTE_SIZE], other[TEXT_QUOTE_SIZE];
    plan_builder_error(builder, row, COLUMN_SECTION_TITLE,
                       "section %s is called «%s» here and «%s» before", section->code,
                       text_quote_all(quoted, title), text_quote_all(other, section->title));
    return NULL;
}

static size_t take_digits(const char *text, int64_t *value)
{
    enum { DIGITS_MAX = 12 };
    size_t length = 0;
    *value = 0;
    for (; text[length] >= '0' && text[length] <= '9' && length <= DIGITS_MAX; length++)
        *value = *value * 10 + (text[length] - '0');
    return length <= DIGITS_MAX ? length : 0;
}

/*
 * The figures that most budgets are, and that mean the same to money_parse: «1285», and «12,5» or
 * «12,25» where a comma is the decimal mark.
 */
static bool read_plain_figure(const char *text, struct money_rules rules, int64_t *vnd)
{
    int64_t value, part = 0;
    size_t length = take_digits(text, &value), decimals = 0;
    if (length == 0 || (*text == '0' && length > 1))
        return false;
    if (text[length] == ',' && rules.decimal_mark != '.')
        decimals = take_digits(text + length + 1, &part);
    if (text[length] == ',' && (decimals == 0 || decimals > 2 || rules.unit % 100 != 0))
        return false;
    length += text[length] == ',' ? decimals + 1 : 0;
    if (rules.limit > 0 && value >= rules.limit)
        return false;
    return text[length] == '\0' && !__builtin_mul_overflow(value, rules.unit, vnd) &&
           money_add(vnd, part * (rules.unit / (decimals == 1 ? 10 : 100)));
}

/* A budget cell as it stands. Cells repeat: each is read once. */
static int parse_budget(struct plan_builder *builder, const struct row *row, const char *text,
                        struct budget *budget, struct error *reason)
{
    struct money_rules rules = builder->money;
    if (row->decimal_mark != 0) {
        rules.decimal_mark = row->decimal_mark;
        return budget_parse(text, rules, budget, reason);
    }
    if (read_plain_figure(text, rules, &budget->vnd)) {
        budget->kind = BUDGET_AMOUNT;
        return 0;
    }
    text = arena_intern(builder->plan->arena, text, strlen(text));
    size_t *index = pointer_map_at(&builder->amounts, text);
    if (*index != POINTER_MAP_NONE) {
        *budget = builder->amount_list[*index];
        return 0;
    }
    if (budget_parse(text, rules, budget, reason) != 0)
        return -1;
    *index = builder->amount_count;
    builder->amount_list = memory_grow(builder->amount_list, builder->amount_count,
                                       &builder->amount_capacity, sizeof *builder->amount_list);
    builder->amount_list[builder->amount_count++] = *budget;
    return 0;
}

/* Returns whether a budget's words can mean the exact amount beside them in some unit. */
static bool may_mean(const char *text, struct money_rules rules, int64_t vnd)
{
    static const int64_t units[] = {MONEY_VND, MONEY_THOUSAND, MONEY_MILLION, MONEY_BILLION};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct budget budget;
        struct error reason;
        rules.unit = units[i];
        rules.limit = 0;
        if (budget_parse(text, rules, &budget, &reason) != 0 ||
            (budget.kind == BUDGET_AMOUNT && budget.vnd == vnd))
            return true; /* «1,000» cannot be read by itself; the exact column settles it */
    }
    return false;
}

static int read_exact_budget(struct plan_builder *builder, const struct row *row, struct task *task)
{
    const char *exact = row->cells[COLUMN_BUDGET_VND], *text = row->cells[COLUMN_BUDGET];
    struct money_rules rules = builder->money, vnd = {.unit = MONEY_VND, .decimal_mark = '.'};
    struct budget said;
    struct error reason;
    char quoted[TEXT_QUOTE_SIZE], other[TEXT_QUOTE_SIZE];
    if (strspn(exact, "0123456789") != strlen(exact) ||
        money_parse(exact, vnd, &task->budget.vnd, &reason) != 0)
        return plan_builder_error(builder, row, COLUMN_BUDGET_VND,
                                  "budget_vnd «%s»: expected a whole number of đồng",
                                  text_quote_all(quoted, exact));
    task->budget.kind = BUDGET_AMOUNT;
    if (text == NULL || (parse_budget(builder, row, text, &said, &reason) == 0 &&
                         said.kind == BUDGET_AMOUNT && said.vnd == task->budget.vnd))
        return 0;
    if (row->decimal_mark != 0)
        rules.decimal_mark = row->decimal_mark;
    if (!may_mean(text, rules, task->budget.vnd))
        return plan_builder_error(builder, row, COLUMN_BUDGET_VND,
                                  "budget_vnd «%s» is not what budget «%s» says",
                                  text_quote_all(quoted, exact), text_quote_all(other, text));
    return 0;
}

static int parse_amount(struct plan_builder *builder, const struct row *row, struct task *task)
{
    struct error reason;
    char quoted[TEXT_QUOTE_SIZE];
    const char *text = row->cells[COLUMN_BUDGET];
    if (row->cells[COLUMN_BUDGET_VND] != NULL)
        return read_exact_budget(builder, row, task);
    if (text == NULL || parse_budget(builder, row, text, &task->budget, &reason) == 0)
        return 0;
    plan_builder_error(builder, row, COLUMN_BUDGET, "budget «%s» %s", text_quote_all(quoted, text),
                       reason.text);
    return error_list_settle(builder->errors, reason.settles);
}

/* A budget that cannot be read leaves the row without an amount. */
static int read_budget(struct plan_builder *builder, const struct row *row, struct task *task)
{
    int status = parse_amount(builder, row, task);
    if (status == 0)
        return 0;
    builder->errors->in_cells++;
    task->budget = (struct budget){.kind = BUDGET_UNSPECIFIED};
    return -1;
}

static int read_due(struct plan_builder *builder, const struct row *row, struct date *date)
{
    const char *due = row->cells[COLUMN_DUE];
    char quoted[TEXT_QUOTE_SIZE];
    *date = (struct date){0};
    if (due == NULL || date_parse(due, date))
        return 0;
    return plan_builder_error(builder, row, COLUMN_DUE, "due «%s»: expected a date as 2021-06-30",
                              text_quote_all(quoted, due));
}

/* Nothing is kept for rows without a due date. */
static void keep_due(struct built_plan *built, size_t index, struct date due)
{
    if (!date_is_set(due))
        return;
    while (built->due_count <= index) {
        built->dues =
            memory_grow(built->dues, built->due_count, &built->due_capacity, sizeof *built->dues);
        built->dues[built->due_count++] = (struct date){0};
    }
    built->dues[index] = due;
}

/* The extra cells, and where the row's own stand, then its number. */
static const struct extra_cells *with_locations(struct plan_builder *builder, const struct row *row,
                                                const struct extra_cells *cells)
{
    struct arena *arena = builder->plan->arena;
    struct extra_cells *extra = arena_alloc(arena, sizeof *extra);
    struct location *locations = arena_alloc(arena, (TASK_FIELDS + 1) * sizeof *locations);
    for (int i = 0; i < TASK_FIELDS; i++)
        row->locate(row, COLUMN_OF(i), &locations[i]);
    row->locate(row, COLUMN_NUMBER, &locations[TASK_FIELDS]);
    *extra = *cells;
    extra->locations = locations;
    return extra;
}

static void take_cells(struct plan_builder *builder, const struct row *row, struct task *task)
{
    task->line = (unsigned)row->line;
    const struct extra_cells *extra = plan_builder_extras(builder, row->extras, row->extra_count);
    if (extra != NULL)
        task->extra = extra;
    if (builder->keep_locations)
        task->extra = with_locations(builder, row, task->extra);
    for (int i = 0; i < TASK_FIELDS; i++)
        task->text[i] = row->cells[COLUMN_OF(i)];
}

static void keep_mark(struct plan_builder *builder, const struct row *row, struct task *task)
{
    const char *mark = row->cells[COLUMN_MARK];
    if (mark == NULL || mark == task_text_skipped || strcmp(mark, task->number) == 0)
        return;
    struct extra_cells *extra = arena_alloc(builder->plan->arena, sizeof *extra);
    *extra = *task->extra;
    extra->mark = mark;
    task->extra = extra;
}

/* A date alone is a schedule. */
static int take_due(struct plan_builder *builder, const struct row *row, struct built_plan *built,
                    struct task *task)
{
    struct date due;
    int status = read_due(builder, row, &due);
    keep_due(built, task->index, due);
    if (task->text[TASK_SCHEDULE] == NULL)
        task->text[TASK_SCHEDULE] = row->cells[COLUMN_DUE];
    return status;
}

int plan_builder_add(struct plan_builder *builder, struct row *row)
{
    struct address address;
    row_cells_store(row, builder);
    struct plan *plan = plan_builder_select(builder, row);
    if (plan == NULL || find_address(builder, row, &address) != 0)
        return -1;
    struct built_plan *built = &builder->built_plans[builder->current];
    struct section *section = row_section(builder, row, plan, address.section);
    if (section == NULL)
        return -1;
    if (!projection_has_section(&builder->projection, section->value) &&
        row->cells[COLUMN_DUE] == NULL) {
        struct task unwanted = {0};
        return read_budget(builder, row, &unwanted);
    }
    const char *number = address.number;
    while (number[0] == '0' && number[1] >= '0' && number[1] <= '9') /* «02» is 2 */
        number++;
    struct task *task = plan_add_task(plan, section, number);
    take_cells(builder, row, task);
    keep_mark(builder, row, task);
    plan->has_unit |= row->cells[COLUMN_BUDGET_VND] != NULL;
    return read_budget(builder, row, task) | take_due(builder, row, built, task);
}

struct task *plan_builder_make_row(struct plan_builder *builder, struct row *row)
{
    struct task *task = arena_alloc(builder->plan->arena, sizeof *task);
    for (int column = 0; column < COLUMN_COMPUTED; column++)
        row_cells_store_one(row, builder, column);
    *task = task_blank;
    take_cells(builder, row, task);
    builder->plan->has_unit |= row->cells[COLUMN_BUDGET_VND] != NULL;
    return task;
}

int plan_builder_read_amount(struct plan_builder *builder, const struct row *row, struct task *task)
{
    return read_budget(builder, row, task);
}

int plan_builder_append_task(struct plan_builder *builder, const struct row *row, struct task *task)
{
    plan_append_task(builder->plan, task);
    return take_due(builder, row, &builder->built_plans[0], task);
}

int plan_builder_read_rows(struct plan_builder *builder, const struct row_reader *reader)
{
    return builder->read_rows != NULL ? builder->read_rows(builder, reader)
                                      : reader->read(reader, builder, reader->range);
}

void plan_builder_add_footer_line(struct plan_builder *builder, struct footer_line line)
{
    builder->footer_lines = memory_grow(builder->footer_lines, builder->footer_line_count,
                                        &builder->footer_line_capacity, sizeof line);
    builder->footer_lines[builder->footer_line_count++] = line;
}

void plan_builder_finish(struct plan_builder *builder, const char *id)
{
    struct due_years years = {0};
    for (size_t i = 0; i < builder->built_count; i++) {
        struct plan *plan = builder->built_plans[i].plan;
        if (plan->id == NULL)
            plan->id = builder->built_plans[i].name != NULL ? builder->built_plans[i].name : id;
        if (plan->year == 0)
            plan->year = due_year_find(&years, &builder->built_plans[i]);
        if (plan->year == 0)
            plan->year = builder->year;
        plan->unit = builder->money.unit;
        plan->has_unit |= builder->stated_unit != 0 || builder->named_unit != 0;
    }
    due_years_release(&years);
    plan_finish(builder->plan);
}
