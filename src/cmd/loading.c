// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "io/encoding.h"
#include "io/plan_read.h"
#include "plan/plan_index.h"

#include <stdlib.h>
#include <string.h>

static int read_jobs(struct cmd_ctx *ctx, struct error *error)
{
    const char *jobs = arguments_last(&ctx->arguments, "jobs");
    if (jobs != NULL)
        return cmd_read_count("--jobs", jobs, 1, PARALLEL_JOBS_MAX, &ctx->jobs, error);
    ctx->jobs = parallel_cores();
    return 0;
}

/* Cells that neither the command nor a filter looks at: of a million tasks, most of the text. */
static unsigned find_unused_cells(const struct cmd_ctx *ctx)
{
    enum { AGENCIES = 1U << TASK_LEAD | 1U << TASK_COORDINATING };
    const struct arguments *arguments = &ctx->arguments;
    unsigned used = ctx->cmd != NULL ? ctx->cmd->cells : 0;
    bool shown = ctx->cmd != NULL && (ctx->cmd->needs & NEED_CELLS_SHOWN) != 0 &&
                 format_is_for_people(ctx->format);
    if (used == 0 || shown || arguments_has(arguments, "search"))
        return 0;
    if (arguments_has(arguments, "lead") || arguments_has(arguments, "with") ||
        arguments_has(arguments, "agency"))
        used |= AGENCIES; /* and one that is mistyped is looked for in both */
    return ~used;
}

static int read_how(struct cmd_ctx *ctx, struct read_options *how, struct error *error)
{
    const char *year = arguments_last(&ctx->arguments, "year");
    const char *mark = arguments_last(&ctx->arguments, "decimal-mark");
    size_t number = 0;
    if (year != NULL && cmd_read_count("--year", year, 1900, 2999, &number, error) != 0)
        return -1;
    how->year = (int)number;
    how->encoding = arguments_last(&ctx->arguments, "encoding");
    if (how->encoding != NULL && !encoding_is_known(how->encoding)) {
        static const char *const names[] = {"utf-8", "utf-16", "windows-1258", "tcvn", NULL};
        char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
        return error_set(error, ERROR_USAGE, "no encoding «%s»%s",
                         text_quote(quoted, how->encoding, strlen(how->encoding)),
                         suggest(hint, how->encoding, names));
    }
    how->sheet = arguments_last(&ctx->arguments, "sheet");
    how->decimal_mark = mark != NULL ? *mark : '\0';
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
    for (size_t i = 0; i < ctx->arguments.count; i++) {
        const struct argument *argument = &ctx->arguments.items[i];
        const char *at = strcmp(argument->option->name, "section") == 0 ? argument->value : "";
        while (*at != '\0') {
            size_t whole = strcspn(at, ","), length = whole;
            char *code = memory_copy(text_trim(at, &length), length);
            sections = memory_grow(sections, *count, &capacity, sizeof *sections);
            sections[(*count)++] = section_value(code);
            free(code);
            at += whole + (at[whole] == ',');
        }
    }
    return sections;
}

/* The operands, as paths of plans. */
static int find_operand_plans(struct cmd_ctx *ctx, struct error *error)
{
    const char *name = ctx->cmd->name;
    if (ctx->operand_count != 2)
        return error_set(error, ERROR_USAGE, "%s needs two plans: %s", name, _(ctx->cmd->operands));
    if (arguments_has(&ctx->arguments, "plan"))
        return error_set(error, ERROR_USAGE, "%s takes no --plan: expected %s alone", name,
                         _(ctx->cmd->operands));
    if (strcmp(ctx->operands[0], "-") == 0 && strcmp(ctx->operands[1], "-") == 0)
        return error_set(error, ERROR_USAGE, "only one of the two plans can be standard input");
    for (size_t i = 0; i < ctx->operand_count; i++)
        path_list_add(&ctx->plan_paths, ctx->operands[i]);
    return 0;
}

/* The paths of --plan, a folder's plans each; else $CCHC_PLAN's, else the plan built in. */
static void find_plans(struct cmd_ctx *ctx)
{
    for (size_t i = 0; i < ctx->arguments.count; i++) {
        const struct argument *argument = &ctx->arguments.items[i];
        if (strcmp(argument->option->name, "plan") == 0)
            plan_folder_add(&ctx->plan_paths, argument->value, &ctx->errors);
    }
    bool named = ctx->plan_path != NULL && *ctx->plan_path != '\0';
    if (!arguments_has(&ctx->arguments, "plan"))
        plan_folder_add(&ctx->plan_paths, named ? ctx->plan_path : "", &ctx->errors);
}

/* The files, read by several threads, and what is wrong with each. */
struct loading {
    const struct cmd_ctx *ctx;
    struct read_options how;
    struct error_list **errors; /* NULL for a file that has none */
};

static void load_file(void *context, size_t index)
{
    struct loading *loading = context;
    struct error_list errors = {0};
    loading->ctx->files[index] =
        plan_read_path(loading->ctx->plan_paths.items[index], &loading->how, &errors);
    if (errors.count == 0)
        return;
    loading->errors[index] = memory_alloc(sizeof errors);
    *loading->errors[index] = errors;
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
    parallel_run(ctx->jobs, count, load_file, &loading);
    for (size_t i = 0; i < count; i++) {
        if (loading.errors[i] != NULL)
            error_list_join(&ctx->errors, loading.errors[i]);
        free(loading.errors[i]);
    }
    free(loading.errors);
}

/* The plans of all files, each told from the others by its id; diff's two may share one. */
static int list_plans(struct cmd_ctx *ctx, struct error *error)
{
    bool alike = ctx->cmd != NULL && (ctx->cmd->needs & NEED_OPERAND_PLANS) != 0;
    struct plan_index ids = {0};
    size_t capacity = 0;
    int status = 0;
    for (size_t i = 0; i < ctx->plan_paths.count; i++)
        for (struct plan *plan = ctx->files[i]; plan != NULL; plan = plan->next) {
            char quoted[TEXT_QUOTE_SIZE];
            if (!alike && !plan_index_add(&ids, plan) && status == 0)
                status = error_set(error, ERROR_USAGE, "two plans have the id «%s»",
                                   text_quote(quoted, plan->id, strlen(plan->id)));
            plan->file = i;
            ctx->scope.plans = memory_grow(ctx->scope.plans, ctx->scope.plan_count, &capacity,
                                           sizeof *ctx->scope.plans);
            ctx->scope.plans[ctx->scope.plan_count++] = plan;
        }
    plan_index_release(&ids);
    return status;
}

int cmd_load_plans(struct cmd_ctx *ctx, struct error *error)
{
    struct read_options how = {0};
    if (read_jobs(ctx, error) != 0 || read_how(ctx, &how, error) != 0)
        return -1;
    bool operands = ctx->cmd != NULL && (ctx->cmd->needs & NEED_OPERAND_PLANS) != 0;
    if (operands && find_operand_plans(ctx, error) != 0)
        return -1;
    if (!operands)
        find_plans(ctx);
    unsigned *sections = NULL;
    if (ctx->cmd != NULL && (ctx->cmd->needs & NEED_MATCHES) != 0 && ctx->operand_count == 0)
        sections = find_sections(ctx, &how.section_count);
    how.sections = sections;
    load_files(ctx, &how);
    free(sections);
    return list_plans(ctx, error);
}

void cmd_release_plans(struct cmd_ctx *ctx)
{
    for (size_t i = 0; i < ctx->plan_paths.count && ctx->files != NULL; i++)
        plan_free(ctx->files[i]);
    free(ctx->files);
    free(ctx->scope.plans);
    path_list_release(&ctx->plan_paths);
}
