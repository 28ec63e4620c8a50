// SPDX-License-Identifier: MIT
/* Questions that servers answer: the rows of a plan, a query as parameters, shares of totals. */
#include "check.h"

#include "store/file_store.h"
#include "store/pg/question_values.h"
#include "store/pg/stored_task.h"

static struct date some_day(void)
{
    return date_make(2021, 7, 1);
}

static struct store *load(const char *plan)
{
    const char *const plans[] = {plan};
    struct file_store_options options = {.plans = plans, .plan_count = 1, .year = 2021};
    struct query none = {0};
    struct store_need need = {.query = &none, .today = some_day};
    struct error error;
    struct store *store = file_store_new(&options);
    assert_int_equal(store_load(store, &need, &error), 0);
    assert_int_equal(store->plan_count, 1);
    return store;
}

static void plans_are_plain_if_their_cells_tell_all(void **state)
{
    (void)state;
    static const struct {
        const char *plan;
        bool plain;
    } cases[] = {
        {"", true},
        {"tests/data/plan-2021-adjusted.csv", true},
        {"tests/data/clean.csv", false},
        {"tests/data/official.csv", false},
        {"tests/data/groups.csv", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct store *store = load(cases[i].plan);
        if (stored_part_is_plain(store->plans[0]) != cases[i].plain)
            fail_msg("«%s» is expected to be %splain", cases[i].plan, cases[i].plain ? "" : "not ");
        store_free(store);
    }
}

static void assert_value(const struct question_values *values, enum question_value value,
                         const char *expected)
{
    const char *text = values->texts[value].text;
    if (expected == NULL)
        assert_null(text);
    else
        assert_string_equal(text != NULL ? text : "(none)", expected);
}

static void a_query_becomes_parameters(void **state)
{
    (void)state;
    struct query query = {0};
    struct error error;
    struct question_values values;
    const struct question_cells cells = {0};
    assert_int_equal(query_add(&query, QUERY_SECTION, "III,A.II", &error), 0);
    assert_int_equal(query_add(&query, QUERY_QUARTER, "2,4", &error), 0);
    assert_int_equal(query_add(&query, QUERY_SCHEDULE, "dated", &error), 0);
    assert_int_equal(query_add(&query, QUERY_BUDGET, ">=10,<5,missing", &error), 0);
    assert_int_equal(query_add(&query, QUERY_TEXT, "Đánh \"giá\"", &error), 0);
    assert_int_equal(query_add(&query, QUERY_STATUS, "overdue", &error), 0);
    question_values_init(&values, &query, &cells);
    assert_value(&values, VALUES_OWN_SECTIONS, "{3}");
    assert_value(&values, VALUES_LEADS, NULL);
    assert_value(&values, VALUES_QUARTERS, "20"); /* bits 2 and 4 */
    assert_value(&values, VALUES_SCHEDULES, "{2}");
    assert_value(&values, VALUES_BUDGET_KINDS, "{0}");
    assert_value(&values, VALUES_BUDGET_LOWS, "{10000000,-9223372036854775808}");
    assert_value(&values, VALUES_BUDGET_HIGHS, "{9223372036854775807,4999999}");
    assert_value(&values, VALUES_WORDS, "{\"danh \\\"gia\\\"\"}");
    assert_value(&values, VALUES_STATES, "2");
    question_values_release(&values);
    query_release(&query);
}

static void no_condition_is_no_parameter(void **state)
{
    (void)state;
    struct query none = {0};
    struct question_values values;
    const struct question_cells cells = {0};
    question_values_init(&values, &none, &cells);
    for (int i = 0; i < QUESTION_VALUES; i++)
        assert_value(&values, (enum question_value)i, NULL);
    question_values_release(&values);
}

/* Every second task is added up elsewhere, a share for each. */
static struct summary_shares take_shares(struct task_list *tasks, enum summary_by by,
                                         struct summary_share *items)
{
    struct summary_shares shares = {items, 0};
    const struct progress nothing = {.as_of = some_day()};
    struct error error;
    size_t kept = 0;
    for (size_t i = 0; i < tasks->count; i++) {
        const struct task *task = tasks->items[i];
        if (i % 2 == 0) {
            tasks->items[kept++] = task;
            continue;
        }
        struct summary_share *share = &items[shares.count++];
        bool section = by == SUMMARY_BY_SECTION;
        *share = (struct summary_share){.section = task->section->value,
                                        .due = schedule_due(task->schedule),
                                        .year = task->section->plan->year};
        share->group = section ? task->section->code : task->text[TASK_LEAD];
        share->title = section ? task->section->title : NULL;
        for (unsigned j = 0; j < task->schedule->count; j++)
            share->year_round |= task->schedule->milestones[j].all_year;
        share->year_round |= task->schedule->kind == SCHEDULE_RECURRING;
        assert_int_equal(summary_add(&share->numbers, task, &nothing, NULL, &error), 0);
    }
    tasks->count = kept;
    return shares;
}

static const struct summary *find_group(const struct summary_list *list, const char *group)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].group, group) == 0)
            return &list->items[i];
    return NULL;
}

static void shares_are_part_of_totals(void **state)
{
    (void)state;
    struct store *store = load("");
    const struct progress nothing = {.as_of = some_day()};
    struct query all = {0};
    struct error error;
    for (int by = 0; by < SUMMARY_BY_PLAN; by++) {
        struct summary_share items[44];
        struct task_list tasks = {0};
        struct summary_list whole = {0}, joined = {0};
        store_select(store, &all, &tasks);
        assert_int_equal(summary_list_run(&whole, &tasks, NULL, (enum summary_by)by,
                                          store_agencies(store), &nothing, &error),
                         0);
        struct summary_shares shares = take_shares(&tasks, (enum summary_by)by, items);
        assert_int_equal(shares.count, 22);
        assert_int_equal(summary_list_run(&joined, &tasks, &shares, (enum summary_by)by,
                                          store_agencies(store), &nothing, &error),
                         0);
        assert_int_equal(joined.count, whole.count);
        for (size_t i = 0; i < whole.count; i++) {
            const struct summary *group = find_group(&joined, whole.items[i].group);
            assert_non_null(group);
            assert_int_equal(group->tasks, whole.items[i].tasks);
            assert_int_equal(group->budget_vnd, whole.items[i].budget_vnd);
            assert_int_equal(group->states[OPEN_OVERDUE], whole.items[i].states[OPEN_OVERDUE]);
        }
        assert_int_equal(joined.total.budget_vnd, whole.total.budget_vnd);
        summary_list_release(&whole);
        summary_list_release(&joined);
        task_list_release(&tasks);
    }
    store_free(store);
}

static void a_share_without_tasks_is_no_group(void **state)
{
    (void)state;
    struct summary_share none = {.group = "III", .section = 3};
    struct summary_shares shares = {&none, 1};
    struct task_list tasks = {0};
    struct summary_list list = {0};
    const struct progress nothing = {0};
    struct error error;
    assert_int_equal(
        summary_list_run(&list, &tasks, &shares, SUMMARY_BY_SECTION, NULL, &nothing, &error), 0);
    assert_int_equal(list.count, 0);
    assert_int_equal(list.total.tasks, 0);
    summary_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_are_plain_if_their_cells_tell_all),
        cmocka_unit_test(a_query_becomes_parameters),
        cmocka_unit_test(no_condition_is_no_parameter),
        cmocka_unit_test(shares_are_part_of_totals),
        cmocka_unit_test(a_share_without_tasks_is_no_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
