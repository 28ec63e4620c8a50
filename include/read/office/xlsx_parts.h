// SPDX-License-Identifier: MIT
/*
 * The parts that the sheets of an Excel file share (ECMA-376 part 1, 18.2, 18.4 and 18.8): the list
 * of sheets, the shared strings, the number formats of the cells' styles.
 */
#ifndef READ_OFFICE_XLSX_PARTS_H
#define READ_OFFICE_XLSX_PARTS_H

#include "read/office/package.h"
#include "read/office/xlsx_format.h"

#define XLSX_SHEETS_MAX 1024
#define XLSX_STYLES_MAX 65536U /* Excel's own limit is 65,490 */
#define XLSX_CODES_MAX 8192    /* number formats that are not built in */
#define XLSX_STRINGS_MAX (1U << 22)

struct xlsx_sheet {
    const char *name, *relation; /* in the arena */
    bool hidden;
};

struct xlsx_parts {
    struct arena *arena; /* of all strings, the caller's */
    struct xlsx_sheet *sheets;
    size_t sheet_count, sheet_capacity;
    bool from_1904; /* the days that dates count from */
    const char **strings;
    size_t string_count, string_capacity;
    struct xlsx_format *formats; /* of each cell style */
    size_t format_count, format_capacity;
};

/*
 * Reads them all; `workbook` is the part that lists the sheets and `relations` are its own. Zeroed
 * but for the arena before; the caller releases it, also after an error. Returns 0 or -1.
 */
int xlsx_parts_read(struct xlsx_parts *parts, struct zip_reader *zip, const char *workbook,
                    const struct relations *relations, struct error *error);
void xlsx_parts_release(struct xlsx_parts *parts);

/* Appends a string of the file: «_x000A_» in it is the character of that number (22.9.2.19). */
void xlsx_text_add(struct strbuf *out, const char *text, size_t length);

#endif
