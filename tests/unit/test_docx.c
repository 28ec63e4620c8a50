// SPDX-License-Identifier: MIT
/* Word tables written by hand: merged cells, tracked changes, automatic numbers, several tables. */
#include "check.h"

#include "archive.h"
#include "read/plan_read.h"

#include <stdio.h>

#define TYPES "http://purl.oclc.org/ooxml/officeDocument/relationships/"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" TYPES type "' Target='" target "'/>"
#define P(text) "<w:p><w:r><w:t xml:space='preserve'>" text "</w:t></w:r></w:p>"
#define C(text) "<w:tc>" P(text) "</w:tc>"
#define SPAN(count, text) "<w:tc><w:tcPr><w:gridSpan w:val='" count "'/></w:tcPr>" P(text) "</w:tc>"
#define DOWN(how, text) "<w:tc><w:tcPr><w:vMerge" how "/></w:tcPr>" P(text) "</w:tc>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define TABLE(rows) "<w:tbl>" rows "</w:tbl>"
#define HEADER ROW(C("TT") C("Nhiệm vụ") C("Chủ trì") C("Kinh phí (triệu đồng)"))
#define SECTION ROW(C("I") SPAN("3", "CẢI CÁCH"))
#define NUMBERED(list, level)                                                                      \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list                        \
    "'/></w:numPr></w:pPr></w:p>"
#define AUTO(list, level) "<w:tc>" NUMBERED(list, level) "</w:tc>"

static const char numbering[] =
    "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start "
    "w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'>"
    "<w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='Viec'/><w:lvlText w:val='%2'/>"
    "</w:lvl><w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText "
    "w:val='%3)'/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'>"
    "<w:start w:val='1'/><w:numFmt w:val='hindiNumbers'/><w:lvlText w:val='%1'/></w:lvl>"
    "</w:abstractNum><w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='bullet'/><w:lvlText w:val='\xEF\x82\xB7'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId "
    "w:val='1'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num><w:num w:numId='4'>"
    "<w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='1'><w:startOverride w:val='5'/>"
    "</w:lvlOverride></w:num></w:numbering>";
static const char styles[] =
    "<w:styles xmlns:w='w'><w:style w:styleId='Viec'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>"
    "</w:pPr></w:style><w:style w:styleId='Con'><w:basedOn w:val='Viec'/></w:style></w:styles>";

static struct plan *read_body(const char *body, const char *sheet, struct error_list *errors)
{
    struct archive archive = {0};
    struct strbuf document = {0};
    struct read_options options = {.sheet = sheet, .year = 2021};
    strbuf_addf(&document,
                "<?xml version='1.0'?><w:document xmlns:w='w'><w:body>%s</w:body></w:document>",
                body);
    archive_add(
        &archive, "_rels/.rels",
        "<Relationships>" RELATION("r1", "officeDocument", "word/document.xml") "</Relationships>");
    archive_add(&archive, "word/document.xml", document.text);
    archive_add(&archive, "word/_rels/document.xml.rels",
                "<Relationships>" RELATION("r1", "numbering", "numbering.xml")
                    RELATION("r2", "styles", "styles.xml") "</Relationships>");
    archive_add(&archive, "word/numbering.xml", numbering);
    archive_add(&archive, "word/styles.xml", styles);
    const struct strbuf *bytes = archive_end(&archive);
    struct source source = {.path = "a.docx", .text = bytes->text, .length = bytes->length};
    *errors = (struct error_list){0};
    struct plan *plan = plan_read(&source, &options, errors);
    archive_release(&archive);
    strbuf_release(&document);
    return plan;
}

static struct plan *must_read(const char *body)
{
    struct error_list errors;
    struct plan *plan = read_body(body, NULL, &errors);
    if (plan == NULL)
        print_error("%s: %s\n", errors.items[0].location.cell, errors.items[0].text);
    assert_non_null(plan);
    return plan;
}

static void assert_refused(const char *body, const char *location, const char *text)
{
    struct error_list errors;
    struct plan *plan = read_body(body, NULL, &errors);
    const struct error *error = &errors.items[0];
    if (plan != NULL || strstr(error->text, text) == NULL ||
        strstr(error->location.cell, location) == NULL)
        print_error("%s: %s\n", error->location.cell, error->text);
    assert_null(plan);
    assert_int_equal(error->code, ERROR_DATA);
    assert_non_null(strstr(error->text, text));
    assert_non_null(strstr(error->location.cell, location));
}

static void assert_settled(const char *body, enum settlement settles)
{
    struct error_list errors;
    assert_null(read_body(body, NULL, &errors));
    assert_int_equal(errors.items[0].settles, settles);
}

static void assert_task(const struct plan *plan, size_t index, const char *number,
                        const char *title, const char *lead)
{
    assert_in_range(index, 0, plan->task_count - 1);
    const struct task *task = plan->tasks[index];
    assert_string_equal(task->number, number);
    assert_string_equal(task->text[TASK_TITLE], title);
    assert_string_equal(task->text[TASK_LEAD] != NULL ? task->text[TASK_LEAD] : "", lead);
}

static void paragraphs_tables_and_merged_cells(void **state)
{
    (void)state;
    struct plan *plan =
        must_read(TABLE(ROW(C("SỞ NỘI VỤ") C("CỘNG HÒA"))) P("KẾ HOẠCH NĂM 2022") "<w:p/>" TABLE(
            HEADER SECTION ROW(C("1") C("A") DOWN(" w:val='restart'", "VP") C("5")) ROW(
                C("2") "<w:tc>" P("B") P("C") TABLE(ROW(C("D") C("E"))) "<w:p/></w:tc>" DOWN("", "")
                    C("6")) ROW(C("3") C("F") C("TC") C("7"))) P("Tổng số nhiệm vụ: 3")
                      TABLE(ROW(C("Nơi nhận") C("GIÁM ĐỐC"))));
    assert_int_equal(plan->task_count, 3);
    assert_int_equal(plan->year, 2022);
    assert_string_equal(plan->title, "KẾ HOẠCH NĂM 2022");
    assert_string_equal(plan->preamble[0], "SỞ NỘI VỤ CỘNG HÒA");
    assert_string_equal(plan->sections[0]->title, "CẢI CÁCH");
    assert_string_equal(plan->declared.tasks, "3");
    assert_string_equal(plan->footer[1], "Nơi nhận GIÁM ĐỐC");
    assert_task(plan, 0, "1", "A", "VP");
    assert_task(plan, 1, "2", "B\nC\nD\nE", "VP");
    assert_task(plan, 2, "3", "F", "TC");
    plan_free(plan);
}

static void a_header_over_two_rows(void **state)
{
    (void)state;
    static const char *const roles[] = {"mark", "title",  "lead",   "coordinating", "start",
                                        "due",  "budget", "budget", "budget"};
    struct plan *plan = must_read(TABLE(
        ROW(DOWN(" w:val='restart'", "STT") DOWN(" w:val='restart'", "Nội dung công việc") SPAN(
            "2", "Tổ chức thực hiện") SPAN("2", "Thời gian") SPAN("3", "Kinh phí (triệu đồng)"))
            ROW(DOWN("", "") DOWN("", "") C("Chủ trì") C("Phối hợp") C("Bắt đầu") C("Kết thúc")
                    C("Tổng số") C("Ngân sách tỉnh") C("Nguồn khác"))
                ROW(C("(1)") C("(2)") C("(3)") C("(4)") C("(5)") C("(6)") C("(7)") C("(8)")
                        C("(9)")) ROW(C("I") SPAN("8", "CẢI CÁCH"))
                    ROW(C("1") C("A") C("VP") C("SNV") C("Quý I") C("Quý II") C("") C("2")
                            C("3"))));
    assert_int_equal(plan->column_count, COUNT(roles));
    for (size_t i = 0; i < COUNT(roles); i++)
        assert_string_equal(plan->columns[i].role, roles[i]);
    assert_task(plan, 0, "1", "A", "VP");
    assert_string_equal(plan->tasks[0]->text[TASK_SCHEDULE], "Quý I - Quý II");
    assert_int_equal(plan->tasks[0]->budget.vnd, 5000000);
    plan_free(plan);
}

/* A border that was dragged in one row makes columns of Word's that are none. */
static void an_apostrophe_is_text(void **state)
{
    (void)state;
    struct plan *plan = must_read(TABLE(HEADER SECTION ROW(C("1") C("'=1+1") C("''-") C("5"))));
    assert_task(plan, 0, "1", "'=1+1", "''-");
    plan_free(plan);
}

static void uneven_borders(void **state)
{
    (void)state;
    struct plan *plan = must_read(TABLE(
        "<w:tblGrid><w:gridCol w:w='500'/><w:gridCol w:w='3000'/><w:gridCol w:w='60'/><w:gridCol "
        "w:w='1500'/><w:gridCol w:w='900'/></w:tblGrid>" ROW(
            C("TT") C("Nhiệm vụ") SPAN("2", "Chủ trì") C("Kinh phí (triệu đồng)"))
            ROW(C("I") SPAN("4", "CẢI CÁCH")) ROW(C("1") SPAN("2", "A") C("VP") C("5"))));
    assert_task(plan, 0, "1", "A", "VP");
    assert_int_equal(plan->tasks[0]->budget.vnd, 5000000);
    assert_int_equal(plan->extra_count, 0);
    plan_free(plan);
}

#define DEL "<w:del w:id='1'>"
#define INS "<w:ins w:id='1'>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define GONE(text) DEL "<w:r><w:delText>" text "</w:delText></w:r></w:del>"

static void tracked_changes(void **state)
{
    (void)state;
    struct plan *plan = must_read(TABLE(
        HEADER SECTION ROW(C("1") "<w:tc><w:p>" R("Rà ") GONE("xem") INS R(
            "soát") "</w:ins></w:p></w:tc>"
                    "<w:tc><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("Văn ") "</w:p>" P(
                        "phòng") "</w:tc>" C("5")) "<w:tr><w:trPr><w:del/></w:trPr>" AUTO("1", "1")
            C("9") C("Cũ")
                C("1") "</w:tr>"
                       "<w:tr><w:trPr><w:ins/></w:trPr>" C("2") "<w:tc><w:moveFrom>" R(
                           "đi") "</w:moveFrom><w:p><w:pPr><w:pPrChange><w:pPr><w:numPr>"
                                 "<w:numId "
                                 "w:val='1'/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:moveTo>" R(
                                     "Họp") "</w:moveTo><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</"
                                            "w:t></w:r></w:p></w:tc>" C("") C("") "</w:tr>"));
    assert_int_equal(plan->task_count, 2);
    assert_task(plan, 0, "1", "Rà soát", "Văn phòng");
    assert_task(plan, 1, "2", "Họp", "");
    plan_free(plan);
    assert_refused(
        TABLE(HEADER SECTION ROW(C("1") "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" P("A") "</w:tc>")),
        "word/document.xml", "accept or reject");
}

#define STYLED(style) "<w:tc><w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr></w:p></w:tc>"

static void automatic_numbers(void **state)
{
    (void)state;
    struct plan *plan = must_read(
        TABLE(HEADER ROW(AUTO("1", "0") C("A")) ROW(AUTO("1", "1") C("B")) ROW(STYLED("Con") C("C"))
                  ROW(AUTO("1", "2") C("D")) ROW(AUTO("1", "2") C("E")) ROW(AUTO("3", "0") C("F"))
                      ROW(AUTO("1", "0") C("G")) ROW(STYLED("Viec") C("H"))
                          ROW(AUTO("4", "1") "<w:tc>" P("Gồm:") NUMBERED("3", "0") "</w:tc>")
                              ROW(AUTO("4", "1") C("K"))));
    static const char *const ids[][2] = {{"I", "1"},  {"I", "2.a"}, {"I", "2.b.1"},
                                         {"II", "1"}, {"II", "5"},  {"II", "6"}};
    assert_int_equal(plan->task_count, COUNT(ids));
    for (size_t i = 0; i < COUNT(ids); i++) {
        assert_string_equal(plan->tasks[i]->section->code, ids[i][0]);
        assert_string_equal(plan->tasks[i]->number, ids[i][1]);
    }
    assert_string_equal(plan->tasks[4]->text[TASK_TITLE], "Gồm:\n-");
    plan_free(plan);
    assert_refused(TABLE(HEADER SECTION ROW(AUTO("2", "0") C("A"))), "table 1, row 3, column 1",
                   "«an automatic number of the kind «hindiNumbers»»");
}

#define ONE(number, title) ROW(C(number) C(title) C("VP") C("1"))

static void several_tables(void **state)
{
    (void)state;
    struct error_list errors;
    struct plan *plan = must_read(
        TABLE(HEADER SECTION ONE("1", "A")) "<w:p/>" TABLE(HEADER ONE("2", "B"))
            TABLE(ONE("3", "C") ROW(C("4") C("D"))) P("II. TÀI CHÍNH") TABLE(HEADER ONE("1", "E")));
    assert_int_equal(plan->task_count, 5);
    assert_string_equal(plan->sections[1]->title, "TÀI CHÍNH");
    plan_free(plan);
    static const char two[] = TABLE(HEADER SECTION ONE("1", "A"))
        TABLE(ROW(C("STT") C("Nội dung")) SECTION ROW(C("1") C("B")));
    assert_refused(two, "", "several tables");
    assert_settled(two, SETTLED_BY_TABLE);
    plan = read_body(two, "2", &errors);
    assert_non_null(plan);
    assert_string_equal(plan->tasks[0]->text[TASK_TITLE], "B");
    plan_free(plan);
    assert_refused(TABLE(HEADER SECTION ONE("1", "A")) TABLE(ROW(C("2") C("B") C("VP"))),
                   "table 2, row 1, column 1", "rows of 3 columns below a header of 4");
    assert_settled(TABLE(HEADER SECTION ONE("1", "A")) TABLE(ROW(C("2") C("B") C("VP"))),
                   SETTLED_BY_ONE_TABLE);
    assert_settled(P("Không có bảng"), SETTLED_BY_NOTHING);
    plan = must_read(TABLE(HEADER SECTION ONE("1", "A")) P("Trang 2") TABLE(HEADER ONE("2", "B")));
    assert_int_equal(plan->task_count, 2);
    plan_free(plan);
    assert_refused(P("Không có bảng"), "", "expected a header row");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_tables_and_merged_cells),
        cmocka_unit_test(a_header_over_two_rows),
        cmocka_unit_test(an_apostrophe_is_text),
        cmocka_unit_test(uneven_borders),
        cmocka_unit_test(tracked_changes),
        cmocka_unit_test(automatic_numbers),
        cmocka_unit_test(several_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
