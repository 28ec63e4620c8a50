// SPDX-License-Identifier: MIT
/*
 * Translations in a file as msgfmt writes it (.mo; GNU gettext manual, 10.3). It may hold anything:
 * what it says is checked where it is used. A translation is none that converts other arguments
 * than its message does, is no UTF-8, or holds what may not go to a terminal.
 */
#ifndef BASE_CATALOGUE_H
#define BASE_CATALOGUE_H

#include "base/error.h"
#include "base/plural.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct catalogue {
    const char *bytes; /* borrowed, as long as the catalogue is used */
    size_t length;
    uint32_t count, originals, translations; /* offsets of tables of lengths and offsets */
    bool swapped;                            /* of the other byte order than this machine's */
    bool trusted;                            /* built in, and checked when it was built */
    struct plural plural;
};

/* Reads the bytes' header. Returns 0, or -1 with an error (ERROR_DATA) that says what is wrong. */
int catalogue_open(struct catalogue *catalogue, const char *bytes, size_t length,
                   struct error *error);

/* Returns the translation of a message, in the form that goes with a number; NULL for none. The
 * message's key may begin with its context: CONTEXT\004ENGLISH. */
const char *catalogue_find(const struct catalogue *catalogue, const char *english, size_t number);

#endif
