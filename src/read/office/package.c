// SPDX-License-Identifier: MIT
#include "read/office/package.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/xml.h"

#include <stdlib.h>
#include <string.h>

struct reader {
    struct relations *relations;
    const char *part;
};

/* A target from the folder of its part: «worksheets/sheet1.xml», «../x.xml», «/xl/x.xml». */
static char *resolve(const char *part, const char *target)
{
    struct strbuf path = {0};
    const char *slash = strrchr(part, '/');
    if (*target == '/')
        target++;
    else if (slash != NULL)
        strbuf_add(&path, part, (size_t)(slash - part));
    for (const char *segment = target; *segment != '\0';) {
        size_t length = strcspn(segment, "/");
        if (length == 2 && strncmp(segment, "..", 2) == 0) {
            while (path.length > 0 && path.text[--path.length] != '/')
                path.text[path.length] = '\0';
            if (path.text != NULL)
                path.text[path.length] = '\0';
        } else if (length > 0 && !(length == 1 && *segment == '.')) {
            if (path.length > 0)
                strbuf_addc(&path, '/');
            strbuf_add(&path, segment, length);
        }
        segment += length + (segment[length] == '/');
    }
    return strbuf_detach(&path);
}

static void on_start(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    struct relations *relations = reader->relations;
    const char *id = xml_attribute(xml, "Id"), *type = xml_attribute(xml, "Type");
    const char *target = xml_attribute(xml, "Target"), *mode = xml_attribute(xml, "TargetMode");
    if (strcmp(name, "Relationship") != 0 || (mode != NULL && strcmp(mode, "External") == 0))
        return;
    if (id == NULL || type == NULL || target == NULL) {
        xml_fail(xml, "a relationship without Id, Type or Target");
        return;
    }
    if (relations->count == RELATIONS_MAX) {
        xml_fail(xml, "too many relationships: expected at most %d", RELATIONS_MAX);
        return;
    }
    const char *slash = strrchr(type, '/'), *last = slash != NULL ? slash + 1 : type;
    relations->items = memory_grow(relations->items, relations->count, &relations->capacity,
                                   sizeof *relations->items);
    relations->items[relations->count++] = (struct relation){
        .id = memory_copy(id, strlen(id)),
        .type = memory_copy(last, strlen(last)),
        .target = resolve(reader->part, target),
    };
}

int relations_read(struct relations *relations, struct zip_reader *zip, const char *part,
                   struct error *error)
{
    static const struct xml_events events = {.start = on_start};
    struct reader reader = {relations, part};
    const char *slash = strrchr(part, '/'), *file = slash != NULL ? slash + 1 : part;
    struct strbuf name = {0};
    strbuf_add(&name, part, (size_t)(file - part));
    strbuf_addf(&name, "_rels/%s.rels", file);
    int status =
        zip_reader_has(zip, name.text) ? xml_read(zip, name.text, &events, &reader, error) : 0;
    strbuf_release(&name);
    return status;
}

void relations_release(struct relations *relations)
{
    for (size_t i = 0; i < relations->count; i++) {
        free(relations->items[i].id);
        free(relations->items[i].type);
        free(relations->items[i].target);
    }
    free(relations->items);
    *relations = (struct relations){0};
}

const char *relations_by_type(const struct relations *relations, const char *type)
{
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].type, type) == 0)
            return relations->items[i].target;
    return NULL;
}

const struct relation *relations_by_id(const struct relations *relations, const char *id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].id, id) == 0)
            return &relations->items[i];
    return NULL;
}
