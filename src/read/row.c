// SPDX-License-Identifier: MIT
#include "read/row.h"

const char *const row_key_names[ROW_KEYS + 1] = {
    [ROW_TITLE] = "title",       [ROW_OUTPUT] = "output",
    [ROW_LEAD] = "lead",         [ROW_COORDINATING] = "coordinating",
    [ROW_SCHEDULE] = "schedule", [ROW_BUDGET] = "budget",
    [ROW_NUMBER] = "number",     [ROW_ID] = "id",
    [ROW_SECTION] = "section",   [ROW_SECTION_TITLE] = "section_title",
    [ROW_PLAN] = "plan",         [ROW_BUDGET_VND] = "budget_vnd",
    [ROW_DUE] = "due",           [ROW_SCHEDULE_KIND] = "schedule_kind",
    [ROW_START] = "start",       [ROW_STATUS] = "status",
    [ROW_PERCENT] = "percent",   [ROW_SPENT_VND] = "spent_vnd",
};
