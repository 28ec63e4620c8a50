// SPDX-License-Identifier: MIT
/* Findings a line each: as compilers write them, and as commands of GitHub Actions. */
#include "base/escape.h"
#include "base/text.h"
#include "view/finding_view.h"

#include <string.h>

/* A finding, or an error, which has no rule. */
struct line {
    enum severity severity;
    const char *path, *rule, *message;
    const struct location *location;
};

static void add_file(struct strbuf *out, const char *path)
{
    struct strbuf text = {0};
    text_add_path(&text, strcmp(path, "-") == 0 ? "<stdin>" : path);
    text_add_printable(out, strbuf_text(&text), false);
    strbuf_release(&text);
}

/* «plan.xlsx:12:3: warning: KH 2021!C12: blank: expected an amount [budget-missing]» */
static void add_gcc(struct strbuf *out, const struct line *line)
{
    add_file(out, line->path);
    if (line->location->line > 0)
        strbuf_addf(out, ":%zu", line->location->line);
    if (line->location->column > 0)
        strbuf_addf(out, ":%zu", line->location->column);
    strbuf_addf(out, ": %s: ", severity_names[line->severity]);
    if (line->location->cell[0] != '\0')
        strbuf_addf(out, "%s: ", line->location->cell);
    text_add_printable(out, line->message, false);
    if (line->rule != NULL)
        strbuf_addf(out, " [%s]", line->rule);
    strbuf_addc(out, '\n');
}

static void add_property(struct strbuf *out, const char *name, size_t value)
{
    if (value > 0)
        strbuf_addf(out, ",%s=%zu", name, value);
}

/* «::warning file=plan.csv,line=48,col=196,title=budget-missing::blank: expected an amount» */
static void add_github(struct strbuf *out, const struct line *line)
{
    static const char *const commands[SEVERITIES] = {
        [SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning", [SEVERITY_NOTE] = "notice"};
    struct strbuf file = {0};
    add_file(&file, line->path);
    strbuf_addf(out, "::%s file=", commands[line->severity]);
    escape_add_workflow(out, file.text, true);
    add_property(out, "line", line->location->line);
    add_property(out, "col", line->location->column);
    if (line->rule != NULL)
        strbuf_addf(out, ",title=%s", line->rule);
    strbuf_adds(out, "::");
    if (line->location->cell[0] != '\0') {
        escape_add_workflow(out, line->location->cell, false);
        strbuf_adds(out, ": ");
    }
    escape_add_workflow(out, line->message, false);
    strbuf_addc(out, '\n');
    strbuf_release(&file);
}

static void write_lines(const struct records *records, FILE *out,
                        void (*add)(struct strbuf *out, const struct line *line))
{
    struct strbuf text = {0};
    for (size_t i = 0; i < records->row_count; i++) {
        const struct finding *finding = ((const struct finding_row *)records->rows[i])->finding;
        const struct line line = {finding->severity, finding_path(finding), finding->rule->name,
                                  finding->message, &finding->location};
        strbuf_clear(&text);
        add(&text, &line);
        fwrite(text.text, 1, text.length, out);
    }
    strbuf_release(&text);
}

static struct line line_of_error(const struct error *error, const char *text)
{
    return (struct line){SEVERITY_ERROR, error->path, NULL, text, &error->location};
}

static void write_gcc(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    write_lines(records, out, add_gcc);
}

static void add_gcc_error(struct strbuf *out, const struct error *error, const char *text)
{
    const struct line line = line_of_error(error, text);
    add_gcc(out, &line);
}

static void write_github(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    write_lines(records, out, add_github);
}

static void add_github_error(struct strbuf *out, const struct error *error, const char *text)
{
    const struct line line = line_of_error(error, text);
    add_github(out, &line);
}

extern const struct row_format rows_gcc, rows_github;
const struct row_format rows_gcc = {.write = write_gcc, .add_error = add_gcc_error};
const struct row_format rows_github = {.write = write_github, .add_error = add_github_error};
