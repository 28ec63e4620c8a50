// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <errno.h>
#include <stdio.h>

int file_read(struct strbuf *bytes, const char *path)
{
    char block[BUFSIZ];
    size_t length;
    FILE *file = fopen(path, "rbe");
    if (file == NULL)
        return -1;
    errno = 0;
    while ((length = fread(block, 1, sizeof block, file)) > 0)
        strbuf_add(bytes, block, length);
    int status = ferror(file) ? -1 : 0, why = errno;
    fclose(file);
    errno = why;
    return status;
}
