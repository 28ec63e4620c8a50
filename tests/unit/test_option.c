// SPDX-License-Identifier: MIT
/* Options become fields of a command's struct, each by the type of its field. */
#include "check.h"

#include "cmd/cmd.h"

static const char *const colours[] = {"red", "green", NULL};

struct paint {
    bool wet;
    const char *name;
    struct option_values layers;
    int colour;
    size_t coats;
    struct date until;
};
#define PAINT(field) OPTION_FIELD(struct paint, field)
static const struct option paint_items[] = {
    {"wet", 0, NULL, "wet", PAINT(wet)},
    {"name", 0, "NAME", "its name", PAINT(name)},
    {"layer", 0, "LAYER", "a layer", PAINT(layers)},
    {"colour", 0, "COLOUR", "which", PAINT(colour), .words = colours, .otherwise = -1},
    {"coats", 0, "N", "how many", PAINT(coats), .min = 1, .max = 9, .unset = 3},
    {"until", 0, "DATE", "how long", PAINT(until)},
};
static const struct option_group paint_group = {"Paint:", OPTION_ITEMS(paint_items)};

/* Its --colour hides paint's, as `due`'s --quarter hides the filter. */
struct frame {
    const char *colour;
};
static const struct option frame_items[] = {
    {"colour", 0, "TEXT", "of the frame", OPTION_FIELD(struct frame, colour)}};
static const struct option_group frame_group = {"Frame:", OPTION_ITEMS(frame_items)};

struct picture {
    struct paint paint;
    struct query query;
    struct frame frame;
};
static const struct option_use paint_uses[] = {
    {&paint_group, offsetof(struct picture, paint)},
    {&filter_option_group, offsetof(struct picture, query)},
    {NULL, 0}};
static const struct option_use framed_uses[] = {{&frame_group, offsetof(struct picture, frame)},
                                                {&paint_group, offsetof(struct picture, paint)},
                                                {NULL, 0}};
static const struct cmd paint = {.name = "paint", .options = paint_uses};
static const struct cmd framed = {.name = "frame", .options = framed_uses};
static const struct cmd *const commands[] = {&paint, &framed, NULL};

/* Reads a line of at most 9 words into the picture; the caller releases it. */
static struct date some_day(void)
{
    return date_make(2021, 3, 1);
}

static int read_line(const char *const *words, struct picture *picture, struct error *error)
{
    char *argv[10];
    int argc = 0;
    struct command_line line = {0};
    for (; words[argc] != NULL; argc++)
        argv[argc] = (char *)(uintptr_t)words[argc];
    struct option_target targets[] = {{paint_uses, picture}, {NULL, NULL}};
    options_init(&targets[0]);
    int status = command_line_parse(&line, commands, argc, argv, error);
    if (status == 0) {
        targets[0].uses = line.cmd != NULL ? line.cmd->options : paint_uses;
        status =
            options_read(&line, targets, "paint", &(struct option_clock){.today = some_day}, error);
    }
    command_line_release(&line);
    return status;
}

#define READ(picture, ...)                                                                         \
    read_line((const char *const[]){"cchc", __VA_ARGS__, NULL}, picture, &error)

static void release(struct picture *picture)
{
    options_release(&(struct option_target){paint_uses, picture});
}

static void fields_are_set_by_their_types(void **state)
{
    (void)state;
    struct picture picture = {0};
    struct error error;
    assert_int_equal(
        READ(&picture, "--coats", "5", "paint", "--wet", "--name=a", "--layer", "x", "--layer=y"),
        0);
    assert_true(picture.paint.wet);
    assert_string_equal(picture.paint.name, "a");
    assert_int_equal(picture.paint.layers.count, 2);
    assert_string_equal(picture.paint.layers.items[1], "y");
    assert_int_equal(picture.paint.coats, 5);
    assert_int_equal(picture.paint.colour, -1);
    assert_false(date_is_set(picture.paint.until));
    release(&picture);
    assert_int_equal(READ(&picture, "paint", "--until", "30/6/2021", "--colour", "green"), 0);
    assert_int_equal(date_compare(picture.paint.until, date_make(2021, 6, 30)), 0);
    assert_int_equal(picture.paint.colour, 1);
    assert_int_equal(picture.paint.coats, 3);
    release(&picture);
}

static void filters_become_conditions(void **state)
{
    (void)state;
    struct picture picture = {0};
    struct error error;
    assert_int_equal(READ(&picture, "paint", "--section", "III,iv", "--budget", ">=1,5"), 0);
    assert_int_equal(picture.query.count, 3);
    assert_int_equal(picture.query.items[1].field, QUERY_SECTION);
    assert_int_equal(picture.query.items[1].number, 4);
    assert_int_equal(picture.query.items[2].op, QUERY_AT_LEAST);
    assert_int_equal(picture.query.items[2].number, 1500000);
    release(&picture);
}

static void the_first_group_of_a_command_has_the_name(void **state)
{
    (void)state;
    struct picture picture = {0};
    struct error error;
    assert_int_equal(READ(&picture, "frame", "--colour", "gold"), 0);
    assert_string_equal(picture.frame.colour, "gold");
    assert_int_equal(picture.paint.colour, -1);
    release(&picture);
}

static void what_is_wrong_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *words[4];
        const char *message;
    } cases[] = {
        {{"paint", "--colour", "gren"},
         "--colour cannot be «gren»: did you mean «green»? (red, green)"},
        {{"paint", "--colour", "x"}, "--colour cannot be «x»: expected one of red, green"},
        {{"paint", "--coats", "10"}, "--coats «10»: expected a number from 1 to 9"},
        {{"paint", "--until", "31/6/2021"},
         "--until «31/6/2021»: expected a date as 2021-06-30 or 30/06/2021, or today, "
         "yesterday, -7d or +14d"},
        {{"paint", "--wet=yes"}, "--wet takes no value"},
        {{"paint", "--name", ""}, "--name has an empty value"},
        {{"paint", "--name"}, "--name needs a value: its name"},
        {{"paint", "--colur", "red"}, "no option «--colur»: did you mean «--colour»?"},
        {{"frame", "--section", "I"}, "paint takes no --section"},
        {{"pant"}, "no command «pant»: did you mean «paint»?"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct picture picture = {0};
        struct error error = {0};
        const char *words[6] = {"cchc"};
        for (size_t j = 0; j < 4 && cases[i].words[j] != NULL; j++)
            words[j + 1] = cases[i].words[j];
        assert_int_equal(read_line(words, &picture, &error), -1);
        assert_int_equal(error.code, ERROR_USAGE);
        assert_string_equal(error.text, cases[i].message);
        release(&picture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_set_by_their_types),
        cmocka_unit_test(filters_become_conditions),
        cmocka_unit_test(the_first_group_of_a_command_has_the_name),
        cmocka_unit_test(what_is_wrong_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
