// SPDX-License-Identifier: MIT
/* The registry of formats: what a name and a file's ending choose, for what is to be written. */
#include "check.h"

#include "write/format.h"

enum { ALL = FORMAT_TEXT | FORMAT_ROWS | FORMAT_REPORT | FORMAT_PLAN | FORMAT_FINDINGS };

static void a_format_has_a_name_and_an_ending_of_its_own(void **state)
{
    (void)state;
    size_t count = 0;
    const char **names = format_words(ALL, false);
    for (; names[count] != NULL; count++) {
        const struct format *f, *found;
        struct error error;
        char path[64];
        assert_int_equal(format_of_name(&f, ALL, "all", names[count], &error), 0);
        assert_string_equal(f->name, names[count]);
        if (f->ending != NULL) {
            snprintf(path, sizeof path, "a.b/plan.2021.%s", f->ending);
            assert_int_equal(format_of_path(&found, ALL, "all", path, &error), 0);
            assert_ptr_equal(found, f);
        }
        assert_true(f->rows == NULL || f->rows->write != NULL);
        assert_true(f->document == NULL || f->report == NULL);
    }
    assert_in_range(count, 9, 99);
    free((void *)names);
}

static void a_file_without_an_ending_is_a_table(void **state)
{
    (void)state;
    static const struct {
        const char *path, *name;
    } files[] = {
        {"", "table"},         {"plan", "table"},    {"a.csv/plan", "table"}, {".csv", "table"},
        {"a/.csv", "table"},   {"plan.", "table"},   {"plan.TXT", "table"},   {"plan.Csv", "csv"},
        {"a.md.json", "json"}, {"..jsonl", "jsonl"},
    };
    for (size_t i = 0; i < COUNT(files); i++) {
        const struct format *found;
        struct error error;
        assert_int_equal(format_of_path(&found, FORMAT_ROWS, "list", files[i].path, &error), 0);
        assert_string_equal(found->name, files[i].name);
    }
}

static void what_is_not_carried_is_refused(void **state)
{
    (void)state;
    const struct format *found;
    struct error error;
    assert_int_equal(format_of_name(&found, FORMAT_ROWS, "list", "ics", &error), -1);
    assert_string_equal(error.text, "list has no format «ics»: expected one of table, csv, "
                                    "tsv, json, jsonl, md");
    assert_int_equal(error.code, ERROR_USAGE);
    assert_int_equal(format_of_name(&found, FORMAT_ROWS, "list", "sarif", &error), -1);
    assert_int_equal(format_of_path(&found, FORMAT_FINDINGS, "check", "x.gcc", &error), -1);
    assert_string_equal(error.text, "check writes no «.gcc» file: expected one of sarif");
    assert_int_equal(format_of_path(&found, FORMAT_TEXT, "help", "x.csv", &error), -1);
    assert_string_equal(error.text, "help writes no «.csv» file: expected one of txt");
    assert_int_equal(format_of_path(&found, FORMAT_PLAN, "export", "x", &error), -1);
    assert_non_null(strstr(error.text, "export needs a format: expected one of csv, json"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_format_has_a_name_and_an_ending_of_its_own),
        cmocka_unit_test(a_file_without_an_ending_is_a_table),
        cmocka_unit_test(what_is_not_carried_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
