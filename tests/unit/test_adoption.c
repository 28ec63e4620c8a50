// SPDX-License-Identifier: MIT
/* Progress and adjusted plans: no entry ever counts for a task of another title. */
#include "check.h"

#include "plan/diff/adoption.h"
#include "plan/diff/title_likeness.h"
#include "plan/plan.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A plan as its document has it: one task a row. */
struct row {
    char title[200];
    const char *lead, *schedule;
    unsigned origin; /* the task of the first plan that it is, 0 for a new one */
};

enum { ROWS = 30 };

struct document {
    struct row rows[2 * ROWS];
    size_t count;
};

static uint64_t state = 20261127;

static unsigned pick(unsigned below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(state >> 33) % below;
}

static struct plan *make_plan(const struct document *document)
{
    struct plan *plan = plan_new("p.csv");
    plan->id = "p";
    plan->year = 2021;
    struct section *section = plan_add_section(plan, "I", NULL);
    for (size_t i = 0; i < document->count; i++) {
        const struct row *row = &document->rows[i];
        char number[16];
        snprintf(number, sizeof number, "%zu", i + 1);
        struct task *task =
            plan_add_task(plan, section, arena_copy(plan->arena, number, strlen(number)));
        struct schedule *schedule = arena_alloc(plan->arena, sizeof *schedule);
        *schedule = schedule_parse(plan->arena, row->schedule, plan->year);
        task->text[TASK_TITLE] = arena_copy(plan->arena, row->title, strlen(row->title));
        task->text[TASK_LEAD] = row->lead;
        task->text[TASK_SCHEDULE] = row->schedule;
        task->schedule = schedule;
    }
    return plan;
}

/* Titles like those of plans, some of them near each other. */
static void write_title(struct row *row, unsigned number)
{
    static const char *const verbs[] = {"Rà soát",  "Xây dựng kế hoạch", "Tổ chức tập huấn",
                                        "Kiểm tra", "Báo cáo kết quả",   "Tuyên truyền"};
    static const char *const matters[] = {"thủ tục hành chính", "văn bản quy phạm pháp luật",
                                          "tinh giản biên chế", "chuyển đổi số", "cơ chế một cửa"};
    snprintf(row->title, sizeof row->title, "%s %s giai đoạn %u", verbs[number % 6],
             matters[number / 6 % 5], number);
}

static void make_document(struct document *document)
{
    static const char *const leads[] = {"Văn phòng Sở", "Phòng Nội vụ", "Thanh tra"};
    static const char *const schedules[] = {"Quý 1", "Quý 3", "Hằng quý", "Tháng 10"};
    document->count = ROWS;
    for (unsigned i = 0; i < ROWS; i++) {
        struct row *row = &document->rows[i];
        write_title(row, i);
        row->lead = leads[i % 3];
        row->schedule = schedules[i % 4];
        row->origin = i + 1;
    }
}

/* One edit as offices make them. A row that is another matter loses its origin. */
static void edit(struct document *document)
{
    unsigned at = pick((unsigned)document->count), to = pick((unsigned)document->count);
    struct row *row = &document->rows[at], kept = *row;
    switch (pick(6)) {
    case 0: /* moved */
        document->rows[at] = document->rows[to];
        document->rows[to] = kept;
        break;
    case 1: /* another task in its place */
        write_title(row, 100 + pick(1000));
        row->origin = 0;
        break;
    case 2: /* a word more, the same task */
        if (strlen(row->title) < 150)
            strcat(row->title, " thường xuyên");
        break;
    case 3: /* taken out */
        if (document->count > 2)
            memmove(row, row + 1, (--document->count - at) * sizeof *row);
        break;
    case 4: /* split into two, or a new one */
        if (document->count == 2 * ROWS)
            break;
        memmove(row + 1, row, (document->count++ - at) * sizeof *row);
        row->origin = 0;
        strcat(row->title, pick(2) == 0 ? " cấp xã" : " năm sau và báo cáo");
        if (strlen(row->title) > 150)
            write_title(row, 2000 + pick(1000));
        break;
    default:
        row->lead = "Sở Tài chính";
    }
}

static void add_entries(struct journal *journal, const struct plan *plan)
{
    journal->of_one_plan = true;
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        bool phased = task->schedule->count > 1;
        char id[32];
        snprintf(id, sizeof id, "I.%zu%s", i + 1, phased ? "/2" : "");
        journal->entries =
            realloc(journal->entries, (journal->count + 1) * sizeof(*journal->entries));
        journal->entries[journal->count] = (struct journal_entry){
            .seq = journal->count + 1,
            .task = arena_copy(&journal->arena, id, strlen(id)),
            .title =
                arena_copy(&journal->arena, task->text[TASK_TITLE], strlen(task->text[TASK_TITLE])),
            .status = TASK_DONE,
            .on = {2021, 3, 1},
            .percent = PERCENT_UNSET,
            .spent_vnd = SPENT_UNSET,
        };
        journal->count++;
    }
}

static void record(struct journal *journal, const struct adoption *adoption)
{
    for (size_t i = 0; i < adoption->count; i++) {
        const struct adoption_item *item = &adoption->items[i];
        struct strbuf text = {0};
        struct journal_entry entry = {.seq = journal->count + 1,
                                      .decision = item->decision,
                                      .status = TASK_UNSET,
                                      .on = {2021, 5, 1},
                                      .percent = PERCENT_UNSET,
                                      .spent_vnd = SPENT_UNSET};
        if (item->decision == DECIDES_NOTHING)
            continue; /* it was set aside before */
        strbuf_addf(&text, "%s %s", item->task, item->title);
        entry.evidence = arena_copy(&journal->arena, text.text, text.length);
        strbuf_clear(&text);
        if (item->to != NULL)
            task_add_milestone_id(&text, item->to, false, item->milestone);
        else
            strbuf_adds(&text, item->task);
        entry.task = arena_copy(&journal->arena, text.text, text.length);
        const char *title = item->to != NULL ? item->to->text[TASK_TITLE] : item->title;
        entry.title = arena_copy(&journal->arena, title, strlen(title));
        strbuf_release(&text);
        journal->entries =
            realloc(journal->entries, (journal->count + 1) * sizeof(*journal->entries));
        journal->entries[journal->count++] = entry;
    }
}

/* What became of the first plan's entries, over all rounds. */
struct outcome {
    size_t kept, set_aside, lost, wrong, stray;
};

static void count(struct outcome *outcome, const struct journal *journal, size_t entries,
                  struct plan *plan, const struct document *document)
{
    struct entry_targets targets = {0};
    entry_targets_find(&targets, journal, &plan, 1);
    for (size_t i = 0; i < entries; i++) {
        const struct task *task = targets.tasks[i].task;
        size_t found = 0;
        for (size_t s = 0; s < targets.stray_count; s++)
            found += targets.strays[s].entry == &journal->entries[i];
        if (task != NULL) {
            bool own = document->rows[task->index].origin == i + 1;
            outcome->kept += own;
            outcome->wrong += !own;
        }
        outcome->lost += task == NULL && found != 1;
    }
    for (size_t s = 0; s < targets.stray_count; s++) {
        outcome->set_aside += targets.strays[s].outcome == OUTCOME_SET_ASIDE;
        outcome->stray += targets.strays[s].outcome == OUTCOME_STRAY;
    }
    entry_targets_release(&targets);
}

/* Plans that are adjusted twice, with the old plan at hand and without. */
static void no_entry_counts_for_another_task(void **unused)
{
    (void)unused;
    enum { ROUNDS = 500, EDITS = 4 };
    struct outcome before = {0}, outcome = {0};
    for (unsigned round = 0; round < ROUNDS; round++) {
        struct document *document = calloc(1, sizeof *document);
        struct agency_table agencies = {0};
        struct journal journal = {0};
        make_document(document);
        struct plan *old = make_plan(document);
        add_entries(&journal, old);
        size_t entries = journal.count;
        for (unsigned time = 0; time < 2; time++) {
            for (unsigned i = 0; i < EDITS; i++)
                edit(document);
            struct plan *plan = make_plan(document);
            const struct plan *known = round % 2 == 0 ? old : NULL;
            struct adoption adoption = {0};
            count(&before, &journal, entries, plan, document);
            adoption_init(&adoption, &journal, &plan, 1, plan, known);
            adoption_decide(&adoption, plan, known, &agencies);
            record(&journal, &adoption);
            adoption_release(&adoption);
            struct outcome now = {0};
            count(&now, &journal, entries, plan, document);
            assert_int_equal(now.wrong, 0);
            assert_int_equal(now.lost, 0);
            assert_int_equal(now.stray, 0);
            outcome.kept += now.kept;
            outcome.set_aside += now.set_aside;
            plan_free(old);
            old = plan;
        }
        plan_free(old);
        journal_release(&journal);
        free(document);
    }
    assert_int_equal(before.wrong + before.lost, 0);
    assert_true(before.stray > 0);
    assert_true(outcome.kept > 5 * outcome.set_aside);
}

static void likeness_is_that_of_words(void **unused)
{
    (void)unused;
    assert_true(titles_are_same("Rà soát TTHC.", "rà soát thủ tục  hành chính"));
    assert_false(titles_are_same("Rà soát TTHC", "Rà soát văn bản"));
    assert_false(titles_are_same("Rà soát TTHC", NULL));
    assert_true(titles_are_same(NULL, NULL));
    assert_int_equal(title_likeness("một hai", "hai một"), 1000);
    assert_int_equal(title_likeness("một hai", "hai ba"), 500);
    assert_int_equal(title_likeness("một", "-"), 0);
    assert_true(titles_contrast("Kiểm tra cấp huyện", "Kiểm tra cấp xã"));
    assert_true(titles_contrast("Tập huấn đợt 1", "Tập huấn đợt 2"));
    assert_true(titles_contrast("Giai đoạn I", "Giai đoạn II"));
    assert_true(titles_contrast("Áp dụng quy định", "Không áp dụng quy định"));
    assert_false(titles_contrast("Kiểm tra cải cách", "Kiểm tra công tác cải cách"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_entry_counts_for_another_task),
        cmocka_unit_test(likeness_is_that_of_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
