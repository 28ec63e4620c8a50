// SPDX-License-Identifier: MIT
/* What several threads read of a large file is what one reads, to the byte, its errors too. */
#include "check.h"

#include "base/parallel.h"
#include "base/strbuf.h"
#include "journal/journal_text.h"
#include "read/formats.h"
#include "read/plan_read.h"
#include "read/split/cut.h"
#include "read/split/split.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static atomic_size_t runs[1000];

static void count_run(void *context, size_t index)
{
    (void)context;
    runs[index]++;
}

static void every_index_is_run_once(void **state)
{
    (void)state;
    for (size_t jobs = 1; jobs < 9; jobs++) {
        memset((void *)runs, 0, sizeof runs);
        parallel_run(jobs, 1000, count_run, NULL);
        for (size_t i = 0; i < 1000; i++)
            assert_int_equal(runs[i], 1);
    }
    parallel_run(3, 0, count_run, NULL);
    assert_in_range(parallel_cores(), 1, PARALLEL_JOBS_MAX);
}

/* ---- Texts of some 4 MiB ---- */

enum { TASKS = 9000 };

static void add_cells(struct strbuf *out, unsigned i, const char *end)
{
    static const char *const schedules[] = {"Quý 2 - Quý 3", "Thường xuyên cả năm", "Tháng 6",
                                            "Ban hành quý 1, triển khai thực hiện trong năm", ""};
    static const char *const budgets[] = {"0", "12,5", "Theo quy định", "", "1.000", "7"};
    strbuf_addf(out,
                ",\"Nhiệm vụ thứ %u, của \"\"Sở\"\"%sđể rà soát\",\"Báo cáo %u về việc rà soát, "
                "sắp xếp và tinh gọn tổ chức bộ máy của các "
                "cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh và cấp huyện theo quy định; sơ "
                "kết, tổng kết và nhân rộng cách làm hay trong toàn ngành\",",
                i, i % 50 == 0 ? end : " ", i % 97);
    strbuf_addf(out, "Phòng %u,Văn phòng; Phòng %u,\"%s\",\"%s\"%s", i % 31, i % 7,
                schedules[i % 5], budgets[i % 6], end);
}

static void add_list(struct strbuf *out, unsigned plans, const char *end)
{
    strbuf_addf(out, "plan,section,number,title,output,lead,coordinating,schedule,budget%s", end);
    for (unsigned i = 0; i < TASKS; i++) {
        if (plans > 0) /* their rows stand together, but for some */
            strbuf_addf(out, "kh-%u", i % 1001 == 0 ? i % plans : i / (TASKS / plans + 1));
        strbuf_addf(out, ",%s,%u", i % 3 == 0 ? "II" : "IV", i + 1);
        add_cells(out, i, end);
    }
}

static void add_table(struct strbuf *out, const char *end)
{
    strbuf_addf(out, "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2021,,,,,,%s", end);
    strbuf_addf(out,
                "TT,Nhiệm vụ,Kết quả,Cơ quan chủ trì,Cơ quan phối hợp,Thời gian,Kinh phí "
                "(triệu đồng)%s",
                end);
    for (unsigned i = 0; i < TASKS; i++) {
        if (i % (TASKS / 3 + 1) == 0)
            strbuf_addf(out, "%s,LĨNH VỰC %u,,,,,%s",
                        i == 0          ? "I"
                        : i < TASKS / 2 ? "II"
                                        : "III",
                        i, end);
        strbuf_addf(out, "%u", i + 1);
        add_cells(out, i, end);
    }
    strbuf_addf(out, ",Tổng số nhiệm vụ: %u,,,,,%s", TASKS, end);
}

/* ---- What was read of them, as text ---- */

static void add_task(struct strbuf *out, const struct plan *plan, const struct task *task)
{
    char due[DATE_TEXT_SIZE];
    assert_ptr_equal(task->section->plan, plan);
    assert_ptr_equal(plan->tasks[task->index], task);
    strbuf_addf(out, "%s.%s %u", task->section->code, task->number, task->line);
    for (int i = 0; i < TASK_FIELDS; i++)
        strbuf_addf(out, "|%s", task->text[i] != NULL ? task->text[i] : "-");
    for (int i = 0; task->extra->locations != NULL && i <= TASK_FIELDS; i++)
        strbuf_addf(out, " %zu:%zu", task->extra->locations[i].line,
                    task->extra->locations[i].column);
    strbuf_addf(out, "|%d %lld|%d %u %s\n", (int)task->budget.kind, (long long)task->budget.vnd,
                (int)task->schedule->kind, task->schedule->count,
                date_format(due, schedule_due(task->schedule)));
}

static char *dump(const struct strbuf *text, const struct read_options *options)
{
    struct source source = {
        .path = "plan.csv", .text = text->text, .length = text->length, .jobs = options->jobs};
    struct error_list errors = {0};
    struct strbuf out = {0};
    struct plan *plan =
        source_check(&source, NULL, &errors) == 0 ? plan_read(&source, options, &errors) : NULL;
    for (const struct plan *p = plan; p != NULL; p = p->next) {
        strbuf_addf(&out, "%s %d %s %s %s\n", p->id, p->year, p->title != NULL ? p->title : "-",
                    p->declared.tasks != NULL ? p->declared.tasks : "-", p->path);
        for (size_t i = 0; i < p->section_count; i++)
            strbuf_addf(&out, "%s %u %s\n", p->sections[i]->code, p->sections[i]->line,
                        p->sections[i]->title != NULL ? p->sections[i]->title : "-");
        for (size_t i = 0; i < p->task_count; i++)
            add_task(&out, p, p->tasks[i]);
    }
    strbuf_addf(&out, "%zu errors\n", errors.count);
    for (size_t i = 0; i < errors.count && i < ERROR_LIST_KEPT; i++)
        strbuf_addf(&out, "%zu:%zu %s\n", errors.items[i].location.line,
                    errors.items[i].location.column, errors.items[i].text);
    plan_free(plan);
    source_release(&source);
    return strbuf_detach(&out);
}

static void compare_jobs(const struct strbuf *text, struct read_options options, bool right)
{
    static const size_t jobs[] = {2, 7};
    options.jobs = 1;
    char *one = dump(text, &options);
    assert_int_equal(strstr(one, "\n0 errors\n") != NULL, right);
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        options.jobs = jobs[i];
        char *several = dump(text, &options);
        assert_true(strcmp(one, several) == 0);
        free(several);
    }
    free(one);
}

static void lists_and_tables_are_the_same_by_parts(void **state)
{
    (void)state;
    static const unsigned sections[] = {2};
    const struct read_options all = {.year = 2021}, locations = {.keep_locations = true},
                              thousands = {.year = 2021, .unit = MONEY_THOUSAND},
                              some = {.sections = sections,
                                      .section_count = 1,
                                      .skipped = 1U << TASK_TITLE | 1U << TASK_OUTPUT};
    for (unsigned plans = 0; plans < 8; plans = plans * 6 + 1) {
        struct strbuf text = {0};
        add_list(&text, plans, plans % 2 == 0 ? "\n" : "\r\n");
        compare_jobs(&text, all, true);
        compare_jobs(&text, thousands, true);
        compare_jobs(&text, some, true);
        strbuf_release(&text);
    }
    for (unsigned i = 0; i < 2; i++) {
        struct strbuf text = {0};
        add_table(&text, i == 0 ? "\n" : "\r");
        compare_jobs(&text, i == 0 ? all : locations, true);
        compare_jobs(&text, thousands, true);
        compare_jobs(&text, some, true);
        strbuf_release(&text);
    }
}

/* Nothing sends it back to one thread: unknown columns, and cells in them, least of all. */
static void large_tables_are_read_by_parts(void **state)
{
    (void)state;
    static const char *const heads[] = {"section,number,title,lead,remark",
                                        "TT,Nhiệm vụ,Chủ trì,Ghi"};
    for (size_t i = 0; i < COUNT(heads); i++) {
        struct strbuf text = {0};
        strbuf_addf(&text, "%s\n%s", heads[i], i == 0 ? "" : "I,LĨNH VỰC,,\n");
        for (unsigned row = 1; text.length < 3 * SOURCE_SIZE_MAPPED; row++)
            strbuf_addf(&text,
                        "%s%u,\"Rà soát, đánh giá việc cải cách hành chính\",Phòng %u,ghi %u\n",
                        i == 0 ? "III," : "", row, row % 9, row % 50);
        struct source source = {
            .path = "plan.csv", .text = text.text, .length = text.length, .jobs = 3};
        struct error_list errors = {0};
        struct plan_builder builder;
        assert_int_equal(source_check(&source, NULL, &errors), 0);
        plan_builder_init(&builder, &source, &errors);
        builder.read_rows = split_read_rows;
        assert_int_equal(csv_plan_read(&builder), 0);
        assert_int_equal(errors.count, 0);
        assert_int_equal(builder.plan->extra_count, 1);
        assert_string_equal(builder.plan->tasks[builder.plan->task_count - 1]->section->code,
                            i == 0 ? "III" : "I");
        plan_free(builder.plan);
        plan_builder_release(&builder);
        source_release(&source);
        strbuf_release(&text);
    }
}

/* A fault in the text, at a share of it, in thousandths: at the start of the line there. */
static void put(struct strbuf *text, unsigned share, const char *fault)
{
    size_t at = text->length / 1000 * share;
    while (text->text[at - 1] != '\n')
        at++;
    memcpy(text->text + at, fault, strlen(fault));
}

static void errors_are_the_same_by_parts(void **state)
{
    (void)state;
    static const char *const faults[] = {"\"",      "x\"y",         "\"a\"b,",  "\xFF\xFE",
                                         "II,X,\n", ",,Quý 9,\n",   "-,bullet", "a),",
                                         ",x,y,z,", "Cộng,,,,,,5\n"};
    const struct read_options options = {.year = 2021};
    struct strbuf list = {0}, table = {0};
    add_list(&list, 7, "\n");
    add_table(&table, "\n");
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        for (unsigned share = 10; share < 1000; share += 980) {
            struct strbuf text = {0};
            strbuf_add(&text, i % 2 == 0 ? list.text : table.text,
                       i % 2 == 0 ? list.length : table.length);
            put(&text, share, faults[i]);
            struct read_options two = options;
            two.jobs = 1;
            char *one = dump(&text, &two);
            two.jobs = 3;
            char *several = dump(&text, &two);
            assert_true(strcmp(one, several) == 0);
            free(one);
            free(several);
            strbuf_release(&text);
        }
    strbuf_release(&list);
    strbuf_release(&table);
}

/* ---- Journals ---- */

static char *dump_journal(const struct strbuf *bytes, size_t jobs)
{
    struct journal journal = {.path = NULL, .jobs = jobs};
    struct journal_text text = {0};
    struct error_list errors = {0};
    struct strbuf out = {0};
    strbuf_add(&text.bytes, bytes->text, bytes->length);
    journal_text_read(&journal, &text, &errors);
    for (size_t i = 0; i < journal.count && errors.count == 0; i++) {
        const struct journal_entry *entry = &journal.entries[i];
        strbuf_addf(&out, "%llu %zu %s %s %d %s\n", (unsigned long long)entry->seq, entry->line,
                    entry->by, entry->task, (int)entry->status,
                    entry->note != NULL ? entry->note : "-");
    }
    strbuf_addf(&out, "%zu errors\n", errors.count);
    for (size_t i = 0; i < errors.count && i < ERROR_LIST_KEPT; i++)
        strbuf_addf(&out, "%zu %s\n", errors.items[i].location.line, errors.items[i].text);
    journal_release(&journal);
    journal_text_release(&text);
    return strbuf_detach(&out);
}

static void journals_are_the_same_by_parts(void **state)
{
    (void)state;
    for (unsigned fault = 0; fault < 3; fault++) {
        struct strbuf bytes = {0};
        strbuf_adds(&bytes, "seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,"
                            "evidence,voids\n");
        for (unsigned i = 1; i <= 40000; i++)
            strbuf_addf(&bytes,
                        "%u,2021-03-01T08:00:00+07:00,cán bộ %u,,III.%u,%s,2021-03-%02u,,,,\"Đã "
                        "gửi%s báo cáo\",,\"\"\n",
                        fault == 1 && i == 30001 ? 77 : i, i % 20, i % 6 + 1,
                        fault == 2 && i == 20000 ? "xong rồi" : "done", i % 28 + 1,
                        i % 100 == 0 ? "\n" : "");
        char *one = dump_journal(&bytes, 1), *several = dump_journal(&bytes, 3);
        assert_int_equal(strstr(one, "\n0 errors") != NULL, fault == 0);
        assert_true(strcmp(one, several) == 0);
        free(one);
        free(several);
        strbuf_release(&bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_index_is_run_once),
        cmocka_unit_test(lists_and_tables_are_the_same_by_parts),
        cmocka_unit_test(large_tables_are_read_by_parts),
        cmocka_unit_test(errors_are_the_same_by_parts),
        cmocka_unit_test(journals_are_the_same_by_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
