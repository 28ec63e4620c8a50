// SPDX-License-Identifier: MIT
/* Long lists of rows as JSON: however many threads read them, the plans and the errors are one
 * thread's. */
#include "check.h"

#include "base/strbuf.h"
#include "read/formats.h"
#include "read/plan_read.h"
#include "read/split/split.h"

#include <stdio.h>

enum { LONG = 4 * 1024 * 1024 + 4096, PLAN_TASKS = 300 };

/* How rows may follow one another. */
struct form {
    const char *open, *between, *close;
    const char *colon; /* and comma, within a row */
};

static const struct form forms[] = {
    {"", "\n", "\n", "\": \""},         {"\r\n", "\r\n", "", "\":\""},
    {"", "\n\n \t", "\n", "\":\n\t\""}, {"[\n", ",\n", "\n]\n", "\":\""},
    {"[", "\r\n, ", "]", "\": \""},     {" [\n  ", ",\n  ", "\n] ", "\":\n    \""},
};

static void add_cell(struct strbuf *text, const struct form *form, const char *key,
                     const char *cell)
{
    bool first = text->text[text->length - 1] == '{';
    strbuf_addf(text, "%s\"%s%s%s\"", first ? "" : ",", key, form->colon, cell);
}

static void add_row(struct strbuf *text, const struct form *form, size_t index)
{
    static const char *const sections[] = {"I", "II", "III", "IX"};
    static const char *const budgets[] = {"0", "12,5", "Theo quy định", "", "1.250", "3 tỷ"};
    char cell[64];
    snprintf(cell, sizeof cell, "so-%03zu", index / PLAN_TASKS);
    strbuf_adds(text, "{");
    if (form->colon[3] == '\0')
        add_cell(text, form, "plan", cell);
    add_cell(text, form, "section", sections[index % 7 % 4]);
    snprintf(cell, sizeof cell, "%zu", index % PLAN_TASKS + 1);
    add_cell(text, form, "number", cell);
    strbuf_addf(text, ",\"title%sNhiệm vụ số %zu «},\\n{» ", form->colon, index);
    for (size_t i = 0; i < 600; i += 24)
        strbuf_adds(text, "thủ tục hành chính, ");
    strbuf_adds(text, "\"");
    add_cell(text, form, "lead", index % 3 == 0 ? "S\\u1edf N\\u1ed9i v\\u1ee5" : "Văn phòng");
    if (index % 5 == 0)
        strbuf_addf(text, ",\"coordinating\":null,\"budget\": %zu.5", index % 100);
    else
        add_cell(text, form, "budget", budgets[index % 6]);
    add_cell(text, form, "schedule", index % 2 == 0 ? "Quý 2" : "Tháng 6/2021");
    add_cell(text, form, "ghi chú", index % 4 == 0 ? "a" : "");
    strbuf_adds(text, "}");
}

/* `fault` takes the place of the row with that number. */
static void write_list(struct strbuf *text, const struct form *form, size_t at, const char *fault)
{
    strbuf_clear(text);
    strbuf_adds(text, form->open);
    for (size_t i = 0; text->length < LONG; i++) {
        strbuf_adds(text, i > 0 ? form->between : "");
        if (fault != NULL && i == at)
            strbuf_adds(text, fault);
        else
            add_row(text, form, i);
    }
    strbuf_adds(text, form->close);
}

static const char *shown(const char *text)
{
    return text != NULL ? text : "-";
}

static void describe_task(struct strbuf *out, const struct plan *plan, const struct task *task)
{
    strbuf_addf(out, "%s:%s.%s %u %d %lld %d", plan->id, task->section->code, task->number,
                task->line, task->budget.kind, (long long)task->budget.vnd, task->schedule->kind);
    for (int field = 0; field < TASK_FIELDS; field++)
        strbuf_addf(out, "|%.40s", shown(task->text[field]));
    for (size_t i = 0; i < task->extra->count; i++)
        strbuf_addf(out, "|%s=%s", plan->extra_names[i], shown(task->extra->cells[i]));
    for (int field = 0; field <= TASK_FIELDS && task->extra->locations != NULL; field++)
        strbuf_addf(out, " %zu:%zu", task->extra->locations[field].line,
                    task->extra->locations[field].column);
    strbuf_addc(out, '\n');
    assert_ptr_equal(task->section->plan, plan);
}

/* All that a reader may have got wrong, as text; a plan as NULL is its errors. */
static void describe(struct strbuf *out, const struct plan *plan, const struct error_list *errors)
{
    strbuf_clear(out);
    for (; plan != NULL; plan = plan->next) {
        strbuf_addf(out, "%s %d %zu\n", plan->id, plan->year, plan->extra_count);
        for (size_t i = 0; i < plan->section_count; i++)
            strbuf_addf(out, "%s %u\n", plan->sections[i]->code, plan->sections[i]->line);
        for (size_t i = 0; i < plan->task_count; i++)
            describe_task(out, plan, plan->tasks[i]);
    }
    strbuf_addf(out, "%zu errors\n", errors->count);
    for (size_t i = 0; i < errors->count && i < ERROR_LIST_KEPT; i++)
        strbuf_addf(out, "%zu:%zu: %s\n", errors->items[i].location.line,
                    errors->items[i].location.column, errors->items[i].text);
}

static void read_with(struct strbuf *out, const struct strbuf *text, size_t jobs,
                      const struct read_options *options)
{
    struct source source = {
        .path = "list.jsonl", .text = text->text, .length = text->length, .jobs = jobs};
    struct error_list errors = {0};
    assert_int_equal(source_check(&source, NULL, &errors), 0);
    struct plan *plan = plan_read(&source, options, &errors);
    describe(out, plan, &errors);
    plan_free(plan);
    source_release(&source);
}

static void assert_same_with_jobs(const struct strbuf *text, size_t jobs,
                                  const struct read_options *options)
{
    struct strbuf one = {0}, several = {0};
    read_with(&one, text, 1, options);
    read_with(&several, text, jobs, options);
    if (strcmp(one.text, several.text) != 0) {
        size_t at = 0;
        while (one.text[at] == several.text[at])
            at++;
        print_error("%zu jobs: %.200s\none job: %.200s\n", jobs, several.text + at, one.text + at);
    }
    assert_true(strcmp(one.text, several.text) == 0);
    strbuf_release(&one);
    strbuf_release(&several);
}

/* Several threads do read it: nothing sends it back to one. */
static void assert_read_in_parts(const struct strbuf *text)
{
    struct source source = {
        .path = "list.jsonl", .text = text->text, .length = text->length, .jobs = 3};
    struct error_list errors = {0};
    struct plan_builder builder;
    assert_int_equal(source_check(&source, NULL, &errors), 0);
    plan_builder_init(&builder, &source, &errors);
    builder.read_rows = split_read_rows;
    assert_int_equal(json_plan_read(&builder), 0);
    assert_int_equal(errors.count, 0);
    plan_free(builder.plan);
    plan_builder_release(&builder);
    source_release(&source);
}

static void any_number_of_threads_reads_the_same(void **state)
{
    (void)state;
    static const size_t jobs[] = {2, 3, 7, 2, 3, 7};
    static const unsigned third[] = {3};
    struct strbuf text = {0};
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct read_options options = {.year = 2021, .keep_locations = i % 2 == 0};
        if (i % 3 == 2) {
            options.skipped = 1U << TASK_TITLE | 1U << TASK_LEAD;
            options.sections = third;
            options.section_count = 1;
        }
        write_list(&text, &forms[i], 0, NULL);
        assert_read_in_parts(&text);
        assert_same_with_jobs(&text, jobs[i], &options);
    }
    strbuf_release(&text);
}

/* Whatever is wrong, and wherever: the same errors at the same places. */
static void errors_are_those_of_one_thread(void **state)
{
    (void)state;
    static const char *const faults[] = {
        "{\"section\":\"I\",\"number\":\"1\",\"title\":\"a\nb\"}",
        "{\"section\":\"I\",\"number\":\"0\",\"title\":[],\"x\":{}}",
        "{\"plan\":\"so\",\"section\":\"I\",\"number\":\"1\",\"budget\":\"1,000\",\"budget\":\"\"}",
        "7",
        "{\"plan\":\"so\",\"section\":\"I\",\"number\":\"1\",\"title\":\"A\",\"cột\":\"new\"}",
        "{\"plan\":\"so\",\"section\":\"I\",\"number\":\"1\",\"title\":\"A\"},\n{",
        "{\"plan\":\"so\",\"section\":\"I\",\"number\":\"1\",\"title\":\"A\"}]\n[{}",
        "{\"plan\":\"so\",\"section\":\"I\",\"number\":\"1\",\"title\":\"A\",\"x\":[{},\n{}]}",
    };
    static const size_t rows[] = {1, 1500, 3000};
    struct strbuf text = {0};
    for (size_t i = 0; i < COUNT(faults) * 2; i++) {
        struct read_options options = {.year = 2021};
        write_list(&text, &forms[i % 2 == 0 ? 0 : 3], rows[i / 2 % COUNT(rows)], faults[i / 2]);
        assert_same_with_jobs(&text, 3, &options);
    }
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_reads_the_same),
        cmocka_unit_test(errors_are_those_of_one_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
