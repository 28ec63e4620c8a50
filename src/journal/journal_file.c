// SPDX-License-Identifier: MIT
#include "journal/journal_file.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/parallel.h"
#include "base/path.h"
#include "base/replacement.h"
#include "journal/entry_line.h"
#include "journal/entry_seal.h"
#include "journal/journal_text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
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
    error_list_set_code(errors, error, ERROR_SYSTEM);
    return -1;
}

enum { PIECE = 1024 * 1024 };

struct pieces {
    int descriptor;
    char *bytes;
    size_t length;
    atomic_size_t end; /* where the file ended, if it became shorter */
    atomic_int reason; /* the errno of a piece that could not be read, or 0 */
};

static void read_piece(void *context, size_t index)
{
    struct pieces *pieces = context;
    size_t at = index * PIECE;
    size_t end = pieces->length - at > PIECE ? at + PIECE : pieces->length;
    while (at < end) {
        ssize_t got = pread(pieces->descriptor, pieces->bytes + at, end - at, (off_t)at);
        if (got < 0 && errno != EINTR) {
            pieces->reason = errno;
            return;
        }
        at += got > 0 ? (size_t)got : 0;
        if (got != 0)
            continue;
        for (size_t known = pieces->end; at < known;)
            if (atomic_compare_exchange_weak(&pieces->end, &known, at))
                break;
        return;
    }
}

/*
 * Reads the file as long as it is now: what is added meanwhile belongs to a writer who has not
 * finished, and a part of it may yet be taken away.
 */
static int read_bytes(int descriptor, size_t jobs, struct strbuf *bytes)
{
    struct stat now;
    char byte;
    strbuf_clear(bytes);
    if (fstat(descriptor, &now) != 0 || pread(descriptor, &byte, 1, 0) < 0)
        return -1; /* a folder, a pipe */
    strbuf_reserve(bytes, (size_t)now.st_size);
    struct pieces pieces = {
        .descriptor = descriptor, .bytes = bytes->text, .length = (size_t)now.st_size};
    pieces.end = pieces.length;
    parallel_run(jobs, pieces.length / PIECE + 1, read_piece, &pieces);
    bytes->length = pieces.end;
    bytes->text[bytes->length] = '\0';
    errno = pieces.reason;
    return pieces.reason == 0 ? 0 : -1;
}

/* ---- Reading ---- */

/* A last line without its end is a writer's at work, who holds the lock, or one that was stopped.
 */
static int read_settled(int descriptor, size_t jobs, struct journal_text *text, bool *writing)
{
    *writing = false;
    if (read_bytes(descriptor, jobs, &text->bytes) != 0)
        return -1;
    if (journal_text_is_ended(text) || journal_text_is_utf16(text))
        return 0;
    if (flock(descriptor, LOCK_SH | LOCK_NB) == 0)
        return read_bytes(descriptor, jobs, &text->bytes);
    *writing = errno == EWOULDBLOCK;
    return 0;
}

/* A device would be read as an empty journal and then replaced; a pipe would be waited for. */
static int refuse_special(const char *path, struct error_list *errors)
{
    struct stat there;
    if (stat(path, &there) != 0 || S_ISREG(there.st_mode))
        return 0;
    struct error *error =
        error_list_add(errors, path, "no regular file: expected a journal, or a link to one");
    error_list_set_code(errors, error, ERROR_SYSTEM);
    return -1;
}

int journal_read(struct journal *journal, struct journal_state *state, struct error_list *errors)
{
    *state = (struct journal_state){0};
    if (refuse_special(journal->path, errors) != 0)
        return -1;
    int descriptor = open(journal->path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR
                   ? 0
                   : add_failure(journal->path, "cannot read", errors);
    struct journal_text text = {0};
    bool writing;
    int status = read_settled(descriptor, journal->jobs, &text, &writing);
    if (status != 0)
        add_failure(journal->path, "cannot read", errors);
    close(descriptor);
    if (status == 0)
        status = journal_text_read(journal, &text, errors);
    state->torn_line = writing ? 0 : text.torn_line;
    journal_text_release(&text);
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

static int make_folders(const char *path)
{
    char *folder = memory_copy(path, strlen(path));
    int status = 0;
    for (char *slash = strchr(folder + 1, '/'); slash != NULL && status == 0;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(folder, 0700) == 0)
            status = path_flush_folder(folder);
        else if (errno != EEXIST)
            status = -1;
        *slash = '/';
    }
    free(folder);
    return status;
}

/* Returns whether the path still leads to the open file: another writer may have replaced it. */
static bool is_current(int descriptor, const char *path)
{
    struct stat open_file, there;
    return fstat(descriptor, &open_file) == 0 && stat(path, &there) == 0 &&
           open_file.st_dev == there.st_dev && open_file.st_ino == there.st_ino;
}

/* A link stays one: what it leads to is locked, and replaced. */
static int open_file(struct journal_file *file)
{
    enum { FLAGS = O_RDWR | O_APPEND | O_CLOEXEC, MODE = 0666 };
    file->descriptor = open(file->shown_path, FLAGS);
    file->created = file->descriptor < 0 && errno == ENOENT;
    if (file->created)
        file->descriptor = open(file->shown_path, FLAGS | O_CREAT, MODE);
    if (file->descriptor < 0)
        return -1;
    free(file->path);
    file->path = realpath(file->shown_path, NULL);
    if (file->path == NULL)
        file->path = memory_copy(file->shown_path, strlen(file->shown_path));
    return 0;
}

static int open_and_lock(struct journal_file *file)
{
    while (open_file(file) == 0) {
        int status;
        do
            status = flock(file->descriptor, LOCK_EX);
        while (status != 0 && errno == EINTR);
        if (status != 0 || is_current(file->descriptor, file->path))
            return status;
        close(file->descriptor);
    }
    return -1;
}

static int write_beside(struct journal_file *file, int beside, const struct strbuf *lines)
{
    /* locked before it takes the journal's name, so that no other writer comes in between */
    if (flock(beside, LOCK_EX) != 0)
        return -1;
    if (write_all(beside, file->text.bytes.text, file->text.whole) != 0)
        return -1;
    return write_all(beside, strbuf_text(lines), lines->length);
}

/* Writes the file anew beside itself and puts it in place, so that all of it comes at once. */
static int replace(struct journal_file *file, const struct strbuf *lines)
{
    struct replacement beside;
    if (replacement_open(&beside, file->path) != 0)
        return -1;
    int status = write_beside(file, beside.descriptor, lines);
    int why = errno;
    if (status == 0) {
        status = replacement_commit(&beside);
        why = errno;
    } else {
        replacement_discard(&beside);
    }
    close(status == 0 ? file->descriptor : beside.descriptor);
    if (status == 0)
        file->descriptor = beside.descriptor;
    errno = why;
    return status;
}

/* Moves a torn last line into FILE.torn: there first, and only then away from here. */
static int set_aside(struct journal_file *file)
{
    struct strbuf name = {0}, torn = {0}, nothing = {0};
    strbuf_addf(&name, "%s.torn", file->shown_path);
    strbuf_add(&torn, file->text.bytes.text + file->text.whole,
               file->text.bytes.length - file->text.whole);
    strbuf_addc(&torn, '\n');
    int aside = open(name.text, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    int status = aside >= 0 ? write_all(aside, torn.text, torn.length) : -1;
    if (status == 0)
        status = fsync(aside) != 0 || path_flush_folder(name.text) != 0 ? -1 : 0;
    int why = errno;
    if (aside >= 0)
        close(aside);
    strbuf_release(&name);
    strbuf_release(&torn);
    errno = why;
    return status == 0 ? replace(file, &nothing) : status;
}

static int add_entry_error(const struct journal *journal, const struct journal_entry *entry,
                           const struct error *why, struct error_list *errors)
{
    struct error *error = error_list_add(errors, journal->path, "%s", why->text);
    error_list_set_code(errors, error, why->code);
    if (error != NULL && entry != NULL)
        error->location = journal_entry_location(entry);
    return -1;
}

/* Entries from before they had ids and chains get them, for the rewriting to keep. */
static int seal_all(struct journal *journal, struct error_list *errors)
{
    struct error why;
    return journal_seal(journal, false, &why) == 0 ? 0
                                                   : add_entry_error(journal, NULL, &why, errors);
}

/* Nothing is added to a journal that others have changed, until that was accepted. */
static int check_seals(const struct journal *journal, struct error_list *errors)
{
    struct error why;
    struct journal_entry **lines = journal_lines(journal);
    enum seal_fault *faults = journal_check_seals(lines, journal->count, &why);
    int status = faults != NULL ? 0 : add_entry_error(journal, NULL, &why, errors);
    for (size_t i = 0; faults != NULL && i < journal->count && status == 0; i++) {
        if (faults[i] == SEAL_HOLDS)
            continue;
        error_set(&why, ERROR_DATA,
                  "the journal was changed by others than cchc: `cchc journal check` says how, "
                  "`cchc journal repair` accepts it as it is");
        status = add_entry_error(journal, lines[i], &why, errors);
    }
    free(faults);
    free((void *)lines);
    return status;
}

static int read_locked(struct journal_file *file, struct journal *journal,
                       struct journal_state *state, struct error_list *errors)
{
    struct journal_text *text = &file->text;
    if (read_bytes(file->descriptor, journal->jobs, &text->bytes) != 0)
        return add_failure(journal->path, "cannot read", errors);
    if (journal_text_is_utf16(text)) {
        error_list_add(errors, journal->path,
                       "the journal was saved as UTF-16, where nothing can be added: expected it "
                       "saved as CSV UTF-8");
        return -1;
    }
    if (journal_text_read(journal, text, errors) != 0)
        return -1;
    state->torn_line = text->torn_line;
    if (text->torn_line > 0 && set_aside(file) != 0)
        return add_failure(journal->path, "cannot set its torn last line aside", errors);
    state->set_aside = text->torn_line > 0;
    file->journal = journal;
    file->read = journal->count;
    return journal_text_lacks_columns(text) ? seal_all(journal, errors)
                                            : check_seals(journal, errors);
}

int journal_open(struct journal_file *file, struct journal *journal, struct journal_state *state,
                 struct error_list *errors)
{
    *state = (struct journal_state){0};
    *file = (struct journal_file){.descriptor = -1, .shown_path = journal->path};
    if (refuse_special(journal->path, errors) != 0)
        return -1;
    if (journal->own_folder && make_folders(journal->path) != 0)
        return add_failure(journal->path, "cannot make its folder", errors);
    if (open_and_lock(file) != 0)
        return add_failure(journal->path, "cannot write", errors);
    return read_locked(file, journal, state, errors);
}

void journal_close(struct journal_file *file)
{
    struct stat now;
    if (file->descriptor >= 0 && file->created && fstat(file->descriptor, &now) == 0 &&
        now.st_size == 0 && is_current(file->descriptor, file->path))
        unlink(file->path); /* nothing came of it */
    if (file->descriptor >= 0)
        close(file->descriptor);
    free(file->path);
    journal_text_release(&file->text);
    *file = (struct journal_file){.descriptor = -1};
}

/* ---- Appending ---- */

static int take_back(struct journal_file *file)
{
    const struct strbuf nothing = {0};
    if (journal_text_downgrade(&file->text))
        return replace(file, &nothing);
    return ftruncate(file->descriptor, (off_t)file->text.whole) == 0 ? fsync(file->descriptor) : -1;
}

/*
 * Writes the lines, in place if a part of them cannot be taken for the whole. The folder is
 * flushed in any case: the file may have its name from a writer who was stopped before doing so.
 */
static int write_lines(struct journal_file *file, const struct strbuf *lines, bool in_place,
                       struct error *error)
{
    int status =
        in_place ? write_all(file->descriptor, lines->text, lines->length) : replace(file, lines);
    bool begun = in_place || status == 0;
    if (status == 0 && in_place)
        status = fsync(file->descriptor);
    if (status == 0)
        status = path_flush_folder(file->path);
    if (status == 0)
        return 0;
    fail(file->shown_path, "cannot write", error);
    if (begun && take_back(file) != 0)
        fail(file->shown_path, "cannot write, nor take back what was written", error);
    return -1;
}

/* The chain of the last line that was read. */
static const char *last_chain(const struct journal_file *file)
{
    const struct journal_entry *last = NULL;
    for (size_t i = 0; i < file->read; i++)
        if (last == NULL || file->journal->entries[i].line > last->line)
            last = &file->journal->entries[i];
    return last != NULL && last->chain != NULL ? last->chain : "";
}

/* The lines of entries, each sealed after the one before it. */
static int add_lines(struct journal_file *file, const struct journal_entry *entries, size_t count,
                     struct strbuf *lines, bool *safe, struct error *error)
{
    const struct journal_text *text = &file->text;
    const char *chain = last_chain(file);
    struct arena arena = {0};
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++) {
        struct journal_entry entry = entries[i];
        status = entry_seal(&entry, chain, &arena, error);
        if (status == 0)
            *safe &= entry_add_line(lines, &text->header, text->delimiter, text->line_end, &entry);
        chain = entry.chain;
    }
    arena_release(&arena);
    return status;
}

static void upgrade(struct journal_file *file)
{
    struct journal read = *file->journal; /* without what is to be added */
    read.count = file->read;
    struct journal_entry **lines = journal_lines(&read);
    journal_text_upgrade(&file->text, lines, read.count);
    free((void *)lines);
}

int journal_append(struct journal_file *file, const struct journal_entry *entries, size_t count,
                   struct error *error)
{
    struct journal_text *text = &file->text;
    struct strbuf lines = {0};
    bool lacks = journal_text_lacks_columns(text);
    bool in_place = !lacks && count == 1 && journal_text_can_grow(text);
    if (lacks)
        upgrade(file);
    if (text->header.line == 0) {
        text->delimiter = ',';
        entry_header_init(&text->header, &lines, ',', text->line_end);
    } else if (text->whole == text->bytes.length && !journal_text_is_ended(text)) {
        strbuf_adds(&lines, text->line_end);
    }
    int status = add_lines(file, entries, count, &lines, &in_place, error);
    if (status == 0)
        status = write_lines(file, &lines, in_place, error);
    strbuf_release(&lines);
    return status;
}

int journal_replace(const char *path, const struct strbuf *before, const struct strbuf *after,
                    struct error *error)
{
    struct journal_file file = {.descriptor = -1, .shown_path = path};
    int status = open_and_lock(&file);
    if (status == 0)
        status = read_bytes(file.descriptor, 1, &file.text.bytes);
    if (status == 0 &&
        (file.text.bytes.length != before->length ||
         memcmp(strbuf_text(&file.text.bytes), strbuf_text(before), before->length) != 0)) {
        journal_close(&file);
        error_set(error, ERROR_DATA, "the journal was written meanwhile: try again");
        error->path = path;
        return -1;
    }
    if (status == 0)
        status = replace(&file, after); /* `whole` is 0: nothing of what stood there */
    if (status == 0)
        status = path_flush_folder(file.path);
    if (status != 0)
        fail(path, "cannot write", error);
    journal_close(&file);
    return status;
}
