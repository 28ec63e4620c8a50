// SPDX-License-Identifier: MIT
/* A horizontal bar of block characters (U+2588 to U+258F), to an eighth of a column. */
#ifndef VIEW_CHART_BAR_H
#define VIEW_CHART_BAR_H

#include "base/strbuf.h"

/* The bar of `part` where `whole` takes `width` columns; something is never shown as nothing. */
void bar_add(struct strbuf *out, size_t part, size_t whole, unsigned width);

#endif
