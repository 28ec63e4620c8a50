// SPDX-License-Identifier: MIT
/* Lines of CSV that are taken apart without libcsv, and those that are left to it. */
#include "check.h"

#include "base/strbuf.h"
#include "read/table/csv_line.h"

static void plain_lines_are_taken_apart(void **state)
{
    (void)state;
    static const struct {
        const char *line, *cells; /* each with a | after it; NULL: left to libcsv */
    } cases[] = {
        {"a,hai,ba\n", "a|hai|ba|"},
        {"a,hai,ba\r\n", "a|hai|ba|"},
        {"a,,\"\"", "a|||"},
        {",", "||"},
        {" a\t, hai , \t\n", "a|hai||"},
        {"\"h,ai\",\"b\"\"a\"\"\",x\n", "h,ai|b\"a\"|x|"},
        {"\"\"\"\",\" a \"\n", "\"| a |"},
        {"a b\n", "a b|"},
        {"\xC2\xA0", "\xC2\xA0|"}, /* a blank that CSV does not know */
        {"\n", NULL},
        {" \t\n", NULL},
        {"\"\"\n", NULL},
        {"h\"ai,ba\n", NULL},
        {" \"hai\",ba\n", NULL},
        {"\"hai\"x,ba\n", NULL},
        {"\"hai\" ,ba\n", NULL},
        {"a,\"hai,ba\n", NULL},
        {"a,\"hai\"\"\n", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *cells[CSV_LINE_CELLS_MAX];
        char text[64];
        struct strbuf out = {0};
        size_t count = csv_line_split(cases[i].line, strlen(cases[i].line), ',', text, cells);
        for (size_t c = 0; c < count; c++)
            strbuf_addf(&out, "%s|", cells[c]);
        assert_string_equal(strbuf_text(&out), cases[i].cells != NULL ? cases[i].cells : "");
        strbuf_release(&out);
    }
}

static void cells_may_be_many_and_parted_otherwise(void **state)
{
    (void)state;
    char line[CSV_LINE_CELLS_MAX + 1], text[sizeof line];
    const char *cells[CSV_LINE_CELLS_MAX];
    memset(line, ';', sizeof line);
    assert_int_equal(csv_line_split(line, CSV_LINE_CELLS_MAX - 1, ';', text, cells),
                     CSV_LINE_CELLS_MAX);
    assert_int_equal(csv_line_split(line, CSV_LINE_CELLS_MAX, ';', text, cells), 0);
    assert_int_equal(csv_line_split("a,b", 3, ';', text, cells), 1);
    assert_string_equal(cells[0], "a,b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_lines_are_taken_apart),
        cmocka_unit_test(cells_may_be_many_and_parted_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
