// SPDX-License-Identifier: MIT
#include "write/format.h"

#include "base/memory.h"
#include "base/suggest.h"
#include "base/text.h"
#include "view/document/report_view.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Rows that nobody asks for but by this table. */
extern const struct row_format rows_csv, rows_tsv;

/* The first is what is written where nothing names a format. */
static const struct format formats[] = {
    {"table", "txt", .rows = &rows_table, .document = &document_markdown},
    {"csv", "csv", .rows = &rows_csv, .plan = plan_write_csv},
    {"tsv", "tsv", .rows = &rows_tsv},
    {"json", "json", .rows = &rows_json, .report = report_write_json, .plan = plan_write_json},
    {"jsonl", "jsonl", .rows = &rows_jsonl, .plan = plan_write_jsonl},
    {"md", "md", .rows = &rows_markdown, .document = &document_markdown, .plan = plan_write_md},
    {"html", "html", .document = &document_html, .plan = plan_write_html, .dated = true},
    {"ics", "ics", .plan = plan_write_ics, .dated = true},
    {"xlsx", "xlsx", .plan = plan_write_xlsx, .binary = true},
};
enum { FORMATS = sizeof formats / sizeof *formats };

static bool carries(const struct format *format, unsigned uses)
{
    return ((uses & FORMAT_TEXT) != 0 && format->rows == &rows_table) ||
           ((uses & FORMAT_ROWS) != 0 && format->rows != NULL) ||
           ((uses & FORMAT_REPORT) != 0 && (format->document != NULL || format->report != NULL)) ||
           ((uses & FORMAT_PLAN) != 0 && format->plan != NULL);
}

const struct format *format_next(const struct format *format, unsigned uses)
{
    format = format == NULL ? formats : format + 1;
    while (format < formats + FORMATS && !carries(format, uses))
        format++;
    return format < formats + FORMATS ? format : NULL;
}

int format_of_name(const struct format **format, unsigned uses, const char *who, const char *name,
                   struct error *error)
{
    const char *names[FORMATS + 1] = {NULL};
    size_t count = 0;
    for (*format = NULL; (*format = format_next(*format, uses)) != NULL; count++) {
        if (strcmp((*format)->name, name) == 0)
            return 0;
        names[count] = (*format)->name;
    }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "%s has no format «%s»%s", who,
                     text_quote_all(quoted, name), suggest_among(hint, name, names));
}

/* After the last dot of a file's name, unless that begins it: «.profile» has no ending. */
static const char *find_ending(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return dot != NULL && dot != name ? dot + 1 : "";
}

int format_of_path(const struct format **format, unsigned uses, const char *who, const char *path,
                   struct error *error)
{
    const char *ending = find_ending(path);
    const char *endings[FORMATS + 1] = {NULL};
    size_t count = 0;
    for (*format = NULL; (*format = format_next(*format, uses)) != NULL; count++) {
        if (strcasecmp((*format)->ending, *ending != '\0' ? ending : formats->ending) == 0)
            return 0;
        endings[count] = (*format)->ending;
    }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    suggest_among(hint, ending, endings);
    if (*ending == '\0')
        return error_set(error, ERROR_USAGE, "%s needs a format%s", who, hint);
    return error_set(error, ERROR_USAGE, "%s writes no «.%s» file%s", who,
                     text_quote_all(quoted, ending), hint);
}
