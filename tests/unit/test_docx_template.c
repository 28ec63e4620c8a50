// SPDX-License-Identifier: MIT
/* Places of a Word document that are filled in, however Word has cut them up. */
#include "archive.h"
#include "check.h"

#include "base/zip_read.h"
#include "view/document/docx_template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum docx_placeholder add_value(void *context, const char *name, struct strbuf *out)
{
    (void)context;
    if (strcmp(name, "so_nhiem_vu") == 0)
        strbuf_adds(out, "4 & 5");
    else if (strcmp(name, "noi_nhan") == 0)
        strbuf_adds(out, "- A;\n- B");
    else if (strcmp(name, "bang") == 0)
        strbuf_adds(out, "<w:tbl/>");
    else
        return DOCX_PLACEHOLDER_UNKNOWN;
    return strcmp(name, "bang") == 0 ? DOCX_PLACEHOLDER_BLOCK : DOCX_PLACEHOLDER_TEXT;
}

static const char *const names[] = {"so_nhiem_vu", "noi_nhan", "bang", NULL};
static const struct docx_filler filler = {add_value, NULL, names};

static int keep(void *context, const char *bytes, size_t length)
{
    strbuf_add(context, bytes, length);
    return 0;
}

/* The document's part when filled in, in `out`; or -1 with the error. */
static int fill(struct strbuf *out, const char *body, const char *main_part, struct error *error)
{
    struct archive archive = {0};
    struct strbuf part = {0};
    char *filled = NULL;
    size_t length = 0;
    strbuf_addf(&part, "<w:document xmlns:w=\"w\"><w:body>%s</w:body></w:document>", body);
    archive_add(&archive, "[Content_Types].xml",
                "<Types a=\"wordprocessingml.template.main+xml\"/>");
    archive_add(&archive, main_part, part.text);
    archive_add(&archive, "word/header1.xml", "<w:hdr xmlns:w=\"w\"/>");
    const struct strbuf *bytes = archive_end(&archive);
    const struct office_form form = {"form.docx", bytes->text, bytes->length};
    FILE *file = open_memstream(&filled, &length);
    int status = docx_template_fill(&form, &filler, (struct date){2026, 1, 1}, file, error);
    fclose(file);
    if (status == 0) {
        struct strbuf types = {0};
        struct zip_reader *zip = zip_reader_open(filled, length, error);
        assert_non_null(zip);
        assert_int_equal(zip_reader_read(zip, main_part, keep, out, error), 0);
        assert_int_equal(zip_reader_read(zip, "[Content_Types].xml", keep, &types, error), 0);
        assert_string_equal(types.text, "<Types a=\"wordprocessingml.document.main+xml\"/>");
        assert_true(zip_reader_has(zip, "word/header1.xml"));
        zip_reader_close(zip);
        strbuf_release(&types);
    }
    strbuf_release(&part);
    archive_release(&archive);
    free(filled);
    return status;
}

static void assert_filled(const char *body, const char *wanted)
{
    struct strbuf out = {0}, whole = {0};
    struct error error = {0};
    if (fill(&out, body, "word/document.xml", &error) != 0)
        fail_msg("%s: %s", body, error.text);
    strbuf_addf(&whole, "<w:document xmlns:w=\"w\"><w:body>%s</w:body></w:document>", wanted);
    assert_string_equal(out.text, whole.text);
    strbuf_release(&out);
    strbuf_release(&whole);
}

static void assert_refused(const char *body, const char *why)
{
    struct strbuf out = {0};
    struct error error = {0};
    assert_int_equal(fill(&out, body, "word/document.xml", &error), -1);
    assert_int_equal(error.code, ERROR_DATA);
    assert_string_equal(error.path, "form.docx");
    if (strstr(error.text, why) == NULL)
        fail_msg("«%s» is refused by «%s»", body, error.text);
    strbuf_release(&out);
}

static void placeholders_are_filled(void **state)
{
    (void)state;
    assert_filled("<w:p><w:r><w:t>a {{so_nhiem_vu}} b</w:t></w:r></w:p>",
                  "<w:p><w:r><w:t>a 4 &amp; 5 b</w:t></w:r></w:p>");
    assert_filled(
        "<w:p a='>'><w:t xml:space=\"preserve\">{{ Số nhiệm vụ }}{{so_nhiem_vu}}</w:t></w:p>",
        "<w:p a='>'><w:t xml:space=\"preserve\">4 &amp; 54 &amp; 5</w:t></w:p>");
    assert_filled("<w:p><w:t>x{</w:t><w:t>{so_</w:t><w:b/><w:t>nhiem_vu}</w:t><w:t>} y</w:t></w:p>",
                  "<w:p><w:t>x4 &amp; 5</w:t><w:t></w:t><w:b/><w:t></w:t><w:t> y</w:t></w:p>");
    assert_filled("<w:p><w:t>{{noi_nhan}}</w:t></w:p>",
                  "<w:p><w:t>- A;</w:t><w:br/><w:t xml:space=\"preserve\">- B</w:t></w:p>");
}

static void blocks_take_their_paragraphs_place(void **state)
{
    (void)state;
    assert_filled("<w:p/><w:p><w:pPr/><w:r><w:t> {{bang</w:t></w:r><w:r><w:t>}} </w:t></w:r></w:p>",
                  "<w:p/><w:tbl/>");
    assert_filled("<w:tc><w:p><w:t>{{bang}}</w:t></w:p></w:tc><w:p><w:t>{{bang}}</w:t></w:p>",
                  "<w:tc><w:tbl/></w:tc><w:tbl/>");
    assert_refused("<w:p><w:t>a {{bang}}</w:t></w:p>", "a paragraph of its own");
    assert_refused("<w:p><w:pPr><w:sectPr/></w:pPr><w:t>{{bang}}</w:t></w:p>",
                   "a paragraph of its own");
}

static void paragraphs_stand_in_paragraphs(void **state)
{
    (void)state;
    assert_filled("<w:p><w:t>{{so_</w:t><w:x><w:p><w:t>{{so_nhiem_vu}}</w:t></w:p></w:x>"
                  "<w:t>nhiem_vu}}</w:t></w:p>",
                  "<w:p><w:t>4 &amp; 5</w:t><w:x><w:p><w:t>4 &amp; 5</w:t></w:p></w:x>"
                  "<w:t></w:t></w:p>");
}

static void the_rest_stays_as_it_is(void **state)
{
    (void)state;
    assert_filled("<!-- <w:p><w:t>{{x}}</w:t></w:p> --><w:pPr/><w:p><w:tab/><w:t/>"
                  "<w:t>{ &lt;{x} }}</w:t><w:t>{{so_nhiem_vu}}</w:t></w:p>",
                  "<!-- <w:p><w:t>{{x}}</w:t></w:p> --><w:pPr/><w:p><w:tab/><w:t/>"
                  "<w:t>{ &lt;{x} }}</w:t><w:t>4 &amp; 5</w:t></w:p>");
}

static void what_cannot_be_filled_is_refused(void **state)
{
    (void)state;
    struct strbuf out = {0};
    struct error error = {0};
    assert_refused("<w:p><w:t>{{so_nhiemvu}}</w:t></w:p>", "did you mean «so_nhiem_vu»?");
    assert_refused("<w:p><w:t>{{}}</w:t></w:p>", "no place «{{}}»");
    assert_refused("<w:p><w:t>{{bang</w:t></w:p><w:p><w:t>}}</w:t></w:p>", "without «}}»");
    assert_refused("<w:p><w:t>none</w:t></w:p>", "no place to fill in");
    assert_refused("<w:p><w:t>{{bang}}</w:p>", "");
    assert_int_equal(fill(&out, "", "xl/workbook.xml", &error), -1);
    assert_string_equal(error.text, "this is no Word document (.docx)");
    const struct office_form text = {"form.docx", "plain", 5};
    assert_int_equal(docx_template_fill(&text, &filler, (struct date){2026, 1, 1}, stderr, &error),
                     -1);
    assert_string_equal(error.text, "this is no Word document (.docx)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders_are_filled),
        cmocka_unit_test(blocks_take_their_paragraphs_place),
        cmocka_unit_test(paragraphs_stand_in_paragraphs),
        cmocka_unit_test(the_rest_stays_as_it_is),
        cmocka_unit_test(what_cannot_be_filled_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
