// SPDX-License-Identifier: MIT
/*
 * A strict look at JSON text (RFC 8259) before cJSON parses it: cJSON takes much that is not JSON,
 * cuts strings at \u0000 and keeps no positions. This refuses the first and finds the others.
 */
#ifndef IO_JSON_SCAN_H
#define IO_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* Deeper nesting is refused: a plan has five levels. */
#define JSON_DEPTH_MAX 64

/* A whole number of more than 15 digits, up to 64 bits. */
struct json_wide {
    size_t value; /* its number among the values, from 1 */
    size_t offset, length;
};

struct json_scan {
    const char *text;
    size_t length, offset;
    const char *problem; /* NULL, or what is wrong at `offset` and what was expected */
    size_t values;       /* begun so far: a container counts before what it holds */
    size_t wanted;       /* the number of the value to find, from 1; 0 for none */
    size_t found;        /* the offset of that value */
    size_t *objects;     /* the offsets of all objects, in order, where `list_objects`; the
                            caller frees them */
    size_t object_count, object_capacity;
    struct json_wide *wides; /* the whole numbers that no double holds, in order, where
                                `list_objects`; the caller frees them too */
    size_t wide_count, wide_capacity;
    bool list_objects;
};

/*
 * Scans one value and the white space around it, from `offset` on. Returns 0 with `offset` behind
 * it, or -1 with `problem` set and `offset` where it stands.
 */
int json_scan_value(struct json_scan *scan);

#endif
