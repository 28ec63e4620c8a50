// SPDX-License-Identifier: MIT
/* Catalogues of messages that somebody else wrote, and what is not taken from them. */
#include "check.h"

#include "base/catalogue.h"
#include "base/conversions.h"
#include "base/lang.h"
#include "base/strbuf.h"

static const char header[] = "Language: xx\nContent-Type: text/plain; charset=UTF-8\n"
                             "Plural-Forms: nplurals=2; plural=n > 1;\n";

struct message {
    const char *english, *translation;
    size_t length; /* of a translation with several forms; 0: up to its NUL */
};

static void add_number(struct strbuf *out, uint32_t number, bool swapped)
{
    for (int i = 0; i < 4; i++)
        strbuf_addc(out, (char)(number >> 8 * (swapped ? 3 - i : i)));
}

static size_t length_of(const struct message *message, int table)
{
    const char *text = table == 0 ? message->english : message->translation;
    return table == 1 && message->length > 0 ? message->length : strlen(text);
}

/* A .mo file of the messages, which are sorted, in little-endian order or in the other one. */
static struct strbuf make(const struct message *messages, size_t count, bool swapped)
{
    struct strbuf out = {0};
    const uint32_t head = 28, table = (uint32_t)(8 * count);
    const uint32_t numbers[] = {0x950412de, 0, (uint32_t)count, head, head + table, 0, 0};
    for (size_t i = 0; i < COUNT(numbers); i++)
        add_number(&out, numbers[i], swapped);
    uint32_t offset = head + 2 * table;
    for (int kind = 0; kind < 2; kind++)
        for (size_t i = 0; i < count; i++) {
            add_number(&out, (uint32_t)length_of(&messages[i], kind), swapped);
            add_number(&out, offset, swapped);
            offset += (uint32_t)length_of(&messages[i], kind) + 1;
        }
    for (int kind = 0; kind < 2; kind++)
        for (size_t i = 0; i < count; i++)
            strbuf_add(&out, kind == 0 ? messages[i].english : messages[i].translation,
                       length_of(&messages[i], kind) + 1);
    return out;
}

static void messages_are_found_in_either_byte_order(void **state)
{
    static const struct message messages[] = {
        {"", header, 0},
        {"%s of %s", "%2$s : %1$s", 0},
        {"Task", "Tâche", 0},
        {"field\004note", "remarque", 0},
        {"task", "tâche\0tâches", sizeof "tâche\0tâches" - 1},
    };
    (void)state;
    for (int swapped = 0; swapped < 2; swapped++) {
        struct strbuf bytes = make(messages, COUNT(messages), swapped != 0);
        struct catalogue catalogue;
        struct error error;
        assert_int_equal(catalogue_open(&catalogue, bytes.text, bytes.length, &error), 0);
        assert_string_equal(catalogue_find(&catalogue, "Task", 1), "Tâche");
        assert_string_equal(catalogue_find(&catalogue, "%s of %s", 1), "%2$s : %1$s");
        assert_string_equal(catalogue_find(&catalogue, "field\004note", 1), "remarque");
        assert_null(catalogue_find(&catalogue, "note", 1));
        assert_string_equal(catalogue_find(&catalogue, "task", 1), "tâche");
        assert_string_equal(catalogue_find(&catalogue, "task", 0), "tâche");
        assert_string_equal(catalogue_find(&catalogue, "task", 2), "tâches");
        strbuf_release(&bytes);
    }
}

static void hostile_translations_are_none(void **state)
{
    static const struct message messages[] = {
        {"", header, 0},
        {"%d tasks", "%s tasks", 0},
        {"bidi", "\xE2\x80\xAE", 0},
        {"bytes", "\xC3(", 0},
        {"empty", "", 0},
        {"escape", "\x1b[2J", 0},
        {"plain", "%n%n%n%n", 0},
    };
    (void)state;
    struct strbuf bytes = make(messages, COUNT(messages), false);
    struct catalogue catalogue;
    struct error error;
    assert_int_equal(catalogue_open(&catalogue, bytes.text, bytes.length, &error), 0);
    for (size_t i = 1; i < COUNT(messages); i++)
        assert_null(catalogue_find(&catalogue, messages[i].english, 1));
    strbuf_release(&bytes);
}

/* Cut off anywhere, and with any byte another: an error, or messages that are none of the file's.
 */
static void broken_catalogues_are_survived(void **state)
{
    static const struct message messages[] = {{"", header, 0}, {"Task", "Tâche", 0}};
    (void)state;
    struct strbuf whole = make(messages, COUNT(messages), false);
    struct catalogue catalogue;
    struct error error;
    for (size_t length = 0; length < whole.length; length++) {
        char *cut = malloc(length + 1); /* not one byte more that could be read */
        memcpy(cut, whole.text, length);
        cut = realloc(cut, length > 0 ? length : 1);
        if (catalogue_open(&catalogue, cut, length, &error) == 0)
            assert_null(catalogue_find(&catalogue, "Task", 1));
        free(cut);
    }
    for (size_t i = 0; i < 28 + 32; i++)
        for (int byte = 0; byte < 256; byte += 5) {
            char *changed = malloc(whole.length);
            memcpy(changed, whole.text, whole.length);
            changed[i] = (char)byte;
            if (catalogue_open(&catalogue, changed, whole.length, &error) == 0)
                catalogue_find(&catalogue, "Task", 1);
            free(changed);
        }
    strbuf_release(&whole);
}

static void other_encodings_are_refused(void **state)
{
    static const struct message messages[] = {
        {"", "Content-Type: text/plain; charset=TCVN-5712\n", 0}};
    (void)state;
    struct strbuf bytes = make(messages, COUNT(messages), false);
    struct catalogue catalogue;
    struct error error;
    assert_int_equal(catalogue_open(&catalogue, bytes.text, bytes.length, &error), -1);
    assert_int_equal(error.code, ERROR_DATA);
    strbuf_release(&bytes);
}

static void formats_must_agree(void **state)
{
    static const struct {
        const char *english, *translation;
        bool agree;
    } cases[] = {
        {"no conversion", "aucune", true},
        {"%s of %d", "%s sur %d", true},
        {"%s of %d", "%2$d : %1$s", true},
        {"%s of %d", "%2$d : %1$s, %1$s", true},
        {"%s of %d", "%1$d : %2$s", false},
        {"%s of %d", "%d sur %s", false},
        {"%s of %d", "%s", false},
        {"%s of %d", "%2$d", false},
        {"%s of %d", "%s sur %d %s", false},
        {"%s of %d", "%1$s sur %d", false},
        {"%s of %d", "%0$s sur %d", false},
        {"%s of %d", "%3$s", false},
        {"%zu tasks", "%zu tâches", true},
        {"%zu tasks", "%u tâches", false},
        {"%s", "%999999999s", false},
        {"%s", "%*s", false},
        {"%*s", "%*s", true},
        {"%*s", "%1$*s", false},
        {"%s", "%", false},
        {"%s", "%n", false},
        {"100%% sure", "sûr à 100 %%", true},
        {"100%% sure", "sûr à 100 %", false},
        {"plain", "100 %", false},
        {"Done %", "% hoàn thành", true},
        {"Done %", "%n", true}, /* nobody prints by it */
        {"50 % of %s", "%n", false},
        {"%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s", "%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (conversions_agree(cases[i].english, cases[i].translation) != cases[i].agree)
            fail_msg("«%s» and «%s»", cases[i].english, cases[i].translation);
}

/* What is built in passes the same examination, but for a heading that is a percent sign. */
static void built_in_translations_agree(void **state)
{
    (void)state;
    struct catalogue strict = *lang_catalogue(LANG_VI);
    size_t found = 0;
    strict.trusted = false;
    for (uint32_t i = 0; i < strict.count; i++) {
        uint32_t offset;
        memcpy(&offset, strict.bytes + strict.originals + 8 * i + 4, sizeof offset);
        const char *english = strict.bytes + offset;
        if (*english != '\0' && catalogue_find(&strict, english, 1) != NULL)
            found++;
        else if (*english != '\0' && strcmp(english, "percent") != 0)
            fail_msg("refused: %s", english);
    }
    assert_true(found > 900);
}

static void plurals_follow_their_rule(void **state)
{
    static const char polish[] = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2";
    static const struct {
        const char *rule;
        size_t number, form;
    } cases[] = {
        {"0", 5, 0},
        {"n > 1", 1, 0},
        {"(n > 1)", 2, 1},
        {"n != 1", 0, 1},
        {"!(n == 1)", 7, 1},
        {polish, 1, 0},
        {polish, 22, 1},
        {polish, 12, 2},
        {polish, 5, 2},
        {polish, 112, 2},
        {"n - 2 - 1", 9, 6},
        {"2 + n * 3", 4, 14},
        {"n / 0", 3, 0},
        {"n % 0", 3, 0},
        {"", 3, 0},
        {"n +", 3, 0},
        {"n n", 3, 0},
        {"(n", 3, 0},
        {"system(n)", 3, 0},
        {"((((((((((((((((((((((((((((((((((((((((n))))))))))))))))))))))))))))))))))))))))", 3, 0},
        {"!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!n", 3, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plural plural = {cases[i].rule, strlen(cases[i].rule)};
        if (plural_form(plural, cases[i].number) != cases[i].form)
            fail_msg("«%s» of %zu is %zu", cases[i].rule, cases[i].number,
                     plural_form(plural, cases[i].number));
    }
    struct plural none = plural_of_header("Language: xx\n");
    assert_int_equal(plural_form(none, 1), 0);
    assert_int_equal(plural_form(none, 2), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(messages_are_found_in_either_byte_order),
        cmocka_unit_test(hostile_translations_are_none),
        cmocka_unit_test(broken_catalogues_are_survived),
        cmocka_unit_test(other_encodings_are_refused),
        cmocka_unit_test(formats_must_agree),
        cmocka_unit_test(built_in_translations_agree),
        cmocka_unit_test(plurals_follow_their_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
