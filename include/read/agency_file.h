// SPDX-License-Identifier: MIT
/*
 * Names that a user gives to offices: the file `agencies.csv` in the plans' folder. Below a header
 * that begins with «office», each row is an office and in the cells behind it other names of it:
 *
 *   office,names
 *   Phòng Kinh tế - Hạ tầng,P. KTHT,Phòng Kinh tế
 */
#ifndef READ_AGENCY_FILE_H
#define READ_AGENCY_FILE_H

#include "base/error.h"
#include "plan/agency.h"

#define AGENCY_FILE "agencies.csv"

/*
 * Adds what stands beside a plan's file, if anything does. A row without an office, and a name that
 * is another office's already, are errors, as is what is no CSV.
 */
void agency_file_read(struct agency_table *table, const char *plan_path, struct error_list *errors);

/* Reads the same from the bytes of a file. Errors name it by `path`, which is borrowed. */
void agency_file_read_bytes(struct agency_table *table, const char *path, const char *bytes,
                            size_t length, struct error_list *errors);

#endif
