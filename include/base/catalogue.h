// SPDX-License-Identifier: MIT
/*
 * Translations in a compiled .mo file (GNU gettext manual, 10.3). The file is not trusted: unless
 * it is built in, each entry is checked when it is used. A translation is ignored if its format
 * conversions do not match its message's, if it is not UTF-8, or if it holds characters that are
 * unsafe on a terminal.
 */
#ifndef BASE_CATALOGUE_H
#define BASE_CATALOGUE_H

#include "base/error.h"
#include "base/plural.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct catalogue {
    const char *bytes; /* borrowed for the life of the catalogue */
    size_t length;
    uint32_t count, originals, translations; /* file offsets of two tables of {length, offset} */
    bool swapped;                            /* the file's byte order is not this machine's */
    bool trusted;                            /* built in, so each entry was checked by the build */
    struct plural plural;
};

/* Reads the header of a .mo file. Returns 0, or -1 with an ERROR_DATA that says what is wrong. */
int catalogue_open(struct catalogue *catalogue, const char *bytes, size_t length,
                   struct error *error);

/* Returns the translation of a message, in the plural form for `number`, or NULL if there is none.
 * The message's key may begin with its context: CONTEXT\004ENGLISH. */
const char *catalogue_find(const struct catalogue *catalogue, const char *english, size_t number);

#endif
