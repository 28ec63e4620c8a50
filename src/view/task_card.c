// SPDX-License-Identifier: MIT
#include "view/task_card.h"

#include "base/escape.h"
#include "base/message.h"
#include "base/text.h"
#include "plan/progress/progress.h"
#include "view/records/cell.h"

#include <string.h>

enum { LABEL_GAP = 2 };

struct card {
    unsigned label_width; /* with the gap after it */
    const struct style *style;
    FILE *out;
};

static const char *label_of(enum task_field cell)
{
    const struct column *column = task_field_column(cell);
    return column->field->kind == FIELD_MONEY ? _("Budget") : _(column->heading);
}

static unsigned widest_label(void)
{
    static const char *const others[] = {N_("Status"), N_("Spent"), N_("Note"), N_("Evidence")};
    enum { OTHERS = sizeof others / sizeof *others };
    unsigned widest = 0;
    for (int i = 0; i < OTHERS + TASK_FIELDS; i++) {
        unsigned width =
            text_width(i < OTHERS ? _(others[i]) : label_of((enum task_field)(i - OTHERS)));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* A label and its text, wrapped and indented under itself; "" as a label continues the last. */
static void write_line(const struct card *card, const char *label, const char *text)
{
    struct strbuf printable = {0}, wrapped = {0};
    unsigned indent = card->label_width;
    unsigned room = card->style->width > indent + 20 ? card->style->width - indent : 20;
    text_add_printable(&printable, text, true);
    text_add_wrapped(&wrapped, strbuf_text(&printable), room);
    for (const char *line = strbuf_text(&wrapped); *line != '\0';) {
        int length = (int)strcspn(line, "\n");
        fprintf(card->out, "%s%*s%.*s\n", label, (int)(indent - text_width(label)), "", length,
                line);
        line += length + (line[length] == '\n');
        label = "";
    }
    strbuf_release(&printable);
    strbuf_release(&wrapped);
}

/* «1 April 2021 to 30 September 2021», «by 15 June 2021». */
static void add_times(struct strbuf *out, const struct milestone *milestone, enum lang lang)
{
    char start[LANG_TEXT_SIZE], due[LANG_TEXT_SIZE];
    if (!date_is_set(milestone->due)) {
        strbuf_adds(out, _("in a year the plan does not name"));
        return;
    }
    lang_date(due, lang, milestone->due);
    if (date_is_set(milestone->start))
        strbuf_addf(out, _("%s to %s"), lang_date(start, lang, milestone->start), due);
    else
        strbuf_addf(out, _("by %s"), due);
}

/* A due date that was recorded, and what of several milestones is done. */
static void add_milestone_progress(struct strbuf *out, const struct task_row *row, unsigned index,
                                   enum lang lang)
{
    const struct task *task = row->task;
    const struct schedule *now = progress_schedule(row->progress, task);
    bool planned = index < task->schedule->count;
    struct date due = index < now->count ? now->milestones[index].due : (struct date){0};
    struct date before = planned ? task->schedule->milestones[index].due : due;
    enum task_status status = progress_milestone_status(row->progress, task, index);
    char date[LANG_TEXT_SIZE];
    if (date_compare(due, before) != 0)
        strbuf_addf(out, _(", now due %s"), lang_date(date, lang, due));
    if (status == TASK_NOT_STARTED || task->schedule->count < 2)
        return;
    if (status == TASK_DONE)
        strbuf_addf(out, _("; done on %s"),
                    lang_date(date, lang, progress_of(row->progress, task)->milestones[index].on));
    else
        strbuf_addf(out, "; %s", _(task_status_names[status]));
}

static void write_schedule(const struct card *card, const struct task_row *row)
{
    static const char *const readings[SCHEDULE_KINDS] = {
        [SCHEDULE_MISSING] = NC_("schedule", "blank"),
        [SCHEDULE_UNKNOWN] = N_("unknown: these words are not read as a time"),
        [SCHEDULE_DATED] = N_("dated"),
        [SCHEDULE_YEAR_ROUND] = N_("year-round"),
        [SCHEDULE_RECURRING] = N_("recurring"),
        [SCHEDULE_PHASED] = N_("phased"),
        [SCHEDULE_TRIGGERED] = N_("triggered: no due date but one that is recorded"),
    };
    const struct schedule *schedule = row->task->schedule;
    const struct schedule *now = progress_schedule(row->progress, row->task);
    const char *words = row->task->text[TASK_SCHEDULE];
    struct strbuf line = {0};
    if (words != NULL)
        write_line(card, _("Schedule"), words);
    strbuf_addf(&line, "→ %s", _(readings[schedule->kind]));
    if (schedule->count == 1) {
        strbuf_adds(&line, ", ");
        add_times(&line, schedule->milestones, card->style->lang);
        add_milestone_progress(&line, row, 0, card->style->lang);
    } else if (schedule->count == 0 && now->count == 1) {
        char due[LANG_TEXT_SIZE];
        lang_date(due, card->style->lang, now->milestones[0].due);
        strbuf_addf(&line, _(", recorded as due %s"), due);
    }
    write_line(card, words != NULL ? "" : _("Schedule"), line.text);
    for (unsigned i = 0; i < schedule->count && schedule->count > 1; i++) {
        const struct milestone *milestone = &schedule->milestones[i];
        strbuf_clear(&line);
        strbuf_adds(&line, "→ ");
        task_add_id(&line, row->task, row->with_plan);
        strbuf_addf(&line, "/%u %s%s", i + 1, milestone->name != NULL ? milestone->name : "",
                    milestone->name != NULL ? ": " : "");
        add_times(&line, milestone, card->style->lang);
        add_milestone_progress(&line, row, i, card->style->lang);
        write_line(card, "", line.text);
    }
    strbuf_release(&line);
}

/* What is recorded: where it stands, and what was said of it last. */
static void write_progress(const struct card *card, const struct task_row *row)
{
    static const char *const standings[STANDINGS] = {
        [DONE_ON_TIME] = N_("done on time"), [DONE_LATE] = N_("done late"),
        [DONE_NO_DUE] = N_("done"),          [OPEN_IN_TIME] = N_("in time"),
        [OPEN_OVERDUE] = N_("overdue"),      [OPEN_NO_DUE] = N_("no due date"),
    };
    const struct task *task = row->task;
    const struct task_progress *progress = progress_of(row->progress, task);
    enum task_status status = progress_status(row->progress, task);
    struct date done = progress_done_on(row->progress, task);
    const char *standing = standings[progress_standing(row->progress, task)];
    struct strbuf line = {0};
    char text[LANG_TEXT_SIZE];
    if (date_is_set(done))
        strbuf_addf(&line, _("done on %s"), lang_date(text, card->style->lang, done));
    else
        strbuf_adds(&line, _(task_status_names[status]));
    if (status != TASK_DONE && progress->percent != PERCENT_UNSAID)
        strbuf_addf(&line, ", %d %%", progress->percent);
    if (standing != NULL)
        strbuf_addf(&line, ", %s", _(standing));
    write_line(card, _("Status"), line.text);
    if (progress->spent_vnd != SPENT_UNSAID) {
        strbuf_clear(&line);
        strbuf_addf(&line, _("%s million đồng"),
                    lang_millions(text, card->style->lang, progress->spent_vnd));
        write_line(card, _("Spent"), line.text);
    }
    if (progress->note != NULL)
        write_line(card, _("Note"), progress->note);
    if (progress->evidence != NULL)
        write_line(card, _("Evidence"), progress->evidence);
    strbuf_release(&line);
}

static void write_budget(const struct card *card, const struct task *task)
{
    struct strbuf line = {0};
    const char *text = task->text[TASK_BUDGET];
    if (text != NULL)
        write_line(card, _("Budget"), text);
    if (task->budget.kind == BUDGET_AMOUNT) {
        char millions[LANG_TEXT_SIZE];
        strbuf_adds(&line, "→ ");
        strbuf_addf(&line, _("%s million đồng"),
                    lang_millions(millions, card->style->lang, task->budget.vnd));
    } else {
        strbuf_adds(&line,
                    text != NULL ? _("→ no amount: these are words") : _("→ no amount: blank"));
    }
    write_line(card, text != NULL ? "" : _("Budget"), line.text);
    strbuf_release(&line);
}

/* The cell, and its agencies where that says more than the cell: several, or another name. */
static void write_agencies(const struct card *card, const char *label, const char *cell,
                           const struct agency_table *agencies)
{
    const char *rest = cell, *name;
    size_t length, count = 0;
    bool renamed = false;
    if (cell != NULL)
        write_line(card, label, cell);
    for (; agency_next(&rest, &name, &length); count++) {
        const char *office = agency_office(agencies, name, length);
        renamed |= office != NULL && (strlen(office) != length || strncmp(office, name, length));
    }
    for (rest = cell; (count > 1 || renamed) && agency_next(&rest, &name, &length);) {
        struct strbuf line = {0};
        const char *office = agency_office(agencies, name, length);
        strbuf_adds(&line, "→ ");
        strbuf_add(&line, office != NULL ? office : name, office != NULL ? strlen(office) : length);
        write_line(card, "", line.text);
        strbuf_release(&line);
    }
}

static void write_cell(const struct card *card, const struct task_row *row,
                       const struct field *field, const struct agency_table *agencies)
{
    const char *text = row->task->text[field->cell], *label = label_of(field->cell);
    switch (field->kind) {
    case FIELD_TEXT:
        if (text != NULL)
            write_line(card, label, text);
        break;
    case FIELD_AGENCIES:
        write_agencies(card, label, text, agencies);
        break;
    case FIELD_SCHEDULE:
        write_schedule(card, row);
        break;
    case FIELD_MONEY:
        write_budget(card, row->task);
        break;
    }
}

static void write_head(const struct card *card, const struct task_row *row)
{
    struct strbuf head = {0}, printable = {0};
    task_add_id(&head, row->task, row->with_plan);
    if (row->task->section->title != NULL)
        strbuf_addf(&head, "  %s", row->task->section->title);
    text_add_printable(&printable, head.text, false);
    bool colour = card->style->colour;
    fprintf(card->out, "%s%s%s\n", colour ? "\033[1m" : "", printable.text,
            colour ? "\033[0m" : "");
    strbuf_release(&head);
    strbuf_release(&printable);
}

/* The task's entries, as `log` has them. */
static void write_history(const struct history *history, const struct style *style, FILE *out)
{
    struct error impossible;
    struct records records = {.footer = ""};
    records_set_rows(&records, history->rows, history->count, sizeof *history->rows);
    records_choose(&records, &entry_columns, NULL, FORMAT_TABLE, &impossible);
    records_write(&records, FORMAT_TABLE, style, out);
    records_release(&records);
}

void task_card_write(const struct task_row *row, const struct history *history,
                     const struct agency_table *agencies, const struct style *style, FILE *out)
{
    const struct card card = {widest_label() + LABEL_GAP, style, out};
    const struct task *task = row->task;
    write_head(&card, row);
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        write_cell(&card, row, task_field_column((enum task_field)cell)->field, agencies);
    if (progress_of(row->progress, task) != NULL)
        write_progress(&card, row);
    if (history->count > 0) {
        fputs("\n", out);
        write_history(history, style, out);
    }
}

static void add_json_milestones(struct strbuf *out, const struct task_row *row)
{
    const struct schedule *schedule = progress_schedule(row->progress, row->task);
    strbuf_adds(out, ",\"milestones\":[");
    for (unsigned i = 0; i < schedule->count; i++) {
        const struct milestone *milestone = &schedule->milestones[i];
        struct strbuf id = {0};
        task_add_id(&id, row->task, row->with_plan);
        strbuf_addf(&id, "/%u", i + 1);
        const struct value name = value_text(milestone->name);
        const struct value start = value_date(milestone->start), due = value_date(milestone->due);
        const struct value status =
            value_text(task_status_names[progress_milestone_status(row->progress, row->task, i)]);
        strbuf_addf(out, "%s{\"id\":", i > 0 ? "," : "");
        escape_add_json(out, id.text);
        strbuf_adds(out, ",\"name\":");
        json_add_value(out, &name);
        strbuf_adds(out, ",\"start\":");
        json_add_value(out, &start);
        strbuf_adds(out, ",\"due\":");
        json_add_value(out, &due);
        strbuf_adds(out, ",\"status\":");
        json_add_value(out, &status);
        strbuf_addc(out, '}');
        strbuf_release(&id);
    }
    strbuf_addc(out, ']');
}

static void add_json_agencies(struct strbuf *out, const char *key, const char *cell,
                              const struct agency_table *agencies)
{
    const char *name, *separator = "";
    size_t length;
    strbuf_addf(out, ",\"%s_agencies\":[", key);
    while (agency_next(&cell, &name, &length)) {
        struct strbuf office = {0};
        const char *known = agency_office(agencies, name, length);
        strbuf_add(&office, known != NULL ? known : name, known != NULL ? strlen(known) : length);
        strbuf_adds(out, separator);
        escape_add_json(out, office.text);
        strbuf_release(&office);
        separator = ",";
    }
    strbuf_addc(out, ']');
}

/* All of a row's columns for machines, as an object. */
static void add_json_row(struct strbuf *out, const struct column_table *table, const void *row)
{
    struct strbuf scratch = {0};
    const char *separator = "{";
    const struct column *column;
    for (size_t i = 0; (column = column_table_at(table, i)) != NULL; i++) {
        if (column->table_only)
            continue;
        strbuf_clear(&scratch);
        struct value value = column_value(column, row, &scratch);
        strbuf_addf(out, "%s\"%s\":", separator, column->name);
        json_add_value(out, &value);
        separator = ",";
    }
    strbuf_addc(out, '}');
    strbuf_release(&scratch);
}

void task_card_write_json(const struct task_row *row, const struct history *history,
                          const struct agency_table *agencies, FILE *out)
{
    struct strbuf object = {0};
    add_json_row(&object, &task_columns, row);
    object.text[--object.length] = '\0'; /* more follows */
    add_json_milestones(&object, row);
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        const struct column *column = task_field_column((enum task_field)cell);
        if (column->field->kind == FIELD_AGENCIES)
            add_json_agencies(&object, column->name, row->task->text[cell], agencies);
    }
    strbuf_adds(&object, ",\"history\":[");
    for (size_t i = 0; i < history->count; i++) {
        strbuf_adds(&object, i > 0 ? "," : "");
        add_json_row(&object, &entry_columns, &history->rows[i]);
    }
    fprintf(out, "%s]}", object.text);
    strbuf_release(&object);
}
