// SPDX-License-Identifier: MIT
#include "read/table/column_key.h"

#include "base/strbuf.h"
#include "base/text.h"

#include <string.h>

/* Letters and figures only, folded, without what stands in parentheses. */
static void add_folded(struct strbuf *out, const char *heading)
{
    struct strbuf folded = {0};
    text_fold(&folded, heading, strlen(heading));
    int depth = 0;
    for (const char *p = strbuf_text(&folded); *p != '\0'; p++) {
        depth += *p == '(';
        if (depth == 0 && ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_'))
            strbuf_addc(out, *p);
        depth -= *p == ')' && depth > 0;
    }
    strbuf_release(&folded);
}

static bool is_name(const struct strbuf *folded, const char *name)
{
    struct strbuf other = {0};
    add_folded(&other, name);
    bool same = folded->length > 0 && strcmp(folded->text, strbuf_text(&other)) == 0;
    strbuf_release(&other);
    return same;
}

int column_key_of_name(const char *heading)
{
    struct strbuf folded = {0};
    add_folded(&folded, heading);
    int key = -1;
    for (size_t i = 0; i < task_columns.count && key < 0 && folded.length > 0; i++)
        if (strcmp(folded.text, task_columns.items[i].name) == 0)
            key = (int)i;
    strbuf_release(&folded);
    return key;
}

int column_key_of_official(const char *heading)
{
    struct strbuf folded = {0};
    add_folded(&folded, heading);
    int key = is_name(&folded, "TT") || is_name(&folded, "STT") ? COLUMN_NUMBER : -1;
    for (int cell = 0; cell < TASK_FIELDS && key < 0; cell++)
        if (is_name(&folded, task_field_column((enum task_field)cell)->field->official))
            key = COLUMN_OF(cell);
    strbuf_release(&folded);
    return key;
}

int column_key_of_role(enum column_role role)
{
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (strcmp(task_field_column((enum task_field)cell)->name, column_role_names[role]) == 0)
            return COLUMN_OF(cell);
    return role == ROLE_MARK ? COLUMN_NUMBER : -1;
}

enum column_role column_role_of_key(int key)
{
    for (int role = ROLE_MARK; role < ROLES && key >= 0; role++)
        if (column_key_of_role((enum column_role)role) == key)
            return (enum column_role)role;
    return ROLE_UNKNOWN;
}
