// SPDX-License-Identifier: MIT
/* What holds for whatever a reader reads. Each ends the process where it does not. */
#ifndef TESTS_FUZZ_PROPERTIES_H
#define TESTS_FUZZ_PROPERTIES_H

#include "fuzz.h"
#include "stored_zip.h"

#include "read/plan_read.h"

/*
 * A plan or errors, never both, never neither; each error has a sentence that may go to a terminal,
 * and a path. `source` is the text, in which each must have its place; NULL for an archive, where
 * it may be about the whole file.
 */
void property_answer(const struct plan *plan, const struct error_list *errors,
                     const struct source *source);

/* Cells are trimmed and in NFC, sections and numbers are such, amounts and dates are sound. */
void property_plan(const struct plan *plan);

/* Every date is one, in order, and there where the kind says so. `year` as it was given. */
void property_schedule(const struct schedule *schedule, int year);

/* The two say the same of the same tasks. */
void property_same_schedule(const struct schedule *a, const struct schedule *b);
void property_same_plan(const struct plan *a, const struct plan *b);

/* What `list` writes of the plan as CSV, JSON and JSON Lines loads again as the same tasks. */
void property_round_trip(const struct plan *plan);

/* All of them, for the bytes of a file: a text, or an archive (see stored_zip.h). */
void property_file(const uint8_t *data, size_t size);

/*
 * The same for an office file: bytes that are an archive as they are, others packed into one. They
 * are parts with a NUL between them, which take the place of the first members' bytes.
 */
void property_package(const uint8_t *data, size_t size, const struct stored_member *members,
                      size_t count);

#endif
