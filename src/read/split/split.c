// SPDX-License-Identifier: MIT
#include "read/split/split.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "read/split/cut.h"
#include "read/split/join.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    const struct row_reader *reader;
    struct part *parts;
    struct row_range ranges[CUT_RANGES_MAX];
    size_t count;
};

static void read_part(void *context, size_t index)
{
    struct reading *reading = context;
    struct part *part = &reading->parts[index];
    part->status = reading->reader->read(reading->reader, &part->builder, reading->ranges[index]);
}

static int read_parts(struct plan_builder *builder, struct reading *reading)
{
    size_t jobs = builder->source->jobs;
    reading->parts = memory_alloc(reading->count * sizeof *reading->parts);
    for (size_t i = 0; i < reading->count; i++)
        part_init(&reading->parts[i], builder);
    parallel_run(jobs, reading->count, read_part, reading);
    bool fits = join_parts(builder, reading->parts, reading->count, jobs);
    for (size_t i = 0; i < reading->count; i++)
        part_release(&reading->parts[i]);
    free(reading->parts);
    return fits ? 0 : SPLIT_RETRY_SERIALLY;
}

int split_read_rows(struct plan_builder *builder, const struct row_reader *reader)
{
    struct reading reading = {.reader = reader};
    if (builder->source->jobs > 1)
        reading.count = cut_rows(builder->source, reader, reading.ranges);
    return reading.count > 1 ? read_parts(builder, &reading)
                             : reader->read(reader, builder, reader->range);
}
