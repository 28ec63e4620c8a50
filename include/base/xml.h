// SPDX-License-Identifier: MIT
/*
 * The XML of a zip archive's member as a stream of events, from expat, which this module alone
 * includes. Names come without their namespace prefix: the parts of ECMA-376 that are read here
 * use no local name in two meanings that the element around it does not tell apart.
 *
 * XML 1.0 without a document type declaration (so that there are no entities to expand; ECMA-376
 * part 2, 6.2.5 forbids one too), at most XML_DEPTH_MAX elements deep.
 */
#ifndef BASE_XML_H
#define BASE_XML_H

#include "base/zip_read.h"

#include <stdbool.h>

#define XML_DEPTH_MAX 64

struct xml;

/* A module that reads a kind of part: any of the three may be NULL. */
struct xml_events {
    void (*start)(struct xml *xml, const char *name);
    void (*end)(struct xml *xml, const char *name);
    void (*text)(struct xml *xml, const char *text, size_t length); /* in pieces; valid UTF-8 */
};

/*
 * Reads a member. Returns 0, or -1 with `error` filled in, its place.cell «xl/workbook.xml, line
 * 3»; its path is the caller's to add.
 */
int xml_read(struct zip_reader *zip, const char *member, const struct xml_events *events,
             void *context, struct error *error);

/* ---- For the events ---- */

void *xml_context(const struct xml *xml);

/* The value of an attribute of the element that starts, NULL where it has none; borrowed. */
const char *xml_attribute(const struct xml *xml, const char *name);

/* The same as a whole number from 0 to `max`; `otherwise` where it is absent or none. */
size_t xml_number(const struct xml *xml, const char *name, size_t max, size_t otherwise);

/* Whether an attribute turns something on: absent («<w:b/>»), "1", "true" or "on". */
bool xml_is_on(const struct xml *xml, const char *name);

/* The name of the element around the one that starts or ends, "" for none; at most 23 bytes. */
const char *xml_parent(const struct xml *xml);
/* The name of the element `up` levels above it: 1 is the parent. */
const char *xml_ancestor(const struct xml *xml, size_t up);

/* Ends the reading with an error at this line; the first one stays. No event follows. */
void xml_fail(struct xml *xml, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool xml_has_failed(const struct xml *xml);

#endif
