// SPDX-License-Identifier: MIT
/* Which task is which, and what each kind of change is called. */
#include "check.h"

#include "base/strbuf.h"
#include "base/word_diff.h"
#include "plan/diff/diff.h"
#include "read/builtin.h"
#include "read/plan_read.h"

#include <inttypes.h>
#include <stdio.h>

#define HEADER "id,title,output,lead,coordinating,schedule,budget\n"
#define CELLS ",Báo cáo,Văn phòng,,Quý 3,5\n"

static struct plan *read_plan(const char *text)
{
    struct source source = {.path = "plan.csv", .text = text, .length = strlen(text)};
    const struct read_options how = {0};
    struct error_list errors = {0};
    struct plan *plan = plan_read(&source, &how, &errors);
    if (plan == NULL)
        print_error("%zu: %s\n", errors.items[0].location.line, errors.items[0].text);
    assert_non_null(plan);
    return plan;
}

static void add_change(struct strbuf *out, const struct change *change)
{
    strbuf_addf(out, "%s%s ", out->length > 0 ? "\n" : "", change_kind_names[change->kind]);
    if (change->field != NULL && strcmp(change->field, "id") == 0) {
        strbuf_addf(out, "%s>%s", change->old_text, change->new_text);
        return;
    }
    size_t before = out->length;
    change_add_new_id(out, change);
    if (out->length == before)
        change_add_old_id(out, change);
    if (change->field != NULL)
        strbuf_addf(out, "%s%s", out->length > before ? " " : "", change->field);
}

/* The changes between two texts: «kind ID field» or «kind old>new», a line each. */
static void assert_changes(const char *old_text, const char *new_text, const char *wanted)
{
    struct plan *old = read_plan(old_text), *new = read_plan(new_text);
    struct agency_table agencies = {0};
    struct diff diff = {0};
    struct strbuf found = {0};
    struct error error;
    agency_table_add_own(&agencies, (struct plan *const[]){old, new}, 2, true);
    assert_int_equal(diff_run(&diff, old, new, &agencies, false, &error), 0);
    int64_t less = 0, more = 0, vnd;
    for (size_t i = 0; i < diff.count; i++) {
        add_change(&found, &diff.items[i]);
        less += change_old_vnd(&diff.items[i], &vnd) ? vnd : 0;
        more += change_new_vnd(&diff.items[i], &vnd) ? vnd : 0;
    }
    assert_string_equal(strbuf_text(&found), wanted);
    assert_int_equal(more - less, diff.after.budget_vnd - diff.before.budget_vnd);
    strbuf_release(&found);
    diff_release(&diff);
    agency_table_release(&agencies);
    plan_free(old);
    plan_free(new);
}

static void each_cell_has_its_kind(void **state)
{
    (void)state;
    static const struct {
        const char *old, *new, *wanted;
    } cases[] = {
        {"T,Báo cáo,Văn phòng,,Quý 3,5", "T,Báo cáo,Văn phòng,,Quý 3,5", ""},
        {"T một,,,,,", "T  một ,,,,,", ""},
        {"T một,,,,,", "T hai,,,,,", "reworded I.1 title"},
        {"T,Báo cáo,,,,", "T,,,,,", "reworded I.1 output"},
        {"T,,,,Quý 3,", "T,,,,Quý III,", "reworded I.1 schedule"},
        {"T,,,,Quý 2 -3,", "T,,,,Quý 2 - Quý 3,", "reworded I.1 schedule"},
        {"T,,,,Quý 3,", "T,,,,Quý 4,", "rescheduled I.1 schedule"},
        {"T,,,,Cả năm,", "T,,,,Hằng quý,", "rescheduled I.1 schedule"},
        {"T,,,,Khi rảnh,", "T,,,,Lúc khác,", "rescheduled I.1 schedule"},
        {"T,,,,Quý 3,", "T,,,,,", "rescheduled I.1 schedule"},
        {"T,,Văn phòng,,,", "T,,VP Sở,,,", "reworded I.1 lead"},
        {"T,,\"Phòng A; Phòng B\",,,", "T,,\"Phòng B, Phòng A\",,,", "reworded I.1 lead"},
        {"T,,Phòng A,,,", "T,,\"Phòng A, Phòng B\",,,", "reassigned I.1 lead"},
        {"T,,,Phòng A,,", "T,,,Phòng B,,", "reassigned I.1 coordinating"},
        {"T,,,,,1.000", "T,,,,,1000", ""},
        {"T,,,,,5", "T,,,,,5 triệu", ""},
        {"T,,,,,5", "T,,,,,5 tỷ", "rebudgeted I.1 budget"},
        {"T,,,,,0", "T,,,,,", "rebudgeted I.1 budget"},
        {"T,,,,,Theo quy định", "T,,,,,7", "rebudgeted I.1 budget"},
        {"T,,,,,Theo quy định", "T,,,,,theo quy định", "reworded I.1 budget"},
        {"T,,A,,Quý 1,1", "T,,B,,Quý 2,2",
         "reassigned I.1 lead\nrescheduled I.1 schedule\nrebudgeted I.1 budget"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char old[256], new[256];
        snprintf(old, sizeof old, HEADER "I.1,%s\n", cases[i].old);
        snprintf(new, sizeof new, HEADER "I.1,%s\n", cases[i].new);
        assert_changes(old, new, cases[i].wanted);
    }
}

#define A "Rà soát thủ tục hành chính"
#define B "Tập huấn ứng dụng công nghệ"
#define C "Đánh giá cán bộ cuối năm"
#define D "Niêm yết công khai hồ sơ"
#define OLD_PLAN HEADER "I.1," A CELLS "I.2," B CELLS "I.3," C CELLS "II.1," D CELLS

static void tasks_are_found_again(void **state)
{
    (void)state;
    static const struct {
        const char *new, *wanted;
    } cases[] = {
        /* one comes, goes, or both */
        {HEADER "I.1," A CELLS "I.2,Mới tinh" CELLS "I.3," B CELLS "I.4," C CELLS "II.1," D CELLS,
         "added I.2\nrenumbered I.2>I.3\nrenumbered I.3>I.4"},
        {HEADER "I.1," B CELLS "I.2," C CELLS "II.1," D CELLS,
         "removed I.1\nrenumbered I.2>I.1\nrenumbered I.3>I.2"},
        {HEADER "I.1," A CELLS "I.3," C CELLS "II.1," D CELLS, "removed I.2"},
        {HEADER "I.1," A CELLS "I.2,Mới tinh,X,Y,,Z,\nI.3," C CELLS "II.1," D CELLS,
         "removed I.2\nadded I.2"},
        /* another title where all else is the same */
        {HEADER "I.1," A CELLS "I.2,Mới tinh" CELLS "I.3," C CELLS "II.1," D CELLS,
         "reworded I.2 title"},
        /* numbers shift and a title changes */
        {HEADER "I.1,Mới tinh,X,Y,,Z,\nI.2," A CELLS "I.3," B " thông tin" CELLS "I.4," C CELLS
                "II.1," D CELLS,
         "added I.1\nrenumbered I.2>I.3\nreworded I.3 title\nrenumbered I.1>I.2\n"
         "renumbered I.3>I.4"},
        /* to another section, and within one */
        {HEADER "I.1," B CELLS "I.2," C CELLS "II.1," D CELLS "II.2," A CELLS,
         "moved I.1>II.2\nrenumbered I.2>I.1\nrenumbered I.3>I.2"},
        {HEADER "I.1," C CELLS "I.2," A CELLS "I.3," B CELLS "II.1," D CELLS,
         "moved I.3>I.1\nrenumbered I.1>I.2\nrenumbered I.2>I.3"},
        {HEADER "I.3," C CELLS "II.1," D CELLS "I.2," B CELLS "I.1," A CELLS, ""},
        /* a section comes between */
        {HEADER "I.1," A CELLS "I.2," B CELLS "I.3," C CELLS
                "II.1,Mới tinh,X,Y,,Z,\nIII.1," D CELLS,
         "added II.1\nadded III section_title\nmoved II.1>III.1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_changes(OLD_PLAN, cases[i].new, cases[i].wanted);
}

static void sections_are_found_by_title(void **state)
{
    (void)state;
    static const char header[] = "section,section_title,number,title\n";
    char old[256], new[256];
    snprintf(old, sizeof old, "%sI,Thể chế,1,%s\nII,Bộ máy,1,%s\n", header, A, B);
    snprintf(new, sizeof new, "%sI,Thể chế,1,%s\nII,Tài chính,1,%s\nIII,Bộ máy,1,%s\n", header, A,
             D, B);
    assert_changes(old, new,
                   "added II section_title\nadded II.1\nrenumbered II>III\nrenumbered II.1>III.1");
    snprintf(new, sizeof new, "%sI,Cải cách thể chế,1,%s\nII,Bộ máy,1,%s\n", header, A, B);
    assert_changes(old, new, "reworded I section_title");
}

static void kept_columns_and_years_count(void **state)
{
    (void)state;
    assert_changes("id,title,Lý do\nI.1,T,a\n", "id,title,Lý do\nI.1,T,b\n", "reworded I.1 Lý do");
    assert_changes("id,title,Lý do\nI.1,T,\n", "id,title\nI.1,T\n", "");
    assert_changes("Kế hoạch năm 2021,,\nid,title,schedule\nI.1,T,Quý 1\n",
                   "Kế hoạch năm 2022,,\nid,title,schedule\nI.1,T,Quý I\n",
                   "rescheduled year\nreworded I.1 schedule");
}

static void assert_words(const char *old, const char *new, const char *wanted)
{
    static const char marks[] = {'=', '-', '+'};
    struct word_diff diff = {0};
    struct strbuf found = {0};
    word_diff_run(&diff, old, new);
    for (size_t i = 0; i < diff.count; i++) {
        strbuf_addf(&found, "%s%c", i > 0 ? "|" : "", marks[diff.runs[i].side]);
        strbuf_add(&found, diff.runs[i].text, diff.runs[i].length);
    }
    assert_string_equal(strbuf_text(&found), wanted);
    assert_int_equal(words_are_same(old, new),
                     strchr(wanted, '-') == NULL && strchr(wanted, '+') == NULL);
    strbuf_release(&found);
    word_diff_release(&diff);
}

static void words_are_told_apart(void **state)
{
    (void)state;
    assert_words("", "", "");
    assert_words("a b", " a\n b ", "=a\n b");
    assert_words("", "a b", "+a b");
    assert_words("a", "", "-a");
    assert_words("a b c", "a x c", "=a|-b|+x|=c");
    assert_words("a b c d", "b c d e", "-a|=b c d|+e");
    assert_words("a b a", "a", "=a|-b a");
    assert_words("Quý 3", "Quý III", "=Quý|-3|+III");
    assert_words("TTHC, xã", "TTHC xã", "-TTHC,|+TTHC|=xã");
}

/* Where a table of words would be too large, the stretch is replaced as a whole. */
static void long_texts_end_soon(void **state)
{
    (void)state;
    struct strbuf old = {0}, new = {0};
    for (int i = 0; i < 3000; i++) {
        strbuf_addf(&old, "a%d ", i);
        strbuf_addf(&new, "a%d ", i * 2 + 1);
    }
    struct word_diff diff = {0};
    word_diff_run(&diff, old.text, new.text);
    assert_int_equal(diff.count, 2);
    word_diff_release(&diff);
    strbuf_release(&old);
    strbuf_release(&new);
}

/* Every title of a large plan has changed, and every number. */
static void large_plans_are_matched(void **state)
{
    (void)state;
    enum { TASKS = 3000 };
    struct strbuf old = {0}, new = {0};
    strbuf_adds(&old, "id,title\n");
    strbuf_adds(&new, "id,title\n");
    for (unsigned i = 0; i < TASKS; i++) {
        unsigned x = i * 2654435761U;
        strbuf_addf(&old, "I.%u,Thực hiện w%u v%u u%u theo kế hoạch\n", i + 1, x % 97, x % 89,
                    x % 83);
        strbuf_addf(&new, "I.%u,Triển khai w%u v%u u%u theo kế hoạch\n", TASKS - i, x % 97, x % 89,
                    x % 83);
    }
    struct plan *a = read_plan(old.text), *b = read_plan(new.text);
    struct agency_table agencies = {0};
    struct diff diff = {0};
    struct error error;
    assert_int_equal(diff_run(&diff, a, b, &agencies, false, &error), 0);
    assert_int_equal(diff.counts[CHANGE_ADDED], 0);
    assert_int_equal(diff.counts[CHANGE_REMOVED], 0);
    assert_int_equal(diff.counts[CHANGE_REWORDED], TASKS);
    diff_release(&diff);
    plan_free(a);
    plan_free(b);
    strbuf_release(&old);
    strbuf_release(&new);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_cell_has_its_kind),
        cmocka_unit_test(tasks_are_found_again),
        cmocka_unit_test(sections_are_found_by_title),
        cmocka_unit_test(kept_columns_and_years_count),
        cmocka_unit_test(words_are_told_apart),
        cmocka_unit_test(long_texts_end_soon),
        cmocka_unit_test(large_plans_are_matched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
