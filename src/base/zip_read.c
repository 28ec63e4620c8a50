// SPDX-License-Identifier: MIT
#include "base/zip_read.h"

#include "base/library.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { NAME_MAX_BYTES = 255, BLOCK_SIZE = 65536 };

#define LIBRARY_FUNCTIONS(X)                                                                       \
    X(zip_discard)                                                                                 \
    X(zip_fclose)                                                                                  \
    X(zip_fopen_index)                                                                             \
    X(zip_fread)                                                                                   \
    X(zip_get_name)                                                                                \
    X(zip_get_num_entries)                                                                         \
    X(zip_open_from_source)                                                                        \
    X(zip_source_buffer_create)                                                                    \
    X(zip_source_free)                                                                             \
    X(zip_stat_index)

struct libzip {
#define POINTER(function) __typeof__(function) *function;
    LIBRARY_FUNCTIONS(POINTER)
#undef POINTER
};

struct member {
    char *name;
    uint64_t size;
    bool checked;
};

struct zip_reader {
    struct libzip lib;
    const char *bytes;
    size_t length;
    zip_t *archive;
    struct member *members; /* in libzip's order */
    size_t count, capacity;
    uint64_t total;
    bool trusted; /* the limits against bombs do not apply */
};

bool zip_begins(const char *bytes, size_t length)
{
    return length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

static int load(struct libzip *lib, struct error *error)
{
#define SYMBOL(function) {#function, &lib->function},
    const struct library_symbol symbols[] = {LIBRARY_FUNCTIONS(SYMBOL)};
#undef SYMBOL
    return library_load(ZIP_LIBRARY, symbols, sizeof symbols / sizeof *symbols, error);
}

/* ---- Members ---- */

__attribute__((format(printf, 3, 4))) static int refuse(struct error *error, const char *member,
                                                        const char *format, ...)
{
    char text[sizeof error->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, message(format), arguments);
    va_end(arguments);
    error_set(error, ERROR_DATA, "%s", text);
    location_set_cell(&error->location, member, "");
    return -1;
}

static struct member *find(const struct zip_reader *zip, const char *name)
{
    for (size_t i = 0; i < zip->count; i++)
        if (strcmp(zip->members[i].name, name) == 0)
            return &zip->members[i];
    return NULL;
}

bool zip_reader_has(const struct zip_reader *zip, const char *member)
{
    return find(zip, member) != NULL;
}

static int check_member(const struct zip_reader *zip, const char *name, const zip_stat_t *stat,
                        struct error *error)
{
    uint64_t size = stat->size, packed = stat->comp_size;
    if (stat->encryption_method != ZIP_EM_NONE)
        return refuse(error, name, "it is locked with a password: save it without one");
    if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE)
        return refuse(error, name, "packed by method %lu: expected deflate",
                      (unsigned long)stat->comp_method);
    if (find(zip, name) != NULL)
        return refuse(error, name, "a second member of this name in the archive");
    if (packed > zip->length)
        return refuse(error, name, "damaged: larger than the file that it is in");
    if (zip->trusted)
        return 0;
    if (size > ZIP_MEMBER_MAX || size > ZIP_TOTAL_MAX - zip->total)
        return refuse(error, name, "too large when unpacked: %llu bytes", (unsigned long long)size);
    if (size > 1024 * 1024 && size / ZIP_RATIO_MAX > packed)
        return refuse(error, name, "%llu bytes that unpack to %llu: no document is packed so well",
                      (unsigned long long)packed, (unsigned long long)size);
    return 0;
}

static int add_member(struct zip_reader *zip, struct error *error)
{
    enum { NEEDED = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD };
    zip_stat_t stat;
    const char *name = zip->lib.zip_get_name(zip->archive, zip->count, ZIP_FL_ENC_RAW);
    if (zip->lib.zip_stat_index(zip->archive, zip->count, 0, &stat) != 0 ||
        (stat.valid & NEEDED) != NEEDED)
        return refuse(error, "", "the archive's list of members is damaged");
    if (name == NULL || *name == '\0' || strlen(name) > NAME_MAX_BYTES ||
        text_invalid_offset(name, strlen(name)) != strlen(name))
        return refuse(error, "", "a member of the archive has no readable name");
    if (check_member(zip, name, &stat, error) != 0)
        return -1;
    zip->members = memory_grow(zip->members, zip->count, &zip->capacity, sizeof *zip->members);
    zip->members[zip->count++] =
        (struct member){.name = memory_copy(name, strlen(name)), .size = stat.size};
    zip->total += stat.size;
    return 0;
}

static int list_members(struct zip_reader *zip, struct error *error)
{
    zip_int64_t count = zip->lib.zip_get_num_entries(zip->archive, 0);
    if (count == 0)
        return refuse(error, "", "an archive without members: expected an Excel or Word file");
    if (count > ZIP_MEMBERS_MAX)
        return refuse(error, "", "an archive of %llu members: expected at most %d",
                      (unsigned long long)count, ZIP_MEMBERS_MAX);
    while (zip->count < (size_t)count)
        if (add_member(zip, error) != 0)
            return -1;
    return 0;
}

static uint32_t number_at(const char *bytes, int size)
{
    uint32_t number = 0;
    for (int i = size; i-- > 0;)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

/*
 * Returns whether the archive ends as its last record says (4.3.16), so that one that is cut off is
 * never read. The list of members must end where that record begins, unless its size is given
 * elsewhere.
 */
static bool ends_whole(const struct zip_reader *zip)
{
    enum { RECORD = 22, COMMENT_MAX = 65535 };
    for (size_t back = RECORD; back <= zip->length && back <= RECORD + COMMENT_MAX; back++) {
        size_t at = zip->length - back;
        const char *record = zip->bytes + at;
        if (memcmp(record, "PK\x05\x06", 4) != 0)
            continue;
        uint64_t size = number_at(record + 12, 4), offset = number_at(record + 16, 4);
        bool elsewhere = size == UINT32_MAX || offset == UINT32_MAX;
        return number_at(record + 20, 2) == back - RECORD && (elsewhere || size + offset == at);
    }
    return false;
}

/* Returns NULL if libzip cannot read the bytes. */
static zip_t *open_bytes(const struct zip_reader *zip)
{
    zip_source_t *source = zip->lib.zip_source_buffer_create(zip->bytes, zip->length, 0, NULL);
    zip_t *archive =
        source != NULL ? zip->lib.zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
    if (archive == NULL && source != NULL)
        zip->lib.zip_source_free(source);
    return archive;
}

static struct zip_reader *open_archive(struct zip_reader archive, struct error *error)
{
    struct zip_reader *zip = memory_alloc(sizeof *zip);
    *zip = archive;
    int status = load(&zip->lib, error);
    if (status == 0) {
        zip->archive = ends_whole(zip) ? open_bytes(zip) : NULL;
        status =
            zip->archive != NULL
                ? list_members(zip, error)
                : refuse(error, "", "the file is cut or damaged: no Excel or Word file ends so");
    }
    if (status == 0)
        return zip;
    zip_reader_close(zip);
    return NULL;
}

struct zip_reader *zip_reader_open(const char *bytes, size_t length, struct error *error)
{
    return open_archive((struct zip_reader){.bytes = bytes, .length = length}, error);
}

struct zip_reader *zip_reader_open_trusted(const char *bytes, size_t length, struct error *error)
{
    return open_archive((struct zip_reader){.bytes = bytes, .length = length, .trusted = true},
                        error);
}

const char *zip_reader_name(const struct zip_reader *zip, size_t index)
{
    return index < zip->count ? zip->members[index].name : NULL;
}

void zip_reader_close(struct zip_reader *zip)
{
    if (zip == NULL)
        return;
    if (zip->archive != NULL)
        zip->lib.zip_discard(zip->archive);
    for (size_t i = 0; i < zip->count; i++)
        free(zip->members[i].name);
    free(zip->members);
    free(zip);
}

/* Sends the unpacked bytes through `sink`, at most `size`. Returns 0 if there were exactly that
 * many and libzip found the checksum right. Sets `ended` if the sink stopped reading. */
static int pump(struct zip_reader *zip, zip_file_t *file, uint64_t size, zip_sink *sink,
                void *context, bool *ended)
{
    char *block = memory_alloc(BLOCK_SIZE);
    uint64_t read = 0;
    zip_int64_t length;
    while ((length = zip->lib.zip_fread(file, block, BLOCK_SIZE)) > 0) {
        read += (uint64_t)length;
        if (read > size)
            break;
        *ended = sink(context, block, (size_t)length) != 0;
        if (*ended)
            break;
    }
    free(block);
    return length == 0 && read == size ? 0 : -1;
}

static int read_member(struct zip_reader *zip, struct member *member, zip_sink *sink, void *context,
                       struct error *error)
{
    bool ended = false;
    zip_uint64_t index = (zip_uint64_t)(member - zip->members);
    zip_file_t *file = zip->lib.zip_fopen_index(zip->archive, index, 0);
    if (file == NULL)
        return refuse(error, member->name, "damaged: the archive's list says otherwise of it");
    int status = pump(zip, file, member->size, sink, context, &ended);
    zip->lib.zip_fclose(file);
    if (ended)
        return -1;
    if (status != 0)
        return refuse(error, member->name,
                      "damaged: what is unpacked has another checksum or size");
    member->checked = true;
    return 0;
}

int zip_reader_read(struct zip_reader *zip, const char *member, zip_sink *sink, void *context,
                    struct error *error)
{
    struct member *found = find(zip, member);
    if (found == NULL)
        return refuse(error, member, "missing: the file names it and does not have it");
    return read_member(zip, found, sink, context, error);
}

static int discard(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return 0;
}

int zip_reader_check(struct zip_reader *zip, struct error *error)
{
    for (size_t i = 0; i < zip->count; i++)
        if (!zip->members[i].checked &&
            read_member(zip, &zip->members[i], discard, NULL, error) != 0)
            return -1;
    return 0;
}
