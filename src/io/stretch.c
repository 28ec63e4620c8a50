// SPDX-License-Identifier: MIT
#include "io/stretch.h"

#include "base/parallel.h"
#include "base/text.h"

#include <string.h>

enum { BYTES_MIN = 1024 * 1024, BLOCK = 64 * 1024 };

void stretch_count(const struct source *source, struct stretch *stretch)
{
    stretch->line_ends = stretch->quotes = 0;
    for (size_t at = stretch->start, size; at < stretch->end; at += size) {
        const char *text = source->text + at;
        size = stretch->end - at < BLOCK ? stretch->end - at : BLOCK;
        stretch->quotes += text_count_byte(text, size, '"');
        stretch->line_ends += text_count_byte(text, size, '\n');
        for (const char *r = text; (r = memchr(r, '\r', (size_t)(text + size - r))) != NULL; r++)
            stretch->line_ends += r[1] != '\n';
    }
}

struct dividing {
    const struct source *source;
    struct stretch *stretches;
};

static void count_one(void *context, size_t index)
{
    const struct dividing *dividing = context;
    stretch_count(dividing->source, &dividing->stretches[index]);
}

size_t stretch_divide(const struct source *source, size_t start, size_t end,
                      struct stretch stretches[STRETCHES_MAX])
{
    size_t size = end - start, most = 2 * source->jobs;
    size_t count = size / BYTES_MIN < most ? size / BYTES_MIN : most;
    if (source->jobs < 2 || count < 2)
        count = 1;
    if (count > STRETCHES_MAX)
        count = STRETCHES_MAX;
    for (size_t i = 0; i < count; i++)
        stretches[i] = (struct stretch){.start = start + size / count * i,
                                        .end = start + size / count * (i + 1)};
    stretches[count - 1].end = end;
    struct dividing dividing = {source, stretches};
    parallel_run(source->jobs, count - 1, count_one, &dividing);
    return count;
}
