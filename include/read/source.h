// SPDX-License-Identifier: MIT
/* The text of one file, checked: UTF-8 without its byte order mark, no NUL inside. */
#ifndef READ_SOURCE_H
#define READ_SOURCE_H

#include "base/error.h"
#include "base/work_progress.h"

#include <stdbool.h>
#include <stddef.h>

#define SOURCE_SIZE_MAX ((size_t)1 << 30)    /* bytes of a pipe; more is ERROR_SYSTEM */
#define SOURCE_SIZE_MAPPED ((size_t)1 << 20) /* a file of so many bytes is mapped, not read */

/* A text is searched for the ends of its rows in pieces of this many bytes. */
#define SOURCE_PIECE ((size_t)64 * 1024)
struct source_piece {
    size_t quotes, line_ends; /* CR, LF and CRLF are one each, counted with their last byte */
};

struct source {
    const char *path; /* as the user gave it, borrowed; "-" for standard input */
    const char *text; /* `length` bytes and a NUL after them */
    size_t length;
    char *owned;   /* what source_release frees; NULL for text built in */
    size_t mapped; /* bytes that source_release unmaps from `owned` on, instead of freeing it */
    bool composed; /* source_check has found nothing in it that Normalization Form C changes */
    struct source_piece *pieces; /* counted by source_check if it has jobs; owned */
    size_t piece_count;
    size_t jobs;                /* threads that may work on it at once; 0 is one */
    struct work_progress *work; /* what its reader advances by its bytes, or NULL */
};

/*
 * Reads a file, or standard input for "-". Its encoding is what its byte order mark says, else
 * the named one, else UTF-8 (NULL names none). What is no text in it is an error with its location.
 * All of its errors are added to `errors`; nothing is to be released then.
 */
int source_read(struct source *source, const char *path, const char *encoding,
                struct error_list *errors);

/*
 * Reads the bytes alone, whatever they are; source_check is still to come. A large file is mapped:
 * if someone cuts it short meanwhile, the process ends with a message and ERROR_SYSTEM.
 */
int source_load(struct source *source, const char *path, struct error_list *errors);

/* Bytes that come from elsewhere, copied, as source_load would leave them. */
struct source source_of_bytes(const char *path, const char *bytes, size_t length);

/*
 * Does what source_read does, for bytes that are in memory already, with a NUL after them. If the
 * text has to be decoded, the result replaces `owned`; source_release frees it.
 */
int source_check(struct source *source, const char *encoding, struct error_list *errors);
void source_release(struct source *source);

/* Finds the line and the column (in characters) of a byte, both from 1. CR, LF and CRLF end
 * lines. */
void source_locate(const struct source *source, size_t offset, size_t *line, size_t *column);

/*
 * Walks forward through a source and counts its lines, and the characters of the line it is in, so
 * that a file of one long line is not counted from its start for each location. Starts with line 1.
 */
struct line_cursor {
    size_t offset, line; /* the first byte of the line, and the line's number */
    size_t next;         /* the first byte of the next line; 0 while that is unknown */
    size_t at, column;   /* a byte of the line, and the characters before it */
};

/* Returns the line of a byte that is not before the last one asked for. The cursor is then at
 * that byte. */
size_t source_line(const struct source *source, struct line_cursor *cursor, size_t offset);

/* Does the same for a byte that is not before the cursor's line, counting from the cursor's
 * byte. */
void source_locate_from(const struct source *source, struct line_cursor cursor, size_t offset,
                        struct location *location);

/* Adds an error at a byte of the source and returns -1. */
int source_error(const struct source *source, size_t offset, struct error_list *errors,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
int source_verror(const struct source *source, size_t offset, struct error_list *errors,
                  const char *format, va_list arguments) __attribute__((format(printf, 4, 0)));

/* Returns the length of the line at `text`, its end included. */
size_t source_line_length(const char *text, size_t length);

#endif
