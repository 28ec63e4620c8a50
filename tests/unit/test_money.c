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
        struct money_rules rules = {unit, cases[i].mark};
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
        {"1.5", 0, -1},
        {"1.5", '.', 1500000},
        {"1,234,567", 0, -1},
        {"1,234.5", '.', 1234500000},
        {"1,234.5", 0, -1},
        {"1.00", 0, -1},
        {"1.0000", 0, -1},
        {"1000.000", 0, -1},
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
    assert_int_equal(money_unit_find("Kinh phí dự kiến (triệu VNĐ)"), MONEY_MILLION);
    assert_int_equal(money_unit_find("KINH PHÍ (TRIỆU ĐỒNG)"), MONEY_MILLION);
    assert_int_equal(money_unit_find("Kinh phí (nghìn đồng)"), MONEY_THOUSAND);
    assert_int_equal(money_unit_find("Kinh phí (đồng)"), MONEY_VND);
    assert_int_equal(money_unit_find("Kinh phí (VNĐ)"), MONEY_VND);
    assert_int_equal(money_unit_find("tỷ đồng"), MONEY_BILLION);
    assert_int_equal(money_unit_find("Kinh phí của công ty từ ngân sách tỉnh"), 0);
    assert_int_equal(money_unit_find("Kinh phí"), 0);
    assert_int_equal(money_unit_find("Kinh phí (1.000 đồng)"), MONEY_THOUSAND);
    assert_int_equal(money_unit_find("ĐVT: 1000đ"), MONEY_THOUSAND);
    assert_int_equal(money_unit_find("Kinh phí (1.000.000 đồng)"), MONEY_MILLION);
    assert_int_equal(money_unit_find("Kinh phí (100 đồng)"), MONEY_UNIT_WRONG);
    assert_int_equal(money_unit_find("Kinh phí (USD)"), MONEY_UNIT_WRONG);
    assert_int_equal(money_unit_find("triệu USD"), MONEY_UNIT_WRONG);
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

static void a_budget_is_an_amount_words_or_blank(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int kind; /* -1: refused */
    } cases[] = {
        {NULL, BUDGET_MISSING},
        {"-", BUDGET_MISSING},
        {"–", BUDGET_MISSING},
        {"0", BUDGET_AMOUNT},
        {"Theo quy định", BUDGET_UNSPECIFIED},
        {"Lồng ghép", BUDGET_UNSPECIFIED},
        {"Theo Quyết định 12/QĐ", BUDGET_UNSPECIFIED},
        {"-5", -1},
        {"5 người", -1},
        {"+5", -1},
        {".5", -1},
        {"−5", -1},
        {"５", -1},
        {"'5", -1},
        {"$5", -1},
        {"~5", -1},
        {"(5)", -1},
        {"khoảng 5 triệu", -1},
        {"Ngân sách tỉnh: 100", -1},
        {"Ngân sách tỉnh", BUDGET_UNSPECIFIED},
        {"#REF!", -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct budget budget;
        struct error error;
        struct money_rules rules = {.unit = MONEY_MILLION};
        int status = budget_parse(cases[i].text, rules, &budget, &error);
        assert_int_equal(status == 0 ? (int)budget.kind : -1, cases[i].kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vietnamese_figures_are_read),
        cmocka_unit_test(units_of_its_own_count_before_the_header_s),
        cmocka_unit_test(what_can_be_read_two_ways_is_refused),
        cmocka_unit_test(amounts_that_do_not_fit_are_refused),
        cmocka_unit_test(the_unit_is_found_in_a_heading),
        cmocka_unit_test(money_is_written_exactly),
        cmocka_unit_test(sums_do_not_wrap),
        cmocka_unit_test(a_budget_is_an_amount_words_or_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
