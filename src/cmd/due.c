// SPDX-License-Identifier: MIT
#include "plan/summary/due.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "view/task_view.h"

#include <stdlib.h>
#include <string.h>

struct period_options {
    struct option_values quarters, months;
    struct date from, until;
    bool all;
    int by; /* DUE_BY_LEAD, or nothing */
};
enum due_by { DUE_BY_NOTHING = -1, DUE_BY_LEAD };
static const char *const quarters[] = {"1", "2", "3", "4", NULL};
static const char *const months[] = {"1", "2", "3",  "4",  "5",  "6", "7",
                                     "8", "9", "10", "11", "12", NULL};
static const char *const by_names[] = {"lead", NULL};
#define PERIOD(field) OPTION_FIELD(struct period_options, field)
static const struct option period_items[] = {
    {"quarter", 0, N_("N"), N_("due in quarter N of the plan's year, 1 to 4; 2,3 for both"),
     PERIOD(quarters), .words = quarters, .listed = true},
    {"month", 0, N_("N"), N_("due in month N of the plan's year; 2,3 for both"), PERIOD(months),
     .words = months, .listed = true},
    {"from", 0, N_("DATE"), N_("the period's first day"), PERIOD(from)},
    {"until", 0, N_("DATE"), N_("the period's last day; alone: from the as-of date on"),
     PERIOD(until)},
    {"all", 0, NULL, N_("list what runs all year too, not only its number"), PERIOD(all)},
    {"by", 0, N_("WHAT"), N_("the rows of each %s together"), PERIOD(by), .words = by_names,
     .otherwise = DUE_BY_NOTHING},
};
static const struct option_group period_group = {N_("Period:"), OPTION_ITEMS(period_items)};

struct due_options {
    struct period_options period;
    struct query query;
    struct row_options rows;
};
static const struct option_use due_options[] = {
    {&period_group, offsetof(struct due_options, period)},
    {&filter_option_group, offsetof(struct due_options, query)},
    {&row_option_group, offsetof(struct due_options, rows)},
    {NULL, 0},
};

/* A period and what is due in it. */
struct due_answer {
    struct period period;
    struct due_list list;
};
struct due_answers {
    struct due_answer *items;
    size_t count, capacity;
};

static void add_period(struct due_answers *answers, struct period period)
{
    answers->items =
        memory_grow(answers->items, answers->count, &answers->capacity, sizeof *answers->items);
    answers->items[answers->count++] = (struct due_answer){.period = period};
}

static int read_quarter(const char *text, int year, struct period *period, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    int quarter = quarter_value(text);
    if (quarter == 0)
        return error_set(error, ERROR_USAGE, "--quarter «%s»: expected 1, 2, 3 or 4",
                         text_quote_all(quoted, text));
    *period = period_of_quarter(year, quarter);
    return 0;
}

static int read_month(const char *text, int year, struct period *period, struct error *error)
{
    size_t month;
    if (option_read_number("--month", text, 1, 12, &month, error) != 0)
        return -1;
    *period = period_of_month(year, (int)month);
    return 0;
}

/* The periods of numbers, each value of which may be several: «2,3». */
static int read_numbers(struct due_answers *answers, const struct option_values *values, int year,
                        int (*read)(const char *text, int year, struct period *period,
                                    struct error *error),
                        struct error *error)
{
    int status = 0;
    for (size_t i = 0; i < values->count; i++)
        for (const char *at = values->items[i]; at != NULL && status == 0;) {
            char *number = text_take_item(&at);
            struct period period;
            status = read(number, year, &period, error);
            if (status == 0)
                add_period(answers, period);
            free(number);
        }
    return status;
}

static int check_period(const struct period_options *options, struct error *error)
{
    bool from = date_is_set(options->from), until = date_is_set(options->until);
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
    if ((options->quarters.count > 0) + (options->months.count > 0) + (from || until) > 1)
        return error_set(error, ERROR_USAGE,
                         "expected one kind of period: --quarter, --month, or --from with --until");
    if (from && !until)
        return error_set(error, ERROR_USAGE, "--from needs --until");
    if (from && date_compare(options->from, options->until) > 0)
        return error_set(error, ERROR_USAGE, "--until %s comes before --from %s",
                         date_format(last, options->until), date_format(first, options->from));
    return 0;
}

/* --until alone: from the as-of date. */
static int add_until(const struct cmd_ctx *ctx, struct date until, struct due_answers *answers,
                     struct error *error)
{
    struct date from = ctx->store->progress.as_of;
    char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
    if (date_compare(from, until) > 0)
        return error_set(error, ERROR_USAGE, "--until %s comes before %s: expected --from, too",
                         date_format(last, until), date_format(first, from));
    add_period(answers, (struct period){from, until});
    return 0;
}

static bool is_numbered(const struct period_options *options)
{
    return options->quarters.count > 0 || options->months.count > 0;
}

/* A quarter or month by number is the plan's; without any, the quarter of the as-of date. */
static int read_periods(const struct cmd_ctx *ctx, const struct period_options *options, int year,
                        struct due_answers *answers, struct error *error)
{
    bool numbered = is_numbered(options);
    if (check_period(options, error) != 0)
        return -1;
    if (date_is_set(options->from))
        add_period(answers, (struct period){options->from, options->until});
    else if (date_is_set(options->until))
        return add_until(ctx, options->until, answers, error);
    else if (!numbered)
        add_period(answers, period_of_quarter(ctx->store->progress.as_of.year,
                                              date_quarter(ctx->store->progress.as_of)));
    return read_numbers(answers, &options->quarters, year, read_quarter, error) == 0
               ? read_numbers(answers, &options->months, year, read_month, error)
               : -1;
}

/* A row of the table, and the period that it is due in. */
struct due_row {
    struct task_row row; /* first: what the columns know */
    const char *period;  /* over its rows if there are several, else NULL */
    const char *lead;    /* of --by lead: the cell with aliases made one; else NULL */
    size_t order;        /* first by the lead as it was first met, then as they were */
};

static void add_group_heading(const void *row, struct strbuf *out)
{
    static const char *const headings[DUE_GROUPS] = {
        N_("Overdue from before it"), N_("Due in the period"), N_("Running through it"),
        N_("Waiting for an event, without a due date"), N_("All year")};
    const struct due_row *r = row;
    for (int group = 0; group < DUE_GROUPS; group++)
        if (r->row.group == due_group_names[group]) {
            if (r->lead != NULL)
                strbuf_addf(out, "%s: ", *r->lead != '\0' ? r->lead : _("No lead agency"));
            if (r->period != NULL)
                strbuf_addf(out, "%s — ", r->period);
            strbuf_adds(out, _(headings[group]));
        }
}

static bool same_group(const void *a, const void *b)
{
    const struct due_row *x = a, *y = b;
    return x->row.group == y->row.group && x->period == y->period && x->lead == y->lead;
}

/* A period that the plan has nothing to do with is asked for by mistake, or a year too late. */
static void add_other_year(struct strbuf *out, const struct cmd_ctx *ctx, struct period period)
{
    const struct plan *plan = ctx->store->scope.plans[0];
    if (ctx->store->scope.plan_count == 1 && plan->year > 0 &&
        (period.until.year < plan->year || period.from.year > plan->year))
        strbuf_addf(out,
                    _("\n%s is the plan of %d: --quarter N or --as-of DATE asks for a time of that "
                      "year"),
                    plan->id, plan->year);
}

/* Returns whether the answer is sent to others, who type no options. */
static bool is_sent(const struct cmd_ctx *ctx)
{
    return ctx->format->rows == &rows_markdown || ctx->format->letter;
}

/* «23 tasks and 2 phases of tasks» that run all year. */
static void add_all_year(struct strbuf *out, const struct due_list *due, bool all,
                         const struct cmd_ctx *ctx)
{
    enum lang lang = ctx->style.lang;
    const char *besides = is_sent(ctx) ? N_("\nBesides, all year: %s")
                                       : N_("\nBesides, all year: %s (--all lists them)");
    struct strbuf tasks = {0}, phases = {0}, both = {0};
    lang_add_plural(&tasks, lang, due->group_count[DUE_YEAR_ROUND] - due->phases, "task", "tasks");
    lang_add_plural(&phases, lang, due->phases, "phase of a task", "phases of tasks");
    if (due->phases > 0)
        strbuf_addf(&both, _("%s and %s"), tasks.text, phases.text);
    else
        strbuf_adds(&both, tasks.text);
    strbuf_addf(out, message(all ? N_("\nOf them all year: %s") : besides), both.text);
    strbuf_release(&tasks);
    strbuf_release(&phases);
    strbuf_release(&both);
}

static void add_footer(struct strbuf *out, const struct due_list *due, struct period period,
                       bool all, const struct cmd_ctx *ctx)
{
    enum lang lang = ctx->style.lang;
    char from[LANG_TEXT_SIZE], until[LANG_TEXT_SIZE];
    if (due->group_count[DUE_OVERDUE] > 0)
        strbuf_addf(out, _("%zu overdue from before %s\n"), due->group_count[DUE_OVERDUE],
                    lang_date(from, lang, period.from));
    strbuf_addf(out, _("%s to %s: %zu due, %zu running, %zu waiting for an event"),
                lang_date(from, lang, period.from), lang_date(until, lang, period.until),
                due->group_count[DUE_DUE], due->group_count[DUE_RUNNING],
                due->group_count[DUE_TRIGGERED]);
    if (due->group_count[DUE_YEAR_ROUND] > 0)
        add_all_year(out, due, all, ctx);
    if (due->unread > 0) {
        struct strbuf tasks = {0};
        lang_add_plural(&tasks, lang, due->unread, "task", "tasks");
        strbuf_addf(out, _("\nNot here, since their schedule is blank or cannot be read: %s"),
                    tasks.text);
        strbuf_release(&tasks);
    }
}

/* «1 July 2021 to 30 September 2021» */
static void add_period_name(struct strbuf *out, struct period period, enum lang lang)
{
    char from[LANG_TEXT_SIZE], until[LANG_TEXT_SIZE];
    strbuf_addf(out, _("%s to %s"), lang_date(from, lang, period.from),
                lang_date(until, lang, period.until));
}

/* «Due from 1 July 2021 to 30 September 2021, as of 1 August 2021» */
static void add_title(struct strbuf *out, const struct cmd_ctx *ctx,
                      const struct due_answers *answers)
{
    struct strbuf from = {0}, until = {0}, as_of = {0};
    const struct period *first = &answers->items[0].period;
    lang_add_date(&from, ctx->style.lang, first->from);
    lang_add_date(&until, ctx->style.lang, first->until);
    lang_add_date(&as_of, ctx->style.lang, ctx->store->progress.as_of);
    if (answers->count == 1)
        strbuf_addf(out, _("Due from %s to %s, as of %s"), from.text, until.text, as_of.text);
    else
        strbuf_addf(out, _("Due in %zu periods, as of %s"), answers->count, as_of.text);
    strbuf_release(&from);
    strbuf_release(&until);
    strbuf_release(&as_of);
}

static const struct column_table *columns_of(const struct cmd_ctx *ctx)
{
    bool progress = ctx->store->has_entries;
    if (is_sent(ctx))
        return progress ? &reminder_progress_columns : &reminder_columns;
    return progress ? &due_progress_columns : &due_columns;
}

/* The rows of all periods, one after the other; `names` has what each is called. */
static size_t add_rows(const struct cmd_ctx *ctx, const struct due_answers *answers,
                       const struct strbuf *names, struct due_row *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < answers->count; i++)
        for (size_t j = 0; j < answers->items[i].list.count; j++) {
            const struct due_item *item = &answers->items[i].list.items[j];
            rows[count++] = (struct due_row){
                .period = answers->count > 1 ? names[i].text : NULL,
                .row = {.task = item->task,
                        .with_plan = ctx->store->scope.plan_count > 1,
                        .milestone = item->milestone,
                        .milestone_index = item->index,
                        .group = due_group_names[item->group],
                        .progress = &ctx->store->progress},
            };
        }
    return count;
}

static int compare_orders(const void *left, const void *right)
{
    size_t a = ((const struct due_row *)left)->order, b = ((const struct due_row *)right)->order;
    return (a > b) - (a < b);
}

/* Brings the rows of each lead together, as leads are first met, and names all of them in `to`. */
static void group_by_lead(const struct cmd_ctx *ctx, struct due_row *rows, size_t count,
                          struct arena *leads, struct strbuf *to)
{
    struct pointer_map firsts = {0};
    struct strbuf lead = {0};
    for (size_t i = 0; i < count; i++, strbuf_clear(&lead)) {
        agency_add_offices(&lead, store_agencies(ctx->store), rows[i].row.task->text[TASK_LEAD]);
        rows[i].lead = arena_intern(leads, strbuf_text(&lead), lead.length);
        size_t *first = pointer_map_at(&firsts, rows[i].lead);
        if (*first == POINTER_MAP_NONE) {
            *first = i;
            strbuf_separate(to, lead.length > 0 ? "; " : "");
            strbuf_adds(to, rows[i].lead);
        }
        rows[i].order = *first * count + i;
    }
    if (count > 0)
        qsort(rows, count, sizeof *rows, compare_orders);
    pointer_map_release(&firsts);
    strbuf_release(&lead);
}

static void add_footers(struct strbuf *out, const struct cmd_ctx *ctx,
                        const struct due_answers *answers, bool all)
{
    for (size_t i = 0; i < answers->count; i++) {
        const struct due_answer *answer = &answers->items[i];
        strbuf_adds(out, i > 0 ? "\n" : "");
        add_footer(out, &answer->list, answer->period, all, ctx);
        add_other_year(out, ctx, answer->period);
    }
}

static int write_due(struct cmd_ctx *ctx, const struct due_answers *answers,
                     const struct period_options *options, struct error *error)
{
    size_t count = 0;
    struct strbuf footer = {0}, title = {0}, to = {0};
    struct arena leads = {0};
    struct strbuf *names = memory_alloc(answers->count * sizeof *names);
    for (size_t i = 0; i < answers->count; i++) {
        names[i] = (struct strbuf){0};
        add_period_name(&names[i], answers->items[i].period, ctx->style.lang);
        count += answers->items[i].list.count;
    }
    struct due_row *rows = memory_alloc(count * sizeof *rows);
    count = add_rows(ctx, answers, names, rows);
    if (options->by == DUE_BY_LEAD || ctx->format->letter)
        group_by_lead(ctx, rows, count, &leads, &to);
    add_footers(&footer, ctx, answers, options->all);
    add_title(&title, ctx, answers);
    struct records records = {
        .title = title.text,
        .to = to.length > 0 ? to.text : NULL,
        .add_heading = add_group_heading,
        .same_heading = same_group,
        .footer = strbuf_text(&footer),
    };
    records_set_rows(&records, rows, count, sizeof *rows);
    int status = cmd_write_records(ctx, &records, columns_of(ctx), error);
    for (size_t i = 0; i < answers->count; i++)
        strbuf_release(&names[i]);
    strbuf_release(&footer);
    strbuf_release(&title);
    strbuf_release(&to);
    arena_release(&leads);
    free(names);
    free(rows);
    return status;
}

/* Work that runs all year belongs to no period, unless --all lists it. */
static bool find_period(const struct store_need *need, int year, struct period *period)
{
    const struct cmd_ctx *ctx = need->context;
    const struct period_options *options = &((const struct due_options *)ctx->options)->period;
    struct due_answers answers = {0};
    struct error ignored; /* it is found again when the command runs */
    bool found = !options->all && (year > 0 || !is_numbered(options)) &&
                 read_periods(ctx, options, year, &answers, &ignored) == 0 && answers.count == 1;
    if (found)
        *period = answers.items[0].period;
    free(answers.items);
    return found;
}

static void narrow_need(const struct cmd_ctx *ctx, struct store_need *need)
{
    need->find_period = find_period;
    need->context = ctx;
}

/* Finds what is due in each period; what the store has only counted is of the first. */
static void select_due(const struct cmd_ctx *ctx, const struct period_options *options,
                       struct due_answers *answers)
{
    const struct year_round_count *counted = &ctx->store->year_round;
    struct task_list tasks = {0};
    store_select(ctx->store, ctx->query, &tasks);
    for (size_t i = 0; i < answers->count; i++)
        due_list_select(&answers->items[i].list, &tasks, &ctx->store->progress,
                        &(struct due_scope){.period = answers->items[i].period,
                                            .overdue = i == 0 && ctx->store->has_entries,
                                            .all = options->all});
    answers->items[0].list.group_count[DUE_YEAR_ROUND] += counted->milestones;
    answers->items[0].list.phases += counted->phases;
    task_list_release(&tasks);
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct period_options *options = &((const struct due_options *)ctx->options)->period;
    struct due_answers answers = {0};
    int year = 0, status = cmd_require_years(ctx, error);
    if (status == 0)
        status = check_period(options, error);
    if (status == 0 && is_numbered(options))
        status = cmd_plan_year(ctx, &year, error);
    if (status == 0)
        status = read_periods(ctx, options, year, &answers, error);
    if (status == 0) {
        select_due(ctx, options, &answers);
        status = write_due(ctx, &answers, options, error);
    }
    for (size_t i = 0; i < answers.count; i++)
        due_list_release(&answers.items[i].list);
    free(answers.items);
    return status;
}

const struct cmd cmd_due = {
    .name = "due",
    .summary = N_("what falls due in a quarter, a month or any period"),
    .operands = "",
    .details =
        N_("The period is the as-of date's quarter unless given. Where progress is recorded,\n"
           "what is overdue from before it comes first; then what is due, what runs through\n"
           "the period, and what waits for an event; what runs all year is counted in the\n"
           "last line. An .eml is a mail to those who lead, to be addressed and sent.\n\n"
           "Examples:\n"
           "  cchc due --quarter 2\n"
           "  cchc due --quarter 2,3\n"
           "  cchc due --month 6 --lead 'phong gdnn'\n"
           "  cchc due --from 2021-06-15 --until 2021-09-14 --by lead --format md\n"
           "  cchc due --month 6 --lang vi --output nhac-viec.eml\n"),
    .options = due_options,
    .options_size = sizeof(struct due_options),
    .needs =
        NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_PROGRESS_KNOWN | NEED_MATCHES,
    .narrow_need = narrow_need,
    .formats = FORMAT_ROWS | FORMAT_LETTER,
    .columns = &due_columns,
    .run = run,
};
