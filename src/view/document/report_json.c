// SPDX-License-Identifier: MIT
#include "plan/task_id.h"
#include "view/document/report_view.h"
#include "view/json.h"
#include "view/status_view.h"
#include "view/summary_view.h"
#include "view/task_view.h"

/* The columns of `status`, then those of `budget` that it lacks. */
static void write_summary(struct json *json, const char *key, const struct summary *summary)
{
    const struct summary_row row = {summary, summary->budget_vnd};
    const struct column *column;
    json_object(json, key);
    json_columns(json, &status_columns, &row);
    for (size_t i = 0; (column = column_table_at(&summary_columns, i)) != NULL; i++)
        if (!column->table_only && column_find(&status_columns, column->name) == NULL)
            json_column(json, column, &row);
    json_end(json);
}

static void write_list(struct json *json, const char *key, const struct report_list *list)
{
    struct strbuf id = {0};
    json_lines(json, key);
    for (size_t i = 0; i < list->count; i++) {
        const struct report_item *item = &list->items[i];
        json_object(json, NULL);
        strbuf_clear(&id);
        task_add_id(&id, item->task, false);
        json_value(json, "id", value_text(id.text));
        strbuf_clear(&id);
        if (item->milestone > 0)
            task_add_milestone_id(&id, item->task, false, item->milestone);
        json_value(json, "milestone", value_text(item->milestone > 0 ? id.text : NULL));
        json_value(json, "lead", value_text(*item->lead != '\0' ? item->lead : NULL));
        json_value(json, "due", value_date(item->due));
        json_value(json, "on", value_date(item->on));
        json_end(json);
    }
    json_end(json);
    strbuf_release(&id);
}

static void write_targets(struct json *json, const struct report *report)
{
    static const char *const names[] = {"id", "target", "measured", "reached"};
    if (report->targets.count == 0)
        return;
    json_lines(json, "targets");
    for (size_t i = 0; i < report->targets.count; i++) {
        const struct task_row row = {.task = report->targets.items[i].task,
                                     .progress = &report->progress};
        json_object(json, NULL);
        for (size_t j = 0; j < sizeof names / sizeof *names; j++)
            json_column(json, column_find(&task_columns, names[j]), &row);
        json_end(json);
    }
    json_end(json);
}

int report_write_json(const struct report *report, FILE *out, struct error *error)
{
    (void)error;
    struct json json = {0};
    json_object(&json, NULL);
    json_value(&json, "plan", value_text(report->plan->id));
    json_value(&json, "period", value_text(report->period.name));
    json_value(&json, "from", value_date(report->period.from));
    json_value(&json, "until", value_date(report->period.until));
    json_value(&json, "as_of", value_date(report->progress.as_of));
    json_value(&json, "previous", value_date(report->period.before));
    json_value(&json, "send_by", value_date(report->period.send_by));
    if (date_is_set(report->year_before_as_of))
        json_value(&json, "year_before_as_of", value_date(report->year_before_as_of));
    write_summary(&json, "total", &report->sections.total);
    write_summary(&json, "before", &report->before);
    if (date_is_set(report->year_before_as_of))
        write_summary(&json, "year_before", &report->year_before);
    json_lines(&json, "sections");
    for (size_t i = 0; i < report->sections.count; i++)
        write_summary(&json, NULL, &report->sections.items[i]);
    json_end(&json);
    write_list(&json, "done", &report->done);
    write_list(&json, "overdue", &report->overdue);
    write_list(&json, "next", &report->next);
    write_targets(&json, report);
    json_end(&json);
    json_flush(&json, out);
    json_release(&json);
    return 0;
}
