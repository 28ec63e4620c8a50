// SPDX-License-Identifier: MIT
#include "plan/progress/progress_fold.h"
#include "plan/progress/update.h"
#include "plan/task_id.h"
#include "view/status_view.h"

#include <malloc.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A plan of one section and a journal, both to be filled, and what that says as of a day. */
struct world {
    struct plan *plan;
    struct journal journal;
    struct progress progress;
};

static int set_up(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    world->plan = plan_new("plan.csv");
    world->plan->id = "p";
    world->plan->year = 2021;
    plan_add_section(world->plan, "I", NULL);
    *state = world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;
    progress_release(&world->progress);
    plan_free(world->plan);
    journal_release(&world->journal);
    free(world);
    return 0;
}

/* Adds task I.N with a schedule, read as of `year`. */
static struct task *add_task(struct world *world, const char *number, const char *schedule,
                             int year)
{
    struct task *task = plan_add_task(world->plan, world->plan->sections[0], number);
    struct schedule *read = arena_alloc(world->plan->arena, sizeof *read);
    *read = schedule_parse(world->plan->arena, schedule, year);
    task->schedule = read;
    return task;
}

static struct journal_entry *add(struct world *world, const char *task, enum task_status status,
                                 struct date on)
{
    struct journal *journal = &world->journal;
    if (journal->count == journal->capacity) {
        journal->capacity += 32;
        journal->entries = realloc(journal->entries, journal->capacity * sizeof *journal->entries);
    }
    struct journal_entry *entry = &journal->entries[journal->count++];
    *entry = (struct journal_entry){.seq = journal->count,
                                    .task = task,
                                    .status = status,
                                    .on = on,
                                    .percent = PERCENT_UNSET,
                                    .spent_vnd = SPENT_UNSET};
    return entry;
}

static struct date day(int month, int of_month)
{
    return date_make(2021, month, of_month);
}

static const struct progress *progress_on(struct world *world, struct date as_of)
{
    progress_release(&world->progress);
    world->progress.as_of = as_of;
    progress_add(&world->progress, &world->plan, 1, &world->journal);
    return &world->progress;
}

static enum task_state state_on(struct world *world, const struct task *task, struct date as_of)
{
    return progress_state(progress_on(world, as_of), task);
}

static void test_the_due_day_is_in_time(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 1", 2021);
    assert_int_equal(state_on(world, task, day(3, 31)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, task, day(4, 1)), OPEN_OVERDUE);
    struct journal_entry *done = add(world, "I.1", TASK_DONE, day(3, 31));
    assert_int_equal(state_on(world, task, day(4, 1)), DONE_ON_TIME);
    assert_int_equal(state_on(world, task, day(3, 30)), OPEN_IN_TIME);
    done->on = day(4, 1);
    assert_int_equal(state_on(world, task, day(4, 1)), DONE_LATE);
}

static void test_the_ends_of_years(void **state)
{
    struct world *world = *state;
    struct task *all_year = add_task(world, "1", "Cả năm", 2021);
    assert_int_equal(state_on(world, all_year, day(12, 31)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, all_year, date_make(2022, 1, 1)), OPEN_OVERDUE);
    struct task *leap = add_task(world, "2", "Tháng 2/2024", 2024);
    assert_int_equal(state_on(world, leap, date_make(2024, 2, 29)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, leap, date_make(2024, 3, 1)), OPEN_OVERDUE);
    struct task *plain = add_task(world, "3", "Tháng 2/2023", 2023);
    assert_int_equal(state_on(world, plain, date_make(2023, 2, 28)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, plain, date_make(2023, 3, 1)), OPEN_OVERDUE);
}

static void test_done_stays_from_its_first_day(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 1", 2021);
    add(world, "I.1", TASK_DONE, day(3, 30));
    add(world, "I.1", TASK_DONE, day(6, 30)); /* reported again */
    assert_int_equal(state_on(world, task, day(12, 31)), DONE_ON_TIME);
    assert_int_equal(date_compare(progress_done_on(&world->progress, task), day(3, 30)), 0);
    add(world, "I.1", TASK_IN_PROGRESS, day(7, 1));
    assert_int_equal(state_on(world, task, day(7, 1)), OPEN_OVERDUE);
    add(world, "I.1", TASK_DONE, day(7, 2));
    assert_int_equal(state_on(world, task, day(7, 2)), DONE_LATE);
}

static void test_entries_count_by_their_day_then_their_number(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 2", 2021);
    add(world, "I.1", TASK_DONE, day(5, 2));
    add(world, "I.1", TASK_IN_PROGRESS, day(5, 1)); /* recorded later, of an earlier day */
    assert_int_equal(state_on(world, task, day(6, 1)), DONE_ON_TIME);
    add(world, "I.1", TASK_NOT_STARTED, day(5, 2));
    assert_int_equal(state_on(world, task, day(6, 1)), OPEN_IN_TIME);
    assert_int_equal(progress_status(&world->progress, task), TASK_NOT_STARTED);
}

static void test_phases_make_a_task(void **state)
{
    struct world *world = *state;
    struct task *task =
        add_task(world, "1", "Ban hành quý 1, triển khai thực hiện trong năm", 2021);
    assert_int_equal(task->schedule->count, 2);
    add(world, "I.1/1", TASK_DONE, day(4, 30));
    assert_int_equal(state_on(world, task, day(4, 29)), OPEN_OVERDUE);
    assert_int_equal(state_on(world, task, day(4, 30)), OPEN_IN_TIME);
    assert_int_equal(progress_status(&world->progress, task), TASK_IN_PROGRESS);
    assert_int_equal(progress_milestone_state(&world->progress, task, 0), DONE_LATE);
    assert_int_equal(progress_milestone_state(&world->progress, task, 1), OPEN_IN_TIME);
    add(world, "i.1/2", TASK_DONE, day(12, 31));
    assert_int_equal(state_on(world, task, day(12, 31)), DONE_LATE);
    assert_int_equal(date_compare(progress_done_on(&world->progress, task), day(12, 31)), 0);
    assert_int_equal(progress_percent(&world->progress, task), 100);
}

static void test_recurring_milestones(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Hằng quý", 2021);
    assert_int_equal(task->schedule->count, 4);
    add(world, "I.1/1", TASK_DONE, day(3, 31));
    assert_int_equal(state_on(world, task, day(6, 30)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, task, day(7, 1)), OPEN_OVERDUE);
    add(world, "I.1/2", TASK_CANCELLED, day(7, 1));
    assert_int_equal(state_on(world, task, day(7, 1)), OPEN_IN_TIME);
    add(world, "I.1", TASK_DONE, day(9, 30)); /* what is still open */
    assert_int_equal(state_on(world, task, day(9, 30)), DONE_ON_TIME);
    assert_int_equal(progress_milestone_status(&world->progress, task, 1), TASK_CANCELLED);
    assert_int_equal(
        date_compare(progress_of(&world->progress, task)->milestones[0].on, day(3, 31)), 0);
}

static void test_an_extension_moves_the_due_date_from_its_day(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 1", 2021);
    struct journal_entry *entry = add(world, "I.1", TASK_UNSET, day(4, 10));
    entry->due = day(5, 31);
    assert_int_equal(state_on(world, task, day(4, 9)), OPEN_OVERDUE);
    assert_int_equal(state_on(world, task, day(4, 10)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, task, day(6, 1)), OPEN_OVERDUE);
    assert_int_equal(date_compare(progress_due(&world->progress, task), day(5, 31)), 0);
    assert_int_equal(date_compare(task->schedule->milestones[0].due, day(3, 31)), 0);
    assert_true(date_is_set(progress_schedule(&world->progress, task)->milestones[0].start));
    add(world, "I.1", TASK_DONE, day(5, 31));
    assert_int_equal(state_on(world, task, day(6, 1)), DONE_ON_TIME);
}

static void test_a_triggered_task_has_the_due_date_it_is_given(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Ngay sau khi có kế hoạch của UBND tỉnh", 2021);
    assert_int_equal(task->schedule->kind, SCHEDULE_TRIGGERED);
    assert_int_equal(state_on(world, task, day(12, 31)), OPEN_NO_DUE);
    add(world, "I.1", TASK_UNSET, day(2, 1))->due = day(2, 15);
    assert_int_equal(state_on(world, task, day(1, 31)), OPEN_NO_DUE);
    assert_int_equal(state_on(world, task, day(2, 15)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, task, day(2, 16)), OPEN_OVERDUE);
    add(world, "I.1", TASK_DONE, day(2, 16));
    assert_int_equal(state_on(world, task, day(3, 1)), DONE_LATE);
    struct task *never = add_task(world, "2", NULL, 2021);
    add(world, "I.2", TASK_DONE, day(2, 16));
    assert_int_equal(state_on(world, never, day(3, 1)), DONE_NO_DUE);
}

static void test_cancelled_until_a_new_status(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 1", 2021);
    struct task *several = add_task(world, "2", "Hằng quý", 2021);
    add(world, "I.1", TASK_CANCELLED, day(2, 1));
    add(world, "I.2/1", TASK_DONE, day(3, 1));
    add(world, "I.2", TASK_CANCELLED, day(4, 1));
    assert_int_equal(state_on(world, task, day(6, 1)), STATE_CANCELLED);
    assert_int_equal(state_on(world, several, day(12, 31)), STATE_CANCELLED);
    assert_int_equal(progress_milestone_status(&world->progress, several, 0), TASK_DONE);
    assert_int_equal(progress_milestone_status(&world->progress, several, 1), TASK_CANCELLED);
    add(world, "I.1", TASK_IN_PROGRESS, day(7, 1));
    assert_int_equal(state_on(world, task, day(7, 1)), OPEN_OVERDUE);
}

static void test_later_entries_change_no_earlier_answer(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 2", 2021);
    struct journal_entry *first = add(world, "I.1", TASK_IN_PROGRESS, day(4, 1));
    first->percent = 30;
    first->note = "a";
    struct journal_entry *second = add(world, "I.1", TASK_UNSET, day(5, 1));
    second->percent = 60;
    second->spent_vnd = 5000000;
    add(world, "I.1", TASK_UNSET, day(5, 2))->spent_vnd = 4000000;
    progress_on(world, day(4, 30));
    assert_int_equal(progress_percent(&world->progress, task), 30);
    assert_int_equal(progress_spent(&world->progress, task), SPENT_UNSET);
    progress_on(world, day(5, 1));
    assert_int_equal(progress_percent(&world->progress, task), 60);
    assert_int_equal(progress_spent(&world->progress, task), 5000000);
    assert_string_equal(progress_of(&world->progress, task)->note, "a");
    progress_on(world, day(12, 31));
    assert_int_equal(progress_spent(&world->progress, task), 4000000);
    progress_on(world, day(3, 31));
    assert_null(progress_of(&world->progress, task));
}

static void test_voids(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 2", 2021);
    add(world, "I.1", TASK_DONE, day(4, 1));
    add(world, "I.1", TASK_UNSET, day(5, 1))->voids = 1;
    assert_int_equal(state_on(world, task, day(4, 30)), DONE_ON_TIME);
    assert_int_equal(state_on(world, task, day(5, 1)), OPEN_IN_TIME);
    add(world, "I.1", TASK_UNSET, day(6, 1))->voids = 2;
    assert_int_equal(state_on(world, task, day(5, 31)), OPEN_IN_TIME);
    assert_int_equal(state_on(world, task, day(6, 1)), DONE_ON_TIME);
    uint64_t *voided_by = journal_voided_by(&world->journal, (struct date){0});
    assert_int_equal(voided_by[0], 0);
    assert_int_equal(voided_by[1], 3);
    free(voided_by);
}

/* Four tasks' entries, some taken back and some of these voids too, on days that do not ascend. */
static void fill(struct world *world, uint32_t seed)
{
    static const char *const ids[] = {"I.1", "I.2", "I.3", "I.3/2", "I.4", "I.3/9", "I.5"};
    for (uint64_t seq = 1; seq <= 60; seq++) {
        seed = seed * 1664525 + 1013904223;
        unsigned any = seed >> 8;
        struct journal_entry *entry =
            add(world, ids[any % 7], (enum task_status)(any / 7 % (TASK_STATUSES + 1)),
                day(1 + (int)(any / 64 % 4), 1 + (int)(any / 256 % 5)));
        if (any / 512 % 4 == 0)
            entry->due = day(6, 1 + (int)(any / 2048 % 20));
        if (any / 512 % 4 == 1 && seq > 1) {
            entry->voids = 1 + any / 2048 % (seq - 1);
            entry->task = NULL;
        }
        entry->percent = (int)(any / 1024 % 101);
    }
}

static void assert_same(const struct progress *a, const struct progress *b, const struct task *task)
{
    const struct task_progress *x = progress_of(a, task), *y = progress_of(b, task);
    assert_int_equal(progress_revisions(a, task), progress_revisions(b, task));
    assert_int_equal(progress_state(a, task), progress_state(b, task));
    assert_int_equal(x != NULL, y != NULL);
    for (unsigned i = 0; x != NULL && i < x->count; i++) {
        assert_int_equal(x->milestones[i].status, y->milestones[i].status);
        assert_int_equal(date_compare(x->milestones[i].on, y->milestones[i].on), 0);
    }
    if (x == NULL)
        return;
    assert_int_equal(x->entries, y->entries);
    assert_int_equal(x->percent, y->percent);
    assert_int_equal(x->cancelled, y->cancelled);
    assert_int_equal(date_compare(progress_due(a, task), progress_due(b, task)), 0);
}

static void test_days_in_order_say_the_same_as_each_alone(void **state)
{
    struct world *world = *state;
    add_task(world, "1", "Quý 1", 2021);
    add_task(world, "2", "Ngay sau khi có kế hoạch của UBND tỉnh", 2021);
    add_task(world, "3", "Hằng quý", 2021);
    add_task(world, "4", "Cả năm", 2021);
    for (uint32_t seed = 0; seed < 50; seed++) {
        struct progress running = {0};
        struct progress_fold fold;
        world->journal.count = 0;
        fill(world, seed);
        progress_fold_init(&fold, &running, &world->plan, 1, &world->journal);
        for (struct date on = day(1, 1); date_compare(on, day(5, 1)) <= 0;
             on = date_add_days(on, 2)) {
            progress_fold_to(&fold, on);
            progress_on(world, on);
            for (size_t i = 0; i < world->plan->task_count; i++)
                assert_same(&running, &world->progress, world->plan->tasks[i]);
        }
        progress_fold_release(&fold);
        progress_release(&running);
    }
}

/* Plans are told apart by their numbers, whatever order they are added in. */
static void test_plans_have_their_own(void **state)
{
    struct world *world = *state;
    struct progress progress = {.as_of = day(12, 31)};
    struct plan *other = plan_new("q.csv");
    struct task *task = add_task(world, "1", "Quý 1", 2021);
    other->id = "q";
    other->number = 3;
    struct task *others = plan_add_task(other, plan_add_section(other, "I", NULL), "1");
    add(world, "I.1", TASK_DONE, day(3, 1))->plan = "q";
    struct plan *plans[] = {other, world->plan};
    progress_add(&progress, plans, 2, &world->journal);
    assert_int_equal(progress_status(&progress, others), TASK_DONE);
    assert_null(progress_of(&progress, task));
    progress_clear(&progress);
    assert_null(progress_of(&progress, others));
    assert_int_equal(progress.as_of.month, 12);
    progress_release(&progress);
    plan_free(other);
}

/* The plan is only read: what is folded goes with the progress. */
static void test_folding_leaves_no_memory_behind(void **state)
{
    struct world *world = *state;
    add_task(world, "1", "Quý 1", 2021);
    add_task(world, "2", "Hằng quý", 2021);
    fill(world, 7);
    size_t before = 0;
    for (int i = 0; i < 1000; i++) {
        progress_on(world, day(1 + i % 4, 28));
        if (i == 100)
            before = mallinfo2().uordblks;
    }
    assert_true(mallinfo2().uordblks <
                before + 64 * 1024); /* a record of each would be ten times that */
}

static void test_entries_that_fit_nothing_are_told(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Hằng quý", 2021);
    add(world, "I.1/4", TASK_DONE, day(4, 1));
    add(world, "I.1/5", TASK_DONE, day(4, 1));
    add(world, "I.2", TASK_DONE, day(4, 1));
    add(world, "rubbish", TASK_DONE, day(4, 1));
    add(world, "I.1", TASK_UNSET, day(4, 1))->due = day(5, 1); /* of which milestone? */
    add(world, "I.1", TASK_DONE, day(4, 1))->plan = "q";
    struct entry_targets targets = {0};
    entry_targets_find(&targets, &world->journal, &world->plan, 1);
    assert_ptr_equal(targets.tasks[0].task, task);
    for (size_t i = 1; i < world->journal.count; i++)
        assert_null(targets.tasks[i].task);
    assert_int_equal(targets.stray_count, 4);
    assert_int_equal(targets.other_count, 1);
    assert_int_equal(targets.untitled_count, 1);
    entry_targets_release(&targets);
    progress_on(world, day(12, 31));
    assert_int_equal(progress_of(&world->progress, task)->entries, 1);
    assert_int_equal(progress_status(&world->progress, task), TASK_IN_PROGRESS);
}

static void test_ids(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",      "/1",    "p:",      "p:/1",     "I.1/",
                                        "I.1/0", "I.1/x", "I.1/1/2", "I.1/99999"};
    struct task_id id;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(task_id_parse(wrong[i], &id));
    assert_true(task_id_parse("plan-2021:vii.10.a/12", &id));
    assert_int_equal(id.plan_length, 9);
    assert_int_equal(id.length, strlen("vii.10.a"));
    assert_int_equal(id.milestone, 12);
}

static void test_statuses_in_words(void **state)
{
    (void)state;
    assert_int_equal(task_status_find("Đã hoàn thành"), TASK_DONE);
    assert_int_equal(task_status_find("dang  thuc hien"), TASK_IN_PROGRESS);
    assert_int_equal(task_status_find("DONE"), TASK_DONE);
    assert_int_equal(task_status_find("xong"), TASK_UNSET);
}

static void test_what_cannot_be_true(void **state)
{
    struct world *world = *state;
    struct task *task = add_task(world, "1", "Quý 1", 2021);
    struct update_target target = {.task = task};
    struct journal_entry entry = {.task = "I.1",
                                  .status = TASK_DONE,
                                  .on = day(3, 1),
                                  .percent = PERCENT_UNSET,
                                  .spent_vnd = SPENT_UNSET};
    struct error error;
    assert_int_equal(update_check(&entry, &target, day(3, 1), false, &error), 0);
    assert_int_equal(update_check(&entry, &target, day(2, 28), false, &error), -1);
    assert_int_equal(error.settles, SETTLED_BY_FORCE);
    assert_int_equal(update_check(&entry, &target, day(2, 28), true, &error), 0);
    entry.on = date_make(2020, 12, 31);
    assert_int_equal(update_check(&entry, &target, day(3, 1), false, &error), -1);
    entry.on = day(3, 1);
    task->budget = (struct budget){BUDGET_AMOUNT, 5000000};
    entry.spent_vnd = 10000000;
    assert_int_equal(update_check(&entry, &target, day(3, 1), false, &error), 0);
    entry.spent_vnd = 10000001;
    assert_int_equal(update_check(&entry, &target, day(3, 1), false, &error), -1);
    task->budget.vnd = INT64_MAX;
    entry.spent_vnd = INT64_MAX;
    assert_int_equal(update_check(&entry, &target, day(3, 1), false, &error), 0);
    task->budget.vnd = 0; /* no separate money */
    assert_int_equal(update_check(&entry, &target, day(3, 1), false, &error), 0);
    entry.on = date_make(2022, 12, 31);
    assert_int_equal(update_check(&entry, &target, entry.on, false, &error), 0);
    entry.on = date_make(2023, 1, 1);
    assert_int_equal(update_check(&entry, &target, entry.on, false, &error), -1);
    assert_int_equal(update_check(&entry, &target, entry.on, true, &error), 0);
    entry.on = day(3, 1);
    task->budget.kind = BUDGET_UNSPECIFIED;
    assert_int_equal(update_check(&entry, &target, day(3, 1), false, &error), 0);
    entry.percent = 50;
    assert_int_equal(update_check(&entry, &target, day(3, 1), true, &error), -1);
    assert_int_equal(error.settles, SETTLED_BY_NOTHING);
}

static void test_shares_add_up(void **state)
{
    (void)state;
    static const size_t cases[][TASK_STATES] = {
        {1, 1, 1}, {0}, {44}, {1, 2, 3, 5, 7, 11, 15}, {10, 2, 0, 25, 5, 1, 1}, {1, 0, 0, 999999}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned shares[TASK_STATES], sum = 0;
        size_t whole = 0;
        status_add_up(cases[i], TASK_STATES, shares);
        for (int j = 0; j < TASK_STATES; j++) {
            sum += shares[j];
            whole += cases[i][j];
        }
        assert_int_equal(sum, whole > 0 ? 1000 : 0);
        for (int j = 0; j < TASK_STATES && whole > 0; j++) {
            size_t exact = cases[i][j] * 1000;
            assert_in_range(shares[j], exact / whole, (exact + whole - 1) / whole);
        }
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_the_due_day_is_in_time),
        TEST(test_the_ends_of_years),
        TEST(test_done_stays_from_its_first_day),
        TEST(test_entries_count_by_their_day_then_their_number),
        TEST(test_phases_make_a_task),
        TEST(test_recurring_milestones),
        TEST(test_an_extension_moves_the_due_date_from_its_day),
        TEST(test_a_triggered_task_has_the_due_date_it_is_given),
        TEST(test_cancelled_until_a_new_status),
        TEST(test_later_entries_change_no_earlier_answer),
        TEST(test_voids),
        TEST(test_days_in_order_say_the_same_as_each_alone),
        TEST(test_plans_have_their_own),
        TEST(test_folding_leaves_no_memory_behind),
        TEST(test_entries_that_fit_nothing_are_told),
        TEST(test_ids),
        TEST(test_statuses_in_words),
        TEST(test_what_cannot_be_true),
        TEST(test_shares_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
