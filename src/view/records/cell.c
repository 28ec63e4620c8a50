// SPDX-License-Identifier: MIT
#include "view/records/cell.h"

#include "base/escape.h"
#include "base/message.h"
#include "base/text.h"

#include <inttypes.h>

void cell_add_exact(struct strbuf *out, const struct value *value)
{
    char date[DATE_TEXT_SIZE];
    switch (value->kind) {
    case VALUE_NONE:
        break;
    case VALUE_TEXT:
        strbuf_adds(out, value->text);
        break;
    case VALUE_INTEGER:
    case VALUE_MONEY:
        strbuf_add_number(out, value->number);
        break;
    case VALUE_SHARE:
        strbuf_addf(out, "%" PRId64 ".%" PRId64, value->number / 10, value->number % 10);
        break;
    case VALUE_DATE:
        strbuf_adds(out, date_format(date, value->date));
        break;
    }
}

void cell_add_shown(struct strbuf *out, const struct value *value, enum lang lang)
{
    switch (value->kind) {
    case VALUE_TEXT:
        text_add_printable(out, value->text, true);
        break;
    case VALUE_INTEGER:
        if (value->number < 0)
            strbuf_addc(out, '-');
        lang_add_count(out, lang, (uint64_t)(value->number < 0 ? -value->number : value->number));
        break;
    case VALUE_MONEY:
        lang_add_millions(out, lang, value->number);
        break;
    case VALUE_SHARE:
        lang_add_share(out, lang, value->number);
        break;
    case VALUE_DATE:
        lang_add_day(out, lang, value->date);
        break;
    case VALUE_NONE:
        break;
    }
}

struct value cell_shown_value(const struct column *column, const void *row, struct strbuf *scratch)
{
    struct value value =
        column->show != NULL ? column->show(row, scratch) : column_value(column, row, scratch);
    if (column->translatable && value.kind == VALUE_TEXT)
        value.text = _(value.text);
    return value;
}
