// SPDX-License-Identifier: MIT
/*
 * A mail without an address, which mail programs open to be addressed and sent (X-Unsent): RFC
 * 5322, its texts in UTF-8 (RFC 2045 to 2047).
 */
#ifndef WRITE_MAIL_H
#define WRITE_MAIL_H

#include <stddef.h>
#include <stdio.h>

struct mail {
    const char *subject;
    const char *letter;    /* plain text, its lines ended by \n */
    const char *file_name; /* of what goes with it, plain ASCII; NULL: nothing does */
    const char *file_type; /* its media type */
    const char *file;
    size_t file_length;
};

void mail_write(const struct mail *mail, FILE *out);

#endif
