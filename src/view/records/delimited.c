// SPDX-License-Identifier: MIT
#include "base/escape.h"
#include "view/records/cell.h"

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
                struct value value = column_value(column, records->rows[i - 1], &scratch);
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

static void write_csv(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    write_rows(records, out, ',', escape_add_csv);
}

static void write_tsv(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    write_rows(records, out, '\t', escape_add_tsv);
}

/* RFC 4180, LF line ends. */
const struct row_format rows_csv = {.write = write_csv};
/* Tab, line break and backslash are \t, \n and \\. */
const struct row_format rows_tsv = {.write = write_tsv};
