// SPDX-License-Identifier: MIT
#include "plan/check/check.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "view/finding_view.h"

#include <stdlib.h>
#include <string.h>

struct rule_options {
    struct option_values ignore;
    int fail_on; /* enum severity, -1 if not given: any finding */
    bool list;
};
#define RULES(field) OPTION_FIELD(struct rule_options, field)
static const struct option rule_items[] = {
    {"ignore", 0, N_("RULES"), N_("leave out these rules, comma-separated"), RULES(ignore),
     .source = VALUES_RULES, .listed = true},
    {"fail-on", 0, N_("SEVERITY"),
     N_("exit code 1 from this severity on: error, warning or note (default: any finding)"),
     RULES(fail_on), .words = severity_names, .otherwise = -1},
    {"rules", 0, NULL, N_("list the rules instead: name, severity, what they find"), RULES(list)},
};
static const struct option_group rule_group = {N_("Rules:"), OPTION_ITEMS(rule_items)};

struct check_options {
    struct rule_options rules;
    struct row_options rows;
};
static const struct option_use check_options[] = {
    {&rule_group, offsetof(struct check_options, rules)},
    {&row_option_group, offsetof(struct check_options, rows)},
    {NULL, 0},
};

/* The comma-separated rules of one --ignore. */
static int ignore_rules(check_rule_set *ignored, const char *names, struct error *error)
{
    int status = 0;
    for (char *name; status == 0 && (name = text_take_item(&names)) != NULL; free(name))
        status = *name == '\0' ? error_set(error, ERROR_USAGE, "--ignore has an empty value")
                               : check_rule_set_add(ignored, name, error);
    return status;
}

static int read_ignored(const struct rule_options *options, check_rule_set *ignored,
                        struct error *error)
{
    for (size_t i = 0; i < options->ignore.count; i++)
        if (ignore_rules(ignored, options->ignore.items[i], error) != 0)
            return -1;
    return 0;
}

static int write_rules(struct cmd_ctx *ctx, const struct rule_options *options, struct error *error)
{
    if (options->ignore.count > 0 || options->fail_on >= 0)
        return error_set(error, ERROR_USAGE,
                         "--rules checks nothing: expected it without --ignore and --fail-on");
    if (ctx->format->findings)
        return error_set(error, ERROR_USAGE,
                         "--rules lists no findings: expected it without --format %s",
                         ctx->format->name);
    struct records records = {.footer = ""};
    records_set_rows(&records, check_rules, check_rule_count, sizeof *check_rules);
    return cmd_write_records(ctx, &records, &rule_columns, error);
}

static int write_findings(struct cmd_ctx *ctx, const struct finding_list *findings,
                          struct error *error)
{
    bool with_plan = ctx->store->scope.plan_count > 1;
    bool headed = !with_plan || cmd_row_options(ctx)->sort == NULL;
    struct finding_row *rows = memory_alloc(findings->count * sizeof *rows);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        bool shared = with_plan && store_shares_file(ctx->store, finding->plan);
        rows[i] = (struct finding_row){finding, with_plan, shared};
    }
    struct strbuf footer = {0};
    finding_add_counts(&footer, findings, ctx->style.lang);
    struct records records = {
        .add_heading = finding_add_file_heading,
        .same_heading = finding_same_file,
        .footer = strbuf_text(&footer),
        .errors = &ctx->store->refused,
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
    const struct rule_options *options = &((const struct check_options *)ctx->options)->rules;
    if (options->list)
        return write_rules(ctx, options, error);
    if (read_ignored(options, &ignored, error) != 0)
        return -1;
    if (ctx->format->findings && cmd_row_options(ctx)->columns != NULL)
        return error_set(error, ERROR_USAGE,
                         "--columns chooses among cells: expected it without --format %s",
                         ctx->format->name);
    if (!cmd_writes_for_people(ctx))
        message_use(LANG_EN);
    struct finding_list *lists = store_check(ctx->store, ignored);
    for (size_t i = 0; i < ctx->store->scope.plan_count; i++)
        finding_list_join(&findings, &lists[i]);
    free(lists);
    message_use(ctx->style.lang);
    int status = write_findings(ctx, &findings, error);
    int least = options->fail_on >= 0 ? options->fail_on : SEVERITY_NOTE;
    for (int i = SEVERITY_ERROR; i <= least; i++)
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
    .options = check_options,
    .options_size = sizeof(struct check_options),
    .needs = NEED_PLANS | NEED_LOCATIONS | NEED_DATE | NEED_PROGRESS | NEED_WHAT_CAN_BE_READ,
    .formats = FORMAT_ROWS | FORMAT_FINDINGS,
    .columns = &finding_columns,
    .run = run,
};
