// SPDX-License-Identifier: MIT
#include "read/table/column_choice.h"

#include "base/letters.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

int role_choice_parse(const char *text, struct role_choice *choice, struct error *error)
{
    const char *equals = strchr(text, '=');
    size_t length = equals != NULL ? (size_t)(equals - text) : strlen(text);
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE], name[TEXT_QUOTE_SIZE];
    for (int role = ROLE_NONE; role < ROLES && equals != NULL; role++)
        if (strlen(column_role_names[role]) == length &&
            strncmp(column_role_names[role], text, length) == 0 && equals[1] != '\0') {
            *choice = (struct role_choice){(enum column_role)role, equals + 1};
            return 0;
        }
    text_quote(quoted, text, length);
    if (equals == NULL || equals[1] == '\0')
        return error_set(error, ERROR_USAGE, "role «%s»: expected ROLE=HEADER",
                         text_quote_all(quoted, text));
    memcpy(name, quoted, sizeof name);
    return error_set(error, ERROR_USAGE, "no role «%s»%s", quoted,
                     suggest_among(hint, name, column_role_names + ROLE_NONE));
}

const struct role_choice *role_choices_find(const struct role_choices *choices, const char *heading,
                                            size_t column)
{
    char buffer[COLUMN_LETTERS_SIZE];
    const char *letters = column_letters(buffer, column);
    for (size_t i = 0; i < choices->count; i++)
        if (text_compare(choices->items[i].heading, heading) == 0)
            return &choices->items[i];
    for (size_t i = 0; i < choices->count; i++)
        if (strcasecmp(choices->items[i].heading, letters) == 0)
            return &choices->items[i];
    return NULL;
}
