// SPDX-License-Identifier: MIT
#include "plan/indicator/target.h"

#include "base/memory.h"
#include "base/text.h"
#include "plan/indicator/target_words.h"

#include <stdlib.h>
#include <string.h>

const char *const target_comparison_names[TARGET_COMPARISONS] = {"at-least", "above", "at-most",
                                                                 "below",    "rise",  "fall"};

void target_list_release(struct target_list *list)
{
    free(list->items);
    *list = (struct target_list){0};
}

/* ---- The places of a target's words ---- */

struct reader {
    const struct target_text *text;
    struct target_list *list;
    struct arena *arena;
    bool shares;
};

/* A target, and the places of its words. */
struct found {
    size_t clause;         /* the beginning of its clause */
    size_t begin, end;     /* of the comparison, the figures and the unit */
    size_t unit, unit_end; /* of the things counted; empty for a percentage */
    struct target target;
};

static const struct target_word *word_at(const struct reader *r, size_t at)
{
    static const struct target_word none = {.kind = TARGET_TEXT_MARK, .folded = ""};
    return at < r->text->count ? &r->text->words[at] : &none; /* or before the first */
}

static bool is_mark(const struct reader *r, size_t at, const char *mark)
{
    const struct target_word *word = word_at(r, at);
    return word->kind == TARGET_TEXT_MARK && strcmp(word->folded, mark) == 0;
}

static bool is_number(const struct reader *r, size_t at)
{
    return word_at(r, at)->kind == TARGET_TEXT_NUMBER;
}

static bool is_dash(const struct reader *r, size_t at)
{
    return is_mark(r, at, "-") || is_mark(r, at, "–") || is_mark(r, at, "÷");
}

/*
 * Returns whether a clause ends before a place. A comma does not end one whose target comes later.
 */
static bool ends_clause(const struct reader *r, size_t at)
{
    return is_mark(r, at, ";") || is_mark(r, at, ".") || is_mark(r, at, "\n") ||
           is_mark(r, at, "(") || is_mark(r, at, ")") || is_mark(r, at, ":");
}

/* ---- The words before the figures ---- */

/* Takes the words of the comparison before `*begin`. Returns false if they make it uncertain. */
static bool take_comparison(const struct reader *r, size_t *begin, struct target *target)
{
    size_t length;
    target->comparison = TARGET_AT_LEAST;
    while ((length = target_words_before(r->text, *begin, TARGET_WORD_FILLER)) > 0)
        *begin -= length;
    if (target_words_before(r->text, *begin, TARGET_WORD_ABOUT) > 0)
        return false;
    size_t longest = 0;
    for (int i = 0; i < TARGET_RISE; i++) {
        length = target_words_before(r->text, *begin, (enum target_word_class)i);
        if (length <= longest)
            continue;
        target->comparison = (enum target_comparison)i;
        longest = length;
    }
    *begin -= longest;
    while ((length = target_words_before(r->text, *begin, TARGET_WORD_FILLER)) > 0)
        *begin -= length;
    for (int i = TARGET_RISE; i <= TARGET_FALL; i++) {
        length = target_words_before(r->text, *begin, (enum target_word_class)i);
        if (length == 0)
            continue;
        if (target->comparison > TARGET_ABOVE) /* «giảm tối đa 5%» */
            return false;
        target->comparison = (enum target_comparison)i;
        *begin -= length;
        break;
    }
    return true;
}

/* Takes the bound after a figure: «80% trở lên», «10% trở xuống». */
static void take_bound_behind(const struct reader *r, struct found *found)
{
    size_t up = target_words_after(r->text, found->end, TARGET_WORD_UP);
    size_t down = target_words_after(r->text, found->end, TARGET_WORD_DOWN);
    if (up == 0 && down == 0)
        return;
    found->target.comparison = up > 0 ? TARGET_AT_LEAST : TARGET_AT_MOST;
    found->end += up > 0 ? up : down;
}

/* ---- The figures ---- */

/* Returns whether a number belongs to a name or a date, or to a list of these: «mức độ 3, 4»,
 * «30/2020». */
static bool is_of_name(const struct reader *r, size_t at)
{
    if (target_words_before(r->text, at, TARGET_WORD_NOT) > 0 || is_mark(r, at - 1, "/"))
        return true;
    bool listed = is_mark(r, at - 1, ",") || is_dash(r, at - 1) ||
                  strcmp(word_at(r, at - 1)->folded, "va") == 0;
    return listed && is_number(r, at - 2) && is_of_name(r, at - 2);
}

/* Returns how many words after a number mean «per cent». */
static size_t percent_length(const struct reader *r, size_t at)
{
    if (is_mark(r, at, "%"))
        return 1;
    return strcmp(word_at(r, at)->folded, "phan") == 0 &&
                   strcmp(word_at(r, at + 1)->folded, "tram") == 0
               ? 2
               : 0;
}

/* Returns how many words a range takes from its first number on («80-90%», «80% đến 90%»), or 0. */
static size_t range_length(const struct reader *r, size_t at)
{
    size_t next = at + 1 + percent_length(r, at + 1);
    bool links = is_dash(r, next) || strcmp(word_at(r, next)->folded, "den") == 0;
    if (!links || !is_number(r, next + 1))
        return 0;
    return next + 2 + percent_length(r, next + 2) - at;
}

static bool read_figures(const struct reader *r, size_t first, size_t last, bool percentage,
                         struct figure *figure)
{
    const char *start = r->text->text + word_at(r, first)->start;
    return figure_read(figure, start, (size_t)(r->text->text + word_at(r, last)->end - start),
                       percentage);
}

/* Reads the target that the number at a place sets. Returns false if it sets none. */
static bool read_target(const struct reader *r, size_t at, struct found *found)
{
    size_t last = at, percent = percent_length(r, at + 1);
    bool share = is_mark(r, at + 1, "/") && is_number(r, at + 2) && !is_mark(r, at + 3, "/");
    if (share)
        last = at + 2;
    size_t unit = target_words_after(r->text, last + 1, TARGET_WORD_UNIT);
    bool counts = unit > 0 && (share || !r->shares);
    if ((percent == 0 || share) && !counts)
        return false;
    bool percentage = percent > 0 && !share;
    if (!read_figures(r, at, last, percentage, &found->target.value))
        return false;
    found->begin = at;
    found->unit = last + 1;
    found->end = last + 1 + (percentage ? percent : unit);
    if (!take_comparison(r, &found->begin, &found->target))
        return false;
    found->unit_end = percentage ? found->unit : found->end;
    take_bound_behind(r, found);
    found->target.unit =
        percentage ? "%"
                   : arena_copy(r->arena, r->text->text + word_at(r, last + 1)->start,
                                word_at(r, last + unit)->end - word_at(r, last + 1)->start);
    if (found->target.value.number == 0 && found->target.comparison == TARGET_AT_LEAST)
        found->target.comparison = TARGET_AT_MOST;
    return true;
}

/* ---- The thing measured ---- */

static void add_words(struct strbuf *out, const struct reader *r, size_t first, size_t end)
{
    while (first < end && word_at(r, first)->kind == TARGET_TEXT_MARK)
        first++;
    while (end > first && word_at(r, end - 1)->kind == TARGET_TEXT_MARK)
        end--;
    if (first >= end)
        return;
    strbuf_separate(out, " ");
    size_t start = word_at(r, first)->start;
    strbuf_add(out, r->text->text + start, word_at(r, end - 1)->end - start);
}

/* Skips words at the beginning of a clause that measure nothing: «bảo đảm». */
static size_t skip_verbs(const struct reader *r, size_t at, size_t end)
{
    size_t length;
    while (at < end && (length = target_words_after(r->text, at, TARGET_WORD_VERB)) > 0 &&
           at + length <= end)
        at += length;
    return at;
}

/* A target's clause ends with the sentence, at the next target, or where a comparison follows. */
static size_t clause_end(const struct reader *r, size_t from, size_t next)
{
    size_t end = from, comma = 0;
    for (; end < r->text->count && end < next && !ends_clause(r, end); end++) {
        if (is_mark(r, end, ","))
            comma = end;
        if (target_words_after(r->text, end, TARGET_WORD_THAN) > 0)
            return end;
    }
    return end == next && comma > 0 ? comma : end;
}

static const char *measure_of(const struct reader *r, const struct found *found, size_t next)
{
    struct strbuf measure = {0};
    bool counts = strcmp(found->target.unit, "%") != 0;
    size_t start = skip_verbs(r, found->clause, found->begin);
    if (!counts)
        add_words(&measure, r, start, found->begin);
    size_t end = clause_end(r, found->end, next);
    if (found->unit_end < found->end) /* «85 điểm trở lên» */
        add_words(&measure, r, found->unit, found->unit_end);
    add_words(&measure, r, found->unit_end < found->end ? found->end : found->unit, end);
    const char *kept = arena_copy(r->arena, strbuf_text(&measure), measure.length);
    strbuf_release(&measure);
    return kept;
}

/* ---- The whole text ---- */

/* Returns the beginning of the clause at a place, after a comma or another clause. */
static size_t clause_start(const struct reader *r, size_t at, size_t behind)
{
    while (at > behind && !ends_clause(r, at - 1) && !is_mark(r, at - 1, ","))
        at--;
    return at;
}

static void add_target(const struct reader *r, const struct found *found, size_t next)
{
    struct target_list *list = r->list;
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count] = found->target;
    list->items[list->count++].measure = measure_of(r, found, next);
}

static void read_all(const struct reader *r)
{
    struct found last = {0};
    bool any = false;
    for (size_t at = 0; at < r->text->count;) {
        struct found found = {0};
        size_t range = is_number(r, at) ? range_length(r, at) : 0;
        if (range > 0 || !is_number(r, at) || is_of_name(r, at) || !read_target(r, at, &found)) {
            at += range > 0 ? range : 1;
            continue;
        }
        found.clause = clause_start(r, found.begin, any ? last.end : 0);
        if (any)
            add_target(r, &last, found.begin);
        last = found;
        any = true;
        at = found.end;
    }
    if (any)
        add_target(r, &last, r->text->count);
}

void targets_read(struct target_list *list, struct arena *arena, const char *text, bool shares)
{
    if (text == NULL || text[strcspn(text, "0123456789")] == '\0')
        return;
    struct target_text words;
    target_text_init(&words, text);
    struct reader reader = {&words, list, arena, shares};
    read_all(&reader);
    target_text_release(&words);
}

void targets_of(struct target_list *list, struct arena *arena, const struct task *task)
{
    targets_read(list, arena, task->text[TASK_INDICATOR], false);
    targets_read(list, arena, task->text[TASK_OUTPUT], false);
    if (list->count == 0)
        targets_read(list, arena, task->text[TASK_TITLE], true);
}

void target_add(struct strbuf *out, const struct target *target)
{
    static const char *const signs[TARGET_COMPARISONS] = {"≥ ", "> ", "≤ ", "< ", "+ ", "− "};
    strbuf_adds(out, signs[target->comparison]);
    figure_add(out, &target->value, ',');
    bool percentage = strcmp(target->unit, "%") == 0;
    if (percentage)
        strbuf_adds(out, " %");
    if (*target->measure != '\0')
        strbuf_addf(out, " %s", target->measure);
}

/* ---- Measured values ---- */

bool measured_read(const char *text, const struct target_list *targets, struct figure *figures,
                   size_t most, size_t *count)
{
    *count = 0;
    for (size_t length; *text != '\0'; text += length + (text[length] == ';')) {
        length = strcspn(text, ";");
        size_t size = length;
        const char *start = text_trim(text, &size);
        if (size == 0)
            continue;
        size_t sign = strcspn(start, "0123456789"); /* «giảm 30%», «đạt 7/7» */
        size_t digits = sign < size ? strspn(start + sign, "0123456789.,/") : 0;
        bool percentage = *count < targets->count && strcmp(targets->items[*count].unit, "%") == 0;
        while (digits > 0 && strchr(".,/", start[sign + digits - 1]) != NULL)
            digits--;
        if (*count == most || digits == 0 || (sign > 0 && start[sign - 1] == '-') ||
            !figure_read(&figures[*count], start + sign, digits, percentage))
            return false;
        ++*count;
    }
    return *count > 0;
}

static bool is_reached(const struct target *target, const struct figure *measured)
{
    int order = figure_compare(measured, &target->value, strcmp(target->unit, "%") == 0);
    if (target->value.of > 0 && measured->of > 0) { /* 7/7 is compared with 14/15 */
        struct figure share = {target->value.number, target->value.of, 0};
        order = figure_compare(measured, &share, true);
    }
    switch (target->comparison) {
    case TARGET_ABOVE:
        return order > 0;
    case TARGET_AT_MOST:
        return order <= 0;
    case TARGET_BELOW:
        return order < 0;
    default:
        return order >= 0;
    }
}

enum target_result targets_judge(const struct target_list *list, const char *measured)
{
    enum { MOST = 64 };
    struct figure figures[MOST];
    size_t count = 0;
    if (measured == NULL || list->count == 0 ||
        !measured_read(measured, list, figures, MOST, &count))
        return TARGET_UNMEASURED;
    for (size_t i = 0; i < list->count && i < count; i++)
        if (!is_reached(&list->items[i], &figures[i]))
            return TARGET_MISSED;
    return count >= list->count ? TARGET_REACHED : TARGET_UNMEASURED;
}

enum target_result task_target_result(const struct task *task, const char *measured)
{
    if (measured == NULL)
        return TARGET_UNMEASURED;
    struct target_list targets = {0};
    struct arena arena = {0};
    targets_of(&targets, &arena, task);
    enum target_result result = targets_judge(&targets, measured);
    target_list_release(&targets);
    arena_release(&arena);
    return result;
}
