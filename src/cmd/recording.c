// SPDX-License-Identifier: MIT
#include "cmd/recording.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "plan/progress/progress_fold.h"
#include "write/output.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *recording_text(struct arena *arena, const char *text)
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
    const char *kept = length > 0 ? arena_intern(arena, start, length) : NULL;
    strbuf_release(&composed);
    strbuf_release(&line);
    return kept;
}

/* --by, else the user's name as the system knows it. */
static int read_by(struct recording *recording, const struct cmd_ctx *ctx, struct error *error)
{
    const char *by = recording->options->by, *name = by != NULL ? by : ctx->user;
    const struct passwd *entry = NULL;
    if (name == NULL || *name == '\0')
        entry = getpwuid(geteuid());
    if (entry != NULL)
        name = entry->pw_name;
    if (name == NULL || text_invalid_offset(name, strlen(name)) < strlen(name))
        return error_set(error, ERROR_USAGE, "who records this is not known: expected --by NAME");
    recording->by = recording_text(&recording->arena, name);
    return recording->by != NULL ? 0 : error_set(error, ERROR_USAGE, "--by is blank");
}

int recording_begin(struct recording *recording, struct cmd_ctx *ctx, struct error *error)
{
    char now[CMD_TIME_SIZE];
    ctx->now(now);
    recording->recorded_at = recording_text(&recording->arena, now);
    recording->options = option_use_find(ctx->cmd->options, &record_option_group, ctx->options);
    recording->on = date_is_set(recording->options->on) ? recording->options->on : ctx->as_of;
    for (size_t i = 0; i < ctx->scope.plan_count; i++)
        plan_index_add(&recording->asked, ctx->scope.plans[i]);
    for (size_t i = 0; i < ctx->plan_count; i++)
        plan_index_add(&recording->read, ctx->plans[i]);
    cmd_locate_journals(ctx);
    if (cmd_spare_files(ctx, error) != 0)
        return -1;
    return read_by(recording, ctx, error);
}

void recording_release(struct recording *recording)
{
    free(recording->entries);
    free(recording->targets);
    journal_release(&recording->answers);
    arena_release(&recording->arena);
    plan_index_release(&recording->asked);
    plan_index_release(&recording->read);
    *recording = (struct recording){0};
}

int recording_find(struct recording *recording, struct update_target *target,
                   const struct journal_entry *entry, const struct cmd_ctx *ctx,
                   struct error *error)
{
    struct query_scope scope = ctx->scope;
    char quoted[TEXT_QUOTE_SIZE];
    if (entry->plan == NULL)
        return update_target_find(target, entry->task, &scope, error);
    long asked = plan_index_find(&recording->asked, entry->plan);
    if (asked < 0) {
        text_quote_all(quoted, entry->plan);
        return plan_index_find(&recording->read, entry->plan) >= 0
                   ? error_set(error, ERROR_USAGE,
                               "this is of the plan «%s», which --in leaves out", quoted)
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
    recording->entries[index] = entry;
    recording->targets[index] = target;
}

/* An entry takes one line of the journal, whatever an answer's cells hold. */
static const char *one_line(struct recording *recording, const char *text)
{
    return text != NULL ? recording_text(&recording->arena, text) : NULL;
}

/* The one journal of all entries. */
static struct journal *journal_of(const struct recording *recording, const struct cmd_ctx *ctx)
{
    return cmd_journal(ctx, recording->targets[0].task->section->plan);
}

/* Fills in what the entries leave to the recording, and checks each. */
static int check_entries(struct recording *recording, struct cmd_ctx *ctx, struct error *error)
{
    struct strbuf id = {0};
    int status = 0;
    for (size_t i = 0; i < recording->count && status == 0; i++) {
        struct journal_entry *entry = &recording->entries[i];
        const struct update_target *target = &recording->targets[i];
        unsigned milestone = target->task->schedule->count > 1 ? target->milestone : 0;
        struct error why;
        strbuf_clear(&id);
        task_add_milestone_id(&id, target->task, false, milestone);
        entry->task = recording_text(&recording->arena, id.text);
        entry->plan = target->task->section->plan->id;
        entry->recorded_at = recording->recorded_at;
        entry->by = entry->by != NULL ? one_line(recording, entry->by) : recording->by;
        entry->note = one_line(recording, entry->note);
        entry->evidence = one_line(recording, entry->evidence);
        entry->on = date_is_set(entry->on) ? entry->on : recording->on;
        if (cmd_journal(ctx, target->task->section->plan) != journal_of(recording, ctx))
            status = error_set(
                error, ERROR_USAGE,
                "«%s» and «%s» have different journals: update one plan at a time, or give "
                "--progress FILE",
                recording->targets[0].task->section->plan->id, entry->plan);
        else if (update_check(entry, target, ctx->as_of, recording->force, &why) != 0 &&
                 recording->path == NULL)
            status = error_set(error, ERROR_USAGE, "%s: %s", entry->task, why.text);
        else if (update_check(entry, target, ctx->as_of, recording->force, &why) != 0) {
            struct error *fault =
                error_list_add(&ctx->errors, recording->path, "%s: %s", entry->task, why.text);
            if (fault != NULL)
                fault->place = journal_entry_place(entry);
        }
    }
    strbuf_release(&id);
    return status;
}

int recording_open(const struct recording *recording, struct journal_file *file,
                   struct cmd_ctx *ctx, const struct plan *plan, struct error *error)
{
    struct journal *journal = cmd_journal(ctx, plan);
    struct journal_state state;
    *file = (struct journal_file){.descriptor = -1};
    if (journal->path == NULL)
        return error_set(error, ERROR_USAGE,
                         "this plan has no place for a journal: expected "
                         "--progress FILE");
    int status = recording->options->dry_run ? journal_read(journal, &state, &ctx->errors)
                                             : journal_open(file, journal, &state, &ctx->errors);
    cmd_warn_torn(ctx, journal, &state);
    return status;
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
static void take_states(const struct recording *recording, struct cmd_ctx *ctx,
                        struct update_state *states)
{
    const struct journal *journal = journal_of(recording, ctx);
    struct progress progress = {0};
    struct progress_fold fold;
    size_t count;
    struct plan **plans = cmd_plans_of(ctx, journal, &count);
    const struct journal_entry **entries = memory_alloc(recording->count * sizeof *entries);
    for (size_t i = 0; i < recording->count; i++)
        entries[i] = &recording->entries[i];
    qsort((void *)entries, recording->count, sizeof *entries, compare_days);
    progress_fold_init(&fold, &progress, plans, count, journal);
    for (size_t i = 0; i < recording->count; i++) {
        size_t index = (size_t)(entries[i] - recording->entries);
        progress_fold_to(&fold, entries[i]->on);
        states[index] = update_state_of(&recording->targets[index], &progress);
    }
    progress_fold_release(&fold);
    progress_release(&progress);
    free((void *)entries);
}

/* A row for each field that an entry changes; one that changes nothing has its status said. */
static size_t add_rows(const struct recording *recording, size_t index,
                       const struct update_state *before, const struct update_state *after,
                       bool with_plan, struct update_row *rows)
{
    size_t count = 0;
    for (int field = 0; field < UPDATE_FIELDS; field++) {
        rows[count] = (struct update_row){
            .seq = recording->entries[index].seq,
            .target = &recording->targets[index],
            .with_plan = with_plan,
            .field = (enum update_field)field,
            .before = *before,
            .after = *after,
        };
        count += update_changes(&rows[count]);
    }
    if (count == 0)
        rows[count++].field = UPDATE_STATUS;
    return count;
}

static int write_changes(const struct recording *recording, struct cmd_ctx *ctx,
                         const struct update_state *before, const struct update_state *after,
                         struct error *error)
{
    struct update_row *rows = memory_alloc((recording->count * UPDATE_FIELDS + 1) * sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; i < recording->count; i++)
        count +=
            add_rows(recording, i, &before[i], &after[i], ctx->scope.plan_count > 1, rows + count);
    struct strbuf footer = {0}, entries = {0};
    bool dry = recording->options->dry_run;
    lang_add_plural(&entries, ctx->style.lang, recording->count, "entry", "entries");
    strbuf_addf(&footer, dry ? _("would record %s in %s") : _("recorded %s in %s"), entries.text,
                journal_of(recording, ctx)->path);
    strbuf_release(&entries);
    struct records records = {.footer = footer.text};
    records_set_rows(&records, rows, count, sizeof *rows);
    int status = cmd_write_records(ctx, &records, &update_columns, error);
    strbuf_release(&footer);
    free(rows);
    return status;
}

/* From here on nothing is a failure, not even that nobody reads what was recorded. */
static int commit(const struct recording *recording, struct journal_file *file, struct cmd_ctx *ctx,
                  struct error *error)
{
    output_outlive_readers();
    ctx->recorded = journal_append(file, recording->entries, recording->count, error) == 0;
    return ctx->recorded ? 0 : -1;
}

int recording_write(struct recording *recording, struct journal_file *file, struct cmd_ctx *ctx,
                    struct error *error)
{
    struct journal *journal = journal_of(recording, ctx);
    struct update_state *before = memory_alloc(recording->count * sizeof *before);
    struct update_state *after = memory_alloc(recording->count * sizeof *after);
    take_states(recording, ctx, before);
    for (size_t i = 0; i < recording->count; i++) {
        recording->entries[i].seq = next_seq(journal);
        journal->entries = memory_grow(journal->entries, journal->count, &journal->capacity,
                                       sizeof *journal->entries);
        journal->entries[journal->count++] = recording->entries[i];
    }
    take_states(recording, ctx, after);
    int status = 0;
    if (!recording->options->dry_run)
        status = commit(recording, file, ctx, error);
    if (status == 0)
        status = write_changes(recording, ctx, before, after, error);
    free(before);
    free(after);
    return status;
}

int recording_run(struct recording *recording, struct cmd_ctx *ctx, struct error *error)
{
    struct journal_file file = {.descriptor = -1};
    if (check_entries(recording, ctx, error) != 0)
        return -1;
    if (ctx->errors.count > 0)
        return 0;
    int status =
        recording_open(recording, &file, ctx, recording->targets[0].task->section->plan, error);
    if (status == 0)
        status = recording_write(recording, &file, ctx, error);
    journal_close(&file);
    return ctx->errors.count > 0 ? 0 : status;
}
