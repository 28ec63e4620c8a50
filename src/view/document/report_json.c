// SPDX-License-Identifier: MIT
#include "base/escape.h"
#include "plan/task_id.h"
#include "view/document/report_view.h"
#include "view/records/cell.h"
#include "view/status_view.h"
#include "view/tally_view.h"

#include <string.h>

static void add_key(struct strbuf *out, const char *key)
{
    if (out->length > 0 && strchr("{[", out->text[out->length - 1]) == NULL)
        strbuf_addc(out, ',');
    strbuf_addf(out, "\"%s\":", key);
}

static void add_value(struct strbuf *out, const char *key, struct value value)
{
    add_key(out, key);
    json_add_value(out, &value);
}

/* The columns of `status`, then those of `budget` that it lacks. */
static void add_tally(struct strbuf *out, const struct tally *tally)
{
    const struct tally_row row = {tally, tally->budget_vnd};
    const struct column_table *tables[] = {&status_columns, &tally_columns};
    struct strbuf scratch = {0};
    strbuf_addc(out, '{');
    for (int t = 0; t < 2; t++)
        for (size_t i = 0; i < tables[t]->count; i++) {
            const struct column *column = &tables[t]->items[i];
            if (column->table_only ||
                (t == 1 && column_find(&status_columns, column->name) != NULL))
                continue;
            strbuf_clear(&scratch);
            add_value(out, column->name, column_value(column, &row, &scratch));
        }
    strbuf_addc(out, '}');
    strbuf_release(&scratch);
}

static void add_list(struct strbuf *out, const char *key, const struct report_list *list)
{
    struct strbuf id = {0};
    add_key(out, key);
    strbuf_addc(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        const struct report_item *item = &list->items[i];
        strbuf_adds(out, i > 0 ? ",\n{" : "\n{");
        strbuf_clear(&id);
        task_add_id(&id, item->task, false);
        add_value(out, "id", value_text(id.text));
        strbuf_clear(&id);
        if (item->milestone > 0)
            task_add_milestone_id(&id, item->task, false, item->milestone);
        add_value(out, "milestone", value_text(item->milestone > 0 ? id.text : NULL));
        add_value(out, "lead", value_text(*item->lead != '\0' ? item->lead : NULL));
        add_value(out, "due", value_date(item->due));
        add_value(out, "on", value_date(item->on));
        strbuf_addc(out, '}');
    }
    strbuf_addc(out, ']');
    strbuf_release(&id);
}

void report_write_json(const struct report *report, FILE *out)
{
    struct strbuf text = {0};
    strbuf_addc(&text, '{');
    add_value(&text, "plan", value_text(report->plan->id));
    add_value(&text, "period", value_text(report->period.name));
    add_value(&text, "from", value_date(report->period.from));
    add_value(&text, "until", value_date(report->period.until));
    add_value(&text, "as_of", value_date(report->progress.as_of));
    add_value(&text, "previous", value_date(report->period.before));
    add_value(&text, "send_by", value_date(report->period.send_by));
    add_key(&text, "total");
    add_tally(&text, &report->sections.total);
    add_key(&text, "before");
    add_tally(&text, &report->before);
    add_key(&text, "sections");
    strbuf_addc(&text, '[');
    for (size_t i = 0; i < report->sections.count; i++) {
        strbuf_adds(&text, i > 0 ? ",\n" : "\n");
        add_tally(&text, &report->sections.items[i]);
    }
    strbuf_addc(&text, ']');
    add_list(&text, "done", &report->done);
    add_list(&text, "overdue", &report->overdue);
    add_list(&text, "next", &report->next);
    fprintf(out, "%s}\n", text.text);
    strbuf_release(&text);
}
