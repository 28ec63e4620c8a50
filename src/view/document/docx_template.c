// SPDX-License-Identifier: MIT
#include "view/document/docx_template.h"

#include "base/escape.h"
#include "base/memory.h"
#include "base/suggest.h"
#include "base/text.h"
#include "base/xml.h"
#include "base/zip_write.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char main_part[] = "word/document.xml", types_part[] = "[Content_Types].xml";

/* Bytes from `start` to before `end` of a part. */
struct range {
    size_t start, end;
};

/* The replacement of a range. */
struct edit {
    struct range range;
    char *text; /* owned */
};

/* A part being read, which expat found whole; paragraphs stand in paragraphs, in text boxes. */
struct part {
    const char *xml;
    size_t length;
    struct range *texts; /* those of the paragraphs that are open, in their order */
    size_t text_count, text_capacity;
    struct {
        size_t start, first_text;
    } open[XML_DEPTH_MAX];
    size_t depth;
    struct edit *edits;
    size_t edit_count, edit_capacity;
    const struct docx_filler *filler;
    struct error *error;
    bool failed;
};

static void add_edit(struct part *part, struct range range, char *text)
{
    part->edits =
        memory_grow(part->edits, part->edit_count, &part->edit_capacity, sizeof *part->edits);
    part->edits[part->edit_count++] = (struct edit){range, text};
}

/* ---- Places of a paragraph ---- */

/* A paragraph's own text, still escaped, and where its ranges begin in it. */
struct paragraph {
    struct range range;
    const struct range *texts;
    size_t count;
    struct strbuf joined;
};

static void fail(struct part *part, const char *format, const char *quoted, const char *hint)
    __attribute__((format(printf, 2, 0)));

static void fail(struct part *part, const char *format, const char *quoted, const char *hint)
{
    if (!part->failed)
        error_set(part->error, ERROR_DATA, format, quoted, hint);
    part->failed = true;
}

/* Text as runs have it; each line but the first begins with a break. */
static char *run_text(const char *text)
{
    struct strbuf out = {0}, line = {0};
    for (bool first = true; strbuf_take_line(&line, &text); first = false) {
        strbuf_adds(&out, first ? "" : "</w:t><w:br/><w:t xml:space=\"preserve\">");
        escape_add_html(&out, strbuf_text(&line), false);
    }
    strbuf_release(&line);
    return strbuf_detach(&out);
}

/* Puts the text where the placeholder begins, and takes away the rest of it, run by run. */
static void replace_text(struct part *part, const struct paragraph *paragraph,
                         struct range placeholder, const char *text)
{
    size_t at = 0;
    bool placed = false;
    for (size_t i = 0; i < paragraph->count; i++) {
        struct range run = paragraph->texts[i];
        size_t length = run.end - run.start;
        size_t from = placeholder.start > at ? placeholder.start - at : 0;
        size_t until = placeholder.end < at + length ? placeholder.end - at : length;
        if (placeholder.end > at && from < until) {
            add_edit(part, (struct range){run.start + from, run.start + until},
                     placed ? NULL : run_text(text));
            placed = true;
        }
        at += length;
    }
}

/* Returns whether the paragraph consists of the placeholder alone. */
static bool is_alone(const struct part *part, const struct paragraph *paragraph,
                     struct range placeholder)
{
    const char *text = paragraph->joined.text;
    size_t length = paragraph->range.end - paragraph->range.start;
    const char *xml = part->xml + paragraph->range.start;
    return strspn(text, " ") == placeholder.start &&
           text[placeholder.end + strspn(text + placeholder.end, " ")] == '\0' &&
           memmem(xml, length, "<w:sectPr", strlen("<w:sectPr")) == NULL &&
           memmem(xml, length, "<w:drawing", strlen("<w:drawing")) == NULL;
}

static void fill_placeholder(struct part *part, const struct paragraph *paragraph,
                             struct range placeholder)
{
    enum { BRACES = 2 };
    const char *text = paragraph->joined.text + placeholder.start + BRACES;
    size_t length = placeholder.end - placeholder.start - 2 * (size_t)BRACES;
    char quoted[TEXT_QUOTE_SIZE], hint[SUGGESTION_SIZE];
    struct strbuf name = {0}, value = {0};
    text_fold(&name, text, length);
    for (char *p = name.text; p != NULL && *p != '\0'; p++)
        *p = (char)(*p == ' ' ? '_' : *p);
    switch (part->filler->add(part->filler->context, strbuf_text(&name), &value)) {
    case DOCX_PLACEHOLDER_TEXT:
        replace_text(part, paragraph, placeholder, strbuf_text(&value));
        break;
    case DOCX_PLACEHOLDER_BLOCK:
        if (is_alone(part, paragraph, placeholder))
            add_edit(part, paragraph->range, strbuf_detach(&value));
        else
            fail(part, "place «{{%s}}»: expected in a paragraph of its own%s",
                 text_quote(quoted, text, length), "");
        break;
    default:
        fail(part, "no place «{{%s}}»%s", text_quote(quoted, text, length),
             suggest_among(hint, strbuf_text(&name), part->filler->names));
    }
    strbuf_release(&name);
    strbuf_release(&value);
}

static void fill_paragraph(struct part *part, struct paragraph *paragraph)
{
    char quoted[TEXT_QUOTE_SIZE];
    for (size_t i = 0; i < paragraph->count; i++)
        strbuf_add(&paragraph->joined, part->xml + paragraph->texts[i].start,
                   paragraph->texts[i].end - paragraph->texts[i].start);
    const char *text = strbuf_text(&paragraph->joined), *open = text, *close;
    while (!part->failed && (open = strstr(open, "{{")) != NULL) {
        close = strstr(open, "}}");
        if (close == NULL) {
            fail(part, "«%s» without «}}» in its paragraph%s",
                 text_quote(quoted, open, strlen(open)), "");
            break;
        }
        fill_placeholder(part, paragraph,
                         (struct range){(size_t)(open - text), (size_t)(close - text) + 2});
        open = close + 2;
    }
    strbuf_release(&paragraph->joined);
}

/* ---- A part's tags ---- */

/* Past what begins at a «<»: a comment, or a tag, whose attributes may hold «>». */
static size_t end_of_tag(const struct part *part, size_t at)
{
    static const struct {
        const char *begins, *ends;
    } others[] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
    const char *tag = part->xml + at;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strncmp(tag, others[i].begins, strlen(others[i].begins)) == 0) {
            const char *end = strstr(tag, others[i].ends);
            return end != NULL ? (size_t)(end - part->xml) + strlen(others[i].ends) : part->length;
        }
    for (char quote = '\0'; *tag != '\0' && (quote != '\0' || *tag != '>'); tag++)
        if (quote != '\0')
            quote = (char)(*tag == quote ? '\0' : quote);
        else if (*tag == '"' || *tag == '\'')
            quote = *tag;
    return (size_t)(tag - part->xml) + (*tag == '>');
}

static bool is_tag(const char *tag, const char *name)
{
    size_t length = strlen(name);
    return strncmp(tag, name, length) == 0 &&
           (tag[length] == '>' || isspace((unsigned char)tag[length]));
}

static void begin_paragraph(struct part *part, size_t start)
{
    if (part->depth < XML_DEPTH_MAX) {
        part->open[part->depth].start = start;
        part->open[part->depth++].first_text = part->text_count;
    }
}

static void end_paragraph(struct part *part, size_t end)
{
    if (part->depth == 0)
        return;
    size_t first = part->open[--part->depth].first_text;
    struct paragraph paragraph = {.range = {part->open[part->depth].start, end},
                                  .texts = part->texts + first,
                                  .count = part->text_count - first};
    if (paragraph.count > 0)
        fill_paragraph(part, &paragraph);
    part->text_count = first;
}

static void add_text(struct part *part, size_t start)
{
    size_t length = strcspn(part->xml + start, "<");
    if (part->depth == 0)
        return;
    part->texts =
        memory_grow(part->texts, part->text_count, &part->text_capacity, sizeof *part->texts);
    part->texts[part->text_count++] = (struct range){start, start + length};
}

static void read_part(struct part *part)
{
    size_t end;
    for (const char *tag = part->xml; (tag = strchr(tag, '<')) != NULL; tag = part->xml + end) {
        size_t at = (size_t)(tag - part->xml);
        end = end_of_tag(part, at);
        bool empty = end >= 2 && part->xml[end - 2] == '/';
        if (is_tag(tag, "</w:p"))
            end_paragraph(part, end);
        else if (is_tag(tag, "<w:p") && !empty)
            begin_paragraph(part, at);
        else if (is_tag(tag, "<w:t") && !empty)
            add_text(part, end);
    }
}

static int compare_edits(const void *left, const void *right)
{
    size_t a = ((const struct edit *)left)->range.start;
    size_t b = ((const struct edit *)right)->range.start;
    return (a > b) - (a < b);
}

/* The part as edited. What stands inside a paragraph that goes is gone with it. */
static void apply(const struct part *part, struct strbuf *out)
{
    size_t at = 0;
    if (part->edit_count > 0)
        qsort(part->edits, part->edit_count, sizeof *part->edits, compare_edits);
    for (size_t i = 0; i < part->edit_count; i++) {
        const struct edit *edit = &part->edits[i];
        if (edit->range.start < at)
            continue;
        strbuf_add(out, part->xml + at, edit->range.start - at);
        strbuf_adds(out, edit->text != NULL ? edit->text : "");
        at = edit->range.end;
    }
    strbuf_add(out, part->xml + at, part->length - at);
}

/* Fills a part's placeholders; counts them. Returns 0, or -1 with the error. */
static int fill_part(struct strbuf *bytes, const struct docx_filler *filler, size_t *placeholders,
                     struct error *error)
{
    struct part part = {
        .xml = strbuf_text(bytes), .length = bytes->length, .filler = filler, .error = error};
    struct strbuf out = {0};
    read_part(&part);
    if (!part.failed)
        apply(&part, &out);
    *placeholders += part.edit_count;
    for (size_t i = 0; i < part.edit_count; i++)
        free(part.edits[i].text);
    free(part.edits);
    free(part.texts);
    if (part.failed)
        return -1;
    strbuf_release(bytes);
    *bytes = out;
    return 0;
}

/* ---- The file ---- */

static int keep(void *context, const char *bytes, size_t length)
{
    strbuf_add(context, bytes, length);
    return 0;
}

static bool is_filled(const char *name)
{
    static const char *const parts[] = {main_part, "word/header", "word/footer"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strncmp(name, parts[i], strlen(parts[i])) == 0)
            return true;
    return false;
}

/* A template's own kind of file, .dotx, is a document once it is filled in. */
static void make_document(struct strbuf *types)
{
    static const char kind[] = "wordprocessingml.template.main+xml";
    struct strbuf out = {0};
    const char *at = types->text != NULL ? strstr(types->text, kind) : NULL;
    if (at == NULL)
        return;
    strbuf_add(&out, types->text, (size_t)(at - types->text));
    strbuf_adds(&out, "wordprocessingml.document.main+xml");
    strbuf_adds(&out, at + strlen(kind));
    strbuf_release(types);
    *types = out;
}

static int fill_member(struct zip_reader *zip, const char *name, struct strbuf *bytes,
                       const struct docx_filler *filler, size_t *placeholders, struct error *error)
{
    static const struct xml_events none;
    if (zip_reader_read(zip, name, keep, bytes, error) != 0)
        return -1;
    if (strcmp(name, types_part) == 0)
        make_document(bytes);
    if (!is_filled(name))
        return 0;
    if (xml_read(zip, name, &none, NULL, error) != 0)
        return -1;
    return fill_part(bytes, filler, placeholders, error);
}

static int fill_members(struct zip_reader *zip, struct zip_writer *writer, struct strbuf *members,
                        const struct docx_filler *filler, struct error *error)
{
    const char *name;
    char hint[SUGGESTION_SIZE];
    size_t placeholders = 0;
    if (!zip_reader_has(zip, main_part))
        return error_set(error, ERROR_DATA, "this is no Word document (.docx)");
    for (size_t i = 0; (name = zip_reader_name(zip, i)) != NULL; i++) {
        if (fill_member(zip, name, &members[i], filler, &placeholders, error) != 0)
            return -1;
        zip_writer_add(writer, name, strbuf_text(&members[i]), members[i].length);
    }
    if (placeholders == 0)
        return error_set(error, ERROR_DATA, "no place to fill in, such as «{{%s}}»%s",
                         filler->names[0], suggest_among(hint, "", filler->names));
    return 0;
}

int docx_template_fill(const struct office_form *form, const struct docx_filler *filler,
                       struct date day, FILE *out, struct error *error)
{
    *error = (struct error){0};
    struct zip_reader *zip = NULL;
    if (zip_begins(form->bytes, form->length))
        zip = zip_reader_open(form->bytes, form->length, error);
    else
        error_set(error, ERROR_DATA, "this is no Word document (.docx)");
    struct zip_writer *writer = zip != NULL ? zip_writer_new(day, error) : NULL;
    struct strbuf *members = memory_alloc(ZIP_MEMBERS_MAX * sizeof *members);
    memset(members, 0, ZIP_MEMBERS_MAX * sizeof *members);
    int status = writer != NULL ? fill_members(zip, writer, members, filler, error) : -1;
    if (status == 0)
        status = zip_writer_write(writer, out, error);
    zip_writer_free(writer);
    zip_reader_close(zip);
    for (size_t i = 0; i < ZIP_MEMBERS_MAX; i++)
        strbuf_release(&members[i]);
    free(members);
    if (status != 0)
        error->path = form->path;
    return status;
}
