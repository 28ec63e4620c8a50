// SPDX-License-Identifier: MIT
/* The report as a Word file: its parts are whole, and what the plan says stays text. */
#include "check.h"

#include "base/xml.h"
#include "read/plan_read.h"
#include "view/document/report_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char csv[] = "TT,Nhiệm vụ,Chủ trì,Thời gian\n"
                          "I,MỘT & HAI,,\n"
                          "1,Rà soát <w:p>\u202E \x01thủ tục,Văn phòng,Quý 1\n"
                          "2,Báo cáo,Phòng A,Quý 3\n";

struct text {
    struct strbuf paragraphs; /* a line each */
    size_t tables, sections, blanks;
};

static void on_start(struct xml *xml, const char *name)
{
    struct text *text = xml_context(xml);
    text->tables += strcmp(name, "tbl") == 0;
    text->sections += strcmp(name, "sectPr") == 0;
    text->blanks += strcmp(name, "highlight") == 0;
}

static void on_end(struct xml *xml, const char *name)
{
    struct text *text = xml_context(xml);
    if (strcmp(name, "p") == 0)
        strbuf_addc(&text->paragraphs, '\n');
}

static void on_text(struct xml *xml, const char *bytes, size_t length)
{
    struct text *text = xml_context(xml);
    strbuf_add(&text->paragraphs, bytes, length);
}

static void write_report(char **bytes, size_t *length, const struct office *office)
{
    struct source source = {.path = "plan.csv", .text = csv, .length = sizeof csv - 1};
    struct read_options options = {.year = 2026};
    struct error_list errors = {0};
    struct error error;
    struct journal journal = {0};
    struct agency_table agencies = {0};
    struct report report = {.office = office,
                            .period = {.name = "q1",
                                       .from = {2026, 1, 1},
                                       .until = {2026, 4, 14},
                                       .before = {2025, 12, 31},
                                       .next_from = {2026, 4, 15},
                                       .next_until = {2026, 12, 31},
                                       .send_by = {2026, 4, 16}}};
    struct query query = {0};
    struct plan *plan = plan_read(&source, &options, &errors);
    assert_non_null(plan);
    FILE *out = open_memstream(bytes, length);
    assert_int_equal(
        report_run(&report, plan, &journal, &query, &agencies, (struct date){2026, 5, 1}, &error),
        0);
    assert_int_equal(report_write_docx(&report, out, &error), 0);
    fclose(out);
    report_release(&report);
    agency_table_release(&agencies);
    plan_free(plan);
}

/* Every part is XML of its own, whole; the words of the document are returned. */
static void read_document(struct text *text, const char *bytes, size_t length)
{
    static const struct xml_events events = {on_start, on_end, on_text}, none;
    struct error error;
    struct zip_reader *zip = zip_reader_open(bytes, length, &error);
    assert_non_null(zip);
    assert_string_equal(zip_reader_name(zip, 0), "[Content_Types].xml");
    for (size_t i = 0; zip_reader_name(zip, i) != NULL; i++) {
        bool document = strcmp(zip_reader_name(zip, i), "word/document.xml") == 0;
        assert_int_equal(
            xml_read(zip, zip_reader_name(zip, i), document ? &events : &none, text, &error), 0);
    }
    assert_int_equal(zip_reader_check(zip, &error), 0);
    zip_reader_close(zip);
}

static void assert_says(const struct text *text, const char *words)
{
    if (strstr(text->paragraphs.text, words) == NULL)
        fail_msg("«%s» does not stand in the report:\n%s", words, text->paragraphs.text);
}

static void a_report_has_the_form_of_the_decree(void **state)
{
    (void)state;
    const struct office office = {
        .name = "SỞ X", .recipients = "Ban Giám đốc; Phòng A", .place = "Huế"};
    struct text text = {0};
    char *bytes = NULL;
    size_t length;
    write_report(&bytes, &length, &office);
    read_document(&text, bytes, length);
    assert_says(&text, "SỞ X\n");
    assert_says(&text, "/BC-…\n");
    assert_says(&text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n");
    assert_says(&text, "Huế, ngày      tháng      năm 2026\n");
    assert_says(&text, "BÁO CÁO\nKết quả thực hiện ");
    assert_says(&text, "Kính gửi: …");
    assert_says(&text, "\n- Như trên;\n- Ban Giám đốc;\n- Phòng A;\n- Lưu: VT.\n");
    assert_says(&text, "Trong tổng số 2 nhiệm vụ của kế hoạch, đã hoàn thành 0 nhiệm vụ (0,0%)");
    assert_says(&text, "PHỤ LỤC\n");
    assert_in_range(text.blanks, 5, 9);
    assert_int_equal(text.sections, 2);
    assert_int_equal(text.tables, 5); /* head, numbers, what comes next, signature, annex */
    strbuf_release(&text.paragraphs);
    free(bytes);
}

static void what_a_plan_says_stays_text(void **state)
{
    (void)state;
    const struct office office = {.signer = "A & <B>"};
    struct text text = {0};
    char *bytes = NULL;
    size_t length;
    write_report(&bytes, &length, &office);
    read_document(&text, bytes, length);
    assert_says(&text, "I. MỘT & HAI\n");
    assert_says(&text, "Rà soát <w:p>");
    assert_says(&text, "A & <B>\n");
    assert_null(strchr(text.paragraphs.text, '\x01'));
    strbuf_release(&text.paragraphs);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_has_the_form_of_the_decree),
        cmocka_unit_test(what_a_plan_says_stays_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
