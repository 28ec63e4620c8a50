// SPDX-License-Identifier: MIT
/*
 * The memory that cJSON takes for one value, given back all at once: it asks for two or three
 * blocks for each member of an object, and freeing them one by one costs as much as the parsing.
 */
#ifndef READ_JSON_JSON_MEMORY_H
#define READ_JSON_JSON_MEMORY_H

#include <stddef.h>

struct cJSON;
struct json_memory_block;

/* Zeroed, it is empty. Each thread that parses has one of its own. */
struct json_memory {
    struct json_memory_block *blocks; /* the newest, and largest, first */
};

/*
 * Parses a text that json_scan.h lets through. The value lives until json_memory_clear and is not
 * to be deleted; NULL if cJSON does not take it.
 */
struct cJSON *json_memory_parse(struct json_memory *memory, const char *text, size_t length);

/* Returns a copy that ends in NUL and lives as long. */
char *json_memory_copy(struct json_memory *memory, const char *text, size_t length);

void json_memory_clear(struct json_memory *memory);
void json_memory_release(struct json_memory *memory);

#endif
