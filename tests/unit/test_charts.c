// SPDX-License-Identifier: MIT
/* Charts: well-formed whatever the text, and their descriptions give the summary's numbers. */
#include "check.h"

#include "archive.h"
#include "base/xml.h"
#include "read/plan_read.h"
#include "view/chart/chart_svg.h"
#include "view/state.h"

#include <inttypes.h>
#include <stdio.h>

static const char hostile[] =
    "</desc></svg><script>alert(1)</script> & \"x\" '\x1b[31m \xE2\x80\xAE "
    "\xEF\xBF\xBF ]]> <!-- &amp;";

/* What is seen of a picture and its legend. */
struct seen {
    struct strbuf description, title, legend;
    size_t elements, scripts, rectangles, texts, keys;
    bool in_description, in_title, in_legend, outside; /* geometry that is not in the view box */
    bool is_image, is_labelled;
    int width, height;
};

static void see_geometry(struct seen *seen, struct xml *xml)
{
    static const char *const names[] = {"x", "y", "width", "height"};
    int box[4] = {0};
    for (int i = 0; i < 4; i++)
        if (xml_attribute(xml, names[i]) != NULL)
            box[i] = atoi(xml_attribute(xml, names[i]));
    if (box[0] < 0 || box[1] < 0 || box[2] < 0 || box[3] < 0 || box[0] + box[2] > seen->width ||
        box[1] + box[3] > seen->height)
        seen->outside = true;
}

static void see_start(struct xml *xml, const char *name)
{
    struct seen *seen = xml_context(xml);
    seen->elements++;
    if (strcmp(name, "svg") == 0) {
        assert_int_equal(
            sscanf(xml_attribute(xml, "viewBox"), "0 0 %d %d", &seen->width, &seen->height), 2);
        const char *role = xml_attribute(xml, "role"),
                   *label = xml_attribute(xml, "aria-labelledby");
        seen->is_image = role != NULL && strcmp(role, "img") == 0;
        seen->is_labelled = label != NULL && strcmp(label, "c-title c-desc") == 0;
    }
    seen->in_legend = seen->in_legend || strcmp(name, "ul") == 0;
    seen->keys += strcmp(name, "li") == 0;
    seen->scripts += strcmp(name, "script") == 0;
    seen->rectangles += strcmp(name, "rect") == 0;
    seen->texts += strcmp(name, "text") == 0;
    seen->in_description = strcmp(name, "desc") == 0;
    seen->in_title = strcmp(name, "title") == 0;
    if (strcmp(name, "rect") == 0 || strcmp(name, "text") == 0)
        see_geometry(seen, xml);
}

static void see_end(struct xml *xml, const char *name)
{
    struct seen *seen = xml_context(xml);
    seen->in_description = seen->in_title = false;
    seen->in_legend = seen->in_legend && strcmp(name, "ul") != 0;
}

static void see_text(struct xml *xml, const char *text, size_t length)
{
    struct seen *seen = xml_context(xml);
    if (seen->in_description)
        strbuf_add(&seen->description, text, length);
    if (seen->in_title)
        strbuf_add(&seen->title, text, length);
    if (seen->in_legend)
        strbuf_add(&seen->legend, text, length);
}

/* Reads the figure as XML, which it must be, and releases it. */
static struct seen see(struct strbuf *svg)
{
    static const struct xml_events events = {see_start, see_end, see_text};
    struct archive archive = {0};
    struct error error = {0};
    struct seen seen = {0};
    struct strbuf figure = {0};
    strbuf_addf(&figure, "<figure>%s</figure>", strbuf_text(svg));
    archive_add(&archive, "chart.svg", figure.text);
    strbuf_release(&figure);
    const struct strbuf *bytes = archive_end(&archive);
    struct zip_reader *zip = zip_reader_open(bytes->text, bytes->length, &error);
    assert_non_null(zip);
    if (xml_read(zip, "chart.svg", &events, &seen, &error) != 0)
        fail_msg("%s: %s", error.location.cell, error.text);
    zip_reader_close(zip);
    archive_release(&archive);
    strbuf_release(svg);
    assert_true(seen.is_image && seen.is_labelled);
    assert_false(seen.outside);
    assert_int_equal(seen.scripts, 0);
    assert_true(seen.title.length > 0 && seen.description.length > 0);
    return seen;
}

static void seen_release(struct seen *seen)
{
    strbuf_release(&seen->description);
    strbuf_release(&seen->title);
    strbuf_release(&seen->legend);
}

/* Counts of each state in turn from 0 up: every number of the picture is another. */
static struct summary summary_of(const char *group, const char *title, size_t first)
{
    struct summary summary = {.group = group, .title = title};
    for (size_t i = 0; i < TASK_STATES; i++) {
        summary.states[i] = first == 0 ? 0 : first + i * i;
        summary.tasks += summary.states[i];
    }
    summary.budget_vnd = (int64_t)first * 1234500000;
    summary.spent_vnd = (int64_t)first * 999000000;
    return summary;
}

static void add_total(struct summary_list *list)
{
    list->total = (struct summary){.group = "total"};
    for (size_t i = 0; i < list->count; i++) {
        list->total.tasks += list->items[i].tasks;
        list->total.budget_vnd += list->items[i].budget_vnd;
        list->total.spent_vnd += list->items[i].spent_vnd;
        for (int s = 0; s < TASK_STATES; s++)
            list->total.states[s] += list->items[i].states[s];
    }
}

/* The number behind «Overdue: » in the sentence that begins with «III», 0 where it is not said. */
static size_t said(const char *description, const char *group, const char *what)
{
    char pattern[80];
    snprintf(pattern, sizeof pattern, "; %s: ", what);
    const char *sentence = strstr(description, group);
    assert_non_null(sentence);
    const char *end = strstr(sentence, ". "), *found = strstr(sentence, pattern);
    if (found == NULL || (end != NULL && found > end))
        return 0;
    return strtoul(found + strlen(pattern), NULL, 10);
}

static void status_gives_the_summary(void **state)
{
    (void)state;
    struct summary items[] = {summary_of("I", NULL, 1), summary_of("II", NULL, 0),
                              summary_of("III", NULL, 700), summary_of("IV", hostile, 2)};
    struct summary_list list = {.items = items, .count = COUNT(items)};
    struct strbuf svg = {0};
    static const char *const groups[] = {"I: ", "II: ", "III: ", "IV. ", "Total: "};
    add_total(&list);
    chart_add_status(&svg, "c", LANG_EN, &list);
    struct seen seen = see(&svg);
    for (size_t g = 0; g < 3; g++)
        for (int s = 0; s < TASK_STATES; s++)
            assert_int_equal(
                said(seen.description.text, groups[g], state_title((enum task_state)s)),
                items[g].states[s]);
    assert_non_null(strstr(seen.description.text, "</desc></svg><script>"));
    assert_non_null(strstr(seen.description.text, "\\x1b[31m \\u202e \\uffff"));
    assert_int_equal(said(seen.description.text, groups[4], "Done on time"), 703);
    assert_int_equal(seen.keys, TASK_STATES);
    assert_non_null(strstr(seen.legend.text, "Done on time: 703\n"));
    seen_release(&seen);
}

static void budget_gives_the_summary(void **state)
{
    (void)state;
    struct summary items[] = {summary_of("I", NULL, 1), summary_of("II", hostile, 2),
                              summary_of("III", NULL, 0)};
    struct summary_list list = {.items = items, .count = COUNT(items)};
    struct strbuf svg = {0};
    items[2].missing = 3;
    add_total(&list);
    chart_add_budget(&svg, "c", LANG_VI, &list);
    struct seen seen = see(&svg);
    assert_non_null(strstr(seen.description.text, "I: 1.234,5 planned, 999 spent. "));
    assert_non_null(strstr(seen.description.text, "III: 0 planned, 0 spent; 3 tasks without"));
    assert_non_null(strstr(seen.description.text, "Total: 3.703,5 planned, 2.997 spent."));
    seen_release(&seen);
}

static void sums_may_be_as_large_as_they_can(void **state)
{
    (void)state;
    struct summary items[] = {summary_of("I", NULL, 1), summary_of("II", NULL, 1)};
    struct summary_list list = {.items = items, .count = COUNT(items)};
    struct strbuf svg = {0};
    items[0].budget_vnd = items[1].spent_vnd = INT64_MAX;
    items[0].states[0] = items[0].tasks = 999999999;
    chart_add_budget(&svg, "c", LANG_EN, &list);
    struct seen seen = see(&svg);
    seen_release(&seen);
    chart_add_status(&svg, "c", LANG_EN, &list);
    seen = see(&svg);
    seen_release(&seen);
}

/* ---- The timeline ---- */

static struct plan *read_plan(const char *text)
{
    struct source source = {.path = "a.csv", .text = text, .length = strlen(text)};
    struct read_options options = {.year = 2021};
    static struct error_list errors;
    errors.count = 0;
    struct plan *plan = plan_read(&source, &options, &errors);
    assert_non_null(plan);
    return plan;
}

static struct timeline_row *rows_of(const struct plan *plan, const struct progress *progress,
                                    size_t *count)
{
    struct task_list tasks = {0};
    for (size_t i = 0; i < plan->task_count; i++)
        task_list_add(&tasks, plan->tasks[i]);
    struct timeline_row *rows = timeline_rows(&tasks, progress, true, count);
    task_list_release(&tasks);
    return rows;
}

static void timeline_takes_any_schedule(void **state)
{
    (void)state;
    struct plan *plan = read_plan("section,number,title,schedule\n"
                                  "I,1,\"<b>&\x1b</b>\",Quý 1\n"
                                  "I,2,,Tháng 11/2020 - tháng 2/2021\n"
                                  "I,3,ngoài năm,Quý 1/2019\n"
                                  "I,4,sau năm,Quý 4/2021 - Quý 2/2023\n"
                                  "I,5,chưa rõ,Giữa năm\n"
                                  "II,1,cả năm,Thường xuyên cả năm\n"
                                  "II,2,chờ,Ngay sau khi có kế hoạch\n"
                                  "II,3,hằng tháng,Hằng tháng\n");
    static const struct {
        struct progress progress;
        const char *says;
    } cases[] = {
        {{.as_of = {2018, 5, 1}}, "19 milestones; Open, in time: 17; Open, no due date: 2."},
        {{.as_of = {2021, 4, 1}}, "Overdue: a:I.1 (31 March 2021), a:I.2 (28 February 2021), "},
        {{.as_of = {2025, 1, 1}}, "19 milestones; Overdue: 17; Open, no due date: 2."},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t count;
        struct strbuf svg = {0};
        struct timeline_row *rows = rows_of(plan, &cases[i].progress, &count);
        chart_add_timeline(&svg, "c", hostile, LANG_EN, rows, count, 2021);
        struct seen seen = see(&svg);
        if (strstr(seen.description.text, cases[i].says) == NULL)
            fail_msg("%s", seen.description.text);
        seen_release(&seen);
        free(rows);
    }
    plan_free(plan);
}

static void charts_break_between_sections(void **state)
{
    (void)state;
    struct strbuf text = {0};
    size_t count;
    strbuf_adds(&text, "section,number,title,schedule\n");
    for (int i = 1; i <= 20; i++)
        strbuf_addf(&text, "I,%d,a,Quý 1\n", i);
    for (int i = 1; i <= 60; i++)
        strbuf_addf(&text, "II,%d,b,Quý 1\n", i);
    struct plan *plan = read_plan(text.text);
    const struct progress progress = {.as_of = {2021, 1, 1}};
    struct timeline_row *rows = rows_of(plan, &progress, &count);
    assert_int_equal(count, 80);
    assert_int_equal(chart_timeline_fit(rows, count), 20);
    assert_int_equal(chart_timeline_fit(rows + 20, 60), 25);
    assert_int_equal(chart_timeline_fit(rows + 70, 10), 10);
    assert_int_equal(chart_timeline_fit(rows, 0), 0);
    free(rows);
    plan_free(plan);
    strbuf_release(&text);
}

/* ---- The document ---- */

static void html_is_escaped(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    struct document document = {.format = &document_html, .out = out, .lang = LANG_VI};
    const struct document_column columns[] = {{hostile, true}, {"", false}};
    const char *cells[] = {hostile, "a\nb"};
    document_begin(&document, hostile);
    document_item(&document, hostile);
    document_table(&document, columns, 2, hostile);
    document_row(&document, DOCUMENT_ROW_SECTION, cells);
    document_row(&document, DOCUMENT_ROW, cells);
    document_row(&document, DOCUMENT_ROW_TOTAL, cells);
    document_table_end(&document);
    document_heading(&document, 9, hostile);
    document_end(&document);
    fclose(out);
    assert_non_null(strstr(text, "<html lang=\"vi\">"));
    assert_null(strstr(text, "<script"));
    assert_null(strstr(text, "\x1b"));
    assert_null(strstr(text, "\xE2\x80\xAE"));
    assert_non_null(strstr(text, "<td>a<br>b</td>"));
    assert_non_null(strstr(text, "aria-label=\"&lt;/desc&gt;"));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(status_gives_the_summary),
        cmocka_unit_test(budget_gives_the_summary),
        cmocka_unit_test(sums_may_be_as_large_as_they_can),
        cmocka_unit_test(timeline_takes_any_schedule),
        cmocka_unit_test(charts_break_between_sections),
        cmocka_unit_test(html_is_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
