// SPDX-License-Identifier: MIT
#include "stored_zip.h"

#include <string.h>

static void add_number(struct strbuf *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        strbuf_addc(out, (char)(value >> (8 * i) & 0xFF));
}

/* CRC-32 as in APPNOTE 4.4.7, bit by bit: inputs are short. */
static uint32_t checksum(const uint8_t *bytes, size_t length)
{
    uint32_t sum = UINT32_MAX;
    for (size_t i = 0; i < length; i++) {
        sum ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return ~sum;
}

/* What a member's local header and its entry in the directory have in common, the name too. */
static void add_header(struct strbuf *out, const struct stored_member *member)
{
    uint32_t length = (uint32_t)member->length, name = (uint32_t)strlen(member->name);
    add_number(out, 20, 2);         /* version needed */
    add_number(out, 0, 4);          /* flags, stored */
    add_number(out, 0x21 << 16, 4); /* 1 January 1980, 00:00 */
    add_number(out, checksum(member->bytes, member->length), 4);
    add_number(out, length, 4);
    add_number(out, length, 4);
    add_number(out, name, 2);
    add_number(out, 0, 2); /* extra field */
}

static void add_entry(struct strbuf *out, const struct stored_member *member, size_t offset)
{
    strbuf_add(out, "PK\1\2", 4);
    add_number(out, 20, 2); /* version made by */
    add_header(out, member);
    add_number(out, 0, 4); /* comment, disk */
    add_number(out, 0, 2); /* attributes inside, and outside */
    add_number(out, 0, 4);
    add_number(out, (uint32_t)offset, 4);
    strbuf_adds(out, member->name);
}

void stored_zip_add(struct strbuf *out, const struct stored_member *members, size_t count)
{
    struct strbuf directory = {0};
    size_t start = out->length;
    for (size_t i = 0; i < count; i++) {
        add_entry(&directory, &members[i], out->length - start);
        strbuf_add(out, "PK\3\4", 4);
        add_header(out, &members[i]);
        strbuf_adds(out, members[i].name);
        strbuf_add(out, (const char *)members[i].bytes, members[i].length);
    }
    size_t offset = out->length - start;
    strbuf_add(out, strbuf_text(&directory), directory.length);
    strbuf_add(out, "PK\5\6", 4);
    add_number(out, 0, 4); /* disks */
    add_number(out, (uint32_t)count, 2);
    add_number(out, (uint32_t)count, 2);
    add_number(out, (uint32_t)directory.length, 4);
    add_number(out, (uint32_t)offset, 4);
    add_number(out, 0, 2); /* comment */
    strbuf_release(&directory);
}
