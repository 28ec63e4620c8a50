// SPDX-License-Identifier: MIT
#include "view/document/docx.h"

#include "base/escape.h"
#include "base/zip_write.h"

#include <string.h>

/* Twentieths of a point: the margins of the Decree, and the page. */
enum {
    PAGE_WIDTH = 11906,
    PAGE_HEIGHT = 16838,
    MARGIN_TOP = 1134,  /* 20 mm */
    MARGIN_LEFT = 1701, /* 30 mm */
    MARGIN_RIGHT = 1134 /* 20 mm */
};

#define W_NAMESPACE "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define R_NAMESPACE                                                                                \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char content_types[] =
    XML_HEAD "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
             "<Default Extension=\"rels\" "
             "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
             "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
             "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD "document.main+xml\"/>"
             "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>"
             "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD "header+xml\"/>"
             "</Types>";

static const char package_relations[] = XML_HEAD
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "officeDocument\" Target=\"word/document.xml\"/>"
    "</Relationships>";

static const char document_relations[] = XML_HEAD
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "header\" Target=\"header1.xml\"/>"
    "</Relationships>";

static const char styles[] = XML_HEAD
    "<w:styles " W_NAMESPACE "><w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" "
    "w:eastAsia=\"Times New Roman\"/><w:color w:val=\"000000\"/><w:sz w:val=\"28\"/>"
    "<w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
    "</w:style></w:styles>";

static const char header[] = XML_HEAD
    "<w:hdr " W_NAMESPACE "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE "
    "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

/* ---- Paragraphs ---- */

static void add_run_style(struct strbuf *out, const struct docx_style *style)
{
    unsigned size = 2 * (style->points > 0 ? style->points : 14);
    strbuf_adds(out, "<w:rPr>");
    strbuf_adds(out, style->bold ? "<w:b/>" : "");
    strbuf_adds(out, style->italic ? "<w:i/>" : "");
    strbuf_addf(out, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>", size, size);
    strbuf_adds(out, style->blank ? "<w:highlight w:val=\"yellow\"/>" : "");
    strbuf_adds(out, "</w:rPr>");
}

static void add_paragraph_style(struct strbuf *out, const struct docx_style *style)
{
    static const char *const aligns[] = {"both", "left", "center", "right"};
    strbuf_adds(out, "<w:pPr>");
    strbuf_adds(out, style->with_next ? "<w:keepNext/>" : "");
    strbuf_adds(out, style->flush ? "<w:spacing w:before=\"0\" w:after=\"0\"/>"
                                  : "<w:spacing w:before=\"120\" w:after=\"0\" w:line=\"264\" "
                                    "w:lineRule=\"auto\"/><w:ind w:firstLine=\"567\"/>");
    strbuf_addf(out, "<w:jc w:val=\"%s\"/></w:pPr>", aligns[style->align]);
}

/* Draws a line as a paragraph with a border and indented sides: `percent` of `room`, which is in
 * twentieths of a point. */
static void add_rule(struct strbuf *out, unsigned percent, unsigned room)
{
    unsigned side = room * (100 - percent) / 200;
    strbuf_addf(out,
                "<w:p><w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" "
                "w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"20\" w:after=\"0\" "
                "w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\"%u\" w:right=\"%u\"/></w:pPr>"
                "</w:p>",
                side, side);
}

/* Lines of a text are broken in one paragraph. */
static void add_text(struct strbuf *out, const char *text)
{
    struct strbuf line = {0};
    for (bool first = true; strbuf_take_line(&line, &text); first = false) {
        strbuf_adds(out, first ? "" : "<w:br/>");
        strbuf_adds(out, "<w:t xml:space=\"preserve\">");
        escape_add_html(out, strbuf_text(&line), false);
        strbuf_adds(out, "</w:t>");
    }
    strbuf_release(&line);
}

void docx_add_paragraph(struct docx *docx, const char *text, struct docx_style style)
{
    enum { ROOM = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT };
    struct strbuf *out = &docx->body;
    if (style.rule > 0)
        add_rule(out, style.rule, docx->columns == 2 ? ROOM / 2 : ROOM);
    if (text == NULL)
        return;
    strbuf_adds(out, "<w:p>");
    add_paragraph_style(out, &style);
    strbuf_adds(out, "<w:r>");
    add_run_style(out, &style);
    add_text(out, text);
    strbuf_adds(out, "</w:r></w:p>");
}

/* ---- Tables ---- */

void docx_begin_table(struct docx *docx, const unsigned *widths, size_t columns, bool bordered)
{
    static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};
    struct strbuf *out = &docx->body;
    docx->columns = columns;
    strbuf_adds(out, "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/>");
    if (bordered) {
        strbuf_adds(out, "<w:tblBorders>");
        for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
            strbuf_addf(out, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
                        sides[i]);
        strbuf_adds(out, "</w:tblBorders>");
    }
    strbuf_adds(out, "<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < columns; i++)
        strbuf_addf(out, "<w:gridCol w:w=\"%u\"/>", widths[i] * (docx->landscape ? 145 : 90));
    strbuf_adds(out, "</w:tblGrid>");
}

void docx_begin_row(struct docx *docx, bool is_header)
{
    strbuf_adds(&docx->body, "<w:tr><w:trPr><w:cantSplit/>");
    strbuf_adds(&docx->body, is_header ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
}

void docx_begin_cell(struct docx *docx, size_t span)
{
    strbuf_adds(&docx->body, "<w:tc><w:tcPr>");
    if (span > 1)
        strbuf_addf(&docx->body, "<w:gridSpan w:val=\"%zu\"/>", span);
    strbuf_adds(&docx->body, "</w:tcPr>");
}

void docx_end_cell(struct docx *docx)
{
    strbuf_adds(&docx->body, "</w:tc>");
}

void docx_end_row(struct docx *docx)
{
    strbuf_adds(&docx->body, "</w:tr>");
}

void docx_end_table(struct docx *docx)
{
    strbuf_adds(&docx->body, "</w:tbl>");
    docx->columns = 0;
}

/* ---- Pages ---- */

static void add_section(struct strbuf *out, bool landscape)
{
    strbuf_addf(out,
                "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/>"
                "<w:pgSz w:w=\"%d\" w:h=\"%d\"%s/><w:pgMar w:top=\"%d\" w:right=\"%d\" "
                "w:bottom=\"%d\" w:left=\"%d\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>%s"
                "</w:sectPr>",
                landscape ? PAGE_HEIGHT : PAGE_WIDTH, landscape ? PAGE_WIDTH : PAGE_HEIGHT,
                landscape ? " w:orient=\"landscape\"" : "", MARGIN_TOP, MARGIN_RIGHT, MARGIN_TOP,
                landscape ? MARGIN_RIGHT : MARGIN_LEFT, landscape ? "" : "<w:titlePg/>");
}

void docx_begin_section(struct docx *docx, bool landscape)
{
    strbuf_adds(&docx->body, "<w:p><w:pPr>");
    add_section(&docx->body, docx->landscape);
    strbuf_adds(&docx->body, "</w:pPr></w:p>");
    docx->landscape = landscape;
}

int docx_write(struct docx *docx, struct date day, FILE *out, struct error *error)
{
    struct strbuf document = {0};
    struct zip_writer *zip = zip_writer_new(day, error);
    if (zip == NULL)
        return -1;
    strbuf_adds(&document, XML_HEAD "<w:document " W_NAMESPACE " " R_NAMESPACE "><w:body>");
    strbuf_add(&document, strbuf_text(&docx->body), docx->body.length);
    add_section(&document, docx->landscape);
    strbuf_adds(&document, "</w:body></w:document>");
    zip_writer_add(zip, "[Content_Types].xml", content_types, sizeof content_types - 1);
    zip_writer_add(zip, "_rels/.rels", package_relations, sizeof package_relations - 1);
    zip_writer_add(zip, "word/document.xml", document.text, document.length);
    zip_writer_add(zip, "word/_rels/document.xml.rels", document_relations,
                   sizeof document_relations - 1);
    zip_writer_add(zip, "word/styles.xml", styles, sizeof styles - 1);
    zip_writer_add(zip, "word/header1.xml", header, sizeof header - 1);
    int status = zip_writer_write(zip, out, error);
    zip_writer_free(zip);
    strbuf_release(&document);
    return status;
}

void docx_release(struct docx *docx)
{
    strbuf_release(&docx->body);
    *docx = (struct docx){0};
}
