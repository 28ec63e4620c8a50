// SPDX-License-Identifier: MIT
/*
 * Which form of a word goes with a number, as a catalogue says it in its header: «Plural-Forms:
 * nplurals=2; plural=(n > 1);» (GNU gettext manual, 11.2.6). The rule is a C expression of n.
 */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stddef.h>

struct plural {
    const char *rule; /* borrowed from the header; NULL: two forms, as English has them */
    size_t length;
};

/* Finds the rule in a catalogue's header. Does not check that it makes sense (see plural_form). */
struct plural plural_of_header(const char *header);

/* Returns the form for a number, from 0; 0 where the rule is no expression. How many forms there
 * are is for the caller to know. */
size_t plural_form(struct plural plural, size_t number);

#endif
