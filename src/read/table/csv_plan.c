// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/text.h"
#include "read/formats.h"
#include "read/table/csv_table.h"
#include "read/table/table_plan.h"

static int pass(void *context, const struct table_row *row)
{
    (void)context;
    (void)row;
    return 0;
}

/* Nothing here is a header: say what one is, after anything that is no CSV at all. */
static int refuse(struct plan_builder *builder)
{
    const struct source *source = builder->source;
    size_t length = source->length;
    const char *first = text_trim(source->text, &length);
    if (length == 0)
        return source_error(source, 0, builder->errors,
                            "the file is empty: expected a plan's table");
    struct csv_table csv = csv_table_of(source, ',');
    csv.table.read(&csv.table, pass, NULL, builder->errors);
    length = source_line_length(first, length);
    first = text_trim(first, &length);
    char quoted[TEXT_QUOTE_SIZE];
    return source_error(source, (size_t)(first - source->text), builder->errors, "«%s»: %s",
                        text_quote(quoted, first, length), _(TABLE_HEADER_EXPECTED));
}

int csv_plan_read(struct plan_builder *builder)
{
    static const char delimiters[] = ",;\t";
    struct column_names *names = column_names_new();
    struct table_header header = {0};
    int status = -1;
    for (const char *delimiter = delimiters; *delimiter != '\0' && status != 0; delimiter++) {
        struct csv_table csv = csv_table_of(builder->source, *delimiter);
        if (!table_header_find(&header, &csv.table, names))
            continue;
        csv.table.guarded = header.official; /* as export writes it; lists are exact */
        table_plan_read(builder, &csv.table, &header, names);
        status = 0;
    }
    if (status != 0)
        status = refuse(builder);
    table_header_release(&header);
    column_names_free(names);
    return status;
}
