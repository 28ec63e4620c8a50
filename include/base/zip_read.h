// SPDX-License-Identifier: MIT
/*
 * The members of a zip archive that is held in memory (PKWARE APPNOTE 6.3; of it what ECMA-376
 * part 2, annex B allows: stored and deflated members, no encryption, no two of one name). Members
 * come from libzip as a stream: none is ever in memory whole.
 *
 * A bomb is an error (ZIP_…), as is an archive that is cut, or has a wrong bit where one counts: in
 * its list and in what is packed. What a member says of itself besides is not read.
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
#define ZIP_RATIO_MAX 400 /* unpacked to packed, of members over 1 MiB; XML rarely passes 50 */

struct zip_reader;

/* Whether these bytes begin as a zip archive does, with a member. */
bool zip_begins(const char *bytes, size_t length);

/*
 * Lists the archive's members and checks what is said of them. The bytes are borrowed for the
 * archive's life. NULL with `error` filled in where it cannot be read; its place.cell names the
 * member, as in all errors here, and its path is the caller's to add.
 */
struct zip_reader *zip_reader_open(const char *bytes, size_t length, struct error *error);
void zip_reader_close(struct zip_reader *zip); /* takes NULL */

/* Opens an archive of the program's own making, which may be of any size. */
struct zip_reader *zip_reader_open_trusted(const char *bytes, size_t length, struct error *error);

/* Returns the name of a member, counted from 0; NULL after the last. */
const char *zip_reader_name(const struct zip_reader *zip, size_t index);

bool zip_reader_has(const struct zip_reader *zip, const char *member);

/* Gets a member's next bytes; another result than 0 ends the reading. */
typedef int zip_sink(void *context, const char *bytes, size_t length);

/*
 * Sends a member through `sink`. Returns 0 once all was read and its checksum is right, else -1:
 * with `error` filled in, or untouched where it was the sink that ended the reading.
 */
int zip_reader_read(struct zip_reader *zip, const char *member, zip_sink *sink, void *context,
                    struct error *error);

/* Reads what no one has read yet, so that a damage anywhere is found. Returns 0 or -1. */
int zip_reader_check(struct zip_reader *zip, struct error *error);

#endif
