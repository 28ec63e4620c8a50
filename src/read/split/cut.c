// SPDX-License-Identifier: MIT
#include "read/split/cut.h"

#include "read/json/json_scan.h"

#include <stdint.h>
#include <string.h>

/* Objects that stand further apart than so many bytes are not looked at. */
enum { RANGE_BYTES_MIN = 1024 * 1024, GAP_MOST = 256 };

/* A position in the text, walked forward. */
struct text_position {
    size_t at, line, line_start;
    bool quoted; /* in CSV */
};

static bool ends_line(const char *at)
{
    return *at == '\n' || (*at == '\r' && at[1] != '\n');
}

/* Moves behind the next line end before `end` that is in no quotes. */
static bool skip_csv_row(const char *text, struct text_position *position, size_t end)
{
    while (position->at < end) {
        const char *at = text + position->at++;
        position->quoted ^= *at == '"';
        if (!ends_line(at))
            continue;
        position->line++;
        position->line_start = position->at;
        if (!position->quoted)
            return position->at < end;
    }
    return false;
}

/* The last byte before `at`, from `start` on, that is no white space; SIZE_MAX: none is. */
static size_t before_space(const char *text, size_t start, size_t at)
{
    while (at > start && json_scan_space(text, at - 1, at) == at)
        at--;
    return at > start ? at - 1 : SIZE_MAX;
}

/*
 * Returns the offset at which one object may end and another begin near the line feed at `feed`: at
 * the comma before or after it, else at the object; SIZE_MAX if there is none nearby.
 */
static size_t between_objects(const char *text, const struct row_range *range, size_t feed,
                              bool commas)
{
    size_t start = feed - range->start > GAP_MOST ? feed - GAP_MOST : range->start;
    size_t end = range->end - feed > GAP_MOST ? feed + GAP_MOST : range->end;
    size_t before = before_space(text, start, feed), next = json_scan_space(text, feed + 1, end);
    size_t cut = next;
    if (commas && before != SIZE_MAX && text[before] == ',') {
        cut = before;
        before = before_space(text, start, before);
    } else if (commas) {
        if (next == end || text[next] != ',')
            return SIZE_MAX;
        next = json_scan_space(text, next + 1, end);
    }
    bool fits = before != SIZE_MAX && text[before] == '}' && next < end && text[next] == '{';
    return fits ? cut : SIZE_MAX;
}

static void walk_to(const char *text, struct text_position *position, size_t at)
{
    for (; position->at < at; position->at++)
        if (ends_line(text + position->at)) {
            position->line++;
            position->line_start = position->at + 1;
        }
}

static bool find_json_row(const char *text, const struct row_reader *reader,
                          struct text_position *position, size_t end)
{
    for (size_t next = position->at; next < end;) {
        const char *feed = memchr(text + next, '\n', end - next);
        if (feed == NULL)
            return false;
        next = (size_t)(feed - text) + 1;
        size_t cut =
            between_objects(text, &reader->range, next - 1, reader->form == ROWS_JSON_COMMAS);
        if (cut == SIZE_MAX || cut < position->at)
            continue;
        walk_to(text, position, cut);
        return true;
    }
    return false;
}

/* The start of the line that a byte stands in. */
static size_t line_start(const char *text, size_t at)
{
    while (at > 0 && !ends_line(text + at - 1))
        at--;
    return at;
}

/* Looks for a cut from `position` on, before `end`, and moves there. */
static bool find_row(const char *text, const struct row_reader *reader,
                     struct text_position *position, size_t end)
{
    position->line_start = line_start(text, position->at);
    return reader->form == ROWS_CSV ? skip_csv_row(text, position, end)
                                    : find_json_row(text, reader, position, end);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t cut_rows(const struct source *source, const struct row_reader *reader,
                struct row_range ranges[CUT_RANGES_MAX])
{
    size_t end = reader->range.end, size = end - reader->range.start, count = 1;
    size_t most = least(least(size / RANGE_BYTES_MIN, 2 * source->jobs), CUT_RANGES_MAX);
    ranges[0] = reader->range;
    if (source->pieces == NULL || most < 2)
        return 1;
    size_t length = size / most, wanted = reader->range.start + length;
    struct text_position piece = {.line = 1};
    for (size_t i = 0; i + 1 < source->piece_count && count < most; i++) {
        piece.at = (i + 1) * SOURCE_PIECE;
        piece.line += source->pieces[i].line_ends;
        piece.quoted ^= source->pieces[i].quotes % 2 != 0;
        if (piece.at < wanted || piece.at >= end)
            continue;
        struct text_position found = piece;
        wanted = piece.at + length;
        if (!find_row(source->text, reader, &found, least(wanted, end)))
            continue;
        ranges[count - 1].end = found.at;
        ranges[count++] = (struct row_range){found.at, end, found.line, found.line_start};
    }
    return count;
}
