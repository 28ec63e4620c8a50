// SPDX-License-Identifier: MIT
/* The plans on servers among the store's files. */
#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "store/file_store.h"

#include <stdlib.h>
#include <string.h>

const struct remote_plan *file_store_remote(const struct file_store *files, size_t index)
{
    return index < files->remote_capacity ? files->remote[index] : NULL;
}

static void ask(void *context, size_t index)
{
    struct file_store *files = context;
    const struct file_store_options *options = &files->options;
    remote_server_ask(&files->servers[index], options->only, options->only_count, true);
}

/* For who has mistyped an id: the nearest of all. */
static void ask_all(void *context, size_t index)
{
    struct file_store *files = context;
    struct remote_server *server = &files->servers[index];
    const char *url = server->url;
    if (server->failed)
        return;
    remote_server_release(server);
    *server = (struct remote_server){.url = url};
    remote_server_ask(server, NULL, 0, true);
}

void file_store_ask_servers(struct file_store *files)
{
    const struct file_store_options *options = &files->options;
    files->servers = memory_resize(NULL, options->plan_count + 1, sizeof *files->servers);
    for (size_t i = 0; i < options->plan_count; i++)
        if (pg_is_url(options->plans[i]))
            files->servers[files->server_count++] =
                (struct remote_server){.url = options->plans[i]};
    size_t found = 0;
    parallel_run(files->server_count, files->server_count, ask, files);
    for (size_t i = 0; i < files->server_count; i++)
        found += files->servers[i].found;
    if (found < options->only_count)
        parallel_run(files->server_count, files->server_count, ask_all, files);
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

/* What one store has would count twice. */
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

void file_store_release_remote(struct file_store *files)
{
    for (size_t i = 0; i < files->remote_capacity; i++)
        free(files->remote[i]);
    free(files->remote);
    for (size_t i = 0; i < files->server_count; i++)
        remote_server_release(&files->servers[i]);
    free(files->servers);
}
