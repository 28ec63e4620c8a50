// SPDX-License-Identifier: MIT
/*
 * An error is a value: code, place, sentence. Whatever can fail takes a `struct error *` last,
 * fills it and returns -1; only main prints. Sentences start in lower case, say what stood there
 * and what was expected, and have no full stop.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdarg.h>
#include <stddef.h>

/* The values are the exit codes of the program. */
enum error_code {
    ERROR_NONE = 0,
    ERROR_USAGE = 2,  /* the command line is wrong */
    ERROR_DATA = 3,   /* a file says something that cannot be read right */
    ERROR_SYSTEM = 4, /* file, disk, memory */
};
_Static_assert(ERROR_NONE < ERROR_USAGE && ERROR_USAGE < ERROR_DATA && ERROR_DATA < ERROR_SYSTEM,
               "of several, the highest is the worst");

/*
 * What would settle an error: something that whoever reads or records can be told beside the files.
 * How it is told, cmd knows, which says so where it prints the error.
 */
enum settlement {
    SETTLED_BY_NOTHING,
    SETTLED_BY_DECIMAL_MARK,
    SETTLED_BY_UNIT,         /* of bare figures */
    SETTLED_BY_ENCODING,     /* of a file */
    SETTLED_BY_SHEET,        /* which of an Excel file's is the plan */
    SETTLED_BY_TABLE,        /* which of a Word file's is, by its number */
    SETTLED_BY_ONE_TABLE,    /* that it is one of them, and does not go on in the next */
    SETTLED_BY_PLAN,         /* which of several is meant */
    SETTLED_BY_SECTION,      /* that a section is meant; `settling` is its code */
    SETTLED_BY_TITLE,        /* which column of a table is the title */
    SETTLED_BY_ROLE,         /* what columns are */
    SETTLED_BY_ROLES,        /* one of two things that columns can be: «lead=C» */
    SETTLED_BY_JOURNAL,      /* where entries are kept */
    SETTLED_BY_ONE_JOURNAL,  /* that those of several plans are kept in one */
    SETTLED_BY_ADOPTING,     /* which task of an adjusted plan is which of before */
    SETTLED_BY_FORCE,        /* that what is unlikely is true */
    SETTLED_BY_ORGANISATION, /* whose plan is meant */
    SETTLEMENT_COUNT,
};

/* Where something stands in a file. */
struct place {
    size_t line, column; /* from 1, the column in characters; of a sheet's cell its row and column;
                            0 where there is none */
    char cell[48];       /* «Plan!C12», where what it stands in has no lines of text; else "" */
};

struct error {
    enum error_code code;
    const char *path; /* borrowed, NULL without a file; lives as long as its source */
    struct place place;
    char text[512]; /* UTF-8, cut at a character where too long */
    enum settlement settles;
    char settling[2][32];
};

/*
 * Makes the cell of a place: a name, made printable and cut at a character, with «…», where the
 * whole does not fit, and what follows it («Plan», "!C12"), ASCII of at most 40 bytes and never
 * cut. Line and column become 0.
 */
void place_name(struct place *place, const char *name, const char *rest);

/* Fills `error`, in the language of base/message.h, and returns -1, so that a failing function can
 * `return error_set(…)`. */
int error_set(struct error *error, enum error_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Says what would settle an error that was set, and returns -1. */
int error_settle(struct error *error, enum settlement settles);

/* All that is wrong with one file: the first ERROR_LIST_KEPT are kept, the rest counted. */
#define ERROR_LIST_KEPT 20
struct error_list {
    size_t count;
    enum error_code worst; /* of all of them, kept or not */
    size_t in_cells;       /* those that leave out a cell alone: the rest can be read */
    struct error items[ERROR_LIST_KEPT];
};

/*
 * Adds what is wrong with a file (ERROR_DATA). Returns the error for its place to be filled in, or
 * NULL where it is only counted: finding places is not free.
 */
struct error *error_list_add(struct error_list *list, const char *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
struct error *error_list_vadd(struct error_list *list, const char *path, const char *format,
                              va_list arguments) __attribute__((format(printf, 3, 0)));

/* Gives the error that was added last, NULL where it is only counted, another code. */
void error_list_grade(struct error_list *list, struct error *error, enum error_code code);

/* Says what would settle the error that was added last, and returns -1. */
int error_list_settle(struct error_list *list, enum settlement settles);

/* Adds another list's errors. */
void error_list_join(struct error_list *list, const struct error_list *other);

#endif
