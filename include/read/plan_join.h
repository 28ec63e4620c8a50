// SPDX-License-Identifier: MIT
/* Plans that were built of a file's parts, joined to those of the whole. */
#ifndef READ_PLAN_JOIN_H
#define READ_PLAN_JOIN_H

#include "read/plan_builder.h"

/*
 * Takes over what the parts hold, in order, behind what the builder holds. In an official table,
 * whose sections have rows of their own, a part's first tasks stand in `plan_continued`: they
 * belong to the last section of the parts before. False where the parts do not fit together: all
 * of it is to be read again as a whole, which says what is wrong. The parts' plans that are left
 * are the caller's to free.
 */
bool plan_join(struct plan_builder *builder, struct plan_builder *parts, size_t count, size_t jobs,
               bool official);

extern const struct section plan_continued;

#endif
