// SPDX-License-Identifier: MIT
#include "read/office/conversion.h"

#include "base/message.h"
#include "base/process.h"
#include "base/strbuf.h"
#include "base/zip_read.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LIMIT_MS = 120 * 1000 };

/* What a file is called for LibreOffice, and what it becomes. */
struct kind {
    const char *ending, *target;
};
static const struct kind workbook = {"xls", "xlsx"}, text = {"doc", "docx"},
                         open_sheet = {"ods", "xlsx"}, open_text = {"odt", "docx"},
                         rich_text = {"rtf", "docx"};

static bool starts(const struct source *source, const char *bytes, size_t length)
{
    return source->length >= length && memcmp(source->text, bytes, length) == 0;
}

/* Whether an OLE2 file has a stream of that name, which its directory has in UTF-16. */
static bool has_stream(const struct source *source, const char *name)
{
    char wide[64];
    size_t size = 0;
    do {
        wide[size++] = *name;
        wide[size++] = '\0';
    } while (*name++ != '\0');
    return memmem(source->text, source->length, wide, size) != NULL;
}

/* The first member of an OpenDocument file is its type, stored as it is. */
static const struct kind *open_document_kind(const struct source *source)
{
    static const char type[] = "mimetypeapplication/vnd.oasis.opendocument.";
    enum { NAME = 30 };
    const char *at = source->text + NAME + strlen(type);
    if (source->length < NAME + sizeof type + sizeof "spreadsheet" ||
        memcmp(source->text + NAME, type, strlen(type)) != 0)
        return NULL;
    return strncmp(at, "spreadsheet", strlen("spreadsheet")) == 0 ? &open_sheet
           : strncmp(at, "text", strlen("text")) == 0             ? &open_text
                                                                  : NULL;
}

static const struct kind *kind_of(const struct source *source)
{
    if (starts(source, "{\\rtf", strlen("{\\rtf")))
        return &rich_text;
    if (zip_begins(source->text, source->length))
        return open_document_kind(source);
    if (!starts(source, "\xD0\xCF\x11\xE0", 4) || has_stream(source, "EncryptedPackage"))
        return NULL;
    return has_stream(source, "Workbook") || has_stream(source, "Book") ? &workbook
           : has_stream(source, "WordDocument")                         ? &text
                                                                        : NULL;
}

bool conversion_is_needed(const struct source *source)
{
    return kind_of(source) != NULL;
}

static int refuse(const struct source *source, struct error_list *errors, const char *problem)
{
    error_list_add(errors, source->path, "%s", problem);
    return -1;
}

static int write_bytes(const char *path, const struct source *source)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    size_t done = 0;
    while (descriptor >= 0 && done < source->length) {
        ssize_t written = write(descriptor, source->text + done, source->length - done);
        if (written < 0 && errno != EINTR)
            break;
        done += written > 0 ? (size_t)written : 0;
    }
    int status = descriptor >= 0 && done == source->length ? 0 : -1;
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

static enum process_end convert(const char *folder, const struct kind *kind)
{
    struct strbuf profile = {0}, file = {0};
    strbuf_addf(&profile, "-env:UserInstallation=file://%s/profile", folder);
    strbuf_addf(&file, "%s/plan.%s", folder, kind->ending);
    const char *const argv[] = {"soffice",      "--headless", "--norestore", profile.text,
                                "--convert-to", kind->target, "--outdir",    folder,
                                file.text,      NULL};
    enum process_end end = process_run(argv, LIMIT_MS);
    strbuf_release(&profile);
    strbuf_release(&file);
    return end;
}

/* Takes the made file over; the old bytes go with it. */
static int take_over(struct source *source, const char *folder, const struct kind *kind,
                     struct error_list *errors)
{
    struct strbuf path = {0};
    struct source made;
    struct error_list ignored = {0};
    strbuf_addf(&path, "%s/plan.%s", folder, kind->target);
    int status = source_load(&made, path.text, &ignored);
    if (status == 0) {
        made.path = source->path;
        source_release(source);
        *source = made;
    }
    strbuf_release(&path);
    return status == 0 ? 0
                       : refuse(source, errors,
                                _("LibreOffice cannot read this file: save it as .xlsx or .docx"));
}

static int run_in(const char *folder, struct source *source, const struct kind *kind,
                  struct error_list *errors)
{
    struct strbuf path = {0};
    strbuf_addf(&path, "%s/plan.%s", folder, kind->ending);
    int status = write_bytes(path.text, source);
    strbuf_release(&path);
    if (status != 0)
        return refuse(source, errors, message_of_errno(errno));
    switch (convert(folder, kind)) {
    case PROCESS_MISSING:
        return 0;
    case PROCESS_LATE:
        return refuse(source, errors,
                      _("LibreOffice took over two minutes to convert this file: save it as .xlsx "
                        "or .docx"));
    default:
        return take_over(source, folder, kind, errors);
    }
}

int conversion_run(struct source *source, struct error_list *errors)
{
    const struct kind *kind = kind_of(source);
    char folder[] = "/tmp/cchc-XXXXXX";
    process_hold();
    bool made = mkdtemp(folder) != NULL;
    int status = made ? run_in(folder, source, kind, errors)
                      : refuse(source, errors, message_of_errno(errno));
    if (made)
        remove_folder(folder);
    process_release();
    return status;
}
