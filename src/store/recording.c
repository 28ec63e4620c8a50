// SPDX-License-Identifier: MIT
#include "store/recording.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "journal/entry_file.h"
#include "plan/diff/title_likeness.h"
#include "plan/progress/entry_target.h"
#include "plan/progress/progress_fold.h"
#include "read/plan_folder.h"

#include <stdlib.h>
#include <string.h>

/* A file of answers, which owns the texts of its entries. */
struct answer_file {
    const char *path; /* the store's */
    struct journal answers;
};

void recording_init(struct recording *recording, struct store *store)
{
    *recording = (struct recording){.store = store};
    for (size_t i = 0; i < store->scope.plan_count; i++)
        plan_index_add(&recording->asked, store->scope.plans[i]);
    for (size_t i = 0; i < store->plan_count; i++)
        plan_index_add(&recording->read, store->plans[i]);
}

void recording_release(struct recording *recording)
{
    for (size_t i = 0; i < recording->file_count; i++)
        journal_release(&recording->files[i].answers);
    free(recording->files);
    free(recording->file_of);
    free(recording->entries);
    free(recording->targets);
    free(recording->before);
    free(recording->after);
    arena_release(&recording->arena);
    plan_index_release(&recording->asked);
    plan_index_release(&recording->read);
}

void recording_add_text(struct strbuf *out, const char *text)
{
    struct strbuf composed = {0}, line = {0};
    text_add_nfc(&composed, text, strlen(text));
    for (const char *p = strbuf_text(&composed); *p != '\0'; p++) {
        bool space = strchr(" \t\r\n\v\f", *p) != NULL;
        if (!space)
            strbuf_addc(&line, *p);
        else if (line.length > 0 && line.text[line.length - 1] != ' ')
            strbuf_addc(&line, ' ');
    }
    size_t length = line.length;
    const char *start = text_trim(strbuf_text(&line), &length);
    strbuf_add(out, start, length);
    strbuf_release(&composed);
    strbuf_release(&line);
}

const char *recording_text(struct recording *recording, const char *text)
{
    struct strbuf line = {0};
    recording_add_text(&line, text);
    const char *kept =
        line.length > 0 ? arena_intern(&recording->arena, line.text, line.length) : NULL;
    strbuf_release(&line);
    return kept;
}

int recording_find(struct recording *recording, struct update_target *target,
                   const struct journal_entry *entry, struct error *error)
{
    struct query_scope scope = recording->store->scope;
    char quoted[TEXT_QUOTE_SIZE];
    if (entry->plan == NULL)
        return update_target_find(target, entry->task, &scope, error);
    long asked = plan_index_find(&recording->asked, entry->plan);
    if (asked < 0) {
        text_quote_all(quoted, entry->plan);
        return plan_index_find(&recording->read, entry->plan) >= 0
                   ? error_set(error, ERROR_USAGE,
                               "this is of the plan «%s», which was not asked for", quoted)
                   : error_set(error, ERROR_USAGE, "this is of the plan «%s», which is not read",
                               quoted);
    }
    scope.plans += asked;
    scope.plan_count = 1;
    return update_target_find(target, entry->task, &scope, error);
}

void recording_add(struct recording *recording, struct journal_entry entry,
                   struct update_target target)
{
    size_t index = recording->count++;
    recording->entries =
        memory_grow(recording->entries, index, &recording->capacity, sizeof *recording->entries);
    recording->targets = memory_grow(recording->targets, index, &recording->target_capacity,
                                     sizeof *recording->targets);
    recording->file_of = memory_grow(recording->file_of, index, &recording->file_of_capacity,
                                     sizeof *recording->file_of);
    recording->entries[index] = entry;
    recording->targets[index] = target;
    recording->file_of[index] = SIZE_MAX;
}

/* Returns whether the title beside a task's ID can be that task's: the plan may have been
 * adjusted since. */
static bool is_titled_so(const struct journal_entry *entry, const struct task *task)
{
    const char *title = task->text[TASK_TITLE];
    if (entry->title == NULL || title == NULL || titles_are_same(entry->title, title))
        return true;
    return title_likeness(entry->title, title) >= TITLES_ONE_MATTER &&
           !titles_contrast(entry->title, title);
}

/* A row's task; what is wrong with it goes to the file's errors. */
static void add_answer(struct recording *recording, size_t file, const struct journal_entry *entry)
{
    struct update_target target;
    struct error why;
    char quoted[TEXT_QUOTE_SIZE], other[TEXT_QUOTE_SIZE];
    int status = recording_find(recording, &target, entry, &why);
    if (status == 0 && !is_titled_so(entry, target.task))
        status = error_set(&why, ERROR_USAGE, "%s is «%s» in the plan, not «%s»", entry->task,
                           text_quote_all(quoted, target.task->text[TASK_TITLE]),
                           text_quote_all(other, entry->title));
    if (status == 0) {
        recording_add(recording, *entry, target);
        recording->file_of[recording->count - 1] = file;
        return;
    }
    struct error *error =
        error_list_add(&recording->store->errors, recording->files[file].path, "%s", why.text);
    if (error != NULL)
        error->location = journal_entry_location(entry);
}

static void read_file(struct recording *recording, const char *path, const char *encoding)
{
    struct error_list *errors = &recording->store->errors;
    recording->files = memory_grow(recording->files, recording->file_count,
                                   &recording->file_capacity, sizeof *recording->files);
    size_t file = recording->file_count++;
    recording->files[file] =
        (struct answer_file){.path = arena_intern(&recording->store->paths, path, strlen(path))};
    struct journal *answers = &recording->files[file].answers;
    entry_file_read(answers, recording->files[file].path, encoding, errors);
    for (size_t i = 0; i < answers->count; i++)
        add_answer(recording, file, &answers->entries[i]);
    recording->files[file].answers = *answers;
}

void recording_read_answers(struct recording *recording, const char *path, const char *encoding)
{
    struct error_list *errors = &recording->store->errors;
    struct path_list paths = {0};
    size_t before = recording->count;
    if (answer_folder_add(&paths, path, errors) != 0)
        return;
    for (size_t i = 0; i < paths.count; i++)
        read_file(recording, paths.items[i], encoding);
    path_list_release(&paths);
    if (recording->count == before && errors->count == 0)
        error_list_add(errors, path, "no row says anything of a task");
}

/* An entry takes one line of the journal, whatever an answer's cells hold. */
static const char *one_line(struct recording *recording, const char *text)
{
    return text != NULL ? recording_text(recording, text) : NULL;
}

static void fill_entry(struct recording *recording, size_t index)
{
    struct journal_entry *entry = &recording->entries[index];
    const struct update_target *target = &recording->targets[index];
    unsigned milestone = target->task->schedule->count > 1 ? target->milestone : 0;
    struct strbuf id = {0};
    task_add_milestone_id(&id, target->task, false, milestone);
    entry->task = recording_text(recording, id.text);
    strbuf_release(&id);
    entry->plan = target->task->section->plan->id;
    entry->title = one_line(recording, target->task->text[TASK_TITLE]);
    entry->recorded_at = recording->recorded_at;
    entry->by = entry->by != NULL ? one_line(recording, entry->by) : recording->by;
    entry->note = one_line(recording, entry->note);
    entry->evidence = one_line(recording, entry->evidence);
    entry->value = one_line(recording, entry->value);
    entry->on = date_is_set(entry->on) ? entry->on : recording->on;
}

static const struct journal *journal_of(const struct recording *recording, size_t index)
{
    return store_entries(recording->store, recording->targets[index].task->section->plan);
}

/* An entry that cannot be true: an error of the command line's, else one of the file's. */
static int refuse_entry(struct recording *recording, const struct journal_entry *entry,
                        const struct error *why, struct error *error)
{
    size_t file = recording->file_of[entry - recording->entries];
    if (file == SIZE_MAX) {
        error_set(error, ERROR_USAGE, "%s: %s", entry->task, why->text);
        return error_settle(error, why->settles);
    }
    struct error *fault = error_list_add(&recording->store->errors, recording->files[file].path,
                                         "%s: %s", entry->task, why->text);
    if (fault != NULL)
        fault->location = journal_entry_location(entry);
    error_list_settle(&recording->store->errors, why->settles);
    return 0;
}

int recording_check(struct recording *recording, struct error *error)
{
    for (size_t i = 0; i < recording->count; i++) {
        const struct journal_entry *entry = &recording->entries[i];
        struct error why;
        fill_entry(recording, i);
        if (journal_of(recording, i) != journal_of(recording, 0)) {
            error_set(error, ERROR_USAGE,
                      "«%s» and «%s» have different journals: update one plan at a time",
                      recording->targets[0].task->section->plan->id, entry->plan);
            return error_settle(error, SETTLED_BY_ONE_JOURNAL);
        }
        if (update_check(entry, &recording->targets[i], recording->today, recording->force, &why) !=
                0 &&
            refuse_entry(recording, entry, &why, error) != 0)
            return -1;
    }
    return 0;
}

int recording_begin(struct recording *recording, const struct plan *plan, struct error *error)
{
    return recording->store->kind->begin(recording->store, plan, recording->dry, error);
}

void recording_end(struct recording *recording)
{
    recording->store->kind->end(recording->store);
}

static uint64_t next_seq(const struct journal *journal)
{
    return journal->count > 0 ? journal->entries[journal->count - 1].seq + 1 : 1;
}

static int compare_days(const void *a, const void *b)
{
    const struct journal_entry *x = *(const struct journal_entry *const *)a;
    const struct journal_entry *y = *(const struct journal_entry *const *)b;
    return date_compare(x->on, y->on);
}

/* The states of all targets, each as of its entry's day: the days are gone through in order. */
static struct update_state *take_states(const struct recording *recording)
{
    const struct store *store = recording->store;
    const struct plan *plan = recording->targets[0].task->section->plan;
    struct progress progress = {0};
    struct progress_fold fold;
    size_t count;
    struct plan **plans = store->kind->sharing(store, plan, &count);
    struct update_state *states = memory_alloc(recording->count * sizeof *states);
    const struct journal_entry **entries = memory_alloc(recording->count * sizeof *entries);
    for (size_t i = 0; i < recording->count; i++)
        entries[i] = &recording->entries[i];
    qsort((void *)entries, recording->count, sizeof *entries, compare_days);
    progress_fold_init(&fold, &progress, plans, count, journal_of(recording, 0));
    for (size_t i = 0; i < recording->count; i++) {
        size_t index = (size_t)(entries[i] - recording->entries);
        progress_fold_to(&fold, entries[i]->on);
        states[index] = update_state_of(&recording->targets[index], &progress);
    }
    progress_fold_release(&fold);
    progress_release(&progress);
    free((void *)entries);
    return states;
}

/* Puts the entries into the journal that was read, each with the number after the last. */
static void number(struct journal *journal, struct journal_entry *entries, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        entries[i].seq = next_seq(journal);
        journal->entries = memory_grow(journal->entries, journal->count, &journal->capacity,
                                       sizeof *journal->entries);
        journal->entries[journal->count++] = entries[i];
    }
}

int recording_commit_decisions(struct recording *recording, const struct plan *plan,
                               struct journal_entry *entries, size_t count, struct error *error)
{
    struct store *store = recording->store;
    for (size_t i = 0; i < count; i++) {
        entries[i].plan = plan->id;
        entries[i].by = recording->by;
        entries[i].recorded_at = recording->recorded_at;
        entries[i].on = recording->on;
        entries[i].status = TASK_UNSET;
        entries[i].percent = PERCENT_UNSET;
        entries[i].spent_vnd = SPENT_UNSET;
    }
    if (recording->dry || count == 0)
        return 0;
    number(store->kind->entries(store, plan), entries, count);
    return store->kind->append(store, entries, count, error);
}

static bool is_same_text(const char *a, const char *b)
{
    return (a == NULL) == (b == NULL) && (a == NULL || strcmp(a, b) == 0);
}

static bool is_same_day(const struct journal_entry *a, const struct journal_entry *b)
{
    return date_compare(a->on, b->on) == 0 && is_same_text(a->task, b->task) &&
           is_same_text(a->plan, b->plan);
}

static bool is_same_entry(const struct journal_entry *a, const struct journal_entry *b)
{
    return is_same_day(a, b) && a->status == b->status && a->percent == b->percent &&
           a->spent_vnd == b->spent_vnd && date_compare(a->due, b->due) == 0 &&
           is_same_text(a->note, b->note) && is_same_text(a->evidence, b->evidence) &&
           is_same_text(a->value, b->value) && titles_are_same(a->title, b->title);
}

/* Returns whether a later entry of the same day changes what one says. */
static bool is_changed(const struct journal_entry *a, const struct journal_entry *later)
{
    return is_same_day(a, later) &&
           ((a->status != TASK_UNSET && later->status != TASK_UNSET &&
             later->status != a->status) ||
            (a->percent != PERCENT_UNSET && later->percent != PERCENT_UNSET &&
             later->percent != a->percent) ||
            (a->spent_vnd != SPENT_UNSET && later->spent_vnd != SPENT_UNSET &&
             later->spent_vnd != a->spent_vnd) ||
            (a->value != NULL && later->value != NULL && strcmp(a->value, later->value) != 0) ||
            (date_is_set(a->due) && date_is_set(later->due) &&
             date_compare(a->due, later->due) != 0));
}

static bool is_repeated(const struct journal *journal, const uint64_t *voided_by,
                        const struct journal_entry *entry)
{
    bool found = false;
    for (size_t i = 0; i < journal->count && entry->voids == 0; i++) {
        const struct journal_entry *known = &journal->entries[i];
        if (known->voids != 0 || voided_by[i] != 0 || known->decision != DECIDES_NOTHING)
            continue;
        found = is_same_entry(known, entry) || (found && !is_changed(entry, known));
    }
    return found;
}

/* Returns whether an earlier entry is the same, as two files of one agency may have it. */
static bool is_given_twice(const struct recording *recording, size_t kept,
                           const struct journal_entry *entry)
{
    for (size_t i = 0; i < kept; i++)
        if (entry->voids == 0 && is_same_entry(&recording->entries[i], entry))
            return true;
    return false;
}

static void leave_out_repeated(struct recording *recording, const struct journal *journal)
{
    uint64_t *voided_by = journal_voided_by(journal, (struct date){0});
    size_t kept = 0;
    for (size_t i = 0; i < recording->count; i++) {
        if (is_repeated(journal, voided_by, &recording->entries[i]) ||
            is_given_twice(recording, kept, &recording->entries[i]))
            continue;
        recording->file_of[kept] = recording->file_of[i];
        recording->targets[kept] = recording->targets[i];
        recording->entries[kept++] = recording->entries[i];
    }
    recording->repeated = recording->count - kept;
    recording->count = kept;
    free(voided_by);
}

int recording_commit(struct recording *recording, struct error *error)
{
    struct store *store = recording->store;
    struct journal *journal =
        store->kind->entries(store, recording->targets[0].task->section->plan);
    leave_out_repeated(recording, journal);
    if (recording->count == 0)
        return 0;
    recording->before = take_states(recording);
    number(journal, recording->entries, recording->count);
    recording->after = take_states(recording);
    if (recording->dry)
        return 0;
    return store->kind->append(store, recording->entries, recording->count, error);
}
