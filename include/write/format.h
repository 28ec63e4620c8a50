// SPDX-License-Identifier: MIT
/*
 * The formats of answers and files. One table says what each is called, what its files end in and
 * what writes what it can carry; --format, help, suggestions and the ending of --output's file
 * follow from it. A format of rows is its writer's file and a row of that table.
 */
#ifndef WRITE_FORMAT_H
#define WRITE_FORMAT_H

#include "plan/summary/report.h"
#include "view/document/document.h"
#include "view/records/records.h"
#include "write/form.h"
#include "write/plan_write.h"

/* The content that formats can carry and commands write, as bits. */
enum {
    FORMAT_TEXT = 1 << 0, /* as a terminal has it: the table's format alone */
    FORMAT_ROWS = 1 << 1,
    FORMAT_REPORT = 1 << 2,
    FORMAT_PLAN = 1 << 3,
    FORMAT_FORM = 1 << 5,     /* what agencies fill in */
    FORMAT_LETTER = 1 << 4,   /* rows that have a title, headings and a footer, as a mail */
    FORMAT_FINDINGS = 1 << 6, /* rows of findings, as editors and build servers read them */
};

/* A writer that is NULL: the format does not carry that. */
struct format {
    const char *name;   /* as --format takes it */
    const char *ending; /* of a file, without its dot; NULL if files in it have none */
    const struct row_format *rows;
    const struct document_format *document; /* of a report for people … */
    /* … or of its own; as report_write_json. */
    int (*report)(const struct report *report, FILE *out, struct error *error);
    plan_writer *plan;
    form_writer *form;
    const char *form_type; /* its file's media type */
    bool letter;           /* its rows are a mail's */
    bool findings;         /* its rows are findings */
    bool dated;            /* a plan in it needs its year */
    bool progress;         /* a plan in it is shown with what is recorded */
    bool binary;           /* no terminal shows it */
};

/* Returns the names or endings of the formats that carry any of these; ends with NULL, the
 * caller frees it. */
const char **format_words(unsigned uses, bool endings);

/*
 * Find the format of a name, or the one that the ending of a path names; a path without an ending
 * is a table. Case does not matter. A format that carries nothing of `uses` is an ERROR_USAGE that
 * lists those that do; messages say that `who` writes them.
 */
int format_of_name(const struct format **format, unsigned uses, const char *who, const char *name,
                   struct error *error);
int format_of_path(const struct format **format, unsigned uses, const char *who, const char *path,
                   struct error *error);

#endif
