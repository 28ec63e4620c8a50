// SPDX-License-Identifier: MIT
#include "read/plan_read.h"

#include "base/strbuf.h"
#include "base/text.h"
#include "base/zip_read.h"
#include "read/builtin.h"
#include "read/foreign.h"
#include "read/formats.h"
#include "read/office/conversion.h"
#include "read/split/split.h"

#include <string.h>

static const char *intern(struct plan *plan, const char *text)
{
    return arena_intern(plan->arena, text, strlen(text));
}

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
    size_t kept = id.length;
    const char *trimmed = text_trim(strbuf_text(&id), &kept);
    const char *interned = arena_intern(plan->arena, kept > 0 ? trimmed : strbuf_text(&id),
                                        kept > 0 ? kept : id.length);
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
        struct error *error = error_list_add(
            builder->errors, source->path, "sheet «%s»: this plan is no Excel or Word file", sheet);
        error_list_set_code(builder->errors, error, ERROR_USAGE);
        return -1;
    }
    if (is_json(source))
        return json_plan_read(builder);
    return foreign_refuse(source, builder->errors) == 0 ? csv_plan_read(builder) : -1;
}

/* Cells that nobody asks for and that nothing is read from. */
static column_set skipped_of(unsigned cells)
{
    column_set skipped = 0;
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        enum field_kind kind = task_field_column((enum task_field)cell)->field->kind;
        bool unread = kind == FIELD_TEXT || kind == FIELD_AGENCIES;
        skipped |= unread && (cells >> cell & 1) != 0 ? COLUMN_BIT(COLUMN_OF(cell)) : 0;
    }
    return skipped;
}

static struct plan *read_once(const struct source *source, const struct read_options *options,
                              bool split, struct error_list *errors)
{
    struct plan_builder builder;
    plan_builder_init(&builder, source, errors);
    builder.choices = options->choices;
    builder.keep_locations = options->keep_locations;
    builder.projection = (struct projection){skipped_of(options->skipped), options->sections,
                                             options->section_count};
    builder.read_rows = split ? split_read_rows : NULL;
    builder.money.decimal_mark = options->decimal_mark;
    plan_builder_name_unit(&builder, options->unit);
    builder.year = options->year;
    struct plan *plan = builder.plan;
    size_t before = errors->count, cells = errors->in_cells;
    int status = read_content(&builder, options->sheet);
    size_t left_out = options->keep_cells ? errors->in_cells - cells : 0;
    if (status == 0 && errors->count - before == left_out) {
        plan_builder_finish(&builder,
                            options->id != NULL ? intern(plan, options->id) : id_of_path(plan));
    } else {
        plan_free(plan);
        plan = NULL;
    }
    plan_builder_release(&builder);
    return plan;
}

/* Reads a source that was checked by several threads first; if they find anything wrong, by one,
 * which knows where it is. */
struct plan *plan_read(const struct source *source, const struct read_options *options,
                       struct error_list *errors)
{
    struct error_list unplaced = {0};
    bool large = source->jobs > 1 && source->length >= SOURCE_SIZE_MAPPED;
    struct plan *plan = large ? read_once(source, options, true, &unplaced) : NULL;
    if (large && plan == NULL)
        work_progress_restart(source->work);
    if (plan == NULL)
        plan = read_once(source, options, false, errors);
    for (struct plan *each = plan; each != NULL; each = each->next) {
        each->decimal_mark = options->decimal_mark;
        if (each->organisation == NULL && options->organisation != NULL)
            each->organisation = intern(each, options->organisation);
    }
    return plan;
}

/* Reads the plans of a loaded source of any format, and releases it. */
static struct plan *read_loaded(struct source *source, const struct read_options *options,
                                struct error_list *errors)
{
    struct plan *plan = NULL;
    bool ready = !conversion_is_needed(source) || conversion_run(source, errors) == 0;
    source->jobs = options->jobs;
    source->work = options->work;
    if (ready && (zip_begins(source->text, source->length) ||
                  source_check(source, options->encoding, errors) == 0))
        plan = plan_read(source, options, errors);
    source_release(source);
    return plan;
}

struct plan *plan_read_bytes(const char *path, const char *bytes, size_t length,
                             const struct read_options *options, struct error_list *errors)
{
    struct source source = source_of_bytes(path, bytes, length);
    return read_loaded(&source, options, errors);
}

struct plan *plan_read_path(const char *path, const struct read_options *options,
                            struct error_list *errors)
{
    struct source source;
    if (*path != '\0')
        return source_load(&source, path, errors) == 0 ? read_loaded(&source, options, errors)
                                                       : NULL;
    source = builtin_plan();
    source.jobs = options->jobs;
    source.work = options->work;
    return plan_read(&source, options, errors);
}
