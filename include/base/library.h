// SPDX-License-Identifier: MIT
/*
 * A shared library that only some commands need, loaded when the first of them asks for it: one
 * that is linked in would slow the start of every other.
 */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include "base/error.h"

#include <stddef.h>

/* A function of the library and the function pointer, typed as its header says, that it fills. */
struct library_symbol {
    const char *name;
    void *pointer;
};

/*
 * Loads `file`, a name that the loader looks for ("libexpat.so.1") or a path, and finds its
 * symbols; it stays loaded until the program ends. Returns 0, or -1 with an error (ERROR_SYSTEM)
 * that says what the loader said; then some of the function pointers may be NULL. A static program
 * (STATIC) loads nothing, and always has an error.
 */
int library_load(const char *file, const struct library_symbol *symbols, size_t count,
                 struct error *error);

#endif
