// SPDX-License-Identifier: MIT
#include "read/plan_weight.h"

#include "base/strbuf.h"
#include "base/zip_read.h"
#include "read/office/conversion.h"
#include "read/plan_folder.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

enum {
    BYTES_MOST = 384 * 1024,
    ZIPPED_BYTE = 3,   /* a byte of an Excel or Word file is read in the time of so many of text */
    FILE_BYTES = 4096, /* as is what stands beside a file */
    ENTRIES_MOST = 256
};

/* Counts what is in a folder and in those in it, until it is too much. */
static void count_entries(const char *path, size_t *entries)
{
    DIR *folder = opendir(path);
    for (struct dirent *entry;
         folder != NULL && *entries <= ENTRIES_MOST && (entry = readdir(folder)) != NULL;) {
        struct strbuf inner = {0};
        struct stat there;
        ++*entries;
        strbuf_addf(&inner, "%s/%s", path, entry->d_name);
        if (*entry->d_name != '.' && lstat(inner.text, &there) == 0 && S_ISDIR(there.st_mode))
            count_entries(inner.text, entries);
        strbuf_release(&inner);
    }
    if (folder != NULL)
        closedir(folder);
}

/* Takes what a file costs off what is left; returns whether it can be. */
static bool weigh_file(const char *path, size_t *left)
{
    struct stat there;
    struct source source;
    struct error_list errors = {0};
    if (*path == '\0')
        return true;
    if (stat(path, &there) != 0 || !S_ISREG(there.st_mode) || (size_t)there.st_size > *left ||
        source_load(&source, path, &errors) != 0)
        return false;
    size_t factor = zip_begins(source.text, source.length) ? ZIPPED_BYTE : 1;
    size_t cost = source.length * factor + FILE_BYTES;
    bool light = cost <= *left && !conversion_is_needed(&source);
    *left -= light ? cost : 0;
    source_release(&source);
    return light;
}

static bool weigh(const char *path, size_t *entries, size_t *left)
{
    struct path_list files = {0}, passed_over = {0};
    struct error_list errors = {0};
    struct stat there;
    if (stat(path, &there) != 0 || !S_ISDIR(there.st_mode))
        return weigh_file(path, left);
    count_entries(path, entries);
    if (*entries > ENTRIES_MOST)
        return false;
    bool light = plan_folder_add(&files, &passed_over, path, &errors) == 0;
    for (size_t i = 0; i < files.count && light; i++)
        light = weigh_file(files.items[i], left);
    path_list_release(&files);
    path_list_release(&passed_over);
    return light;
}

bool plan_weight_is_light(const char *const *paths, size_t count)
{
    size_t entries = 0, left = BYTES_MOST;
    bool light = true;
    for (size_t i = 0; i < count && light; i++)
        light = weigh(paths[i], &entries, &left);
    return light;
}
