// SPDX-License-Identifier: MIT
#include "read/office/conversion.h"

#include "base/libreoffice.h"
#include "base/message.h"
#include "base/zip_read.h"

#include <errno.h>
#include <string.h>

/* The ending that LibreOffice expects, and the format that it converts to. */
struct kind {
    const char *ending, *target;
};
static const struct kind workbook = {"xls", "xlsx"}, text = {"doc", "docx"},
                         open_sheet = {"ods", "xlsx"}, open_text = {"odt", "docx"},
                         rich_text = {"rtf", "docx"};

static bool starts(const struct source *source, const char *bytes, size_t length)
{
    return source->length >= length && memcmp(source->text, bytes, length) == 0;
}

/* Returns whether an OLE2 file has a stream of that name, which its directory has in UTF-16. */
static bool has_stream(const struct source *source, const char *name)
{
    char wide[64];
    size_t size = 0;
    do {
        wide[size++] = *name;
        wide[size++] = '\0';
    } while (*name++ != '\0');
    return memmem(source->text, source->length, wide, size) != NULL;
}

/* The first member of an OpenDocument file is its type, stored as it is. */
static const struct kind *open_document_kind(const struct source *source)
{
    static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.";
    enum { NAME = 30 };
    const char *at = source->text + NAME + strlen(type);
    if (source->length < NAME + sizeof type + sizeof "spreadsheet" ||
        memcmp(source->text + NAME, type, strlen(type)) != 0)
        return NULL;
    return strncmp(at, "spreadsheet", strlen("spreadsheet")) == 0 ? &open_sheet
           : strncmp(at, "text", strlen("text")) == 0             ? &open_text
                                                                  : NULL;
}

static const struct kind *kind_of(const struct source *source)
{
    if (starts(source, "{\\rtf", strlen("{\\rtf")))
        return &rich_text;
    if (zip_begins(source->text, source->length))
        return open_document_kind(source);
    if (!starts(source, "\xD0\xCF\x11\xE0", 4) || has_stream(source, "EncryptedPackage"))
        return NULL;
    return has_stream(source, "Workbook") || has_stream(source, "Book") ? &workbook
           : has_stream(source, "WordDocument")                         ? &text
                                                                        : NULL;
}

bool conversion_is_needed(const struct source *source)
{
    return kind_of(source) != NULL;
}

static int refuse(const struct source *source, struct error_list *errors, const char *problem)
{
    error_list_add(errors, source->path, "%s", problem);
    return -1;
}

/* Takes the made file over; the old bytes go with it. */
static int take_over(struct source *source, struct strbuf *made)
{
    struct source converted = {.path = source->path,
                               .text = made->text,
                               .length = made->length,
                               .owned = made->text,
                               .work = source->work};
    source_release(source);
    *source = converted;
    return 0;
}

int conversion_run(struct source *source, struct error_list *errors)
{
    const struct kind *kind = kind_of(source);
    struct strbuf made = {0};
    switch (libreoffice_convert(&made, source->text, source->length, kind->ending, kind->target)) {
    case PROCESS_DONE:
        return take_over(source, &made);
    case PROCESS_MISSING:
        return 0;
    case PROCESS_LATE:
        return refuse(source, errors,
                      _("LibreOffice took over two minutes to convert this file: save it as .xlsx "
                        "or .docx"));
    default:
        strbuf_release(&made);
        return refuse(source, errors,
                      errno != 0
                          ? message_of_errno(errno)
                          : _("LibreOffice cannot read this file: save it as .xlsx or .docx"));
    }
}
