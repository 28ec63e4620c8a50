// SPDX-License-Identifier: MIT
/* What is left out of a line before libcsv reads it, and which lines are left alone. */
#include "check.h"

#include "read/table/csv_skim.h"

static bool is_b(void *context, const char *cell, size_t length)
{
    (void)context;
    return length == 1 && *cell == 'b';
}

/* The second and third columns are skipped, and the last too unless the first cell is «b». */
static const bool skip[] = {false, true, true, false}, skip_unused[] = {false, true, true, true};

static void cells_that_nobody_asks_for_are_left_out(void **state)
{
    (void)state;
    static const struct {
        const char *line, *skimmed; /* NULL: read as it is */
    } cases[] = {
        {"b,hai,ba,bốn\n", "b,x,x,bốn\n"},
        {"a,hai,ba,bốn\r\n", "a,x,x,x\r\n"},
        {"b,\"h,ai\",\"b\"\"a\"\"\",\"b,ốn\"", "b,x,x,\"b,ốn\""},
        {"b,,\"\",bốn\n", "b,,\"\",bốn\n"},                         /* blank ones stay */
        {"b, hai,\xC2\xA0,bốn\n", "b, hai,\xC2\xA0,bốn\n"},         /* so does what may be */
        {"b,\" hai\",\"\"\"\",bốn\n", "b,\" hai\",\"\"\"\",bốn\n"}, /* and a quote alone */
        {"b,hai\n", "b,x\n"},
        {"b,hai,ba,bốn,năm,sáu\n", "b,x,x,bốn,năm,sáu\n"},
        {"\"b\",hai,ba,bốn\n", "\"b\",x,x,bốn\n"}, /* a quoted cell is not looked into */
        {"\n", NULL},
        {"b,h\"ai,ba,bốn\n", NULL},
        {"b,\"hai,ba,bốn\n", NULL},
        {"b,\"hai\"x,ba,bốn\n", NULL},
        {"b,\"hai\" ,ba,bốn\n", NULL},
        {"b,\"ha\ni\",ba,bốn\n", "b,x,x,bốn\n"}, /* never fed so: a line ends there */
    };
    const struct table_use use = {
        .count = COUNT(skip), .skip = skip, .is_used = is_b, .skip_unused = skip_unused};
    struct strbuf out = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool skimmed = csv_skim(&use, ',', cases[i].line, strlen(cases[i].line), &out);
        assert_int_equal(skimmed, cases[i].skimmed != NULL);
        if (skimmed)
            assert_string_equal(out.text, cases[i].skimmed);
    }
    assert_true(csv_skim(&use, ';', "b;h,ai;ba;b,n", 13, &out));
    assert_string_equal(out.text, "b;x;x;b,n");
    strbuf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cells_that_nobody_asks_for_are_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
