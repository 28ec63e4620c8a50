// SPDX-License-Identifier: MIT
#include "write/output.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const struct output *output, struct error *error)
{
    const char *why = errno != 0 ? message_of_errno(errno) : _("an earlier write failed");
    if (output->path == NULL)
        return error_set(error, ERROR_SYSTEM, "standard output: cannot write: %s", why);
    error_set(error, ERROR_SYSTEM, "cannot write: %s", why);
    error->path = output->path;
    return -1;
}

/* Returns whether an existing file is written in place: only a regular file is replaced. */
static bool is_special(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && !S_ISREG(there.st_mode);
}

/* The descriptor to write to, or -1 with errno. */
static int open_path(struct output *output)
{
    int open_already = path_descriptor(output->path);
    if (open_already >= 0)
        return dup(open_already);
    if (is_special(output->path))
        return open(output->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    return replacement_open(&output->file, output->path) == 0 ? output->file.descriptor : -1;
}

int output_open(struct output *output, const char *path, FILE *standard, struct error *error)
{
    bool is_standard = path == NULL || strcmp(path, "-") == 0;
    *output = (struct output){.stream = standard, .path = is_standard ? NULL : path};
    if (is_standard)
        return 0;
    int descriptor = open_path(output);
    output->stream = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
    if (output->stream == NULL) {
        fail(output, error);
        if (descriptor >= 0)
            close(descriptor);
        replacement_discard(&output->file);
        return -1;
    }
    output->buffer = memory_alloc(OUTPUT_WHOLE);
    setvbuf(output->stream, output->buffer, _IOFBF, OUTPUT_WHOLE);
    return 0;
}

/* Standard output stays open; some file systems tell only at closing that the disk is full. */
static int close_stream(struct output *output)
{
    int status = 0;
    if (output->path != NULL) {
        status = fclose(output->stream);
    } else {
        int copy = dup(fileno(output->stream));
        status = copy >= 0 ? close(copy) : 0;
    }
    free(output->buffer);
    output->stream = NULL;
    return status;
}

void output_discard(struct output *output)
{
    if (output->stream == NULL)
        return;
    __fpurge(output->stream);
    close_stream(output);
    if (output->file.target != NULL)
        replacement_discard(&output->file);
}

int output_commit(struct output *output, struct error *error)
{
    errno = 0;
    if (fflush(output->stream) != 0 || ferror(output->stream)) {
        fail(output, error);
        output_discard(output);
        return -1;
    }
    int status = output->file.target != NULL ? replacement_commit(&output->file) : 0;
    int why = errno;
    if (close_stream(output) != 0 && status == 0) {
        status = -1;
        why = errno;
    }
    errno = why;
    return status == 0 ? 0 : fail(output, error);
}

void output_outlive_readers(void)
{
    signal(SIGPIPE, SIG_IGN);
}
