// SPDX-License-Identifier: MIT
#include "plan/summary/report.h"
#include "base/file.h"
#include "base/message.h"
#include "cmd/report_period.h"
#include "view/document/report_view.h"

#include <errno.h>

struct form_options {
    const char *template, *year_before;
};
static const struct option form_items[] = {
    {"template", 0, N_("FILE"), N_("a Word document of your own to fill in, of docx and pdf"),
     OPTION_FIELD(struct form_options, template), .source = VALUES_WORD_FILES},
    {"year-before", 0, N_("FILE"),
     N_("the plan of the year before, to compare with the same day a year earlier"),
     OPTION_FIELD(struct form_options, year_before), .source = VALUES_PLAN_FILES},
};
static const struct option_group form_group = {N_("Form:"), OPTION_ITEMS(form_items)};

struct report_options {
    struct report_period_options period;
    struct form_options form;
    struct query query;
};
static const struct option_use report_options[] = {
    {&report_period_group, offsetof(struct report_options, period)},
    {&form_group, offsetof(struct report_options, form)},
    {&filter_option_group, offsetof(struct report_options, query)},
    {NULL, 0},
};

static int write_report(struct cmd_ctx *ctx, const struct report *report, struct error *error)
{
    struct document document = {ctx->format->document, .out = ctx->out, .lang = ctx->style.lang};
    if (ctx->format->report != NULL)
        return ctx->format->report(report, ctx->out, error);
    report_write(report, &document);
    return 0;
}

/* Reads the office's own form, if one is named. */
static int read_form(const struct cmd_ctx *ctx, struct strbuf *bytes, struct office_form *form,
                     struct error *error)
{
    const struct report_options *options = ctx->options;
    const char *path = options->form.template;
    if (path == NULL)
        return 0;
    if (ctx->format->report != report_write_docx && ctx->format->report != report_write_pdf)
        return error_set(error, ERROR_USAGE, "--template is of docx and pdf");
    if (file_read(bytes, path) != 0) {
        error_set(error, ERROR_SYSTEM, "cannot read: %s", message_of_errno(errno));
        error->path = path;
        return -1;
    }
    *form = (struct office_form){path, strbuf_text(bytes), bytes->length};
    return 0;
}

/* Compares with the plan of the year before, if one is named. */
static int compare(struct cmd_ctx *ctx, struct report *report, struct error *error)
{
    const struct report_options *options = ctx->options;
    const char *path = options->form.year_before;
    if (path == NULL)
        return 0;
    if (cmd_load_beside(ctx, path, error) != 0)
        return -1;
    if (ctx->store->errors.count > 0)
        return 0; /* which main reports */
    struct store *store = ctx->beside;
    struct plan *plan = store->scope.plans[0];
    store_agencies(store);
    if (query_bind(ctx->query, &store->scope, error) != 0) {
        error->path = path;
        return -1;
    }
    return report_compare(report, plan, store_entries(store, plan), ctx->query,
                          store_agencies(store), error);
}

static int run_report(struct cmd_ctx *ctx, const struct office *office, struct error *error)
{
    const struct report_options *options = ctx->options;
    struct reporting_windows windows;
    struct report report = {.office = office};
    if (report_period_read(&report.period, &windows, ctx, &options->period, error) != 0)
        return -1;
    int status = report_run(&report, ctx->store->scope.plans[0],
                            store_entries(ctx->store, ctx->store->scope.plans[0]), ctx->query,
                            store_agencies(ctx->store), ctx->store->progress.as_of, error);
    if (status == 0)
        status = compare(ctx, &report, error);
    if (status == 0)
        status = write_report(ctx, &report, error);
    report_release(&report);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct office office = ctx->store->office;
    struct office_form form = {0};
    struct strbuf bytes = {0};
    if (cmd_one_plan(ctx, error) != 0 || cmd_require_years(ctx, error) != 0)
        return -1;
    if (ctx->format->binary && ctx->terminal && ctx->global.output == NULL)
        return error_set(error, ERROR_USAGE,
                         "%s is not for the terminal: expected --output FILE.%s", ctx->format->name,
                         ctx->format->ending);
    int status = read_form(ctx, &bytes, &form, error);
    office.form = form.path != NULL ? &form : NULL;
    if (status == 0)
        status = run_report(ctx, &office, error);
    strbuf_release(&bytes);
    return status;
}

const struct cmd cmd_report = {
    .name = "report",
    .summary = N_("the periodic report: a Word file to sign, a PDF, a page, Markdown, JSON"),
    .operands = "",
    .details =
        N_("Periods end at the cut-offs that administrative reform is reported by: 14 March\n"
           "(q1), 14 June (6m), 14 September (9m, q3), 14 December (year) and the 14th of a\n"
           "month (m1 to m12); --cut-off calendar takes the ends of quarters and months.\n"
           "Figures are as of the cut-off, each with its change since the one before.\n\n"
           "A Word file has the form of Decree 30/2020, with [office] of cchc.ini.\n"
           "--template fills in a document of your own where it says {{NAME}}: the words\n"
           "  co_quan co_quan_chu_quan ky_hieu dia_danh kinh_gui noi_nhan chuc_vu nguoi_ky\n"
           "  ten_bao_cao ten_ke_hoach nam tu_ngay den_ngay ngay_so_lieu tom_tat\n"
           "the numbers\n"
           "  so_nhiem_vu hoan_thanh hoan_thanh_dung_han hoan_thanh_qua_han\n"
           "  hoan_thanh_khong_thoi_han trong_han qua_han khong_thoi_han da_huy\n"
           "  ty_le_hoan_thanh ty_le_bao_cao kinh_phi giai_ngan\n"
           "and, in a paragraph of their own, the parts\n"
           "  bang_so_lieu ket_qua nhiem_vu_qua_han nhiem_vu_ky_toi phu_luc\n\n"
           "Examples:\n"
           "  cchc report --period 6m\n"
           "  cchc report --period 6m --output report.docx\n"
           "  cchc report --period 6m --template form.docx --output report.docx\n"
           "  cchc report --period year --output report.html --lang vi\n"
           "  cchc report --period 6m --year-before kh-2020.xlsx\n"
           "  cchc report --period q3 --cut-off calendar --lead 'van phong so'\n"),
    .options = report_options,
    .options_size = sizeof(struct report_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_PROGRESS_KNOWN,
    .formats = FORMAT_REPORT,
    .run = run,
};
