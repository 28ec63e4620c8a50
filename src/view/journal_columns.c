// SPDX-License-Identifier: MIT
#include "view/journal_view.h"

#include "base/message.h"
#include "plan/progress/journal_finding.h"

static const struct journal_finding *finding_of(const void *row)
{
    return row;
}

static struct value get_line(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    size_t line = finding_of(row)->line;
    return line > 0 ? value_integer((int64_t)line) : value_none();
}

static struct value get_seq(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    uint64_t seq = finding_of(row)->seq;
    return seq > 0 ? value_integer((int64_t)seq) : value_none();
}

static struct value get_task(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(finding_of(row)->task);
}

static struct value get_message(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(finding_of(row)->message);
}

static const struct column columns[] = {
    {"line", N_("Line"), N_("the line of the file"), get_line, .right = true},
    {"seq", N_("Entry"), N_("its number"), get_seq, .right = true},
    {"task", N_("ID"), N_("the task, or its milestone"), get_task, .weight = 0},
    {"message", N_("Message"), N_("what is wrong"), get_message, .weight = 4},
};

const struct column_table journal_columns = COLUMN_TABLE(columns, "line,seq,task,message");
