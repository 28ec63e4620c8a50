// SPDX-License-Identifier: MIT
#include "check.h"

#include "base/lang.h"
#include "journal/entry_table.h"
#include "plan/check/check.h"
#include "plan/diff/diff.h"
#include "plan/query/query.h"
#include "plan/summary/due.h"
#include "plan/summary/summary.h"
#include "read/builtin.h"
#include "read/plan_read.h"

/* The plan of 2021 and what its offices are called, asked from as the commands do. */
struct world {
    struct plan *plan;
    struct agency_table agencies;
    struct progress progress; /* of no journal */
    struct query_scope scope;
};

static int set_up(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    struct error_list errors = {0};
    struct read_options options = {0};
    world->plan = plan_read_path("", &options, &errors);
    agency_table_add_own(&world->agencies, &world->plan, 1, false);
    world->scope = (struct query_scope){.plans = &world->plan,
                                        .plan_count = 1,
                                        .agencies = &world->agencies,
                                        .progress = &world->progress};
    *state = world;
    return world->plan != NULL ? 0 : -1;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    plan_free(world->plan);
    agency_table_release(&world->agencies);
    free(world);
    return 0;
}

/* The ids of what `filter=values …` picks, parted by spaces; the error's sentence where refused. */
struct asked {
    enum query_field field;
    const char *values; /* NULL ends the list */
};

static void assert_picks(const struct world *world, const struct asked *asked, const char *wanted)
{
    struct query query = {0};
    struct task_list tasks = {0};
    struct strbuf ids = {0};
    struct error error = {0};
    int status = 0;
    for (; asked->values != NULL && status == 0; asked++)
        status = query_add(&query, asked->field, asked->values, &error);
    if (status == 0)
        status = query_bind(&query, &world->scope, &error);
    if (status == 0)
        task_list_select(&tasks, &query, &world->scope);
    else
        strbuf_adds(&ids, error.text);
    for (size_t i = 0; i < tasks.count; i++) {
        strbuf_adds(&ids, i > 0 ? " " : "");
        task_add_id(&ids, tasks.items[i], false);
    }
    assert_string_equal(strbuf_text(&ids), wanted);
    strbuf_release(&ids);
    task_list_release(&tasks);
    query_release(&query);
}

#define PICKS(wanted, ...)                                                                         \
    do {                                                                                           \
        static const struct asked asked[] = {__VA_ARGS__, {0, NULL}};                              \
        assert_picks(*state, asked, wanted);                                                       \
    } while (0)

static void sections_are_matched_whole(void **state)
{
    PICKS("I.1 I.2 I.3 I.4", {QUERY_SECTION, "I"});
    PICKS("I.1 I.2 I.3 I.4", {QUERY_SECTION, "1"});
    PICKS("III.1 III.2 III.3 III.4 III.5 III.6", {QUERY_SECTION, "iii"});
    PICKS("I.1 I.2 I.3 I.4 IV.1 IV.2 IV.3 IV.4 IV.5", {QUERY_SECTION, "IV, 1"});
    PICKS("no section «VIII»: did you mean «VII»? (I, II, III, IV, V, VI, VII)",
          {QUERY_SECTION, "VIII"});
    PICKS("no section «IIII»: did you mean «III»? (I, II, III, IV, V, VI, VII)",
          {QUERY_SECTION, "IIII"});
    PICKS("«I,»: a value is empty", {QUERY_SECTION, "I,"});
}

static void different_filters_all_hold(void **state)
{
    PICKS("V.1", {QUERY_SECTION, "V"}, {QUERY_BUDGET, "funded"});
    PICKS("", {QUERY_SECTION, "VI"}, {QUERY_BUDGET, ">0"});
    PICKS("VII.4 VII.5", {QUERY_SECTION, "VII"}, {QUERY_BUDGET, ">=100,  =200"});
    PICKS("I.3 VI.1 VII.6", {QUERY_QUARTER, "3"}, {QUERY_SCHEDULE, "dated"},
          {QUERY_TEXT, "kiem tra,chi dao"});
}

static void budgets_are_compared_in_millions(void **state)
{
    PICKS("VII.4", {QUERY_BUDGET, "=1000"});
    PICKS("VII.4", {QUERY_BUDGET, "=1 tỷ"});
    PICKS("VII.3 VII.6", {QUERY_BUDGET, "=5,0,missing"});
    PICKS("II.1 VII.6", {QUERY_BUDGET, "unspecified,missing"});
    PICKS("budget «>»: is no amount: expected a figure, or one with đồng, nghìn, triệu or tỷ",
          {QUERY_BUDGET, ">"});
    PICKS("budget «=>10»: is no amount: expected a figure, or one with đồng, nghìn, triệu or tỷ",
          {QUERY_BUDGET, "=>10"});
    PICKS("no budget «fund»: did you mean «funded»? (funded, none, unspecified, missing)",
          {QUERY_BUDGET, "fund"});
}

static void agencies_go_by_all_their_names(void **state)
{
    PICKS("VI.5 VI.6 VI.7", {QUERY_LEAD, "trực thuộc sở"});
    PICKS("VII.5", {QUERY_LEAD, "PHONG GDNN"});
    PICKS("VII.5", {QUERY_COORDINATING, "cơ sở gdnn"});
    PICKS("VI.1 VI.2 VI.3 VI.4 VI.5 VI.6 VI.7", {QUERY_AGENCY, "KH-TC"});
    PICKS("III.6 VII.8", {QUERY_LEAD, "bo phan tiep nhan"});
    PICKS("no agency «phong gdnm»: did you mean «Phòng GDNN»?", {QUERY_LEAD, "phong gdnm"});
    static const char *const names[] = {"Văn phòng", "vp so", "VĂN PHÒNG SỞ"};
    for (size_t i = 0; i < COUNT(names); i++) {
        struct world *world = *state;
        struct query query = {0};
        struct task_list tasks = {0};
        struct error error;
        assert_int_equal(query_add(&query, QUERY_LEAD, names[i], &error), 0);
        assert_int_equal(query_bind(&query, &world->scope, &error), 0);
        task_list_select(&tasks, &query, &world->scope);
        assert_int_equal(tasks.count, 36);
        task_list_release(&tasks);
        query_release(&query);
    }
}

static void lead_cells_are_split_at_marks_only(void **state)
{
    struct world *world = *state;
    struct agency_walk walk = agency_walk_of(NULL, "VP Sở; Phòng A và Phòng B,, Phòng C ;");
    size_t count = 0;
    while (agency_next(&walk))
        count++;
    assert_int_equal(count, 3);
    struct strbuf offices = {0};
    agency_add_offices(&offices, &world->agencies, "VP Sở;Phòng A và Phòng B, văn  phòng");
    assert_string_equal(offices.text, "Văn phòng Sở; Phòng A và Phòng B; Văn phòng Sở");
    strbuf_release(&offices);
}

static void ids_name_one_task(void **state)
{
    struct world *world = *state;
    static const char *const ids[] = {"III.2", "iii.2", "3.2", "plan-2021:III.2"};
    struct task_list tasks = {0};
    struct error error;
    for (size_t i = 0; i < COUNT(ids); i++)
        assert_int_equal(task_list_find(&tasks, ids[i], &world->scope, &error), 0);
    assert_int_equal(tasks.count, COUNT(ids));
    for (size_t i = 1; i < tasks.count; i++)
        assert_ptr_equal(tasks.items[i], tasks.items[0]);
    static const char *const wrong[] = {"III", "III.", "III.7", "VIII.1", "other:III.2", ".2", ""};
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_int_equal(task_list_find(&tasks, wrong[i], &world->scope, &error), -1);
    task_list_release(&tasks);
}

static void codes_are_numerals(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        unsigned value;
    } cases[] = {{"I", 1},   {"iv", 4},   {"IX", 9},         {"XIV", 14}, {"MCMXC", 1990},
                 {"12", 12}, {"0", 0},    {"IIII", 0},       {"IC", 0},   {"", 0},
                 {"A", 1},   {"C", 3},    {"A.II", 0x10002}, {"1a", 0},   {"007", 0},
                 {"VX", 0},  {"99999", 0}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(section_value(cases[i].code), cases[i].value);
}

static void tasks_sort_by_value(void **state)
{
    (void)state;
    struct section nine = {.code = "IX", .value = 9}, ten = {.code = "X", .value = 10};
    struct task a = {.section = &nine, .number = "10"}, b = {.section = &nine, .number = "2"};
    struct task c = {.section = &ten, .number = "1"}, d = {.section = &ten, .number = "1.2"};
    assert_true(task_compare(&b, &a) < 0);
    assert_true(task_compare(&a, &c) < 0);
    assert_true(task_compare(&c, &d) < 0);
    assert_int_equal(task_compare(&a, &a), 0);
}

static void assert_due(const struct world *world, struct period period, const size_t *groups)
{
    struct query all = {0};
    struct task_list tasks = {0};
    struct due_list due = {0};
    task_list_select(&tasks, &all, &world->scope);
    due_list_select(&due, &tasks, &world->progress, &(struct due_scope){.period = period});
    for (int group = 0; group < DUE_GROUPS; group++)
        assert_int_equal(due.group_count[group], groups[group]);
    assert_int_equal(due.count, due.group_count[DUE_DUE] + due.group_count[DUE_RUNNING] +
                                    due.group_count[DUE_TRIGGERED]);
    due_list_release(&due);
    task_list_release(&tasks);
}

static void quarters_are_due_as_the_plan_has_them(void **state)
{
    static const size_t groups[4][DUE_GROUPS] = {
        {0, 8, 0, 1, 25}, {0, 2, 2, 1, 25}, {0, 6, 0, 1, 25}, {0, 4, 0, 1, 25}};
    for (int quarter = 1; quarter <= 4; quarter++)
        assert_due(*state, period_of_quarter(2021, quarter), groups[quarter - 1]);
    static const size_t june[] = {0, 2, 2, 1, 25}, may[] = {0, 0, 4, 1, 25},
                        other[] = {0, 0, 0, 1, 0};
    assert_due(*state, period_of_month(2021, 6), june);
    assert_due(*state, period_of_month(2021, 5), may);
    assert_due(*state, period_of_quarter(2022, 1), other);
}

static void periods_include_both_their_days(void **state)
{
    static const size_t on_the_day[] = {0, 2, 2, 1, 25}, before[] = {0, 0, 4, 1, 25};
    static const size_t after[] = {0, 0, 6, 1, 25};
    struct period last = {date_make(2021, 6, 30), date_make(2021, 6, 30)};
    struct period early = {date_make(2021, 6, 1), date_make(2021, 6, 29)};
    struct period next = {date_make(2021, 7, 1), date_make(2021, 7, 1)};
    assert_due(*state, last, on_the_day);
    assert_due(*state, early, before);
    assert_due(*state, next, after);
}

static void groups_add_up(void **state)
{
    struct world *world = *state;
    struct query all = {0};
    struct task_list tasks = {0};
    task_list_select(&tasks, &all, &world->scope);
    static const size_t counts[SUMMARY_BYS] = {7, 8, 6, 1};
    for (int by = 0; by < SUMMARY_BYS; by++) {
        struct summary_list list = {0};
        struct error error;
        int64_t sum = 0;
        size_t count = 0;
        assert_int_equal(summary_list_run(&list, &tasks, NULL, (enum summary_by)by,
                                          &world->agencies, &world->progress, &error),
                         0);
        for (size_t i = 0; i < list.count; i++) {
            sum += list.items[i].budget_vnd;
            count += list.items[i].tasks;
            assert_int_equal(list.items[i].tasks, list.items[i].budgeted +
                                                      list.items[i].unspecified +
                                                      list.items[i].missing);
        }
        assert_int_equal(list.count, counts[by]);
        assert_int_equal(count, 44);
        assert_int_equal(sum, 1285 * MONEY_MILLION);
        assert_int_equal(list.total.budget_vnd, sum);
        assert_int_equal(list.total.budgeted, 42);
        summary_list_release(&list);
    }
    task_list_release(&tasks);
}

static void years_are_found_but_not_in_dates(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int year;
    } cases[] = {
        {"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2023", 2023},
        {"Ban hành kèm theo Quyết định ngày 15 tháng 12 năm 2022", 0},
        {"ngày 15 tháng 12 năm 2022 về Kế hoạch năm 2023", 2023},
        {"trong năm 2021: 44 nhiệm vụ.", 2021},
        {"TỔNG KẾT NĂM 2022 - KẾ HOẠCH NĂM 2023", 2023},
        {"năm 2022 và năm 2023", 0},
        {"(năm 2021)", 2021},
        {"năm 1500", 0},
        {"năm thứ 2021", 0},
        {"năm 20211", 0},
        {"", 0},
        /* without «năm», in a plan's name */
        {"Kế hoạch CCHC 2024", 2024},
        {"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH (2024)", 2024},
        {"Kế hoạch 2024 của UBND xã", 2024},
        {"Chương trình công tác quý I/2024", 2024},
        {"Kế hoạch công tác tháng 6/2024", 2024},
        {"Kế hoạch tuyển 2024 người", 0},
        {"Ngày mai 2024", 0},
        {"Năm ngân sách 2024", 2024},
        {"Năm kế hoạch: 2024", 2024},
        /* periods */
        {"giai đoạn 2021-2025", 0},
        {"Kế hoạch CCHC giai đoạn 2021 - 2025", 0},
        {"Kế hoạch CCHC giai đoạn 2021–2025, định hướng đến năm 2030", 0},
        {"Kế hoạch năm 2024 - 2025", 0},
        {"Kế hoạch năm 2024, 2025", 0},
        {"Kế hoạch năm 2024 và 2025", 0},
        {"từ năm 2021 đến năm 2025", 0},
        {"Kế hoạch 2021 đến 2025", 0},
        {"Nhiệm kỳ 2020-2025", 0},
        {"Kế hoạch năm học 2023-2024", 0},
        {"Kế hoạch năm học 2024", 0},
        {"Kế hoạch CCHC năm 2024 thực hiện Chương trình tổng thể giai đoạn 2021-2030", 2024},
        {"Kế hoạch giai đoạn 2021-2025 và năm 2024", 2024},
        /* horizons */
        {"Kế hoạch chuyển đổi số đến năm 2030", 0},
        {"Đề án tầm nhìn 2045", 0},
        {"Kế hoạch năm 2024, định hướng đến năm 2030", 2024},
        {"Kế hoạch năm 2024, tầm nhìn 2050", 2024},
        {"Kế hoạch từ năm 2024", 0},
        /* dates and numbers */
        {"Hà Nội, ngày     tháng     năm 2023", 0},
        {"…, ngày ... tháng ... năm 2023", 0},
        {"Hà Nội, tháng 12 năm 2023", 0},
        {"Kế hoạch công tác tháng 6 năm 2024", 2024},
        {"6 tháng cuối năm 2024", 2024},
        {"Kèm theo Kế hoạch số 2024/KH-UBND ngày 05/01/2023", 0},
        {"Kèm theo Kế hoạch số 12/KH-UBND ngày 05-01-2023", 0},
        {"Kế hoạch thực hiện Nghị định 30/2020/NĐ-CP", 0},
        {"Số: 15/KH-UBND-2024", 0},
        /* what is said of another year */
        {"Kế hoạch triển khai Luật Đất đai năm 2024", 0},
        {"Căn cứ Kế hoạch CCHC năm 2023 của UBND tỉnh", 0},
        {"Kế hoạch khắc phục tồn tại, hạn chế năm 2023", 0},
        {"Kế hoạch năm 2024 và kết quả năm 2023", 2024},
        {"KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2023 VÀ KẾ HOẠCH 2024", 2024},
        {"Kế hoạch năm 2024 và kế hoạch năm 2025", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (plan_year_find(cases[i].text) != cases[i].year)
            print_error("%s: %d\n", cases[i].text, plan_year_find(cases[i].text));
        assert_int_equal(plan_year_find(cases[i].text), cases[i].year);
    }
}

static void numbers_are_compared_by_value(void **state)
{
    (void)state;
    static const char *const ordered[] = {
        "1", "1.2", "1.10", "1.a", "2", "10", "99999999999999999999", "100000000000000000000"};
    for (size_t i = 0; i < COUNT(ordered); i++)
        for (size_t j = 0; j < COUNT(ordered); j++) {
            int order = task_number_compare(ordered[i], ordered[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    assert_int_equal(task_number_compare("007", "7"), 0);
}

static void assert_named(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_non_null(names[i]);
}

static void nothing_that_is_counted_lacks_its_name(void **state)
{
    (void)state;
    assert_named(schedule_kind_names, SCHEDULE_KINDS);
    assert_named(task_status_names, TASK_STATUSES);
    assert_named(task_state_names, TASK_STATES);
    assert_named(severity_names, SEVERITIES);
    assert_named(summary_by_names, SUMMARY_BYS);
    assert_named(due_group_names, DUE_GROUPS);
    assert_named(change_kind_names, CHANGE_KINDS);
    assert_named(entry_column_names, ENTRY_COLUMNS);
    assert_named(lang_names, LANG_VI + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_that_is_counted_lacks_its_name),
        cmocka_unit_test(sections_are_matched_whole),
        cmocka_unit_test(different_filters_all_hold),
        cmocka_unit_test(budgets_are_compared_in_millions),
        cmocka_unit_test(agencies_go_by_all_their_names),
        cmocka_unit_test(lead_cells_are_split_at_marks_only),
        cmocka_unit_test(ids_name_one_task),
        cmocka_unit_test(codes_are_numerals),
        cmocka_unit_test(tasks_sort_by_value),
        cmocka_unit_test(quarters_are_due_as_the_plan_has_them),
        cmocka_unit_test(periods_include_both_their_days),
        cmocka_unit_test(groups_add_up),
        cmocka_unit_test(numbers_are_compared_by_value),
        cmocka_unit_test(years_are_found_but_not_in_dates),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
