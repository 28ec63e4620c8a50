// SPDX-License-Identifier: MIT
#include "io/docx.h"
int docx_read(struct grid_file *file, struct zip *zip, const char *document, const char *path,
              struct error *error)
{
    (void)file;
    (void)zip;
    (void)document;
    (void)path;
    return error_set(error, ERROR_DATA, "not yet");
}
