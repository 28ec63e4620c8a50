// SPDX-License-Identifier: MIT
/*
 * The key of an office's name is the same for all ways to write it. The name is folded,
 * abbreviations are written out («Sở TT&TT», «P. Nội vụ», «VP UBND»), i and y are one letter, and
 * bullets, dashes, commas, «và» and a closing full stop are left out: «Sở Lao động - Thương binh và
 * Xã hội» and «sở LĐTBXH.» have the same key. Different offices have different keys; an
 * abbreviation that stands for several is kept.
 */
#ifndef PLAN_AGENCY_KEY_H
#define PLAN_AGENCY_KEY_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends the key of a name; "" for a name without a letter or digit. */
void agency_key_add(struct strbuf *out, const char *name, size_t length);

/*
 * Returns whether a text begins with a word that offices begin with («Sở», «phòng», «UBND», «VP»),
 * followed by one that makes it a name: «ban, ngành» is no name, «ban Dân tộc» is one. With
 * `within`, after several offices of a kind («các phòng, đơn vị thuộc Sở»), a name without a
 * capital belongs to them and does not count.
 */
bool agency_key_begins_name(const char *text, size_t length, bool within);

/* Returns whether a name means several offices of a kind: «Các sở», «UBND các xã». */
bool agency_key_is_collective(const char *name, size_t length);

#endif
