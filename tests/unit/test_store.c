// SPDX-License-Identifier: MIT
/* The file store: plans, tasks, totals and entries without a command line. */
#include "check.h"

#include "store/file_store.h"
#include "store/recording.h"

#include <stdio.h>
#include <unistd.h>

static struct date some_day(void)
{
    return date_make(2021, 7, 1);
}

static struct store *open_store(const char *const *plans, const char *journal)
{
    size_t count = 0;
    while (plans[count] != NULL)
        count++;
    struct file_store_options options = {
        .plans = plans, .plan_count = count, .year = 2021, .progress = journal, .jobs = 2};
    return file_store_new(&options);
}

static int load(struct store *store, const struct query *query, struct error *error)
{
    struct store_need need = {.progress = true, .query = query, .today = some_day};
    return store_load(store, &need, error);
}

static void tasks_and_totals_are_given(void **state)
{
    (void)state;
    struct store *store = open_store((const char *const[]){"", NULL}, NULL);
    struct query query = {0};
    struct task_list tasks = {0};
    struct summary_list totals = {0};
    struct error error;
    assert_int_equal(query_add(&query, QUERY_SECTION, "VII", &error), 0);
    assert_int_equal(load(store, &query, &error), 0);
    assert_true(store_can_answer(store));
    assert_int_equal(query_bind(&query, &store->scope, &error), 0);
    store_select(store, &query, &tasks);
    assert_int_equal(tasks.count, 10);
    assert_int_equal(store_totals(store, &tasks, SUMMARY_BY_SECTION, &totals, &error), 0);
    assert_int_equal(totals.total.budget_vnd, INT64_C(1225000000));
    assert_false(store->has_entries);
    summary_list_release(&totals);
    task_list_release(&tasks);
    query_release(&query);
    store_free(store);
}

static void what_cannot_be_read_is_a_value(void **state)
{
    (void)state;
    struct query none = {0};
    struct error error;
    struct store *store = open_store(
        (const char *const[]){"tests/data/clean.csv", "tests/data/errors.csv", NULL}, NULL);
    assert_int_equal(load(store, &none, &error), 0);
    assert_false(store_can_answer(store));
    assert_true(store->errors.count > 0);
    assert_int_equal(store->left_out, 1);
    store->keep_going = true;
    assert_true(store_can_answer(store));
    assert_int_equal(store->errors.count, 0);
    assert_true(store->refused.count > 0);
    store_free(store);
}

static void its_own_files_are_known(void **state)
{
    (void)state;
    struct store *store = open_store((const char *const[]){"tests/data/clean.csv", NULL}, NULL);
    assert_int_equal(store_owned_file(store, "tests/data/../data/clean.csv"), STORE_PLAN_FILE);
    assert_int_equal(store_owned_file(store, "tests/data/small.csv"), STORE_NO_FILE);
    store_free(store);
}

static void record(struct store *store, const char *id, enum task_status status, bool dry)
{
    struct recording recording;
    struct update_target target;
    struct error error;
    struct journal_entry entry = {
        .status = status, .percent = PERCENT_UNSET, .spent_vnd = SPENT_UNSET};
    recording_init(&recording, store);
    recording.by = "An";
    recording.recorded_at = "2021-07-01T08:00:00+07:00";
    recording.on = recording.today = some_day();
    recording.dry = dry;
    assert_int_equal(update_target_find(&target, id, &store->scope, &error), 0);
    recording_add(&recording, entry, target);
    assert_int_equal(recording_check(&recording, &error), 0);
    assert_int_equal(recording_begin(&recording, target.task->section->plan, &error), 0);
    assert_int_equal(recording_commit(&recording, &error), 0);
    recording_end(&recording);
    assert_int_equal(recording.before[0].status, TASK_NOT_STARTED);
    assert_int_equal(recording.after[0].status, status);
    recording_release(&recording);
}

static void entries_are_taken_and_read_again(void **state)
{
    (void)state;
    char path[] = "/tmp/cchc-test-store-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    const struct query none = {0};
    struct error error;
    for (int dry = 1; dry >= 0; dry--) {
        struct store *store = open_store((const char *const[]){"", NULL}, path);
        assert_int_equal(load(store, &none, &error), 0);
        record(store, "III.2", TASK_DONE, dry);
        store_free(store);
        store = open_store((const char *const[]){"", NULL}, path);
        assert_int_equal(load(store, &none, &error), 0);
        assert_int_equal(store->has_entries, !dry);
        assert_int_equal(store_entries(store, store->plans[0])->count, !dry);
        store_free(store);
    }
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tasks_and_totals_are_given),
        cmocka_unit_test(what_cannot_be_read_is_a_value),
        cmocka_unit_test(its_own_files_are_known),
        cmocka_unit_test(entries_are_taken_and_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
