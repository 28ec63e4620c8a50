// SPDX-License-Identifier: MIT
#include "base/zip.h"

#include "base/library.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"

#include <minizip/unzip.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_BYTES = 255, BLOCK_SIZE = 65536, ENCRYPTED = 1, STORED = 0, DEFLATED = 8 };

struct minizip {
    __typeof__(unzOpen2_64) *open;
    __typeof__(unzClose) *close;
    __typeof__(unzGetGlobalInfo64) *global_info;
    __typeof__(unzGoToFirstFile) *go_to_first;
    __typeof__(unzGoToNextFile) *go_to_next;
    __typeof__(unzGetCurrentFileInfo64) *info;
    __typeof__(unzGetFilePos64) *position;
    __typeof__(unzGoToFilePos64) *go_to;
    __typeof__(unzOpenCurrentFile) *open_member;
    __typeof__(unzReadCurrentFile) *read_member;
    __typeof__(unzCloseCurrentFile) *close_member;
};

struct member {
    char *name;
    unz64_file_pos position;
    uint64_t size;
    bool checked;
};

struct zip {
    struct minizip minizip;
    const char *bytes;
    size_t length, offset; /* where minizip reads next */
    unzFile file;
    struct member *members;
    size_t count, capacity;
    uint64_t total;
    bool trusted; /* no bomb */
};

bool zip_begins(const char *bytes, size_t length)
{
    return length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0;
}

static int load(struct minizip *minizip, struct error *error)
{
    const struct library_symbol symbols[] = {
        {"unzOpen2_64", &minizip->open},
        {"unzClose", &minizip->close},
        {"unzGetGlobalInfo64", &minizip->global_info},
        {"unzGoToFirstFile", &minizip->go_to_first},
        {"unzGoToNextFile", &minizip->go_to_next},
        {"unzGetCurrentFileInfo64", &minizip->info},
        {"unzGetFilePos64", &minizip->position},
        {"unzGoToFilePos64", &minizip->go_to},
        {"unzOpenCurrentFile", &minizip->open_member},
        {"unzReadCurrentFile", &minizip->read_member},
        {"unzCloseCurrentFile", &minizip->close_member},
    };
    return library_load(MINIZIP_LIBRARY, symbols, sizeof symbols / sizeof *symbols, error);
}

/* ---- What minizip reads the archive's bytes with ---- */

static voidpf open_bytes(voidpf zip, const void *name, int mode)
{
    (void)name;
    (void)mode;
    ((struct zip *)zip)->offset = 0;
    return zip;
}

static uLong read_bytes(voidpf opaque, voidpf stream, void *buffer, uLong size)
{
    (void)opaque;
    struct zip *zip = stream;
    size_t left = zip->length - zip->offset;
    size_t length = size < left ? size : left;
    memcpy(buffer, zip->bytes + zip->offset, length);
    zip->offset += length;
    return length;
}

static ZPOS64_T tell_bytes(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct zip *)stream)->offset;
}

static long seek_bytes(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    (void)opaque;
    struct zip *zip = stream;
    size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? zip->offset
                  : origin == ZLIB_FILEFUNC_SEEK_END ? zip->length
                                                     : 0;
    if (offset > zip->length - base)
        return -1;
    zip->offset = base + offset;
    return 0;
}

static int close_bytes(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int no_error(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
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
    place_name(&error->place, member, "");
    return -1;
}

static struct member *find(const struct zip *zip, const char *name)
{
    for (size_t i = 0; i < zip->count; i++)
        if (strcmp(zip->members[i].name, name) == 0)
            return &zip->members[i];
    return NULL;
}

bool zip_has(const struct zip *zip, const char *member)
{
    return find(zip, member) != NULL;
}

static int check_info(const struct zip *zip, const char *name, const unz_file_info64 *info,
                      struct error *error)
{
    uint64_t size = info->uncompressed_size, packed = info->compressed_size;
    if ((info->flag & ENCRYPTED) != 0)
        return refuse(error, name, "it is locked with a password: save it without one");
    if (info->compression_method != STORED && info->compression_method != DEFLATED)
        return refuse(error, name, "packed by method %lu: expected deflate",
                      info->compression_method);
    if (find(zip, name) != NULL)
        return refuse(error, name, "a second member of this name in the archive");
    if (packed > zip->length)
        return refuse(error, name, "damaged: larger than the file it stands in");
    if (zip->trusted)
        return 0;
    if (size > ZIP_MEMBER_MAX || size > ZIP_TOTAL_MAX - zip->total)
        return refuse(error, name, "too large when unpacked: %llu bytes", (unsigned long long)size);
    if (size > 1024 * 1024 && size / ZIP_RATIO_MAX > packed)
        return refuse(error, name, "%llu bytes that unpack to %llu: no document is packed so well",
                      (unsigned long long)packed, (unsigned long long)size);
    return 0;
}

static int add_member(struct zip *zip, struct error *error)
{
    char name[NAME_MAX_BYTES + 2] = "";
    unz_file_info64 info;
    if (zip->minizip.info(zip->file, &info, name, sizeof name - 1, NULL, 0, NULL, 0) != UNZ_OK)
        return refuse(error, "", "the archive's list of members is damaged");
    if (info.size_filename > NAME_MAX_BYTES || strlen(name) != info.size_filename ||
        text_invalid_offset(name, strlen(name)) != strlen(name))
        return refuse(error, "", "a member of the archive has no readable name");
    if (check_info(zip, name, &info, error) != 0)
        return -1;
    zip->members = memory_grow(zip->members, zip->count, &zip->capacity, sizeof *zip->members);
    struct member *member = &zip->members[zip->count];
    *member = (struct member){.size = info.uncompressed_size};
    zip->total += member->size;
    if (zip->minizip.position(zip->file, &member->position) != UNZ_OK)
        return refuse(error, name, "the archive's list of members is damaged");
    member->name = memory_copy(name, strlen(name));
    zip->count++;
    return 0;
}

static int list_members(struct zip *zip, struct error *error)
{
    unz_global_info64 info = {0};
    if (zip->minizip.global_info(zip->file, &info) != UNZ_OK || info.number_entry == 0)
        return refuse(error, "", "an archive without members: expected an Excel or Word file");
    if (info.number_entry > ZIP_MEMBERS_MAX)
        return refuse(error, "", "an archive of %llu members: expected at most %d",
                      (unsigned long long)info.number_entry, ZIP_MEMBERS_MAX);
    int status = zip->minizip.go_to_first(zip->file);
    while (status == UNZ_OK && zip->count < info.number_entry) {
        if (add_member(zip, error) != 0)
            return -1;
        status = zip->minizip.go_to_next(zip->file);
    }
    if (status != UNZ_END_OF_LIST_OF_FILE || zip->count != info.number_entry)
        return refuse(error, "", "the archive's list of members is damaged");
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
 * Whether the archive ends as it says: minizip takes what is cut off its last record (4.3.16) for
 * zeros. The list of members must end where that record begins, unless its size stands elsewhere.
 */
static bool ends_whole(const struct zip *zip)
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

static struct zip *open_archive(struct zip archive, struct error *error)
{
    struct zip *zip = memory_alloc(sizeof *zip);
    *zip = archive;
    zlib_filefunc64_def functions = {
        .zopen64_file = open_bytes,
        .zread_file = read_bytes,
        .ztell64_file = tell_bytes,
        .zseek64_file = seek_bytes,
        .zclose_file = close_bytes,
        .zerror_file = no_error,
        .opaque = zip,
    };
    int status = load(&zip->minizip, error);
    if (status == 0) {
        zip->file = ends_whole(zip) ? zip->minizip.open("", &functions) : NULL;
        status =
            zip->file != NULL
                ? list_members(zip, error)
                : refuse(error, "", "the file is cut or damaged: no Excel or Word file ends so");
    }
    if (status == 0)
        return zip;
    zip_close(zip);
    return NULL;
}

struct zip *zip_open(const char *bytes, size_t length, struct error *error)
{
    return open_archive((struct zip){.bytes = bytes, .length = length}, error);
}

struct zip *zip_open_trusted(const char *bytes, size_t length, struct error *error)
{
    return open_archive((struct zip){.bytes = bytes, .length = length, .trusted = true}, error);
}

const char *zip_name(const struct zip *zip, size_t index)
{
    return index < zip->count ? zip->members[index].name : NULL;
}

void zip_close(struct zip *zip)
{
    if (zip == NULL)
        return;
    if (zip->file != NULL)
        zip->minizip.close(zip->file);
    for (size_t i = 0; i < zip->count; i++)
        free(zip->members[i].name);
    free(zip->members);
    free(zip);
}

/* The bytes of the open member through the sink: how many, or -1 where the sink or minizip ends. */
static int64_t pump(struct zip *zip, zip_sink *sink, void *context, bool *ended)
{
    char *block = memory_alloc(BLOCK_SIZE);
    int64_t size = 0;
    int length;
    while ((length = zip->minizip.read_member(zip->file, block, BLOCK_SIZE)) > 0) {
        size += length;
        *ended = sink(context, block, (size_t)length) != 0;
        if (*ended)
            break;
    }
    free(block);
    return length < 0 ? -1 : size;
}

static int read_member(struct zip *zip, struct member *member, zip_sink *sink, void *context,
                       struct error *error)
{
    bool ended = false;
    if (zip->minizip.go_to(zip->file, &member->position) != UNZ_OK ||
        zip->minizip.open_member(zip->file) != UNZ_OK)
        return refuse(error, member->name, "damaged: the archive's list says otherwise of it");
    int64_t size = pump(zip, sink, context, &ended);
    int closed = zip->minizip.close_member(zip->file);
    if (ended)
        return -1;
    if (size < 0 || (uint64_t)size != member->size || closed != UNZ_OK)
        return refuse(error, member->name,
                      "damaged: what is unpacked has another checksum or size");
    member->checked = true;
    return 0;
}

int zip_read(struct zip *zip, const char *member, zip_sink *sink, void *context,
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

int zip_check(struct zip *zip, struct error *error)
{
    for (size_t i = 0; i < zip->count; i++)
        if (!zip->members[i].checked &&
            read_member(zip, &zip->members[i], discard, NULL, error) != 0)
            return -1;
    return 0;
}
