// SPDX-License-Identifier: MIT
/* The years that a plan's words name, in the plan of a later year. */
#include "check.h"

#include "plan/next_year/year_words.h"

static const struct year_change next = {2026, 2027};

/* What becomes of a schedule; `sure` says whether nobody has to look at it. */
static void assert_moved(const char *schedule, const char *wanted, bool sure)
{
    struct strbuf moved = {0};
    assert_int_equal(schedule_add_moved(&moved, schedule, next), sure);
    assert_string_equal(strbuf_text(&moved), wanted);
    strbuf_release(&moved);
}

static void plain_schedules_move_on(void **state)
{
    (void)state;
    assert_moved("Quý 2 - Quý 3", "Quý 2 - Quý 3", true);
    assert_moved("Quý I/2026", "Quý I/2027", true);
    assert_moved("Quý I/26", "Quý I/27", true);
    assert_moved("Trước 15/6/2026; 30.9.2026", "Trước 15/6/2027; 30.9.2027", true);
    assert_moved("28/02/2026", "28/02/2027", true);
    assert_moved("Ban hành quý 1/2026, triển khai trong năm 2026",
                 "Ban hành quý 1/2027, triển khai trong năm 2027", true);
    assert_moved("Thường xuyên trong năm 2026", "Thường xuyên trong năm 2027", true);
    assert_moved("26/3", "26/3", true);
    assert_moved("Khi có yêu cầu", "Khi có yêu cầu", true);
}

static void what_is_not_plain_stays(void **state)
{
    (void)state;
    assert_moved("Giai đoạn 2026-2030", "Giai đoạn 2026-2030", true);
    assert_moved("Năm 2027", "Năm 2027", true);
    assert_moved("Từ tháng 10/2026 đến tháng 3/2027", "Từ tháng 10/2026 đến tháng 3/2027", true);
    assert_moved("Giai đoạn 2021-2026", "Giai đoạn 2021-2026", false);
    assert_moved("Quý IV/2025", "Quý IV/2025", false);
    assert_moved("Sau khi có kế hoạch năm 2026", "Sau khi có kế hoạch năm 2026", false);
    assert_moved("Theo kế hoạch 2026 của Sở", "Theo kế hoạch 2026 của Sở", false);
    struct strbuf moved = {0};
    assert_false(schedule_add_moved(&moved, "29/2/2028", (struct year_change){2028, 2029}));
    strbuf_release(&moved);
}

static void years_apart_are_no_change(void **state)
{
    (void)state;
    assert_true(words_are_same_but_years("Kế hoạch năm 2026", "Kế hoạch  năm 2027", next));
    assert_true(words_are_same_but_years("Chỉ số 2025", "Chỉ số 2026", next));
    assert_true(words_are_same_but_years("Giai đoạn 2026-2030", "Giai đoạn 2026-2030", next));
    assert_true(words_are_same_but_years(NULL, "", next));
    assert_false(words_are_same_but_years("Kế hoạch năm 2026", "Kế hoạch năm 2028", next));
    assert_false(words_are_same_but_years("Kế hoạch năm 2026", "Đề án năm 2027", next));
    assert_false(words_are_same_but_years("Kế hoạch năm 2026", "Kế hoạch", next));
    assert_false(words_are_same_but_years("Kế hoạch", "Kế hoạch 2027", next));
    assert_false(words_are_same_but_years("12026", "12027", next));
}

static void years_are_told_by_the_plans_own(void **state)
{
    (void)state;
    struct strbuf old = {0}, new = {0};
    year_add_relative(&old, "Tổng kết 2025; kế hoạch 2026, 2027; 2026-2030; 15/2026/QĐ; 2020",
                      2026);
    year_add_relative(&new, "Tổng kết 2026; kế hoạch 2027, 2028; 2026-2030; 15/2026/QĐ; 2020",
                      2027);
    assert_string_equal(old.text, new.text);
    strbuf_release(&old);
    strbuf_release(&new);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_schedules_move_on),
        cmocka_unit_test(what_is_not_plain_stays),
        cmocka_unit_test(years_apart_are_no_change),
        cmocka_unit_test(years_are_told_by_the_plans_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
