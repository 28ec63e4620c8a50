// SPDX-License-Identifier: MIT
/* Commands without a process: on memory streams, twice in a row. */
#include "check.h"

#include "cmd/cmd.h"

#include <stdio.h>

static struct date some_day(void)
{
    return date_make(2021, 5, 1);
}

struct answer {
    char *out, *err;
    size_t out_length, err_length;
    int code;
};

static struct answer run_at(char **argv, bool terminal)
{
    struct answer answer = {0};
    int argc = 0;
    while (argv[argc] != NULL)
        argc++;
    struct cmd_ctx ctx = {
        .out = open_memstream(&answer.out, &answer.out_length),
        .err = open_memstream(&answer.err, &answer.err_length),
        .terminal = terminal,
        .today = some_day,
        .width_is_set = true,
        .style = {.width = 80},
    };
    answer.code = cmd_main(&ctx, argc, argv);
    fclose(ctx.out);
    fclose(ctx.err);
    return answer;
}

static struct answer run(char **argv)
{
    return run_at(argv, false);
}

static void answer_free(struct answer *answer)
{
    free(answer->out);
    free(answer->err);
}

static void no_excel_file_goes_to_a_terminal(void **state)
{
    (void)state;
    char *line[] = {"cchc", "export", "xlsx", NULL};
    struct answer answer = run_at(line, true);
    assert_int_equal(answer.code, 2);
    assert_non_null(strstr(answer.err, "--output FILE.xlsx"));
    assert_int_equal(answer.out_length, 0);
    answer_free(&answer);
}

static void commands_run_again_with_the_same_answer(void **state)
{
    (void)state;
    char *lines[][8] = {
        {"cchc", NULL},
        {"cchc", "list", "--section", "III", NULL},
        {"cchc", "due", "--format", "json", NULL},
        {"cchc", "budget", "--by", "lead", "--lang", "vi", NULL},
        {"cchc", "show", "V.1", "--format", "jsonl", NULL},
        {"cchc", "help", "list", NULL},
        {"cchc", "check", "--fail-on", "note", "--ignore", "numbering", NULL},
        {"cchc", "diff", "data/plan-2021.csv", "tests/data/plan-2021-adjusted.csv", NULL},
        {"cchc", "lst", NULL},
    };
    static const int codes[] = {0, 0, 0, 0, 0, 0, 1, 1, 2};
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct answer first = run(lines[i]), second = run(lines[i]);
        assert_int_equal(first.code, codes[i]);
        assert_int_equal(second.code, first.code);
        assert_string_equal(first.out, second.out);
        assert_string_equal(first.err, second.err);
        answer_free(&first);
        answer_free(&second);
    }
}

static void today_is_the_default_as_of(void **state)
{
    (void)state;
    char *line[] = {"cchc", "due", "--format", "csv", "--columns", "id,days_left", NULL};
    struct answer answer = run(line);
    assert_string_equal(answer.out, "id,days_left\nV.5,60\nVII.3,60\nIII.2,152\nVI.1,152\nI.1,\n");
    answer_free(&answer);
}

static void a_stream_that_fails_is_no_success(void **state)
{
    (void)state;
    char *line[] = {"cchc", "list", NULL};
    char room[64], *text = NULL;
    size_t length;
    struct cmd_ctx ctx = {
        .out = fmemopen(room, sizeof room, "w"),
        .err = open_memstream(&text, &length),
        .today = some_day,
        .style = {.width = 80},
    };
    assert_int_equal(cmd_main(&ctx, 2, line), 4);
    fclose(ctx.out);
    fclose(ctx.err);
    assert_non_null(strstr(text, "cannot write"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_run_again_with_the_same_answer),
        cmocka_unit_test(no_excel_file_goes_to_a_terminal),
        cmocka_unit_test(today_is_the_default_as_of),
        cmocka_unit_test(a_stream_that_fails_is_no_success),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
