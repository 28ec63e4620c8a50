// SPDX-License-Identifier: MIT
#include "write/plan_write_xlsx.h"

#include "plan/tree.h"
#include "write/plan_table.h"
#include "write/plan_text.h"

#include <string.h>

struct writer {
    const struct plan_extract *extract;
    struct xlsx_workbook *workbook;
    struct plan_table table;
    size_t row;
};

enum { FIGURES_MAX = 15 };

static const uint32_t header_fill = 0xD9E2F3, section_fill = 0xF2F2F2;

/* ---- Lines around the table ---- */

static bool is_title(const struct writer *writer, const char *line)
{
    return writer->extract->plan->title != NULL && strcmp(line, writer->extract->plan->title) == 0;
}

/* Each line in a row of its own, as wide as the table. */
static void add_lines(struct writer *writer, const char *lines, bool below)
{
    struct strbuf line = {0};
    while (strbuf_take_line(&line, &lines)) {
        bool title = !below && is_title(writer, line.text);
        struct xlsx_style style = {.bold = title || below,
                                   .italic = !title && !below,
                                   .align = below ? XLSX_LEFT : XLSX_CENTRE};
        xlsx_workbook_add_merged(writer->workbook, writer->row++, 0, writer->table.width - 1,
                                 line.text, style);
    }
    strbuf_release(&line);
}

/* ---- The table ---- */

/* The heading of a column without one: a blank cell would end the header before it. */
static const char no_name[] = " ";

static void add_header(struct writer *writer)
{
    struct plan_table *table = &writer->table;
    struct xlsx_style style = {
        .bold = true, .frame = true, .align = XLSX_CENTRE, .fill = header_fill};
    plan_table_head(table);
    for (size_t i = 0; i < table->width; i++)
        xlsx_workbook_add_text(writer->workbook, writer->row, i,
                               *table->row[i] != '\0' ? table->row[i] : no_name, style);
    writer->row++;
}

/* The title goes as far as the budget's column. */
static void add_heading(struct writer *writer)
{
    struct plan_table *table = &writer->table;
    struct xlsx_style style = {.bold = true, .frame = true, .fill = section_fill};
    struct xlsx_style figure = style;
    size_t budget = table->column_of[TASK_BUDGET];
    figure.align = XLSX_RIGHT;
    xlsx_workbook_add_text(writer->workbook, writer->row, 0, table->row[0], style);
    xlsx_workbook_add_merged(writer->workbook, writer->row, 1, budget - 1, table->row[1], style);
    for (size_t i = budget; i < table->width; i++)
        xlsx_workbook_add_text(writer->workbook, writer->row, i, table->row[i],
                               i == budget ? figure : style);
    writer->row++;
}

/* A task's number is a figure of a few digits, or else a text: «1.2», «03». */
static void add_number(struct writer *writer, const char *number, struct xlsx_style style)
{
    size_t length = number != NULL ? strlen(number) : 0, value = 0;
    bool figure =
        length > 0 && length < 9 && *number != '0' && strspn(number, "0123456789") == length;
    for (size_t i = 0; i < length && figure; i++)
        value = value * 10 + (size_t)(number[i] - '0');
    style.align = XLSX_CENTRE;
    if (figure)
        xlsx_workbook_add_number(writer->workbook, writer->row, 0, (double)value, style);
    else
        xlsx_workbook_add_text(writer->workbook, writer->row, 0, number, style);
}

/* An amount is a number if a spreadsheet's fifteen figures hold it, else the table's text. */
static void add_budget(struct writer *writer, const struct task *task, size_t column,
                       struct xlsx_style style)
{
    char figure[MONEY_TEXT_SIZE];
    int64_t unit = writer->extract->plan->unit;
    money_format(figure, task->budget.vnd, unit, 0, '.');
    const char *mark = strchr(figure, '.');
    size_t figures = strlen(figure) - (mark != NULL);
    style.align = XLSX_RIGHT;
    style.decimals = mark != NULL ? (unsigned)strlen(mark + 1) : 0;
    if (task->budget.kind == BUDGET_AMOUNT && figures <= FIGURES_MAX)
        xlsx_workbook_add_number(writer->workbook, writer->row, column,
                                 (double)task->budget.vnd / (double)unit, style);
    else
        xlsx_workbook_add_text(writer->workbook, writer->row, column, writer->table.row[column],
                               style);
}

static void add_row(struct writer *writer, const struct task *row)
{
    bool group = row_kind(row) == ROW_GROUP;
    struct xlsx_style style = {.frame = true, .bold = group, .fill = group ? section_fill : 0};
    add_number(writer, writer->table.row[0], style);
    for (size_t i = 1; i < writer->table.width; i++)
        if (i == writer->table.column_of[TASK_BUDGET])
            add_budget(writer, row, i, style);
        else
            xlsx_workbook_add_text(writer->workbook, writer->row, i, writer->table.row[i], style);
    writer->row++;
}

static void add_rows(struct writer *writer)
{
    struct plan_lines lines;
    plan_lines_init(&lines, writer->extract);
    for (size_t i = 0; i < lines.count; i++) {
        plan_table_row(&writer->table, &lines.items[i]);
        if (plan_line_is_heading(&lines.items[i]))
            add_heading(writer);
        else
            add_row(writer, lines.items[i].row);
    }
    plan_lines_release(&lines);
}

static void add_plan(struct writer *writer)
{
    struct strbuf lines = {0};
    xlsx_workbook_add_sheet(writer->workbook, "Kế hoạch");
    for (size_t i = 0; i < writer->table.width; i++)
        xlsx_workbook_set_width(writer->workbook, i, plan_table_column_width(&writer->table, i));
    plan_text_add_preamble(&lines, writer->extract);
    add_lines(writer, strbuf_text(&lines), false);
    xlsx_workbook_set_header(writer->workbook, writer->row);
    add_header(writer);
    add_rows(writer);
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, writer->extract);
    add_lines(writer, strbuf_text(&lines), true);
    strbuf_release(&lines);
}

int plan_write_xlsx(const struct plan_extract *extract, FILE *out, struct error *error)
{
    struct writer writer = {.extract = extract,
                            .workbook = xlsx_workbook_new(extract->progress->as_of, error)};
    if (writer.workbook == NULL)
        return -1;
    plan_table_init(&writer.table, extract->plan);
    add_plan(&writer);
    plan_table_release(&writer.table);
    int status = plan_write_xlsx_add_status(writer.workbook, extract, error);
    if (status == 0) {
        plan_write_xlsx_add_progress(writer.workbook, extract);
        status = xlsx_workbook_write(writer.workbook, out, error);
    }
    xlsx_workbook_free(writer.workbook);
    return status;
}
