// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/postgresql.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "store/journal_care.h"
#include "view/journal_view.h"

#include <string.h>

/* The file that an operand names, else the journal of the plan. */
static int choose_file(const struct cmd_ctx *ctx, const char **path, struct error *error)
{
    if (ctx->operand_count > 2)
        return error_set(error, ERROR_USAGE, "journal %s takes one file", ctx->operands[0]);
    if (ctx->operand_count == 2) {
        *path = ctx->operands[1];
        return 0;
    }
    if (cmd_one_plan(ctx, error) != 0)
        return -1;
    *path = store_entries(ctx->store, ctx->store->scope.plans[0])->path;
    if (*path != NULL)
        return 0;
    error_set(error, ERROR_USAGE, "this plan has no place for a journal");
    return error_settle(error, SETTLED_BY_JOURNAL);
}

static int check(struct cmd_ctx *ctx, struct error *error)
{
    const char *path;
    struct journal_findings findings = {0};
    struct strbuf footer = {0}, entries = {0};
    if (choose_file(ctx, &path, error) != 0)
        return -1;
    int status =
        ctx->operand_count == 2
            ? journal_care_check(&findings, path, error)
            : store_check_journal(ctx->store, ctx->store->scope.plans[0], &findings, error);
    lang_add_plural(&entries, ctx->style.lang, findings.entries, "entry", "entries");
    if (findings.count == 0)
        strbuf_addf(&footer, _("%s: nothing is wrong with it"), entries.text);
    struct records records = {.footer = strbuf_text(&footer)};
    if (status == 0) {
        records_set_rows(&records, findings.items, findings.count, sizeof *findings.items);
        status = cmd_write_records(ctx, &records, &journal_columns, error);
    }
    ctx->found = findings.count > 0;
    strbuf_release(&footer);
    strbuf_release(&entries);
    journal_findings_release(&findings);
    return status;
}

static int merge(struct cmd_ctx *ctx, struct error *error)
{
    struct strbuf text = {0};
    if (ctx->operand_count < 3)
        return error_set(error, ERROR_USAGE, "journal merge needs two journals or more: A B…");
    int status =
        journal_care_merge(&text, ctx->operands + 1, ctx->operand_count - 1, &ctx->store->errors);
    if (status == 0)
        fwrite(text.text, 1, text.length, ctx->out);
    strbuf_release(&text);
    return 0; /* what is wrong is among the store's errors */
}

static int repair(struct cmd_ctx *ctx, struct error *error)
{
    const char *path;
    struct strbuf before = {0}, after = {0};
    if (choose_file(ctx, &path, error) != 0)
        return -1;
    if (pg_is_url(path))
        return error_set(error, ERROR_USAGE,
                         "the journal of a store on a server is not repaired: it never changes");
    int status = journal_care_repair(&after, &before, path, &ctx->store->errors);
    bool same = status == 0 && before.length == after.length &&
                memcmp(before.text, after.text, after.length) == 0;
    if (status == 0 && !same)
        status = journal_care_keep(path, &before, &after, error);
    else if (status != 0)
        status = ctx->store->errors.count > 0 ? 0 : -1;
    if (status == 0 && ctx->store->errors.count == 0)
        fprintf(ctx->out,
                same ? _("%s: nothing to repair\n")
                     : _("%s: repaired; what it was is kept in %s.orig\n"),
                path, path);
    strbuf_release(&before);
    strbuf_release(&after);
    return status;
}

static const char *const words[] = {"check", "merge", "repair", NULL};

static int run(struct cmd_ctx *ctx, struct error *error)
{
    static int (*const runs[])(struct cmd_ctx *, struct error *) = {check, merge, repair};
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    const char *asked = ctx->operand_count > 0 ? ctx->operands[0] : "";
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], asked) == 0)
            return runs[i](ctx, error);
    if (*asked == '\0')
        return error_set(error, ERROR_USAGE, "journal needs a word: check, merge or repair");
    return error_set(error, ERROR_USAGE, "journal cannot «%s»%s", text_quote_all(quoted, asked),
                     suggest_among(hint, asked, words));
}

const struct cmd cmd_journal = {
    .name = "journal",
    .summary = N_("check, merge or repair journals of progress"),
    .operands = N_("check|merge|repair [FILE…]"),
    .operand_words = words,
    .operand_values = {VALUES_JOURNALS},
    .details =
        N_("Every entry has an id and a chain that ties it to the one before it: check finds\n"
           "what was deleted, doubled, moved or edited since, and what a merge left behind\n"
           "(exit code 1). merge writes the union of journals, in which no entry is lost and\n"
           "none stands twice. repair accepts a journal as it stands, without conflict marks\n"
           "and doubled entries, and keeps what it was in FILE.orig. Dates and amounts that\n"
           "a spreadsheet has written another way become what the chain says they were;\n"
           "where it does not tell, or an entry says two things, that is an error. FILE is\n"
           "the plan's journal unless given. In git:\n"
           "  git config merge.cchc.driver 'cchc journal merge %O %A %B --output %A'\n"
           "  echo '*.progress.csv merge=cchc' >> .gitattributes\n\n"
           "Examples:\n"
           "  cchc journal check\n"
           "  cchc journal merge mine.progress.csv theirs.progress.csv --output both.csv\n"
           "  cchc journal repair plan.progress.csv\n"),
    .options = row_options_alone,
    .options_size = sizeof(struct row_options),
    .needs = NEED_PLANS,
    .formats = FORMAT_ROWS,
    .columns = &journal_columns,
    .run = run,
};
