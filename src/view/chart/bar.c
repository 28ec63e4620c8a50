// SPDX-License-Identifier: MIT
#include "view/chart/bar.h"

void bar_add(struct strbuf *out, size_t part, size_t whole, unsigned width)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (whole == 0 || part == 0 || width == 0)
        return;
    size_t length = (part * width * 16 + whole) / (whole * 2);
    length = length == 0 ? 1 : length > (size_t)width * 8 ? (size_t)width * 8 : length;
    for (size_t i = 0; i < length / 8; i++)
        strbuf_adds(out, "█");
    strbuf_adds(out, eighths[length % 8]);
}
