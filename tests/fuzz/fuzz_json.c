// SPDX-License-Identifier: MIT
/* Plans as JSON: documents, arrays of rows, JSON Lines; and the scan that stands before cJSON. */
#include "properties.h"

#include "read/json/json_scan.h"

#include <string.h>

/* Where a value is found, one stands. */
static void property_found(const struct json_scan *whole, size_t wanted)
{
    struct json_scan scan = {.text = whole->text, .length = whole->length, .wanted = wanted};
    MUST(json_scan_value(&scan) == 0 && scan.found < scan.length);
    struct json_scan inner = {.text = whole->text, .length = whole->length, .offset = scan.found};
    MUST(json_scan_value(&inner) == 0 && inner.offset > scan.found);
    MUST(inner.values + wanted - 1 <= whole->values);
}

static void property_scan(const char *text, size_t length)
{
    enum { LOOKED_AT = 32 };
    struct json_scan scan = {.text = text, .length = length, .lists = true};
    int status = json_scan_value(&scan);
    MUST((status == 0) == (scan.problem == NULL) && scan.offset <= length);
    for (size_t i = 0; i < scan.object_count; i++)
        MUST(text[scan.objects[i]] == '{' && (i == 0 || scan.objects[i - 1] < scan.objects[i]));
    for (size_t i = 0; i < scan.member_count; i++)
        MUST(text[scan.members[i].key - 1] == '"' &&
             text[scan.members[i].key + scan.members[i].key_length] == '"' &&
             (!scan.members[i].is_string ||
              text[scan.members[i].value + 1 + scan.members[i].text_length] == '"'));
    for (size_t i = 1; status == 0 && i <= scan.values && i <= LOOKED_AT; i++)
        property_found(&scan, i);
    json_scan_release(&scan);
}

/* What the scan lets through, cJSON takes: else its place would be unknown. */
static void property_agrees(const struct source *source)
{
    struct error_list errors = {0};
    struct read_options options = {0};
    plan_free(plan_read(source, &options, &errors));
    for (size_t i = 0; i < errors.count && i < ERROR_LIST_KEPT; i++)
        MUST(strcmp(errors.items[i].text, "expected JSON") != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct source source = fuzz_source(data, size);
    struct error_list errors = {0};
    if (source_check(&source, NULL, &errors) == 0) {
        property_scan(source.text, source.length);
        property_agrees(&source);
    }
    source_release(&source);
    property_file(data, size);
    return 0;
}
