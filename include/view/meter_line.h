// SPDX-License-Identifier: MIT
/* How far the reading of files is, as a line of a terminal that is drawn again and again. */
#ifndef VIEW_METER_LINE_H
#define VIEW_METER_LINE_H

#include "base/meter.h"
#include "view/records/records.h"

/* Draws the line over what it was before. */
void meter_line_draw(const struct meter *meter, const struct style *style, FILE *out);

/* Leaves no trace of it. */
void meter_line_erase(FILE *out);

#endif
