// SPDX-License-Identifier: MIT
#include "view/summary_view.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"

static const struct summary *summary_of(const void *row)
{
    return ((const struct summary_row *)row)->summary;
}

struct summary_row *summary_rows(const struct summary_list *list)
{
    struct summary_row *rows = memory_alloc((list->count + 1) * sizeof *rows);
    for (size_t i = 0; i <= list->count; i++)
        rows[i] = (struct summary_row){i < list->count ? &list->items[i] : &list->total,
                                       list->total.budget_vnd};
    return rows;
}

struct value summary_get_group(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const char *group = summary_of(row)->group;
    return value_text(*group != '\0' ? group : NULL);
}

struct value summary_show_group(const void *row, struct strbuf *scratch)
{
    const char *shown = summary_of(row)->shown;
    return shown != NULL ? value_text(shown) : summary_get_group(row, scratch);
}

int summary_compare_groups(const void *a, const void *b, bool reverse)
{
    const struct summary *x = summary_of(a), *y = summary_of(b);
    unsigned u = section_value(x->group), v = section_value(y->group);
    int order = u > 0 && v > 0 ? (u > v) - (u < v) : text_compare(x->group, y->group);
    return reverse ? -order : order;
}

struct value summary_get_title(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(summary_of(row)->title);
}

struct value summary_get_tasks(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_integer((int64_t)summary_of(row)->tasks);
}

/* One getter a count. */
#define COUNT_GETTER(name, field)                                                                  \
    static struct value name(const void *row, struct strbuf *scratch)                              \
    {                                                                                              \
        (void)scratch;                                                                             \
        return value_integer((int64_t)summary_of(row)->field);                                     \
    }
COUNT_GETTER(get_budgeted, budgeted)
COUNT_GETTER(get_covered, covered)
COUNT_GETTER(get_unspecified, unspecified)
COUNT_GETTER(get_missing, missing)

/* The sum of no amount at all is not known. */
static bool has_sum(const void *row)
{
    return summary_of(row)->amounts > 0 || summary_of(row)->tasks == 0;
}

static struct value get_budget_vnd(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return has_sum(row) ? value_money(summary_of(row)->budget_vnd) : value_none();
}

static struct value show_budget_vnd(const void *row, struct strbuf *scratch)
{
    return has_sum(row) ? get_budget_vnd(row, scratch) : value_text("–");
}

static struct value get_spent_vnd(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return summary_of(row)->unknown ? value_none() : value_money(summary_of(row)->spent_vnd);
}

static struct value get_left_vnd(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    if (!has_sum(row) || summary_of(row)->unknown)
        return value_none();
    return value_money(summary_of(row)->budget_vnd - summary_of(row)->spent_vnd);
}

static struct value show_left_vnd(const void *row, struct strbuf *scratch)
{
    return has_sum(row) && !summary_of(row)->unknown ? get_left_vnd(row, scratch) : value_text("–");
}

/* Thousandths of the whole, rounded half up; only the last digits of vast amounts are left out. */
static struct value get_share(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    int64_t part = summary_of(row)->budget_vnd,
            whole = ((const struct summary_row *)row)->whole_vnd;
    if (whole > INT64_MAX / 4000) {
        part /= 4000;
        whole /= 4000;
    }
    if (whole == 0)
        return value_none();
    return value_share((part * 2000 + whole) / (whole * 2));
}

static const struct column columns[] = {
    {"group", N_("Group"), N_("the section, lead agency, quarter or plan"), summary_get_group,
     .weight = 2, .show = summary_show_group, .compare = summary_compare_groups},
    {"title", N_("Title"), N_("its title"), summary_get_title, .weight = 5},
    {"tasks", N_("Tasks"), N_("how many tasks"), summary_get_tasks, .right = true},
    {"budgeted", N_("With an amount"), N_("tasks whose budget is an amount"), get_budgeted,
     .right = true},
    {"covered", N_("Within a group's"), N_("tasks whose group's amount counts in their place"),
     get_covered, .right = true},
    {"unspecified", N_("In words"), N_("tasks whose budget is words"), get_unspecified,
     .right = true},
    {"missing", N_("Blank"), N_("tasks whose budget is blank"), get_missing, .right = true},
    {"budget_vnd", N_("Budget (mil. đ)"), N_("the planned budget in đồng"), get_budget_vnd,
     .right = true, .show = show_budget_vnd},
    {"spent_vnd", N_("Spent (mil. đ)"), N_("what was spent, in đồng"), get_spent_vnd,
     .right = true},
    {"left_vnd", N_("Left (mil. đ)"), N_("what is left, in đồng"), get_left_vnd, .right = true,
     .show = show_left_vnd},
    {"share", N_("Share"), N_("of the whole budget, in percent"), get_share, .right = true,
     .table_only = true},
};

const struct column_table summary_columns =
    COLUMN_TABLE(columns, "group,title,tasks,budget_vnd,share");
const struct column_table summary_columns_untitled =
    COLUMN_TABLE(columns, "group,tasks,budget_vnd,share");
const struct column_table summary_spent_columns =
    COLUMN_TABLE(columns, "group,title,tasks,budget_vnd,spent_vnd,left_vnd,share");
const struct column_table summary_spent_columns_untitled =
    COLUMN_TABLE(columns, "group,tasks,budget_vnd,spent_vnd,left_vnd,share");
