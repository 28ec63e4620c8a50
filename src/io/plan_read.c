// SPDX-License-Identifier: MIT
#include "io/plan_read.h"

#include "base/strbuf.h"
#include "base/text.h"
#include "io/builtin.h"
#include "io/formats.h"
#include "io/zip.h"

#include <string.h>

/* The file's name without its folder and ending. */
static const char *id_of_path(struct plan *plan)
{
    if (strcmp(plan->path, "-") == 0)
        return "stdin";
    const char *slash = strrchr(plan->path, '/');
    const char *name = slash != NULL ? slash + 1 : plan->path;
    const char *dot = strrchr(name, '.');
    size_t length = dot != NULL && dot > name ? (size_t)(dot - name) : strlen(name);
    struct strbuf id = {0};
    for (size_t i = 0; i < length;) { /* a file's name is any bytes, an id is text */
        size_t valid = text_invalid_offset(name + i, length - i);
        text_add_nfc(&id, name + i, valid);
        i += valid;
        if (i < length)
            strbuf_addf(&id, "%%%02X", (unsigned char)name[i++]);
    }
    const char *interned = arena_intern(plan->arena, strbuf_text(&id), id.length);
    strbuf_release(&id);
    return interned;
}

static bool is_json(const struct source *source)
{
    size_t length = source->length;
    const char *first = text_trim(source->text, &length);
    return length > 0 && (*first == '{' || *first == '[');
}

static int read_content(struct plan_builder *builder, const char *sheet)
{
    const struct source *source = builder->source;
    if (zip_begins(source->text, source->length))
        return office_plan_read(builder, sheet);
    if (sheet != NULL) {
        struct error *error =
            error_list_add(builder->errors, source->path,
                           "--sheet «%s»: this plan is no Excel or Word file", sheet);
        if (error != NULL)
            error->code = ERROR_USAGE;
        return -1;
    }
    return is_json(source) ? json_plan_read(builder) : csv_plan_read(builder);
}

struct plan *plan_read(const struct source *source, const struct read_options *options,
                       struct error_list *errors)
{
    struct plan_builder builder = {
        .plan = plan_new(source->path),
        .source = source,
        .errors = errors,
        .keep_places = options->keep_places,
        .money = {.unit = MONEY_MILLION, .decimal_mark = options->decimal_mark},
    };
    struct plan *plan = builder.plan;
    size_t before = errors->count;
    int status = read_content(&builder, options->sheet);
    int due_year = status == 0 && plan->year == 0 ? plan_builder_due_year(&builder) : 0;
    plan_builder_release(&builder);
    if (status != 0 || errors->count > before) {
        plan_free(plan);
        return NULL;
    }
    if (plan->id == NULL)
        plan->id = builder.row_plan != NULL ? builder.row_plan : id_of_path(plan);
    if (plan->year == 0)
        plan->year = due_year;
    if (plan->year == 0)
        plan->year = options->year;
    plan->unit = builder.money.unit;
    plan->decimal_mark = options->decimal_mark;
    plan_finish(plan);
    return plan;
}

struct plan *plan_read_path(const char *path, const struct read_options *options,
                            struct error_list *errors)
{
    struct source source;
    if (*path == '\0')
        source = builtin_plan();
    else if (source_load(&source, path, errors) != 0 ||
             (!zip_begins(source.text, source.length) &&
              source_check(&source, options->encoding, errors) != 0)) {
        source_release(&source);
        return NULL;
    }
    struct plan *plan = plan_read(&source, options, errors);
    source_release(&source);
    return plan;
}
