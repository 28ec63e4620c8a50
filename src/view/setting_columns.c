// SPDX-License-Identifier: MIT
#include "view/setting_view.h"

#include "base/message.h"

static struct value get_name(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct setting_row *)row)->name);
}

static struct value get_value(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct setting_row *)row)->value);
}

static struct value get_from(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct setting_row *)row)->from);
}

static const struct column columns[] = {
    {"setting", N_("Setting"), N_("an option, office.KEY, server.NAME or view.NAME"), get_name,
     .weight = 0},
    {"value", N_("Value"), N_("what it is"), get_value, .weight = 0},
    {"from", N_("From"), N_("its source: command line, a variable, FILE:LINE, or default"),
     get_from, .weight = 0},
};

const struct column_table setting_columns = COLUMN_TABLE(columns, "setting,value,from");
