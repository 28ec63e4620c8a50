// SPDX-License-Identifier: MIT
#include "view/document/annex.h"

#include "base/memory.h"
#include "base/message.h"
#include "plan/task_columns.h"
#include "plan/task_id.h"
#include "view/records/cell.h"
#include "view/state.h"

#include <stdlib.h>

enum annex_column {
    ANNEX_NUMBER,
    ANNEX_CELLS, /* one for each task_field */
    ANNEX_STATUS = ANNEX_CELLS + TASK_FIELDS,
    ANNEX_DUE,
    ANNEX_SPENT,
    ANNEX_COLUMNS /* and then the plan's own */
};
static struct document_column column_of(const struct plan *plan, size_t index)
{
    if (index >= ANNEX_COLUMNS)
        return (struct document_column){plan->extra_names[index - ANNEX_COLUMNS], false};
    switch (index) {
    case ANNEX_NUMBER:
        return (struct document_column){_("No."), true};
    case ANNEX_STATUS:
        return (struct document_column){_("Status"), false};
    case ANNEX_DUE:
        return (struct document_column){_("Due date"), true};
    case ANNEX_SPENT:
        return (struct document_column){_("Spent (million đồng)"), true};
    }
    const struct column *column = task_field_column((enum task_field)(index - ANNEX_CELLS));
    return (struct document_column){message(column->field->label), column->right};
}

/* What a row's cells are written into. */
struct annex {
    struct document *document;
    const struct progress *progress;
    size_t count; /* of columns */
    struct document_column *columns;
    const char **cells;
    struct strbuf budget, status, due, spent;
};

static void init(struct annex *annex, const struct plan *plan)
{
    annex->count = ANNEX_COLUMNS + plan->extra_count;
    annex->columns = memory_resize(NULL, annex->count, sizeof *annex->columns);
    annex->cells = memory_resize(NULL, annex->count, sizeof *annex->cells);
    for (size_t i = 0; i < annex->count; i++)
        annex->columns[i] = column_of(plan, i);
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
    strbuf_adds(&annex->status, state_title(progress_standing(annex->progress, task)));
    if (progress_status(annex->progress, task) != TASK_IN_PROGRESS)
        return annex->status.text;
    strbuf_addf(&annex->status, "\n%s", _("In progress"));
    if (percent != PERCENT_UNSAID)
        strbuf_addf(&annex->status, ", %d %%", percent);
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
    cells[ANNEX_NUMBER] = task->number;
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        cells[ANNEX_CELLS + cell] = task->text[cell];
    if (task->budget.kind == BUDGET_AMOUNT)
        cells[ANNEX_CELLS + TASK_BUDGET] =
            show(&annex->budget, value_money(task->budget.vnd), lang);
    cells[ANNEX_STATUS] = show_status(annex, task);
    cells[ANNEX_DUE] = show(&annex->due, value_date(progress_due(annex->progress, task)), lang);
    cells[ANNEX_SPENT] =
        show(&annex->spent, spent != SPENT_UNSAID ? value_money(spent) : value_none(), lang);
    for (size_t i = ANNEX_COLUMNS; i < annex->count; i++) {
        size_t extra = i - ANNEX_COLUMNS;
        cells[i] = extra < task->extra->count ? task->extra->cells[extra] : NULL;
    }
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
