// SPDX-License-Identifier: MIT
/*
 * The shapes of tests/data/shapes.txt, each as CSV, Excel and Word; and tables at random: what went
 * in is in the plan or in an error, and no amount counts twice.
 */
#include "check.h"

#include "plan/task_id.h"
#include "plan/tree.h"
#include "sheet.h"
#include "write/plan_write.h"

static const char *const forms[SHEET_FORMS] = {"csv", "xlsx", "docx"};

/* ---- Nothing is lost ---- */

enum { MARK, TITLE, OUTPUT, LEAD, SCHEDULE, BUDGET, NOTE, RANDOM_COLUMNS };

/* All that the plan keeps: its document, and the lines around the table. */
static char *text_of(const struct plan *plan)
{
    char *text;
    size_t length;
    struct error error;
    const struct query query = {0};
    const struct progress progress = {0};
    FILE *out = open_memstream(&text, &length);
    const struct plan_extract extract = {.plan = plan, .query = &query, .progress = &progress};
    assert_int_equal(plan_write_json(&extract, out, &error), 0);
    for (size_t i = 0; i < plan->footer_count; i++)
        fprintf(out, "%s\n", plan->footer[i]);
    fclose(out);
    return text;
}

/* Whether the words stand in the text, and no further figure behind or before them. */
static bool stands_in(const char *text, const char *words)
{
    for (const char *at = text; (at = strstr(at, words)) != NULL; at++) {
        char next = at[strlen(words)], before = at > text ? at[-1] : ' ';
        if ((next < '0' || next > '9') && (before < '0' || before > '9'))
            return true;
    }
    return false;
}

/* A mark in the title's cell is kept apart from its words. */
static const char *words_of(const char *cell)
{
    enum { MARK_SIZE = 14 };
    static const char *const ends[] = {". ", ": ", "- ", "/ "};
    for (size_t i = 0; i < COUNT(ends); i++) {
        const char *end = strstr(cell, ends[i]);
        if (end != NULL && end < cell + MARK_SIZE)
            return end + strlen(ends[i]);
    }
    return cell;
}

/* Whether the row is the header's, again or in part, or has its columns' numbers. */
static bool is_heading(const struct sheet *sheet, size_t row, size_t header)
{
    const char *mark = sheet_cell(sheet, row, MARK), *title = sheet_cell(sheet, row, TITLE);
    return row <= header || strcmp(mark, sheet_cell(sheet, header, MARK)) == 0 ||
           (row == header + 1 && strcmp(mark, "^") == 0) ||
           (strspn(mark, "(1)") == strlen(mark) && strspn(title, "(2)") == strlen(title) &&
            *title != '\0');
}

static bool keeps_all(const struct sheet *sheet, const struct plan *plan)
{
    bool all = true;
    char *text = text_of(plan);
    size_t header = 0;
    while (sheet->outside[header])
        header++;
    for (size_t row = header; row < sheet->rows; row++)
        for (size_t column = TITLE; column < sheet->columns; column++) {
            const char *words = words_of(sheet_cell(sheet, row, column));
            bool merged = strcmp(words, "<") == 0 || strcmp(words, "^") == 0;
            if (is_heading(sheet, row, header) || merged || *words == '\0' ||
                stands_in(text, words))
                continue;
            print_error("lost: row %zu, «%s»\n", row + 1, words);
            all = false;
        }
    free(text);
    return all;
}

/* ---- Shapes and their truth ---- */

struct shape {
    char name[128];
    struct sheet sheet;
    struct strbuf truth; /* the lines behind «=» */
};

static void add_cells(struct sheet *sheet, char *line)
{
    size_t row = sheet->rows++, column = 0;
    sheet->outside[row] = strncmp(line, "> ", 2) == 0;
    for (char *cell = line + 2 * sheet->outside[row]; cell != NULL; column++) {
        char *end = sheet->outside[row] ? NULL : strchr(cell, '|'),
             *out = sheet->cells[row][column];
        snprintf(out, SHEET_CELL, "%.*s", (int)(end != NULL ? (size_t)(end - cell) : strlen(cell)),
                 cell);
        for (char *at; (at = strstr(out, "\\n")) != NULL;) {
            *at = '\n';
            memmove(at + 1, at + 2, strlen(at + 2) + 1);
        }
        cell = end != NULL ? end + 1 : NULL;
    }
    sheet->widths[row] = column;
    sheet->columns = column > sheet->columns ? column : sheet->columns;
}

/* The next shape of the file; false at its end. */
static bool next_shape(FILE *file, struct shape *shape)
{
    char line[1024];
    strbuf_clear(&shape->truth);
    memset(&shape->sheet, 0, sizeof shape->sheet);
    *shape->name = '\0';
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (*line == '\0' && *shape->name != '\0')
            return true;
        if (strncmp(line, "== ", 3) == 0)
            snprintf(shape->name, sizeof shape->name, "%.120s", line + 3);
        else if (strncmp(line, "= ", 2) == 0)
            strbuf_addf(&shape->truth, "%s\n", line + 2);
        else if (*shape->name != '\0')
            add_cells(&shape->sheet, line);
    }
    return *shape->name != '\0';
}

static void add_ids(struct strbuf *out, const struct plan *plan)
{
    for (size_t i = 0; i < plan->task_count; i++) {
        strbuf_addc(out, ' ');
        task_add_id(out, plan->tasks[i], false);
    }
}

/* «I:2 II:1»: neighbours of one section counted. */
static void add_sections(struct strbuf *out, const struct plan *plan)
{
    for (size_t i = 0, first = 0; i < plan->task_count; i++)
        if (i + 1 == plan->task_count || plan->tasks[i + 1]->section != plan->tasks[i]->section) {
            strbuf_addf(out, " %s:%zu", plan->tasks[i]->section->code, i + 1 - first);
            first = i + 1;
        }
}

static int64_t total_of(const struct plan *plan)
{
    int64_t total = 0;
    for (size_t i = 0; i < plan->task_count; i++)
        total += task_counted(plan->tasks[i]);
    return total;
}

static void add_rows(struct strbuf *out, const struct plan *plan)
{
    size_t counts[ROW_KINDS] = {0};
    for (size_t i = 0; i < plan->row_count; i++)
        counts[row_kind(plan->rows[i])]++;
    strbuf_addf(out, " %zu %zu %zu", counts[ROW_GOAL], counts[ROW_REMARK], counts[ROW_TOTAL]);
}

static void add_lead(struct strbuf *out, const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->task_count; i++) {
        struct strbuf own = {0};
        task_add_id(&own, plan->tasks[i], false);
        if (strlen(own.text) == strcspn(id, " ") && strncmp(id, own.text, own.length) == 0)
            strbuf_addf(out, " %s %s", own.text, plan->tasks[i]->text[TASK_LEAD]);
        strbuf_release(&own);
    }
}

/* What the plan has to say to a line of the truth. */
static void answer(struct strbuf *out, const struct plan *plan, const char *line)
{
    size_t length = strcspn(line, " ");
    strbuf_add(out, line, length);
    if (strncmp(line, "ids", length) == 0)
        add_ids(out, plan);
    else if (strncmp(line, "sections", length) == 0)
        add_sections(out, plan);
    else if (strncmp(line, "total", length) == 0)
        strbuf_addf(out, " %lld", (long long)total_of(plan));
    else if (strncmp(line, "rows", length) == 0)
        add_rows(out, plan);
    else if (strncmp(line, "lead", length) == 0)
        add_lead(out, plan, line + length + 1);
}

static bool is_right(const struct shape *shape, enum sheet_form form, const struct plan *plan)
{
    bool right = true;
    struct strbuf have = {0}, line = {0};
    const char *truth = shape->truth.text;
    while (strbuf_take_line(&line, &truth)) {
        bool merged = strncmp(line.text, "lead", 4) == 0;
        strbuf_clear(&have);
        answer(&have, plan, line.text);
        if ((merged && form == SHEET_CSV) || strcmp(have.text, line.text) == 0)
            continue;
        print_error("%s, %s:\n  %s, wanted\n  %s\n", shape->name, forms[form], have.text,
                    line.text);
        right = false;
    }
    strbuf_release(&have);
    strbuf_release(&line);
    return right;
}

/* CSV has no merged cells: what depends on them is asked of Excel and Word alone. */
static bool try_form(const struct shape *shape, enum sheet_form form)
{
    struct error_list errors;
    struct plan *plan = sheet_read(&shape->sheet, form, &errors);
    bool kept = plan != NULL && keeps_all(&shape->sheet, plan);
    bool right = plan != NULL && is_right(shape, form, plan) && kept;
    if (plan == NULL)
        print_error("%s, %s: %s:%zu: %s\n", shape->name, forms[form], errors.items[0].location.cell,
                    errors.items[0].location.line, errors.items[0].text);
    plan_free(plan);
    return right;
}

static void every_shape_in_every_form(void **state)
{
    (void)state;
    static struct shape shape;
    FILE *file = fopen("tests/data/shapes.txt", "r");
    size_t shapes = 0, wrong = 0;
    assert_non_null(file);
    for (; next_shape(file, &shape); shapes++)
        for (int form = 0; form < SHEET_FORMS; form++)
            wrong += !try_form(&shape, (enum sheet_form)form);
    fclose(file);
    strbuf_release(&shape.truth);
    assert_true(shapes >= 40);
    assert_int_equal(wrong, 0);
}

/* ---- Tables at random ---- */

enum { TABLES = 400, RANDOM_ROWS = 14 };
/* The same numbers on every machine. */
static unsigned draw(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (*seed >> 16) % below;
}

static bool chance(unsigned *seed, unsigned percent)
{
    return draw(seed, 100) < percent;
}

static void draw_cell(struct sheet *sheet, unsigned *seed, size_t column, unsigned percent,
                      const char *words)
{
    if (chance(seed, percent))
        snprintf(sheet->cells[sheet->rows][column], SHEET_CELL, "%s %zu", words, 100 + sheet->rows);
}

/* Each row's amount is a power of two: a sum says which of them it counts. */
static void draw_row(struct sheet *sheet, unsigned *seed, bool work)
{
    static const char *const marks[] = {
        "A",   "B",  "I",  "II", "III", "1", "2", "3", "4", "5",      "1",  "2",  "1.1", "1.2",
        "2.1", "a)", "b)", "c)", "-",   "-", "+", "",  "",  "Phần I", "1.", "2/", "II.", "(1)"};
    char(*cells)[SHEET_CELL] = sheet->cells[sheet->rows];
    snprintf(cells[MARK], SHEET_CELL, "%s", marks[draw(seed, COUNT(marks))]);
    static const char *const titles[] = {"Việc",    "Rà soát", "VIỆC",     "Mục tiêu",
                                         "1. Việc", "- Việc",  "Tổng hợp", "I. VIỆC"};
    unsigned title = draw(seed, 12);
    draw_cell(sheet, seed, TITLE, 92, titles[title < COUNT(titles) ? title : 0]);
    draw_cell(sheet, seed, OUTPUT, work ? 40 : 0, "Báo cáo");
    draw_cell(sheet, seed, LEAD, work ? 70 : 0, "Sở");
    if (work && chance(seed, 60))
        snprintf(cells[SCHEDULE], SHEET_CELL, "Quý %u", 1 + draw(seed, 4));
    if (chance(seed, work ? 50 : 15))
        snprintf(cells[BUDGET], SHEET_CELL, "%lld", 1LL << (sheet->rows + 10));
    draw_cell(sheet, seed, NOTE, 10, "Xem");
    sheet->widths[sheet->rows++] = RANDOM_COLUMNS;
}

static void draw_total(struct sheet *sheet, unsigned *seed)
{
    static const char *const totals[] = {"Tổng cộng", "Cộng mục I", "TỔNG SỐ", "Cộng"};
    char(*cells)[SHEET_CELL] = sheet->cells[sheet->rows];
    snprintf(cells[draw(seed, 2)], SHEET_CELL, "%s", totals[draw(seed, COUNT(totals))]);
    snprintf(cells[BUDGET], SHEET_CELL, "%lld", 1LL << (sheet->rows + 10));
    sheet->widths[sheet->rows++] = RANDOM_COLUMNS;
}

static void draw_table(struct sheet *sheet, unsigned *seed)
{
    char header[] = "TT|Nhiệm vụ|Sản phẩm|Chủ trì|Thời hạn|Kinh phí (đồng)|Ghi chú";
    memset(sheet, 0, sizeof *sheet);
    add_cells(sheet, header);
    for (size_t end = 3 + draw(seed, RANDOM_ROWS); sheet->rows < end;)
        if (chance(seed, 8))
            draw_total(sheet, seed);
        else if (chance(seed, 4))
            sheet->widths[sheet->rows++] = RANDOM_COLUMNS; /* blank */
        else
            draw_row(sheet, seed, chance(seed, 65));
}

static void print_sheet(const struct sheet *sheet)
{
    for (size_t row = 0; row < sheet->rows; row++) {
        for (size_t column = 0; column < sheet->columns; column++)
            print_error("%s|", sheet_cell(sheet, row, column));
        print_error("\n");
    }
}

static bool counts(int64_t total, const struct task *row)
{
    return row->budget.kind == BUDGET_AMOUNT && (total & row->budget.vnd) != 0;
}

static bool counts_above(int64_t total, const struct task *row)
{
    for (row = row_group(row); row != NULL; row = row_group(row))
        if (counts(total, row))
            return true;
    return false;
}

static bool stands_below(const struct task *row, const struct task *group)
{
    while (row != NULL && row != group)
        row = row_group(row);
    return row != NULL;
}

static bool counts_below(int64_t total, const struct plan *plan, const struct task *row)
{
    struct tree_walk walk = {0};
    for (const struct task *other; (other = tree_next(plan, &walk)) != NULL;)
        if (other != row && counts(total, other) && stands_below(other, row))
            return true;
    return false;
}

/* Every amount of a task or a group counts, or else one above or one below it, and never two. */
static bool counts_once(const struct plan *plan)
{
    bool right = true;
    int64_t total = total_of(plan), left = total;
    struct tree_walk walk = {0};
    for (const struct task *row; (row = tree_next(plan, &walk)) != NULL;) {
        bool node = row_kind(row) == ROW_TASK || row_kind(row) == ROW_GROUP;
        if (row->budget.kind != BUDGET_AMOUNT)
            continue;
        bool own = counts(total, row), above = counts_above(total, row);
        bool good = node ? own + (above || counts_below(total, plan, row)) == 1 : !own;
        left -= own ? row->budget.vnd : 0;
        if (!good)
            print_error("line %u: its amount counts twice or not at all\n", row->line);
        right &= good;
    }
    return right && left == 0;
}

static void a_table_is_kept_whole_or_refused(void **state)
{
    (void)state;
    static struct sheet sheet;
    unsigned seed = 2021;
    size_t read = 0, wrong = 0;
    for (int i = 0; i < TABLES; i++) {
        struct error_list errors;
        draw_table(&sheet, &seed);
        struct plan *plan = sheet_read(&sheet, (enum sheet_form)(i % SHEET_FORMS), &errors);
        assert_true(plan != NULL || errors.count > 0);
        if (plan != NULL && !(keeps_all(&sheet, plan) && counts_once(plan))) {
            print_sheet(&sheet);
            wrong++;
        }
        read += plan != NULL;
        plan_free(plan);
    }
    print_message("%zu of %d tables were read\n", read, TABLES);
    assert_true(read > TABLES / 4);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_in_every_form),
        cmocka_unit_test(a_table_is_kept_whole_or_refused),
    };
    return cmocka_run_group_tests_name("shapes", tests, NULL, NULL);
}
