// SPDX-License-Identifier: MIT
/*
 * An error is a value: code, location, sentence. A function that can fail takes a `struct error *`
 * last, fills it and returns -1; only cmd and main print. A sentence starts in lower case, says
 * what was found and what was expected, and has no full stop.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdarg.h>
#include <stddef.h>

/* The values are the program's exit codes. */
enum error_code {
    ERROR_NONE = 0,
    ERROR_USAGE = 2,  /* the command line is wrong */
    ERROR_DATA = 3,   /* a file's contents are wrong or ambiguous */
    ERROR_SYSTEM = 4, /* file, disk, memory */
};
_Static_assert(ERROR_NONE < ERROR_USAGE && ERROR_USAGE < ERROR_DATA && ERROR_DATA < ERROR_SYSTEM,
               "of several, the highest is the worst");

/* Tells what would settle an error: something that the user can state besides the files. Only cmd
 * knows how it is stated (by which option), and says so when it prints the error. */
enum settlement {
    SETTLED_BY_NOTHING,
    SETTLED_BY_DECIMAL_MARK,
    SETTLED_BY_UNIT,         /* the unit of figures that have none */
    SETTLED_BY_ENCODING,     /* the file's encoding */
    SETTLED_BY_SHEET,        /* the sheet of an Excel file that is the plan */
    SETTLED_BY_TABLE,        /* the number of the Word table that is the plan */
    SETTLED_BY_ONE_TABLE,    /* the plan is one table and does not continue in the next */
    SETTLED_BY_PLAN,         /* which of several plans is meant */
    SETTLED_BY_SECTION,      /* a section is meant; settling[0] is its code */
    SETTLED_BY_TITLE,        /* the column that holds the titles */
    SETTLED_BY_ROLE,         /* the role of a column */
    SETTLED_BY_ROLES,        /* one of the two roles in `settling`: «lead=C» */
    SETTLED_BY_JOURNAL,      /* where entries are kept */
    SETTLED_BY_ONE_JOURNAL,  /* the entries of several plans are kept in one journal */
    SETTLED_BY_ADOPTING,     /* which old task each task of an adjusted plan continues */
    SETTLED_BY_FORCE,        /* something unlikely is true */
    SETTLED_BY_ORGANISATION, /* the organisation whose plan is meant */
    SETTLEMENT_COUNT,
};

/* A position in a file. */
struct location {
    size_t line, column; /* from 1, columns counted in characters; for a sheet, the cell's row and
                            column; 0 if there is none */
    char cell[48];       /* «Plan!C12», for a source without lines of text; else "" */
};

struct error {
    enum error_code code;
    const char *path; /* borrowed, lives as long as its source; NULL without a file */
    struct location location;
    char text[512]; /* UTF-8; one that is too long is cut between characters */
    enum settlement settles;
    char settling[2][32]; /* names that go with it: a section's code, two roles */
};

/*
 * Sets location->cell to `name` followed by `rest` («Plan», "!C12"), and line and column to 0. The
 * name is made printable and, if too long, cut between characters and ended with «…». `rest` is
 * ASCII of at most 40 bytes and never cut.
 */
void location_set_cell(struct location *location, const char *name, const char *rest);

/* Fills `error`, in the language of base/message.h. Returns -1, so that a failing function can
 * `return error_set(…)`. */
int error_set(struct error *error, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sets what would settle an error that error_set has filled. Returns -1. */
int error_settle(struct error *error, enum settlement settles);

/* The errors of one file: the first ERROR_LIST_KEPT are kept, the rest only counted. */
#define ERROR_LIST_KEPT 20
struct error_list {
    size_t count;
    enum error_code worst; /* of all errors, kept or not */
    size_t in_cells;       /* errors that each lose one cell only: the rest can be read */
    struct error items[ERROR_LIST_KEPT];
};

/* Adds an ERROR_DATA. Returns the error, for the caller to fill in its location, or NULL if it is
 * only counted: finding a location takes time. */
struct error *error_list_add(struct error_list *list, const char *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
struct error *error_list_vadd(struct error_list *list, const char *path, const char *format,
                              va_list arguments) __attribute__((format(printf, 3, 0)));

/* Changes the code of the error that was added last; `error` is NULL if it was only counted. */
void error_list_set_code(struct error_list *list, struct error *error, enum error_code code);

/* Sets what would settle the error that was added last. Returns -1. */
int error_list_settle(struct error_list *list, enum settlement settles);

/* Appends the errors of another list. */
void error_list_join(struct error_list *list, const struct error_list *other);

#endif
