// SPDX-License-Identifier: MIT
/* The office that sends documents: `[office]` in the settings. What is not said is NULL. */
#ifndef PLAN_OFFICE_H
#define PLAN_OFFICE_H

struct office {
    const char *name, *superior; /* «SỞ NỘI VỤ», «UBND TỈNH CÀ MAU» */
    const char *place;           /* where it signs: «Cà Mau» */
    const char *position;        /* the signer's: «GIÁM ĐỐC» */
    const char *signer;
    const char *addressee;  /* of a report: «Sở Nội vụ» */
    const char *recipients; /* who else gets it, `;` between them */
    const char *symbol;     /* behind a document's kind: «SNV» */
};

#endif
