// SPDX-License-Identifier: MIT
/* Shows how much of the files was read, as a line of a terminal that is drawn again and again. */
#ifndef VIEW_PROGRESS_BAR_H
#define VIEW_PROGRESS_BAR_H

#include "base/work_progress.h"
#include "view/records/records.h"

/* Draws the line over what it was before. */
void progress_bar_draw(const struct work_progress *work, const struct style *style, FILE *out);

/* Leaves no trace of it. */
void progress_bar_erase(FILE *out);

#endif
