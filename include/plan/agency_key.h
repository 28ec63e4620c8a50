// SPDX-License-Identifier: MIT
/*
 * The key of an office's name: the same for all ways to write it. It is folded, its abbreviations
 * written out («Sở TT&TT», «P. Nội vụ», «VP UBND»), i and y are one letter, and bullets, dashes,
 * commas, «và» and a closing stop are left out: «Sở Lao động - Thương binh và Xã hội» and «sở
 * LĐTBXH.» have one key. Names of different offices have different keys; an abbreviation that
 * stands for several is left as it is.
 */
#ifndef PLAN_AGENCY_KEY_H
#define PLAN_AGENCY_KEY_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends the key of a name, which is "" for one without a letter or figure. */
void agency_key_add(struct strbuf *out, const char *name, size_t length);

/*
 * Returns whether a text begins with a word that offices begin with («Sở», «phòng», «UBND», «VP»),
 * followed by one that makes it a name: «ban, ngành» is none, «ban Dân tộc» is one. Behind several
 * of a kind (`within`: «các phòng, đơn vị thuộc Sở») a name without a capital is one more of them.
 */
bool agency_key_begins_name(const char *text, size_t length, bool within);

/* Returns whether a name is that of several of a kind: «Các sở», «UBND các xã». */
bool agency_key_is_collective(const char *name, size_t length);

#endif
