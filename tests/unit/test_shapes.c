// SPDX-License-Identifier: MIT
/*
 * The shapes of tests/data/shapes.txt, each as CSV, Excel and Word; and tables at random: what went
 * in is in the plan or in an error, and no amount counts twice.
 */
#include "check.h"

#include "plan/task_id.h"
#include "plan/tree.h"
#include "sheet.h"

static const char *const forms[SHEET_FORMS] = {"csv", "xlsx", "docx"};

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
    bool right = plan != NULL && is_right(shape, form, plan);
    if (plan == NULL)
        print_error("%s, %s: %s:%zu: %s\n", shape->name, forms[form], errors.items[0].place.cell,
                    errors.items[0].place.line, errors.items[0].text);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_in_every_form),
    };
    return cmocka_run_group_tests_name("shapes", tests, NULL, NULL);
}
