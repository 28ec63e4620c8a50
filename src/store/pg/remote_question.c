// SPDX-License-Identifier: MIT
#include "store/pg/remote_question.h"

#include "base/memory.h"
#include "read/agency_file.h"
#include "read/plan_settings.h"
#include "store/pg/question_statements.h"
#include "store/pg/question_values.h"
#include "store/pg/stored_rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { PARAMETERS = 22, TASK_PARAMETERS };

/* ---- The survey ---- */

/* The text of an array of ids, without what tells them apart here; NULL for none. */
static struct pg_value ids_of(struct strbuf *array, const char *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *slash = strrchr(ids[i], '/');
        pg_array_add(array, slash != NULL ? slash + 1 : ids[i]);
    }
    if (count > 0)
        pg_array_end(array);
    return PG_TEXT(array->text);
}

static int survey_named(struct remote_server *server, const struct remote_question *question,
                        struct pg_value ids)
{
    struct strbuf array = {0};
    const struct pg_value parameters[] = {ids,
                                          ids_of(&array, question->named, question->named_count)};
    struct pg_rows **named = &server->survey->named;
    if (question->named_count > 0)
        *named = pg_query(server->connection, question_named, parameters, 2, &server->error);
    strbuf_release(&array);
    return question->named_count > 0 && *named == NULL ? -1 : 0;
}

static int survey(struct remote_server *server, const struct remote_question *question,
                  bool several, const struct pg_value *ids)
{
    struct remote_survey *found = server->survey;
    const struct query *query = question->query;
    bool either = query_has_field(query, QUERY_AGENCY);
    const struct {
        struct pg_rows **rows;
        const char *statement;
        bool asked, bytes;
    } statements[] = {
        {&found->summary, question->named_count > 0 ? question_named_summary : question_summary,
         true, false},
        {&found->sections, question_sections, query_has_field(query, QUERY_SECTION), false},
        {&found->leads, question_leads, either || query_has_field(query, QUERY_LEAD), false},
        {&found->coordinators, question_coordinators,
         either || query_has_field(query, QUERY_COORDINATING), false},
        {&found->offices, question_offices, true, false},
        {&found->tables, question_tables, true, true},
        {&found->ids, question_ids, several, false},
    };
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        if (!statements[i].asked)
            continue;
        *statements[i].rows = (statements[i].bytes ? pg_query_bytes : pg_query)(
            server->connection, statements[i].statement, ids, 1, &server->error);
        if (*statements[i].rows == NULL)
            return -1;
    }
    return 0;
}

/* Over all plans, joins by hashing are right; the planner, which takes the different columns of a
 * key for independent, expects a single row and would loop over all of them again and again. */
static int prepare(struct remote_server *server, const struct remote_question *question)
{
    if (remote_server_begin(server) != 0)
        return -1;
    return question->only_count > 0
               ? 0
               : pg_run(server->connection,
                        "set local enable_nestloop = off; set local enable_sort = off;"
                        " set local work_mem = '64MB'",
                        &server->error);
}

void remote_survey_run(struct remote_server *server, const struct remote_question *question,
                       bool several)
{
    struct strbuf array = {0};
    struct pg_value ids = ids_of(&array, question->only, question->only_count);
    server->survey = memory_alloc(sizeof *server->survey);
    *server->survey = (struct remote_survey){0};
    server->failed = prepare(server, question) != 0 || survey_named(server, question, ids) != 0 ||
                     survey(server, question, several, &ids) != 0;
    strbuf_release(&array);
}

void remote_survey_release(struct remote_survey *survey)
{
    if (survey == NULL)
        return;
    pg_rows_free(survey->summary);
    pg_rows_free(survey->named);
    pg_rows_free(survey->sections);
    pg_rows_free(survey->leads);
    pg_rows_free(survey->coordinators);
    pg_rows_free(survey->offices);
    pg_rows_free(survey->tables);
    pg_rows_free(survey->ids);
    free(survey);
}

static int64_t summary(const struct remote_server *server, size_t column)
{
    return pg_integer(server->survey->summary, 0, column);
}

static bool is_true(const struct pg_rows *rows, size_t row, size_t column)
{
    const char *text = pg_cell(rows, row, column).text;
    return text != NULL && *text == 't';
}

bool remote_survey_can_answer(const struct remote_server *server)
{
    return summary(server, SUMMARY_READER) >= STORED_READER &&
           summary(server, SUMMARY_PARTS) == summary(server, SUMMARY_IDS) &&
           summary(server, SUMMARY_YEAR) > 0;
}

bool remote_survey_has_entries(const struct remote_server *server)
{
    return is_true(server->survey->summary, 0, SUMMARY_HAS_ENTRIES);
}

bool remote_survey_has_values(const struct remote_server *server)
{
    return is_true(server->survey->summary, 0, SUMMARY_HAS_VALUES);
}

size_t remote_survey_files(const struct remote_server *server)
{
    return (size_t)summary(server, SUMMARY_FILES);
}

size_t remote_survey_named(const struct remote_server *server)
{
    return (size_t)pg_integer(server->survey->named, 0, 1);
}

int remote_survey_year(const struct remote_server *server)
{
    int64_t year = summary(server, SUMMARY_YEAR);
    return year == summary(server, SUMMARY_LAST_YEAR) ? (int)year : 0;
}

static bool matches_any(const struct pg_rows *cells, const struct agency_pattern *pattern)
{
    bool found = false;
    for (size_t i = 0; cells != NULL && i < pg_row_count(cells) && !found; i++)
        found = agency_pattern_matches(pattern, pg_cell(cells, i, 0).text);
    return found;
}

bool remote_survey_has(const struct remote_server *server, const struct remote_question *question,
                       const struct condition *condition)
{
    const struct pg_rows *sections = server->survey->sections;
    bool found = false;
    if (condition->field == QUERY_SECTION) {
        for (size_t i = 0; i < pg_row_count(sections) && !found; i++)
            found = section_value_matches((unsigned)pg_integer(sections, i, 0),
                                          (unsigned)condition->number);
        return found;
    }
    struct agency_pattern pattern;
    agency_pattern_init(&pattern, question->agencies, condition->text);
    found = pattern.office != NULL || matches_any(server->survey->leads, &pattern) ||
            matches_any(server->survey->coordinators, &pattern);
    agency_pattern_release(&pattern);
    return found;
}

void remote_survey_read_beside(const struct remote_server *server, struct office *office,
                               struct agency_table *agencies, struct arena *arena,
                               struct error_list *errors)
{
    const struct pg_rows *rows = server->survey->tables;
    for (size_t i = 0; i < pg_row_count(rows); i++) {
        struct pg_value table = pg_cell(rows, i, 0);
        const char *lines = pg_cell(rows, i, 1).text;
        if (lines != NULL && office != NULL)
            office_lines_read(office, lines, arena);
        if (table.text != NULL)
            agency_file_read_bytes(agencies, AGENCY_FILE, table.text, table.length, errors);
    }
}

void remote_survey_add_offices(const struct remote_server *server, struct plan ***plans,
                               size_t *count, size_t *capacity)
{
    const struct pg_rows *rows = server->survey->offices;
    for (size_t i = 0; i < pg_row_count(rows); i++) {
        const char *cells = pg_cell(rows, i, 0).text;
        struct plan *plan = plan_new("");
        const struct section *section = plan_add_section(plan, "", NULL);
        plan->organisation = pg_cell(rows, i, 1).text;
        for (size_t length; *cells != '\0'; cells += length + (cells[length] != '\0')) {
            length = strcspn(cells, "\x1f");
            plan_add_task(plan, section, "")->text[TASK_LEAD] =
                arena_intern(plan->arena, cells, length);
        }
        *plans = memory_grow(*plans, *count, capacity, sizeof **plans);
        (*plans)[(*count)++] = plan;
    }
}

/* ---- The question ---- */

static struct pg_value bool_value(bool value)
{
    return PG_TEXT(value ? "t" : "f");
}

/* The different values of the first column, which stand together, as the text of an array. */
static void add_plans(struct strbuf *array, const struct pg_rows *rows)
{
    for (size_t i = 0; i < pg_row_count(rows); i++)
        if (i == 0 || strcmp(pg_cell(rows, i, 0).text, pg_cell(rows, i - 1, 0).text) != 0)
            pg_array_add(array, pg_cell(rows, i, 0).text);
    pg_array_end(array);
}

static int ask_parts(struct remote_server *server, const struct pg_value *ids,
                     struct pg_value whole)
{
    struct strbuf plans = {0};
    add_plans(&plans, server->tasks);
    const struct pg_value parameters[] = {*ids, PG_TEXT(plans.text), whole};
    server->parts = pg_query(server->connection, question_parts, parameters, 3, &server->error);
    strbuf_release(&plans);
    return server->parts != NULL ? 0 : -1;
}

/* Asks one of the statements that begin with what matches. */
static struct pg_rows *ask_matched(struct remote_server *server, const char *statement,
                                   const struct pg_value *parameters, size_t count)
{
    struct strbuf text = {0};
    strbuf_adds(&text, question_placed);
    strbuf_adds(&text, question_matched);
    strbuf_adds(&text, statement);
    struct pg_rows *rows =
        pg_query(server->connection, text.text, parameters, count, &server->error);
    strbuf_release(&text);
    return rows;
}

static int ask(struct remote_server *server, const struct remote_question *question,
               const struct pg_value *parameters)
{
    struct pg_connection *connection = server->connection;
    struct strbuf plans = {0};
    bool named = question->named_count > 0;
    server->tasks = named ? pg_query(connection, question_no_tasks, NULL, 0, &server->error)
                          : ask_matched(server, question_tasks, parameters, TASK_PARAMETERS);
    if (server->tasks == NULL)
        return -1;
    server->entries =
        named ? pg_query(connection, question_named_entries, parameters, 2, &server->error)
              : ask_matched(server, question_entries, parameters, PARAMETERS);
    if (server->entries == NULL || ask_parts(server, &parameters[0], parameters[1]) != 0)
        return -1;
    if (date_is_set(question->period.from)) {
        server->year_round = ask_matched(server, question_year_round, parameters, PARAMETERS);
        if (server->year_round == NULL)
            return -1;
    }
    if (question->totals) {
        server->totals = ask_matched(server, question_totals[question->by], parameters, PARAMETERS);
        if (server->totals == NULL)
            return -1;
    }
    add_plans(&plans, server->parts);
    int status = remote_server_list(server, plans.text, parameters[1].text);
    strbuf_release(&plans);
    return status == 0 ? pg_run(connection, "commit", &server->error) : -1;
}

/* The places of the cells that are needed, 0 in the place of each other one. */
static struct pg_value cells_of(struct strbuf *places, unsigned cells)
{
    for (int i = 0; i < TASK_FIELDS; i++)
        strbuf_addf(places, "%c%d", i == 0 ? '{' : ',', (cells >> i & 1) != 0 ? i + 1 : 0);
    strbuf_addc(places, '}');
    return PG_TEXT(places->text);
}

void remote_question_ask(struct remote_server *server, const struct remote_question *question)
{
    struct question_values values;
    struct strbuf array = {0};
    char as_of[DATE_TEXT_SIZE], from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
    struct strbuf needed = {0};
    const struct question_cells cells = {server->survey->leads, server->survey->coordinators,
                                         question->agencies};
    bool totals = question->totals;
    question_values_init(&values, question->query, &cells);
    struct pg_value parameters[TASK_PARAMETERS] = {
        ids_of(&array, question->only, question->only_count),
        PG_TEXT(question->named_count > 0
                    ? pg_cell(server->survey->named, 0, 0).text
                    : pg_cell(server->survey->summary, 0, SUMMARY_WHOLE).text),
    };
    for (int i = 0; i < QUESTION_VALUES; i++)
        parameters[2 + i] = PG_TEXT(values.texts[i].text);
    parameters[14] =
        PG_TEXT(date_is_set(question->as_of) ? date_format(as_of, question->as_of) : NULL);
    bool period = date_is_set(question->period.from);
    parameters[15] = bool_value(!totals && !period);
    parameters[19] = PG_TEXT(period ? date_format(from, question->period.from) : NULL);
    parameters[20] = PG_TEXT(period ? date_format(until, question->period.until) : NULL);
    parameters[21] = bool_value(question->overdue);
    parameters[22] = cells_of(&needed, question->cells);
    parameters[16] = bool_value(totals && (question->shown & SHOWS_UNBUDGETED) != 0);
    parameters[17] = bool_value(totals && (question->shown & SHOWS_OVERDUE) != 0);
    parameters[18] = bool_value(totals && (question->shown & SHOWS_TARGETS) != 0);
    server->failed = ask(server, question, parameters) != 0;
    question_values_release(&values);
    strbuf_release(&array);
    strbuf_release(&needed);
}

/* ---- Totals ---- */

void remote_year_round_add(const struct remote_server *server, struct year_round_count *count)
{
    if (server->year_round == NULL)
        return;
    count->milestones += (size_t)pg_integer(server->year_round, 0, 0);
    count->phases += (size_t)pg_integer(server->year_round, 0, 1);
}

size_t remote_total_count(const struct remote_server *server)
{
    return server->totals != NULL ? pg_row_count(server->totals) : 0;
}

int remote_total_read(const struct remote_server *server, size_t index, enum summary_by by,
                      struct remote_total *total)
{
    const struct pg_rows *rows = server->totals;
    const char *sum = pg_cell(rows, index, TOTAL_VND).text;
    const char *spent = pg_cell(rows, index, TOTAL_SPENT).text;
    const char *due = pg_cell(rows, index, TOTAL_DUE).text;
    struct summary *numbers = &total->numbers;
    *total = (struct remote_total){
        .place = pg_integer(rows, index, TOTAL_PLACE),
        .group = pg_cell(rows, index, TOTAL_GROUP).text,
        .title = pg_cell(rows, index, TOTAL_TITLE).text,
        .value = pg_integer(rows, index, TOTAL_VALUE),
        .year_round = by == SUMMARY_BY_QUARTER && pg_integer(rows, index, TOTAL_VALUE) != 0,
        .year = (int)pg_integer(rows, index, TOTAL_YEAR),
    };
    if (due != NULL)
        date_parse(due, &total->due);
    numbers->tasks = (size_t)pg_integer(rows, index, TOTAL_TASKS);
    numbers->budgeted = numbers->amounts = (size_t)pg_integer(rows, index, TOTAL_AMOUNTS);
    numbers->unspecified = (size_t)pg_integer(rows, index, TOTAL_UNSPECIFIED);
    numbers->missing = (size_t)pg_integer(rows, index, TOTAL_MISSING);
    numbers->states[OPEN_IN_TIME] = (size_t)pg_integer(rows, index, TOTAL_IN_TIME);
    numbers->states[OPEN_OVERDUE] = (size_t)pg_integer(rows, index, TOTAL_OVERDUE);
    numbers->states[OPEN_NO_DUE] = (size_t)pg_integer(rows, index, TOTAL_NO_DUE);
    numbers->states[DONE_ON_TIME] = (size_t)pg_integer(rows, index, TOTAL_DONE_ON_TIME);
    numbers->states[DONE_LATE] = (size_t)pg_integer(rows, index, TOTAL_DONE_LATE);
    numbers->states[DONE_NO_DUE] = (size_t)pg_integer(rows, index, TOTAL_DONE_NO_DUE);
    numbers->statuses[TASK_DONE] =
        numbers->states[DONE_ON_TIME] + numbers->states[DONE_LATE] + numbers->states[DONE_NO_DUE];
    numbers->statuses[TASK_IN_PROGRESS] = (size_t)pg_integer(rows, index, TOTAL_BEGUN);
    numbers->statuses[TASK_NOT_STARTED] =
        numbers->tasks - numbers->statuses[TASK_DONE] - numbers->statuses[TASK_IN_PROGRESS];
    numbers->reported = (size_t)pg_integer(rows, index, TOTAL_REPORTED);
    errno = 0;
    numbers->spent_vnd = spent != NULL ? strtoll(spent, NULL, 10) : 0;
    numbers->budget_vnd = sum != NULL ? strtoll(sum, NULL, 10) : 0;
    return errno == 0 ? 0 : -1;
}
