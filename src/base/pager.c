// SPDX-License-Identifier: MIT
#include "base/pager.h"

#include "base/memory.h"
#include "base/strbuf.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct pager {
    const char *command;
    unsigned rows;
    FILE *terminal, *stream;
    struct strbuf kept; /* text, until there is more than a screen of it */
    size_t lines;
    pid_t child;  /* 0 before it starts */
    int to_child; /* the write end of a pipe */
    bool started, left;
};

/* Returns whether the program that the command begins with can be run. */
static bool is_there(const char *command)
{
    command += strspn(command, " ");
    size_t length = strcspn(command, " ");
    const char *path = getenv("PATH");
    struct strbuf name = {0};
    bool found = false;
    if (memchr(command, '/', length) != NULL)
        path = NULL;
    do {
        size_t part = path != NULL ? strcspn(path, ":") : 0;
        strbuf_clear(&name);
        if (path != NULL) {
            strbuf_add(&name, path, part);
            strbuf_addc(&name, '/');
        }
        strbuf_add(&name, command, length);
        found = access(strbuf_text(&name), X_OK) == 0;
        path = path != NULL && path[part] == ':' ? path + part + 1 : NULL;
    } while (!found && path != NULL);
    strbuf_release(&name);
    return found;
}

/* Writes all of the text. Returns false once nobody reads it any more. */
static bool write_all(int descriptor, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, text, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text += written;
        length -= (size_t)written;
    }
    return true;
}

/* `less` should quit if the text fits, show colours and not clear the screen, unless the user has
 * set other options. */
static int start(struct pager *pager)
{
    const char *const argv[] = {"sh", "-c", pager->command, NULL};
    posix_spawn_file_actions_t actions;
    int ends[2];
    setenv("LESS", "FRX", false);
    setenv("LV", "-c", false);
    if (pipe(ends) != 0)
        return -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    int status =
        posix_spawn(&pager->child, "/bin/sh", &actions, NULL, (char *const *)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    if (status != 0) {
        close(ends[1]);
        return -1;
    }
    pager->to_child = ends[1];
    pager->started = true;
    signal(SIGPIPE, SIG_IGN); /* a user who leaves the pager has seen enough */
    signal(SIGINT, SIG_IGN);  /* Ctrl-C is for the pager */
    signal(SIGQUIT, SIG_IGN);
    return 0;
}

static void flush_kept(struct pager *pager)
{
    if (!pager->left)
        pager->left = !write_all(pager->to_child, strbuf_text(&pager->kept), pager->kept.length);
    strbuf_clear(&pager->kept);
}

static ssize_t take(void *cookie, const char *text, size_t length)
{
    struct pager *pager = cookie;
    for (size_t i = 0; i < length && !pager->started; i++)
        pager->lines += text[i] == '\n';
    strbuf_add(&pager->kept, text, length);
    if (!pager->started && pager->lines > pager->rows && start(pager) != 0)
        pager->rows = UINT32_MAX; /* the terminal gets the text instead */
    if (pager->started)
        flush_kept(pager);
    return (ssize_t)length;
}

struct pager *pager_new(const char *command, unsigned rows, FILE *terminal)
{
    if (command[strspn(command, " ")] == '\0' || strcmp(command, "cat") == 0 || !is_there(command))
        return NULL;
    struct pager *pager = memory_alloc(sizeof *pager);
    *pager = (struct pager){.command = command, .rows = rows, .terminal = terminal};
    pager->stream = fopencookie(pager, "w", (cookie_io_functions_t){.write = take});
    if (pager->stream != NULL)
        return pager;
    free(pager);
    return NULL;
}

FILE *pager_stream(struct pager *pager)
{
    return pager->stream;
}

void pager_close(struct pager *pager, bool keep)
{
    if (pager == NULL)
        return;
    fclose(pager->stream);
    if (!pager->started && keep)
        fwrite(strbuf_text(&pager->kept), 1, pager->kept.length, pager->terminal);
    if (pager->started) {
        close(pager->to_child);
        while (waitpid(pager->child, NULL, 0) < 0 && errno == EINTR)
            continue;
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
    }
    strbuf_release(&pager->kept);
    free(pager);
}
