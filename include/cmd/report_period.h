// SPDX-License-Identifier: MIT
/* The reporting period that `report` and `answers` are asked for. */
#ifndef CMD_REPORT_PERIOD_H
#define CMD_REPORT_PERIOD_H

#include "cmd/cmd.h"
#include "plan/summary/reporting_period.h"

struct report_period_options {
    const char *period;
    int cut_off; /* decree or calendar */
};
extern const struct option_group report_period_group;

/* Finds the period of the one plan's year; its name is borrowed from the windows, which it fills.
 */
int report_period_read(struct reporting_period *period, struct reporting_windows *windows,
                       const struct cmd_ctx *ctx, const struct report_period_options *options,
                       struct error *error);

/* Returns the Vietnamese name of a period: «6 tháng đầu năm 2021». It is static and valid until
 * the next call. */
const char *report_period_words(const struct reporting_period *period);

#endif
