// SPDX-License-Identifier: MIT
/* Chooses the plural form for a number, by the rule in a catalogue's header: «Plural-Forms:
 * nplurals=2; plural=(n > 1);» (GNU gettext manual, 11.2.6). The rule is a C expression of n. */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stddef.h>

struct plural {
    const char *rule; /* borrowed from the header; NULL: two forms, as in English */
    size_t length;
};

/* Finds the rule in a catalogue's header. Does not check that it is valid (see plural_form). */
struct plural plural_of_header(const char *header);

/* Returns the form for a number, counted from 0; 0 if the rule is not a valid expression. The
 * caller checks that there are that many forms. */
size_t plural_form(struct plural plural, size_t number);

#endif
