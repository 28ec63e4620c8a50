// SPDX-License-Identifier: MIT
#include "base/manual.h"

#include "base/strbuf.h"

#include <stdlib.h>
#include <unistd.h>

/* Packages compress pages. */
static const char *const endings[] = {"", ".gz"};

bool manual_show(const char *page, enum lang lang)
{
    struct strbuf path = {0}, command = {0};
    bool shown = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings && !shown; i++) {
        strbuf_clear(&path);
        strbuf_clear(&command);
        strbuf_addf(&path, MANDIR "/%s%sman1/%s.1%s", lang != LANG_EN ? lang_names[lang] : "",
                    lang != LANG_EN ? "/" : "", page, endings[i]);
        /* Pages are in UTF-8, as all that the program writes, whatever the locale is. */
        strbuf_addf(&command, "command -v man >/dev/null && LC_ALL=C.UTF-8 exec man -l '%s'",
                    path.text);
        shown = access(path.text, R_OK) == 0 && system(command.text) == 0;
    }
    strbuf_release(&path);
    strbuf_release(&command);
    return shown;
}
