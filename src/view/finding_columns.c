// SPDX-License-Identifier: MIT
#include "view/finding_view.h"

#include "base/message.h"
#include "base/text.h"

#include <string.h>

static const struct finding *finding_of(const void *row)
{
    return ((const struct finding_row *)row)->finding;
}

static struct value get_severity(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(severity_names[finding_of(row)->severity]);
}

/* By gravity, not by name. */
static int compare_severities(const void *a, const void *b, bool reverse)
{
    int order = (int)finding_of(a)->severity - (int)finding_of(b)->severity;
    return reverse ? -order : order;
}

static struct value get_rule(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(finding_of(row)->rule->name);
}

static struct value get_file(const void *row, struct strbuf *scratch)
{
    text_add_path(scratch, finding_path(finding_of(row)));
    return value_text(strbuf_text(scratch));
}

static struct value value_position(size_t position)
{
    return position > 0 ? value_integer((int64_t)position) : value_none();
}

static struct value get_line(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_position(finding_of(row)->location.line);
}

static struct value get_column(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_position(finding_of(row)->location.column);
}

static struct value get_location(const void *row, struct strbuf *scratch)
{
    const struct location *location = &finding_of(row)->location;
    if (location->cell[0] != '\0')
        return value_text(location->cell);
    if (location->line == 0)
        return value_none();
    strbuf_addf(scratch, "%zu", location->line);
    if (location->column > 0)
        strbuf_addf(scratch, ":%zu", location->column);
    return value_text(strbuf_text(scratch));
}

/* In the order of the document. */
static int compare_locations(const void *a, const void *b, bool reverse)
{
    const struct location *x = &finding_of(a)->location, *y = &finding_of(b)->location;
    int order = x->line != y->line ? (x->line > y->line) - (x->line < y->line)
                                   : (x->column > y->column) - (x->column < y->column);
    return reverse ? -order : order;
}

static struct value get_id(const void *row, struct strbuf *scratch)
{
    finding_add_id(scratch, finding_of(row), ((const struct finding_row *)row)->with_plan);
    return value_text(scratch->length > 0 ? scratch->text : NULL);
}

static struct value get_message(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(finding_of(row)->message);
}

/* People see the rule here, to ignore it by. */
static struct value show_message(const void *row, struct strbuf *scratch)
{
    const struct finding *finding = finding_of(row);
    strbuf_addf(scratch, "%s [%s]", finding->message, finding->rule->name);
    return value_text(scratch->text);
}

static const struct column columns[] = {
    {"severity", N_("Severity"), N_("error, warning or note"), get_severity, .translatable = true,
     .compare = compare_severities},
    {"rule", N_("Rule"), N_("the rule that found it"), get_rule, .weight = 0},
    {"file", N_("File"), N_("the plan's path as it was given"), get_file, .weight = 0},
    {"line", N_("Line"), N_("from 1; of a sheet, the row"), get_line, .right = true},
    {"column", N_("Column"), N_("in characters, from 1; of a sheet, the cell in the row"),
     get_column, .right = true},
    {"place", N_("Place"), N_("line and column as 5:216, or a sheet's cell"), get_location,
     .table_only = true, .compare = compare_locations},
    {"id", N_("ID"), N_("the task, as III.2, or the section; of several plans, which one"), get_id,
     .weight = 0},
    {"message", N_("Message"), N_("what stands there, and what was expected"), get_message,
     .weight = 6, .show = show_message},
};

const struct column_table finding_columns = COLUMN_TABLE(columns, "severity,place,id,message");
const struct column_table finding_columns_unheaded =
    COLUMN_TABLE(columns, "severity,file,place,id,message");

static const struct check_rule *rule_of(const void *row)
{
    return row;
}

static struct value get_rule_name(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(rule_of(row)->name);
}

static struct value get_rule_severity(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(severity_names[rule_of(row)->severity]);
}

static int compare_rule_severities(const void *a, const void *b, bool reverse)
{
    int order = (int)rule_of(a)->severity - (int)rule_of(b)->severity;
    return reverse ? -order : order;
}

static struct value get_explanation(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(rule_of(row)->explanation);
}

static const struct column rule_items[] = {
    {"rule", N_("Rule"), N_("its name, to ignore it by"), get_rule_name, .weight = 0},
    {"severity", N_("Severity"), N_("error, warning or note"), get_rule_severity,
     .translatable = true, .compare = compare_rule_severities},
    {"explanation", N_("Finds"), N_("what it finds"), get_explanation, .weight = 1,
     .translatable = true},
};

const struct column_table rule_columns = COLUMN_TABLE(rule_items, "rule,severity,explanation");

void finding_add_file_heading(const void *row, struct strbuf *out)
{
    const struct finding *finding = finding_of(row);
    const char *path = finding_path(finding);
    text_add_path(out, strcmp(path, "-") == 0 ? _("standard input") : path);
    if (((const struct finding_row *)row)->shared_file)
        strbuf_addf(out, ": %s", finding->plan->id);
}

bool finding_same_file(const void *a, const void *b)
{
    return finding_of(a)->plan == finding_of(b)->plan && finding_of(a)->path == finding_of(b)->path;
}

void finding_add_counts(struct strbuf *out, const struct finding_list *findings, enum lang lang)
{
    const size_t *counts = findings->severity_count;
    if (counts[SEVERITY_ERROR] > 0)
        lang_add_plural(out, lang, counts[SEVERITY_ERROR], "error", "errors");
    strbuf_adds(out, out->length > 0 && counts[SEVERITY_WARNING] > 0 ? ", " : "");
    if (counts[SEVERITY_WARNING] > 0)
        lang_add_plural(out, lang, counts[SEVERITY_WARNING], "warning", "warnings");
    strbuf_adds(out, out->length > 0 && counts[SEVERITY_NOTE] > 0 ? ", " : "");
    if (counts[SEVERITY_NOTE] > 0)
        lang_add_plural(out, lang, counts[SEVERITY_NOTE], "note", "notes");
    if (findings->count == 0)
        strbuf_adds(out, _("no findings"));
}
