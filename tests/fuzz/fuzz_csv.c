// SPDX-License-Identifier: MIT
/* Plans as CSV: official tables and lists. */
#include "properties.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    property_file(data, size);
    return 0;
}
