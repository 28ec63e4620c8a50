// SPDX-License-Identifier: MIT
#include "cmd/complete.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/settings.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

const char complete_name[] = "__complete";

/* ---- What needs no plan ---- */

static void add_commands(struct completion *c)
{
    for (const struct cmd *const *cmd = cmd_table; *cmd != NULL; cmd++)
        candidates_add(&c->found, (*cmd)->name, _((*cmd)->summary));
    for (size_t i = 0; i < c->ctx->settings.count; i++) {
        const struct user_setting *setting = &c->ctx->settings.items[i];
        if (settings_view(setting) != NULL)
            candidates_add(&c->found, settings_view(setting), setting->value);
    }
}

static void add_columns(struct completion *c)
{
    const struct column_table *table = c->ctx->cmd != NULL ? c->ctx->cmd->columns : NULL;
    const struct column *column;
    for (size_t i = 0; table != NULL && (column = column_table_at(table, i)) != NULL; i++)
        candidates_add(&c->found, column->name, _(column->help));
}

static void add_column_list(struct completion *c)
{
    add_columns(c);
    if (c->found.count > 0 && strchr(strbuf_text(&c->before), ',') == NULL)
        candidates_add(&c->found, "all", NULL);
}

static void add_formats(struct completion *c)
{
    const char **words = format_words(c->ctx->cmd != NULL ? c->ctx->cmd->formats : ~0U, false);
    candidates_add_words(&c->found, words);
    free((void *)words);
}

static void add_periods(struct completion *c)
{
    const char *names[REPORTING_WINDOWS_MAX + 1];
    struct reporting_windows windows = {0};
    store_periods(&windows);
    reporting_period_names(&windows, names, sizeof names / sizeof *names);
    candidates_add_words(&c->found, names);
}

static void add_rules(struct completion *c)
{
    for (size_t i = 0; i < check_rule_count; i++)
        candidates_add(&c->found, check_rules[i].name, _(check_rules[i].explanation));
}

/* Before the sign; what is behind it, the plan's columns say. */
static void add_roles(struct completion *c)
{
    const char *const *names = store_role_names();
    struct strbuf role = {0};
    for (; strchr(c->typed, '=') == NULL && *names != NULL; names++) {
        strbuf_clear(&role);
        strbuf_addf(&role, "%s=", *names);
        if (**names != '\0')
            candidates_add(&c->found, role.text, NULL);
    }
    strbuf_release(&role);
}

static void add_statuses(struct completion *c)
{
    candidates_add_words(&c->found, task_status_names);
}

#define PLAN_ENDINGS ".csv,.json,.jsonl,.xlsx,.xlsm,.docx,.xls,.doc,.ods,.odt,.rtf"

/* The functions that add candidates, or the endings of files if the shell completes those. */
static const struct {
    void (*add)(struct completion *completion);
    const char *endings;
} sources[VALUES_SOURCES] = {
    [VALUES_COLUMNS] = {add_columns, NULL},
    [VALUES_COLUMN_LIST] = {add_column_list, NULL},
    [VALUES_FORMATS] = {add_formats, NULL},
    [VALUES_COMMANDS] = {add_commands, NULL},
    [VALUES_PERIODS] = {add_periods, NULL},
    [VALUES_RULES] = {add_rules, NULL},
    [VALUES_ROLES] = {add_roles, NULL},
    [VALUES_STATUSES] = {add_statuses, NULL},
    [VALUES_PAIRS] = {NULL, PLAN_ENDINGS},
    [VALUES_FILES] = {NULL, ""},
    [VALUES_PLAN_FILES] = {NULL, PLAN_ENDINGS},
    [VALUES_JOURNALS] = {NULL, ".csv"},
    [VALUES_ANSWERS] = {NULL, ".csv,.xlsx,.xlsm,.docx"},
    [VALUES_WORD_FILES] = {NULL, ".docx"},
};

static void write_files(const struct completion *c, enum option_source source)
{
    if (!candidate_is_safe(c->before.length > 0 ? c->before.text : ""))
        return;
    if (source == VALUES_FOLDERS)
        fprintf(c->ctx->out, "\tfolders\t%s\n", strbuf_text(&c->before));
    else if (sources[source].endings != NULL &&
             (source != VALUES_PAIRS || strchr(c->typed, '=') == NULL))
        fprintf(c->ctx->out, "\tfiles\t%s\t%s\n", strbuf_text(&c->before), sources[source].endings);
}

bool completion_take(struct completion *completion, char sign)
{
    const char *at = strrchr(completion->typed, sign);
    if (at == NULL)
        return false;
    size_t length = (size_t)(at - completion->typed) + 1;
    strbuf_add(&completion->before, completion->typed, length);
    completion->typed += length;
    return true;
}

/* ---- Reading the line up to the word ---- */

/* Parts of the unfinished line that are not understood are skipped. */
static void read_line(struct command_line *line, int argc, char **argv)
{
    struct error error;
    while (command_line_parse(line, cmd_table, argc, argv, &error) != 0 && line->awaiting == NULL) {
        int wrong = line->at;
        memmove(argv + wrong, argv + wrong + 1, (size_t)(--argc - wrong) * sizeof *argv);
        command_line_release(line);
    }
}

/* Reads the options of every command one by one, since one of them may be wrong. */
static void read_options(struct cmd_ctx *ctx)
{
    const struct option_target targets[] = {{global_options, &ctx->global}, {NULL, NULL}};
    struct option_clock clock = {.today = ctx->today};
    struct error error;
    for (size_t i = 0; i < ctx->line.option_count; i++) {
        struct command_line one = {.options = &ctx->line.options[i], .option_count = 1};
        options_read(&one, targets, "", &clock, &error);
    }
    if (ctx->global.lang >= 0)
        message_use((enum lang)ctx->global.lang);
}

/* ---- What the word is ---- */

static bool is_listed(const struct option *option)
{
    return option->listed || (option->kind == OPTION_FILTER && option->filter != QUERY_TEXT);
}

static bool is_repeatable(const struct option *option)
{
    return option->kind == OPTION_TEXTS || option->kind == OPTION_FILTER;
}

static bool is_given(const struct command_line *line, const char *name)
{
    for (size_t i = 0; i < line->option_count; i++)
        if (strcmp(line->options[i].name, name) == 0)
            return true;
    return false;
}

static void add_option(struct completion *c, const struct option *option)
{
    struct strbuf help = {0}, name = {0};
    option_add_help(&help, option, c->ctx->cmd);
    strbuf_addf(&name, "--%s", option->name);
    candidates_add(&c->found, name.text, strbuf_text(&help));
    if (option->letter != 0 && c->typed[1] != '-') {
        char letter[] = {'-', option->letter, '\0'};
        candidates_add(&c->found, letter, strbuf_text(&help));
    }
    strbuf_release(&help);
    strbuf_release(&name);
}

/* The options that the command still takes; one of a name that a group before it has is not. */
static void add_options(struct completion *c, const struct option_use *uses)
{
    for (const struct option_use *use = uses; use != NULL && use->group != NULL; use++)
        for (size_t i = 0; i < use->group->count; i++) {
            const struct option *option = &use->group->items[i];
            bool again = is_given(&c->ctx->line, option->name) && !is_repeatable(option);
            if (option_find(uses, option->name) == option && !again)
                add_option(c, option);
        }
}

static const struct option *find_letter(const struct option_use *uses, char letter)
{
    for (const struct option_use *use = uses; use != NULL && use->group != NULL; use++)
        for (size_t i = 0; i < use->group->count; i++)
            if (use->group->items[i].letter == letter)
                return &use->group->items[i];
    return NULL;
}

/* The command's own option of that name, else that of every command; NULL for none. */
static const struct option *find_option(const struct cmd *cmd, const char *name)
{
    const struct option *own =
        cmd != NULL && cmd->options != NULL ? option_find(cmd->options, name) : NULL;
    return own != NULL ? own : option_find(global_options, name);
}

/* The option whose value the word has, as «--lead=Sở» and «-fjson» have; NULL if it has none. */
static const struct option *find_attached(struct completion *c)
{
    const struct option_use *own = c->ctx->cmd != NULL ? c->ctx->cmd->options : NULL;
    const char *name = c->typed + 2, *sign = strchr(name, '=');
    const struct option *option = NULL;
    if (c->typed[1] == '-' && sign != NULL) {
        char *copy = memory_copy(name, (size_t)(sign - name));
        option = find_option(c->ctx->cmd, copy);
        free(copy);
        name = sign + 1;
    } else if (c->typed[1] != '-') {
        for (name = c->typed + 1; *name != '\0' && (option == NULL || option->value == NULL);
             name++) {
            option = own != NULL ? find_letter(own, *name) : NULL;
            option = option != NULL ? option : find_letter(global_options, *name);
            if (option == NULL)
                return NULL;
        }
        option = *name != '\0' ? option : NULL;
    }
    if (option == NULL || option->value == NULL)
        return NULL;
    strbuf_add(&c->before, c->typed, (size_t)(name - c->typed));
    c->typed = name;
    return option;
}

/* Takes a list's earlier values over; those are not asked for again. */
static void take_list(struct completion *c, struct candidates *given)
{
    const char *values = c->typed;
    if (!completion_take(c, ','))
        return;
    for (char *value; values < c->typed && (value = text_take_item(&values)) != NULL;) {
        candidates_add(given, value, NULL);
        free(value);
    }
    size_t spaces = strspn(c->typed, " ");
    strbuf_add(&c->before, c->typed, spaces);
    c->typed += spaces;
}

/* Leaves out values that were typed already and cannot be repeated. */
static void write_found(struct completion *c, const struct candidates *given)
{
    for (size_t i = 0; i < given->count; i++)
        candidates_remove(&c->found, given->items[i].value);
    candidates_write(&c->found, strbuf_text(&c->before), c->typed, c->anywhere, c->ctx->out);
    candidates_release(&c->found);
}

/* A key was pressed: what has not come by then does not come. */
static void end(int number)
{
    (void)number;
    _exit(0);
}

static void set_deadline(unsigned milliseconds)
{
    struct itimerval timer = {
        .it_value = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000}};
    signal(SIGALRM, end);
    setitimer(ITIMER_REAL, &timer, NULL);
}

static void add_of_plans(struct completion *c, enum option_source source)
{
    struct store_need need = {.query = c->ctx->query, .today = c->ctx->today};
    struct error error;
    fflush(c->ctx->out); /* that is there, whatever the plans are */
    cmd_open_quick_store(c->ctx);
    if (c->ctx->store != NULL && store_load(c->ctx->store, &need, &error) == 0)
        completion_add_of_plans(c, source);
}

static void write_values(struct completion *c, enum option_source source, const char *const *words,
                         struct candidates *given)
{
    if (words != NULL)
        candidates_add_words(&c->found, words);
    if (sources[source].add != NULL)
        sources[source].add(c);
    write_found(c, given);
    write_files(c, source);
    if (completion_is_of_plans(source, c->option)) {
        add_of_plans(c, source);
        write_found(c, given);
    }
}

static void write_option_value(struct completion *c)
{
    const struct option *option = c->option;
    struct candidates given = {0};
    const char *const *words =
        option->kind == OPTION_FILTER ? query_words(option->filter) : option->words;
    if (is_listed(option))
        take_list(c, &given);
    write_values(c, option->source, words != NULL ? words : option->words, &given);
    candidates_release(&given);
}

/* A usage without «…» has so many operands as words. */
static bool takes_operand(const struct cmd *cmd, size_t count)
{
    size_t words = *cmd->operands != '\0';
    for (const char *at = cmd->operands; *at != '\0'; at++)
        words += *at == ' ';
    return count < words || strstr(cmd->operands, "…") != NULL;
}

static void write_operand(struct completion *c)
{
    const struct cmd *cmd = c->ctx->cmd;
    struct candidates given = {0};
    bool first = c->ctx->operand_count == 0 && cmd->operand_words != NULL;
    enum { VALUES = sizeof cmd->operand_values / sizeof *cmd->operand_values };
    if (!takes_operand(cmd, c->ctx->operand_count))
        return;
    for (size_t i = 0; i < c->ctx->operand_count; i++)
        candidates_add(&given, c->ctx->operands[i], NULL);
    if (first)
        write_values(c, VALUES_ANY, cmd->operand_words, &given);
    for (size_t i = VALUES; i-- > 0 && !first;)
        write_values(c, cmd->operand_values[i], NULL, &given);
    candidates_release(&given);
}

static void write_word(struct completion *c)
{
    const struct candidates none = {0};
    const struct cmd *cmd = c->ctx->cmd;
    bool dashed = *c->typed == '-' && !c->ctx->line.options_ended;
    const struct option *awaiting = c->ctx->line.awaiting;
    if (awaiting != NULL) /* another command's, as yet */
        c->option = find_option(cmd, awaiting->name);
    else if (dashed)
        c->option = find_attached(c);
    if (c->option != NULL) {
        write_option_value(c);
    } else if (awaiting != NULL) {
        return;
    } else if (dashed) {
        add_options(c, cmd != NULL ? cmd->options : NULL);
        add_options(c, global_options);
        write_found(c, &none);
    } else if (cmd != NULL) {
        write_operand(c);
    } else {
        add_commands(c);
        write_found(c, &none);
    }
}

/* A view stands for its words. Returns the words, those given being freed if they changed. */
static char **expand_view(struct cmd_ctx *ctx, char **words, int *count)
{
    struct command_line line = {0};
    struct error ignored;
    char **expanded;
    int length, at = 0;
    if (*count > 0 && command_line_parse(&line, cmd_table, *count, words, &ignored) != 0)
        at = line.unknown;
    command_line_release(&line);
    if (at == 0 || !settings_expand(ctx, *count + 1, words, at, &expanded, &length))
        return words;
    free(words);
    *count = length - 1;
    return expanded;
}

void complete_write(struct cmd_ctx *ctx, int argc, char **argv)
{
    char **words = memory_alloc(((size_t)argc + 2) * sizeof *words);
    int skipped = argc > 0 && strcmp(argv[0], "--") == 0, count = argc - skipped;
    words[0] = NULL;
    for (int i = 0; i < count; i++)
        words[i + 1] = argv[i + skipped];
    set_deadline(ctx->delay_ms);
    settings_read(ctx);
    words = expand_view(ctx, words, &count);
    struct completion completion = {.ctx = ctx, .typed = count > 0 ? words[count] : ""};
    options_init(&(struct option_target){global_options, &ctx->global});
    ctx->query = &ctx->no_query;
    read_line(&ctx->line, count > 0 ? count : 1, words);
    ctx->cmd = ctx->line.cmd;
    ctx->operands = ctx->line.operands;
    ctx->operand_count = ctx->line.operand_count;
    if (ctx->setting_errors.count == 0)
        settings_apply(ctx);
    read_options(ctx);
    write_word(&completion);
    strbuf_release(&completion.before);
    candidates_release(&completion.found);
    store_free(ctx->store);
    options_release(&(struct option_target){global_options, &ctx->global});
    command_line_release(&ctx->line);
    user_settings_release(&ctx->settings);
    free(words);
}
