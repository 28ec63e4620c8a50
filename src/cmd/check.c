// SPDX-License-Identifier: MIT
#include "plan/check/check.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/checking.h"
#include "view/finding_view.h"

#include <stdlib.h>
#include <string.h>

/* The comma-separated rules of one --ignore. */
static int ignore_rules(check_rule_set *ignored, const char *names, struct error *error)
{
    for (;;) {
        size_t whole = strcspn(names, ","), length = whole;
        const char *start = text_trim(names, &length);
        char *name = memory_copy(start, length);
        int status = length == 0 ? error_set(error, ERROR_USAGE, "--ignore has an empty value")
                                 : check_rule_set_add(ignored, name, error);
        free(name);
        if (status != 0 || names[whole] == '\0')
            return status;
        names += whole + 1;
    }
}

static int read_ignored(const struct cmd_ctx *ctx, check_rule_set *ignored, struct error *error)
{
    for (size_t i = 0; i < ctx->arguments.count; i++) {
        const struct argument *argument = &ctx->arguments.items[i];
        if (strcmp(argument->option->name, "ignore") == 0 &&
            ignore_rules(ignored, argument->value, error) != 0)
            return -1;
    }
    return 0;
}

/* --fail-on's severity, which the option table has checked. */
static enum severity read_threshold(const struct cmd_ctx *ctx)
{
    const char *name = arguments_last(&ctx->arguments, "fail-on");
    int severity = SEVERITY_ERROR;
    if (name == NULL)
        return SEVERITY_NOTE;
    while (strcmp(severity_names[severity], name) != 0)
        severity++;
    return (enum severity)severity;
}

static int write_rules(struct cmd_ctx *ctx, struct error *error)
{
    if (arguments_has(&ctx->arguments, "ignore") || arguments_has(&ctx->arguments, "fail-on"))
        return error_set(error, ERROR_USAGE,
                         "--rules checks nothing: expected it without --ignore and --fail-on");
    struct records records = {.footer = ""};
    records_set_rows(&records, check_rules, check_rule_count, sizeof *check_rules);
    return cmd_write_records(ctx, &records, &rule_columns, error);
}

static int write_findings(struct cmd_ctx *ctx, const struct finding_list *findings,
                          struct error *error)
{
    bool with_plan = ctx->scope.plan_count > 1;
    bool headed = !with_plan || !arguments_has(&ctx->arguments, "sort");
    struct finding_row *rows = memory_alloc(findings->count * sizeof *rows);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool shared = with_plan && ctx->files[finding->plan->file]->next != NULL;
        rows[i] = (struct finding_row){finding, with_plan, shared};
    }
    struct strbuf footer = {0};
    finding_add_counts(&footer, findings, ctx->style.lang);
    struct records records = {
        .add_heading = finding_add_file_heading,
        .same_heading = finding_same_file,
        .footer = strbuf_text(&footer),
    };
    records_set_rows(&records, rows, findings->count, sizeof *rows);
    int status = cmd_write_records(ctx, &records,
                                   headed ? &finding_columns : &finding_columns_unheaded, error);
    strbuf_release(&footer);
    free(rows);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct finding_list findings = {0};
    check_rule_set ignored = 0;
    if (arguments_has(&ctx->arguments, "rules"))
        return write_rules(ctx, error);
    if (read_ignored(ctx, &ignored, error) != 0)
        return -1;
    if (!format_is_for_people(ctx->format))
        message_use(LANG_EN);
    struct finding_list *lists = checking_run(ctx, ignored);
    for (size_t i = 0; i < ctx->scope.plan_count; i++)
        finding_list_join(&findings, &lists[i]);
    free(lists);
    message_use(ctx->style.lang);
    int status = write_findings(ctx, &findings, error);
    for (int i = SEVERITY_ERROR; i <= (int)read_threshold(ctx); i++)
        ctx->found |= findings.severity_count[i] > 0;
    finding_list_release(&findings);
    return status;
}

const struct cmd cmd_check = {
    .name = "check",
    .summary = N_("what is wrong with the document itself: findings, each with its place"),
    .operands = "",
    .details = N_("The exit code is 1 where there is any finding; --fail-on error or warning\n"
                  "overlooks the lesser ones, which are listed all the same. Nothing is ever\n"
                  "corrected.\n\n"
                  "Examples:\n"
                  "  cchc check\n"
                  "  cchc check --rules\n"
                  "  cchc check --plan plan.csv --ignore schedule-style,agency-style\n"
                  "  cchc check --plan plan.csv --fail-on error --format json\n"),
    .option_groups = OPTION_CHECK | OPTION_ROWS,
    .needs = NEED_PLANS | NEED_PLACES | NEED_PROGRESS,
    .formats = FORMATS_ALL,
    .columns = &finding_columns,
    .run = run,
};
