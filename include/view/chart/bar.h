// SPDX-License-Identifier: MIT
/* A horizontal bar of block characters (U+2588 to U+258F), to an eighth of a column. */
#ifndef VIEW_CHART_BAR_H
#define VIEW_CHART_BAR_H

#include "base/strbuf.h"

/* Appends the bar of `part` if `whole` takes `width` columns. A part above 0 takes at least an
 * eighth of a column, one above `whole` takes `width`; if `whole` or `width` is 0, nothing is
 * appended. The bar is not padded. */
void bar_add(struct strbuf *out, size_t part, size_t whole, unsigned width);

#endif
