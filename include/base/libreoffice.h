// SPDX-License-Identifier: MIT
/*
 * A file that LibreOffice makes of another: `soffice`, where it is installed, run without a shell
 * for at most two minutes, with a profile and a folder of its own, which are removed whatever
 * happens.
 */
#ifndef BASE_LIBREOFFICE_H
#define BASE_LIBREOFFICE_H

#include "base/process.h"
#include "base/strbuf.h"

/*
 * Adds to `made` what so many bytes become; `from` and `to` are the endings of the two kinds of
 * files. On PROCESS_FAILED errno says what was in the way, or is 0: LibreOffice could not do it.
 */
enum process_end libreoffice_convert(struct strbuf *made, const char *bytes, size_t length,
                                     const char *from, const char *to);

#endif
