// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "read/builtin.h"
#include "write/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#ifndef VERSION
#define VERSION "unknown"
#endif

/* Options that this command does not take, and formats it does not write. */
static int check_arguments(const struct cmd_ctx *ctx, struct error *error)
{
    const char *name = ctx->cmd != NULL ? ctx->cmd->name : _("cchc alone");
    unsigned formats = ctx->cmd != NULL ? ctx->cmd->formats : 1U << FORMAT_TABLE;
    if ((formats & (1U << ctx->format)) == 0)
        return error_set(error, ERROR_USAGE, "%s has no format %s", name,
                         format_names[ctx->format]);
    if (ctx->cmd != NULL && *ctx->cmd->operands == '\0' && ctx->operand_count > 0) {
        char quoted[TEXT_QUOTE_SIZE];
        return error_set(error, ERROR_USAGE, "%s takes no operand: «%s»", name,
                         text_quote(quoted, ctx->operands[0], strlen(ctx->operands[0])));
    }
    return 0;
}

/* The index of an option's value among its words, which parsing has checked. */
static int word_index(const struct cmd_ctx *ctx, const char *name, int otherwise)
{
    const char *value = arguments_last(&ctx->arguments, name);
    if (value == NULL)
        return otherwise;
    const char *const *words = option_find(name)->words;
    int index = 0;
    while (strcmp(words[index], value) != 0)
        index++;
    return index;
}

/* The format that --output's ending names, where no --format does. */
static int format_of_output(const struct cmd_ctx *ctx)
{
    const char *path = arguments_last(&ctx->arguments, "output");
    const char *ending = path != NULL ? strrchr(path, '.') : NULL;
    for (int format = FORMAT_CSV; ending != NULL && format < FORMAT_COUNT; format++)
        if (strcmp(format_names[format], ending + 1) == 0 && ctx->cmd != NULL &&
            (ctx->cmd->formats & (1U << format)) != 0)
            return format;
    return FORMAT_TABLE;
}

static int read_globals(struct cmd_ctx *ctx, struct error *error)
{
    enum { COLOUR_AUTO, COLOUR_ALWAYS };
    const char *as_of = arguments_last(&ctx->arguments, "as-of");
    ctx->format = (enum format)word_index(ctx, "format", format_of_output(ctx));
    ctx->style.lang = (enum lang)word_index(ctx, "lang", (int)ctx->style.lang);
    message_use(ctx->style.lang);
    int colour = word_index(ctx, "color", COLOUR_AUTO);
    if (colour != COLOUR_AUTO)
        ctx->style.colour = colour == COLOUR_ALWAYS;
    else if (arguments_has(&ctx->arguments, "output"))
        ctx->style.colour = false;
    return as_of != NULL ? cmd_read_date("--as-of", as_of, &ctx->as_of, error) : 0;
}

static int read_query(struct cmd_ctx *ctx, struct error *error)
{
    for (size_t i = 0; i < ctx->arguments.count; i++) {
        const struct argument *argument = &ctx->arguments.items[i];
        const struct filter *filter = filter_find(argument->option->name);
        /* to `due` a quarter is a period */
        bool period = (argument->option->groups & ctx->cmd->option_groups & OPTION_PERIOD) != 0;
        if (filter == NULL || period)
            continue;
        if (strcmp(filter->name, "quarter") == 0 && cmd_require_years(ctx, error) != 0)
            return -1;
        if (strcmp(filter->name, "status") == 0 && !date_is_set(ctx->as_of))
            ctx->as_of = ctx->today();
        ctx->progress.as_of = ctx->as_of;
        if (query_add(&ctx->query, filter, argument->value, &ctx->scope, error) != 0)
            return -1;
    }
    return 0;
}

static int run_command(struct cmd_ctx *ctx, struct error *error)
{
    unsigned needs = ctx->cmd != NULL ? ctx->cmd->needs : NEED_PLANS | NEED_DATE | NEED_PROGRESS;
    if ((needs & NEED_DATE) != 0 && !date_is_set(ctx->as_of))
        ctx->as_of = ctx->today();
    if ((needs & (NEED_PLANS | NEED_OPERAND_PLANS)) != 0) {
        builtin_agencies(&ctx->agencies);
        ctx->scope.agencies = &ctx->agencies;
        ctx->scope.progress = &ctx->progress;
        if (cmd_load_plans(ctx, error) != 0)
            return -1;
        if (!cmd_goes_on(ctx))
            return 0; /* main reports them */
    }
    if ((needs & NEED_PROGRESS) != 0) {
        cmd_load_progress(ctx);
        if (!cmd_goes_on(ctx))
            return 0;
    }
    if ((needs & NEED_QUERY) != 0 && read_query(ctx, error) != 0)
        return -1;
    return ctx->cmd != NULL ? ctx->cmd->run(ctx, error) : overview_write(ctx, error);
}

static int dispatch(struct cmd_ctx *ctx, struct error *error)
{
    const struct arguments *arguments = &ctx->arguments;
    if (arguments_has(arguments, "version")) {
        fputs("cchc " VERSION "\n", ctx->out);
        return 0;
    }
    if (arguments->operand_count > 0) {
        ctx->operands = arguments->operands + 1;
        ctx->operand_count = arguments->operand_count - 1;
        if (cmd_find(ctx, arguments->operands[0], &ctx->cmd, error) != 0)
            return -1;
    }
    unsigned groups = OPTION_GLOBAL | (ctx->cmd != NULL ? ctx->cmd->option_groups : 0);
    bool help = arguments_has(arguments, "help");
    if (arguments_check(&ctx->arguments, ctx->cmd != NULL ? ctx->cmd->name : _("cchc alone"),
                        help ? ~0U : groups, error) != 0 ||
        read_globals(ctx, error) != 0)
        return -1;
    if (arguments_has(arguments, "help")) {
        ctx->operand_count = 0;
        return cmd_help.run(ctx, error);
    }
    return check_arguments(ctx, error) != 0 ? -1 : run_command(ctx, error);
}

static void print_error(const struct cmd_ctx *ctx, const struct error *error)
{
    struct strbuf line = {0};
    strbuf_adds(&line, "cchc: ");
    if (error->path != NULL)
        text_add_printable(&line, strcmp(error->path, "-") == 0 ? _("standard input") : error->path,
                           false);
    if (error->place.cell[0] != '\0')
        strbuf_addf(&line, ":%s", error->place.cell);
    else if (error->place.line > 0)
        strbuf_addf(&line, ":%zu:%zu", error->place.line, error->place.column);
    strbuf_adds(&line, error->path != NULL ? ": " : "");
    text_add_printable(&line, error->text, true);
    strbuf_addc(&line, '\n');
    if (error->code == ERROR_USAGE)
        strbuf_addf(&line, _("Try 'cchc help%s%s'.\n"),
                    ctx->cmd != NULL && ctx->cmd != &cmd_help ? " " : "",
                    ctx->cmd != NULL && ctx->cmd != &cmd_help ? ctx->cmd->name : "");
    fputs(line.text, ctx->err);
    strbuf_release(&line);
}

/* All errors of the files, and the exit code of the gravest. */
static int print_errors(const struct cmd_ctx *ctx)
{
    struct error_list all = ctx->refused;
    error_list_join(&all, &ctx->errors);
    size_t kept = all.count < ERROR_LIST_KEPT ? all.count : ERROR_LIST_KEPT;
    for (size_t i = 0; i < kept; i++)
        print_error(ctx, &all.items[i]);
    if (all.count > kept)
        fprintf(ctx->err, _("cchc: and %zu more\n"), all.count - kept);
    return (int)all.worst;
}

/* Whether a journal's errors, not its file's, leave out a file's plans. */
static bool is_journal_left_out(const struct cmd_ctx *ctx)
{
    size_t unread = ctx->named - ctx->plan_paths.count;
    for (size_t i = 0; i < ctx->plan_paths.count; i++)
        unread += ctx->files[i] == NULL;
    return ctx->left_out > unread;
}

/* What the answer is without, or might be given without. */
static void print_left_out(const struct cmd_ctx *ctx, int status)
{
    if (ctx->left_out == 0 || status != 0)
        return;
    if (ctx->errors.count == 0)
        fprintf(ctx->err, _("cchc: the answer is without the plans of %zu of %zu files\n"),
                ctx->left_out, ctx->named);
    else if (ctx->scope.plan_count > 0 && !arguments_has(&ctx->arguments, "keep-going"))
        fprintf(ctx->err,
                is_journal_left_out(ctx)
                    ? _("cchc: errors in %zu of %zu files or their journals: --keep-going answers "
                        "without their plans\n")
                    : _("cchc: errors in %zu of %zu files: --keep-going answers without them\n"),
                ctx->left_out, ctx->named);
}

/* The plan is a signed document: no answer is written over it. */
static int check_output(const struct cmd_ctx *ctx, const char *path, struct error *error)
{
    for (size_t i = 0; i < ctx->arguments.count; i++) {
        const struct argument *argument = &ctx->arguments.items[i];
        if (strcmp(argument->option->name, "plan") == 0 && output_is(path, argument->value))
            return error_set(error, ERROR_USAGE, "--output would write over the plan");
    }
    const struct arguments *arguments = &ctx->arguments;
    const struct cmd *cmd = NULL;
    struct error unknown;
    if (arguments->operand_count > 0)
        cmd_find(ctx, arguments->operands[0], &cmd, &unknown);
    for (size_t i = 1; i < arguments->operand_count && cmd != NULL; i++)
        if ((cmd->needs & NEED_OPERAND_PLANS) != 0 && output_is(path, arguments->operands[i]))
            return error_set(error, ERROR_USAGE, "--output would write over the plan");
    if (ctx->plan_path != NULL && output_is(path, ctx->plan_path))
        return error_set(error, ERROR_USAGE, "--output would write over the plan");
    return 0;
}

static void release(struct cmd_ctx *ctx)
{
    cmd_release_progress(ctx);
    cmd_release_plans(ctx);
    query_release(&ctx->query);
    agency_table_release(&ctx->agencies);
    arguments_release(&ctx->arguments);
}

/* Runs with the answer going to --output's file, if one is named. */
static int run_to_output(struct cmd_ctx *ctx, struct error *error)
{
    const char *path = arguments_last(&ctx->arguments, "output");
    struct output output;
    FILE *out = ctx->out;
    if (path == NULL || strcmp(path, "-") == 0)
        return dispatch(ctx, error);
    if (check_output(ctx, path, error) != 0 || output_open(&output, path, error) != 0)
        return -1;
    ctx->out = output.stream;
    int status = dispatch(ctx, error);
    ctx->out = out;
    if (status == 0 && ctx->errors.count == 0)
        status = cmd_spare_files(ctx, error);
    if (status == 0 && ctx->errors.count == 0)
        return output_commit(&output, error);
    output_discard(&output);
    return status;
}

/* A full disk or a closed pipe is never a success. */
static int check_written(const struct cmd_ctx *ctx, struct error *error)
{
    errno = 0;
    if (fflush(ctx->out) == 0 && !ferror(ctx->out))
        return 0;
    return error_set(error, ERROR_SYSTEM, "standard output: cannot write: %s",
                     errno != 0 ? message_of_errno(errno) : _("an earlier write failed"));
}

/* --lang holds for what is said of a wrong command line too, wherever it stands there. */
static enum lang find_lang(int argc, char **argv, enum lang lang)
{
    static const char name[] = "--lang";
    enum { LENGTH = sizeof name - 1 };
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        const char *value = strncmp(argv[i], name, LENGTH) != 0 ? NULL
                            : argv[i][LENGTH] == '='            ? argv[i] + LENGTH + 1
                            : argv[i][LENGTH] == '\0'           ? argv[i + 1]
                                                                : NULL;
        for (int known = 0; value != NULL && known < LANG_COUNT; known++)
            if (strcmp(value, lang_names[known]) == 0)
                lang = (enum lang)known;
    }
    return lang;
}

int cmd_main(struct cmd_ctx *ctx, int argc, char **argv)
{
    struct error error = {0};
    struct error unknown;
    message_use(find_lang(argc, argv, ctx->style.lang));
    int status = arguments_parse(&ctx->arguments, argc, argv, &error);
    if (status != 0 && ctx->arguments.operand_count > 0)
        cmd_find(ctx, ctx->arguments.operands[0], &ctx->cmd, &unknown); /* for the hint */
    if (status == 0)
        status = run_to_output(ctx, &error);
    int code = print_errors(ctx);
    if (status == 0 && ctx->errors.count == 0)
        status = check_written(ctx, &error);
    if (status != 0)
        print_error(ctx, &error);
    print_left_out(ctx, status);
    if (status != 0) {
        code = (int)error.code;
    } else if (code == 0 && ctx->found) {
        code = EXIT_FOUND;
    }
    release(ctx);
    return code;
}
