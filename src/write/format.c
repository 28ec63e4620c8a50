// SPDX-License-Identifier: MIT
#include "write/format.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "view/document/report_view.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Rows that nobody asks for but by this table. */
extern const struct row_format rows_csv, rows_tsv, rows_letter, rows_gcc, rows_github, rows_sarif;

#define OFFICE_TYPE "application/vnd.openxmlformats-officedocument."

/* The first is what is written if nothing names a format. */
static const struct format formats[] = {
    {"table", "txt", .rows = &rows_table, .document = &document_markdown},
    {"csv", "csv", .rows = &rows_csv, .plan = plan_write_csv},
    {"tsv", "tsv", .rows = &rows_tsv},
    {"json", "json", .rows = &rows_json, .report = report_write_json, .plan = plan_write_json},
    {"jsonl", "jsonl", .rows = &rows_jsonl, .plan = plan_write_jsonl},
    {"md", "md", .rows = &rows_markdown, .document = &document_markdown, .plan = plan_write_md},
    {"html", "html", .document = &document_html, .plan = plan_write_html, .dated = true,
     .progress = true},
    {"eml", "eml", .rows = &rows_letter, .letter = true},
    {"gcc", NULL, .rows = &rows_gcc, .findings = true},
    {"github", NULL, .rows = &rows_github, .findings = true},
    {"sarif", "sarif", .rows = &rows_sarif, .findings = true},
    {"ics", "ics", .plan = plan_write_ics, .dated = true, .progress = true},
    {"docx", "docx", .report = report_write_docx, .plan = plan_write_docx, .form = form_write_docx,
     .form_type = OFFICE_TYPE "wordprocessingml.document", .binary = true},
    {"pdf", "pdf", .report = report_write_pdf, .binary = true},
    {"xlsx", "xlsx", .form = form_write_xlsx, .form_type = OFFICE_TYPE "spreadsheetml.sheet",
     .plan = plan_write_xlsx, .progress = true, .binary = true},
};
enum { FORMATS = sizeof formats / sizeof *formats };

static unsigned rows_use(const struct format *format)
{
    return format->letter ? FORMAT_LETTER : format->findings ? FORMAT_FINDINGS : FORMAT_ROWS;
}

static bool carries(const struct format *format, unsigned uses)
{
    return ((uses & FORMAT_TEXT) != 0 && format->rows == &rows_table) ||
           ((uses & rows_use(format)) != 0 && format->rows != NULL) ||
           ((uses & FORMAT_REPORT) != 0 && (format->document != NULL || format->report != NULL)) ||
           ((uses & FORMAT_FORM) != 0 && format->form != NULL) ||
           ((uses & FORMAT_PLAN) != 0 && format->plan != NULL);
}

/* NULL: the first of them; the last one is followed by NULL. */
static const struct format *next_of(const struct format *format, unsigned uses)
{
    format = format == NULL ? formats : format + 1;
    while (format < formats + FORMATS && !carries(format, uses))
        format++;
    return format < formats + FORMATS ? format : NULL;
}

static const char *word_of(const struct format *format, bool ending)
{
    return ending ? format->ending : format->name;
}

const char **format_words(unsigned uses, bool endings)
{
    const char **words = memory_alloc((FORMATS + 1) * sizeof *words);
    size_t count = 0;
    for (const struct format *f = next_of(NULL, uses); f != NULL; f = next_of(f, uses))
        if (word_of(f, endings) != NULL)
            words[count++] = word_of(f, endings);
    words[count] = NULL;
    return words;
}

/* Finds a format by its word, the first by none; `refusal` is given `who`, the word and a hint. */
__attribute__((format(printf, 6, 0))) static int
find_format(const struct format **format, unsigned uses, bool ending, const char *word,
            const char *who, const char *refusal, struct error *error)
{
    const char *wanted = *word != '\0' ? word : word_of(formats, ending);
    for (*format = NULL; (*format = next_of(*format, uses)) != NULL;)
        if (word_of(*format, ending) != NULL && strcasecmp(word_of(*format, ending), wanted) == 0)
            return 0;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    const char **words = format_words(uses, ending);
    suggest_among(hint, word, words);
    if (*word == '\0')
        error_set(error, ERROR_USAGE, "%s needs a format%s", who, hint);
    else
        error_set(error, ERROR_USAGE, refusal, who, text_quote_all(quoted, word), hint);
    free((void *)words);
    return -1;
}

int format_of_name(const struct format **format, unsigned uses, const char *who, const char *name,
                   struct error *error)
{
    return find_format(format, uses, false, name, who, N_("%s has no format «%s»%s"), error);
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
    return find_format(format, uses, true, find_ending(path), who, N_("%s writes no «.%s» file%s"),
                       error);
}
