// SPDX-License-Identifier: MIT
#include "write/xlsx_workbook.h"

#include "base/library.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "write/line_count.h"
#include "write/xlsx_workbook_check.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define LIBRARY_FUNCTIONS(X)                                                                       \
    X(workbook_new_opt)                                                                            \
    X(workbook_add_worksheet)                                                                      \
    X(workbook_add_format)                                                                         \
    X(workbook_add_chart)                                                                          \
    X(workbook_set_properties)                                                                     \
    X(workbook_close)                                                                              \
    X(lxw_workbook_free)                                                                           \
    X(lxw_strerror)                                                                                \
    X(format_set_align)                                                                            \
    X(format_set_bg_color)                                                                         \
    X(format_set_bold)                                                                             \
    X(format_set_border)                                                                           \
    X(format_set_font_name)                                                                        \
    X(format_set_font_size)                                                                        \
    X(format_set_italic)                                                                           \
    X(format_set_num_format)                                                                       \
    X(format_set_text_wrap)                                                                        \
    X(format_set_unlocked)                                                                         \
    X(worksheet_autofilter)                                                                        \
    X(worksheet_data_validation_range)                                                             \
    X(worksheet_fit_to_pages)                                                                      \
    X(worksheet_freeze_panes)                                                                      \
    X(worksheet_ignore_errors)                                                                     \
    X(worksheet_insert_chart_opt)                                                                  \
    X(worksheet_merge_range)                                                                       \
    X(worksheet_protect)                                                                           \
    X(worksheet_repeat_rows)                                                                       \
    X(worksheet_set_column)                                                                        \
    X(worksheet_set_footer)                                                                        \
    X(worksheet_set_landscape)                                                                     \
    X(worksheet_set_margins)                                                                       \
    X(worksheet_set_paper)                                                                         \
    X(worksheet_set_row)                                                                           \
    X(worksheet_write_blank)                                                                       \
    X(worksheet_write_datetime)                                                                    \
    X(worksheet_write_number)                                                                      \
    X(worksheet_write_string)                                                                      \
    X(chart_add_series)                                                                            \
    X(chart_axis_get)                                                                              \
    X(chart_axis_set_name)                                                                         \
    X(chart_legend_set_position)                                                                   \
    X(chart_series_set_categories)                                                                 \
    X(chart_series_set_fill)                                                                       \
    X(chart_set_series_gap)                                                                        \
    X(chart_series_set_labels)                                                                     \
    X(chart_series_set_labels_num_format)                                                          \
    X(chart_series_set_name_range)                                                                 \
    X(chart_series_set_pattern)                                                                    \
    X(chart_series_set_values)                                                                     \
    X(chart_title_set_name)

struct xlsxwriter {
#define POINTER(function) __typeof__(function) *function;
    LIBRARY_FUNCTIONS(POINTER)
#undef POINTER
};

struct style_format {
    struct xlsx_style style;
    lxw_format *format;
};

struct xlsx_workbook {
    struct xlsxwriter lib;
    int file; /* the library writes files only: one in memory, without a name */
    lxw_workbook *lxw;
    lxw_worksheet *sheet;
    char *sheet_name;
    struct style_format *formats;
    size_t format_count, format_capacity;
    double *widths; /* of the sheet's columns, in characters */
    size_t width_count, width_capacity;
    size_t cells;   /* of all sheets */
    size_t row;     /* that cells are being added to */
    unsigned lines; /* that the longest of them takes */
    struct line_counts counts;
    lxw_error failed; /* the first error */
};

static const char font[] = "Times New Roman";
enum { FONT_SIZE = 11, LINE_HEIGHT = 15, HEIGHT_MAX = 409, DEFAULT_WIDTH = 8, FROZEN_MAX = 10 };

static int load(struct xlsxwriter *lib, struct error *error)
{
#define SYMBOL(function) {#function, &lib->function},
    const struct library_symbol symbols[] = {LIBRARY_FUNCTIONS(SYMBOL)};
#undef SYMBOL
    return library_load(XLSXWRITER_LIBRARY, symbols, sizeof symbols / sizeof *symbols, error);
}

static void set_created(struct xlsx_workbook *workbook, struct date created)
{
    struct tm day = {
        .tm_year = created.year - 1900, .tm_mon = created.month - 1, .tm_mday = created.day};
    lxw_doc_properties properties = {.created = timegm(&day)};
    workbook->lib.workbook_set_properties(workbook->lxw, &properties);
}

/* A file without a name, and a path by which the library writes it. Returns it, or -1 with errno.
 */
static int open_unnamed(char *path, size_t size)
{
#ifdef MFD_CLOEXEC
    int file = memfd_create("cchc.xlsx", MFD_CLOEXEC);
    snprintf(path, size, "/proc/self/fd/%d", file);
#else
    FILE *stream = tmpfile();
    int file = stream != NULL ? dup(fileno(stream)) : -1, why = errno;
    if (stream != NULL)
        fclose(stream);
    snprintf(path, size, "/dev/fd/%d", file);
    errno = why;
#endif
    return file;
}

struct xlsx_workbook *xlsx_workbook_new(struct date created, struct error *error)
{
    struct xlsx_workbook *workbook = memory_alloc(sizeof *workbook);
    char path[40];
    *workbook = (struct xlsx_workbook){.file = -1};
    if (load(&workbook->lib, error) != 0) {
        xlsx_workbook_free(workbook);
        return NULL;
    }
    workbook->file = open_unnamed(path, sizeof path);
    if (workbook->file < 0) {
        error_set(error, ERROR_SYSTEM, "cannot write: %s", message_of_errno(errno));
        xlsx_workbook_free(workbook);
        return NULL;
    }
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    workbook->lxw = workbook->lib.workbook_new_opt(path, &options);
    set_created(workbook, created);
    return workbook;
}

void xlsx_workbook_free(struct xlsx_workbook *workbook)
{
    if (workbook == NULL)
        return;
    if (workbook->lxw != NULL)
        workbook->lib.lxw_workbook_free(workbook->lxw);
    if (workbook->file >= 0)
        close(workbook->file);
    free(workbook->sheet_name);
    free(workbook->formats);
    free(workbook->widths);
    line_counts_release(&workbook->counts);
    free(workbook);
}

static void note(struct xlsx_workbook *workbook, lxw_error result)
{
    if (workbook->failed == LXW_NO_ERROR)
        workbook->failed = result;
}

/* Row and column numbers are narrower in the library. */
static bool fits(struct xlsx_workbook *workbook, size_t row, size_t column)
{
    if (row < LXW_ROW_MAX && column < LXW_COL_MAX)
        return true;
    note(workbook, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
    return false;
}

/* Programs work out the height of a row only where they are told none, and some never. */
static void end_row(struct xlsx_workbook *workbook)
{
    double height = 3 + LINE_HEIGHT * (double)workbook->lines;
    if (workbook->lines > 0)
        note(workbook,
             workbook->lib.worksheet_set_row(workbook->sheet, (lxw_row_t)workbook->row,
                                             height < HEIGHT_MAX ? height : HEIGHT_MAX, NULL));
    workbook->lines = 0;
}

/* Rows are written in their order, and each is let go when the next begins. */
static void begin_row(struct xlsx_workbook *workbook, size_t row)
{
    if (row != workbook->row)
        end_row(workbook);
    workbook->row = row;
}

void xlsx_workbook_add_sheet(struct xlsx_workbook *workbook, const char *name)
{
    end_row(workbook);
    workbook->width_count = 0;
    workbook->sheet = workbook->lib.workbook_add_worksheet(workbook->lxw, name);
    if (workbook->sheet == NULL) /* no name for a sheet: the library has one */
        workbook->sheet = workbook->lib.workbook_add_worksheet(workbook->lxw, NULL);
    name = workbook->sheet->name;
    free(workbook->sheet_name);
    workbook->sheet_name = memory_copy(name, strlen(name));
    workbook->lib.worksheet_set_landscape(workbook->sheet);
    workbook->lib.worksheet_set_paper(workbook->sheet, 9); /* A4 */
    workbook->lib.worksheet_fit_to_pages(workbook->sheet, 1, 0);
    workbook->lib.worksheet_set_margins(workbook->sheet, 0.5, 0.5, 0.6, 0.6);
    workbook->lib.worksheet_set_footer(workbook->sheet, "&C&P/&N");
    workbook->lib.worksheet_ignore_errors(workbook->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                          "A1:XFD1048576");
}

void xlsx_workbook_set_width(struct xlsx_workbook *workbook, size_t column, double characters)
{
    if (!fits(workbook, 0, column))
        return;
    note(workbook, workbook->lib.worksheet_set_column(workbook->sheet, (lxw_col_t)column,
                                                      (lxw_col_t)column, characters, NULL));
    for (; workbook->width_count <= column; workbook->width_count++) {
        workbook->widths = memory_grow(workbook->widths, workbook->width_count,
                                       &workbook->width_capacity, sizeof *workbook->widths);
        workbook->widths[workbook->width_count] = DEFAULT_WIDTH;
    }
    workbook->widths[column] = characters;
}

void xlsx_workbook_set_header(struct xlsx_workbook *workbook, size_t row)
{
    if (!fits(workbook, row + 1, 0))
        return;
    if (row <= FROZEN_MAX)
        workbook->lib.worksheet_freeze_panes(workbook->sheet, (lxw_row_t)row + 1, 0);
    note(workbook,
         workbook->lib.worksheet_repeat_rows(workbook->sheet, (lxw_row_t)row, (lxw_row_t)row));
}

void xlsx_workbook_set_filter(struct xlsx_workbook *workbook, size_t row, size_t last_row,
                              size_t columns)
{
    if (fits(workbook, last_row, columns))
        note(workbook,
             workbook->lib.worksheet_autofilter(workbook->sheet, (lxw_row_t)row, 0,
                                                (lxw_row_t)last_row, (lxw_col_t)columns - 1));
}

/* ---- Cells ---- */

static bool same_style(struct xlsx_style a, struct xlsx_style b)
{
    return a.align == b.align && a.bold == b.bold && a.italic == b.italic && a.frame == b.frame &&
           a.fill == b.fill && a.decimals == b.decimals && a.percent == b.percent &&
           a.date == b.date && a.unlocked == b.unlocked;
}

static lxw_format *make_format(struct xlsx_workbook *workbook, struct xlsx_style style)
{
    static const uint8_t aligns[] = {[XLSX_LEFT] = LXW_ALIGN_LEFT,
                                     [XLSX_CENTRE] = LXW_ALIGN_CENTER,
                                     [XLSX_RIGHT] = LXW_ALIGN_RIGHT};
    const struct xlsxwriter *lib = &workbook->lib;
    lxw_format *format = lib->workbook_add_format(workbook->lxw);
    char number[32] = "#,##0";
    lib->format_set_font_name(format, font);
    lib->format_set_font_size(format, FONT_SIZE);
    lib->format_set_text_wrap(format);
    lib->format_set_align(format, aligns[style.align]);
    lib->format_set_align(format, style.bold && style.align == XLSX_CENTRE
                                      ? LXW_ALIGN_VERTICAL_CENTER
                                      : LXW_ALIGN_VERTICAL_TOP);
    if (style.bold)
        lib->format_set_bold(format);
    if (style.italic)
        lib->format_set_italic(format);
    if (style.frame)
        lib->format_set_border(format, LXW_BORDER_THIN);
    if (style.unlocked)
        lib->format_set_unlocked(format);
    if (style.fill != 0)
        lib->format_set_bg_color(format, style.fill);
    if (style.decimals > 0)
        snprintf(number, sizeof number, "#,##0.%.*s", (int)style.decimals, "0000000000");
    lib->format_set_num_format(format, style.date ? "dd/mm/yyyy" : style.percent ? "0%" : number);
    return format;
}

static lxw_format *format_of(struct xlsx_workbook *workbook, struct xlsx_style style)
{
    for (size_t i = 0; i < workbook->format_count; i++)
        if (same_style(workbook->formats[i].style, style))
            return workbook->formats[i].format;
    workbook->formats = memory_grow(workbook->formats, workbook->format_count,
                                    &workbook->format_capacity, sizeof *workbook->formats);
    workbook->formats[workbook->format_count] =
        (struct style_format){style, make_format(workbook, style)};
    return workbook->formats[workbook->format_count++].format;
}

static bool is_escape(const char *text)
{
    return strncmp(text, "_x", 2) == 0 && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 &&
           text[6] == '_';
}

/* Escapes characters that XML cannot hold as «_x0001_», and text that looks like such an escape
 * with «_x005F_» before it (ECMA-376, 22.9.2.19); the library does this for control characters
 * alone. */
static void add_escaped(struct strbuf *out, const char *text)
{
    while (*text != '\0') {
        uint32_t code_point;
        size_t used = text_decode(text, &code_point);
        if (code_point == '\r' || code_point == 0xFFFE || code_point == 0xFFFF)
            strbuf_addf(out, "_x%04X_", (unsigned)code_point);
        else if (*text == '_' && is_escape(text))
            strbuf_adds(out, "_x005F_");
        else
            strbuf_add(out, text, used);
        text += used;
    }
}

/* Counts the lines that a text takes in these columns, whose widths are in figures: letters are
 * narrower, but bold texts are mostly capitals. */
static void measure(struct xlsx_workbook *workbook, size_t first, size_t last, const char *text,
                    struct xlsx_style style)
{
    double room = 0;
    for (size_t i = first; i <= last; i++)
        room += i < workbook->width_count ? workbook->widths[i] : DEFAULT_WIDTH;
    unsigned lines =
        line_count(&workbook->counts, text, (unsigned)(room * (style.bold ? 0.8 : 1.1)));
    workbook->lines = lines > workbook->lines ? lines : workbook->lines;
}

static void add_text(struct xlsx_workbook *workbook, size_t row, size_t column, const char *text,
                     struct xlsx_style style)
{
    struct strbuf escaped = {0};
    lxw_format *format = format_of(workbook, style);
    lxw_row_t r = (lxw_row_t)row;
    lxw_col_t c = (lxw_col_t)column;
    add_escaped(&escaped, text);
    workbook->cells++;
    if (escaped.length == 0)
        note(workbook, workbook->lib.worksheet_write_blank(workbook->sheet, r, c, format));
    else
        note(workbook,
             workbook->lib.worksheet_write_string(workbook->sheet, r, c, escaped.text, format));
    strbuf_release(&escaped);
}

void xlsx_workbook_add_text(struct xlsx_workbook *workbook, size_t row, size_t column,
                            const char *text, struct xlsx_style style)
{
    text = text != NULL ? text : "";
    if (!fits(workbook, row, column))
        return;
    begin_row(workbook, row);
    measure(workbook, column, column, text, style);
    add_text(workbook, row, column, text, style);
}

void xlsx_workbook_add_number(struct xlsx_workbook *workbook, size_t row, size_t column,
                              double number, struct xlsx_style style)
{
    if (!fits(workbook, row, column))
        return;
    begin_row(workbook, row);
    workbook->cells++;
    note(workbook,
         workbook->lib.worksheet_write_number(workbook->sheet, (lxw_row_t)row, (lxw_col_t)column,
                                              number, format_of(workbook, style)));
}

void xlsx_workbook_add_date(struct xlsx_workbook *workbook, size_t row, size_t column,
                            struct date date, struct xlsx_style style)
{
    lxw_datetime day = {.year = date.year, .month = date.month, .day = date.day};
    style.date = true;
    if (!date_is_set(date)) {
        xlsx_workbook_add_text(workbook, row, column, NULL, style);
    } else if (fits(workbook, row, column)) {
        begin_row(workbook, row);
        workbook->cells++;
        note(workbook, workbook->lib.worksheet_write_datetime(workbook->sheet, (lxw_row_t)row,
                                                              (lxw_col_t)column, &day,
                                                              format_of(workbook, style)));
    }
}

void xlsx_workbook_add_merged(struct xlsx_workbook *workbook, size_t row, size_t first, size_t last,
                              const char *text, struct xlsx_style style)
{
    text = text != NULL ? text : "";
    if (!fits(workbook, row, last))
        return;
    begin_row(workbook, row);
    measure(workbook, first, last, text, style);
    note(workbook, workbook->lib.worksheet_merge_range(
                       workbook->sheet, (lxw_row_t)row, (lxw_col_t)first, (lxw_row_t)row,
                       (lxw_col_t)last, "", format_of(workbook, style)));
    workbook->cells += last - first;
    add_text(workbook, row, first, text, style);
}

/* ---- Forms ---- */

void xlsx_workbook_protect(struct xlsx_workbook *workbook)
{
    lxw_protection allowed = {.format_columns = 1, .format_rows = 1};
    workbook->lib.worksheet_protect(workbook->sheet, NULL, &allowed);
}

static void check_column(struct xlsx_workbook *workbook, size_t first, size_t last, size_t column,
                         lxw_data_validation *rule, const char *hint)
{
    rule->error_message = (char *)(uintptr_t)hint;
    rule->error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
    rule->ignore_blank = LXW_VALIDATION_ON;
    if (first <= last && fits(workbook, last, column))
        note(workbook, workbook->lib.worksheet_data_validation_range(
                           workbook->sheet, (lxw_row_t)first, (lxw_col_t)column, (lxw_row_t)last,
                           (lxw_col_t)column, rule));
}

void xlsx_workbook_check_words(struct xlsx_workbook *workbook, size_t first, size_t last,
                               size_t column, const char *const *words, const char *hint)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST,
                                .value_list =
                                    (void *)(uintptr_t)words}; /* const char ** in later releases */
    check_column(workbook, first, last, column, &rule, hint);
}

void xlsx_workbook_check_dates(struct xlsx_workbook *workbook, size_t first, size_t last,
                               size_t column, const char *hint)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_DATE,
                                .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN,
                                .value_datetime = {.year = 2000, .month = 1, .day = 1}};
    check_column(workbook, first, last, column, &rule, hint);
}

void xlsx_workbook_check_numbers(struct xlsx_workbook *workbook, size_t first, size_t last,
                                 size_t column, unsigned most, const char *hint)
{
    lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_INTEGER,
                                .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
                                .minimum_number = 0,
                                .maximum_number = most};
    check_column(workbook, first, last, column, &rule, hint);
}

/* ---- Charts ---- */

/* A colour with two thirds of white. */
static uint32_t tint(uint32_t colour)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8)
        mixed |= ((colour >> shift & 0xFF) + 2 * 0xFF) / 3 << shift;
    return mixed;
}

static void add_series(struct xlsx_workbook *workbook, lxw_chart *chart,
                       const struct xlsx_chart *from, size_t i)
{
    const struct xlsxwriter *lib = &workbook->lib;
    lxw_row_t first = (lxw_row_t)from->first, last = (lxw_row_t)from->last;
    lxw_col_t names = (lxw_col_t)from->categories, values = (lxw_col_t)from->series[i];
    lxw_chart_series *series = lib->chart_add_series(chart, NULL, NULL);
    lxw_chart_fill fill = {.color = from->colours[i]};
    lxw_chart_pattern hatching = {.fg_color = from->colours[i],
                                  .bg_color = tint(from->colours[i]),
                                  .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
    lib->chart_series_set_categories(series, workbook->sheet_name, first, names, last, names);
    lib->chart_series_set_values(series, workbook->sheet_name, first, values, last, values);
    lib->chart_series_set_name_range(series, workbook->sheet_name, (lxw_row_t)from->heading,
                                     values);
    if (from->hatched[i])
        lib->chart_series_set_pattern(series, &hatching);
    else
        lib->chart_series_set_fill(series, &fill);
    lib->chart_series_set_labels(series);
    lib->chart_series_set_labels_num_format(series, "#,##0;;"); /* none for 0 */
}

void xlsx_workbook_add_chart(struct xlsx_workbook *workbook, const struct xlsx_chart *from,
                             size_t row, size_t column, size_t rows)
{
    const struct xlsxwriter *lib = &workbook->lib;
    lxw_chart_options options = {.x_scale = 1.0,
                                 .y_scale = (double)rows * 20 / 288,
                                 .description = (char *)(uintptr_t)from->title};
    if (!fits(workbook, row, column) || !fits(workbook, from->last, 0))
        return;
    lxw_chart *chart = lib->workbook_add_chart(
        workbook->lxw, from->stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN);
    for (size_t i = 0; i < from->count; i++)
        add_series(workbook, chart, from, i);
    lib->chart_title_set_name(chart, from->title);
    lib->chart_axis_set_name(lib->chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y), from->axis);
    lib->chart_set_series_gap(chart, 60);
    lib->chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    note(workbook, lib->worksheet_insert_chart_opt(workbook->sheet, (lxw_row_t)row,
                                                   (lxw_col_t)column, chart, &options));
}

/* ---- The file ---- */

/* Lets the file out once it is found whole. */
static int copy_file(const struct xlsx_workbook *workbook, FILE *out, struct error *error)
{
    struct stat file = {0};
    void *bytes = MAP_FAILED;
    if (fstat(workbook->file, &file) == 0 && file.st_size > 0)
        bytes = mmap(NULL, (size_t)file.st_size, PROT_READ, MAP_PRIVATE, workbook->file, 0);
    if (bytes == MAP_FAILED)
        return error_set(error, ERROR_SYSTEM, "cannot write: %s", message_of_errno(errno));
    int status = xlsx_workbook_check(bytes, (size_t)file.st_size, workbook->cells, error);
    if (status == 0)
        fwrite(bytes, 1, (size_t)file.st_size, out);
    munmap(bytes, (size_t)file.st_size);
    return status;
}

int xlsx_workbook_write(struct xlsx_workbook *workbook, FILE *out, struct error *error)
{
    end_row(workbook);
    if (workbook->failed == LXW_NO_ERROR) {
        workbook->failed = workbook->lib.workbook_close(workbook->lxw);
        workbook->lxw = NULL;
    }
    switch (workbook->failed) {
    case LXW_NO_ERROR:
        return copy_file(workbook, out, error);
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE:
        return error_set(error, ERROR_DATA,
                         "more rows or columns than an Excel sheet holds (1048576 by 16384)");
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
        return error_set(error, ERROR_DATA,
                         "a cell of more than 32767 characters, which no Excel sheet holds");
    default:
        return error_set(error, ERROR_SYSTEM, "cannot write: %s",
                         workbook->lib.lxw_strerror(workbook->failed));
    }
}
