// SPDX-License-Identifier: MIT
/*
 * Reads the members of a zip archive in memory (PKWARE APPNOTE 6.3, restricted as in ECMA-376 part
 * 2, annex B: stored and deflated members, no encryption, unique names). libzip unpacks members as
 * a stream: none is ever whole in memory.
 *
 * A zip bomb (see ZIP_…) is an error, as is an archive that is cut off or damaged in its list of
 * members or in packed data. Other statements of a member about itself are not read.
 */
#ifndef BASE_ZIP_READ_H
#define BASE_ZIP_READ_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ZIP_MEMBERS_MAX 4096
#define ZIP_MEMBER_MAX (UINT64_C(256) << 20) /* bytes when unpacked */
#define ZIP_TOTAL_MAX (UINT64_C(512) << 20)
#define ZIP_RATIO_MAX 400 /* unpacked to packed, for members over 1 MiB; XML rarely exceeds 50 */

struct zip_reader;

/* Returns whether the bytes begin like a zip archive that has a member. */
bool zip_begins(const char *bytes, size_t length);

/*
 * Opens an archive, and lists and checks its members. The bytes are borrowed until
 * zip_reader_close. Returns NULL with an error if it cannot be read. In all errors here
 * location.cell names the member, and the caller adds the path.
 */
struct zip_reader *zip_reader_open(const char *bytes, size_t length, struct error *error);
void zip_reader_close(struct zip_reader *zip); /* takes NULL */

/* Opens an archive that is part of the program, without limits on sizes. */
struct zip_reader *zip_reader_open_trusted(const char *bytes, size_t length, struct error *error);

/* Returns the name of a member, counted from 0, or NULL after the last. */
const char *zip_reader_name(const struct zip_reader *zip, size_t index);

bool zip_reader_has(const struct zip_reader *zip, const char *member);

/* Gets a member's next bytes. Returns 0, or another value to stop reading. */
typedef int zip_sink(void *context, const char *bytes, size_t length);

/* Sends a member through `sink`. Returns 0 once all was read and the checksum is right. Returns -1
 * with an error, or without touching `error` if the sink stopped reading. */
int zip_reader_read(struct zip_reader *zip, const char *member, zip_sink *sink, void *context,
                    struct error *error);

/* Reads all members that were not read yet, to find damage anywhere. Returns 0 or -1. */
int zip_reader_check(struct zip_reader *zip, struct error *error);

#endif
