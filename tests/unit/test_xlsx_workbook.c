// SPDX-License-Identifier: MIT
/* A plan written as an Excel or Word file: loads again equal, texts stay texts, and what cannot be
 * held. */
#include "archive.h"
#include "check.h"

#include "base/zip_read.h"
#include "read/plan_read.h"
#include "write/plan_write.h"
#include "write/xlsx_workbook_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct query everything;
static const struct progress nothing = {.as_of = {2021, 6, 30}};

static int write_file(plan_writer *write, const struct plan *plan, char **bytes, size_t *length,
                      struct error *error)
{
    struct plan_extract extract = {.plan = plan, .query = &everything, .progress = &nothing};
    FILE *out = open_memstream(bytes, length);
    assert_non_null(out);
    int status = write(&extract, out, error);
    fclose(out);
    return status;
}

static struct plan *read_bytes(const char *path, const char *bytes, size_t length)
{
    struct source source = {.path = path, .text = bytes, .length = length};
    struct read_options options = {.year = 2021};
    struct error_list errors = {0};
    struct plan *plan = plan_read(&source, &options, &errors);
    if (plan == NULL)
        print_error("%s %s: %s\n", path, errors.items[0].location.cell, errors.items[0].text);
    assert_non_null(plan);
    return plan;
}

static struct plan *read_path(const char *path)
{
    struct read_options options = {.year = 2021};
    struct error_list errors = {0};
    struct plan *plan = plan_read_path(path, &options, &errors);
    assert_non_null(plan);
    return plan;
}

/* The official table; an amount is a figure in the plan's unit, however it was written. */
static char *official_table(struct plan *plan)
{
    char *text = NULL;
    size_t length;
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan->tasks[i]->budget.kind == BUDGET_AMOUNT)
            plan->tasks[i]->text[TASK_BUDGET] = NULL;
    for (size_t i = 0; i < plan->row_count; i++)
        if (plan->rows[i]->budget.kind == BUDGET_AMOUNT)
            plan->rows[i]->text[TASK_BUDGET] = NULL;
    FILE *out = open_memstream(&text, &length);
    struct plan_extract extract = {.plan = plan, .query = &everything, .progress = &nothing};
    struct error error;
    assert_int_equal(plan_write_csv(&extract, out, &error), 0);
    fclose(out);
    return text;
}

/* Frees the plan. */
static void must_load_again(struct plan *plan, plan_writer *write)
{
    struct error error = {0};
    char *bytes = NULL;
    size_t length;
    assert_int_equal(write_file(write, plan, &bytes, &length, &error), 0);
    struct plan *again = read_bytes(plan->path, bytes, length);
    char *wanted = official_table(plan), *got = official_table(again);
    assert_string_equal(got, wanted);
    assert_int_equal(again->year, plan->year);
    assert_int_equal(again->unit, plan->unit);
    free(wanted);
    free(got);
    plan_free(again);
    plan_free(plan);
    free(bytes);
}

static void plans_load_again(void **state)
{
    (void)state;
    static plan_writer *const writers[] = {plan_write_xlsx, plan_write_docx};
    static const char *const paths[] = {"",
                                        "tests/data/official.csv",
                                        "tests/data/clean.csv",
                                        "tests/data/semicolon.csv",
                                        "tests/data/odd-amounts.json",
                                        "tests/data/plan-2021-xlsxwriter.xlsx",
                                        "tests/data/plan-2021-tracked.docx"};
    for (size_t i = 0; i < COUNT(paths); i++)
        for (size_t j = 0; j < COUNT(writers); j++)
            must_load_again(read_path(paths[i]), writers[j]);
    /* A Word file holds no control characters, and a tab comes back as a space. */
    must_load_again(read_path("tests/data/hostile.csv"), plan_write_xlsx);
}

static const char odd[] = "=KẾ HOẠCH năm 2021\n"
                          "+ĐVT: nghìn đồng\n"
                          "TT,Nhiệm vụ,Chủ trì,Kinh phí (nghìn đồng),=Lý do,03,\n"
                          "I,=1+1,,\"Ngân sách tỉnh: 100\",@x,007\n"
                          "1,=1+1,\"-a\nb\",\"1,5\",_x000A_,12,y\n"
                          "2,'=1,_x0041,\"1.285,125 triệu\",a\tb,1.5\n"
                          "2.1,+84\x01,\"<&>\"\"\",9000000000000000 đồng,_,\n"
                          "03,@SUM(A1),\xC2\x85_xyz_,Theo quy định,,x\n"
                          "Tổng số nhiệm vụ: 4\n";

static void odd_texts_load_again(void **state)
{
    (void)state;
    must_load_again(read_bytes("odd.csv", odd, strlen(odd)), plan_write_xlsx);
}

static int find_formula(void *context, const char *bytes, size_t length)
{
    struct strbuf *text = context;
    strbuf_add(text, bytes, length);
    return 0;
}

static void texts_are_no_formulas(void **state)
{
    (void)state;
    struct error error = {0};
    struct strbuf sheet = {0};
    char *bytes = NULL, *second = NULL;
    size_t length, second_length;
    struct plan *plan = read_bytes("odd.csv", odd, strlen(odd));
    assert_int_equal(write_file(plan_write_xlsx, plan, &bytes, &length, &error), 0);
    struct zip_reader *zip = zip_reader_open(bytes, length, &error);
    assert_non_null(zip);
    assert_int_equal(zip_reader_read(zip, "xl/worksheets/sheet1.xml", find_formula, &sheet, &error),
                     0);
    assert_null(strstr(sheet.text, "<f>"));
    assert_non_null(strstr(sheet.text, "<v>1285125</v>")); /* an amount is a number */
    assert_non_null(strstr(sheet.text, "<v>1.5</v>"));
    assert_int_equal(write_file(plan_write_xlsx, plan, &second, &second_length, &error), 0);
    assert_int_equal(second_length, length);
    assert_memory_equal(second, bytes, length); /* the same plan has the same bytes */
    strbuf_release(&sheet);
    zip_reader_close(zip);
    plan_free(plan);
    free(bytes);
    free(second);
}

static void what_no_sheet_holds_is_an_error(void **state)
{
    (void)state;
    enum { TOO_LONG = 32768 };
    struct error error = {0};
    struct strbuf text = {0};
    char *bytes = NULL;
    size_t length;
    strbuf_adds(&text, "section,number,title\nI,1,");
    for (size_t i = 0; i < TOO_LONG; i++)
        strbuf_addc(&text, 'a');
    struct plan *plan = read_bytes("long.csv", text.text, text.length);
    assert_int_equal(write_file(plan_write_xlsx, plan, &bytes, &length, &error), -1);
    assert_int_equal(error.code, ERROR_DATA);
    assert_non_null(strstr(error.text, "32767 characters"));
    assert_int_equal(length, 0);
    plan_free(plan);
    free(bytes);
    strbuf_release(&text);
}

/* ---- Books that were not written whole ---- */

static const char types[] = "<Types><Override PartName=\"/s.xml\"/>"
                            "<Override PartName=\"/t.xml\"/></Types>";
static const char sheet[] = "<sheet><row><c r=\"A1\"/><c r=\"B1\"/></row></sheet>";
static const char texts[] = "<sst uniqueCount=\"2\"><si/><si/></sst>";

/* A workbook of those parts, where NULL is none, checked for a sheet of two cells. */
static int check_parts(const char *listed, const char *cells, const char *shared)
{
    struct archive archive = {0};
    struct error error = {0};
    archive_add(&archive, "types.xml", listed);
    if (cells != NULL)
        archive_add(&archive, "s.xml", cells);
    archive_add(&archive, "t.xml", shared);
    const struct strbuf *bytes = archive_end(&archive);
    int status = xlsx_workbook_check(bytes->text, bytes->length, 2, &error);
    assert_int_equal(error.code, status == 0 ? ERROR_NONE : ERROR_SYSTEM);
    archive_release(&archive);
    return status;
}

static void what_is_not_whole_is_found(void **state)
{
    (void)state;
    assert_int_equal(check_parts(types, sheet, texts), 0);
    assert_int_equal(check_parts("", sheet, texts), -1);
    assert_int_equal(check_parts("<Types/>", sheet, texts), -1);
    assert_int_equal(check_parts(types, NULL, texts), -1);
    assert_int_equal(check_parts(types, "<sheet><row><c/><c/></row></she", texts), -1);
    assert_int_equal(check_parts(types, "<sheet><row><c/></row></sheet>", texts), -1);
    assert_int_equal(check_parts(types, sheet, "<sst uniqueCount=\"2\"><si/></sst>"), -1);
}

static void a_wrong_bit_is_found(void **state)
{
    (void)state;
    struct error error = {0};
    struct archive archive = {0};
    archive_add(&archive, "s.xml", "<Types><Override PartName=\"/s.xml\"/></Types>");
    const struct strbuf *bytes = archive_end(&archive);
    assert_int_equal(xlsx_workbook_check(bytes->text, bytes->length, 0, &error), 0);
    assert_int_equal(xlsx_workbook_check(bytes->text, bytes->length - 1, 0, &error), -1);
    bytes->text[40] ^= 1; /* in the member's text */
    assert_int_equal(xlsx_workbook_check(bytes->text, bytes->length, 0, &error), -1);
    archive_release(&archive);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_load_again),
        cmocka_unit_test(odd_texts_load_again),
        cmocka_unit_test(texts_are_no_formulas),
        cmocka_unit_test(what_no_sheet_holds_is_an_error),
        cmocka_unit_test(what_is_not_whole_is_found),
        cmocka_unit_test(a_wrong_bit_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
