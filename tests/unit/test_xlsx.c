// SPDX-License-Identifier: MIT
/* Excel sheets written by hand, cell by cell: what each kind of cell means, and what is refused. */
#include "check.h"

#include "archive.h"
#include "read/office/xlsx_format.h"
#include "read/plan_read.h"

#include <stdio.h>

#define TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATION(id, type, target)                                                                 \
    "<Relationship Id=\"" id "\" Type=\"" TYPES type "\" Target=\"" target "\"/>"
#define RELATIONS(list) "<Relationships>" list "</Relationships>"
#define HEADER                                                                                        \
    "<row r='1'><c r='A1' t='inlineStr'><is><t>TT</t></is></c><c r='B1' "                             \
    "t='inlineStr'><is><t>Nhiệm "                                                                   \
    "vụ</t></is></c><c r='C1' t='inlineStr'><is><t>Chủ trì</t></is></c><c r='D1' "               \
    "t='inlineStr'><is><t>Thời gian</t></is></c><c r='E1' t='inlineStr'><is><t>Kinh phí (triệu " \
    "đồng)</t></is></c></row>"
#define SECTION "<row r='2'><c r='A2' t='inlineStr'><is><t>I</t></is></c></row>"

/* The parts of a file; NULL is what most files have there. */
struct file {
    const char *workbook, *strings, *styles, *sheet, *other, *third;
};

static const char default_workbook[] = "<workbook><sheets><sheet name='KH' sheetId='1' r:id='r1' "
                                       "xmlns:r='x'/></sheets></workbook>";
static const char default_styles[] =
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' "
    "formatCode='0 &quot;triệu&quot;'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='165'/><xf "
    "numFmtId='4'/></cellXfs>"
    "</styleSheet>";
static const char default_strings[] =
    "<sst><si><t>Rà soát</t></si><si><r><t>Xây </t></r><r><rPr><b/></rPr><t>dựng_x000A_kế "
    "hoạch</t></r><rPh sb='0' eb='1'><t>SAI</t></rPh></si></sst>";

static struct plan *read_file(const struct file *file, const char *sheet, struct error_list *errors)
{
    struct archive archive = {0};
    struct read_options options = {.sheet = sheet, .year = 2021};
    archive_add(&archive, "_rels/.rels",
                RELATIONS(RELATION("r1", "officeDocument", "/xl/book.xml")));
    archive_add(&archive, "xl/book.xml",
                file->workbook != NULL ? file->workbook : default_workbook);
    archive_add(&archive, "xl/_rels/book.xml.rels",
                RELATIONS(RELATION("r1", "worksheet", "sheets/one.xml")
                              RELATION("r2", "worksheet", "./sheets/two.xml")
                                  RELATION("r3", "worksheet", "../xl/sheets/three.xml")
                                      RELATION("r4", "sharedStrings", "strings.xml")
                                          RELATION("r5", "styles", "styles.xml")));
    archive_add(&archive, "xl/strings.xml",
                file->strings != NULL ? file->strings : default_strings);
    archive_add(&archive, "xl/styles.xml", file->styles != NULL ? file->styles : default_styles);
    archive_add(&archive, "xl/sheets/one.xml", file->sheet);
    archive_add(&archive, "xl/sheets/two.xml", file->other != NULL ? file->other : "<worksheet/>");
    archive_add(&archive, "xl/sheets/three.xml",
                file->third != NULL ? file->third : "<worksheet/>");
    const struct strbuf *bytes = archive_end(&archive);
    struct source source = {.path = "a.xlsx", .text = bytes->text, .length = bytes->length};
    *errors = (struct error_list){0};
    struct plan *plan = plan_read(&source, &options, errors);
    archive_release(&archive);
    return plan;
}

static struct plan *must_read(const char *rows)
{
    struct error_list errors;
    struct strbuf sheet = {0};
    strbuf_addf(&sheet, "<worksheet><sheetData>" HEADER SECTION "%s</worksheet>", rows);
    struct plan *plan = read_file(&(struct file){.sheet = sheet.text}, NULL, &errors);
    if (plan == NULL)
        print_error("%s: %s\n", errors.items[0].location.cell, errors.items[0].text);
    assert_non_null(plan);
    strbuf_release(&sheet);
    return plan;
}

static void every_kind_of_cell(void **state)
{
    (void)state;
    struct plan *plan = must_read(
        "<row r='4'><c r='A4'><v>1</v></c><c r='B4' t='s'><v>1</v></c>"
        "<c r='C4' t='str'><f>A1</f><v>Văn phòng</v></c><c r='D4' s='1'><v>44377</v></c>"
        "<c r='E4'><v>1285.5</v></c></row>"
        "<row><c><v>2</v></c><c t='s'><v>0</v></c><c/><c t='d'><v>2021-09-15T00:00:00</v></c>"
        "<c s='3'><v>1000</v></c></row>"
        "<row r='9'><c r='A9'><v>3</v></c><c r='B9' t='b'><v>1</v></c><c r='E9' "
        "s='2'><v>1E1</v></c>"
        "</row><row r='10' hidden='1'><c r='A10'><v>3.1</v></c>"
        "<c r='B10' t='inlineStr'><is><r><t>Họp</t></r><rPh sb='0' eb='1'><t>SAI</t></rPh></is></c>"
        "</row></sheetData>");
    assert_int_equal(plan->task_count, 3);
    struct task **tasks = plan->tasks;
    assert_string_equal(tasks[0]->text[TASK_TITLE], "Xây dựng\nkế hoạch");
    assert_string_equal(tasks[0]->text[TASK_LEAD], "Văn phòng");
    assert_string_equal(tasks[0]->text[TASK_SCHEDULE], "2021-06-30");
    assert_int_equal(tasks[0]->schedule->kind, SCHEDULE_DATED);
    assert_string_equal(tasks[0]->text[TASK_BUDGET], "1285,5");
    assert_int_equal(tasks[0]->budget.vnd, 1285500000);
    assert_int_equal(tasks[0]->line, 4);
    assert_string_equal(tasks[1]->text[TASK_SCHEDULE], "2021-09-15");
    assert_int_equal(tasks[1]->budget.vnd, 1000000000);
    assert_string_equal(tasks[2]->text[TASK_TITLE], "TRUE");
    assert_int_equal(tasks[2]->budget.vnd, 10000000);
    assert_string_equal(plan->rows[1]->tree->mark, "3.1");
    assert_string_equal(plan->rows[1]->text[TASK_TITLE], "Họp");
    plan_free(plan);
}

#define TASK(row, number, more)                                                                    \
    "<row r='" row "'><c r='A" row "'><v>" number "</v></c><c r='B" row                            \
    "' t='s'><v>0</v></c>" more "</row>"

/* Only CSV has apostrophes that guard: Excel keeps text as text. */
static void an_apostrophe_is_text(void **state)
{
    (void)state;
    struct plan *plan =
        must_read(TASK("3", "1",
                       "<c r='C3' t='inlineStr'><is><t>&apos;=1+1</t></is></c>"
                       "<c r='D3' t='inlineStr'><is><t>&apos;&apos;-</t></is></c>") "</sheetData>");
    assert_string_equal(plan->tasks[0]->text[TASK_LEAD], "'=1+1");
    assert_string_equal(plan->tasks[0]->text[TASK_SCHEDULE], "''-");
    plan_free(plan);
}

static void merged_cells(void **state)
{
    (void)state;
    struct plan *plan = must_read(
        TASK("3", "1", "<c r='C3' t='s'><v>0</v></c><c r='E3'><v>5</v></c>") TASK("4", "2", "")
            TASK("5", "3", "<c r='C5'><v>7</v></c>")
                TASK("6", "4", "<c r='E6' t='inlineStr'><is><t>Theo quy định</t></is></c>")
                    TASK("7", "5", "") "</sheetData><mergeCells count='4'><mergeCell ref='C3:C4'/>"
                                       "<mergeCell ref='E3:E5'/><mergeCell ref='E6:E7'/>"
                                       "<mergeCell ref='A2:E2'/></mergeCells>");
    struct task **tasks = plan->tasks;
    assert_string_equal(tasks[1]->text[TASK_LEAD], "Rà soát");
    assert_string_equal(tasks[2]->text[TASK_LEAD], "7");
    assert_int_equal(tasks[1]->budget.kind, BUDGET_MISSING); /* one amount is not three */
    assert_int_equal(tasks[4]->budget.kind, BUDGET_UNSPECIFIED);
    plan_free(plan);
}

/* Each of these rows below the header is an error at a place, and no plan. */
static void what_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *rows, *location, *text;
    } cases[] = {
        {TASK("3", "1", "<c r='E3' t='e'><v>#REF!</v></c>"), "KH!E3", "«#REF!»"},
        {TASK("3", "1", "<c r='E3'><f>1+1</f></c>"), "KH!E3", "a formula without its result"},
        {TASK("3", "1", "<c r='E3'><f>1+1</f><v/></c>"), "KH!E3", "a formula without its result"},
        {TASK("3", "1", "<c r='E3' t='s'><v>2</v></c>"), "line", "names string 3 of 2"},
        {TASK("3", "1", "<c r='E3'><v>1x</v></c>"), "line", "expected a number"},
        {TASK("3", "1", "<c r='E4'><v>1</v></c>"), "line", "cell «E4» in row 3"},
        {TASK("3", "1", "<c r='XFE3'><v>1</v></c>"), "line", "cell «XFE3»"},
        {TASK("3", "1", "<c r='A3'><v>1</v></c>"), "line", "not in order"},
        {TASK("3", "1", "<c r='E3' t='q'><v>1</v></c>"), "line", "type «q»"},
        {TASK("3", "1", "") TASK("3", "2", ""), "line", "row 3 after row 3"},
        {TASK("1048577", "1", ""), "line", "row «1048577»"},
        {TASK("3", "1", "<c r='E3'><v>1,5</v></c>"), "line", "expected a number"},
        {TASK("3", "1", "<c r='G3'><v>5</v></c>"), "KH!G3", "the header has only 5"},
        {TASK("3", "1", "") "<row r='4'><c r='B4'><v>1</v></c></row></sheetData><mergeCells>"
                            "<mergeCell ref='A3:A4'/></mergeCells><sheetData>",
         "KH!A4", "one number beside 2 rows"},
        {"</sheetData><mergeCells><mergeCell ref='C4:A1'/></mergeCells><sheetData>", "line",
         "expected merged cells"},
        {"<row r='3'><c r='A3'><v>1</v>", "line", "damaged XML"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct error_list errors;
        struct strbuf sheet = {0};
        strbuf_addf(&sheet, "<worksheet><sheetData>" HEADER SECTION "%s</sheetData></worksheet>",
                    cases[i].rows);
        struct plan *plan = read_file(&(struct file){.sheet = sheet.text}, NULL, &errors);
        const struct error *error = &errors.items[0];
        if (plan != NULL || strstr(error->text, cases[i].text) == NULL ||
            strstr(error->location.cell, cases[i].location) == NULL)
            print_error("case %zu: %s: %s\n", i, error->location.cell, error->text);
        assert_null(plan);
        assert_int_equal(error->code, ERROR_DATA);
        assert_non_null(strstr(error->text, cases[i].text));
        assert_non_null(strstr(error->location.cell, cases[i].location));
        strbuf_release(&sheet);
    }
}

/* A picture in a column that no role reads takes nothing from the plan; a lost amount is said. */
static void what_is_lost_beside(void **state)
{
    (void)state;
#define TEXT_CELL(at, text) "<c r='" at "' t='inlineStr'><is><t>" text "</t></is></c>"
    static const char rows[] =
        "<worksheet><sheetData><row r='1'>" TEXT_CELL("A1", "TT") TEXT_CELL("B1", "Nhiệm vụ")
            TEXT_CELL("C1", "Kinh phí (triệu đồng)") TEXT_CELL("D1", "Ghi chú")
                TEXT_CELL("E1", "Ảnh") "</row><row r='2'>" TEXT_CELL("A2", "1") TEXT_CELL(
                    "B2", "A") "<c r='C2'><v>5</v></c><c r='D2' t='e'><v>#REF!</v></c>"
                               "<c r='E2' t='e'><v>#VALUE!</v></c></row>%s</sheetData></worksheet>";
    struct error_list errors = {0};
    char text[2000];
    snprintf(text, sizeof text, rows, "");
    struct plan *plan = read_file(&(struct file){.sheet = text}, NULL, &errors);
    assert_non_null(plan);
    assert_int_equal(errors.count, 0);
    assert_int_equal(plan->tasks[0]->budget.vnd, 5000000);
    assert_string_equal(plan->extra_names[0], "Ảnh");
    assert_string_equal(plan->tasks[0]->extra->cells[0], "#VALUE!");
    plan_free(plan);
    snprintf(text, sizeof text, rows,
             "<row r='3'>" TEXT_CELL("A3", "2")
                 TEXT_CELL("B3", "B") "<c r='C3' t='e'><v>#N/A</v></c></row>");
    assert_null(read_file(&(struct file){.sheet = text}, NULL, &errors));
    assert_int_equal(errors.count, 1);
    assert_int_equal(errors.in_cells, 1);
    assert_string_equal(errors.items[0].location.cell, "KH!C3");
}

static void assert_refused(const struct file *file, const char *sheet, enum error_code code,
                           const char *text)
{
    struct error_list errors;
    struct plan *plan = read_file(file, sheet, &errors);
    if (plan != NULL || strstr(errors.items[0].text, text) == NULL)
        print_error("%s\n", errors.items[0].text);
    assert_null(plan);
    assert_int_equal(errors.items[0].code, code);
    assert_non_null(strstr(errors.items[0].text, text));
}

#define PLAN "<worksheet><sheetData>" HEADER SECTION TASK("3", "1", "") "</sheetData></worksheet>"
#define BOOK(state)                                                                                \
    "<workbook><sheets><sheet name='Bìa' sheetId='3' r:id='r3' xmlns:r='x'/><sheet name='Một' " \
    "sheetId='1' r:id='r1' xmlns:r='x'/><sheet name='2' sheetId='2' r:id='r2' xmlns:r='x' "        \
    "state='" state "'/></sheets></workbook>"

static void the_sheet_that_is_meant(void **state)
{
    (void)state;
    struct error_list errors;
    struct file both = {.workbook = BOOK("visible"), .sheet = PLAN, .other = PLAN};
    struct file hidden = {.workbook = BOOK("veryHidden"), .sheet = PLAN, .other = PLAN};
    struct file draft = {.workbook = BOOK("hidden"), .sheet = "<worksheet/>", .other = PLAN};
    assert_refused(&both, NULL, ERROR_DATA, "several sheets");
    assert_refused(&both, "Hai", ERROR_USAGE,
                   "no sheet «Hai»; the file has the sheets «Bìa», «Một»");
    assert_refused(&both, "4", ERROR_USAGE, "no sheet «4»");
    assert_refused(&both, "Bìa", ERROR_DATA, "expected a header row");
    assert_refused(&draft, NULL, ERROR_DATA, "only a hidden sheet");
    static const struct {
        const char *sheet;
        bool of_hidden;
    } good[] = {{"Một", false}, {"một", false}, {"2", false}, {"3", true}, {NULL, true}};
    for (size_t i = 0; i < COUNT(good); i++) {
        struct plan *plan = read_file(good[i].of_hidden ? &hidden : &both, good[i].sheet, &errors);
        assert_non_null(plan);
        assert_int_equal(plan->task_count, 1);
        plan_free(plan);
    }
}

static void add_many(struct strbuf *out, const char *before, const char *each, size_t count,
                     const char *after)
{
    strbuf_adds(out, before);
    for (size_t i = 0; i < count; i++)
        strbuf_adds(out, each);
    strbuf_adds(out, after);
}

static void bombs_of_xml(void **state)
{
    (void)state;
    struct strbuf deep = {0}, far = {0}, laughs = {0};
    add_many(&deep, "", "<a>", 65, "");
    add_many(&deep, "", "</a>", 65, "");
    strbuf_adds(&far, "<worksheet><sheetData>");
    for (int i = 1; i <= 5000; i++)
        strbuf_addf(&far, "<row r='%d'><c r='XFD%d'><v>1</v></c></row>", i, i);
    strbuf_adds(&far, "</sheetData></worksheet>");
    strbuf_adds(&laughs, "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><worksheet>&b;"
                         "</worksheet>");
    assert_refused(&(struct file){.sheet = deep.text}, NULL, ERROR_DATA, "nested too deep");
    assert_refused(&(struct file){.sheet = far.text}, NULL, ERROR_DATA, "too far apart");
    assert_refused(&(struct file){.sheet = laughs.text}, NULL, ERROR_DATA, "document type");
    strbuf_release(&deep);
    strbuf_release(&far);
    strbuf_release(&laughs);
}

static void number_formats(void **state)
{
    (void)state;
    static const struct {
        const char *code, *value, *text;
    } cases[] = {
        {"", "1285", "1285"},
        {"", "1.5", "1,5"},
        {"", "-0.25", "-0,25"},
        {"", "0", "0"},
        {"", "1E+3", "1000"},
        {"", "1.2E-3", "0,0012"},
        {"", "0.30000000000000004", "0,3"},
        {"", "1284.9999999999998", "1285"},
        {"", "999999999999999.9", "1000000000000000"},
        {"", "12345678901234567", "12345678901234567"},
        {"#,##0.00", "1000", "1000"},
        {"0%", "0.95", "95%"},
        {"0 \"triệu\"", "10", "10 triệu"},
        {"0\\ \\đ", "10", "10 đ"},
        {"[Red]#,##0 [$₫-42A];(#)", "5000", "5000 ₫"},
        {"#,##0,", "1500000", "1500"},
        {"dd/mm/yyyy", "44377", "2021-06-30"},
        {"[$-42A]dd mmmm yyyy", "44377.75", "2021-06-30"},
        {"mm/yyyy", "44377", "6/2021"},
        {"yyyy", "44377", "2021"},
        {"d/m/yy", "1", "1900-01-01"},
        {"d/m/yy", "61", "1900-03-01"},
        {"d/m/yy", "60", "60"}, /* the day that there was not */
        {"h:mm", "0.354166666666667", "8:30"},
        {"[h]:mm", "1.5", "36:00"},
        {"d/m/yy", "-1", "-1"},
        {"", "", NULL},
        {"", "1x", NULL},
        {"", "0x10", NULL},
        {"", "NaN", NULL},
        {"", "1e999999", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct strbuf text = {0};
        struct xlsx_format format = xlsx_format_read(cases[i].code, &arena);
        int mark = xlsx_format_add(&text, &format, cases[i].value, false);
        if (cases[i].text == NULL)
            assert_int_equal(mark, -1);
        else
            assert_string_equal(strbuf_text(&text), cases[i].text);
        strbuf_release(&text);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_cell),  cmocka_unit_test(an_apostrophe_is_text),
        cmocka_unit_test(merged_cells),        cmocka_unit_test(what_is_refused),
        cmocka_unit_test(what_is_lost_beside), cmocka_unit_test(the_sheet_that_is_meant),
        cmocka_unit_test(bombs_of_xml),        cmocka_unit_test(number_formats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
