// SPDX-License-Identifier: MIT
#include "write/form.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/path.h"
#include "cmd/report_period.h"
#include "view/form_view.h"
#include "write/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct form_target {
    const char *dir;
};
static const struct option form_items[] = {
    {"dir", 0, N_("FOLDER"), N_("the folder for the forms; it is made if it is missing"),
     OPTION_FIELD(struct form_target, dir), .source = VALUES_FOLDERS},
};
static const struct option_group form_group = {N_("Forms:"), OPTION_ITEMS(form_items)};

struct form_options {
    struct form_target target;
    struct report_period_options period;
    struct query query;
    struct row_options rows;
};
static const struct option_use form_options[] = {
    {&form_group, offsetof(struct form_options, target)},
    {&report_period_group, offsetof(struct form_options, period)},
    {&filter_option_group, offsetof(struct form_options, query)},
    {&row_option_group, offsetof(struct form_options, rows)},
    {NULL, 0},
};

static int fail(const char *path, int number, struct error *error)
{
    error_set(error, ERROR_SYSTEM, "cannot write: %s", message_of_errno(number));
    error->path = path;
    return -1;
}

/* Names that no two forms of the round have; one that is there already is never written over. */
static int name_forms(struct form_row *rows, const struct answer_round *round,
                      const struct plan *plan, const char *dir, const char *ending,
                      struct arena *arena, struct error *error)
{
    for (size_t i = 0; i < round->count; i++) {
        struct strbuf path = {0};
        size_t same = 0;
        strbuf_addf(&path, "%s/", dir);
        form_add_name(&path, plan, round->items[i].name);
        for (size_t j = 0; j < i; j++)
            same += strncmp(rows[j].file, strbuf_text(&path), path.length) == 0;
        if (same > 0)
            strbuf_addf(&path, "-%zu", same + 1);
        strbuf_addf(&path, ".%s", ending);
        rows[i] = (struct form_row){&round->items[i], arena_copy(arena, path.text, path.length)};
        strbuf_release(&path);
        if (access(rows[i].file, F_OK) != 0)
            continue;
        error_set(error, ERROR_USAGE,
                  "the form is there already, and may be filled in: expected another --dir");
        error->path = rows[i].file;
        return -1;
    }
    return 0;
}

static int write_file(const char *path, const char *bytes, size_t length, struct error *error)
{
    struct output output;
    if (output_open(&output, path, NULL, error) != 0)
        return -1;
    fwrite(bytes, 1, length, output.stream);
    return output_commit(&output, error);
}

/* The form, and beside it the mail that carries it. */
static int write_form(const struct form *form, const struct format *kind, const char *path,
                      struct error *error)
{
    char *xlsx = NULL, *mail = NULL;
    size_t length = 0, size = 0;
    FILE *out = open_memstream(&xlsx, &length);
    int status = kind->form(form, out, error);
    fclose(out);
    if (status == 0)
        status = write_file(path, xlsx, length, error);
    if (status == 0) {
        struct strbuf beside = {0};
        strbuf_add(&beside, path, strlen(path) - strlen(kind->ending));
        strbuf_adds(&beside, "eml");
        out = open_memstream(&mail, &size);
        form_write_mail(form, strrchr(path, '/') + 1, xlsx, length, out);
        fclose(out);
        status = write_file(beside.text, mail, size, error);
        strbuf_release(&beside);
    }
    free(xlsx);
    free(mail);
    return status;
}

/* Writes forms for all tasks that are open on the day. */
static int write_forms(struct cmd_ctx *ctx, const struct format *kind,
                       const struct answer_round *round, struct form_row *rows, struct error *error)
{
    const struct form_options *options = ctx->options;
    struct plan *plan = ctx->store->scope.plans[0];
    struct reporting_windows windows;
    struct reporting_period period = {0};
    struct form form = {
        .plan = plan, .progress = &ctx->store->progress, .file_type = kind->form_type};
    if (options->period.period != NULL) {
        if (report_period_read(&period, &windows, ctx, &options->period, error) != 0)
            return -1;
        form.send_by = period.send_by;
        form.period = report_period_words(&period);
    }
    if (mkdir(options->target.dir, 0777) != 0 && errno != EEXIST)
        return fail(options->target.dir, errno, error);
    for (size_t i = 0; i < round->count; i++) {
        form.agency = &round->items[i];
        if (write_form(&form, kind, rows[i].file, error) != 0)
            return -1;
    }
    return 0;
}

static int write_answer(struct cmd_ctx *ctx, struct form_row *rows, size_t count,
                        struct error *error)
{
    struct strbuf footer = {0};
    lang_add_plural(&footer, ctx->style.lang, count, "form", "forms");
    struct records records = {.footer = footer.text};
    records_set_rows(&records, rows, count, sizeof *rows);
    int status = cmd_write_records(ctx, &records, &form_columns, error);
    strbuf_release(&footer);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct form_options *options = ctx->options;
    struct answer_round round = {0};
    struct task_list tasks = {0};
    struct arena names = {0};
    const struct format *kind = ctx->format;
    if (options->target.dir == NULL)
        return error_set(error, ERROR_USAGE, "form needs a --dir: the folder that the forms go to");
    if (cmd_one_plan(ctx, error) != 0 || cmd_require_years(ctx, error) != 0)
        return -1;
    /* --format names the format of the forms if it can, else that of the list of forms. */
    if (format_of_name(kind->form != NULL ? &ctx->format : &kind,
                       kind->form != NULL ? FORMAT_ROWS : FORMAT_FORM, "form",
                       kind->form != NULL ? "table" : "xlsx", error) != 0)
        return -1;
    store_select(ctx->store, ctx->query, &tasks);
    answer_round_run(&round, &tasks, store_agencies(ctx->store), &ctx->store->progress);
    struct form_row *rows = memory_alloc((round.count + 1) * sizeof *rows);
    int status = name_forms(rows, &round, ctx->store->scope.plans[0], options->target.dir,
                            kind->ending, &names, error);
    if (status == 0)
        status = write_forms(ctx, kind, &round, rows, error);
    if (status == 0)
        status = write_answer(ctx, rows, round.count, error);
    if (status != 0 && error->path != NULL)
        error->path = arena_intern(&ctx->store->paths, error->path, strlen(error->path));
    free(rows);
    arena_release(&names);
    task_list_release(&tasks);
    answer_round_release(&round);
    return status;
}

const struct cmd cmd_form = {
    .name = "form",
    .summary = N_("forms for agencies to fill in: a workbook and a mail for each"),
    .operands = "",
    .details =
        N_("Each lead agency gets a workbook of its open tasks with what is known of them,\n"
           "and blanks for what it reports: state, day, percent, money, figures of targets,\n"
           "evidence, difficulties. Of a task of several leads the first one answers; the\n"
           "others see it. Beside it is a mail with the workbook in it, to be addressed and\n"
           "sent. --format docx writes Word files instead. What comes back is recorded by\n"
           "update --from FOLDER.\n\n"
           "Examples:\n"
           "  cchc form --dir phieu --period 6m\n"
           "  cchc form --dir phieu --lead 'phong khtc' --format docx\n"),
    .options = form_options,
    .options_size = sizeof(struct form_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_PROGRESS_KNOWN,
    .formats = FORMAT_ROWS | FORMAT_FORM,
    .columns = &form_columns,
    .run = run,
};
