// SPDX-License-Identifier: MIT
#include "plan/progress/update.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/recording.h"
#include "journal/entry_file.h"

#include <stdlib.h>
#include <string.h>

/* ---- What the command line says ---- */

/* An option's text as a cell: NFC, white space runs and line breaks as one space each. */
static int read_text(const struct cmd_ctx *ctx, const char *name, struct arena *arena,
                     const char **text, struct error *error)
{
    const char *value = arguments_last(&ctx->arguments, name);
    *text = NULL;
    if (value == NULL)
        return 0;
    if (text_invalid_offset(value, strlen(value)) < strlen(value))
        return error_set(error, ERROR_USAGE, "--%s is not UTF-8", name);
    *text = recording_text(arena, value);
    return *text != NULL ? 0 : error_set(error, ERROR_USAGE, "--%s is blank", name);
}

static int read_percent(const char *value, int *percent, struct error *error)
{
    size_t number;
    char *bare = memory_copy(value, strlen(value));
    size_t length = strlen(bare);
    if (length > 0 && bare[length - 1] == '%')
        bare[length - 1] = '\0';
    int status = cmd_read_count("--percent", bare, 0, 100, &number, error);
    *percent = (int)number;
    free(bare);
    return status;
}

static int read_spent(const struct cmd_ctx *ctx, const char *value, int64_t *vnd,
                      struct error *error)
{
    const char *mark = arguments_last(&ctx->arguments, "decimal-mark");
    struct money_rules rules = {.unit = MONEY_MILLION, .decimal_mark = mark != NULL ? *mark : 0};
    char quoted[TEXT_QUOTE_SIZE];
    struct error why;
    text_quote(quoted, value, strlen(value));
    if (money_parse(value, rules, vnd, &why) != 0)
        return error_set(error, ERROR_USAGE, "--spent «%s»: %s", quoted, why.text);
    if (*vnd < 0)
        return error_set(error, ERROR_USAGE, "--spent «%s»: expected no less than 0", quoted);
    return 0;
}

/* The options' part of every entry. */
static int read_options(const struct cmd_ctx *ctx, struct arena *arena, struct journal_entry *entry,
                        struct error *error)
{
    const char *percent = arguments_last(&ctx->arguments, "percent");
    const char *spent = arguments_last(&ctx->arguments, "spent");
    const char *due = arguments_last(&ctx->arguments, "due");
    *entry = (struct journal_entry){
        .status = TASK_UNSAID, .percent = PERCENT_UNSAID, .spent_vnd = SPENT_UNSAID};
    if (percent != NULL && read_percent(percent, &entry->percent, error) != 0)
        return -1;
    if (spent != NULL && read_spent(ctx, spent, &entry->spent_vnd, error) != 0)
        return -1;
    if (due != NULL && cmd_read_date("--due", due, &entry->due, error) != 0)
        return -1;
    return read_text(ctx, "note", arena, &entry->note, error) == 0 &&
                   read_text(ctx, "evidence", arena, &entry->evidence, error) == 0
               ? 0
               : -1;
}

/* An operand without a dot is a status, or meant to be one. */
static int read_status(const char *operand, enum task_status *status, struct error *error)
{
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (*status != TASK_UNSAID)
        return error_set(error, ERROR_USAGE, "a second status «%s»: expected one",
                         text_quote(quoted, operand, strlen(operand)));
    *status = task_status_find(operand);
    if (*status != TASK_UNSAID)
        return 0;
    return error_set(error, ERROR_USAGE, "no status «%s»%s",
                     text_quote(quoted, operand, strlen(operand)),
                     suggest(hint, operand, task_status_names));
}

static int read_operands(struct cmd_ctx *ctx, struct recording *recording, struct error *error)
{
    struct journal_entry said;
    char quoted[TEXT_QUOTE_SIZE];
    if (read_options(ctx, &recording->arena, &said, error) != 0)
        return -1;
    for (size_t i = 0; i < ctx->operand_count; i++)
        if (strchr(ctx->operands[i], '.') == NULL &&
            read_status(ctx->operands[i], &said.status, error) != 0)
            return -1;
    for (size_t i = 0; i < ctx->operand_count; i++) {
        struct update_target target;
        if (strchr(ctx->operands[i], '.') == NULL)
            continue;
        if (update_target_find(&target, ctx->operands[i], &ctx->scope, error) != 0)
            return -1;
        for (size_t j = 0; j < recording->count; j++)
            if (recording->targets[j].task == target.task &&
                recording->targets[j].milestone == target.milestone)
                return error_set(error, ERROR_USAGE, "«%s» twice: expected it once",
                                 text_quote(quoted, ctx->operands[i], strlen(ctx->operands[i])));
        recording_add(recording, said, target);
    }
    if (recording->count == 0)
        return error_set(error, ERROR_USAGE,
                         "update needs a task's ID, as in: cchc update III.2 done");
    if (said.status == TASK_UNSAID && said.percent == PERCENT_UNSAID &&
        said.spent_vnd == SPENT_UNSAID && !date_is_set(said.due) && said.note == NULL &&
        said.evidence == NULL)
        return error_set(error, ERROR_USAGE,
                         "nothing to record: expected a status, --percent, --spent, --due, --note "
                         "or --evidence");
    return 0;
}

/* ---- What an agency sends back ---- */

static int refuse_options(const struct cmd_ctx *ctx, struct error *error)
{
    static const char *const names[] = {"percent", "spent", "due", "note", "evidence"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (arguments_has(&ctx->arguments, names[i]))
            return error_set(error, ERROR_USAGE, "--from has its own %s: expected no --%s",
                             names[i], names[i]);
    if (ctx->operand_count > 0)
        return error_set(error, ERROR_USAGE, "--from names its tasks itself: expected no operand");
    return 0;
}

/* A row's task; what is wrong with it goes to the file's errors. */
static void add_answer(struct cmd_ctx *ctx, struct recording *recording, const char *path,
                       const struct journal_entry *entry)
{
    struct update_target target;
    struct error why;
    if (recording_find(recording, &target, entry, ctx, &why) == 0) {
        recording_add(recording, *entry, target);
        return;
    }
    struct error *error = error_list_add(&ctx->errors, path, "%s", why.text);
    if (error != NULL)
        error->place = journal_entry_place(entry);
}

static int read_answers(struct cmd_ctx *ctx, struct recording *recording, const char *path,
                        struct error *error)
{
    if (refuse_options(ctx, error) != 0)
        return -1;
    struct journal *answers = &recording->answers;
    recording->path = path;
    entry_file_read(answers, path, arguments_last(&ctx->arguments, "encoding"), &ctx->errors);
    for (size_t i = 0; i < answers->count; i++)
        add_answer(ctx, recording, path, &answers->entries[i]);
    if (answers->count == 0 && ctx->errors.count == 0)
        error_list_add(&ctx->errors, path, "no row says anything of a task");
    return 0;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct recording recording = {0};
    const char *from = arguments_last(&ctx->arguments, "from");
    int status = recording_begin(&recording, ctx, error);
    if (status == 0)
        status = from != NULL ? read_answers(ctx, &recording, from, error)
                              : read_operands(ctx, &recording, error);
    if (status == 0 && ctx->errors.count == 0)
        status = recording_run(&recording, ctx, error);
    recording_release(&recording);
    return status;
}

const struct cmd cmd_update = {
    .name = "update",
    .summary = N_("record progress: a status, what was spent, a new due date, a note"),
    .operands = N_("ID[/MILESTONE]… [STATUS]"),
    .details =
        N_("STATUS is not-started, in-progress, done or cancelled. It holds from --on,\n"
           "today unless given, until another is recorded; the first day of done stays. A\n"
           "task of several milestones is done when they are; its ID alone means all that\n"
           "are open. --spent is what was spent so far, altogether. The plan is never\n"
           "written: entries go to its journal. What cannot be true yet (a day to come or\n"
           "before the plan's year, more spent than twice the budget) is refused unless\n"
           "--force. --from FILE records a table (CSV, Excel or Word) with the columns\n"
           "task, status, on, percent, spent, due, note and evidence: all of it or nothing.\n\n"
           "Examples:\n"
           "  cchc update III.2 done --on 2021-06-25 --evidence '15/BC-VP'\n"
           "  cchc update V.1/1 done --on 30/03/2021\n"
           "  cchc update VII.1 --percent 40 --spent '120 triệu'\n"
           "  cchc update IV.5 --due 2021-09-30 --note 'awaiting the province'\n"
           "  cchc update --from answers.csv --dry-run\n"),
    .option_groups = OPTION_UPDATE | OPTION_RECORD,
    .needs = NEED_PLANS | NEED_DATE,
    .formats = FORMATS_ALL,
    .columns = &update_columns,
    .run = run,
};
