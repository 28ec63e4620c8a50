// SPDX-License-Identifier: MIT
#include "view/update_view.h"

static const struct journal_entry *entry_of(const void *row)
{
    return ((const struct entry_row *)row)->entry;
}

static struct value value_number(uint64_t number)
{
    return number > 0 ? value_integer((int64_t)number) : value_none();
}

/* One getter a cell. */
#define GETTER(name, expression)                                                                   \
    static struct value name(const void *row, struct strbuf *scratch)                              \
    {                                                                                              \
        const struct journal_entry *entry = entry_of(row);                                         \
        (void)scratch;                                                                             \
        return expression;                                                                         \
    }
GETTER(get_seq, value_number(entry->seq))
GETTER(get_recorded_at, value_text(entry->recorded_at))
GETTER(get_by, value_text(entry->by))
GETTER(get_plan, value_text(entry->plan))
GETTER(get_task, value_text(entry->task))
GETTER(get_status, value_text(task_status_names[entry->status]))
GETTER(get_on, value_date(entry->on))
GETTER(get_percent, entry->percent != PERCENT_UNSAID ? value_integer(entry->percent) : value_none())
GETTER(get_spent_vnd,
       entry->spent_vnd != SPENT_UNSAID ? value_money(entry->spent_vnd) : value_none())
GETTER(get_due, value_date(entry->due))
GETTER(get_note, value_text(entry->note))
GETTER(get_evidence, value_text(entry->evidence))
GETTER(get_voids, value_number(entry->voids))

static struct value get_voided_by(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_number(((const struct entry_row *)row)->voided_by);
}

static void add_part(struct strbuf *out, const char *label, const struct value *value)
{
    if (value->kind == VALUE_NONE)
        return;
    strbuf_adds(out, out->length > 0 ? "; " : "");
    strbuf_adds(out, label);
    if (value->kind == VALUE_MONEY) {
        lang_add_millions(out, LANG_EN, value->number);
        strbuf_adds(out, " million đồng");
    } else if (value->kind == VALUE_DATE) {
        char date[DATE_TEXT_SIZE];
        strbuf_adds(out, date_format(date, value->date));
    } else if (value->kind == VALUE_INTEGER) {
        strbuf_addf(out, "%lld %%", (long long)value->number);
    } else {
        strbuf_adds(out, value->text);
    }
}

/* All that an entry says, in one cell for people: «done; spent 5 million đồng; note …». */
static struct value get_what(const void *row, struct strbuf *scratch)
{
    const struct journal_entry *entry = entry_of(row);
    struct value status = get_status(row, scratch), percent = get_percent(row, scratch);
    struct value spent = get_spent_vnd(row, scratch), due = get_due(row, scratch);
    struct value note = get_note(row, scratch), evidence = get_evidence(row, scratch);
    if (entry->voids > 0)
        strbuf_addf(scratch, "undoes %llu", (unsigned long long)entry->voids);
    add_part(scratch, "", &status);
    add_part(scratch, "", &percent);
    add_part(scratch, "spent ", &spent);
    add_part(scratch, "due ", &due);
    add_part(scratch, "", &note);
    add_part(scratch, "evidence: ", &evidence);
    uint64_t voided_by = ((const struct entry_row *)row)->voided_by;
    if (voided_by > 0)
        strbuf_addf(scratch, " (undone by %llu)", (unsigned long long)voided_by);
    return value_text(scratch->text);
}

static const struct column columns[] = {
    {.name = "seq", .heading = "Entry", .help = "its number", .right = true, .get = get_seq},
    {.name = "recorded_at",
     .heading = "Recorded",
     .help = "when it was recorded",
     .get = get_recorded_at},
    {.name = "by", .heading = "By", .help = "who recorded it", .weight = 1, .get = get_by},
    {.name = "plan", .heading = "Plan", .help = "the plan's id", .get = get_plan},
    {.name = "task", .heading = "ID", .help = "the task, or its milestone", .get = get_task},
    {.name = "status", .heading = "Status", .help = "the status it gives", .get = get_status},
    {.name = "on", .heading = "On", .help = "the day from which it holds", .get = get_on},
    {.name = "percent",
     .heading = "Done %",
     .help = "how much is done",
     .right = true,
     .get = get_percent},
    {.name = "spent_vnd",
     .heading = "Spent (mil. đ)",
     .help = "what was spent so far, in đồng",
     .right = true,
     .get = get_spent_vnd},
    {.name = "due", .heading = "Due", .help = "the new due date", .get = get_due},
    {.name = "note", .heading = "Note", .help = "what was noted", .weight = 2, .get = get_note},
    {.name = "evidence",
     .heading = "Evidence",
     .help = "the document that proves it",
     .weight = 2,
     .get = get_evidence},
    {.name = "voids",
     .heading = "Undoes",
     .help = "the entry that it takes back",
     .right = true,
     .get = get_voids},
    {.name = "voided_by",
     .heading = "Undone by",
     .help = "the entry that took it back",
     .right = true,
     .get = get_voided_by},
    {.name = "what",
     .heading = "What",
     .help = "all that it says, in one cell",
     .weight = 4,
     .table_only = true,
     .get = get_what},
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

const struct column_table entry_columns = {columns, COLUMN_COUNT, "seq,on,task,what,by"};
const struct column_table entry_columns_of_plans = {columns, COLUMN_COUNT,
                                                    "plan,seq,on,task,what,by"};
