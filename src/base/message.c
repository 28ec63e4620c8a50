// SPDX-License-Identifier: MIT
#include "base/message.h"

#include <errno.h>
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

/* A message's key may begin with its context, as GNU gettext writes it: CONTEXT\004ENGLISH. */
static const char *without_context(const char *english)
{
    const char *end = strchr(english, '\004');
    return end != NULL ? end + 1 : english;
}

static const char *translate(const char *english, size_t count)
{
    const struct catalogue *catalogue = lang_catalogue(language);
    return catalogue != NULL ? catalogue_find(catalogue, english, count) : NULL;
}

const char *message(const char *english)
{
    if (english == NULL || *english == '\0')
        return english;
    const char *translated = translate(english, 1);
    return translated != NULL ? translated : without_context(english);
}

const char *message_plural(const char *one, const char *many, size_t count)
{
    const char *translated = translate(one, count);
    return translated != NULL ? translated : count == 1 ? one : many;
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
