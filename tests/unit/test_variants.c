// SPDX-License-Identifier: MIT
/* The 2021 plan as offices save it: in every variant the same 44 tasks, cell by cell. */
#include "check.h"

#include "base/strbuf.h"
#include "read/builtin.h"
#include "read/plan_read.h"
#include "read/table/csv_table.h"

#include <iconv.h>
#include <stdio.h>
#include <uninorm.h>
#include <unistd.h>

struct variant {
    const char *name, *delimiter, *line_end, *mark;
    const char *encoding;        /* of the file; NULL for UTF-8 */
    const char *named;           /* what --encoding is given; NULL for nothing */
    const char *const *headings; /* other names for the columns */
    const char *preamble;        /* lines above the table */
    bool quoted, decomposed, dotted, spaced;
};

static const char *const office_headings[] = {"STT",
                                              "Nội dung nhiệm vụ",
                                              "Sản phẩm",
                                              "Đơn vị\nchủ trì",
                                              "Đơn vị  phối hợp",
                                              "Thời gian hoàn thành",
                                              "Kinh phí (triệu đồng)"};
static const char *const shouted_headings[] = {"Số TT",
                                               "NHIỆM VỤ",
                                               "KẾT QUẢ/SẢN PHẨM",
                                               "CƠ QUAN, ĐƠN VỊ CHỦ TRÌ",
                                               "PHỐI HỢP",
                                               "THỜI HẠN",
                                               "DỰ TOÁN KINH PHÍ\n(ĐVT: TRIỆU ĐỒNG)"};

static const char office_preamble[] =
    "UBND TỈNH A\nSỞ LAO ĐỘNG\n\nKẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2021\n"
    "(Kèm theo Quyết định số 12/QĐ ngày 15 tháng 12 năm 2020)\n";

static const struct variant variants[] = {
    {.name = "as it is", .delimiter = ",", .line_end = "\n"},
    {.name = "byte order mark, CRLF", .delimiter = ",", .line_end = "\r\n", .mark = "\xEF\xBB\xBF"},
    {.name = "semicolons", .delimiter = ";", .line_end = "\r\n", .mark = "\xEF\xBB\xBF"},
    {.name = "tabs", .delimiter = "\t", .line_end = "\n"},
    {.name = "CR alone", .delimiter = ",", .line_end = "\r"},
    {.name = "all quoted", .delimiter = ";", .line_end = "\r\n", .quoted = true},
    {.name = "decomposed", .delimiter = ",", .line_end = "\n", .decomposed = true},
    {.name = "UTF-16 of Excel",
     .delimiter = "\t",
     .line_end = "\r\n",
     .mark = "\xEF\xBB\xBF",
     .encoding = "UTF-16LE"},
    {.name = "UTF-16, the other order",
     .delimiter = ",",
     .line_end = "\n",
     .mark = "\xEF\xBB\xBF",
     .encoding = "UTF-16BE"},
    {.name = "windows-1258",
     .delimiter = ";",
     .line_end = "\r\n",
     .encoding = "WINDOWS-1258",
     .named = "windows-1258"},
    {.name = "TCVN", .delimiter = ",", .line_end = "\n", .encoding = "TCVN", .named = "tcvn"},
    {.name = "an office's headings",
     .delimiter = ";",
     .line_end = "\r\n",
     .headings = office_headings,
     .preamble = office_preamble},
    {.name = "shouted headings, dots and spaces",
     .delimiter = ",",
     .line_end = "\n",
     .headings = shouted_headings,
     .preamble = office_preamble,
     .dotted = true,
     .spaced = true},
};

struct tailor {
    const struct variant *variant;
    struct strbuf text;
};

static void add_cell(struct tailor *tailor, const char *cell, bool first)
{
    const struct variant *variant = tailor->variant;
    bool quoted = variant->quoted || strpbrk(cell, ",;\t\"\r\n") != NULL;
    strbuf_adds(&tailor->text, first ? "" : variant->delimiter);
    strbuf_adds(&tailor->text, quoted ? "\"" : "");
    strbuf_adds(&tailor->text, variant->spaced && *cell != '\0' ? "  " : "");
    for (; *cell != '\0'; cell++)
        strbuf_adds(&tailor->text, *cell == '"' ? "\"\"" : (char[]){*cell, '\0'});
    strbuf_adds(&tailor->text, quoted ? "\"" : "");
}

static int sew_row(void *context, const struct table_row *row)
{
    struct tailor *tailor = context;
    const struct variant *variant = tailor->variant;
    for (size_t i = 0; i < row->count; i++) {
        struct strbuf cell = {0};
        bool number = i == 0 && row->line > 1 && strlen(row->cells[0]) < 5;
        strbuf_adds(&cell, row->line == 1 && variant->headings != NULL ? variant->headings[i]
                                                                       : row->cells[i]);
        strbuf_adds(&cell, number && variant->dotted ? "." : "");
        add_cell(tailor, cell.text, i == 0);
        strbuf_release(&cell);
    }
    strbuf_adds(&tailor->text, variant->line_end);
    return 0;
}

static void decompose(struct strbuf *text)
{
    size_t length;
    uint8_t *decomposed =
        u8_normalize(UNINORM_NFD, (const uint8_t *)text->text, text->length, NULL, &length);
    strbuf_clear(text);
    strbuf_add(text, (const char *)decomposed, length);
    free(decomposed);
}

static void encode(struct strbuf *text, const char *encoding)
{
    iconv_t converter = iconv_open(encoding, "UTF-8");
    char *room = malloc(text->length * 4), *in = text->text, *out = room;
    size_t left = text->length, free_room = text->length * 4;
    assert_int_not_equal(iconv(converter, &in, &left, &out, &free_room), (size_t)-1);
    strbuf_clear(text);
    strbuf_add(text, room, (size_t)(out - room));
    iconv_close(converter);
    free(room);
}

static struct strbuf sew(const struct variant *variant)
{
    struct tailor tailor = {.variant = variant};
    struct source source = builtin_plan();
    struct csv_table table = csv_table_of(&source, ',');
    struct error_list errors = {0};
    strbuf_adds(&tailor.text, variant->mark != NULL ? variant->mark : "");
    for (const char *line = variant->preamble; line != NULL && *line != '\0';) {
        size_t length = strcspn(line, "\n");
        strbuf_add(&tailor.text, line, length);
        strbuf_adds(&tailor.text, variant->line_end);
        line += length + 1;
    }
    table.table.read(&table.table, sew_row, &tailor, &errors);
    if (variant->decomposed)
        decompose(&tailor.text);
    if (variant->encoding != NULL)
        encode(&tailor.text, variant->encoding);
    return tailor.text;
}

static void assert_same_cells(const struct plan *plan, const struct plan *wanted)
{
    assert_int_equal(plan->task_count, wanted->task_count);
    assert_int_equal(plan->year, wanted->year);
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *x = plan->tasks[i], *y = wanted->tasks[i];
        assert_int_equal(x->section->value, y->section->value);
        assert_string_equal(x->number, y->number);
        assert_int_equal(x->budget.kind, y->budget.kind);
        assert_int_equal(x->budget.vnd, y->budget.vnd);
        assert_int_equal(x->schedule->kind, y->schedule->kind);
        for (int field = 0; field < TASK_FIELDS; field++) {
            assert_int_equal(x->text[field] != NULL, y->text[field] != NULL);
            if (x->text[field] != NULL)
                assert_string_equal(x->text[field], y->text[field]);
        }
    }
}

static void every_variant_is_the_same_plan(void **state)
{
    (void)state;
    struct error_list errors = {0};
    struct read_options options = {0};
    struct plan *wanted = plan_read_path("", &options, &errors);
    for (size_t i = 0; i < COUNT(variants); i++) {
        char path[] = "/tmp/variant.XXXXXX";
        struct strbuf text = sew(&variants[i]);
        int file = mkstemp(path);
        assert_int_equal(write(file, text.text, text.length), (ssize_t)text.length);
        close(file);
        options.encoding = variants[i].named;
        errors = (struct error_list){0};
        struct plan *plan = plan_read_path(path, &options, &errors);
        unlink(path);
        if (plan == NULL)
            print_error("%s: %zu:%zu: %s\n", variants[i].name, errors.items[0].location.line,
                        errors.items[0].location.column, errors.items[0].text);
        assert_non_null(plan);
        assert_same_cells(plan, wanted);
        plan_free(plan);
        strbuf_release(&text);
    }
    plan_free(wanted);
}

/* The Excel and Word files of tests/data/make-samples. */
static void every_office_file_is_the_same_plan(void **state)
{
    (void)state;
    static const char *const paths[] = {
        "tests/data/plan-2021-xlsxwriter.xlsx", "tests/data/plan-2021-libreoffice.xlsx",
        "tests/data/plan-2021-libreoffice.docx", "tests/data/plan-2021-tracked.docx"};
    struct error_list errors = {0};
    struct read_options options = {0};
    struct plan *wanted = plan_read_path("", &options, &errors);
    for (size_t i = 0; i < COUNT(paths); i++) {
        struct plan *plan = plan_read_path(paths[i], &options, &errors);
        if (plan == NULL)
            print_error("%s:%s: %s\n", paths[i], errors.items[0].location.cell,
                        errors.items[0].text);
        assert_non_null(plan);
        assert_same_cells(plan, wanted);
        assert_string_equal(plan->declared.tasks, wanted->declared.tasks);
        assert_string_equal(plan->declared.budget, wanted->declared.budget);
        plan_free(plan);
    }
    plan_free(wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_variant_is_the_same_plan),
        cmocka_unit_test(every_office_file_is_the_same_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
