// SPDX-License-Identifier: MIT
#include "store/file_store.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/path.h"
#include "base/search.h"
#include "base/text.h"
#include "journal/entry_seal.h"
#include "plan/plan_index.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* «plan.csv» has its journal in «plan.progress.csv». */
char *file_store_journal_beside(const char *path)
{
    struct strbuf name = {0};
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    bool ending = dot != NULL && dot != path && dot[-1] != '/' && (slash == NULL || dot > slash);
    strbuf_add(&name, path, ending ? (size_t)(dot - path) : strlen(path));
    strbuf_adds(&name, ".progress.csv");
    return strbuf_detach(&name);
}

/*
 * A plan that a link leads to has its journal beside itself, by whatever path it is read; one that
 * stands beside the link alone is kept to.
 */
static char *path_of_journal(const char *path)
{
    char *here = file_store_journal_beside(path), *plan = path_follow(path), *there = here;
    if (plan != NULL && strcmp(plan, path) != 0)
        there = file_store_journal_beside(plan);
    free(plan);
    if (there == here)
        return here;
    bool only_here = access(here, F_OK) == 0 && access(there, F_OK) != 0;
    free(only_here ? there : here);
    return only_here ? here : there;
}

/* The XDG base directory specification: a relative folder is none. NULL if nothing is known. */
static char *path_at_home(const struct file_store_options *options, const char *folder,
                          const char *otherwise, const char *plan)
{
    struct strbuf name = {0};
    if (folder != NULL && *folder == '/')
        strbuf_adds(&name, folder);
    else if (options->home != NULL && *options->home != '\0')
        strbuf_addf(&name, "%s/%s", options->home, otherwise);
    else
        return NULL;
    strbuf_addf(&name, "/cchc/%s.progress.csv", plan);
    return strbuf_detach(&name);
}

/* The built-in plan's journal: where states are kept, unless it is only where data are. */
static char *path_of_builtin(const struct file_store_options *options, const char *plan)
{
    char *now = path_at_home(options, options->state_home, ".local/state", plan);
    char *before = path_at_home(options, options->data_home, ".local/share", plan);
    bool old =
        before != NULL && (now == NULL || access(now, F_OK) != 0) && access(before, F_OK) == 0;
    free(old ? now : before);
    return old ? before : now;
}

static char *copy(const char *path)
{
    return memory_copy(path, strlen(path));
}

void file_store_locate_journals(struct file_store *files)
{
    const char *given = files->server_count == 0 ? files->options.progress : NULL;
    files->journal_count = given != NULL ? 1 : files->paths.count;
    files->journals = memory_alloc(files->journal_count * sizeof *files->journals);
    for (size_t i = 0; i < files->journal_count; i++) {
        const char *path = given == NULL ? files->paths.items[i] : NULL;
        struct journal *journal = &files->journals[i];
        *journal = (struct journal){.beside = given == NULL, .jobs = files->store.jobs};
        if (file_store_remote(files, i) != NULL)
            journal->path = copy(pg_name(file_store_remote(files, i)->server->connection));
        else if (given != NULL)
            journal->path = copy(given);
        else if (*path == '\0' && files->files[i] != NULL)
            journal->path = path_of_builtin(&files->options, files->files[i]->id);
        else if (*path != '\0' && strcmp(path, "-") != 0)
            journal->path = path_of_journal(path);
        const struct plan *plan = given == NULL ? files->files[i] : NULL;
        if (given != NULL && files->paths.count == 1 && plan_folder_is_orphan(given))
            plan = files->files[0];
        journal->of_one_plan = plan != NULL && plan->next == NULL;
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

/* Returns the plans that share the journal and are asked for. */
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
            error->location = (struct location){.line = journal->entries[i].line, .column = 1};
    }
}

/* A plan without a journal may have been renamed, and its journal not. */
static void notice_other_journal(struct file_store *files, size_t index)
{
    struct path_list *orphans = &files->orphans;
    const char *plan = files->paths.items[index];
    const char *last =
        files->orphan_seeker > 0 ? files->paths.items[files->orphan_seeker - 1] : NULL;
    if (last != NULL && path_is_beside(last, plan))
        return; /* its folder was looked through */
    files->orphan_seeker = index + 1;
    if (*plan != '\0' && strcmp(plan, "-") != 0 && plan_folder_find_orphan(orphans, plan))
        store_add_notice(&files->store,
                         (struct store_notice){.kind = NOTICE_OTHER_JOURNAL,
                                               .path = orphans->items[orphans->count - 1],
                                               .other = plan});
}

/* The plan on a server that a journal is of, NULL if it is a file. */
static const struct remote_plan *remote_of(const struct file_store *files,
                                           const struct journal *journal)
{
    return file_store_remote(files, (size_t)(journal - files->journals));
}

static int read_entries(const struct file_store *files, struct journal *journal,
                        struct journal_state *state, struct error_list *errors)
{
    const struct remote_plan *remote = remote_of(files, journal);
    return remote != NULL ? remote_read_entries(remote, journal, errors)
                          : journal_read(journal, state, errors);
}

/* A journal that is named must exist. If there is none beside a plan, nothing is recorded. */
static bool is_missing(struct file_store *files, const struct journal *journal,
                       const struct store_need *need)
{
    struct store *store = &files->store;
    const struct remote_plan *remote = remote_of(files, journal);
    if (remote != NULL)
        return remote->seq == 0;
    const char *plan = journal->beside ? files->paths.items[journal - files->journals] : NULL;
    if (journal->path == NULL) {
        if (plan != NULL && *plan == '\0' && need->progress_known)
            store_add_notice(store, (struct store_notice){.kind = NOTICE_NO_JOURNAL,
                                                          .path = files->store.plans[0]->id});
        return true;
    }
    if (access(journal->path, F_OK) == 0 || errno != ENOENT)
        return false;
    if (plan == NULL) {
        struct error *error = error_list_add(&store->errors, journal->path, "no such journal");
        error_list_set_code(&store->errors, error, ERROR_SYSTEM);
    } else if (need->progress_counts) {
        notice_other_journal(files, (size_t)(journal - files->journals));
    }
    return true;
}

static void read_journal(struct file_store *files, struct journal *journal,
                         const struct store_need *need)
{
    struct store *store = &files->store;
    struct journal_state state = {0};
    size_t count, before = store->errors.count;
    asked_of(files, journal, &count);
    if (count == 0 || is_missing(files, journal, need))
        return;
    if (read_entries(files, journal, &state, &store->errors) == 0) {
        plans_of(files, journal, &count);
        add_torn_notice(store, journal, &state);
        require_plans(store, journal, count);
    }
    store->has_entries |= journal->count > 0;
    if (store->errors.count > before)
        leave_out(files, journal);
}

/* ---- Entries that count for no task ---- */

/* Reports each task and title once. */
static bool is_reported_before(const struct entry_stray *strays, const struct entry_stray *stray)
{
    for (const struct entry_stray *other = strays; other < stray; other++)
        if (other->outcome == OUTCOME_STRAY && strcmp(other->task, stray->task) == 0 &&
            titles_are_same(other->title, stray->title))
            return true;
    return false;
}

static void refuse_stray(struct store *store, const struct entry_stray *stray)
{
    char id[TEXT_QUOTE_SIZE], quoted[TEXT_QUOTE_SIZE], now[TEXT_QUOTE_SIZE];
    const char *title = stray->found != NULL ? stray->found->text[TASK_TITLE] : NULL;
    struct error *error;
    text_quote_all(id, stray->task);
    text_quote_all(quoted, stray->title != NULL ? stray->title : "");
    if (stray->found == NULL && stray->title == NULL)
        error = error_list_add(&store->errors, stray->journal->path,
                               "the plan has no task «%s», of which progress is recorded", id);
    else if (stray->found == NULL)
        error = error_list_add(&store->errors, stray->journal->path,
                               "the plan has no task %s, which was «%s» when its progress was "
                               "recorded",
                               id, quoted);
    else if (stray->title == NULL || titles_are_same(stray->title, title))
        error = error_list_add(&store->errors, stray->journal->path,
                               "%s has other milestones than when its progress was recorded", id);
    else
        error = error_list_add(&store->errors, stray->journal->path,
                               "%s was «%s» when its progress was recorded, and is «%s» now", id,
                               quoted, text_quote_all(now, title != NULL ? title : ""));
    if (error != NULL)
        error->location = journal_entry_location(stray->entry);
    error_list_settle(&store->errors, SETTLED_BY_ADOPTING);
}

static int64_t spent_on(const struct entry_stray *strays, size_t count)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        const struct entry_stray *stray = &strays[i];
        bool last = stray->outcome == OUTCOME_SET_ASIDE && stray->entry->spent_vnd != SPENT_UNSET;
        for (size_t j = i + 1; j < count && last; j++) /* what is spent is said altogether */
            last = strays[j].entry->spent_vnd == SPENT_UNSET ||
                   strcmp(strays[j].task, stray->task) != 0 ||
                   !titles_are_same(strays[j].title, stray->title);
        if (last)
            money_add(&sum, stray->entry->spent_vnd);
    }
    return sum;
}

/* Refuses entries of a journal that count for none of its plans, or adds a notice of them. */
static void judge_strays(struct file_store *files, const struct journal *journal, size_t first,
                         const struct store_need *need)
{
    struct store *store = &files->store;
    const struct entry_stray *strays = store->progress.strays + first;
    size_t count = store->progress.stray_count - first, undecided = 0, errors = store->errors.count;
    for (size_t i = 0; i < count; i++)
        undecided += strays[i].outcome == OUTCOME_STRAY;
    if (count > undecided)
        store_add_notice(store, (struct store_notice){.kind = NOTICE_SET_ASIDE,
                                                      .path = journal->path,
                                                      .count = count - undecided,
                                                      .spent_vnd = spent_on(strays, count)});
    if (undecided == 0)
        return;
    for (size_t i = 0; i < count && need->progress_known; i++)
        if (strays[i].outcome == OUTCOME_STRAY && !is_reported_before(strays, &strays[i]))
            refuse_stray(store, &strays[i]);
    if (store->errors.count > errors) {
        leave_out(files, journal);
        return;
    }
    store_add_notice(store, (struct store_notice){
                                .kind = NOTICE_STRAY, .path = journal->path, .count = undecided});
    for (size_t i = 0; i < count; i++)
        if (strays[i].outcome == OUTCOME_STRAY)
            progress_forget(&store->progress, strays[i].plan);
}

/* Returns whether the chain of the entries is broken. */
static bool was_changed(const struct journal *journal)
{
    bool sealed = false, changed = false;
    struct error ignored; /* without the library nothing is found out */
    for (size_t i = 0; i < journal->count; i++)
        sealed |= journal->entries[i].chain != NULL;
    if (!sealed)
        return false;
    struct journal_entry **lines = journal_lines(journal);
    enum seal_fault *faults = journal_check_seals(lines, journal->count, &ignored);
    for (size_t i = 0; faults != NULL && i < journal->count; i++)
        changed |= faults[i] != SEAL_HOLDS;
    free(faults);
    free((void *)lines);
    return changed;
}

static void add_progress(struct file_store *files, struct journal *journal,
                         const struct store_need *need)
{
    struct store *store = &files->store;
    struct progress *progress = &store->progress;
    size_t count, strays = progress->stray_count, untitled = progress->untitled,
                  others = progress->other_count;
    struct plan **plans = plans_of(files, journal, &count);
    if (count == 0 || journal->count == 0)
        return;
    progress_add(progress, plans, count, journal);
    if (progress->other_count > others)
        store_add_notice(store, (struct store_notice){.kind = NOTICE_OTHER_PLAN,
                                                      .path = journal->path,
                                                      .count = progress->other_count - others,
                                                      .other = progress->other_plan,
                                                      .plan = plans[0]->id});
    if (!need->progress_counts) {
        if (was_changed(journal))
            store_add_notice(store,
                             (struct store_notice){.kind = NOTICE_CHANGED, .path = journal->path});
        return;
    }
    if (progress->untitled > untitled)
        store_add_notice(store, (struct store_notice){.kind = NOTICE_UNTITLED,
                                                      .path = journal->path,
                                                      .count = progress->untitled - untitled});
    judge_strays(files, journal, strays, need);
}

/* Returns whether something is recorded of a plan whose progress is known. */
static bool is_anything_known(const struct store *store)
{
    const struct progress *progress = &store->progress;
    for (size_t i = 0; i < store->plan_count; i++)
        if (i >= progress->plan_count || !progress->plans[i].unknown)
            return true;
    return false;
}

void file_store_load_journals(struct file_store *files, const struct store_need *need)
{
    struct progress *progress = &files->store.progress;
    for (size_t i = 0; i < files->journal_count; i++)
        read_journal(files, &files->journals[i], need);
    files->store.has_entries |= files->answered && files->has_entries;
    if (files->store.has_entries && !date_is_set(progress->as_of))
        progress->as_of = need->today();
    for (size_t i = 0; i < files->journal_count; i++)
        add_progress(files, &files->journals[i], need);
    if (progress->unknown && !is_anything_known(&files->store))
        files->store.has_entries = false;
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
    const struct remote_plan *remote = remote_of(files, journal);
    if (remote != NULL && !dry) {
        files->locked = remote;
        if (remote_begin(remote, error) != 0)
            return -1;
    }
    int status = remote != NULL ? remote_read_journal(remote, journal, &files->store.errors)
                 : dry          ? journal_read(journal, &state, &files->store.errors)
                       : journal_open(&files->writing, journal, &state, &files->store.errors);
    add_torn_notice(&files->store, journal, &state);
    return status;
}
