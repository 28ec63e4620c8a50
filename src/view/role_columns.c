// SPDX-License-Identifier: MIT
#include "base/letters.h"
#include "base/message.h"
#include "view/role_view.h"

static const struct plan_column *column_of(const void *row)
{
    const struct role_row *r = row;
    return &r->plan->columns[r->column];
}

static struct value get_plan(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct role_row *)row)->plan->id);
}

static struct value get_column(const void *row, struct strbuf *scratch)
{
    char letters[COLUMN_LETTERS_SIZE];
    strbuf_adds(scratch, column_letters(letters, ((const struct role_row *)row)->column));
    return value_text(scratch->text);
}

static struct value get_header(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(column_of(row)->heading);
}

static struct value get_role(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(column_of(row)->role);
}

static struct value show_role(const void *row, struct strbuf *scratch)
{
    const struct plan_column *column = column_of(row);
    if (column->role == NULL)
        return value_text(_("not told: kept as it stands"));
    if (!column->is_part)
        return value_text(column->role);
    strbuf_addf(scratch, _("%s, of one source"), column->role);
    return value_text(scratch->text);
}

static const struct column columns[] = {
    {"plan", N_("Plan"), N_("the plan's id"), get_plan, .weight = 2},
    {"column", N_("Column"), N_("its letter"), get_column, .weight = 0},
    {"header", N_("Header"), N_("its heading, behind those above it"), get_header, .weight = 4},
    {"role", N_("Role"), N_("its role; blank if nothing tells"), get_role, .weight = 2,
     .show = show_role},
};

const struct column_table role_columns = COLUMN_TABLE(columns, "column,header,role");
const struct column_table role_columns_of_plans = COLUMN_TABLE(columns, "plan,column,header,role");
