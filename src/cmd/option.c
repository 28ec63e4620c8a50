// SPDX-License-Identifier: MIT
#include "cmd/option.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"

#include <stdlib.h>
#include <string.h>

/* ---- Taking a command line apart ---- */

static bool is_named(const struct option *option, const char *name, size_t length)
{
    return strncmp(option->name, name, length) == 0 && option->name[length] == '\0';
}

static const struct option *find_in_group(const struct option_group *group, const char *name,
                                          size_t length)
{
    for (size_t i = 0; i < group->count; i++)
        if (is_named(&group->items[i], name, length))
            return &group->items[i];
    return NULL;
}

static const struct option *find_in_uses(const struct option_use *uses, const char *name,
                                         size_t length, size_t *offset)
{
    for (; uses != NULL && uses->group != NULL; uses++) {
        const struct option *option = find_in_group(uses->group, name, length);
        if (option == NULL)
            continue;
        *offset = uses->offset + option->offset;
        return option;
    }
    return NULL;
}

/* The option of any command: by its name alone it is known whether a value follows. */
static const struct option *find_in_commands(const struct cmd *const *commands, const char *name,
                                             size_t length)
{
    size_t offset;
    const struct option *option = find_in_uses(global_options, name, length, &offset);
    for (; *commands != NULL && option == NULL; commands++)
        option = find_in_uses((*commands)->options, name, length, &offset);
    return option;
}

static const struct option *find_letter_in(const struct option_use *uses, char letter)
{
    for (; uses != NULL && uses->group != NULL; uses++)
        for (size_t i = 0; i < uses->group->count; i++)
            if (uses->group->items[i].letter == letter)
                return &uses->group->items[i];
    return NULL;
}

/* A letter means one option wherever it has a meaning. */
static const struct option *find_letter(const struct cmd *const *commands, char letter)
{
    const struct option *option = find_letter_in(global_options, letter);
    for (; *commands != NULL && option == NULL; commands++)
        option = find_letter_in((*commands)->options, letter);
    return option;
}

static void add_operand(struct command_line *line, const char *operand)
{
    line->operands = memory_grow((void *)line->operands, line->operand_count,
                                 &line->operand_capacity, sizeof *line->operands);
    line->operands[line->operand_count++] = operand;
}

/* The options of the command, and those of every one, with their dashes; the caller frees it. */
static const char **list_names(const struct cmd *cmd, struct strbuf *text)
{
    const struct option_use *lists[] = {cmd != NULL ? cmd->options : NULL, global_options};
    size_t count = 0, capacity = 0, *starts = NULL;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const struct option_use *use = lists[i]; use != NULL && use->group != NULL; use++)
            for (size_t j = 0; j < use->group->count; j++) {
                starts = memory_grow(starts, count, &capacity, sizeof *starts);
                starts[count++] = text->length;
                strbuf_addf(text, "--%s", use->group->items[j].name);
                strbuf_addc(text, '\0');
            }
    const char **names = memory_alloc((count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = text->text + starts[i];
    names[count] = NULL;
    free(starts);
    return names;
}

static int no_such_option(const struct cmd *cmd, const char *argument, struct error *error)
{
    struct strbuf text = {0};
    const char **names = list_names(cmd, &text);
    char *typed = memory_copy(argument, strcspn(argument, "="));
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    error_set(error, ERROR_USAGE, "no option «%s»%s", text_quote_all(quoted, typed),
              suggest(hint, typed, names));
    free(typed);
    free((void *)names);
    strbuf_release(&text);
    return -1;
}

void option_add_help(struct strbuf *out, const struct option *option, const struct cmd *cmd)
{
    const char *help = _(option->help), *list = strstr(help, "%s");
    strbuf_add(out, help, list != NULL ? (size_t)(list - help) : strlen(help));
    if (list == NULL)
        return;
    const char **formats = format_words(cmd != NULL ? cmd->formats : ~0U, false);
    const char *const *words = option->source == VALUES_FORMATS ? formats : option->words;
    for (size_t i = 0; words[i] != NULL; i++)
        strbuf_addf(out, "%s%s", i == 0 ? "" : words[i + 1] == NULL ? _(" or ") : ", ", words[i]);
    strbuf_adds(out, list + 2);
    free((void *)formats);
}

static int needs_value(const struct cmd *cmd, const struct option *option, struct error *error)
{
    struct strbuf help = {0};
    option_add_help(&help, option, cmd);
    error_set(error, ERROR_USAGE, "--%s needs a value: %s", option->name, help.text);
    strbuf_release(&help);
    return -1;
}

void command_line_add(struct command_line *line, struct typed_option option)
{
    line->options =
        memory_grow(line->options, line->option_count, &line->capacity, sizeof *line->options);
    line->options[line->option_count++] = option;
}

/* Keeps an option; its value is `value`, else the next argument. */
static int add_option(struct command_line *line, const struct option *option, const char *value,
                      char **argv, int argc, int *at, struct error *error)
{
    if (option->value != NULL && value == NULL) {
        if (*at == argc) {
            line->awaiting = option;
            return needs_value(line->cmd, option, error);
        }
        value = argv[(*at)++];
    }
    if (option->value != NULL && *value == '\0')
        return error_set(error, ERROR_USAGE, "--%s has an empty value", option->name);
    command_line_add(line, (struct typed_option){option->name, value, NULL, NULL});
    return 0;
}

/* «-hV», «-sIII»: letters, of which the last may take a value. */
static int parse_letters(struct command_line *line, const struct cmd *const *commands,
                         const char *argument, char **argv, int argc, int *at, struct error *error)
{
    for (const char *letter = argument + 1; *letter != '\0'; letter++) {
        const struct option *option = find_letter(commands, *letter);
        const char *rest = letter[1] != '\0' ? letter + 1 : NULL;
        if (option == NULL)
            return no_such_option(line->cmd, argument, error);
        bool takes = option->value != NULL;
        if (add_option(line, option, takes ? rest : NULL, argv, argc, at, error) != 0)
            return -1;
        if (takes)
            return 0;
    }
    return 0;
}

/* One argument that begins with a dash, and the value after it; moves *at past both. */
static int parse_option(struct command_line *line, const struct cmd *const *commands, char **argv,
                        int argc, int *at, struct error *error)
{
    const char *argument = argv[(*at)++], *name = argument + 2;
    size_t length = strcspn(name, "=");
    if (argument[1] != '-')
        return parse_letters(line, commands, argument, argv, argc, at, error);
    const struct option *option = find_in_commands(commands, name, length);
    const char *value = name[length] == '=' ? name + length + 1 : NULL;
    if (option == NULL)
        return no_such_option(line->cmd, argument, error);
    if (option->value == NULL && value != NULL)
        return error_set(error, ERROR_USAGE, "--%s takes no value", option->name);
    return add_option(line, option, value, argv, argc, at, error);
}

static int take_operand(struct command_line *line, const struct cmd *const *commands,
                        const char *operand, struct error *error)
{
    if (line->cmd == NULL)
        return cmd_find(commands, operand, &line->cmd, error);
    add_operand(line, operand);
    return 0;
}

int command_line_parse(struct command_line *line, const struct cmd *const *commands, int argc,
                       char **argv, struct error *error)
{
    for (int i = 1; i < argc;) {
        bool dashed = !line->options_ended && argv[i][0] == '-' && argv[i][1] != '\0';
        line->at = i;
        if (dashed && strcmp(argv[i], "--") == 0) {
            line->options_ended = true;
            i++;
        } else if (dashed ? parse_option(line, commands, argv, argc, &i, error) != 0
                          : take_operand(line, commands, argv[i++], error) != 0) {
            line->unknown = dashed ? 0 : line->at;
            return -1;
        }
    }
    return 0;
}

void command_line_release(struct command_line *line)
{
    free((void *)line->operands);
    free(line->options);
    *line = (struct command_line){0};
}

/* ---- Reading options into their fields ---- */

static void init_field(const struct option *option, void *field)
{
    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)field = false;
        break;
    case OPTION_TEXT:
        *(const char **)field = NULL;
        break;
    case OPTION_TEXTS:
        *(struct option_values *)field = (struct option_values){0};
        break;
    case OPTION_WORD:
        *(int *)field = option->otherwise;
        break;
    case OPTION_NUMBER:
        *(size_t *)field = option->unset;
        break;
    case OPTION_DATE:
        *(struct date *)field = (struct date){0};
        break;
    case OPTION_FILTER:
        *(struct query *)field = (struct query){0};
        break;
    }
}

static void release_field(const struct option *option, void *field)
{
    if (option->kind == OPTION_TEXTS) {
        free((void *)((struct option_values *)field)->items);
        *(struct option_values *)field = (struct option_values){0};
    } else if (option->kind == OPTION_FILTER) {
        query_release(field);
    }
}

static void walk_fields(const struct option_target *target,
                        void (*visit)(const struct option *option, void *field))
{
    for (const struct option_use *use = target->uses; use != NULL && use->group != NULL; use++)
        for (size_t i = 0; i < use->group->count; i++)
            visit(&use->group->items[i],
                  (char *)target->values + use->offset + use->group->items[i].offset);
}

void options_init(const struct option_target *target)
{
    walk_fields(target, init_field);
}

void options_release(const struct option_target *target)
{
    walk_fields(target, release_field);
}

const struct option *option_find(const struct option_use *uses, const char *name)
{
    size_t offset;
    return find_in_uses(uses, name, strlen(name), &offset);
}

void *option_use_find(const struct option_use *uses, const struct option_group *group, void *values)
{
    for (; uses != NULL && uses->group != NULL; uses++)
        if (uses->group == group)
            return (char *)values + uses->offset;
    return NULL;
}

int option_read_number(const char *what, const char *value, size_t min, size_t max, size_t *number,
                       struct error *error)
{
    enum { MOST_DIGITS = 18 }; /* of what a size_t holds in any case */
    size_t digits = strspn(value, "0123456789");
    bool whole = digits > 0 && digits <= MOST_DIGITS && value[digits] == '\0';
    *number = whole ? strtoul(value, NULL, 10) : 0;
    if (whole && *number >= min && *number <= max)
        return 0;
    char quoted[TEXT_QUOTE_SIZE];
    text_quote_all(quoted, value);
    if (max == SIZE_MAX)
        return error_set(error, ERROR_USAGE, "%s «%s»: expected a whole number", what, quoted);
    return error_set(error, ERROR_USAGE, "%s «%s»: expected a number from %zu to %zu", what, quoted,
                     min, max);
}

/* «today», «yesterday», «-7d», «+14d»: so many days from today. */
static bool read_days(const char *value, int *days)
{
    enum { DIGITS_MOST = 5 };
    size_t digits = strspn(value + (*value != '\0'), "0123456789");
    *days = strcmp(value, "yesterday") == 0 ? -1 : 0;
    if (*days != 0 || strcmp(value, "today") == 0)
        return true;
    if ((*value != '-' && *value != '+') || digits == 0 || digits > DIGITS_MOST ||
        strcmp(value + 1 + digits, "d") != 0)
        return false;
    *days = atoi(value + 1) * (*value == '-' ? -1 : 1);
    return true;
}

int option_read_date(const char *what, const char *value, const struct option_clock *clock,
                     struct date *date, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    int days;
    if (date_parse(value, date))
        return 0;
    if (read_days(value, &days)) {
        *date = date_add_days(date_is_set(clock->as_of) ? clock->as_of : clock->today(), days);
        return 0;
    }
    return error_set(error, ERROR_USAGE,
                     "%s «%s»: expected a date as 2021-06-30 or 30/06/2021, or today, yesterday, "
                     "-7d or +14d",
                     what, text_quote_all(quoted, value));
}

static int read_word(const struct option *option, const char *value, int *index,
                     struct error *error)
{
    for (*index = 0; option->words[*index] != NULL; ++*index)
        if (strcmp(option->words[*index], value) == 0)
            return 0;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "--%s cannot be «%s»%s", option->name,
                     text_quote_all(quoted, value), suggest_among(hint, value, option->words));
}

static int read_field(const struct option *option, const char *value,
                      const struct option_clock *clock, void *field, struct error *error)
{
    char dashed[40];
    snprintf(dashed, sizeof dashed, "--%s", option->name);
    struct option_values *values = field;
    switch (option->kind) {
    case OPTION_FLAG:
        *(bool *)field = true;
        return 0;
    case OPTION_TEXT:
        *(const char **)field = value;
        return 0;
    case OPTION_TEXTS:
        values->items = memory_grow((void *)values->items, values->count, &values->capacity,
                                    sizeof *values->items);
        values->items[values->count++] = value;
        return 0;
    case OPTION_WORD:
        return read_word(option, value, field, error);
    case OPTION_NUMBER:
        return option_read_number(dashed, value, option->min, option->max, field, error);
    case OPTION_DATE:
        return option_read_date(dashed, value, clock, field, error);
    case OPTION_FILTER:
        return query_add(field, option->filter, value, error);
    }
    return -1;
}

/* A value that settings say is wrong where it stands. */
static int locate_error(const struct typed_option *typed, struct error *error)
{
    if (typed->setting == NULL)
        return -1;
    error->code = ERROR_DATA;
    error->path = typed->settings->path;
    error->location = typed->setting->location;
    return -1;
}

int options_read(const struct command_line *line, const struct option_target *targets,
                 const char *taker, const struct option_clock *clock, struct error *error)
{
    for (size_t i = 0; i < line->option_count; i++) {
        const struct typed_option *typed = &line->options[i];
        const struct option *option = NULL;
        const struct option_target *target = targets;
        size_t offset = 0;
        for (; target->uses != NULL && option == NULL; target++)
            option = find_in_uses(target->uses, typed->name, strlen(typed->name), &offset);
        if (option == NULL)
            return error_set(error, ERROR_USAGE, "%s takes no --%s", taker, typed->name);
        if (read_field(option, typed->value, clock, (char *)target[-1].values + offset, error) != 0)
            return locate_error(typed, error);
    }
    return 0;
}
