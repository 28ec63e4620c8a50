// SPDX-License-Identifier: MIT
/* The plans on servers among the store's files. */
#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "read/agency_file.h"
#include "store/file_store.h"
#include "store/pg/remote_question.h"

#include <stdlib.h>
#include <string.h>

const struct remote_plan *file_store_remote(const struct file_store *files, size_t index)
{
    return index < files->remote_capacity ? files->remote[index] : NULL;
}

/* All servers at once, and the question that they are asked. */
struct asking {
    struct file_store *files;
    struct remote_question question;
    unsigned what; /* of whole plans */
};

static void ask_whole(void *context, size_t index)
{
    struct asking *asking = context;
    const struct file_store_options *options = &asking->files->options;
    struct remote_server *server = &asking->files->servers[index];
    if (server->failed)
        return;
    remote_server_forget(server);
    remote_server_ask(server, options->only, options->only_count, asking->what);
}

/* Asks for the plans of all ids, so that the nearest can be suggested for a mistyped one. */
static void ask_all(void *context, size_t index)
{
    struct asking *asking = context;
    struct remote_server *server = &asking->files->servers[index];
    if (server->failed)
        return;
    remote_server_forget(server);
    remote_server_ask(server, NULL, 0, asking->what);
}

static void survey(void *context, size_t index)
{
    struct asking *asking = context;
    remote_survey_run(&asking->files->servers[index], &asking->question,
                      asking->files->server_count > 1);
}

static void ask_question(void *context, size_t index)
{
    struct asking *asking = context;
    struct remote_server *server = &asking->files->servers[index];
    if (!server->failed)
        remote_question_ask(server, &asking->question);
}

static void run(struct asking *asking, void (*work)(void *context, size_t index))
{
    size_t count = asking->files->server_count;
    parallel_run(count, count, work, asking);
}

/* Returns whether servers can choose the tasks and totals that are needed. They cannot if
 * options say how files are to be read, since servers do not know these options. */
static bool can_ask(const struct file_store *files, const struct store_need *need)
{
    const struct file_store_options *options = &files->options;
    bool read_otherwise = options->year != 0 || options->decimal_mark != 0 || options->unit != 0 ||
                          options->role_count > 0 || options->id != NULL ||
                          options->encoding != NULL || options->sheet != NULL;
    bool narrow = need->totals || need->find_period != NULL || need->query->count > 0;
    bool few = need->named_count > 0 || (need->only_matches && narrow);
    return files->server_count == options->plan_count && few && !need->locations &&
           !need->two_plans && !read_otherwise;
}

/* Returns whether two servers have plans of one id, which only whole plans tell apart. */
static bool share_ids(const struct file_store *files)
{
    struct arena ids = {0};
    bool shared = false;
    for (size_t i = 0; i < files->server_count && files->server_count > 1; i++) {
        const struct remote_server *server = &files->servers[i];
        for (size_t j = 0; !server->failed && j < pg_row_count(server->survey->ids); j++) {
            struct pg_value id = pg_cell(server->survey->ids, j, 0);
            shared |= arena_find(&ids, id.text, id.length) != NULL;
            arena_intern(&ids, id.text, id.length);
        }
    }
    arena_release(&ids);
    return shared;
}

/* Returns whether every section and agency that is asked for is found on some server. */
static bool has_all(const struct asking *asking)
{
    const struct query *query = asking->question.query;
    bool all = true;
    for (size_t i = 0; i < query->count && all; i++) {
        const struct condition *condition = &query->items[i];
        bool sought = condition->field == QUERY_SECTION || condition->field == QUERY_LEAD ||
                      condition->field == QUERY_COORDINATING || condition->field == QUERY_AGENCY;
        bool found = !sought;
        for (size_t j = 0; j < asking->files->server_count && !found; j++)
            found = !asking->files->servers[j].failed &&
                    remote_survey_has(&asking->files->servers[j], &asking->question, condition);
        all = found;
    }
    return all;
}

/* Reads the names of agencies, which the question needs before any plan is read. */
static void read_agencies(struct asking *asking)
{
    struct file_store *files = asking->files;
    struct store *store = &files->store;
    struct plan **plans = NULL;
    size_t count = 0, capacity = 0;
    bool first = true;
    for (size_t i = 0; i < files->server_count; i++) {
        const struct remote_server *server = &files->servers[i];
        if (server->failed)
            continue;
        remote_survey_read_beside(server, first ? &store->office : NULL, &store->agencies,
                                  &store->paths, &store->errors);
        remote_survey_add_offices(server, &plans, &count, &capacity);
        first = false;
    }
    if (files->options.agencies != NULL)
        agency_file_read(&store->agencies, files->options.agencies, &store->errors);
    agency_table_add_own(&store->agencies, plans, count, false);
    store->knows_own = true;
    for (size_t i = 0; i < count; i++)
        plan_free(plans[i]);
    free(plans);
}

/* The cells by which a task is known, and of which it is made up. */
enum { ALWAYS = 1 << TASK_TITLE | 1 << TASK_SCHEDULE | 1 << TASK_BUDGET };

static struct remote_question question_of(const struct file_store *files,
                                          const struct store_need *need)
{
    const struct query *query = need->query;
    return (struct remote_question){
        .only = files->options.only,
        .only_count = files->options.only_count,
        .query = query,
        .agencies = &files->store.agencies,
        .as_of = need->as_of,
        /* Words are found exactly only here; and if a status is asked for, whether a group has
           tasks depends on entries. */
        .totals = need->totals && !query_has_field(query, QUERY_TEXT) &&
                  !query_has_field(query, QUERY_STATUS),
        .by = need->by,
        .cells = need->cells != 0 && need->shown == 0 ? need->cells | query_cells(query) | ALWAYS
                                                      : ~0U >> (32 - TASK_FIELDS),
        .shown = need->shown,
        .named = need->named,
        .named_count = need->named_count,
    };
}

/* Returns whether the servers have answered; otherwise their plans are read whole. */
static bool answer(struct asking *asking, const struct store_need *need)
{
    struct file_store *files = asking->files;
    struct remote_question *question = &asking->question;
    bool can = true, values = false;
    size_t named = 0;
    int year = -1; /* of all servers' plans, 0 if they differ */
    *question = question_of(files, need);
    run(asking, survey);
    files->store.named = 0;
    for (size_t i = 0; i < files->server_count; i++) {
        const struct remote_server *server = &files->servers[i];
        if (server->failed)
            continue;
        can &= remote_survey_can_answer(server);
        int own = remote_survey_year(server);
        year = year < 0 || year == own ? own : 0;
        named += need->named_count > 0 ? remote_survey_named(server) : 0;
        files->has_entries |= remote_survey_has_entries(server);
        values |= remote_survey_has_values(server);
    }
    if (!can || share_ids(files) || named < need->named_count)
        return false;
    read_agencies(asking);
    if (!has_all(asking))
        return false;
    if (!date_is_set(question->as_of) &&
        (query_has_field(question->query, QUERY_STATUS) || files->has_entries))
        question->as_of = need->today();
    if (need->find_period != NULL && !need->find_period(need, year, &question->period) &&
        need->query->count == 0)
        return false;
    question->overdue = files->has_entries;
    if (!values)
        question->shown &= ~(unsigned)SHOWS_TARGETS;
    run(asking, ask_question);
    for (size_t i = 0; i < files->server_count; i++)
        if (!files->servers[i].failed) {
            files->store.named += remote_survey_files(&files->servers[i]);
            remote_year_round_add(&files->servers[i], &files->store.year_round);
        }
    files->store.scope.checked = true;
    return true;
}

static void ask_for_all(struct asking *asking)
{
    struct file_store *files = asking->files;
    size_t found = 0;
    run(asking, ask_whole);
    for (size_t i = 0; i < files->server_count; i++)
        found += files->servers[i].found;
    if (found < files->options.only_count)
        run(asking, ask_all);
}

void file_store_ask_servers(struct file_store *files, const struct store_need *need)
{
    const struct file_store_options *options = &files->options;
    struct asking asking = {.files = files,
                            .what = REMOTE_BYTES | (need->progress ? REMOTE_ENTRIES : 0)};
    files->servers = memory_resize(NULL, options->plan_count + 1, sizeof *files->servers);
    for (size_t i = 0; i < options->plan_count; i++)
        if (pg_is_url(options->plans[i]))
            files->servers[files->server_count++] =
                (struct remote_server){.url = options->plans[i]};
    files->answered = can_ask(files, need) && answer(&asking, need);
    if (!files->answered)
        ask_for_all(&asking);
}

static void add_plan(struct file_store *files, const struct remote_plan *found)
{
    size_t index = files->paths.count, known = files->remote_capacity;
    path_list_add(&files->paths, found->file);
    while (files->remote_capacity <= index)
        files->remote = memory_grow(files->remote, index, &files->remote_capacity,
                                    sizeof(struct remote_plan *));
    for (; known < files->remote_capacity; known++)
        files->remote[known] = NULL;
    struct remote_plan *plan = memory_alloc(sizeof *plan);
    *plan = *found;
    files->remote[index] = plan;
}

/* Refuses two addresses of one store, whose plans would count twice. */
static int check_once(const struct file_store *files, const struct remote_server *server,
                      struct error *error)
{
    for (const struct remote_server *other = files->servers; other < server; other++)
        if (strcmp(other->store, server->store) == 0)
            return error_set(error, ERROR_USAGE, "two addresses lead to one store: %s and %s",
                             pg_name(other->connection), pg_name(server->connection));
    return 0;
}

int file_store_add_remote(struct file_store *files, const char *url, bool two, struct error *error)
{
    struct remote_server *server = files->servers;
    struct store *store = &files->store;
    while (server->url != url)
        server++;
    if (server->failed) {
        error_list_set_code(&store->errors,
                            error_list_add(&store->errors, NULL, "%s", server->error.text),
                            server->error.code);
        store->left_out++;
        return 0;
    }
    if (!two && check_once(files, server, error) != 0)
        return -1;
    size_t count = remote_count(server);
    if (two && count != 1)
        return error_set(error, ERROR_USAGE, "%s has %zu plans: expected one",
                         pg_name(server->connection), count);
    for (size_t i = 0; i < count; i++) {
        struct remote_plan plan;
        remote_plan_init(&plan, server, i);
        add_plan(files, &plan);
    }
    return 0;
}

struct plan *file_store_read_remote(struct file_store *files, const char *url,
                                    const struct read_options *how)
{
    const struct file_store_options *options = &files->options;
    struct error_list *errors = &files->store.errors;
    struct remote_server *server = &files->other;
    remote_server_release(server);
    *server = (struct remote_server){.url = url};
    remote_server_ask(server, options->only, options->only_count, REMOTE_BYTES);
    if (server->failed) {
        error_list_set_code(errors, error_list_add(errors, NULL, "%s", server->error.text),
                            server->error.code);
        return NULL;
    }
    if (remote_count(server) != 1) {
        error_list_add(errors, NULL, "%s has %zu plans: expected one", pg_name(server->connection),
                       remote_count(server));
        error_list_settle(errors, SETTLED_BY_PLAN);
        return NULL;
    }
    struct remote_plan plan;
    remote_plan_init(&plan, server, 0);
    return remote_read(&plan, plan.file, *how, errors);
}

/* Returns the number of the first plan, from `*number` on, that is of a later server, or of this
 * one at `place` or after it. Keeps it in `*number`. */
static size_t find_number(const struct file_store *files, size_t *number, size_t server,
                          int64_t place)
{
    for (; *number < files->store.plan_count; ++*number) {
        const struct remote_plan *plan = files->remote[files->store.plans[*number]->file];
        size_t other = (size_t)(plan->server - files->servers);
        if (other > server || (other == server && plan->place >= place))
            break;
    }
    return *number;
}

int file_store_make_shares(struct file_store *files, enum summary_by by, struct error *error)
{
    struct summary_shares *shares = &files->store.shares;
    size_t capacity = 0, number = 0;
    for (size_t i = 0; i < files->server_count; i++)
        for (size_t j = 0; j < remote_total_count(&files->servers[i]); j++) {
            struct remote_total total;
            if (remote_total_read(&files->servers[i], j, by, &total) != 0)
                return error_set(error, ERROR_DATA,
                                 "the budgets add up to more than can be counted");
            shares->items =
                memory_grow(shares->items, shares->count, &capacity, sizeof *shares->items);
            shares->items[shares->count++] = (struct summary_share){
                .numbers = total.numbers,
                .group = total.group,
                .title = total.title,
                .section = (unsigned)total.value,
                .year_round = total.year_round,
                .due = total.due,
                .year = total.year,
                .plan = find_number(files, &number, i, total.place),
            };
        }
    return 0;
}

void file_store_release_remote(struct file_store *files)
{
    for (size_t i = 0; i < files->remote_capacity; i++)
        free(files->remote[i]);
    free(files->remote);
    for (size_t i = 0; i < files->server_count; i++)
        remote_server_release(&files->servers[i]);
    free(files->servers);
    remote_server_release(&files->other);
    free(files->store.shares.items);
}
