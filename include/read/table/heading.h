// SPDX-License-Identifier: MIT
/* A column's heading taken apart into words. */
#ifndef READ_TABLE_HEADING_H
#define READ_TABLE_HEADING_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* A heading taken apart: its words, in lower case and folded, in segments between separators. */
struct heading_word {
    size_t marked, marked_length; /* in `text` */
    size_t folded, folded_length; /* in `folded` */
    unsigned segment;
};

enum { HEADING_WORDS = 64 };

struct heading {
    struct strbuf text, folded;
    struct heading_word words[HEADING_WORDS]; /* further ones are not looked at */
    size_t count;
    unsigned bracketed; /* bits of 1 << segment: it stands in brackets */
    bool is_bare;       /* no letter of it has a mark: it may be typed without any */
    int year;
};

/* Takes a heading apart, its years taken off; heading_release frees it. */
void heading_init(struct heading *heading, const char *text);
void heading_release(struct heading *heading);

#endif
