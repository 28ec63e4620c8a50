// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/pager.h"
#include "base/text.h"
#include "cmd/complete.h"
#include "cmd/settings.h"
#include "write/output.h"

#include <stdlib.h>
#include <string.h>

#ifndef VERSION
#define VERSION "unknown"
#endif

static const char *taker(const struct cmd_ctx *ctx)
{
    return ctx->cmd != NULL ? ctx->cmd->name : _("cchc alone");
}

static int check_operands(const struct cmd_ctx *ctx, struct error *error)
{
    if (ctx->cmd != NULL && *ctx->cmd->operands == '\0' && ctx->operand_count > 0) {
        char quoted[TEXT_QUOTE_SIZE];
        return error_set(error, ERROR_USAGE, "%s takes no operand: «%s»", ctx->cmd->name,
                         text_quote(quoted, ctx->operands[0], strlen(ctx->operands[0])));
    }
    return 0;
}

/* The format that --format or an operand names, else the ending of --output's file. */
static int choose_format(struct cmd_ctx *ctx, struct error *error)
{
    unsigned uses = ctx->cmd != NULL ? ctx->cmd->formats : FORMAT_TEXT;
    const char *name = ctx->global.format, *path = ctx->global.output;
    if (name == NULL && (uses & FORMAT_PLAN) != 0 && ctx->operand_count > 0)
        name = ctx->operands[0];
    if (name != NULL)
        return format_of_name(&ctx->format, uses, taker(ctx), name, error);
    return format_of_path(&ctx->format, uses, taker(ctx), path != NULL ? path : "", error);
}

/* Applies the options of every command to the answer's language, colours and layout. */
static void apply_globals(struct cmd_ctx *ctx)
{
    const struct global_options *options = &ctx->global;
    if (options->lang >= 0)
        ctx->style.lang = (enum lang)options->lang;
    message_use(ctx->style.lang);
    if (options->colour != COLOUR_AUTO)
        ctx->style.colour = options->colour == COLOUR_ALWAYS;
    else if (options->output != NULL || options->no_colour)
        ctx->style.colour = false;
    bool shown = ctx->terminal && options->output == NULL;
    ctx->style.one_line = !shown && !options->wrap && !ctx->width_is_set;
}

static int run_command(struct cmd_ctx *ctx, struct error *error)
{
    if (ctx->store != NULL) {
        int status = cmd_load(ctx, error);
        if (status != 0 || !store_can_answer(ctx->store))
            return status; /* main reports the store's errors */
        status = cmd_bind_query(ctx, error);
        if (status != 0)
            return status;
    }
    return ctx->cmd != NULL ? ctx->cmd->run(ctx, error) : overview_write(ctx, error);
}

/* The as-of date is the only clock, wherever it is typed. */
static int read_clock(const struct cmd_ctx *ctx, struct option_clock *clock, struct error *error)
{
    struct date as_of = {0};
    int status = 0;
    for (size_t i = 0; i < ctx->line.option_count && status == 0; i++)
        if (strcmp(ctx->line.options[i].name, "as-of") == 0)
            status = option_read_date("--as-of", ctx->line.options[i].value, clock, &as_of, error);
    clock->as_of = as_of;
    return status;
}

/* The structs of options: those of every command, and the command's own. */
static int read_options(struct cmd_ctx *ctx, struct error *error)
{
    const struct option_target targets[] = {
        {ctx->cmd != NULL ? ctx->cmd->options : NULL, ctx->options},
        {global_options, &ctx->global},
        {NULL, NULL},
    };
    struct option_clock clock = {.today = ctx->today};
    const struct option_target *first = targets[0].uses != NULL ? targets : targets + 1;
    if (read_clock(ctx, &clock, error) != 0)
        return -1;
    return options_read(&ctx->line, first, taker(ctx), &clock, error);
}

static void init_options(struct cmd_ctx *ctx)
{
    const struct option_use *uses = ctx->cmd != NULL ? ctx->cmd->options : NULL;
    options_init(&(struct option_target){global_options, &ctx->global});
    if (uses != NULL) {
        ctx->options = memory_alloc(ctx->cmd->options_size);
        options_init(&(struct option_target){uses, ctx->options});
        ctx->query = option_use_find(uses, &filter_option_group, ctx->options);
    }
    if (ctx->query == NULL)
        ctx->query = &ctx->no_query;
}

static void release_options(struct cmd_ctx *ctx)
{
    options_release(&(struct option_target){global_options, &ctx->global});
    if (ctx->options != NULL)
        options_release(&(struct option_target){ctx->cmd->options, ctx->options});
    free(ctx->options);
    command_line_release(&ctx->line);
}

static int dispatch(struct cmd_ctx *ctx, struct error *error)
{
    if (ctx->global.version) {
        fputs("cchc " VERSION "\n", ctx->out);
        fputs(_("License MIT: free to use, change and pass on; there is no warranty.\n"
                "Libraries: libcsv, cJSON, libunistring; where they are needed libzip, expat,\n"
                "libxlsxwriter and libmd, and LibreOffice for old office files and PDF.\n"),
              ctx->out);
        return 0;
    }
    if (ctx->global.help) {
        ctx->operand_count = 0;
        return cmd_help.run(ctx, error);
    }
    return check_operands(ctx, error) != 0 ? -1 : run_command(ctx, error);
}

/* The options that settle errors, and what an error's sentence then ends with. */
static const struct {
    const char *option, *ending;
} settled_by[] = {
    [SETTLED_BY_DECIMAL_MARK] = {"decimal-mark",
                                 N_(", or --decimal-mark to say what the comma is")},
    [SETTLED_BY_UNIT] = {"plan-unit", N_(", or --plan-unit to say what bare figures count")},
    [SETTLED_BY_ENCODING] = {"encoding", N_(", or its --encoding")},
    [SETTLED_BY_SHEET] = {"sheet", N_(": say which, --sheet NAME")},
    [SETTLED_BY_TABLE] = {"sheet", N_(": say which, --sheet NUMBER")},
    [SETTLED_BY_ONE_TABLE] = {"sheet", N_(", or --sheet NUMBER")},
    [SETTLED_BY_PLAN] = {"in", N_(": expected --in PLAN")},
    [SETTLED_BY_SECTION] = {"section", N_(", or --section %s")},
    [SETTLED_BY_TITLE] = {"role", N_("; --role title=HEADER says which")},
    [SETTLED_BY_ROLE] = {"role", N_("; --role says what a column is")},
    [SETTLED_BY_ROLES] = {"role", N_(": expected --role %s or --role %s")},
    [SETTLED_BY_JOURNAL] = {"progress", N_(": expected --progress FILE")},
    [SETTLED_BY_ONE_JOURNAL] = {"progress", N_(", or give --progress FILE")},
    [SETTLED_BY_ADOPTING] = {"plan", N_("; `cchc --plan NEW adopt` decides which task it is of")},
    [SETTLED_BY_ORGANISATION] = {"organisation", N_(": expected --organisation NAME")},
    [SETTLED_BY_FORCE] = {"force", N_("; --force records it")},
};
_Static_assert(sizeof settled_by / sizeof *settled_by == SETTLEMENT_COUNT,
               "an option for each settlement");

/* An option that the command does not take settles nothing. */
static void add_settlement(struct strbuf *line, const struct cmd_ctx *ctx,
                           const struct error *error)
{
    const char *option = settled_by[error->settles].option;
    const struct option_use *own = ctx->cmd != NULL ? ctx->cmd->options : NULL;
    if (option != NULL && (option_find(global_options, option) != NULL ||
                           (own != NULL && option_find(own, option) != NULL)))
        strbuf_addf(line, message(settled_by[error->settles].ending), error->settling[0],
                    error->settling[1]);
}

/* Errors of files are written in the format of findings if build servers read these. */
static bool print_as_finding(const struct cmd_ctx *ctx, const struct error *error)
{
    if (error->path == NULL || ctx->format == NULL || ctx->format->rows == NULL ||
        ctx->format->rows->add_error == NULL)
        return false;
    struct strbuf text = {0}, line = {0};
    strbuf_adds(&text, error->text);
    add_settlement(&text, ctx, error);
    ctx->format->rows->add_error(&line, error, text.text);
    fputs(line.text, ctx->err);
    strbuf_release(&text);
    strbuf_release(&line);
    return true;
}

static void print_error(const struct cmd_ctx *ctx, const struct error *error)
{
    struct strbuf line = {0};
    if (print_as_finding(ctx, error))
        return;
    strbuf_adds(&line, "cchc: ");
    if (error->path != NULL)
        text_add_printable(&line, strcmp(error->path, "-") == 0 ? _("standard input") : error->path,
                           false);
    if (error->location.cell[0] != '\0')
        strbuf_addf(&line, ":%s", error->location.cell);
    else if (error->location.line > 0)
        strbuf_addf(&line, ":%zu:%zu", error->location.line, error->location.column);
    strbuf_adds(&line, error->path != NULL ? ": " : "");
    text_add_printable(&line, error->text, true);
    add_settlement(&line, ctx, error);
    strbuf_addc(&line, '\n');
    if (error->code == ERROR_USAGE)
        strbuf_addf(&line, _("Try 'cchc help%s%s'.\n"),
                    ctx->cmd != NULL && ctx->cmd != &cmd_help ? " " : "",
                    ctx->cmd != NULL && ctx->cmd != &cmd_help ? ctx->cmd->name : "");
    fputs(line.text, ctx->err);
    strbuf_release(&line);
}

/* Wrong settings would give a wrong answer; help and version go on without them. */
static bool is_refused(const struct cmd_ctx *ctx)
{
    return ctx->setting_errors.count > 0 && !ctx->global.help && !ctx->global.version &&
           ctx->cmd != &cmd_help;
}

/* All errors of the files, and the exit code of the gravest. */
static int print_errors(const struct cmd_ctx *ctx)
{
    struct error_list all = {0};
    if (is_refused(ctx))
        error_list_join(&all, &ctx->setting_errors);
    if (ctx->store != NULL) {
        error_list_join(&all, &ctx->store->refused);
        error_list_join(&all, &ctx->store->errors);
    }
    size_t kept = all.count < ERROR_LIST_KEPT ? all.count : ERROR_LIST_KEPT;
    for (size_t i = 0; i < kept; i++)
        print_error(ctx, &all.items[i]);
    if (all.count > kept)
        fprintf(ctx->err, _("cchc: and %zu more\n"), all.count - kept);
    return (int)all.worst;
}

static void release(struct cmd_ctx *ctx)
{
    store_free(ctx->store);
    store_free(ctx->beside);
    user_settings_release(&ctx->settings);
    free(ctx->expanded);
    release_options(ctx);
}

/* A recorded entry is never reported as a failure. */
static void warn_of_lost_answer(const struct cmd_ctx *ctx, const struct error *error)
{
    struct error lost;
    error_set(&lost, error->code, "%s; the entries are recorded all the same", error->text);
    lost.path = error->path;
    print_error(ctx, &lost);
}

static bool has_errors(const struct cmd_ctx *ctx)
{
    return ctx->store != NULL && ctx->store->errors.count > 0;
}

/* The pager that the answer goes through, if it is for a person at a terminal. */
static struct pager *page(const struct cmd_ctx *ctx)
{
    bool shown = ctx->terminal && ctx->global.output == NULL && !ctx->format->binary;
    return shown && ctx->rows > 0 && !ctx->global.no_pager && ctx->pager != NULL
               ? pager_new(ctx->pager, ctx->rows - 1, ctx->out)
               : NULL;
}

/* Runs the command; what is left of its answer when it fails does not go out. */
static int run_paged(struct cmd_ctx *ctx, struct error *error)
{
    FILE *out = ctx->out;
    struct pager *pager = page(ctx);
    if (pager != NULL)
        ctx->out = pager_stream(pager);
    int status = dispatch(ctx, error);
    pager_close(pager, status == 0 && !has_errors(ctx));
    ctx->out = out;
    return status;
}

/* Runs with the answer going to --output's file, if one is named. */
static int run_to_output(struct cmd_ctx *ctx, struct error *error)
{
    const char *path = ctx->global.output;
    struct output output;
    FILE *out = ctx->out;
    if (cmd_spare_files(ctx, error) != 0 || output_open(&output, path, out, error) != 0)
        return -1;
    ctx->out = output.stream;
    int status = run_paged(ctx, error);
    ctx->out = out;
    if (status == 0 && !has_errors(ctx))
        status = cmd_spare_files(ctx, error);
    if (status == 0 && !has_errors(ctx))
        status = output_commit(&output, error);
    else
        output_discard(&output);
    if (status == 0 || !ctx->recorded)
        return status;
    warn_of_lost_answer(ctx, error);
    return 0;
}

/*
 * --lang holds for what is said of a wrong command line too, wherever it stands there. A language
 * that was installed is read here, and a possible word from then on.
 */
static int find_lang(const struct cmd_ctx *ctx, int argc, char **argv, enum lang *lang,
                     struct error *error)
{
    static const char name[] = "--lang";
    enum { LENGTH = sizeof name - 1 };
    int status = 0;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0 && status >= 0; i++) {
        const char *value = strncmp(argv[i], name, LENGTH) != 0 ? NULL
                            : argv[i][LENGTH] == '='            ? argv[i] + LENGTH + 1
                            : argv[i][LENGTH] == '\0'           ? argv[i + 1]
                                                                : NULL;
        enum lang found;
        status = value != NULL ? lang_open(&found, value, ctx->catalogues, error) : 0;
        if (status > 0 && strcmp(value, lang_names[found]) == 0)
            *lang = found;
    }
    return status;
}

/* A word that is no command may be a view, which stands for a command line of its own. */
static int parse_line(struct cmd_ctx *ctx, int argc, char **argv, struct error *error)
{
    int count, status = command_line_parse(&ctx->line, cmd_table, argc, argv, error);
    int at = status != 0 ? ctx->line.unknown : 0;
    if (at == 0 || !settings_expand(ctx, argc, argv, at, &ctx->expanded, &count))
        return status;
    command_line_release(&ctx->line);
    return command_line_parse(&ctx->line, cmd_table, count, ctx->expanded, error);
}

/* Everything that the command line says, before any file is read. */
static int read_command_line(struct cmd_ctx *ctx, int argc, char **argv, struct error *error)
{
    settings_read(ctx);
    int status = parse_line(ctx, argc, argv, error);
    ctx->cmd = ctx->line.cmd;
    ctx->operands = ctx->line.operands;
    ctx->operand_count = ctx->line.operand_count;
    init_options(ctx);
    if (ctx->setting_errors.count == 0)
        settings_apply(ctx);
    if (status != 0 || read_options(ctx, error) != 0)
        return -1;
    apply_globals(ctx);
    if (ctx->global.help || ctx->global.version)
        return 0;
    if (choose_format(ctx, error) != 0)
        return -1;
    if (ctx->format->findings) { /* their errors are machines' too: the same in every language */
        ctx->style.lang = LANG_EN;
        message_use(LANG_EN);
    }
    return cmd_open_store(ctx, error);
}

int cmd_main(struct cmd_ctx *ctx, int argc, char **argv)
{
    struct error error = {0};
    enum lang lang = ctx->style.lang;
    int status = find_lang(ctx, argc, argv, &lang, &error);
    message_use(lang);
    if (argc > 1 && strcmp(argv[1], complete_name) == 0) {
        complete_write(ctx, argc - 2, argv + 2);
        return 0;
    }
    if (status >= 0)
        status = read_command_line(ctx, argc, argv, &error);
    if (status == 0 && !is_refused(ctx))
        status = run_to_output(ctx, &error);
    int code = print_errors(ctx);
    if (status != 0)
        print_error(ctx, &error);
    if (status == 0)
        cmd_print_left_out(ctx);
    if (status != 0) {
        code = (int)error.code;
    } else if (code == 0 && ctx->found) {
        code = EXIT_FOUND;
    }
    release(ctx);
    return code;
}
