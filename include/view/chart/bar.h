// SPDX-License-Identifier: MIT
/* A horizontal bar of block characters (U+2588 to U+258F), to an eighth of a column. */
#ifndef VIEW_CHART_BAR_H
#define VIEW_CHART_BAR_H

#include "base/strbuf.h"

/* Appends the bar of `part` if `whole` takes `width` columns; a part above 0 is never empty. */
void bar_add(struct strbuf *out, size_t part, size_t whole, unsigned width);

#endif
