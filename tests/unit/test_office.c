// SPDX-License-Identifier: MIT
/* Real Excel and Word files that were cut or have a wrong bit, and archives that are bombs. */
#include "check.h"

#include "archive.h"
#include "base/zip_read.h"
#include "read/plan_read.h"
#include "write/plan_write.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const samples[] = {
    "tests/data/plan-2021-xlsxwriter.xlsx", "tests/data/plan-2021-libreoffice.xlsx",
    "tests/data/plan-2021-libreoffice.docx", "tests/data/plan-2021-tracked.docx"};

static struct strbuf read_bytes(const char *path)
{
    struct strbuf bytes = {0};
    char block[4096];
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    for (size_t length; (length = fread(block, 1, sizeof block, stream)) > 0;)
        strbuf_add(&bytes, block, length);
    fclose(stream);
    return bytes;
}

static struct plan *read_plan(const char *text, size_t length, struct error_list *errors)
{
    struct source source = {.path = "a", .text = text, .length = length};
    struct read_options options = {0};
    *errors = (struct error_list){0};
    return plan_read(&source, &options, errors);
}

/* The plan as the official table; the caller frees it. */
static char *write_plan(const struct plan *plan)
{
    char *text = NULL;
    size_t length;
    struct query query = {0};
    struct progress nothing = {0};
    FILE *out = open_memstream(&text, &length);
    struct plan_extract extract = {.plan = plan, .query = &query, .progress = &nothing};
    struct error error;
    assert_int_equal(plan_write_csv(&extract, out, &error), 0);
    fclose(out);
    return text;
}

/* Under valgrind, thirty times slower, a sample of the cases does. */
static size_t stride(void)
{
    return getenv("VALGRIND") != NULL ? 23 : 1;
}

static void no_cut_file_loads(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct strbuf bytes = read_bytes(samples[i]);
        struct error_list errors;
        for (size_t length = 0; length < bytes.length; length += stride()) {
            char *part = malloc(length + 1); /* its own block, so that reading past it is seen */
            memcpy(part, bytes.text, length);
            part[length] = '\0';
            assert_null(read_plan(part, length, &errors));
            assert_int_equal(errors.items[0].code, ERROR_DATA);
            free(part);
        }
        strbuf_release(&bytes);
    }
}

/*
 * A wrong bit is an error, or is where nothing depends on it (a time in a member's header) and the
 * plan is the same; never another plan. The archive's list is at the end.
 */
static void no_flipped_bit_changes_a_plan(void **state)
{
    (void)state;
    enum { LIST = 900, STEP = 997, LIST_STEP = 11 };
    size_t refused = 0, same = 0;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct strbuf bytes = read_bytes(samples[i]);
        struct error_list errors;
        struct plan *plan = read_plan(bytes.text, bytes.length, &errors);
        char *wanted = write_plan(plan);
        plan_free(plan);
        for (size_t at = 0; at < bytes.length;
             at += at + LIST < bytes.length ? STEP * stride() : LIST_STEP * stride()) {
            char bit = (char)(1 << at % 8);
            bytes.text[at] ^= bit;
            plan = read_plan(bytes.text, bytes.length, &errors);
            bytes.text[at] ^= bit;
            assert_int_equal(plan == NULL, errors.count > 0);
            refused += plan == NULL;
            if (plan == NULL)
                continue;
            char *text = write_plan(plan);
            if (strcmp(text, wanted) != 0)
                print_error("%s: byte %zu\n", samples[i], at);
            assert_string_equal(text, wanted);
            free(text);
            plan_free(plan);
            same++;
        }
        free(wanted);
        strbuf_release(&bytes);
    }
    assert_true(refused > same);
}

static void assert_refused(struct archive *archive, const char *text)
{
    struct error_list errors;
    const struct strbuf *bytes = archive_end(archive);
    struct plan *plan = read_plan(bytes->text, bytes->length, &errors);
    if (plan != NULL || strstr(errors.items[0].text, text) == NULL)
        print_error("%s\n", errors.items[0].text);
    assert_null(plan);
    assert_int_equal(errors.items[0].code, ERROR_DATA);
    assert_non_null(strstr(errors.items[0].text, text));
    archive_release(archive);
}

static void archives_that_are_refused(void **state)
{
    (void)state;
    struct archive large = {.claimed = 300U << 20}, packed = {.claimed = 200U << 20};
    struct archive locked = {.flags = 1}, twice = {0}, many = {0}, total = {0}, other = {0};
    archive_add(&large, "xl/a.xml", "x");
    assert_refused(&large, "too large when unpacked");
    archive_add(&packed, "xl/a.xml", "a few bytes");
    assert_refused(&packed, "no document is packed so well");
    archive_add(&locked, "xl/a.xml", "x");
    assert_refused(&locked, "password");
    archive_add(&twice, "xl/a.xml", "x");
    archive_add(&twice, "xl/a.xml", "y");
    assert_refused(&twice, "second member of this name");
    for (int i = 0; i <= ZIP_MEMBERS_MAX; i++) {
        char name[16];
        snprintf(name, sizeof name, "%d", i);
        archive_add(&many, name, "");
    }
    assert_refused(&many, "an archive of 4097 members");
    struct strbuf mebibyte = {0};
    strbuf_add_spaces(&mebibyte, 1 << 20);
    total.claimed = 200U << 20;
    for (int i = 0; i < 3; i++)
        archive_add(&total, (const char *[]){"a", "b", "c"}[i], mebibyte.text);
    strbuf_release(&mebibyte);
    assert_refused(&total, "too large when unpacked");
    archive_add(&other, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    archive_add(&other, "content.xml", "<a/>");
    assert_refused(&other, "OpenDocument");
}

#define MAIN(part)                                                                                 \
    "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='" part                    \
    "'/></Relationships>"

static void parts_that_are_not_there(void **state)
{
    (void)state;
    struct archive none = {0}, absent = {0}, binary = {0}, slides = {0}, shorter = {0};
    archive_add(&none, "readme.txt", "x");
    assert_refused(&none, "no Excel or Word file");
    archive_add(&absent, "_rels/.rels", MAIN("xl/workbook.xml"));
    assert_refused(&absent, "missing");
    archive_add(&binary, "_rels/.rels", MAIN("xl/workbook.bin"));
    assert_refused(&binary, ".xlsb");
    archive_add(&slides, "_rels/.rels", MAIN("p.xml"));
    archive_add(&slides, "p.xml", "<presentation/>");
    assert_refused(&slides, "neither sheets nor text");
    archive_add(&shorter, "_rels/.rels", MAIN("p.xml"));
    shorter.claimed = 100; /* it lies about its size */
    archive_add(&shorter, "p.xml", "<workbook/>");
    assert_refused(&shorter, "damaged");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_cut_file_loads),
        cmocka_unit_test(no_flipped_bit_changes_a_plan),
        cmocka_unit_test(archives_that_are_refused),
        cmocka_unit_test(parts_that_are_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
