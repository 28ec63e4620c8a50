// SPDX-License-Identifier: MIT
#include "base/hash.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/text.h"
#include "plan/agency_key.h"
#include "plan/task_columns.h"
#include "plan/task_id.h"
#include "write/plan_text.h"

#include <stdlib.h>
#include <string.h>

enum { LINE_OCTETS = 75 };

/* An event: a milestone of a task, or a task without milestones. */
struct entry {
    const struct task *task;
    const struct task_progress *progress; /* what is recorded of the task, or NULL */
    unsigned index;                       /* of the milestone, from 0 */
    unsigned milestone;                   /* from 1; 0 if the task has but one */
    unsigned occurrence;                  /* tasks of this title before it in the section */
    struct date due;
    enum task_status status;
    const char *name; /* the milestone's, or NULL */
};

struct calendar {
    FILE *out;
    const struct progress *progress;
    bool todo;
    struct hash_library hash;
    struct strbuf value, line;
};

/* ---- Lines (RFC 5545, 3.1 and 3.3.11) ---- */

/* Folded so that no line is over 75 octets and no character is cut. */
static void write_line(const char *line, FILE *out)
{
    for (size_t room = LINE_OCTETS; *line != '\0';) {
        uint32_t code_point;
        size_t used = text_decode(line, &code_point);
        if (used > room) {
            fputs("\r\n ", out);
            room = LINE_OCTETS - 1;
        }
        fwrite(line, 1, used, out);
        room -= used;
        line += used;
    }
    fputs("\r\n", out);
}

static void write_property(struct calendar *calendar, const char *name, const char *value)
{
    strbuf_clear(&calendar->line);
    strbuf_addf(&calendar->line, "%s:%s", name, value);
    write_line(calendar->line.text, calendar->out);
}

/* A value of type TEXT: what a terminal must not get, a calendar does not get either. */
static void write_text(struct calendar *calendar, const char *name, const char *text, bool lines)
{
    struct strbuf printable = {0}, value = {0};
    text_add_printable(&printable, text, lines);
    for (const char *c = strbuf_text(&printable); *c != '\0'; c++) {
        if (*c == '\n') {
            strbuf_adds(&value, "\\n");
            continue;
        }
        if (strchr("\\;,", *c) != NULL)
            strbuf_addc(&value, '\\');
        strbuf_addc(&value, *c);
    }
    write_property(calendar, name, strbuf_text(&value));
    strbuf_release(&printable);
    strbuf_release(&value);
}

static void write_date(struct calendar *calendar, const char *name, struct date date)
{
    char value[DATE_TEXT_SIZE];
    snprintf(value, sizeof value, "%04d%02d%02d", date.year, date.month, date.day);
    write_property(calendar, name, value);
}

/* A day is written as the time in UTC at which it begins. */
static void write_utc_time(struct calendar *calendar, const char *name, struct date date)
{
    char value[DATE_TEXT_SIZE];
    snprintf(value, sizeof value, "%04d%02d%02dT000000Z", date.year, date.month, date.day);
    write_property(calendar, name, value);
}

/* ---- What an entry says ---- */

static void add_part(struct strbuf *out, const char *text)
{
    if (text != NULL)
        agency_key_add(out, text, strlen(text));
    strbuf_addc(out, '\n');
}

/* Appends the identity of a task across years and offices, which does not depend on its number
 * or the file's name. */
static void add_identity(struct strbuf *out, const struct task *task)
{
    const struct plan *plan = task->section->plan;
    add_part(out, plan->organisation != NULL ? plan->organisation : plan->id);
    strbuf_addf(out, "%d\n", plan->year);
    add_part(out, task->section->title != NULL ? task->section->title : task->section->code);
    add_part(out, task->text[TASK_TITLE] != NULL ? task->text[TASK_TITLE] : task->number);
}

/* Writes a UID that depends on the plan and the task alone, never on progress. */
static void write_uid(struct calendar *calendar, const struct entry *entry)
{
    char hex[HASH_HEX_SIZE];
    enum { UID_DIGITS = 32 };
    strbuf_clear(&calendar->value);
    add_identity(&calendar->value, entry->task);
    hash_text(&calendar->hash, calendar->value.text, calendar->value.length, hex);
    strbuf_clear(&calendar->value);
    strbuf_add(&calendar->value, hex, UID_DIGITS);
    if (entry->milestone > 0)
        strbuf_addf(&calendar->value, "/%u", entry->milestone);
    if (entry->occurrence > 0)
        strbuf_addf(&calendar->value, "#%u", entry->occurrence + 1);
    strbuf_adds(&calendar->value, calendar->todo ? ".todo@cchc" : "@cchc");
    write_text(calendar, "UID", calendar->value.text, false);
}

static void write_summary(struct calendar *calendar, const char *name, const struct entry *entry)
{
    const struct task *task = entry->task;
    const char *title = task->text[TASK_TITLE];
    struct strbuf *value = &calendar->value;
    strbuf_clear(value);
    if (!calendar->todo && entry->status == TASK_DONE)
        strbuf_adds(value, "✓ ");
    task_add_milestone_id(value, task, false, entry->milestone);
    if (entry->name != NULL)
        strbuf_addf(value, " %s%s", entry->name, title != NULL ? ":" : "");
    if (title != NULL)
        strbuf_addf(value, " %s", title);
    write_text(calendar, name, value->text, false);
}

static void add_labelled(struct strbuf *out, const char *label, const char *text)
{
    if (text != NULL)
        strbuf_addf(out, "%s%s: %s", out->length > 0 ? "\n" : "", label, text);
}

static void add_cell(struct strbuf *out, const struct task *task, const struct field *field)
{
    char millions[LANG_TEXT_SIZE];
    bool money = field->kind == FIELD_MONEY;
    const char *label = money ? field->official : message(field->label);
    if (!money || task->budget.kind != BUDGET_AMOUNT) {
        add_labelled(out, label, task->text[field->cell]);
        return;
    }
    add_labelled(out, label, "");
    strbuf_addf(out, _("%s million đồng"), lang_millions(millions, LANG_VI, task->budget.vnd));
}

/* The percentage is the whole task's: if it has several milestones, no one's. */
static int percent_of(const struct entry *entry)
{
    if (entry->status == TASK_DONE)
        return 100;
    bool whole = entry->milestone == 0 && entry->progress != NULL;
    return whole ? entry->progress->percent : PERCENT_UNSET;
}

static struct date done_on(const struct entry *entry)
{
    return entry->progress->milestones[entry->index].on;
}

static void add_status(struct strbuf *out, const struct entry *entry)
{
    int percent = percent_of(entry);
    if (entry->progress == NULL)
        return;
    add_labelled(out, _("Progress"), _(task_status_names[entry->status]));
    if (entry->status == TASK_DONE) {
        strbuf_adds(out, " ngày ");
        lang_add_date(out, LANG_VI, done_on(entry));
    } else if (percent != PERCENT_UNSET && entry->status == TASK_IN_PROGRESS) {
        strbuf_addf(out, ", %d%%", percent);
    }
    add_labelled(out, _("Evidence documents"), entry->progress->evidence);
}

static void write_description(struct calendar *calendar, const struct entry *entry)
{
    const struct task *task = entry->task;
    struct strbuf *value = &calendar->value;
    strbuf_clear(value);
    for (int cell = TASK_TITLE + 1; cell < TASK_FIELDS; cell++)
        add_cell(value, task, task_field_column((enum task_field)cell)->field);
    add_status(value, entry);
    if (value->length > 0)
        write_text(calendar, "DESCRIPTION", value->text, true);
}

/* The section is one category, whatever commas its title has. */
static void write_categories(struct calendar *calendar, const struct section *section)
{
    strbuf_clear(&calendar->value);
    section_add_name(&calendar->value, section->code, section->title);
    write_text(calendar, "CATEGORIES", calendar->value.text, false);
}

/* A week before, while there is something left to do. */
static void write_alarm(struct calendar *calendar, const struct entry *entry)
{
    if (!date_is_set(entry->due) || entry->status == TASK_DONE || entry->status == TASK_CANCELLED)
        return;
    write_property(calendar, "BEGIN", "VALARM");
    write_property(calendar, "ACTION", "DISPLAY");
    write_property(calendar, calendar->todo ? "TRIGGER;RELATED=END" : "TRIGGER", "-P7D");
    write_summary(calendar, "DESCRIPTION", entry);
    write_property(calendar, "END", "VALARM");
}

static void write_event_dates(struct calendar *calendar, const struct entry *entry)
{
    write_date(calendar, "DTSTART;VALUE=DATE", entry->due);
    write_date(calendar, "DTEND;VALUE=DATE", date_add_days(entry->due, 1));
    write_property(calendar, "TRANSP", "TRANSPARENT");
    write_property(calendar, "STATUS", entry->status == TASK_CANCELLED ? "CANCELLED" : "CONFIRMED");
}

static void write_todo_dates(struct calendar *calendar, const struct entry *entry)
{
    static const char *const words[TASK_STATUSES] = {
        [TASK_NOT_STARTED] = "NEEDS-ACTION",
        [TASK_IN_PROGRESS] = "IN-PROCESS",
        [TASK_DONE] = "COMPLETED",
        [TASK_CANCELLED] = "CANCELLED",
    };
    int percent = percent_of(entry);
    char figure[8];
    if (date_is_set(entry->due))
        write_date(calendar, "DUE;VALUE=DATE", entry->due);
    write_property(calendar, "STATUS", words[entry->status]);
    snprintf(figure, sizeof figure, "%d", percent);
    if (percent != PERCENT_UNSET)
        write_property(calendar, "PERCENT-COMPLETE", figure);
    if (entry->status == TASK_DONE)
        write_utc_time(calendar, "COMPLETED", done_on(entry));
}

static void write_entry(struct calendar *calendar, const struct entry *entry)
{
    const char *component = calendar->todo ? "VTODO" : "VEVENT";
    char revision[24];
    snprintf(revision, sizeof revision, "%u", progress_revisions(calendar->progress, entry->task));
    write_property(calendar, "BEGIN", component);
    write_uid(calendar, entry);
    write_utc_time(calendar, "DTSTAMP", calendar->progress->as_of);
    write_property(calendar, "SEQUENCE", revision);
    if (calendar->todo)
        write_todo_dates(calendar, entry);
    else
        write_event_dates(calendar, entry);
    write_summary(calendar, "SUMMARY", entry);
    write_description(calendar, entry);
    write_categories(calendar, entry->task->section);
    write_alarm(calendar, entry);
    write_property(calendar, "END", component);
}

/* ---- The calendar ---- */

static void write_task(struct calendar *calendar, const struct task *task, unsigned occurrence)
{
    const struct progress *progress = calendar->progress;
    const struct schedule *schedule = progress_schedule(progress, task);
    for (unsigned i = 0; i < (schedule->count > 0 ? schedule->count : 1); i++) {
        struct entry entry = {
            .task = task,
            .progress = progress_of(progress, task),
            .index = i,
            .milestone = schedule->count > 1 ? i + 1 : 0,
            .occurrence = occurrence,
            .status = progress_milestone_status(progress, task, i),
        };
        if (i < schedule->count) {
            entry.name = schedule->milestones[i].name;
            entry.due = schedule->milestones[i].due;
        }
        if (calendar->todo || date_is_set(entry.due))
            write_entry(calendar, &entry);
    }
}

struct ordered_task {
    const struct task *task;
    size_t order;
    unsigned occurrence;
};

/* Tasks of one identity are told apart by their order in the document. */
static void count_occurrences(struct ordered_task *ordered, size_t count, struct arena *arena)
{
    struct pointer_map known = {0};
    struct strbuf identity = {0};
    for (size_t i = 0; i < count; i++) {
        strbuf_clear(&identity);
        add_identity(&identity, ordered[i].task);
        size_t *occurrences =
            pointer_map_at(&known, arena_intern(arena, identity.text, identity.length));
        *occurrences = *occurrences == POINTER_MAP_NONE ? 0 : *occurrences + 1;
        ordered[i].occurrence = (unsigned)*occurrences;
    }
    strbuf_release(&identity);
    pointer_map_release(&known);
}

static int compare_ordered(const void *a, const void *b)
{
    const struct ordered_task *x = a, *y = b;
    int order = task_compare(x->task, y->task);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* By id. */
static void write_tasks(struct calendar *calendar, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    struct ordered_task *ordered = memory_alloc(plan->task_count * sizeof *ordered);
    struct arena arena = {0};
    for (size_t i = 0; i < plan->task_count; i++)
        ordered[i] = (struct ordered_task){.task = plan->tasks[i], .order = i};
    count_occurrences(ordered, plan->task_count, &arena);
    if (plan->task_count > 0)
        qsort(ordered, plan->task_count, sizeof *ordered, compare_ordered);
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan_extract_has(extract, ordered[i].task))
            write_task(calendar, ordered[i].task, ordered[i].occurrence);
    arena_release(&arena);
    free(ordered);
}

int plan_write_ics(const struct plan_extract *extract, FILE *out, struct error *error)
{
    struct calendar calendar = {.out = out, .progress = extract->progress, .todo = extract->todo};
    enum lang lang = message_lang();
    if (hash_load(&calendar.hash, error) != 0)
        return -1;
    message_use(LANG_VI);
    write_property(&calendar, "BEGIN", "VCALENDAR");
    write_property(&calendar, "VERSION", "2.0");
    write_property(&calendar, "PRODID", "-//cchc//cchc//VI");
    write_property(&calendar, "CALSCALE", "GREGORIAN");
    write_tasks(&calendar, extract);
    write_property(&calendar, "END", "VCALENDAR");
    message_use(lang);
    strbuf_release(&calendar.value);
    strbuf_release(&calendar.line);
    return 0;
}
