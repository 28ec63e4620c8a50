// SPDX-License-Identifier: MIT
#include "io/source.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int read_stream(struct strbuf *bytes, FILE *stream)
{
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, stream)) > 0)
        strbuf_add(bytes, block, length);
    return ferror(stream) ? -1 : 0;
}

static int read_file(struct strbuf *bytes, const char *path)
{
    if (strcmp(path, "-") == 0)
        return read_stream(bytes, stdin);
    FILE *stream = fopen(path, "rb");
    if (stream == NULL)
        return -1;
    int status = read_stream(bytes, stream);
    int reason = errno;
    fclose(stream);
    errno = reason;
    return status;
}

size_t source_line_length(const char *text, size_t length)
{
    const char *feed = memchr(text, '\n', length);
    size_t line = feed != NULL ? (size_t)(feed - text) + 1 : length;
    const char *ret = memchr(text, '\r', line);
    return ret == NULL || ret + 1 == feed ? line : (size_t)(ret - text) + 1;
}

size_t source_line(const struct source *source, struct line_cursor *cursor, size_t offset)
{
    for (;;) {
        const char *start = source->text + cursor->offset;
        size_t length = source_line_length(start, source->length - cursor->offset);
        bool ended = length > 0 && (start[length - 1] == '\n' || start[length - 1] == '\r');
        if (!ended || offset < cursor->offset + length)
            return cursor->line;
        cursor->offset += length;
        cursor->line++;
    }
}

void source_locate(const struct source *source, size_t offset, size_t *line, size_t *column)
{
    struct line_cursor cursor = {0, 1};
    *line = source_line(source, &cursor, offset);
    *column = text_count(source->text + cursor.offset, offset - cursor.offset) + 1;
}

static void add_error(const struct source *source, size_t offset, struct error_list *errors,
                      const char *text)
{
    size_t line, column;
    source_locate(source, offset, &line, &column);
    error_set_at(error_list_next(errors), source->path, line, column, "%s", text);
}

static bool starts(const struct source *source, const char *bytes, size_t length)
{
    return source->length >= length && memcmp(source->text, bytes, length) == 0;
}

/* What is no UTF-8 text as a whole, so that a message for each of its bytes would help nobody. */
static const char *foreign_format(const struct source *source)
{
    if (starts(source, "\xFF\xFE", 2) || starts(source, "\xFE\xFF", 2))
        return "this is UTF-16 text: save it as UTF-8";
    if (starts(source, "PK\x03\x04", 4))
        return "this is an Excel or Word file: save it as CSV UTF-8";
    if (starts(source, "\xD0\xCF\x11\xE0", 4))
        return "this is an old Excel or Word file: save it as CSV UTF-8";
    if (starts(source, "%PDF", 4))
        return "this is a PDF: save its table as CSV UTF-8";
    return NULL;
}

static void check_bytes(const struct source *source, struct error_list *errors)
{
    for (size_t at = 0; at < source->length; at++) {
        const char *nul = memchr(source->text + at, '\0', source->length - at);
        if (nul == NULL)
            break;
        at = (size_t)(nul - source->text);
        add_error(source, at, errors, "a NUL byte: expected text");
        if (errors->count > ERROR_LIST_KEPT)
            break;
    }
    for (size_t at = 0; at < source->length; at++) {
        at += text_invalid_offset(source->text + at, source->length - at);
        if (at >= source->length)
            break;
        char text[80];
        snprintf(text, sizeof text, "byte 0x%02X is not UTF-8: expected text saved as UTF-8",
                 (unsigned char)source->text[at]);
        add_error(source, at, errors, text);
        if (errors->count > ERROR_LIST_KEPT)
            break;
    }
}

int source_read(struct source *source, const char *path, struct error_list *errors)
{
    struct strbuf bytes = {0};
    *source = (struct source){.path = path};
    errno = 0;
    if (read_file(&bytes, path) != 0) {
        struct error *error = error_list_next(errors);
        error_set(error, ERROR_SYSTEM, "cannot read: %s", strerror(errno));
        error->path = path;
        strbuf_release(&bytes);
        return -1;
    }
    source->length = bytes.length;
    source->text = source->owned = strbuf_detach(&bytes);
    if (starts(source, "\xEF\xBB\xBF", 3)) {
        source->text += 3;
        source->length -= 3;
    }
    size_t before = errors->count;
    const char *foreign = foreign_format(source);
    if (foreign != NULL)
        add_error(source, 0, errors, foreign);
    else
        check_bytes(source, errors);
    return errors->count > before ? -1 : 0;
}

void source_release(struct source *source)
{
    free(source->owned);
    *source = (struct source){0};
}
