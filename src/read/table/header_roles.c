// SPDX-License-Identifier: MIT
#include "read/table/header_roles.h"

#define NOWHERE ((size_t)-1)

/* The roles that one column has. */
static const enum column_role single_roles[] = {
    ROLE_MARK,         ROLE_TITLE,    ROLE_OUTPUT, ROLE_INDICATOR, ROLE_LEAD,
    ROLE_COORDINATING, ROLE_SCHEDULE, ROLE_START,  ROLE_DUE,
};

static void add_problem(struct role_problems *problems, enum role_problem_kind kind,
                        enum column_role role, size_t other, size_t column)
{
    if (problems->count < ROLE_PROBLEMS_MAX)
        problems->items[problems->count++] =
            (struct role_problem){.kind = kind, .role = role, .column = column, .other = other};
}

static size_t find_role(const struct role_column *columns, size_t count, enum column_role role,
                        size_t from)
{
    for (size_t i = from; i < count; i++)
        if (columns[i].role == role)
            return i;
    return NOWHERE;
}

static bool has_role(const struct role_column *columns, size_t count, enum column_role role)
{
    return find_role(columns, count, role, 0) != NOWHERE;
}

static bool is_sure(const struct role_column *column)
{
    return column->is_chosen || column->is_known || column->reading.weight >= COLUMN_ROLE_SURE;
}

/* Most of the cells, so that a stray one decides nothing. */
static bool holds(size_t matching, const struct column_sample *sample)
{
    return matching > 0 && matching * 2 > sample->filled;
}

/* ---- What a heading alone does not tell ---- */

/* «Đơn vị» beside «Số lượng» is what is counted. */
static void drop_units(struct role_column *columns, size_t count)
{
    bool counts = false;
    for (size_t i = 0; i < count; i++)
        counts |= columns[i].reading.is_quantity;
    for (size_t i = 0; i < count && counts; i++)
        if (columns[i].reading.is_bare && !columns[i].is_chosen)
            columns[i].role = ROLE_NONE;
}

/* «Phụ trách» beside «Cơ quan chủ trì» is a person. */
static void find_persons(struct role_column *columns, size_t count)
{
    bool leads = false;
    for (size_t i = 0; i < count; i++)
        leads |= columns[i].role == ROLE_LEAD && is_sure(&columns[i]) &&
                 !columns[i].reading.may_be_person;
    for (size_t i = 0; i < count && leads; i++)
        if (columns[i].role == ROLE_LEAD && columns[i].reading.may_be_person)
            columns[i].role = ROLE_PERSON;
}

/* «Người thực hiện» whose cells are offices is who leads, if nobody else is said to. */
static void find_leads(struct role_column *columns, size_t count)
{
    if (has_role(columns, count, ROLE_LEAD))
        return;
    for (size_t i = 0; i < count; i++)
        if (columns[i].role == ROLE_PERSON && !columns[i].is_chosen &&
            holds(columns[i].sample.offices, &columns[i].sample)) {
            columns[i].role = ROLE_LEAD;
            return;
        }
}

/* «Cơ quan thẩm định» beside who leads is neither that nor who coordinates. */
static void drop_other_offices(struct role_column *columns, size_t count)
{
    bool leads = has_role(columns, count, ROLE_LEAD);
    for (size_t i = 0; i < count && leads; i++)
        if (columns[i].role == ROLE_UNKNOWN && columns[i].reading.is_other_office)
            columns[i].role = ROLE_NONE;
}

/* «Nguồn kinh phí» whose cells are figures is the money itself. */
static void find_money(struct role_column *columns, size_t count)
{
    if (has_role(columns, count, ROLE_BUDGET))
        return;
    for (size_t i = 0; i < count; i++)
        if (columns[i].role == ROLE_SOURCE && !columns[i].is_chosen &&
            holds(columns[i].sample.figures, &columns[i].sample))
            columns[i].role = ROLE_BUDGET;
}

/* Returns whether a column without a role can be the title: it is the first one except for
 * marks. */
static bool may_be_title(const struct role_column *columns, size_t i)
{
    const struct column_sample *sample = &columns[i].sample;
    bool free = columns[i].role == ROLE_UNKNOWN && !columns[i].is_chosen;
    for (size_t j = 0; j < i; j++)
        free &= columns[j].role == ROLE_MARK || columns[j].role == ROLE_NONE;
    return free && holds(sample->words, sample) && !holds(sample->offices, sample) &&
           !holds(sample->times, sample);
}

/*
 * A table without a title has it in the first column of words, whatever that is called («Tên lớp
 * bồi dưỡng»), or under «Mục tiêu», «Tiêu chí» …
 */
static void find_title(struct role_column *columns, size_t count, struct role_problems *problems)
{
    static const enum column_role others[] = {ROLE_INDICATOR, ROLE_OUTPUT};
    for (size_t i = 0; i < count && !has_role(columns, count, ROLE_TITLE); i++)
        if (may_be_title(columns, i))
            columns[i].role = ROLE_TITLE;
    for (size_t i = 0; i < 2 && !has_role(columns, count, ROLE_TITLE); i++) {
        size_t other = find_role(columns, count, others[i], 0);
        if (other != NOWHERE && !columns[other].is_chosen && !columns[other].is_known)
            columns[other].role = ROLE_TITLE;
    }
    if (!has_role(columns, count, ROLE_TITLE))
        add_problem(problems, ROLE_NO_TITLE, ROLE_TITLE, 0, 0);
}

/* Marks may stand under «Mã», or under nothing. */
static void find_marks(struct role_column *columns, size_t count)
{
    if (has_role(columns, count, ROLE_MARK))
        return;
    for (size_t i = 0; i < count; i++) {
        bool free = columns[i].role == ROLE_UNKNOWN || columns[i].role == ROLE_NONE;
        if (!free || columns[i].is_chosen || !holds(columns[i].sample.marks, &columns[i].sample))
            continue;
        columns[i].role = ROLE_MARK;
        return;
    }
}

/* Words that say little («Thực hiện») do not count against what stands below them. */
static void distrust(struct role_column *columns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct role_column *column = &columns[i];
        const struct column_sample *sample = &column->sample;
        bool figures = holds(sample->figures, sample), times = holds(sample->times, sample);
        bool offices = holds(sample->offices, sample);
        bool office = column->role == ROLE_LEAD || column->role == ROLE_COORDINATING;
        bool wrong = (office && (figures || times)) ||
                     (column->role == ROLE_SCHEDULE && (offices || figures)) ||
                     (column->role == ROLE_BUDGET && (offices || times)) ||
                     ((column->role == ROLE_TITLE || column->role == ROLE_OUTPUT) && figures);
        if (wrong && !is_sure(column))
            column->role = ROLE_UNKNOWN;
    }
}

/* ---- One column to a role ---- */

/* If the user names a column for a role, others that read alike are kept as they are. */
static void keep_chosen(struct role_column *columns, size_t count, enum column_role role)
{
    bool chosen = false;
    for (size_t i = 0; i < count; i++)
        chosen |= columns[i].role == role && columns[i].is_chosen;
    for (size_t i = 0; i < count && chosen; i++)
        if (columns[i].role == role && !columns[i].is_chosen)
            columns[i].role = ROLE_UNKNOWN;
}

/* Columns with weak words lose the role to one that is sure. */
static void choose_one(struct role_column *columns, size_t count, enum column_role role,
                       struct role_problems *problems)
{
    size_t chosen = NOWHERE, first = NOWHERE;
    keep_chosen(columns, count, role);
    for (size_t i = 0; i < count; i++)
        if (columns[i].role == role && is_sure(&columns[i])) {
            if (chosen != NOWHERE)
                add_problem(problems, ROLE_TWICE, role, chosen, i);
            else
                chosen = i;
        }
    for (size_t i = 0; i < count; i++) {
        if (columns[i].role != role || is_sure(&columns[i]))
            continue;
        if (chosen != NOWHERE)
            columns[i].role = ROLE_UNKNOWN;
        else if (first != NOWHERE)
            add_problem(problems, ROLE_TWICE, role, first, i);
        else
            first = i;
    }
}

/* Start and due are one schedule; an end alone is all of it. */
static void join_times(struct role_column *columns, size_t count, struct role_problems *problems)
{
    size_t start = find_role(columns, count, ROLE_START, 0);
    size_t due = find_role(columns, count, ROLE_DUE, 0);
    size_t schedule = find_role(columns, count, ROLE_SCHEDULE, 0);
    if (due != NOWHERE && start == NOWHERE && schedule == NOWHERE)
        columns[due].role = ROLE_SCHEDULE;
    else if (start != NOWHERE && due == NOWHERE && schedule != NOWHERE)
        columns[schedule].role = ROLE_DUE;
    else if (schedule != NOWHERE && (start != NOWHERE || due != NOWHERE))
        add_problem(problems, ROLE_TWICE, ROLE_SCHEDULE, schedule, due != NOWHERE ? due : start);
}

/* ---- Money ---- */

struct money {
    size_t total, parts;        /* the total's column, and how many others there are */
    size_t state, state_shares; /* «NSNN» is what «NSTW» and «NSĐP» are shares of */
};

/* The surer of two columns that are not a source's is the total. */
static void take_total(struct role_column *columns, struct money *money, size_t column,
                       struct role_problems *problems)
{
    if (money->total == NOWHERE) {
        money->total = column;
    } else if (!is_sure(&columns[column])) {
        columns[column].role = ROLE_UNKNOWN;
    } else if (!is_sure(&columns[money->total])) {
        columns[money->total].role = ROLE_UNKNOWN;
        money->total = column;
    } else {
        add_problem(problems, ROLE_TWICE, ROLE_BUDGET, money->total, column);
    }
}

/* Returns the number of money columns that the user names. The others lose their role unless
 * they are one source's. */
static size_t keep_chosen_money(struct role_column *columns, size_t count)
{
    size_t chosen = 0;
    for (size_t i = 0; i < count; i++)
        chosen += columns[i].role == ROLE_BUDGET && columns[i].is_chosen;
    for (size_t i = 0; i < count && chosen > 0; i++)
        if (columns[i].role == ROLE_BUDGET && !columns[i].is_chosen &&
            (chosen > 1 || !columns[i].reading.is_fund))
            columns[i].role = ROLE_UNKNOWN;
    return chosen;
}

/* Returns whether a total may have one source beside it. */
static bool is_whole(const struct role_column *column)
{
    return column->is_chosen || column->is_known || column->reading.is_total ||
           !column->reading.is_partial;
}

/*
 * One column of money is the budget. Of several the total is, and each other one is one source's;
 * without a total they add up, unless some are shares of another.
 */
static void divide_money(struct role_column *columns, size_t count, struct role_problems *problems)
{
    struct money money = {.total = NOWHERE, .state = NOWHERE};
    size_t chosen = keep_chosen_money(columns, count);
    for (size_t i = 0; i < count; i++) {
        if (columns[i].role != ROLE_BUDGET)
            continue;
        columns[i].is_part = columns[i].reading.is_fund || (chosen > 1 && columns[i].is_chosen);
        money.parts += columns[i].is_part;
        if (!columns[i].is_part)
            take_total(columns, &money, i, problems);
        if (columns[i].reading.is_state)
            money.state = i;
        money.state_shares += columns[i].reading.is_state_share;
    }
    size_t first = find_role(columns, count, ROLE_BUDGET, 0);
    bool shares = money.state != NOWHERE && money.state_shares > 0;
    if (money.total == NOWHERE && money.parts == 1)
        columns[first].is_part = false;
    else if (money.total == NOWHERE && shares)
        add_problem(problems, ROLE_TWICE, ROLE_BUDGET, money.state,
                    find_role(columns, count, ROLE_BUDGET, first + 1));
    else if (money.total != NOWHERE && money.parts == 1 && !is_whole(&columns[money.total]))
        add_problem(problems, ROLE_TWICE, ROLE_BUDGET, money.total,
                    first != money.total ? first
                                         : find_role(columns, count, ROLE_BUDGET, first + 1));
    else if (shares)
        columns[money.state].is_part = false;
    if (shares && money.total != NOWHERE)
        columns[money.state].role = ROLE_UNKNOWN;
}

/* ---- What cannot be told ---- */

static bool holds_role(const struct column_sample *sample, enum column_role role)
{
    size_t matching = role == ROLE_BUDGET     ? sample->figures
                      : role == ROLE_SCHEDULE ? sample->times
                                              : sample->offices;
    return holds(matching, sample);
}

static bool is_missing(const struct role_column *columns, size_t count, enum column_role role)
{
    return !has_role(columns, count, role) &&
           !(role == ROLE_SCHEDULE &&
             (has_role(columns, count, ROLE_START) || has_role(columns, count, ROLE_DUE)));
}

static const enum column_role needed_roles[] = {ROLE_BUDGET, ROLE_SCHEDULE, ROLE_LEAD,
                                                ROLE_COORDINATING};
enum { NEEDED = sizeof needed_roles / sizeof *needed_roles };

/* A column that nobody understands must not be what is missing. */
static void find_undecided(const struct role_column *columns, size_t count,
                           struct role_problems *problems)
{
    bool known[NEEDED];
    for (size_t j = 0; j < NEEDED; j++)
        known[j] = !is_missing(columns, count, needed_roles[j]);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < NEEDED; j++)
            if (!known[j] && columns[i].role == ROLE_UNKNOWN && !columns[i].is_chosen &&
                holds_role(&columns[i].sample, needed_roles[j])) {
                add_problem(problems, ROLE_UNDECIDED, needed_roles[j], i, i);
                break;
            }
}

bool header_roles_need_samples(const struct role_column *columns, size_t count)
{
    bool missing = false, unknown = false, unsure = false;
    for (size_t j = 0; j < NEEDED; j++)
        missing |= is_missing(columns, count, needed_roles[j]);
    for (size_t i = 0; i < count; i++) {
        bool known = columns[i].role != ROLE_UNKNOWN;
        unknown |= !known;
        unsure |= known && !is_sure(&columns[i]);
    }
    bool source =
        (has_role(columns, count, ROLE_SOURCE) && !has_role(columns, count, ROLE_BUDGET)) ||
        (has_role(columns, count, ROLE_PERSON) && !has_role(columns, count, ROLE_LEAD));
    return (missing && unknown) || unsure || source || !has_role(columns, count, ROLE_MARK) ||
           !has_role(columns, count, ROLE_TITLE);
}

void header_roles_assign(struct role_column *columns, size_t count, struct role_problems *problems)
{
    distrust(columns, count);
    drop_units(columns, count);
    find_persons(columns, count);
    find_leads(columns, count);
    find_money(columns, count);
    for (size_t i = 0; i < sizeof single_roles / sizeof *single_roles; i++)
        choose_one(columns, count, single_roles[i], problems);
    drop_other_offices(columns, count);
    find_marks(columns, count);
    find_title(columns, count, problems);
    join_times(columns, count, problems);
    divide_money(columns, count, problems);
    find_undecided(columns, count, problems);
}
