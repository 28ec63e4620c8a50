// SPDX-License-Identifier: MIT
#include "read/table/column_role.h"

#include "base/money.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "read/table/column_words.h"

#include <string.h>

const char *const column_role_names[ROLES + 1] = {
    "",         "none",  "mark", "title",  "output", "indicator", "lead", "coordinating",
    "schedule", "start", "due",  "budget", "source", "person",    "note", NULL};

/* Two roles of a heading must be so far apart, else the words are of two minds. */
enum { MARGIN = 3 };

/* The roles that a heading's words speak for, their weights, and the segments they are in. */
struct scores {
    unsigned of[MEANING_COUNT];
    unsigned segments[MEANING_COUNT]; /* bits of 1 << segment */
    size_t words, matched;
};

/* «đơn vị phối hợp», but not «kết quả phối hợp»: a word that tells more of offices and people. */
static bool matches_head(int meaning, int head)
{
    bool office = meaning == ROLE_LEAD || meaning == ROLE_COORDINATING;
    return !office || head == MEANING_OFFICE || head == ROLE_PERSON || head == ROLE_LEAD ||
           head == ROLE_COORDINATING;
}

/* Returns the weight of a phrase: less after the one that began its segment, and 0 for some that
 * only begin one. */
static unsigned weigh(const struct word_match *match, int head, bool first)
{
    enum { LITTLE = 3 };
    if (head < 0)
        return first || match->within > 0 ? match->weight : 0;
    bool counts = matches_head(match->meaning, head) && (match->after < 0 || match->after == head);
    return counts || match->within < LITTLE ? match->within : LITTLE;
}

static struct scores add_up(struct column_words *words, const struct heading *heading,
                            bool has_unit)
{
    struct scores scores = {.words = heading->count};
    int head = -1;
    for (size_t i = 0; i < heading->count;) {
        unsigned segment = heading->words[i].segment;
        bool bracketed = (heading->bracketed >> segment & 1) != 0;
        bool first = i == 0 || heading->words[i - 1].segment != segment;
        head = first ? -1 : head;
        struct word_match match = column_words_match(words, heading, i);
        i += match.length;
        bool of_unit =
            match.meaning == MEANING_UNIT || (match.meaning == MEANING_OFFICE && bracketed);
        if (match.meaning < 0 || (has_unit && of_unit))
            continue;
        int meaning = match.meaning == MEANING_UNIT ? ROLE_NONE : match.meaning;
        unsigned weight = weigh(&match, head, first);
        scores.of[meaning] += bracketed ? (weight + 1) / 2 : weight;
        scores.segments[meaning] |= 1U << segment;
        scores.matched += match.length;
        head = head < 0 ? meaning : head;
    }
    return scores;
}

/* «Cơ quan chủ trì, phối hợp» is who leads, and more; «đơn vị phối hợp thực hiện» is not. */
static bool leads_before(const struct scores *scores)
{
    unsigned lead = scores->segments[ROLE_LEAD], other = scores->segments[ROLE_COORDINATING];
    return lead != 0 && (lead & other) == 0 && (lead & (0U - lead)) < (other & (0U - other));
}

/* Gives offices and funds to the roles that the words beside them mean. */
static void give_out(struct scores *scores, bool ends)
{
    unsigned *of = scores->of;
    if (leads_before(scores))
        of[ROLE_COORDINATING] = 0;
    int taker = of[ROLE_COORDINATING] > of[ROLE_LEAD] ? ROLE_COORDINATING : ROLE_LEAD;
    of[taker] += of[MEANING_OFFICE];
    of[ROLE_BUDGET] += of[MEANING_FUND];
    scores->segments[ROLE_BUDGET] |= scores->segments[MEANING_FUND];
    if (of[ROLE_START] > 0 && (of[ROLE_DUE] > 0 || ends)) { /* «thời gian bắt đầu, hoàn thành» */
        of[ROLE_SCHEDULE] += of[ROLE_START] + of[ROLE_DUE];
        of[ROLE_START] = of[ROLE_DUE] = 0;
    }
    if (of[ROLE_START] > 0 || of[ROLE_DUE] > 0) { /* «thời gian bắt đầu» */
        int edge = of[ROLE_START] > 0 ? ROLE_START : ROLE_DUE;
        of[edge] += of[ROLE_SCHEDULE];
        of[ROLE_SCHEDULE] = 0;
    }
}

/* Returns which of a heading's two roles is its column's. */
static int prefer(const struct scores *scores, int a, int b)
{
    static const int preferred[][2] = {
        {ROLE_TITLE, ROLE_INDICATOR},    {ROLE_TITLE, ROLE_NONE},  {ROLE_TITLE, ROLE_MARK},
        {ROLE_TITLE, ROLE_NOTE},         {ROLE_LEAD, ROLE_PERSON}, {ROLE_BUDGET, ROLE_SOURCE},
        {ROLE_OUTPUT, ROLE_INDICATOR},   {ROLE_BUDGET, ROLE_NOTE}, {ROLE_SCHEDULE, ROLE_NOTE},
        {ROLE_LEAD, ROLE_NOTE},          {ROLE_OUTPUT, ROLE_NOTE}, {ROLE_COORDINATING, ROLE_NOTE},
        {ROLE_SOURCE, ROLE_NOTE},        {ROLE_PERSON, ROLE_NOTE}, {ROLE_NONE, ROLE_NOTE},
        {ROLE_COORDINATING, ROLE_PERSON}};
    for (size_t i = 0; i < sizeof preferred / sizeof *preferred; i++)
        for (int turn = 0; turn < 2; turn++)
            if (preferred[i][0] == (turn ? a : b) && preferred[i][1] == (turn ? b : a))
                return preferred[i][0];
    bool work = (a == ROLE_TITLE && b == ROLE_OUTPUT) || (a == ROLE_OUTPUT && b == ROLE_TITLE);
    unsigned title = scores->segments[ROLE_TITLE], output = scores->segments[ROLE_OUTPUT];
    if (work && (title & output) == 0)
        return (title & (0U - title)) < (output & (0U - output)) ? ROLE_TITLE : ROLE_OUTPUT;
    return ROLE_UNKNOWN;
}

/* «Thời gian, địa điểm»: two things in a column, of which one may be a role. */
static bool are_distinct(const struct scores *scores, int a, int b)
{
    return scores->of[a] >= 6 && scores->of[b] >= 6 &&
           (scores->segments[a] & scores->segments[b]) == 0 && scores->segments[a] != 0 &&
           scores->segments[b] != 0;
}

static void find_best(const struct scores *scores, int *best, int *second)
{
    *best = *second = ROLE_UNKNOWN;
    for (int role = ROLE_NONE; role < ROLES; role++)
        if (*best == ROLE_UNKNOWN || scores->of[role] > scores->of[*best]) {
            *second = *best;
            *best = role;
        } else if (*second == ROLE_UNKNOWN || scores->of[role] > scores->of[*second]) {
            *second = role;
        }
}

static void decide(struct column_reading *reading, struct scores *scores)
{
    int best, second;
    give_out(scores, reading->has_end);
    find_best(scores, &best, &second);
    const unsigned *of = scores->of;
    bool distinct = are_distinct(scores, best, second);
    if (distinct && (best == ROLE_NONE || second == ROLE_NONE))
        best = best == ROLE_NONE ? second : best;
    else if (distinct || of[best] < of[second] + MARGIN)
        best = prefer(scores, best, second);
    reading->is_other_office = best == ROLE_UNKNOWN && of[MEANING_OFFICE] > 0 && of[ROLE_NONE] >= 5;
    if (best == ROLE_UNKNOWN || of[best] < 4)
        return;
    reading->role = (enum column_role)best;
    reading->weight = of[best];
}

/* A unit of money says what no word does, or what only the source does. */
static void read_unit(struct column_reading *reading)
{
    enum column_role role = reading->role;
    if (reading->unit == 0 || role == ROLE_BUDGET || role == ROLE_NONE)
        return;
    bool is_money = role == ROLE_UNKNOWN || role == ROLE_SOURCE || role == ROLE_NOTE;
    reading->is_unit = role == ROLE_UNKNOWN;
    reading->role = is_money ? ROLE_BUDGET : ROLE_UNKNOWN;
    reading->weight = is_money ? COLUMN_ROLE_SURE : 0;
}

static void note_words(struct column_reading *reading, const struct heading *heading,
                       const struct scores *scores, unsigned traits)
{
    unsigned roles = scores->of[ROLE_LEAD] + scores->of[ROLE_COORDINATING] + scores->of[ROLE_NONE];
    bool plain = scores->matched == scores->words;
    reading->is_deadline = (traits & TRAIT_DEADLINE) != 0;
    reading->has_end = (traits & TRAIT_END) != 0;
    reading->is_total = (traits & TRAIT_TOTAL) != 0;
    reading->is_quantity = (traits & TRAIT_QUANTITY) != 0;
    reading->is_fund = scores->of[MEANING_FUND] > 0 && !reading->is_total;
    reading->is_state = (traits & TRAIT_STATE) != 0;
    reading->is_state_share = !reading->is_state && (traits & TRAIT_SHARE) != 0;
    reading->is_bare = scores->of[MEANING_OFFICE] > 0 && plain && roles == 0;
    reading->may_be_person =
        scores->of[ROLE_LEAD] > 0 && scores->of[MEANING_OFFICE] == 0 && (traits & TRAIT_CHAIR) == 0;
    reading->year = heading->year;
    reading->is_partial = (traits & TRAIT_PARTIAL) != 0;
    reading->is_percentage = (traits & TRAIT_PERCENTAGE) != 0;
}

static struct column_reading read_alone(struct column_words *words, const char *text,
                                        struct scores *scores)
{
    struct column_reading reading = {.unit = money_unit_find(text)};
    struct heading heading;
    heading_init(&heading, text);
    *scores = add_up(words, &heading, reading.unit != 0);
    note_words(&reading, &heading, scores, column_words_traits(words, &heading));
    heading_release(&heading);
    struct scores given = *scores;
    decide(&reading, &given);
    read_unit(&reading);
    if (reading.role == ROLE_LEAD && reading.year > 0 && reading.weight < COLUMN_ROLE_SURE)
        reading.role = ROLE_UNKNOWN; /* «Thực hiện năm 2023» */
    bool share = reading.role == ROLE_SCHEDULE || reading.role == ROLE_OUTPUT;
    if (reading.is_percentage && share) /* «Tiến độ (%)» */
        reading.role = ROLE_NONE;
    return reading;
}

/* «Ghi» above «chú»: one heading that goes on in the next row. */
static struct column_reading read_joined(struct column_words *words, const char *above,
                                         const char *heading)
{
    struct strbuf joined = {0};
    struct scores scores;
    strbuf_addf(&joined, "%s %s", above, heading);
    struct column_reading reading = read_alone(words, joined.text, &scores);
    strbuf_release(&joined);
    return reading;
}

/* Adds the headings above if the heading's own words are too few. */
static void add_upper(struct column_reading *reading, struct scores *scores,
                      const struct scores *upper)
{
    for (int i = 0; i < MEANING_COUNT; i++) {
        scores->of[i] += upper->of[i];
        scores->segments[i] = scores->segments[i] << 16 | upper->segments[i];
    }
    reading->role = ROLE_UNKNOWN;
    reading->weight = 0;
    decide(reading, scores);
    read_unit(reading);
    reading->is_fund |= reading->role == ROLE_BUDGET && !reading->is_total && scores->words > 0;
    reading->is_bare = reading->may_be_person = false;
}

struct column_reading column_role_read(struct column_words *words, const char *above,
                                       const char *heading)
{
    struct scores scores, other;
    struct column_reading reading = read_alone(words, heading, &scores);
    if (above == NULL || *above == '\0')
        return reading;
    struct column_reading upper = read_alone(words, above, &other);
    if (reading.unit == 0)
        reading.unit = upper.unit;
    reading.year = reading.year != 0 ? reading.year : upper.year;
    if (reading.weight < COLUMN_ROLE_SURE)
        add_upper(&reading, &scores, &other);
    return reading.role != ROLE_UNKNOWN ? reading : read_joined(words, above, heading);
}
