// SPDX-License-Identifier: MIT
#include "read/table/table_plan.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "read/plan_join.h"
#include "read/table/table_rows.h"

#include <stdlib.h>

/* ---- In parts ---- */

struct part {
    struct table *table;
    struct table_rows reading;
    struct plan_builder builder;
    struct error_list errors;
};

static void read_part(void *context, size_t index)
{
    struct part *part = &((struct part *)context)[index];
    part->table->read(part->table, table_rows_read, &part->reading, &part->errors);
}

static void begin_part(struct part *part, const struct table_rows *whole, struct table *table,
                       bool first)
{
    *part = (struct part){.table = table, .reading = *whole};
    plan_builder_init_part(&part->builder, whole->builder, &part->errors);
    part->reading.builder = &part->builder;
    part->reading.table = table;
    part->reading.around = (struct table_text){.builder = &part->builder, .table = table};
    part->reading.by_parts = false;
    part->reading.is_part = !first;
    part->reading.below_header = first;
    part->reading.section =
        first || !whole->header.official ? NULL : (struct section *)&plan_continued;
    if (!first || !whole->header.official)
        table_rows_use(&part->reading);
}

/* The last part's strays are the footer; before a section or task there may be none. */
static bool take_strays(struct table_rows *whole, struct part *parts, size_t count)
{
    bool below = false;
    for (size_t i = 0; i < count; i++) {
        struct table_text *around = &parts[i].reading.around;
        if (below && parts[i].builder.plan->task_count + parts[i].builder.plan->section_count > 0)
            return false;
        below |= around->stray_count > 0;
        table_text_take(&whole->around, around);
    }
    return true;
}

static bool join_parts(struct table_rows *reading, struct part *parts, size_t count, size_t jobs)
{
    struct plan_builder *builders = memory_alloc(count * sizeof *builders);
    bool fits = true;
    for (size_t i = 0; i < count; i++) {
        builders[i] = parts[i].builder;
        fits &= parts[i].errors.count == 0;
    }
    fits = fits && take_strays(reading, parts, count) &&
           plan_join(reading->builder, builders, count, jobs, reading->header.official);
    free(builders);
    return fits;
}

static void release_part(struct part *part)
{
    table_text_release(&part->reading.around);
    plan_free(part->builder.plan);
    plan_builder_release(&part->builder);
    free(part->table);
}

/* Reads what is below the header, a part a thread. */
static void read_parts(struct table_rows *reading)
{
    struct table *tables[TABLE_PARTS_MAX];
    struct plan_builder *builder = reading->builder;
    size_t jobs = builder->source->jobs;
    size_t count =
        reading->table->split(reading->table, reading->body_offset, reading->body_line, tables);
    struct part *parts = memory_alloc(count * sizeof *parts);
    for (size_t i = 0; i < count; i++)
        begin_part(&parts[i], reading, tables[i], i == 0);
    parallel_run(jobs, count, read_part, parts);
    if (!join_parts(reading, parts, count, jobs))
        plan_builder_give_up(builder);
    for (size_t i = 0; i < count; i++)
        release_part(&parts[i]);
    free(parts);
}

void table_plan_read(struct plan_builder *builder, struct table *table, struct table_header *header,
                     const struct column_names *names)
{
    struct table_rows reading = {
        .builder = builder, .table = table, .names = names, .header = *header};
    reading.around = (struct table_text){.builder = builder, .table = table};
    builder->composed = table->composed;
    reading.by_parts = table->split != NULL && builder->source->jobs > 1;
    if (table->read(table, table_rows_read, &reading, builder->errors) != 0 &&
        builder->errors->count == 0)
        read_parts(&reading);
    if (!reading.in_body) /* nothing stands below the header */
        table_rows_end_header(&reading);
    table_text_end(&reading.around);
    table_text_release(&reading.around);
    free(reading.extras);
    free(reading.skip);
    *header = reading.header;
}
