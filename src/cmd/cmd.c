// SPDX-License-Identifier: MIT
#include "cmd/cmd.h"

#include "base/message.h"
#include "base/pointer_map.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

int cmd_find(const struct cmd_ctx *ctx, const char *name, const struct cmd **found,
             struct error *error)
{
    enum { MOST = 32 };
    const char *names[MOST + 1] = {NULL};
    for (size_t i = 0; ctx->commands[i] != NULL && i < MOST; i++) {
        names[i] = ctx->commands[i]->name;
        if (strcmp(names[i], name) != 0)
            continue;
        *found = ctx->commands[i];
        return 0;
    }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "no command «%s»%s",
                     text_quote(quoted, name, strlen(name)), suggest(hint, name, names));
}

int cmd_read_count(const char *what, const char *value, size_t min, size_t max, size_t *count,
                   struct error *error)
{
    size_t digits = strspn(value, "0123456789");
    *count = digits > 0 && digits <= 18 ? strtoul(value, NULL, 10) : 0;
    if (digits > 0 && digits <= 18 && value[digits] == '\0' && *count >= min && *count <= max)
        return 0;
    char quoted[TEXT_QUOTE_SIZE];
    text_quote(quoted, value, strlen(value));
    if (max == SIZE_MAX)
        return error_set(error, ERROR_USAGE, "%s «%s»: expected a whole number", what, quoted);
    return error_set(error, ERROR_USAGE, "%s «%s»: expected a number from %zu to %zu", what, quoted,
                     min, max);
}

enum tally_by cmd_read_by(const struct cmd_ctx *ctx)
{
    const char *by = arguments_last(&ctx->arguments, "by");
    int value = TALLY_BY_SECTION;
    while (by != NULL && strcmp(tally_by_names[value], by) != 0)
        value++;
    return (enum tally_by)value;
}

int cmd_read_date(const char *what, const char *value, struct date *date, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    if (date_parse(value, date))
        return 0;
    return error_set(error, ERROR_USAGE, "%s «%s»: expected a date as 2021-06-30 or 30/06/2021",
                     what, text_quote(quoted, value, strlen(value)));
}

int cmd_select_tasks(struct cmd_ctx *ctx, struct task_list *tasks, struct error *error)
{
    if (ctx->operand_count == 0) {
        task_list_select(tasks, &ctx->query, &ctx->scope);
        return 0;
    }
    struct task_list named = {0};
    struct pointer_map seen = {0}; /* an ID may be typed twice, or two that name one task */
    int status = 0;
    for (size_t i = 0; i < ctx->operand_count && status == 0; i++)
        status = task_list_find(&named, ctx->operands[i], &ctx->scope, error);
    for (size_t i = 0; i < named.count && status == 0; i++) {
        size_t *times = pointer_map_at(&seen, named.items[i]);
        if (*times == POINTER_MAP_NONE &&
            query_matches(&ctx->query, named.items[i], &ctx->progress))
            task_list_add(tasks, named.items[i]);
        *times = 1;
    }
    task_list_release(&named);
    pointer_map_release(&seen);
    return status;
}

int cmd_require_years(const struct cmd_ctx *ctx, struct error *error)
{
    const struct plan *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < ctx->scope.plan_count; i++) {
        if (ctx->scope.plans[i]->year > 0)
            continue;
        first = first != NULL ? first : ctx->scope.plans[i];
        count++;
    }
    if (count == 0)
        return 0;
    if (ctx->scope.plan_count == 1) {
        error_set(
            error, ERROR_DATA,
            "the plan names no year: expected «năm 2021» above or below its table, or --year");
        error->path = first->path;
    } else {
        error_set(
            error, ERROR_DATA,
            "%zu of the %zu plans name no year, «%s» among them: expected «năm 2021» above or "
            "below the table, or --year",
            count, ctx->scope.plan_count, first->id);
    }
    return -1;
}

int cmd_plan_year(const struct cmd_ctx *ctx, int *year, struct error *error)
{
    *year = ctx->scope.plans[0]->year;
    for (size_t i = 1; i < ctx->scope.plan_count; i++) {
        const struct plan *plan = ctx->scope.plans[i];
        if (plan->year != *year)
            return error_set(error, ERROR_USAGE,
                             "«%s» is of %d and «%s» of %d: choose plans of one year with --in",
                             ctx->scope.plans[0]->id, *year, plan->id, plan->year);
    }
    return 0;
}

int cmd_write_records(struct cmd_ctx *ctx, struct records *records,
                      const struct column_table *table, struct error *error)
{
    const char *sort = arguments_last(&ctx->arguments, "sort");
    const char *limit = arguments_last(&ctx->arguments, "limit");
    bool reverse = arguments_has(&ctx->arguments, "reverse");
    int status = records_choose(records, table, arguments_last(&ctx->arguments, "columns"),
                                ctx->format, error);
    if (status == 0 && sort != NULL) {
        status = records_sort(records, table, sort, reverse, error);
        records->add_heading = NULL; /* rows of one heading need not stand together now */
    } else if (status == 0 && reverse) {
        for (size_t i = 0, j = records->row_count; i + 1 < j; i++) {
            const void *row = records->rows[--j];
            records->rows[j] = records->rows[i];
            records->rows[i] = row;
        }
    }
    size_t count = records->row_count;
    if (status == 0 && limit != NULL)
        status = cmd_read_count("--limit", limit, 0, SIZE_MAX, &count, error);
    if (status == 0) {
        struct strbuf footer = {0};
        if (count < records->row_count) {
            strbuf_addf(&footer, _("first %zu of %zu rows; of all of them:"), count,
                        records->row_count);
            strbuf_addf(&footer, "\n%s", records->footer);
            records->row_count = count;
            records->footer = footer.text;
        }
        records_write(records, ctx->format, &ctx->style, ctx->out);
        strbuf_release(&footer);
    }
    records_release(records);
    return status;
}
