// SPDX-License-Identifier: MIT
/*
 * What people read, in their language. The source says it in English; data/LANG.po, compiled
 * and built in, has it in Vietnamese, a catalogue that was installed in others (base/lang.h).
 * xgettext finds the messages by these names and by the functions that translate what they are
 * given: error_set, error_list_add, lang_add_plural …, see the Makefile. The C library's own
 * gettext is not used: without the locale installed it translates nothing, and in cron there is
 * none.
 */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include "base/lang.h"

#include <stddef.h>

/* The message in the language in use. */
#define _(english) message(english)

/* Marks a message in a table, for whoever writes it to translate. */
#define N_(english) english

/* The same, with what tells it from the same words elsewhere: NC_("field", "note"). */
#define NC_(context, english) context "\004" english

/* Sets the language of this process's messages; English until then. */
void message_use(enum lang lang);
enum lang message_lang(void);

/* The English text itself, without its context, where there is no other. NULL gives NULL. */
const char *message(const char *english) __attribute__((format_arg(1)));

/* The form that goes with a number. */
const char *message_plural(const char *one, const char *many, size_t count)
    __attribute__((format_arg(1), format_arg(2)));

/* What the system says of an errno, in the language in use if it is a usual one. */
const char *message_of_errno(int number);

#endif
