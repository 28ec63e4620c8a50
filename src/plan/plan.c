// SPDX-License-Identifier: MIT
#include "plan/plan.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "plan/schedule_token.h"

#include <stdlib.h>
#include <string.h>

struct plan *plan_new(const char *path)
{
    struct plan *plan = memory_alloc(sizeof *plan);
    *plan = (struct plan){.path = path, .unit = MONEY_MILLION};
    return plan;
}

void plan_free(struct plan *plan)
{
    if (plan == NULL)
        return;
    arena_release(&plan->arena);
    free(plan->sections);
    free(plan->tasks);
    free(plan);
}

static unsigned letter_value(char c)
{
    static const char letters[] = "ivxlcdm";
    static const unsigned values[] = {1, 5, 10, 50, 100, 500, 1000};
    const char *letter = c != '\0' ? strchr(letters, c | 0x20) : NULL;
    return letter != NULL ? values[letter - letters] : 0;
}

/* The one right way to write a value: «IIII» and «IC» are no numerals. */
static void roman_write(unsigned value, char *out)
{
    static const struct {
        unsigned value;
        const char *text;
    } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; value >= parts[i].value; value -= parts[i].value)
            out = stpcpy(out, parts[i].text);
    *out = '\0';
}

static unsigned roman_value(const char *text)
{
    int total = 0;
    for (const char *p = text; *p != '\0'; p++) {
        int value = (int)letter_value(*p);
        if (value == 0 || total > 3999)
            return 0;
        total += value < (int)letter_value(p[1]) ? -value : value;
    }
    char canonical[32];
    if (total <= 0 || total > 3999)
        return 0;
    roman_write((unsigned)total, canonical);
    return strcasecmp(canonical, text) == 0 ? (unsigned)total : 0;
}

unsigned section_value(const char *code)
{
    if (*code >= '1' && *code <= '9' && strspn(code, "0123456789") == strlen(code))
        return strlen(code) <= 4 ? (unsigned)atoi(code) : 0;
    return roman_value(code);
}

struct section *plan_add_section(struct plan *plan, const char *code, const char *title)
{
    struct section *section = arena_alloc(&plan->arena, sizeof *section);
    section->code = code;
    section->title = title;
    section->value = section_value(code);
    section->order = plan->section_count;
    plan->sections = memory_grow(plan->sections, plan->section_count, &plan->section_capacity,
                                 sizeof(struct section *));
    plan->sections[plan->section_count++] = section;
    return section;
}

struct section *plan_find_section(const struct plan *plan, unsigned value)
{
    for (size_t i = 0; i < plan->section_count; i++)
        if (plan->sections[i]->value == value)
            return plan->sections[i];
    return NULL;
}

struct task *plan_add_task(struct plan *plan, const struct section *section, const char *number)
{
    struct task *task = arena_alloc(&plan->arena, sizeof *task);
    task->plan = plan;
    task->section = section;
    task->number = number;
    plan->tasks =
        memory_grow(plan->tasks, plan->task_count, &plan->task_capacity, sizeof(struct task *));
    plan->tasks[plan->task_count++] = task;
    return task;
}

int budget_parse(const char *text, struct money_rules rules, struct budget *budget,
                 struct error *error)
{
    *budget = (struct budget){.kind = BUDGET_MISSING};
    if (text == NULL || strcmp(text, "-") == 0 || strcmp(text, "–") == 0 || strcmp(text, "—") == 0)
        return 0;
    size_t sign = strspn(text, "+-.,~(<>= ");
    bool figure = text[sign] >= '0' && text[sign] <= '9';
    bool words = false;
    for (const char *p = text; *p != '\0' && !words; p++)
        words = ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z') || (unsigned char)*p >= 0xC3;
    if (figure)
        budget->kind = BUDGET_AMOUNT;
    else if (words && *text != '#') /* «#REF!» is what Excel says where it has nothing to say */
        budget->kind = BUDGET_UNSPECIFIED;
    else
        return error_set(error, ERROR_DATA, "is no amount: expected a figure, words or a blank");
    return figure ? money_parse(text, rules, &budget->vnd, error) : 0;
}

/* Schedules repeat, and equal texts are one pointer: each is read once, at its first task. */
void plan_finish(struct plan *plan)
{
    size_t size = 64;
    while (size < plan->task_count * 2)
        size *= 2;
    const struct task **first = memory_alloc(size * sizeof *first);
    memset((void *)first, 0, size * sizeof *first);
    for (size_t i = 0; i < plan->task_count; i++) {
        struct task *task = plan->tasks[i];
        const char *text = task->text[TASK_SCHEDULE];
        size_t slot = ((uintptr_t)text * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (size - 1);
        while (first[slot] != NULL && first[slot]->text[TASK_SCHEDULE] != text)
            slot = (slot + 1) & (size - 1);
        if (first[slot] == NULL) {
            task->schedule = schedule_parse(&plan->arena, text, plan->year);
            first[slot] = task;
        }
        task->schedule = first[slot]->schedule;
    }
    free((void *)first);
}

/* Numbers within the text by value, the rest by byte: «2» before «10», «1.2» before «1.10». */
static int natural_compare(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0') {
        size_t m = strspn(a, "0123456789"), n = strspn(b, "0123456789");
        if (m > 0 && n > 0) {
            unsigned long x = strtoul(a, NULL, 10), y = strtoul(b, NULL, 10);
            if (x != y)
                return x < y ? -1 : 1;
            a += m;
            b += n;
        } else if (*a++ != *b++) {
            return (unsigned char)a[-1] < (unsigned char)b[-1] ? -1 : 1;
        }
    }
    return (*a != '\0') - (*b != '\0');
}

int task_compare(const struct task *a, const struct task *b)
{
    unsigned x = a->section->value, y = b->section->value;
    if (x != y)
        return x < y ? -1 : 1;
    return natural_compare(a->number, b->number);
}

int plan_year_find(const char *text)
{
    struct strbuf folded = {0};
    text_fold(&folded, text, strlen(text));
    int year = 0;
    bool after_month = false;
    for (const char *p = strbuf_text(&folded); *p != '\0' && year == 0;) {
        size_t length = strcspn(p, " ");
        bool is_year_word = length == 3 && strncmp(p, "nam", 3) == 0 && p[3] == ' ';
        if (is_year_word && !after_month && strspn(p + 4, "0123456789") == 4 &&
            (p[4] == '1' || p[4] == '2'))
            year = atoi(p + 4);
        /* «tháng 12 năm 2020» is the date of some document, not the plan's year */
        after_month = strncmp(p, "thang ", 6) == 0 || (after_month && *p >= '0' && *p <= '9');
        p += length + (p[length] == ' ');
    }
    strbuf_release(&folded);
    return year;
}
