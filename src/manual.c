// SPDX-License-Identifier: MIT
/*
 * Writes a page of the manual: `manual LANG TEMPLATE`. A template is mdoc(7) in which a line that
 * begins with @ stands for what the program's own tables say, so that the two cannot disagree:
 *
 *   @command NAME    a command's head: its name, its synopsis, and what its help says of it
 *   @page NAME N     the head of another page, up to the first section's heading
 *   @options         its options; @options all: those of every command
 *   @columns, @formats, @commands, @rules
 *   @examples        those of its help
 *   @schedule TEXT   a row of a table: how a schedule's words are read, in a plan of 2021
 */
#include "base/file.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "plan/check/check.h"
#include "plan/schedule/schedule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLAN_YEAR = 2021 };

struct page {
    const struct cmd *cmd;
    bool wrong;
};

static void write_escaped(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\\')
            fputs("\\e", stdout);
        else if (text[i] == '-')
            fputs("\\-", stdout);
        else
            putchar(text[i]);
    }
}

/* A line as it is; it is no macro. */
static void write_line(const char *text, size_t length)
{
    if (length > 0 && (*text == '.' || *text == '\''))
        fputs("\\&", stdout);
    write_escaped(text, length);
    putchar('\n');
}

/* Returns the number of bytes that go into one line: at most a sentence, and no more than an
 * editor shows. */
static size_t line_length(const char *text, size_t length)
{
    enum { LONGEST = 72 }; /* a hyphen takes two, escaped */
    size_t end = 0;
    for (size_t i = 0, width = 0; i < length; i++) {
        width += text[i] == '-' ? 2 : 1;
        if (width > LONGEST && end > 0)
            return end;
        if (text[i] == ' ')
            end = i;
        if (text[i] == ' ' && i > 0 && strchr(".?!", text[i - 1]) != NULL)
            return i;
    }
    return length;
}

/* Text that is filled. */
static void write_text(const char *text, size_t length)
{
    while (length > 0) {
        size_t part = line_length(text, length);
        write_line(text, part);
        part += part < length; /* the space */
        text += part;
        length -= part;
    }
}

/* One argument of a macro, which is not called though it has a macro's name. */
static void write_argument(const char *text)
{
    fputs(" \"\\&", stdout);
    for (; *text != '\0'; text++) {
        if (*text == '"')
            putchar('"'); /* doubled */
        write_escaped(text, 1);
    }
    putchar('"');
}

static void write_heading(const char *heading)
{
    printf(".Sh %s\n", heading);
}

/* ---- help: paragraphs, lines that are indented, and at its end examples ---- */

static const char example_start[] = "  cchc ";

static const char *end_of_line(const char *line)
{
    const char *end = strchr(line, '\n');
    return end != NULL ? end : line + strlen(line);
}

/* Returns the beginning of the last lines of a help, which are all examples. */
static const char *find_examples(const char *help)
{
    const char *examples = NULL;
    for (const char *line = help; *line != '\0';) {
        const char *end = end_of_line(line);
        bool is_one = strncmp(line, example_start, sizeof example_start - 1) == 0;
        examples = !is_one ? NULL : examples != NULL ? examples : line;
        line = end + (*end == '\n');
    }
    return examples != NULL ? examples : help + strlen(help);
}

/* The help without the examples and the line that announces them. */
static size_t prose_length(const char *help)
{
    const char *end = find_examples(help);
    if (*end == '\0')
        return (size_t)(end - help);
    for (end--; end > help && end[-1] != '\n';)
        end--;
    return (size_t)(end - help);
}

static void write_prose(const char *help)
{
    const char *end = help + prose_length(help);
    bool literal = false;
    for (const char *line = help, *next; line < end; line = next + 1) {
        next = end_of_line(line);
        bool indented = *line == ' ';
        if (indented != literal)
            puts(indented ? ".Bd -literal -offset indent -compact" : ".Ed");
        literal = indented;
        if (next == line && next + 1 < end)
            puts(".Pp");
        else if (next > line)
            (indented ? write_line : write_text)(line, (size_t)(next - line));
    }
    if (literal)
        puts(".Ed");
}

static void write_examples(const struct page *page)
{
    const char *line = find_examples(_(page->cmd->details));
    write_heading(_("EXAMPLES"));
    for (const char *next; *line != '\0'; line = next + (*next == '\n')) {
        next = end_of_line(line);
        fputs(".Dl $ ", stdout);
        write_line(line + 2, (size_t)(next - line) - 2);
    }
}

/* ---- tables ---- */

static void write_option(const struct option *option, const struct cmd *cmd)
{
    struct strbuf help = {0};
    fputs(".It", stdout);
    if (option->letter != 0)
        printf(" Fl %c ,", option->letter);
    fputs(" Fl \\-", stdout);
    write_escaped(option->name, strlen(option->name));
    if (option->value != NULL) {
        fputs(" Ar", stdout);
        write_argument(_(option->value));
    }
    putchar('\n');
    option_add_help(&help, option, cmd);
    write_text(help.text, help.length);
    strbuf_release(&help);
}

static void write_group(const struct option_use *uses, const struct option_group *group,
                        const struct cmd *cmd)
{
    puts(".Bl -tag -width Ds");
    for (size_t i = 0; i < group->count; i++)
        if (option_find(uses, group->items[i].name) == &group->items[i])
            write_option(&group->items[i], cmd);
    puts(".El");
}

/* Each group under the words that head it in help, without their line breaks. */
static void write_options(const struct page *page, const char *which)
{
    const struct cmd *cmd = strcmp(which, "all") == 0 ? NULL : page->cmd;
    const struct option_use *uses = cmd != NULL ? cmd->options : global_options;
    if (uses == NULL)
        return;
    bool begun = false;
    write_heading(_("OPTIONS"));
    for (; uses->group != NULL; uses++) {
        const char *line = _(uses->group->heading);
        if (begun)
            puts(".Pp");
        begun = true;
        for (const char *next; *line != '\0'; line = next + (*next == '\n')) {
            next = end_of_line(line);
            write_text(line, (size_t)(next - line));
        }
        write_group(cmd != NULL ? cmd->options : global_options, uses->group, cmd);
    }
}

static void write_item(const char *name, const char *words)
{
    fputs(".It Cm", stdout);
    write_argument(name);
    putchar('\n');
    write_text(words, strlen(words));
}

static void write_columns(const struct page *page, const char *unused)
{
    const struct column *column;
    (void)unused;
    write_heading(_("COLUMNS"));
    puts(".Bl -tag -width completion_percent -compact");
    for (size_t i = 0; (column = column_table_at(page->cmd->columns, i)) != NULL; i++)
        write_item(column->name, _(column->help));
    puts(".El");
}

static void write_formats(const struct page *page, const char *unused)
{
    const char **words = format_words(page->cmd->formats, false);
    (void)unused;
    write_heading(_("FORMATS"));
    for (size_t i = 0; words[i] != NULL; i++) {
        fputs(".Cm", stdout);
        write_argument(words[i]);
        puts(words[i + 1] != NULL ? " ," : "");
    }
    free((void *)words);
}

static void write_commands(const struct page *page, const char *unused)
{
    (void)page, (void)unused;
    puts(".Bl -tag -width timeline -compact");
    for (const struct cmd *const *cmd = cmd_table; *cmd != NULL; cmd++) {
        printf(".It Xr cchc-%s 1\n", (*cmd)->name);
        write_text(_((*cmd)->summary), strlen(_((*cmd)->summary)));
    }
    puts(".El");
}

static void write_rules(const struct page *page, const char *unused)
{
    (void)page, (void)unused;
    puts(".Bl -tag -width budget-unspecified -compact");
    for (size_t i = 0; i < check_rule_count; i++) {
        const struct check_rule *rule = &check_rules[i];
        struct strbuf words = {0};
        strbuf_addf(&words, "%s: %s", severity_names[rule->severity], _(rule->explanation));
        write_item(rule->name, words.text);
        strbuf_release(&words);
    }
    puts(".El");
}

static void add_day(struct strbuf *cell, struct date date)
{
    if (date_is_set(date))
        strbuf_addf(cell, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void write_schedule(const struct page *page, const char *text)
{
    struct arena arena = {0};
    struct strbuf days = {0};
    struct schedule schedule = schedule_parse(&arena, text, PLAN_YEAR);
    (void)page;
    fputs(".It", stdout);
    write_argument(text);
    putchar('\n');
    fputs(".Cm", stdout);
    write_argument(schedule_kind_names[schedule.kind]);
    putchar('\n');
    for (unsigned i = 0; i < schedule.count; i++) {
        const struct milestone *milestone = &schedule.milestones[i];
        strbuf_adds(&days, i > 0 ? "; " : "");
        strbuf_adds(&days, milestone->name != NULL ? milestone->name : "");
        if (date_is_set(milestone->start) || date_is_set(milestone->due)) {
            strbuf_adds(&days, milestone->name != NULL ? " " : "");
            add_day(&days, milestone->start);
            strbuf_adds(&days, date_is_set(milestone->start) ? " … " : "… ");
            add_day(&days, milestone->due);
        }
    }
    if (days.length > 0)
        write_text(days.text, days.length);
    strbuf_release(&days);
    arena_release(&arena);
}

/* ---- the page ---- */

static void write_head(const char *title)
{
    printf(".Dd %s\n.Dt %s\n.Os\n", MANUAL_DATE, title);
    write_heading(_("NAME"));
}

static void write_page(const struct page *page, const char *title)
{
    (void)page;
    write_head(title);
}

static void write_command(struct page *page, const char *name)
{
    struct error error = {0};
    if (cmd_find(cmd_table, name, &page->cmd, &error) != 0) {
        page->wrong = true;
        return;
    }
    const struct cmd *cmd = page->cmd;
    struct strbuf capital = {0};
    strbuf_adds(&capital, "CCHC-");
    for (const char *c = name; *c != '\0'; c++)
        strbuf_addc(&capital, (char)(*c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c));
    strbuf_adds(&capital, " 1");
    write_head(capital.text);
    strbuf_release(&capital);
    printf(".Nm cchc-%s\n.Nd ", name);
    write_text(_(cmd->summary), strlen(_(cmd->summary)));
    write_heading(_("SYNOPSIS"));
    printf(".Nm cchc\n.Op Ar %s\n.Cm %s\n.Op Ar %s\n", _("options"), name, _("options"));
    if (*cmd->operands != '\0') {
        fputs(".Ar", stdout);
        write_argument(_(cmd->operands));
        putchar('\n');
    }
    write_heading(_("DESCRIPTION"));
    write_prose(_(cmd->details));
}

static void write_examples_of(const struct page *page, const char *unused)
{
    (void)unused;
    write_examples(page);
}

static const struct {
    const char *name;
    void (*write)(const struct page *page, const char *argument);
    bool of_command;
} directives[] = {
    {"options", write_options, false},   {"columns", write_columns, true},
    {"formats", write_formats, true},    {"examples", write_examples_of, true},
    {"commands", write_commands, false}, {"rules", write_rules, false},
    {"schedule", write_schedule, false}, {"page", write_page, false},
};

/* «@name argument»; an unknown one is a mistake of the template. */
static void expand(struct page *page, char *line)
{
    char *argument = line + strcspn(line, " ");
    if (*argument == ' ')
        *argument++ = '\0';
    if (strcmp(line, "command") == 0) {
        write_command(page, argument);
        return;
    }
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
        if (strcmp(directives[i].name, line) == 0 &&
            (page->cmd != NULL || !directives[i].of_command)) {
            directives[i].write(page, argument);
            return;
        }
    page->wrong = true;
}

static bool use_language(const char *name)
{
    for (int i = 0; lang_names[i] != NULL; i++)
        if (strcmp(lang_names[i], name) == 0) {
            message_use((enum lang)i);
            return true;
        }
    return false;
}

int main(int argc, char **argv)
{
    struct strbuf template = {0}, line = {0};
    struct page page = {0};
    if (argc != 3 || !use_language(argv[1]) || file_read(&template, argv[2]) != 0) {
        fputs("usage: manual LANG TEMPLATE\n", stderr);
        return EXIT_FAILURE;
    }
    const char *text = strbuf_text(&template);
    for (size_t number = 1; strbuf_take_line(&line, &text); number++) {
        if (*strbuf_text(&line) != '@') {
            puts(strbuf_text(&line));
            continue;
        }
        expand(&page, line.text + 1);
        if (page.wrong) {
            fprintf(stderr, "%s:%zu: no such directive or command\n", argv[2], number);
            return EXIT_FAILURE;
        }
    }
    strbuf_release(&line);
    strbuf_release(&template);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_SUCCESS : EXIT_FAILURE;
}
