// SPDX-License-Identifier: MIT
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

int library_load(const char *file, const char *package, const struct library_symbol *symbols,
                 size_t count, struct error *error)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL)
        return error_set(error, ERROR_SYSTEM,
                         "Excel and Word files need the library %s: install the package %s", file,
                         package);
    for (size_t i = 0; i < count; i++) {
        void *address = dlsym(library, symbols[i].name);
        if (address == NULL)
            return error_set(error, ERROR_SYSTEM, "the library %s has no %s: install a newer %s",
                             file, symbols[i].name, package);
        memcpy(symbols[i].pointer, &address, sizeof address);
    }
    return 0;
}
