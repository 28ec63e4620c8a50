// SPDX-License-Identifier: MIT
#include "base/zip_write.h"

#include "base/library.h"
#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <zip.h>

#define LIBRARY_FUNCTIONS(X)                                                                       \
    X(zip_close)                                                                                   \
    X(zip_discard)                                                                                 \
    X(zip_error_strerror)                                                                          \
    X(zip_file_add)                                                                                \
    X(zip_file_set_mtime)                                                                          \
    X(zip_get_error)                                                                               \
    X(zip_open_from_source)                                                                        \
    X(zip_source_buffer)                                                                           \
    X(zip_source_buffer_create)                                                                    \
    X(zip_source_close)                                                                            \
    X(zip_source_free)                                                                             \
    X(zip_source_keep)                                                                             \
    X(zip_source_open)                                                                             \
    X(zip_source_read)

struct libzip {
#define POINTER(function) __typeof__(function) *function;
    LIBRARY_FUNCTIONS(POINTER)
#undef POINTER
};

struct zip_writer {
    struct libzip lib;
    zip_source_t *file; /* in memory */
    zip_t *archive;
    time_t day;
    bool failed;
};

static int load(struct libzip *lib, struct error *error)
{
#define SYMBOL(function) {#function, &lib->function},
    const struct library_symbol symbols[] = {LIBRARY_FUNCTIONS(SYMBOL)};
#undef SYMBOL
    return library_load(ZIP_LIBRARY, symbols, sizeof symbols / sizeof *symbols, error);
}

struct zip_writer *zip_writer_new(struct date day, struct error *error)
{
    struct zip_writer *writer = memory_alloc(sizeof *writer);
    struct tm noon = {
        .tm_year = day.year - 1900, .tm_mon = day.month - 1, .tm_mday = day.day, .tm_hour = 12};
    *writer = (struct zip_writer){.day = mktime(&noon)};
    if (load(&writer->lib, error) != 0) {
        free(writer);
        return NULL;
    }
    writer->file = writer->lib.zip_source_buffer_create(NULL, 0, 0, NULL);
    if (writer->file != NULL) {
        writer->lib.zip_source_keep(writer->file); /* the archive frees one reference */
        writer->archive = writer->lib.zip_open_from_source(writer->file, ZIP_TRUNCATE, NULL);
    }
    writer->failed = writer->archive == NULL;
    return writer;
}

void zip_writer_free(struct zip_writer *writer)
{
    if (writer == NULL)
        return;
    if (writer->archive != NULL)
        writer->lib.zip_discard(writer->archive);
    if (writer->file != NULL)
        writer->lib.zip_source_free(writer->file);
    free(writer);
}

void zip_writer_add(struct zip_writer *writer, const char *name, const char *bytes, size_t length)
{
    if (writer->failed)
        return;
    zip_source_t *part = writer->lib.zip_source_buffer(writer->archive, bytes, length, 0);
    zip_int64_t index =
        part != NULL ? writer->lib.zip_file_add(writer->archive, name, part, ZIP_FL_ENC_UTF_8) : -1;
    if (part != NULL && index < 0)
        writer->lib.zip_source_free(part);
    writer->failed = index < 0 || writer->lib.zip_file_set_mtime(
                                      writer->archive, (zip_uint64_t)index, writer->day, 0) != 0;
}

/* Copies the finished archive from its source in memory. */
static bool copy(struct zip_writer *writer, FILE *out)
{
    char bytes[BUFSIZ];
    zip_int64_t length;
    if (writer->lib.zip_source_open(writer->file) != 0)
        return false;
    while ((length = writer->lib.zip_source_read(writer->file, bytes, sizeof bytes)) > 0)
        fwrite(bytes, 1, (size_t)length, out);
    writer->lib.zip_source_close(writer->file);
    return length == 0;
}

int zip_writer_write(struct zip_writer *writer, FILE *out, struct error *error)
{
    if (!writer->failed && writer->lib.zip_close(writer->archive) == 0) {
        writer->archive = NULL;
        if (copy(writer, out))
            return 0;
    }
    const char *why =
        writer->archive != NULL
            ? writer->lib.zip_error_strerror(writer->lib.zip_get_error(writer->archive))
            : "libzip";
    return error_set(error, ERROR_SYSTEM, "cannot write: %s", why);
}
