// SPDX-License-Identifier: MIT
#include "journal/journal_union.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "journal/entry_line.h"
#include "journal/entry_seal.h"

#include <stdlib.h>
#include <string.h>

struct joining {
    struct journal *journal;
    struct journal *parts;
    size_t count;
    size_t *next;             /* of each part's entries */
    struct pointer_map known; /* the number in the journal of each id */
    struct error_list *errors;
};

static void refuse_entry(struct error_list *errors, const struct journal *journal,
                         const struct journal_entry *entry, const struct error *why)
{
    struct error *error = error_list_add(errors, journal->path, "%s", why->text);
    if (error != NULL)
        error->location = journal_entry_location(entry);
}

/* Returns whether two entries take back the same; by numbers only if they have nothing else. */
static bool void_the_same(const struct journal_entry *a, const struct journal_entry *b)
{
    return a->voids_id != NULL && b->voids_id != NULL ? strcmp(a->voids_id, b->voids_id) == 0
                                                      : a->voids == b->voids;
}

/* Returns whether two rows are equal apart from their numbers and chains. */
static bool have_same_content(const struct journal_entry *a, const struct journal_entry *b)
{
    struct strbuf x = {0}, y = {0};
    for (int column = 0; column < ENTRY_JOURNAL_COLUMNS; column++) {
        if (column == ENTRY_SEQ || column == ENTRY_CHAIN || column == ENTRY_VOIDS ||
            column == ENTRY_ID)
            continue;
        entry_add_cell(&x, a, column);
        entry_add_cell(&y, b, column);
        strbuf_addc(&x, '\x1f');
        strbuf_addc(&y, '\x1f');
    }
    bool same = strcmp(strbuf_text(&x), strbuf_text(&y)) == 0 && void_the_same(a, b);
    strbuf_release(&x);
    strbuf_release(&y);
    return same;
}

/* ---- Each part ---- */

/* Rows without ids that stand there twice, as a merge leaves them, are one. */
static void drop_doubled(struct journal *part)
{
    size_t kept = 0;
    for (size_t i = 0; i < part->count; i++) {
        bool doubled = false;
        for (size_t j = kept; j-- > 0 && part->entries[j].seq == part->entries[i].seq;)
            doubled |= part->entries[i].id == NULL && part->entries[j].id == NULL &&
                       have_same_content(&part->entries[j], &part->entries[i]);
        if (!doubled)
            part->entries[kept++] = part->entries[i];
    }
    part->count = kept;
}

/* An entry taken back by a number that two have is the one of the same task. */
static void name_voided(struct journal *part, struct error_list *errors)
{
    for (size_t i = 0; i < part->count; i++) {
        struct journal_entry *entry = &part->entries[i];
        const struct journal_entry *found = NULL, *fitting = NULL;
        size_t count = 0, fits = 0;
        if (entry->voids == 0 || entry->voids_id != NULL)
            continue;
        for (size_t j = 0; j < part->count; j++) {
            const struct journal_entry *other = &part->entries[j];
            if (other->seq != entry->voids)
                continue;
            found = other;
            count++;
            if (entry->task != NULL && other->task != NULL &&
                strcmp(entry->task, other->task) == 0) {
                fitting = other;
                fits++;
            }
        }
        found = fits == 1 ? fitting : count == 1 ? found : NULL;
        entry->voids_id = found != NULL ? found->id : NULL;
        if (found != NULL || count == 0)
            continue;
        struct error why;
        error_set(&why, ERROR_DATA, "voids «%llu»: %zu entries have this number: expected the id",
                  (unsigned long long)entry->voids, count);
        refuse_entry(errors, part, entry, &why);
    }
}

/* ---- All of them ---- */

static const char *time_of(const struct journal_entry *entry)
{
    return entry->recorded_at != NULL ? entry->recorded_at : "";
}

static const struct journal_entry *next_of(const struct joining *joining, size_t part)
{
    return &joining->parts[part].entries[joining->next[part]];
}

/* The part whose next entry comes first; the count if none has one. */
static size_t choose(const struct joining *joining)
{
    size_t best = joining->count;
    for (size_t i = 0; i < joining->count; i++) {
        if (joining->next[i] == joining->parts[i].count)
            continue;
        const struct journal_entry *entry = next_of(joining, i), *first = NULL;
        if (best < joining->count)
            first = next_of(joining, best);
        int order = first != NULL ? strcmp(time_of(entry), time_of(first)) : -1;
        if (order < 0 || (order == 0 && strcmp(entry->id, first->id) < 0))
            best = i;
    }
    return best;
}

static void take(struct joining *joining, const struct journal *part,
                 const struct journal_entry *entry)
{
    struct journal *journal = joining->journal;
    const char *id = arena_intern(&journal->arena, entry->id, strlen(entry->id));
    size_t *number = pointer_map_at(&joining->known, id);
    if (*number != POINTER_MAP_NONE) {
        struct error why;
        error_set(&why, ERROR_DATA,
                  "entry %s says something else than in another place: expected one of the two",
                  entry->id);
        if (!have_same_content(&journal->entries[*number], entry))
            refuse_entry(joining->errors, part, entry, &why);
        return;
    }
    *number = journal->count;
    journal->entries =
        memory_grow(journal->entries, journal->count, &journal->capacity, sizeof *entry);
    struct journal_entry *added = &journal->entries[journal->count];
    *added = *entry;
    uint64_t last = journal->count > 0 ? added[-1].seq : 0;
    added->seq = entry->seq > last ? entry->seq : last + 1;
    added->line = ++journal->count;
}

static int finish(struct joining *joining)
{
    struct error why;
    struct journal *journal = joining->journal;
    if (joining->errors->count > 0)
        return -1;
    for (size_t i = 0; i < journal->count; i++)
        journal->entries[i].chain = NULL;
    if (journal_seal(journal, true, &why) == 0)
        return 0;
    struct error *error = error_list_add(joining->errors, NULL, "%s", why.text);
    error_list_set_code(joining->errors, error, why.code);
    return -1;
}

int journal_union(struct journal *journal, struct journal *parts, size_t count,
                  struct error_list *errors)
{
    struct joining joining = {.journal = journal, .parts = parts, .count = count, .errors = errors};
    struct error why;
    int status = 0;
    joining.next = memory_alloc((count + 1) * sizeof *joining.next);
    for (size_t i = 0; i < count && status == 0; i++) {
        drop_doubled(&parts[i]);
        status = journal_seal(&parts[i], true, &why);
        name_voided(&parts[i], errors);
        joining.next[i] = 0;
    }
    if (status != 0)
        error_list_set_code(errors, error_list_add(errors, NULL, "%s", why.text), why.code);
    for (size_t best; status == 0 && (best = choose(&joining)) < count; joining.next[best]++)
        take(&joining, &parts[best], next_of(&joining, best));
    status = status == 0 ? finish(&joining) : -1;
    free(joining.next);
    pointer_map_release(&joining.known);
    return status;
}

void journal_union_write(struct strbuf *out, const struct journal *journal)
{
    struct entry_header header;
    entry_header_init(&header, out, ',', "\n");
    for (size_t i = 0; i < journal->count; i++)
        entry_add_line(out, &header, ',', "\n", &journal->entries[i]);
}
