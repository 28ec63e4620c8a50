// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/text.h"
#include "plan/task_id.h"
#include "view/document/document.h"
#include "write/plan_table.h"
#include "write/plan_text.h"
#include "write/plan_write.h"

#include <stdlib.h>

static void write_heading(struct document *document, const struct section *section)
{
    struct strbuf heading = {0}, printable = {0};
    section_add_name(&heading, section->code, section->title);
    text_add_printable(&printable, heading.text, false);
    document_heading(document, 2, printable.text);
    strbuf_release(&heading);
    strbuf_release(&printable);
}

static void write_head(struct document *document, struct plan_table *table,
                       struct document_column *columns)
{
    plan_table_head(table);
    for (size_t i = 0; i < table->width; i++) {
        const struct field *field = plan_table_field(i);
        bool figures = i == 0 || (field != NULL && field->kind == FIELD_MONEY);
        columns[i] = (struct document_column){table->row[i], figures};
    }
    document_table(document, columns, table->width, NULL);
}

static void write_section(struct document *document, struct plan_table *table,
                          const struct section *section, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    struct document_column *columns = memory_alloc(table->width * sizeof *columns);
    write_heading(document, section);
    write_head(document, table, columns);
    for (size_t i = 0; i < plan->task_count; i++) {
        if (plan->tasks[i]->section != section || !plan_extract_has(extract, plan->tasks[i]))
            continue;
        plan_table_task(table, plan->tasks[i]);
        document_row(document, DOCUMENT_ROW, table->row);
    }
    free(columns);
}

int plan_write_md(const struct plan_extract *extract, FILE *out, struct error *error)
{
    (void)error;
    const struct plan *plan = extract->plan;
    struct document document = {.format = &document_markdown, .out = out};
    struct plan_table table;
    struct strbuf lines = {0};
    plan_table_init(&table, plan);
    plan_text_add_preamble(&lines, extract);
    document_lines(&document, strbuf_text(&lines));
    for (size_t s = 0; s < plan->section_count; s++)
        if (plan_extract_has_section(extract, plan->sections[s]))
            write_section(&document, &table, plan->sections[s], extract);
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, extract);
    document_lines(&document, strbuf_text(&lines));
    strbuf_release(&lines);
    plan_table_release(&table);
    return 0;
}
