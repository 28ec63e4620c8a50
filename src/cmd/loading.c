// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "plan/plan_index.h"
#include "read/encoding.h"
#include "read/plan_read.h"
#include "view/meter_line.h"

#include <stdlib.h>
#include <string.h>

/* Cells that neither the command nor a filter looks at: of a million tasks, most of the text. */
static unsigned find_unused_cells(const struct cmd_ctx *ctx)
{
    unsigned used = ctx->cmd != NULL ? ctx->cmd->cells : 0;
    bool shown = ctx->cmd != NULL && (ctx->cmd->needs & NEED_CELLS_SHOWN) != 0 &&
                 format_is_for_people(ctx->format);
    if (used == 0 || shown)
        return 0;
    return ~(used | query_cells(ctx->query));
}

static int read_how(struct cmd_ctx *ctx, struct read_options *how, struct error *error)
{
    const struct global_options *options = &ctx->global;
    how->year = (int)options->year;
    how->encoding = options->encoding;
    if (how->encoding != NULL && !encoding_is_known(how->encoding)) {
        static const char *const names[] = {"utf-8", "utf-16", "windows-1258", "tcvn", NULL};
        char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
        return error_set(error, ERROR_USAGE, "no encoding «%s»%s",
                         text_quote(quoted, how->encoding, strlen(how->encoding)),
                         suggest(hint, how->encoding, names));
    }
    how->sheet = options->sheet;
    how->decimal_mark = global_decimal_mark(options);
    how->keep_places = ctx->cmd != NULL && (ctx->cmd->needs & NEED_PLACES) != 0;
    how->jobs = ctx->jobs;
    how->without = find_unused_cells(ctx);
    return 0;
}

/* The values of the sections asked for; what is none is left to the filter to refuse. */
static unsigned *find_sections(const struct cmd_ctx *ctx, size_t *count)
{
    unsigned *sections = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < ctx->query->count; i++) {
        if (ctx->query->items[i].field != QUERY_SECTION)
            continue;
        sections = memory_grow(sections, *count, &capacity, sizeof *sections);
        sections[(*count)++] = (unsigned)ctx->query->items[i].number;
    }
    return sections;
}

/* The operands, as paths of plans. */
static int find_operand_plans(struct cmd_ctx *ctx, struct error *error)
{
    const char *name = ctx->cmd->name;
    if (ctx->operand_count != 2)
        return error_set(error, ERROR_USAGE, "%s needs two plans: %s", name, _(ctx->cmd->operands));
    if (ctx->global.plans.count > 0)
        return error_set(error, ERROR_USAGE, "%s takes no --plan: expected %s alone", name,
                         _(ctx->cmd->operands));
    if (strcmp(ctx->operands[0], "-") == 0 && strcmp(ctx->operands[1], "-") == 0)
        return error_set(error, ERROR_USAGE, "only one of the two plans can be standard input");
    for (size_t i = 0; i < ctx->operand_count; i++)
        path_list_add(&ctx->plan_paths, ctx->operands[i]);
    return 0;
}

static void find_files(struct cmd_ctx *ctx, const char *path)
{
    bool found = plan_folder_add(&ctx->plan_paths, path, &ctx->errors) == 0;
    ctx->left_out += !found;
}

/* The paths of --plan, a folder's plans each; else $CCHC_PLAN's, else the plan built in. */
static int find_plans(struct cmd_ctx *ctx, struct error *error)
{
    size_t streams = 0;
    for (size_t i = 0; i < ctx->global.plans.count; i++) {
        streams += strcmp(ctx->global.plans.items[i], "-") == 0;
        find_files(ctx, ctx->global.plans.items[i]);
    }
    if (streams > 1)
        return error_set(error, ERROR_USAGE, "only one of the plans can be standard input");
    bool named = ctx->plan_path != NULL && *ctx->plan_path != '\0';
    if (ctx->global.plans.count == 0)
        find_files(ctx, named ? ctx->plan_path : "");
    return 0;
}

/* The files, read by several threads, and what is wrong with each. */
struct loading {
    const struct cmd_ctx *ctx;
    struct read_options how;
    struct error_list **errors; /* NULL for a file that has none */
    struct meter meter;         /* advanced by a file's reader, or by files where there are many */
};

static void load_file(void *context, size_t index)
{
    struct loading *loading = context;
    struct error_list errors = {0};
    loading->ctx->files[index] =
        plan_read_path(loading->ctx->plan_paths.items[index], &loading->how, &errors);
    if (loading->meter.total > 0 && loading->how.meter == NULL)
        atomic_fetch_add(&loading->meter.done, path_size(loading->ctx->plan_paths.items[index]));
    if (errors.count == 0)
        return;
    loading->errors[index] = memory_alloc(sizeof errors);
    *loading->errors[index] = errors;
}

static void tell_reading(void *context, const struct meter *meter)
{
    const struct cmd_ctx *ctx = context;
    meter_line_draw(meter, &ctx->style, ctx->err);
}

/* What is shown on a terminal meanwhile, where there is so much to read that it may take long. */
static void run_loading(struct cmd_ctx *ctx, struct loading *loading)
{
    enum { LONG = 1024 * 1024 };
    size_t count = ctx->plan_paths.count;
    struct meter_watch watch = {
        .meter = &loading->meter, .delay = ctx->patience, .tell = tell_reading, .context = ctx};
    for (size_t i = 0; i < count && ctx->err_terminal; i++)
        loading->meter.total += path_size(ctx->plan_paths.items[i]);
    if (count == 1 && loading->meter.total > 0)
        loading->how.meter = &loading->meter;
    bool watched = loading->meter.total >= LONG;
    if (watched)
        meter_watch_begin(&watch);
    parallel_run(ctx->jobs, count, load_file, loading);
    if (watched && meter_watch_end(&watch))
        meter_line_erase(ctx->err);
}

static void load_files(struct cmd_ctx *ctx, const struct read_options *how)
{
    size_t count = ctx->plan_paths.count;
    struct loading loading = {.ctx = ctx, .how = *how};
    if (count > 1) /* a thread a file rather than several for each */
        loading.how.jobs = 1;
    ctx->files = memory_alloc(count * sizeof *ctx->files);
    loading.errors = memory_alloc(count * sizeof *loading.errors);
    memset(loading.errors, 0, count * sizeof *loading.errors);
    run_loading(ctx, &loading);
    for (size_t i = 0; i < count; i++) {
        if (loading.errors[i] != NULL)
            error_list_join(&ctx->errors, loading.errors[i]);
        free(loading.errors[i]);
    }
    free(loading.errors);
}

static int two_of_one_id(const struct plan *first, const struct plan *second, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "two plans have the id «%s»: %s and %s",
                     text_quote(quoted, first->id, strlen(first->id)), first->path, second->path);
}

static void add_plan(struct plan ***plans, size_t *count, size_t *capacity, struct plan *plan)
{
    *plans = memory_grow(*plans, *count, capacity, sizeof **plans);
    (*plans)[(*count)++] = plan;
}

/* The plans of all files, each told from the others by its id. */
static int list_plans(struct cmd_ctx *ctx, struct plan_index *ids, struct error *error)
{
    size_t capacity = 0;
    int status = 0;
    for (size_t i = 0; i < ctx->plan_paths.count; i++) {
        ctx->left_out += ctx->files[i] == NULL;
        for (struct plan *plan = ctx->files[i]; plan != NULL; plan = plan->next) {
            plan->file = i;
            plan->number = ctx->plan_count;
            if (!plan_index_add(ids, plan) && status == 0)
                status = two_of_one_id(ids->plans[plan_index_find(ids, plan->id)], plan, error);
            add_plan(&ctx->plans, &ctx->plan_count, &capacity, plan);
        }
    }
    return status;
}

static int no_such_plan(const struct cmd_ctx *ctx, const char *id, struct error *error)
{
    const char **ids = memory_alloc((ctx->plan_count + 1) * sizeof *ids);
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    for (size_t i = 0; i < ctx->plan_count; i++)
        ids[i] = ctx->plans[i]->id;
    ids[ctx->plan_count] = NULL;
    error_set(error, ERROR_USAGE, "no plan «%s»%s", text_quote(quoted, id, strlen(id)),
              suggest(hint, id, ids));
    free((void *)ids);
    return -1;
}

/* Those that --in names, in the order of their files; all of them without it. */
static int choose_plans(struct cmd_ctx *ctx, struct plan_index *ids, struct error *error)
{
    bool *chosen = memory_alloc(ctx->plan_count * sizeof *chosen);
    const struct option_values *in = &ctx->global.in;
    size_t capacity = 0;
    int status = 0;
    for (size_t i = 0; i < ctx->plan_count; i++)
        chosen[i] = in->count == 0;
    for (size_t i = 0; i < in->count && status == 0; i++) {
        long found = plan_index_find(ids, in->items[i]);
        if (found < 0)
            status = no_such_plan(ctx, in->items[i], error);
        else
            chosen[found] = true;
    }
    for (size_t i = 0; i < ctx->plan_count; i++)
        if (chosen[i])
            add_plan(&ctx->scope.plans, &ctx->scope.plan_count, &capacity, ctx->plans[i]);
    free(chosen);
    return status;
}

/* Of a file with several plans the one that --in names; of two with one each it must be theirs. */
static int choose_in_file(const struct cmd_ctx *ctx, size_t file, struct plan **found,
                          struct error *error)
{
    const struct option_values *in = &ctx->global.in;
    const char *id = in->count > 0 ? in->items[in->count - 1] : NULL;
    char quoted[TEXT_QUOTE_SIZE];
    *found = ctx->files[file];
    bool alone = (*found)->next == NULL, other_alone = ctx->files[1 - file]->next == NULL;
    bool of_other = id != NULL && other_alone && strcmp(ctx->files[1 - file]->id, id) == 0;
    if (alone && (id == NULL || !other_alone || of_other))
        return 0;
    while (id != NULL && *found != NULL && strcmp((*found)->id, id) != 0)
        *found = (*found)->next;
    if (id == NULL)
        error_set(error, ERROR_USAGE, "the file has several plans: expected --in PLAN");
    else if (*found == NULL)
        error_set(error, ERROR_USAGE, "no plan «%s»", text_quote(quoted, id, strlen(id)));
    if (id != NULL && *found != NULL)
        return 0;
    error->path = ctx->files[file]->path;
    return -1;
}

/* The two of diff, which may have one id. */
static int choose_operand_plans(struct cmd_ctx *ctx, struct error *error)
{
    if (ctx->files[0] == NULL || ctx->files[1] == NULL)
        return 0; /* their errors are reported */
    ctx->scope.plans = memory_alloc(2 * sizeof *ctx->scope.plans);
    ctx->scope.plan_count = 2;
    return choose_in_file(ctx, 0, &ctx->scope.plans[0], error) == 0
               ? choose_in_file(ctx, 1, &ctx->scope.plans[1], error)
               : -1;
}

int cmd_load_plans(struct cmd_ctx *ctx, struct error *error)
{
    struct read_options how = {0};
    ctx->jobs = ctx->global.jobs > 0 ? ctx->global.jobs : parallel_cores();
    if (read_how(ctx, &how, error) != 0)
        return -1;
    bool operands = ctx->cmd != NULL && (ctx->cmd->needs & NEED_OPERAND_PLANS) != 0;
    if ((operands ? find_operand_plans(ctx, error) : find_plans(ctx, error)) != 0)
        return -1;
    unsigned *sections = NULL;
    if (ctx->cmd != NULL && (ctx->cmd->needs & NEED_MATCHES) != 0 && ctx->operand_count == 0)
        sections = find_sections(ctx, &how.section_count);
    how.sections = sections;
    load_files(ctx, &how);
    free(sections);
    if (operands)
        return choose_operand_plans(ctx, error);
    struct plan_index ids = {0};
    ctx->named = ctx->plan_paths.count + ctx->left_out;
    int status = list_plans(ctx, &ids, error);
    bool answers = ctx->errors.count == 0 || ctx->global.keep_going;
    if (status == 0 && choose_plans(ctx, &ids, error) != 0 && answers)
        status = -1; /* else the plan may be in a file that cannot be read */
    plan_index_release(&ids);
    return status;
}

bool cmd_goes_on(struct cmd_ctx *ctx)
{
    if (ctx->errors.count == 0)
        return true;
    if (!ctx->global.keep_going || ctx->scope.plan_count == 0)
        return false;
    error_list_join(&ctx->refused, &ctx->errors);
    ctx->errors = (struct error_list){0};
    return true;
}

int cmd_one_plan(const struct cmd_ctx *ctx, struct error *error)
{
    if (ctx->scope.plan_count == 1)
        return 0;
    return error_set(
        error, ERROR_USAGE,
        "%s takes one plan, and %zu were read: choose one with --in PLAN (`cchc plans` "
        "lists them)",
        ctx->cmd->name, ctx->scope.plan_count);
}

void cmd_release_plans(struct cmd_ctx *ctx)
{
    for (size_t i = 0; i < ctx->plan_paths.count && ctx->files != NULL; i++)
        plan_free(ctx->files[i]);
    free(ctx->files);
    free(ctx->plans);
    free(ctx->scope.plans);
    path_list_release(&ctx->plan_paths);
}
