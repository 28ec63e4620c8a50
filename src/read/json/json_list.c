// SPDX-License-Identifier: MIT
#include "read/json/json_list.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "read/plan_join.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct list {
    struct json_rows *rows;
    size_t offset, end; /* what is still to be read */
    bool is_array;      /* with commas between the rows */
    atomic_bool *wrong; /* a part of a list: whether something is wrong in one of them */
};

/* A part stops where it, or another one, has found what is wrong. */
static bool must_stop(const struct list *list)
{
    const struct plan_builder *builder = list->rows->document->builder;
    if (list->wrong == NULL)
        return false;
    if (builder->errors->count > 0)
        *list->wrong = true;
    return *list->wrong;
}

/* Reads the row at the list's offset and moves behind it. */
static int read_row(struct list *list)
{
    struct json_document *document = list->rows->document;
    if (json_document_scan(document, list->offset, list->end, list->is_array) != 0 ||
        json_rows_parse(list->rows) != 0)
        return -1;
    if (!list->is_array && !json_rows_is_row(list->rows))
        return source_error(document->builder->source, list->offset, document->builder->errors,
                            "expected a task on each line");
    json_rows_add(list->rows, list->rows->is_passed ? NULL : document->root, NULL);
    meter_pass(document->builder->source->meter, list->offset, document->length);
    list->offset += document->length;
    return must_stop(list) ? -1 : 0;
}

static int read_lines(struct list *list)
{
    while (list->offset < list->end)
        if (read_row(list) != 0)
            return -1;
    return 0;
}

/* The comma after a row, or what ends the list: then *closed. -1 where it is neither. */
static int pass_comma(struct list *list, bool *closed)
{
    const char *text = list->rows->document->builder->source->text;
    bool at_end = list->offset == list->end;
    bool at_bracket = !at_end && text[list->offset] == ']';
    *closed = list->wrong != NULL ? at_end : at_bracket;
    if (!*closed)
        return !at_end && text[list->offset++] == ',' ? 0 : -1;
    return at_end || json_scan_space(text, list->offset + 1, list->end) == list->end ? 0 : -1;
}

static int read_elements(struct list *list)
{
    for (bool closed = false; !closed;)
        if (read_row(list) != 0 || pass_comma(list, &closed) != 0)
            return -1;
    return 0;
}

/* ---- In parts ---- */

enum { PARTS_MAX = 128, PART_BYTES_MIN = 1024 * 1024 };

/* Where a list is cut: what is between the rows belongs to none of the parts. */
struct cut {
    size_t end, start;        /* of the part before, and of the one that follows */
    struct line_cursor lines; /* at the line where that starts */
};

struct part {
    struct json_document document;
    struct json_rows rows;
    struct list list;
    struct error_list errors;
};

/* The first byte before `offset`, from `start` on, that is no white space; SIZE_MAX: none is. */
static size_t before_space(const char *text, size_t start, size_t offset)
{
    while (offset > start && json_scan_space(text, offset - 1, offset) == offset)
        offset--;
    return offset > start ? offset - 1 : SIZE_MAX;
}

/* Whether a row may end before the line feed at `feed` and another one begin behind it. */
static bool is_between_rows(const struct list *list, size_t feed, struct cut *cut)
{
    const char *text = list->rows->document->builder->source->text;
    size_t before = before_space(text, list->offset, feed), commas = 0;
    cut->start = json_scan_space(text, feed + 1, list->end);
    cut->end = feed;
    if (before != SIZE_MAX && text[before] == ',') {
        commas++;
        cut->end = before;
        before = before_space(text, list->offset, before);
    } else if (cut->start < list->end && text[cut->start] == ',') {
        commas++;
        cut->start = json_scan_space(text, cut->start + 1, list->end);
    }
    return before != SIZE_MAX && text[before] == '}' && cut->start < list->end &&
           text[cut->start] == '{' && commas == list->is_array;
}

static size_t count_line_ends(const char *text, size_t start, size_t end)
{
    size_t count = 0;
    for (size_t i = start; i < end; i++)
        count += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    return count;
}

/* Looks for a cut from `start` on, in the line `line`. */
static bool find_cut(const struct list *list, size_t start, size_t end, size_t line,
                     struct cut *cut)
{
    const char *text = list->rows->document->builder->source->text;
    for (size_t next = start; next < end;) {
        const char *feed = memchr(text + next, '\n', end - next);
        if (feed == NULL)
            return false;
        next = (size_t)(feed - text) + 1;
        if (!is_between_rows(list, next - 1, cut))
            continue;
        line += count_line_ends(text, start, next);
        cut->lines = (struct line_cursor){.offset = next, .line = line, .at = next};
        return true;
    }
    return false;
}

/* Returns how many parts there are: the first from the list's offset on, the last to its end. */
static size_t find_cuts(const struct list *list, struct cut cuts[PARTS_MAX])
{
    const struct source *source = list->rows->document->builder->source;
    size_t size = list->end - list->offset, most = size / PART_BYTES_MIN, count = 1, line = 1;
    most = most < 2 * source->jobs ? most : 2 * source->jobs;
    most = most < PARTS_MAX ? most : PARTS_MAX;
    cuts[0] = (struct cut){.start = list->offset, .lines = list->rows->document->lines};
    if (source->pieces == NULL || most < 2)
        return 1;
    size_t length = size / most, wanted = list->offset + length;
    for (size_t i = 0; i + 1 < source->piece_count && count < most; i++) {
        size_t at = (i + 1) * SOURCE_PIECE;
        line += source->pieces[i].line_ends;
        if (at < wanted)
            continue;
        size_t end = at + length < list->end ? at + length : list->end;
        bool found = at < end && find_cut(list, at, end, line, &cuts[count]);
        count += found && cuts[count].end > cuts[count - 1].start;
        wanted = at + length;
    }
    return count;
}

static void begin_part(struct part *part, struct plan_builder *builder, const struct list *whole,
                       const struct cut *cut, size_t end)
{
    const struct plan_builder *from = whole->rows->document->builder;
    plan_builder_init_part(builder, from, &part->errors);
    json_document_init(&part->document, builder);
    part->document.lines = cut->lines;
    part->rows.document = &part->document;
    part->rows.may_pass = true;
    part->list = (struct list){.rows = &part->rows,
                               .offset = cut->start,
                               .end = end,
                               .is_array = whole->is_array,
                               .wrong = whole->wrong};
}

static void read_part(void *context, size_t index)
{
    struct part *part = &((struct part *)context)[index];
    const struct plan *plan = part->document.builder->plan;
    size_t columns = plan->extra_count;
    bool same = true;
    int status = part->list.is_array ? read_elements(&part->list) : read_lines(&part->list);
    for (; plan != NULL; plan = plan->next)
        same &= plan->extra_count == columns;
    if (status != 0 || !same)
        *part->list.wrong = true;
    json_document_release(&part->document);
}

/* Reads the rest of a list, a part a thread. -1: one of them cannot, and the whole is to be read by
 * one thread, whose errors are the file's. */
static int read_parts(struct list *list, const struct cut *cuts, size_t count)
{
    struct plan_builder *builder = list->rows->document->builder;
    struct part *parts = memory_alloc(count * sizeof *parts);
    struct plan_builder *builders = memory_alloc(count * sizeof *builders);
    atomic_bool wrong = false;
    size_t jobs = builder->source->jobs;
    list->wrong = &wrong;
    memset(parts, 0, count * sizeof *parts);
    for (size_t i = 0; i < count; i++)
        begin_part(&parts[i], &builders[i], list, &cuts[i],
                   i + 1 < count ? cuts[i + 1].end : list->end);
    parallel_run(jobs, count, read_part, parts);
    if (wrong || !plan_join(builder, builders, count, jobs, false))
        plan_builder_give_up(builder);
    for (size_t i = 0; i < count; i++) {
        plan_free(builders[i].plan);
        plan_builder_release(&builders[i]);
    }
    free(builders);
    free(parts);
    return builder->errors->count == 0 ? 0 : -1;
}

/* The rest of a list that is long, and cut; 1: it is to be read as one. */
static int read_by_parts(struct list *list)
{
    struct cut cuts[PARTS_MAX];
    const struct source *source = list->rows->document->builder->source;
    if (source->jobs < 2 || list->offset == list->end)
        return 1;
    size_t count = find_cuts(list, cuts);
    return count < 2 ? 1 : read_parts(list, cuts, count);
}

int json_list_read_lines(struct json_rows *rows)
{
    const struct json_document *document = rows->document;
    struct list list = {.rows = rows,
                        .offset = document->offset + document->length,
                        .end = document->builder->source->length};
    rows->may_pass = true;
    int status = read_by_parts(&list);
    return status <= 0 ? status : read_lines(&list);
}

/* The rest of an array whose first row is read, up to the bracket that ends the source. */
static int read_array_by_parts(const struct list *list)
{
    const char *text = list->rows->document->builder->source->text;
    size_t close = before_space(text, list->offset, list->end);
    if (close == SIZE_MAX || text[close] != ']')
        return 1;
    struct list rest = *list;
    rest.end = close;
    return read_by_parts(&rest);
}

/* An array that is no JSON: where, and nothing of what its rows say. */
static int refuse_array(struct json_document *document, size_t errors_before)
{
    const struct source *source = document->builder->source;
    struct error_list *errors = document->builder->errors;
    errors->count = errors_before;
    if (json_document_scan(document, 0, source->length, 0) != 0)
        return -1;
    return source_error(source, document->length, errors,
                        "expected nothing after the JSON document");
}

static int read_array(struct list *list, size_t errors_before)
{
    const char *text = list->rows->document->builder->source->text;
    bool closed = false;
    list->offset = json_scan_space(text, list->offset + 1, list->end);
    bool is_empty = list->offset < list->end && text[list->offset] == ']';
    int status = is_empty ? 0 : read_row(list);
    if (status == 0)
        status = pass_comma(list, &closed);
    if (status == 0 && !closed) {
        int parts = read_array_by_parts(list);
        if (parts <= 0)
            return parts;
        status = read_elements(list);
    }
    return status == 0 ? 0 : refuse_array(list->rows->document, errors_before);
}

int json_list_read_array(struct plan_builder *builder)
{
    struct json_document document;
    struct json_rows rows = {.document = &document, .may_pass = true};
    struct list list = {.rows = &rows, .end = builder->source->length, .is_array = true};
    json_document_init(&document, builder);
    list.offset = json_scan_space(builder->source->text, 0, list.end);
    int status = read_array(&list, builder->errors->count);
    json_document_release(&document);
    return status;
}
