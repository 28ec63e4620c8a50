// SPDX-License-Identifier: MIT
/* Amounts of money: read, written, and the units that headings name. */
#include "properties.h"

#include "base/money.h"
#include "base/text.h"

#include <string.h>

static const int64_t units[] = {MONEY_VND, MONEY_THOUSAND, MONEY_MILLION, MONEY_BILLION};
enum { UNITS = sizeof units / sizeof *units };

static int parse(const char *text, int64_t unit, char mark, int64_t *vnd)
{
    struct money_rules rules = {.unit = unit, .decimal_mark = mark};
    struct error error = {0};
    int status = money_parse(text, rules, vnd, &error);
    MUST(status == 0 ? *vnd >= 0 : status == -1 && *error.text != '\0');
    return status;
}

/* Whatever is written is read as itself, in each unit and with each pair of marks. */
static void property_written(int64_t vnd)
{
    static const char pairs[][2] = {{0, ','}, {0, '.'}, {'.', ','}, {',', '.'}, {' ', ','}};
    for (size_t i = 0; i < UNITS; i++)
        for (size_t j = 0; j < sizeof pairs / sizeof *pairs; j++) {
            char text[MONEY_TEXT_SIZE];
            int64_t again;
            money_format(text, vnd, units[i], pairs[j][0], pairs[j][1]);
            MUST(strlen(text) < sizeof text);
            MUST(parse(text, units[i], pairs[j][1], &again) == 0 && again == vnd);
        }
}

/* A bare figure counts units, one with its own unit does not care. */
static void property_scales(const char *text, char mark, int64_t vnd)
{
    int64_t thousands, larger;
    if (parse(text, MONEY_THOUSAND, mark, &thousands) != 0)
        return;
    MUST(thousands == vnd || (vnd <= INT64_MAX / 1000 && thousands == vnd * 1000));
    if (parse(text, MONEY_MILLION, mark, &larger) == 0)
        MUST(thousands == vnd ? larger == vnd : larger == thousands * 1000);
}

/* Without a mark named, an amount is what it is with the Vietnamese one, else with the English. */
static void property_marks(const char *text, int64_t unit)
{
    int64_t plain, named;
    if (parse(text, unit, 0, &plain) == 0 && strchr(text, '.') == NULL && strchr(text, ',') == NULL)
        MUST(parse(text, unit, ',', &named) == 0 && named == plain);
    else if (parse(text, unit, 0, &plain) == 0 && parse(text, unit, ',', &named) == 0)
        MUST(named == plain);
}

/* From the limit on a bare figure is refused, and nothing else changes. */
static void property_limit(const char *text, int64_t unit)
{
    struct money_rules rules = {.unit = unit, .limit = MONEY_LIMIT_STATED};
    struct error error = {0};
    int64_t plain, limited;
    if (parse(text, unit, 0, &plain) != 0)
        return;
    if (money_parse(text, rules, &limited, &error) == 0)
        MUST(limited == plain);
    else
        MUST(plain / unit >= MONEY_LIMIT_STATED);
}

static void property_budget(const char *text, int64_t unit)
{
    struct money_rules rules = {.unit = unit};
    struct budget budget;
    struct error error = {0};
    int64_t vnd;
    bool amount = parse(text, unit, 0, &vnd) == 0;
    if (budget_parse(text, rules, &budget, &error) != 0) {
        MUST(*error.text != '\0' && !amount);
        return;
    }
    if (amount)
        MUST(budget.kind == BUDGET_AMOUNT && vnd == budget.vnd);
    else
        MUST(budget.kind == BUDGET_AMOUNT ? budget.vnd >= 0 : budget.vnd == 0);
}

static void property_amount(const char *text, const char *upper, char mark)
{
    for (size_t i = 0; i < UNITS; i++) {
        int64_t vnd, shouted;
        int status = parse(text, units[i], mark, &vnd);
        MUST(parse(upper, units[i], mark, &shouted) == status);
        MUST(status != 0 || shouted == vnd);
        if (status == 0)
            property_written(vnd);
        if (status == 0 && units[i] == MONEY_VND)
            property_scales(text, mark, vnd);
    }
}

/* The first bytes as an amount that nobody typed. */
static void property_any_amount(const uint8_t *data, size_t size)
{
    int64_t vnd = 0;
    for (size_t i = 0; i < size && i < 8; i++)
        vnd = (vnd & (INT64_MAX >> 8)) << 8 | data[i];
    property_written(vnd);
}

static void property_unit(const char *text, const char *upper)
{
    int64_t unit = money_unit_find(text);
    MUST(unit >= MONEY_UNIT_WRONG && money_unit_find(upper) == unit);
    while (unit > 1 && unit % 10 == 0)
        unit /= 10;
    MUST(unit <= 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    property_any_amount(data, size);
    char *text = fuzz_cell(data, size);
    if (text == NULL)
        return 0;
    char *upper = fuzz_upper(text);
    property_amount(text, upper, 0);
    property_amount(text, upper, ',');
    property_amount(text, upper, '.');
    for (size_t i = 0; i < UNITS; i++) {
        property_marks(text, units[i]);
        property_limit(text, units[i]);
        property_budget(text, units[i]);
    }
    property_unit(text, upper);
    free(upper);
    free(text);
    return 0;
}
