// SPDX-License-Identifier: MIT
#include "read/table/header_report.h"

#include "base/letters.h"
#include "base/message.h"
#include "base/text.h"
#include "read/table/table_text.h"

#include <stdio.h>
#include <string.h>

struct report {
    struct plan_builder *builder;
    struct table *table;
    const struct table_header *header;
};

/* Adds an error at a cell of the header. Returns it, NULL if it is only counted. */
__attribute__((format(printf, 3, 4))) static struct error *
add_header_error(const struct report *report, size_t cell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct error *error =
        error_list_vadd(report->builder->errors, report->table->path, format, arguments);
    va_end(arguments);
    if (error != NULL)
        report->table->locate(report->table, report->header->offset, cell, &error->location);
    return error;
}

/* «Kinh phí» (G) */
struct column_name {
    char quoted[TEXT_QUOTE_SIZE], buffer[COLUMN_LETTERS_SIZE];
    const char *heading, *letters;
};

static void name_column(struct column_name *name, const struct report *report, size_t column)
{
    name->heading = text_quote_all(name->quoted, report->header->headings[column]);
    name->letters = column_letters(name->buffer, column);
}

/* Either of two columns, or of two roles, settles it. */
static void settle_by_roles(struct error *error, enum column_role role, const char *column,
                            enum column_role other, const char *other_column)
{
    if (error == NULL)
        return;
    error_settle(error, SETTLED_BY_ROLES);
    snprintf(error->settling[0], sizeof error->settling[0], "%s=%s", column_role_names[role],
             column);
    snprintf(error->settling[1], sizeof error->settling[1], "%s=%s", column_role_names[other],
             other_column);
}

static void report_twice(const struct report *report, const struct role_problem *problem)
{
    const struct table_header *header = report->header;
    enum column_role role = problem->role;
    struct column_name name, other;
    name_column(&name, report, problem->column);
    name_column(&other, report, problem->other);
    if (role == ROLE_UNKNOWN)
        add_header_error(report, problem->column, "column «%s»: a second column for the %s",
                         name.heading, task_columns.items[header->key_of[problem->column]].name);
    else
        settle_by_roles(add_header_error(report, problem->column,
                                         "columns «%s» (%s) and «%s» (%s) could both be the %s",
                                         other.heading, other.letters, name.heading, name.letters,
                                         column_role_names[role]),
                        role, other.letters, role, name.letters);
}

static void report_undecided(const struct report *report, const struct role_problem *problem)
{
    struct column_name name;
    name_column(&name, report, problem->column);
    const char *what = problem->role == ROLE_BUDGET     ? _("figures")
                       : problem->role == ROLE_SCHEDULE ? _("times")
                                                        : _("offices");
    settle_by_roles(
        add_header_error(report, problem->column,
                         "column «%s» (%s) holds %s, and no heading says that it is the %s",
                         name.heading, name.letters, what, column_role_names[problem->role]),
        problem->role, name.letters, ROLE_NONE, name.letters);
}

static void report_untitled(const struct report *report)
{
    add_header_error(
        report, 0, "no column of this header is the title: expected a heading such as «Nhiệm vụ»");
    error_list_settle(report->builder->errors, SETTLED_BY_TITLE);
}

static void report_problem(const struct report *report, const struct role_problem *problem)
{
    switch (problem->kind) {
    case ROLE_TWICE:
        report_twice(report, problem);
        break;
    case ROLE_UNDECIDED:
        report_undecided(report, problem);
        break;
    case ROLE_NO_TITLE:
        report_untitled(report);
        break;
    }
}

static void report_choices(const struct report *report)
{
    const struct role_choices *choices = &report->builder->choices;
    const struct table_header *header = report->header;
    for (size_t i = 0; i < choices->count; i++) {
        bool used = false;
        for (size_t j = 0; j < header->width && !used; j++)
            used = header->columns[j].choice == &choices->items[i];
        char quoted[TEXT_QUOTE_SIZE];
        if (!used)
            add_header_error(report, 0, "role %s=%s: no column has this heading or letter",
                             column_role_names[choices->items[i].role],
                             text_quote_all(quoted, choices->items[i].heading));
    }
}

static void report_unit(const struct report *report)
{
    const struct table_header *header = report->header;
    size_t column = 0;
    while (column + 1 < header->width && header->columns[column].reading.unit == 0)
        column++;
    char quoted[TEXT_QUOTE_SIZE];
    add_header_error(report, column, TABLE_TEXT_WRONG_UNIT,
                     text_quote_all(quoted, header->headings[column]));
}

enum settlement header_report_nearest(struct strbuf *out, const struct header_rows *rows)
{
    struct strbuf text = {0};
    char quoted[TEXT_QUOTE_SIZE];
    for (size_t i = 0; i < rows->nearest.count; i++) {
        const char *cell = rows->nearest.cells[i];
        if (*cell != '\0')
            strbuf_addf(&text, "%s%s", text.length > 0 ? " | " : "", cell);
    }
    strbuf_addf(out,
                rows->nearest_has_title
                    ? _("«%s» looks most like a header, but says too little beside the title: "
                        "expected more headings such as TT, Cơ quan chủ trì, Thời gian")
                    : _("«%s» looks most like a header, but no column is the title: expected a "
                        "heading such as Nhiệm vụ"),
                text_quote_all(quoted, strbuf_text(&text)));
    strbuf_release(&text);
    return rows->nearest_has_title ? SETTLED_BY_ROLE : SETTLED_BY_TITLE;
}

void header_report(struct plan_builder *builder, struct table *table,
                   const struct table_header *header)
{
    struct report report = {builder, table, header};
    for (size_t i = 0; i < header->problems.count; i++)
        report_problem(&report, &header->problems.items[i]);
    if (header->official)
        report_choices(&report);
    if (header->unit == MONEY_UNIT_WRONG)
        report_unit(&report);
}
