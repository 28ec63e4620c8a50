// SPDX-License-Identifier: MIT
#include "read/json/json_document.h"

#include "base/decimal.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void json_document_init(struct json_document *document, struct plan_builder *builder)
{
    *document =
        (struct json_document){.builder = builder, .lines = {.line = 1}, .scan = {.lists = true}};
}

void json_document_release(struct json_document *document)
{
    json_scan_release(&document->scan);
    json_memory_release(&document->memory);
    free((void *)document->objects);
    *document = (struct json_document){0};
}

int json_document_scan(struct json_document *document, size_t offset, size_t end, int depth)
{
    struct plan_builder *builder = document->builder;
    struct json_scan *scan = &document->scan;
    document->root = NULL;
    document->offset = offset;
    json_scan_begin(scan, builder->source->text + offset, end - offset);
    scan->depth = depth;
    if (json_scan_value(scan) != 0)
        return source_error(builder->source, offset + scan->offset, builder->errors, "%s",
                            _(scan->problem));
    document->length = scan->offset;
    builder->composed = builder->source->composed && !scan->escaped;
    return 0;
}

/* cJSON has numbers as doubles: what is too wide for one keeps its digits beside it. */
static void keep_digits(struct json_document *document, cJSON *value)
{
    const struct json_scan *scan = &document->scan;
    if (document->wide_next == scan->wide_count)
        return;
    const struct json_wide *wide = &scan->wides[document->wide_next];
    if (wide->value != document->value_count)
        return;
    value->valuestring =
        json_memory_copy(&document->memory, scan->text + wide->offset, wide->length);
    document->wide_next++;
}

static void add_object(struct json_document *document, const cJSON *object)
{
    document->objects = memory_grow((void *)document->objects, document->object_count,
                                    &document->object_capacity, sizeof *document->objects);
    document->objects[document->object_count++] = object;
}

static void list_values(struct json_document *document, cJSON *value)
{
    document->value_count++;
    keep_digits(document, value);
    if (cJSON_IsObject(value))
        add_object(document, value);
    for (cJSON *child = value->child; child != NULL; child = child->next)
        list_values(document, child);
}

int json_document_parse(struct json_document *document)
{
    struct plan_builder *builder = document->builder;
    json_memory_clear(&document->memory);
    document->root = json_memory_parse(&document->memory, document->scan.text, document->length);
    if (document->root == NULL)
        return source_error(builder->source, document->offset, builder->errors, "expected JSON");
    document->object_count = document->object_next = 0;
    document->value_count = document->wide_next = 0;
    list_values(document, document->root);
    return 0;
}

/* The line of an object that comes after the last one asked for. */
size_t json_document_line(struct json_document *document, const cJSON *object)
{
    while (document->objects[document->object_next] != object)
        document->object_next++;
    size_t offset = document->offset + document->scan.objects[document->object_next];
    return source_line(document->builder->source, &document->lines, offset);
}

/* The number of `wanted` in document order, from 1; counted in *seen. */
static bool count_to(const cJSON *value, const cJSON *wanted, size_t *seen)
{
    ++*seen;
    if (value == wanted)
        return true;
    for (const cJSON *child = value->child; child != NULL; child = child->next)
        if (count_to(child, wanted, seen))
            return true;
    return false;
}

static size_t value_offset(const struct json_document *document, const cJSON *value)
{
    const struct source *source = document->builder->source;
    struct json_scan scan = {.text = source->text + document->offset, .length = document->length};
    count_to(document->root, value, &scan.wanted);
    json_scan_value(&scan);
    return document->offset + scan.found;
}

void json_document_locate(const struct json_document *document, const cJSON *value,
                          struct location *location)
{
    source_locate(document->builder->source, value_offset(document, value), &location->line,
                  &location->column);
}

void json_document_locate_member(const struct json_document *document, const cJSON *object,
                                 const cJSON *value, struct location *location)
{
    const struct source *source = document->builder->source;
    size_t start = document->offset + document->scan.objects[document->object_next];
    struct json_scan scan = {.text = source->text + start, .length = source->length - start};
    count_to(object, value != NULL ? value : object, &scan.wanted);
    json_scan_value(&scan);
    source_locate_from(source, document->lines, start + scan.found, location);
}

void json_document_locate_at(const struct json_document *document, size_t offset,
                             struct location *location)
{
    source_locate_from(document->builder->source, document->lines, document->offset + offset,
                       location);
}

int json_document_refuse(const struct json_document *document, const cJSON *value,
                         const char *problem)
{
    char quoted[TEXT_QUOTE_SIZE];
    const char *key = value->string != NULL ? value->string : "";
    struct error *error =
        error_list_add(document->builder->errors, document->builder->source->path, "%s%s%s",
                       text_quote(quoted, key, strlen(key)), *key != '\0' ? ": " : "", _(problem));
    if (error != NULL)
        json_document_locate(document, value, &error->location);
    return -1;
}

const char *json_document_number(const struct json_document *document, const char *text)
{
    struct decimal decimal;
    if (!decimal_read(&decimal, text) || decimal.point > 16 || decimal.point < -13)
        return NULL;
    struct strbuf written = {0};
    decimal_add(&written, &decimal);
    const char *cell = plan_builder_cell(document->builder, written.text, written.length);
    strbuf_release(&written);
    return cell;
}

/* The scan has seen to it that a double holds all digits, or that they are kept beside it. */
static const char *number_cell(const struct json_document *document, const cJSON *value)
{
    char text[32]; /* d.dddddddddddddde±xx */
    if (value->valuestring != NULL)
        return plan_builder_cell(document->builder, value->valuestring, strlen(value->valuestring));
    snprintf(text, sizeof text, "%.14e", value->valuedouble);
    const char *cell = json_document_number(document, text);
    if (cell == NULL)
        json_document_refuse(document, value, "expected at most 15 digits, or a string");
    return cell;
}

const char *json_document_cell(const struct json_document *document, const cJSON *value)
{
    if (value == NULL || cJSON_IsNull(value))
        return NULL;
    if (cJSON_IsString(value))
        return plan_builder_cell(document->builder, value->valuestring, strlen(value->valuestring));
    if (cJSON_IsNumber(value))
        return number_cell(document, value);
    json_document_refuse(document, value, "expected a string, a number or null");
    return NULL;
}
