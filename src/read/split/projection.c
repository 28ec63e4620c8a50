// SPDX-License-Identifier: MIT
#include "read/split/projection.h"

bool projection_has_section(const struct projection *projection, unsigned value)
{
    for (size_t i = 0; projection->sections != NULL && i < projection->section_count; i++)
        if (section_value_matches(value, projection->sections[i]))
            return true;
    return projection->sections == NULL;
}
