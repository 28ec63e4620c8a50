// SPDX-License-Identifier: MIT
/* What the rules find in all plans that are asked for: what check and plans have in common. */
#ifndef CMD_CHECKING_H
#define CMD_CHECKING_H

#include "cmd/cmd.h"
#include "plan/check/check.h"

/*
 * Checks each plan of the scope with its journal, many plans by several threads. A list of findings
 * for each plan, in their order; the caller releases and frees them.
 */
struct finding_list *checking_run(const struct cmd_ctx *ctx, check_rule_set ignored);

#endif
