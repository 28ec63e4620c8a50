// SPDX-License-Identifier: MIT
/* A small file's bytes, whatever they are; plans and journals are read by read/source.h. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/strbuf.h"

/* Adds them to `bytes`. Returns 0, or -1 with errno. */
int file_read(struct strbuf *bytes, const char *path);

#endif
