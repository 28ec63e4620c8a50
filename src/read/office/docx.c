// SPDX-License-Identifier: MIT
#include "read/office/docx.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "base/xml.h"
#include "read/office/docx_columns.h"
#include "read/office/docx_numbering.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A cell that others below it may be merged with. */
enum merging { MERGE_NONE, MERGE_BEGINS, MERGE_GOES_ON };

struct reader {
    struct grid_file *file;
    struct grid *grid;
    const char *path;
    struct docx_numbering *numbering;
    size_t skipped;   /* elements open in what is not read, from its own on; 0: in none */
    size_t depth;     /* of tables */
    size_t line;      /* rows and paragraphs so far */
    size_t paragraph; /* outside tables */
    struct strbuf text;
    bool collecting, hidden; /* in text that is read; in a run that is not printed */

    struct docx_number number;
    bool mark_deleted;          /* the paragraph goes on in the next */
    bool broken;                /* a line break is due before the cell's next paragraph */
    const char *unknown_number; /* the kind of a number in the cell that cannot be computed */

    size_t table_row, table_merge, row; /* where the table begins; the row's number in it */
    struct docx_columns columns;
    struct grid_merge open[DOCX_COLUMNS_MAX]; /* merged downwards so far; columns 0: none */
    bool row_deleted, row_added;
    size_t column, span;
    enum merging merging;
};

static void locate(struct table *table, size_t row_offset, size_t cell, struct location *location)
{
    const struct grid_row *row = &((const struct grid_table *)table)->grid->rows[row_offset];
    char name[32], rest[40] = "";
    if (row->group == 0)
        snprintf(name, sizeof name, _("paragraph %zu"), row->number);
    else {
        snprintf(name, sizeof name, _("table %u"), (unsigned)row->group);
        snprintf(rest, sizeof rest, _(", row %zu, column %zu"), row->number, cell + 1);
    }
    location_set_cell(location, name, rest);
    location->line = row->line;
    location->column = row->group == 0 ? 0 : cell + 1;
}

static void refuse(struct xml *xml, const char *problem)
{
    if (problem != NULL)
        xml_fail(xml, "%s", _(problem));
}

/* ---- Text ---- */

static void add_text(struct xml *xml, const char *text, size_t length)
{
    struct reader *reader = xml_context(xml);
    if (reader->text.length + length > GRID_CELL_TEXT_MAX)
        xml_fail(xml, "a cell or paragraph of over 1 MiB of text");
    else
        strbuf_add(&reader->text, text, length);
}

static void on_text(struct xml *xml, const char *text, size_t length)
{
    struct reader *reader = xml_context(xml);
    if (reader->collecting && reader->skipped == 0)
        add_text(xml, text, length);
}

/* Reads a run: its text, and the characters that are elements. */
static void start_in_run(struct xml *xml, struct reader *reader, const char *name)
{
    static const struct {
        const char *name, *text;
    } characters[] = {{"tab", " "}, {"ptab", " "}, {"noBreakHyphen", "-"}, {"sym", "□"}};
    if (reader->hidden)
        return;
    reader->collecting = strcmp(name, "t") == 0;
    if (strcmp(name, "br") == 0 || strcmp(name, "cr") == 0)
        add_text(xml, reader->depth > 0 ? "\n" : " ", 1);
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        if (strcmp(name, characters[i].name) == 0)
            add_text(xml, characters[i].text, strlen(characters[i].text));
}

static void start_paragraph(struct xml *xml, struct reader *reader)
{
    reader->number = (struct docx_number){.list = -1, .level = -1};
    reader->mark_deleted = false;
    if (reader->broken)
        add_text(xml, "\n", 1);
    reader->broken = false;
}

static void start_in_paragraph_properties(struct xml *xml, struct reader *reader, const char *name)
{
    const char *value = xml_attribute(xml, "val");
    if (strcmp(name, "pStyle") == 0)
        snprintf(reader->number.style, sizeof reader->number.style, "%s",
                 value != NULL ? value : "");
    else if (strcmp(xml_parent(xml), "numPr") == 0 && strcmp(name, "numId") == 0)
        reader->number.list = (int)xml_number(xml, "val", INT32_MAX, 0);
    else if (strcmp(xml_parent(xml), "numPr") == 0 && strcmp(name, "ilvl") == 0)
        reader->number.level = (int)xml_number(xml, "val", NUMBERING_LEVELS - 1, 0);
}

static void end_paragraph_properties(struct xml *xml, struct reader *reader)
{
    struct strbuf label = {0};
    if (reader->mark_deleted || reader->row_deleted)
        return;
    const char *unknown = docx_numbering_count(reader->numbering, &reader->number, &label);
    if (unknown != NULL)
        reader->unknown_number = unknown;
    if (label.length > 0) {
        strbuf_addc(&label, ' ');
        add_text(xml, label.text, label.length);
    }
    strbuf_release(&label);
}

static const char *add_row(struct reader *reader, uint32_t group, size_t number)
{
    return grid_add_row(reader->grid,
                        (struct grid_row){.line = reader->line, .number = number, .group = group});
}

static const char *add_cell(struct reader *reader, const char *text, size_t length, char mark)
{
    struct grid_cell cell = {arena_intern(&reader->file->strings, text, length),
                             (uint32_t)reader->column, mark};
    return grid_add_cell(reader->grid, cell, length);
}

/* Outside tables a paragraph is a row of one cell. */
static void end_paragraph(struct xml *xml, struct reader *reader)
{
    if (reader->depth > 0) {
        reader->broken = !reader->mark_deleted;
        return;
    }
    if (reader->mark_deleted)
        return;
    reader->paragraph++;
    if (!table_cell_is_blank(strbuf_text(&reader->text))) {
        reader->line++;
        reader->column = 0;
        const char *problem = add_row(reader, 0, reader->paragraph);
        refuse(xml, problem != NULL ? problem
                                    : add_cell(reader, reader->text.text, reader->text.length, 0));
    }
    reader->unknown_number = NULL;
    strbuf_clear(&reader->text);
}

/* ---- Tables ---- */

static void start_table(struct xml *xml, struct reader *reader)
{
    if (reader->depth++ > 0)
        return;
    if (reader->file->table_count == DOCX_TABLES_MAX)
        xml_fail(xml, "too many tables: expected at most %d", DOCX_TABLES_MAX);
    reader->table_row = reader->grid->row_count;
    reader->table_merge = reader->grid->merge_count;
    reader->row = 0;
    reader->columns = (struct docx_columns){0};
    strbuf_clear(&reader->text); /* of a paragraph whose mark was deleted */
}

static void close_merge(struct xml *xml, struct reader *reader, size_t column)
{
    struct grid_merge *merge = &reader->open[column];
    if (merge->columns > 1 || (merge->columns == 1 && merge->last > merge->first))
        refuse(xml, grid_add_merge(reader->grid, *merge));
    merge->columns = 0;
}

static void end_table(struct xml *xml, struct reader *reader)
{
    char name[32];
    if (--reader->depth > 0)
        return;
    for (size_t i = 0; i < DOCX_COLUMNS_MAX; i++)
        close_merge(xml, reader, i);
    docx_columns_align(&reader->columns, reader->grid, reader->table_row, reader->table_merge);
    uint32_t group = (uint32_t)reader->file->table_count + 1;
    snprintf(name, sizeof name, _("table %u"), (unsigned)group);
    grid_file_add_table(reader->file,
                        (struct grid_table){
                            .table = {.path = reader->path, .locate = locate},
                            .grid = reader->grid,
                            .name = arena_intern(&reader->file->strings, name, strlen(name)),
                            .first = reader->table_row,
                            .last = reader->grid->row_count,
                            .width = reader->columns.best_count,
                            .group = group,
                            .last_group = group,
                        });
}

static void start_row(struct reader *reader)
{
    reader->line++;
    reader->row++;
    reader->column = 0;
    reader->row_deleted = reader->row_added = false;
}

static void end_row(struct reader *reader)
{
    if (!reader->row_deleted)
        docx_columns_end_row(&reader->columns);
    reader->columns.row_count = 0;
    reader->row_deleted = false;
}

static void start_cell(struct reader *reader)
{
    strbuf_clear(&reader->text);
    reader->broken = false;
    reader->unknown_number = NULL;
    reader->span = 1;
    reader->merging = MERGE_NONE;
}

/* Keeps the area that the cell begins or goes on; true if its text is another cell's. */
static bool merge_cell(struct xml *xml, struct reader *reader)
{
    struct grid_merge *open = &reader->open[reader->column];
    if (reader->merging == MERGE_GOES_ON && open->columns == reader->span) {
        open->last = reader->line;
        return true;
    }
    for (size_t i = reader->column; i < reader->column + reader->span; i++)
        close_merge(xml, reader, i);
    *open = (struct grid_merge){.first = reader->line,
                                .last = reader->line,
                                .column = (uint32_t)reader->column,
                                .columns = (uint32_t)reader->span};
    if (reader->merging != MERGE_BEGINS)
        close_merge(xml, reader, reader->column);
    return false;
}

static const char *keep_cell(struct reader *reader)
{
    static const char unknown[] = N_("an automatic number of the kind «%s»");
    const char *text = strbuf_text(&reader->text), *problem = NULL;
    if (reader->unknown_number == NULL && table_cell_is_blank(text))
        return NULL;
    if (!reader->row_added)
        problem = add_row(reader, (uint32_t)reader->file->table_count + 1, reader->row);
    reader->row_added = true;
    if (problem != NULL || reader->unknown_number == NULL)
        return problem != NULL ? problem : add_cell(reader, text, reader->text.length, 0);
    struct strbuf failed = {0};
    strbuf_addf(&failed, _(unknown), reader->unknown_number);
    problem = add_cell(reader, failed.text, failed.length, GRID_FAILED);
    strbuf_release(&failed);
    return problem;
}

static void end_cell(struct xml *xml, struct reader *reader)
{
    if (reader->column + reader->span > DOCX_COLUMNS_MAX ||
        !docx_columns_add_cell(&reader->columns, (uint32_t)reader->column))
        xml_fail(xml, "too many columns: expected at most %u", DOCX_COLUMNS_MAX);
    else if (reader->row_deleted && reader->merging == MERGE_BEGINS)
        xml_fail(xml, "a tracked deletion of merged cells: accept or reject the changes in Word");
    else if (!reader->row_deleted && !merge_cell(xml, reader))
        refuse(xml, keep_cell(reader));
    reader->column += reader->span;
    strbuf_clear(&reader->text);
    reader->broken = false;
}

static void start_in_properties(struct xml *xml, struct reader *reader, const char *name)
{
    const char *parent = xml_parent(xml), *value = xml_attribute(xml, "val");
    if (strcmp(name, "gridSpan") == 0)
        reader->span = xml_number(xml, "val", DOCX_COLUMNS_MAX, 1);
    else if (strcmp(name, "vMerge") == 0)
        reader->merging =
            value != NULL && strcmp(value, "restart") == 0 ? MERGE_BEGINS : MERGE_GOES_ON;
    else if (strcmp(name, "gridBefore") == 0)
        reader->column += xml_number(xml, "val", DOCX_COLUMNS_MAX, 0);
    else if (strcmp(name, "gridCol") == 0 && strcmp(parent, "tblGrid") == 0 &&
             !docx_columns_add_width(&reader->columns, xml_number(xml, "w", 100000, 0)))
        xml_fail(xml, "too many columns: expected at most %u", DOCX_COLUMNS_MAX);
    reader->span += reader->span == 0;
}

static void start_in_table(struct xml *xml, struct reader *reader, const char *name)
{
    if (strcmp(name, "tr") == 0)
        start_row(reader);
    else if (strcmp(name, "tc") == 0)
        start_cell(reader);
    else
        start_in_properties(xml, reader, name);
}

/* ---- Elements ---- */

/* Returns whether the element's content is skipped. */
static bool is_skipped(const char *name)
{
    static const char *const names[] = {"del",    "moveFrom", "drawing",     "pict",
                                        "object", "Fallback", "txbxContent", "rt"};
    static const char change[] = "Change"; /* what a paragraph's or cell's format was before */
    size_t length = strlen(name), tail = sizeof change - 1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return length > tail && strcmp(name + length - tail, change) == 0;
}

/* A deletion may also be said in the properties of what is deleted. */
static void note_deletion(struct xml *xml, struct reader *reader, const char *name)
{
    const char *parent = xml_parent(xml);
    bool deleted = strcmp(name, "del") == 0 || strcmp(name, "moveFrom") == 0;
    if (deleted && strcmp(parent, "trPr") == 0 && reader->depth == 1)
        reader->row_deleted = true;
    else if (deleted && strcmp(parent, "rPr") == 0 && strcmp(xml_ancestor(xml, 2), "pPr") == 0)
        reader->mark_deleted = true;
    else if (strcmp(name, "cellDel") == 0 || strcmp(name, "cellMerge") == 0)
        xml_fail(xml, "a tracked change to a table's cells: accept or reject the changes in Word");
    else if (strcmp(name, "altChunk") == 0)
        xml_fail(xml, "a part in another format: open the file in Word and save it as .docx");
}

static void on_start(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    const char *parent = xml_parent(xml), *above = xml_ancestor(xml, 2);
    if (reader->skipped > 0) {
        reader->skipped++;
        return;
    }
    note_deletion(xml, reader, name);
    if (is_skipped(name)) {
        reader->skipped = 1;
        return;
    }
    if (strcmp(name, "p") == 0)
        start_paragraph(xml, reader);
    else if (strcmp(name, "tbl") == 0)
        start_table(xml, reader);
    else if (strcmp(name, "r") == 0)
        reader->hidden = false;
    else if (strcmp(name, "vanish") == 0 && strcmp(parent, "rPr") == 0 && strcmp(above, "r") == 0)
        reader->hidden = xml_is_on(xml, "val");
    else if (strcmp(parent, "r") == 0)
        start_in_run(xml, reader, name);
    else if (strcmp(parent, "pPr") == 0 ||
             (strcmp(parent, "numPr") == 0 && strcmp(above, "pPr") == 0))
        start_in_paragraph_properties(xml, reader, name);
    else if (reader->depth == 1)
        start_in_table(xml, reader, name);
}

static void on_end(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    reader->collecting = false;
    if (reader->skipped > 0)
        reader->skipped--;
    else if (strcmp(name, "p") == 0)
        end_paragraph(xml, reader);
    else if (strcmp(name, "pPr") == 0 && strcmp(xml_parent(xml), "p") == 0)
        end_paragraph_properties(xml, reader);
    else if (strcmp(name, "tbl") == 0)
        end_table(xml, reader);
    else if (strcmp(name, "tr") == 0 && reader->depth == 1)
        end_row(reader);
    else if (strcmp(name, "tc") == 0 && reader->depth == 1)
        end_cell(xml, reader);
}

int docx_read(struct grid_file *file, struct zip_reader *zip, const char *document,
              const char *path, struct error *error)
{
    static const struct xml_events events = {on_start, on_end, on_text};
    struct relations relations = {0};
    struct reader *reader = memory_alloc(sizeof *reader);
    *reader = (struct reader){.file = file, .path = path};
    reader->grid = grid_file_add(file);
    file->document = true;
    int status = relations_read(&relations, zip, document, error);
    if (status == 0)
        reader->numbering = docx_numbering_read(zip, &relations, error);
    if (status == 0 && reader->numbering != NULL)
        status = xml_read(zip, document, &events, reader, error);
    else
        status = -1;
    const char *problem = status == 0 ? grid_finish(file, reader->grid) : NULL;
    if (problem != NULL)
        status = error_set(error, ERROR_DATA, "%s", _(problem));
    docx_numbering_free(reader->numbering);
    relations_release(&relations);
    strbuf_release(&reader->text);
    free(reader);
    return status;
}
