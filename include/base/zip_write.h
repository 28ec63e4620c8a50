// SPDX-License-Identifier: MIT
/* Writes a ZIP file with libzip, which is loaded by the first call of zip_writer_new. */
#ifndef BASE_ZIP_WRITE_H
#define BASE_ZIP_WRITE_H

#include "base/date.h"
#include "base/error.h"

#include <stddef.h>
#include <stdio.h>

struct zip_writer;

/* Begins an empty file. All parts are dated `day`, so that equal parts give equal bytes. Returns
 * NULL with an ERROR_SYSTEM if the library is missing. The caller frees it with zip_writer_free. */
struct zip_writer *zip_writer_new(struct date day, struct error *error);
void zip_writer_free(struct zip_writer *writer); /* takes NULL */

/* Adds a part. The bytes are borrowed until the file is written. */
void zip_writer_add(struct zip_writer *writer, const char *name, const char *bytes, size_t length);

/* Writes the file. Returns 0, or -1 with an ERROR_SYSTEM if it cannot be made. The caller checks
 * `out` for write errors. */
int zip_writer_write(struct zip_writer *writer, FILE *out, struct error *error);

#endif
