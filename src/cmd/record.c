// SPDX-License-Identifier: MIT
#include "cmd/record.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "view/update_view.h"
#include "write/output.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --by, else the user's name as the system knows it. */
static int read_by(const struct cmd_ctx *ctx, const char *by, struct recording *recording,
                   struct error *error)
{
    const char *name = by != NULL ? by : ctx->user;
    const struct passwd *entry = NULL;
    if (name == NULL || *name == '\0')
        entry = getpwuid(geteuid());
    if (entry != NULL)
        name = entry->pw_name;
    if (name == NULL || text_invalid_offset(name, strlen(name)) < strlen(name))
        return error_set(error, ERROR_USAGE, "who records this is not known: expected --by NAME");
    recording->by = recording_text(recording, name);
    return recording->by != NULL ? 0 : error_set(error, ERROR_USAGE, "--by is blank");
}

int record_init(struct cmd_ctx *ctx, const struct record_options *options,
                struct recording *recording, struct error *error)
{
    char now[CMD_TIME_SIZE];
    recording_init(recording, ctx->store);
    ctx->now(now);
    recording->recorded_at = recording_text(recording, now);
    recording->today = ctx->store->progress.as_of;
    recording->on = date_is_set(options->on) ? options->on : ctx->store->progress.as_of;
    recording->dry = options->dry_run;
    if (cmd_spare_files(ctx, error) != 0)
        return -1;
    return read_by(ctx, options->by, recording, error);
}

/* A row for each field that an entry changes; one that changes nothing has its status said. */
static size_t add_rows(const struct recording *recording, size_t index, bool with_plan,
                       struct update_row *rows)
{
    size_t count = 0;
    for (int field = 0; field < UPDATE_FIELDS; field++) {
        rows[count] = (struct update_row){
            .seq = recording->entries[index].seq,
            .target = &recording->targets[index],
            .with_plan = with_plan,
            .field = (enum update_field)field,
            .before = recording->before[index],
            .after = recording->after[index],
        };
        count += update_changes(&rows[count]);
    }
    if (count == 0)
        rows[count++].field = UPDATE_STATUS;
    return count;
}

static void add_repeated(struct strbuf *out, const struct recording *recording, enum lang lang)
{
    char number[LANG_TEXT_SIZE];
    strbuf_addf(out,
                message_plural("%s entry was recorded before: nothing is added",
                               "%s entries were recorded before: nothing is added",
                               recording->repeated),
                lang_count(number, lang, recording->repeated));
}

static int write_changes(struct cmd_ctx *ctx, const struct recording *recording,
                         const struct plan *plan, struct error *error)
{
    struct update_row *rows = memory_alloc((recording->count * UPDATE_FIELDS + 1) * sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; i < recording->count; i++)
        count += add_rows(recording, i, ctx->store->scope.plan_count > 1, rows + count);
    struct strbuf footer = {0}, entries = {0};
    const struct journal *journal = store_entries(ctx->store, plan);
    lang_add_plural(&entries, ctx->style.lang, recording->count, "entry", "entries");
    if (recording->count > 0)
        strbuf_addf(&footer, recording->dry ? _("would record %s in %s") : _("recorded %s in %s"),
                    entries.text, journal->path);
    if (recording->repeated > 0 && !cmd_writes_for_people(ctx)) {
        struct strbuf line = {0};
        add_repeated(&line, recording, ctx->style.lang);
        cmd_note(ctx, line.text);
        strbuf_release(&line);
    } else if (recording->repeated > 0) {
        strbuf_separate(&footer, "\n");
        add_repeated(&footer, recording, ctx->style.lang);
    }
    strbuf_release(&entries);
    if (recording->count > 0)
        cmd_add_other_year(&footer, ctx, recording->entries[0].on);
    struct records records = {.footer = footer.text};
    records_set_rows(&records, rows, count, sizeof *rows);
    int status = cmd_write_records(ctx, &records, &update_columns, error);
    strbuf_release(&footer);
    free(rows);
    return status;
}

int record_begin(struct cmd_ctx *ctx, struct recording *recording, const struct plan *plan,
                 struct error *error)
{
    int status = recording_begin(recording, plan, error);
    cmd_print_notices(ctx);
    return status;
}

int record_commit(struct cmd_ctx *ctx, struct recording *recording, struct error *error)
{
    const struct plan *plan = recording->targets[0].task->section->plan;
    if (!recording->dry)
        output_outlive_readers(); /* from here on nothing is a failure, not even a lost answer */
    if (recording_commit(recording, error) != 0)
        return -1;
    ctx->recorded = !recording->dry;
    return write_changes(ctx, recording, plan, error);
}

int record_all(struct cmd_ctx *ctx, struct recording *recording, struct error *error)
{
    if (recording_check(recording, error) != 0)
        return -1;
    if (ctx->store->errors.count > 0)
        return 0;
    int status = record_begin(ctx, recording, recording->targets[0].task->section->plan, error);
    if (status == 0)
        status = record_commit(ctx, recording, error);
    recording_end(recording);
    return ctx->store->errors.count > 0 ? 0 : status;
}
