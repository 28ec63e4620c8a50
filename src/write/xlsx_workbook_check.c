// SPDX-License-Identifier: MIT
#include "write/xlsx_workbook_check.h"

#include "base/text.h"
#include "base/xml.h"

#include <string.h>

struct count {
    const struct zip_reader *zip;
    size_t parts, cells, texts, declared_texts;
};

/* A part's own name begins with a slash. */
static void check_part(struct xml *xml, struct count *count)
{
    const char *part = xml_attribute(xml, "PartName");
    if (part == NULL || *part != '/' || !zip_reader_has(count->zip, part + 1))
        xml_fail(xml, "a part is listed and missing");
    count->parts++;
}

static void count_element(struct xml *xml, const char *name)
{
    struct count *count = xml_context(xml);
    if (strcmp(name, "Override") == 0)
        check_part(xml, count);
    else if (strcmp(name, "c") == 0 && strcmp(xml_parent(xml), "row") == 0)
        count->cells++;
    else if (strcmp(name, "si") == 0)
        count->texts++;
    else if (strcmp(name, "sst") == 0)
        count->declared_texts = xml_number(xml, "uniqueCount", UINT32_MAX, 0);
}

static int count_all(struct zip_reader *zip, struct count *count, struct error *error)
{
    static const struct xml_events events = {.start = count_element};
    const char *name;
    for (size_t i = 0; (name = zip_reader_name(zip, i)) != NULL; i++)
        if (xml_read(zip, name, &events, count, error) != 0)
            return -1;
    return 0;
}

int xlsx_workbook_check(const char *bytes, size_t length, size_t cells, struct error *error)
{
    struct error why = {0};
    struct zip_reader *zip = zip_reader_open_trusted(bytes, length, &why);
    struct count count = {.zip = zip};
    int status = zip != NULL ? count_all(zip, &count, &why) : -1;
    zip_reader_close(zip);
    if (status == 0 && count.parts > 0 && count.cells == cells &&
        count.texts == count.declared_texts)
        return 0;
    if (why.code == ERROR_SYSTEM) {
        *error = why;
        return -1;
    }
    return error_set(error, ERROR_SYSTEM,
                     "cannot write: the Excel file came out damaged%s%s; is the disk of temporary "
                     "files ($TMPDIR, /tmp) full?",
                     why.location.cell[0] != '\0' ? ": " : "", why.location.cell);
}
