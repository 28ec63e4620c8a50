// SPDX-License-Identifier: MIT
#include "read/plan_settings.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/money.h"
#include "base/path.h"
#include "base/strbuf.h"
#include "base/suggest.h"
#include "base/text.h"
#include "read/ini.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum setting_key { KEY_ID, KEY_ORGANISATION, KEY_YEAR, KEY_UNIT, KEY_MARK, KEY_SHEET, KEY_ROLE };

static const char *const key_names[] = {"id",           "organisation", "year",      "plan-unit",
                                        "decimal-mark", "sheet",        "role.ROLE", NULL};

struct plan_setting {
    const char *file; /* the plan's name */
    enum setting_key key;
    const char *text; /* the value as it stands */
    int64_t number;   /* the year, or the unit in đồng */
    struct role_choice role;
};

/* The file being read: where it is, and which plan the lines are about. */
struct reading {
    struct plan_settings *settings;
    const struct source *source;
    struct error_list *errors;
    const char *file;     /* NULL before the first section, or under a wrong one */
    bool of_office;       /* the lines are about the office */
    bool outside_section; /* no section has begun */
};

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* A file below the settings' folder, by its path from there. */
static bool is_below(const struct plan_settings *settings, const char *file)
{
    char *path = path_sibling(settings->path, file);
    bool below = *file != '/' && strncmp(file, "../", 3) != 0 && strstr(file, "/../") == NULL &&
                 access(path, F_OK) == 0;
    free(path);
    return below;
}

/* «[plan FILE]»; the name goes to the bracket at the line's end, spaces and brackets included. */
static void begin_section(struct reading *reading, const struct ini_line *line)
{
    static const char kind[] = "plan";
    enum { KIND = sizeof kind - 1 };
    char quoted[TEXT_QUOTE_SIZE];
    struct ini_span inside = line->name;
    bool known = line->complete && inside.length > KIND && strncmp(inside.text, kind, KIND) == 0 &&
                 (inside.text[KIND] == ' ' || inside.text[KIND] == '\t');
    reading->file = NULL;
    reading->outside_section = false;
    reading->of_office = line->complete && ini_is(inside, "office");
    if (reading->of_office)
        return;
    if (!known) {
        source_error(reading->source, ini_offset(reading->source, line->whole), reading->errors,
                     "section «%s»: expected [plan FILE] or [office]",
                     text_quote(quoted, line->whole.text, line->whole.length));
        return;
    }
    size_t length = inside.length - KIND;
    const char *start = text_trim(inside.text + KIND, &length);
    const char *file = ini_keep(&reading->settings->texts, (struct ini_span){start, length});
    if (is_below(reading->settings, file))
        reading->file = file;
    else
        source_error(reading->source, (size_t)(start - reading->source->text), reading->errors,
                     "no file «%s» beside it", text_quote_all(quoted, file));
}

static int find_key(struct ini_span name)
{
    for (int key = 0; key < KEY_ROLE; key++)
        if (ini_is(name, key_names[key]))
            return key;
    return name.length > 5 && strncmp(name.text, "role.", 5) == 0 ? KEY_ROLE : -1;
}

static int refuse_value(const struct reading *reading, struct ini_span value, const char *key,
                        const char *expected)
{
    char quoted[TEXT_QUOTE_SIZE];
    return source_error(reading->source, ini_offset(reading->source, value), reading->errors,
                        "%s «%s»: expected %s", key, text_quote(quoted, value.text, value.length),
                        expected);
}

static int read_year(const struct reading *reading, struct plan_setting *setting,
                     struct ini_span value)
{
    enum { FIRST = 1900, LAST = 2999, DIGITS = 4 };
    long year = value.length == DIGITS && strspn(setting->text, "0123456789") == DIGITS
                    ? strtol(setting->text, NULL, 10)
                    : 0;
    setting->number = year;
    return year >= FIRST && year <= LAST
               ? 0
               : refuse_value(reading, value, "year", _("a year from 1900 to 2999"));
}

static int read_unit(const struct reading *reading, struct plan_setting *setting,
                     struct ini_span value)
{
    for (size_t i = 0; money_unit_names[i] != NULL; i++)
        if (strcmp(setting->text, money_unit_names[i]) == 0)
            setting->number = money_named_units[i];
    return setting->number != 0
               ? 0
               : refuse_value(reading, value, "plan-unit", _("vnd, thousand, million or billion"));
}

/* A role is read as --role's: «lead=Đơn vị thực hiện». */
static int read_role(struct reading *reading, struct plan_setting *setting,
                     const struct ini_line *line)
{
    struct strbuf both = {0};
    struct error error;
    size_t length = line->name.length - 5;
    const char *role = text_trim(line->name.text + 5, &length);
    strbuf_add(&both, role, length);
    strbuf_addf(&both, "=%s", setting->text);
    const char *kept = arena_intern(&reading->settings->texts, both.text, both.length);
    strbuf_release(&both);
    if (role_choice_parse(kept, &setting->role, &error) == 0)
        return 0;
    return source_error(reading->source, ini_offset(reading->source, line->whole), reading->errors,
                        "%s", error.text);
}

static int read_value(struct reading *reading, struct plan_setting *setting,
                      const struct ini_line *line)
{
    struct ini_span value = line->value;
    switch (setting->key) {
    case KEY_YEAR:
        return read_year(reading, setting, value);
    case KEY_UNIT:
        return read_unit(reading, setting, value);
    case KEY_MARK:
        return strcmp(setting->text, ".") == 0 || strcmp(setting->text, ",") == 0
                   ? 0
                   : refuse_value(reading, value, "decimal-mark", _("'.' or ','"));
    case KEY_ROLE:
        return read_role(reading, setting, line);
    default:
        return 0;
    }
}

/* A role may have several columns; anything else is said once. */
static bool is_set_already(const struct plan_settings *settings, const char *file,
                           enum setting_key key)
{
    for (size_t i = 0; i < settings->count && key != KEY_ROLE; i++)
        if (settings->items[i].file == file && settings->items[i].key == key)
            return true;
    return false;
}

static int refuse_key(const struct reading *reading, const struct ini_line *line,
                      const char *const *names)
{
    char quoted[TEXT_QUOTE_SIZE], hint[SUGGESTION_SIZE];
    text_quote(quoted, line->name.text, line->name.length);
    return source_error(reading->source, ini_offset(reading->source, line->whole), reading->errors,
                        "no setting «%s»%s", quoted, suggest_among(hint, quoted, names));
}

static int read_office(struct reading *reading, const struct ini_line *line)
{
    const char *name = ini_keep(&reading->settings->texts, line->name);
    const char **text = office_field(&reading->settings->office, name);
    if (text == NULL)
        return refuse_key(reading, line, office_names);
    if (*text != NULL)
        return source_error(reading->source, ini_offset(reading->source, line->whole),
                            reading->errors, "%s is given twice for the office", name);
    *text = ini_keep(&reading->settings->texts, line->value);
    return 0;
}

static int read_setting(struct reading *reading, const struct ini_line *line)
{
    char quoted[TEXT_QUOTE_SIZE];
    size_t offset = ini_offset(reading->source, line->whole);
    int key = find_key(line->name);
    struct plan_settings *settings = reading->settings;
    if (reading->outside_section || !line->complete)
        return source_error(reading->source, offset, reading->errors, "line «%s»: expected %s",
                            text_quote(quoted, line->whole.text, line->whole.length),
                            reading->outside_section ? "[plan FILE]" : _("KEY = VALUE"));
    if (reading->of_office)
        return read_office(reading, line);
    if (reading->file == NULL)
        return -1;
    if (key < 0)
        return refuse_key(reading, line, key_names);
    struct plan_setting setting = {.file = reading->file,
                                   .key = (enum setting_key)key,
                                   .text = ini_keep(&reading->settings->texts, line->value)};
    if (is_set_already(settings, setting.file, setting.key))
        return source_error(reading->source, offset, reading->errors,
                            "%s is given twice for one plan", key_names[key]);
    if (read_value(reading, &setting, line) != 0)
        return -1;
    settings->items =
        memory_grow(settings->items, settings->count, &settings->capacity, sizeof *settings->items);
    settings->items[settings->count++] = setting;
    return 0;
}

static void read_lines(struct reading *reading)
{
    size_t offset = 0;
    struct ini_line line;
    while (ini_next(reading->source, &offset, &line))
        if (line.section)
            begin_section(reading, &line);
        else
            read_setting(reading, &line);
}

void plan_settings_read(struct plan_settings *settings, const char *plan_path,
                        struct error_list *errors)
{
    struct source source;
    size_t before = errors->count;
    *settings = (struct plan_settings){.path = path_sibling(plan_path, PLAN_SETTINGS_FILE)};
    if (access(settings->path, F_OK) != 0)
        return;
    if (source_read(&source, settings->path, NULL, errors) == 0) {
        struct reading reading = {settings, &source, errors, NULL, false, true};
        read_lines(&reading);
        source_release(&source);
    }
    settings->wrong = errors->count > before;
}

void plan_settings_release(struct plan_settings *settings)
{
    free(settings->path);
    free(settings->items);
    arena_release(&settings->texts);
    *settings = (struct plan_settings){0};
}

bool plan_settings_are_beside(const struct plan_settings *settings, const char *plan_path)
{
    size_t folder = (size_t)(name_of(plan_path) - plan_path);
    return (size_t)(name_of(settings->path) - settings->path) == folder &&
           strncmp(settings->path, plan_path, folder) == 0;
}

static void apply(const struct plan_setting *setting, struct read_options *options)
{
    switch (setting->key) {
    case KEY_ID:
        options->id = options->id != NULL ? options->id : setting->text;
        break;
    case KEY_ORGANISATION:
        options->organisation =
            options->organisation != NULL ? options->organisation : setting->text;
        break;
    case KEY_YEAR:
        options->year = options->year != 0 ? options->year : (int)setting->number;
        break;
    case KEY_UNIT:
        options->unit = options->unit != 0 ? options->unit : setting->number;
        break;
    case KEY_MARK:
        options->decimal_mark =
            options->decimal_mark != '\0' ? options->decimal_mark : *setting->text;
        break;
    case KEY_SHEET:
        options->sheet = options->sheet != NULL ? options->sheet : setting->text;
        break;
    case KEY_ROLE:
        break;
    }
}

/* Returns whether the command line sets the role itself, or says what the column is. */
static bool is_overruled(const struct role_choices *given, const struct role_choice *choice)
{
    for (size_t i = 0; i < given->count; i++)
        if ((given->items[i].role == choice->role && choice->role != ROLE_NONE) ||
            text_compare(given->items[i].heading, choice->heading) == 0)
            return true;
    return false;
}

struct role_choice *plan_settings_apply(const struct plan_settings *settings, const char *plan_path,
                                        struct read_options *options)
{
    size_t folder = (size_t)(name_of(settings->path) - settings->path);
    struct strbuf name = {0};
    struct role_choices given = options->choices;
    struct role_choice *roles = memory_alloc((given.count + settings->count + 1) * sizeof *roles);
    size_t count = given.count;
    if (count > 0)
        memcpy(roles, given.items, count * sizeof *roles);
    text_add_path(&name, plan_path + folder);
    for (size_t i = 0; i < settings->count; i++) {
        const struct plan_setting *setting = &settings->items[i];
        if (strcmp(setting->file, strbuf_text(&name)) != 0)
            continue;
        apply(setting, options);
        if (setting->key == KEY_ROLE && !is_overruled(&given, &setting->role))
            roles[count++] = setting->role;
    }
    strbuf_release(&name);
    options->choices = (struct role_choices){roles, count};
    return roles;
}
