// SPDX-License-Identifier: MIT
/*
 * Reading a plan, whatever format it comes in. The format is told from the content: an official
 * table or list as CSV (`,`, `;` or tab), in an Excel (.xlsx) or Word (.docx) file, a JSON
 * document, JSON Lines or a JSON array of rows.
 */
#ifndef READ_PLAN_READ_H
#define READ_PLAN_READ_H

#include "plan/plan.h"
#include "read/source.h"
#include "read/table/column_choice.h"

#include <stdbool.h>

struct read_options {
    const char *id;           /* of a plan whose file gives it none; NULL: its file's name */
    const char *organisation; /* of a plan that names none, or NULL */
    int year;                 /* for a plan that names none; 0 if the user gave none */
    char decimal_mark;        /* '.', ',' or 0: see base/money.h */
    int64_t unit; /* in đồng, of the plan's bare figures, whatever it states; 0: as it states */
    struct role_choices choices; /* what the user says of an official table's columns */
    const char *encoding; /* of a file that is not UTF-8; NULL: as its byte order mark says */
    const char *sheet;    /* of an Excel file, by name or number, or a Word file's table; or NULL */
    struct work_progress *work; /* is advanced by the bytes read; or NULL */
    size_t jobs;                /* threads that may read a large file at once; 0 is one */
    unsigned skipped; /* bits of 1 << task_field: texts that nobody asks for stay NULL; schedule
                         and budget are read in any case */
    const unsigned *sections; /* values (section_value) of the sections to keep, whereas tasks of
                                 others are only checked; NULL: all. Borrowed */
    size_t section_count;
    bool keep_cells; /* keep the plan although amounts or dates cannot be read: each is an error,
                        and its cell is left out */
    bool keep_locations; /* of every task's cells, for findings about the document itself */
};

/*
 * Returns the plan in a file ("-": standard input, "": the built-in plan), or NULL with every error
 * of the file in `errors`: a file that cannot be read right is refused whole. With keep_cells a
 * plan may come together with errors of cells. If the file has several plans, which its rows name,
 * they are a chain, which the caller frees with one plan_free. `path` is borrowed as long as the
 * plan lives.
 */
struct plan *plan_read_path(const char *path, const struct read_options *options,
                            struct error_list *errors);

/* Returns the same from a source that source_check has let through. The options' encoding, jobs and
 * work are not used: the source has its own. */
struct plan *plan_read(const struct source *source, const struct read_options *options,
                       struct error_list *errors);

/* Returns the same from the bytes of a file, which come from elsewhere and are not kept. */
struct plan *plan_read_bytes(const char *path, const char *bytes, size_t length,
                             const struct read_options *options, struct error_list *errors);

#endif
