// SPDX-License-Identifier: MIT
/* The sheets of a plan's Excel file beside the official table. */
#ifndef WRITE_PLAN_WRITE_XLSX_H
#define WRITE_PLAN_WRITE_XLSX_H

#include "write/plan_write.h"
#include "write/xlsx_workbook.h"

/* Adds the sheets of numbers and of progress; 0, or -1 if a sum is too large. */
int plan_write_xlsx_add_status(struct xlsx_workbook *workbook, const struct plan_extract *extract,
                               struct error *error);
void plan_write_xlsx_add_progress(struct xlsx_workbook *workbook,
                                  const struct plan_extract *extract);

#endif
