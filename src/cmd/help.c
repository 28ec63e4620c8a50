// SPDX-License-Identifier: MIT
#include "base/manual.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "cmd/cmd.h"

#include <stdlib.h>
#include <string.h>

static void write_column(const struct cmd_ctx *ctx, const char *name, const char *text)
{
    enum { INDENT = 24 };
    struct strbuf wrapped = {0};
    text_add_wrapped(&wrapped, text, ctx->style.width > 60 ? ctx->style.width - INDENT : 36);
    const char *line = strbuf_text(&wrapped);
    unsigned taken = text_width(name);
    fprintf(ctx->out, "  %s%*s", name, taken < INDENT - 2 ? (int)(INDENT - 2 - taken) : 0, "");
    if (taken >= INDENT - 2)
        fprintf(ctx->out, "\n%*s", INDENT, "");
    for (bool first = true; *line != '\0'; first = false) {
        int length = (int)strcspn(line, "\n");
        fprintf(ctx->out, "%*s%.*s\n", first ? 0 : INDENT, "", length, line);
        line += length + (line[length] == '\n');
    }
    strbuf_release(&wrapped);
}

static void write_option(const struct cmd_ctx *ctx, const struct cmd *cmd,
                         const struct option *option)
{
    struct strbuf name = {0}, help = {0};
    if (option->letter != 0)
        strbuf_addf(&name, "-%c, ", option->letter);
    strbuf_addf(&name, "--%s%s%s", option->name, option->value != NULL ? " " : "",
                option->value != NULL ? _(option->value) : "");
    option_add_help(&help, option, cmd);
    write_column(ctx, name.text, help.text);
    strbuf_release(&name);
    strbuf_release(&help);
}

/* Each group under its heading; an option of a name that a group before it has is not taken. */
static void write_options(const struct cmd_ctx *ctx, const struct cmd *cmd,
                          const struct option_use *uses)
{
    const char *heading = "";
    for (const struct option_use *use = uses; use != NULL && use->group != NULL; use++) {
        if (strcmp(heading, use->group->heading) != 0)
            fprintf(ctx->out, "\n%s\n", _(use->group->heading));
        heading = use->group->heading;
        for (size_t i = 0; i < use->group->count; i++)
            if (option_find(uses, use->group->items[i].name) == &use->group->items[i])
                write_option(ctx, cmd, &use->group->items[i]);
    }
}

static void write_columns(const struct cmd_ctx *ctx, const struct column_table *columns)
{
    const struct column *column;
    if (columns == NULL)
        return;
    fputs(_("\nColumns:\n"), ctx->out);
    for (size_t i = 0; (column = column_table_at(columns, i)) != NULL; i++)
        write_column(ctx, column->name, _(column->help));
}

/* Writes the formats that --format accepts, if there is a choice. */
static void write_formats(const struct cmd_ctx *ctx, const struct cmd *cmd)
{
    const char **words = format_words(cmd->formats, false);
    if (words[0] != NULL && words[1] != NULL)
        fputs(_("\nFormats:"), ctx->out);
    for (size_t i = 0; words[0] != NULL && words[1] != NULL && words[i] != NULL; i++)
        fprintf(ctx->out, " %s%s", words[i], words[i + 1] == NULL ? "\n" : "");
    free((void *)words);
}

static void write_command(const struct cmd_ctx *ctx, const struct cmd *cmd)
{
    struct strbuf head = {0}, wrapped = {0};
    strbuf_addf(&head, "cchc %s: %s", cmd->name, _(cmd->summary));
    text_add_wrapped(&wrapped, head.text, ctx->style.width);
    fprintf(ctx->out, "%s\n\n", wrapped.text);
    strbuf_release(&head);
    strbuf_release(&wrapped);
    fprintf(ctx->out, _("Usage: cchc [options] %s [options]%s%s\n"), cmd->name,
            *cmd->operands != '\0' ? " " : "", _(cmd->operands));
    if (*cmd->details != '\0')
        fprintf(ctx->out, "\n%s", _(cmd->details));
    write_options(ctx, cmd, cmd->options);
    write_columns(ctx, cmd->columns);
    write_formats(ctx, cmd);
    fputs(_("\nThe options of every command, --plan and --output among them: cchc help\n"),
          ctx->out);
}

static void write_program(const struct cmd_ctx *ctx)
{
    fputs(_("cchc keeps a Vietnamese administrative-reform plan (kế hoạch cải cách hành\n"
            "chính): it reads the plan's table as an office has it and answers questions\n"
            "about it.\n\n"
            "Usage: cchc [options] COMMAND [options] [operands]\n\nCommands:\n"),
          ctx->out);
    for (const struct cmd *const *cmd = cmd_table; *cmd != NULL; cmd++)
        write_column(ctx, (*cmd)->name, _((*cmd)->summary));
    write_options(ctx, NULL, global_options);
    fputs(_("\nExit codes: 0 done, 1 check or diff found something, 2 wrong usage, 3 wrong\n"
            "data, 4 a file or the system failed.\n"
            "`cchc help COMMAND` has the options of a command, its columns and examples.\n"
            "Report faults to whoever you have cchc from, with what `cchc --version` says\n"
            "and, if it may be shown, the plan.\n"),
          ctx->out);
}

/* On a terminal the manual has more to say, if it is installed. */
static bool show_manual(const struct cmd_ctx *ctx, const struct cmd *cmd)
{
    struct strbuf page = {0};
    bool asked =
        ctx->terminal && ctx->rows > 0 && !ctx->global.no_pager && ctx->global.output == NULL;
    strbuf_addf(&page, "cchc-%s", cmd->name);
    bool shown = asked && manual_show(page.text, ctx->style.lang);
    strbuf_release(&page);
    return shown;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct cmd *cmd = ctx->cmd; /* of `cchc list --help` */
    if (ctx->operand_count > 1)
        return error_set(error, ERROR_USAGE, "help takes one command");
    if (ctx->operand_count == 1 && cmd_find(cmd_table, ctx->operands[0], &cmd, error) != 0)
        return -1;
    if (cmd == NULL || (cmd == &cmd_help && ctx->operand_count == 0))
        write_program(ctx);
    else if (ctx->operand_count == 0 || !show_manual(ctx, cmd))
        write_command(ctx, cmd);
    return 0;
}

const struct cmd cmd_help = {
    .name = "help",
    .summary = N_("this text, or everything about a command"),
    .operands = N_("[COMMAND]"),
    .operand_values = {VALUES_COMMANDS},
    .details = "",
    .formats = FORMAT_TEXT,
    .run = run,
};
