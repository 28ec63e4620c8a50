// SPDX-License-Identifier: MIT
#include "view/update_view.h"

#include "base/message.h"
#include "view/records/cell.h"

static const struct journal_entry *entry_of(const void *row)
{
    return ((const struct entry_row *)row)->entry;
}

static struct value value_number(uint64_t number)
{
    return number > 0 && number != VOIDS_MISSING ? value_integer((int64_t)number) : value_none();
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
GETTER(get_status,
       value_text(entry->decision != DECIDES_NOTHING ? entry_decision_names[entry->decision]
                                                     : task_status_names[entry->status]))
GETTER(get_on, value_date(entry->on))
GETTER(get_percent, entry->percent != PERCENT_UNSET ? value_integer(entry->percent) : value_none())
GETTER(get_spent_vnd,
       entry->spent_vnd != SPENT_UNSET ? value_money(entry->spent_vnd) : value_none())
GETTER(get_due, value_date(entry->due))
GETTER(get_note, value_text(entry->note))
GETTER(get_evidence, value_text(entry->evidence))
GETTER(get_value, value_text(entry->value))
GETTER(get_title, value_text(entry->title))
GETTER(get_voids, value_number(entry->voids))

static struct value get_voided_by(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_number(((const struct entry_row *)row)->voided_by);
}

__attribute__((format(printf, 2, 0))) static void add_part(struct strbuf *out, const char *format,
                                                           const char *text)
{
    if (text == NULL)
        return;
    strbuf_separate(out, "; ");
    strbuf_addf(out, format, text);
}

__attribute__((format(printf, 2, 0))) static void add_seq(struct strbuf *out, const char *format,
                                                          uint64_t seq)
{
    if (seq > 0)
        strbuf_addf(out, format, (unsigned long long)seq);
}

/* All that an entry says, in one cell: «done; spent 5 million đồng; note …». */
static struct value get_what(const void *row, struct strbuf *out)
{
    const struct journal_entry *entry = entry_of(row);
    uint64_t voided_by = ((const struct entry_row *)row)->voided_by;
    enum lang lang = message_lang();
    struct value due = value_date(entry->due);
    struct strbuf date = {0};
    char millions[LANG_TEXT_SIZE];
    if (entry->voids == VOIDS_MISSING)
        strbuf_adds(out, _("undoes an entry that is missing"));
    else
        add_seq(out, _("undoes %llu"), entry->voids);
    add_part(out, "%s", _(task_status_names[entry->status]));
    if (entry->decision != DECIDES_NOTHING)
        add_part(out, "%s", _(entry_decision_names[entry->decision]));
    if (entry->percent != PERCENT_UNSET)
        strbuf_addf(out, "%s%d%%", out->length > 0 ? "; " : "", entry->percent);
    if (entry->spent_vnd != SPENT_UNSET)
        add_part(out, _("spent %s million đồng"), lang_millions(millions, lang, entry->spent_vnd));
    cell_add_shown(&date, &due, lang);
    add_part(out, _("due %s"), date.text);
    add_part(out, _("measured %s"), entry->value);
    add_part(out, "%s", entry->note);
    add_part(out, entry->decision == DECIDES_CARRIED ? _("from %s") : _("evidence: %s"),
             entry->evidence);
    add_seq(out, _(" (undone by %llu)"), voided_by);
    strbuf_release(&date);
    return value_text(strbuf_text(out));
}

static const struct column columns[] = {
    {"seq", N_("Entry"), N_("its number"), get_seq, .right = true},
    {"recorded_at", N_("Recorded"), N_("when it was recorded"), get_recorded_at, .weight = 0},
    {"by", N_("By"), N_("who recorded it"), get_by, .weight = 1},
    {"plan", N_("Plan"), N_("the plan's id"), get_plan, .weight = 0},
    {"task", N_("ID"), N_("the task, or its milestone"), get_task, .weight = 0},
    {"status", N_("Status"), N_("the status it gives"), get_status, .translatable = true},
    {"on", N_("On"), N_("the day from which it holds"), get_on, .weight = 0},
    {"percent", N_("Done %"), N_("how much is done"), get_percent, .right = true},
    {"spent_vnd", N_("Spent (mil. đ)"), N_("what was spent so far, in đồng"), get_spent_vnd,
     .right = true},
    {"due", N_("Due"), N_("the new due date"), get_due, .weight = 0},
    {"note", N_("Note"), N_("what was noted"), get_note, .weight = 2},
    {"evidence", N_("Evidence"), N_("the document that proves it"), get_evidence, .weight = 2},
    {"voids", N_("Undoes"), N_("the entry that it takes back"), get_voids, .right = true},
    {"value", N_("Measured"), N_("what was measured of its targets"), get_value, .weight = 1},
    {"title", N_("Task"), N_("the task's title as it stood"), get_title, .weight = 3},
    {"voided_by", N_("Undone by"), N_("the entry that took it back"), get_voided_by, .right = true},
    {"what", N_("What"), N_("all that it says, in one cell"), get_what, .weight = 4,
     .table_only = true},
};

const struct column_table entry_columns = COLUMN_TABLE(columns, "seq,on,task,what,by");
const struct column_table entry_columns_of_plans =
    COLUMN_TABLE(columns, "plan,seq,on,task,what,by");
