// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "cmd/settings.h"
#include "view/setting_view.h"

#include <stdlib.h>
#include <string.h>

/* The rows, and the texts that are made for them. */
struct listing {
    struct setting_row *items;
    size_t count, capacity;
    struct arena texts;
};

static void add(struct listing *listing, const char *name, const char *value, const char *from)
{
    listing->items =
        memory_grow(listing->items, listing->count, &listing->capacity, sizeof *listing->items);
    listing->items[listing->count++] = (struct setting_row){name, value, from};
}

static const char *join(struct listing *listing, const char *first, const char *second)
{
    struct strbuf text = {0};
    strbuf_addf(&text, "%s%s", first, second);
    const char *kept = arena_copy(&listing->texts, text.text, text.length);
    strbuf_release(&text);
    return kept;
}

static const char *location_of(struct listing *listing, const struct cmd_ctx *ctx,
                               const struct user_setting *setting)
{
    char line[24];
    snprintf(line, sizeof line, ":%zu", setting->location.line);
    return join(listing, ctx->settings.path, line);
}

/* Every value that was typed for an option, or that a setting gives it. */
static bool add_given(struct listing *listing, const struct cmd_ctx *ctx, const char *name)
{
    size_t before = listing->count;
    for (size_t i = 0; i < ctx->line.option_count; i++) {
        const struct typed_option *typed = &ctx->line.options[i];
        if (strcmp(typed->name, name) == 0)
            add(listing, name, typed->value != NULL ? typed->value : "yes",
                typed->setting != NULL ? location_of(listing, ctx, typed->setting)
                                       : _("command line"));
    }
    return listing->count > before;
}

/* Returns the default of an option, or NULL if it is not worth a line. */
static const char *default_of(const struct cmd_ctx *ctx, const char *name)
{
    if (strcmp(name, "plan") == 0)
        return _("the plan of 2021, built in");
    if (strcmp(name, "progress") == 0)
        return _("beside the plan");
    if (strcmp(name, "lang") == 0)
        return lang_names[ctx->style.lang];
    return strcmp(name, "color") == 0 ? "auto" : NULL;
}

static void add_option(struct listing *listing, const struct cmd_ctx *ctx, const char *name)
{
    const char *variable = settings_variable(ctx, name), *otherwise = default_of(ctx, name);
    if (add_given(listing, ctx, name))
        return;
    if (variable != NULL)
        add(listing, name,
            strcmp(name, "plan") == 0       ? ctx->plan_path
            : strcmp(name, "progress") == 0 ? ctx->progress_path
            : ctx->style.colour             ? "always"
                                            : "never",
            join(listing, "$", variable));
    else if (otherwise != NULL)
        add(listing, name, otherwise, strcmp(name, "lang") == 0 ? _("locale") : _("default"));
}

static void add_pager(struct listing *listing, const struct cmd_ctx *ctx)
{
    const struct user_setting *setting = settings_default(ctx, "pager");
    add(listing, "pager", ctx->pager,
        ctx->pager_is_set   ? "$CCHC_PAGER"
        : setting != NULL   ? location_of(listing, ctx, setting)
        : ctx->pager_is_any ? "$PAGER"
                            : _("default"));
}

/* Defaults of options that only other commands take. */
static void add_other_defaults(struct listing *listing, const struct cmd_ctx *ctx)
{
    for (size_t i = 0; i < ctx->settings.count; i++) {
        const struct user_setting *setting = &ctx->settings.items[i];
        if (setting->key != NULL && strcmp(setting->section, "defaults") == 0 &&
            strcmp(setting->key, "pager") != 0 && option_find(global_options, setting->key) == NULL)
            add(listing, setting->key, setting->value, location_of(listing, ctx, setting));
    }
}

static void add_office(struct listing *listing, const struct cmd_ctx *ctx)
{
    struct office office = ctx->settings.office;
    for (size_t i = 0; office_names[i] != NULL; i++)
        if (*office_field(&office, office_names[i]) != NULL)
            add(listing, join(listing, "office.", office_names[i]),
                *office_field(&office, office_names[i]), ctx->settings.path);
}

static void add_servers_and_views(struct listing *listing, const struct cmd_ctx *ctx)
{
    for (size_t i = 0; i < ctx->settings.count; i++) {
        const struct user_setting *setting = &ctx->settings.items[i];
        if (setting->key != NULL && strcmp(setting->section, "servers") == 0)
            add(listing, join(listing, "server.", setting->key), setting->value,
                location_of(listing, ctx, setting));
        if (settings_view(setting) != NULL)
            add(listing, join(listing, "view.", settings_view(setting)), setting->value,
                location_of(listing, ctx, setting));
    }
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct listing listing = {0};
    for (const struct option_use *use = global_options; use->group != NULL; use++)
        for (size_t i = 0; i < use->group->count; i++)
            add_option(&listing, ctx, use->group->items[i].name);
    add_pager(&listing, ctx);
    add_other_defaults(&listing, ctx);
    add_office(&listing, ctx);
    add_servers_and_views(&listing, ctx);
    struct records records = {.footer = ""};
    records_set_rows(&records, listing.items, listing.count, sizeof *listing.items);
    int status = cmd_write_records(ctx, &records, &setting_columns, error);
    free(listing.items);
    arena_release(&listing.texts);
    return status;
}

const struct cmd cmd_config = {
    .name = "config",
    .summary = N_("each setting, with its value and its source"),
    .operands = "",
    .details = N_("Settings stand in cchc.ini in $XDG_CONFIG_HOME/cchc (~/.config/cchc):\n\n"
                  "  [defaults]\n"
                  "  plan = /srv/cchc/2026\n"
                  "  lang = vi\n"
                  "  pager = less -S\n"
                  "  [office]\n"
                  "  name = SỞ NỘI VỤ\n"
                  "  [servers]\n"
                  "  province = postgresql://db.example/cchc\n"
                  "  [view soon]\n"
                  "  command = due --from today --until +14d\n\n"
                  "[defaults] has options by their names, without dashes; one without a value is\n"
                  "yes or no. `cchc soon` is then the command of the view, with what is typed\n"
                  "behind it. The servers are asked where no plan is named. A cchc.ini beside\n"
                  "plans, or in a folder above them up to the one that is named, says what they\n"
                  "are ([plan FILE], [office]) and nothing else. The command line wins over the\n"
                  "environment, that over the nearest file.\n\n"
                  "Examples:\n"
                  "  cchc config\n"
                  "  cchc config --format csv\n"),
    .options = row_options_alone,
    .options_size = sizeof(struct row_options),
    .formats = FORMAT_ROWS,
    .columns = &setting_columns,
    .run = run,
};
