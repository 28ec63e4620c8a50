// SPDX-License-Identifier: MIT
#include "base/libreoffice.h"
#include "base/message.h"
#include "view/document/report_view.h"

#include <errno.h>
#include <stdlib.h>

static int refuse(enum process_end end, struct error *error)
{
    if (end == PROCESS_MISSING)
        return error_set(error, ERROR_SYSTEM,
                         "a PDF is made by LibreOffice, which is not installed: install it, or "
                         "write a Word file (docx)");
    if (end == PROCESS_LATE)
        return error_set(error, ERROR_SYSTEM, "LibreOffice took over two minutes to make the PDF");
    return error_set(error, ERROR_SYSTEM, "cannot make the PDF: %s",
                     errno != 0 ? message_of_errno(errno) : _("LibreOffice cannot do it"));
}

int report_write_pdf(const struct report *report, FILE *out, struct error *error)
{
    char *bytes = NULL;
    size_t length = 0;
    struct strbuf made = {0};
    FILE *docx = open_memstream(&bytes, &length);
    if (docx == NULL)
        return error_set(error, ERROR_SYSTEM, "cannot make the PDF: %s", message_of_errno(errno));
    int status = report_write_docx(report, docx, error);
    if (fclose(docx) != 0 && status == 0)
        status = error_set(error, ERROR_SYSTEM, "cannot make the PDF: %s", message_of_errno(errno));
    if (status == 0) {
        enum process_end end = libreoffice_convert(&made, bytes, length, "docx", "pdf");
        if (end == PROCESS_DONE)
            fwrite(made.text, 1, made.length, out);
        else
            status = refuse(end, error);
    }
    strbuf_release(&made);
    free(bytes);
    return status;
}
