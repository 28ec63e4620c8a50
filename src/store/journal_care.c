// SPDX-License-Identifier: MIT
#include "store/journal_care.h"
#include "store/pg/remote.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "journal/entry_seal.h"
#include "journal/journal_file.h"
#include "journal/journal_union.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Reading ---- */

/* The markers that a failed merge writes between the two sides, at the start of a line. */
static bool is_marker(const char *line, size_t length)
{
    static const char marks[] = "<=>|";
    size_t size = strspn(line, (const char[]){*line, '\0'});
    return length >= 7 && strchr(marks, *line) != NULL && size == 7 &&
           (length == 7 || strchr(" \r\n", line[7]) != NULL);
}

/* The bytes without such lines; returns how many there were, the first's number in `first`. */
static size_t leave_out_markers(struct strbuf *out, const struct strbuf *bytes, size_t *first)
{
    size_t count = 0, line = 1;
    for (size_t at = 0; at < bytes->length; line++) {
        size_t length = source_line_length(bytes->text + at, bytes->length - at);
        if (!is_marker(bytes->text + at, length))
            strbuf_add(out, bytes->text + at, length);
        else if (count++ == 0)
            *first = line;
        at += length;
    }
    return count;
}

/*
 * Reads a file's entries as far as they can be read, numbers that two have included.
 */
static int read_bytes(struct journal *journal, const char *path, const struct strbuf *bytes,
                      struct entry_header *header, struct error_list *errors)
{
    struct source source = {.path = path, .text = strbuf_text(bytes), .length = bytes->length};
    char delimiter;
    journal->path = memory_copy(path, strlen(path));
    int status = source_check(&source, NULL, errors);
    if (status == 0)
        status = entry_csv_read(journal, &source, ENTRIES_OF_DAMAGED, header, &delimiter, errors);
    source_release(&source);
    return status;
}

static int read_file(struct strbuf *bytes, const char *path, struct error_list *errors)
{
    struct source source;
    if (source_load(&source, path, errors) != 0)
        return -1;
    strbuf_add(bytes, source.text, source.length);
    source_release(&source);
    return 0;
}

/* ---- Checking ---- */

void journal_findings_release(struct journal_findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        free(findings->items[i].message);
    free(findings->items);
    if (findings->journal != NULL)
        journal_release(findings->journal);
    free(findings->journal);
    *findings = (struct journal_findings){0};
}

static void add_finding(struct journal_findings *findings, size_t line,
                        const struct journal_entry *entry, const char *message)
{
    findings->items =
        memory_grow(findings->items, findings->count, &findings->capacity, sizeof *findings->items);
    findings->items[findings->count++] = (struct journal_finding){
        .line = line,
        .seq = entry != NULL ? entry->seq : 0,
        .task = entry != NULL ? entry->task : NULL,
        .message = memory_copy(message, strlen(message)),
    };
}

static const char *describe(enum seal_fault fault)
{
    static const char *const texts[] = {
        [SEAL_BLANK] = N_("written by others than cchc: it has no id or no chain"),
        [SEAL_DOUBLED] = N_("it stands here a second time"),
        [SEAL_GAP] = N_("entries before it are missing"),
        [SEAL_MOVED] = N_("it was moved below a later one"),
        [SEAL_REWRITTEN] = N_("its dates or its amount are written another way: repair turns them "
                              "back"),
        [SEAL_CHANGED] = N_("it, or the one before it, was changed since it was recorded"),
    };
    return _(texts[fault]);
}

/* Appends doubts that the chain cannot settle: a date that may be two, an amount that may be
 * rounded. */
static bool add_doubt(struct strbuf *out, const struct journal_entry *entry, bool turned)
{
    char date[DATE_TEXT_SIZE], other[DATE_TEXT_SIZE];
    bool on = (entry->doubts & DOUBT_ON) != 0;
    struct date read = on ? entry->on : entry->due;
    if ((entry->doubts & DOUBT_ROUNDED) != 0)
        strbuf_adds(out, _("its amount may be rounded: expected it in figures"));
    else if ((on || (entry->doubts & DOUBT_DUE) != 0) && (turned || entry->chain != NULL))
        strbuf_addf(out, _("its date is %s or %s: expected one of these"), date_format(date, read),
                    date_format(other, date_turned(read)));
    return out->length > 0;
}

static bool has_turned(const struct journal *journal)
{
    bool turned = false;
    for (size_t i = 0; i < journal->count && !turned; i++)
        turned = (journal->entries[i].doubts & SURELY_TURNED) != 0;
    return turned;
}

static void check_doubts(struct journal_findings *findings, const struct journal_entry *entry,
                         bool turned)
{
    struct strbuf text = {0};
    if (add_doubt(&text, entry, turned))
        add_finding(findings, entry->line, entry, text.text);
    else if ((entry->doubts & SURELY_TURNED) != 0)
        add_finding(findings, entry->line, entry, describe(SEAL_REWRITTEN));
    strbuf_release(&text);
}

static int check_seals(struct journal_findings *findings, bool sealed, struct error *error)
{
    struct journal *journal = findings->journal;
    struct journal_entry **lines = journal_lines(journal);
    bool turned = has_turned(journal);
    enum seal_fault *faults = journal_check_seals(lines, sealed ? journal->count : 0, error);
    for (size_t i = 0; faults != NULL && i < journal->count; i++) {
        if (sealed && faults[i] != SEAL_HOLDS)
            add_finding(findings, lines[i]->line, lines[i], describe(faults[i]));
        check_doubts(findings, lines[i], turned);
        if (lines[i]->voids == VOIDS_MISSING && findings->count > 0)
            add_finding(findings, lines[i]->line, lines[i], _("what it takes back is missing"));
    }
    for (size_t i = 1; i < journal->count; i++) {
        struct strbuf text = {0};
        strbuf_addf(&text, _("its number %llu is that of line %zu, too"),
                    (unsigned long long)journal->entries[i].seq, journal->entries[i - 1].line);
        if (journal->entries[i].seq == journal->entries[i - 1].seq)
            add_finding(findings, journal->entries[i].line, &journal->entries[i], text.text);
        strbuf_release(&text);
    }
    bool checked = faults != NULL;
    free(faults);
    free((void *)lines);
    return checked ? 0 : -1;
}

static int check_bytes(struct journal_findings *findings, const char *path,
                       const struct strbuf *bytes, struct error *error)
{
    struct error_list errors = {0};
    struct strbuf bare = {0};
    size_t line = 0;
    struct entry_header header = {0};
    findings->journal = memory_alloc(sizeof *findings->journal);
    *findings->journal = (struct journal){0};
    if (leave_out_markers(&bare, bytes, &line) > 0)
        add_finding(findings, line, NULL, _("a merge has left its conflict here"));
    read_bytes(findings->journal, path, findings->count > 0 ? &bare : bytes, &header, &errors);
    for (size_t i = 0; i < errors.count && i < ERROR_LIST_KEPT; i++)
        add_finding(findings, errors.items[i].location.line, NULL, errors.items[i].text);
    findings->entries = findings->journal->count;
    int status =
        errors.count > 0
            ? 0
            : check_seals(findings, header.line > 0 && header.column_of[ENTRY_CHAIN] >= 0, error);
    strbuf_release(&bare);
    return status;
}

int journal_care_check(struct journal_findings *findings, const char *path, struct error *error)
{
    struct error_list errors = {0};
    struct strbuf bytes = {0};
    int status = read_file(&bytes, path, &errors);
    if (status == 0)
        status = check_bytes(findings, path, &bytes, error);
    else
        *error = errors.items[0];
    strbuf_release(&bytes);
    return status;
}

int journal_care_check_remote(struct journal_findings *findings, const struct remote_plan *plan,
                              struct error *error)
{
    struct strbuf bytes = {0};
    int status = remote_add_journal(plan, &bytes, error);
    if (status == 0)
        status = check_bytes(findings, pg_name(plan->server->connection), &bytes, error);
    strbuf_release(&bytes);
    return status;
}

/* ---- Mending ---- */

/* Takes dates and amounts for what the chain says; what it does not say is an error each. */
static int settle_doubts(struct journal *journal, struct error_list *errors)
{
    struct error error;
    bool turned = has_turned(journal);
    size_t before = errors->count;
    struct journal_entry **lines = journal_lines(journal);
    enum seal_fault *faults = journal_check_seals(lines, journal->count, &error);
    if (faults == NULL)
        error_list_add(errors, journal->path, "%s", error.text);
    for (size_t i = 0; faults != NULL && i < journal->count; i++) {
        struct strbuf text = {0};
        if (add_doubt(&text, lines[i], turned)) {
            struct error *doubt = error_list_add(errors, journal->path, "%s", text.text);
            if (doubt != NULL)
                doubt->location = (struct location){.line = lines[i]->line, .column = 1};
        }
        strbuf_release(&text);
    }
    free(faults);
    free((void *)lines);
    return errors->count > before ? -1 : 0;
}

/* Reads a file that is to be written anew, if nothing that it has is lost. */
static int read_whole(struct journal *journal, const char *path, const struct strbuf *bytes,
                      struct error_list *errors)
{
    struct entry_header header = {0};
    size_t known = 0;
    if (read_bytes(journal, path, bytes, &header, errors) != 0)
        return -1;
    for (int i = 0; i < ENTRY_JOURNAL_COLUMNS; i++)
        known += header.line > 0 && header.column_of[i] >= 0;
    if (known == header.width)
        return settle_doubts(journal, errors);
    error_list_add(errors, path,
                   "the journal has columns of others, which would be lost: expected them taken "
                   "out");
    return -1;
}

/* Errors outlive the journal that they are about, and its copy of the path. */
static void lend_path(struct error_list *errors, const struct journal *journal, const char *path)
{
    for (size_t i = 0; i < errors->count && i < ERROR_LIST_KEPT; i++)
        if (errors->items[i].path == journal->path)
            errors->items[i].path = path;
}

int journal_care_merge(struct strbuf *out, const char *const *paths, size_t count,
                       struct error_list *errors)
{
    struct journal *parts = memory_alloc((count + 1) * sizeof *parts), joined = {0};
    int status = 0;
    for (size_t i = 0; i < count; i++) {
        struct strbuf bytes = {0};
        parts[i] = (struct journal){0};
        if (read_file(&bytes, paths[i], errors) != 0 ||
            read_whole(&parts[i], paths[i], &bytes, errors) != 0)
            status = -1;
        strbuf_release(&bytes);
    }
    if (status == 0)
        status = journal_union(&joined, parts, count, errors);
    if (status == 0)
        journal_union_write(out, &joined);
    journal_release(&joined);
    for (size_t i = 0; i < count; i++) {
        lend_path(errors, &parts[i], paths[i]);
        journal_release(&parts[i]);
    }
    free(parts);
    return status;
}

int journal_care_repair(struct strbuf *out, struct strbuf *before, const char *path,
                        struct error_list *errors)
{
    struct strbuf bare = {0};
    struct journal part = {0}, mended = {0};
    size_t line;
    int status = read_file(before, path, errors);
    if (status == 0) {
        leave_out_markers(&bare, before, &line);
        status = read_whole(&part, path, &bare, errors);
    }
    if (status == 0)
        status = journal_union(&mended, &part, 1, errors);
    if (status == 0)
        journal_union_write(out, &mended);
    lend_path(errors, &part, path);
    journal_release(&mended);
    journal_release(&part);
    strbuf_release(&bare);
    return status;
}

static int fail(const char *path, struct error *error)
{
    error_set(error, ERROR_SYSTEM, "cannot write: %s", message_of_errno(errno));
    error->path = path;
    return -1;
}

int journal_care_keep(const char *path, const struct strbuf *before, const struct strbuf *after,
                      struct error *error)
{
    struct strbuf kept = {0};
    strbuf_addf(&kept, "%s.orig", path);
    if (link(path, kept.text) != 0) {
        int status = fail(path, error);
        strbuf_release(&kept);
        return status;
    }
    int status = journal_replace(path, before, after, error);
    if (status != 0)
        unlink(kept.text);
    strbuf_release(&kept);
    return status;
}
