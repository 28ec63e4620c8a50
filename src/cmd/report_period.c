// SPDX-License-Identifier: MIT
#include "cmd/report_period.h"

#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

static const char *const cut_off_words[] = {"decree", "calendar", NULL};

static const struct option period_items[] = {
    {"period", 0, N_("PERIOD"), N_("q1, 6m, 9m, q3, year, or a month: m1 to m12"),
     OPTION_FIELD(struct report_period_options, period), .source = VALUES_PERIODS},
    {"cut-off", 0, N_("KIND"),
     N_("decree (default): the 14th; or calendar: ends of quarters and months"),
     OPTION_FIELD(struct report_period_options, cut_off), .words = cut_off_words},
};
const struct option_group report_period_group = {N_("Report:"), OPTION_ITEMS(period_items)};

int report_period_read(struct reporting_period *period, struct reporting_windows *windows,
                       const struct cmd_ctx *ctx, const struct report_period_options *options,
                       struct error *error)
{
    const char *names[REPORTING_WINDOWS_MAX + 1];
    const char *name = options->period, *cut_off = cut_off_words[options->cut_off];
    int year = ctx->store->scope.plans[0]->year;
    *windows = (struct reporting_windows){0};
    store_periods(windows);
    if (name == NULL)
        return error_set(error, ERROR_USAGE,
                         "%s needs a --period: q1, 6m, 9m, q3, year, or a month, m1 to m12",
                         ctx->cmd->name);
    if (reporting_period_find(period, windows, name, cut_off, year))
        return 0;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    reporting_period_names(windows, names, sizeof names / sizeof *names);
    return error_set(error, ERROR_USAGE, "no period «%s»%s", text_quote(quoted, name, strlen(name)),
                     suggest_among(hint, name, names));
}

const char *report_period_words(const struct reporting_period *period)
{
    static const char *const words[][2] = {{"q1", "Quý I"},
                                           {"6m", "6 tháng đầu năm"},
                                           {"9m", "9 tháng đầu năm"},
                                           {"q3", "Quý III"},
                                           {"year", "năm"}};
    static char text[64];
    int year = period->until.year;
    snprintf(text, sizeof text, "tháng %s/%d", period->name + 1, year);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], period->name) == 0)
            snprintf(text, sizeof text, "%s %d", words[i][1], year);
    return text;
}
