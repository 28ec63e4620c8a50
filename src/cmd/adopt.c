// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/record.h"
#include "plan/diff/adoption.h"
#include "view/adoption_view.h"
#include "write/output.h"

#include <stdlib.h>
#include <string.h>

static const struct option_use adopt_options[] = {
    {&record_option_group, 0}, {&row_option_group, sizeof(struct record_options)}, {NULL, 0}};

/* An operand «A=B» whose A is an id; else it is the old plan. */
static bool is_pair(const char *operand)
{
    struct task_id id;
    const char *sign = strchr(operand, '=');
    if (sign == NULL)
        return false;
    char *former = memory_copy(operand, (size_t)(sign - operand));
    bool pair = task_id_parse(former, &id);
    free(former);
    return pair;
}

static int read_old(struct cmd_ctx *ctx, struct plan **old, struct error *error)
{
    const char *path = NULL;
    char quoted[TEXT_QUOTE_SIZE];
    *old = NULL;
    for (size_t i = 0; i < ctx->operand_count; i++) {
        if (is_pair(ctx->operands[i]))
            continue;
        if (path != NULL)
            return error_set(error, ERROR_USAGE, "a second plan «%s»: expected the old one alone",
                             text_quote_all(quoted, ctx->operands[i]));
        path = ctx->operands[i];
    }
    if (path != NULL)
        *old = store_read_plan(ctx->store, path);
    return 0;
}

/* ---- What the operands decide ---- */

static bool is_named(const struct adoption_item *item, const char *former, size_t length)
{
    const char *task = item->task;
    return strncasecmp(task, former, length) == 0 && (task[length] == '\0' || task[length] == '/');
}

/* Returns whether the operand means the item. Undecided items come first, if there are any. */
static bool is_meant(const struct adoption *adoption, const struct adoption_item *item,
                     const char *former, size_t length)
{
    bool undecided = false;
    for (size_t i = 0; i < adoption->count; i++)
        undecided |= is_named(&adoption->items[i], former, length) && adoption->items[i].undecided;
    return is_named(item, former, length) && (item->undecided || !undecided);
}

static int check_meant(const struct adoption *adoption, const char *former, size_t length,
                       struct error *error)
{
    const struct adoption_item *first = NULL;
    char quoted[TEXT_QUOTE_SIZE];
    text_quote(quoted, former, length);
    for (size_t i = 0; i < adoption->count; i++) {
        const struct adoption_item *item = &adoption->items[i];
        if (!is_meant(adoption, item, former, length))
            continue;
        if (first != NULL && !titles_are_same(first->title, item->title))
            return error_set(
                error, ERROR_USAGE,
                "entries of «%s» have several titles: decide about one first, by the old plan",
                quoted);
        first = first != NULL ? first : item;
    }
    if (first != NULL)
        return 0;
    return error_set(
        error, ERROR_USAGE,
        "no entry of «%s» waits for a decision or is set aside: `cchc adopt --dry-run` "
        "lists those that do",
        quoted);
}

/* Carries an item to a task; an entry of a milestone goes to the same one unless told which. */
static int carry(struct adoption_item *item, const struct update_target *target,
                 struct error *error)
{
    struct task_id id;
    unsigned milestone = task_id_parse(item->task, &id) ? id.milestone : 0;
    if (target->milestone > 0)
        milestone = target->milestone;
    if (!task_has_milestone(target->task, milestone))
        return error_set(error, ERROR_USAGE,
                         "%s: the task has no milestone %u: expected which, as "
                         "%s=ID/N",
                         item->task, milestone, item->task);
    item->decision = DECIDES_CARRIED;
    item->to = target->task;
    item->milestone = milestone;
    item->reason = N_("decided by hand");
    return 0;
}

static int apply_pair(struct adoption *adoption, const struct cmd_ctx *ctx, const char *operand,
                      struct error *error)
{
    struct update_target target = {0};
    size_t length = strcspn(operand, "=");
    const char *now = operand + length + 1;
    bool closes = strcmp(now, "none") == 0;
    if (check_meant(adoption, operand, length, error) != 0)
        return -1;
    if (!closes && update_target_find(&target, now, &ctx->store->scope, error) != 0)
        return -1;
    for (size_t i = 0; i < adoption->count; i++) {
        struct adoption_item *item = &adoption->items[i];
        if (item->decision != DECIDES_NOTHING || !is_meant(adoption, item, operand, length))
            continue;
        if (!closes && carry(item, &target, error) != 0)
            return -1;
        if (closes) {
            item->decision = DECIDES_CLOSED;
            item->reason = N_("decided by hand");
        }
    }
    return 0;
}

/* ---- Entries of the decisions ---- */

static struct journal_entry entry_of(struct recording *recording, const struct adoption_item *item)
{
    struct strbuf text = {0};
    struct journal_entry entry = {
        .decision = item->decision,
        .task = item->task,
        .title = item->title,
        .note = recording_text(recording, _(item->reason)),
    };
    if (item->decision == DECIDES_CARRIED) {
        strbuf_adds(&text, item->task);
        if (item->title != NULL)
            strbuf_addf(&text, " %s", item->title);
        entry.evidence = recording_text(recording, strbuf_text(&text));
        strbuf_clear(&text);
        task_add_milestone_id(&text, item->to, false, item->milestone);
        entry.task = recording_text(recording, strbuf_text(&text));
        entry.title = item->to->text[TASK_TITLE] != NULL
                          ? recording_text(recording, item->to->text[TASK_TITLE])
                          : NULL;
    }
    strbuf_release(&text);
    return entry;
}

static int write_decisions(struct cmd_ctx *ctx, const struct adoption_item *const *rows,
                           size_t count, bool dry, struct error *error)
{
    struct strbuf footer = {0}, decisions = {0};
    const struct journal *journal = store_entries(ctx->store, ctx->store->scope.plans[0]);
    lang_add_plural(&decisions, ctx->style.lang, count, "decision", "decisions");
    if (count == 0)
        strbuf_adds(&footer, _("nothing to decide: every entry counts for its task"));
    else
        strbuf_addf(&footer, dry ? _("would record %s in %s") : _("recorded %s in %s"),
                    decisions.text, journal->path);
    struct records records = {.footer = footer.text};
    records_set_rows(&records, rows, count, sizeof(struct adoption_item *));
    int status = cmd_write_records(ctx, &records, &adoption_columns, error);
    strbuf_release(&footer);
    strbuf_release(&decisions);
    return status;
}

static int record_decisions(struct cmd_ctx *ctx, struct recording *recording,
                            const struct adoption *adoption, struct error *error)
{
    const struct adoption_item **rows = memory_alloc((adoption->count + 1) * sizeof *rows);
    struct journal_entry *entries = memory_alloc((adoption->count + 1) * sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; i < adoption->count; i++)
        if (adoption->items[i].decision != DECIDES_NOTHING) {
            entries[count] = entry_of(recording, &adoption->items[i]);
            rows[count++] = &adoption->items[i];
        }
    if (!recording->dry && count > 0)
        output_outlive_readers();
    int status =
        recording_commit_decisions(recording, ctx->store->scope.plans[0], entries, count, error);
    if (status == 0) {
        ctx->recorded = !recording->dry && count > 0;
        status = write_decisions(ctx, rows, count, recording->dry, error);
    }
    free((void *)rows);
    free(entries);
    return status;
}

/* The journal is locked and read. */
static int adopt(struct cmd_ctx *ctx, struct recording *recording, const struct plan *old,
                 struct error *error)
{
    struct adoption adoption = {0};
    struct plan *plan = ctx->store->scope.plans[0];
    size_t count;
    struct plan **plans = store_sharing(ctx->store, plan, &count);
    int status = 0;
    adoption_init(&adoption, store_entries(ctx->store, plan), plans, count, plan, old);
    for (size_t i = 0; i < ctx->operand_count && status == 0; i++)
        if (is_pair(ctx->operands[i]))
            status = apply_pair(&adoption, ctx, ctx->operands[i], error);
    if (status == 0) {
        adoption_decide(&adoption, plan, old, store_agencies(ctx->store));
        status = record_decisions(ctx, recording, &adoption, error);
    }
    adoption_release(&adoption);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct recording recording;
    struct plan *old = NULL;
    int status = record_init(ctx, ctx->options, &recording, error);
    if (status == 0)
        status = cmd_one_plan(ctx, error);
    if (status == 0)
        status = read_old(ctx, &old, error);
    if (status == 0 && ctx->store->errors.count == 0) {
        status = record_begin(ctx, &recording, ctx->store->scope.plans[0], error);
        if (status == 0)
            status = adopt(ctx, &recording, old, error);
        recording_end(&recording);
    }
    recording_release(&recording);
    plan_free(old);
    return ctx->store->errors.count > 0 ? 0 : status;
}

const struct cmd cmd_adopt = {
    .name = "adopt",
    .summary = N_("carry recorded progress over to an adjusted plan"),
    .operands = N_("[OLD] [ID=NEW…]"),
    .operand_values = {VALUES_PAIRS},
    .details =
        N_("When a plan is adjusted, numbers shift. Every entry keeps the title of its task,\n"
           "so that none counts for another one: adopt finds the task that each is now, by\n"
           "its title; with OLD, the plan as it was, also where the title was reworded and\n"
           "all else stayed the same. What is gone or in doubt is set aside, with the\n"
           "reason: III.2=III.3 carries it over all the same, III.2=none closes it.\n"
           "Decisions are entries like others: log shows them, undo takes them back.\n\n"
           "Examples:\n"
           "  cchc --plan adjusted.csv adopt --dry-run\n"
           "  cchc --plan plan.csv adopt plan-before.csv\n"
           "  cchc --plan plan.csv adopt III.2=III.3 IV.5=none\n"),
    .options = adopt_options,
    .options_size = sizeof(struct record_options) + sizeof(struct row_options),
    .needs = NEED_PLANS | NEED_DATE,
    .formats = FORMAT_ROWS,
    .columns = &adoption_columns,
    .run = run,
};
