// SPDX-License-Identifier: MIT
/*
 * The mark of a row in an official table: what stands in its TT cell, or before the words of its
 * title. «Phần I», «A.», «III», «Nhóm 2:», «1/», «1.1», «a)», «-».
 */
#ifndef PLAN_MARK_H
#define PLAN_MARK_H

#include <stdbool.h>
#include <stddef.h>

/* From the outermost to the innermost, as most documents have them. */
enum mark_kind {
    MARK_PART,    /* «Phần I», «Phần thứ nhất» */
    MARK_CHAPTER, /* «Chương I» */
    MARK_CAPITAL, /* «A» */
    MARK_ITEM,    /* «Mục 1» */
    MARK_ROMAN,   /* «III» */
    MARK_GROUP,   /* «Nhóm 1», «Lĩnh vực 2» */
    MARK_NUMBER,  /* «1», «1.1», «I.1», by depth */
    MARK_BRACKET, /* «(1)» */
    MARK_LETTER,  /* «a)», «đ.» */
    MARK_SMALL,   /* «ii)» */
    MARK_DASH,    /* «-», «•» */
    MARK_PLUS,    /* «+» */
    MARK_NONE
};

struct mark {
    enum mark_kind kind;
    unsigned depth;    /* of a number: 1 for «1», 2 for «1.1» */
    unsigned value;    /* of its last part: 2 for «1.2», 3 for «III» and «c)»; 0 for a dash */
    const char *code;  /* «III» of «Phần III.», «1.1»; in the text, of `length` bytes */
    size_t length;     /* 0 where the mark has no code of its own: «-», «Phần thứ nhất» */
    const char *title; /* what follows the mark in the text */
};

/* Reads the mark that a TT cell is, or begins with. False where it has none. */
bool mark_read(const char *text, struct mark *mark);

/* The same before a title, where only what cannot be a word of it is a mark: «I. CẢI CÁCH …». */
bool mark_read_title(const char *text, struct mark *mark);

/* The value of a capital letter as a mark: 3 for C, which is 100 as a numeral; 0 for none. */
unsigned mark_letter_value(const char *code, size_t length);

#endif
