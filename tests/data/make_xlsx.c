// SPDX-License-Identifier: MIT
/* Writes the Excel samples with libxlsxwriter; see make-samples. Rows come as TSV on stdin. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { COLUMNS = 7, ROWS = 100, LEAD = 3, BUDGET = 6 };

static char *cells[ROWS][COLUMNS];
static int row_count;

static void read_rows(void)
{
    static char line[65536];
    for (; row_count < ROWS && fgets(line, sizeof line, stdin) != NULL; row_count++) {
        char *rest = strdup(line);
        rest[strcspn(rest, "\n")] = '\0';
        for (int i = 0; i < COLUMNS; i++)
            cells[row_count][i] = rest != NULL ? strsep(&rest, "\t") : "";
    }
}

static int is_figure(const char *text)
{
    return *text != '\0' && strspn(text, "0123456789") == strlen(text);
}

static int is_task(int row)
{
    return row < row_count && is_figure(cells[row][0]);
}

static void write_cell(lxw_worksheet *sheet, lxw_format *bold, lxw_row_t at, int column,
                       const char *text)
{
    char *space = strchr(text, ' ');
    if (is_figure(text))
        worksheet_write_number(sheet, at, (lxw_col_t)column, atof(text), NULL);
    else if (column == 1 && space != NULL) { /* its first word in bold: a rich string */
        char *first = strndup(text, (size_t)(space - text));
        lxw_rich_string_tuple one = {.format = bold, .string = first}, two = {.string = space};
        lxw_rich_string_tuple *parts[] = {&one, &two, NULL};
        worksheet_write_rich_string(sheet, at, 1, parts, NULL);
        free(first);
    } else if (*text != '\0')
        worksheet_write_string(sheet, at, (lxw_col_t)column, text, NULL);
}

/* One agency's name beside all tasks in a row that it leads. */
static int merge_lead(lxw_worksheet *sheet, lxw_row_t at, int row, lxw_format *format)
{
    int last = row;
    while (is_task(last + 1) && strcmp(cells[last + 1][LEAD], cells[row][LEAD]) == 0)
        last++;
    if (last > row)
        worksheet_merge_range(sheet, at, LEAD, at + (lxw_row_t)(last - row), LEAD, cells[row][LEAD],
                              format);
    return last;
}

static void write_plan(lxw_worksheet *sheet, lxw_format *bold)
{
    lxw_row_t at = 3;
    int merged = -1;
    worksheet_merge_range(sheet, 0, 0, 0, COLUMNS - 1, "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2021", bold);
    for (int row = 0; row < row_count; row++, at++) {
        int section = row > 0 && !is_task(row);
        for (int i = 0; i < COLUMNS; i++)
            if (!(i == LEAD && row <= merged) && !(section && i > 0))
                write_cell(sheet, bold, at, i, cells[row][i]);
        if (section && *cells[row][1] != '\0')
            worksheet_merge_range(sheet, at, 1, at, COLUMNS - 1, cells[row][1], bold);
        if (is_task(row) && row > merged)
            merged = merge_lead(sheet, at, row, NULL);
    }
    lxw_row_col_options hidden = {.hidden = LXW_TRUE};
    worksheet_set_row_opt(sheet, 6, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
    worksheet_set_column_opt(sheet, 4, 4, LXW_DEF_COL_WIDTH, NULL, &hidden);
}

static void write_small(lxw_worksheet *sheet, const char *title, double budget)
{
    static const char *const header[] = {"TT", "Nhiệm vụ", "Kinh phí (triệu đồng)"};
    for (lxw_col_t i = 0; i < 3; i++)
        worksheet_write_string(sheet, 0, i, header[i], NULL);
    worksheet_write_string(sheet, 1, 0, "I", NULL);
    worksheet_write_number(sheet, 2, 0, 1, NULL);
    worksheet_write_string(sheet, 2, 1, title, NULL);
    worksheet_write_number(sheet, 2, 2, budget, NULL);
}

static void write_sheets(const char *path)
{
    lxw_workbook *book = workbook_new(path);
    write_small(workbook_add_worksheet(book, "KH 2021"), "Xây dựng kế hoạch", 1285.5);
    write_small(workbook_add_worksheet(book, "KH 2022"), "Rà soát", 1000);
    worksheet_write_string(workbook_add_worksheet(book, "Ghi chú"), 0, 0, "Không có bảng", NULL);
    lxw_worksheet *failed = workbook_add_worksheet(book, "Hỏng");
    worksheet_write_string(failed, 0, 0, "Bảng kinh phí", NULL);
    worksheet_write_formula_str(failed, 3, 2, "=1/0", NULL, "#DIV/0!");
    worksheet_hide(failed);
    workbook_close(book);
}

/* What an agency sends back: a cover, then its table with real dates, percents and amounts. */
static void write_answers(const char *path)
{
    static const char *const header[] = {"STT",     "task",  "status",   "on",
                                         "percent", "spent", "evidence", "note"};
    lxw_workbook *book = workbook_new(path);
    lxw_format *day = workbook_add_format(book), *percent = workbook_add_format(book);
    lxw_datetime first = {.year = 2021, .month = 3, .day = 25};
    lxw_datetime second = {.year = 2021, .month = 6, .day = 30};
    format_set_num_format(day, "dd/mm/yyyy");
    format_set_num_format(percent, "0%");
    worksheet_write_string(workbook_add_worksheet(book, "Công văn"), 0, 0, "Kính gửi: Sở", NULL);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Kết quả");
    worksheet_merge_range(sheet, 0, 0, 0, 7, "KẾT QUẢ THỰC HIỆN", NULL);
    for (lxw_col_t i = 0; i < 8; i++)
        worksheet_write_string(sheet, 2, i, header[i], NULL);
    worksheet_write_number(sheet, 3, 0, 1, NULL);
    worksheet_write_string(sheet, 3, 1, "III.2", NULL);
    worksheet_write_string(sheet, 3, 2, "Đã hoàn thành", NULL);
    worksheet_write_datetime(sheet, 3, 3, &first, day);
    worksheet_write_number(sheet, 3, 5, 0, NULL);
    worksheet_write_string(sheet, 3, 6, "15/BC-VP", NULL);
    worksheet_write_number(sheet, 4, 0, 2, NULL);
    worksheet_write_string(sheet, 4, 1, "VII.5", NULL);
    worksheet_write_string(sheet, 4, 2, "Đang thực hiện", NULL);
    worksheet_write_datetime(sheet, 4, 3, &second, day);
    worksheet_write_number(sheet, 4, 4, 0.4, percent);
    worksheet_write_number(sheet, 4, 5, 20.125, NULL);
    worksheet_write_string(sheet, 4, 7, "=1+1", NULL);
    worksheet_write_string(sheet, 5, 1, "VII.1", NULL);
    workbook_close(book);
}

/* The same with faults: a day that is a word, a task that is not there, a formula that failed. */
static void write_bad_answers(const char *path)
{
    lxw_workbook *book = workbook_new(path);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Kết quả");
    static const char *const cells[][4] = {{"task", "status", "on", "percent"},
                                           {"III.2", "done", "hôm qua", ""},
                                           {"III.99", "done", "2021-03-25", ""},
                                           {"III.3", "done", "2021-12-25", ""}};
    for (lxw_row_t i = 0; i < 4; i++)
        for (lxw_col_t j = 0; j < 4; j++)
            if (*cells[i][j] != '\0')
                worksheet_write_string(sheet, i + 1, j + 1, cells[i][j], NULL);
    worksheet_write_number(sheet, 3, 4, 140, NULL);
    workbook_close(book);
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return 2;
    read_rows();
    lxw_workbook *book = workbook_new(argv[1]);
    lxw_format *bold = workbook_add_format(book);
    format_set_bold(bold);
    worksheet_write_string(workbook_add_worksheet(book, "Bìa"), 0, 0, "Sở Lao động", NULL);
    write_plan(workbook_add_worksheet(book, "KH 2021"), bold);
    lxw_worksheet *old = workbook_add_worksheet(book, "Nháp");
    write_small(old, "Bản nháp", 5);
    worksheet_hide(old);
    workbook_close(book);
    write_sheets(argv[2]);
    write_answers(argv[3]);
    write_bad_answers(argv[4]);
    return 0;
}
