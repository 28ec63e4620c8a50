// SPDX-License-Identifier: MIT
/* Answers in sheets and documents written by hand: which table, which cells, and what is refused.
 */
#include "check.h"

#include "archive.h"
#include "journal/entry_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id='" id "' Type='" TYPES type "' Target='" target "'/>"
#define I(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define HEADER "<row>" I("task") I("status") I("on") I("percent") I("spent") "</row>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define C(text) "<w:tc>" P(text) "</w:tc>"

struct part {
    const char *name, *text;
};

/* Reads the parts as a file; its name says nothing of what it is. */
static int read_parts(struct journal *answers, const struct part *parts, size_t count,
                      struct error_list *errors)
{
    char path[] = "/tmp/cchc-answers-XXXXXX";
    struct archive archive = {0};
    for (size_t i = 0; i < count; i++)
        archive_add(&archive, parts[i].name, parts[i].text);
    const struct strbuf *bytes = archive_end(&archive);
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, bytes->text, bytes->length), bytes->length);
    close(file);
    *errors = (struct error_list){0};
    *answers = (struct journal){0};
    int status = entry_file_read(answers, path, NULL, errors);
    assert_int_equal(status != 0, errors->count > 0);
    unlink(path);
    archive_release(&archive);
    return status;
}

static int read_sheets(struct journal *answers, const char *one, const char *two,
                       struct error_list *errors)
{
    const struct part parts[] = {
        {"_rels/.rels",
         "<Relationships>" RELATION("r", "officeDocument", "b.xml") "</Relationships>"},
        {"b.xml", "<workbook><sheets><sheet name='KQ' id='r1'/><sheet name='B' id='r2'/></sheets>"
                  "</workbook>"},
        {"_rels/b.xml.rels",
         "<Relationships>" RELATION("r1", "worksheet", "1.xml") RELATION("r2", "worksheet", "2.xml")
             RELATION("r3", "styles", "s.xml") "</Relationships>"},
        {"s.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/>"
                  "</cellXfs></styleSheet>"},
        {"1.xml", one},
        {"2.xml", two},
    };
    return read_parts(answers, parts, sizeof parts / sizeof *parts, errors);
}

static void sheet_cells_are_values(void **state)
{
    (void)state;
    struct journal answers;
    struct error_list errors;
    assert_int_equal(
        read_sheets(&answers,
                    "<worksheet><sheetData><row>" I("Kính gửi") "</row>" HEADER "<row>" I("III.2")
                        I("done") "<c s='1'><v>44377</v></c><c s='2'><v>0.4</v></c><c><v>1.125</v>"
                                  "</c></row></sheetData></worksheet>",
                    "<worksheet/>", &errors),
        0);
    assert_int_equal(answers.count, 1);
    const struct journal_entry *entry = answers.entries;
    assert_string_equal(entry->task, "III.2");
    assert_int_equal(date_compare(entry->on, date_make(2021, 6, 30)), 0);
    assert_int_equal(entry->percent, 40);
    assert_int_equal(entry->spent_vnd, 1125000);
    assert_string_equal(journal_entry_location(entry).cell, "KQ!A3");
    journal_release(&answers);
}

static void document_table_is_read(void **state)
{
    (void)state;
    const struct part parts[] = {
        {"_rels/.rels",
         "<Relationships>" RELATION("r", "officeDocument", "d.xml") "</Relationships>"},
        {"d.xml", "<w:document xmlns:w='w'><w:body><w:tbl><w:tr>" C("UBND")
                      C("Số 15") "</w:tr></w:tbl>" P("Báo cáo") "<w:tbl><w:tr>" C("task")
                          C("status") C("on") "</w:tr><w:tr>" C("V.1/1") C("đã hoàn thành")
                              C("30/6/2021") "</w:tr></w:tbl>" P("Nơi nhận") "</w:body>"
                                                                             "</w:document>"},
    };
    struct journal answers;
    struct error_list errors;
    assert_int_equal(read_parts(&answers, parts, 2, &errors), 0);
    assert_int_equal(answers.count, 1);
    assert_string_equal(answers.entries->task, "V.1/1");
    assert_int_equal(answers.entries->status, TASK_DONE);
    assert_string_equal(journal_entry_location(answers.entries).cell, "table 2, row 2, column 1");
    journal_release(&answers);
}

static void must_refuse(const char *one, const char *two, const char *cell, const char *text)
{
    struct journal answers;
    struct error_list errors;
    assert_int_not_equal(read_sheets(&answers, one, two, &errors), 0);
    assert_int_equal(errors.count, 1);
    assert_string_equal(errors.items[0].location.cell, cell);
    assert_non_null(strstr(errors.items[0].text, text));
    journal_release(&answers);
}

static void what_is_not_clear_is_refused(void **state)
{
    (void)state;
#define SHEET(rows, rest) "<worksheet><sheetData>" rows "</sheetData>" rest "</worksheet>"
#define ROWS HEADER "<row>" I("III.2") I("done") "</row><row>" I("III.3") "</row>"
    must_refuse(SHEET(ROWS, "<mergeCells><mergeCell ref='B2:B3'/></mergeCells>"), "<worksheet/>",
                "KQ!B2", "one value beside 2 rows");
    must_refuse(SHEET("<row>" I("x") "</row>", ""), "<worksheet/>", "", "no header");
    must_refuse(SHEET(HEADER "<row>" I("III.2") "<c t='e'><v>#REF!</v></c></row>", ""),
                "<worksheet/>", "KQ!B2", "#REF!");
    must_refuse(SHEET(HEADER "<row>" I("III.2") "<c/><c><v>44377.5</v></c></row>", ""),
                "<worksheet/>", "KQ!C2", "expected a date");
}

static void several_sheets_are_read(void **state)
{
    (void)state;
    struct journal answers;
    struct error_list errors;
    assert_int_equal(read_sheets(&answers, SHEET(ROWS, ""), SHEET(ROWS, ""), &errors), 0);
    assert_int_equal(answers.count, 2);
    assert_string_equal(journal_entry_location(&answers.entries[1]).cell, "B!A2");
    journal_release(&answers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sheet_cells_are_values),
        cmocka_unit_test(document_table_is_read),
        cmocka_unit_test(what_is_not_clear_is_refused),
        cmocka_unit_test(several_sheets_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
