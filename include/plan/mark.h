// SPDX-License-Identifier: MIT
/* The mark of a row in an official table, in its TT cell or at the beginning of its title: «Phần
 * I», «A.», «III», «Nhóm 2:», «1/», «1.1», «a)», «-». */
#ifndef PLAN_MARK_H
#define PLAN_MARK_H

#include <stdbool.h>
#include <stddef.h>

/* From the outermost to the innermost, as in most documents. */
enum mark_kind {
    MARK_PART,    /* «Phần I», «Phần thứ nhất» */
    MARK_CHAPTER, /* «Chương I» */
    MARK_CAPITAL, /* «A» */
    MARK_ITEM,    /* «Mục 1» */
    MARK_ROMAN,   /* «III» */
    MARK_GROUP,   /* «Nhóm 1», «Lĩnh vực 2» */
    MARK_NUMBER,  /* «1», «1.1», «I.1»; see `depth` */
    MARK_BRACKET, /* «(1)» */
    MARK_LETTER,  /* «a)», «đ.» */
    MARK_SMALL,   /* «ii)» */
    MARK_DASH,    /* «-», «•» */
    MARK_PLUS,    /* «+» */
    MARK_NONE
};

struct mark {
    enum mark_kind kind;
    unsigned depth; /* of a number: 1 for «1», 2 for «1.1» */
    unsigned value; /* of the last part: 2 for «1.2», 3 for «III», 6 for «c)»; 0 for a dash */
    const char *code;  /* «III» of «Phần III.», «1.1»; `length` bytes of the text */
    size_t length;     /* 0 if the mark has no code: «-», «Phần thứ nhất» */
    const char *title; /* the text after the mark */
};

/* Reads the mark that a TT cell is, or begins with. Returns false if there is none. */
bool mark_read(const char *text, struct mark *mark);

/* Reads the mark at the beginning of a title («I. CẢI CÁCH …»), if it cannot be a word of it. */
bool mark_read_title(const char *text, struct mark *mark);

/* Returns the value of a capital letter as a mark, or 0: C is 3, though it is 100 as a numeral. */
unsigned mark_letter_value(const char *code, size_t length);

#endif
