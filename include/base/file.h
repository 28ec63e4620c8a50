// SPDX-License-Identifier: MIT
/* Reads small files as bytes; plans and journals are read by read/source.h. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/strbuf.h"

/* Appends the file's contents to `bytes`. Returns 0, or -1 with errno. */
int file_read(struct strbuf *bytes, const char *path);

#endif
