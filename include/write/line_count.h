// SPDX-License-Identifier: MIT
/*
 * Counts the lines that a text takes in a column, for the heights of rows. Tables repeat their
 * texts («Văn phòng», «Thường xuyên»), so counts are cached as far as the cache has room.
 */
#ifndef WRITE_LINE_COUNT_H
#define WRITE_LINE_COUNT_H

enum { LINE_COUNT_SLOTS = 4096 };

/* Zeroed is empty. */
struct line_counts {
    struct line_count {
        char *text; /* owned */
        unsigned width, lines;
    } slots[LINE_COUNT_SLOTS];
};

void line_counts_release(struct line_counts *counts);

/* Returns the lines of a text in so many columns of a terminal's width, 1 at least. */
unsigned line_count(struct line_counts *counts, const char *text, unsigned width);

#endif
