// SPDX-License-Identifier: MIT
/* Every rule of `check`, firing and not firing. */
#include "check.h"

#include "plan/check/check.h"
#include "read/builtin.h"
#include "read/plan_read.h"

#include <stdio.h>

#define HEADER "TT,Nhiệm vụ,Sản phẩm,Chủ trì,Phối hợp,Thời hạn,Kinh phí (triệu đồng)\n"
#define TASK(number, title, cells) number "," title ",Báo cáo," cells "\n"
#define PLAIN(number, title) TASK(number, title, "Phòng A,,Quý 1,5")

static const struct read_options with_locations = {.keep_locations = true};

static struct finding_list find(const struct plan *plan, const char *const *rules)
{
    struct agency_table agencies = {0};
    struct finding_list findings = {0};
    struct error error;
    check_rule_set wanted = 0;
    for (; *rules != NULL; rules++)
        assert_int_equal(check_rule_set_add(&wanted, *rules, &error), 0);
    agency_table_add_own(&agencies, (struct plan *const[]){(struct plan *)plan}, 1, false);
    check_plan(&findings, plan, &agencies, NULL, (struct date){0}, wanted == 0 ? 0 : ~wanted);
    agency_table_release(&agencies);
    return findings;
}

/* What the rule finds in the text: «ID line:column message», a line each. */
static void assert_finds(const char *rule, const char *text, const char *wanted)
{
    const char *const rules[] = {rule, NULL};
    struct source source = {.path = "plan.csv", .text = text, .length = strlen(text)};
    struct error_list errors = {0};
    struct plan *plan = plan_read(&source, &with_locations, &errors);
    if (plan == NULL)
        print_error("%zu: %s\n", errors.items[0].location.line, errors.items[0].text);
    assert_non_null(plan);
    struct finding_list findings = find(plan, rules);
    struct strbuf found = {0};
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];
        assert_string_equal(finding->rule->name, rule);
        strbuf_adds(&found, i > 0 ? "\n" : "");
        finding_add_id(&found, finding, false);
        strbuf_addf(&found, "%s%zu:%zu %s", found.length > 0 && finding->section ? " " : "",
                    finding->location.line, finding->location.column, finding->message);
    }
    assert_string_equal(strbuf_text(&found), wanted);
    strbuf_release(&found);
    finding_list_release(&findings);
    plan_free(plan);
}

static void the_2021_plan_has_these_findings(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *id;
        size_t line;
        const char *part;
    } wanted[] = {
        {"section-title", "I", 2, "no title"},
        {"schedule-style", "I.3", 5, "«Quý 3» (VII.2 and 2 more), «Quý III» (I.3)"},
        {"section-title", "II", 7, "no title"},
        {"budget-unspecified", "II.1", 8, "«Theo quy định»"},
        {"schedule-style", "V.3", 29, "«Thường xuyên trong năm»"},
        {"schedule-style", "VI.1", 35, "«Quý 2 -3»"},
        {"agency-style", "VII.1", 43, "«VP Sở» (VI.5 and 1 more)"},
        {"agency-style", "VII.1", 43, "«đơn vị trực thuộc»"},
        {"budget-missing", "VII.6", 48, "blank"},
        {"declared-budget", "", 54, "1,275 million, 10 million less than the cells' 1,285 million"},
    };
    static const char *const every[] = {NULL};
    struct error_list errors = {0};
    struct plan *plan = plan_read_path("", &with_locations, &errors);
    struct finding_list findings = find(plan, every);
    assert_int_equal(findings.count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        const struct finding *finding = &findings.items[i];
        struct strbuf id = {0};
        finding_add_id(&id, finding, false);
        assert_string_equal(finding->rule->name, wanted[i].rule);
        assert_string_equal(strbuf_text(&id), wanted[i].id);
        assert_int_equal(finding->location.line, wanted[i].line);
        assert_in_range(finding->location.column, 1, 300);
        assert_non_null(strstr(finding->message, wanted[i].part));
        strbuf_release(&id);
    }
    assert_int_equal(findings.severity_count[SEVERITY_ERROR], 1);
    assert_int_equal(findings.severity_count[SEVERITY_WARNING], 4);
    assert_int_equal(findings.severity_count[SEVERITY_NOTE], 5);
    finding_list_release(&findings);
    plan_free(plan);
}

static void without_locations_there_are_lines(void **state)
{
    (void)state;
    static const char *const rules[] = {"budget-missing", "section-title", NULL};
    struct error_list errors = {0};
    struct read_options options = {0};
    struct plan *plan = plan_read_path("", &options, &errors);
    struct finding_list findings = find(plan, rules);
    assert_int_equal(findings.count, 3);
    assert_int_equal(findings.items[0].location.line, 2);
    assert_int_equal(findings.items[2].location.line, 48);
    assert_int_equal(findings.items[2].location.column, 0);
    finding_list_release(&findings);
    plan_free(plan);
}

#define TWO HEADER "I,A,,,,,\n" PLAIN("1", "B") PLAIN("2", "C")
#define NESTED                                                                                     \
    HEADER "I,A,,,,,\n" PLAIN("1", "B") TASK("a)", "C", "Phòng A,,Quý 1,2")                        \
        TASK("b)", "D", "Phòng A,,Quý 1,3") PLAIN("2", "E")

static void declared_counts_are_compared(void **state)
{
    (void)state;
    static const char *const right[] = {
        "Tổng số nhiệm vụ: 2 nhiệm vụ.",
        "Tổng số nhiệm vụ trong năm 2021: 2",
        "Tổng số nhiệm vụ năm 2021 là 02 nhiệm vụ",
        "Tổng số nhiệm vụ của 7 phòng: không kể 3 phòng là 2 nhiệm vụ",
        "Tổng số nhiệm vụ: theo phụ lục",
    };
    char text[600];
    for (size_t i = 0; i < COUNT(right); i++) {
        snprintf(text, sizeof text, TWO "%s,,,,,,\n", right[i]);
        assert_finds("declared-count", text, "");
    }
    assert_finds("declared-count", TWO "Tổng số nhiệm vụ: 3 nhiệm vụ.,,,,,,\n",
                 "5:1 declared «3 nhiệm vụ.»: the table has 2 tasks");
    assert_finds("declared-count", TWO "\"Tổng số nhiệm vụ: 1,234 nhiệm vụ\",,,,,,\n",
                 "5:1 declared «1,234 nhiệm vụ»: not understood as a number of tasks");
}

static void sub_items_count_either_way(void **state)
{
    (void)state;
    assert_finds("declared-count", NESTED "Tổng số nhiệm vụ: 2,,,,,,\n", "");
    assert_finds("declared-count", NESTED "Tổng số nhiệm vụ: 4,,,,,,\n", "");
    assert_finds("declared-count", NESTED "Tổng số nhiệm vụ: 3,,,,,,\n", "");
    assert_finds("declared-count", NESTED "Tổng số nhiệm vụ: 5,,,,,,\n",
                 "7:1 declared «5»: the table has 3 tasks, 2 without sub-items");
    assert_finds("declared-budget", NESTED "Tổng kinh phí: 10 triệu,,,,,,\n", "");
}

static void declared_budgets_are_compared(void **state)
{
    (void)state;
    static const char *const right[] = {
        "10 triệu đồng",
        "10.000.000 đồng./.",
        "10.000.000đ (Mười triệu đồng)",
        "10; nguồn ngân sách tỉnh",
        "theo dự toán được giao",
    };
    static const struct {
        const char *declared, *found;
    } wrong[] = {
        {"9 triệu đồng", "9 million, 1 million less than the cells' 10 million"},
        {"12", "12 million, 2 million more than the cells' 10 million"},
        {"9.000đ", "in nghìn đồng 9 million, 1 million less than the cells' 10 million"},
        {"10.000 đồng", "in nghìn đồng 10 million, which is what the cells add up to"},
        {"700 triệu", "700 million, 690 million more than the cells' 10 million"},
        {"10 USD", "not understood as an amount"},
    };
    char text[600], found[600];
    for (size_t i = 0; i < COUNT(right); i++) {
        snprintf(text, sizeof text, TWO "Tổng kinh phí năm 2021: %s,,,,,,\n", right[i]);
        assert_finds("declared-budget", text, "");
    }
    for (size_t i = 0; i < COUNT(wrong); i++) {
        snprintf(text, sizeof text, TWO "Tổng kinh phí: %s,,,,,,\n", wrong[i].declared);
        snprintf(found, sizeof found, "5:1 declared «%s»: %s", wrong[i].declared, wrong[i].found);
        assert_finds("declared-budget", text, found);
    }
}

static void subtotals_are_compared(void **state)
{
    (void)state;
    assert_finds("subtotal",
                 HEADER
                 "I,A,,,,,5\n" PLAIN("1", "B") "II,C,,,,,\n" PLAIN("1", "D") ",Cộng mục II,,,,,5\n",
                 "");
    assert_finds("subtotal",
                 HEADER "I,A,,,,,7\n" PLAIN("1", "B") "II,C,,,,,\n" PLAIN("1", "D")
                     TASK("2", "E", "Phòng A,,Quý 1,") ",Cộng mục II,,,,,4\n",
                 "I 2:9 declared «7»: 7 million, 2 million more than the cells' 5 million\n"
                 "II 7:18 declared «4»: 4 million, 1 million less than the cells' 5 million (1 "
                 "task without an amount)");
    assert_finds("subtotal", HEADER "I,A 2021,A 2021,A 2021,A 2021,A 2021,A 2021\n" PLAIN("1", "B"),
                 "");
}

static void blank_cells_are_found(void **state)
{
    (void)state;
    static const char text[] = HEADER "I,A,,,,,\n" PLAIN("1", "B") "2,,,,,,\n";
    assert_finds("title-missing", text, "I.2 4:3 blank: expected a title");
    assert_finds("output-missing", text, "I.2 4:4 blank: expected an output");
    assert_finds("lead-missing", text, "I.2 4:5 blank: expected a lead agency");
    assert_finds("schedule-missing", text, "I.2 4:7 blank: expected a schedule");
    assert_finds("budget-missing", text, "I.2 4:8 blank: expected an amount");
    static const char *const rules[] = {"title-missing", "output-missing", "lead-missing",
                                        "schedule-missing", "budget-missing"};
    for (size_t i = 0; i < COUNT(rules); i++)
        assert_finds(rules[i], TWO, "");
}

static void a_column_that_is_not_there_is_one_finding(void **state)
{
    (void)state;
    assert_finds("lead-missing", "TT,Nhiệm vụ\nI,A\n1,B\n2,C\n",
                 "3:1 none of the 2 tasks has a lead agency");
    assert_finds("lead-missing", "TT,Nhiệm vụ\nI,A\n1,B\n",
                 "I.1 3:1 blank: expected a lead agency");
}

static void a_task_and_its_sub_items_speak_for_each_other(void **state)
{
    (void)state;
    assert_finds("lead-missing",
                 HEADER "I,A,,,,,\n" PLAIN("1", "B") "a),C,,,,,\n"
                                                     "2,D,,,,,\n" PLAIN("2.1", "E")
                                                         PLAIN("2.2", "F"),
                 "");
    assert_finds("lead-missing", HEADER "I,A,,,,,\n2,D,,,,,\n" PLAIN("2.1", "E") "2.2,F,,,,,\n",
                 "I.2.2 5:8 blank: expected a lead agency");
}

static void words_are_found(void **state)
{
    (void)state;
    assert_finds("budget-unspecified",
                 HEADER "I,A,,,,,\n" TASK("1", "B", "Phòng A,,Quý 1,Theo quy định") PLAIN("2", "C"),
                 "I.1 3:28 budget «Theo quy định»: expected an amount");
    assert_finds("schedule-unknown",
                 HEADER "I,A,,,,,\n" TASK("1", "B", "Phòng A,,Lúc rảnh,1")
                     TASK("2", "C", "Phòng A,,Khi có yêu cầu,1") PLAIN("3", "D"),
                 "I.1 3:22 schedule «Lúc rảnh» is not understood: it has no due date");
    assert_finds("section-title", HEADER "I,,,,,,\n" PLAIN("1", "B") "II,C,,,,,\n",
                 "I 2:3 section I has no title");
}

static void sections_stand_in_order(void **state)
{
    (void)state;
    static const struct {
        const char *rows, *found;
    } cases[] = {
        {"I,A\n1,T\nII,B\nIII,C\n", ""},
        {"II,A\n1,T\nIII,B\n", "II 2:4 section II is the first: I is missing"},
        {"I,A\n1,T\nIII,B\n", "III 4:5 section III follows I: II is missing"},
        {"I,A\n1,T\nIX,B\nX,C\n", "IX 4:4 section IX follows I: II to VIII are missing"},
        {"I,A\n1,T\nIII,B\nII,C\nIV,D\n", "II 5:4 section II stands after III"},
        {"A,P\nI,A\n1,T\nB,P\nII,B\n1,T\n", "B.II 6:4 section B.II is the first: I is missing"},
        {"A,P\n1,T\nC,P\n1,T\n", "C 4:3 section C follows A: B is missing"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[200];
        snprintf(text, sizeof text, "TT,Nhiệm vụ\n%s", cases[i].rows);
        assert_finds("section-order", text, cases[i].found);
    }
    assert_finds("section-order", "section,number,title\n1,1,A\n3,1,B\n",
                 "3 3:1 section 3 follows 1: 2 is missing");
}

static void numbers_go_on(void **state)
{
    (void)state;
    static const struct {
        const char *numbers, *found;
    } cases[] = {
        {"I 1 2 3 4 5 6 7 8 9 10 11", ""},
        {"I 1 3", "I.3 4:1 number 3 follows 1: 2 is missing"},
        {"I 1 5", "I.5 4:1 number 5 follows 1: 2 and 2 more are missing"},
        {"I 2 3", "I.2 3:1 number 2 is the first: 1 is missing"},
        {"I 1 3 2 4", "I.2 5:1 number 2 stands after 3"},
        {"I 1 2 1", "I.1 5:1 the numbers start again: 1 stands after 2"},
        {"I 1 1 2", ""}, /* a duplicate, and no gap */
        {"I 1 a) b) c) d) đ) e) g) 2 - - 3", ""},
        {"I 1 a) c) 2", "I.1.c 5:1 number 1.c follows 1.a: 1.b is missing"},
        {"I 1 b) a)", "I.1.a 5:1 the numbers start again: 1.a stands after 1.b"},
        {"I 1 1.1 1.2 1.4 2 2.2", "I.1.4 6:1 number 1.4 follows 1.2: 1.3 is missing\n"
                                  "I.2.2 8:1 number 2.2 is the first: 2.1 is missing"},
        {"I 1 1.1 1.1.1 1.1.2 1.2 2", ""},
        {"I 1 1.1 1", "I.1 5:1 number 1 stands after 1.1"},
        {"I 1 2 II 1 2", ""},
        {"I 1 2 II 3 4", ""}, /* numbered through the sections */
        {"I 1 2 II 4", "II.4 6:1 number 4 is the first: 1 and 2 more are missing"},
        {"I 1.1 1.2 II 2.1 2.2", ""},
        {"I 1 99999", "I.99999 4:1 number 99999 follows 1: 2 and 99996 more are missing"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct strbuf text = {0};
        strbuf_adds(&text, "TT,Nhiệm vụ\n");
        for (const char *p = cases[i].numbers; *p != '\0';) {
            size_t length = strcspn(p, " ");
            strbuf_addf(&text, "%.*s,T\n", (int)length, p);
            p += length + (p[length] == ' ');
        }
        assert_finds("numbering", text.text, cases[i].found);
        strbuf_release(&text);
    }
}

static void one_task_twice_is_found(void **state)
{
    (void)state;
    assert_finds("duplicate", TWO, "");
    assert_finds("duplicate", TWO PLAIN("2", "D") "II,E,,,,,\n" PLAIN("2", "C"),
                 "I.2 5:1 I.2 a second time: it stands in line 4 too");
    assert_finds("duplicate", TWO PLAIN("3", "  b "),
                 "I.3 5:3 the title of I.1 in line 3 again: «b»");
    assert_finds("duplicate", TWO PLAIN("2", "c"),
                 "I.2 5:1 I.2 a second time: it stands in line 4 too");
    assert_finds("duplicate",
                 HEADER "I,A,,,,,\n" PLAIN("1", "B") PLAIN("a)", "Dự thảo") PLAIN("2", "C")
                     PLAIN("a)", "Dự thảo"),
                 "");
}

static void one_time_in_two_ways_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second;
        int differs;
    } cases[] = {
        {"Quý 3", "Quý III", 1}, {"Quý 3", "QUÝ  3", 0},      {"Quý 2 -3", "quý 2-3", 0},
        {"Quý 1", "Quý 2", 0},   {"Quý 1", "Trước 31/3", 0},  {"Cả năm", "Trong năm", 1},
        {"Quý 3", "Quí 3", 1},   {"tháng 7-9", "Quý III", 1}, {"Khi có yêu cầu", "Lúc rảnh", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[400], found[200] = "";
        snprintf(text, sizeof text, HEADER "I,A,,,,,\n1,B,C,Phòng A,,%s,1\n2,D,C,Phòng A,,%s,1\n",
                 cases[i].first, cases[i].second);
        if (cases[i].differs)
            snprintf(found, sizeof found,
                     "I.2 4:16 one time written 2 ways: «%s» (I.1), «%s» (I.2)", cases[i].first,
                     cases[i].second);
        assert_finds("schedule-style", text, found);
    }
}

static void one_office_under_several_names_is_found(void **state)
{
    (void)state;
    assert_finds("agency-style", TWO TASK("3", "D", "VP Sở,,Quý 1,5"), "");
    assert_finds(
        "agency-style",
        TWO TASK("3", "D", "VP Sở; Phòng A,Văn phòng Sở,Quý 1,5")
            TASK("4", "E", "VP Sở,phòng a,Quý 1,5"),
        "I.3 5:28 one office named 2 ways: «VP Sở» (I.3 and 1 more), «Văn phòng Sở» (I.3)\n"
        "I.4 6:19 one office named 2 ways: «Phòng A» (I.1 and 2 more), «phòng a» (I.4)");
    assert_finds("agency-style", TWO TASK("3", "D", "\"Phòng\n A\",,Quý 1,5"), "");
}

static void json_has_locations_too(void **state)
{
    (void)state;
    static const char text[] = "{\"year\": 2021,\n \"declared\": {\n  \"tasks\": \"3\"},\n"
                               " \"sections\": [{\"code\": \"I\",\n  \"title\": \"A\",\n"
                               "  \"tasks\": [\n   {\"number\": 1,\n    \"title\": \"B\",\n"
                               "    \"schedule\": \"Lúc rảnh\"},\n   {\"number\": 3, \"title\": "
                               "\"B\"}]}]}";
    assert_finds("declared-count", text, "3:12 declared «3»: the table has 2 tasks");
    assert_finds("schedule-unknown", text,
                 "I.1 9:17 schedule «Lúc rảnh» is not understood: it has no due date");
    assert_finds("numbering", text, "I.3 10:15 number 3 follows 1: 2 is missing");
    assert_finds("duplicate", text, "I.3 10:27 the title of I.1 in line 8 again: «B»");
    assert_finds("schedule-unknown",
                 "{\"id\":\"I.1\",\"title\":\"A\"}\n{\"id\":\"I.2\",\"title\":\"B\","
                 "\n\"schedule\":\"Lúc rảnh\"}\n",
                 "I.2 3:12 schedule «Lúc rảnh» is not understood: it has no due date");
}

static void money_that_is_odd(void **state)
{
    (void)state;
    static const char head[] = "TT,Nhiệm vụ,Kinh phí (triệu đồng),NSTW,NSĐP\nI,T,,,\n";
    struct strbuf text = {0};
    strbuf_addf(&text, "%s1,A,5,2,3\n2,B,6,6,\n3,C,7,6,\n4,D,,1,2\n5,E,6000,,\n6,F,0,,1\n", head);
    assert_finds("budget-sources", text.text,
                 "I.3 5:5 the amounts by source make 6, their total says 7\n"
                 "I.6 8:5 the amounts by source make 1, their total says 0");
    assert_finds("budget-magnitude", text.text,
                 "I.5 7:5 budget «6000» is a thousand times what most others are, or more: "
                 "expected the unit of the others");
    assert_finds("unit-missing", text.text, "");
    assert_finds("column-unread", text.text, "");
    strbuf_release(&text);
    assert_finds("unit-missing", "TT,Nhiệm vụ,Kinh phí\nI,T,\n1,A,0\n2,B,5 tỷ\n3,C,7\n4,D,8\n",
                 "I.3 5:5 budget «7» is taken for million đồng: expected a unit in its heading or "
                 "above the table");
    assert_finds("unit-missing", "ĐVT: triệu đồng\nTT,Nhiệm vụ,Kinh phí\nI,T,\n1,A,7\n", "");
    assert_finds("column-unread", "TT,Nhiệm vụ,Số lượng,X,Y\nI,T,,,\n1,A,7,a,\n",
                 "1:22 column «X» (D) is kept as it stands: its heading does not say what it is");
}

static void rules_are_named(void **state)
{
    (void)state;
    check_rule_set set = 0;
    struct error error;
    assert_int_equal(check_rule_count, 22);
    for (size_t i = 0; i < check_rule_count; i++) {
        assert_int_equal(check_rule_set_add(&set, check_rules[i].name, &error), 0);
        assert_in_range(strlen(check_rules[i].explanation), 10, 80);
    }
    assert_int_equal(set, (1U << 22) - 1);
    assert_int_equal(check_rule_set_add(&set, "duplicates", &error), -1);
    assert_string_equal(error.text, "no rule «duplicates»: did you mean «duplicate»?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_2021_plan_has_these_findings),
        cmocka_unit_test(without_locations_there_are_lines),
        cmocka_unit_test(declared_counts_are_compared),
        cmocka_unit_test(sub_items_count_either_way),
        cmocka_unit_test(declared_budgets_are_compared),
        cmocka_unit_test(subtotals_are_compared),
        cmocka_unit_test(blank_cells_are_found),
        cmocka_unit_test(a_column_that_is_not_there_is_one_finding),
        cmocka_unit_test(a_task_and_its_sub_items_speak_for_each_other),
        cmocka_unit_test(words_are_found),
        cmocka_unit_test(sections_stand_in_order),
        cmocka_unit_test(numbers_go_on),
        cmocka_unit_test(one_task_twice_is_found),
        cmocka_unit_test(one_time_in_two_ways_is_found),
        cmocka_unit_test(one_office_under_several_names_is_found),
        cmocka_unit_test(json_has_locations_too),
        cmocka_unit_test(money_that_is_odd),
        cmocka_unit_test(rules_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
