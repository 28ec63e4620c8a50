// SPDX-License-Identifier: MIT
/*
 * Reads a member of a zip archive as a stream of XML events, with expat, which only this module
 * includes. Names come without their namespace prefix: in the parts of ECMA-376 that are read here,
 * a local name and its parent element are never ambiguous.
 *
 * Documents are XML 1.0 without a document type declaration (so there are no entities to expand;
 * ECMA-376 part 2, 6.2.5 forbids one too) and at most XML_DEPTH_MAX elements deep.
 */
#ifndef BASE_XML_H
#define BASE_XML_H

#include "base/zip_read.h"

#include <stdbool.h>

#define XML_DEPTH_MAX 64

struct xml;

/* Callbacks of a module that reads one kind of part. Any of them may be NULL. */
struct xml_events {
    void (*start)(struct xml *xml, const char *name);
    void (*end)(struct xml *xml, const char *name);
    void (*text)(struct xml *xml, const char *text, size_t length); /* in pieces; valid UTF-8 */
};

/* Reads a member. Returns 0, or -1 with an error whose location.cell is «xl/workbook.xml, line 3»;
 * the caller adds its path. */
int xml_read(struct zip_reader *zip, const char *member, const struct xml_events *events,
             void *context, struct error *error);

/* ---- For callbacks ---- */

void *xml_context(const struct xml *xml);

/* Returns an attribute of the element that starts, or NULL if it has none. Borrowed during the
 * event. */
const char *xml_attribute(const struct xml *xml, const char *name);

/* Returns an attribute as a whole number, 0 to `max`, or `otherwise` if it is absent or not one. */
size_t xml_number(const struct xml *xml, const char *name, size_t max, size_t otherwise);

/* Returns whether an attribute is absent («<w:b/>»), "1", "true" or "on". */
bool xml_is_on(const struct xml *xml, const char *name);

/* Returns the parent of the element that starts or ends, or "" if it has none; at most 23 bytes. */
const char *xml_parent(const struct xml *xml);
/* Returns the name of the element `up` levels above it: 1 is the parent. */
const char *xml_ancestor(const struct xml *xml, size_t up);

/* Stops reading, with an error at this line; no event follows. Only the first call counts. */
void xml_fail(struct xml *xml, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool xml_has_failed(const struct xml *xml);

#endif
