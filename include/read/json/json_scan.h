// SPDX-License-Identifier: MIT
/*
 * A strict look at JSON text (RFC 8259) before cJSON parses it: cJSON takes much that is not JSON,
 * cuts strings at \u0000 and keeps no positions. This refuses the first and finds the others.
 */
#ifndef READ_JSON_JSON_SCAN_H
#define READ_JSON_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* Deeper nesting is refused: a plan has five levels. */
#define JSON_DEPTH_MAX 64

/* A whole number of more than 15 digits, up to 64 bits. */
struct json_wide {
    size_t value; /* its number among the values, from 1 */
    size_t offset, length;
};

/* A member of an object. */
struct json_member {
    size_t key, key_length; /* as it stands: without its quotes, with its escapes */
    size_t value, end;      /* the first byte of the value, and the comma or bracket behind it */
    size_t text_length;     /* of a string as it stands, without its quotes */
    bool is_string;
};

struct json_scan {
    const char *text;
    size_t length, offset;
    int depth;           /* the arrays and objects that the value stands in */
    const char *problem; /* NULL, or what is wrong at `offset` and what was expected */
    size_t values;       /* begun so far: a container counts before what it holds */
    size_t wanted;       /* the number of the value to find, from 1; 0 for none */
    size_t found;        /* the offset of that value */
    size_t string_end;   /* the closing quote of the last string */
    bool escaped;        /* a string or key of it has an escape */
    bool lists;          /* the lists are to be filled; json_scan_release frees them */
    size_t *objects;     /* the offsets of all objects, in order */
    size_t object_count, object_capacity;
    struct json_wide *wides; /* the whole numbers that no double holds, in order */
    size_t wide_count, wide_capacity;
    struct json_member *members; /* of the value itself, if it is an object */
    size_t member_count, member_capacity;
};

/* Makes ready for another text; the lists are emptied, and keep their room. */
void json_scan_begin(struct json_scan *scan, const char *text, size_t length);

/*
 * Scans one value and the white space around it, from `offset` on. Returns 0 with `offset` behind
 * it, or -1 with `problem` set and `offset` at the problem.
 */
int json_scan_value(struct json_scan *scan);
void json_scan_release(struct json_scan *scan);

/* Returns the first byte from `offset` on, before `end`, that is no white space; else `end`. */
size_t json_scan_space(const char *text, size_t offset, size_t end);

#endif
