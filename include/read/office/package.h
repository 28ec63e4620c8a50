// SPDX-License-Identifier: MIT
/* The relationships by which the parts of an office file refer to each other (ECMA-376 part 2,
 * 6.5). */
#ifndef READ_OFFICE_PACKAGE_H
#define READ_OFFICE_PACKAGE_H

#include "base/zip_read.h"

#define RELATIONS_MAX 4096

struct relation {
    char *id;
    char *type;   /* the last segment of its URI, the same in transitional and strict files */
    char *target; /* the member's name, from the archive's root */
};

/* A part's relations; zeroed is none. */
struct relations {
    struct relation *items;
    size_t count, capacity;
};

/*
 * Reads the relations of a part («xl/workbook.xml»; "" for those of the whole file). Targets
 * outside the archive are left out; a part without relations has none. The caller releases them,
 * also after an error.
 */
int relations_read(struct relations *relations, struct zip_reader *zip, const char *part,
                   struct error *error);
void relations_release(struct relations *relations);

/* Returns the target of the first relation of a type, or of the one with an id; NULL if there is
 * none. */
const char *relations_by_type(const struct relations *relations, const char *type);
const struct relation *relations_by_id(const struct relations *relations, const char *id);

#endif
