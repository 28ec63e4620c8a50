// SPDX-License-Identifier: MIT
#include "view/change_view.h"

#include "base/message.h"
#include "base/word_diff.h"

#include <string.h>

static const struct change *change_of(const void *row)
{
    return ((const struct change_row *)row)->change;
}

static struct value get_change(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(change_kind_names[change_of(row)->kind]);
}

/* Compares in the order of enum change_kind, not by name. */
static int compare_kinds(const void *a, const void *b, bool reverse)
{
    int order = (int)change_of(a)->kind - (int)change_of(b)->kind;
    return reverse ? -order : order;
}

static struct value value_scratch(const struct strbuf *scratch)
{
    return value_text(scratch->length > 0 ? scratch->text : NULL);
}

static struct value get_old_id(const void *row, struct strbuf *scratch)
{
    change_add_old_id(scratch, change_of(row));
    return value_scratch(scratch);
}

static struct value get_new_id(const void *row, struct strbuf *scratch)
{
    change_add_new_id(scratch, change_of(row));
    return value_scratch(scratch);
}

static struct value get_id(const void *row, struct strbuf *scratch)
{
    struct value id = get_new_id(row, scratch);
    return id.kind != VALUE_NONE ? id : get_old_id(row, scratch);
}

static int compare_ids(const void *a, const void *b, bool reverse)
{
    int order = change_compare_positions(change_of(a), change_of(b));
    return reverse ? -order : order;
}

static const char *title_of(const struct change *change)
{
    const struct task *task = change_task(change);
    const struct section *section = change_section(change);
    if (task != NULL)
        return task->text[TASK_TITLE];
    return section != NULL ? section->title : NULL;
}

static struct value get_title(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(title_of(change_of(row)));
}

static struct value get_field(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(change_of(row)->field);
}

/* A column that only the plan has keeps its name. */
static struct value show_field(const void *row, struct strbuf *scratch)
{
    static const char *const names[] = {
        NC_("field", "title"),         NC_("field", "output"),   NC_("field", "lead"),
        NC_("field", "coordinating"),  NC_("field", "schedule"), NC_("field", "budget"),
        NC_("field", "section_title"), NC_("field", "id"),       NC_("field", "year"),
    };
    const char *field = change_of(row)->field;
    (void)scratch;
    for (size_t i = 0; i < sizeof names / sizeof *names && field != NULL; i++)
        if (strcmp(strchr(names[i], '\004') + 1, field) == 0)
            return value_text(message(names[i]));
    return value_text(field);
}

static struct value get_old(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(change_of(row)->old_text);
}

static struct value get_new(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(change_of(row)->new_text);
}

static struct value get_old_vnd(const void *row, struct strbuf *scratch)
{
    int64_t vnd;
    (void)scratch;
    return change_old_vnd(change_of(row), &vnd) ? value_money(vnd) : value_none();
}

static struct value get_new_vnd(const void *row, struct strbuf *scratch)
{
    int64_t vnd;
    (void)scratch;
    return change_new_vnd(change_of(row), &vnd) ? value_money(vnd) : value_none();
}

static void add_marked(struct strbuf *out, const char *old, const char *new)
{
    static const char *const opening[] = {"", "[-", "{+"}, *const closing[] = {"", "-]", "+}"};
    struct word_diff words = {0};
    word_diff_run(&words, old, new);
    for (size_t i = 0; i < words.count; i++) {
        const struct word_run *run = &words.runs[i];
        strbuf_adds(out, i > 0 ? " " : "");
        strbuf_adds(out, opening[run->side]);
        strbuf_add(out, run->text, run->length);
        strbuf_adds(out, closing[run->side]);
    }
    word_diff_release(&words);
}

/* «10 million đồng», whatever unit the plan counts in; else the cell's words. */
static void add_budget(struct strbuf *out, const struct task *task, enum lang lang)
{
    if (task->budget.kind == BUDGET_AMOUNT) {
        char millions[LANG_TEXT_SIZE];
        strbuf_addf(out, _("%s million đồng"), lang_millions(millions, lang, task->budget.vnd));
    } else if (task->text[TASK_BUDGET] != NULL) {
        strbuf_adds(out, task->text[TASK_BUDGET]);
    }
}

/* Appends lead, schedule and budget: the gist of a task that was added or removed. */
static void add_gist(struct strbuf *out, const struct task *task, enum lang lang)
{
    static const enum task_field fields[] = {TASK_LEAD, TASK_SCHEDULE};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (task->text[fields[i]] != NULL) {
            strbuf_separate(out, "; ");
            strbuf_adds(out, task->text[fields[i]]);
        }
    strbuf_adds(out, out->length > 0 && task->text[TASK_BUDGET] != NULL ? "; " : "");
    add_budget(out, task, lang);
}

static struct value get_words(const void *row, struct strbuf *scratch)
{
    const struct change *change = change_of(row);
    struct strbuf old = {0}, new = {0};
    enum lang lang = message_lang();
    bool whole = change->field == NULL;
    bool budget = !whole && change->new_task != NULL && strcmp(change->field, "budget") == 0;
    if (whole || budget) {
        void (*add)(struct strbuf *, const struct task *, enum lang) =
            whole ? add_gist : add_budget;
        if (change->old_task != NULL)
            add(&old, change->old_task, lang);
        if (change->new_task != NULL)
            add(&new, change->new_task, lang);
    } else {
        strbuf_adds(&old, change->old_text != NULL ? change->old_text : "");
        strbuf_adds(&new, change->new_text != NULL ? change->new_text : "");
    }
    add_marked(scratch, strbuf_text(&old), strbuf_text(&new));
    strbuf_release(&old);
    strbuf_release(&new);
    return value_scratch(scratch);
}

static const struct column columns[] = {
    {"change", N_("Change"),
     N_("added, removed, moved, renumbered, reworded, rescheduled, rebudgeted or reassigned"),
     get_change, .translatable = true, .compare = compare_kinds},
    {"id", N_("ID"), N_("the task or section in NEW; of what is removed, in OLD"), get_id,
     .compare = compare_ids},
    {"old_id", N_("Old ID"), N_("in OLD"), get_old_id, .weight = 0},
    {"new_id", N_("New ID"), N_("in NEW"), get_new_id, .weight = 0},
    {"title", N_("Task"), N_("its title in NEW; of what is removed, in OLD"), get_title,
     .weight = 4},
    {"field", N_("Cell"), N_("the column, section_title, id or year; none for a whole task"),
     get_field, .show = show_field},
    {"old", N_("Old"), N_("what it says in OLD"), get_old, .weight = 4},
    {"new", N_("New"), N_("what it says in NEW"), get_new, .weight = 4},
    {"old_vnd", N_("Old budget"), N_("in OLD, if it is rebudgeted or removed"), get_old_vnd,
     .right = true},
    {"new_vnd", N_("New budget"), N_("in NEW, if it is rebudgeted or added"), get_new_vnd,
     .right = true},
    {"words", N_("Words"), N_("old and new as one text: [-gone-] {+new+}"), get_words, .weight = 6,
     .table_only = true, .marked = true},
};

const struct column_table change_columns = COLUMN_TABLE(columns, "change,field,words");
const struct column_table change_columns_unheaded = COLUMN_TABLE(columns, "id,change,field,words");

void change_add_heading(const void *row, struct strbuf *out)
{
    const struct change *change = change_of(row);
    struct strbuf old = {0}, new = {0};
    change_add_old_id(&old, change);
    change_add_new_id(&new, change);
    bool renamed = old.length > 0 && new.length > 0 && strcmp(old.text, new.text) != 0;
    const char *id = new.length > 0 ? new.text : strbuf_text(&old);
    if (change_is_only_renumbered(change)) {
        strbuf_adds(out, _("Only renumbered"));
    } else {
        strbuf_adds(out, *id != '\0' ? id : _("The plan"));
        if (renamed)
            strbuf_addf(out, _(" (was %s)"), old.text);
        if (title_of(change) != NULL)
            strbuf_addf(out, "  %s", title_of(change));
    }
    strbuf_release(&old);
    strbuf_release(&new);
}

bool change_same_heading(const void *a, const void *b)
{
    const struct change *x = change_of(a), *y = change_of(b);
    if (change_is_only_renumbered(x) || change_is_only_renumbered(y))
        return change_is_only_renumbered(x) && change_is_only_renumbered(y);
    return change_task(x) == change_task(y) && change_section(x) == change_section(y);
}

static void add_kinds(struct strbuf *out, const struct diff *diff, enum lang lang)
{
    static const char *const formats[CHANGE_KINDS] = {
        [CHANGE_ADDED] = N_("%s added"),           [CHANGE_REMOVED] = N_("%s removed"),
        [CHANGE_MOVED] = N_("%s moved"),           [CHANGE_RENUMBERED] = N_("%s renumbered"),
        [CHANGE_REWORDED] = N_("%s reworded"),     [CHANGE_RESCHEDULED] = N_("%s rescheduled"),
        [CHANGE_REBUDGETED] = N_("%s rebudgeted"), [CHANGE_REASSIGNED] = N_("%s reassigned"),
    };
    const char *separator = "";
    char count[LANG_TEXT_SIZE];
    for (int kind = 0; kind < CHANGE_KINDS; kind++) {
        if (diff->counts[kind] == 0)
            continue;
        strbuf_adds(out, separator);
        strbuf_addf(out, _(formats[kind]), lang_count(count, lang, diff->counts[kind]));
        separator = ", ";
    }
    strbuf_adds(out, diff->count == 0 ? _("no differences") : "");
    strbuf_adds(out, "\n");
}

static void add_counts(struct strbuf *out, enum lang lang, size_t before, size_t after)
{
    lang_add_count(out, lang, before);
    if (before != after) {
        strbuf_adds(out, " → ");
        lang_add_count(out, lang, after);
    }
}

void change_add_totals(struct strbuf *out, const struct diff *diff, enum lang lang)
{
    const struct summary *before = &diff->before, *after = &diff->after;
    size_t without_before = before->tasks - before->budgeted;
    size_t without_after = after->tasks - after->budgeted;
    struct strbuf millions = {0}, tasks = {0}, without = {0};
    add_kinds(out, diff, lang);
    lang_add_millions(&millions, lang, before->budget_vnd);
    if (before->budget_vnd != after->budget_vnd) {
        strbuf_adds(&millions, " → ");
        lang_add_millions(&millions, lang, after->budget_vnd);
    }
    add_counts(&tasks, lang, before->tasks, after->tasks);
    add_counts(&without, lang, without_before, without_after);
    size_t number = before->tasks == after->tasks ? after->tasks : 2;
    strbuf_addf(out,
                message_plural("%s million đồng, %s task", "%s million đồng, %s tasks", number),
                millions.text, tasks.text);
    if (without_before + without_after > 0)
        strbuf_addf(out, _(" (%s without an amount)"), without.text);
    strbuf_release(&millions);
    strbuf_release(&tasks);
    strbuf_release(&without);
}
