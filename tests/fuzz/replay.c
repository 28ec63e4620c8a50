// SPDX-License-Identifier: MIT
/* A main for compilers without libFuzzer: runs a target over files, or all files of a folder. */
#include "fuzz.h"

#include "base/memory.h"
#include "base/strbuf.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

/* The name is said before the file is run: where the process dies, the last one did it. */
static int replay_file(const char *path)
{
    struct strbuf bytes = {0};
    char block[4096];
    size_t length;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return -1;
    }
    while ((length = fread(block, 1, sizeof block, file)) > 0)
        strbuf_add(&bytes, block, length);
    fclose(file);
    printf("%s\n", path);
    fflush(stdout);
    LLVMFuzzerTestOneInput((const uint8_t *)strbuf_text(&bytes), bytes.length);
    strbuf_release(&bytes);
    return 1;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* How many files were run, or -1. */
static int replay(const char *path)
{
    struct dirent **entries;
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return replay_file(path);
    int count = scandir(path, &entries, is_visible, alphasort), done = 0;
    for (int i = 0; i < count; i++) {
        struct strbuf file = {0};
        strbuf_addf(&file, "%s/%s", path, entries[i]->d_name);
        done += done >= 0 && replay_file(file.text) > 0 ? 1 : 0;
        strbuf_release(&file);
        free(entries[i]);
    }
    free(entries);
    return done == count ? done : -1;
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++)
        if (replay(paths[i]) <= 0) {
            fprintf(stderr, "%s: nothing to replay\n", paths[i]);
            return 1;
        }
    return count > 1 ? 0 : 1;
}
