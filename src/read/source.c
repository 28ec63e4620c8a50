// SPDX-License-Identifier: MIT
#include "read/source.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/zip_read.h"
#include "read/encoding.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* A device or a pipe may never end. */
static int read_stream(struct strbuf *bytes, FILE *stream)
{
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, stream)) > 0) {
        strbuf_add(bytes, block, length);
        if (bytes->length > SOURCE_SIZE_MAX) {
            errno = EFBIG;
            return -1;
        }
    }
    return ferror(stream) ? -1 : 0;
}

static int read_whole(struct source *source, FILE *stream)
{
    struct strbuf bytes = {0};
    if (read_stream(&bytes, stream) != 0) {
        int reason = errno;
        strbuf_release(&bytes);
        errno = reason;
        return -1;
    }
    source->length = bytes.length;
    source->text = source->owned = strbuf_detach(&bytes);
    return 0;
}

static const char *_Atomic cut_short; /* what is said then */

static _Noreturn void stop_cut_short(int signal)
{
    (void)signal;
    const char *text = cut_short;
    ssize_t ignored = write(STDERR_FILENO, text, strlen(text));
    (void)ignored;
    _exit(ERROR_SYSTEM);
}

/* At least one NUL follows the file: the region is longer, and the rest of its last page zero. */
static int map(struct source *source, int descriptor, size_t length)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), size = (length / page + 1) * page;
    char *region = mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (region == MAP_FAILED)
        return -1;
    if (mmap(region, length, PROT_READ, MAP_PRIVATE | MAP_FIXED, descriptor, 0) == MAP_FAILED) {
        munmap(region, size);
        return -1;
    }
    cut_short = _("cchc: a file was cut short while it was read: run the command again\n");
    signal(SIGBUS, stop_cut_short);
    source->text = source->owned = region;
    source->length = length;
    source->mapped = size;
    return 0;
}

static int read_file(struct source *source)
{
    if (strcmp(source->path, "-") == 0)
        return read_whole(source, stdin);
    FILE *stream = fopen(source->path, "rb");
    struct stat file;
    if (stream == NULL)
        return -1;
    bool large = fstat(fileno(stream), &file) == 0 && S_ISREG(file.st_mode) &&
                 (size_t)file.st_size >= SOURCE_SIZE_MAPPED;
    int status = large ? map(source, fileno(stream), (size_t)file.st_size) : -1;
    if (status != 0)
        status = read_whole(source, stream);
    int reason = errno;
    fclose(stream);
    errno = reason;
    return status;
}

/* Looks in windows, so that a file without line feeds is not searched to its end for each line. */
size_t source_line_length(const char *text, size_t length)
{
    size_t window = 256;
    for (size_t start = 0; start < length; start += window, window *= 2) {
        size_t size = length - start < window ? length - start : window;
        const char *feed = memchr(text + start, '\n', size);
        size_t line = feed != NULL ? (size_t)(feed - text) + 1 : start + size;
        const char *ret = memchr(text + start, '\r', line - start);
        if (ret != NULL)
            return (size_t)(ret - text) + 1 + ((size_t)(ret - text) + 1 < length && ret[1] == '\n');
        if (feed != NULL)
            return line;
    }
    return length;
}

static size_t next_line(const struct source *source, size_t start)
{
    size_t end = start + source_line_length(source->text + start, source->length - start);
    bool ended = end > start && (source->text[end - 1] == '\n' || source->text[end - 1] == '\r');
    return ended ? end : SIZE_MAX;
}

size_t source_line(const struct source *source, struct line_cursor *cursor, size_t offset)
{
    for (;;) {
        if (cursor->next == 0)
            cursor->next = next_line(source, cursor->offset);
        if (offset < cursor->next)
            break;
        *cursor = (struct line_cursor){
            .offset = cursor->next, .line = cursor->line + 1, .at = cursor->next};
    }
    cursor->column += text_count(source->text + cursor->at, offset - cursor->at);
    cursor->at = offset;
    return cursor->line;
}

void source_locate_from(const struct source *source, struct line_cursor cursor, size_t offset,
                        struct location *location)
{
    if (offset < cursor.at) {
        cursor.at = cursor.offset;
        cursor.column = 0;
    }
    location->line = source_line(source, &cursor, offset);
    location->column = cursor.column + 1;
}

void source_locate(const struct source *source, size_t offset, size_t *line, size_t *column)
{
    struct location location;
    source_locate_from(source, (struct line_cursor){.line = 1}, offset, &location);
    *line = location.line;
    *column = location.column;
}

int source_verror(const struct source *source, size_t offset, struct error_list *errors,
                  const char *format, va_list arguments)
{
    struct error *error = error_list_vadd(errors, source->path, format, arguments);
    if (error != NULL)
        source_locate(source, offset, &error->location.line, &error->location.column);
    return -1;
}

int source_error(const struct source *source, size_t offset, struct error_list *errors,
                 const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    source_verror(source, offset, errors, format, arguments);
    va_end(arguments);
    return -1;
}

static bool starts(const struct source *source, const char *bytes, size_t length)
{
    return source->length >= length && memcmp(source->text, bytes, length) == 0;
}

/* Names a format that is not text, for which a message per byte would help nobody. */
static const char *foreign_format(const struct source *source)
{
    if (zip_begins(source->text, source->length))
        return N_("this is an Excel or Word file: save it as CSV UTF-8");
    if (starts(source, "\xD0\xCF\x11\xE0", 4))
        return N_("this is an old Excel or Word file (.xls, .doc), or one locked with a password: "
                  "save it as .xlsx or .docx, without a password, or install LibreOffice");
    if (starts(source, "%PDF", 4))
        return N_("this is a PDF: save its table as .xlsx, .docx or CSV UTF-8");
    if (starts(source, "{\\rtf", 5))
        return N_("this is a Rich Text file: save it as .docx, or install LibreOffice");
    return NULL;
}

static void free_bytes(struct source *source)
{
    if (source->mapped > 0)
        munmap(source->owned, source->mapped);
    else
        free(source->owned);
    source->mapped = 0;
}

/* Turns the text into UTF-8 if a name or its byte order mark says that it is not. */
static int decode(struct source *source, const char *encoding, struct error_list *errors)
{
    size_t mark, bad;
    const char *marked = encoding_of_mark(source->text, source->length, &mark);
    encoding = marked != NULL ? marked : encoding;
    source->text += mark;
    source->length -= mark;
    if (encoding == NULL || strcmp(encoding, "UTF-8") == 0)
        return 0;
    struct strbuf text = {0};
    unsigned char byte = 0;
    int status = encoding_to_utf8(encoding, source->text, source->length, &text, &bad);
    if (status != 0 && bad < source->length)
        byte = (unsigned char)source->text[bad];
    free_bytes(source);
    source->length = text.length;
    source->text = source->owned = strbuf_detach(&text);
    return status == 0 ? 0
                       : source_error(source, source->length, errors,
                                      "byte 0x%02X is no text in %s", byte, encoding);
}

static void check_bytes(const struct source *source, struct error_list *errors)
{
    const char *nul = memchr(source->text, '\0', source->length);
    if (nul != NULL) /* no text, or text that was cut: the rest of it would say no more */
        source_error(source, (size_t)(nul - source->text), errors, "a NUL byte: expected text");
    for (size_t at = 0; at < source->length && nul == NULL; at++) {
        at += text_invalid_offset(source->text + at, source->length - at);
        if (at == source->length)
            break;
        source_error(source, at, errors, "byte 0x%02X is not UTF-8: expected text saved as UTF-8",
                     (unsigned char)source->text[at]);
        error_list_settle(errors, SETTLED_BY_ENCODING);
    }
}

struct checking {
    struct source *source;
    atomic_bool wrong, may_change;
};

/* A piece ends where a character does; one that is cut all the same is wrong in any case. */
static size_t piece_start(const struct source *source, size_t index)
{
    size_t start = index * SOURCE_PIECE;
    if (start >= source->length)
        return source->length;
    for (size_t i = 0; i < 3 && ((unsigned char)source->text[start] & 0xC0) == 0x80; i++)
        start++;
    return start;
}

static void count_piece(const char *text, size_t length, struct source_piece *piece)
{
    *piece = (struct source_piece){
        .quotes = text_count_byte(text, length, '"'),
        .line_ends = text_count_byte(text, length, '\n'),
    };
    for (const char *at = text; (at = memchr(at, '\r', (size_t)(text + length - at))) != NULL; at++)
        piece->line_ends += at[1] != '\n';
}

static void check_piece(void *context, size_t index)
{
    struct checking *checking = context;
    struct source *source = checking->source;
    size_t start = piece_start(source, index), end = piece_start(source, index + 1);
    const char *text = source->text + start;
    size_t length = end - start;
    if (memchr(text, '\0', length) != NULL || text_invalid_offset(text, length) < length)
        checking->wrong = true;
    if (!checking->may_change && text_may_change_by_nfc(text, length))
        checking->may_change = true;
    if (source->pieces != NULL)
        count_piece(text, length, &source->pieces[index]);
}

/* Returns whether the source is text, checking all pieces at once; faults are located
 * afterwards. */
static bool is_text(struct source *source)
{
    struct checking checking = {.source = source};
    source->piece_count = source->length / SOURCE_PIECE + 1;
    if (source->jobs > 1)
        source->pieces = memory_alloc(source->piece_count * sizeof *source->pieces);
    parallel_run(source->jobs, source->piece_count, check_piece, &checking);
    source->composed = !checking.may_change;
    return !checking.wrong;
}

int source_check(struct source *source, const char *encoding, struct error_list *errors)
{
    size_t before = errors->count;
    const char *foreign = foreign_format(source);
    if (foreign == NULL && decode(source, encoding, errors) == 0)
        foreign = foreign_format(source); /* behind a byte order mark */
    if (foreign != NULL)
        return source_error(source, 0, errors, "%s", _(foreign));
    if (errors->count == before && !is_text(source))
        check_bytes(source, errors);
    return errors->count > before ? -1 : 0;
}

int source_load(struct source *source, const char *path, struct error_list *errors)
{
    *source = (struct source){.path = path};
    errno = 0;
    if (read_file(source) == 0)
        return 0;
    struct error *error = error_list_add(errors, path, "cannot read: %s", message_of_errno(errno));
    error_list_set_code(errors, error, ERROR_SYSTEM);
    return -1;
}

struct source source_of_bytes(const char *path, const char *bytes, size_t length)
{
    struct source source = {.path = path, .length = length, .owned = memory_copy(bytes, length)};
    source.text = source.owned;
    return source;
}

int source_read(struct source *source, const char *path, const char *encoding,
                struct error_list *errors)
{
    if (source_load(source, path, errors) != 0)
        return -1;
    int status = source_check(source, encoding, errors);
    if (status != 0)
        source_release(source);
    return status;
}

void source_release(struct source *source)
{
    free_bytes(source);
    free(source->pieces);
    *source = (struct source){0};
}
