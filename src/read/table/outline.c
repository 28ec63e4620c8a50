// SPDX-License-Identifier: MIT
#include "read/table/outline.h"

#include "base/memory.h"
#include "read/table/outline_words.h"

#include <stdlib.h>
#include <string.h>

/*
 * A level of the tree: rows whose marks are of one kind. Rows without a mark make levels of their
 * own, by how their titles look.
 */
enum {
    LEVEL_NUMBERS = MARK_NONE,    /* «1» … with the depth added */
    LEVEL_HEADS = MARK_NONE + 16, /* «1», a title alone, above rows that count from 1 again */
    LEVEL_CAPITALS,               /* no mark, a title in capitals */
    LEVEL_BOLD,
    LEVEL_PLAIN,
    LEVEL_TASKS, /* no mark, and cells beside the title */
    LEVELS
};

/* The kinds of a row's children by their level, one bit per kind. */
struct family {
    uint64_t groups; /* groups that are a title alone */
    uint64_t leaves; /* rows without children that have cells */
    bool tasks;      /* any that is more than a remark */
};

struct open_row {
    int level;
    size_t row;
};

struct outline {
    struct outline_row *rows;
    size_t count;
    int *levels;           /* of each row */
    int ranks[LEVELS];     /* of the levels that were met, from the outermost; -1: not met */
    struct open_row *open; /* the rows that a further one may stand below */
    size_t open_count, open_capacity;
    struct family *families; /* of each row, and last of the top */
    size_t last;             /* the last row in the tree */
    size_t closing;          /* the first row of the footer */
};

static bool has_work(const struct outline_row *row)
{
    return (row->cells & OUTLINE_WORK) != 0;
}

static bool has_cells(const struct outline_row *row)
{
    return (row->cells & (OUTLINE_WORK | OUTLINE_AMOUNT)) != 0;
}

static bool is_bullet(const struct outline_row *row)
{
    return row->mark.kind == MARK_DASH || row->mark.kind == MARK_PLUS;
}

static bool is_section_like(const struct outline_row *row)
{
    return row->mark.kind <= MARK_ROMAN || row->mark.kind == MARK_NONE;
}

static bool is_in_tree(const struct outline_row *row)
{
    return row->kind == ROW_TASK || row->kind == ROW_GROUP;
}

/* ---- The mark and the title of a row ---- */

static void read_unmarked(struct outline_row *row)
{
    row->mark = (struct mark){.kind = MARK_NONE};
    if (row->title != NULL && mark_read_title(row->title, &row->mark))
        row->title = row->mark.title;
    else
        row->mark = (struct mark){.kind = MARK_NONE};
}

/* The two cells may be one, merged, or the first may have both. */
static void read_words(struct outline_row *row)
{
    const char *mark = row->cell_mark, *title = row->cell_title;
    row->title = title;
    if (mark == NULL || (title != NULL && strcmp(mark, title) == 0)) {
        read_unmarked(row);
        return;
    }
    bool marked = mark_read(mark, &row->mark);
    if (marked && *row->mark.title != '\0') {
        row->title = row->mark.title;
        if (title != NULL && strcmp(title, row->mark.title) != 0)
            row->kind = OUTLINE_UNKNOWN;
    } else if (!marked) {
        row->mark = (struct mark){.kind = MARK_NONE};
        if (title == NULL)
            row->title = mark;
        else /* one that follows no rule: «NV01» */
            row->mark.code = mark, row->mark.length = strlen(mark);
    }
}

static void read_kind(struct outline_row *row, const struct outline_row *before)
{
    read_words(row);
    if (row->kind == OUTLINE_UNKNOWN)
        return;
    bool unmarked = row->mark.kind == MARK_NONE, bullet = is_bullet(row);
    const char *words = row->mark.length > 0 && unmarked ? row->mark.code : row->title;
    if (!has_work(row) && unmarked && words != NULL && outline_is_total(words))
        row->kind = ROW_TOTAL;
    else if (has_cells(row) || row->title == NULL || !(unmarked || bullet))
        return;
    else if (outline_is_goal(row->title))
        row->kind = ROW_GOAL;
    else if (before != NULL && before->kind == ROW_GOAL && bullet)
        row->kind = ROW_GOAL;
}

/* ---- Levels ---- */

static int mark_level(const struct mark *mark)
{
    enum { DEPTH_MAX = 15 };
    unsigned depth = mark->depth < DEPTH_MAX ? mark->depth : DEPTH_MAX;
    return mark->kind == MARK_NUMBER ? LEVEL_NUMBERS + (int)depth : (int)mark->kind;
}

/* Returns the usual rank of a level among the others; larger is deeper. */
static int usual_rank(int level)
{
    if (level >= LEVEL_NUMBERS && level < LEVEL_HEADS)
        return MARK_NUMBER * 16 + (level - LEVEL_NUMBERS);
    if (level == LEVEL_HEADS)
        return MARK_NUMBER * 16;
    return level < MARK_NONE ? level * 16 : LEVELS * 16 + level;
}

static void insert_level(struct outline *outline, int level, int place_row)
{
    for (int i = 0; i < LEVELS; i++)
        if (outline->ranks[i] >= place_row)
            outline->ranks[i]++;
    outline->ranks[level] = place_row;
}

static int count_levels(const struct outline *outline)
{
    int count = 0;
    for (int i = 0; i < LEVELS; i++)
        count += outline->ranks[i] >= 0;
    return count;
}

/* Returns whether the row is only a title and not a remark so far: other rows may be below it. */
static bool is_open_title(const struct outline *outline, size_t index)
{
    const struct outline_row *row = &outline->rows[index];
    bool remark = row->parent != OUTLINE_NONE && has_cells(&outline->rows[row->parent]);
    return !has_cells(row) && !remark && !is_bullet(row);
}

/*
 * Returns whether a level is further out than another. Rows without marks do not tell: parts and
 * sections are above, sub-tasks below, and numbers beside tasks.
 */
static bool is_further_out(int level, int other)
{
    bool marked = level < LEVEL_CAPITALS, numbers = level == LEVEL_NUMBERS + 1;
    if (!marked || other < LEVEL_CAPITALS)
        return usual_rank(level) < usual_rank(other);
    return level <= MARK_GROUP || level == LEVEL_HEADS || (numbers && other == LEVEL_TASKS);
}

/* The level gets its rank: below the title it stands under, else where it mostly stands. */
static void meet_level(struct outline *outline, int level)
{
    int place_row = count_levels(outline);
    if (outline->ranks[level] >= 0)
        return;
    for (int i = 0; i < LEVELS; i++)
        if (outline->ranks[i] >= 0 && outline->ranks[i] < place_row && is_further_out(level, i))
            place_row = outline->ranks[i];
    if (outline->last != OUTLINE_NONE && is_open_title(outline, outline->last) &&
        place_row <= outline->ranks[outline->levels[outline->last]])
        place_row = outline->ranks[outline->levels[outline->last]] + 1;
    insert_level(outline, level, place_row);
}

/* Puts the row below the last one of a level further out. */
static void put_row(struct outline *outline, size_t row, int level)
{
    while (outline->open_count > 0 &&
           outline->ranks[outline->open[outline->open_count - 1].level] >= outline->ranks[level])
        outline->open_count--;
    outline->rows[row].parent =
        outline->open_count > 0 ? outline->open[outline->open_count - 1].row : OUTLINE_NONE;
    outline->open = memory_grow(outline->open, outline->open_count, &outline->open_capacity,
                                sizeof *outline->open);
    outline->open[outline->open_count++] = (struct open_row){level, row};
    outline->levels[row] = level;
    outline->last = row;
}

/* The next row that may be in the tree; OUTLINE_NONE at the end. */
static size_t next_row(const struct outline *outline, size_t row)
{
    while (++row < outline->closing)
        if (outline->rows[row].kind == ROW_TASK &&
            (outline->rows[row].title != NULL || outline->rows[row].mark.kind != MARK_NONE))
            return row;
    return OUTLINE_NONE;
}

/* Returns whether the row below it is marked as its sub-task. */
static bool is_over_sub_task(const struct outline *outline, size_t index)
{
    size_t below = next_row(outline, index);
    const struct mark *mark = below != OUTLINE_NONE ? &outline->rows[below].mark : NULL;
    return mark != NULL && mark->kind < MARK_NONE &&
           (mark->kind > MARK_NUMBER || (mark->kind == MARK_NUMBER && mark->depth > 1));
}

/* Returns whether a row of a mark, a title and at most an amount is a heading: not if the next row
 * counts on from it. */
static bool is_head(const struct outline *outline, size_t index)
{
    const struct outline_row *row = &outline->rows[index];
    size_t following = next_row(outline, index);
    if (has_work(row) || row->title == NULL || following == OUTLINE_NONE)
        return false;
    const struct outline_row *next = &outline->rows[following];
    if (next->mark.kind != MARK_NUMBER || next->mark.depth != 1)
        return false;
    bool set_off = outline_is_in_capitals(row->title) || row->bold;
    bool known = outline->ranks[LEVEL_HEADS] >= 0;
    if (next->mark.value <= row->mark.value)
        return has_cells(row) ? set_off && next->mark.value == 1
                              : has_cells(next) || is_over_sub_task(outline, following);
    return !has_cells(row) && has_cells(next) && set_off &&
           (known || next->mark.value != row->mark.value + 1);
}

/* «I» behind «H», «i)» before «ii)»: what a letter is that may be either, the list says. */
static void settle_letter(struct outline *outline, size_t index)
{
    struct mark *mark = &outline->rows[index].mark;
    size_t following = next_row(outline, index);
    if (mark->kind == MARK_LETTER && mark->length == 1 && *mark->code == 'i' &&
        following != OUTLINE_NONE && outline->rows[following].mark.kind == MARK_SMALL)
        mark->kind = MARK_SMALL;
    unsigned letter = mark->kind == MARK_ROMAN ? mark_letter_value(mark->code, mark->length) : 0;
    for (size_t i = outline->open_count; letter > 1 && i-- > 0;) {
        const struct mark *before = &outline->rows[outline->open[i].row].mark;
        if (before->kind == MARK_CAPITAL &&
            mark_letter_value(before->code, before->length) + 1 == letter)
            *mark = (struct mark){MARK_CAPITAL, 0, letter, mark->code, mark->length, mark->title};
    }
}

static int level_of(struct outline *outline, size_t index)
{
    const struct outline_row *row = &outline->rows[index];
    if (row->mark.kind == MARK_NUMBER && row->mark.depth == 1 && is_head(outline, index))
        return LEVEL_HEADS;
    if (row->mark.kind != MARK_NONE)
        return mark_level(&row->mark);
    if (has_work(row))
        return LEVEL_TASKS;
    return outline_is_in_capitals(row->title) ? LEVEL_CAPITALS
           : row->bold                        ? LEVEL_BOLD
                                              : LEVEL_PLAIN;
}

static void place_marked(struct outline *outline, size_t index)
{
    settle_letter(outline, index);
    int level = level_of(outline, index);
    meet_level(outline, level);
    put_row(outline, index, level);
}

/* ---- Rows without a mark ---- */

/* Below the last title that stands alone, else beside the last row that has cells. */
static void place_task(struct outline *outline, size_t index)
{
    int level = LEVEL_TASKS;
    while (outline->open_count > 0) {
        struct open_row top = outline->open[outline->open_count - 1];
        if (has_cells(&outline->rows[top.row])) {
            level = top.level;
            break;
        }
        if (is_open_title(outline, top.row))
            break;
        outline->open_count--;
    }
    if (outline->ranks[level] < 0)
        insert_level(outline, level,
                     outline->open_count > 0
                         ? outline->ranks[outline->open[outline->open_count - 1].level] + 1
                         : count_levels(outline));
    put_row(outline, index, level);
}

/* Returns whether the following rows count from 1 again after counting before. */
static bool restarts(const struct outline *outline, size_t following)
{
    const struct mark *next = &outline->rows[following].mark;
    return next->value == 1 && next->kind == MARK_NUMBER && outline->last != OUTLINE_NONE &&
           outline->rows[outline->last].mark.kind == MARK_NUMBER;
}

/*
 * A title alone, without a mark: a heading if what follows can stand below it, and where it is
 * set off, or is the first there, or others like it are headings.
 */
static bool is_heading(struct outline *outline, size_t index, int level)
{
    size_t following = next_row(outline, index);
    if (following == OUTLINE_NONE)
        return false;
    int below = level_of(outline, following);
    bool same = below == level;
    if (!same)
        meet_level(outline, below);
    if (outline->ranks[level] >= 0)
        return same || outline->ranks[level] < outline->ranks[below];
    bool first = outline->last == OUTLINE_NONE || !has_cells(&outline->rows[outline->last]);
    if (level == LEVEL_PLAIN && !first && !restarts(outline, following))
        return false;
    insert_level(outline, level, same ? count_levels(outline) : outline->ranks[below]);
    return true;
}

static void place_unmarked(struct outline *outline, size_t index)
{
    struct outline_row *row = &outline->rows[index];
    int level = level_of(outline, index);
    bool amount = (row->cells & OUTLINE_AMOUNT) != 0;
    bool task = level == LEVEL_TASKS || row->mark.length > 0 || (amount && level == LEVEL_PLAIN);
    if (!task && is_heading(outline, index, level)) {
        put_row(outline, index, level);
    } else if (task || amount || outline->last == OUTLINE_NONE) {
        place_task(outline, index);
    } else {
        row->kind = ROW_REMARK;
        row->parent = outline->last;
    }
}

/* The outermost open row that has cells of no work: its section. */
static size_t find_section(const struct outline *outline)
{
    size_t section = OUTLINE_NONE;
    for (size_t i = 0; i < outline->open_count; i++)
        if (!has_work(&outline->rows[outline->open[i].row]))
            section = outline->open[i].row;
        else
            break;
    return section;
}

/* The last open or closed group that a total names: «Cộng mục I». */
static size_t find_named(const struct outline *outline, size_t index, const char *folded)
{
    const char *space = strrchr(folded, ' ');
    const char *code = space != NULL ? space + 1 + strspn(space + 1, "(") : "";
    size_t length = strspn(code, "ivxlcdm0123456789"), named = OUTLINE_NONE;
    if (length == 0 || strspn(code + length, ")") != strlen(code + length))
        return OUTLINE_NONE;
    for (size_t i = 0; i < index; i++) {
        const struct outline_row *other = &outline->rows[i];
        if (is_in_tree(other) && other->mark.length == length && !has_work(other) &&
            strncasecmp(other->mark.code, code, length) == 0)
            named = i;
    }
    return named;
}

/* Returns the rows that a total adds up: the group that it names, the open one, or all. */
static size_t find_scope(const struct outline *outline, size_t index)
{
    const struct outline_row *row = &outline->rows[index];
    char *folded = outline_fold(row->mark.length > 0 ? row->mark.code : row->title);
    bool whole = strncmp(folded, "tong", 4) == 0;
    size_t named = find_named(outline, index, folded);
    bool ends = next_row(outline, index) == OUTLINE_NONE || outline->last == OUTLINE_NONE;
    free(folded);
    return named != OUTLINE_NONE ? named : whole && ends ? OUTLINE_NONE : find_section(outline);
}

static void place_row(struct outline *outline, size_t index)
{
    struct outline_row *row = &outline->rows[index];
    size_t top =
        outline->open_count > 0 ? outline->open[outline->open_count - 1].row : OUTLINE_NONE;
    if (row->kind == ROW_TOTAL) {
        row->parent = find_scope(outline, index);
    } else if (row->kind == ROW_GOAL) {
        row->parent = top;
        while (row->parent != OUTLINE_NONE && has_work(&outline->rows[row->parent]))
            row->parent = outline->rows[row->parent].parent;
    } else if (row->title == NULL && row->mark.kind == MARK_NONE) {
        bool task =
            outline->last != OUTLINE_NONE && (has_cells(&outline->rows[outline->last]) ||
                                              !is_section_like(&outline->rows[outline->last]));
        row->kind = !task ? OUTLINE_UNKNOWN : OUTLINE_CONTINUATION;
        row->parent = outline->last;
        if (task) /* they are that row's from here on */
            outline->rows[outline->last].cells |= row->cells;
    } else if (row->mark.kind != MARK_NONE) {
        place_marked(outline, index);
    } else {
        place_unmarked(outline, index);
    }
}

/* ---- What the rows are, once it is known what stands below them ---- */

/* A title alone below a row of work, or a bullet among rows of work. */
static bool is_remark(const struct outline *outline, size_t index)
{
    const struct outline_row *row = &outline->rows[index];
    if (has_cells(row) || row->parent == OUTLINE_NONE || row->title == NULL)
        return false;
    const struct outline_row *parent = &outline->rows[row->parent];
    uint64_t bullets = UINT64_C(1) << MARK_DASH | UINT64_C(1) << MARK_PLUS;
    return (has_cells(parent) && !is_section_like(parent)) ||
           (is_bullet(row) && (outline->families[row->parent].leaves & ~bullets) != 0);
}

static struct family *family_of(struct outline *outline, size_t index)
{
    size_t parent = outline->rows[index].parent;
    return &outline->families[parent != OUTLINE_NONE ? parent : outline->count];
}

static void settle_kinds(struct outline *outline)
{
    struct outline_row *rows = outline->rows;
    for (size_t i = 0; i < outline->closing; i++)
        if (is_in_tree(&rows[i]) && has_cells(&rows[i]))
            family_of(outline, i)->leaves |= UINT64_C(1) << outline->levels[i];
    for (size_t i = outline->closing; i-- > 0;) {
        if (!is_in_tree(&rows[i]))
            continue;
        struct family *family = family_of(outline, i);
        if (outline->families[i].tasks)
            rows[i].kind = ROW_GROUP;
        else if (is_remark(outline, i))
            rows[i].kind = ROW_REMARK;
        family->tasks |= rows[i].kind != ROW_REMARK;
        if (rows[i].kind == ROW_GROUP && !has_work(&rows[i]))
            family->groups |= UINT64_C(1) << outline->levels[i];
    }
    for (size_t i = 0; i < outline->closing; i++) {
        const struct family *family = family_of(outline, i);
        uint64_t level = UINT64_C(1) << outline->levels[i];
        bool heading = is_section_like(&rows[i]) ||
                       (rows[i].parent == OUTLINE_NONE && (family->leaves & level) == 0);
        if (rows[i].kind == ROW_TASK && !has_cells(&rows[i]) && (family->groups & level) != 0 &&
            heading)
            rows[i].kind = ROW_GROUP; /* one that nothing stands below */
        while (rows[i].parent != OUTLINE_NONE && rows[rows[i].parent].kind == ROW_REMARK)
            rows[i].parent = rows[rows[i].parent].parent; /* nothing stands below a remark */
    }
}

/* ---- The footer ---- */

static bool is_counted(const struct outline_row *row)
{
    return row->mark.kind <= MARK_SMALL && has_cells(row);
}

static void find_footer(struct outline *outline)
{
    struct outline_row *rows = outline->rows;
    size_t counted = outline->count, end;
    while (counted > 0 && !is_counted(&rows[counted - 1]))
        counted--;
    for (end = counted; end < outline->count && !rows[end].closes;)
        end++;
    outline->closing = end;
    while (end > 0 && rows[end - 1].kind != OUTLINE_UNKNOWN &&
           rows[end - 1].mark.kind == MARK_NONE && rows[end - 1].mark.length == 0 &&
           !has_cells(&rows[end - 1]))
        rows[--end].kind = OUTLINE_FOOTER;
    for (size_t i = outline->closing; i < outline->count; i++)
        rows[i].kind = OUTLINE_FOOTER;
}

void outline_read(struct outline_row *rows, size_t count)
{
    struct outline outline = {.rows = rows, .count = count, .last = OUTLINE_NONE};
    outline.levels = memory_alloc((count + 1) * sizeof *outline.levels);
    outline.families = memory_alloc((count + 1) * sizeof *outline.families);
    memset(outline.families, 0, (count + 1) * sizeof *outline.families);
    for (int i = 0; i < LEVELS; i++)
        outline.ranks[i] = -1;
    for (size_t i = 0; i < count; i++) {
        rows[i].kind = ROW_TASK;
        rows[i].parent = OUTLINE_NONE;
        outline.levels[i] = 0;
        read_kind(&rows[i], i > 0 ? &rows[i - 1] : NULL);
    }
    find_footer(&outline);
    for (size_t i = 0; i < outline.closing; i++)
        if (rows[i].kind < OUTLINE_FOOTER)
            place_row(&outline, i);
    settle_kinds(&outline);
    free(outline.open);
    free(outline.families);
    free(outline.levels);
}
