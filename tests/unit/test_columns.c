// SPDX-License-Identifier: MIT
/* What columns are taken for, by their headings and by what stands below them. */
#include "check.h"

#include "base/money.h"
#include "base/strbuf.h"
#include "read/plan_read.h"
#include "read/table/csv_table.h"

#include <stdio.h>

/* ---- One heading ---- */

struct judging {
    struct column_words *words;
    size_t headings, wrong;
};

static int judge(void *context, const struct table_row *row)
{
    struct judging *judging = context;
    if (row->line == 1)
        return 0;
    struct column_reading reading = column_role_read(judging->words, NULL, row->cells[1]);
    const char *role = column_role_names[reading.role];
    judging->headings++;
    if (strcmp(*role != '\0' ? role : "unknown", row->cells[0]) == 0)
        return 0;
    print_error("«%s» is read as «%s», not as «%s»\n", row->cells[1], role, row->cells[0]);
    judging->wrong++;
    return 0;
}

static void headings_by_their_words(void **state)
{
    (void)state;
    struct source source;
    struct error_list errors = {0};
    assert_int_equal(source_load(&source, "tests/data/headings.csv", &errors), 0);
    struct csv_table csv = csv_table_of(&source, ',');
    struct judging judging = {.words = column_words_new()};
    csv.table.read(&csv.table, judge, &judging, &errors);
    assert_in_range(judging.headings, 1000, 10000);
    assert_int_equal(judging.wrong, 0);
    column_words_free(judging.words);
    source_release(&source);
}

static void headings_below_others(void **state)
{
    (void)state;
    static const struct {
        const char *above, *heading;
        enum column_role role;
        bool is_fund, is_total;
    } cases[] = {
        {"Cơ quan thực hiện", "Chủ trì", ROLE_LEAD, false, false},
        {"Tổ chức thực hiện", "Phối hợp", ROLE_COORDINATING, false, false},
        {"Thời gian thực hiện", "Bắt đầu", ROLE_START, false, false},
        {"Thời gian thực hiện", "Kết thúc", ROLE_DUE, false, false},
        {"Kinh phí (triệu đồng)", "NSTW", ROLE_BUDGET, true, false},
        {"Kinh phí (triệu đồng)", "Tỉnh", ROLE_BUDGET, true, false},
        {"Kinh phí (triệu đồng)", "Tổng số", ROLE_BUDGET, false, true},
        {"Kinh phí", "Ghi chú", ROLE_NOTE, false, false},
        {"Phân công", "Lãnh đạo phụ trách", ROLE_PERSON, false, false},
    };
    struct column_words *words = column_words_new();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct column_reading reading = column_role_read(words, cases[i].above, cases[i].heading);
        if (reading.role != cases[i].role || reading.is_total != cases[i].is_total)
            fail_msg("«%s» under «%s» is read as «%s»", cases[i].heading, cases[i].above,
                     column_role_names[reading.role]);
        assert_int_equal(reading.is_fund, cases[i].is_fund);
    }
    column_words_free(words);
}

static void units_and_years(void **state)
{
    (void)state;
    static const struct {
        const char *heading;
        int64_t unit;
        int year;
    } cases[] = {
        {"Kinh phí năm 2024 (triệu đồng)", MONEY_MILLION, 2024},
        {"Dự toán (ĐVT: nghìn đồng)", MONEY_THOUSAND, 0},
        {"Kinh phí giai đoạn 2021-2025", 0, 0},
        {"Đ/c phụ trách", 0, 0},
        {"Tổng mức đầu tư (tỷ đồng)", MONEY_BILLION, 0},
    };
    struct column_words *words = column_words_new();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct column_reading reading = column_role_read(words, NULL, cases[i].heading);
        assert_int_equal(reading.unit, cases[i].unit);
        assert_int_equal(reading.year, cases[i].year);
    }
    column_words_free(words);
}

/* ---- Headers ---- */

/* Reads a table, and writes its columns' roles, then an id, a schedule and đồng for each task; or
 * the first error. */
static void read_header(struct strbuf *out, const char *table, const char *role)
{
    struct error_list errors = {0};
    struct role_choice choice;
    struct error error;
    struct source source = {.text = table, .length = strlen(table), .path = "t.csv"};
    struct read_options options = {.year = 2024, .choices = {&choice, role != NULL}};
    if (role != NULL)
        assert_int_equal(role_choice_parse(role, &choice, &error), 0);
    struct plan *plan = plan_read(&source, &options, &errors);
    strbuf_clear(out);
    if (plan == NULL)
        strbuf_adds(out, errors.items[0].text);
    if (plan == NULL && errors.items[0].settles == SETTLED_BY_ROLES)
        strbuf_addf(out, ": %s or %s", errors.items[0].settling[0], errors.items[0].settling[1]);
    if (plan == NULL && errors.items[0].settles == SETTLED_BY_TITLE)
        strbuf_adds(out, ": which is it?");
    for (size_t i = 0; plan != NULL && i < plan->column_count; i++)
        strbuf_addf(out, "%s%s%s", i > 0 ? " " : "",
                    plan->columns[i].role != NULL ? plan->columns[i].role : "?",
                    plan->columns[i].is_part ? "+" : "");
    for (size_t i = 0; plan != NULL && i < plan->task_count; i++)
        strbuf_addf(
            out, "; %s %s %lld", plan->tasks[i]->number,
            plan->tasks[i]->text[TASK_SCHEDULE] != NULL ? plan->tasks[i]->text[TASK_SCHEDULE] : "-",
            plan->tasks[i]->budget.kind == BUDGET_AMOUNT ? (long long)plan->tasks[i]->budget.vnd
                                                         : -1);
    plan_free(plan);
}

static void headers(void **state)
{
    (void)state;
    static const struct {
        const char *table, *role, *expected;
    } cases[] = {
        {"TT,Nhiệm vụ,Cơ quan thực hiện,,Thời gian,,Kinh phí (triệu đồng),,\n"
         ",,Chủ trì,Phối hợp,Bắt đầu,Kết thúc,Tổng số,NSTW,NSĐP\n"
         "(1),(2),(3),(4),(5),(6),(7)=(8)+(9),(8),(9)\n"
         "I,Mục,,,,,,,\n1,A,VP,SNV,Quý I,Quý II,5,3,2\n2,B,VP,SNV,,Quý III,,1,2\n",
         NULL,
         "mark title lead coordinating start due budget budget+ budget+; 1 Quý I - Quý II 5000000; "
         "2 Quý III 3000000"},
        {",,Tổ chức thực hiện,\nSTT,Nội dung công việc,Đơn vị chủ trì,Đơn vị phối hợp\n"
         "A,B,1,2\nI,Mục,,\n1,A,VP,SNV\n",
         NULL, "mark title lead coordinating; 1 - -1"},
        {"TT,Nhiệm vụ,NSTW (triệu đồng),NSĐP (triệu đồng)\nI,Mục,,\n1,A,5,4\n2,B,,\n3,C,,x\n", NULL,
         "mark title budget+ budget+; 1 - 9000000; 2 - -1; 3 - -1"},
        {"TT,Nhiệm vụ,Kinh phí đề nghị (triệu đồng),Kinh phí được duyệt (triệu đồng)\nI,Mục,,\n"
         "1,A,5,4\n",
         NULL,
         "columns «Kinh phí đề nghị (triệu đồng)» (C) and «Kinh phí được duyệt (triệu đồng)» (D) "
         "could both be the budget: budget=C or budget=D"},
        {"TT,Nhiệm vụ,Kinh phí đề nghị (triệu đồng),Kinh phí được duyệt (triệu đồng)\nI,Mục,,\n"
         "1,A,5,4\n",
         "budget=D", "mark title ? budget; 1 - 4000000"},
        {"TT,Nhiệm vụ,Cơ quan chủ trì,Đơn vị thực hiện\nI,Mục,,\n1,A,VP,SNV\n", NULL,
         "columns «Cơ quan chủ trì» (C) and «Đơn vị thực hiện» (D) could both be the lead: "
         "lead=C or lead=D"},
        {"TT,Nhiệm vụ,Con số (X)\nI,Mục,\n1,A,5\n2,B,3\n", NULL,
         "column «Con số (X)» (C) holds figures, and no heading says that it is the budget: "
         "budget=C or none=C"},
        {"TT,Nhiệm vụ,Con số (X)\nI,Mục,\n1,A,5\n", "none=Con số (X)", "mark title none; 1 - -1"},
        {"TT,Nhiệm vụ,Mốc X,Ghi chú\nI,Mục,,\n1,A,Quý II,a\n", "due=c",
         "mark title schedule note; 1 Quý II -1"},
        {"TT,Nhiệm vụ,Đơn vị,Số lượng,Kinh phí (trđ)\nI,Mục,,,\n1,A,Lớp,2,5\n", NULL,
         "mark title none none budget; 1 - 5000000"},
        {"TT,Tên lớp bồi dưỡng,Kết quả,Cơ quan chủ trì\nI,Mục một,,\n1,Lớp A,x,VP\n", NULL,
         "mark title output lead; 1 - -1"},
        {"TT,Nhiệm vụ,Người thực hiện\nI,Mục,\n1,A,Sở Nội vụ\n", NULL, "mark title lead; 1 - -1"},
        {"TT,Nhiệm vụ,Người thực hiện\nI,Mục,\n1,A,Nguyễn Văn An\n", NULL,
         "mark title person; 1 - -1"},
        {"Nội dung công việc,Đơn vị thực hiện,Thời hạn\nI. Mục,,\n1. A,VP,Quý I\nB,VP,Quý II\n",
         NULL, "title lead schedule; 1 Quý I -1; 2 Quý II -1"},
        {"TT,Con số,Ghi chú\nI,Mục,\n1,A,5\n", NULL,
         "«TT | Con số | Ghi chú» looks most like a header, but no column is the title: expected a "
         "heading such as Nhiệm vụ: which is it?"},
        {"TT,Nhiệm vụ,Kinh phí\nI,Mục,\n1,A,5\n", "lead=Z",
         "role lead=Z: no column has this heading or letter"},
    };
    struct strbuf out = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        read_header(&out, cases[i].table, cases[i].role);
        assert_string_equal(out.text, cases[i].expected);
    }
    strbuf_release(&out);
}

static void roles_of_the_user(void **state)
{
    (void)state;
    struct role_choice choice;
    struct error error;
    assert_int_equal(role_choice_parse("lead=Đơn vị = A", &choice, &error), 0);
    assert_int_equal(choice.role, ROLE_LEAD);
    assert_string_equal(choice.heading, "Đơn vị = A");
    assert_int_equal(role_choice_parse("laed=B", &choice, &error), -1);
    assert_non_null(strstr(error.text, "did you mean «lead»"));
    assert_int_equal(role_choice_parse("lead", &choice, &error), -1);
    assert_int_equal(role_choice_parse("lead=", &choice, &error), -1);
    assert_int_equal(role_choice_parse("=B", &choice, &error), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headings_by_their_words), cmocka_unit_test(headings_below_others),
        cmocka_unit_test(units_and_years),         cmocka_unit_test(headers),
        cmocka_unit_test(roles_of_the_user),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
