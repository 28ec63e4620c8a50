// SPDX-License-Identifier: MIT
#include "read/office/xlsx_format.h"

#include "base/date.h"
#include "base/decimal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { LAST_DAY = 2958465, FROM_1904 = 1462 };

/* ---- Format codes ---- */

const char *xlsx_format_builtin(size_t id)
{
    static const char *const codes[] = {
        [9] = "0%",         [10] = "0.00%",   [14] = "d/m/yyyy",      [15] = "d-mmm-yy",
        [16] = "d-mmm",     [17] = "mmm-yy",  [18] = "h:mm",          [19] = "h:mm:ss",
        [20] = "h:mm",      [21] = "h:mm:ss", [22] = "d/m/yyyy h:mm", [45] = "mm:ss",
        [46] = "[h]:mm:ss", [47] = "mm:ss.0",
    };
    if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) /* dates of East Asian locales */
        return codes[14];
    return id < sizeof codes / sizeof *codes && codes[id] != NULL ? codes[id] : "";
}

struct scan {
    struct strbuf before, after;
    bool figure; /* a digit's place was passed */
    bool day, month, year, hour, elapsed, percent;
    int commas; /* since the last digit's place */
};

static void add_words(struct scan *scan, const char *text, size_t length)
{
    strbuf_add(scan->figure ? &scan->after : &scan->before, text, length);
}

/* «[$₫-42A]» is a currency, «[h]» hours beyond 24; colours and conditions say nothing. */
static const char *scan_bracket(struct scan *scan, const char *code)
{
    size_t length = strcspn(code, "]");
    if (*code == '$')
        add_words(scan, code + 1, strcspn(code + 1, "-]"));
    else if (length > 0 && strspn(code, "hHmMsS") == length)
        scan->hour = scan->elapsed = true;
    return code + length + (code[length] == ']');
}

static const char *scan_quoted(struct scan *scan, const char *code)
{
    size_t length = strcspn(code, "\"");
    add_words(scan, code, length);
    return code + length + (code[length] == '"');
}

/* The bytes of the character at `code`; 0 at its end. */
static size_t character(const char *code)
{
    size_t length = *code != '\0';
    while (length > 0 && ((unsigned char)code[length] & 0xC0) == 0x80)
        length++;
    return length;
}

static void scan_letter(struct scan *scan, char c)
{
    scan->day |= c == 'd' || c == 'D';
    scan->month |= c == 'm' || c == 'M';
    scan->year |= c == 'y' || c == 'Y';
    scan->hour |= c == 'h' || c == 'H' || c == 's' || c == 'S';
    scan->percent |= c == '%';
    if (c == '0' || c == '#' || c == '?') {
        scan->figure = true;
        scan->commas = 0;
    } else if (c == ',')
        scan->commas++;
    if (c == '%' || c == '$' || c == ' ')
        add_words(scan, &c, 1);
}

static void scan_code(struct scan *scan, const char *code)
{
    static const char *const words[] = {"General", "AM/PM", "A/P"};
    while (*code != '\0' && *code != ';') {
        size_t length = 0;
        for (size_t i = 0; i < sizeof words / sizeof *words && length == 0; i++)
            if (strncasecmp(code, words[i], strlen(words[i])) == 0)
                length = strlen(words[i]);
        if (length > 0) {
            scan->figure |= *code == 'G' || *code == 'g';
            code += length;
            continue;
        }
        char c = *code++;
        if (c == '"')
            code = scan_quoted(scan, code);
        else if (c == '[')
            code = scan_bracket(scan, code);
        else if (c == '\\') {
            length = character(code);
            add_words(scan, code, length);
            code += length;
        } else if (c == '_' || c == '*')
            code += character(code);
        else
            scan_letter(scan, c);
    }
}

static const char *keep(struct arena *arena, struct strbuf *words)
{
    size_t start = 0, end = words->length;
    const char *text = strbuf_text(words);
    if (strspn(text, " ") == end)
        start = end;
    const char *kept = arena_intern(arena, text + start, end - start);
    strbuf_release(words);
    return kept;
}

struct xlsx_format xlsx_format_read(const char *code, struct arena *arena)
{
    struct scan scan = {0};
    scan_code(&scan, code);
    struct xlsx_format format = {.elapsed = scan.elapsed};
    bool time = scan.hour && !scan.day && !scan.year;
    if (scan.day || scan.month || scan.year || scan.hour) {
        format.kind = time ? XLSX_TIME : scan.day ? XLSX_DATE : scan.month ? XLSX_MONTH : XLSX_YEAR;
        strbuf_clear(&scan.before);
        strbuf_clear(&scan.after);
    } else
        format.shift = (scan.percent ? 2 : 0) - 3 * scan.commas;
    format.before = keep(arena, &scan.before);
    format.after = keep(arena, &scan.after);
    return format;
}

/* ---- Dates ---- */

/* The days of a decimal and its fraction in thousand-millionths; -1 if it is no date's. */
static int split_days(const struct decimal *decimal, int64_t *fraction)
{
    int64_t days = 0;
    *fraction = 0;
    if (decimal->negative || decimal->point > 7)
        return -1;
    for (int i = 0; i < decimal->point; i++)
        days = days * 10 + (i < (int)decimal->count ? decimal->digits[i] - '0' : 0);
    for (int i = decimal->point; i < decimal->point + 9; i++)
        *fraction =
            *fraction * 10 + (i >= 0 && i < (int)decimal->count ? decimal->digits[i] - '0' : 0);
    return days <= LAST_DAY ? (int)days : -1;
}

static void add_time(struct strbuf *out, int days, int64_t fraction, bool elapsed)
{
    int64_t seconds = (fraction * 86400 + 500000000) / 1000000000;
    int64_t hours = seconds / 3600 + (elapsed ? (int64_t)days * 24 : 0);
    strbuf_addf(out, "%" PRId64 ":%02d", hours, (int)(seconds / 60 % 60));
    if (seconds % 60 != 0)
        strbuf_addf(out, ":%02d", (int)(seconds % 60));
}

static bool add_date(struct strbuf *out, const struct xlsx_format *format,
                     const struct decimal *decimal, bool from_1904)
{
    int64_t fraction;
    int days = split_days(decimal, &fraction);
    if (days < 0)
        return false;
    if (format->kind == XLSX_TIME) {
        add_time(out, days, fraction, format->elapsed);
        return true;
    }
    days += from_1904 ? FROM_1904 : 0;
    static const struct date before_all = {1899, 12, 30};
    /* there is a 29 February 1900 for Excel */
    struct date date = date_add_days(before_all, days < 60 ? days + 1 : days);
    char text[DATE_TEXT_SIZE];
    if (days == 0 || days == 60 || !date_is_set(date))
        return false;
    if (format->kind == XLSX_DATE)
        strbuf_adds(out, date_format(text, date));
    else if (format->kind == XLSX_MONTH)
        strbuf_addf(out, "%d/%d", date.month, date.year);
    else
        strbuf_addf(out, "%d", date.year);
    return true;
}

int xlsx_format_add(struct strbuf *out, const struct xlsx_format *format, const char *value,
                    bool from_1904)
{
    struct decimal decimal;
    if (!decimal_read(&decimal, value))
        return -1;
    if (format->kind != XLSX_NUMBER && add_date(out, format, &decimal, from_1904))
        return 0;
    if (decimal.count > 0)
        decimal.point += format->kind == XLSX_NUMBER ? format->shift : 0;
    strbuf_adds(out, format->before);
    decimal_add(out, &decimal);
    strbuf_adds(out, format->after);
    return *format->before == '\0' && *format->after == '\0' ? ',' : 0;
}
