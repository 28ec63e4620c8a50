// SPDX-License-Identifier: MIT
#include "view/writers.h"

#include "base/memory.h"
#include "base/text.h"
#include "view/cell.h"

#include <langinfo.h>
#include <libsmartcols.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Lines that libsmartcols holds at once: more would only cost memory. */
enum { BATCH = 1000, GAP = 2, LONGEST_WORD = 16 };

struct layout {
    const struct records *records;
    const struct style *style;
    unsigned *widths; /* of the columns: what they would like, then what they get */
    unsigned *words;  /* of each column's longest word, which should not be broken */
    struct libscols_table *batch;
    size_t batched;
    FILE *out;
};

/* The cell as it is shown, before it is wrapped; row NULL is the heading. */
static void add_cell(struct strbuf *out, const struct layout *layout, const void *row, size_t c)
{
    const struct column *column = layout->records->columns[c];
    if (row == NULL) {
        strbuf_adds(out, column->heading);
        return;
    }
    struct strbuf scratch = {0};
    struct value value = cell_shown_value(column, row, &scratch);
    cell_add_shown(out, &value, layout->style->lang);
    strbuf_release(&scratch);
}

static unsigned longest_word(const char *text)
{
    unsigned longest = 0;
    struct strbuf word = {0};
    while (*text != '\0') {
        size_t length = strcspn(text, " \n");
        strbuf_clear(&word);
        strbuf_add(&word, text, length);
        unsigned width = text_width(word.text);
        longest = width > longest ? width : longest;
        text += length + (text[length] != '\0');
    }
    strbuf_release(&word);
    return longest < LONGEST_WORD ? longest : LONGEST_WORD;
}

static void measure_row(struct layout *layout, const void *row)
{
    struct strbuf cell = {0};
    for (size_t c = 0; c < layout->records->column_count; c++) {
        strbuf_clear(&cell);
        add_cell(&cell, layout, row, c);
        unsigned word = longest_word(strbuf_text(&cell));
        unsigned width = row == NULL ? word : text_width(strbuf_text(&cell));
        layout->words[c] = word > layout->words[c] ? word : layout->words[c];
        layout->widths[c] = width > layout->widths[c] ? width : layout->widths[c];
    }
    strbuf_release(&cell);
}

/*
 * Shares the room among the columns that wrap, by weight: one that needs no more than its share
 * gets what it needs, one whose longest word needs more gets that.
 */
static void fit(struct layout *layout)
{
    const struct records *records = layout->records;
    size_t count = records->column_count;
    int room = (int)layout->style->width - (int)(count - 1) * GAP, weights = 0;
    bool *settled = memory_alloc(count * sizeof *settled);
    for (size_t c = 0; c < count; c++) {
        settled[c] = records->columns[c]->weight == 0;
        weights += (int)records->columns[c]->weight;
        room -= settled[c] ? (int)layout->widths[c] : 0;
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t c = 0; c < count; c++) {
            int weight = (int)records->columns[c]->weight, wish = (int)layout->widths[c];
            int share = weights > 0 && room > 0 ? room * weight / weights : 0;
            if (settled[c] || (wish > share && (int)layout->words[c] < share))
                continue;
            layout->widths[c] = wish > share ? layout->words[c] : layout->widths[c];
            settled[c] = changed = true;
            room -= (int)layout->widths[c];
            weights -= weight;
        }
    }
    for (size_t c = 0; c < count; c++) {
        int weight = (int)records->columns[c]->weight;
        if (settled[c])
            continue;
        layout->widths[c] = (unsigned)(room * weight / weights);
        room -= (int)layout->widths[c];
        weights -= weight;
    }
    free(settled);
}

static void begin_batch(struct layout *layout)
{
    struct libscols_table *table = scols_new_table();
    layout->batch = table;
    layout->batched = 0;
    if (table == NULL)
        return;
    scols_table_enable_noheadings(table, 1);
    scols_table_enable_noencoding(table, 1); /* cells are valid UTF-8 and made printable here */
    scols_table_enable_colors(table, layout->style->colour);
    scols_table_set_column_separator(table, "  ");
    scols_table_set_termforce(table, SCOLS_TERMFORCE_ALWAYS);
    scols_table_set_termwidth(table, 100000); /* the widths are settled here, not there */
    for (size_t c = 0; c < layout->records->column_count; c++) {
        struct libscols_column *column = scols_table_new_column(
            table, NULL, layout->widths[c], SCOLS_FL_WRAP | SCOLS_FL_STRICTWIDTH);
        scols_column_set_wrapfunc(column, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, NULL);
    }
}

/* Writes the batch without the blanks that libsmartcols pads the last cells of a line with. */
static void end_batch(struct layout *layout)
{
    char *text = NULL;
    if (layout->batched > 0 && scols_print_table_to_string(layout->batch, &text) == 0) {
        for (const char *line = text; *line != '\0';) {
            size_t length = strcspn(line, "\n"), kept = length;
            while (kept > 0 && line[kept - 1] == ' ')
                kept--;
            fwrite(line, 1, kept, layout->out);
            fputc('\n', layout->out);
            line += length + (line[length] == '\n');
        }
    }
    free(text);
    scols_unref_table(layout->batch);
}

/* libsmartcols aligns only the first line of a cell: blanks before each do it. */
static void align_right(struct strbuf *cell, unsigned width)
{
    struct strbuf aligned = {0};
    for (const char *line = strbuf_text(cell); *line != '\0';) {
        size_t length = strcspn(line, "\n");
        struct strbuf one = {0};
        strbuf_add(&one, line, length);
        unsigned taken = text_width(one.text);
        strbuf_addf(&aligned, "%*s%s%s", taken < width ? (int)(width - taken) : 0, "", one.text,
                    line[length] == '\n' ? "\n" : "");
        strbuf_release(&one);
        line += length + (line[length] == '\n');
    }
    strbuf_release(cell);
    *cell = aligned;
}

static void print_row(struct layout *layout, const void *row, const char *colour)
{
    if (layout->batched == BATCH) {
        end_batch(layout);
        begin_batch(layout);
    }
    struct libscols_line *line = scols_table_new_line(layout->batch, NULL);
    struct strbuf cell = {0}, wrapped = {0};
    for (size_t c = 0; c < layout->records->column_count; c++) {
        strbuf_clear(&cell);
        strbuf_clear(&wrapped);
        add_cell(&cell, layout, row, c);
        text_add_wrapped(&wrapped, strbuf_text(&cell), layout->widths[c]);
        if (layout->records->columns[c]->right)
            align_right(&wrapped, layout->widths[c]);
        scols_line_set_data(line, c, strbuf_text(&wrapped));
    }
    scols_line_set_color(line, colour);
    layout->batched++;
    strbuf_release(&cell);
    strbuf_release(&wrapped);
}

static void print_heading(struct layout *layout, const void *row)
{
    struct strbuf heading = {0}, printable = {0}, wrapped = {0};
    layout->records->add_heading(row, &heading);
    text_add_printable(&printable, strbuf_text(&heading), false);
    text_add_wrapped(&wrapped, strbuf_text(&printable), layout->style->width);
    bool colour = layout->style->colour;
    fprintf(layout->out, "\n%s%s%s\n", colour ? "\033[1m" : "", strbuf_text(&wrapped),
            colour ? "\033[0m" : "");
    strbuf_release(&heading);
    strbuf_release(&printable);
    strbuf_release(&wrapped);
}

static void print_rows(struct layout *layout)
{
    const struct records *records = layout->records;
    begin_batch(layout);
    print_row(layout, NULL, "bold");
    for (size_t i = 0; i < records->row_count; i++) {
        const void *row = records->rows[i];
        if (records->add_heading != NULL &&
            (i == 0 || !records->same_heading(records->rows[i - 1], row))) {
            end_batch(layout);
            print_heading(layout, row);
            begin_batch(layout);
        }
        print_row(layout, row, NULL);
    }
    if (records->total != NULL)
        print_row(layout, records->total, "bold");
    end_batch(layout);
}

static void print_footer(const struct layout *layout)
{
    const char *footer = layout->records->footer;
    if (footer == NULL || *footer == '\0')
        return;
    struct strbuf wrapped = {0};
    text_add_wrapped(&wrapped, footer, layout->style->width);
    fprintf(layout->out, "%s%s\n", layout->records->row_count > 0 ? "\n" : "",
            strbuf_text(&wrapped));
    strbuf_release(&wrapped);
}

/* libsmartcols asks the locale what may be printed; in cron's there is no UTF-8. */
static void use_utf8(void)
{
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}

void table_write(const struct records *records, const struct style *style, FILE *out)
{
    struct layout layout = {.records = records, .style = style, .out = out};
    if (records->row_count > 0) {
        use_utf8();
        size_t size = records->column_count * sizeof *layout.widths;
        layout.widths = memset(memory_alloc(size), 0, size);
        layout.words = memset(memory_alloc(size), 0, size);
        measure_row(&layout, NULL);
        for (size_t i = 0; i < records->row_count; i++)
            measure_row(&layout, records->rows[i]);
        if (records->total != NULL)
            measure_row(&layout, records->total);
        fit(&layout);
        print_rows(&layout);
        free(layout.widths);
        free(layout.words);
    }
    print_footer(&layout);
}
