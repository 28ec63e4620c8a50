// SPDX-License-Identifier: MIT
#include "view/adoption_view.h"

#include "base/message.h"
#include "plan/task_id.h"

static const struct adoption_item *item_of(const void *row)
{
    return *(const struct adoption_item *const *)row;
}

/* One getter a cell. */
#define GETTER(name, expression)                                                                   \
    static struct value name(const void *row, struct strbuf *scratch)                              \
    {                                                                                              \
        const struct adoption_item *item = item_of(row);                                           \
        (void)scratch;                                                                             \
        return expression;                                                                         \
    }
GETTER(get_id, value_text(item->task))
GETTER(get_title, value_text(item->former_title))
GETTER(get_entries, value_integer((int64_t)item->entries))
GETTER(get_spent_vnd, item->spent_vnd != SPENT_UNSET ? value_money(item->spent_vnd) : value_none())
GETTER(get_decision, value_text(entry_decision_names[item->decision]))
GETTER(get_to_title, value_text(item->to != NULL ? item->to->text[TASK_TITLE] : NULL))
GETTER(get_reason, value_text(item->reason))

static struct value get_to(const void *row, struct strbuf *scratch)
{
    const struct adoption_item *item = item_of(row);
    if (item->to == NULL)
        return value_none();
    task_add_milestone_id(scratch, item->to, false, item->milestone);
    return value_text(strbuf_text(scratch));
}

static const struct column columns[] = {
    {"id", N_("ID"), N_("the task that entries are about"), get_id, .weight = 0},
    {"title", N_("Task"), N_("its title then"), get_title, .weight = 3},
    {"entries", N_("Entries"), N_("how many there are"), get_entries, .right = true},
    {"spent_vnd", N_("Spent (mil. đ)"), N_("the money that they report as spent, in đồng"),
     get_spent_vnd, .right = true},
    {"decision", N_("Decision"), N_("carried, set-aside or closed"), get_decision,
     .translatable = true},
    {"to", N_("Now"), N_("the task that they count for now"), get_to, .weight = 0},
    {"to_title", N_("Title now"), N_("its title"), get_to_title, .weight = 3},
    {"reason", N_("Reason"), N_("why"), get_reason, .weight = 2, .translatable = true},
};

const struct column_table adoption_columns =
    COLUMN_TABLE(columns, "id,title,decision,to,reason,entries");
