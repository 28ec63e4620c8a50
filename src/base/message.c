// SPDX-License-Identifier: MIT
#include "base/message.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static enum lang language = LANG_EN;

void message_use(enum lang lang)
{
    language = lang;
}

enum lang message_lang(void)
{
    return language;
}

/* A catalogue as msgfmt writes it, in this machine's byte order (GNU gettext manual, 10.3). */
struct catalogue {
    uint32_t magic, revision, count;
    uint32_t originals, translations; /* offsets of tables of lengths and offsets */
};

enum { ENTRY = 2 * sizeof(uint32_t) };

static const char *text_of(const char *entry)
{
    uint32_t offset;
    memcpy(&offset, entry + sizeof offset, sizeof offset);
    return lang_catalogue(language) + offset;
}

/* A message's key may begin with its context, as GNU gettext writes it: CONTEXT\004ENGLISH. */
static const char *without_context(const char *english)
{
    const char *end = strchr(english, '\004');
    return end != NULL ? end + 1 : english;
}

static int compare_original(const void *english, const void *entry)
{
    return strcmp(english, text_of(entry));
}

const char *message(const char *english)
{
    struct catalogue catalogue;
    const char *start = lang_catalogue(language);
    if (english == NULL || *english == '\0')
        return english;
    if (start == NULL)
        return without_context(english);
    memcpy(&catalogue, start, sizeof catalogue);
    const char *originals = start + catalogue.originals,
               *translations = start + catalogue.translations;
    const char *found = bsearch(english, originals, catalogue.count, ENTRY, compare_original);
    return found != NULL ? text_of(translations + (found - originals)) : without_context(english);
}

/* A language has one form for every number; a plural's entry is found by its singular. */
const char *message_plural(const char *one, const char *many, size_t count)
{
    const char *translated = message(one);
    return translated != one ? translated : count == 1 ? one : many;
}

const char *message_of_errno(int number)
{
    static const struct {
        int number;
        const char *english;
    } usual[] = {
        {ENOENT, N_("No such file or directory")}, {EACCES, N_("Permission denied")},
        {EPERM, N_("Operation not permitted")},    {EISDIR, N_("Is a directory")},
        {ENOTDIR, N_("Not a directory")},          {EEXIST, N_("File exists")},
        {ENOSPC, N_("No space left on device")},   {EDQUOT, N_("Disk quota exceeded")},
        {EROFS, N_("Read-only file system")},      {EPIPE, N_("Broken pipe")},
        {EIO, N_("Input/output error")},           {EFBIG, N_("File too large")},
        {ENAMETOOLONG, N_("File name too long")},
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (usual[i].number == number)
            return message(usual[i].english);
    return strerror(number);
}
