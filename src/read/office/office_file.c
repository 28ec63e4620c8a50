// SPDX-License-Identifier: MIT
#include "read/office/office_file.h"

#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/xml.h"
#include "read/office/docx.h"
#include "read/office/package.h"
#include "read/office/xlsx.h"

#include <string.h>

int office_file_error(const struct source *source, const struct error *error,
                      struct error_list *errors)
{
    struct error *added = error_list_add(errors, source->path, "%s", error->text);
    error_list_set_code(errors, added, error->code);
    if (added != NULL)
        added->location = error->location;
    return error_list_settle(errors, error->settles);
}

/* Keeps the name of the first element and ends the reading. */
static void note_root(struct xml *xml, const char *name)
{
    struct strbuf *root = xml_context(xml);
    strbuf_adds(root, name);
    xml_fail(xml, "read far enough");
}

static int refuse_archive(const struct zip_reader *zip, struct error *error)
{
    if (zip_reader_has(zip, "mimetype") && zip_reader_has(zip, "content.xml"))
        return error_set(error, ERROR_DATA,
                         "this is an OpenDocument file (.ods, .odt): save it as .xlsx or .docx, or "
                         "install LibreOffice");
    return error_set(error, ERROR_DATA,
                     "this archive is no Excel or Word file: expected .xlsx or .docx");
}

static int read_main_part(struct grid_file *file, struct zip_reader *zip, const char *part,
                          const char *path, struct error *error)
{
    static const struct xml_events events = {.start = note_root};
    const char *ending = strrchr(part, '.');
    struct strbuf root = {0};
    int status;
    if (ending != NULL && strcmp(ending, ".bin") == 0)
        return error_set(error, ERROR_DATA,
                         "this is a binary Excel file (.xlsb): save it as .xlsx");
    xml_read(zip, part, &events, &root, error);
    if (strcmp(strbuf_text(&root), "workbook") == 0)
        status = xlsx_read(file, zip, part, path, error);
    else if (strcmp(strbuf_text(&root), "document") == 0)
        status = docx_read(file, zip, part, path, error);
    else if (root.length > 0)
        status = error_set(error, ERROR_DATA,
                           "this office file has neither sheets nor text: expected .xlsx or .docx");
    else
        status = -1; /* as the XML says */
    strbuf_release(&root);
    return status;
}

int office_file_read(struct grid_file *file, const struct source *source, struct error_list *errors)
{
    struct relations relations = {0};
    struct error error = {0};
    struct zip_reader *zip = zip_reader_open(source->text, source->length, &error);
    int status = zip != NULL ? relations_read(&relations, zip, "", &error) : -1;
    if (status == 0) {
        const char *part = relations_by_type(&relations, "officeDocument");
        status = part != NULL ? read_main_part(file, zip, part, source->path, &error)
                              : refuse_archive(zip, &error);
    }
    if (status == 0)
        status = zip_reader_check(zip, &error);
    relations_release(&relations);
    zip_reader_close(zip);
    return status == 0 ? 0 : office_file_error(source, &error, errors);
}

/* The names of the tables that could be meant: «A», «B» (hidden). */
static void add_names(struct strbuf *text, const struct grid_file *file)
{
    enum { NAMES_MAX = 8 };
    for (size_t i = 0; i < file->table_count && i < NAMES_MAX; i++) {
        char quoted[TEXT_QUOTE_SIZE];
        const struct grid_table *table = &file->tables[i];
        strbuf_adds(text, i > 0 ? ", " : "");
        if (file->document)
            strbuf_addf(text, "%zu", i + 1);
        else
            strbuf_addf(text, table->hidden ? _("«%s» (hidden)") : "«%s»",
                        text_quote(quoted, table->name, strlen(table->name)));
    }
    strbuf_adds(text, file->table_count > NAMES_MAX ? ", …" : "");
}

int office_file_refuse(const struct grid_file *file, const struct source *source,
                       enum error_code code, const char *problem, struct error_list *errors)
{
    struct strbuf names = {0};
    struct error error;
    add_names(&names, file);
    if (names.length > 0 && file->document)
        error_set(&error, code, "%s; the file has the tables %s", problem, names.text);
    else if (names.length > 0)
        error_set(&error, code, "%s; the file has the sheets %s", problem, names.text);
    else if (file->document)
        error_set(&error, code, "%s; the file has no tables", problem);
    else
        error_set(&error, code, "%s; the file has no sheets", problem);
    strbuf_release(&names);
    return office_file_error(source, &error, errors);
}

/* Returns whether a cell is interpreted: words in notes and in columns without a role stay as
 * they are. */
static bool is_read(const struct table_header *header, const struct grid_row *row, uint32_t column)
{
    const char *role = column < header->width ? table_header_role(header, column) : "";
    if (row->line < header->first_line)
        return false;
    return role != NULL && strcmp(role, column_role_names[ROLE_NONE]) != 0 &&
           strcmp(role, column_role_names[ROLE_NOTE]) != 0;
}

/* Without its own amount a task is still what it is; without one of several sources' it is not. */
static bool is_amount(const struct table_header *header, uint32_t column)
{
    return header->part_count == 0 && (int)column == header->column_of[COLUMN_BUDGET];
}

int office_file_check_cells(struct grid_table *table, const struct table_header *header,
                            const struct source *source, struct error_list *errors)
{
    const struct grid *grid = table->grid;
    int status = 0;
    for (size_t r = table->first; r < table->last; r++)
        for (size_t i = 0; i < grid->rows[r].count; i++) {
            const struct grid_cell *cell = &grid->cells[grid->rows[r].first + i];
            char quoted[TEXT_QUOTE_SIZE];
            struct error error;
            if (cell->mark != GRID_FAILED ||
                (header != NULL && !is_read(header, &grid->rows[r], cell->column)))
                continue;
            error_set(&error, ERROR_DATA, "«%s»: expected a value: mend the cell and save again",
                      text_quote(quoted, cell->text, strlen(cell->text)));
            table->table.locate(&table->table, r, cell->column, &error.location);
            office_file_error(source, &error, errors);
            if (header != NULL && is_amount(header, cell->column))
                errors->in_cells++;
            else
                status = -1;
        }
    return status;
}
