// SPDX-License-Identifier: MIT
#include "store/pg/remote.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "read/agency_file.h"
#include "read/plan_settings.h"
#include "store/pg/pg_schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The columns of the list of plans. */
enum {
    PLAN_ORGANISATION,
    PLAN_ID,
    PLAN_VERSION,
    PLAN_SEQ,
    PLAN_NAME,
    PLAN_FILE,
    PLAN_ORGANISATION_NAME,
    PLAN_READ_ID,
    PLAN_READ_ORGANISATION,
    PLAN_YEAR,
    PLAN_MARK,
    PLAN_UNIT,
    PLAN_ENCODING,
    PLAN_SHEET,
    PLAN_ROLES,
    PLAN_OFFICE,
};

/* The last version of each plan, and of those that have one of the ids in $1. */
#define COLUMNS                                                                                    \
    "select p.organisation, p.id, v.number, p.seq, p.name, v.file, o.name, v.read_id,"             \
    " v.read_organisation, v.read_year, v.read_mark, v.read_unit, v.read_encoding, v.read_sheet,"  \
    " v.read_roles, v.office"
#define CURRENT                                                                                    \
    " from cchc.plan p join cchc.organisation o on o.id = p.organisation"                          \
    " join lateral (select * from cchc.version v where v.organisation = p.organisation"            \
    " and v.plan = p.id order by v.number desc limit 1) v on true"
#define ORDERED " order by v.file collate \"C\", p.organisation, p.id"
#define WANTED                                                                                     \
    " where (p.organisation, p.id, v.number) in"                                                   \
    " (select organisation, plan, version from cchc.part where id = any ($1::text[]))"

/* Without ids and with them. */
static const char *const list_statements[] = {COLUMNS CURRENT ORDERED,
                                              COLUMNS CURRENT WANTED ORDERED};
static const char *const bytes_statements[] = {
    "select v.bytes, v.agencies" CURRENT ORDERED,
    "select v.bytes, v.agencies" CURRENT WANTED ORDERED,
};
static const char found_statement[] =
    "select count(distinct id) from cchc.part where id = any ($1::text[])";

/* An id without the organisation that tells it apart, as an item of an array's text. */
static void add_item(struct strbuf *array, const char *id)
{
    const char *slash = strrchr(id, '/');
    strbuf_adds(array, array->length > 1 ? ",\"" : "\"");
    for (const char *p = slash != NULL ? slash + 1 : id; *p != '\0'; p++) {
        if (*p == '"' || *p == '\\')
            strbuf_addc(array, '\\');
        strbuf_addc(array, *p);
    }
    strbuf_addc(array, '"');
}

static int ask_store(struct remote_server *server)
{
    struct pg_rows *rows =
        pg_query(server->connection, "select id from cchc.identity", NULL, 0, &server->error);
    if (rows == NULL)
        return -1;
    if (pg_row_count(rows) > 0)
        snprintf(server->store, sizeof server->store, "%s", pg_cell(rows, 0, 0).text);
    pg_rows_free(rows);
    return 0;
}

/* The list and the files are of one snapshot. */
static int ask_plans(struct remote_server *server, const struct pg_value *ids, bool bytes)
{
    static const char begin[] = "begin isolation level repeatable read read only";
    struct pg_connection *connection = server->connection;
    if (pg_run(connection, begin, &server->error) != 0)
        return -1;
    size_t count = ids->text != NULL ? 1 : 0;
    server->plans = pg_query(connection, list_statements[count], ids, count, &server->error);
    struct pg_rows *found = pg_query(connection, found_statement, ids, 1, &server->error);
    if (found == NULL)
        return -1;
    server->found = (size_t)pg_integer(found, 0, 0);
    pg_rows_free(found);
    if (server->plans != NULL && bytes)
        server->bytes =
            pg_query_bytes(connection, bytes_statements[count], ids, count, &server->error);
    if (server->plans == NULL || (bytes && server->bytes == NULL))
        return -1;
    return pg_run(connection, "commit", &server->error);
}

void remote_server_ask(struct remote_server *server, const char *const *only, size_t only_count,
                       bool bytes)
{
    struct strbuf array = {0};
    strbuf_addc(&array, '{');
    for (size_t i = 0; i < only_count; i++)
        add_item(&array, only[i]);
    strbuf_addc(&array, '}');
    struct pg_value ids = PG_TEXT(only_count > 0 ? array.text : NULL);
    server->failed = true;
    server->connection = pg_open(server->url, &server->error);
    if (server->connection != NULL && pg_schema_check(server->connection, &server->error) == 0 &&
        ask_store(server) == 0 && ask_plans(server, &ids, bytes) == 0)
        server->failed = false;
    strbuf_release(&array);
}

void remote_server_release(struct remote_server *server)
{
    pg_rows_free(server->plans);
    pg_rows_free(server->bytes);
    pg_close(server->connection);
}

size_t remote_count(const struct remote_server *server)
{
    return server->plans != NULL ? pg_row_count(server->plans) : 0;
}

static const char *cell_of(const struct remote_plan *plan, size_t column)
{
    return pg_cell(plan->server->plans, plan->row, column).text;
}

void remote_plan_init(struct remote_plan *plan, struct remote_server *server, size_t row)
{
    *plan = (struct remote_plan){
        .server = server,
        .row = row,
        .organisation = pg_integer(server->plans, row, PLAN_ORGANISATION),
        .plan = pg_integer(server->plans, row, PLAN_ID),
        .version = pg_integer(server->plans, row, PLAN_VERSION),
        .seq = pg_integer(server->plans, row, PLAN_SEQ),
    };
    plan->name = cell_of(plan, PLAN_NAME);
    plan->file = cell_of(plan, PLAN_FILE);
    plan->organisation_name = cell_of(plan, PLAN_ORGANISATION_NAME);
}

/* What the options leave open, as the settings beside a file would. */
static void fill_options(const struct remote_plan *plan, struct read_options *how)
{
    const char *mark = cell_of(plan, PLAN_MARK);
    how->id = how->id != NULL ? how->id : cell_of(plan, PLAN_READ_ID);
    how->organisation =
        how->organisation != NULL ? how->organisation : cell_of(plan, PLAN_READ_ORGANISATION);
    how->encoding = how->encoding != NULL ? how->encoding : cell_of(plan, PLAN_ENCODING);
    how->sheet = how->sheet != NULL ? how->sheet : cell_of(plan, PLAN_SHEET);
    if (how->year == 0)
        how->year = (int)pg_integer(plan->server->plans, plan->row, PLAN_YEAR);
    if (how->unit == 0)
        how->unit = pg_integer(plan->server->plans, plan->row, PLAN_UNIT);
    if (how->decimal_mark == '\0' && mark != NULL)
        how->decimal_mark = *mark;
}

/* The roles that were said, behind those of the options; the caller frees them. */
static struct role_choice *add_roles(const struct remote_plan *plan, struct read_options *how,
                                     struct arena *texts)
{
    struct role_choices given = how->choices;
    const char *rest = cell_of(plan, PLAN_ROLES);
    size_t count = given.count, capacity = 0;
    struct role_choice *roles = memory_grow(NULL, count, &capacity, sizeof *roles);
    struct strbuf line = {0};
    struct error ignored; /* they were read when the plan was brought */
    if (count > 0)
        memcpy(roles, given.items, count * sizeof *roles);
    while (rest != NULL && strbuf_take_line(&line, &rest)) {
        const char *kept = arena_copy(texts, line.text, line.length);
        roles = memory_grow(roles, count, &capacity, sizeof *roles);
        count += line.length > 0 && role_choice_parse(kept, &roles[count], &ignored) == 0;
    }
    strbuf_release(&line);
    how->choices = (struct role_choices){roles, count};
    return roles;
}

static struct pg_value bytes_of(const struct remote_plan *plan, size_t column)
{
    return pg_cell(plan->server->bytes, plan->row, column);
}

struct plan *remote_read(const struct remote_plan *plan, const char *path, struct read_options how,
                         struct error_list *errors)
{
    struct pg_value bytes = bytes_of(plan, 0);
    struct arena texts = {0};
    fill_options(plan, &how);
    struct role_choice *roles = add_roles(plan, &how, &texts);
    struct plan *made = plan_read_bytes(path, bytes.text, bytes.length, &how, errors);
    free(roles);
    arena_release(&texts);
    return made;
}

void remote_read_beside(const struct remote_plan *plan, struct office *office,
                        struct agency_table *agencies, struct arena *arena,
                        struct error_list *errors)
{
    struct pg_value table = bytes_of(plan, 1);
    const char *lines = cell_of(plan, PLAN_OFFICE);
    if (office != NULL && lines != NULL)
        office_lines_read(office, lines, arena);
    if (table.text != NULL)
        agency_file_read_bytes(agencies, AGENCY_FILE, table.text, table.length, errors);
}
