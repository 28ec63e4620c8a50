// SPDX-License-Identifier: MIT
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

int library_load(const char *file, const struct library_symbol *symbols, size_t count,
                 struct error *error)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; library != NULL && i < count; i++) {
        void *address = dlsym(library, symbols[i].name);
        if (address == NULL)
            library = NULL;
        memcpy(symbols[i].pointer, &address, sizeof address);
    }
    if (library != NULL)
        return 0;
    return error_set(error, ERROR_SYSTEM,
                     "Excel and Word files need a library that does not load: %s; install it, or "
                     "build cchc again on this system",
                     dlerror());
}
