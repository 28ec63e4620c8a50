// SPDX-License-Identifier: MIT
#include "base/plural.h"

#include <stdbool.h>
#include <string.h>

enum { DEPTH_MOST = 32 }; /* of nested brackets and «!»: the rule may be hostile */

struct reading {
    const char *at, *end;
    unsigned long number;
    unsigned depth;
    bool failed;
};

static unsigned long read_choice(struct reading *reading);

static bool take(struct reading *reading, const char *token)
{
    size_t length = strlen(token);
    while (reading->at < reading->end && *reading->at == ' ')
        reading->at++;
    if ((size_t)(reading->end - reading->at) < length || memcmp(reading->at, token, length) != 0)
        return false;
    reading->at += length;
    return true;
}

static unsigned long read_number(struct reading *reading)
{
    unsigned long value = 0;
    const char *start = reading->at;
    for (; reading->at < reading->end && *reading->at >= '0' && *reading->at <= '9'; reading->at++)
        value = value * 10 + (unsigned long)(*reading->at - '0');
    reading->failed |= reading->at == start;
    return value;
}

static unsigned long read_operand(struct reading *reading)
{
    unsigned long value = 0;
    if (++reading->depth > DEPTH_MOST || reading->failed) {
        reading->failed = true;
    } else if (take(reading, "!")) {
        value = !read_operand(reading);
    } else if (take(reading, "(")) {
        value = read_choice(reading);
        reading->failed |= !take(reading, ")");
    } else {
        value = take(reading, "n") ? reading->number : read_number(reading);
    }
    reading->depth--;
    return value;
}

/* Longer ones come before their beginnings; a higher level binds more tightly. */
static const struct operator
{
    char text[3];
    int level;
}
operators[] = {
    {"||", 1}, {"&&", 2}, {"==", 3}, {"!=", 3}, {"<=", 4}, {">=", 4}, {"<", 4},
    {">", 4},  {"+", 5},  {"-", 5},  {"*", 6},  {"/", 6},  {"%", 6},
};
enum { OPERATORS = sizeof operators / sizeof *operators };

static unsigned long apply(const char *operator, unsigned long a, unsigned long b)
{
    bool with_equal = operator[1] == '=';
    switch (operator[0]) {
    case '|':
        return a || b;
    case '&':
        return a && b;
    case '=':
        return a == b;
    case '!':
        return a != b;
    case '<':
        return with_equal ? a <= b : a < b;
    case '>':
        return with_equal ? a >= b : a > b;
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    case '/':
        return b != 0 ? a / b : 0;
    default:
        return b != 0 ? a % b : 0;
    }
}

static unsigned long read_operation(struct reading *reading, int level)
{
    unsigned long value = read_operand(reading);
    for (size_t i = 0; i < OPERATORS && !reading->failed; i++)
        if (operators[i].level >= level && take(reading, operators[i].text)) {
            value =
                apply(operators[i].text, value, read_operation(reading, operators[i].level + 1));
            i = (size_t)-1; /* start again with all operators */
        }
    return value;
}

static unsigned long read_choice(struct reading *reading)
{
    if (++reading->depth > DEPTH_MOST)
        reading->failed = true;
    unsigned long value = reading->failed ? 0 : read_operation(reading, 1);
    if (!reading->failed && take(reading, "?")) {
        unsigned long first = read_choice(reading);
        reading->failed |= !take(reading, ":");
        unsigned long second = read_choice(reading);
        value = value != 0 ? first : second;
    }
    reading->depth--;
    return value;
}

struct plural plural_of_header(const char *header)
{
    static const char key[] = "plural=", field[] = "Plural-Forms:";
    const char *line = strstr(header, field);
    const char *rule = line != NULL ? strstr(line, key) : NULL;
    if (rule == NULL || memchr(line, '\n', (size_t)(rule - line)) != NULL)
        return (struct plural){0};
    rule += sizeof key - 1;
    return (struct plural){rule, strcspn(rule, ";\n")};
}

size_t plural_form(struct plural plural, size_t number)
{
    if (plural.rule == NULL)
        return number != 1;
    struct reading reading = {plural.rule, plural.rule + plural.length, number, 0, false};
    unsigned long form = read_choice(&reading);
    take(&reading, ""); /* skips spaces */
    return reading.failed || reading.at != reading.end ? 0 : form;
}
