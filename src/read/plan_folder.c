// SPDX-License-Identifier: MIT
#include "read/plan_folder.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "read/agency_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

void path_list_release(struct path_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
    *list = (struct path_list){0};
}

static void add(struct path_list *list, char *path)
{
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = path;
}

void path_list_add(struct path_list *list, const char *path)
{
    add(list, memory_copy(path, strlen(path)));
}

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), size = strlen(ending);
    return length > size && strcasecmp(name + length - size, ending) == 0;
}

static bool ends_with_any(const char *name, const char *const *endings)
{
    for (; *endings != NULL; endings++)
        if (ends_with(name, *endings))
            return true;
    return false;
}

static bool is_old(const char *name)
{
    static const char *const endings[] = {".xls", ".doc", ".ods", ".odt", ".rtf", NULL};
    return ends_with_any(name, endings);
}

static const char journal_ending[] = ".progress.csv";

static int may_be_plan(const struct dirent *entry)
{
    static const char *const endings[] = {".csv",  ".json", ".jsonl", ".xlsx",
                                          ".xlsm", ".docx", NULL};
    const char *name = entry->d_name;
    if (*name == '.' || *name == '~' || ends_with(name, journal_ending) ||
        strcmp(name, AGENCY_FILE) == 0 || strstr(name, FORM_MARK) != NULL)
        return 0;
    return ends_with_any(name, endings) || is_old(name);
}

static int may_be_answer(const struct dirent *entry)
{
    static const char *const endings[] = {".csv", ".xlsx", ".xlsm", ".docx", NULL};
    const char *name = entry->d_name;
    return *name != '.' && *name != '~' && !ends_with(name, journal_ending) &&
           strcmp(name, AGENCY_FILE) != 0 && ends_with_any(name, endings);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int refuse_folder(const char *path, int count, struct error_list *errors)
{
    struct error *error =
        count == 0 ? error_list_add(errors, path,
                                    "the folder has no plan: expected a .csv, "
                                    ".json, .jsonl, .xlsx or .docx file")
                   : error_list_add(errors, path, "cannot read: %s", message_of_errno(errno));
    error_list_set_code(errors, error, count == 0 ? ERROR_DATA : ERROR_SYSTEM);
    return -1;
}

/* A folder of its own, not a link to one, which may lead anywhere. */
static bool is_folder(const char *path)
{
    struct stat there;
    return lstat(path, &there) == 0 && S_ISDIR(there.st_mode);
}

typedef int entry_filter(const struct dirent *entry);

static int is_visible(const struct dirent *entry)
{
    return *entry->d_name != '.';
}

/* Adds the files that pass the filter, of a folder and its own folders. */
static int add_folder(struct path_list *list, struct path_list *passed_over, const char *path,
                      entry_filter *filter, struct error_list *errors)
{
    struct dirent **entries = NULL;
    int status = 0, count = scandir(path, &entries, is_visible, by_name);
    if (count < 0)
        return refuse_folder(path, count, errors);
    for (int i = 0; i < count; i++) {
        struct strbuf file = {0};
        strbuf_addf(&file, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/",
                    entries[i]->d_name);
        if (is_folder(file.text))
            status |= add_folder(list, passed_over, file.text, filter, errors);
        else if (filter(entries[i]))
            path_list_add(is_old(entries[i]->d_name) ? passed_over : list, file.text);
        strbuf_release(&file);
        free(entries[i]);
    }
    free(entries);
    return status;
}

int plan_folder_add(struct path_list *list, struct path_list *passed_over, const char *path,
                    struct error_list *errors)
{
    struct stat there;
    size_t before = list->count;
    if (stat(path, &there) != 0 || !S_ISDIR(there.st_mode)) {
        path_list_add(list, path);
        return 0;
    }
    if (add_folder(list, passed_over, path, may_be_plan, errors) != 0)
        return -1;
    return list->count > before ? 0 : refuse_folder(path, 0, errors);
}

int answer_folder_add(struct path_list *list, const char *path, struct error_list *errors)
{
    struct stat there;
    size_t before = list->count;
    if (stat(path, &there) != 0 || !S_ISDIR(there.st_mode)) {
        path_list_add(list, path);
        return 0;
    }
    if (add_folder(list, list, path, may_be_answer, errors) != 0)
        return -1;
    if (list->count == before) {
        error_list_add(errors, path,
                       "the folder has no answer: expected a .csv, .xlsx or .docx file");
        return -1;
    }
    return 0;
}

static int is_journal(const struct dirent *entry)
{
    return *entry->d_name != '.' && ends_with(entry->d_name, journal_ending);
}

static bool has_plan(struct dirent *const *entries, int count, const char *journal)
{
    size_t length = strlen(journal) - strlen(journal_ending);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        if (strncmp(name, journal, length) == 0 && name[length] == '.' &&
            strchr(name + length + 1, '.') == NULL)
            return true;
    }
    return false;
}

/* The folder of a path, "./" if it names none; the caller frees it. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? memory_copy(path, (size_t)(slash - path) + 1) : memory_copy("./", 2);
}

static void free_entries(struct dirent **entries, int count)
{
    for (int i = 0; i < count; i++)
        free(entries[i]);
    free(entries);
}

bool plan_folder_is_orphan(const char *journal)
{
    const char *slash = strrchr(journal, '/'), *name = slash != NULL ? slash + 1 : journal;
    struct dirent **plans = NULL;
    if (!ends_with(name, journal_ending))
        return false;
    char *folder = folder_of(journal);
    int count = scandir(folder, &plans, may_be_plan, by_name);
    bool orphan = count >= 0 && !has_plan(plans, count, name);
    free_entries(plans, count);
    free(folder);
    return orphan;
}

bool plan_folder_find_orphan(struct path_list *list, const char *plan)
{
    const char *slash = strrchr(plan, '/');
    char *folder = folder_of(plan);
    struct dirent **journals = NULL;
    bool found = false;
    int count = scandir(folder, &journals, is_journal, by_name);
    for (int i = 0; i < count && !found; i++) {
        struct strbuf path = {0};
        strbuf_add(&path, plan, slash != NULL ? (size_t)(slash - plan) + 1 : 0);
        strbuf_adds(&path, journals[i]->d_name);
        found = plan_folder_is_orphan(path.text);
        if (found)
            path_list_add(list, path.text);
        strbuf_release(&path);
    }
    free_entries(journals, count);
    free(folder);
    return found;
}

size_t path_size(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && S_ISREG(there.st_mode) ? (size_t)there.st_size : 0;
}
