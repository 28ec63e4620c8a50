// SPDX-License-Identifier: MIT
#include "journal/entry_table.h"

#include "base/escape.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "journal/answer_words.h"

#include <stdlib.h>
#include <string.h>

const char *const entry_column_names[ENTRY_COLUMNS] = {
    [ENTRY_SEQ] = "seq",
    [ENTRY_RECORDED_AT] = "recorded_at",
    [ENTRY_BY] = "by",
    [ENTRY_PLAN] = "plan",
    [ENTRY_TASK] = "task",
    [ENTRY_STATUS] = "status",
    [ENTRY_ON] = "on",
    [ENTRY_PERCENT] = "percent",
    [ENTRY_SPENT_VND] = "spent_vnd",
    [ENTRY_DUE] = "due",
    [ENTRY_NOTE] = "note",
    [ENTRY_EVIDENCE] = "evidence",
    [ENTRY_VOIDS] = "voids",
    [ENTRY_VALUE] = "value",
    [ENTRY_TITLE] = "title",
    [ENTRY_ID] = "entry",
    [ENTRY_CHAIN] = "chain",
    [ENTRY_SPENT] = "spent",
};

struct reading {
    struct journal *journal;
    struct table *table;
    enum entry_rows rows;
    struct entry_header *header;
    struct error_list *errors;
    struct strbuf trimmed, composed; /* cells that cannot be taken as they stand */
    const char *last_name[ENTRY_COLUMNS];
    size_t row_count;
};

/* ---- The header ---- */

/* A journal's columns have their own names alone; an answer's may have others. */
static int column_of_answer(const char *cell, int64_t *unit)
{
    size_t length = strlen(cell);
    text_trim(cell, &length);
    return length > 0 ? answer_column_find(cell, unit) : -1;
}

static int column_named(const char *cell)
{
    size_t length = strlen(cell);
    const char *start = text_trim(cell, &length);
    for (int i = 0; i < ENTRY_COLUMNS; i++)
        if (strlen(entry_column_names[i]) == length &&
            strncasecmp(start, entry_column_names[i], length) == 0)
            return i;
    return -1;
}

static bool is_blank(const struct table_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        size_t length = strlen(row->cells[i]);
        text_trim(row->cells[i], &length);
        if (length > 0)
            return false;
    }
    return true;
}

/* A row with «task» and another of the names is the header. */
static bool read_header(struct reading *reading, const struct table_row *row)
{
    struct entry_header header = {.width = row->count, .line = row->line};
    size_t known = 0;
    for (int i = 0; i < ENTRY_COLUMNS; i++)
        header.column_of[i] = -1;
    for (size_t i = 0; i < row->count; i++) {
        int64_t unit = 0;
        int column = reading->rows == ENTRIES_OF_ANSWER ? column_of_answer(row->cells[i], &unit)
                                                        : column_named(row->cells[i]);
        if (column < 0)
            continue;
        if (column == ENTRY_SPENT)
            header.spent_unit = unit;
        if (header.column_of[column] >= 0) {
            struct error *error = error_list_add(reading->errors, reading->table->path,
                                                 "column %s is there twice: expected it once",
                                                 entry_column_names[column]);
            if (error != NULL)
                reading->table->locate(reading->table, row->offset, i, &error->location);
        }
        header.column_of[column] = (int)i;
        known++;
    }
    bool titled = header.column_of[ENTRY_TITLE] >= 0;
    if (header.column_of[ENTRY_TASK] < 0 || known < (size_t)(2 + titled))
        return false;
    *reading->header = header;
    return true;
}

static void require_columns(const struct reading *reading, const struct table_row *row)
{
    static const enum entry_column required[] = {ENTRY_SEQ, ENTRY_ON};
    for (size_t i = 0; i < sizeof required / sizeof *required; i++) {
        if (reading->rows == ENTRIES_OF_ANSWER || reading->header->column_of[required[i]] >= 0)
            continue;
        struct error *error = error_list_add(reading->errors, reading->table->path,
                                             "the journal's header has no column %s",
                                             entry_column_names[required[i]]);
        if (error != NULL)
            reading->table->locate(reading->table, row->offset, 0, &error->location);
    }
}

/* ---- Rows ---- */

static int refuse(struct reading *reading, const struct table_row *row, enum entry_column column,
                  const char *expected)
{
    int cell = reading->header->column_of[column];
    const char *text = cell >= 0 && (size_t)cell < row->count ? row->cells[cell] : "";
    char quoted[TEXT_QUOTE_SIZE];
    struct error *error = error_list_add(reading->errors, reading->table->path,
                                         "%s «%s»: expected %s", entry_column_names[column],
                                         text_quote(quoted, text, strlen(text)), _(expected));
    if (error != NULL)
        reading->table->locate(reading->table, row->offset, cell >= 0 ? (size_t)cell : 0,
                               &error->location);
    return -1;
}

/* A cell without the white space around it; NULL if blank. */
static const char *cell_of(struct reading *reading, const struct table_row *row,
                           enum entry_column column)
{
    int cell = reading->header->column_of[column];
    if (cell < 0 || (size_t)cell >= row->count)
        return NULL;
    if (*row->cells[cell] == '\0')
        return NULL;
    size_t length = strlen(row->cells[cell]);
    const char *start = text_trim(row->cells[cell], &length);
    if (length == 0)
        return NULL;
    if (start[length] == '\0')
        return start;
    strbuf_clear(&reading->trimmed);
    strbuf_add(&reading->trimmed, start, length);
    return reading->trimmed.text;
}

/* Returns the cell's text in NFC. */
static const char *text_of(struct reading *reading, const struct table_row *row,
                           enum entry_column column)
{
    const char *text = cell_of(reading, row, column);
    size_t length = text != NULL && !reading->table->composed ? strlen(text) : 0;
    if (reading->table->composed || !text_may_change_by_nfc(text, length))
        return text;
    strbuf_clear(&reading->composed);
    text_add_nfc(&reading->composed, text, length);
    return reading->composed.text;
}

static const char *keep(struct reading *reading, const struct table_row *row,
                        enum entry_column column)
{
    const char *text = text_of(reading, row, column);
    if (text == NULL)
        return NULL;
    text = escape_undo_formula(text);
    return arena_copy(&reading->journal->arena, text, strlen(text));
}

/* Names that many entries share are stored once; mostly it is the previous entry's. */
static const char *keep_name(struct reading *reading, const struct table_row *row,
                             enum entry_column column)
{
    const char *text = text_of(reading, row, column);
    if (text == NULL)
        return NULL;
    text = escape_undo_formula(text);
    const char **last = &reading->last_name[column];
    if (*last == NULL || strcmp(*last, text) != 0)
        *last = arena_intern(&reading->journal->arena, text, strlen(text));
    return *last;
}

static int read_number(struct reading *reading, const struct table_row *row,
                       enum entry_column column, uint64_t *number)
{
    const char *text = cell_of(reading, row, column);
    *number = 0;
    if (text == NULL)
        return 0;
    uint64_t value = 0;
    size_t digits = 0;
    for (; text[digits] >= '0' && text[digits] <= '9' && digits < 18; digits++)
        value = value * 10 + (uint64_t)(text[digits] - '0');
    if (text[digits] == '\0')
        *number = value;
    return *number > 0 ? 0 : refuse(reading, row, column, "a whole number from 1");
}

/* The entry that is taken back: by its id, or in version 1 by its seq. */
static int read_voids(struct reading *reading, const struct table_row *row,
                      struct journal_entry *entry)
{
    const char *text = cell_of(reading, row, ENTRY_VOIDS);
    if (text == NULL || (*text >= '0' && *text <= '9'))
        return read_number(reading, row, ENTRY_VOIDS, &entry->voids);
    entry->voids_id = keep(reading, row, ENTRY_VOIDS);
    return 0;
}

/* A spreadsheet may have written month before day; if no month is that late, it has. */
static bool parse_doubtful(enum entry_rows rows, const char *text, struct date *date,
                           enum entry_doubt which, struct journal_entry *entry)
{
    if (date_parse(text, date)) {
        struct date turned;
        if (date_parse_turned(text, &turned) && date_compare(turned, *date) != 0)
            entry->doubts = (unsigned char)(entry->doubts | which);
        return true;
    }
    entry->doubts |= SURELY_TURNED;
    return rows == ENTRIES_OF_DAMAGED && date_parse_turned(text, date);
}

static int read_date(struct reading *reading, const struct table_row *row, enum entry_column column,
                     struct date *date, struct journal_entry *entry)
{
    const char *text = cell_of(reading, row, column);
    enum entry_doubt which = column == ENTRY_ON ? DOUBT_ON : DOUBT_DUE;
    if (text == NULL || (reading->rows != ENTRIES_OF_ANSWER
                             ? parse_doubtful(reading->rows, text, date, which, entry)
                             : date_parse(text, date)))
        return 0;
    return refuse(reading, row, column, "a date as 2021-06-30 or 30/06/2021");
}

static int read_status(struct reading *reading, const struct table_row *row,
                       struct journal_entry *entry)
{
    const char *text = text_of(reading, row, ENTRY_STATUS);
    entry->status = text == NULL                         ? TASK_UNSET
                    : reading->rows == ENTRIES_OF_ANSWER ? answer_status_find(text)
                                                         : task_status_find(text);
    if (text == NULL || entry->status != TASK_UNSET)
        return 0;
    for (int i = DECIDES_NOTHING + 1; i < ENTRY_DECISIONS; i++)
        if (reading->rows != ENTRIES_OF_ANSWER && strcmp(text, entry_decision_names[i]) == 0) {
            entry->decision = (enum entry_decision)i;
            return 0;
        }
    return refuse(reading, row, ENTRY_STATUS, "not-started, in-progress, done or cancelled");
}

static int read_percent(struct reading *reading, const struct table_row *row,
                        struct journal_entry *entry)
{
    const char *text = cell_of(reading, row, ENTRY_PERCENT);
    entry->percent = PERCENT_UNSET;
    if (text == NULL)
        return 0;
    size_t digits = strspn(text, "0123456789");
    const char *rest = text + digits;
    rest += strspn(rest, " ");
    rest += *rest == '%';
    if (digits > 0 && digits <= 3 && *rest == '\0' && atoi(text) <= 100) {
        entry->percent = atoi(text);
        return 0;
    }
    return refuse(reading, row, ENTRY_PERCENT, "a whole number from 0 to 100");
}

/* «1.2E+09», «1,2E9»: digits, of which a spreadsheet may have left some out. */
static bool parse_rounded(const char *text, int64_t *vnd)
{
    enum { DIGITS_MAX = 18 };
    int64_t value = 0;
    int digits = 0, behind = 0;
    bool pointed = false;
    for (; digits <= DIGITS_MAX && ((*text >= '0' && *text <= '9') ||
                                    (!pointed && digits > 0 && (*text == '.' || *text == ',')));
         text++) {
        bool point = *text < '0' || *text > '9';
        pointed |= point;
        digits += !point;
        behind += pointed && !point;
        value = point ? value : value * 10 + (*text - '0');
    }
    if (digits == 0 || (*text != 'E' && *text != 'e'))
        return false;
    text += text[1] == '+' ? 2 : 1;
    size_t length = strspn(text, "0123456789");
    int zeros = length > 0 && length <= 2 && text[length] == '\0' ? atoi(text) - behind : -1;
    if (zeros < 0 || zeros + digits > DIGITS_MAX)
        return false;
    for (; zeros > 0; zeros--)
        value *= 10;
    *vnd = value;
    return true;
}

/* A bare figure under a heading without a unit that may well be đồng. */
static bool is_doubtful(const struct entry_header *header, const char *text, int64_t vnd)
{
    enum { MOST = 100000 };
    bool bare = text[strspn(text, "0123456789., ")] == '\0';
    return bare && header->spent_unit == 0 && vnd / MONEY_MILLION >= MOST;
}

static int read_spent(struct reading *reading, const struct table_row *row,
                      struct journal_entry *entry)
{
    bool exact = cell_of(reading, row, ENTRY_SPENT_VND) != NULL;
    enum entry_column column = exact ? ENTRY_SPENT_VND : ENTRY_SPENT;
    const char *text = text_of(reading, row, column);
    struct error why;
    entry->spent_vnd = SPENT_UNSET;
    if (text == NULL)
        return 0;
    const char *marks = row->marks;
    struct money_rules rules = {
        .unit = exact                             ? MONEY_VND
                : reading->header->spent_unit > 0 ? reading->header->spent_unit
                                                  : MONEY_MILLION,
        .decimal_mark = marks != NULL ? marks[reading->header->column_of[column]] : 0,
    };
    if (money_parse(text, rules, &entry->spent_vnd, &why) == 0 && entry->spent_vnd >= 0 &&
        (exact || !is_doubtful(reading->header, text, entry->spent_vnd)))
        return 0;
    if (exact && reading->rows == ENTRIES_OF_DAMAGED && parse_rounded(text, &entry->spent_vnd)) {
        entry->doubts |= DOUBT_ROUNDED;
        return 0;
    }
    entry->spent_vnd = SPENT_UNSET;
    return refuse(reading, row, column,
                  exact ? N_("a whole number of đồng")
                        : N_("an amount in million đồng, or as «1,2 tỷ»"));
}

static bool has_content(const struct journal_entry *entry)
{
    return entry->status != TASK_UNSET || entry->decision != DECIDES_NOTHING ||
           entry->percent != PERCENT_UNSET || entry->spent_vnd != SPENT_UNSET ||
           date_is_set(entry->due) || entry->note != NULL || entry->evidence != NULL ||
           entry->value != NULL;
}

/* Checks what every row of its kind must have. */
static int check_entry(struct reading *reading, const struct table_row *row,
                       const struct journal_entry *entry)
{
    if (reading->rows == ENTRIES_OF_ANSWER)
        return entry->task != NULL ? 0 : refuse(reading, row, ENTRY_TASK, "a task's ID, as III.2");
    if (entry->seq == 0)
        return refuse(reading, row, ENTRY_SEQ, "a whole number from 1");
    if (!date_is_set(entry->on))
        return refuse(reading, row, ENTRY_ON, "a date as 2021-06-30 or 30/06/2021");
    bool voids = entry->voids != 0 || entry->voids_id != NULL;
    if (entry->task == NULL && !voids)
        return refuse(reading, row, ENTRY_TASK, "a task's ID, as III.2");
    if (entry->voids >= entry->seq)
        return refuse(reading, row, ENTRY_VOIDS, "the seq of an earlier entry");
    if (entry->decision == DECIDES_CARRIED && entry->evidence == NULL)
        return refuse(reading, row, ENTRY_EVIDENCE, "the former ID and title");
    if (!voids && !has_content(entry))
        return refuse(reading, row, ENTRY_STATUS, "a status, or another cell that says something");
    return 0;
}

/* Returns the location of the row's task, for errors that are found later. */
static const struct location *find_location(const struct reading *reading,
                                            const struct table_row *row)
{
    struct location *location = arena_alloc(&reading->journal->arena, sizeof *location);
    *location = (struct location){0};
    reading->table->locate(reading->table, row->offset,
                           (size_t)reading->header->column_of[ENTRY_TASK], location);
    return location;
}

static void add_entry(struct journal *journal, const struct journal_entry *entry)
{
    journal->entries =
        memory_grow(journal->entries, journal->count, &journal->capacity, sizeof *entry);
    journal->entries[journal->count++] = *entry;
}

static void read_row(struct reading *reading, const struct table_row *row)
{
    struct journal_entry entry = {.line = row->line};
    for (size_t i = reading->header->width; i < row->count; i++)
        if (*row->cells[i] != '\0') {
            struct error *error =
                error_list_add(reading->errors, reading->table->path,
                               "more cells than the header's %zu", reading->header->width);
            if (error != NULL)
                reading->table->locate(reading->table, row->offset, i, &error->location);
            return;
        }
    int status = read_number(reading, row, ENTRY_SEQ, &entry.seq);
    status |= read_voids(reading, row, &entry);
    status |= read_date(reading, row, ENTRY_ON, &entry.on, &entry);
    status |= read_date(reading, row, ENTRY_DUE, &entry.due, &entry);
    status |= read_status(reading, row, &entry);
    status |= read_percent(reading, row, &entry);
    status |= read_spent(reading, row, &entry);
    entry.recorded_at = keep(reading, row, ENTRY_RECORDED_AT);
    entry.by = keep_name(reading, row, ENTRY_BY);
    entry.plan = keep_name(reading, row, ENTRY_PLAN);
    entry.task = keep_name(reading, row, ENTRY_TASK);
    entry.value = keep(reading, row, ENTRY_VALUE);
    entry.title = keep_name(reading, row, ENTRY_TITLE);
    if (reading->rows != ENTRIES_OF_ANSWER) {
        entry.id = keep(reading, row, ENTRY_ID);
        entry.chain = keep(reading, row, ENTRY_CHAIN);
    }
    entry.note = keep(reading, row, ENTRY_NOTE);
    entry.evidence = keep(reading, row, ENTRY_EVIDENCE);
    if (status != 0 || check_entry(reading, row, &entry) != 0)
        return;
    if (reading->rows == ENTRIES_OF_ANSWER)
        entry.location = find_location(reading, row);
    if (reading->rows != ENTRIES_OF_ANSWER || has_content(&entry))
        add_entry(reading->journal, &entry);
}

static int read_any_row(void *context, const struct table_row *row)
{
    struct reading *reading = context;
    if (is_blank(row))
        return 0;
    reading->row_count++;
    if (reading->header->line > 0)
        read_row(reading, row);
    else if (read_header(reading, row))
        require_columns(reading, row);
    return 0;
}

static void add_error_at_start(struct error_list *errors, const char *path, const char *text)
{
    struct error *error = error_list_add(errors, path, "%s", _(text));
    if (error != NULL)
        error->location = (struct location){.line = 1, .column = 1};
}

static void release_reading(struct reading *reading)
{
    strbuf_release(&reading->trimmed);
    strbuf_release(&reading->composed);
}

int entry_table_read(struct journal *journal, struct table *table, enum entry_rows rows,
                     struct entry_header *header, struct error_list *errors)
{
    struct reading reading = {
        .journal = journal, .table = table, .rows = rows, .header = header, .errors = errors};
    size_t before = errors->count;
    *header = (struct entry_header){0};
    table->read(table, read_any_row, &reading, errors);
    release_reading(&reading);
    if (reading.row_count > 0 && header->line == 0 && errors->count == before)
        add_error_at_start(errors, table->path,
                           "no header: expected a row with the columns task, status, on …");
    if (rows != ENTRIES_OF_ANSWER)
        entry_table_order(journal, table->path, rows, errors);
    return errors->count > before ? -1 : 0;
}

void entry_table_read_rows(struct journal *journal, struct table *table, enum entry_rows rows,
                           struct entry_header *header, struct error_list *errors)
{
    struct reading reading = {
        .journal = journal, .table = table, .rows = rows, .header = header, .errors = errors};
    table->read(table, read_any_row, &reading, errors);
    release_reading(&reading);
}

enum { FOUND = 1, GIVEN_UP, HEADER_ROWS = 20 };

struct body {
    struct reading reading;
    size_t offset, line; /* of the first row below the header */
};

static int find_body(void *context, const struct table_row *row)
{
    struct body *body = context;
    if (body->reading.header->line == 0)
        return read_any_row(&body->reading, row);
    body->offset = row->offset;
    body->line = row->line;
    return FOUND;
}

bool entry_table_find_body(struct table *table, enum entry_rows rows, struct entry_header *header,
                           size_t *offset, size_t *line)
{
    struct error_list errors = {0};
    struct body body = {
        .reading = {.table = table, .rows = rows, .header = header, .errors = &errors}};
    *header = (struct entry_header){0};
    if (table->read(table, find_body, &body, &errors) != FOUND || errors.count > 0)
        return false;
    *offset = body.offset;
    *line = body.line;
    return true;
}

static int find_task_column(void *context, const struct table_row *row)
{
    size_t *rows = context;
    size_t known = 0;
    bool task = false;
    for (size_t i = 0; i < row->count && row->count > 1; i++) {
        int64_t unit;
        int column = column_of_answer(row->cells[i], &unit);
        task |= column == ENTRY_TASK;
        known += column >= 0 && column != ENTRY_TITLE && column != ENTRY_PLAN;
    }
    if (task && known > 1)
        return FOUND;
    return ++*rows == HEADER_ROWS ? GIVEN_UP : 0;
}

bool entry_table_has_header(const struct table *table)
{
    struct error_list ignored = {0};
    size_t rows = 0;
    return table->read(table, find_task_column, &rows, &ignored) == FOUND;
}
