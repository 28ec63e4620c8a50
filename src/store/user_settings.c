// SPDX-License-Identifier: MIT
#include "store/user_settings.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "base/suggest.h"
#include "base/text.h"
#include "read/ini.h"
#include "read/plan_settings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *find_path(const char *folder, const char *home)
{
    struct strbuf path = {0};
    if (folder != NULL && *folder == '/')
        strbuf_adds(&path, folder);
    else if (home != NULL && *home != '\0')
        strbuf_addf(&path, "%s/.config", home);
    else
        return NULL;
    strbuf_adds(&path, "/cchc/" PLAN_SETTINGS_FILE);
    return strbuf_detach(&path);
}

void user_settings_refuse(const struct user_settings *settings, const struct user_setting *setting,
                          struct error_list *errors, const char *format, ...)
{
    char text[sizeof((struct error *)0)->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, message(format), arguments);
    va_end(arguments);
    struct error *error = error_list_add(errors, settings->path, "%s", text);
    if (error != NULL)
        error->location = setting->location;
}

static void read_office(struct user_settings *settings, const struct user_setting *setting,
                        struct error_list *errors)
{
    char quoted[TEXT_QUOTE_SIZE], hint[SUGGESTION_SIZE];
    const char **text = office_field(&settings->office, setting->key);
    if (text == NULL)
        user_settings_refuse(settings, setting, errors, "no setting «%s»%s",
                             text_quote_all(quoted, setting->key),
                             suggest_among(hint, setting->key, office_names));
    else if (*text != NULL)
        user_settings_refuse(settings, setting, errors, "%s is given twice for the office",
                             setting->key);
    else
        *text = setting->value;
}

static void add_line(struct user_settings *settings, const struct ini_line *line,
                     const char **section, struct location location, struct error_list *errors)
{
    char quoted[TEXT_QUOTE_SIZE];
    struct user_setting setting = {.section = *section, .location = location};
    if (line->section) {
        setting.section = *section = ini_keep(&settings->texts, line->name);
    } else if (line->complete && *section != NULL) {
        setting.key = ini_keep(&settings->texts, line->name);
        setting.value = ini_keep(&settings->texts, line->value);
    }
    if (!line->complete || *section == NULL)
        user_settings_refuse(settings, &setting, errors, "line «%s»: expected %s",
                             text_quote(quoted, line->whole.text, line->whole.length),
                             line->section || *section == NULL ? _("[SECTION]") : _("KEY = VALUE"));
    else if (strcmp(*section, "office") != 0)
        settings->items[settings->count++] = setting;
    else if (!line->section)
        read_office(settings, &setting, errors);
}

void user_settings_read(struct user_settings *settings, const char *folder, const char *home,
                        struct error_list *errors)
{
    struct source source;
    struct ini_line line;
    size_t offset = 0;
    const char *section = NULL;
    *settings = (struct user_settings){.path = find_path(folder, home)};
    if (settings->path == NULL || access(settings->path, F_OK) != 0) {
        free(settings->path);
        settings->path = NULL;
        return;
    }
    if (source_read(&source, settings->path, NULL, errors) != 0)
        return;
    while (ini_next(&source, &offset, &line)) {
        struct location location = {0};
        source_locate(&source, ini_offset(&source, line.whole), &location.line, &location.column);
        settings->items = memory_grow(settings->items, settings->count, &settings->capacity,
                                      sizeof *settings->items);
        add_line(settings, &line, &section, location, errors);
    }
    source_release(&source);
}

void user_settings_release(struct user_settings *settings)
{
    free(settings->path);
    free(settings->items);
    arena_release(&settings->texts);
    *settings = (struct user_settings){0};
}
