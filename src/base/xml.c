// SPDX-License-Identifier: MIT
#include "base/xml.h"

#include "base/library.h"
#include "base/memory.h"
#include "base/message.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 24 };

/* From 2.9 on expat counts lines in 64 bits, and the old function is deprecated. */
#if XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION < 9
typedef __typeof__(XML_GetCurrentLineNumber) line_number;
#define LINE_NUMBER "XML_GetCurrentLineNumber"
#else
typedef __typeof__(XML_GetCurrentLineNumber64) line_number;
#define LINE_NUMBER "XML_GetCurrentLineNumber64"
#endif

struct expat {
    __typeof__(XML_ParserCreate) *create;
    __typeof__(XML_ParserFree) *free;
    __typeof__(XML_SetUserData) *set_user_data;
    __typeof__(XML_SetElementHandler) *set_element_handler;
    __typeof__(XML_SetCharacterDataHandler) *set_text_handler;
    __typeof__(XML_SetStartDoctypeDeclHandler) *set_doctype_handler;
    __typeof__(XML_Parse) *parse;
    __typeof__(XML_StopParser) *stop;
    __typeof__(XML_GetErrorCode) *error_code;
    __typeof__(XML_ErrorString) *error_string;
    line_number *line;
};

struct xml {
    struct expat expat;
    XML_Parser parser;
    const struct xml_events *events;
    void *context;
    const char *member;
    const XML_Char **attributes;              /* of the element that starts */
    char names[XML_DEPTH_MAX + 1][NAME_SIZE]; /* of the open elements, from 1; [0] is "" */
    size_t depth;
    bool failed;
    struct error *error;
};

static int load(struct expat *expat, struct error *error)
{
    const struct library_symbol symbols[] = {
        {"XML_ParserCreate", &expat->create},
        {"XML_ParserFree", &expat->free},
        {"XML_SetUserData", &expat->set_user_data},
        {"XML_SetElementHandler", &expat->set_element_handler},
        {"XML_SetCharacterDataHandler", &expat->set_text_handler},
        {"XML_SetStartDoctypeDeclHandler", &expat->set_doctype_handler},
        {"XML_Parse", &expat->parse},
        {"XML_StopParser", &expat->stop},
        {"XML_GetErrorCode", &expat->error_code},
        {"XML_ErrorString", &expat->error_string},
        {LINE_NUMBER, &expat->line},
    };
    return library_load(EXPAT_LIBRARY, symbols, sizeof symbols / sizeof *symbols, error);
}

static const char *local_name(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

void *xml_context(const struct xml *xml)
{
    return xml->context;
}

const char *xml_attribute(const struct xml *xml, const char *name)
{
    for (size_t i = 0; xml->attributes != NULL && xml->attributes[i] != NULL; i += 2)
        if (strcmp(local_name(xml->attributes[i]), name) == 0 &&
            strncmp(xml->attributes[i], "xmlns", 5) != 0)
            return xml->attributes[i + 1];
    return NULL;
}

size_t xml_number(const struct xml *xml, const char *name, size_t max, size_t otherwise)
{
    const char *text = xml_attribute(xml, name);
    size_t length = text != NULL ? strlen(text) : 0;
    if (length == 0 || length > 10 || strspn(text, "0123456789") != length)
        return otherwise;
    size_t number = (size_t)strtoull(text, NULL, 10);
    return number <= max ? number : otherwise;
}

bool xml_is_on(const struct xml *xml, const char *name)
{
    const char *text = xml_attribute(xml, name);
    return text == NULL || strcmp(text, "1") == 0 || strcmp(text, "true") == 0 ||
           strcmp(text, "on") == 0;
}

const char *xml_ancestor(const struct xml *xml, size_t up)
{
    return up < xml->depth ? xml->names[xml->depth - up] : "";
}

const char *xml_parent(const struct xml *xml)
{
    return xml_ancestor(xml, 1);
}

bool xml_has_failed(const struct xml *xml)
{
    return xml->failed;
}

static void set_location(struct xml *xml)
{
    char line[40];
    snprintf(line, sizeof line, _(", line %lu"), (unsigned long)xml->expat.line(xml->parser));
    location_set_cell(&xml->error->location, xml->member, line);
}

void xml_fail(struct xml *xml, const char *format, ...)
{
    if (xml->failed)
        return;
    xml->failed = true;
    char text[sizeof xml->error->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, message(format), arguments);
    va_end(arguments);
    error_set(xml->error, ERROR_DATA, "%s", text);
    set_location(xml);
    xml->expat.stop(xml->parser, XML_FALSE);
}

static void on_start(void *data, const XML_Char *qualified, const XML_Char **attributes)
{
    struct xml *xml = data;
    const char *name = local_name(qualified);
    if (xml->failed)
        return;
    if (xml->depth == XML_DEPTH_MAX) {
        xml_fail(xml, "elements nested too deep: expected at most %d", XML_DEPTH_MAX);
        return;
    }
    xml->depth++;
    snprintf(xml->names[xml->depth], NAME_SIZE, "%.*s", NAME_SIZE - 1, name);
    xml->attributes = attributes;
    if (xml->events->start != NULL)
        xml->events->start(xml, name);
    xml->attributes = NULL;
}

static void on_end(void *data, const XML_Char *qualified)
{
    struct xml *xml = data;
    if (xml->failed)
        return;
    if (xml->events->end != NULL)
        xml->events->end(xml, local_name(qualified));
    xml->depth--;
}

static void on_text(void *data, const XML_Char *text, int length)
{
    struct xml *xml = data;
    if (!xml->failed && xml->events->text != NULL)
        xml->events->text(xml, text, (size_t)length);
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int internal)
{
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    xml_fail(data, "a document type declaration: no Excel or Word file has one");
}

static int parse(struct xml *xml, const char *bytes, size_t length, bool last)
{
    if (xml->expat.parse(xml->parser, bytes, (int)length, last) == XML_STATUS_OK)
        return 0;
    if (xml->failed)
        return -1;
    error_set(xml->error, ERROR_DATA, "damaged XML: %s",
              xml->expat.error_string(xml->expat.error_code(xml->parser)));
    set_location(xml);
    xml->failed = true;
    return -1;
}

static int sink(void *context, const char *bytes, size_t length)
{
    return parse(context, bytes, length, false);
}

int xml_read(struct zip_reader *zip, const char *member, const struct xml_events *events,
             void *context, struct error *error)
{
    struct xml *xml = memory_alloc(sizeof *xml);
    *xml = (struct xml){.events = events, .context = context, .member = member, .error = error};
    int status = load(&xml->expat, error);
    xml->parser = status == 0 ? xml->expat.create(NULL) : NULL;
    if (xml->parser != NULL) {
        xml->expat.set_user_data(xml->parser, xml);
        xml->expat.set_element_handler(xml->parser, on_start, on_end);
        xml->expat.set_text_handler(xml->parser, on_text);
        xml->expat.set_doctype_handler(xml->parser, on_doctype);
        status = zip_reader_read(zip, member, sink, xml, error);
        if (status == 0)
            status = parse(xml, "", 0, true);
        xml->expat.free(xml->parser);
    } else if (status == 0)
        status = error_set(error, ERROR_SYSTEM, "out of memory");
    free(xml);
    return status;
}
