// SPDX-License-Identifier: MIT
/*
 * Finds the role of a column in a plan's table from the words of its heading
 * (data/column-words.csv): no heading is looked up whole, since offices word them as they like.
 * Units of money, years and brackets do not stand in the way.
 */
#ifndef READ_TABLE_COLUMN_ROLE_H
#define READ_TABLE_COLUMN_ROLE_H

#include <stdbool.h>
#include <stdint.h>

enum column_role {
    ROLE_UNKNOWN,
    ROLE_NONE, /* known to be something else: a quantity, a reason, what was spent */
    ROLE_MARK,
    ROLE_TITLE,
    ROLE_OUTPUT,
    ROLE_INDICATOR,
    ROLE_LEAD,
    ROLE_COORDINATING,
    ROLE_SCHEDULE,
    ROLE_START,
    ROLE_DUE,
    ROLE_BUDGET,
    ROLE_SOURCE,
    ROLE_PERSON,
    ROLE_NOTE,
    ROLES
};

/* "mark", "title" …, as --role and `plans --roles` call them; "" for unknown, "none". */
extern const char *const column_role_names[ROLES + 1];

/* From this weight on a heading means its role; below, it does if no other column does. */
enum { COLUMN_ROLE_SURE = 8 };

struct column_reading {
    enum column_role role;
    unsigned weight;
    bool may_be_person; /* «Phụ trách»: who leads; a person if another column has the lead */
    bool is_deadline;   /* «Thời hạn», «Hoàn thành»: beside a start it is the end */
    bool has_end;       /* «hoàn thành»: with a start it is both ends */
    bool is_partial;    /* «Kinh phí sự nghiệp»: money of one kind, which is no total */
    bool is_total;      /* «Tổng số»: of the columns beside it */
    bool is_fund;       /* «NSTW», «Xã hội hóa»: money of one source */
    bool is_quantity;   /* «Số lượng»: beside it «Đơn vị» is a unit */
    bool is_state, is_state_share; /* «NSNN», and what it consists of: «NSTW», «NSĐP» */
    bool is_other_office;          /* «Cơ quan thẩm định»: neither leads nor coordinates */
    bool is_bare;                  /* «Đơn vị» and nothing else */
    bool is_unit;                  /* «(triệu đồng)» and no word that says what is counted */
    bool is_percentage;            /* «(%)» */
    int64_t unit;                  /* of money, as money_unit_find says */
    int year;                      /* that the heading names, else 0 */
};

/*
 * The words, loaded when first needed: by column_words_load before several threads use them. The
 * caller frees them with column_words_free, which takes NULL.
 */
struct column_words;
struct column_words *column_words_new(void);
void column_words_load(struct column_words *words);
void column_words_free(struct column_words *words);

/*
 * Reads a heading, in NFC. `above` is the heading above it, NULL or "" for none; it counts if the
 * heading's own words do not decide.
 */
struct column_reading column_role_read(struct column_words *words, const char *above,
                                       const char *heading);

#endif
