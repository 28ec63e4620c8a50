// SPDX-License-Identifier: MIT
#include "cmd/cmd.h"

/* Each ends the file of its name. */
extern const struct cmd cmd_show, cmd_due, cmd_budget, cmd_status, cmd_timeline, cmd_report,
    cmd_plans, cmd_agencies, cmd_check, cmd_diff, cmd_update, cmd_log, cmd_undo, cmd_adopt,
    cmd_journal, cmd_export, cmd_answers, cmd_form, cmd_store, cmd_config;

const struct cmd *const cmd_table[] = {
    &cmd_list,   &cmd_show,  &cmd_due,      &cmd_budget,  &cmd_status, &cmd_timeline,
    &cmd_report, &cmd_plans, &cmd_agencies, &cmd_check,   &cmd_diff,   &cmd_update,
    &cmd_log,    &cmd_undo,  &cmd_adopt,    &cmd_journal, &cmd_form,   &cmd_answers,
    &cmd_export, &cmd_store, &cmd_config,   &cmd_help,    NULL,
};
