// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "view/status_view.h"
#include "view/summary_view.h"

static const struct summary *summary_of(const void *row)
{
    return ((const struct summary_row *)row)->summary;
}

/* One getter a count. */
#define COUNT_GETTER(name, field)                                                                  \
    static struct value name(const void *row, struct strbuf *scratch)                              \
    {                                                                                              \
        (void)scratch;                                                                             \
        return value_integer((int64_t)summary_of(row)->field);                                     \
    }
COUNT_GETTER(get_done_on_time, states[DONE_ON_TIME])
COUNT_GETTER(get_done_late, states[DONE_LATE])
COUNT_GETTER(get_done_no_due, states[DONE_NO_DUE])
COUNT_GETTER(get_open_in_time, states[OPEN_IN_TIME])
COUNT_GETTER(get_open_overdue, states[OPEN_OVERDUE])
COUNT_GETTER(get_open_no_due, states[OPEN_NO_DUE])
COUNT_GETTER(get_not_started, statuses[TASK_NOT_STARTED])
COUNT_GETTER(get_in_progress, statuses[TASK_IN_PROGRESS])
COUNT_GETTER(get_cancelled, statuses[TASK_CANCELLED])
COUNT_GETTER(get_reported, reported)

static struct value get_completion(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    int64_t thousandths = summary_completion(summary_of(row));
    return thousandths >= 0 ? value_share(thousandths) : value_none();
}

#define COUNT(column, head, says)                                                                  \
    {                                                                                              \
        .name = #column, .heading = head, .help = says, .right = true, .get = get_##column         \
    }
static const struct column columns[] = {
    {"group", N_("Group"), N_("the section, lead agency, quarter or plan"), summary_get_group,
     .weight = 2, .show = summary_show_group, .compare = summary_compare_groups},
    {"title", N_("Title"), N_("its title"), summary_get_title, .weight = 4},
    {"tasks", N_("Tasks"), N_("how many tasks"), summary_get_tasks, .right = true},
    COUNT(done_on_time, N_("On time"), N_("done by their due date")),
    COUNT(done_late, N_("Late"), N_("done after it")),
    COUNT(done_no_due, N_("No due"), N_("done, with no due date")),
    COUNT(open_in_time, N_("In time"), N_("open, and not yet due")),
    COUNT(open_overdue, NC_("column", "Overdue"), N_("open, and due before the as-of date")),
    COUNT(open_no_due, N_("Open, no due"), N_("open, with no due date")),
    COUNT(not_started, N_("Not started"), N_("of the open ones")),
    COUNT(in_progress, N_("In progress"), N_("of the open ones")),
    COUNT(cancelled, N_("Cancelled"), N_("no longer to be done")),
    COUNT(reported, N_("Reported"), N_("of which anything is recorded")),
    {"completion_percent", N_("Done"), N_("done, of those not cancelled"), get_completion,
     .right = true},
};

const struct column_table status_columns = COLUMN_TABLE(
    columns,
    "group,title,tasks,done_on_time,done_late,open_in_time,open_overdue,completion_percent");

struct column_table status_columns_shown(struct strbuf *shown, const struct summary *total,
                                         bool titled)
{
    static const struct {
        const char *name;
        enum task_state state;
        bool always;
    } parts[] = {
        {"done_on_time", DONE_ON_TIME, true},  {"done_late", DONE_LATE, true},
        {"done_no_due", DONE_NO_DUE, false},   {"open_in_time", OPEN_IN_TIME, true},
        {"open_overdue", OPEN_OVERDUE, true},  {"open_no_due", OPEN_NO_DUE, false},
        {"cancelled", STATE_CANCELLED, false},
    };
    strbuf_adds(shown, titled ? "group,title,tasks" : "group,tasks");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].always || total->states[parts[i].state] > 0)
            strbuf_addf(shown, ",%s", parts[i].name);
    strbuf_adds(shown, ",completion_percent");
    struct column_table table = status_columns;
    table.shown = shown->text;
    return table;
}
