// SPDX-License-Identifier: MIT
#include "io/output.h"

#include "base/strbuf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const struct output *output, struct error *error)
{
    error_set(error, ERROR_SYSTEM, "cannot write: %s", strerror(errno));
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

int output_open(struct output *output, const char *path, struct error *error)
{
    struct strbuf name = {0};
    strbuf_addf(&name, "%s.XXXXXX", path);
    *output = (struct output){.path = path, .temporary = strbuf_detach(&name)};
    int file = mkstemp(output->temporary);
    if (file >= 0 && fchmod(file, mode_of(path)) == 0)
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
    *output = (struct output){0};
}

int output_commit(struct output *output, struct error *error)
{
    FILE *stream = output->stream;
    int failed = fflush(stream) != 0 || ferror(stream) || fsync(fileno(stream)) != 0;
    if (!failed)
        failed = rename(output->temporary, output->path) != 0;
    if (failed) {
        fail(output, error);
        output_discard(output);
        return -1;
    }
    free(output->temporary);
    output->temporary = NULL;
    output_discard(output);
    return 0;
}
