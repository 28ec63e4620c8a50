// SPDX-License-Identifier: MIT
/* Which offices a cell names, and that each has one key however it is spelt. */
#include "check.h"

#include "base/strbuf.h"
#include "base/text.h"
#include "plan/agency.h"
#include "plan/agency_key.h"
#include "read/table/csv_table.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* The keys of a cell's offices, «|» between them. */
static void add_cell_keys(struct strbuf *out, const char *cell)
{
    struct agency_walk walk = agency_walk_of(NULL, cell);
    for (const char *separator = ""; agency_next(&walk); separator = "|") {
        strbuf_adds(out, separator);
        agency_walk_add_key(out, &walk);
    }
}

static void add_wanted_keys(struct strbuf *out, const char *reading)
{
    for (const char *separator = ""; *reading != '\0'; separator = "|") {
        size_t length = strcspn(reading, "|");
        strbuf_adds(out, separator);
        agency_key_add(out, reading, length);
        reading += length + (reading[length] != '\0');
    }
}

struct reading {
    size_t cells, wrong;
};

static void compare(struct reading *reading, const char *cell, const char *wanted)
{
    struct strbuf found = {0};
    add_cell_keys(&found, cell);
    reading->cells++;
    if (strcmp(strbuf_text(&found), wanted) != 0) {
        print_error("«%s» is read as «%s», not as «%s»\n", cell, strbuf_text(&found), wanted);
        reading->wrong++;
    }
    strbuf_release(&found);
}

/* Any spelling of the cell has the keys of the cell: capitals, folded, a stop behind it. */
static int read_cell(void *context, const struct table_row *row)
{
    struct strbuf wanted = {0}, spelt = {0};
    if (row->line == 1)
        return 0;
    add_wanted_keys(&wanted, row->cells[1]);
    compare(context, row->cells[0], strbuf_text(&wanted));
    strbuf_addf(&spelt, "  %s. ", row->cells[0]);
    compare(context, spelt.text, strbuf_text(&wanted));
    strbuf_clear(&spelt);
    add_wanted_keys(&spelt, strbuf_text(&wanted)); /* a key is its own key */
    assert_string_equal(strbuf_text(&spelt), strbuf_text(&wanted));
    strbuf_release(&spelt);
    strbuf_release(&wanted);
    return 0;
}

static void cells_are_read(void **state)
{
    (void)state;
    struct source source;
    struct reading reading = {0};
    struct error_list errors = {0};
    assert_int_equal(source_load(&source, "tests/data/agency-cells.csv", &errors), 0);
    struct csv_table csv = csv_table_of(&source, ',');
    csv.table.read(&csv.table, read_cell, &reading, &errors);
    source_release(&source);
    assert_int_equal(errors.count, 0);
    assert_in_range(reading.cells, 100, 10000);
    assert_int_equal(reading.wrong, 0);
}

static void different_offices_stay_apart(void **state)
{
    (void)state;
    static const char *const different[][2] = {
        {"Phòng Nội vụ", "Phòng Tư pháp"},
        {"Phòng Nội vụ", "Sở Nội vụ"},
        {"Trung tâm CNTT", "Trung tâm Y tế"},
        {"Văn phòng", "Văn phòng Sở"},
        {"Văn phòng UBND tỉnh", "Văn phòng HĐND tỉnh"},
        {"Phòng KH-TC", "Phòng TC-KH"},
        {"UBND xã", "UBND huyện"},
        {"UBND tỉnh", "HĐND tỉnh"},
        {"TT PVHCC", "TT CNTT"},
        {"Bộ Tài chính", "Sở Tài chính"},
    };
    for (size_t i = 0; i < COUNT(different); i++) {
        struct strbuf a = {0}, b = {0};
        agency_key_add(&a, different[i][0], strlen(different[i][0]));
        agency_key_add(&b, different[i][1], strlen(different[i][1]));
        assert_string_not_equal(a.text, b.text);
        strbuf_release(&a);
        strbuf_release(&b);
    }
}

static void nothing_is_no_office(void **state)
{
    (void)state;
    static const char *const blanks[] = {"", " ", ";", "-", " - \n - ", ".", ",", ";;,"};
    for (size_t i = 0; i < COUNT(blanks); i++) {
        struct strbuf found = {0};
        add_cell_keys(&found, blanks[i]);
        assert_string_equal(strbuf_text(&found), "");
        strbuf_release(&found);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read),
        cmocka_unit_test(different_offices_stay_apart),
        cmocka_unit_test(nothing_is_no_office),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
