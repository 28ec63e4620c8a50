// SPDX-License-Identifier: MIT
#include "base/libreoffice.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LIMIT_MS = 120 * 1000 };

static int write_bytes(const char *path, const char *bytes, size_t length)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    size_t done = 0;
    while (descriptor >= 0 && done < length) {
        ssize_t written = write(descriptor, bytes + done, length - done);
        if (written < 0 && errno != EINTR)
            break;
        done += written > 0 ? (size_t)written : 0;
    }
    int status = descriptor >= 0 && done == length ? 0 : -1;
    if (descriptor >= 0 && close(descriptor) != 0)
        status = -1;
    return status;
}

static int remove_entry(const char *path, const struct stat *there, int kind, struct FTW *walk)
{
    (void)there;
    (void)kind;
    (void)walk;
    remove(path);
    return 0;
}

static void remove_folder(const char *folder)
{
    enum { DESCRIPTORS = 16 };
    nftw(folder, remove_entry, DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}

static enum process_end run(const char *folder, const char *file, const char *to)
{
    struct strbuf profile = {0};
    strbuf_addf(&profile, "-env:UserInstallation=file://%s/profile", folder);
    const char *const argv[] = {"soffice",      "--headless", "--norestore", profile.text,
                                "--convert-to", to,           "--outdir",    folder,
                                file,           NULL};
    enum process_end end = process_run(argv, LIMIT_MS);
    strbuf_release(&profile);
    return end;
}

static enum process_end convert_in(const char *folder, struct strbuf *made, const char *bytes,
                                   size_t length, const char *from, const char *to)
{
    struct strbuf file = {0};
    strbuf_addf(&file, "%s/plan.%s", folder, from);
    enum process_end end = PROCESS_FAILED;
    if (write_bytes(file.text, bytes, length) == 0) {
        end = run(folder, file.text, to);
        strbuf_clear(&file);
        strbuf_addf(&file, "%s/plan.%s", folder, to);
        errno = 0;
        if (end == PROCESS_DONE && (file_read(made, file.text) != 0 || made->length == 0)) {
            end = PROCESS_FAILED;
            errno = errno == ENOENT ? 0 : errno; /* LibreOffice wrote no file */
        }
    }
    strbuf_release(&file);
    return end;
}

enum process_end libreoffice_convert(struct strbuf *made, const char *bytes, size_t length,
                                     const char *from, const char *to)
{
    char folder[] = "/tmp/cchc-XXXXXX";
    process_hold();
    enum process_end end = PROCESS_FAILED;
    if (mkdtemp(folder) != NULL) {
        end = convert_in(folder, made, bytes, length, from, to);
        int why = errno;
        remove_folder(folder);
        errno = why;
    }
    process_release();
    return end;
}
