// SPDX-License-Identifier: MIT
#include "plan/check/check_rule.h"

#include "base/lang.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "plan/tree.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"

/* Returns whether a figure follows «năm», so that it is a year and not a count. */
static bool is_year(const char *text, const char *at)
{
    size_t length = (size_t)(at - text);
    struct strbuf folded = {0};
    text_fold(&folded, text, length);
    bool year = folded.length >= 3 && strcmp(folded.text + folded.length - 3, "nam") == 0;
    strbuf_release(&folded);
    return year;
}

/* Moves *at to the next figure from there on, skipping years. */
static bool find_figure(const char *text, const char **at, size_t *length)
{
    for (;; *at += *length) {
        *at += strcspn(*at, DIGITS);
        *length = strspn(*at, DIGITS ".,");
        if (**at == '\0')
            return false;
        if (!is_year(text, *at))
            return true;
    }
}

static bool read_amount(const char *text, size_t length, struct money_rules rules, int64_t *vnd)
{
    while (length > 0 && strchr(" ./;,", text[length - 1]) != NULL)
        length--;
    char *amount = memory_copy(text, length);
    struct error reason;
    bool read = length > 0 && money_parse(amount, rules, vnd, &reason) == 0;
    free(amount);
    return read;
}

/* Reads the figure before «nhiệm vụ», or else the first: «44 nhiệm vụ.», «năm 2021: 44». */
static bool read_count(const char *text, int64_t *count)
{
    struct money_rules bare = {.unit = 1};
    bool found = false;
    size_t length = 0;
    for (const char *at = text; find_figure(text, &at, &length); at += length) {
        struct strbuf word = {0};
        text_add_lower(&word, at + length, strlen(at + length));
        bool tasks = strncmp(strbuf_text(&word), "nhiệm vụ", strlen("nhiệm vụ")) == 0;
        strbuf_release(&word);
        if ((tasks || !found) && read_amount(at, length, bare, count))
            found = true;
        if (tasks)
            break;
    }
    return found;
}

static const struct task *section_row(const struct task *row)
{
    return row->section->row;
}

/* Returns whether a row is a task with sub-tasks or a group of tasks, not a section or part. */
static bool is_task_group(const struct task *row)
{
    return row_kind(row) == ROW_GROUP && !row->tree->is_part && section_row(row) != row;
}

void check_declared_count(struct check *check)
{
    const struct plan *plan = check->plan;
    const char *text = plan->declared.tasks;
    int64_t declared = 0;
    size_t tops = 0, groups = 0;
    char quoted[TEXT_QUOTE_SIZE];
    if (text == NULL || strpbrk(text, DIGITS) == NULL)
        return;
    for (size_t i = 0; i < plan->task_count; i++)
        tops += check->parents[i] == NULL;
    for (size_t i = 0; i < plan->row_count; i++) {
        tops +=
            is_task_group(plan->rows[i]) && row_group(plan->rows[i]) == section_row(plan->rows[i]);
        groups += is_task_group(plan->rows[i]);
    }
    struct finding at = at_location(plan->declared.locations->tasks);
    text_quote(quoted, text, strlen(text));
    if (!read_count(text, &declared)) {
        at.severity = SEVERITY_WARNING;
        check_add(check, at, "declared «%s»: not understood as a number of tasks", quoted);
        return;
    }
    if (declared == (int64_t)plan->task_count || declared == (int64_t)tops ||
        declared == (int64_t)(plan->task_count + groups))
        return;
    struct strbuf there = {0};
    lang_add_plural(&there, message_lang(), plan->task_count, "task", "tasks");
    if (tops != plan->task_count)
        check_add(check, at, "declared «%s»: the table has %s, %zu without sub-items", quoted,
                  there.text, tops);
    else
        check_add(check, at, "declared «%s»: the table has %s", quoted, there.text);
    strbuf_release(&there);
}

/* The sum of cells, with and without those of sub-items. */
struct sum {
    int64_t all, tops;
    size_t left_out; /* tasks without an amount */
    bool fits;
};

static bool add_task(struct sum *sum, const struct check *check, const struct task *task)
{
    if (check->parents[task->index] == NULL || task->tree != NULL)
        sum->fits &= money_add(&sum->tops, task_counted(task));
    sum->left_out += task->budget.kind != BUDGET_AMOUNT && task_cover(task) == NULL;
    return money_add(&sum->all, task_counted(task));
}

/* Adds up a section's tasks, or all of them (NULL). */
static struct sum add_cells(const struct check *check, const struct section *section)
{
    struct sum sum = {.fits = true};
    for (size_t i = 0; i < check->plan->task_count; i++)
        if (section == NULL || check->plan->tasks[i]->section == section)
            sum.fits &= add_task(&sum, check, check->plan->tasks[i]);
    return sum;
}

/* Adds up the tasks below a group. */
static struct sum add_leaves(const struct check *check, const struct task *group)
{
    struct sum sum = {.fits = true};
    for (size_t i = 0; i < group->tree->leaves; i++)
        sum.fits &= add_task(&sum, check, check->plan->tasks[group->index + i]);
    return sum;
}

/* Finds the amount that a line declares: a figure, its unit, and perhaps more words after it. */
static const char *find_amount(const char *text, struct money_rules rules, int64_t *vnd)
{
    static const char *const ends[] = {"(", ";", ", "};
    size_t length = 0;
    for (const char *at = text; find_figure(text, &at, &length); at += length) {
        if (read_amount(at, strlen(at), rules, vnd))
            return at;
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            const char *end = strstr(at, ends[i]);
            if (end != NULL && read_amount(at, (size_t)(end - at), rules, vnd))
                return at;
        }
    }
    return NULL;
}

static int64_t distance(int64_t a, int64_t b)
{
    return a > b ? a - b : b - a;
}

static bool is_near(int64_t vnd, int64_t sum)
{
    return distance(vnd, sum) <= sum / 2;
}

/* Returns the unit that brings a figure nearest to the sum: offices forget «nghìn». */
static const char *nearest_unit(const char *figure, struct money_rules rules, int64_t sum,
                                int64_t *vnd)
{
    static const struct {
        int64_t unit;
        const char *name;
    } units[] = {{MONEY_VND, "đồng"},
                 {MONEY_THOUSAND, "nghìn đồng"},
                 {MONEY_MILLION, "triệu đồng"},
                 {MONEY_BILLION, "tỷ đồng"}};
    const char *nearest = NULL;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        int64_t read;
        rules.unit = units[i].unit;
        if (!read_amount(figure, strspn(figure, DIGITS ".,"), rules, &read) ||
            !is_near(read, sum) || (nearest != NULL && distance(read, sum) >= distance(*vnd, sum)))
            continue;
        *vnd = read;
        nearest = units[i].name;
    }
    return nearest;
}

/* Adds «10 million less than the cells' 1,285 million (2 tasks without an amount)». */
static void add_difference(struct strbuf *out, int64_t declared, const struct sum *sum)
{
    enum lang lang = message_lang();
    char difference[LANG_TEXT_SIZE], cells[LANG_TEXT_SIZE];
    if (declared == sum->all) {
        strbuf_adds(out, _("which is what the cells add up to"));
        return;
    }
    lang_millions(difference, lang, distance(declared, sum->all));
    lang_millions(cells, lang, sum->all);
    if (declared < sum->all)
        strbuf_addf(out, _("%s million less than the cells' %s million"), difference, cells);
    else
        strbuf_addf(out, _("%s million more than the cells' %s million"), difference, cells);
    if (sum->left_out == 0)
        return;
    struct strbuf tasks = {0};
    lang_add_plural(&tasks, lang, sum->left_out, "task", "tasks");
    strbuf_addf(out, _(" (%s without an amount)"), tasks.text);
    strbuf_release(&tasks);
}

static void check_total(struct check *check, const char *text, struct sum sum, struct finding at)
{
    const struct plan *plan = check->plan;
    struct money_rules rules = {.unit = plan->unit, .decimal_mark = plan->decimal_mark};
    int64_t declared = 0;
    char quoted[TEXT_QUOTE_SIZE];
    if (text == NULL || strpbrk(text, DIGITS) == NULL)
        return; /* it declares no amount */
    text_quote(quoted, text, strlen(text));
    const char *figure = find_amount(text, rules, &declared);
    if (figure == NULL || !sum.fits) {
        at.severity = SEVERITY_WARNING;
        if (figure == NULL)
            check_add(check, at, "declared «%s»: not understood as an amount", quoted);
        else
            check_add(check, at, "declared «%s»: the cells add up to more than can be counted",
                      quoted);
        return;
    }
    if (declared == sum.all || declared == sum.tops)
        return;
    struct strbuf difference = {0};
    const char *unit = NULL;
    char reading[LANG_TEXT_SIZE];
    if (!is_near(declared, sum.all))
        unit = nearest_unit(figure, rules, sum.all, &declared);
    lang_millions(reading, message_lang(), declared);
    add_difference(&difference, declared, &sum);
    if (unit != NULL)
        check_add(check, at, "declared «%s»: in %s %s million, %s", quoted, unit, reading,
                  difference.text);
    else
        check_add(check, at, "declared «%s»: %s million, %s", quoted, reading, difference.text);
    strbuf_release(&difference);
}

void check_declared_budget(struct check *check)
{
    const struct plan *plan = check->plan;
    check_total(check, plan->declared.budget, add_cells(check, NULL),
                at_location(plan->declared.locations->budget));
}

/* ---- The amounts of groups, and of totals in a table ---- */

/* In a list a section declares its sum itself; in a table sections are groups, checked as rows. */
static void check_listed_section(struct check *check, const struct section *section)
{
    struct finding at = at_section(section);
    if (section->locations->budget.line > 0 || section->locations->budget.cell[0] != '\0')
        at.location = section->locations->budget;
    if (section->declared_budget != section->title) /* equal pointers: the cells were merged */
        check_total(check, section->declared_budget, add_cells(check, section), at);
}

/* Returns whether an amount further up covers a group's tasks, so that they have no sum. */
static bool is_covered_from_above(const struct check *check, const struct task *group)
{
    const struct task *cover = task_cover(check->plan->tasks[group->index]);
    const struct task *above = row_group(group);
    while (cover != NULL && above != NULL && above != cover)
        above = row_group(above);
    return cover != NULL && above == cover;
}

static void check_group(struct check *check, const struct task *row)
{
    const struct task *group = row_kind(row) == ROW_TOTAL ? row_group(row) : row;
    const char *text = row->text[TASK_BUDGET];
    if (text == NULL || text == row->text[TASK_TITLE] || text == check->plan->declared.budget ||
        (group != NULL && (group->tree->leaves == 0 || is_covered_from_above(check, group))))
        return;
    check_total(check, text, group != NULL ? add_leaves(check, group) : add_cells(check, NULL),
                at_task(row, TASK_BUDGET));
}

void check_subtotal(struct check *check)
{
    const struct plan *plan = check->plan;
    for (size_t i = 0; i < plan->section_count; i++)
        if (plan->sections[i]->row == NULL)
            check_listed_section(check, plan->sections[i]);
    for (size_t i = 0; i < plan->row_count; i++)
        if (row_kind(plan->rows[i]) == ROW_GROUP || row_kind(plan->rows[i]) == ROW_TOTAL)
            check_group(check, plan->rows[i]);
}
