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

/* All that is wrong with one file: the first ERROR_LIST_KEPT are kept, the rest counted. */
#define ERROR_LIST_KEPT 20
struct error_list {
    size_t count;
    enum error_code worst; /* of all of them, kept or not */
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

/* Adds another list's errors. */
void error_list_join(struct error_list *list, const struct error_list *other);

#endif
