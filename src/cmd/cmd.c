// SPDX-License-Identifier: MIT
#include "cmd/cmd.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

int cmd_find(const struct cmd *const *commands, const char *name, const struct cmd **found,
             struct error *error)
{
    size_t count = 0;
    for (; commands[count] != NULL; count++) {
        if (strcmp(commands[count]->name, name) != 0)
            continue;
        *found = commands[count];
        return 0;
    }
    const char **names = memory_alloc((count + 1) * sizeof *names);
    for (size_t i = 0; i <= count; i++)
        names[i] = i < count ? commands[i]->name : NULL;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    error_set(error, ERROR_USAGE, "no command «%s»%s", text_quote_all(quoted, name),
              suggest(hint, name, names));
    free((void *)names);
    return -1;
}

void cmd_note(const struct cmd_ctx *ctx, const char *text)
{
    if (!ctx->global.quiet)
        fprintf(ctx->err, "cchc: %s\n", text);
}

int cmd_select_tasks(struct cmd_ctx *ctx, struct task_list *tasks, struct error *error)
{
    if (ctx->operand_count == 0) {
        store_select(ctx->store, ctx->query, tasks);
        return 0;
    }
    struct task_list named = {0};
    struct pointer_map seen = {0}; /* an ID may be typed twice, or two that name one task */
    int status = 0;
    for (size_t i = 0; i < ctx->operand_count && status == 0; i++)
        status = task_list_find(&named, ctx->operands[i], &ctx->store->scope, error);
    for (size_t i = 0; i < named.count && status == 0; i++) {
        size_t *times = pointer_map_at(&seen, named.items[i]);
        if (*times == POINTER_MAP_NONE &&
            query_matches(ctx->query, named.items[i], &ctx->store->progress))
            task_list_add(tasks, named.items[i]);
        *times = 1;
    }
    task_list_release(&named);
    pointer_map_release(&seen);
    return status;
}

void cmd_add_other_year(struct strbuf *out, const struct cmd_ctx *ctx, struct date day)
{
    const struct plan *plan = ctx->store->scope.plans[0];
    if (ctx->store->scope.plan_count == 1 && plan->year > 0 && date_is_set(day) &&
        day.year != plan->year)
        strbuf_addf(out, _("\n%s is the plan of %d: --as-of DATE asks for a day of that year"),
                    plan->id, plan->year);
}

int cmd_one_plan(const struct cmd_ctx *ctx, struct error *error)
{
    size_t count = ctx->store->scope.plan_count;
    if (count == 1)
        return 0;
    return error_set(
        error, ERROR_USAGE,
        "%s takes one plan, and %zu were read: choose one with --in PLAN (`cchc plans` "
        "lists them)",
        ctx->cmd->name, count);
}

int cmd_spare_files(const struct cmd_ctx *ctx, struct error *error)
{
    const char *path = ctx->global.output;
    enum store_file file = STORE_NO_FILE;
    if (path != NULL && ctx->store != NULL)
        file = store_owned_file(ctx->store, path);
    if (file == STORE_NO_FILE)
        return 0;
    return file == STORE_PLAN_FILE
               ? error_set(error, ERROR_USAGE, "--output would write over the plan")
               : error_set(error, ERROR_USAGE, "--output would write over the journal");
}

int cmd_require_years(const struct cmd_ctx *ctx, struct error *error)
{
    const struct plan *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < ctx->store->scope.plan_count; i++) {
        if (ctx->store->scope.plans[i]->year > 0)
            continue;
        first = first != NULL ? first : ctx->store->scope.plans[i];
        count++;
    }
    if (count == 0)
        return 0;
    if (ctx->store->scope.plan_count == 1) {
        error_set(
            error, ERROR_DATA,
            "the plan names no year: expected «năm 2021» above or below its table, or --year");
        error->path = first->path;
    } else {
        error_set(
            error, ERROR_DATA,
            "%zu of the %zu plans name no year, «%s» among them: expected «năm 2021» above or "
            "below the table, or --year",
            count, ctx->store->scope.plan_count, first->id);
    }
    return -1;
}

int cmd_plan_year(const struct cmd_ctx *ctx, int *year, struct error *error)
{
    *year = ctx->store->scope.plans[0]->year;
    for (size_t i = 1; i < ctx->store->scope.plan_count; i++) {
        const struct plan *plan = ctx->store->scope.plans[i];
        if (plan->year != *year)
            return error_set(error, ERROR_USAGE,
                             "«%s» is of %d and «%s» of %d: choose plans of one year with --in",
                             ctx->store->scope.plans[0]->id, *year, plan->id, plan->year);
    }
    return 0;
}

const struct row_options *cmd_row_options(const struct cmd_ctx *ctx)
{
    static const struct row_options all = {.limit = SIZE_MAX};
    const struct row_options *options =
        option_use_find(ctx->cmd->options, &row_option_group, ctx->options);
    return options != NULL ? options : &all;
}

bool cmd_writes_for_people(const struct cmd_ctx *ctx)
{
    return ctx->format->rows != NULL && ctx->format->rows->for_people;
}

static void reverse_rows(struct records *records)
{
    for (size_t i = 0, j = records->row_count; i + 1 < j; i++) {
        const void *row = records->rows[--j];
        records->rows[j] = records->rows[i];
        records->rows[i] = row;
    }
}

int cmd_arrange_records(const struct cmd_ctx *ctx, struct records *records,
                        const struct column_table *table, struct error *error)
{
    const struct row_options *options = cmd_row_options(ctx);
    if (records_choose(records, table, options->columns, ctx->format->rows, error) != 0)
        return -1;
    if (options->sort != NULL) {
        if (records_sort(records, table, options->sort, options->reverse, error) != 0)
            return -1;
        records->add_heading = NULL; /* rows of one heading need not stand together now */
    } else if (options->reverse) {
        reverse_rows(records);
    }
    if (options->limit < records->row_count)
        records->row_count = options->limit;
    return 0;
}

int cmd_write_records(struct cmd_ctx *ctx, struct records *records,
                      const struct column_table *table, struct error *error)
{
    size_t all = records->row_count;
    int status = cmd_arrange_records(ctx, records, table, error);
    if (status == 0) {
        struct strbuf footer = {0};
        if (records->row_count < all) {
            strbuf_addf(&footer, _("first %zu of %zu rows; of all of them:"), records->row_count,
                        all);
            strbuf_addf(&footer, "\n%s", records->footer);
            records->footer = footer.text;
        }
        records_write(records, ctx->format->rows, &ctx->style, ctx->out);
        strbuf_release(&footer);
    }
    records_release(records);
    return status;
}
