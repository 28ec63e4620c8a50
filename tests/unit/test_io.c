// SPDX-License-Identifier: MIT
#include "check.h"

#include "base/strbuf.h"
#include "plan/progress/progress.h"
#include "plan/task_columns.h"
#include "read/plan_read.h"
#include "write/format.h"

#include <stdio.h>
#include <stdlib.h>

static struct plan *read_text(const char *text, struct error_list *errors)
{
    struct source source = {.path = "plan.csv", .text = text, .length = strlen(text)};
    struct read_options options = {0};
    *errors = (struct error_list){0};
    return plan_read(&source, &options, errors);
}

static struct plan *must_read(const char *text)
{
    struct error_list errors;
    struct plan *plan = read_text(text, &errors);
    if (plan == NULL)
        print_error("%s\n%zu:%zu: %s\n", text, errors.items[0].location.line,
                    errors.items[0].location.column, errors.items[0].text);
    assert_non_null(plan);
    return plan;
}

static const struct task *task_at(const struct plan *plan, size_t index)
{
    assert_in_range(index, 0, plan->task_count - 1);
    return plan->tasks[index];
}

/* The data that is built in, the CSV and the JSON: the same 44 tasks, cell by cell. */
static void assert_same_plan(const struct plan *a, const struct plan *b)
{
    assert_int_equal(a->section_count, b->section_count);
    assert_int_equal(a->task_count, b->task_count);
    assert_int_equal(a->year, b->year);
    assert_int_equal(a->unit, b->unit);
    assert_string_equal(a->id, b->id);
    for (size_t i = 0; i < a->task_count; i++) {
        const struct task *x = a->tasks[i], *y = b->tasks[i];
        assert_string_equal(x->section->code, y->section->code);
        assert_string_equal(x->number, y->number);
        assert_int_equal(x->section->title != NULL, y->section->title != NULL);
        if (x->section->title != NULL)
            assert_string_equal(x->section->title, y->section->title);
        for (int field = 0; field < TASK_FIELDS; field++) {
            assert_int_equal(x->text[field] != NULL, y->text[field] != NULL);
            if (x->text[field] != NULL)
                assert_string_equal(x->text[field], y->text[field]);
        }
        assert_int_equal(x->budget.kind, y->budget.kind);
        assert_int_equal(x->budget.vnd, y->budget.vnd);
        assert_int_equal(x->schedule->kind, y->schedule->kind);
        assert_int_equal(x->schedule->count, y->schedule->count);
    }
}

static void the_three_forms_of_the_2021_plan_are_one(void **state)
{
    (void)state;
    struct error_list errors = {0};
    struct read_options options = {0};
    struct plan *builtin = plan_read_path("", &options, &errors);
    struct plan *csv = plan_read_path("data/plan-2021.csv", &options, &errors);
    struct plan *json = plan_read_path("data/plan-2021.json", &options, &errors);
    assert_int_equal(errors.count, 0);
    assert_same_plan(builtin, csv);
    assert_same_plan(csv, json);
    assert_string_equal(csv->declared.tasks, "44 nhiệm vụ.");
    assert_string_equal(csv->declared.budget, "1.275.000đồng");
    assert_string_equal(json->declared.budget, "1.275.000đồng");
    plan_free(builtin);
    plan_free(csv);
    plan_free(json);
}

static void the_2021_plan_adds_up(void **state)
{
    (void)state;
    static const int64_t millions[] = {10, 10, 10, 0, 30, 0, 1225};
    static const size_t counts[] = {4, 5, 6, 5, 7, 7, 10};
    int64_t sums[7] = {0};
    size_t tasks[7] = {0}, kinds[SCHEDULE_KINDS] = {0}, amounts = 0, zeros = 0, quarters[5] = {0};
    struct error_list errors = {0};
    struct read_options options = {0};
    struct plan *plan = plan_read_path("", &options, &errors);
    assert_int_equal(plan->task_count, 44);
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        sums[task->section->value - 1] += task->budget.vnd;
        tasks[task->section->value - 1]++;
        kinds[task->schedule->kind]++;
        amounts += task->budget.kind == BUDGET_AMOUNT;
        zeros += task->budget.kind == BUDGET_AMOUNT && task->budget.vnd == 0;
        if (task->schedule->kind == SCHEDULE_DATED)
            quarters[date_quarter(schedule_due(task->schedule))]++;
    }
    for (int i = 0; i < 7; i++) {
        assert_int_equal(sums[i], millions[i] * MONEY_MILLION);
        assert_int_equal(tasks[i], counts[i]);
    }
    assert_int_equal(amounts, 42);
    assert_int_equal(zeros, 33);
    assert_int_equal(kinds[SCHEDULE_DATED], 18);
    assert_int_equal(kinds[SCHEDULE_YEAR_ROUND], 23);
    assert_int_equal(kinds[SCHEDULE_PHASED], 2);
    assert_int_equal(kinds[SCHEDULE_TRIGGERED], 1);
    assert_int_equal(quarters[1], 6);
    assert_int_equal(quarters[2], 2);
    assert_int_equal(quarters[3], 6);
    assert_int_equal(quarters[4], 4);
    plan_free(plan);
}

#define HEADER                                                                                     \
    "TT,Nhiệm vụ,Sản phẩm,Đơn vị chủ trì,Đơn vị phối hợp,Thời hạn,Kinh phí (nghìn đồng)\n"

static void official_tables_are_read(void **state)
{
    (void)state;
    struct plan *plan = must_read("SỞ NỘI VỤ,,\n"
                                  "KẾ HOẠCH CCHC NĂM 2023,,\n"
                                  "(Kèm theo Quyết định ngày 15 tháng 12 năm 2022),,\n"
                                  "\n" HEADER "(1),(2),(3),(4),(5),(6),(7)\n"
                                  "I,CẢI CÁCH THỂ CHẾ,,,,,15\n"
                                  "1,\"Rà soát\nvăn bản\",Báo cáo,Văn phòng,,Quý I,500\n"
                                  ",,,,,,\n"
                                  "2.,Kiểm tra,,,,Quý 2\n" HEADER "II. CẢI CÁCH THỦ TỤC,,,,,,\n"
                                  "1.1,Công bố,,,,,\"1,2 tỷ\"\n"
                                  "Tổng cộng kinh phí: 500 triệu,,,,,,\n");
    assert_int_equal(plan->task_count, 3);
    assert_int_equal(plan->year, 2023);
    assert_int_equal(plan->unit, MONEY_THOUSAND);
    assert_string_equal(task_at(plan, 0)->text[TASK_TITLE], "Rà soát\nvăn bản");
    assert_int_equal(task_at(plan, 0)->budget.vnd, 500000);
    assert_int_equal(task_at(plan, 0)->line, 8);
    assert_string_equal(task_at(plan, 1)->number, "2");
    assert_null(task_at(plan, 1)->text[TASK_BUDGET]);
    assert_string_equal(task_at(plan, 2)->number, "1.1");
    assert_string_equal(task_at(plan, 2)->section->title, "CẢI CÁCH THỦ TỤC");
    assert_int_equal(task_at(plan, 2)->budget.vnd, 1200000000);
    assert_string_equal(plan->sections[0]->declared_budget, "15");
    assert_string_equal(plan->declared.budget, "500 triệu");
    plan_free(plan);
}

static void delimiters_and_line_ends_are_told_from_the_content(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "section,number,title,budget\nI,1,\"A, B\",10\nIX,2,C,\n",
        "section;number;title;budget\r\nI;1;A, B;10\r\nIX;2;C;\r\n",
        "section\tnumber\ttitle\tbudget\rI\t1\tA, B\t10\rIX\t2\tC\t\r",
        "title,id,budget\n\"A, B\",I.1,10\nC,plan:IX.2,\n",
        "[{\"id\":\"I.1\",\"title\":\"A, B\",\"budget\":10},{\"section\":\"IX\",\"number\":2,"
        "\"title\":\"C\",\"budget\":null}]",
        "{\"section\":\"I\",\"number\":\"1\",\"title\":\"A, B\",\"budget\":\"10\"}\n"
        "{\"section\":\"IX\",\"number\":2,\"title\":\"C\"}\n",
        "{\"sections\":[{\"code\":\"I\",\"tasks\":[{\"number\":1,\"title\":\"A, B\",\"budget\":1e1"
        "}]},{\"code\":\"IX\",\"tasks\":[{\"number\":2,\"title\":\"C\"}]}]}",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct plan *plan = must_read(texts[i]);
        assert_int_equal(plan->task_count, 2);
        assert_string_equal(task_at(plan, 0)->text[TASK_TITLE], "A, B");
        assert_int_equal(task_at(plan, 0)->budget.vnd, 10 * MONEY_MILLION);
        assert_string_equal(task_at(plan, 1)->section->code, "IX");
        assert_string_equal(task_at(plan, 1)->number, "2");
        assert_int_equal(task_at(plan, 1)->budget.kind, BUDGET_MISSING);
        plan_free(plan);
    }
}

static void exact_columns_settle_amount_and_year(void **state)
{
    (void)state;
    struct plan *plan = must_read("id,title,schedule,due,budget,budget_vnd\n"
                                  "I.1,A,Quý 2,2021-06-30,\"1,000\",1000\n"
                                  "I.2,B,Quý 4,2021-12-31,Theo quy định,\n");
    assert_int_equal(plan->year, 2021);
    assert_int_equal(task_at(plan, 0)->budget.vnd, 1000);
    assert_int_equal(task_at(plan, 0)->schedule->milestones[0].due.year, 2021);
    assert_int_equal(task_at(plan, 1)->budget.kind, BUDGET_UNSPECIFIED);
    plan_free(plan);
}

static void json_numbers_are_exact(void **state)
{
    (void)state;
    static const struct {
        const char *number;
        int64_t vnd; /* -1: refused */
        const char *cell;
    } cases[] = {
        {"0", 0, "0"},
        {"0.1", 100000, "0,1"},
        {"1.234", 1234000, "1,234"},
        {"1e1", 10000000, "10"},
        {"1.50", 1500000, "1,5"},
        {"0.00005", 50, "0,00005"},
        {"123456789012", INT64_C(123456789012000000), "123456789012"},
        {"123456789.123456", INT64_C(123456789123456), "123456789,123456"},
        {"1234567890.123456", -1, NULL}, /* 16 digits: a double has another value */
        {"9007199254740993", -1, NULL},  /* million đồng: past 64 bits */
        {"0.0000001", -1, NULL},
        {"-1", -1, NULL},
        {"1e30", -1, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[200];
        struct error_list errors;
        snprintf(text, sizeof text, "[{\"id\":\"I.1\",\"title\":\"A\",\"budget\":%s}]",
                 cases[i].number);
        struct source source = {.path = "plan.json", .text = text, .length = strlen(text)};
        struct read_options options = {.unit = MONEY_MILLION}; /* however large they are */
        errors = (struct error_list){0};
        struct plan *plan = plan_read(&source, &options, &errors);
        assert_int_equal(plan != NULL, cases[i].vnd >= 0);
        if (plan == NULL)
            continue;
        assert_int_equal(task_at(plan, 0)->budget.vnd, cases[i].vnd);
        assert_string_equal(task_at(plan, 0)->text[TASK_BUDGET], cases[i].cell);
        plan_free(plan);
    }
}

/* From wherever a cursor stands, a place is what it is counted from the start. */
static void locations_are_the_same_from_everywhere(void **state)
{
    (void)state;
    static const char text[] = "a«b»\r\nđ\n\r\rquý 1 quý 2\n\nx";
    struct source source = {.path = "-", .text = text, .length = sizeof text - 1};
    for (size_t from = 0; from < sizeof text; from++)
        for (size_t to = 0; to < sizeof text; to++) {
            struct line_cursor cursor = {.line = 1};
            struct location location, start;
            source_line(&source, &cursor, from);
            if (to < cursor.offset)
                continue;
            source_locate_from(&source, cursor, to, &location);
            source_locate(&source, to, &start.line, &start.column);
            assert_int_equal(location.line, start.line);
            assert_int_equal(location.column, start.column);
        }
    struct location location;
    source_locate(&source, sizeof text - 4, &location.line, &location.column);
    assert_int_equal(location.line, 5);
    assert_int_equal(location.column, 12);
}

/* No double holds them; whatever stands before them, each is found again. */
static void whole_numbers_are_exact_to_64_bits(void **state)
{
    (void)state;
    static const char text[] =
        "[{\"id\":\"I.1\",\"title\":9007199254740993,\"x\":-9223372036854775808},\n"
        "{\"id\":\"I.2\",\"title\":1234567890123456,\"budget_vnd\":9223372036854775807}]\n";
    struct error_list errors;
    struct plan *plan = read_text(text, &errors);
    assert_non_null(plan);
    assert_string_equal(task_at(plan, 0)->text[TASK_TITLE], "9007199254740993");
    assert_string_equal(task_at(plan, 0)->extra->cells[0], "-9223372036854775808");
    assert_string_equal(task_at(plan, 1)->text[TASK_TITLE], "1234567890123456");
    assert_int_equal(task_at(plan, 1)->budget.vnd, INT64_MAX);
    plan_free(plan);
}

static void unknown_columns_are_kept(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "TT,Nhiệm vụ,Lý do,Mã\nI,A,,\n1,B,xin ý kiến,\n2,C,,K7\n",
        "id,title,Lý do,Mã\nI.1,B,xin ý kiến,\nI.2,C,,K7\n",
        ("[{\"id\":\"I.1\",\"title\":\"B\",\"Lý do\":\"xin ý kiến\"},"
         "{\"id\":\"I.2\",\"title\":\"C\",\"Mã\":\"K7\"}]"),
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct plan *plan = must_read(texts[i]);
        assert_int_equal(plan->extra_count, 2);
        assert_string_equal(plan->extra_names[0], "Lý do");
        assert_string_equal(plan->extra_names[1], "Mã");
        assert_string_equal(task_at(plan, 0)->extra->cells[0], "xin ý kiến");
        assert_string_equal(task_at(plan, 1)->extra->cells[1], "K7");
        assert_null(task_at(plan, 1)->extra->cells[0]);
        plan_free(plan);
    }
}

static void cells_that_few_plans_have(void **state)
{
    (void)state;
    struct plan *plan = must_read("TT,Nhiệm vụ,Chỉ tiêu,Nguồn vốn,Phụ trách,Đơn vị chủ trì,Lưu ý,"
                                  "Ghi chú\nI,A,,,,,,\n1,B,100%,NSTW,Anh C,VP,x,y\n");
    const struct task *task = task_at(plan, 0);
    assert_string_equal(task->text[TASK_INDICATOR], "100%");
    assert_string_equal(task->text[TASK_SOURCE], "NSTW");
    assert_string_equal(task->text[TASK_PERSON], "Anh C");
    assert_string_equal(task->text[TASK_NOTE], "x");
    assert_string_equal(plan->extra_names[0], "Ghi chú"); /* a second note is kept beside it */
    assert_string_equal(task->extra->cells[0], "y");
    plan_free(plan);
}

/* Every column, in CSV or as JSON Lines: the computed ones too, whichever there are. */
static char *list_of(const struct plan *plan, const char *name)
{
    char *text = NULL;
    size_t size = 0;
    struct error error;
    const struct format *format;
    struct style style = {.lang = LANG_EN};
    const struct progress nothing = {0};
    struct records records = {.footer = ""};
    struct task_row *rows = calloc(plan->task_count, sizeof *rows);
    FILE *out = open_memstream(&text, &size);
    for (size_t i = 0; i < plan->task_count; i++)
        rows[i] = (struct task_row){.task = plan->tasks[i], .progress = &nothing};
    records_set_rows(&records, rows, plan->task_count, sizeof *rows);
    assert_int_equal(format_of_name(&format, FORMAT_ROWS, "list", name, &error), 0);
    assert_int_equal(records_choose(&records, &task_columns, "all", format->rows, &error), 0);
    records_write(&records, format->rows, &style, out);
    records_release(&records);
    fclose(out);
    free(rows);
    return text;
}

static void a_list_loads_again_without_unknown_columns(void **state)
{
    (void)state;
    static const char *const formats[] = {"csv", "tsv", "json", "jsonl"};
    struct error_list errors = {0};
    struct read_options options = {0};
    struct plan *plan = plan_read_path("data/plan-2021.csv", &options, &errors);
    for (size_t i = 0; i < COUNT(formats); i++) {
        char *text = list_of(plan, formats[i]);
        struct plan *again = must_read(text);
        assert_same_plan(plan, again);
        assert_int_equal(again->extra_count, 0);
        plan_free(again);
        free(text);
    }
    plan_free(plan);
}

static void columns_stand_where_readers_look_for_them(void **state)
{
    (void)state;
    static const char *const names[] = {[COLUMN_PLAN] = "plan",
                                        [COLUMN_ID] = "id",
                                        [COLUMN_SECTION] = "section",
                                        [COLUMN_SECTION_TITLE] = "section_title",
                                        [COLUMN_NUMBER] = "number",
                                        [COLUMN_SCHEDULE_KIND] = "schedule_kind",
                                        [COLUMN_START] = "start",
                                        [COLUMN_DUE] = "due",
                                        [COLUMN_BUDGET_VND] = "budget_vnd"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] != NULL)
            assert_string_equal(task_columns.items[i].name, names[i]);
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        assert_non_null(task_field_column((enum task_field)cell)->field);
        assert_int_equal(task_field_column((enum task_field)cell)->field->cell, cell);
    }
}

static void sub_items_are_tasks_of_their_own(void **state)
{
    (void)state;
    static const char *const numbers[] = {"1.a", "1.đ", "2.1", "2.2", "3.1.1"};
    struct plan *plan = must_read("TT,Nhiệm vụ\nII,A\n1,B\na),C\nđ),D\n2.,E\n-,F\n-,G\n"
                                  "3,H\n3.1,I\n3.1.1,K\n");
    assert_int_equal(plan->task_count, COUNT(numbers));
    for (size_t i = 0; i < COUNT(numbers); i++)
        assert_string_equal(task_at(plan, i)->number, numbers[i]);
    plan_free(plan);
}

static void headers_may_take_two_rows(void **state)
{
    (void)state;
    struct plan *plan = must_read("ĐVT: nghìn đồng\n"
                                  "TT,Nội dung,Cơ quan thực hiện,,Thời hạn,Kinh phí,Ghi\n"
                                  ",,Chủ trì,Phối hợp,,,chú\n"
                                  "1,2,3,4,5,6,7\n"
                                  "I,A,,,,,\n"
                                  "1,B,Văn phòng,Phòng C,Quý 1,5,x\n"
                                  ",Cộng mục I,,,,5,\n"
                                  "II,D,,,,,\n");
    assert_int_equal(plan->task_count, 1);
    assert_string_equal(task_at(plan, 0)->text[TASK_LEAD], "Văn phòng");
    assert_string_equal(task_at(plan, 0)->text[TASK_COORDINATING], "Phòng C");
    assert_int_equal(task_at(plan, 0)->budget.vnd, 5000);
    assert_string_equal(task_at(plan, 0)->text[TASK_NOTE], "x");
    assert_string_equal(plan->sections[0]->declared_budget, "5");
    plan_free(plan);
}

static void a_task_is_no_row_of_column_numbers(void **state)
{
    (void)state;
    struct plan *plan = must_read("TT,Nhiệm vụ,Sản phẩm\nI,A,\n1,2,3\n");
    assert_int_equal(plan->task_count, 1);
    assert_string_equal(task_at(plan, 0)->text[TASK_TITLE], "2");
    plan_free(plan);
    plan = must_read("TT,Nhiệm vụ,Sản phẩm\n1,2,3\nI,A,\n1,2 cuộc họp,3 báo cáo\n");
    assert_int_equal(plan->task_count, 1);
    plan_free(plan);
}

static void list_rows_tell_their_year_by_their_dates(void **state)
{
    (void)state;
    static const struct {
        const char *rows;
        int year;
    } cases[] = {
        {"I.1,A,Quý 1,2021-03-31\n", 2021},
        {"I.1,A,Quý 1,2021-03-31\nI.2,B,Quý 1/2022,2022-03-31\n", 2021},
        {"I.2,B,Quý 1/2022,2022-03-31\nI.1,A,Quý 1,2021-03-31\n", 2021},
        {"I.2,B,Quý 1/2022,2022-03-31\n", 0}, /* any year's plan may say so */
        {"I.2,B,Quý 1,2022-04-01\n", 0},
        {"I.2,B,Khi có yêu cầu,\n", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[300];
        snprintf(text, sizeof text, "id,title,schedule,due\n%s", cases[i].rows);
        struct plan *plan = must_read(text);
        assert_int_equal(plan->year, cases[i].year);
        plan_free(plan);
    }
}

struct error_case {
    const char *text;
    size_t line, column;
    const char *says;
};

static void errors_say_where_and_what(void **state)
{
    (void)state;
    static const struct error_case cases[] = {
        {"", 1, 1, "the file is empty"},
        {"a,b\n1,2\n", 1, 1, "expected a header row"},
        {"section,number,title,budget\nI,1,Đánh giá,\"1,000\"\n", 2, 14, "can be read two ways"},
        {"section,number,title\nI,1,A\n4a,2,B\n", 3, 1, "section «4a»"},
        {"section,number,title\nI,x,A\n", 2, 3, "number «x»"},
        {"section,number,title\nI,1,\"A\nB\"\nI,0,C\n", 4, 3, "number «0»"},
        {"section,number,title,title\nI,1,A,B\n", 1, 22, "a second column for the title"},
        {"section,number,title\nI,1,A,B\n", 2, 7, "the header has only 3"},
        {"section,number,title\nI,1,\"A\nI,2,B\n", 2, 5, "nothing closes it"},
        {"section,number,title\nI,1,A\"B\n", 2, 6, "a quote inside a cell"},
        {"section,number,title\nI,1,\"A\"B\n", 2, 8, "«B» after the closing quote"},
        {"id,section,number,title\nI.1,II,1,A\n", 2, 1, "is not its row's section and number"},
        {"section,number,title,section_title\nI,1,A,X\nI,2,B,Y\n", 3, 7, "«Y» here and «X» before"},
        {"section,number,title,due\nI,1,A,Quý 2\n", 2, 7, "expected a date"},
        {"section,number,title,budget_vnd\nI,1,A,1.5\n", 2, 7, "a whole number of đồng"},
        {"section,number,title,plan\nI,1,A,x\nI,2,B,\nI,1,B,y\n", 4, 7, "not all name theirs"},
        {HEADER "I,A,,,,,\n1,B,C,,,,\nI,B,,,,,\n1,B,C,,,,\n", 4, 1,
         "a second time: it stands in line 2"},
        {HEADER "I,A,,,,,\n,,C,,,,\n", 3, 3, "in a row without a title"},
        {HEADER "1,A,C,,,,5\n,,D,,,,6\n", 3, 8, "a second amount"},
        {HEADER "1,A,,,,,\n1.1,A,C,,,,5\n2.1,B,D,,,,6\n", 4, 1, "«2.1» stands below «1»"},
        {HEADER "I,A,,,,,\n1,B,,,,,5 người\n", 3, 9, "is no amount"},
        {HEADER "I. X,A,,,,,\n", 2, 6, "no second title"},
        {"TT,Nhiệm vụ,Kinh phí (triệu)\nI,A,\nTT,Nhiệm vụ,Kinh phí (đồng)\n", 3, 13,
         "the unit of the header"},
        {"id,title,budget,budget_vnd\nI.1,A,10,5000001\n", 2, 10, "is not what budget"},
        {"id,title,budget,budget_vnd\nI.1,A,Theo quy định,5\n", 2, 21, "is not what budget"},
        {"{\"sections\":[{\"code\":\"I\",\"task\":[]}]}", 1, 33, "did you mean «tasks»"},
        {"{\"sections\":[],\"declared\":{\"x\":1}}", 1, 32, "no such key"},
        {"\n\na,b\n", 3, 1, "expected a header row"},
        {"\n \n", 1, 1, "the file is empty"},
        {"TT,Nhiệm vụ,Kinh phí (USD)\nI,A,\n", 1, 13, "expected a unit of money"},
        {"{\"sections\":[{\"code\":\"I\",\"tasks\":[{\"number\":1,\"section\":\"II\"}]}]}", 1, 57,
         "is in section I"},
        {"{\"sections\":[{\"code\":\"I\",\"tasks\":[\n {\"number\":1,\"budget\":\"1,000\"}]}]}", 2,
         23, "can be read two ways"},
        {"{\"sections\":[{\"code\":\"I\",\"tasks\":[{\"number\":\"x\"}]}]}", 1, 45, "number «x»"},
        {"{\"sections\":[{\"code\":\"?\"}]}", 1, 22, "a Roman numeral"},
        {"{\"sections\":[{\"code\":\"I\",\"code\":\"I\"}]}", 1, 33, "a second time"},
        {"{\"sections\":{}}", 1, 13, "an array of sections"},
        {"{\"sections\":[], \"year\": \"2021\"}", 1, 25, "a year"},
        {"{\"sections\":[], \"unit\": \"kg\"}", 1, 25, "triệu đồng"},
        {"{\"sections\":[]} x", 1, 17, "nothing after"},
        {"{\"sections\":[]}\n{\"sections\":[]}", 2, 1, "nothing after"},
        {"{\"id\":\"I.1\"}\n[]", 2, 1, "a task on each line"},
        {"[1]", 1, 2, "an object"},
        {"[{\"id\":\"I.1\",\"title\":[]}]", 1, 22, "a string"},
        {"{\"id\":\"I.1\",\"title\":\"a\tb\"}", 1, 23, "a control character"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct error_list errors;
        assert_null(read_text(cases[i].text, &errors));
        const struct error *error = &errors.items[0];
        if (strstr(error->text, cases[i].says) == NULL || error->location.line != cases[i].line ||
            error->location.column != cases[i].column)
            print_error("%s\n%zu:%zu: %s\n", cases[i].text, error->location.line,
                        error->location.column, error->text);
        assert_non_null(strstr(error->text, cases[i].says));
        assert_int_equal(error->location.line, cases[i].line);
        assert_int_equal(error->location.column, cases[i].column);
        assert_int_equal(error->code, ERROR_DATA);
    }
}

static void all_errors_of_a_file_are_found_at_once(void **state)
{
    (void)state;
    struct strbuf text = {0};
    struct error_list errors;
    strbuf_adds(&text, "section,number,title,budget\n");
    for (int i = 1; i <= 30; i++)
        strbuf_addf(&text, "I,%d,A,\"%d,000\"\n", i, i);
    assert_null(read_text(text.text, &errors));
    assert_int_equal(errors.count, 30);
    assert_int_equal(errors.items[19].location.line, 21);
    strbuf_release(&text);
}

static void the_rows_of_a_list_may_be_of_several_plans(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "plan,section,number,title\nx,I,1,A\ny,I,1,B\nx,I,2,C\ny,II,1,D\n",
        "id,title\nx:I.1,A\ny:I.1,B\nx:I.2,C\ny:II.1,D\n",
        "{\"plan\":\"x\",\"id\":\"I.1\",\"title\":\"A\"}\n{\"id\":\"y:I.1\",\"title\":\"B\"}\n"
        "{\"plan\":\"x\",\"id\":\"I.2\",\"title\":\"C\"}\n{\"plan\":\"y\",\"id\":\"II.1\","
        "\"title\":\"D\"}\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error_list errors = {0};
        struct plan *plan = read_text(texts[i], &errors);
        assert_non_null(plan);
        assert_string_equal(plan->id, "x");
        assert_int_equal(plan->task_count, 2);
        assert_string_equal(task_at(plan, 1)->text[TASK_TITLE], "C");
        assert_non_null(plan->next);
        assert_string_equal(plan->next->id, "y");
        assert_int_equal(plan->next->section_count, 2);
        assert_ptr_equal(task_at(plan->next, 1)->section->plan, plan->next);
        assert_null(plan->next->next);
        plan_free(plan);
    }
}

static void broken_json_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "[007]",
        "[1.]",
        "[\"\\u00zz\"]",
        "[\"\\u0000\"]",
        "[\"\\ud800\"]",
        "[\"\\x\"]",
        "[1,]",
        "[,1]",
        "{\"a\":1,}",
        "{a:1}",
        "[1 2]",
        "[",
        "{",
        "[\"a",
        "[tru]",
        "[-]",
        "[1e]",
        "[.5]",
        "{\"a\"}",
        "[\"\\udc00\"]",
        "['a']",
        "[NaN]",
        "[1]]",
        "[\"\\ud800x\"]",
        "[+1]",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct error_list errors;
        assert_null(read_text(texts[i], &errors));
        assert_int_not_equal(errors.items[0].location.line, 0);
    }
    struct strbuf deep = {0};
    for (int i = 0; i < 100000; i++)
        strbuf_addc(&deep, '[');
    struct error_list errors;
    assert_null(read_text(deep.text, &errors));
    assert_non_null(strstr(errors.items[0].text, "too deep"));
    strbuf_release(&deep);
}

static void a_decomposed_header_is_the_same(void **state)
{
    (void)state;
    struct plan *plan =
        must_read("TT,Nhie\xCC\xA3\xCC\x82m vu\xCC\xA3,Kinh phi\xCC\x81 (trie\xCC\xA3"
                  "\xCC\x82u VN\xC4\x90)\nI,A,\n1,B,3\n");
    assert_int_equal(task_at(plan, 0)->budget.vnd, 3 * MONEY_MILLION);
    plan_free(plan);
}

static void assert_same_tasks(const struct plan *a, const struct plan *b)
{
    assert_int_equal(a->task_count, b->task_count);
    for (size_t i = 0; i < a->task_count; i++) {
        const struct task *x = a->tasks[i], *y = b->tasks[i];
        assert_int_equal(x->section->value, y->section->value);
        assert_string_equal(x->number, y->number);
        assert_int_equal(x->budget.kind, y->budget.kind);
        assert_int_equal(x->budget.vnd, y->budget.vnd);
        assert_int_equal(x->schedule->kind, y->schedule->kind);
        assert_int_equal(date_compare(schedule_due(x->schedule), schedule_due(y->schedule)), 0);
        for (int field = 0; field < TASK_BUDGET; field++) {
            assert_int_equal(x->text[field] != NULL, y->text[field] != NULL);
            if (x->text[field] != NULL)
                assert_string_equal(x->text[field], y->text[field]);
        }
        for (size_t e = 0; e < x->extra->count; e++) {
            if (x->extra->cells[e] == NULL)
                continue;
            size_t column = 0;
            while (column < b->extra_count &&
                   strcmp(b->extra_names[column], a->extra_names[e]) != 0)
                column++;
            assert_in_range(column, 0, y->extra->count - 1);
            assert_string_equal(x->extra->cells[e], y->extra->cells[column]);
        }
    }
}

static void what_is_exported_loads_again_equal(void **state)
{
    (void)state;
    static plan_writer *const writers[] = {plan_write_csv, plan_write_json, plan_write_jsonl};
    static const char *const paths[] = {"",
                                        "tests/data/official.csv",
                                        "tests/data/semicolon.csv",
                                        "tests/data/hostile.csv",
                                        "tests/data/odd-amounts.json",
                                        "tests/data/formulas.json"};
    for (size_t p = 0; p < COUNT(paths); p++)
        for (size_t w = 0; w < COUNT(writers); w++) {
            struct read_options options = {.year = 2024};
            struct error_list errors = {0};
            struct query all = {0};
            struct progress nothing = {0};
            char *text = NULL;
            size_t length;
            struct plan *plan = plan_read_path(paths[p], &options, &errors);
            FILE *stream = open_memstream(&text, &length);
            struct plan_extract extract = {plan, &all, &nothing, LANG_EN, false};
            struct error error;
            assert_int_equal(writers[w](&extract, stream, &error), 0);
            fclose(stream);
            struct source source = {.path = "again", .text = text, .length = length};
            struct plan *again = plan_read(&source, &options, &errors);
            if (again == NULL)
                print_error("%s: %s\n%s", paths[p], errors.items[0].text, text);
            assert_non_null(again);
            assert_same_tasks(plan, again);
            plan_free(plan);
            plan_free(again);
            free(text);
        }
}

static void a_lost_quote_does_not_swallow_a_large_file(void **state)
{
    (void)state;
    struct strbuf text = {0};
    struct error_list errors;
    strbuf_adds(&text, "section,number,title\nI,1,\"A\n");
    while (text.length < 3 * 1024 * 1024)
        strbuf_adds(&text, "I,2,a row that the open quote has swallowed\n");
    assert_null(read_text(text.text, &errors));
    assert_int_equal(errors.items[0].location.line, 2);
    assert_int_equal(errors.items[0].location.column, 5);
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_three_forms_of_the_2021_plan_are_one),
        cmocka_unit_test(the_2021_plan_adds_up),
        cmocka_unit_test(official_tables_are_read),
        cmocka_unit_test(delimiters_and_line_ends_are_told_from_the_content),
        cmocka_unit_test(exact_columns_settle_amount_and_year),
        cmocka_unit_test(json_numbers_are_exact),
        cmocka_unit_test(whole_numbers_are_exact_to_64_bits),
        cmocka_unit_test(locations_are_the_same_from_everywhere),
        cmocka_unit_test(unknown_columns_are_kept),
        cmocka_unit_test(cells_that_few_plans_have),
        cmocka_unit_test(a_list_loads_again_without_unknown_columns),
        cmocka_unit_test(columns_stand_where_readers_look_for_them),
        cmocka_unit_test(sub_items_are_tasks_of_their_own),
        cmocka_unit_test(headers_may_take_two_rows),
        cmocka_unit_test(a_task_is_no_row_of_column_numbers),
        cmocka_unit_test(list_rows_tell_their_year_by_their_dates),
        cmocka_unit_test(errors_say_where_and_what),
        cmocka_unit_test(all_errors_of_a_file_are_found_at_once),
        cmocka_unit_test(the_rows_of_a_list_may_be_of_several_plans),
        cmocka_unit_test(broken_json_is_refused),
        cmocka_unit_test(a_decomposed_header_is_the_same),
        cmocka_unit_test(what_is_exported_loads_again_equal),
        cmocka_unit_test(a_lost_quote_does_not_swallow_a_large_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
