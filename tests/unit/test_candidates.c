// SPDX-License-Identifier: MIT
/* What a word may become: which candidates are written, and what of them never is. */
#include "check.h"

#include "cmd/candidates.h"
#include "cmd/cmd.h"

#include <stdio.h>

/* What is written of the words for what is typed; the caller frees it. */
static char *complete(const char *const *words, const char *before, const char *typed,
                      bool anywhere)
{
    struct candidates list = {0};
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    candidates_add_words(&list, words);
    candidates_write(&list, before, typed, anywhere, out);
    fclose(out);
    candidates_release(&list);
    return text;
}

static void the_nearest_way_of_being_alike_counts(void **state)
{
    (void)state;
    static const char *const offices[] = {"Sở Nội vụ", "Số hóa", "SO NHA", "Phòng Số", NULL};
    static const struct {
        const char *typed;
        bool anywhere;
        const char *written;
    } cases[] = {
        {"Sở", true, "Sở Nội vụ\n"},
        {"so", true, "Sở Nội vụ\nSố hóa\nSO NHA\n"},
        {"so n", true, "Sở Nội vụ\nSO NHA\n"},
        {"  so   n", true, "Sở Nội vụ\nSO NHA\n"},
        {"So\xCC\x9B\xCC\x89 N", true, "Sở Nội vụ\nSO NHA\n"}, /* NFD */
        {"g so", true, "Phòng Số\n"},
        {"g so", false, ""},
        {"", false, "Sở Nội vụ\nSố hóa\nSO NHA\nPhòng Số\n"},
        {"x", true, ""},
        {"\xC3", true, ""},
        {"S\n", true, ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *text = complete(offices, "", cases[i].typed, cases[i].anywhere);
        assert_string_equal(text, cases[i].written);
        free(text);
    }
}

static void what_stands_before_stays(void **state)
{
    (void)state;
    static const char *const words[] = {"III", "IV", NULL};
    char *text = complete(words, "--section=I,", "IV", false);
    assert_string_equal(text, "--section=I,IV\n");
    free(text);
    text = complete(words, "--section=\x1b", "IV", false);
    assert_string_equal(text, "");
    free(text);
}

static void hostile_text_stays_on_its_line(void **state)
{
    (void)state;
    struct candidates list = {0};
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    static const char *const refused[] = {"",      "a\nb",         "a\tb",         "\x1b[31m",
                                          "a\x7f", "\xE2\x80\xAE", "\xE2\x80\x8B", "\xFF"};
    for (size_t i = 0; i < COUNT(refused); i++)
        candidates_add(&list, refused[i], NULL);
    assert_int_equal(list.count, 0);
    candidates_add(&list, "$(x)", "two\nlines\t\x1b[31m\xE2\x80\xAE");
    candidates_add(&list, "$(x)", "another");
    candidates_add(&list, "b", "");
    candidates_write(&list, "", "", false, out);
    fflush(out);
    assert_string_equal(text, "$(x)\ttwo lines \\x1b[31m\\u202e\nb\n");
    candidates_remove(&list, "$(x)");
    assert_int_equal(list.count, 1);
    assert_string_equal(list.items[0].value, "b");
    fclose(out);
    free(text);
    candidates_release(&list);
}

/* ---- A line that is still being typed ---- */

static int parse(struct command_line *line, const char *const *words)
{
    char *argv[10];
    int argc = 0;
    struct error error;
    for (; words[argc] != NULL; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc];
    return command_line_parse(line, cmd_table, argc, argv, &error);
}
#define PARSE(line, ...) parse(line, (const char *const[]){"cchc", __VA_ARGS__, NULL})

static void a_line_says_what_it_waits_for(void **state)
{
    (void)state;
    struct command_line line = {0};
    assert_int_equal(PARSE(&line, "list", "--section"), -1);
    assert_string_equal(line.awaiting->name, "section");
    command_line_release(&line);
    assert_int_equal(PARSE(&line, "list", "--section", "I", "-p"), -1);
    assert_string_equal(line.awaiting->name, "plan");
    command_line_release(&line);
    assert_int_equal(PARSE(&line, "list", "--nosuch", "I"), -1);
    assert_null(line.awaiting);
    assert_int_equal(line.at, 2);
    command_line_release(&line);
    assert_int_equal(PARSE(&line, "list", "--section=I"), 0);
    assert_null(line.awaiting);
    assert_false(line.options_ended);
    command_line_release(&line);
    assert_int_equal(PARSE(&line, "list", "--", "--section"), 0);
    assert_true(line.options_ended);
    assert_int_equal(line.operand_count, 1);
    command_line_release(&line);
}

/* Each row of the tables names values that there are, so that completion offers what is taken. */
static void every_operand_has_a_use(void **state)
{
    (void)state;
    for (const struct cmd *const *cmd = cmd_table; *cmd != NULL; cmd++) {
        bool takes = *(*cmd)->operands != '\0';
        bool offers = (*cmd)->operand_words != NULL || (*cmd)->operand_values[0] != VALUES_ANY;
        if (strcmp((*cmd)->name, "undo") != 0) /* numbers of entries */
            assert_int_equal(takes, offers);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_way_of_being_alike_counts),
        cmocka_unit_test(what_stands_before_stays),
        cmocka_unit_test(hostile_text_stays_on_its_line),
        cmocka_unit_test(a_line_says_what_it_waits_for),
        cmocka_unit_test(every_operand_has_a_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
