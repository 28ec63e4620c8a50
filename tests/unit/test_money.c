// SPDX-License-Identifier: MIT
#include "check.h"

#include "base/money.h"
#include "plan/plan.h"

/* -1 as the amount: it must be refused. */
struct money_case {
    const char *text;
    char mark;
    int64_t vnd;
};

static void check_cases(const struct money_case *cases, size_t count, int64_t unit)
{
    for (size_t i = 0; i < count; i++) {
        struct money_rules rules = {.unit = unit, .decimal_mark = cases[i].mark};
        struct error error;
        int64_t vnd = -1;
        if (money_parse(cases[i].text, rules, &vnd, &error) != 0)
            vnd = -1;
        if (vnd != cases[i].vnd)
            print_error("%s: %lld\n", cases[i].text, (long long)vnd);
        assert_int_equal(vnd, cases[i].vnd);
    }
}

static void vietnamese_figures_are_read(void **state)
{
    (void)state;
    static const struct money_case cases[] = {
        {"10", 0, 10000000},
        {"0", 0, 0},
        {"1000", 0, 1000000000},
        {"1.000", 0, 1000000000},
        {"1.000.000", 0, 1000000000000},
        {"1 000", 0, 1000000000},
        {"1\xC2\xA0"
         "000",
         0, 1000000000},
        {"1,5", 0, 1500000},
        {"0,5", 0, 500000},
        {"0,500", 0, 500000},
        {"1.234,567", 0, 1234567000},
        {"1234,567", 0, 1234567000},
        {"1,50", 0, 1500000},
        {" 10 ", 0, 10000000},
        {"007", 0, 7000000},
    };
    check_cases(cases, COUNT(cases), MONEY_MILLION);
}

static void units_of_its_own_count_before_the_header_s(void **state)
{
    (void)state;
    static const struct money_case cases[] = {
        {"1,2 tỷ", 0, 1200000000},
        {"1,2 tỉ đồng", 0, 1200000000},
        {"500 nghìn", 0, 500000},
        {"500 ngàn đồng", 0, 500000},
        {"1.275.000đồng", 0, 1275000},
        {"1.275.000 đ", 0, 1275000},
        {"1.275.000 VNĐ", 0, 1275000},
        {"5.000 ₫", 0, 5000},
        {"10 TRIỆU ĐỒNG", 0, 10000000},
        {"10 trđ", 0, 10000000},
        {"10tr", 0, 10000000},
        {"10 (triệu đồng)", 0, 10000000},
        {"10 (triệu", 0, -1},
        {"10 ()", 0, -1},
        {"10 (người)", 0, -1},
        {"10 tr.đ", 0, 10000000},
        {"1 tỷ 200 triệu", 0, 1200000000},
        {"1 tỷ 200", 0, -1},
        {"200 triệu 1 tỷ", 0, -1},
        {"10 người", 0, -1},
        {"10 triệu người", 0, -1},
    };
    check_cases(cases, COUNT(cases), MONEY_THOUSAND);
}

static void what_can_be_read_two_ways_is_refused(void **state)
{
    (void)state;
    static const struct money_case cases[] = {
        {"1,000", 0, -1},
        {"12,500", 0, -1},
        {"1,000", ',', 1000000},
        {"1,000", '.', 1000000000},
        {"1.000", '.', 1000000},
        {"1.5", '.', 1500000},
        {"1,234.5", '.', 1234500000},
        {"1.0000", 0, -1},
        {"1000.000", 0, -1},
        {"10.00.000", 0, -1},
        {"1.000,000,000", 0, -1},
        {"1.2.3", 0, -1},
        {"10 20", 0, -1},
        {"5+3", 0, -1},
        {"10-20", 0, -1},
        {"1..000", 0, -1},
        {"1,", 0, -1},
        {"", 0, -1},
        {"đồng", 0, -1},
    };
    check_cases(cases, COUNT(cases), MONEY_MILLION);
}

static void figures_that_can_only_be_english_are_read(void **state)
{
    (void)state;
    static const struct money_case cases[] = {
        {"10,000,000 đồng", 0, 10000000},
        {"1,234,567", 0, 1234567000000},
        {"1.5", 0, 1500000},
        {"2.5 tỷ", 0, 2500000000},
        {"1.00", 0, 1000000},
        {"1285.0", 0, 1285000000},
        {"0.125", 0, 125000},
        {"1,234.5", 0, 1234500000},
        {"12,345.678", 0, 12345678000},
        {"1 234.5", 0, 1234500000},
        {"1,234,567", ',', -1},
        {"1.5", ',', -1},
    };
    check_cases(cases, COUNT(cases), MONEY_MILLION);
}

static void figures_that_a_line_breaks_are_refused(void **state)
{
    (void)state;
    static const struct money_case cases[] = {
        {"50\n300", 0, -1}, {"50\n30", 0, -1},           {"1.250.\n000", 0, -1},
        {"50  300", 0, -1}, {"50\n triệu", 0, 50000000}, {"50 300", 0, 50300000000},
    };
    check_cases(cases, COUNT(cases), MONEY_MILLION);
}

static void amounts_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct money_case cases[] = {
        {"50.000.000,-", 0, 50000000},
        {"50.000.000.-", 0, 50000000},
        {"50.000.000,- đồng", 0, 50000000},
        {"500k đ", 0, -1},
        {"500k", 0, 500000},
        {"500K", 0, 500000},
        {"1 tỷ rưỡi", 0, 1500000000},
        {"2 triệu rưỡi đồng", 0, 2500000},
        {"3 nghìn tỷ đồng", 0, INT64_C(3000000000000)},
        {"5 trăm triệu", 0, 500000000},
        {"2 chục triệu đồng", 0, 20000000},
        {"500 ng.đ", 0, 500000},
        {"500 ngđ", 0, 500000},
        {"Năm mươi triệu đồng", 0, 50000000},
        {"năm trăm triệu", 0, 500000000},
        {"Một tỷ hai trăm lẻ năm triệu đồng chẵn.", 0, 1205000000},
        {"hai nghìn ba trăm tỷ đồng", 0, INT64_C(2300000000000)},
        {"mười lăm nghìn đồng", 0, 15000},
        {"hai mươi mốt triệu không trăm linh bốn nghìn đồng", 0, 21004000},
        {"không đồng", 0, 0},
        {"triệu đồng", 0, -1},
        {"năm", 0, -1},
        {"ba nghìn hai triệu", 0, -1},
        {"một hai triệu", 0, -1},
        {"một triệu đồng một", 0, -1},
    };
    check_cases(cases, COUNT(cases), MONEY_VND);
}

static void figures_too_large_for_their_unit_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t limit, vnd;
    } cases[] = {
        {"99.999", MONEY_LIMIT_UNSTATED, INT64_C(99999000000)},
        {"100.000", MONEY_LIMIT_UNSTATED, -1},
        {"100.000", MONEY_LIMIT_STATED, INT64_C(100000000000)},
        {"999.999,9", MONEY_LIMIT_STATED, INT64_C(999999900000)},
        {"1.000.000", MONEY_LIMIT_STATED, -1},
        {"1.000.000", 0, INT64_C(1000000000000)},
        {"50.000.000 đồng", MONEY_LIMIT_UNSTATED, 50000000},
        {"50.000.000,-", MONEY_LIMIT_UNSTATED, -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct money_rules rules = {.unit = MONEY_MILLION, .limit = cases[i].limit};
        struct error error;
        int64_t vnd = -1;
        if (money_parse(cases[i].text, rules, &vnd, &error) != 0)
            vnd = -1;
        assert_int_equal(vnd, cases[i].vnd);
    }
}

static void amounts_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    static const struct money_case cases[] = {
        {"9.223.372.036.854", 0, INT64_C(9223372036854000000)},
        {"9.223.372.036.854,775807", 0, INT64_MAX},
        {"9.223.372.036.854,775808", 0, -1},
        {"9.223.372.036.855", 0, -1},
        {"99999999999999999999999", 0, -1},
        {"0,000001", 0, 1},
        {"0,0000001", 0, -1},
        {"0,10000000000", 0, 100000},
        {"11111111111111111111111111111111111111111111111111", 0, -1},
    };
    check_cases(cases, COUNT(cases), MONEY_MILLION);
}

static void the_unit_is_found_in_a_heading(void **state)
{
    (void)state;
    static const struct {
        const char *heading;
        int64_t unit;
    } cases[] = {
        {"Kinh phí dự kiến (triệu VNĐ)", MONEY_MILLION},
        {"KINH PHÍ (TRIỆU ĐỒNG)", MONEY_MILLION},
        {"Kinh phí (nghìn đồng)", MONEY_THOUSAND},
        {"Kinh phí (đồng)", MONEY_VND},
        {"Kinh phí (VNĐ)", MONEY_VND},
        {"tỷ đồng", MONEY_BILLION},
        {"million", MONEY_MILLION},
        {"Kinh phí", 0},
        {"Kinh phí (1.000 đồng)", MONEY_THOUSAND},
        {"Kinh phí (1,000 đồng)", MONEY_THOUSAND},
        {"ĐVT: 1000đ", MONEY_THOUSAND},
        {"Kinh phí (1.000.000 đồng)", MONEY_MILLION},
        {"Kinh phí (100 đồng)", MONEY_UNIT_WRONG},
        {"Kinh phí (USD)", MONEY_UNIT_WRONG},
        {"triệu USD", MONEY_UNIT_WRONG},
        {"Kinh phí (triệu đô la Mỹ)", MONEY_UNIT_WRONG},
        {"Kinh phí (triệu đồng) hoặc (nghìn đồng)", MONEY_UNIT_WRONG},
        {"Kinh phí (trăm triệu đồng)", 100 * MONEY_MILLION},
        {"Kinh phí (nghìn tỷ đồng)", 1000 * MONEY_BILLION},
        {"Kinh phí (1.000 tỷ đồng)", MONEY_UNIT_MAX},
        {"Kinh phí (1.000.000.000 trăm tỷ đồng)", MONEY_UNIT_WRONG},
        {"Kinh phí, triệu đồng", MONEY_MILLION},
        {"Kinh phí - triệu đồng", MONEY_MILLION},
        {"Kinh phí triệu đồng", MONEY_MILLION},
        {"Kinh phí\n(triệu đồng)", MONEY_MILLION},
        {"Kinh phí (ĐVT: triệu đồng)", MONEY_MILLION},
        {"Kinh phí (đơn vị tính triệu đồng)", MONEY_MILLION},
        {"Kinh phí [Tr.đồng]", MONEY_MILLION},
        {"KP (tr.đ)", MONEY_MILLION},
        {"Kinh phí (Trđ)", MONEY_MILLION},
        {"Kinh phí (triệu đồng/năm)", MONEY_MILLION},
        {"Kinh phí (dự kiến, triệu đồng)", MONEY_MILLION},
        {"Kinh phí năm 2024 (triệu đồng)", MONEY_MILLION},
        {"Kinh phí năm 2024 triệu đồng", MONEY_MILLION},
        {"Kinh phí (ngàn đồng)*", MONEY_THOUSAND},
        {"Kinh phí (ng.đ)", MONEY_THOUSAND},
        {"Kinh phí (x 1.000đ)", MONEY_THOUSAND},
        {"Kinh phí (đồng Việt Nam)", MONEY_VND},
        {"Kinh phí VNĐ", MONEY_VND},
        {"Đơn vị tính: Triệu đồng", MONEY_MILLION},
        {"(Đơn vị tính bằng triệu đồng)", MONEY_MILLION},
        {"Đơn vị: 1.000.000 đồng", MONEY_MILLION},
        /* words that a name has too */
        {"Kinh phí của công ty từ ngân sách tỉnh", 0},
        {"Đơn vị: UBND tỉnh Lâm Đồng", 0},
        {"Đơn vị: Phòng Nội vụ", 0},
        {"Kinh phí hợp đồng", 0},
        {"Tỷ lệ kinh phí", 0},
        {"Kinh phí, tỷ trọng", 0},
        {"Kinh phí phát triển đô thị", 0},
        {"Hội đồng, đồng thời", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (money_unit_find(cases[i].heading) != cases[i].unit)
            print_error("%s\n", cases[i].heading);
        assert_int_equal(money_unit_find(cases[i].heading), cases[i].unit);
    }
}

static void money_is_written_exactly(void **state)
{
    (void)state;
    char buffer[MONEY_TEXT_SIZE];
    assert_string_equal(money_format(buffer, 1285000000, MONEY_MILLION, 0, '.'), "1285");
    assert_string_equal(money_format(buffer, 1285500000, MONEY_MILLION, '.', ','), "1.285,5");
    assert_string_equal(money_format(buffer, 1, MONEY_MILLION, ',', '.'), "0.000001");
    assert_string_equal(money_format(buffer, 0, MONEY_VND, ',', '.'), "0");
    assert_string_equal(money_format(buffer, -1500, MONEY_THOUSAND, ',', '.'), "-1.5");
    assert_string_equal(money_format(buffer, INT64_MIN, MONEY_VND, ',', '.'),
                        "-9,223,372,036,854,775,808");
}

static void sums_do_not_wrap(void **state)
{
    (void)state;
    int64_t total = INT64_MAX - 1;
    assert_true(money_add(&total, 1));
    assert_false(money_add(&total, 1));
    assert_int_equal(total, INT64_MAX);
}

static void check_budget(const char *text, int kind, int64_t vnd)
{
    struct budget budget;
    struct error error = {0};
    struct money_rules rules = {.unit = MONEY_MILLION, .limit = MONEY_LIMIT_STATED};
    int status = budget_parse(text, rules, &budget, &error);
    if ((status == 0 ? (int)budget.kind : -1) != kind || (status == 0 && budget.vnd != vnd))
        print_error("%s: %d, %lld %s\n", text, (int)budget.kind, (long long)budget.vnd, error.text);
    assert_int_equal(status == 0 ? (int)budget.kind : -1, kind);
    if (status == 0)
        assert_int_equal(budget.vnd, vnd);
    else
        assert_string_not_equal(error.text, "");
}

static void a_budget_without_an_amount_is_words_or_blank(void **state)
{
    (void)state;
    static const char *const blank[] = {NULL, "-", "–", "—", "…", "...", ".....", "- -", "___"};
    static const char *const words[] = {
        "Theo quy định",
        "Lồng ghép",
        "Theo Quyết định 12/QĐ",
        "Ngân sách tỉnh",
        "Ngân sách nhà nước 2024",
        "Nguồn 13",
        "Nguồn kinh phí không tự chủ (nguồn 12)",
        "Theo Thông tư 71/2018/TT-BTC",
        "Theo Nghị quyết số 05",
        "Kinh phí CTMTQG giai đoạn 2021 - 2025",
        "Lồng ghép 03 chương trình mục tiêu",
        "Chương 405, loại 340, khoản 341",
        "Trong dự toán giao năm 2024 của đơn vị",
        "NSNN chi 100%",
        "Theo ĐA06",
        "Tỷ lệ do UBND tỉnh giao",
        "Không",
        "x",
    };
    for (size_t i = 0; i < COUNT(blank); i++)
        check_budget(blank[i], BUDGET_MISSING, 0);
    for (size_t i = 0; i < COUNT(words); i++)
        check_budget(words[i], BUDGET_UNSPECIFIED, 0);
}

static void a_budget_may_have_its_source_with_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t vnd;
    } cases[] = {
        {"0", 0},
        {"50 (NS tỉnh)", 50000000},
        {"50\n(Ngân sách địa phương)", 50000000},
        {"1,2 tỷ (vốn ODA)", 1200000000},
        {"Ngân sách tỉnh: 100", 100000000},
        {"NSNN: 1.250", 1250000000},
        {"Kinh phí chi thường xuyên 50 triệu đồng", 50000000},
        {"200 (NSTW 150; NSĐP 50)", 200000000},
        {"200 (NSTW: 150, NSĐP: 50)", 200000000},
        {"1,5 tỷ (ngân sách tỉnh 1 tỷ + xã hội hóa 500 triệu)", 1500000000},
        {"Năm mươi triệu đồng", 50000000},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_budget(cases[i].text, BUDGET_AMOUNT, cases[i].vnd);
}

static void an_amount_that_is_not_plain_is_refused(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "-5",
        "5 người",
        "+5",
        ".5",
        "−5",
        "５",
        "'5",
        "$5",
        "~5",
        "(5)",
        ">50",
        "50%",
        "#REF!",
        "khoảng 5 triệu",
        "Khoảng 200",
        "khoảng 2000",
        "Tối đa 100",
        "Ước 150",
        "dưới năm triệu đồng",
        "NSNN 50",
        "50 (người)",
        "200 (NSTW 150; NSĐP 40)",
        "200, trong đó NSTW 150",
        "NSTW: 150; NSĐP: 50",
        "5.000 USD",
        "20 triệu/năm",
        "Mỗi xã 20 triệu",
        "100 hoặc 150",
        "Đợt 1: 50",
        "1O0",
        "Ngân sách 1,2 tỷ, xã hội hóa 0,5 tỷ",
        "50.000.000",
        "Ngân sách tỉnh: 50.000.000",
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check_budget(cases[i], -1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vietnamese_figures_are_read),
        cmocka_unit_test(units_of_its_own_count_before_the_header_s),
        cmocka_unit_test(what_can_be_read_two_ways_is_refused),
        cmocka_unit_test(figures_that_can_only_be_english_are_read),
        cmocka_unit_test(figures_that_a_line_breaks_are_refused),
        cmocka_unit_test(amounts_are_read_as_people_write_them),
        cmocka_unit_test(figures_too_large_for_their_unit_are_refused),
        cmocka_unit_test(amounts_that_do_not_fit_are_refused),
        cmocka_unit_test(the_unit_is_found_in_a_heading),
        cmocka_unit_test(money_is_written_exactly),
        cmocka_unit_test(sums_do_not_wrap),
        cmocka_unit_test(a_budget_without_an_amount_is_words_or_blank),
        cmocka_unit_test(a_budget_may_have_its_source_with_it),
        cmocka_unit_test(an_amount_that_is_not_plain_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
