// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/text.h"
#include "view/plan_view.h"

#include <string.h>

static const struct plan_row *row_of(const void *row)
{
    return row;
}

static struct value get_id(const void *row, struct strbuf *scratch)
{
    const struct plan *plan = row_of(row)->plan;
    (void)scratch;
    return value_text(plan != NULL ? plan->id : "total");
}

static struct value show_id(const void *row, struct strbuf *scratch)
{
    return row_of(row)->plan != NULL ? get_id(row, scratch) : value_text(_("total"));
}

/* One getter a text of the plan's; the total has none. */
#define TEXT_GETTER(name, field)                                                                   \
    static struct value name(const void *row, struct strbuf *scratch)                              \
    {                                                                                              \
        const struct plan *plan = row_of(row)->plan;                                               \
        (void)scratch;                                                                             \
        return value_text(plan != NULL ? plan->field : NULL);                                      \
    }
TEXT_GETTER(get_title, title)
TEXT_GETTER(get_organisation, organisation)

/* A path is any bytes, a value is text. */
static struct value get_file(const void *row, struct strbuf *scratch)
{
    const struct plan *plan = row_of(row)->plan;
    if (plan == NULL)
        return value_none();
    text_add_path(scratch, plan->path);
    return value_text(strbuf_text(scratch));
}

static struct value get_year(const void *row, struct strbuf *scratch)
{
    const struct plan *plan = row_of(row)->plan;
    (void)scratch;
    return plan != NULL && plan->year > 0 ? value_integer(plan->year) : value_none();
}

/* A year is a name, not an amount: its figures are not grouped. */
static struct value show_year(const void *row, struct strbuf *scratch)
{
    struct value year = get_year(row, scratch);
    if (year.kind == VALUE_NONE)
        return year;
    strbuf_addf(scratch, "%d", row_of(row)->plan->year);
    return value_text(scratch->text);
}

/* One getter a number. */
#define GETTER(name, expression)                                                                   \
    static struct value name(const void *row, struct strbuf *scratch)                              \
    {                                                                                              \
        const struct summary *summary = &row_of(row)->summary;                                     \
        const size_t *findings = row_of(row)->findings;                                            \
        (void)scratch;                                                                             \
        (void)summary;                                                                             \
        (void)findings;                                                                            \
        return expression;                                                                         \
    }
#define COUNT_GETTER(name, count) GETTER(name, value_integer((int64_t)(count)))
#define PROGRESS_GETTER(name, value) GETTER(name, summary->unknown ? value_none() : (value))
COUNT_GETTER(get_tasks, summary->tasks)
COUNT_GETTER(get_budgeted, summary->budgeted)
COUNT_GETTER(get_covered, summary->covered)
COUNT_GETTER(get_unspecified, summary->unspecified)
COUNT_GETTER(get_missing, summary->missing)
PROGRESS_GETTER(get_done, value_integer((int64_t)(summary->statuses[TASK_DONE])))
PROGRESS_GETTER(get_overdue, value_integer((int64_t)(summary->states[OPEN_OVERDUE])))
PROGRESS_GETTER(get_reported, value_integer((int64_t)(summary->reported)))
COUNT_GETTER(get_errors, findings[SEVERITY_ERROR])
COUNT_GETTER(get_warnings, findings[SEVERITY_WARNING])
COUNT_GETTER(get_notes, findings[SEVERITY_NOTE])
COUNT_GETTER(get_findings,
             findings[SEVERITY_ERROR] + findings[SEVERITY_WARNING] + findings[SEVERITY_NOTE])
GETTER(get_budget_vnd, summary->amounts > 0 || summary->tasks == 0
                           ? value_money(summary->budget_vnd)
                           : value_none())
PROGRESS_GETTER(get_spent_vnd, value_money(summary->spent_vnd))
PROGRESS_GETTER(get_completion, summary_completion(summary) >= 0
                                    ? value_share(summary_completion(summary))
                                    : value_none())

/* The sum of no amount at all is not known. */
static struct value show_budget_vnd(const void *row, struct strbuf *scratch)
{
    struct value budget = get_budget_vnd(row, scratch);
    return budget.kind != VALUE_NONE ? budget : value_text("–");
}

#define NUMBER(column, head, says)                                                                 \
    {                                                                                              \
        .name = #column, .heading = head, .help = says, .right = true, .get = get_##column         \
    }
static const struct column columns[] = {
    {"id", N_("Plan"), N_("the plan's id"), get_id, .weight = 2, .show = show_id},
    {"title", N_("Title"), N_("the plan's title"), get_title, .weight = 4},
    {"organisation", N_("Organisation"),
     N_("the plan's organisation, if the document has a field for it"), get_organisation,
     .weight = 2},
    {"year", N_("Year"), N_("the year it is for"), get_year, .right = true, .show = show_year},
    {"file", N_("File"), N_("the plan's path as it was given"), get_file, .weight = 0},
    NUMBER(tasks, N_("Tasks"), N_("how many tasks")),
    NUMBER(budgeted, N_("With an amount"), N_("tasks whose budget is an amount")),
    NUMBER(covered, N_("Within a group's"), N_("tasks whose group's amount counts in their place")),
    NUMBER(unspecified, N_("In words"), N_("tasks whose budget is words")),
    NUMBER(missing, N_("Blank"), N_("tasks whose budget is blank")),
    {"budget_vnd", N_("Budget (mil. đ)"), N_("the planned budget in đồng"), get_budget_vnd,
     .right = true, .show = show_budget_vnd},
    NUMBER(spent_vnd, N_("Spent (mil. đ)"), N_("what was spent, in đồng")),
    NUMBER(done, N_("Tasks done"), N_("tasks that are done")),
    NUMBER(overdue, NC_("column", "Overdue"), N_("open, and due before the as-of date")),
    NUMBER(reported, N_("Reported"), N_("of which anything is recorded")),
    {"completion_percent", N_("Done"), N_("done, of those not cancelled"), get_completion,
     .right = true},
    NUMBER(errors, N_("Errors"), N_("what `check` finds wrong with the document")),
    NUMBER(warnings, N_("Warnings"), N_("what it finds missing or unclear")),
    NUMBER(notes, N_("Notes"), N_("what it finds written in several ways")),
    NUMBER(findings, N_("Findings"), N_("all that it finds")),
};

const struct column_table plan_columns =
    COLUMN_TABLE(columns, "id,title,tasks,budget_vnd,completion_percent,errors,findings");
const struct column_table plan_columns_untitled =
    COLUMN_TABLE(columns, "id,tasks,budget_vnd,completion_percent,errors,findings");

bool plan_column_is_of_findings(const struct column *column)
{
    return column->get == get_errors || column->get == get_warnings || column->get == get_notes ||
           column->get == get_findings;
}
