// SPDX-License-Identifier: MIT
/* Which targets a task's words set, and whether what was measured reaches them. */
#include "check.h"

#include "plan/indicator/target.h"
#include "read/table/csv_table.h"

#include <stdio.h>
#include <string.h>

/* «at-least 99.99 % of MEASURE», one after the other. */
static void add_reading(struct strbuf *out, const struct target *target)
{
    strbuf_separate(out, " | ");
    strbuf_addf(out, "%s ", target_comparison_names[target->comparison]);
    figure_add(out, &target->value, '.');
    strbuf_addf(out, " %s", target->unit);
    if (*target->measure != '\0')
        strbuf_addf(out, ": %s", target->measure);
}

struct reading {
    size_t texts, wrong;
};

/* A line: «output» or «title», the text, its reading. */
static int read_text(void *context, const struct table_row *row)
{
    struct reading *reading = context;
    struct target_list targets = {0};
    struct arena arena = {0};
    struct strbuf found = {0};
    if (row->line == 1)
        return 0;
    targets_read(&targets, &arena, row->cells[1], strcmp(row->cells[0], "title") == 0);
    for (size_t i = 0; i < targets.count; i++)
        add_reading(&found, &targets.items[i]);
    reading->texts++;
    if (strcmp(strbuf_text(&found), row->cells[2]) != 0) {
        print_error("«%s» is read as «%s», not as «%s»\n", row->cells[1], strbuf_text(&found),
                    row->cells[2]);
        reading->wrong++;
    }
    strbuf_release(&found);
    arena_release(&arena);
    target_list_release(&targets);
    return 0;
}

static void texts_are_read(void **state)
{
    (void)state;
    struct source source;
    struct reading reading = {0};
    struct error_list errors = {0};
    assert_int_equal(source_load(&source, "tests/data/targets.csv", &errors), 0);
    struct csv_table csv = csv_table_of(&source, ',');
    csv.table.read(&csv.table, read_text, &reading, &errors);
    source_release(&source);
    assert_int_equal(errors.count, 0);
    assert_in_range(reading.texts, 80, 10000);
    assert_int_equal(reading.wrong, 0);
}

static void assert_judged(const char *text, const char *measured, enum target_result wanted)
{
    struct target_list targets = {0};
    struct arena arena = {0};
    targets_read(&targets, &arena, text, false);
    if (targets_judge(&targets, measured) != wanted)
        fail_msg("«%s» by «%s» is judged %d", text, measured, targets_judge(&targets, measured));
    arena_release(&arena);
    target_list_release(&targets);
}

static void what_is_measured_is_judged(void **state)
{
    (void)state;
    assert_judged("tỉ lệ đúng hạn 99,99%", "99,99%", TARGET_REACHED);
    assert_judged("tỉ lệ đúng hạn 99,99%", "99.989", TARGET_MISSED);
    assert_judged("tỉ lệ đúng hạn 99,99%", "đạt 100 %", TARGET_REACHED);
    assert_judged("tỉ lệ đúng hạn 80%", "63/70", TARGET_REACHED);
    assert_judged("tỉ lệ đúng hạn 91%", "63/70", TARGET_MISSED);
    assert_judged("dưới 10%", "10%", TARGET_MISSED);
    assert_judged("dưới 10%", "9,9%", TARGET_REACHED);
    assert_judged("trên 10%", "10", TARGET_MISSED);
    assert_judged("không quá 5%", "5", TARGET_REACHED);
    assert_judged("7/7 đơn vị", "7/7", TARGET_REACHED);
    assert_judged("7/7 đơn vị", "6/7", TARGET_MISSED);
    assert_judged("7/7 đơn vị", "7", TARGET_REACHED);
    assert_judged("7/8 đơn vị", "8/9", TARGET_REACHED);
    assert_judged("giảm 30% thời gian", "giảm 35%", TARGET_REACHED);
    assert_judged("giảm 30% thời gian", "29", TARGET_MISSED);
    assert_judged("02 lớp; 100 người", "2; 99", TARGET_MISSED);
    assert_judged("02 lớp; 100 người", "2", TARGET_UNMEASURED);
    assert_judged("02 lớp; 100 người", "1", TARGET_MISSED);
    assert_judged("02 lớp; 100 người", "2 lớp; 1.000 người", TARGET_REACHED);
    assert_judged("02 lớp", NULL, TARGET_UNMEASURED);
    assert_judged("02 lớp", "nhiều", TARGET_UNMEASURED);
    assert_judged("Báo cáo", "100%", TARGET_UNMEASURED);
}

static void what_is_no_value_is_told(void **state)
{
    (void)state;
    static const char *const values[] = {"", "abc", "1;x", "8/7", "-5%", "1;2;3;4;5", "1,2,3", ";"};
    const struct target_list none = {0};
    struct figure figures[4];
    size_t count;
    for (size_t i = 0; i < COUNT(values); i++)
        if (measured_read(values[i], &none, figures, COUNT(figures), &count))
            fail_msg("«%s» is a value", values[i]);
    assert_true(measured_read(" 98,5 % ; 7/7; ", &none, figures, COUNT(figures), &count));
    assert_int_equal(count, 2);
    assert_int_equal(figures[0].number, 985);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_read),
        cmocka_unit_test(what_is_measured_is_judged),
        cmocka_unit_test(what_is_no_value_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
