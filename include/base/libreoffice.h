// SPDX-License-Identifier: MIT
/* Converts a file with LibreOffice: runs `soffice`, if installed, without a shell and for at most
 * two minutes. Its profile and files are in a temporary folder that is always removed. */
#ifndef BASE_LIBREOFFICE_H
#define BASE_LIBREOFFICE_H

#include "base/process.h"
#include "base/strbuf.h"

/* Appends the converted file to `made`. `from` and `to` are file extensions without a dot. On
 * PROCESS_FAILED errno is the cause, or 0 if LibreOffice itself failed. */
enum process_end libreoffice_convert(struct strbuf *made, const char *bytes, size_t length,
                                     const char *from, const char *to);

#endif
