// SPDX-License-Identifier: MIT
/*
 * Rows one after the other: JSON Lines, or the elements of an array. Each is read by itself, so
 * that a large file takes no more memory than its plans.
 */
#ifndef READ_JSON_JSON_LIST_H
#define READ_JSON_JSON_LIST_H

#include "read/json/json_document.h"

/* Both return 0, or -1 with what is wrong in the builder's errors, or what its read_rows says. */

/* Reads all rows of an array that is the whole source. */
int json_list_read_array(struct plan_builder *builder);

/* Reads the rows after the document's value, which is the first of them, up to the end of the
 * source. */
int json_list_read_lines(struct json_document *document);

#endif
