// SPDX-License-Identifier: MIT
#include "base/library.h"

#include <string.h>

#ifdef STATIC
int library_load(const char *file, const struct library_symbol *symbols, size_t count,
                 struct error *error)
{
    (void)file, (void)symbols, (void)count;
    return error_set(error, ERROR_SYSTEM,
                     "this cchc is one static file, without the libraries that Excel and Word "
                     "files need; one that was built without STATIC=1 has them");
}
#else
#include <dlfcn.h>

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
#endif
