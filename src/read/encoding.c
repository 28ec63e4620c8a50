// SPDX-License-Identifier: MIT
#include "read/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

bool encoding_is_known(const char *name)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return false;
    iconv_close(converter);
    return true;
}

const char *encoding_of_mark(const char *bytes, size_t length, size_t *mark)
{
    static const struct {
        const char *bytes, *name;
        size_t length;
    } marks[] = {
        {"\xEF\xBB\xBF", "UTF-8", 3}, {"\xFF\xFE", "UTF-16LE", 2}, {"\xFE\xFF", "UTF-16BE", 2}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        *mark = marks[i].length;
        if (length >= *mark && memcmp(bytes, marks[i].bytes, *mark) == 0)
            return marks[i].name;
    }
    *mark = 0;
    return NULL;
}

int encoding_to_utf8(const char *name, const char *bytes, size_t length, struct strbuf *out,
                     size_t *bad)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) {
        *bad = 0;
        return -1;
    }
    char *in = (char *)bytes;
    size_t left = length;
    bool failed = false;
    for (bool flushed = false; !flushed && !failed;) {
        char block[4096], *to = block;
        size_t room = sizeof block;
        flushed = left == 0; /* a last call gives what the converter still holds back */
        size_t result = iconv(converter, flushed ? NULL : &in, &left, &to, &room);
        failed = result == (size_t)-1 && errno != E2BIG;
        flushed = flushed && result != (size_t)-1;
        strbuf_add(out, block, sizeof block - room);
    }
    iconv_close(converter);
    *bad = length - left;
    return failed ? -1 : 0;
}
