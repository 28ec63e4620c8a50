// SPDX-License-Identifier: MIT
#include "view/update_view.h"

#include "base/message.h"
#include "view/records/cell.h"

#include <string.h>

static const struct update_row *row_of(const void *row)
{
    return row;
}

static struct value value_number(uint64_t number)
{
    return number > 0 ? value_integer((int64_t)number) : value_none();
}

static struct value get_seq(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_number(row_of(row)->seq);
}

static struct value get_id(const void *row, struct strbuf *scratch)
{
    const struct update_target *target = row_of(row)->target;
    task_add_milestone_id(scratch, target->task, row_of(row)->with_plan, target->milestone);
    return value_text(scratch->text);
}

static const struct {
    const char *name, *word;
} fields[UPDATE_FIELDS] = {
    [UPDATE_STATUS] = {"status", N_("status")},
    [UPDATE_PERCENT] = {"percent", N_("percent")},
    [UPDATE_SPENT] = {"spent_vnd", N_("spent (mil. đ)")},
    [UPDATE_DUE] = {"due", NC_("field", "due")},
    [UPDATE_VALUE] = {"value", N_("measured")},
    [UPDATE_NOTE] = {"note", NC_("field", "note")},
    [UPDATE_EVIDENCE] = {"evidence", N_("evidence")},
};

static struct value get_field(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(fields[row_of(row)->field].name);
}

static struct value show_field(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(message(fields[row_of(row)->field].word));
}

static struct value value_of(const struct update_state *state, enum update_field field)
{
    switch (field) {
    case UPDATE_STATUS:
        return value_text(task_status_names[state->status]);
    case UPDATE_PERCENT:
        return state->percent != PERCENT_UNSET ? value_integer(state->percent) : value_none();
    case UPDATE_SPENT:
        return state->spent_vnd != SPENT_UNSET ? value_money(state->spent_vnd) : value_none();
    case UPDATE_DUE:
        return value_date(state->due);
    case UPDATE_VALUE:
        return value_text(state->value);
    case UPDATE_NOTE:
        return value_text(state->note);
    case UPDATE_EVIDENCE:
    case UPDATE_FIELDS:
        break;
    }
    return value_text(state->evidence);
}

/* A status with the day from which it holds. */
static struct value show_state(const struct update_state *state, enum update_field field,
                               struct strbuf *scratch)
{
    if (field != UPDATE_STATUS)
        return value_of(state, field);
    strbuf_adds(scratch, _(task_status_names[state->status]));
    if (date_is_set(state->on)) {
        struct value on = value_date(state->on);
        strbuf_adds(scratch, " (");
        cell_add_shown(scratch, &on, message_lang());
        strbuf_addc(scratch, ')');
    }
    return value_text(scratch->text);
}

static struct value get_before(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_of(&row_of(row)->before, row_of(row)->field);
}

static struct value show_before(const void *row, struct strbuf *scratch)
{
    return show_state(&row_of(row)->before, row_of(row)->field, scratch);
}

static struct value get_after(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_of(&row_of(row)->after, row_of(row)->field);
}

static struct value show_after(const void *row, struct strbuf *scratch)
{
    return show_state(&row_of(row)->after, row_of(row)->field, scratch);
}

static bool differ(const char *a, const char *b)
{
    return (a == NULL) != (b == NULL) || (a != NULL && strcmp(a, b) != 0);
}

bool update_changes(const struct update_row *row)
{
    const struct update_state *a = &row->before, *b = &row->after;
    const bool changed[UPDATE_FIELDS] = {
        [UPDATE_STATUS] = a->status != b->status || date_compare(a->on, b->on) != 0,
        [UPDATE_PERCENT] = a->percent != b->percent && a->status != TASK_DONE &&
                           b->status != TASK_DONE, /* which is 100 percent */
        [UPDATE_SPENT] = a->spent_vnd != b->spent_vnd,
        [UPDATE_DUE] = date_compare(a->due, b->due) != 0,
        [UPDATE_VALUE] = differ(a->value, b->value),
        [UPDATE_NOTE] = differ(a->note, b->note),
        [UPDATE_EVIDENCE] = differ(a->evidence, b->evidence),
    };
    return changed[row->field];
}

static const struct column columns[] = {
    {"seq", N_("Entry"), N_("the entry's number, for undo"), get_seq, .right = true},
    {"id", N_("ID"), N_("the task, or its milestone"), get_id, .weight = 0},
    {"field", N_("What"), N_("status, percent, spent_vnd, due, value, note or evidence"), get_field,
     .show = show_field},
    {"before", N_("Before"), N_("as of the entry's day"), get_before, .weight = 1,
     .show = show_before},
    {"after", N_("After"), N_("as of the same day, with the entry"), get_after, .weight = 1,
     .show = show_after},
};

const struct column_table update_columns = COLUMN_TABLE(columns, "seq,id,field,before,after");
