// SPDX-License-Identifier: MIT
/*
 * SVG markup (SVG 1.1 in HTML) of charts. Geometry is integer, in units of the view box. Colours
 * are the page's: elements have classes, which data/document.css gives light, dark and printed
 * colours. All text is plain: it is made printable and escaped here.
 */
#ifndef VIEW_CHART_SVG_H
#define VIEW_CHART_SVG_H

#include "base/strbuf.h"

/* The fills of areas. Each but the two plain ones has its own pattern, so that a chart can be read
 * without colour. */
enum svg_paint {
    PAINT_DONE,         /* plain */
    PAINT_LATE,         /* slanted lines */
    PAINT_DONE_UNDATED, /* rings */
    PAINT_OPEN,         /* plain, a lighter fill */
    PAINT_PROGRESS,     /* upright lines */
    PAINT_OVERDUE,      /* crossed lines */
    PAINT_UNDATED,      /* dots */
    PAINT_CANCELLED,    /* small crosses */
    PAINTS
};
_Static_assert(PAINTS <= 32, "the paints of a picture are the bits of an unsigned");

enum svg_anchor { SVG_START, SVG_MIDDLE, SVG_END };

/* A picture being drawn. The caller sets id, class, width and, before svg_finish, height, and
 * zeroes the rest. svg_finish releases it. */
struct svg {
    const char *id;    /* unique in the document: ids in the markup begin with it */
    const char *class; /* of its width: "chart-wide" or "chart-narrow" */
    int width, height;
    unsigned paints; /* bits of those that were used */
    struct strbuf body, legend;
};

/* The view box of what stands before a name in the legend. */
enum { SVG_KEY_WIDTH = 24, SVG_KEY_HEIGHT = 14 };

void svg_rect(struct svg *svg, const char *class, int x, int y, int width, int height);
void svg_line(struct svg *svg, const char *class, int x1, int y1, int x2, int y2);
/* Appends a diamond around a point. */
void svg_diamond(struct svg *svg, const char *class, int x, int y, int radius);
/* Appends an area in a paint, with an edge; nothing if it has no width. */
void svg_area(struct svg *svg, enum svg_paint paint, int x, int y, int width, int height);

/* Appends one line of text; `y` is its base line and `size` the height of its letters. The class
 * may be NULL. */
void svg_text(struct svg *svg, const char *class, enum svg_anchor anchor, int x, int y, int size,
              const char *text);

/*
 * Appends text in at most `most` lines of a width, broken at words, with «…» if that is not all of
 * it; `y` is the first base line. The widths of letters are estimated, since the font is unknown.
 * Returns the number of lines.
 */
int svg_text_lines(struct svg *svg, const char *class, int x, int y, int size, int width, int most,
                   const char *text);

/*
 * Adds a line to the legend of a picture: `key`, a picture of the same id that is SVG_KEY_WIDTH
 * wide and SVG_KEY_HEIGHT high, and its name. Releases `key`.
 */
void svg_add_key(struct svg *svg, struct svg *key, const char *name);

/* Adds a line to the legend for a paint. */
void svg_add_paint_key(struct svg *svg, enum svg_paint paint, const char *name);

/*
 * Appends the whole picture, called and described so, and releases it. Its legend stands before it
 * as an HTML list, which the browser lays out: no width of a font is known here.
 */
void svg_finish(struct svg *svg, struct strbuf *out, const char *title, const char *description);

#endif
