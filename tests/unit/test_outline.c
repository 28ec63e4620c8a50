// SPDX-License-Identifier: MIT
/* The tree of a table's rows: «MARK|TITLE|CELLS» in, kinds and parents out. */
#include "check.h"

#include "read/table/outline.h"
#include "read/table/outline_words.h"

#include <stdio.h>

enum { ROWS_MAX = 32, CELL_MAX = 128 };

struct sketch {
    char cells[ROWS_MAX][2][CELL_MAX];
    struct outline_row rows[ROWS_MAX];
    size_t count;
};

/* w: work, m: money, b: bold, x: ends the document. */
static void sketch_add(struct sketch *sketch, const char *line)
{
    struct outline_row *row = &sketch->rows[sketch->count];
    char(*cells)[CELL_MAX] = sketch->cells[sketch->count++], flags[8] = "";
    const char *first = strchr(line, '|'), *second = strchr(first + 1, '|');
    snprintf(cells[0], CELL_MAX, "%.*s", (int)(first - line), line);
    snprintf(cells[1], CELL_MAX, "%.*s", (int)(second - first - 1), first + 1);
    snprintf(flags, sizeof flags, "%s", second + 1);
    *row = (struct outline_row){
        .cell_mark = *cells[0] != '\0' ? cells[0] : NULL,
        .cell_title = *cells[1] != '\0' ? cells[1] : NULL,
        .cells = (strchr(flags, 'w') != NULL ? OUTLINE_WORK : 0) |
                 (strchr(flags, 'm') != NULL ? OUTLINE_AMOUNT : 0),
        .bold = strchr(flags, 'b') != NULL,
    };
    row->closes = (row->cell_mark != NULL && outline_closes(row->cell_mark, false)) ||
                  (row->cell_title != NULL && outline_closes(row->cell_title, false));
}

/* «I.1»: the path of codes that leads to the row, each mark's own or its row's number. */
static void add_path(const struct sketch *sketch, size_t row, char *out, size_t size)
{
    const struct outline_row *at = &sketch->rows[row];
    if (at->parent != OUTLINE_NONE)
        add_path(sketch, at->parent, out, size);
    size_t used = strlen(out);
    if (at->mark.length > 0)
        snprintf(out + used, size - used, "/%.*s", (int)at->mark.length, at->mark.code);
    else
        snprintf(out + used, size - used, "/#%zu", row);
}

/* Each expected line is «KIND PATH»: T task, G group, R remark, g goal, S total, c continuation,
   f footer, ? stray. */
static void expect(const char *const *lines, size_t count, const char *const *expected)
{
    static const char kinds[] = "TGRgScf?";
    struct sketch sketch = {.count = 0};
    for (size_t i = 0; i < count; i++)
        sketch_add(&sketch, lines[i]);
    outline_read(sketch.rows, count);
    for (size_t i = 0; i < count; i++) {
        char have[256] = "";
        add_path(&sketch, i, have, sizeof have);
        char whole[300];
        snprintf(whole, sizeof whole, "%c %s", kinds[sketch.rows[i].kind], have);
        if (strcmp(whole, expected[i]) != 0)
            print_message("row %zu: %s\n", i, lines[i]);
        assert_string_equal(whole, expected[i]);
    }
}

#define EXPECT(lines, expected)                                                                    \
    do {                                                                                           \
        assert_int_equal(COUNT(lines), COUNT(expected));                                           \
        expect(lines, COUNT(lines), expected);                                                     \
    } while (0)

static void sections_of_tasks(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "I||",          "1|Rà soát|w",    "2|Tập huấn|wm", "II|CẢI CÁCH|m",
        "1|Đăng tải|w", "III|TÀI CHÍNH|", "|Tổng cộng|m",  "|(Bằng chữ: hai triệu)|",
    };
    static const char *const expected[] = {"G /I",    "T /I/1", "T /I/2", "G /II",
                                           "T /II/1", "G /III", "S /#6",  "f /#7"};
    EXPECT(lines, expected);
}

static void parts_over_sections(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "A|CHUNG|",    "I|Chỉ đạo|", "1|Kế hoạch|w", "II|Tuyên truyền|",
        "1|Tin bài|w", "B|CỤ THỂ|",  "I|Thể chế|",   "1|Rà soát|w",
    };
    static const char *const expected[] = {"G /A",      "G /A/I", "T /A/I/1", "G /A/II",
                                           "T /A/II/1", "G /B",   "G /B/I",   "T /B/I/1"};
    EXPECT(lines, expected);
}

static void headings_without_marks(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "|Công tác chỉ đạo|", "1|Kế hoạch|w",   "2|Tin bài|w", "|Thủ tục|",
        "3|Rà soát|w",        "|Hiện đại hóa|", "4|Ký số|w",
    };
    static const char *const expected[] = {"G /#0",   "T /#0/1", "T /#0/2", "G /#3",
                                           "T /#3/3", "G /#5",   "T /#5/4"};
    EXPECT(lines, expected);
}

static void marks_inside_titles(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "|I. CẢI CÁCH|", "1|Rà soát|w", "|II/ THỦ TỤC|", "|1. Đăng tải|w", "Nhóm 3: Khác||",
    };
    static const char *const expected[] = {"G /I", "T /I/1", "G /II", "T /II/1", "T /II/1/3"};
    (void)expected;
    struct sketch sketch = {.count = 0};
    for (size_t i = 0; i < COUNT(lines); i++)
        sketch_add(&sketch, lines[i]);
    outline_read(sketch.rows, sketch.count);
    assert_string_equal(sketch.rows[0].title, "CẢI CÁCH");
    assert_string_equal(sketch.rows[2].title, "THỦ TỤC");
    assert_string_equal(sketch.rows[3].title, "Đăng tải");
    assert_int_equal(sketch.rows[3].parent, 2);
    assert_string_equal(sketch.rows[4].title, "Khác");
}

static void sub_tasks_and_remarks(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "I|CẢI CÁCH|",     "1|Nâng cấp|wm", "a)|Thiết kế|wm",
        "b)|Thi công|wm",  "2|Tập huấn|w",  "-|Nội dung một|",
        "-|Nội dung hai|", "3|Khảo sát|",   "-|Đợt một|w",
        "-|Đợt hai|w",     "||w",           "4|Họp|w",
    };
    static const char *const expected[] = {"G /I",      "G /I/1",    "T /I/1/a",      "T /I/1/b",
                                           "T /I/2",    "R /I/2/#5", "R /I/2/#6",     "G /I/3",
                                           "T /I/3/#8", "T /I/3/#9", "c /I/3/#9/#10", "T /I/4"};
    EXPECT(lines, expected);
}

static void numbers_in_numbers(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "1|CẢI CÁCH THỂ CHẾ|", "1.1|Rà soát|w",  "1.2|Tập huấn|w",
        "2|CẢI CÁCH THỦ TỤC|", "2.1|Đăng tải|w", "3|Hiện đại hóa|",
    };
    static const char *const expected[] = {"G /1", "T /1/1.1", "T /1/1.2",
                                           "G /2", "T /2/2.1", "G /3"};
    EXPECT(lines, expected);
    static const char *const same[] = {
        "1|THỂ CHẾ|", "1|Rà soát|w", "2|Tập huấn|w", "2|THỦ TỤC|", "1|Đăng tải|w", "2|Đo|w",
    };
    static const char *const nested[] = {"G /1", "T /1/1", "T /1/2", "G /2", "T /2/1", "T /2/2"};
    EXPECT(same, nested);
}

static void tasks_without_marks(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "I|CẢI CÁCH|", "1|Rà soát|w", "2|Tập huấn|wm", "|Mua máy|wm", "3|Họp|w",
    };
    static const char *const expected[] = {"G /I", "T /I/1", "T /I/2", "T /I/#3", "T /I/3"};
    EXPECT(lines, expected);
    static const char *const titles[] = {"1|Kế hoạch|", "2|Tuyên truyền|", "3|Rà soát|w"};
    static const char *const tasks[] = {"T /1", "T /2", "T /3"};
    EXPECT(titles, tasks);
}

static void goals_totals_and_signatures(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "|TỔNG SỐ|m",           "I|CẢI CÁCH|m",  "|Mục tiêu: 100% đúng hạn|",
        "1|Rà soát|wm",         "|Cộng mục I|m", "II|THỦ TỤC|",
        "1|Đăng tải|wm",        "Cộng||m",       "|TỔNG CỘNG (I+II)|m",
        "Nơi nhận:|GIÁM ĐỐC|w", "- Như trên;||", "|Nguyễn Văn A|w",
    };
    static const char *const expected[] = {"S /#0",   "G /I",         "g /I/#2", "T /I/1",
                                           "S /I/#4", "G /II",        "T /II/1", "S /II/#7",
                                           "S /#8",   "f /Nơi nhận:", "f /#10",  "f /#11"};
    EXPECT(lines, expected);
}

static void letters_that_are_numerals(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "A|MỘT|", "1|Việc|w", "B|HAI|", "1|Việc|w", "C|BA|", "1|Việc|w", "D|BỐN|", "1|Việc|w",
    };
    static const char *const expected[] = {"G /A", "T /A/1", "G /B", "T /B/1",
                                           "G /C", "T /C/1", "G /D", "T /D/1"};
    EXPECT(lines, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_of_tasks),         cmocka_unit_test(parts_over_sections),
        cmocka_unit_test(headings_without_marks),    cmocka_unit_test(marks_inside_titles),
        cmocka_unit_test(sub_tasks_and_remarks),     cmocka_unit_test(numbers_in_numbers),
        cmocka_unit_test(tasks_without_marks),       cmocka_unit_test(goals_totals_and_signatures),
        cmocka_unit_test(letters_that_are_numerals),
    };
    return cmocka_run_group_tests_name("outline", tests, NULL, NULL);
}
