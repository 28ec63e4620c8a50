// SPDX-License-Identifier: MIT
#include "view/task_card.h"

#include "base/escape.h"
#include "base/message.h"
#include "base/text.h"
#include "plan/indicator/target.h"
#include "plan/progress/progress.h"
#include "plan/tree.h"
#include "view/kept_columns.h"
#include "view/read_from.h"
#include "view/records/cell.h"
#include "view/state.h"

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
    unsigned wrap = style_wrap(card->style), room = wrap > indent + 20 ? wrap - indent : 20;
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
        strbuf_adds(out, milestone->waits ? _("waiting for an event")
                                          : _("in a year the plan does not name"));
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

/* Writes the progress: the state, and the last note and evidence. */
static void write_progress(const struct card *card, const struct task_row *row)
{
    const struct task *task = row->task;
    const struct task_progress *progress = progress_of(row->progress, task);
    enum task_status status = progress_status(row->progress, task);
    struct date done = progress_done_on(row->progress, task);
    const char *remark = states[progress_state(row->progress, task)].remark;
    struct strbuf line = {0};
    char text[LANG_TEXT_SIZE];
    if (date_is_set(done))
        strbuf_addf(&line, _("done on %s"), lang_date(text, card->style->lang, done));
    else
        strbuf_adds(&line, _(task_status_names[status]));
    if (status != TASK_DONE && progress->percent != PERCENT_UNSET)
        strbuf_addf(&line, ", %d%%", progress->percent);
    if (remark != NULL)
        strbuf_addf(&line, ", %s", _(remark));
    write_line(card, _("Status"), line.text);
    if (progress->spent_vnd != SPENT_UNSET) {
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
    const struct task *cover = task_cover(task);
    if (cover != NULL) {
        char millions[LANG_TEXT_SIZE];
        struct strbuf group = {0};
        task_add_id(&group, cover, false);
        strbuf_clear(&line);
        strbuf_adds(&line, "→ ");
        strbuf_addf(&line, _("within the %s million đồng of its group %s"),
                    lang_millions(millions, card->style->lang, cover->budget.vnd), group.text);
        write_line(card, "", line.text);
        strbuf_release(&group);
    }
    strbuf_release(&line);
}

/* The cell, and its agencies if that says more than the cell: several, or another name. */
static void write_agencies(const struct card *card, const char *label, const char *cell,
                           const struct agency_table *agencies)
{
    struct agency_walk walk = agency_walk_of(agencies, cell);
    size_t count = 0;
    bool renamed = false;
    if (cell != NULL)
        write_line(card, label, cell);
    for (; agency_next(&walk); count++)
        renamed |=
            walk.office_length != walk.length || strncmp(walk.office, walk.name, walk.length) != 0;
    walk = agency_walk_of(agencies, count > 1 || renamed ? cell : NULL);
    while (agency_next(&walk)) {
        struct strbuf line = {0};
        strbuf_adds(&line, "→ ");
        strbuf_add(&line, walk.office, walk.office_length);
        write_line(card, "", line.text);
        strbuf_release(&line);
    }
}

/* Writes the targets that the task's words set, and the measured values. */
static void write_targets(const struct card *card, const struct task_row *row)
{
    const struct task_progress *known = progress_of(row->progress, row->task);
    struct target_list targets = {0};
    struct arena arena = {0};
    targets_of(&targets, &arena, row->task);
    for (size_t i = 0; i < targets.count; i++) {
        struct strbuf line = {0};
        target_add(&line, &targets.items[i]);
        write_line(card, i == 0 ? _("Target") : "", line.text);
        strbuf_release(&line);
    }
    if (known != NULL && known->value != NULL) {
        static const char *const words[] = {NULL, N_("missed"), N_("reached")};
        enum target_result result = targets_judge(&targets, known->value);
        struct strbuf line = {0};
        strbuf_adds(&line, known->value);
        if (words[result] != NULL)
            strbuf_addf(&line, " (%s)", _(words[result]));
        write_line(card, _("Measured"), line.text);
        strbuf_release(&line);
    }
    target_list_release(&targets);
    arena_release(&arena);
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

/* Writes the cells of columns without a known meaning, each after its heading if that fits. */
static void write_kept(const struct card *card, const struct task *task)
{
    const struct plan *plan = task->section->plan;
    struct strbuf heading = {0};
    for (size_t i = 0; i < task->extra->count; i++) {
        if (task->extra->cells[i] == NULL)
            continue;
        strbuf_clear(&heading);
        text_add_printable(&heading, plan->extra_names[i], false);
        if (text_width(heading.text) + LABEL_GAP <= card->label_width) {
            write_line(card, heading.text, task->extra->cells[i]);
        } else {
            strbuf_addf(&heading, ": %s", task->extra->cells[i]);
            write_line(card, "", heading.text);
        }
    }
    strbuf_release(&heading);
}

/* From where in the table all that comes. */
static void write_locations(const struct card *card, const struct task_row *row)
{
    struct strbuf locations = {0};
    read_from_add(&locations, row->task, row->with_plan);
    if (locations.length > 0)
        write_line(card, _("Read from"), locations.text);
    strbuf_release(&locations);
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
    records_choose(&records, &entry_columns, NULL, &rows_table, &impossible);
    records_write(&records, &rows_table, style, out);
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
    write_targets(&card, row);
    write_kept(&card, task);
    write_locations(&card, row);
    if (progress_of(row->progress, task) != NULL)
        write_progress(&card, row);
    if (history->count > 0) {
        fputs("\n", out);
        write_history(history, style, out);
    }
}

static void write_milestones(struct json *json, const struct task_row *row)
{
    const struct schedule *schedule = progress_schedule(row->progress, row->task);
    struct strbuf id = {0};
    json_array(json, "milestones");
    for (unsigned i = 0; i < schedule->count; i++) {
        const struct milestone *milestone = &schedule->milestones[i];
        enum task_status status = progress_milestone_status(row->progress, row->task, i);
        strbuf_clear(&id);
        task_add_milestone_id(&id, row->task, row->with_plan, i + 1);
        json_object(json, NULL);
        json_value(json, "id", value_text(id.text));
        json_value(json, "name", value_text(milestone->name));
        json_value(json, "start", value_date(milestone->start));
        json_value(json, "due", value_date(milestone->due));
        json_value(json, "status", value_text(task_status_names[status]));
        json_end(json);
    }
    json_end(json);
    strbuf_release(&id);
}

static void write_offices(struct json *json, const struct column *column, const struct task *task,
                          const struct agency_table *agencies)
{
    struct agency_walk walk = agency_walk_of(agencies, task->text[column->field->cell]);
    struct strbuf text = {0};
    strbuf_addf(&text, "%s_agencies", column->name);
    json_array(json, text.text);
    while (agency_next(&walk)) {
        strbuf_clear(&text);
        strbuf_add(&text, walk.office, walk.office_length);
        json_value(json, NULL, value_text(text.text));
    }
    json_end(json);
    strbuf_release(&text);
}

static void write_json_targets(struct json *json, const struct task_row *row)
{
    struct target_list targets = {0};
    struct arena arena = {0};
    struct strbuf value = {0};
    targets_of(&targets, &arena, row->task);
    json_array(json, "targets");
    for (size_t i = 0; i < targets.count; i++) {
        const struct target *target = &targets.items[i];
        strbuf_clear(&value);
        figure_add(&value, &target->value, '.');
        json_object(json, NULL);
        json_value(json, "measure", value_text(*target->measure != '\0' ? target->measure : NULL));
        json_value(json, "comparison", value_text(target_comparison_names[target->comparison]));
        json_value(json, "value", value_text(value.text));
        json_value(json, "unit", value_text(target->unit));
        json_end(json);
    }
    json_end(json);
    json_column(json, column_find(&task_columns, "measured"), row);
    json_column(json, column_find(&task_columns, "reached"), row);
    strbuf_release(&value);
    target_list_release(&targets);
    arena_release(&arena);
}

void task_card_write_json(const struct task_row *row, const struct history *history,
                          const struct agency_table *agencies, struct json *json)
{
    json_object(json, NULL);
    json_columns(json, &task_columns, row);
    kept_columns_write(json, row->task);
    read_from_write(json, row->task, row->with_plan);
    write_milestones(json, row);
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        const struct column *column = task_field_column((enum task_field)cell);
        if (column->field->kind == FIELD_AGENCIES)
            write_offices(json, column, row->task, agencies);
    }
    write_json_targets(json, row);
    json_array(json, "history");
    for (size_t i = 0; i < history->count; i++) {
        json_object(json, NULL);
        json_columns(json, &entry_columns, &history->rows[i]);
        json_end(json);
    }
    json_end(json);
    json_end(json);
}
