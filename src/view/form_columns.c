// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "view/form_view.h"

static struct value get_agency(const void *row, struct strbuf *scratch)
{
    const char *name = ((const struct form_row *)row)->agency->name;
    (void)scratch;
    return value_text(*name != '\0' ? name : NULL);
}

static struct value get_tasks(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_integer((int64_t)((const struct form_row *)row)->agency->asked);
}

static struct value get_file(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct form_row *)row)->file);
}

static const struct column columns[] = {
    {"agency", N_("Agency"), N_("the lead agency"), get_agency, .weight = 3},
    {"tasks", N_("Tasks"), N_("open tasks that it is to report on"), get_tasks, .right = true},
    {"file", N_("File"), N_("its form; the mail beside it ends in .eml"), get_file, .weight = 4},
};

const struct column_table form_columns = COLUMN_TABLE(columns, "agency,tasks,file");
