// SPDX-License-Identifier: MIT
/* Plans on their way into the shared store: their bytes, and what our reader makes of them. */
#include "base/file.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "base/path.h"
#include "plan/agency_key.h"
#include "read/agency_file.h"
#include "read/plan_settings.h"
#include "store/pg/pg_schema.h"
#include "store/pg/stored_rows.h"
#include "store/shared_store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* One file on its way. */
struct bringing {
    struct pg_connection *connection;
    const char *path;
    const struct plan_settings *settings; /* beside it */
    struct read_options how;
    struct strbuf bytes, agencies;
    struct plan *plan;
    char organisation[PG_NUMBER_SIZE], plan_id[PG_NUMBER_SIZE], version[PG_NUMBER_SIZE];
};

static int read_bytes(struct strbuf *bytes, const char *path, struct error_list *errors)
{
    if (file_read(bytes, path) == 0)
        return 0;
    struct error *error = error_list_add(errors, path, "cannot read: %s", message_of_errno(errno));
    error_list_set_code(errors, error, ERROR_SYSTEM);
    return -1;
}

/* The file as `how` and the settings beside it say. */
static int read_plan(struct bringing *bringing, const struct file_store_options *options,
                     struct role_choice *given, struct role_choice **roles,
                     struct error_list *errors)
{
    bringing->how = (struct read_options){.choices = {given, options->role_count},
                                          .id = options->id,
                                          .year = options->year,
                                          .decimal_mark = options->decimal_mark,
                                          .unit = options->unit,
                                          .encoding = options->encoding,
                                          .sheet = options->sheet,
                                          .jobs = parallel_cores()};
    if (bringing->settings->wrong || read_bytes(&bringing->bytes, bringing->path, errors) != 0)
        return -1;
    char *beside = path_sibling(bringing->path, AGENCY_FILE);
    int none = file_read(&bringing->agencies, beside);
    free(beside);
    if (none != 0 && errno != ENOENT)
        return -1;
    *roles = plan_settings_apply(bringing->settings, bringing->path, &bringing->how);
    bringing->plan = plan_read_bytes(bringing->path, strbuf_text(&bringing->bytes),
                                     bringing->bytes.length, &bringing->how, errors);
    return bringing->plan != NULL ? 0 : -1;
}

/* Runs a statement whose first cell, if any, is kept. */
static int run(struct pg_connection *connection, const char *statement,
               const struct pg_value *parameters, size_t count, char *kept, struct error *error)
{
    struct pg_rows *rows = pg_query(connection, statement, parameters, count, error);
    if (rows == NULL)
        return -1;
    if (kept != NULL)
        pg_number(kept, pg_row_count(rows) > 0 ? pg_integer(rows, 0, 0) : 0);
    pg_rows_free(rows);
    return 0;
}

/* ---- Whose it is, and its file ---- */

static int find_organisation(struct bringing *bringing, struct error_list *errors,
                             struct error *error)
{
    const char *name = bringing->plan->organisation;
    struct strbuf key = {0};
    if (name == NULL)
        name = bringing->settings->office.name;
    if (name == NULL) {
        error_list_add(errors, bringing->path,
                       "the plan names no organisation: expected «organisation = …» for it in %s "
                       "beside it",
                       PLAN_SETTINGS_FILE);
        return 0;
    }
    agency_key_add(&key, name, strlen(name));
    const struct pg_value parameters[] = {PG_TEXT(name), PG_TEXT(strbuf_text(&key))};
    int status = run(bringing->connection, "select cchc.organisation_of($1, $2, null)", parameters,
                     2, bringing->organisation, error);
    strbuf_release(&key);
    return status;
}

static int find_plan(struct bringing *bringing, struct error *error)
{
    const struct pg_value parameters[] = {PG_TEXT(bringing->organisation),
                                          PG_TEXT(bringing->plan->id)};
    return run(bringing->connection,
               "insert into cchc.plan (organisation, name) values ($1::int, $2)"
               " on conflict do nothing",
               parameters, 2, NULL, error) == 0
               ? run(bringing->connection,
                     "select id from cchc.plan where organisation = $1::int and name = $2",
                     parameters, 2, bringing->plan_id, error)
               : -1;
}

static void add_roles(struct strbuf *out, const struct role_choices *choices)
{
    for (size_t i = 0; i < choices->count; i++)
        strbuf_addf(out, "%s=%s\n", column_role_names[choices->items[i].role],
                    choices->items[i].heading);
}

/* A path that says where it was on one machine is none of the store's. */
static const char *shown_path(const char *path)
{
    const char *slash = strrchr(path, '/');
    bool far = *path == '/' || strstr(path, "..") != NULL;
    return far && slash != NULL ? slash + 1 : path;
}

static struct pg_value optional_number(char buffer[PG_NUMBER_SIZE], int64_t number)
{
    return number != 0 ? pg_number(buffer, number) : (struct pg_value){0};
}

static int insert_version(struct bringing *bringing, const char *sha256, struct error *error)
{
    static const char statement[] =
        "insert into cchc.version (organisation, plan, number, file, sha256, bytes, reader,"
        " read_id, read_organisation, read_year, read_mark, read_unit, read_encoding, read_sheet,"
        " read_roles, office, agencies) select $1::int, $2::bigint,"
        " coalesce(max(number), 0) + 1, $3, decode($4, 'hex'), $5::bytea, $6::int, $7, $8,"
        " $9::int, $10, $11::bigint, $12, $13, $14, $15, $16::bytea from cchc.version"
        " where organisation = $1::int and plan = $2::bigint returning number";
    const struct read_options *how = &bringing->how;
    char year[PG_NUMBER_SIZE], unit[PG_NUMBER_SIZE], reader[PG_NUMBER_SIZE];
    char mark[2] = {how->decimal_mark, '\0'};
    struct strbuf roles = {0}, office = {0};
    add_roles(&roles, &how->choices);
    office_lines_add(&office, &bringing->settings->office);
    const struct pg_value parameters[] = {
        PG_TEXT(bringing->organisation),
        PG_TEXT(bringing->plan_id),
        PG_TEXT(shown_path(bringing->path)),
        PG_TEXT(sha256),
        {strbuf_text(&bringing->bytes), bringing->bytes.length},
        pg_number(reader, STORED_READER),
        PG_TEXT(how->id),
        PG_TEXT(how->organisation),
        optional_number(year, how->year),
        PG_TEXT(*mark != '\0' ? mark : NULL),
        optional_number(unit, how->unit),
        PG_TEXT(how->encoding),
        PG_TEXT(how->sheet),
        PG_TEXT(roles.text),
        PG_TEXT(office.text),
        {bringing->agencies.text, bringing->agencies.length},
    };
    int status = run(bringing->connection, statement, parameters,
                     sizeof parameters / sizeof *parameters, bringing->version, error);
    strbuf_release(&roles);
    strbuf_release(&office);
    return status;
}

/* ---- All of a file ---- */

static int is_known(struct bringing *bringing, const char *sha256, bool *known, struct error *error)
{
    char found[PG_NUMBER_SIZE];
    const struct pg_value parameters[] = {PG_TEXT(bringing->organisation),
                                          PG_TEXT(bringing->plan_id), PG_TEXT(sha256)};
    int status = run(bringing->connection,
                     "select (sha256 = decode($3, 'hex'))::int from cchc.version"
                     " where organisation = $1::int and plan = $2::bigint"
                     " order by number desc limit 1",
                     parameters, 3, found, error);
    *known = status == 0 && strcmp(found, "1") == 0;
    return status;
}

static void note(struct shared_plans *added, const struct bringing *bringing, bool known)
{
    added->items = memory_grow(added->items, added->count, &added->capacity, sizeof *added->items);
    struct shared_plan *plan = &added->items[added->count++];
    const char *path = shown_path(bringing->path);
    *plan =
        (struct shared_plan){.name = memory_copy(bringing->plan->id, strlen(bringing->plan->id)),
                             .file = memory_copy(path, strlen(path)),
                             .known = known};
    for (const struct plan *each = bringing->plan; each != NULL; each = each->next)
        plan->tasks += each->task_count;
    plan->version = (size_t)atoi(bringing->version);
}

static int send_rows(const struct bringing *bringing, struct error *error)
{
    const struct stored_version version = {bringing->organisation, bringing->plan_id,
                                           bringing->version, bringing->plan};
    return stored_rows_copy(bringing->connection, &version, error);
}

static int send(struct bringing *bringing, struct shared_plans *added, struct error_list *errors,
                struct error *error)
{
    struct hash_library hash;
    char sha256[HASH_HEX_SIZE];
    bool known = false;
    if (hash_load(&hash, error) != 0 || find_organisation(bringing, errors, error) != 0)
        return -1;
    if (errors->count > 0)
        return 0;
    hash_text(&hash, strbuf_text(&bringing->bytes), bringing->bytes.length, sha256);
    if (find_plan(bringing, error) != 0 || is_known(bringing, sha256, &known, error) != 0)
        return -1;
    if (!known && (insert_version(bringing, sha256, error) != 0 || send_rows(bringing, error) != 0))
        return -1;
    note(added, bringing, known);
    return 0;
}

/* Errors outlive the settings whose path they name. */
static void keep_paths(struct store *store)
{
    for (size_t i = 0; i < store->errors.count && i < ERROR_LIST_KEPT; i++) {
        struct error *error = &store->errors.items[i];
        if (error->path != NULL)
            error->path = arena_intern(&store->paths, error->path, strlen(error->path));
    }
}

static int bring(struct pg_connection *connection, const struct file_store_options *how,
                 const struct plan_settings *settings, const char *path, struct shared_plans *added,
                 struct store *store, struct error *error)
{
    struct error_list *errors = &store->errors;
    struct bringing bringing = {.connection = connection, .path = path, .settings = settings};
    struct role_choice *roles = NULL;
    struct role_choice *given = memory_alloc((how->role_count + 1) * sizeof *given);
    int status = 0;
    for (size_t i = 0; i < how->role_count && status == 0; i++)
        status = role_choice_parse(how->roles[i], &given[i], error);
    if (status == 0 && read_plan(&bringing, how, given, &roles, errors) == 0)
        status = send(&bringing, added, errors, error);
    plan_free(bringing.plan);
    strbuf_release(&bringing.bytes);
    strbuf_release(&bringing.agencies);
    free(roles);
    free(given);
    return status;
}

/* Each with the settings beside it, which are read once a folder. */
static int bring_each(struct pg_connection *connection, const struct file_store_options *how,
                      const char *const *files, size_t count, struct work_progress *work,
                      struct shared_plans *added, struct store *store, struct error *error)
{
    struct plan_settings settings = {0};
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++) {
        if (i == 0 || !plan_settings_are_beside(&settings, files[i])) {
            keep_paths(store);
            plan_settings_release(&settings);
            plan_settings_read(&settings, files[i], &store->errors);
        }
        status = bring(connection, how, &settings, files[i], added, store, error);
        atomic_fetch_add(&work->done, path_size(files[i]));
    }
    keep_paths(store);
    plan_settings_release(&settings);
    return status;
}

/* Brings all files and reports the progress, measured in bytes. */
static int bring_all(struct pg_connection *connection, const struct file_store_options *how,
                     const char *const *files, size_t count, struct shared_plans *added,
                     struct store *store, struct error *error)
{
    struct work_progress work = {0};
    struct work_progress_watch watch = {.work = &work,
                                        .delay_ms = how->delay_ms,
                                        .on_progress = how->on_progress,
                                        .context = how->context};
    for (size_t i = 0; i < count; i++)
        work.total += path_size(files[i]);
    if (how->on_progress != NULL)
        work_progress_watch_begin(&watch);
    int status = bring_each(connection, how, files, count, &work, added, store, error);
    if (how->on_progress != NULL && work_progress_watch_end(&watch))
        how->on_progress(how->context, NULL);
    return status;
}

int shared_store_add(const char *url, const struct file_store_options *how,
                     const char *const *files, size_t count, struct shared_plans *added,
                     struct store *store, struct error *error)
{
    struct pg_connection *connection = pg_open(url, error);
    int status = connection != NULL ? pg_schema_check(connection, error) : -1;
    if (status == 0)
        status = pg_run(connection, "begin", error);
    if (status == 0)
        status = stored_rows_begin(connection, error);
    if (status == 0)
        status = bring_all(connection, how, files, count, added, store, error);
    if (status == 0 && store->errors.count == 0)
        status =
            stored_rows_take(connection, error) == 0 ? pg_run(connection, "commit", error) : -1;
    pg_close(connection);
    return status;
}
