// SPDX-License-Identifier: MIT
#include "write/output.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const struct output *output, struct error *error)
{
    error_set(error, ERROR_SYSTEM, "cannot write: %s",
              errno != 0 ? message_of_errno(errno) : _("an earlier write failed"));
    error->path = output->path;
    return -1;
}

/* The mode that a plain new file would get, or the one of the file it replaces. */
static mode_t mode_of(const char *path)
{
    struct stat there;
    if (stat(path, &there) == 0)
        return there.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Only a regular file is replaced by renaming; a device or a pipe is written into. */
static bool is_special(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && !S_ISREG(there.st_mode);
}

bool output_is(const char *path, const char *other)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino && S_ISREG(a.st_mode);
}

int output_open(struct output *output, const char *path, struct error *error)
{
    *output = (struct output){.path = path};
    if (is_special(path)) {
        output->stream = fopen(path, "wb");
        return output->stream != NULL ? 0 : fail(output, error);
    }
    char *target = realpath(path, NULL); /* a link stays one: what it leads to is replaced */
    output->target = target != NULL ? target : memory_copy(path, strlen(path));
    struct strbuf name = {0};
    strbuf_addf(&name, "%s.XXXXXX", output->target);
    output->temporary = strbuf_detach(&name);
    int file = mkstemp(output->temporary);
    if (file >= 0 && fchmod(file, mode_of(output->target)) == 0)
        output->stream = fdopen(file, "wb");
    if (output->stream != NULL)
        return 0;
    fail(output, error);
    if (file >= 0)
        close(file);
    output_discard(output);
    return -1;
}

void output_discard(struct output *output)
{
    if (output->stream != NULL)
        fclose(output->stream);
    if (output->temporary != NULL)
        unlink(output->temporary);
    free(output->temporary);
    free(output->target);
    *output = (struct output){0};
}

int output_commit(struct output *output, struct error *error)
{
    FILE *stream = output->stream;
    errno = 0;
    bool failed = fflush(stream) != 0 || ferror(stream);
    if (output->temporary != NULL && !failed)
        failed = fsync(fileno(stream)) != 0 || rename(output->temporary, output->target) != 0;
    int status = failed ? fail(output, error) : 0;
    if (!failed) {
        free(output->temporary);
        output->temporary = NULL;
    }
    output_discard(output);
    return status;
}
