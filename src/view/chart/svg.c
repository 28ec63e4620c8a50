// SPDX-License-Identifier: MIT
#include "view/chart/svg.h"

#include "base/escape.h"
#include "base/text.h"

#include <string.h>

/* A pattern's ground, and the path of its marks in a tile of 8 by 8. */
static const struct {
    const char *name, *ground, *marks;
} paints[PAINTS] = {
    [PAINT_DONE] = {"done", "done", ""},
    [PAINT_LATE] = {"late", "late", "M-2 2L2 -2M-2 10L10 -2M6 10L10 6"},
    [PAINT_DONE_UNDATED] = {"done-undated", "done", "M2 4a2 2 0 1 0 4 0a2 2 0 1 0 -4 0"},
    [PAINT_OPEN] = {"open", "open", ""},
    [PAINT_PROGRESS] = {"progress", "progress", "M4 0V8"},
    [PAINT_OVERDUE] = {"overdue", "overdue", "M0 0L8 8M8 0L0 8"},
    [PAINT_UNDATED] = {"undated", "undated", "M3 4H5"},
    [PAINT_CANCELLED] = {"cancelled", "cancelled", "M2 2L6 6M6 2L2 6"},
};

void svg_rect(struct svg *svg, const char *class, int x, int y, int width, int height)
{
    strbuf_addf(&svg->body, "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                class, x, y, width, height);
}

void svg_line(struct svg *svg, const char *class, int x1, int y1, int x2, int y2)
{
    strbuf_addf(&svg->body, "<path class=\"%s\" d=\"M%d %dL%d %d\"/>\n", class, x1, y1, x2, y2);
}

void svg_diamond(struct svg *svg, const char *class, int x, int y, int radius)
{
    strbuf_addf(&svg->body, "<path class=\"%s\" d=\"M%d %dl%d %dl%d %dl%d %dz\"/>\n", class, x,
                y - radius, radius, radius, -radius, radius, -radius, -radius);
}

void svg_area(struct svg *svg, enum svg_paint paint, int x, int y, int width, int height)
{
    if (width <= 0)
        return;
    svg->paints |= 1U << paint;
    strbuf_addf(&svg->body, "<rect fill=\"url(#%s-%s)\" x=\"%d\" y=\"%d\"", svg->id,
                paints[paint].name, x, y);
    strbuf_addf(&svg->body, " width=\"%d\" height=\"%d\"/>\n", width, height);
    svg_rect(svg, "edge", x, y, width, height);
}

static void add_text(struct strbuf *out, const char *text)
{
    escape_add_html(out, text, false);
}

void svg_text(struct svg *svg, const char *class, enum svg_anchor anchor, int x, int y, int size,
              const char *text)
{
    static const char *const anchors[] = {"", " text-anchor=\"middle\"", " text-anchor=\"end\""};
    strbuf_adds(&svg->body, "<text");
    if (class != NULL)
        strbuf_addf(&svg->body, " class=\"%s\"", class);
    strbuf_addf(&svg->body, " x=\"%d\" y=\"%d\" font-size=\"%d\"%s>", x, y, size, anchors[anchor]);
    add_text(&svg->body, text);
    strbuf_adds(&svg->body, "</text>\n");
}

/* A character's width in hundredths of the font's size, as sans-serif fonts mostly have it. */
static int width_of(uint32_t code_point, const char *text, size_t length)
{
    char one[8] = "";
    memcpy(one, text, length);
    uint32_t letter = text_base_letter(code_point);
    unsigned columns = text_width(one);
    if (columns != 1)
        return columns == 0 ? 0 : 100;
    if (letter == 'm' || letter == 'w')
        return 88;
    if (text_lower(code_point) != code_point)
        return letter == 'i' ? 32 : 71;
    return code_point < 0x80 && strchr(" ,.;:'!|/()ijltfr", (int)code_point) != NULL ? 33 : 56;
}

/* Returns the number of bytes that fit into a line, up to the end of a word unless `hard`. */
static size_t line_length(const char *text, int room, bool hard)
{
    size_t used = 0, word = 0;
    int width = 0;
    while (text[used] != '\0') {
        uint32_t code_point;
        size_t length = text_decode(text + used, &code_point);
        width += width_of(code_point, text + used, length);
        if (width > room)
            return hard || word == 0 ? used : word;
        if (code_point == ' ')
            word = used + 1;
        used += length;
    }
    return used;
}

int svg_text_lines(struct svg *svg, const char *class, int x, int y, int size, int width, int most,
                   const char *text)
{
    struct strbuf printable = {0}, line = {0};
    int room = width * 100 / size, count = 0;
    text_add_printable(&printable, text, false);
    for (const char *p = strbuf_text(&printable); *p != '\0' && count < most; count++) {
        bool last = count + 1 == most;
        size_t length = line_length(p, room, false);
        bool cut = last && p[length] != '\0';
        if (cut)
            length = line_length(p, room - 100, true);
        if (length == 0)
            break;
        strbuf_clear(&line);
        strbuf_add(&line, p, length);
        strbuf_adds(&line, cut ? "…" : "");
        svg_text(svg, class, SVG_START, x, y + count * (size * 13 / 10), size, line.text);
        p += length;
    }
    strbuf_release(&printable);
    strbuf_release(&line);
    return count;
}

void svg_add_key(struct svg *svg, struct svg *key, const char *name)
{
    svg->paints |= key->paints;
    strbuf_addf(
        &svg->legend,
        "<li><svg class=\"chart key\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">\n%s</svg>",
        SVG_KEY_WIDTH, SVG_KEY_HEIGHT, strbuf_text(&key->body));
    add_text(&svg->legend, name);
    strbuf_adds(&svg->legend, "</li>\n");
    strbuf_release(&key->body);
}

void svg_add_paint_key(struct svg *svg, enum svg_paint paint, const char *name)
{
    struct svg key = {.id = svg->id};
    svg_area(&key, paint, 1, 1, SVG_KEY_WIDTH - 2, SVG_KEY_HEIGHT - 2);
    svg_add_key(svg, &key, name);
}

static void add_pattern(struct strbuf *out, const char *id, enum svg_paint paint)
{
    strbuf_addf(out, "<pattern id=\"%s-%s\" width=\"8\" height=\"8\"", id, paints[paint].name);
    strbuf_addf(out,
                " patternUnits=\"userSpaceOnUse\"><rect class=\"%s\" width=\"8\" height=\"8\"/>",
                paints[paint].ground);
    if (*paints[paint].marks != '\0')
        strbuf_addf(out, "<path class=\"mark\" d=\"%s\"/>", paints[paint].marks);
    strbuf_adds(out, "</pattern>\n");
}

void svg_finish(struct svg *svg, struct strbuf *out, const char *title, const char *description)
{
    const char *id = svg->id;
    strbuf_addf(out, "<ul class=\"legend\">\n%s</ul>\n", strbuf_text(&svg->legend));
    strbuf_addf(out, "<svg class=\"chart %s\" xmlns=\"http://www.w3.org/2000/svg\"", svg->class);
    strbuf_addf(out, " viewBox=\"0 0 %d %d\" role=\"img\"", svg->width, svg->height);
    strbuf_addf(out, " aria-labelledby=\"%s-title %s-desc\">\n<title id=\"%s-title\">", id, id, id);
    add_text(out, title);
    strbuf_addf(out, "</title>\n<desc id=\"%s-desc\">", id);
    add_text(out, description);
    strbuf_adds(out, "</desc>\n<defs>\n");
    for (int i = 0; i < PAINTS; i++)
        if ((svg->paints >> i & 1) != 0)
            add_pattern(out, id, (enum svg_paint)i);
    strbuf_adds(out, "</defs>\n");
    strbuf_adds(out, strbuf_text(&svg->body));
    strbuf_adds(out, "</svg>");
    strbuf_release(&svg->body);
    strbuf_release(&svg->legend);
}
