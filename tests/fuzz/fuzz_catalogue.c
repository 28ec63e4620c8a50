// SPDX-License-Identifier: MIT
/* Catalogues of messages: whatever a .mo file holds, what is taken from it may be printed. */
#include "fuzz.h"

#include "base/catalogue.h"
#include "base/conversions.h"
#include "base/text.h"

#include <string.h>

static void property_translation(const struct catalogue *catalogue, const char *english,
                                 size_t number)
{
    const char *text = catalogue_find(catalogue, english, number);
    if (text == NULL)
        return;
    size_t length = strlen(text);
    MUST(length > 0 && text_invalid_offset(text, length) == length);
    MUST(conversions_agree(english, text));
    MUST(memchr(text, '\x1b', length) == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const messages[] = {"Task", "task", "%s of %d", "field\004note", "zzz"};
    char *bytes = malloc(size > 0 ? size : 1); /* and not one more that could be read */
    struct catalogue catalogue;
    struct error error = {0};
    memcpy(bytes, data, size);
    if (catalogue_open(&catalogue, bytes, size, &error) != 0)
        MUST(*error.text != '\0');
    else
        for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
            for (size_t number = 0; number < 3; number++)
                property_translation(&catalogue, messages[i], number);
    free(bytes);
    return 0;
}
