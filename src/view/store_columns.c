// SPDX-License-Identifier: MIT
#include "view/store_view.h"

#include "base/message.h"

#define TEXT_GETTER(field)                                                                         \
    static struct value get_##field(const void *row, struct strbuf *scratch)                       \
    {                                                                                              \
        (void)scratch;                                                                             \
        return value_text(((const struct store_row *)row)->field);                                 \
    }
#define NUMBER_GETTER(field)                                                                       \
    static struct value get_##field(const void *row, struct strbuf *scratch)                       \
    {                                                                                              \
        (void)scratch;                                                                             \
        return value_integer((int64_t)((const struct store_row *)row)->field);                     \
    }
TEXT_GETTER(organisation)
TEXT_GETTER(name)
TEXT_GETTER(file)
TEXT_GETTER(added_at)
TEXT_GETTER(added_by)
TEXT_GETTER(sha256)
NUMBER_GETTER(version)
NUMBER_GETTER(tasks)
NUMBER_GETTER(entries)

static const struct column columns[] = {
    {"organisation", N_("Organisation"), N_("the plan's organisation"), get_organisation,
     .weight = 2},
    {"plan", N_("Plan"), N_("its id"), get_name, .weight = 1},
    {"version", N_("Version"), N_("how many times it was brought"), get_version, .right = true},
    {"tasks", N_("Tasks"), N_("of its last version"), get_tasks, .right = true},
    {"entries", N_("Entries"), N_("of progress"), get_entries, .right = true},
    {"file", N_("File"), N_("what it was brought from"), get_file, .weight = 1},
    {"added_at", N_("Added"), N_("when that was"), get_added_at, .weight = 0},
    {"added_by", N_("By"), N_("which login brought it"), get_added_by, .weight = 0},
    {"sha256", N_("SHA-256"), N_("of the file's bytes"), get_sha256, .weight = 0},
};

const struct column_table store_columns =
    COLUMN_TABLE(columns, "organisation,plan,version,tasks,entries,file");
