// SPDX-License-Identifier: MIT
#include "cmd/settings.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/postgresql.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char view_prefix[] = "view ";
enum { VIEW_PREFIX = sizeof view_prefix - 1 };

/* ---- Checking ---- */

static const struct option *find_option(const char *name)
{
    const struct option *option = option_find(global_options, name);
    for (const struct cmd *const *cmd = cmd_table; *cmd != NULL && option == NULL; cmd++)
        option = option_find((*cmd)->options, name);
    return option;
}

/* Some say what is done once, not how things are done. */
static bool is_setting(const char *name)
{
    static const char *const once[] = {"help",  "version", "output",   "from",  "on",   "by",
                                       "due",   "percent", "spent",    "value", "note", "evidence",
                                       "force", "dry-run", "template", "dir"};
    if (strcmp(name, "pager") == 0)
        return true;
    for (size_t i = 0; i < sizeof once / sizeof *once; i++)
        if (strcmp(name, once[i]) == 0)
            return false;
    return find_option(name) != NULL;
}

static bool is_path(const struct option *option)
{
    return option->source == VALUES_FILES || option->source == VALUES_PLAN_FILES ||
           option->source == VALUES_JOURNALS;
}

/* A path is the same from wherever the program is run: «/…», «~/…» or a server's. */
static bool settle_path(const struct cmd_ctx *ctx, struct user_settings *settings,
                        struct user_setting *setting)
{
    if (strncmp(setting->value, "~/", 2) == 0 && ctx->home != NULL && *ctx->home != '\0') {
        struct strbuf path = {0};
        strbuf_addf(&path, "%s%s", ctx->home, setting->value + 1);
        setting->value = arena_copy(&settings->texts, path.text, path.length);
        strbuf_release(&path);
    }
    return *setting->value == '/' || strstr(setting->value, "://") != NULL;
}

static void check_default(const struct cmd_ctx *ctx, struct user_settings *settings,
                          struct user_setting *setting, struct error_list *errors)
{
    char quoted[TEXT_QUOTE_SIZE];
    const struct option *option = find_option(setting->key);
    text_quote_all(quoted, setting->key);
    if (!is_setting(setting->key))
        user_settings_refuse(settings, setting, errors,
                             option == NULL
                                 ? N_("no option «%s»: expected one of `cchc help`, without dashes")
                                 : N_("«%s» is given each time: it has no default"),
                             quoted);
    else if (option != NULL && option->value == NULL && strcmp(setting->value, "yes") != 0 &&
             strcmp(setting->value, "no") != 0)
        user_settings_refuse(settings, setting, errors, "%s: expected yes or no", setting->key);
    else if (option != NULL && is_path(option) && !settle_path(ctx, settings, setting))
        user_settings_refuse(settings, setting, errors, "%s: expected a path from / or ~/ on",
                             setting->key);
}

static bool is_view(const char *section)
{
    return strncmp(section, view_prefix, VIEW_PREFIX) == 0 && section[VIEW_PREFIX] != '\0';
}

const char *settings_view(const struct user_setting *setting)
{
    return setting->key != NULL && is_view(setting->section) ? setting->section + VIEW_PREFIX
                                                             : NULL;
}

static const struct user_setting *find_view(const struct user_settings *settings, const char *name)
{
    for (size_t i = 0; i < settings->count; i++) {
        const char *view = settings_view(&settings->items[i]);
        if (view != NULL && strcmp(view, name) == 0)
            return &settings->items[i];
    }
    return NULL;
}

/* Returns whether each quote is closed. */
static bool is_closed(const char *command)
{
    char quote = '\0';
    for (; *command != '\0'; command++)
        if (quote == *command)
            quote = '\0';
        else if (quote == '\0' && (*command == '\'' || *command == '"'))
            quote = *command;
    return quote == '\0';
}

static void check_view_command(const struct user_settings *settings,
                               const struct user_setting *setting, struct error_list *errors)
{
    if (strcmp(setting->key, "command") != 0)
        user_settings_refuse(settings, setting, errors, "[%s] has command = … alone",
                             setting->section);
    else if (find_view(settings, settings_view(setting)) != setting)
        user_settings_refuse(settings, setting, errors, "[%s] has two commands", setting->section);
    else if (!is_closed(setting->value))
        user_settings_refuse(settings, setting, errors, "[%s]: a quote is not closed",
                             setting->section);
}

static void check_view(const struct user_settings *settings, const struct user_setting *setting,
                       struct error_list *errors)
{
    const char *name = setting->section + VIEW_PREFIX;
    struct error ignored;
    const struct cmd *cmd;
    if (setting->key != NULL)
        check_view_command(settings, setting, errors);
    else if (cmd_find(cmd_table, name, &cmd, &ignored) == 0)
        user_settings_refuse(settings, setting, errors, "view «%s»: a command is called so", name);
    else if (strpbrk(name, " \t'\"") != NULL || *name == '-')
        user_settings_refuse(settings, setting, errors, "view «%s»: expected one word", name);
    else if (find_view(settings, name) == NULL)
        user_settings_refuse(settings, setting, errors, "view «%s» has no command", name);
}

static void check_server(const struct user_settings *settings, const struct user_setting *setting,
                         struct error_list *errors)
{
    char quoted[TEXT_QUOTE_SIZE];
    if (setting->key != NULL && !pg_is_url(setting->value))
        user_settings_refuse(settings, setting, errors,
                             "«%s» is no server's address: expected postgresql://…",
                             text_quote_all(quoted, setting->value));
}

static void check(const struct cmd_ctx *ctx, struct user_settings *settings,
                  struct user_setting *setting, struct error_list *errors)
{
    char quoted[TEXT_QUOTE_SIZE];
    if (is_view(setting->section))
        check_view(settings, setting, errors);
    else if (strcmp(setting->section, "servers") == 0)
        check_server(settings, setting, errors);
    else if (strcmp(setting->section, "defaults") != 0)
        user_settings_refuse(
            settings, setting, errors,
            "section «%s»: expected [defaults], [office], [servers] or [view NAME]",
            text_quote_all(quoted, setting->section));
    else if (setting->key != NULL)
        check_default(ctx, settings, setting, errors);
}

void settings_read(struct cmd_ctx *ctx)
{
    struct user_settings *settings = &ctx->settings;
    user_settings_read(settings, ctx->config_home, ctx->home, &ctx->setting_errors);
    for (size_t i = 0; i < settings->count; i++)
        check(ctx, settings, &settings->items[i], &ctx->setting_errors);
}

/* ---- Views ---- */

/* The next word of a command: quotes of either kind keep white space in it. NULL at the end. */
static char *next_word(const char **rest)
{
    struct strbuf word = {0};
    const char *at = *rest + strspn(*rest, " \t");
    char quote = '\0';
    bool any = *at != '\0';
    for (; *at != '\0' && (quote != '\0' || (*at != ' ' && *at != '\t')); at++) {
        if (quote == '\0' && (*at == '\'' || *at == '"'))
            quote = *at;
        else if (quote != '\0' && *at == quote)
            quote = '\0';
        else
            strbuf_addc(&word, *at);
    }
    *rest = at;
    if (!any) {
        strbuf_release(&word);
        return NULL;
    }
    char *copy = memory_copy(strbuf_text(&word), word.length);
    strbuf_release(&word);
    return copy;
}

bool settings_expand(struct cmd_ctx *ctx, int argc, char **argv, int at, char ***expanded,
                     int *count)
{
    const struct user_setting *view = find_view(&ctx->settings, argv[at]);
    if (view == NULL)
        return false;
    size_t capacity = 0;
    const char *rest = view->value;
    char **words = NULL, *word;
    *count = 0;
    for (int i = 0; i < argc; i++) {
        if (i != at) {
            words = memory_grow(words, (size_t)*count, &capacity, sizeof *words);
            words[(*count)++] = argv[i];
            continue;
        }
        while ((word = next_word(&rest)) != NULL) {
            words = memory_grow(words, (size_t)*count, &capacity, sizeof *words);
            words[(*count)++] = (char *)arena_copy(&ctx->settings.texts, word, strlen(word));
            free(word);
        }
    }
    *expanded = words;
    return true;
}

/* ---- Defaults ---- */

const struct user_setting *settings_default(const struct cmd_ctx *ctx, const char *name)
{
    for (size_t i = ctx->settings.count; i > 0; i--) { /* the last one counts, as on a line */
        const struct user_setting *setting = &ctx->settings.items[i - 1];
        if (setting->key != NULL && strcmp(setting->section, "defaults") == 0 &&
            strcmp(setting->key, name) == 0)
            return setting;
    }
    return NULL;
}

const char *settings_variable(const struct cmd_ctx *ctx, const char *name)
{
    if (strcmp(name, "plan") == 0 && ctx->plan_path != NULL && *ctx->plan_path != '\0')
        return "CCHC_PLAN";
    if (strcmp(name, "progress") == 0 && ctx->progress_path != NULL && *ctx->progress_path != '\0')
        return "CCHC_PROGRESS";
    if (strcmp(name, "pager") == 0 && ctx->pager_is_set)
        return "CCHC_PAGER";
    return strcmp(name, "color") == 0 ? ctx->colour_variable : NULL;
}

static bool is_typed(const struct command_line *line, const char *name)
{
    for (size_t i = 0; i < line->option_count; i++)
        if (line->options[i].setting == NULL && strcmp(line->options[i].name, name) == 0)
            return true;
    return false;
}

/* Returns whether a command has all of these columns. */
static bool has_columns(const struct column_table *table, const char *names)
{
    bool all = table != NULL;
    for (size_t length; *names != '\0' && all; names += length + (names[length] == ',')) {
        length = strcspn(names, ",");
        char *name = memory_copy(names, length);
        all = strcmp(name, "all") == 0 || column_find(table, name) != NULL;
        free(name);
    }
    return all;
}

/* A default counts if it means something: a format or a column of other commands is none. */
static bool is_taken(const struct cmd_ctx *ctx, const struct option *option, const char *value)
{
    unsigned uses = ctx->cmd != NULL ? ctx->cmd->formats : FORMAT_TEXT;
    const struct format *format;
    struct error ignored;
    if (option->source == VALUES_COLUMNS || option->source == VALUES_COLUMN_LIST)
        return has_columns(ctx->cmd->columns, value);
    if (option->source != VALUES_FORMATS)
        return true;
    return (uses & FORMAT_PLAN) == 0 && ctx->global.output == NULL &&
           format_of_name(&format, uses, "", value, &ignored) == 0;
}

/* The servers are the plans if nothing else says which these are. */
static void add_servers(struct cmd_ctx *ctx)
{
    if (is_typed(&ctx->line, "plan") || settings_variable(ctx, "plan") != NULL ||
        settings_default(ctx, "plan") != NULL)
        return;
    for (size_t i = 0; i < ctx->settings.count; i++) {
        const struct user_setting *setting = &ctx->settings.items[i];
        if (setting->key != NULL && strcmp(setting->section, "servers") == 0)
            command_line_add(
                &ctx->line, (struct typed_option){"plan", setting->value, &ctx->settings, setting});
    }
}

static void add_default(struct cmd_ctx *ctx, const struct user_setting *setting)
{
    enum lang lang;
    struct error ignored;
    const struct option *option =
        ctx->cmd != NULL ? option_find(ctx->cmd->options, setting->key) : NULL;
    if (option == NULL)
        option = option_find(global_options, setting->key);
    if (option == NULL || is_typed(&ctx->line, option->name) ||
        settings_variable(ctx, option->name) != NULL || !is_taken(ctx, option, setting->value) ||
        (option->value == NULL && strcmp(setting->value, "yes") != 0))
        return;
    if (strcmp(option->name, "lang") == 0)
        lang_open(&lang, setting->value, ctx->catalogues, &ignored); /* else it is refused */
    command_line_add(&ctx->line, (struct typed_option){
                                     option->name, option->value != NULL ? setting->value : NULL,
                                     &ctx->settings, setting});
}

void settings_apply(struct cmd_ctx *ctx)
{
    const struct user_setting *pager = settings_default(ctx, "pager");
    for (size_t i = 0; i < ctx->settings.count; i++) {
        const struct user_setting *setting = &ctx->settings.items[i];
        if (setting->key != NULL && strcmp(setting->section, "defaults") == 0)
            add_default(ctx, setting);
    }
    if (ctx->cmd == NULL || (ctx->cmd->needs & NEED_PLANS) != 0)
        add_servers(ctx);
    if (pager != NULL && !ctx->pager_is_set)
        ctx->pager = pager->value;
}
