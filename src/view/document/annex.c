// SPDX-License-Identifier: MIT
#include "view/document/annex.h"

#include "base/memory.h"
#include "base/message.h"
#include "plan/task_columns.h"
#include "plan/task_id.h"
#include "view/records/cell.h"
#include "view/state.h"

#include <stdlib.h>

/* The target of a row's cells. */
struct annex {
    struct document *document;
    const struct progress *progress;
    size_t count; /* of columns: the number, the plan's cells, what is recorded, the plan's own */
    size_t column_of[TASK_FIELDS]; /* 0: the plan has no such cells */
    size_t status_column;          /* then the due date and what was spent */
    struct document_column *columns;
    const char **cells;
    struct strbuf budget, status, due, spent;
};

static void add_column(struct annex *annex, const char *heading, bool right)
{
    annex->columns[annex->count++] = (struct document_column){heading, right};
}

static void init(struct annex *annex, const struct plan *plan)
{
    enum { RECORDED = 3 };
    size_t most = 1 + TASK_FIELDS + RECORDED + plan->extra_count;
    annex->columns = memory_resize(NULL, most, sizeof *annex->columns);
    add_column(annex, _("No."), true);
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        const struct column *column = task_field_column((enum task_field)cell);
        if (column->field->is_optional && !plan_has_cell(plan, (enum task_field)cell))
            continue;
        annex->column_of[cell] = annex->count;
        add_column(annex, message(column->field->label), column->right);
    }
    annex->status_column = annex->count;
    add_column(annex, _("Status"), false);
    add_column(annex, _("Due date"), true);
    add_column(annex, _("Spent (million đồng)"), true);
    for (size_t i = 0; i < plan->extra_count; i++)
        add_column(annex, plan->extra_names[i], false);
    annex->cells = memory_resize(NULL, annex->count, sizeof *annex->cells);
}

static void release(struct annex *annex)
{
    free(annex->columns);
    free(annex->cells);
    strbuf_release(&annex->budget);
    strbuf_release(&annex->status);
    strbuf_release(&annex->due);
    strbuf_release(&annex->spent);
}

static const char *show(struct strbuf *out, struct value value, enum lang lang)
{
    strbuf_clear(out);
    cell_add_shown(out, &value, lang);
    return strbuf_text(out);
}

/* «Overdue», and on a second line «In progress, 40 %» where it is. */
static const char *show_status(struct annex *annex, const struct task *task)
{
    int percent = progress_percent(annex->progress, task);
    strbuf_clear(&annex->status);
    strbuf_adds(&annex->status, state_title(progress_state(annex->progress, task)));
    if (progress_status(annex->progress, task) != TASK_IN_PROGRESS)
        return annex->status.text;
    strbuf_addf(&annex->status, "\n%s", _("In progress"));
    if (percent != PERCENT_UNSET)
        strbuf_addf(&annex->status, ", %d%%", percent);
    return annex->status.text;
}

static void write_section(struct annex *annex, const struct section *section)
{
    struct strbuf heading = {0};
    section_add_name(&heading, section->code, section->title);
    annex->cells[0] = heading.text;
    document_row(annex->document, DOCUMENT_ROW_SECTION, annex->cells);
    strbuf_release(&heading);
}

static void write_task(struct annex *annex, const struct task *task)
{
    enum lang lang = annex->document->lang;
    const char **cells = annex->cells;
    int64_t spent = progress_spent(annex->progress, task);
    cells[0] = task->number;
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (annex->column_of[cell] > 0)
            cells[annex->column_of[cell]] = task->text[cell];
    if (task->budget.kind == BUDGET_AMOUNT)
        cells[annex->column_of[TASK_BUDGET]] =
            show(&annex->budget, value_money(task->budget.vnd), lang);
    size_t next = annex->status_column;
    cells[next++] = show_status(annex, task);
    cells[next++] = show(&annex->due, value_date(progress_due(annex->progress, task)), lang);
    cells[next++] =
        show(&annex->spent, spent != SPENT_UNSET ? value_money(spent) : value_none(), lang);
    for (size_t extra = 0; next < annex->count; next++, extra++)
        cells[next] = extra < task->extra->count ? task->extra->cells[extra] : NULL;
    document_row(annex->document, DOCUMENT_ROW, cells);
}

void annex_write(struct document *document, const struct task_list *tasks,
                 const struct progress *progress, const char *caption)
{
    struct annex annex = {.document = document, .progress = progress};
    if (tasks->count == 0)
        return;
    init(&annex, tasks->items[0]->section->plan);
    document_table(document, annex.columns, annex.count, caption);
    for (size_t i = 0; i < tasks->count; i++) {
        if (i == 0 || tasks->items[i]->section != tasks->items[i - 1]->section)
            write_section(&annex, tasks->items[i]->section);
        write_task(&annex, tasks->items[i]);
    }
    document_table_end(document);
    release(&annex);
}
