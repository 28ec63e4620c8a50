// SPDX-License-Identifier: MIT
#include "store/file_store.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "base/path.h"
#include "read/plan_weight.h"
#include "store/journal_care.h"

#include <stdlib.h>
#include <string.h>

static struct file_store *files_of(struct store *store)
{
    return (struct file_store *)store;
}

static const struct file_store *read_files_of(const struct store *store)
{
    return (const struct file_store *)store;
}

static int load(struct store *store, const struct store_need *need, struct error *error)
{
    struct file_store *files = files_of(store);
    if (file_store_load_plans(files, need, error) != 0)
        return -1;
    file_store_locate_journals(files);
    if (need->progress && store_can_answer(store))
        file_store_load_journals(files, need);
    return 0;
}

static struct journal *entries(const struct store *store, const struct plan *plan)
{
    return file_store_journal(read_files_of(store), plan);
}

static struct plan **sharing(const struct store *store, const struct plan *plan, size_t *count)
{
    return file_store_sharing(read_files_of(store), plan, count);
}

static int begin(struct store *store, const struct plan *plan, bool dry, struct error *error)
{
    return file_store_begin(files_of(store), plan, dry, error);
}

static int append(struct store *store, const struct journal_entry *added, size_t count,
                  struct error *error)
{
    struct file_store *files = files_of(store);
    return files->locked != NULL ? remote_append(files->locked, added, count, error)
                                 : journal_append(&files->writing, added, count, error);
}

static void end(struct store *store)
{
    struct file_store *files = files_of(store);
    if (files->locked != NULL)
        remote_end(files->locked);
    files->locked = NULL;
    journal_close(&files->writing);
}

static bool shares_file(const struct store *store, const struct plan *plan)
{
    return read_files_of(store)->files[plan->file]->next != NULL;
}

static struct plan *read_plan(struct store *store, const char *path)
{
    return file_store_read_plan(files_of(store), path);
}

static int check_journal(struct store *store, const struct plan *plan,
                         struct journal_findings *findings, struct error *error)
{
    const struct file_store *files = read_files_of(store);
    const struct remote_plan *remote = file_store_remote(files, plan->file);
    return remote != NULL
               ? journal_care_check_remote(findings, remote, error)
               : journal_care_check(findings, file_store_journal(files, plan)->path, error);
}

static bool is_of_plan(const struct file_store *files, const char *path)
{
    for (size_t i = 0; i < files->options.plan_count; i++)
        if (path_is_same_file(path, files->options.plans[i]))
            return true;
    for (size_t i = 0; i < files->paths.count; i++)
        if (file_store_remote(files, i) == NULL && *files->paths.items[i] != '\0' &&
            path_is_same_file(path, files->paths.items[i]))
            return true;
    return false;
}

static enum store_file keeps(struct store *store, const char *path)
{
    struct file_store *files = files_of(store);
    if (is_of_plan(files, path))
        return STORE_PLAN_FILE;
    for (size_t i = 0; i < files->journal_count; i++)
        if (files->journals[i].path != NULL && file_store_remote(files, i) == NULL &&
            path_is_same_file(path, files->journals[i].path))
            return STORE_JOURNAL_FILE;
    return STORE_NO_FILE;
}

static void release(struct store *store)
{
    struct file_store *files = files_of(store);
    file_store_release_journals(files);
    file_store_release_plans(files);
    free(files);
}

bool file_store_is_quick(const struct file_store_options *options)
{
    return plan_weight_is_light(options->plans, options->plan_count);
}

struct store *file_store_new(const struct file_store_options *options)
{
    static const struct store_kind kind = {
        .load = load,
        .entries = entries,
        .sharing = sharing,
        .begin = begin,
        .append = append,
        .end = end,
        .shares_file = shares_file,
        .read_plan = read_plan,
        .check_journal = check_journal,
        .keeps = keeps,
        .free = release,
    };
    struct file_store *files = memory_alloc(sizeof *files);
    *files = (struct file_store){
        .store = {.kind = &kind,
                  .jobs = options->jobs > 0 ? options->jobs : parallel_cores(),
                  .keep_going = options->keep_going,
                  .keep_cells = options->keep_cells || options->keep_going},
        .options = *options,
        .writing = {.descriptor = -1},
    };
    return &files->store;
}
