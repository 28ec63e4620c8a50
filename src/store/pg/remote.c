// SPDX-License-Identifier: MIT
#include "store/pg/remote.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "read/agency_file.h"
#include "read/plan_settings.h"
#include "store/pg/pg_schema.h"
#include "store/pg/remote_question.h"
#include "store/pg/stored_task.h"

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

/* The columns of rows of parts and of tasks. */
enum {
    PART_PLAN,
    PART_NUMBER,
    PART_ID,
    PART_TITLE,
    PART_ORGANISATION,
    PART_YEAR,
    PART_UNIT,
    PART_PLACE,
};
enum {
    TASK_PLAN,
    TASK_PART,
    TASK_SECTION,
    TASK_SECTION_TITLE,
    TASK_NUMBER,
    TASK_MARK,
    TASK_LINE,
    TASK_BUDGET_KIND,
    TASK_BUDGET_VND,
    TASK_CELLS,
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

#define FOUND " where p.id = any ($1::bigint[])"
#define ENTRY " join cchc.entry e on e.organisation = p.organisation and e.plan = p.id"

/* Without ids and with them, and for plans that were found. */
enum { LIST_ALL, LIST_IDS, LIST_PLANS };
static const char *const list_statements[] = {
    COLUMNS CURRENT ORDERED, COLUMNS CURRENT WANTED ORDERED, COLUMNS CURRENT FOUND ORDERED};
static const char *const bytes_statements[] = {
    "select v.bytes, v.agencies" CURRENT ORDERED,
    "select v.bytes, v.agencies" CURRENT WANTED ORDERED,
    "select case when p.id = any ($2::bigint[]) then v.bytes end, null::bytea" CURRENT FOUND
        ORDERED,
};
static const char *const entries_statements[] = {
    "select e.plan, " REMOTE_ENTRY_COLUMNS CURRENT ENTRY ORDERED ", e.seq",
    "select e.plan, " REMOTE_ENTRY_COLUMNS CURRENT ENTRY WANTED ORDERED ", e.seq",
};
static const char found_statement[] =
    "select count(distinct id) from cchc.part where id = any ($1::text[])";

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

/* By plan, where its rows end: both are in one order. NULL without rows. */
static size_t *find_ends(const struct remote_server *server, const struct pg_rows *rows)
{
    size_t count = remote_count(server), end = 0;
    if (rows == NULL)
        return NULL;
    size_t *ends = memory_alloc((count + 1) * sizeof *ends);
    for (size_t i = 0; i < count; i++) {
        int64_t plan = pg_integer(server->plans, i, PLAN_ID);
        while (end < pg_row_count(rows) && pg_integer(rows, end, 0) == plan)
            end++;
        ends[i] = end;
    }
    return ends;
}

int remote_server_list(struct remote_server *server, const char *plans, const char *whole)
{
    struct pg_connection *connection = server->connection;
    const struct pg_value arrays[] = {PG_TEXT(plans), PG_TEXT(whole)};
    server->plans = pg_query(connection, list_statements[LIST_PLANS], arrays, 1, &server->error);
    if (server->plans == NULL)
        return -1;
    server->bytes =
        pg_query_bytes(connection, bytes_statements[LIST_PLANS], arrays, 2, &server->error);
    server->entry_ends = find_ends(server, server->entries);
    server->part_ends = find_ends(server, server->parts);
    server->task_ends = find_ends(server, server->tasks);
    return server->bytes != NULL ? 0 : -1;
}

static int ask_plans(struct remote_server *server, const struct pg_value *ids, unsigned what)
{
    struct pg_connection *connection = server->connection;
    size_t count = ids->text != NULL ? LIST_IDS : LIST_ALL;
    server->plans = pg_query(connection, list_statements[count], ids, count, &server->error);
    struct pg_rows *found = pg_query(connection, found_statement, ids, 1, &server->error);
    if (found == NULL)
        return -1;
    server->found = (size_t)pg_integer(found, 0, 0);
    pg_rows_free(found);
    if (server->plans != NULL && (what & REMOTE_BYTES) != 0)
        server->bytes =
            pg_query_bytes(connection, bytes_statements[count], ids, count, &server->error);
    if (server->plans != NULL && (what & REMOTE_ENTRIES) != 0)
        server->entries =
            pg_query(connection, entries_statements[count], ids, count, &server->error);
    if (server->plans == NULL || ((what & REMOTE_BYTES) != 0 && server->bytes == NULL) ||
        ((what & REMOTE_ENTRIES) != 0 && server->entries == NULL))
        return -1;
    server->entry_ends = find_ends(server, server->entries);
    return pg_run(connection, "commit", &server->error);
}

int remote_server_begin(struct remote_server *server)
{
    static const char begin[] =
        "begin isolation level repeatable read read only; set local jit = off";
    if (server->connection == NULL) {
        server->connection = pg_open(server->url, &server->error);
        if (server->connection == NULL ||
            pg_schema_check(server->connection, &server->error) != 0 || ask_store(server) != 0)
            return -1;
    }
    return pg_run(server->connection, begin, &server->error);
}

/* The list, the files and the entries are of one moment. */
void remote_server_ask(struct remote_server *server, const char *const *only, size_t only_count,
                       unsigned what)
{
    struct strbuf array = {0};
    for (size_t i = 0; i < only_count; i++) {
        const char *slash = strrchr(only[i], '/'); /* after the organisation that tells it apart */
        pg_array_add(&array, slash != NULL ? slash + 1 : only[i]);
    }
    if (only_count > 0)
        pg_array_end(&array);
    struct pg_value ids = PG_TEXT(array.text);
    server->failed = remote_server_begin(server) != 0 || ask_plans(server, &ids, what) != 0;
    strbuf_release(&array);
}

void remote_server_forget(struct remote_server *server)
{
    pg_rows_free(server->plans);
    pg_rows_free(server->bytes);
    pg_rows_free(server->entries);
    pg_rows_free(server->parts);
    pg_rows_free(server->tasks);
    pg_rows_free(server->year_round);
    pg_rows_free(server->totals);
    remote_survey_release(server->survey);
    free(server->entry_ends);
    free(server->part_ends);
    free(server->task_ends);
    struct remote_server kept = {.url = server->url, .connection = server->connection};
    memcpy(kept.store, server->store, sizeof kept.store);
    *server = kept;
    if (server->connection != NULL)
        pg_rollback(server->connection);
}

void remote_server_release(struct remote_server *server)
{
    remote_server_forget(server);
    pg_close(server->connection);
    server->connection = NULL;
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
        .place = server->parts != NULL
                     ? pg_integer(server->parts, server->part_ends[row] - 1, PART_PLACE)
                     : (int64_t)row + 1,
    };
    plan->name = cell_of(plan, PLAN_NAME);
    plan->file = cell_of(plan, PLAN_FILE);
    plan->organisation_name = cell_of(plan, PLAN_ORGANISATION_NAME);
}

/* Fills options that the user left open, as the settings beside a file do. */
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

static struct stored_task task_at(const struct pg_rows *rows, size_t row)
{
    struct stored_task task = {
        .section = pg_cell(rows, row, TASK_SECTION).text,
        .section_title = pg_cell(rows, row, TASK_SECTION_TITLE).text,
        .number = pg_cell(rows, row, TASK_NUMBER).text,
        .mark = pg_cell(rows, row, TASK_MARK).text,
        .line = (unsigned)pg_integer(rows, row, TASK_LINE),
        .budget = {(enum budget_kind)pg_integer(rows, row, TASK_BUDGET_KIND),
                   pg_integer(rows, row, TASK_BUDGET_VND)},
    };
    for (int i = 0; i < TASK_FIELDS; i++)
        task.text[i] = pg_cell(rows, row, TASK_CELLS + (size_t)i).text;
    return task;
}

/* The plans of a file, of the tasks that have travelled. */
static struct plan *read_rows(const struct remote_plan *remote, const char *path)
{
    const struct remote_server *server = remote->server;
    const struct pg_rows *parts = server->parts, *tasks = server->tasks;
    size_t row = remote->row, task = row > 0 ? server->task_ends[row - 1] : 0;
    struct plan *first = NULL, *plan = NULL;
    for (size_t i = row > 0 ? server->part_ends[row - 1] : 0; i < server->part_ends[row]; i++) {
        plan = first == NULL ? plan_new(path) : plan_append(plan);
        first = first == NULL ? plan : first;
        plan->id = pg_cell(parts, i, PART_ID).text;
        plan->title = pg_cell(parts, i, PART_TITLE).text;
        plan->organisation = pg_cell(parts, i, PART_ORGANISATION).text;
        plan->year = (int)pg_integer(parts, i, PART_YEAR);
        plan->unit = pg_integer(parts, i, PART_UNIT);
        plan->has_unit = true;
        for (; task < server->task_ends[row] &&
               pg_integer(tasks, task, TASK_PART) == pg_integer(parts, i, PART_NUMBER);
             task++) {
            struct stored_task stored = task_at(tasks, task);
            stored_task_add(plan, &stored);
        }
    }
    if (first != NULL)
        plan_finish(first);
    return first;
}

struct plan *remote_read(const struct remote_plan *plan, const char *path, struct read_options how,
                         struct error_list *errors)
{
    struct pg_value bytes = bytes_of(plan, 0);
    struct arena texts = {0};
    if (bytes.text == NULL)
        return read_rows(plan, path);
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
