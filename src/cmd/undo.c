// SPDX-License-Identifier: MIT
#include "cmd/record.h"
#include "view/update_view.h"

#include "base/message.h"

#include <stdlib.h>

static const struct option_use undo_options[] = {{&record_option_group, 0}, {NULL, 0}};

/* The entry to be taken back, which must count. */
static int find_entry(const struct journal *journal, size_t seq, const struct journal_entry **found,
                      struct error *error)
{
    *found = journal_find(journal, seq);
    if (*found == NULL)
        return error_set(error, ERROR_USAGE, "no entry %zu: `cchc log` lists them", seq);
    uint64_t *voided_by = journal_voided_by(journal, (struct date){0});
    uint64_t by = voided_by[*found - journal->entries];
    free(voided_by);
    if (by == 0)
        return 0;
    return error_set(error, ERROR_USAGE, "entry %zu was already undone by %llu", seq,
                     (unsigned long long)by);
}

/* The entry that an undone one was about, where that undid another itself. */
static const struct journal_entry *origin_of(const struct journal *journal,
                                             const struct journal_entry *entry)
{
    while (entry != NULL && entry->voids > 0)
        entry = journal_find(journal, entry->voids);
    return entry;
}

/* Takes an entry back from its own day on, so that no report as of then counts it. */
static int add_void(struct recording *recording, const struct record_options *options,
                    const struct journal *journal, size_t seq, struct error *error)
{
    const struct journal_entry *entry, *origin;
    struct update_target target;
    if (find_entry(journal, seq, &entry, error) != 0)
        return -1;
    origin = origin_of(journal, entry);
    if (origin == NULL || origin->task == NULL)
        return error_set(error, ERROR_USAGE, "entry %zu is of no task that the plan has", seq);
    struct error why;
    if (recording_find(recording, &target, origin, &why) != 0)
        return error_set(error, why.code, "entry %zu: %s", seq, why.text);
    struct journal_entry voiding = {
        .by = recording->by,
        .recorded_at = recording->recorded_at,
        .plan = origin->plan,
        .task = origin->task,
        .status = TASK_UNSET,
        .percent = PERCENT_UNSET,
        .spent_vnd = SPENT_UNSET,
        .on = date_is_set(options->on) ? recording->on : entry->on,
        .voids = seq,
        .voids_id = entry->id,
    };
    recording_add(recording, voiding, target);
    return 0;
}

/* The entries of the operands' numbers, each once. */
static int add_voids(struct recording *recording, const struct cmd_ctx *ctx, struct error *error)
{
    const struct journal *journal = store_entries(ctx->store, ctx->store->scope.plans[0]);
    for (size_t i = 0; i < ctx->operand_count; i++) {
        size_t seq;
        if (option_read_number(message_plural("entry", "entries", 1), ctx->operands[i], 1, SIZE_MAX,
                               &seq, error) != 0)
            return -1;
        for (size_t j = 0; j < recording->count; j++)
            if (recording->entries[j].voids == seq)
                return error_set(error, ERROR_USAGE, "entry %zu twice: expected it once", seq);
        if (add_void(recording, ctx->options, journal, seq, error) != 0)
            return -1;
    }
    return 0;
}

static int require_one_journal(const struct store *store, struct error *error)
{
    const struct query_scope *scope = &store->scope;
    for (size_t i = 1; i < scope->plan_count; i++)
        if (store_entries(store, scope->plans[i]) != store_entries(store, scope->plans[0]))
            return error_set(error, ERROR_USAGE,
                             "entries of several journals have the same numbers: expected one "
                             "--plan, or --in with the id of one");
    return 0;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct recording recording;
    if (ctx->operand_count == 0)
        return error_set(error, ERROR_USAGE,
                         "undo needs an entry's number, as `cchc log` shows it");
    int status = record_init(ctx, ctx->options, &recording, error);
    if (status == 0)
        status = require_one_journal(ctx->store, error);
    if (status == 0) {
        status = record_begin(ctx, &recording, ctx->store->scope.plans[0], error);
        if (status == 0)
            status = add_voids(&recording, ctx, error);
        if (status == 0)
            status = record_commit(ctx, &recording, error);
        recording_end(&recording);
    }
    recording_release(&recording);
    return ctx->store->errors.count > 0 ? 0 : status;
}

const struct cmd cmd_undo = {
    .name = "undo",
    .summary = N_("take recorded entries back, by new entries"),
    .operands = N_("SEQ…"),
    .details = N_("Nothing is erased: log shows both. What is undone never counted, in reports as\n"
                  "of an earlier day too; --on DATE takes it back from that day only. An undo can\n"
                  "be undone.\n\n"
                  "Examples:\n"
                  "  cchc undo 12\n"
                  "  cchc undo 12 13 --dry-run\n"),
    .options = undo_options,
    .options_size = sizeof(struct record_options),
    .needs = NEED_PLANS | NEED_DATE,
    .formats = FORMAT_ROWS,
    .columns = &update_columns,
    .run = run,
};
