// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "plan/summary/due.h"
#include "view/state.h"
#include "view/task_view.h"

/* The quarter of the as-of date within the plan's year, else the plan's first. */
static int quarter_to_show(const struct cmd_ctx *ctx, const struct plan *plan)
{
    return ctx->store->progress.as_of.year == plan->year ? date_quarter(ctx->store->progress.as_of)
                                                         : 1;
}

static void add_due(struct strbuf *out, const struct cmd_ctx *ctx, const struct task_list *tasks,
                    int year)
{
    size_t due[4], all_year = 0, triggered = 0, unread = 0;
    for (int quarter = 1; quarter <= 4; quarter++) {
        struct due_list list = {0};
        const struct due_scope scope = {.period = period_of_quarter(year, quarter)};
        due_list_select(&list, tasks, &ctx->store->progress, &scope);
        due[quarter - 1] = list.group_count[DUE_DUE];
        all_year = list.group_count[DUE_YEAR_ROUND];
        triggered = list.group_count[DUE_TRIGGERED];
        unread = list.unread;
        due_list_release(&list);
    }
    strbuf_addf(out, _("\nDue dates: %zu in Q1, %zu in Q2, %zu in Q3, %zu in Q4"), due[0], due[1],
                due[2], due[3]);
    if (all_year > 0)
        strbuf_addf(out, _("; %zu all year"), all_year);
    if (triggered > 0)
        strbuf_addf(out, _("; %zu waiting for an event"), triggered);
    if (unread > 0)
        strbuf_addf(out, _("; %zu not read"), unread);
}

/* The numbers that offices are judged by; nothing if nothing is recorded. */
static int add_status(struct strbuf *out, const struct cmd_ctx *ctx, const struct task_list *tasks,
                      struct error *error)
{
    struct summary total = {0};
    struct strbuf counts = {0};
    char as_of[LANG_TEXT_SIZE];
    for (size_t i = 0; i < tasks->count; i++)
        if (summary_add(&total, tasks->items[i], &ctx->store->progress, NULL, error) != 0)
            return -1;
    for (int i = 0; i < TASK_STATES; i++) {
        if (total.states[i] == 0)
            continue;
        strbuf_separate(&counts, ", ");
        strbuf_addf(&counts, _(states[i].counted), total.states[i]);
    }
    strbuf_addf(out, _("\nStatus as of %s: %s"),
                lang_date(as_of, ctx->style.lang, ctx->store->progress.as_of),
                strbuf_text(&counts));
    strbuf_release(&counts);
    return 0;
}

static int add_plan(struct strbuf *out, const struct cmd_ctx *ctx, const struct plan *plan,
                    const struct task_list *tasks, struct error *error)
{
    struct strbuf sections = {0}, count = {0}, total = {0};
    enum lang lang = ctx->style.lang;
    lang_add_plural(&sections, lang, plan->section_count, "section", "sections");
    lang_add_plural(&count, lang, plan->task_count, "task", "tasks");
    int status = task_add_total(&total, tasks, false, lang, error);
    strbuf_addf(out, _("%s: %s, %s"), plan->id, sections.text, count.text);
    strbuf_addf(out, _("\nBudget: %s"), strbuf_text(&total));
    strbuf_release(&sections);
    strbuf_release(&count);
    strbuf_release(&total);
    return status;
}

static void print(const struct cmd_ctx *ctx, const struct strbuf *text)
{
    struct strbuf printable = {0}, wrapped = {0};
    text_add_printable(&printable, strbuf_text(text), true);
    text_add_wrapped(&wrapped, strbuf_text(&printable), ctx->style.width);
    fprintf(ctx->out, "%s\n", strbuf_text(&wrapped));
    strbuf_release(&printable);
    strbuf_release(&wrapped);
}

static int write_plan(struct cmd_ctx *ctx, const struct plan *plan, struct error *error)
{
    struct query_scope scope = {
        .plans = (struct plan **)&plan, .plan_count = 1, .progress = &ctx->store->progress};
    struct task_list tasks = {0};
    struct strbuf text = {0};
    task_list_select(&tasks, ctx->query, &scope);
    int status = add_plan(&text, ctx, plan, &tasks, error);
    if (status == 0 && plan->year > 0)
        add_due(&text, ctx, &tasks, plan->year);
    else if (status == 0)
        strbuf_adds(&text, _("\nDue dates: unknown, since the plan names no year; --year says it"));
    if (status == 0 && plan->year > 0 && ctx->store->has_entries)
        status = add_status(&text, ctx, &tasks, error);
    if (status == 0)
        cmd_add_other_year(&text, ctx, ctx->store->progress.as_of);
    if (status == 0)
        print(ctx, &text);
    strbuf_release(&text);
    task_list_release(&tasks);
    return status;
}

/* So many plans have a page each. */
enum { FEW = 3 };

static void add_first_plans(struct strbuf *out, const struct cmd_ctx *ctx)
{
    enum lang lang = ctx->style.lang;
    char number[LANG_TEXT_SIZE];
    for (size_t i = 0; i < FEW; i++) {
        const struct plan *plan = ctx->store->scope.plans[i];
        strbuf_addf(out, "\n  %s: ", plan->id);
        lang_add_plural(out, lang, plan->task_count, "task", "tasks");
    }
    strbuf_addf(out, _("\n  and %s more: `cchc plans` lists them"),
                lang_count(number, lang, ctx->store->scope.plan_count - FEW));
}

/* Many plans: what they come to, and the first of them. */
static int write_totals(struct cmd_ctx *ctx, struct error *error)
{
    struct task_list tasks = {0};
    struct strbuf text = {0}, total = {0};
    enum lang lang = ctx->style.lang;
    store_select(ctx->store, ctx->query, &tasks);
    int status = task_add_total(&total, &tasks, true, lang, error);
    lang_add_plural(&text, lang, ctx->store->scope.plan_count, "plan", "plans");
    strbuf_adds(&text, ", ");
    lang_add_plural(&text, lang, tasks.count, "task", "tasks");
    add_first_plans(&text, ctx);
    strbuf_addf(&text, _("\nBudget: %s"), strbuf_text(&total));
    if (status == 0 && ctx->store->has_entries)
        status = add_status(&text, ctx, &tasks, error);
    if (status == 0)
        print(ctx, &text);
    strbuf_release(&text);
    strbuf_release(&total);
    task_list_release(&tasks);
    return status;
}

static void write_next_heading(const struct cmd_ctx *ctx)
{
    fputs(ctx->global.plans.count > 0 ? _("\nWhat to type next, with the same --plan:\n")
                                      : _("\nWhat to type next:\n"),
          ctx->out);
}

static int write_several(struct cmd_ctx *ctx, struct error *error)
{
    int status = ctx->store->scope.plan_count > FEW ? write_totals(ctx, error) : 0;
    for (size_t i = 0;
         i < ctx->store->scope.plan_count && ctx->store->scope.plan_count <= FEW && status == 0;
         i++) {
        fputs(i > 0 ? "\n" : "", ctx->out);
        status = write_plan(ctx, ctx->store->scope.plans[i], error);
    }
    if (status == 0) {
        write_next_heading(ctx);
        fputs(_("  cchc plans                 a line a plan: tasks, budget, completion, findings\n"
                "  cchc --in PLAN list        the tasks of one of them\n"
                "  cchc budget --by plan      what they cost\n"
                "  cchc status --by lead      how each agency's tasks stand\n"
                "  cchc due                   what falls due this quarter\n"
                "  cchc help                  every command and option\n"),
              ctx->out);
    }
    return status;
}

/* III.2 if the plan has it, as the help says it; else its first task. */
static const struct task *choose_example(const struct plan *plan)
{
    struct task_id id;
    if (task_id_parse("III.2", &id))
        for (size_t i = 0; i < plan->task_count; i++)
            if (task_id_names(&id, plan->tasks[i]))
                return plan->tasks[i];
    return plan->task_count > 0 ? plan->tasks[0] : NULL;
}

static void add_command(struct strbuf *out, const char *const *words)
{
    for (; *words != NULL; words++) {
        strbuf_adds(out, out->length > 0 ? " " : "");
        strbuf_adds(out, *words);
    }
}

/* «cchc list --section III»: commands about what the plan has. */
static void add_commands(struct strbuf commands[3], const struct plan *plan)
{
    const struct task *task = choose_example(plan);
    struct strbuf id = {0};
    if (task != NULL)
        task_add_id(&id, task, false);
    const char *section = task != NULL ? task->section->code : "";
    const char *all[][5] = {{"cchc", "list", *section != '\0' ? "--section" : NULL, section, NULL},
                            {"cchc", "update", strbuf_text(&id), "done", NULL},
                            {"cchc", "show", strbuf_text(&id), NULL}};
    for (int i = 0; i < 3; i++)
        add_command(&commands[i], all[i]);
    strbuf_release(&id);
}

int overview_write(struct cmd_ctx *ctx, struct error *error)
{
    struct strbuf commands[3] = {{0}, {0}, {0}};
    const struct plan *plan = ctx->store->scope.plans[0];
    if (ctx->store->scope.plan_count > 1)
        return write_several(ctx, error);
    if (write_plan(ctx, plan, error) != 0)
        return -1;
    write_next_heading(ctx);
    add_commands(commands, plan);
    fprintf(ctx->out,
            _("  %-26s the tasks of a section\n"
              "  cchc due --quarter %d       what falls due in a quarter\n"
              "  cchc budget                what it costs, by section\n"
              "  %-26s record progress; cchc status sums it up\n"
              "  %-26s all of a task, and how it was read\n"
              "  cchc check                 what is wrong with the document itself\n"
              "  cchc --plan FILE list      another plan: the table as CSV or JSON\n"
              "  cchc help                  every command and option\n"),
            commands[0].text, quarter_to_show(ctx, plan), commands[1].text, commands[2].text);
    for (int i = 0; i < 3; i++)
        strbuf_release(&commands[i]);
    return 0;
}
