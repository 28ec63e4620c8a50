// SPDX-License-Identifier: MIT
/* Many plans: whose an entry is, how tasks are found among them, and how their reading is shown. */
#include "check.h"

#include "base/work_progress.h"
#include "plan/query/task_list.h"
#include "store/journal_share.h"
#include "view/progress_bar.h"

#include <stdio.h>
#include <string.h>

static struct plan *new_plan(const char *id)
{
    struct plan *plan = plan_new("plans.csv");
    struct section *section = plan_add_section(plan, "III", NULL);
    plan->id = id;
    plan_add_task(plan, section, "1");
    plan_add_task(plan, section, "2");
    return plan;
}

static void entries_go_to_the_plans_they_name(void **state)
{
    (void)state;
    struct journal_entry entries[] = {{.seq = 1, .plan = "b"},
                                      {.seq = 2, .plan = "a"},
                                      {.seq = 3, .plan = "other"},
                                      {.seq = 4},
                                      {.seq = 5, .plan = "b"}};
    struct journal journal = {.entries = entries, .count = 5, .beside = true};
    struct plan *plans[] = {new_plan("a"), new_plan("b"), new_plan("c")};
    struct journal_share share;
    journal_share_init(&share, &journal, plans, 3);
    assert_int_equal(share.items[0].count, 3); /* those of none are the first's */
    assert_int_equal(share.items[0].entries[0].seq, 2);
    assert_int_equal(share.items[0].entries[1].seq, 3);
    assert_int_equal(share.items[0].entries[2].seq, 4);
    assert_int_equal(share.items[1].count, 2);
    assert_int_equal(share.items[1].entries[1].seq, 5);
    assert_int_equal(share.items[2].count, 0);
    assert_true(share.items[2].beside);
    journal_share_release(&share);
    for (size_t i = 0; i < 3; i++)
        plan_free(plans[i]);
}

static void tasks_are_found_in_their_plan(void **state)
{
    (void)state;
    struct plan *plans[] = {new_plan("so-noi-vu"), new_plan("so-y-te")};
    struct query_scope scope = {.plans = plans, .plan_count = 2};
    struct task_list found = {0};
    struct error error;
    assert_int_equal(task_list_find(&found, "so-y-te:iii.2", &scope, &error), 0);
    assert_int_equal(found.count, 1);
    assert_ptr_equal(found.items[0], plans[1]->tasks[1]);
    assert_int_equal(task_list_find(&found, "3.1", &scope, &error), 0);
    assert_int_equal(found.count, 3);
    assert_int_equal(task_list_find(&found, "so-y-te:III.3", &scope, &error), -1);
    assert_non_null(strstr(error.text, "did you mean «so-y-te:III."));
    assert_int_equal(task_list_find(&found, "so-y:III.1", &scope, &error), -1);
    assert_string_equal(error.text, "no plan «so-y»: did you mean «so-y-te»?");
    assert_int_equal(found.count, 3);
    task_list_release(&found);
    plan_free(plans[0]);
    plan_free(plans[1]);
}

static void blocks_are_counted_once_however_they_are_passed(void **state)
{
    (void)state;
    struct work_progress by_lines = {0}, at_once = {0};
    enum { SIZE = 1000 * 1000 };
    for (size_t offset = 0; offset < SIZE; offset += 1000)
        work_progress_advance(&by_lines, offset, 1000);
    work_progress_advance(&at_once, 0, SIZE);
    work_progress_advance(NULL, 0, SIZE);
    assert_int_equal(atomic_load(&by_lines.done), atomic_load(&at_once.done));
    assert_true(SIZE - atomic_load(&at_once.done) < 64 * 1024);
}

static void count_call(void *context, const struct work_progress *work)
{
    (void)work;
    ++*(atomic_int *)context;
}

/* Ends by itself once it was reported; a watch whose delay is not over reports nothing. */
static void progress_is_reported_after_the_delay(void **state)
{
    (void)state;
    struct work_progress work = {.total = 100};
    atomic_int calls = 0;
    struct work_progress_watch delayed = {
        .work = &work, .delay_ms = 60000, .on_progress = count_call, .context = &calls};
    atomic_store(&work.done, 50);
    work_progress_watch_begin(&delayed);
    assert_false(work_progress_watch_end(&delayed));
    assert_int_equal(atomic_load(&calls), 0);
    struct work_progress_watch watch = {
        .work = &work, .on_progress = count_call, .context = &calls};
    work_progress_watch_begin(&watch);
    while (atomic_load(&calls) == 0)
        sched_yield();
    assert_true(work_progress_watch_end(&watch));
}

static void assert_line(size_t done, unsigned width, const char *expected)
{
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    struct work_progress work = {.total = 400};
    struct style style = {.width = width};
    atomic_store(&work.done, done);
    progress_bar_draw(&work, &style, out);
    fclose(out);
    assert_string_equal(text, expected);
    free(text);
}

static void the_line_is_drawn_over_itself(void **state)
{
    (void)state;
    assert_line(100, 31, "\r\033[Kreading  25%  ████");
    assert_line(4, 31, "\r\033[Kreading   1%  ▏");
    assert_line(500, 31, "\r\033[Kreading 100%  ████████████████");
    assert_line(200, 9, "\r\033[Kreading  50%  ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_go_to_the_plans_they_name),
        cmocka_unit_test(tasks_are_found_in_their_plan),
        cmocka_unit_test(blocks_are_counted_once_however_they_are_passed),
        cmocka_unit_test(progress_is_reported_after_the_delay),
        cmocka_unit_test(the_line_is_drawn_over_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
