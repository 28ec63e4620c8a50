// SPDX-License-Identifier: MIT
#include "read/agency_file.h"

#include "base/path.h"
#include "base/text.h"
#include "read/source.h"
#include "read/table/csv_table.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct reading {
    struct agency_table *table;
    struct csv_table csv;
    struct error_list *errors;
    bool headed;
};

static void add_error(struct reading *reading, const struct table_row *row, size_t cell,
                      const struct error *why)
{
    struct error *error = error_list_add(reading->errors, reading->csv.table.path, "%s", why->text);
    if (error != NULL)
        reading->csv.table.locate(&reading->csv.table, row->offset, cell, &error->location);
}

/* A cell in NFC, without the white space around it; "" if blank. */
static const char *cell_of(struct strbuf *text, const struct table_row *row, size_t index)
{
    size_t length = strlen(row->cells[index]);
    const char *start = text_trim(row->cells[index], &length);
    strbuf_clear(text);
    text_add_nfc(text, start, length);
    return strbuf_text(text);
}

static void read_head(struct reading *reading, const struct table_row *row, const char *first)
{
    struct error why;
    char quoted[TEXT_QUOTE_SIZE];
    reading->headed = true;
    if (text_compare(first, "office") == 0)
        return;
    error_set(&why, ERROR_DATA, "«%s»: expected a header, «office,names»",
              text_quote_all(quoted, first));
    add_error(reading, row, 0, &why);
}

static void read_names(struct reading *reading, const struct table_row *row, const char *office)
{
    struct error why;
    struct strbuf name = {0};
    for (size_t i = 0; i < row->count; i++) {
        const char *text = cell_of(&name, row, i);
        const char *other = *text != '\0' ? agency_table_add(reading->table, office, text) : NULL;
        if (other == NULL)
            continue;
        char quoted[TEXT_QUOTE_SIZE], known[TEXT_QUOTE_SIZE];
        error_set(&why, ERROR_DATA, "«%s» is a name of «%s» already: expected it of one office",
                  text_quote_all(quoted, text), text_quote_all(known, other));
        add_error(reading, row, i, &why);
    }
    strbuf_release(&name);
}

static int read_row(void *context, const struct table_row *row)
{
    struct reading *reading = context;
    struct error why;
    struct strbuf first = {0};
    const char *office = cell_of(&first, row, 0);
    bool blank = true;
    for (size_t i = 0; i < row->count; i++)
        blank &= text_is_blank(row->cells[i], strlen(row->cells[i]));
    if (blank) {
    } else if (!reading->headed) {
        read_head(reading, row, office);
    } else if (*office == '\0') {
        error_set(&why, ERROR_DATA, "names without an office: expected it in the first cell");
        add_error(reading, row, 0, &why);
    } else {
        read_names(reading, row, office);
    }
    strbuf_release(&first);
    return 0;
}

static void read_source(struct agency_table *table, struct source *source,
                        struct error_list *errors)
{
    struct reading reading = {table, csv_table_of(source, ','), errors, false};
    reading.csv.table.read(&reading.csv.table, read_row, &reading, errors);
    source_release(source);
}

void agency_file_read_bytes(struct agency_table *table, const char *path, const char *bytes,
                            size_t length, struct error_list *errors)
{
    struct source source = source_of_bytes(path, bytes, length);
    if (source_check(&source, NULL, errors) == 0)
        read_source(table, &source, errors);
    else
        source_release(&source);
}

void agency_file_read(struct agency_table *table, const char *plan_path, struct error_list *errors)
{
    char *sibling = path_sibling(plan_path, AGENCY_FILE);
    const char *path = arena_copy(&table->arena, sibling, strlen(sibling));
    free(sibling);
    struct source source;
    if (access(path, F_OK) == 0 && source_read(&source, path, NULL, errors) == 0)
        read_source(table, &source, errors);
}
