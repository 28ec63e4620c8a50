// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "plan/task_id.h"
#include "view/answer_view.h"

static const struct round_agency *agency_of(const void *row)
{
    return row;
}

static struct value get_agency(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(*agency_of(row)->name != '\0' ? agency_of(row)->name : NULL);
}

static struct value show_agency(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(*agency_of(row)->name != '\0' ? agency_of(row)->name : _("No lead agency"));
}

static struct value get_tasks(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_integer((int64_t)agency_of(row)->asked);
}

static struct value get_answered(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_integer((int64_t)agency_of(row)->answered);
}

static struct value get_missing(const void *row, struct strbuf *scratch)
{
    const struct round_agency *agency = row;
    for (size_t i = 0; i < agency->count; i++) {
        if (!agency->tasks[i].answers || agency->tasks[i].is_answered)
            continue;
        strbuf_separate(scratch, ", ");
        task_add_id(scratch, agency->tasks[i].task, false);
    }
    return scratch->length > 0 ? value_text(scratch->text) : value_none();
}

static struct value get_state(const void *row, struct strbuf *scratch)
{
    const struct round_agency *agency = row;
    (void)scratch;
    return value_text(agency->answered == agency->asked ? N_("answered")
                      : agency->answered > 0            ? N_("in part")
                                                        : N_("not answered"));
}

static const struct column columns[] = {
    {"agency", N_("Agency"), N_("the lead agency"), get_agency, .weight = 4, .show = show_agency},
    {"tasks", N_("Tasks"), N_("open tasks that it is to report on"), get_tasks, .right = true},
    {"answered", N_("Answered"), N_("how many it has reported on in the period"), get_answered,
     .right = true},
    {"state", N_("Answer"), N_("answered, in part or not answered"), get_state,
     .translatable = true},
    {"missing", N_("Missing"), N_("the tasks that it has not"), get_missing, .weight = 3},
};

const struct column_table answer_columns =
    COLUMN_TABLE(columns, "agency,tasks,answered,state,missing");
