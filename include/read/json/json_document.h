// SPDX-License-Identifier: MIT
/*
 * The values of a JSON text that stand by themselves, one after the other: a document, a line of
 * JSON Lines, an element of an array. Each is scanned, parsed by cJSON and kept until the next one.
 */
#ifndef READ_JSON_JSON_DOCUMENT_H
#define READ_JSON_JSON_DOCUMENT_H

#include "read/json/json_memory.h"
#include "read/json/json_scan.h"
#include "read/plan_builder.h"

#include <cjson/cJSON.h>

/* No table is wider; each key beyond a task's own is a column of every task. */
#define JSON_KEYS_MAX 256

struct json_document {
    struct plan_builder *builder;
    size_t offset, length; /* of the value, the white space around it included */
    cJSON *root;
    struct json_scan scan;    /* of it, its offsets from `offset` on */
    struct line_cursor lines; /* at the object whose line was asked for last */
    const cJSON **objects;    /* all of them, in the order of scan.objects */
    size_t object_count, object_capacity, object_next;
    size_t value_count, wide_next; /* while its values are listed */
    struct json_memory memory;
};

/* Begins a document at the first line of the builder's source. The caller keeps both as long as
 * the document lives. */
void json_document_init(struct json_document *document, struct plan_builder *builder);
void json_document_release(struct json_document *document);

/*
 * Scans the value at `offset`, which begins before `end` and stands in `depth` arrays. Returns -1,
 * with an error, if that is no JSON. `root` stays NULL: values that nobody asks for need not be
 * parsed.
 */
int json_document_scan(struct json_document *document, size_t offset, size_t end, int depth);

/* Parses what was scanned. Returns -1, with an error, if cJSON does not accept it. */
int json_document_parse(struct json_document *document);

/* Returns the line of an object that comes after the last one asked for. */
size_t json_document_line(struct json_document *document, const cJSON *object);

/* Finds the location of a value, counting from the start of the document. */
void json_document_locate(const struct json_document *document, const cJSON *value,
                          struct location *location);

/* Finds the location of a value inside `object` (NULL: `object` itself), counting from the
 * object whose line was asked for last: a file has many. */
void json_document_locate_member(const struct json_document *document, const cJSON *object,
                                 const cJSON *value, struct location *location);

/* Finds the location of an offset that the scan has reported, behind the start of that object. */
void json_document_locate_at(const struct json_document *document, size_t offset,
                             struct location *location);

/* Adds an error at a value, named by its key, and returns -1. */
int json_document_refuse(const struct json_document *document, const cJSON *value,
                         const char *problem);

/* Returns a number as JSON writes it, as a cell, a fraction with the decimal mark of the plans;
 * NULL if it has more than 15 digits. */
const char *json_document_number(const struct json_document *document, const char *text);

/* Returns a string or number as a cell; anything else but null is an error. NULL if blank. */
const char *json_document_cell(const struct json_document *document, const cJSON *value);

#endif
