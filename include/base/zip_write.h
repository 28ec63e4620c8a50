// SPDX-License-Identifier: MIT
/* A ZIP file being written, by libzip, which is loaded when the first one is begun. */
#ifndef BASE_ZIP_WRITE_H
#define BASE_ZIP_WRITE_H

#include "base/date.h"
#include "base/error.h"

#include <stddef.h>
#include <stdio.h>

struct zip_writer;

/* Begins an empty file, whose parts are said to be of a day, so that the same parts are the same
 * bytes. NULL with an ERROR_SYSTEM where the library is missing. Ended by zip_writer_free. */
struct zip_writer *zip_writer_new(struct date day, struct error *error);
void zip_writer_free(struct zip_writer *writer); /* takes NULL */

/* Adds a part; its name and bytes are borrowed until the file is written. */
void zip_writer_add(struct zip_writer *writer, const char *name, const char *bytes, size_t length);

/* Writes the file; whether the stream took it, the caller checks. -1 with an ERROR_SYSTEM where it
 * cannot be made. */
int zip_writer_write(struct zip_writer *writer, FILE *out, struct error *error);

#endif
