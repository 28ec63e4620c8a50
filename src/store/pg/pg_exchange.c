// SPDX-License-Identifier: MIT
/*
 * A file journal and a server's, brought together: both are only ever added to, and an entry is
 * told by its id, so that nothing is lost or doubled, whoever comes first.
 */
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "journal/entry_seal.h"
#include "journal/journal_file.h"
#include "journal/journal_union.h"
#include "plan/progress/entry_target.h"
#include "store/pg/pg_shared.h"
#include "store/shared_store.h"

#include <errno.h>
#include <string.h>

/* Reads a file journal; one that is not there is empty. */
static int read_file(struct journal *journal, const char *path, struct strbuf *before,
                     struct error_list *errors)
{
    struct journal_text text = {0};
    journal->path = memory_copy(path, strlen(path));
    if (file_read(before, path) != 0 && errno != ENOENT) {
        struct error *error =
            error_list_add(errors, path, "cannot read: %s", message_of_errno(errno));
        error_list_set_code(errors, error, ERROR_SYSTEM);
        return -1;
    }
    if (before->length == 0)
        return 0;
    strbuf_add(&text.bytes, before->text, before->length);
    int status = journal_text_read(journal, &text, errors);
    journal_text_release(&text);
    return status;
}

static const struct journal_entry *find_id(const struct journal *journal, const char *id)
{
    for (size_t i = 0; i < journal->count; i++)
        if (journal->entries[i].id != NULL && strcmp(journal->entries[i].id, id) == 0)
            return &journal->entries[i];
    return NULL;
}

/* An entry that counts for no task of the plan, as it is on the server, would be stray there. */
static bool is_stray(const struct entry_targets *targets, const struct journal *journal,
                     size_t index)
{
    for (size_t i = 0; i < targets->stray_count; i++)
        if (targets->strays[i].entry == &journal->entries[index])
            return true;
    return false;
}

static void refuse(struct shared_exchange *exchange, const struct journal_entry *entry,
                   const char *why)
{
    exchange->refused++;
    strbuf_addf(&exchange->refusals, "%llu %s: %s\n", (unsigned long long)entry->seq,
                entry->task != NULL ? entry->task : "", why);
}

static int send_one(const struct remote_plan *plan, const struct journal_entry *entry,
                    struct shared_exchange *exchange, struct error *error)
{
    struct pg_connection *connection = plan->server->connection;
    if (pg_run(connection, "savepoint one", error) != 0)
        return -1;
    if (remote_append_one(plan, entry, true, NULL, error) == 0) {
        exchange->sent++;
        return pg_run(connection, "release savepoint one", error);
    }
    if (pg_is_lost(connection))
        return -1;
    refuse(exchange, entry, error->text);
    return pg_run(connection, "rollback to savepoint one", error);
}

static int send_entries(const struct remote_plan *plan, struct journal *mine,
                        const struct journal *theirs, const struct entry_targets *targets,
                        struct shared_exchange *exchange, struct error *error)
{
    int status = 0;
    for (size_t i = 0; i < mine->count && status == 0; i++) {
        struct journal_entry *entry = &mine->entries[i];
        if (find_id(theirs, entry->id) != NULL)
            continue;
        if (entry->voids != 0 && entry->voids_id == NULL &&
            journal_find(mine, entry->voids) != NULL)
            entry->voids_id = journal_find(mine, entry->voids)->id;
        if (is_stray(targets, mine, i))
            refuse(exchange, entry, _("it is of a task that the plan does not have"));
        else
            status = send_one(plan, entry, exchange, error);
    }
    return status;
}

static int send_missing(const struct remote_plan *plan, struct journal *mine,
                        struct shared_exchange *exchange, struct error_list *errors,
                        struct error *error)
{
    struct journal theirs = {0};
    struct entry_targets targets = {0};
    struct plan *parts = remote_read(plan, plan->file, (struct read_options){0}, errors);
    struct plan *all[1] = {parts};
    if (parts == NULL)
        return 0;
    entry_targets_find(&targets, mine, all, parts->next == NULL ? 1 : 0);
    int status = remote_begin(plan, error);
    if (status == 0)
        status = remote_read_journal(plan, &theirs, errors);
    if (status == 0 && errors->count == 0)
        status = send_entries(plan, mine, &theirs, &targets, exchange, error);
    if (status == 0 && errors->count == 0)
        status = pg_run(plan->server->connection, "commit", error);
    remote_end(plan);
    entry_targets_release(&targets);
    journal_release(&theirs);
    plan_free(parts);
    return errors->count > 0 ? 0 : status;
}

int shared_store_push(const char *url, const char *name, const char *organisation,
                      const char *journal, struct shared_exchange *exchange,
                      struct error_list *errors, struct error *error)
{
    struct remote_server server;
    struct remote_plan plan;
    struct journal mine = {0};
    struct strbuf before = {0};
    int status = shared_find(&server, url, name, organisation, true, &plan, error);
    if (status == 0 && read_file(&mine, journal, &before, errors) == 0 &&
        (status = journal_seal(&mine, true, error)) == 0)
        status = send_missing(&plan, &mine, exchange, errors, error);
    strbuf_release(&before);
    journal_release(&mine);
    remote_server_release(&server);
    return status;
}

static int unite(const char *path, struct journal parts[2], const struct strbuf *before,
                 struct strbuf *made, struct shared_exchange *exchange, struct error_list *errors,
                 struct error *error)
{
    struct journal all = {0};
    struct strbuf after = {0};
    size_t mine = parts[0].count;
    int status = 0;
    if (journal_union(&all, parts, 2, errors) == 0) {
        exchange->received = all.count - mine;
        journal_union_write(before->length > 0 ? &after : made, &all);
        if (before->length > 0 && exchange->received > 0)
            status = journal_replace(path, before, &after, error);
    }
    strbuf_release(&after);
    journal_release(&all);
    return status;
}

int shared_store_pull(const char *url, const char *name, const char *organisation,
                      const char *journal, struct strbuf *made, struct shared_exchange *exchange,
                      struct error_list *errors, struct error *error)
{
    struct remote_server server;
    struct remote_plan plan;
    struct journal parts[2] = {{0}};
    struct strbuf before = {0};
    int status = shared_find(&server, url, name, organisation, false, &plan, error);
    if (status == 0 && read_file(&parts[0], journal, &before, errors) == 0 &&
        remote_read_journal(&plan, &parts[1], errors) == 0)
        status = unite(journal, parts, &before, made, exchange, errors, error);
    strbuf_release(&before);
    journal_release(&parts[0]);
    journal_release(&parts[1]);
    remote_server_release(&server);
    return status;
}
