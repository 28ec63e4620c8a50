// SPDX-License-Identifier: MIT
#include "read/plan_settings.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/money.h"
#include "base/path.h"
#include "base/strbuf.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum setting_key { KEY_ID, KEY_ORGANISATION, KEY_YEAR, KEY_UNIT, KEY_MARK, KEY_SHEET, KEY_ROLE };

static const char *const key_names[] = {"id",           "organisation", "year",      "plan-unit",
                                        "decimal-mark", "sheet",        "role.ROLE", NULL};

/* What `[office]` may say, and where it goes. */
static const struct {
    const char *name;
    size_t offset; /* of a text in struct office */
} office_keys[] = {
    {"name", offsetof(struct office, name)},
    {"superior", offsetof(struct office, superior)},
    {"place", offsetof(struct office, place)},
    {"position", offsetof(struct office, position)},
    {"signer", offsetof(struct office, signer)},
    {"addressee", offsetof(struct office, addressee)},
    {"recipients", offsetof(struct office, recipients)},
    {"symbol", offsetof(struct office, symbol)},
};
enum { OFFICE_KEYS = sizeof office_keys / sizeof *office_keys };

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

/* Part of a line of the source. */
struct span {
    const char *text;
    size_t length;
};

static struct span trim(const char *text, size_t length)
{
    struct span span = {text_trim(text, &length), length};
    return (struct span){span.text, length};
}

static const char *keep(struct reading *reading, struct span span)
{
    struct strbuf composed = {0};
    text_add_nfc(&composed, span.text, span.length);
    const char *kept =
        arena_intern(&reading->settings->texts, strbuf_text(&composed), composed.length);
    strbuf_release(&composed);
    return kept;
}

static size_t offset_of(const struct reading *reading, struct span span)
{
    return (size_t)(span.text - reading->source->text);
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* «[plan FILE]»; the name goes to the bracket at the line's end, spaces and brackets included. */
static void begin_section(struct reading *reading, struct span line)
{
    static const char kind[] = "plan";
    enum { KIND = sizeof kind - 1 };
    char quoted[TEXT_QUOTE_SIZE];
    struct span inside = trim(line.text + 1, line.length - 2);
    bool closed = line.length > 1 && line.text[line.length - 1] == ']';
    bool known = closed && inside.length > KIND && strncmp(inside.text, kind, KIND) == 0 &&
                 (inside.text[KIND] == ' ' || inside.text[KIND] == '\t');
    reading->file = NULL;
    reading->outside_section = false;
    reading->of_office = closed && inside.length == strlen("office") &&
                         strncmp(inside.text, "office", inside.length) == 0;
    if (reading->of_office)
        return;
    if (!known) {
        source_error(reading->source, offset_of(reading, line), reading->errors,
                     "section «%s»: expected [plan FILE] or [office]",
                     text_quote(quoted, line.text, line.length));
        return;
    }
    struct span name = trim(inside.text + KIND, inside.length - KIND);
    const char *file = keep(reading, name);
    char *path = path_sibling(reading->settings->path, file);
    if (strchr(file, '/') != NULL || access(path, F_OK) != 0)
        source_error(reading->source, offset_of(reading, name), reading->errors,
                     "no file «%s» beside it", text_quote_all(quoted, file));
    else
        reading->file = file;
    free(path);
}

static int find_key(struct span name)
{
    for (int key = 0; key < KEY_ROLE; key++)
        if (strlen(key_names[key]) == name.length &&
            strncmp(key_names[key], name.text, name.length) == 0)
            return key;
    return name.length > 5 && strncmp(name.text, "role.", 5) == 0 ? KEY_ROLE : -1;
}

static int refuse_value(const struct reading *reading, struct span value, const char *key,
                        const char *expected)
{
    char quoted[TEXT_QUOTE_SIZE];
    return source_error(reading->source, offset_of(reading, value), reading->errors,
                        "%s «%s»: expected %s", key, text_quote(quoted, value.text, value.length),
                        expected);
}

static int read_year(const struct reading *reading, struct plan_setting *setting, struct span value)
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

static int read_unit(const struct reading *reading, struct plan_setting *setting, struct span value)
{
    for (size_t i = 0; money_unit_names[i] != NULL; i++)
        if (strcmp(setting->text, money_unit_names[i]) == 0)
            setting->number = money_named_units[i];
    return setting->number != 0
               ? 0
               : refuse_value(reading, value, "plan-unit", _("vnd, thousand, million or billion"));
}

/* A role is read as --role's: «lead=Đơn vị thực hiện». */
static int read_role(struct reading *reading, struct plan_setting *setting, struct span line)
{
    struct strbuf both = {0};
    struct error error;
    size_t length = (size_t)((const char *)memchr(line.text, '=', line.length) - line.text);
    struct span role = trim(line.text + 5, length - 5);
    strbuf_add(&both, role.text, role.length);
    strbuf_addf(&both, "=%s", setting->text);
    const char *kept = arena_intern(&reading->settings->texts, both.text, both.length);
    strbuf_release(&both);
    if (role_choice_parse(kept, &setting->role, &error) == 0)
        return 0;
    return source_error(reading->source, offset_of(reading, line), reading->errors, "%s",
                        error.text);
}

static int read_value(struct reading *reading, struct plan_setting *setting, struct span value,
                      struct span line)
{
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
static bool is_said(const struct plan_settings *settings, const char *file, enum setting_key key)
{
    for (size_t i = 0; i < settings->count && key != KEY_ROLE; i++)
        if (settings->items[i].file == file && settings->items[i].key == key)
            return true;
    return false;
}

static int refuse_key(const struct reading *reading, struct span line, struct span name)
{
    char quoted[TEXT_QUOTE_SIZE], hint[SUGGESTION_SIZE];
    text_quote(quoted, name.text, name.length);
    return source_error(reading->source, offset_of(reading, line), reading->errors,
                        "no setting «%s»%s", quoted, suggest_among(hint, quoted, key_names));
}

static int read_office(struct reading *reading, struct span line, struct span name,
                       struct span value)
{
    const char *names[OFFICE_KEYS + 1] = {NULL};
    char quoted[TEXT_QUOTE_SIZE], hint[SUGGESTION_SIZE];
    for (size_t i = 0; i < OFFICE_KEYS; i++) {
        names[i] = office_keys[i].name;
        if (strlen(names[i]) != name.length || strncmp(names[i], name.text, name.length) != 0)
            continue;
        const char **text =
            (const char **)((char *)&reading->settings->office + office_keys[i].offset);
        if (*text != NULL)
            return source_error(reading->source, offset_of(reading, line), reading->errors,
                                "%s stands twice for the office", names[i]);
        *text = keep(reading, value);
        return 0;
    }
    text_quote(quoted, name.text, name.length);
    return source_error(reading->source, offset_of(reading, line), reading->errors,
                        "no setting «%s»%s", quoted, suggest_among(hint, quoted, names));
}

static int read_setting(struct reading *reading, struct span line)
{
    char quoted[TEXT_QUOTE_SIZE];
    const char *equals = memchr(line.text, '=', line.length);
    size_t length = equals != NULL ? (size_t)(equals - line.text) : line.length;
    struct span name = trim(line.text, length);
    struct span value =
        equals != NULL ? trim(equals + 1, line.length - length - 1) : (struct span){line.text, 0};
    int key = find_key(name);
    struct plan_settings *settings = reading->settings;
    if (reading->outside_section || value.length == 0)
        return source_error(reading->source, offset_of(reading, line), reading->errors,
                            "line «%s»: expected %s", text_quote(quoted, line.text, line.length),
                            reading->outside_section ? "[plan FILE]" : _("KEY = VALUE"));
    if (reading->of_office)
        return read_office(reading, line, name, value);
    if (reading->file == NULL)
        return -1;
    if (key < 0)
        return refuse_key(reading, line, name);
    struct plan_setting setting = {
        .file = reading->file, .key = (enum setting_key)key, .text = keep(reading, value)};
    if (is_said(settings, setting.file, setting.key))
        return source_error(reading->source, offset_of(reading, line), reading->errors,
                            "%s stands twice for one plan", key_names[key]);
    if (read_value(reading, &setting, value, line) != 0)
        return -1;
    settings->items =
        memory_grow(settings->items, settings->count, &settings->capacity, sizeof *settings->items);
    settings->items[settings->count++] = setting;
    return 0;
}

static void read_lines(struct reading *reading)
{
    const char *text = reading->source->text;
    size_t left = reading->source->length;
    while (left > 0) {
        size_t length = source_line_length(text, left);
        struct span line = trim(text, length);
        if (line.length > 0 && *line.text == '[')
            begin_section(reading, line);
        else if (line.length > 0 && *line.text != '#')
            read_setting(reading, line);
        text += length;
        left -= length;
    }
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

/* Whether the command line says itself which columns have that role, or what that column is. */
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
    struct strbuf name = {0};
    struct role_choices given = options->choices;
    struct role_choice *roles = memory_alloc((given.count + settings->count + 1) * sizeof *roles);
    size_t count = given.count;
    if (count > 0)
        memcpy(roles, given.items, count * sizeof *roles);
    text_add_path(&name, name_of(plan_path));
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

void office_lines_add(struct strbuf *out, const struct office *office)
{
    for (size_t i = 0; i < OFFICE_KEYS; i++) {
        const char *text = *(const char *const *)((const char *)office + office_keys[i].offset);
        if (text != NULL)
            strbuf_addf(out, "%s=%s\n", office_keys[i].name, text);
    }
}

void office_lines_read(struct office *office, const char *lines, struct arena *arena)
{
    struct strbuf line = {0};
    while (strbuf_take_line(&line, &lines)) {
        size_t length = strcspn(line.text, "=");
        for (size_t i = 0; i < OFFICE_KEYS && line.text[length] == '='; i++) {
            const char **text = (const char **)((char *)office + office_keys[i].offset);
            if (strlen(office_keys[i].name) == length &&
                strncmp(office_keys[i].name, line.text, length) == 0)
                *text = arena_copy(arena, line.text + length + 1, line.length - length - 1);
        }
    }
    strbuf_release(&line);
}
