// SPDX-License-Identifier: MIT
#include "view/cell.h"
#include "view/writers.h"

#include <string.h>

static void add_csv(struct strbuf *line, const char *cell)
{
    size_t length = strlen(cell);
    bool bare = strpbrk(cell, ",\"\r\n") == NULL &&
                (length == 0 ||
                 (strchr(" \t", cell[0]) == NULL && strchr(" \t", cell[length - 1]) == NULL));
    if (bare) {
        strbuf_adds(line, cell);
        return;
    }
    strbuf_addc(line, '"');
    for (; *cell != '\0'; cell++)
        strbuf_add(line, *cell == '"' ? "\"\"" : cell, *cell == '"' ? 2 : 1);
    strbuf_addc(line, '"');
}

static void add_tsv(struct strbuf *line, const char *cell)
{
    static const char special[] = "\t\n\r\\", letters[] = "tnr\\";
    for (; *cell != '\0'; cell++) {
        const char *escape = strchr(special, *cell);
        if (escape != NULL)
            strbuf_addf(line, "\\%c", letters[escape - special]);
        else
            strbuf_addc(line, *cell);
    }
}

static void write_rows(const struct records *records, FILE *out, char delimiter,
                       void (*add)(struct strbuf *line, const char *cell))
{
    struct strbuf line = {0}, cell = {0}, scratch = {0};
    for (size_t i = 0; i <= records->row_count; i++) {
        strbuf_clear(&line);
        for (size_t c = 0; c < records->column_count; c++) {
            const struct column *column = records->columns[c];
            strbuf_clear(&cell);
            strbuf_clear(&scratch);
            if (i == 0) {
                strbuf_adds(&cell, column->name);
            } else {
                struct value value = column->get(records->rows[i - 1], &scratch);
                cell_add_exact(&cell, &value);
            }
            if (c > 0)
                strbuf_addc(&line, delimiter);
            add(&line, strbuf_text(&cell));
        }
        strbuf_addc(&line, '\n');
        fwrite(line.text, 1, line.length, out);
    }
    strbuf_release(&line);
    strbuf_release(&cell);
    strbuf_release(&scratch);
}

void csv_write_rows(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    write_rows(records, out, ',', add_csv);
}

void tsv_write(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    write_rows(records, out, '\t', add_tsv);
}
