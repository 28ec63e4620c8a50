// SPDX-License-Identifier: MIT
/* The conversions of a printf format: what stands between a hostile translation and the stack. */
#ifndef BASE_CONVERSIONS_H
#define BASE_CONVERSIONS_H

#include <stdbool.h>

/*
 * Returns whether a translation converts the arguments that its message does, each written the
 * same («%-8s», not «%s»). Their order may differ where it numbers them all («%2$s: %1$s»). To a
 * message that is no format («Done %») any translation goes.
 */
bool conversions_agree(const char *english, const char *translation);

#endif
