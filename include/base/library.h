// SPDX-License-Identifier: MIT
/* Loads a shared library when a command first needs it: linking it would slow the start of every
 * other command. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include "base/error.h"

#include <stddef.h>

/* The name of a library function, and the address of the function pointer to fill. */
struct library_symbol {
    const char *name;
    void *pointer;
};

/*
 * Loads `file`, a name that the loader looks for ("libexpat.so.1") or a path, and finds its
 * symbols; the library stays loaded until the program ends. Returns 0, or -1 with an ERROR_SYSTEM
 * that quotes the loader; some function pointers may then be NULL. A static program (STATIC) loads
 * nothing and always fails.
 */
int library_load(const char *file, const struct library_symbol *symbols, size_t count,
                 struct error *error);

#endif
