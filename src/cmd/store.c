// SPDX-License-Identifier: MIT
#include "base/file.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "store/shared_store.h"
#include "view/store_view.h"
#include "write/output.h"

#include <stdlib.h>
#include <string.h>

struct whose_options {
    const char *organisation, *under;
};
#define WHOSE(field) OPTION_FIELD(struct whose_options, field)
static const struct option whose_items[] = {
    {"organisation", 0, N_("NAME"), N_("the organisation, if several have a plan of that name"),
     WHOSE(organisation)},
    {"under", 0, N_("NAME"), N_("of grant: the organisation that this one belongs to"),
     WHOSE(under)},
};
static const struct option_group whose_group = {N_("Whose:"), OPTION_ITEMS(whose_items)};

struct store_options {
    struct whose_options whose;
    struct row_options rows;
};
static const struct option_use store_options[] = {
    {&whose_group, offsetof(struct store_options, whose)},
    {&row_option_group, offsetof(struct store_options, rows)},
    {NULL, 0},
};

static const struct whose_options *whose_of(const struct cmd_ctx *ctx)
{
    return &((const struct store_options *)ctx->options)->whose;
}

static struct strbuf name_of(const struct cmd_ctx *ctx)
{
    struct strbuf name = {0};
    pg_add_shown(&name, ctx->operands[1]);
    return name;
}

static int init(struct cmd_ctx *ctx, struct error *error)
{
    size_t steps;
    if (shared_store_init(ctx->operands[1], &steps, error) != 0)
        return -1;
    struct strbuf name = name_of(ctx);
    fprintf(ctx->out, steps > 0 ? _("%s: the store is ready\n") : _("%s: the store was ready\n"),
            name.text);
    strbuf_release(&name);
    return 0;
}

static struct file_store_options how_to_read(const struct cmd_ctx *ctx)
{
    const struct global_options *global = &ctx->global;
    return (struct file_store_options){
        .year = (int)global->year,
        .decimal_mark = global_decimal_mark(global),
        .unit = global_plan_unit(global),
        .roles = global->roles.items,
        .role_count = global->roles.count,
        .id = global->id,
        .encoding = global->encoding,
        .sheet = global->sheet,
    };
}

static void write_added(const struct cmd_ctx *ctx, const struct shared_plans *added)
{
    for (size_t i = 0; i < added->count; i++) {
        const struct shared_plan *plan = &added->items[i];
        struct strbuf tasks = {0};
        char name[TEXT_QUOTE_SIZE];
        lang_add_plural(&tasks, ctx->style.lang, plan->tasks, "task", "tasks");
        text_quote_all(name, plan->name);
        if (plan->known)
            fprintf(ctx->out, _("%s: the store has it already\n"), name);
        else
            fprintf(ctx->out, _("%s: version %zu, %s\n"), name, plan->version, tasks.text);
        strbuf_release(&tasks);
    }
}

static int add(struct cmd_ctx *ctx, struct error *error)
{
    struct shared_plans added = {0};
    struct file_store_options how = how_to_read(ctx);
    cmd_show_progress(ctx, &how);
    if (how.id != NULL && ctx->operand_count > 3)
        return error_set(error, ERROR_USAGE, "--id is of one plan: expected one file");
    int status = shared_store_add(ctx->operands[1], &how, ctx->operands + 2, ctx->operand_count - 2,
                                  &added, ctx->store, error);
    if (status == 0 && ctx->store->errors.count == 0) {
        output_outlive_readers();
        ctx->recorded = true;
        write_added(ctx, &added);
    }
    shared_plans_release(&added);
    return status;
}

static int list(struct cmd_ctx *ctx, struct error *error)
{
    struct shared_plans plans = {0};
    if (shared_store_list(ctx->operands[1], &plans, error) != 0)
        return -1;
    struct store_row *rows = memory_alloc((plans.count + 1) * sizeof *rows);
    for (size_t i = 0; i < plans.count; i++) {
        const struct shared_plan *plan = &plans.items[i];
        rows[i] = (struct store_row){plan->organisation, plan->name,     plan->file,
                                     plan->added_at,     plan->added_by, plan->sha256,
                                     plan->version,      plan->tasks,    plan->entries};
    }
    struct strbuf footer = {0};
    lang_add_plural(&footer, ctx->style.lang, plans.count, "plan", "plans");
    struct records records = {.footer = strbuf_text(&footer)};
    records_set_rows(&records, rows, plans.count, sizeof *rows);
    int status = cmd_write_records(ctx, &records, &store_columns, error);
    strbuf_release(&footer);
    free(rows);
    shared_plans_release(&plans);
    return status;
}

static int take_away(struct cmd_ctx *ctx, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    if (shared_store_remove(ctx->operands[1], ctx->operands[2], whose_of(ctx)->organisation,
                            error) != 0)
        return -1;
    fprintf(ctx->out, _("«%s» and what was recorded of it is removed\n"),
            text_quote_all(quoted, ctx->operands[2]));
    return 0;
}

/* Writes a file's bytes, whole or not at all. */
static int write_file(const struct cmd_ctx *ctx, const char *path, const struct strbuf *bytes,
                      struct error *error)
{
    struct output output;
    if (output_open(&output, path, ctx->out, error) != 0)
        return -1;
    fwrite(strbuf_text(bytes), 1, bytes->length, output.stream);
    return output_commit(&output, error);
}

/* The journal goes beside the plan. One that is there already is refused: it might have more. */
static int write_journal(const struct cmd_ctx *ctx, const char *plan, const struct strbuf *journal,
                         struct error *error)
{
    struct strbuf there = {0};
    char *path = file_store_journal_beside(plan);
    int status = 0;
    if (file_read(&there, path) == 0 &&
        (there.length != journal->length || memcmp(there.text, journal->text, there.length) != 0))
        status = error_set(error, ERROR_USAGE,
                           "there is another journal at %s: `cchc store pull` unites it with the "
                           "store's",
                           path);
    else if (journal->length > 0)
        status = write_file(ctx, path, journal, error);
    strbuf_release(&there);
    free(path);
    return status;
}

static int export(struct cmd_ctx *ctx, struct error *error)
{
    struct strbuf file = {0}, bytes = {0}, journal = {0};
    const char *path = ctx->operand_count > 3 ? ctx->operands[3] : NULL;
    int status =
        shared_store_export(ctx->operands[1], ctx->operands[2], whose_of(ctx)->organisation, &file,
                            &bytes, &journal, &ctx->store->errors, error);
    if (status == 0 && ctx->store->errors.count == 0 && path == NULL)
        fwrite(strbuf_text(&bytes), 1, bytes.length, ctx->out);
    else if (status == 0 && ctx->store->errors.count == 0 &&
             (status = write_journal(ctx, path, &journal, error)) == 0)
        status = write_file(ctx, path, &bytes, error);
    strbuf_release(&file);
    strbuf_release(&bytes);
    strbuf_release(&journal);
    return status;
}

static int grant(struct cmd_ctx *ctx, struct error *error)
{
    static const char *const kinds[] = {"office", "supervisor", "administrator", NULL};
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    const char *login = ctx->operands[2], *kind = ctx->operands[3], *whose = ctx->operands[4];
    bool known = false;
    for (int i = 0; kinds[i] != NULL; i++)
        known |= strcmp(kinds[i], kind) == 0;
    if (!known)
        return error_set(error, ERROR_USAGE, "no right «%s»%s", text_quote_all(quoted, kind),
                         suggest_among(hint, kind, kinds));
    if (shared_store_grant(ctx->operands[1], login, kind, whose, whose_of(ctx)->under, error) != 0)
        return -1;
    fprintf(ctx->out, _("%s is %s of «%s»\n"), login, kind, text_quote_all(quoted, whose));
    return 0;
}

static void print_refusals(const struct cmd_ctx *ctx, const struct shared_exchange *exchange)
{
    struct strbuf line = {0}, shown = {0};
    const char *rest = strbuf_text(&exchange->refusals);
    while (strbuf_take_line(&line, &rest)) {
        strbuf_clear(&shown);
        text_add_printable(&shown, strbuf_text(&line), true);
        fprintf(ctx->err, _("cchc: not taken, it stays in the file: entry %s\n"),
                strbuf_text(&shown));
    }
    strbuf_release(&line);
    strbuf_release(&shown);
}

static int push(struct cmd_ctx *ctx, struct error *error)
{
    struct shared_exchange exchange = {0};
    struct strbuf entries = {0};
    int status = shared_store_push(ctx->operands[1], ctx->operands[2], whose_of(ctx)->organisation,
                                   ctx->operands[3], &exchange, &ctx->store->errors, error);
    if (status == 0 && ctx->store->errors.count == 0) {
        ctx->recorded = true;
        ctx->found = exchange.refused > 0;
        lang_add_plural(&entries, ctx->style.lang, exchange.sent, "entry", "entries");
        fprintf(ctx->out, _("%s sent\n"), entries.text);
        print_refusals(ctx, &exchange);
    }
    strbuf_release(&entries);
    strbuf_release(&exchange.refusals);
    return status;
}

static int pull(struct cmd_ctx *ctx, struct error *error)
{
    struct shared_exchange exchange = {0};
    struct strbuf made = {0}, entries = {0};
    const char *path = ctx->operands[3];
    int status = shared_store_pull(ctx->operands[1], ctx->operands[2], whose_of(ctx)->organisation,
                                   path, &made, &exchange, &ctx->store->errors, error);
    if (status == 0 && ctx->store->errors.count == 0 && made.length > 0)
        status = write_file(ctx, path, &made, error);
    if (status == 0 && ctx->store->errors.count == 0) {
        lang_add_plural(&entries, ctx->style.lang, exchange.received, "entry", "entries");
        fprintf(ctx->out, _("%s received\n"), entries.text);
    }
    strbuf_release(&made);
    strbuf_release(&entries);
    return status;
}

/* The words of the command; behind each stand so many operands, which are these. */
static const char *const word_names[] = {"init",  "add",  "list", "remove", "export",
                                         "grant", "push", "pull", NULL};
static const struct {
    const char *operands;
    size_t least, most;
    int (*run)(struct cmd_ctx *ctx, struct error *error);
} words[] = {
    {"URL", 1, 1, init},
    {"URL FILE…", 2, SIZE_MAX, add},
    {"URL", 1, 1, list},
    {"URL PLAN", 2, 2, take_away},
    {"URL PLAN [FILE]", 2, 3, export},
    {"URL LOGIN office|supervisor|administrator ORGANISATION", 4, 4, grant},
    {"URL PLAN JOURNAL", 3, 3, push},
    {"URL PLAN JOURNAL", 3, 3, pull},
};
enum { WORDS = sizeof words / sizeof *words };
_Static_assert(sizeof word_names / sizeof *word_names == WORDS + 1, "each word has its name");

static int run(struct cmd_ctx *ctx, struct error *error)
{
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    const char *asked = ctx->operand_count > 0 ? ctx->operands[0] : "";
    size_t count = ctx->operand_count - (ctx->operand_count > 0), word = WORDS;
    for (size_t i = 0; i < WORDS; i++)
        word = strcmp(word_names[i], asked) == 0 ? i : word;
    if (word == WORDS)
        return error_set(error, ERROR_USAGE, "store cannot «%s»%s", text_quote_all(quoted, asked),
                         suggest_among(hint, asked, word_names));
    if (count < words[word].least || count > words[word].most)
        return error_set(error, ERROR_USAGE, "expected: cchc store %s %s", asked,
                         words[word].operands);
    if (!pg_is_url(ctx->operands[1]))
        return error_set(error, ERROR_USAGE, "«%s» is no server's address: expected postgresql://…",
                         text_quote_all(quoted, ctx->operands[1]));
    ctx->store = file_store_new(&(struct file_store_options){0}); /* for errors of files */
    return words[word].run(ctx, error);
}

const struct cmd cmd_store = {
    .name = "store",
    .summary = N_("the shared store of many offices, on PostgreSQL"),
    .operands = N_("WORD URL…"),
    .operand_words = word_names,
    .operand_values = {VALUES_FILES},
    .details = N_("Every command reads and records there with --plan URL as with a file. URL is\n"
                  "what libpq takes: postgresql://LOGIN@HOST/DATABASE, several hosts,\n"
                  "?service=NAME; a password comes from its own files. init makes the store in a\n"
                  "database, or brings it up to date. add brings plans, all or none; each must\n"
                  "say whose it is (organisation, in cchc.ini). grant lets a login of the server\n"
                  "in: an office reads and records its own, a supervisor reads all below, an\n"
                  "administrator brings plans. export gives a plan's file back, and its journal\n"
                  "beside FILE. push and pull bring a file journal together with the store's:\n"
                  "nothing is lost or doubled; what push is refused stays in the file, and the\n"
                  "exit code is 1.\n\n"
                  "Examples:\n"
                  "  cchc store init postgresql://owner@db/cchc\n"
                  "  cchc store add postgresql://owner@db/cchc plan.csv\n"
                  "  cchc store grant postgresql://owner@db/cchc noivu office 'Sở Nội vụ'\n"
                  "  cchc --plan postgresql://noivu@db/cchc update III.2 done\n"
                  "  cchc store push postgresql://noivu@db/cchc plan plan.progress.csv\n"),
    .options = store_options,
    .options_size = sizeof(struct store_options),
    .needs = 0,
    .formats = FORMAT_ROWS,
    .columns = &store_columns,
    .run = run,
};
