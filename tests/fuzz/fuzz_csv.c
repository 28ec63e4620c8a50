// SPDX-License-Identifier: MIT
/* Plans as CSV: official tables and lists. */
#include "laws.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    law_file(data, size);
    return 0;
}
