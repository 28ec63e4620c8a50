// SPDX-License-Identifier: MIT
#include "check.h"

#include "base/strbuf.h"
#include "plan/schedule/schedule.h"
#include "read/table/csv_table.h"

#include <string.h>

/* The milestones as text: `name start..due`, a star for those of all year, parted by "; ". */
static void describe(struct strbuf *out, const struct schedule *schedule)
{
    for (unsigned i = 0; i < schedule->count; i++) {
        const struct milestone *milestone = &schedule->milestones[i];
        char start[DATE_TEXT_SIZE], due[DATE_TEXT_SIZE];
        strbuf_addf(out, "%s%s%s%s..%s%s", i > 0 ? "; " : "",
                    milestone->name != NULL ? milestone->name : "",
                    milestone->name != NULL ? " " : "", date_format(start, milestone->start),
                    date_format(due, milestone->due), milestone->all_year ? "*" : "");
    }
}

struct schedule_case {
    const char *text;
    enum schedule_kind kind;
    const char *milestones;
};

static void check_cases(const struct schedule_case *cases, size_t count, int year)
{
    struct arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        struct schedule schedule = schedule_parse(&arena, cases[i].text, year);
        struct strbuf milestones = {0};
        describe(&milestones, &schedule);
        if (schedule.kind != cases[i].kind)
            print_error("«%s» is %s\n", cases[i].text, schedule_kind_names[schedule.kind]);
        assert_int_equal(schedule.kind, cases[i].kind);
        assert_string_equal(strbuf_text(&milestones), cases[i].milestones);
        strbuf_release(&milestones);
    }
    arena_release(&arena);
}

#define Q1 "2021-01-01..2021-03-31"
#define Q2 "2021-04-01..2021-06-30"
#define Q3 "2021-07-01..2021-09-30"
#define Q4 "2021-10-01..2021-12-31"
#define YEAR "2021-01-01..2021-12-31"

static void dated_schedules_are_read(void **state)
{
    (void)state;
    static const struct schedule_case cases[] = {
        {"Quý 1", SCHEDULE_DATED, Q1},
        {"Quý III", SCHEDULE_DATED, Q3},
        {"QUÝ IV/2021", SCHEDULE_DATED, Q4},
        {"quý iv năm 2021", SCHEDULE_DATED, Q4},
        {"Quý 2/2022", SCHEDULE_DATED, "2022-04-01..2022-06-30"},
        {"Quý II, 2022", SCHEDULE_DATED, "2022-04-01..2022-06-30"},
        {"Quý II, 2022, 2023", SCHEDULE_UNKNOWN, ""},
        {"Quý 2 -3", SCHEDULE_DATED, "2021-04-01..2021-09-30"},
        {"Quý 2 - Quý 3", SCHEDULE_DATED, "2021-04-01..2021-09-30"},
        {"Quý II – III/2021", SCHEDULE_DATED, "2021-04-01..2021-09-30"},
        {"Từ quý 2 đến quý 4", SCHEDULE_DATED, "2021-04-01..2021-12-31"},
        {"Quý I, III", SCHEDULE_DATED, Q1 "; " Q3},
        {"Quý I, III/2022", SCHEDULE_DATED, "2022-01-01..2022-03-31; 2022-07-01..2022-09-30"},
        {"Quý 1 và quý 3", SCHEDULE_DATED, Q1 "; " Q3},
        {"Quý I, II, III, IV", SCHEDULE_DATED, Q1 "; " Q2 "; " Q3 "; " Q4},
        {"Tháng 6/2021", SCHEDULE_DATED, "2021-06-01..2021-06-30"},
        {"Tháng 02", SCHEDULE_DATED, "2021-02-01..2021-02-28"},
        {"6/2021", SCHEDULE_DATED, "2021-06-01..2021-06-30"},
        {"T6", SCHEDULE_DATED, "2021-06-01..2021-06-30"},
        {"tháng 3-5", SCHEDULE_DATED, "2021-03-01..2021-05-31"},
        {"Tháng 6-9, 12", SCHEDULE_DATED, "2021-06-01..2021-09-30; 2021-12-01..2021-12-31"},
        {"Tháng 12/2020 - 3/2021", SCHEDULE_DATED, "2020-12-01..2021-03-31"},
        {"6 tháng đầu năm", SCHEDULE_DATED, "2021-01-01..2021-06-30"},
        {"6 tháng cuối năm 2022", SCHEDULE_DATED, "2022-07-01..2022-12-31"},
        {"9 tháng đầu năm", SCHEDULE_DATED, "2021-01-01..2021-09-30"},
        {"Trước 15/6/2021", SCHEDULE_DATED, "..2021-06-15"},
        {"Trước ngày 30/11", SCHEDULE_DATED, "..2021-11-30"},
        {"30/6", SCHEDULE_DATED, "..2021-06-30"},
        {"30.6.2021", SCHEDULE_DATED, "..2021-06-30"},
        {"2021-06-30", SCHEDULE_DATED, "..2021-06-30"},
        {"ngày 15 tháng 6 năm 2021", SCHEDULE_DATED, "..2021-06-15"},
        {"15-30/6", SCHEDULE_DATED, "2021-06-15..2021-06-30"},
        {"01/3/2021 - 30/9/2021", SCHEDULE_DATED, "2021-03-01..2021-09-30"},
        {"Đến hết quý II", SCHEDULE_DATED, "..2021-06-30"},
        {"Chậm nhất ngày 20/12/2021", SCHEDULE_DATED, "..2021-12-20"},
        {"Quý IV/2020 - Quý I/2021", SCHEDULE_DATED, "2020-10-01..2021-03-31"},
        {"Quý 4 - Quý 1/2022", SCHEDULE_DATED, "2021-10-01..2022-03-31"},
        {"Hoàn thành trong quý 2", SCHEDULE_DATED, "Hoàn thành " Q2},
        {"Quý\n 1 ", SCHEDULE_DATED, Q1},
        {"quy 1", SCHEDULE_DATED, Q1},
        {"QI/2021", SCHEDULE_DATED, Q1},
        {"Quý I, năm 2021", SCHEDULE_DATED, Q1},
        {"Tháng 12 hằng năm", SCHEDULE_DATED, "2021-12-01..2021-12-31"},
        {"Trước 15/12 hằng năm", SCHEDULE_DATED, "..2021-12-15"},
        {"15/6 năm 2021", SCHEDULE_DATED, "..2021-06-15"},
        {"Giai đoạn 2021-2025", SCHEDULE_DATED, "2021-01-01..2025-12-31"},
        {"Từ năm 2021 đến năm 2025", SCHEDULE_DATED, "2021-01-01..2025-12-31"},
        {"Đến hết năm", SCHEDULE_DATED, "..2021-12-31"},
        {"Từ tháng 3 đến hết năm", SCHEDULE_DATED, "2021-03-01..2021-12-31"},
        {"- Ban hành: Quý I", SCHEDULE_DATED, "Ban hành " Q1},
        {"Quí 1", SCHEDULE_DATED, Q1},
        {"Qúy 2-3/2021", SCHEDULE_DATED, "2021-04-01..2021-09-30"},
        {"29/2/2024", SCHEDULE_DATED, "..2024-02-29"},
        {"Cuối năm", SCHEDULE_DATED, "..2021-12-31"},
        {"Cuối quý III", SCHEDULE_DATED, "..2021-09-30"},
        {"Thượng tuần tháng 6", SCHEDULE_DATED, "2021-06-01..2021-06-10"},
        {"Trung tuần tháng 6", SCHEDULE_DATED, "2021-06-11..2021-06-20"},
        {"Hạ tuần tháng 2/2024", SCHEDULE_DATED, "2024-02-21..2024-02-29"},
        {"Từ đầu năm đến hết quý II", SCHEDULE_DATED, "2021-01-01..2021-06-30"},
        {"Từ tháng 10/2024 đến tháng 3/2025", SCHEDULE_DATED, "2024-10-01..2025-03-31"},
        {"Quý I-2024", SCHEDULE_DATED, "2024-01-01..2024-03-31"},
        {"Quý I/24", SCHEDULE_DATED, "2024-01-01..2024-03-31"},
        {"Quý II/Quý III", SCHEDULE_DATED, Q2 "; " Q3},
        {"Quý một", SCHEDULE_DATED, Q1},
        {"Tháng mười hai", SCHEDULE_DATED, "2021-12-01..2021-12-31"},
        {"“Quý III” (dự kiến)", SCHEDULE_DATED, Q3},
        {"Phấn đấu hoàn thành 100% trong quý III", SCHEDULE_DATED, "hoàn thành " Q3},
        {"Qu\xE2\x80\x8Bý \xD0\x86II", SCHEDULE_DATED, Q3},
        {"Trước 10/3; 10/6; 10/9; 10/12", SCHEDULE_DATED,
         "..2021-03-10; ..2021-06-10; ..2021-09-10; ..2021-12-10"},
        {"Trước 17h00 ngày 15/6", SCHEDULE_DATED, "..2021-06-15"},
    };
    check_cases(cases, COUNT(cases), 2021);
}

static void other_kinds_are_read(void **state)
{
    (void)state;
    static const struct schedule_case cases[] = {
        {NULL, SCHEDULE_MISSING, ""},
        {"Thường xuyên cả năm", SCHEDULE_YEAR_ROUND, YEAR "*"},
        {"Thường xuyên trong năm", SCHEDULE_YEAR_ROUND, YEAR "*"},
        {"Cả năm", SCHEDULE_YEAR_ROUND, YEAR "*"},
        {"Thường xuyên", SCHEDULE_YEAR_ROUND, YEAR "*"},
        {"Thường xuyên, liên tục.", SCHEDULE_YEAR_ROUND, YEAR "*"},
        {"Trong năm 2022", SCHEDULE_YEAR_ROUND, "2022-01-01..2022-12-31*"},
        {"Hằng quý", SCHEDULE_RECURRING, "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4},
        {"Định kỳ hàng quý, 6 tháng, 9 tháng và năm", SCHEDULE_RECURRING,
         "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4},
        {"01 lần/quý", SCHEDULE_RECURRING, "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4},
        {"Các quý trong năm", SCHEDULE_RECURRING, "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4},
        {"Định kỳ 6 tháng, năm", SCHEDULE_RECURRING,
         "M6 2021-01-01..2021-06-30; M12 2021-07-01..2021-12-31"},
        {"2 lần/năm", SCHEDULE_RECURRING, "L1 " YEAR "; L2 " YEAR},
        {"5 lần/quý", SCHEDULE_RECURRING, "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4},
        {"Quý, 6 tháng, năm", SCHEDULE_RECURRING, "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4},
        {"Hằng tuần", SCHEDULE_RECURRING, "M12 " YEAR},
        {"Trước ngày 15 của tháng cuối quý", SCHEDULE_RECURRING,
         "Q1 2021-01-01..2021-03-15; Q2 2021-04-01..2021-06-15; Q3 2021-07-01..2021-09-15; Q4 "
         "2021-10-01..2021-12-15"},
        {"2021", SCHEDULE_YEAR_ROUND, YEAR "*"},
        {"năm 2021", SCHEDULE_YEAR_ROUND, YEAR "*"},
        {"2023", SCHEDULE_DATED, "2023-01-01..2023-12-31"},
        {"Quý II và khi có yêu cầu", SCHEDULE_DATED, Q2 "; khi có yêu cầu .."},
        {"Thường xuyên và khi có yêu cầu", SCHEDULE_YEAR_ROUND, YEAR "*; khi có yêu cầu .."},
        {"Hằng quý và khi có yêu cầu", SCHEDULE_RECURRING,
         "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4 "; khi có yêu cầu .."},
        {"Quý II và thường xuyên", SCHEDULE_DATED, Q2 "; thường xuyên " YEAR "*"},
        {"Thường xuyên; báo cáo trước 15/12", SCHEDULE_PHASED,
         "Thường xuyên " YEAR "*; báo cáo ..2021-12-15"},
        {"Đợt 1: trước 15/6; đợt 2: trước 15/12", SCHEDULE_PHASED,
         "Đợt 1 ..2021-06-15; đợt 2 ..2021-12-15"},
        {"Trước 15/6 (đợt 1), trước 15/12 (đợt 2)", SCHEDULE_PHASED,
         "đợt 1 ..2021-06-15; đợt 2 ..2021-12-15"},
        {"Sau 15 ngày kể từ ngày ban hành kế hoạch", SCHEDULE_TRIGGERED, ""},
        {"Theo đề nghị của cấp trên", SCHEDULE_TRIGGERED, ""},
        {"6 tháng một lần", SCHEDULE_RECURRING,
         "M6 2021-01-01..2021-06-30; M12 2021-07-01..2021-12-31"},
        {"Hằng năm", SCHEDULE_RECURRING, "M12 " YEAR},
        {"Kế hoạch: Quý I; Báo cáo: Quý IV", SCHEDULE_PHASED, "Kế hoạch " Q1 "; Báo cáo " Q4},
        {"Ban hành: Quý I - Triển khai: Quý II", SCHEDULE_PHASED,
         "Ban hành " Q1 "; Triển khai " Q2},
        {"Khi cần", SCHEDULE_TRIGGERED, ""},
        {"Theo yêu cầu", SCHEDULE_TRIGGERED, ""},
        {"Định kỳ hàng quý", SCHEDULE_RECURRING, "Q1 " Q1 "; Q2 " Q2 "; Q3 " Q3 "; Q4 " Q4},
        {"Ban hành quý 1, triển khai thực hiện trong năm", SCHEDULE_PHASED,
         "Ban hành " Q1 "; triển khai thực hiện " YEAR "*"},
        {"Quý I: ban hành; Quý II-IV: triển khai", SCHEDULE_PHASED,
         "ban hành " Q1 "; triển khai 2021-04-01..2021-12-31"},
        {"Ngay sau khi có kế hoạch của UBND tỉnh", SCHEDULE_TRIGGERED, ""},
        {"Khi có yêu cầu", SCHEDULE_TRIGGERED, ""},
        {"Trong 10 ngày sau khi có Quyết định", SCHEDULE_TRIGGERED, ""},
    };
    check_cases(cases, COUNT(cases), 2021);
    struct arena arena = {0};
    struct schedule monthly = schedule_parse(&arena, "Hằng tháng", 2024);
    assert_int_equal(monthly.kind, SCHEDULE_RECURRING);
    assert_int_equal(monthly.count, 12);
    assert_int_equal(monthly.milestones[1].due.day, 29);
    monthly = schedule_parse(&arena, "Trước ngày 20 hàng tháng", 2024);
    assert_int_equal(monthly.count, 12);
    assert_int_equal(monthly.milestones[11].due.day, 20);
    monthly = schedule_parse(&arena, "Ngày 31 hằng tháng", 2024);
    assert_int_equal(monthly.milestones[3].due.day, 30);
    arena_release(&arena);
}

/* Whatever is not covered as a whole: a wrong date would be worse than none. */
static void what_is_not_understood_is_unknown(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Quý 5",
        "Quý 0",
        "Tháng 13",
        "31/2",
        "30/2/2021",
        "29/2",
        "Quý 3 - Quý 1",
        "Quý 2/3",
        "Trước quý 2",
        "Sau quý 1",
        "Quý 2, sau khi có kế hoạch",
        "Giữa quý 2",
        "100%",
        "100% đơn vị",
        "Thường xuyên trong quý I",
        "Báo cáo tháng năm",
        "Trước năm 2025",
        "Kể từ ngày 01/3/2021",
        "Khi có yêu cầu hoặc hằng quý",
        "Ngay sau khi 30/6",
        "Đến khi hoàn thành",
        "Đầu quý 2",
        "Theo kế hoạch của UBND tỉnh",
        "Ban hành không quý 1, triển khai trong năm",
        "Ban hành quý 1, trong năm",
        "Tháng 3 năm",
        "Lộ trình: không quý 1",
        "2025-2021",
        "Quy định",
        "Quý",
        "-",
        "Quý 1 -",
        "Quý 1 (trước 15/3)",
        "Thường xuyên từ quý 2",
        "Quý 4/2020 - 2/2021",
        "Tổng kết năm 2020",
        "Báo cáo năm 2020",
        "Quỹ 1",
        "Thẳng 6",
        "Đèn 15/6",
        "Ngay sau khi có QĐ, chậm nhất cuối tháng sáu",
        "Ngay sau khi có QĐ, thực hiện trong năm",
        "Trừ khi có yêu cầu",
        "Không thực hiện khi có dịch",
        "2021-262-05",
        "2021-06-261",
        "Tháng 1,2,3,4,5,6,7,8,9,10,11,12. Tháng 1,2,3,4,5,6,7,8,9,10,11,12. Trước 15/6",
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct schedule schedule = schedule_parse(&arena, texts[i], 2021);
        if (schedule.kind != SCHEDULE_UNKNOWN)
            print_error("«%s» is %s\n", texts[i], schedule_kind_names[schedule.kind]);
        assert_int_equal(schedule.kind, SCHEDULE_UNKNOWN);
        assert_int_equal(schedule.count, 0);
    }
    arena_release(&arena);
}

static void without_a_year_kinds_are_known_and_dates_are_not(void **state)
{
    (void)state;
    static const struct schedule_case cases[] = {
        {"Quý 2", SCHEDULE_DATED, ".."},        {"Quý 2/2021", SCHEDULE_DATED, Q2},
        {"Cả năm", SCHEDULE_YEAR_ROUND, "..*"}, {"30/2", SCHEDULE_UNKNOWN, ""},
        {"29/2", SCHEDULE_DATED, ".."},
    };
    check_cases(cases, COUNT(cases), 0);
}

static void the_whole_schedule_runs_from_first_start_to_last_due(void **state)
{
    (void)state;
    struct arena arena = {0};
    char text[DATE_TEXT_SIZE];
    struct schedule schedule = schedule_parse(&arena, "Quý II, IV", 2021);
    assert_string_equal(date_format(text, schedule_start(&schedule)), "2021-04-01");
    assert_string_equal(date_format(text, schedule_due(&schedule)), "2021-12-31");
    schedule = schedule_parse(&arena, "Khi có yêu cầu", 2021);
    assert_false(date_is_set(schedule_start(&schedule)));
    assert_false(date_is_set(schedule_due(&schedule)));
    arena_release(&arena);
}

static void endless_texts_are_unknown(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct strbuf text = {0};
    for (int i = 0; i < 5000; i++)
        strbuf_adds(&text, "Quý 1, ");
    assert_int_equal(schedule_parse(&arena, text.text, 2021).kind, SCHEDULE_UNKNOWN);
    strbuf_clear(&text);
    for (int i = 0; i < 5000; i++)
        strbuf_addc(&text, 'a');
    assert_int_equal(schedule_parse(&arena, text.text, 2021).kind, SCHEDULE_UNKNOWN);
    strbuf_release(&text);
    arena_release(&arena);
}

struct table_reading {
    size_t read, wrong;
};

/* Begins in its year or later, ends after that. */
static bool lies_well(const struct milestone *milestone)
{
    bool both = date_is_set(milestone->start) && date_is_set(milestone->due);
    return !both || date_compare(milestone->start, milestone->due) <= 0;
}

static void compare(struct table_reading *reading, const char *text, const char *kind,
                    const char *milestones)
{
    struct arena arena = {0};
    struct strbuf found = {0};
    struct schedule schedule = schedule_parse(&arena, text, 2026);
    describe(&found, &schedule);
    for (unsigned i = 0; i < schedule.count; i++)
        assert_true(lies_well(&schedule.milestones[i]));
    reading->read++;
    if (strcmp(schedule_kind_names[schedule.kind], kind) != 0 ||
        strcmp(strbuf_text(&found), milestones) != 0) {
        print_error("«%s» is %s «%s», not %s «%s»\n", text, schedule_kind_names[schedule.kind],
                    strbuf_text(&found), kind, milestones);
        reading->wrong++;
    }
    strbuf_release(&found);
    arena_release(&arena);
}

/* However it is spelt: in brackets, with a stop, with what no one sees. */
static int read_row(void *context, const struct table_row *row)
{
    const char *text = row->cells[0];
    struct strbuf spelt = {0};
    if (row->line == 1)
        return 0;
    compare(context, text, row->cells[1], row->cells[2]);
    bool times = strcmp(row->cells[1], "unknown") != 0 && strcmp(row->cells[1], "triggered") != 0;
    strbuf_addf(&spelt, "\xE2\x80\x8B%s ", text);
    if (times && strchr(row->cells[2], ' ') == NULL) /* a name keeps its spelling */
        compare(context, spelt.text, row->cells[1], row->cells[2]);
    strbuf_release(&spelt);
    return 0;
}

static void schedules_of_many_plans_are_read(void **state)
{
    (void)state;
    struct source source;
    struct table_reading reading = {0};
    struct error_list errors = {0};
    assert_int_equal(source_load(&source, "tests/data/schedules.csv", &errors), 0);
    struct csv_table csv = csv_table_of(&source, ',');
    csv.table.read(&csv.table, read_row, &reading, &errors);
    source_release(&source);
    assert_int_equal(errors.count, 0);
    assert_in_range(reading.read, 400, 10000);
    assert_int_equal(reading.wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dated_schedules_are_read),
        cmocka_unit_test(other_kinds_are_read),
        cmocka_unit_test(what_is_not_understood_is_unknown),
        cmocka_unit_test(without_a_year_kinds_are_known_and_dates_are_not),
        cmocka_unit_test(the_whole_schedule_runs_from_first_start_to_last_due),
        cmocka_unit_test(endless_texts_are_unknown),
        cmocka_unit_test(schedules_of_many_plans_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
