// SPDX-License-Identifier: MIT
#include "store/file_store.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "base/suggest.h"
#include "base/text.h"
#include "plan/plan_index.h"
#include "read/agency_file.h"
#include "read/encoding.h"
#include "read/plan_read.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Cells that nobody looks at: of a million tasks, most of the text. */
static unsigned find_unused_cells(const struct store_need *need)
{
    unsigned titles = need->progress ? 1U << TASK_TITLE : 0; /* entries are told by them */
    return need->cells != 0 ? ~(need->cells | titles | query_cells(need->query)) : 0;
}

static int check_encoding(const char *encoding, struct error *error)
{
    static const char *const names[] = {"utf-8", "utf-16", "windows-1258", "tcvn", NULL};
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (encoding == NULL || encoding_is_known(encoding))
        return 0;
    return error_set(error, ERROR_USAGE, "no encoding «%s»%s", text_quote_all(quoted, encoding),
                     suggest(hint, encoding, names));
}

static int read_roles(struct file_store *files, struct error *error)
{
    const struct file_store_options *options = &files->options;
    files->choices = memory_resize(files->choices, options->role_count + 1, sizeof *files->choices);
    for (size_t i = 0; i < options->role_count; i++)
        if (role_choice_parse(options->roles[i], &files->choices[i], error) != 0)
            return -1;
    return 0;
}

static int read_how(struct file_store *files, const struct store_need *need,
                    struct read_options *how, struct error *error)
{
    const struct file_store_options *options = &files->options;
    if (read_roles(files, error) != 0)
        return -1;
    *how = (struct read_options){
        .choices = {files->choices, options->role_count},
        .year = options->year,
        .id = options->id,
        .encoding = options->encoding,
        .sheet = options->sheet,
        .decimal_mark = options->decimal_mark,
        .unit = options->unit,
        .keep_locations = need->locations,
        .keep_cells = files->store.keep_cells,
        .jobs = files->store.jobs,
        .skipped = find_unused_cells(need),
    };
    return check_encoding(options->encoding, error);
}

/* The values of the sections asked for; what is none is left to the query to refuse. */
static unsigned *find_sections(const struct query *query, size_t *count)
{
    unsigned *sections = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < query->count; i++) {
        if (query->items[i].field != QUERY_SECTION)
            continue;
        sections = memory_grow(sections, *count, &capacity, sizeof *sections);
        sections[(*count)++] = (unsigned)query->items[i].number;
    }
    return sections;
}

/* A file by what the system knows it by, whatever path leads to it. */
struct known_file {
    dev_t device;
    ino_t number;
    const char *path;
    size_t order; /* of the command line */
};

static int compare_files(const void *a, const void *b)
{
    const struct known_file *x = a, *y = b;
    if (x->device != y->device)
        return x->device < y->device ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static int compare_in_order(const void *a, const void *b)
{
    const struct known_file *x = a, *y = b;
    int files = compare_files(a, b);
    return files != 0 ? files : (x->order > y->order) - (x->order < y->order);
}

/* A file that is read twice would count twice. */
static int check_distinct(const struct file_store *files, struct error *error)
{
    struct known_file *known = memory_alloc((files->paths.count + 1) * sizeof *known);
    size_t count = 0;
    int status = 0;
    for (size_t i = 0; i < files->paths.count; i++) {
        struct stat there;
        const char *path = files->paths.items[i];
        if (file_store_remote(files, i) == NULL && *path != '\0' && stat(path, &there) == 0 &&
            S_ISREG(there.st_mode))
            known[count++] = (struct known_file){there.st_dev, there.st_ino, path, i};
    }
    if (count > 0)
        qsort(known, count, sizeof *known, compare_in_order);
    for (size_t i = 1; i < count && status == 0; i++)
        if (compare_files(&known[i - 1], &known[i]) == 0)
            status = error_set(error, ERROR_USAGE, "two paths lead to one plan: %s and %s",
                               known[i - 1].path, known[i].path);
    free(known);
    return status;
}

/* The paths of all plans, a folder's each; of two that are compared just the two. */
static int find_plans(struct file_store *files, const struct store_need *need, struct error *error)
{
    const struct file_store_options *options = &files->options;
    size_t streams = 0;
    bool two = need->two_plans;
    for (size_t i = 0; i < options->plan_count && files->servers == NULL; i++)
        if (pg_is_url(options->plans[i]))
            file_store_ask_servers(files, need);
    for (size_t i = 0; i < options->plan_count; i++) {
        streams += strcmp(options->plans[i], "-") == 0;
        if (pg_is_url(options->plans[i])) {
            if (file_store_add_remote(files, options->plans[i], two, error) != 0)
                return -1;
        } else if (two)
            path_list_add(&files->paths, options->plans[i]);
        else if (plan_folder_add(&files->paths, &files->passed_over, options->plans[i],
                                 &files->store.errors) != 0)
            files->store.left_out++;
    }
    for (size_t i = 0; i < files->passed_over.count; i++)
        store_add_notice(&files->store, (struct store_notice){.kind = NOTICE_PASSED_OVER,
                                                              .path = files->passed_over.items[i]});
    if (files->server_count > 0 && options->progress != NULL)
        return error_set(error, ERROR_USAGE,
                         "entries of plans on a server are kept there: expected no journal of its "
                         "own");
    if (streams > 1 && two)
        return error_set(error, ERROR_USAGE, "only one of the two plans can be standard input");
    if (streams > 1)
        return error_set(error, ERROR_USAGE, "only one of the plans can be standard input");
    return 0;
}

static const struct plan_settings *find_settings(const struct file_store *files, const char *path)
{
    for (size_t i = 0; i < files->settings_count; i++)
        if (plan_settings_are_beside(&files->settings[i], path))
            return &files->settings[i];
    return NULL;
}

/* The folder that was named and that a plan was found in, by the length of its path; 0 for none. */
static size_t named_folder(const struct file_store *files, const char *path)
{
    size_t longest = 0;
    for (size_t i = 0; i < files->options.plan_count; i++) {
        const char *named = files->options.plans[i];
        size_t length = strlen(named);
        while (length > 1 && named[length - 1] == '/')
            length--;
        if (length > longest && strncmp(path, named, length) == 0 && path[length] == '/')
            longest = length;
    }
    return longest;
}

/*
 * The paths beside which settings of a plan may stand: its own, then those of the folders that it
 * is in, up to the one that was named. Moves on to the next; false at the end.
 */
static bool go_up(char *path, size_t named)
{
    char *slash = strrchr(path, '/');
    if (slash == NULL || (size_t)(slash - path) <= named || named == 0)
        return false;
    *slash = '\0';
    return true;
}

static bool has_surroundings(const char *path)
{
    return *path != '\0' && strcmp(path, "-") != 0;
}

static void read_settings_beside(struct file_store *files, const char *path)
{
    if (find_settings(files, path) != NULL)
        return;
    files->settings = memory_grow(files->settings, files->settings_count, &files->settings_capacity,
                                  sizeof *files->settings);
    plan_settings_read(&files->settings[files->settings_count++], path, &files->store.errors);
    agency_file_read(&files->store.agencies, path, &files->store.errors);
}

/* Reads the settings beside the plan and above it. The built-in plan and standard input have
 * none. */
static void read_settings_of(struct file_store *files, const char *plan)
{
    if (!has_surroundings(plan))
        return;
    char *path = memory_copy(plan, strlen(plan));
    size_t named = named_folder(files, plan);
    do {
        read_settings_beside(files, path);
    } while (go_up(path, named));
    free(path);
}

/* Fills the office from the settings of the first plan, the nearest first, then from the user's
 * own. */
static void choose_office(struct file_store *files)
{
    struct office *office = &files->store.office;
    const char *plan = files->paths.count > 0 ? files->paths.items[0] : "";
    char *path = memory_copy(plan, strlen(plan));
    size_t named = named_folder(files, plan);
    const struct plan_settings *settings;
    do {
        settings = has_surroundings(plan) ? find_settings(files, path) : NULL;
        if (settings != NULL)
            office_fill(office, &settings->office);
    } while (go_up(path, named));
    if (files->options.office != NULL)
        office_fill(office, files->options.office);
    free(path);
}

static void read_settings(struct file_store *files)
{
    struct store *store = &files->store;
    bool first = true;
    if (files->answered) {
        choose_office(files);
        return; /* the rest was needed for the question */
    }
    for (size_t i = 0; i < files->paths.count; i++) {
        const struct remote_plan *remote = file_store_remote(files, i);
        if (remote == NULL) {
            read_settings_of(files, files->paths.items[i]);
            continue;
        }
        remote_read_beside(remote, first ? &store->office : NULL, &store->agencies, &store->paths,
                           &store->errors);
        first = false;
    }
    if (files->options.agencies != NULL)
        agency_file_read(&store->agencies, files->options.agencies, &store->errors);
    choose_office(files);
}

/* The files, read by several threads, and what is wrong with each. */
struct loading {
    struct file_store *files;
    struct read_options how;
    struct error_list **errors; /* NULL for a file that has none */
    struct work_progress work;  /* advanced by a file's reader, or by files if there are many */
};

/* Reads a path's plan with the settings beside it and above it, the nearest first. A plan whose
 * settings are wrong is not read at all, since it would be read wrong. */
static struct plan *read_one(const struct file_store *files, const char *path,
                             const struct read_options *options, struct error_list *errors)
{
    struct read_options how = *options;
    struct role_choice *roles = NULL;
    char *folder = memory_copy(path, strlen(path));
    size_t named = named_folder(files, path);
    bool wrong = false;
    do {
        const struct plan_settings *settings =
            has_surroundings(path) ? find_settings(files, folder) : NULL;
        if (settings == NULL)
            continue;
        struct role_choice *more = plan_settings_apply(settings, path, &how);
        free(roles);
        roles = more;
        wrong |= settings->wrong;
    } while (go_up(folder, named));
    struct plan *plan = wrong ? NULL : plan_read_path(path, &how, errors);
    free(folder);
    free(roles);
    return plan;
}

struct plan *file_store_read_plan(struct file_store *files, const char *path)
{
    const struct store_need need = {0};
    struct read_options how;
    struct error ignored; /* the options were read before */
    if (read_how(files, &need, &how, &ignored) != 0)
        return NULL;
    if (pg_is_url(path))
        return file_store_read_remote(files, path, &how);
    read_settings_of(files, path);
    return read_one(files, path, &how, &files->store.errors);
}

static void load_file(void *context, size_t index)
{
    struct loading *loading = context;
    struct error_list errors = {0};
    const char *path = loading->files->paths.items[index];
    const struct remote_plan *remote = file_store_remote(loading->files, index);
    loading->files->files[index] = remote != NULL
                                       ? remote_read(remote, path, loading->how, &errors)
                                       : read_one(loading->files, path, &loading->how, &errors);
    if (loading->work.total > 0 && loading->how.work == NULL)
        atomic_fetch_add(&loading->work.done, path_size(path));
    if (errors.count == 0)
        return;
    loading->errors[index] = memory_alloc(sizeof errors);
    *loading->errors[index] = errors;
}

/* Somebody is told meanwhile if there is so much to read that it may take long. */
static void run_loading(struct loading *loading)
{
    enum { LONG = 1024 * 1024 };
    const struct file_store *files = loading->files;
    const struct file_store_options *options = &files->options;
    size_t count = files->paths.count;
    struct work_progress_watch watch = {.work = &loading->work,
                                        .delay_ms = options->delay_ms,
                                        .on_progress = options->on_progress,
                                        .context = options->context};
    for (size_t i = 0; i < count && options->on_progress != NULL; i++)
        if (file_store_remote(files, i) == NULL)
            loading->work.total += path_size(files->paths.items[i]);
    if (count == 1 && loading->work.total > 0)
        loading->how.work = &loading->work;
    bool watched = loading->work.total >= LONG;
    if (watched)
        work_progress_watch_begin(&watch);
    parallel_run(files->store.jobs, count, load_file, loading);
    if (watched && work_progress_watch_end(&watch))
        options->on_progress(options->context, NULL);
}

static void load_files(struct file_store *files, const struct read_options *how)
{
    size_t count = files->paths.count;
    struct loading loading = {.files = files, .how = *how};
    if (count > 1) /* a thread a file rather than several for each */
        loading.how.jobs = 1;
    files->files = memory_alloc(count * sizeof *files->files);
    loading.errors = memory_alloc(count * sizeof *loading.errors);
    memset(loading.errors, 0, count * sizeof *loading.errors);
    run_loading(&loading);
    for (size_t i = 0; i < count; i++) {
        if (loading.errors[i] != NULL)
            error_list_join(&files->store.errors, loading.errors[i]);
        free(loading.errors[i]);
    }
    free(loading.errors);
}

/* An id without the folder that was to tell it apart. */
static const char *bare_id(const char *id)
{
    const char *slash = strrchr(id, '/');
    return slash != NULL ? slash + 1 : id;
}

static int two_of_one_id(const struct plan *first, const struct plan *second, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "two plans have the id «%s»: %s and %s",
                     text_quote_all(quoted, bare_id(first->id)), first->path, second->path);
}

static void add_plan(struct plan ***plans, size_t *count, size_t *capacity, struct plan *plan)
{
    *plans = memory_grow(*plans, *count, capacity, sizeof **plans);
    (*plans)[(*count)++] = plan;
}

/* The folder that a path names its file in: the last one («so-noi-vu»), or all of them. */
static void add_folder(struct strbuf *out, const char *path, bool whole)
{
    const char *slash = strrchr(path, '/'), *start = path;
    size_t length = slash != NULL ? (size_t)(slash - path) : 0;
    for (size_t i = 0; i < length && !whole; i++)
        if (path[i] == '/')
            start = path + i + 1;
    strbuf_add(out, start, length - (size_t)(start - path));
}

/* Marks the plans whose id others have, too; returns whether there are any. */
static bool mark_shared_ids(const struct store *store)
{
    struct plan_index ids = {0};
    bool any = false;
    for (size_t i = 0; i < store->plan_count; i++) {
        struct plan *plan = store->plans[i];
        plan->shares_id = !plan_index_add(&ids, plan);
        if (plan->shares_id)
            ids.plans[plan_index_find(&ids, plan->id)]->shares_id = true;
        any |= plan->shares_id;
    }
    plan_index_release(&ids);
    return any;
}

/* Two offices' plans may be called alike: their folders tell them apart, «so-noi-vu/kh-2026». */
static void distinguish_plans(struct store *store, bool whole)
{
    bool any = mark_shared_ids(store);
    for (size_t i = 0; i < store->plan_count && any; i++) {
        struct plan *plan = store->plans[i];
        struct strbuf id = {0};
        add_folder(&id, plan->path, whole);
        if (plan->shares_id && id.length > 0) {
            strbuf_addf(&id, "/%s", bare_id(plan->id));
            plan->id = arena_copy(plan->arena, id.text, id.length);
        }
        strbuf_release(&id);
    }
}

/* The plans of all files, each told from the others by its id. */
static int list_plans(struct file_store *files, struct plan_index *ids, struct error *error)
{
    struct store *store = &files->store;
    size_t capacity = 0;
    int status = 0;
    for (size_t i = 0; i < files->paths.count; i++) {
        store->left_out += files->files[i] == NULL;
        for (struct plan *plan = files->files[i]; plan != NULL; plan = plan->next) {
            plan->file = i;
            plan->number = store->plan_count;
            add_plan(&store->plans, &store->plan_count, &capacity, plan);
        }
    }
    if (files->paths.count > 1) {
        distinguish_plans(store, false);
        distinguish_plans(store, true);
    }
    for (size_t i = 0; i < store->plan_count; i++) {
        struct plan *plan = store->plans[i];
        if (!plan_index_add(ids, plan) && status == 0)
            status = two_of_one_id(ids->plans[plan_index_find(ids, plan->id)], plan, error);
    }
    return status;
}

static int no_such_plan(const struct store *store, const char *id, struct error *error)
{
    const char **ids = memory_alloc((store->plan_count + 1) * sizeof *ids);
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    for (size_t i = 0; i < store->plan_count; i++)
        ids[i] = store->plans[i]->id;
    ids[store->plan_count] = NULL;
    error_set(error, ERROR_USAGE, "no plan «%s»%s", text_quote(quoted, id, strlen(id)),
              suggest(hint, id, ids));
    free((void *)ids);
    return -1;
}

/* Chooses the plans that are asked for, in the order of their files; all of them if none is
 * named. */
static int choose_plans(struct file_store *files, struct plan_index *ids, struct error *error)
{
    const struct file_store_options *options = &files->options;
    struct store *store = &files->store;
    bool *chosen = memory_alloc(store->plan_count * sizeof *chosen);
    size_t capacity = 0;
    int status = 0;
    for (size_t i = 0; i < store->plan_count; i++)
        chosen[i] = options->only_count == 0;
    for (size_t i = 0; i < options->only_count && status == 0; i++) {
        long found = plan_index_find(ids, options->only[i]);
        if (found < 0)
            status = no_such_plan(store, options->only[i], error);
        else
            chosen[found] = true;
    }
    for (size_t i = 0; i < store->plan_count; i++)
        if (chosen[i])
            add_plan(&store->scope.plans, &store->scope.plan_count, &capacity, store->plans[i]);
    free(chosen);
    return status;
}

/* Chooses the plan of a file: the one that is asked for if it has several; if both files have
 * one each, the id must be one of theirs. */
static int choose_in_file(const struct file_store *files, size_t file, struct plan **found,
                          struct error *error)
{
    const struct file_store_options *options = &files->options;
    const char *id = options->only_count > 0 ? options->only[options->only_count - 1] : NULL;
    char quoted[TEXT_QUOTE_SIZE];
    *found = files->files[file];
    bool alone = (*found)->next == NULL, other_alone = files->files[1 - file]->next == NULL;
    bool of_other = id != NULL && other_alone && strcmp(files->files[1 - file]->id, id) == 0;
    if (alone && (id == NULL || !other_alone || of_other))
        return 0;
    while (id != NULL && *found != NULL && strcmp((*found)->id, id) != 0)
        *found = (*found)->next;
    if (id == NULL) {
        error_set(error, ERROR_USAGE, "the file has several plans");
        error_settle(error, SETTLED_BY_PLAN);
    } else if (*found == NULL)
        error_set(error, ERROR_USAGE, "no plan «%s»", text_quote(quoted, id, strlen(id)));
    if (id != NULL && *found != NULL)
        return 0;
    error->path = files->files[file]->path;
    return -1;
}

/* The two that are compared, which may have one id. */
static int choose_two_plans(struct file_store *files, struct error *error)
{
    struct query_scope *scope = &files->store.scope;
    if (files->files[0] == NULL || files->files[1] == NULL)
        return 0; /* their errors are reported */
    scope->plans = memory_alloc(2 * sizeof *scope->plans);
    scope->plan_count = 2;
    return choose_in_file(files, 0, &scope->plans[0], error) == 0
               ? choose_in_file(files, 1, &scope->plans[1], error)
               : -1;
}

int file_store_load_plans(struct file_store *files, const struct store_need *need,
                          struct error *error)
{
    struct store *store = &files->store;
    struct read_options how;
    if (read_how(files, need, &how, error) != 0 || find_plans(files, need, error) != 0)
        return -1;
    unsigned *sections = need->only_matches ? find_sections(need->query, &how.section_count) : NULL;
    how.sections = sections;
    read_settings(files);
    if (!need->two_plans && check_distinct(files, error) != 0) {
        free(sections);
        return -1;
    }
    load_files(files, &how);
    free(sections);
    if (need->two_plans)
        return choose_two_plans(files, error);
    struct plan_index ids = {0};
    if (!files->answered)
        store->named = files->paths.count + store->left_out;
    int status = list_plans(files, &ids, error);
    if (status == 0 && files->answered)
        status = file_store_make_shares(files, need->by, error);
    bool answers = store->errors.count == 0 || store->keep_going;
    if (status == 0 && choose_plans(files, &ids, error) != 0 && answers)
        status = -1; /* else the plan may be in a file that cannot be read */
    plan_index_release(&ids);
    return status;
}

void file_store_release_plans(struct file_store *files)
{
    for (size_t i = 0; i < files->paths.count && files->files != NULL; i++)
        plan_free(files->files[i]);
    free(files->files);
    for (size_t i = 0; i < files->settings_count; i++)
        plan_settings_release(&files->settings[i]);
    free(files->settings);
    free(files->choices);
    path_list_release(&files->paths);
    path_list_release(&files->passed_over);
    path_list_release(&files->orphans);
    file_store_release_remote(files);
}
