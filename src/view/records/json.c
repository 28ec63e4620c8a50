// SPDX-License-Identifier: MIT
#include "view/records/cell.h"
#include "view/records/writers.h"

static void add_object(struct strbuf *out, const struct records *records, const void *row)
{
    struct strbuf scratch = {0};
    for (size_t c = 0; c < records->column_count; c++) {
        const struct column *column = records->columns[c];
        strbuf_clear(&scratch);
        struct value value = column_value(column, row, &scratch);
        strbuf_addf(out, "%s\"%s\":", c == 0 ? "{" : ",", column->name);
        json_add_value(out, &value);
    }
    strbuf_addc(out, '}');
    strbuf_release(&scratch);
}

static void write_array(const struct records *records, FILE *out)
{
    struct strbuf line = {0};
    fputs("[", out);
    for (size_t i = 0; i < records->row_count; i++) {
        strbuf_clear(&line);
        strbuf_adds(&line, i == 0 ? "\n" : ",\n");
        add_object(&line, records, records->rows[i]);
        fwrite(line.text, 1, line.length, out);
    }
    fputs(records->row_count > 0 ? "\n]" : "]", out);
    strbuf_release(&line);
}

void json_write(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    if (records->total == NULL) {
        write_array(records, out);
        fputs("\n", out);
        return;
    }
    struct strbuf total = {0};
    add_object(&total, records, records->total);
    if (records->as_of != NULL)
        fprintf(out, "{\"as_of\":\"%s\",", records->as_of);
    else
        fputs("{", out);
    fprintf(out, "\"%s\":", records->rows_key != NULL ? records->rows_key : "groups");
    write_array(records, out);
    fprintf(out, ",\n\"total\":%s}\n", strbuf_text(&total));
    strbuf_release(&total);
}

void jsonl_write(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    struct strbuf line = {0};
    for (size_t i = 0; i < records->row_count; i++) {
        strbuf_clear(&line);
        add_object(&line, records, records->rows[i]);
        strbuf_addc(&line, '\n');
        fwrite(line.text, 1, line.length, out);
    }
    strbuf_release(&line);
}
