// SPDX-License-Identifier: MIT
#include "plan/check/check_rule.h"

#include "base/pointer_map.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Finds the codes between `previous` and `value` that no section has. Returns false if there are
 * none. */
static bool find_missing_codes(const struct plan *plan, unsigned previous, unsigned value,
                               unsigned *first, unsigned *last)
{
    *first = 0;
    for (unsigned code = previous + 1; code < value; code++) {
        if (plan_find_section(plan, code) != NULL)
            continue;
        *first = *first == 0 ? code : *first;
        *last = code;
    }
    return *first != 0;
}

/* Writes a missing code in the style of the section's own: a numeral, a number or a letter. */
static const char *write_code(char buffer[ROMAN_SIZE], unsigned value, const struct section *like)
{
    const char *dot = strrchr(like->code, '.'), *code = dot != NULL ? dot + 1 : like->code;
    bool letter =
        code[1] == '\0' && *code >= 'A' && *code <= 'Z' && roman_value(code) != like->value;
    value &= SECTION_OWN_VALUE;
    roman_write(buffer, value);
    if (*code >= '0' && *code <= '9')
        snprintf(buffer, ROMAN_SIZE, "%u", value);
    else if (letter && value <= 26)
        snprintf(buffer, ROMAN_SIZE, "%c", (int)('A' + value - 1));
    return buffer;
}

/* `until` is NULL if only one is missing, `before` if no section precedes this one. */
static void report_missing(struct check *check, const struct section *section, const char *before,
                           const char *from, const char *until)
{
    struct finding at = at_section(section);
    if (before != NULL && until != NULL)
        check_add(check, at, "section %s follows %s: %s to %s are missing", section->code, before,
                  from, until);
    else if (before != NULL)
        check_add(check, at, "section %s follows %s: %s is missing", section->code, before, from);
    else if (until != NULL)
        check_add(check, at, "section %s is the first: %s to %s are missing", section->code, from,
                  until);
    else
        check_add(check, at, "section %s is the first: %s is missing", section->code, from);
}

void check_section_order(struct check *check)
{
    const struct plan *plan = check->plan;
    const char *before = NULL;
    unsigned previous = 0, first, last = 0;
    char from[ROMAN_SIZE], until[ROMAN_SIZE];
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = plan->sections[i];
        if (section->value / (SECTION_OWN_VALUE + 1) != previous / (SECTION_OWN_VALUE + 1)) {
            previous = section->value & ~SECTION_OWN_VALUE; /* another part begins */
            before = NULL;
        }
        if (section->value < previous) {
            check_add(check, at_section(section), "section %s stands after %s", section->code,
                      before);
        } else if (find_missing_codes(plan, previous, section->value, &first, &last)) {
            write_code(from, first, section);
            write_code(until, last, section);
            report_missing(check, section, before, from, first < last ? until : NULL);
        }
        previous = section->value;
        before = section->code;
    }
}

/* The parts of a number: «2.1.đ» has 2, 1 and the fifth letter. */
enum { PARTS_MOST = 8, LETTER = 1 << 24 };
struct numeral {
    unsigned parts[PARTS_MOST]; /* a letter is its position in `letters` plus LETTER; 0: unknown */
    size_t count;
};

/* In the order that lists use; those in `passed_over` may be left out. */
static const char *const letters[] = {"a", "b", "c", "d", "đ", "e", "f", "g", "h",
                                      "i", "j", "k", "l", "m", "n", "o", "p", "q",
                                      "r", "s", "t", "u", "v", "w", "x", "y", "z"};
static const char passed_over[] = "đ f j w z";

static unsigned read_part(const char *text, size_t length)
{
    if (*text >= '0' && *text <= '9')
        return length <= 7 ? (unsigned)strtoul(text, NULL, 10) : 0;
    for (unsigned i = 0; i < sizeof letters / sizeof *letters; i++)
        if (strlen(letters[i]) == length && strncmp(letters[i], text, length) == 0)
            return LETTER + i + 1;
    return 0;
}

static struct numeral read_numeral(const char *number)
{
    struct numeral numeral = {0};
    while (*number != '\0' && numeral.count < PARTS_MOST) {
        size_t length = strcspn(number, ".");
        numeral.parts[numeral.count++] = read_part(number, length);
        number += length + (number[length] == '.');
    }
    return numeral;
}

static void add_part(struct strbuf *out, unsigned part)
{
    if (part < LETTER)
        strbuf_addf(out, "%u", part);
    else
        strbuf_adds(out, letters[part - LETTER - 1]);
}

static bool is_first(unsigned part)
{
    return part == 1 || part == LETTER + 1;
}

/* Returns whether two parts can be ordered: both are numbers or both are letters. */
static bool are_alike(unsigned a, unsigned b)
{
    return a != 0 && b != 0 && (a < LETTER) == (b < LETTER);
}

static bool may_be_passed_over(unsigned part)
{
    return part > LETTER && strstr(passed_over, letters[part - LETTER - 1]) != NULL;
}

static size_t common_parts(const struct numeral *a, const struct numeral *b)
{
    size_t i = 0;
    while (i < a->count && i < b->count && a->parts[i] == b->parts[i])
        i++;
    return i;
}

/* All numbers of the plan, and the beginnings of those with several parts. */
struct numbering {
    struct check *check;
    struct arena arena;
    struct pointer_map numbers;
    struct pointer_map last; /* the task of each section that was checked last */
};

/* Returns the entry of a number's first parts, with `part` after them. */
static size_t *number_at(struct numbering *numbering, const struct task *task,
                         const struct numeral *numeral, size_t depth, unsigned part)
{
    struct strbuf key = {0};
    strbuf_addf(&key, "%u:", task->section->value);
    for (size_t i = 0; i < depth; i++)
        strbuf_addf(&key, "%u.", numeral->parts[i]);
    strbuf_addf(&key, "%u", part);
    const char *interned = arena_intern(&numbering->arena, key.text, key.length);
    strbuf_release(&key);
    return pointer_map_at(&numbering->numbers, interned);
}

static void note_number(struct numbering *numbering, const struct task *row, size_t index)
{
    struct numeral numeral = read_numeral(row->number);
    for (size_t depth = 0; depth < numeral.count; depth++)
        *number_at(numbering, row, &numeral, depth, numeral.parts[depth]) = index;
}

static void note_numbers(struct numbering *numbering)
{
    const struct plan *plan = numbering->check->plan;
    for (size_t i = 0; i < plan->task_count; i++)
        note_number(numbering, plan->tasks[i], i);
    for (size_t i = 0; i < plan->row_count; i++)
        if (plan->rows[i]->section != NULL && *plan->rows[i]->number != '\0')
            note_number(numbering, plan->rows[i], plan->rows[i]->index);
}

/* Counts the parts that are missing between two parts at the same depth, and sets the first of
 * them. */
static size_t count_missing(struct numbering *numbering, const struct task *task,
                            const struct numeral *numeral, size_t depth, unsigned previous,
                            unsigned *first)
{
    enum { LOOKED_FOR = 64 }; /* a wider gap counts, whatever is elsewhere */
    unsigned value = numeral->parts[depth], part = previous + 1;
    size_t missing = 0;
    for (; part < value && part - previous <= LOOKED_FOR; part++) {
        if (may_be_passed_over(part) ||
            *number_at(numbering, task, numeral, depth, part) != POINTER_MAP_NONE)
            continue;
        *first = missing++ == 0 ? part : *first;
    }
    return missing > 0 && part < value ? missing + (value - part) : missing;
}

static void report_gap(struct numbering *numbering, const struct task *task,
                       const struct numeral *numeral, size_t depth, const struct task *before)
{
    unsigned first = 0;
    unsigned previous = before != NULL ? read_numeral(before->number).parts[depth] : 0;
    if (before == NULL && numeral->parts[depth] > LETTER)
        previous = LETTER;
    size_t missing = count_missing(numbering, task, numeral, depth, previous, &first);
    if (missing == 0)
        return;
    struct strbuf number = {0};
    struct finding at = at_task(task, TASK_FIELDS);
    for (size_t i = 0; i < depth; i++) {
        add_part(&number, numeral->parts[i]);
        strbuf_addc(&number, '.');
    }
    add_part(&number, first);
    if (before != NULL && missing > 1)
        check_add(numbering->check, at, "number %s follows %s: %s and %zu more are missing",
                  task->number, before->number, number.text, missing - 1);
    else if (before != NULL)
        check_add(numbering->check, at, "number %s follows %s: %s is missing", task->number,
                  before->number, number.text);
    else if (missing > 1)
        check_add(numbering->check, at, "number %s is the first: %s and %zu more are missing",
                  task->number, number.text, missing - 1);
    else
        check_add(numbering->check, at, "number %s is the first: %s is missing", task->number,
                  number.text);
    strbuf_release(&number);
}

/* A section begins with 1, with the number after the previous section's, or with its own value
 * («3.1»). */
static void check_first(struct numbering *numbering, const struct task *task,
                        const struct task *before)
{
    struct numeral numeral = read_numeral(task->number);
    unsigned first = numeral.parts[0];
    bool goes_on = before != NULL && first == read_numeral(before->number).parts[0] + 1;
    bool sections = numeral.count > 1 && first == task->section->value;
    if (first != 0 && !is_first(first) && !goes_on && !sections)
        report_gap(numbering, task, &numeral, 0, NULL);
}

static void check_next(struct numbering *numbering, const struct task *task,
                       const struct task *before)
{
    struct numeral a = read_numeral(before->number), b = read_numeral(task->number);
    size_t depth = common_parts(&a, &b);
    if (depth == b.count && depth == a.count)
        return; /* a duplicate, found by another rule */
    if (depth == a.count) {
        if (b.parts[depth] != 0 && !is_first(b.parts[depth]))
            report_gap(numbering, task, &b, depth, NULL);
        return;
    }
    struct finding at = at_task(task, TASK_FIELDS);
    if (depth == b.count)
        check_add(numbering->check, at, "number %s stands after %s", task->number, before->number);
    else if (!are_alike(a.parts[depth], b.parts[depth]))
        return;
    else if (b.parts[depth] > a.parts[depth]) {
        report_gap(numbering, task, &b, depth, before);
        if (depth + 1 < b.count && b.parts[depth + 1] != 0 && !is_first(b.parts[depth + 1]))
            report_gap(numbering, task, &b, depth + 1, NULL);
    } else if (is_first(b.parts[depth]))
        check_add(numbering->check, at, "the numbers start again: %s stands after %s", task->number,
                  before->number);
    else
        check_add(numbering->check, at, "number %s stands after %s", task->number, before->number);
}

void check_numbering(struct check *check)
{
    const struct plan *plan = check->plan;
    struct numbering numbering = {.check = check};
    note_numbers(&numbering);
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        size_t *before = pointer_map_at(&numbering.last, task->section);
        if (*before == POINTER_MAP_NONE)
            check_first(&numbering, task, i > 0 ? plan->tasks[i - 1] : NULL);
        else
            check_next(&numbering, task, plan->tasks[*before]);
        *before = i;
    }
    pointer_map_release(&numbering.last);
    pointer_map_release(&numbering.numbers);
    arena_release(&numbering.arena);
}
