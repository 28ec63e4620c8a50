// SPDX-License-Identifier: MIT
/* Zip archives made in a test: members stored as they are, each of their headers as one likes. */
#ifndef TESTS_ARCHIVE_H
#define TESTS_ARCHIVE_H

#include "base/strbuf.h"

#include <string.h>

struct archive {
    struct strbuf bytes, list;
    unsigned count;
    uint32_t claimed; /* if not 0, the size that the next members are said to unpack to */
    uint16_t flags;
};

static inline uint32_t archive_checksum(const char *text, size_t length)
{
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < length; i++) {
        sum ^= (unsigned char)text[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~sum;
}

static inline void archive_number(struct strbuf *out, uint32_t number, int size)
{
    for (int i = 0; i < size; i++)
        strbuf_addc(out, (char)(number >> 8 * i & 0xFF));
}

/* What a member's own header and the archive's list both say. */
static inline void archive_header(const struct archive *archive, struct strbuf *out,
                                  const char *name, const char *text, size_t length)
{
    uint32_t claimed = archive->claimed > 0 ? archive->claimed : (uint32_t)length;
    archive_number(out, 20, 2);
    archive_number(out, archive->flags, 2);
    archive_number(out, 0, 2); /* stored */
    archive_number(out, 0, 4); /* time and date */
    archive_number(out, archive_checksum(text, length), 4);
    archive_number(out, (uint32_t)length, 4);
    archive_number(out, claimed, 4);
    archive_number(out, (uint32_t)strlen(name), 2);
}

static inline void archive_add(struct archive *archive, const char *name, const char *text)
{
    size_t length = strlen(text), offset = archive->bytes.length;
    strbuf_add(&archive->bytes, "PK\x03\x04", 4);
    archive_header(archive, &archive->bytes, name, text, length);
    archive_number(&archive->bytes, 0, 2);
    strbuf_adds(&archive->bytes, name);
    strbuf_add(&archive->bytes, text, length);
    strbuf_add(&archive->list, "PK\x01\x02", 4);
    archive_number(&archive->list, 20, 2);
    archive_header(archive, &archive->list, name, text, length);
    for (int i = 0; i < 12; i++)
        strbuf_addc(&archive->list, '\0');
    archive_number(&archive->list, (uint32_t)offset, 4);
    strbuf_adds(&archive->list, name);
    archive->count++;
}

/* The whole archive's bytes, borrowed until archive_release. */
static inline const struct strbuf *archive_end(struct archive *archive)
{
    size_t offset = archive->bytes.length;
    strbuf_add(&archive->bytes, archive->list.text, archive->list.length);
    strbuf_add(&archive->bytes, "PK\x05\x06\0\0\0\0", 8);
    archive_number(&archive->bytes, archive->count, 2);
    archive_number(&archive->bytes, archive->count, 2);
    archive_number(&archive->bytes, (uint32_t)archive->list.length, 4);
    archive_number(&archive->bytes, (uint32_t)offset, 4);
    archive_number(&archive->bytes, 0, 2);
    return &archive->bytes;
}

static inline void archive_release(struct archive *archive)
{
    strbuf_release(&archive->bytes);
    strbuf_release(&archive->list);
}

#endif
