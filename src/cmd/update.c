// SPDX-License-Identifier: MIT
#include "plan/progress/update.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/record.h"
#include "view/update_view.h"

#include <stdlib.h>
#include <string.h>

struct entry_options {
    struct option_values from;
    const char *percent, *spent, *value, *note, *evidence;
    struct date due;
    bool force;
};
#define ENTRY(field) OPTION_FIELD(struct entry_options, field)
static const struct option entry_items[] = {
    {"from", 0, N_("FILE"),
     N_("record tables of answers, a file or a folder of them: all or nothing"), ENTRY(from),
     .source = VALUES_ANSWERS},
    {"percent", 0, N_("N"), N_("how much is done, 0 to 100"), ENTRY(percent)},
    {"spent", 0, N_("AMOUNT"),
     N_("what was spent so far: million đồng, or as '1,2 tỷ', '500 nghìn'"), ENTRY(spent)},
    {"due", 0, N_("DATE"), N_("a new due date: an extension, or a triggered task's"), ENTRY(due)},
    {"value", 0, N_("FIGURES"),
     N_("what was measured of its targets: '98,5%', '7/7'; several with ; between"), ENTRY(value)},
    {"note", 0, N_("TEXT"), N_("what else is to be known"), ENTRY(note)},
    {"evidence", 0, N_("TEXT"), N_("the document that proves it"), ENTRY(evidence)},
    {"force", 0, NULL, N_("also record what cannot be true yet"), ENTRY(force)},
};
static const struct option_group entry_group = {N_("What is recorded:"), OPTION_ITEMS(entry_items)};

struct update_options {
    struct entry_options entry;
    struct record_options record;
};
static const struct option_use update_options[] = {
    {&entry_group, offsetof(struct update_options, entry)},
    {&record_option_group, offsetof(struct update_options, record)},
    {NULL, 0},
};

/* ---- What the command line says ---- */

/* An option's text as a cell: NFC, white space runs and line breaks as one space each. */
static int read_text(const char *name, const char *value, struct recording *recording,
                     const char **text, struct error *error)
{
    *text = NULL;
    if (value == NULL)
        return 0;
    if (text_invalid_offset(value, strlen(value)) < strlen(value))
        return error_set(error, ERROR_USAGE, "--%s is not UTF-8", name);
    *text = recording_text(recording, value);
    return *text != NULL ? 0 : error_set(error, ERROR_USAGE, "--%s is blank", name);
}

static int read_percent(const char *value, int *percent, struct error *error)
{
    size_t number;
    char *bare = memory_copy(value, strlen(value));
    size_t length = strlen(bare);
    if (length > 0 && bare[length - 1] == '%')
        bare[length - 1] = '\0';
    int status = option_read_number("--percent", bare, 0, 100, &number, error);
    *percent = (int)number;
    free(bare);
    return status;
}

static int read_spent(const struct cmd_ctx *ctx, const char *value, int64_t *vnd,
                      struct error *error)
{
    struct money_rules rules = {.unit = MONEY_MILLION,
                                .decimal_mark = global_decimal_mark(&ctx->global)};
    char quoted[TEXT_QUOTE_SIZE];
    struct error why;
    text_quote(quoted, value, strlen(value));
    if (money_parse(value, rules, vnd, &why) != 0) {
        error_set(error, ERROR_USAGE, "--spent «%s»: %s", quoted, why.text);
        return error_settle(error, why.settles);
    }
    if (*vnd < 0)
        return error_set(error, ERROR_USAGE, "--spent «%s»: expected no less than 0", quoted);
    return 0;
}

/* The options' part of every entry. */
static int read_options(const struct cmd_ctx *ctx, struct recording *recording,
                        struct journal_entry *entry, struct error *error)
{
    const struct entry_options *options = &((const struct update_options *)ctx->options)->entry;
    *entry = (struct journal_entry){.status = TASK_UNSET,
                                    .percent = PERCENT_UNSET,
                                    .spent_vnd = SPENT_UNSET,
                                    .due = options->due};
    if (options->percent != NULL && read_percent(options->percent, &entry->percent, error) != 0)
        return -1;
    if (options->spent != NULL && read_spent(ctx, options->spent, &entry->spent_vnd, error) != 0)
        return -1;
    return read_text("value", options->value, recording, &entry->value, error) == 0 &&
                   read_text("note", options->note, recording, &entry->note, error) == 0 &&
                   read_text("evidence", options->evidence, recording, &entry->evidence, error) == 0
               ? 0
               : -1;
}

/* An operand is a task's ID if it is no status and looks like an ID, or if a task is called so. */
static bool is_task_id(const struct cmd_ctx *ctx, const char *operand)
{
    if (task_status_find(operand) != TASK_UNSET)
        return false;
    if (strpbrk(operand, ".:/0123456789") != NULL)
        return true;
    struct task_list found = {0};
    struct error ignored;
    bool known = task_list_find(&found, operand, &ctx->store->scope, &ignored) == 0;
    task_list_release(&found);
    return known;
}

static int read_status(const char *operand, enum task_status *status, struct error *error)
{
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (*status != TASK_UNSET)
        return error_set(error, ERROR_USAGE, "a second status «%s»: expected one",
                         text_quote(quoted, operand, strlen(operand)));
    *status = task_status_find(operand);
    if (*status != TASK_UNSET)
        return 0;
    return error_set(error, ERROR_USAGE, "no status «%s»%s",
                     text_quote(quoted, operand, strlen(operand)),
                     suggest_among(hint, operand, task_status_names));
}

static int read_operands(struct cmd_ctx *ctx, struct recording *recording, struct error *error)
{
    struct journal_entry given;
    char quoted[TEXT_QUOTE_SIZE];
    if (read_options(ctx, recording, &given, error) != 0)
        return -1;
    for (size_t i = 0; i < ctx->operand_count; i++)
        if (!is_task_id(ctx, ctx->operands[i]) &&
            read_status(ctx->operands[i], &given.status, error) != 0)
            return -1;
    for (size_t i = 0; i < ctx->operand_count; i++) {
        struct update_target target;
        if (!is_task_id(ctx, ctx->operands[i]))
            continue;
        if (update_target_find(&target, ctx->operands[i], &ctx->store->scope, error) != 0)
            return -1;
        for (size_t j = 0; j < recording->count; j++)
            if (recording->targets[j].task == target.task &&
                recording->targets[j].milestone == target.milestone)
                return error_set(error, ERROR_USAGE, "«%s» twice: expected it once",
                                 text_quote(quoted, ctx->operands[i], strlen(ctx->operands[i])));
        recording_add(recording, given, target);
    }
    if (recording->count == 0)
        return error_set(error, ERROR_USAGE,
                         "update needs a task's ID, as in: cchc update III.2 done");
    if (given.status == TASK_UNSET && given.percent == PERCENT_UNSET &&
        given.spent_vnd == SPENT_UNSET && !date_is_set(given.due) && given.note == NULL &&
        given.evidence == NULL && given.value == NULL)
        return error_set(
            error, ERROR_USAGE,
            "nothing to record: expected a status, --percent, --spent, --due, --value, "
            "--note or --evidence");
    return 0;
}

/* ---- What an agency sends back ---- */

static int refuse_options(const struct cmd_ctx *ctx, const struct entry_options *options,
                          struct error *error)
{
    const struct {
        const char *name;
        bool given;
    } own[] = {{"percent", options->percent != NULL}, {"spent", options->spent != NULL},
               {"due", date_is_set(options->due)},    {"value", options->value != NULL},
               {"note", options->note != NULL},       {"evidence", options->evidence != NULL}};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].given)
            return error_set(error, ERROR_USAGE, "--from has its own %s: expected no --%s",
                             own[i].name, own[i].name);
    if (ctx->operand_count > 0)
        return error_set(error, ERROR_USAGE, "--from names its tasks itself: expected no operand");
    return 0;
}

static int read_entries(struct cmd_ctx *ctx, const struct entry_options *options,
                        struct recording *recording, struct error *error)
{
    if (options->from.count == 0)
        return read_operands(ctx, recording, error);
    if (refuse_options(ctx, options, error) != 0)
        return -1;
    for (size_t i = 0; i < options->from.count; i++)
        recording_read_answers(recording, options->from.items[i], ctx->global.encoding);
    return 0;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct update_options *options = ctx->options;
    struct recording recording;
    int status = record_init(ctx, &options->record, &recording, error);
    recording.force = options->entry.force;
    if (status == 0)
        status = read_entries(ctx, &options->entry, &recording, error);
    if (status == 0 && ctx->store->errors.count == 0)
        status = record_all(ctx, &recording, error);
    recording_release(&recording);
    return status;
}

const struct cmd cmd_update = {
    .name = "update",
    .summary = N_("record progress: a status, what was spent, a new due date, a note"),
    .operands = N_("ID[/MILESTONE]… [STATUS]"),
    .operand_values = {VALUES_TARGETS, VALUES_STATUSES},
    .details = N_("STATUS is not-started, in-progress, done or cancelled. It holds from --on,\n"
                  "today unless given, until another is recorded; the first day of done stays. A\n"
                  "task of several milestones is done when they are; its ID alone means all that\n"
                  "are open. --spent is what was spent so far, altogether. The plan is never\n"
                  "written: entries go to its journal. What cannot be true yet (a day to come or\n"
                  "before the plan's year, more spent than twice the budget) is refused unless\n"
                  "--force. --from FILE records a table (CSV, Excel or Word) with the columns\n"
                  "task, status, on, percent, spent, due, value, note and evidence: all of it or\n"
                  "nothing.\n\n"
                  "Examples:\n"
                  "  cchc update III.2 done --on 2021-06-25 --evidence '15/BC-VP'\n"
                  "  cchc update V.1/1 done --on 30/03/2021\n"
                  "  cchc update VII.1 --percent 40 --spent '120 triệu'\n"
                  "  cchc update III.6 --value '99,5%'\n"
                  "  cchc update IV.5 --due 2021-09-30 --note 'awaiting the province'\n"
                  "  cchc update --from answers.csv --dry-run\n"),
    .options = update_options,
    .options_size = sizeof(struct update_options),
    .needs = NEED_PLANS | NEED_DATE,
    .formats = FORMAT_ROWS,
    .columns = &update_columns,
    .run = run,
};
