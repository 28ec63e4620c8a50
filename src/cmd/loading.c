// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "store/file_store.h"
#include "view/finding_view.h"
#include "view/progress_bar.h"
#include "view/update_view.h"

#include <stdlib.h>
#include <string.h>

static unsigned needs_of(const struct cmd_ctx *ctx)
{
    if (ctx->cmd == NULL)
        return NEED_PLANS | NEED_DATE | NEED_PROGRESS;
    return ctx->cmd->needs |
           (ctx->cmd->more_needs != NULL ? ctx->cmd->more_needs(ctx->options) : 0);
}

static void show_reading(void *context, const struct work_progress *work)
{
    const struct cmd_ctx *ctx = context;
    if (work != NULL)
        progress_bar_draw(work, &ctx->style, ctx->err);
    else
        progress_bar_erase(ctx->err);
}

void cmd_show_progress(struct cmd_ctx *ctx, struct file_store_options *options)
{
    options->on_progress = ctx->err_terminal && !ctx->global.quiet ? show_reading : NULL;
    options->context = ctx;
    options->delay_ms = ctx->delay_ms;
}

/* The operands, as paths of the two plans that are compared. */
static int check_two_plans(const struct cmd_ctx *ctx, struct error *error)
{
    const char *name = ctx->cmd->name, *operands = _(ctx->cmd->operands);
    if (ctx->operand_count != 2)
        return error_set(error, ERROR_USAGE, "%s needs two plans: %s", name, operands);
    if (ctx->global.plans.count > 0)
        return error_set(error, ERROR_USAGE, "%s takes no --plan: expected %s alone", name,
                         operands);
    return 0;
}

/* Returns the options of every command that concern plans and journals. */
static struct file_store_options store_options(struct cmd_ctx *ctx)
{
    const struct global_options *global = &ctx->global;
    bool named = ctx->progress_path != NULL && *ctx->progress_path != '\0';
    struct file_store_options options = {
        .plans = global->plans.items,
        .plan_count = global->plans.count,
        .only = global->in.items,
        .only_count = global->in.count,
        .year = (int)global->year,
        .decimal_mark = global_decimal_mark(global),
        .unit = global_plan_unit(global),
        .roles = global->roles.items,
        .role_count = global->roles.count,
        .id = global->id,
        .encoding = global->encoding,
        .sheet = global->sheet,
        .progress = global->progress != NULL ? global->progress
                    : named                  ? ctx->progress_path
                                             : NULL,
        .data_home = ctx->data_home,
        .state_home = ctx->state_home,
        .home = ctx->home,
        .office = &ctx->settings.office,
        .agencies = ctx->settings.path,
        .jobs = global->jobs,
        .keep_going = global->keep_going,
    };
    if (options.plan_count == 0) {
        ctx->standard_plan = ctx->plan_path != NULL ? ctx->plan_path : "";
        options.plans = &ctx->standard_plan;
        options.plan_count = 1;
    }
    return options;
}

int cmd_open_store(struct cmd_ctx *ctx, struct error *error)
{
    bool two = (needs_of(ctx) & NEED_OPERAND_PLANS) != 0;
    if ((needs_of(ctx) & (NEED_PLANS | NEED_OPERAND_PLANS)) == 0)
        return 0;
    if (two && check_two_plans(ctx, error) != 0)
        return -1;
    if (ctx->global.id != NULL && (two || ctx->global.plans.count > 1))
        return error_set(error, ERROR_USAGE, "--id is of one plan: expected one --plan");
    struct file_store_options options = store_options(ctx);
    if (two) {
        options.plans = ctx->operands;
        options.plan_count = ctx->operand_count;
    }
    options.keep_cells = (needs_of(ctx) & NEED_WHAT_CAN_BE_READ) != 0;
    cmd_show_progress(ctx, &options);
    ctx->store = file_store_new(&options);
    return 0;
}

void cmd_open_quick_store(struct cmd_ctx *ctx)
{
    struct file_store_options options = store_options(ctx);
    options.keep_going = true;
    options.jobs = 1;
    if (file_store_is_quick(&options))
        ctx->store = file_store_new(&options);
}

/* Entries that do not count, or not as they should. */
static void add_entries_notice(struct strbuf *line, const struct cmd_ctx *ctx,
                               const struct store_notice *notice)
{
    char other[TEXT_QUOTE_SIZE], plan[TEXT_QUOTE_SIZE], spent[LANG_TEXT_SIZE],
        number[LANG_TEXT_SIZE];
    lang_count(number, ctx->style.lang, notice->count);
    if (notice->kind == NOTICE_STRAY)
        strbuf_addf(line,
                    message_plural("%s entry is of a task that the plan does not have: the answer "
                                   "is without progress until `cchc adopt` has decided about it",
                                   "%s entries are of tasks that the plan does not have: the "
                                   "answer is without progress until `cchc adopt` has decided "
                                   "about them",
                                   notice->count),
                    number);
    else if (notice->kind == NOTICE_SET_ASIDE && notice->spent_vnd == 0)
        strbuf_addf(line,
                    message_plural("%s entry is set aside: `cchc adopt ID=NEW` carries it over, "
                                   "ID=none closes it",
                                   "%s entries are set aside: `cchc adopt ID=NEW` carries them "
                                   "over, ID=none closes them",
                                   notice->count),
                    number);
    else if (notice->kind == NOTICE_SET_ASIDE)
        strbuf_addf(line,
                    message_plural("%s entry is set aside, with %s million đồng spent: `cchc adopt "
                                   "ID=NEW` carries it over, ID=none closes it",
                                   "%s entries are set aside, with %s million đồng spent: `cchc "
                                   "adopt ID=NEW` carries them over, ID=none closes them",
                                   notice->count),
                    number, lang_millions(spent, ctx->style.lang, notice->spent_vnd));
    else if (notice->kind == NOTICE_UNTITLED)
        strbuf_addf(line,
                    message_plural("%s entry has no title of its task and counts by number: `cchc "
                                   "adopt OLD` gives it one",
                                   "%s entries have no titles of their tasks and count by number: "
                                   "`cchc adopt OLD` gives them theirs",
                                   notice->count),
                    number);
    else
        strbuf_addf(line,
                    message_plural("%s entry is of the plan «%s», not of «%s»: not counted",
                                   "%s entries are of the plan «%s», not of «%s»: not counted",
                                   notice->count),
                    number, text_quote_all(other, notice->other),
                    text_quote_all(plan, notice->plan));
}

static void print_notice(const struct cmd_ctx *ctx, const struct store_notice *notice)
{
    struct strbuf line = {0};
    text_add_printable(&line, notice->path, false); /* it may be any bytes */
    strbuf_adds(&line, ": ");
    switch (notice->kind) {
    case NOTICE_TORN:
        strbuf_addf(&line,
                    _("line %zu is part of an entry that was never recorded: it does not count"),
                    notice->line);
        break;
    case NOTICE_TORN_SET_ASIDE:
        strbuf_addf(&line,
                    _("line %zu is part of an entry that was never recorded: it was moved to "
                      "%s.torn"),
                    notice->line, notice->path);
        break;
    case NOTICE_PASSED_OVER:
        strbuf_adds(&line, _("an old office file is not read with its folder: name it by --plan"));
        break;
    case NOTICE_CHANGED:
        strbuf_adds(&line,
                    _("the journal was changed by others than cchc: `cchc journal check` says how, "
                      "`cchc journal repair` accepts it as it is"));
        break;
    case NOTICE_NO_JOURNAL:
        strbuf_adds(&line, _("no place where progress is recorded: HOME is not set"));
        break;
    case NOTICE_OTHER_JOURNAL:
        strbuf_addf(&line,
                    _("a journal whose plan is not there, while %s has none: if the plan was "
                      "renamed, name it by --progress"),
                    notice->other);
        break;
    case NOTICE_OTHER_PLAN:
    case NOTICE_STRAY:
    case NOTICE_SET_ASIDE:
    case NOTICE_UNTITLED:
        add_entries_notice(&line, ctx, notice);
        break;
    }
    cmd_note(ctx, line.text);
    strbuf_release(&line);
}

/* log and check list entries, whatever these count for. */
static bool counts_progress(const struct cmd_ctx *ctx)
{
    return ctx->cmd == NULL ||
           (ctx->cmd->columns != &entry_columns && ctx->cmd->columns != &finding_columns);
}

/* Returns whether --columns or --sort name a column of progress. */
static bool names_progress(const char *columns)
{
    static const char *const names[] = {"status",    "percent",   "spent_vnd",          "left_vnd",
                                        "days_left", "days_late", "completion_percent", "measured",
                                        "reached"};
    for (size_t length; columns != NULL && *columns != '\0';
         columns += length + (columns[length] == ',')) {
        length = strcspn(columns, ",");
        size_t size = length;
        const char *start = text_trim(columns, &size);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            if (strlen(names[i]) == size && strncmp(names[i], start, size) == 0)
                return true;
    }
    return false;
}

/* Returns whether the answer depends on progress. */
static bool needs_progress(const struct cmd_ctx *ctx)
{
    const struct row_options *rows = ctx->options != NULL ? cmd_row_options(ctx) : NULL;
    bool shown = ctx->format->progress && ctx->cmd != NULL && ctx->cmd->formats == FORMAT_PLAN;
    return shown || (needs_of(ctx) & NEED_PROGRESS_KNOWN) != 0 ||
           query_has_field(ctx->query, QUERY_STATUS) ||
           (counts_progress(ctx) && rows != NULL &&
            (names_progress(rows->columns) || names_progress(rows->sort)));
}

/* Adds the plan that a task's id names, unless it is there. */
static void add_named(const char **named, size_t *count, const struct task_id *id)
{
    for (size_t i = 0; i < *count; i++)
        if (strlen(named[i]) == id->plan_length &&
            strncmp(named[i], id->plan, id->plan_length) == 0)
            return;
    named[(*count)++] = memory_copy(id->plan, id->plan_length);
}

/* The plans that the operands name, if all of them are ids of tasks and name theirs; else none. The
 * caller frees each and all. */
static const char **find_named(const struct cmd_ctx *ctx, size_t *count)
{
    const struct cmd *cmd = ctx->cmd;
    const char **named = memory_alloc((ctx->operand_count + 1) * sizeof *named);
    bool tasks = cmd != NULL && (cmd->operand_values[0] == VALUES_TASKS ||
                                 cmd->operand_values[0] == VALUES_TARGETS);
    *count = 0;
    for (size_t i = 0; i < ctx->operand_count && tasks; i++) {
        const char *operand = ctx->operands[i];
        struct task_id id;
        if (cmd->operand_values[1] == VALUES_STATUSES && task_status_find(operand) != TASK_UNSET)
            continue;
        tasks = task_id_parse(operand, &id) && id.plan != NULL;
        if (tasks)
            add_named(named, count, &id);
    }
    while (!tasks && *count > 0)
        free((void *)named[--*count]);
    return named;
}

int cmd_load(struct cmd_ctx *ctx, struct error *error)
{
    unsigned needs = needs_of(ctx);
    struct store *store = ctx->store;
    bool shown = (needs & NEED_CELLS_SHOWN) != 0 && cmd_writes_for_people(ctx);
    struct date as_of = ctx->global.as_of;
    if ((needs & NEED_DATE) != 0 && !date_is_set(as_of))
        as_of = ctx->today();
    struct store_need need = {
        .locations = (needs & NEED_LOCATIONS) != 0,
        .progress = (needs & NEED_PROGRESS) != 0,
        .progress_known = needs_progress(ctx),
        .progress_counts = (needs & NEED_PROGRESS) != 0 && counts_progress(ctx),
        .two_plans = (needs & NEED_OPERAND_PLANS) != 0,
        .only_matches = (needs & NEED_MATCHES) != 0 && ctx->operand_count == 0,
        .cells = ctx->cmd != NULL && !shown ? ctx->cmd->cells : 0,
        .query = ctx->query,
        .as_of = as_of,
        .today = ctx->today,
    };
    const char **named = find_named(ctx, &need.named_count);
    need.named = named;
    if (ctx->cmd != NULL && ctx->cmd->narrow_need != NULL)
        ctx->cmd->narrow_need(ctx, &need);
    int status = store_load(store, &need, error);
    for (size_t i = 0; i < need.named_count; i++)
        free((void *)named[i]);
    free((void *)named);
    cmd_print_notices(ctx);
    return status;
}

static void print_notices(const struct cmd_ctx *ctx, struct store *store)
{
    for (size_t i = 0; i < store->notice_count; i++)
        print_notice(ctx, &store->notices[i]);
    store->notice_count = 0;
}

void cmd_print_notices(struct cmd_ctx *ctx)
{
    print_notices(ctx, ctx->store);
}

int cmd_load_beside(struct cmd_ctx *ctx, const char *path, struct error *error)
{
    struct file_store_options options = {
        .plans = &path,
        .plan_count = 1,
        .data_home = ctx->data_home,
        .state_home = ctx->state_home,
        .home = ctx->home,
        .jobs = ctx->global.jobs,
    };
    cmd_show_progress(ctx, &options);
    const struct store_need need = {.progress = true,
                                    .progress_known = true,
                                    .progress_counts = true,
                                    .query = &ctx->no_query,
                                    .as_of = ctx->store->progress.as_of,
                                    .today = ctx->today};
    ctx->beside = file_store_new(&options);
    int status = store_load(ctx->beside, &need, error);
    print_notices(ctx, ctx->beside);
    error_list_join(&ctx->store->errors, &ctx->beside->errors);
    if (status == 0 && ctx->store->errors.count == 0 && ctx->beside->scope.plan_count != 1)
        status = error_set(error, ERROR_USAGE, "%zu plans in the file: expected one",
                           ctx->beside->scope.plan_count);
    return status;
}

int cmd_bind_query(struct cmd_ctx *ctx, struct error *error)
{
    if (query_has_field(ctx->query, QUERY_QUARTER) && cmd_require_years(ctx, error) != 0)
        return -1;
    struct date *as_of = &ctx->store->progress.as_of;
    if (query_has_field(ctx->query, QUERY_STATUS) && !date_is_set(*as_of))
        *as_of = ctx->today();
    if (query_has_field(ctx->query, QUERY_LEAD) ||
        query_has_field(ctx->query, QUERY_COORDINATING) ||
        query_has_field(ctx->query, QUERY_AGENCY))
        store_agencies(ctx->store);
    return query_bind(ctx->query, &ctx->store->scope, error);
}

void cmd_print_left_out(const struct cmd_ctx *ctx)
{
    const struct store *store = ctx->store;
    if (store == NULL || store->left_out == 0)
        return;
    if (store->errors.count == 0)
        fprintf(ctx->err, _("cchc: the answer is without the plans of %zu of %zu files\n"),
                store->left_out, store->named);
    else if (store->scope.plan_count > 0 && !store->keep_going)
        fprintf(ctx->err,
                store->entries_left_out
                    ? _("cchc: errors in %zu of %zu files or their journals: --keep-going answers "
                        "without their plans\n")
                    : _("cchc: errors in %zu of %zu files: --keep-going answers without them\n"),
                store->left_out, store->named);
}
