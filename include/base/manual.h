// SPDX-License-Identifier: MIT
/* Pages of the manual, as they are installed below the folder that the build names (MANDIR). */
#ifndef BASE_MANUAL_H
#define BASE_MANUAL_H

#include "base/lang.h"

#include <stdbool.h>

/*
 * Shows a page of section 1 on the terminal with man(1) and waits for the user to leave it. `page`
 * is the program's own word, such as "cchc-list". Returns false, with nothing shown, where the page
 * is not installed in that language, or there is no man.
 */
bool manual_show(const char *page, enum lang lang);

#endif
