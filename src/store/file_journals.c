// SPDX-License-Identifier: MIT
#include "store/file_store.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/search.h"
#include "base/text.h"
#include "plan/plan_index.h"

#include <stdlib.h>
#include <string.h>

/* «plan.csv» has its journal in «plan.progress.csv». */
static char *path_beside(const char *path)
{
    struct strbuf name = {0};
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    bool ending = dot != NULL && dot != path && dot[-1] != '/' && (slash == NULL || dot > slash);
    strbuf_add(&name, path, ending ? (size_t)(dot - path) : strlen(path));
    strbuf_adds(&name, ".progress.csv");
    return strbuf_detach(&name);
}

/* The XDG base directory specification: a relative $XDG_DATA_HOME is none. */
static char *path_in_data_home(const struct file_store_options *options, const char *plan)
{
    struct strbuf name = {0};
    if (options->data_home != NULL && *options->data_home == '/')
        strbuf_adds(&name, options->data_home);
    else if (options->home != NULL && *options->home != '\0')
        strbuf_addf(&name, "%s/.local/share", options->home);
    else
        return NULL;
    strbuf_addf(&name, "/cchc/%s.progress.csv", plan);
    return strbuf_detach(&name);
}

static char *copy(const char *path)
{
    return memory_copy(path, strlen(path));
}

void file_store_locate_journals(struct file_store *files)
{
    const char *given = files->options.progress;
    files->journal_count = given != NULL ? 1 : files->paths.count;
    files->journals = memory_alloc(files->journal_count * sizeof *files->journals);
    for (size_t i = 0; i < files->journal_count; i++) {
        const char *path = given == NULL ? files->paths.items[i] : NULL;
        struct journal *journal = &files->journals[i];
        *journal = (struct journal){.beside = given == NULL, .jobs = files->store.jobs};
        if (given != NULL)
            journal->path = copy(given);
        else if (*path == '\0' && files->files[i] != NULL)
            journal->path = path_in_data_home(&files->options, files->files[i]->id);
        else if (*path != '\0' && strcmp(path, "-") != 0)
            journal->path = path_beside(path);
        journal->own_folder = path != NULL && *path == '\0';
    }
}

static void add_torn_notice(struct store *store, const struct journal *journal,
                            const struct journal_state *state)
{
    if (state->torn_line > 0)
        store_add_notice(store, (struct store_notice){
                                    .kind = state->set_aside ? NOTICE_TORN_SET_ASIDE : NOTICE_TORN,
                                    .path = journal->path,
                                    .line = state->torn_line,
                                });
}

static uint64_t file_at(const void *plans, size_t index)
{
    return ((struct plan *const *)plans)[index]->file;
}

/* The stretch of the plans that a journal is of. */
static struct plan **stretch_of(const struct file_store *files, const struct journal *journal,
                                struct plan **plans, size_t *count)
{
    size_t first = 0, end = *count, file = (size_t)(journal - files->journals);
    if (files->journal_count > 1) {
        first = search_lower(plans, *count, file, file_at);
        end = search_lower(plans, *count, file + 1, file_at);
    }
    *count = end - first;
    return plans + first;
}

/* The plans that a journal is of, which stand together. */
static struct plan **plans_of(const struct file_store *files, const struct journal *journal,
                              size_t *count)
{
    *count = files->store.plan_count;
    return stretch_of(files, journal, files->store.plans, count);
}

/* Those of them that are asked for. */
static struct plan **asked_of(const struct file_store *files, const struct journal *journal,
                              size_t *count)
{
    *count = files->store.scope.plan_count;
    return stretch_of(files, journal, files->store.scope.plans, count);
}

static void leave_out(struct file_store *files, const struct journal *journal)
{
    struct query_scope *scope = &files->store.scope;
    size_t count;
    struct plan **plans = asked_of(files, journal, &count);
    struct plan **rest = plans + count, **end = scope->plans + scope->plan_count;
    memmove(plans, rest, (size_t)(end - rest) * sizeof *plans);
    scope->plan_count -= count;
    files->store.left_out++;
    files->store.entries_left_out = true;
}

/* A renamed plan has another id, and a journal beside it that speaks of none it knows. */
static void notice_other_plan(struct store *store, const struct journal *journal,
                              struct plan *const *plans, size_t plan_count)
{
    const char *other = NULL;
    size_t count = 0;
    struct plan_index ids = {0};
    for (size_t i = 0; i < plan_count; i++)
        plan_index_add(&ids, plans[i]);
    for (size_t i = 0; i < journal->count && plan_count > 0; i++) {
        const char *name = journal->entries[i].plan;
        if (name == NULL || plan_index_find(&ids, name) >= 0)
            continue;
        other = name;
        count++;
    }
    plan_index_release(&ids);
    if (count > 0)
        store_add_notice(store, (struct store_notice){.kind = NOTICE_OTHER_PLAN,
                                                      .path = journal->path,
                                                      .count = count,
                                                      .other = other,
                                                      .plan = plans[0]->id});
}

/* One journal of several plans says with each entry which it is of. */
static void require_plans(struct store *store, const struct journal *journal, size_t plan_count)
{
    for (size_t i = 0; i < journal->count && plan_count > 1; i++) {
        if (journal->entries[i].plan != NULL)
            continue;
        struct error *error = error_list_add(
            &store->errors, journal->path,
            "the entry names no plan, and the journal is of several: expected its plan's id");
        if (error != NULL)
            error->place = (struct place){.line = journal->entries[i].line, .column = 1};
    }
}

static void read_journal(struct file_store *files, struct journal *journal)
{
    struct store *store = &files->store;
    struct journal_state state = {0};
    size_t count, before = store->errors.count;
    struct plan **plans = asked_of(files, journal, &count);
    if (journal->path == NULL || count == 0)
        return;
    if (journal_read(journal, &state, &store->errors) == 0) {
        plans = plans_of(files, journal, &count);
        add_torn_notice(store, journal, &state);
        require_plans(store, journal, count);
        if (journal->beside)
            notice_other_plan(store, journal, plans, count);
    }
    store->has_entries |= journal->count > 0;
    if (store->errors.count > before)
        leave_out(files, journal);
}

void file_store_load_journals(struct file_store *files, const struct store_need *need)
{
    struct progress *progress = &files->store.progress;
    for (size_t i = 0; i < files->journal_count; i++)
        read_journal(files, &files->journals[i]);
    if (files->store.has_entries && !date_is_set(progress->as_of))
        progress->as_of = need->today();
    for (size_t i = 0; i < files->journal_count; i++) {
        size_t count;
        struct plan **plans = plans_of(files, &files->journals[i], &count);
        progress_add(progress, plans, count, &files->journals[i]);
    }
}

void file_store_release_journals(struct file_store *files)
{
    for (size_t i = 0; i < files->journal_count; i++)
        journal_release(&files->journals[i]);
    free(files->journals);
}

struct journal *file_store_journal(const struct file_store *files, const struct plan *plan)
{
    return &files->journals[files->journal_count == 1 ? 0 : plan->file];
}

struct plan **file_store_sharing(const struct file_store *files, const struct plan *plan,
                                 size_t *count)
{
    return plans_of(files, file_store_journal(files, plan), count);
}

int file_store_begin(struct file_store *files, const struct plan *plan, bool dry,
                     struct error *error)
{
    struct journal_state state = {0};
    struct journal *journal = file_store_journal(files, plan);
    if (journal->path == NULL) {
        error_set(error, ERROR_USAGE, "this plan has no place for a journal");
        return error_settle(error, SETTLED_BY_JOURNAL);
    }
    int status = dry ? journal_read(journal, &state, &files->store.errors)
                     : journal_open(&files->writing, journal, &state, &files->store.errors);
    add_torn_notice(&files->store, journal, &state);
    return status;
}
