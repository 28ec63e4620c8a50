// SPDX-License-Identifier: MIT
/*
 * Messages for people, in their language. The source has them in English; data/LANG.po, compiled
 * and built in, in Vietnamese; an installed catalogue in others (base/lang.h). xgettext finds them
 * by these macros and by the functions that translate their arguments (error_set, error_list_add,
 * lang_add_plural …, see the Makefile). The C library's own gettext is not used: it translates
 * nothing unless the locale is installed, and cron sets none.
 */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#include "base/lang.h"

#include <stddef.h>

/* Translates a message into the current language. */
#define _(english) message(english)

/* Marks a message in a table; whoever prints it translates it. */
#define N_(english) english

/* Marks a message that has a context, which tells it from equal words elsewhere: NC_("field",
 * "note"). */
#define NC_(context, english) context "\004" english

/* Sets the language of this process's messages, which is English by default. */
void message_use(enum lang lang);
enum lang message_lang(void);

/* Returns the translation of a message or, if it has none, the English text without its context.
 * NULL gives NULL. */
const char *message(const char *english) __attribute__((format_arg(1)));

/* Returns the plural form for `count`, translated. */
const char *message_plural(const char *one, const char *many, size_t count)
    __attribute__((format_arg(1), format_arg(2)));

/* Returns the system's text for an errno; the usual ones are translated. */
const char *message_of_errno(int number);

#endif
