// SPDX-License-Identifier: MIT
/* What is no JSON, and what is: RFC 8259, and the limits of json_scan.h. */
#include "check.h"

#include "base/strbuf.h"
#include "read/json/json_scan.h"
#include "read/plan_read.h"

struct document {
    const char *text;
    size_t length;
};

#define DOC(literal)                                                                               \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

/* Lists, as many on a line as it holds. */
// clang-format off
static const char *const bad_numbers[] = {
    "01", "-01", "00", "-00", "0123", "007.5", "1.", "-1.", "0.", ".5", "-.5", "+1", "+0", "++1",
    "--1", "-", "+", "1e", "1E", "1e+", "1e-", "1E+", "1.e1", "2.e+3", "2.e-3", "1.5e", "1.5e+",
    "0e", "0e+", "1ee2", "1e2e3", "1e2.5", "1e+-2", "1.2.3", "1..2", "1.5.", "0x1F", "0X1", "0b1",
    "0o7", "1_000", "1'000", "1 000", "1.000.000", "- 1", "1 e2", "1e 2", "-e5", "e5", "-a",
    "9.a", "1a", "1f", "1L", "10n", "1%", "1/2", "1-", "1+1", "Infinity", "-Infinity", "inf",
    "NaN", "-NaN", "１", "٣", "½", "−1", "1e−2", "∞", "$5", "5đ", "(5)", "1\xC2\xA0", "1e400",
    "1e-400", "-1e100", "9223372036854775808", "-9223372036854775809", "0.1234567890123456789",
    "1234567890123456.5", "18446744073709551616", "9007199254740993e0",
};

static const char *const bad_words[] = {
    "True", "TRUE", "FALSE", "Null", "NULL", "tru", "truee", "true1", "nul", "nulls", "fals",
    "none", "None", "nil", "undefined", "yes", "on", "truefalse", "null null", "t", "*", "...",
    "@", "&a", "!x", "abc", "Quý 1",
};

static const char *const bad_strings[] = {
    "'a'", "`a`", "“a”", "«a»", "\"a", "a\"", "\"", "\"a\"b", "\"a\" \"b\"", "\"\"\"\"", "\"\\\"",
    "\"\\\\\\\"", "\"\\x41\"", "\"\\u\"", "\"\\u1\"", "\"\\u12\"", "\"\\u123\"", "\"\\u12g4\"",
    "\"\\uXYZW\"", "\"\\U0041\"", "\"\\u{41}\"", "\"\\u 041\"", "\"\\u+041\"", "\"\\u-041\"",
    "\"\\a\"", "\"\\v\"", "\"\\e\"", "\"\\0\"", "\"\\1\"", "\"\\'\"", "\"\\ \"", "\"\\\n\"",
    "\"\\\t\"", "\"\\é\"", "\"\\😀\"", "\"\\", "\"\\u", "\"\\u00", "\"\\u0000\"", "\"a\\u0000b\"",
    "\"\\ud800\"", "\"\\udbff\"", "\"\\udc00\"", "\"\\udfff\"", "\"\\ud800\\ud800\"",
    "\"\\ud800\\u0041\"", "\"\\ud800a\"", "\"\\ud800\\n\"", "\"\\udc00\\ud800\"",
    "\"\\ud83d\\ude0\"", "\"\\ud83d\\\"", "\"\\ud83d\\ude00\\ud83d\"", "\"\x01\"", "\"\x07\"",
    "\"\b\"", "\"\t\"", "\"a\nb\"", "\"\v\"", "\"\f\"", "\"a\r\"", "\"\x1B[31m\"", "\"\x1F\"",
};

static const char *const bad_arrays[] = {
    "[", "]", "[[", "[]]", "[1", "[1,", "[1,]", "[,]", "[,1]", "[1,,2]", "[1 2]", "[1;2]",
    "[1:2]", "[\"a\":1]", "[1}", "[}", "[1]]", "[[1]", "[1],", ",[1]", "[1],[2]", "[][]", "[] []",
    "[1]x", "[1]\"", "[1]1", "[1]null", "[1]//c", "[1]/**/", "/**/[1]", "//c\n[1]", "#c\n[1]",
    "[1/**/]", "[1,//c\n2]", "[1]#c", "<[1]>", "[1]\\n", "\\n[1]", "[\\n1]", "[-", "[\"a",
    "[\"a\",", "[\"a\"\n", "[[[[1]]]", "[[],", "[{]", "[{}", "[\f1]", "[\v]", "[\xC2\xA0]",
    "[1]\xC2\xA0", "\xC2\xA0[1]", "[\xE2\x80\x8B]", "[\xE2\x81\xA0]", "[\xE3\x80\x80]", "[1]\f",
    "[0]\x01",
};

static const char *const bad_objects[] = {
    "{", "}", "{{", "{}}", "{}x", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
    "{,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\" 1}", "{\"a\"=1}", "{\"a\"=>1}",
    "{\"a\":1;\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\"::1}", "{:1}", "{a:1}", "{'a':1}", "{1:1}",
    "{null:1}", "{true:1}", "{[]:1}", "{{}:1}", "{\"a\":1]", "{\"a\",\"b\"}",
    "{\"a\":\"b\":\"c\"}", "{\"a\":1}}", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":\"b",
    "{\"a\":\"b\"", "{\"a\\", "{\"a\nb\":1}", "{\"\\x\":1}", "{\"\\u12\":1}", "{\"\\ud800\":1}",
    "{\"\\u0000\":1}", "{“a”:1}", "{\"a\":1}//c", "{\"a\":/**/1}", "{/**/}", "{#}", "{\"a\":1}#",
    "{\"a\":[}", "{\"a\":{]}", "{\"sections\":[", "{\"sections\":[]", "{\"sections\":[{",
    "{\"sections\":[{\"code\":\"I\"", "{\"sections\":[{\"code\":\"I\",}]}", "{\"a\":1\xC2\xA0}",
    "{\"a\"\xC2\xA0:1}", "@{}", "${}",
};

static const char *const good[] = {
    "[]", "{}", " [ ] ", "\t\r\n{\n}", "[0]", "[-0]", "[0.5]", "[-0.5]", "[1e2]", "[1E+2]",
    "[1e-2]", "[0e1]", "[1.0]", "[999999999999999]", "[9007199254740993]", "[9223372036854775807]", "[-9223372036854775808]", "[1e99]",
    "[\"\\u00e1\"]", "[\"\\ud83d\\ude00\"]", "[\"\\u0001\"]", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
    "[\"á😀\x7F\"]", "[\"\"]", "[true,false,null]", "{\"\":1}", "{\"a\":{\"a\":[]}}", "\"a\"", "1",
    "null", "[\"\\uD83D\\uDE00\"]", "[\"\xE2\x80\xA8\"]",
};

// clang-format on

static const struct document not_utf8[] = {
    DOC("\xFF"),
    DOC("\xFE"),
    DOC("\x80"),
    DOC("\xBF"),
    DOC("\xC0\x80"),
    DOC("\xC1\xBF"),
    DOC("\xE0\x80\x80"),
    DOC("\xE0\x9F\xBF"),
    DOC("\xED\xA0\x80"),
    DOC("\xED\xBF\xBF"),
    DOC("\xF0\x80\x80\x80"),
    DOC("\xF0\x8F\xBF\xBF"),
    DOC("\xF4\x90\x80\x80"),
    DOC("\xF5\x80\x80\x80"),
    DOC("\xF8\x88\x80\x80\x80"),
    DOC("\xFC\x84\x80\x80\x80\x80"),
    DOC("\xC3"),
    DOC("\xE1\xBA"),
    DOC("\xF0\x9F\x98"),
    DOC("\xE1\xBA"
        "A"),
    DOC("\x00"),
};

/* Nothing at all, byte order marks where none belongs, broken UTF-16, UTF-16 without its mark. */
static const struct document no_text[] = {
    DOC(""),
    DOC(" "),
    DOC("\n\t\r"),
    DOC("\xEF\xBB\xBF"),
    DOC("\xEF\xBB\xBF\xEF\xBB\xBF[]"),
    DOC("\xEF\xBB[]"),
    DOC("\xBB\xBF[]"),
    DOC("[\xEF\xBB\xBF]"),
    DOC("[]\xEF\xBB\xBF"),
    DOC(" \xEF\xBB\xBF[]"),
    DOC("[1,\xEF\xBB\xBF"
        "2]"),
    DOC("{\xEF\xBB\xBF\"a\":1}"),
    DOC("\xFF\xFE[\x00]"),
    DOC("\xFE\xFF\x00[\x00]\x00"),
    DOC("\xFF\xFE"),
    DOC("\xFF\xFE[\x00\x00\x00]\x00"),
    DOC("\xFF\xFE[\x00\"\x00\x00\xD8\"\x00]\x00"),
    DOC("\xFF\xFE[\x00\"\x00\x00\xDC\x00\xD8\"\x00]\x00"),
    DOC("\xFE\xFF\x00[\x00\"\xD8\x00\x00\"\x00]"),
    DOC("\xFE\xFF\x00[\x00]\xD8\x00"),
    DOC("\xFF\xFE\xFF\xFE[\x00]\x00"),
    DOC("[\x00]\x00"),
    DOC("\x00[\x00]"),
    DOC("[\x00]"),
    DOC("[1]\x00"),
    DOC("\x00"),
    DOC("PK\x03\x04[]"),
    DOC("\x1B[]"),
    DOC("\x7F[]"),
};

/* Text in UTF-8, and one JSON value with nothing after it. */
static bool is_json(struct source source)
{
    struct error_list errors = {0};
    struct json_scan scan = {0};
    bool whole = false;
    if (source_check(&source, NULL, &errors) == 0) {
        scan = (struct json_scan){.text = source.text, .length = source.length};
        whole = json_scan_value(&scan) == 0;
        assert_true(whole ? scan.problem == NULL : scan.problem != NULL);
    }
    source_release(&source);
    return whole && scan.offset == scan.length;
}

static struct plan *read_source(struct source source, struct error_list *errors)
{
    struct read_options options = {0};
    *errors = (struct error_list){0};
    bool text = source_check(&source, NULL, errors) == 0;
    struct plan *plan = text ? plan_read(&source, &options, errors) : NULL;
    source_release(&source);
    return plan;
}

/* Refused as JSON, and by a reader who is told where. */
static void assert_refused(const char *text, size_t length)
{
    struct source source = {.path = "plan.json", .text = text, .length = length};
    struct error_list errors;
    struct plan *plan = read_source(source, &errors);
    if (plan != NULL || is_json(source))
        print_error("%s\n", text);
    assert_null(plan);
    assert_false(is_json(source));
    assert_int_not_equal(errors.count, 0);
    assert_int_equal(errors.items[0].code, ERROR_DATA);
    assert_int_not_equal(errors.items[0].location.line, 0);
    assert_int_not_equal(errors.items[0].location.column, 0);
}

static void assert_refused_between(const char *before, struct document value, const char *after)
{
    struct strbuf text = {0};
    strbuf_adds(&text, before);
    strbuf_add(&text, value.text, value.length);
    strbuf_adds(&text, after);
    assert_refused(text.text, text.length);
    strbuf_release(&text);
}

/* Wherever a value may stand: in an array, and among the known and the unknown keys of a row. */
static void assert_no_values(const char *const *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct document value = {values[i], strlen(values[i])};
        assert_refused_between("[", value, "]");
        assert_refused_between("[{\"id\":\"I.1\",\"title\":", value, "}]");
        assert_refused_between("{\"id\":\"I.1\",\"title\":\"A\",\"x\":", value, "}\n");
    }
}

static void assert_no_documents(const char *const *documents, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_refused(documents[i], strlen(documents[i]));
}

static void numbers_are_as_json_writes_them(void **state)
{
    (void)state;
    assert_no_values(bad_numbers, COUNT(bad_numbers));
}

static void words_are_three(void **state)
{
    (void)state;
    assert_no_values(bad_words, COUNT(bad_words));
}

static void strings_are_closed_and_escaped(void **state)
{
    (void)state;
    assert_no_values(bad_strings, COUNT(bad_strings));
}

static void strings_are_utf8(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(not_utf8); i++) {
        assert_refused_between("[\"", not_utf8[i], "\"]");
        assert_refused_between("[{\"id\":\"I.1\",\"title\":\"", not_utf8[i], "\"}]");
        assert_refused_between("[{\"id\":\"I.1\",\"", not_utf8[i], "\":\"A\"}]");
    }
}

static void arrays_and_objects_are_whole(void **state)
{
    (void)state;
    assert_no_documents(bad_arrays, COUNT(bad_arrays));
    assert_no_documents(bad_objects, COUNT(bad_objects));
}

static void text_is_utf8(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(no_text); i++)
        assert_refused(no_text[i].text, no_text[i].length);
}

static void json_is_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(good); i++) {
        struct source source = {.path = "plan.json", .text = good[i], .length = strlen(good[i])};
        if (!is_json(source))
            print_error("%s\n", good[i]);
        assert_true(is_json(source));
    }
}

/* Cut anywhere, a plan is no plan: but for the white space at its end. */
static void what_was_cut_is_refused(void **state)
{
    (void)state;
    static const char text[] =
        "{\"year\":2021,\"sections\":[{\"code\":\"I\",\"tasks\":[{\"number\":1,"
        "\"title\":\"\\u00e1\",\"budget\":1.5e0}]}]}";
    for (size_t length = 0; length < sizeof text - 1; length++) {
        char *cut = strndup(text, length);
        assert_refused(cut, length);
        free(cut);
    }
    struct source source = {.path = "plan.json", .text = text, .length = sizeof text - 1};
    struct error_list errors;
    struct plan *plan = read_source(source, &errors);
    assert_non_null(plan);
    plan_free(plan);
}

static void nest(struct strbuf *text, const char *open, const char *close, size_t depth)
{
    strbuf_clear(text);
    for (size_t i = 0; i < depth; i++)
        strbuf_adds(text, open);
    strbuf_addc(text, '1');
    for (size_t i = 0; i < depth; i++)
        strbuf_adds(text, close);
}

static void nesting_has_an_end(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {{"[", "]"}, {"{\"a\":", "}"}, {"[{\"a\":", "}]"}};
    static const size_t deep[] = {JSON_DEPTH_MAX + 1, 1000, 200000};
    struct strbuf text = {0};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        nest(&text, pairs[i][0], pairs[i][1], JSON_DEPTH_MAX / 2);
        assert_true(is_json(
            (struct source){.path = "plan.json", .text = text.text, .length = text.length}));
        for (size_t j = 0; j < COUNT(deep); j++) {
            nest(&text, pairs[i][0], pairs[i][1], deep[j]);
            assert_refused(text.text, text.length);
        }
    }
    strbuf_release(&text);
}

/* JSON by the letter, but nobody can say which of the two holds. */
static void a_key_twice_is_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "[{\"id\":\"I.1\",\"title\":\"A\",\"title\":\"B\"}]",
        "[{\"id\":\"I.1\",\"title\":\"A\",\"title\":\"A\"}]",
        "[{\"id\":\"I.1\",\"title\":\"A\",\"t\\u0069tle\":\"B\"}]",
        "[{\"id\":\"I.1\",\"title\":\"A\",\"x\":\"1\",\"x\":\"2\"}]",
        "[{\"id\":\"I.1\",\"\":\"1\",\"\":\"2\"}]",
        "{\"id\":\"I.1\",\"title\":null,\"title\":\"B\"}\n",
        "{\"sections\":[],\"sections\":[]}",
        "{\"sections\":[],\"year\":2021,\"year\":2021}",
        "{\"sections\":[],\"declared\":{\"tasks\":\"1\",\"tasks\":\"2\"}}",
        "{\"sections\":[{\"code\":\"I\",\"tasks\":[],\"tasks\":[]}]}",
        "{\"sections\":[{\"code\":\"I\",\"tasks\":[{\"number\":1,\"number\":2}]}]}",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct source source = {.path = "plan.json", .text = texts[i], .length = strlen(texts[i])};
        struct error_list errors;
        assert_true(is_json(source));
        assert_null(read_source(source, &errors));
        assert_non_null(strstr(errors.items[0].text, "a second time"));
        assert_int_not_equal(errors.items[0].location.column, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_as_json_writes_them),
        cmocka_unit_test(words_are_three),
        cmocka_unit_test(strings_are_closed_and_escaped),
        cmocka_unit_test(strings_are_utf8),
        cmocka_unit_test(arrays_and_objects_are_whole),
        cmocka_unit_test(text_is_utf8),
        cmocka_unit_test(json_is_taken),
        cmocka_unit_test(what_was_cut_is_refused),
        cmocka_unit_test(nesting_has_an_end),
        cmocka_unit_test(a_key_twice_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
