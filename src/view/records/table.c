// SPDX-License-Identifier: MIT
#include "view/records/records.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "view/records/cell.h"

#include <stdlib.h>
#include <string.h>

#define BOLD "\033[1m"
#define RED "\033[31m"
#define GREEN "\033[32m"
#define PLAIN "\033[0m"

enum { GAP = 2, LONGEST_WORD = 16 };

struct layout {
    const struct records *records;
    const struct style *style;
    unsigned *widths; /* of the columns: what they would like, then what they get */
    unsigned *words;  /* of each column's longest word, which should not be broken */
    FILE *out;
};

unsigned style_wrap(const struct style *style)
{
    enum { NEVER = 1 << 20 };
    return style->one_line ? NEVER : style->width;
}

/* The cell as it is shown, before it is wrapped; row NULL is the heading. */
static void add_cell(struct strbuf *out, const struct layout *layout, const void *row, size_t c)
{
    const struct column *column = layout->records->columns[c];
    if (row == NULL) {
        strbuf_adds(out, _(column->heading));
        return;
    }
    struct strbuf scratch = {0};
    struct value value = cell_shown_value(column, row, &scratch);
    size_t before = out->length;
    cell_add_shown(out, &value, layout->style->lang);
    for (size_t i = before; layout->style->one_line && i < out->length; i++)
        if (out->text[i] == '\n')
            out->text[i] = ' ';
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
        bool shrinks = row == NULL && !layout->style->one_line;
        unsigned width = shrinks ? word : text_width(strbuf_text(&cell));
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
    int room = (int)style_wrap(layout->style) - (int)(count - 1) * GAP, weights = 0;
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

/* Paints marked words; `paint` is what lasts from the cell's last line to its next, or NULL. */
static void add_painted(struct strbuf *line, const char *text, size_t length, const char **paint)
{
    strbuf_adds(line, *paint != NULL ? *paint : "");
    for (size_t i = 0; i < length; i++) {
        const char *rest = text + i;
        bool pair = i + 1 < length;
        if (*paint == NULL && pair && (strncmp(rest, "[-", 2) == 0 || strncmp(rest, "{+", 2) == 0))
            strbuf_adds(line, *paint = *rest == '[' ? RED : GREEN);
        strbuf_addc(line, *rest);
        const char *end = *paint == NULL ? NULL : strcmp(*paint, RED) == 0 ? "-]" : "+}";
        if (end != NULL && i > 0 && strncmp(rest - 1, end, 2) == 0) {
            strbuf_adds(line, PLAIN);
            *paint = NULL;
        }
    }
    strbuf_adds(line, *paint != NULL ? PLAIN : "");
}

/* One line of a cell, filled up to the width, and the gap to the next cell. */
static void add_part(struct strbuf *line, const char *text, size_t length, unsigned width,
                     bool right, const char **paint)
{
    struct strbuf part = {0};
    strbuf_add(&part, text, length);
    unsigned taken = text_width(part.text);
    unsigned blanks = taken < width ? width - taken : 0;
    strbuf_add_spaces(line, right ? blanks : 0);
    if (paint != NULL && length > 0)
        add_painted(line, text, length, paint);
    else
        strbuf_add(line, text, length);
    strbuf_add_spaces(line, (right ? 0 : blanks) + GAP);
    strbuf_release(&part);
}

/* Prints as many lines as the row's longest cell has, without blanks at their ends. */
static void print_row(struct layout *layout, const void *row, bool bold)
{
    size_t count = layout->records->column_count;
    struct strbuf cell = {0}, line = {0}, *cells = memory_alloc(count * sizeof *cells);
    size_t *at = memory_alloc(count * sizeof *at);
    const char **paints = memory_alloc(count * sizeof *paints);
    bool more = count > 0;
    for (size_t c = 0; c < count; c++) {
        strbuf_clear(&cell);
        add_cell(&cell, layout, row, c);
        cells[c] = (struct strbuf){0};
        at[c] = 0;
        paints[c] = NULL;
        text_add_wrapped(&cells[c], strbuf_text(&cell), layout->widths[c]);
    }
    while (more) {
        more = false;
        strbuf_clear(&line);
        for (size_t c = 0; c < count; c++) {
            const char *text = strbuf_text(&cells[c]) + at[c];
            size_t length = strcspn(text, "\n");
            const struct column *column = layout->records->columns[c];
            bool painted = column->marked && layout->style->colour && row != NULL;
            add_part(&line, text, length, layout->widths[c], column->right,
                     painted ? &paints[c] : NULL);
            at[c] += length + (text[length] == '\n');
            more |= at[c] < cells[c].length;
        }
        while (line.length > 0 && line.text[line.length - 1] == ' ')
            line.text[--line.length] = '\0';
        bold = bold && layout->style->colour;
        fprintf(layout->out, "%s%s%s\n", bold ? BOLD : "", line.text, bold ? PLAIN : "");
    }
    for (size_t c = 0; c < count; c++)
        strbuf_release(&cells[c]);
    free(cells);
    free(at);
    free((void *)paints);
    strbuf_release(&cell);
    strbuf_release(&line);
}

static void print_heading(struct layout *layout, const void *row)
{
    struct strbuf heading = {0}, printable = {0}, wrapped = {0};
    layout->records->add_heading(row, &heading);
    text_add_printable(&printable, strbuf_text(&heading), false);
    text_add_wrapped(&wrapped, strbuf_text(&printable), style_wrap(layout->style));
    bool colour = layout->style->colour;
    fprintf(layout->out, "\n%s%s%s\n", colour ? BOLD : "", strbuf_text(&wrapped),
            colour ? PLAIN : "");
    strbuf_release(&heading);
    strbuf_release(&printable);
    strbuf_release(&wrapped);
}

static void print_rows(struct layout *layout)
{
    const struct records *records = layout->records;
    print_row(layout, NULL, true);
    for (size_t i = 0; i < records->row_count; i++) {
        const void *row = records->rows[i];
        if (records->add_heading != NULL &&
            (i == 0 || !records->same_heading(records->rows[i - 1], row)))
            print_heading(layout, row);
        print_row(layout, row, false);
    }
    if (records->total != NULL)
        print_row(layout, records->total, true);
}

static void print_footer(const struct layout *layout)
{
    const char *footer = layout->records->footer;
    if (footer == NULL || *footer == '\0')
        return;
    struct strbuf printable = {0}, wrapped = {0};
    text_add_printable(&printable, footer, true);
    text_add_wrapped(&wrapped, strbuf_text(&printable), style_wrap(layout->style));
    fprintf(layout->out, "%s%s\n", layout->records->row_count > 0 ? "\n" : "",
            strbuf_text(&wrapped));
    strbuf_release(&printable);
    strbuf_release(&wrapped);
}

static void write_table(const struct records *records, const struct style *style, FILE *out)
{
    struct layout layout = {.records = records, .style = style, .out = out};
    if (records->row_count > 0) {
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

const struct row_format rows_table = {.write = write_table, .for_people = true};
