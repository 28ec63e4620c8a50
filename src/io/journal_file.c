// SPDX-License-Identifier: MIT
#include "io/journal_file.h"

#include "base/memory.h"
#include "base/message.h"
#include "io/csv_table.h"
#include "io/entry_line.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int fail(const char *path, const char *what, struct error *error)
{
    error_set(error, ERROR_SYSTEM, "%s: %s", _(what), message_of_errno(errno));
    error->path = path;
    return -1;
}

static int add_failure(const char *path, const char *what, struct error_list *errors)
{
    struct error *error = error_list_add(errors, path, "%s: %s", _(what), message_of_errno(errno));
    if (error != NULL)
        error->code = ERROR_SYSTEM;
    return -1;
}

static int read_content(int descriptor, struct strbuf *content)
{
    char buffer[64 * 1024];
    ssize_t got;
    strbuf_clear(content);
    if (lseek(descriptor, 0, SEEK_SET) < 0)
        return -1;
    while ((got = read(descriptor, buffer, sizeof buffer)) != 0) {
        if (got > 0)
            strbuf_add(content, buffer, (size_t)got);
        else if (errno != EINTR)
            return -1;
    }
    return 0;
}

/* ---- Where the whole entries end ---- */

static bool is_utf16(const struct strbuf *content)
{
    const unsigned char *bytes = (const unsigned char *)strbuf_text(content);
    return content->length >= 2 &&
           ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));
}

static size_t after_last_line(const struct strbuf *content)
{
    size_t end = content->length;
    while (end > 0 && content->text[end - 1] != '\n' && content->text[end - 1] != '\r')
        end--;
    return end;
}

static int count_cells(void *context, const struct table_row *row)
{
    *(size_t *)context = row->count;
    return 0;
}

/* How many cells of how many bytes each a line with such a header may take, by its width. */
static size_t cells_of(const char *line, size_t length, char delimiter)
{
    struct error_list ignored = {0};
    size_t cells = 0;
    char *text = memory_copy(line, length);
    struct source source = {.text = text, .length = length};
    struct csv_table table = csv_table_of(&source, delimiter);
    table.table.read(&table.table, count_cells, &cells, &ignored);
    free(text);
    return ignored.count == 0 ? cells : 0;
}

/*
 * Whether a last line without its end is a whole entry all the same, from an editor that adds no
 * line end. Entries end with a quoted cell, so that no part of one can be taken for a whole.
 */
static bool is_whole(const struct strbuf *content, size_t start, const struct entry_header *header,
                     char delimiter)
{
    size_t length = content->length - start;
    const char *line = content->text + start;
    return header->line > 0 && memchr(line, '\0', length) == NULL &&
           line[length - 1] != delimiter && cells_of(line, length, delimiter) == header->width;
}

/* ---- Reading ---- */

struct reading {
    struct journal *journal;
    struct entry_header header;
    char delimiter;
    size_t whole; /* bytes up to a torn last line */
};

static size_t count_lines(const char *text, size_t length)
{
    size_t lines = 1;
    for (size_t at = 0; at < length; lines++)
        at += source_line_length(text + at, length - at);
    return lines;
}

/* Reads the entries of the first `length` bytes. */
static int read_entries(struct reading *reading, const struct strbuf *content, size_t length,
                        struct error_list *errors)
{
    char *text = memory_copy(strbuf_text(content), length);
    struct source source = {
        .path = reading->journal->path, .text = text, .length = length, .owned = text};
    reading->header = (struct entry_header){0};
    int status = source_check(&source, NULL, errors);
    if (status == 0)
        status = entry_csv_read(reading->journal, &source, ENTRIES_OF_JOURNAL, &reading->header,
                                &reading->delimiter, errors);
    source_release(&source);
    return status;
}

/* Reads what the file holds; `torn_line` is that of a last line that is part of an entry. */
static int read_whole(struct reading *reading, const struct strbuf *content, size_t *torn_line,
                      struct error_list *errors)
{
    size_t end = is_utf16(content) ? content->length : after_last_line(content);
    *torn_line = 0;
    reading->whole = end;
    if (read_entries(reading, content, end, errors) != 0)
        return -1;
    if (end == content->length)
        return 0;
    if (!is_whole(content, end, &reading->header, reading->delimiter)) {
        *torn_line = count_lines(content->text, end);
        return 0;
    }
    reading->whole = content->length;
    reading->journal->count = 0;
    return read_entries(reading, content, content->length, errors);
}

int journal_read(struct journal *journal, struct journal_state *state, struct error_list *errors)
{
    *state = (struct journal_state){0};
    int descriptor = open(journal->path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR
                   ? 0
                   : add_failure(journal->path, "cannot read", errors);
    struct strbuf content = {0};
    struct reading reading = {.journal = journal};
    int status = read_content(descriptor, &content);
    if (status == 0 && after_last_line(&content) < content.length && !is_utf16(&content)) {
        /* a writer at work, which holds the lock, or one that was stopped */
        if (flock(descriptor, LOCK_SH | LOCK_NB) == 0)
            status = read_content(descriptor, &content);
        else if (errno == EWOULDBLOCK)
            content.length = after_last_line(&content);
    }
    if (status != 0)
        add_failure(journal->path, "cannot read", errors);
    else
        status = read_whole(&reading, &content, &state->torn_line, errors);
    close(descriptor);
    strbuf_release(&content);
    return status;
}

/* ---- Writing ---- */

static int write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(descriptor, bytes, length);
        if (put < 0 && errno != EINTR)
            return -1;
        if (put > 0) {
            bytes += put;
            length -= (size_t)put;
        }
    }
    return 0;
}

/* A new name is on disk once its folder is. */
static int flush_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash == NULL   ? memory_copy(".", 1)
                   : slash == path ? memory_copy("/", 1)
                                   : memory_copy(path, (size_t)(slash - path));
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int status = descriptor >= 0 ? fsync(descriptor) : -1;
    if (status != 0 && (errno == EINVAL || errno == EACCES || errno == ENOTSUP))
        status = 0; /* file systems that flush no folder, folders that may not be read */
    if (descriptor >= 0)
        close(descriptor);
    free(folder);
    return status;
}

static int make_folders(const char *path)
{
    char *folder = memory_copy(path, strlen(path));
    int status = 0;
    for (char *slash = strchr(folder + 1, '/'); slash != NULL && status == 0;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        status = mkdir(folder, 0700) != 0 && errno != EEXIST ? -1 : 0;
        *slash = '/';
    }
    free(folder);
    return status;
}

/* Whether the path still leads to the file that is open: another writer may have renamed over it.
 */
static bool is_current(int descriptor, const char *path)
{
    struct stat open_file, there;
    return fstat(descriptor, &open_file) == 0 && stat(path, &there) == 0 &&
           open_file.st_dev == there.st_dev && open_file.st_ino == there.st_ino;
}

static int open_and_lock(struct journal_file *file)
{
    enum { MODE = 0666 };
    for (;;) {
        file->created = false;
        file->descriptor = open(file->path, O_RDWR | O_APPEND | O_CLOEXEC);
        if (file->descriptor < 0 && errno == ENOENT) {
            file->descriptor =
                open(file->path, O_RDWR | O_APPEND | O_CLOEXEC | O_CREAT | O_EXCL, MODE);
            file->created = file->descriptor >= 0;
            if (file->descriptor < 0 && errno == EEXIST)
                continue;
        }
        if (file->descriptor < 0)
            return -1;
        int status;
        do
            status = flock(file->descriptor, LOCK_EX);
        while (status != 0 && errno == EINTR);
        if (status != 0 || is_current(file->descriptor, file->path))
            return status;
        close(file->descriptor);
    }
}

/* Moves a torn last line into FILE.torn: there first, and only then away from here. */
static int set_aside(struct journal_file *file, size_t whole)
{
    struct strbuf name = {0}, torn = {0};
    strbuf_addf(&name, "%s.torn", file->path);
    strbuf_add(&torn, file->content.text + whole, file->content.length - whole);
    strbuf_addc(&torn, '\n');
    int aside = open(name.text, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    int status = aside >= 0 ? write_all(aside, torn.text, torn.length) : -1;
    if (status == 0)
        status = fsync(aside) != 0 || flush_folder(name.text) != 0 ? -1 : 0;
    if (aside >= 0)
        close(aside);
    if (status == 0)
        status = ftruncate(file->descriptor, (off_t)whole);
    if (status == 0)
        file->content.length = whole;
    strbuf_release(&name);
    strbuf_release(&torn);
    return status;
}

static const char *line_end_of(const struct strbuf *content)
{
    const char *text = strbuf_text(content);
    size_t line = content->length > 0 ? source_line_length(text, content->length) : 0;
    if (line >= 2 && text[line - 2] == '\r' && text[line - 1] == '\n')
        return "\r\n";
    return line > 0 && text[line - 1] == '\r' ? "\r" : "\n";
}

static int read_locked(struct journal_file *file, struct journal *journal,
                       struct journal_state *state, struct error_list *errors)
{
    struct reading reading = {.journal = journal};
    if (read_content(file->descriptor, &file->content) != 0)
        return add_failure(journal->path, "cannot read", errors);
    if (is_utf16(&file->content)) {
        error_list_add(errors, journal->path,
                       "the journal was saved as UTF-16, where nothing can be added: expected it "
                       "saved as CSV UTF-8");
        return -1;
    }
    if (read_whole(&reading, &file->content, &state->torn_line, errors) != 0)
        return -1;
    if (state->torn_line > 0 && set_aside(file, reading.whole) != 0)
        return add_failure(journal->path, "cannot set its torn last line aside", errors);
    state->set_aside = state->torn_line > 0;
    file->header = reading.header;
    file->delimiter = reading.header.line > 0 ? reading.delimiter : ',';
    file->line_end = line_end_of(&file->content);
    file->ends_line =
        file->content.length == 0 || after_last_line(&file->content) == file->content.length;
    return 0;
}

int journal_open(struct journal_file *file, struct journal *journal, struct journal_state *state,
                 struct error_list *errors)
{
    *state = (struct journal_state){0};
    *file = (struct journal_file){.descriptor = -1, .shown_path = journal->path};
    char *target = realpath(journal->path, NULL); /* a link stays one */
    file->path = target != NULL ? target : memory_copy(journal->path, strlen(journal->path));
    if (journal->own_folder && make_folders(file->path) != 0)
        return add_failure(journal->path, "cannot make its folder", errors);
    if (open_and_lock(file) != 0)
        return add_failure(journal->path, "cannot write", errors);
    return read_locked(file, journal, state, errors);
}

void journal_close(struct journal_file *file)
{
    struct stat now;
    if (file->descriptor >= 0 && file->created && fstat(file->descriptor, &now) == 0 &&
        now.st_size == 0)
        unlink(file->path); /* nothing came of it */
    if (file->descriptor >= 0)
        close(file->descriptor);
    free(file->path);
    strbuf_release(&file->content);
    *file = (struct journal_file){.descriptor = -1};
}

/* ---- Appending ---- */

/* A column that someone has deleted cannot be written to. */
static int check_columns(const struct journal_file *file, const struct journal_entry *entry,
                         struct error *error)
{
    int missing = entry_missing_column(&file->header, entry);
    if (missing < 0)
        return 0;
    error_set(error, ERROR_DATA, "the journal's header has no column %s, which is to be written",
              entry_column_names[missing]);
    error->path = file->shown_path;
    return -1;
}

static void begin_journal(struct journal_file *file, struct strbuf *out)
{
    file->header = (struct entry_header){.width = ENTRY_JOURNAL_COLUMNS, .line = 1};
    for (int i = 0; i < ENTRY_COLUMNS; i++)
        file->header.column_of[i] = i < ENTRY_JOURNAL_COLUMNS ? i : -1;
    for (int i = 0; i < ENTRY_JOURNAL_COLUMNS; i++)
        strbuf_addf(out, "%s%s", i > 0 ? "," : "", entry_column_names[i]);
    strbuf_adds(out, file->line_end);
}

void journal_take_back(struct journal_file *file)
{
    if (ftruncate(file->descriptor, (off_t)file->content.length) == 0)
        fsync(file->descriptor);
}

/* Adds to the file in place; what fails is taken away again. */
static int append_in_place(struct journal_file *file, const struct strbuf *lines)
{
    if (write_all(file->descriptor, lines->text, lines->length) == 0 &&
        fsync(file->descriptor) == 0 && (!file->created || flush_folder(file->path) == 0))
        return 0;
    int why = errno;
    journal_take_back(file);
    errno = why;
    return -1;
}

/* Writes the file anew beside itself and renames it, so that all entries come at once. */
static int replace(struct journal_file *file, const struct strbuf *lines)
{
    struct strbuf name = {0};
    struct stat mode = {0};
    strbuf_addf(&name, "%s.new", file->path);
    int beside = open(name.text, O_RDWR | O_APPEND | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    int status = beside >= 0 ? fstat(file->descriptor, &mode) : -1;
    if (status == 0)
        status = flock(beside, LOCK_EX); /* it is the journal once it is renamed */
    if (status == 0)
        status = fchmod(beside, mode.st_mode & 07777);
    if (status == 0 && fchown(beside, mode.st_uid, mode.st_gid) != 0)
        status = errno == EPERM ? 0 : -1; /* another user's journal becomes the writer's */
    if (status == 0)
        status = write_all(beside, strbuf_text(&file->content), file->content.length);
    if (status == 0)
        status = write_all(beside, lines->text, lines->length);
    if (status == 0)
        status = fsync(beside);
    if (status == 0)
        status = rename(name.text, file->path);
    int why = errno;
    if (status == 0) {
        close(file->descriptor);
        file->descriptor = beside;
        status = flush_folder(file->path);
        why = errno;
    } else if (beside >= 0) {
        unlink(name.text);
        close(beside);
    }
    strbuf_release(&name);
    errno = why;
    return status;
}

int journal_append(struct journal_file *file, const struct journal_entry *entries, size_t count,
                   struct error *error)
{
    struct strbuf lines = {0};
    if (file->header.line == 0)
        begin_journal(file, &lines);
    else if (!file->ends_line)
        strbuf_adds(&lines, file->line_end);
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++) {
        status = check_columns(file, &entries[i], error);
        if (status == 0)
            entry_add_line(&lines, &file->header, file->delimiter, file->line_end, &entries[i]);
    }
    if (status == 0) {
        status = count == 1 ? append_in_place(file, &lines) : replace(file, &lines);
        if (status != 0)
            fail(file->shown_path, "cannot write", error);
    }
    strbuf_release(&lines);
    return status;
}
