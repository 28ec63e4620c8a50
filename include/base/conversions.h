// SPDX-License-Identifier: MIT
/* Checks the printf conversions of a translation, so that a hostile one cannot read the stack. */
#ifndef BASE_CONVERSIONS_H
#define BASE_CONVERSIONS_H

#include <stdbool.h>

/*
 * Returns whether a translation converts the same arguments as its message, each written the same
 * («%-8s», not «%s»). Their order may differ if the translation numbers all of them («%2$s: %1$s»).
 * A message that is not a format («Done %») agrees with any translation.
 */
bool conversions_agree(const char *english, const char *translation);

#endif
