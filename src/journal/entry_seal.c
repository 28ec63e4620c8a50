// SPDX-License-Identifier: MIT
#include "journal/entry_seal.h"

#include "base/hash.h"
#include "base/memory.h"
#include "base/strbuf.h"
#include "journal/entry_line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ID_DIGITS = 15, CHAIN_DIGITS = 32 };

static void add_values(struct strbuf *out, const struct journal_entry *entry, const char *before)
{
    strbuf_adds(out, before);
    for (int column = 0; column < ENTRY_CHAIN; column++) {
        strbuf_addc(out, '\x1f');
        entry_add_cell(out, entry, column);
    }
}

static void seal(const struct hash_library *hash, struct journal_entry *entry, const char *before,
                 struct arena *arena)
{
    struct strbuf values = {0};
    char hex[HASH_HEX_SIZE];
    if (entry->id == NULL) {
        add_values(&values, entry, before);
        hash_text(hash, values.text, values.length, hex);
        char id[ID_DIGITS + 2];
        snprintf(id, sizeof id, "e%.*s", ID_DIGITS, hex);
        entry->id = arena_copy(arena, id, strlen(id));
        strbuf_clear(&values);
    }
    add_values(&values, entry, before);
    hash_text(hash, values.text, values.length, hex);
    entry->chain = arena_copy(arena, hex, CHAIN_DIGITS);
    strbuf_release(&values);
}

int entry_seal(struct journal_entry *entry, const char *before, struct arena *arena,
               struct error *error)
{
    struct hash_library hash;
    if (hash_load(&hash, error) != 0)
        return -1;
    seal(&hash, entry, before, arena);
    return 0;
}

static int compare_lines(const void *a, const void *b)
{
    const struct journal_entry *x = *(const struct journal_entry *const *)a;
    const struct journal_entry *y = *(const struct journal_entry *const *)b;
    return (x->line > y->line) - (x->line < y->line);
}

struct journal_entry **journal_lines(const struct journal *journal)
{
    struct journal_entry **lines = memory_alloc((journal->count + 1) * sizeof *lines);
    for (size_t i = 0; i < journal->count; i++)
        lines[i] = &journal->entries[i];
    if (journal->count > 0)
        qsort((void *)lines, journal->count, sizeof *lines, compare_lines);
    return lines;
}

int journal_seal(struct journal *journal, bool ordered, struct error *error)
{
    struct hash_library hash;
    if (hash_load(&hash, error) != 0)
        return -1;
    struct journal_entry **lines = journal_lines(journal);
    for (size_t i = 0; i < journal->count && ordered; i++)
        lines[i] = &journal->entries[i];
    for (size_t i = 0; i < journal->count; i++)
        seal(&hash, lines[i], i > 0 ? lines[i - 1]->chain : "", &journal->arena);
    free((void *)lines);
    return 0;
}

/* Returns whether an entry's chain follows from the entry before it and its own values. */
static bool holds(const struct hash_library *hash, const struct journal_entry *entry,
                  const char *before)
{
    struct journal_entry copy = *entry;
    struct arena arena = {0};
    seal(hash, &copy, before, &arena);
    bool same = strcmp(copy.chain, entry->chain) == 0;
    arena_release(&arena);
    return same;
}

/* Swaps day and month in those of an entry's dates that allow it, if its seal then holds. */
static bool holds_turned(const struct hash_library *hash, struct journal_entry *entry,
                         const char *before)
{
    const unsigned dates = DOUBT_ON | DOUBT_DUE;
    for (unsigned turned = 1; turned <= dates; turned++) {
        struct journal_entry copy = *entry;
        if ((turned & entry->doubts) != turned)
            continue;
        if ((turned & DOUBT_ON) != 0)
            copy.on = date_turned(entry->on);
        if ((turned & DOUBT_DUE) != 0)
            copy.due = date_turned(entry->due);
        if (holds(hash, &copy, before)) {
            *entry = copy;
            return true;
        }
    }
    return false;
}

static bool has_doubled(struct journal_entry *const *lines, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (lines[i]->id != NULL && strcmp(lines[i]->id, lines[index]->id) == 0)
            return true;
    return false;
}

static enum seal_fault fault_at(const struct hash_library *hash, struct journal_entry *const *lines,
                                size_t index)
{
    struct journal_entry *entry = lines[index];
    const struct journal_entry *before = index > 0 ? lines[index - 1] : NULL;
    const char *chain = before == NULL ? "" : before->chain != NULL ? before->chain : "";
    uint64_t next = before != NULL ? before->seq + 1 : 1;
    if (entry->id == NULL || entry->chain == NULL)
        return SEAL_BLANK;
    bool as_it_is = holds(hash, entry, chain);
    if (as_it_is || holds_turned(hash, entry, chain)) {
        bool readable = as_it_is && (entry->doubts & (DOUBT_ROUNDED | SURELY_TURNED)) == 0;
        entry->doubts = 0;
        return readable ? SEAL_HOLDS : SEAL_REWRITTEN;
    }
    if (has_doubled(lines, index))
        return SEAL_DOUBLED;
    return entry->seq > next ? SEAL_GAP : entry->seq < next ? SEAL_MOVED : SEAL_CHANGED;
}

enum seal_fault *journal_check_seals(struct journal_entry *const *lines, size_t count,
                                     struct error *error)
{
    struct hash_library hash;
    if (hash_load(&hash, error) != 0)
        return NULL;
    enum seal_fault *faults = memory_alloc((count + 1) * sizeof *faults);
    for (size_t i = 0; i < count; i++)
        faults[i] = fault_at(&hash, lines, i);
    return faults;
}
