// SPDX-License-Identifier: MIT
#include "check.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/escape.h"
#include "base/lang.h"
#include "base/library.h"
#include "base/message.h"
#include "base/roman.h"
#include "base/search.h"
#include "base/suggest.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>

static void arena_interns_equal_bytes_once(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *first = arena_intern(&arena, "Văn phòng", strlen("Văn phòng"));
    char name[32];
    for (int i = 0; i < 5000; i++) {
        int length = snprintf(name, sizeof name, "name %d", i);
        arena_intern(&arena, name, (size_t)length);
    }
    assert_ptr_equal(first, arena_intern(&arena, "Văn phòng, Sở", strlen("Văn phòng")));
    assert_string_equal(arena_intern(&arena, "name 4999", 9), "name 4999");
    assert_int_equal(arena.string_count, 5001);
    arena_release(&arena);
}

static void arena_gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t size = 1; size < 200000; size = size * 3 + 1) {
        char *bytes = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xAA, size);
        arena_intern(&arena, "x", 1);
    }
    arena_release(&arena);
}

static void dates_are_read_in_two_forms(void **state)
{
    (void)state;
    static const struct {
        const char *text, *iso;
    } cases[] = {
        {"2021-06-30", "2021-06-30"},
        {"30/06/2021", "2021-06-30"},
        {"1/2/2021", "2021-02-01"},
        {"29/02/2024", "2024-02-29"},
        {"2000-02-29", "2000-02-29"},
        {"2021-02-29", NULL},
        {"1900-02-29", NULL},
        {"31/06/2021", NULL},
        {"2021-6-30", NULL},
        {"30/06/21", NULL},
        {"2021-06-30x", NULL},
        {"", NULL},
        {"2021-13-01", NULL},
        {"0/1/2021", NULL},
        {"1899-12-31", NULL},
        {"30-06-2021", NULL},
        {"/", NULL},
        {"1/", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date date;
        char text[DATE_TEXT_SIZE];
        bool read = date_parse(cases[i].text, &date);
        assert_int_equal(read, cases[i].iso != NULL);
        if (read)
            assert_string_equal(date_format(text, date), cases[i].iso);
    }
}

static void days_are_counted_over_leap_years(void **state)
{
    (void)state;
    struct date date = date_make(1999, 12, 31), next = date_make(2000, 1, 1);
    assert_int_equal(date_days_between(date, next), 1);
    assert_int_equal(date_days_between(date_make(2020, 2, 28), date_make(2020, 3, 1)), 2);
    assert_int_equal(date_days_between(date_make(2021, 2, 28), date_make(2021, 3, 1)), 1);
    assert_int_equal(date_days_between(date_make(2021, 1, 1), date_make(2021, 12, 31)), 364);
    assert_int_equal(date_days_between(date_make(2021, 12, 31), date_make(2021, 1, 1)), -364);
    assert_int_equal(date_days_between(date_make(1900, 1, 1), date_make(2999, 12, 31)), 401766);
    date = date_make(1899, 12, 30);
    for (int days = 0; days < 401768; days++) {
        struct date later = date_add_days(date, days);
        assert_int_equal(date_days_between(date, later), days);
        assert_true(date_compare(later, date_make(1900, 1, 1)) < 0 || date_is_valid(later));
    }
    assert_int_equal(date_compare(date_add_days(date_make(2020, 3, 1), -1), date_make(2020, 2, 29)),
                     0);
}

static void decimals_are_exact(void **state)
{
    (void)state;
    static const struct {
        const char *text, *written; /* NULL: no number */
    } cases[] = {
        {"12.50", "12,5"},
        {"-0.25", "-0,25"},
        {"1.5e-3", "0,0015"},
        {"2E3", "2000"},
        {"007", "7"},
        {"-0.0", "0"},
        {"+.5", "0,5"},
        {"0.1234567890123456", "0,123456789012346"},
        {"0.9999999999999999", "1"},
        {"12345678901234567890", "12345678901234567890"},
        {"", NULL},
        {".", NULL},
        {"1e", NULL},
        {"1,5", NULL},
        {"1e500", NULL},
        {"-", NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal decimal;
        struct strbuf out = {0};
        assert_int_equal(decimal_read(&decimal, cases[i].text), cases[i].written != NULL);
        if (cases[i].written != NULL) {
            decimal_add(&out, &decimal);
            assert_string_equal(out.text, cases[i].written);
        }
        strbuf_release(&out);
    }
}

static void no_date_sorts_last(void **state)
{
    (void)state;
    struct date none = {0};
    assert_true(date_compare(date_make(2999, 12, 31), none) < 0);
    assert_int_equal(date_compare(none, none), 0);
    assert_int_equal(date_quarter(date_make(2021, 9, 30)), 3);
    assert_int_equal(date_quarter(date_make(2021, 10, 1)), 4);
}

static void text_folds_case_marks_and_spaces(void **state)
{
    (void)state;
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"Văn  phòng\n SỞ ", "van phong so"},
        {"ĐẶNG đặc", "dang dac"},
        {"Nguyễn Thị Ửng", "nguyen thi ung"},
        {"e\xCC\x82\xCC\x81", "e"}, /* NFD ế */
        {"\xC2\xA0Quý\xC2\xA0 1", "quy 1"},
        {"Ångström ÿ Œ", "angstrom y œ"},
        {"Ωμέγα", "ωμεγα"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct strbuf folded = {0};
        text_fold(&folded, cases[i].text, strlen(cases[i].text));
        assert_string_equal(strbuf_text(&folded), cases[i].folded);
        strbuf_release(&folded);
    }
}

/* Every Vietnamese letter: its base by the table is its base by decomposition. */
static void all_vietnamese_letters_have_their_base(void **state)
{
    (void)state;
    static const struct {
        char base;
        const char *letters;
    } rows[] = {
        {'a', "aàáảãạăằắẳẵặâầấẩẫậAÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"},
        {'d', "dđDĐ"},
        {'e', "eèéẻẽẹêềếểễệEÈÉẺẼẸÊỀẾỂỄỆ"},
        {'i', "iìíỉĩịIÌÍỈĨỊ"},
        {'o', "oòóỏõọôồốổỗộơờớởỡợOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"},
        {'u', "uùúủũụưừứửữựUÙÚỦŨỤƯỪỨỬỮỰ"},
        {'y', "yỳýỷỹỵYỲÝỶỸỴ"},
    };
    size_t count = 0;
    for (size_t i = 0; i < COUNT(rows); i++)
        for (const char *p = rows[i].letters; *p != '\0'; count++) {
            uint32_t code_point;
            p += text_decode(p, &code_point);
            assert_int_equal(text_base_letter(code_point), rows[i].base);
        }
    assert_int_equal(count, 134 + 14); /* those with marks, and the bare ones */
}

static void search_takes_bare_letters_for_any_marks(void **state)
{
    (void)state;
    static const struct {
        const char *text, *needle;
        bool found;
    } cases[] = {
        {"Đánh giá nội bộ", "danh gia", true},
        {"Đánh giá nội bộ", "ĐÁNH GIÁ", true},
        {"Đánh giá nội bộ", "đanh gia", true}, /* đ as typed, the rest bare */
        {"Danh gia", "đánh giá", false},
        {"Đánh giá", "dành", false},
        {"Đánh\n  giá", "danh gia", true},
        {"Đánh giá", "gia ", false},
        {"Quý III", "quý i", true},
        {"ấ", "â", false},
        {"abc", "", true},
        {"", "a", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(text_contains(cases[i].text, cases[i].needle), cases[i].found);
}

static void text_is_composed(void **state)
{
    (void)state;
    struct strbuf out = {0};
    const char *decomposed = "Qu\x79\xCC\x81 D\xCC\xA3\xC4\x91 a\xCC\x82\xCC\x81";
    text_add_nfc(&out, decomposed, strlen(decomposed));
    assert_string_equal(out.text, "Quý Ḍđ ấ");
    strbuf_release(&out);
}

static void unsafe_characters_are_made_visible(void **state)
{
    (void)state;
    struct strbuf out = {0};
    text_add_printable(&out,
                       "a\x1b[2Jb\tc\r\nd\xE2\x80\xAE"
                       "e\xC2\x85\xE2\x80\x8B\x7F",
                       true);
    assert_string_equal(out.text, "a\\x1b[2Jb c\nd\\u202ee\\x85\\u200b\\x7f");
    strbuf_release(&out);
}

static void quotes_are_short_and_whole(void **state)
{
    (void)state;
    char quoted[TEXT_QUOTE_SIZE];
    struct strbuf text = {0}, wanted = {0};
    for (int i = 0; i < 100; i++) {
        strbuf_adds(&text, "ễ");
        strbuf_adds(&wanted, i < 60 ? "ễ" : "");
    }
    strbuf_adds(&wanted, "…");
    assert_string_equal(text_quote(quoted, text.text, text.length), wanted.text);
    assert_string_equal(text_quote(quoted, "", 0), "");
    strbuf_release(&text);
    strbuf_release(&wanted);
}

struct wrapping {
    const char *text;
    unsigned width;
    const char *wrapped;
};

static void check_wrapping(const struct wrapping *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct strbuf out = {0};
        text_add_wrapped(&out, cases[i].text, cases[i].width);
        assert_string_equal(strbuf_text(&out), cases[i].wrapped);
        strbuf_release(&out);
    }
}

static void text_wraps_at_words(void **state)
{
    (void)state;
    static const struct wrapping cases[] = {
        {"Thường xuyên cả năm", 12, "Thường xuyên\ncả năm"},
        {"Thường xuyên cả năm", 11, "Thường\nxuyên cả\nnăm"},
        {"một hai", 80, "một hai"},
        {"a\nb c", 3, "a\nb c"},
        {"\na\n\nb", 3, "\na\n\nb"},
        {"a  b   c  ", 4, "a  b\nc"},
        {"  ab  \n c", 4, "  ab\n c"},
        {"2021-2025 và", 9, "2021-2025\nvà"},
        {"Quý [-ba-] {+III+}", 7, "Quý\n[-ba-]\n{+III+}"},
        {"blank [budget-missing]", 18, "blank\n[budget-missing]"},
        {"so-noi-vu:I.2, so-noi-vu:III.2", 20, "so-noi-vu:I.2,\nso-noi-vu:III.2"},
        {"KH 507/KH-UBND, 13/12/2021", 14, "KH\n507/KH-UBND,\n13/12/2021"},
        {"«Quý 3» (VII.2)", 12, "«Quý 3»\n(VII.2)"},
        {"năm 1\u00A0285", 6, "năm\n1\u00A0285"},
        {"e\u0301 e\u0301e\u0301 e\u0301", 4, "e\u0301 e\u0301e\u0301\ne\u0301"},
        {"", 10, ""},
        {"   ", 10, ""},
    };
    check_wrapping(cases, COUNT(cases));
    assert_int_equal(text_width("Thường\nxuyên cả"), 8);
    assert_int_equal(text_width("e\u0301é漢字。ＡＢ"), 12);
}

static void words_wider_than_a_line_are_divided(void **state)
{
    (void)state;
    static const struct wrapping cases[] = {
        {"dài", 2, "dà\ni"},
        {"một dài", 2, "mộ\nt\ndà\ni"},
        {"a công-nghệ-thông-tin", 12, "a công-nghệ-\nthông-tin"},
        {"a công-nghệ", 6, "a\ncông-\nnghệ"},
        {"13/12/2021 31/12", 6, "13/12/\n2021\n31/12"},
        {"so-noi-vu:III.2", 10, "so-noi-vu:\nIII.2"},
        {"https://cchc.vn/a", 9, "https://c\nchc.vn/a"},
        {"-[abc]-def", 4, "-[ab\nc]-d\nef"},
        {"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301\ne\u0301"},
        {"e\u0301\u0323o", 1, "e\u0301\u0323\no"},
        {"  abcd", 4, "  ab\ncd"},
        {"ab", 0, "a\nb"},
    };
    check_wrapping(cases, COUNT(cases));
}

static void wide_letters_wrap_between_them(void **state)
{
    (void)state;
    static const struct wrapping cases[] = {
        {"漢字漢字", 5, "漢字\n漢字"},     {"漢字。漢", 4, "漢\n字。\n漢"},
        {"「漢」字", 6, "「漢」\n字"},     {"a 漢字 b", 4, "a 漢\n字 b"},
        {"漢\u0301字", 2, "漢\u0301\n字"}, {"漢", 1, "漢"},
    };
    check_wrapping(cases, COUNT(cases));
}

static void libraries_load_or_the_loader_says_why(void **state)
{
    (void)state;
    size_t (*length)(const char *) = NULL;
    void (*none)(void) = NULL;
    const struct library_symbol symbols[] = {{"strlen", &length}, {"no_such_function", &none}};
    struct error error = {0};
    assert_int_equal(library_load("libc.so.6", symbols, 1, &error), 0);
    assert_int_equal(length("năm"), 4);
    assert_int_equal(library_load("libc.so.6", symbols, 2, &error), -1);
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_non_null(strstr(error.text, "undefined symbol: no_such_function"));
    assert_int_equal(library_load("libnone.so.9", symbols, 1, &error), -1);
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_non_null(strstr(error.text, "libnone.so.9: cannot open shared object file"));
}

static void numbers_are_written_to_their_ends(void **state)
{
    (void)state;
    struct strbuf text = {0};
    strbuf_add_number(&text, INT64_MIN);
    strbuf_addc(&text, ' ');
    strbuf_add_number(&text, 0);
    strbuf_addc(&text, ' ');
    strbuf_add_number(&text, INT64_MAX);
    assert_string_equal(text.text, "-9223372036854775808 0 9223372036854775807");
    strbuf_release(&text);
}

static void lists_are_taken_apart_at_commas(void **state)
{
    (void)state;
    static const struct {
        const char *list, *items;
    } cases[] = {
        {"a, b ,c", "a|b|c|"},
        {"", "|"},
        {"a,", "a||"},
        {" ,\n,", "|||"},
        {"2,3", "2|3|"},
        {">=1,5", ">=1,5|"},
        {"=1,5,0,x", "=1,5,0|x|"},
        {"1,>2, 3", "1|>2|3|"},
        {",<1", "|<1|"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct strbuf out = {0};
        const char *list = cases[i].list;
        for (char *item; (item = text_take_item(&list)) != NULL; free(item))
            strbuf_addf(&out, "%s|", item);
        assert_string_equal(out.text, cases[i].items);
        strbuf_release(&out);
    }
}

static void broken_utf8_is_found(void **state)
{
    (void)state;
    assert_int_equal(text_invalid_offset("Quý", strlen("Quý")), strlen("Quý"));
    assert_int_equal(text_invalid_offset("a\xC3", 2), 1);
    assert_int_equal(text_invalid_offset("ab\xED\xA0\x80", 5), 2); /* a surrogate */
    assert_int_equal(text_invalid_offset("\xC0\xAF", 2), 0);       /* overlong */
}

/* Wherever it stands: whole and half sequences of each length, and what RFC 3629 forbids. */
static void utf8_is_checked_at_every_offset(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        bool valid;
    } cases[] = {
        {"\xC3\xA0", true},
        {"\xE1\xBA\xA5", true},
        {"\xE0\xA0\x80", true},
        {"\xED\x9F\xBF", true},
        {"\xEE\x80\x80", true},
        {"\xF0\x90\x80\x80", true},
        {"\xF4\x8F\xBF\xBF", true},
        {"\xF0\x9F\x98\x80", true},
        {"\x80", false},
        {"\xC3", false},
        {"\xC1\xBF", false},
        {"\xE0\x9F\xBF", false},
        {"\xE1\xBA", false},
        {"\xED\xA0\x80", false},
        {"\xF0\x8F\xBF\xBF", false},
        {"\xF0\x9F\x98", false},
        {"\xF4\x90\x80\x80", false},
        {"\xF5\x80\x80\x80", false},
        {"\xFF", false},
        {"\xC3\xA0\xA0", false},
    };
    enum { LENGTH = 9000 };
    char *text = malloc(LENGTH + 8);
    for (size_t c = 0; c < COUNT(cases); c++)
        for (size_t at = 0; at < LENGTH; at += at < 80 || (at > 4060 && at < 4140) ? 1 : 397) {
            size_t size = strlen(cases[c].bytes), length = at + size + at % 40;
            for (size_t i = 0; i < length; i++)
                text[i] = "Quy \xC3\xBD"[i % 6];
            size_t start = at - at % 6; /* between two letters of the rest */
            memcpy(text + start, cases[c].bytes, size);
            memset(text + start + size, ' ', (6 - size % 6) % 6);
            length -= (length % 6 == 5); /* nor is the last one cut */
            length = length < start + size ? start + size : length;
            size_t bad = text_invalid_offset(text, length);
            if (cases[c].valid)
                assert_int_equal(bad, length);
            else
                assert_in_range(bad, start, start + size - 1);
        }
    free(text);
}

static void the_nearest_word_is_suggested(void **state)
{
    (void)state;
    static const char *const words[] = {"list", "show", "due", "budget", "year-round", NULL};
    static const struct {
        const char *typed, *hint;
    } cases[] = {
        {"lst", ": did you mean «list»?"},
        {"bugdet", ": did you mean «budget»?"},
        {"budge", ": did you mean «budget»?"},
        {"dué", ": did you mean «due»?"},
        {"year", ": did you mean «year-round»?"},
        {"xyzzy", ""},
        {"", ""},
    };
    char hint[SUGGESTION_SIZE];
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(suggest(hint, cases[i].typed, words), cases[i].hint);
}

static void figures_follow_the_language(void **state)
{
    (void)state;
    struct strbuf out = {0};
    lang_add_count(&out, LANG_EN, 1285);
    strbuf_addc(&out, ' ');
    lang_add_count(&out, LANG_VI, 1285000);
    strbuf_addc(&out, ' ');
    lang_add_millions(&out, LANG_EN, INT64_C(1285500000));
    strbuf_addc(&out, ' ');
    lang_add_millions(&out, LANG_VI, INT64_C(1285000001));
    strbuf_addc(&out, ' ');
    lang_add_date(&out, LANG_EN, date_make(2021, 6, 30));
    strbuf_addc(&out, ' ');
    lang_add_date(&out, LANG_VI, date_make(2021, 6, 30));
    strbuf_addc(&out, ' ');
    lang_add_share(&out, LANG_EN, 114);
    strbuf_addc(&out, ' ');
    lang_add_share(&out, LANG_VI, 1000);
    assert_string_equal(out.text, "1,285 1.285.000 1,285.5 1.285,000001 30 June 2021 30/6/2021 "
                                  "11.4% 100,0%");
    static const struct {
        const char *wishes, *locale;
        enum lang lang;
    } cases[] = {{NULL, "vi_VN.UTF-8", LANG_VI}, {NULL, "C", LANG_EN},
                 {NULL, NULL, LANG_EN},          {"vi:en", "en_US.UTF-8", LANG_VI},
                 {"fr:vi", "fr_FR", LANG_VI},    {"en:vi", "vi_VN", LANG_EN},
                 {"vi", "C", LANG_EN},           {"vi", "POSIX", LANG_EN},
                 {"vi", NULL, LANG_EN},          {"", "vi", LANG_VI},
                 {"::vi_VN", "en_GB", LANG_VI},  {NULL, "vie", LANG_EN}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(lang_of_environment(cases[i].wishes, cases[i].locale, NULL),
                         cases[i].lang);
    strbuf_release(&out);
}

static void the_environment_chooses_a_language(void **state)
{
    static const struct {
        const char *wanted, *locale;
        enum lang lang;
    } cases[] = {
        {NULL, "vi_VN.UTF-8", LANG_VI}, {NULL, "vi", LANG_VI},
        {NULL, "vie_VN", LANG_EN},      {NULL, "C", LANG_EN},
        {NULL, NULL, LANG_EN},          {"vi", NULL, LANG_EN},
        {"vi", "C.UTF-8", LANG_EN},     {"vi", "POSIX", LANG_EN},
        {"vi", "en_US", LANG_VI},       {"xx:vi_VN:en", "en_US", LANG_VI},
        {"xx", "vi_VN", LANG_VI},       {"../../etc:", "fr_FR", LANG_EN},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(lang_of_environment(cases[i].wanted, cases[i].locale, NULL),
                         cases[i].lang);
}

static void vietnamese_dates_leave_no_room_for_a_figure(void **state)
{
    static const struct {
        int month, day;
        const char *text;
    } cases[] = {{1, 5, "05/01/2021"},
                 {2, 28, "28/02/2021"},
                 {3, 1, "01/3/2021"},
                 {9, 30, "30/9/2021"},
                 {12, 31, "31/12/2021"}};
    char text[LANG_TEXT_SIZE];
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(lang_date(text, LANG_VI, date_make(2021, cases[i].month, cases[i].day)),
                            cases[i].text);
}

static void messages_follow_the_language(void **state)
{
    struct error error;
    (void)state;
    assert_string_equal(message("Task"), "Task");
    assert_string_equal(message(NC_("field", "note")), "note");
    assert_string_equal(message_plural("task", "tasks", 2), "tasks");
    message_use(LANG_VI);
    assert_int_equal(message_lang(), LANG_VI);
    assert_string_equal(message("Task"), "Nhiệm vụ");
    assert_string_equal(message(NC_("field", "note")), "ghi chú");
    assert_string_equal(message("note"), "lưu ý");
    assert_string_equal(message(NC_("nowhere", "of that name")), "of that name");
    assert_string_equal(message("of that name"), "of that name");
    assert_string_equal(message(""), "");
    assert_null(message(NULL));
    assert_string_equal(message_plural("task", "tasks", 2), "nhiệm vụ");
    assert_string_equal(message_of_errno(ENOENT), "Không có tệp hoặc thư mục này");
    assert_string_equal(message_of_errno(EXDEV), strerror(EXDEV));
    error_set(&error, ERROR_DATA, "no rule «%s»%s", "x", "");
    assert_string_equal(error.text, "không có quy tắc «x»");
    message_use(LANG_EN);
    assert_string_equal(message_of_errno(ENOSPC), strerror(ENOSPC));
}

static void errors_past_the_kept_ones_are_counted(void **state)
{
    (void)state;
    struct error_list list = {0};
    for (size_t i = 1; i <= 25; i++) {
        struct error *error = error_list_add(&list, "f", "error %zu", i);
        assert_int_equal(error != NULL, i <= ERROR_LIST_KEPT);
        if (error != NULL)
            error->location.line = i;
        error_list_settle(&list, i % 2 == 0 ? SETTLED_BY_UNIT : SETTLED_BY_NOTHING);
    }
    assert_int_equal(list.count, 25);
    assert_int_equal(list.items[ERROR_LIST_KEPT - 1].location.line, ERROR_LIST_KEPT);
    for (size_t i = 0; i < ERROR_LIST_KEPT; i++)
        assert_int_equal(list.items[i].settles, i % 2 == 1 ? SETTLED_BY_UNIT : SETTLED_BY_NOTHING);
}

static void long_messages_are_cut_at_a_character(void **state)
{
    (void)state;
    struct error error;
    struct strbuf text = {0};
    for (int i = 0; i < 400; i++)
        strbuf_adds(&text, "ễ");
    error_set(&error, ERROR_DATA, "%s", text.text);
    size_t length = strlen(error.text);
    assert_int_equal(text_invalid_offset(error.text, length), length);
    strbuf_release(&text);
}

static void what_is_escaped_comes_back(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"=1+1", "'=1+1"}, {"+84", "'+84"}, {"-", "'-"},       {"@x", "'@x"},
        {"\t=x", "'\t=x"}, {"\r", "'\r"},   {"'=x", "''=x"},   {"''=x", "'''=x"},
        {"'", "'"},        {"''", "''"},    {"'x", "'x"},      {"x=1", "x=1"},
        {"", ""},          {" =x", " =x"},  {"'''@", "''''@"}, {"Quý 1", "Quý 1"},
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct strbuf escaped = {0};
        escape_add_formula(&escaped, texts[i][0]);
        assert_string_equal(strbuf_text(&escaped), texts[i][1]);
        assert_string_equal(escape_undo_formula(strbuf_text(&escaped)), texts[i][0]);
        strbuf_release(&escaped);
    }
}

static void markdown_stays_text(void **state)
{
    (void)state;
    static const struct {
        const char *text, *cell, *line;
    } cases[] = {
        {"- a", "- a", "\\- a"},
        {"1. a", "1. a", "1\\. a"},
        {"12) a", "12) a", "12\\) a"},
        {"1 a", "1 a", "1 a"},
        {"    code", "    code", "code"},
        {"> a", "> a", "\\> a"},
        {"===", "===", "\\==="},
        {"# a", "\\# a", "\\# a"},
        {"a|b\\|", "a\\|b\\\\\\|", "a\\|b\\\\\\|"},
        {"<b>&", "&lt;b>&amp;", "&lt;b>&amp;"},
        {"a\nb", "a<br>b", "a<br>b"},
        {"\x1b\xE2\x80\xAE", "\\\\x1b\\\\u202e", "\\\\x1b\\\\u202e"},
        {"", "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct strbuf cell = {0}, line = {0};
        escape_add_markdown(&cell, cases[i].text);
        escape_add_markdown_line(&line, cases[i].text);
        assert_string_equal(strbuf_text(&cell), cases[i].cell);
        assert_string_equal(strbuf_text(&line), cases[i].line);
        strbuf_release(&cell);
        strbuf_release(&line);
    }
}

static void numerals_are_written_one_way(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned value;
    } cases[] = {{"I", 1},    {"iv", 4}, {"XLIX", 49}, {"mmxxvi", 2026}, {"MMMCMXCIX", 3999},
                 {"Iv", 4},   {"", 0},   {"IIII", 0},  {"IC", 0},        {"VX", 0},
                 {"MMMM", 0}, {"I.", 0}, {"3", 0},     {"đ", 0}};
    char text[ROMAN_SIZE];
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(roman_value(cases[i].text), cases[i].value);
    for (unsigned value = 1; value <= ROMAN_MOST; value++)
        assert_int_equal(roman_value(roman_write(text, value)), value);
    assert_string_equal(roman_write(text, 9888), "MMMMMMMMMDCCCLXXXVIII");
    assert_int_equal(roman_length("III. A"), 3);
    assert_int_equal(roman_length("xiV"), 2);
    assert_int_equal(roman_length("a"), 0);
}

static uint64_t even_at(const void *items, size_t index)
{
    return ((const unsigned *)items)[index];
}

static void the_first_that_is_not_below_is_found(void **state)
{
    (void)state;
    static const unsigned items[] = {2, 4, 4, 8};
    static const size_t found[] = {0, 0, 0, 1, 1, 3, 3, 3, 3, 4};
    for (unsigned wanted = 0; wanted < COUNT(found); wanted++)
        assert_int_equal(search_lower(items, COUNT(items), wanted, even_at), found[wanted]);
    assert_int_equal(search_lower(NULL, 0, 1, even_at), 0);
}

static void paths_and_commands_keep_what_would_end_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *uri, *data, *property;
    } cases[] = {
        {"a/b-1_~.csv", "a/b-1_~.csv", "a/b-1_~.csv", "a/b-1_~.csv"},
        {"/x y", "file:///x%20y", "/x y", "/x y"},
        {"a:b,c%", "a%3Ab%2Cc%25", "a:b,c%25", "a%3Ab%2Cc%25"},
        {"a\nb", "a%0Ab", "a%0Ab", "a%0Ab"},
        {"kế", "k%E1%BA%BF", "kế", "kế"},
        {"?#[]@!$&'()*+;=\\\"<>", "%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%3B%3D%5C%22%3C%3E",
         "?#[]@!$&'()*+;=\\\"<>", "?#[]@!$&'()*+;=\\\"<>"},
        {"", "", "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct strbuf uri = {0}, data = {0}, property = {0};
        escape_add_uri(&uri, cases[i].text);
        escape_add_workflow(&data, cases[i].text, false);
        escape_add_workflow(&property, cases[i].text, true);
        assert_string_equal(strbuf_text(&uri), cases[i].uri);
        assert_string_equal(strbuf_text(&data), cases[i].data);
        assert_string_equal(strbuf_text(&property), cases[i].property);
        strbuf_release(&uri);
        strbuf_release(&data);
        strbuf_release(&property);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_that_is_not_below_is_found),
        cmocka_unit_test(numerals_are_written_one_way),
        cmocka_unit_test(arena_interns_equal_bytes_once),
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(dates_are_read_in_two_forms),
        cmocka_unit_test(days_are_counted_over_leap_years),
        cmocka_unit_test(decimals_are_exact),
        cmocka_unit_test(no_date_sorts_last),
        cmocka_unit_test(text_folds_case_marks_and_spaces),
        cmocka_unit_test(all_vietnamese_letters_have_their_base),
        cmocka_unit_test(search_takes_bare_letters_for_any_marks),
        cmocka_unit_test(text_is_composed),
        cmocka_unit_test(unsafe_characters_are_made_visible),
        cmocka_unit_test(quotes_are_short_and_whole),
        cmocka_unit_test(text_wraps_at_words),
        cmocka_unit_test(lists_are_taken_apart_at_commas),
        cmocka_unit_test(words_wider_than_a_line_are_divided),
        cmocka_unit_test(wide_letters_wrap_between_them),
        cmocka_unit_test(broken_utf8_is_found),
        cmocka_unit_test(libraries_load_or_the_loader_says_why),
        cmocka_unit_test(numbers_are_written_to_their_ends),
        cmocka_unit_test(utf8_is_checked_at_every_offset),
        cmocka_unit_test(the_nearest_word_is_suggested),
        cmocka_unit_test(figures_follow_the_language),
        cmocka_unit_test(the_environment_chooses_a_language),
        cmocka_unit_test(vietnamese_dates_leave_no_room_for_a_figure),
        cmocka_unit_test(messages_follow_the_language),
        cmocka_unit_test(what_is_escaped_comes_back),
        cmocka_unit_test(markdown_stays_text),
        cmocka_unit_test(errors_past_the_kept_ones_are_counted),
        cmocka_unit_test(long_messages_are_cut_at_a_character),
        cmocka_unit_test(paths_and_commands_keep_what_would_end_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
