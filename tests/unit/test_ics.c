// SPDX-License-Identifier: MIT
/* The calendar as libical reads it, which the program itself does not use. */
#include "check.h"

#include "base/text.h"
#include "plan/progress/progress.h"
#include "plan/task_id.h"
#include "read/plan_read.h"
#include "write/plan_write.h"

#include <libical/ical.h>
#include <stdio.h>

static struct plan *read_plan(const char *text)
{
    struct read_options options = {.year = 2021};
    struct error_list errors = {0};
    struct source source = {.path = "plan.json", .text = (char *)text, .length = strlen(text)};
    struct plan *plan = plan_read(&source, &options, &errors);
    if (plan == NULL)
        print_error("%s\n", errors.items[0].text);
    assert_non_null(plan);
    return plan;
}

/* What the calendars are written from, as of their day. */
static struct progress progress;

static char *write_calendar(const struct plan *plan, bool todo)
{
    struct query all = {0};
    char *text = NULL;
    size_t length;
    FILE *stream = open_memstream(&text, &length);
    progress.as_of = date_make(2021, 5, 1);
    struct plan_extract extract = {plan, &all, &progress, LANG_EN, todo};
    struct error error;
    assert_int_equal(plan_write_ics(&extract, stream, &error), 0);
    fclose(stream);
    assert_int_equal(strlen(text), length);
    return text;
}

/* RFC 5545, 3.1: CRLF, at most 75 octets, no character cut, no control characters. */
static void assert_lines(const char *text)
{
    while (*text != '\0') {
        const char *end = strstr(text, "\r\n");
        assert_non_null(end);
        size_t length = (size_t)(end - text);
        assert_in_range(length, 1, 75);
        assert_int_equal(text_invalid_offset(text, length), length);
        for (size_t i = 0; i < length;) {
            uint32_t code_point;
            i += text_decode(text + i, &code_point);
            assert_false(text_is_unsafe(code_point));
        }
        text = end + 2;
    }
}

/* Strictly: nothing that libical had to mend or leave out, and every rule of RFC 5545 it knows. */
static icalcomponent *parse(const char *text)
{
    assert_lines(text);
    icalcomponent *calendar = icalparser_parse_string(text);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_isa(calendar), ICAL_VCALENDAR_COMPONENT);
    assert_true(icalcomponent_check_restrictions(calendar));
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_null(strstr(icalcomponent_as_ical_string(calendar), "X-LIC-ERROR"));
    return calendar;
}

static const char *text_of(icalcomponent *component, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(component, kind);
    assert_true(icalcomponent_count_properties(component, kind) <= 1);
    return property != NULL ? icalvalue_get_text(icalproperty_get_value(property)) : NULL;
}

static void assert_day(struct icaltimetype time, struct date date)
{
    assert_true(time.is_date);
    assert_int_equal(time.year, date.year);
    assert_int_equal(time.month, date.month);
    assert_int_equal(time.day, date.day);
}

static void assert_utc_time(struct icaltimetype time, struct date date)
{
    assert_false(time.is_date);
    assert_true(icaltime_is_utc(time));
    assert_int_equal(time.hour + time.minute + time.second, 0);
    time.is_date = true;
    assert_day(time, date);
}

/* What one component must say, put together here in another way than the writer does. */
static void assert_says(icalcomponent *component, const struct task *task, unsigned index,
                        const char *uid_end)
{
    const struct schedule *schedule = progress_schedule(&progress, task);
    bool many = schedule->count > 1;
    const char *name = index < schedule->count ? schedule->milestones[index].name : NULL;
    const char *title = task->text[TASK_TITLE];
    char number[32] = "", wanted[4096], category[4096];
    if (many)
        snprintf(number, sizeof number, "/%u", index + 1);
    snprintf(wanted, sizeof wanted, "%s%s", number, uid_end);
    const char *uid = text_of(component, ICAL_UID_PROPERTY);
    assert_int_equal(strspn(uid, "0123456789abcdef"), 32);
    assert_string_equal(uid + 32, wanted);
    snprintf(wanted, sizeof wanted, "%s.%s%s%s%s%s%s%s", task->section->code, task->number, number,
             name != NULL ? " " : "", name != NULL ? name : "",
             name != NULL && title != NULL ? ":" : "", title != NULL ? " " : "",
             title != NULL ? title : "");
    assert_string_equal(text_of(component, ICAL_SUMMARY_PROPERTY), wanted);
    snprintf(category, sizeof category, "%s%s%s", task->section->code,
             task->section->title != NULL ? ". " : "",
             task->section->title != NULL ? task->section->title : "");
    assert_string_equal(text_of(component, ICAL_CATEGORIES_PROPERTY), category);
    const char *description = text_of(component, ICAL_DESCRIPTION_PROPERTY);
    for (int field = TASK_OUTPUT; field < TASK_BUDGET; field++)
        if (task->text[field] != NULL)
            assert_non_null(strstr(description, task->text[field]));
    if (task->budget.kind == BUDGET_AMOUNT)
        assert_non_null(strstr(description, "triệu đồng"));
    assert_utc_time(icalcomponent_get_dtstamp(component), date_make(2021, 5, 1));
}

static void assert_alarm(icalcomponent *component, bool wanted, icalparameter_related related)
{
    icalcomponent *alarm = icalcomponent_get_first_component(component, ICAL_VALARM_COMPONENT);
    assert_int_equal(icalcomponent_count_components(component, ICAL_VALARM_COMPONENT), wanted);
    if (!wanted)
        return;
    icalproperty *trigger = icalcomponent_get_first_property(alarm, ICAL_TRIGGER_PROPERTY);
    struct icaltriggertype value = icalproperty_get_trigger(trigger);
    icalparameter *parameter = icalproperty_get_first_parameter(trigger, ICAL_RELATED_PARAMETER);
    assert_int_equal(icaldurationtype_as_int(value.duration), -7 * 24 * 3600);
    assert_int_equal(parameter != NULL ? icalparameter_get_related(parameter) : ICAL_RELATED_START,
                     related);
    assert_non_null(text_of(alarm, ICAL_DESCRIPTION_PROPERTY));
    assert_int_equal(
        icalproperty_get_action(icalcomponent_get_first_property(alarm, ICAL_ACTION_PROPERTY)),
        ICAL_ACTION_DISPLAY);
}

static void assert_no_uid_twice(icalcomponent *calendar)
{
    size_t count = (size_t)icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), i = 0;
    const char **uids = calloc(count + 1, sizeof *uids);
    for (icalcomponent *c = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
         c != NULL; c = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
        uids[i] = icalcomponent_get_uid(c);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(uids[i], uids[j]);
        i++;
    }
    assert_int_equal(i, count);
    free((void *)uids);
}

/* Every milestone of a plan of which nothing is recorded, in order, and nothing else. */
static void assert_events(const struct plan *plan)
{
    char *text = write_calendar(plan, false);
    icalcomponent *calendar = parse(text);
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        for (unsigned m = 0; m < task->schedule->count; m++) {
            assert_int_equal(icalcomponent_isa(event), ICAL_VEVENT_COMPONENT);
            assert_says(event, task, m, "@cchc");
            struct date due = task->schedule->milestones[m].due;
            struct icaltimetype end = icalcomponent_get_dtend(event);
            assert_day(icalcomponent_get_dtstart(event), due);
            assert_true(end.is_date);
            icaltime_adjust(&end, -1, 0, 0, 0);
            assert_day(end, due);
            assert_int_equal(icalcomponent_get_status(event), ICAL_STATUS_CONFIRMED);
            assert_int_equal(icalcomponent_get_sequence(event), 0);
            assert_alarm(event, true, ICAL_RELATED_START);
            event = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT);
        }
    }
    assert_null(event);
    assert_no_uid_twice(calendar);
    icalcomponent_free(calendar);
    free(text);
}

static void assert_todos(const struct plan *plan)
{
    char *text = write_calendar(plan, true);
    icalcomponent *calendar = parse(text);
    icalcomponent *todo = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct schedule *schedule = plan->tasks[i]->schedule;
        for (unsigned m = 0; m < (schedule->count > 0 ? schedule->count : 1); m++) {
            bool dated = m < schedule->count;
            assert_int_equal(icalcomponent_isa(todo), ICAL_VTODO_COMPONENT);
            assert_says(todo, plan->tasks[i], m, ".todo@cchc");
            assert_int_equal(icalcomponent_count_properties(todo, ICAL_DUE_PROPERTY), dated);
            if (dated)
                assert_day(icalcomponent_get_due(todo), schedule->milestones[m].due);
            assert_int_equal(icalcomponent_get_status(todo), ICAL_STATUS_NEEDSACTION);
            assert_alarm(todo, dated, ICAL_RELATED_END);
            todo = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT);
        }
    }
    assert_null(todo);
    assert_no_uid_twice(calendar);
    icalcomponent_free(calendar);
    free(text);
}

static void the_2021_plan_is_a_calendar(void **state)
{
    (void)state;
    struct read_options options = {0};
    struct error_list errors = {0};
    struct plan *plan = plan_read_path("", &options, &errors);
    assert_events(plan);
    assert_todos(plan);
    plan_free(plan);
}

/* Characters of four octets at every place where a line may be folded. */
static void no_character_is_cut(void **state)
{
    (void)state;
    for (unsigned shift = 0; shift < 80; shift++) {
        char text[2048];
        snprintf(text, sizeof text,
                 "{\"id\":\"%.*s\",\"year\":2021,\"sections\":[{\"code\":\"I\",\"title\":\"%.*s🎉"
                 "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉\",\"tasks\":[{\"number\":1,\"title\":"
                 "\"%.*sẤ𠮷🎉ẤẤẤ𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷,;𠮷𠮷𠮷\",\"schedule\":\"Quý 1\"}]}]}",
                 (int)shift + 1,
                 "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii"
                 "iiiiiiiiiiiiiiiiiiiiiiiiii",
                 (int)shift,
                 "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt"
                 "tttttttttttttttttttt",
                 (int)shift,
                 "ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss"
                 "ssssssssssssssssssss");
        struct plan *plan = read_plan(text);
        assert_events(plan);
        assert_todos(plan);
        plan_free(plan);
    }
}

static icalcomponent *nth(icalcomponent *calendar, unsigned n)
{
    icalcomponent *component = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
    while (n-- > 0)
        component = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT);
    return component;
}

static const char hostile[] =
    "{\"id\":\"a,b;c\\\\d\",\"year\":2021,\"sections\":[{\"code\":\"I\",\"title\":\"X, Y; "
    "Z\\\\\",\"tasks\":["
    "{\"number\":1,\"title\":\"A\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT\",\"schedule\":\"Quý 1\"},"
    "{\"number\":2,\"title\":\"\\u001b[31m\\u202e\\u0007\\u200b\\u0085\\u2028 \\\"q\\\" "
    "\\\\n\\\\,\",\"output\":\"one\\ntwo\\nBEGIN:VALARM\",\"lead\":\"a; "
    "b, c\",\"schedule\":\"Quý 2\",\"budget\":\"Theo \\\\quy; định, x\"},"
    "{\"number\":2,\"title\":\"the same number\",\"schedule\":\"Quý 2\"},"
    "{\"number\":3,\"schedule\":\"Khi nào đó\"}]}]}";

static void hostile_text_stays_text(void **state)
{
    (void)state;
    struct plan *plan = read_plan(hostile);
    char *text = write_calendar(plan, false);
    icalcomponent *calendar = parse(text);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 3);
    assert_no_uid_twice(calendar);
    icalcomponent *first = nth(calendar, 0);
    assert_string_equal(icalcomponent_get_summary(first), "I.1 A END:VEVENT BEGIN:VEVENT");
    assert_string_equal(text_of(first, ICAL_CATEGORIES_PROPERTY), "I. X, Y; Z\\");
    icalcomponent *second = nth(calendar, 1);
    assert_string_equal(icalcomponent_get_summary(second),
                        "I.2 \\x1b[31m\\u202e\\x07\\u200b\\x85\\u2028 \"q\" \\n\\,");
    assert_string_equal(icalcomponent_get_description(second),
                        "Kết quả đầu ra: one\ntwo\nBEGIN:VALARM\nCơ quan chủ trì: a; b, c\n"
                        "Thời gian thực hiện: Quý 2\nKinh phí dự kiến: Theo \\quy; định, x");
    icalcomponent_free(calendar);
    free(text);
    plan_free(plan);
}

static const char small[] =
    "{\"id\":\"p\",\"year\":2021,\"sections\":[{\"code\":\"I\",\"tasks\":["
    "{\"number\":1,\"title\":\"A\",\"schedule\":\"Quý 1\"},"
    "{\"number\":2,\"title\":\"B\",\"schedule\":\"Ban hành quý 1, triển khai trong năm\"},"
    "{\"number\":3,\"title\":\"C\",\"schedule\":\"Ngay sau khi có kế hoạch\"},"
    "{\"number\":4,\"title\":\"D\",\"schedule\":\"Quý 4\"}]}]}";

#define ENTRY(number, id)                                                                          \
    .seq = (number), .task = (id), .on = {2021, 4, 10}, .percent = PERCENT_UNSET,                  \
    .spent_vnd = SPENT_UNSET
static struct journal_entry entries[] = {
    {ENTRY(1, "I.1"), .status = TASK_DONE, .evidence = "12/BC, x"},
    {ENTRY(2, "I.2/1"), .status = TASK_DONE},
    {ENTRY(3, "I.3"), .status = TASK_IN_PROGRESS, .due = {2021, 9, 15}},
    {ENTRY(4, "I.4"), .status = TASK_CANCELLED},
    {ENTRY(5, "I.3"), .status = TASK_UNSET},
    {ENTRY(6, "I.3"), .status = TASK_UNSET, .due = {2021, 10, 15}},
    {ENTRY(7, "I.3"), .status = TASK_UNSET, .voids = 6},
    {ENTRY(8, NULL), .status = TASK_UNSET, .voids = 4},
};

static struct plan *fold(size_t count)
{
    struct plan *plan = read_plan(small);
    struct journal journal = {.entries = entries, .count = count};
    entries[4].percent = 40;
    progress.as_of = date_make(2021, 5, 1);
    progress_add(&progress, &plan, 1, &journal);
    return plan;
}

static void release(struct plan *plan)
{
    progress_release(&progress);
    plan_free(plan);
}

static void progress_is_in_events(void **state)
{
    (void)state;
    struct plan *plan = fold(5);
    char *text = write_calendar(plan, false);
    icalcomponent *calendar = parse(text);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 5);
    icalcomponent *done = nth(calendar, 0), *next = nth(calendar, 2), *dated = nth(calendar, 3);
    assert_string_equal(icalcomponent_get_summary(done), "✓ I.1 A");
    assert_string_equal(icalcomponent_get_description(done),
                        "Thời gian thực hiện: Quý 1\nTiến độ: đã hoàn thành ngày 10/4/2021\n"
                        "Tài liệu kiểm chứng: 12/BC, x");
    assert_int_equal(icalcomponent_get_status(done), ICAL_STATUS_CONFIRMED);
    assert_alarm(done, false, ICAL_RELATED_START);
    assert_string_equal(icalcomponent_get_summary(nth(calendar, 1)), "✓ I.2/1 Ban hành: B");
    assert_string_equal(icalcomponent_get_summary(next), "I.2/2 triển khai: B");
    assert_alarm(next, true, ICAL_RELATED_START);
    assert_day(icalcomponent_get_dtstart(dated), date_make(2021, 9, 15));
    assert_int_equal(icalcomponent_get_sequence(dated), 2);
    icalcomponent *cancelled = nth(calendar, 4);
    assert_int_equal(icalcomponent_get_status(cancelled), ICAL_STATUS_CANCELLED);
    assert_alarm(cancelled, false, ICAL_RELATED_START);
    icalcomponent_free(calendar);
    free(text);
    release(plan);
}

static void progress_is_in_todos(void **state)
{
    (void)state;
    static const icalproperty_status statuses[] = {ICAL_STATUS_COMPLETED, ICAL_STATUS_COMPLETED,
                                                   ICAL_STATUS_NEEDSACTION, ICAL_STATUS_INPROCESS,
                                                   ICAL_STATUS_CANCELLED};
    static const int percents[] = {100, 100, -1, 40, -1};
    struct plan *plan = fold(5);
    char *text = write_calendar(plan, true);
    icalcomponent *calendar = parse(text);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 5);
    for (unsigned i = 0; i < 5; i++) {
        icalcomponent *todo = nth(calendar, i);
        icalproperty *percent =
            icalcomponent_get_first_property(todo, ICAL_PERCENTCOMPLETE_PROPERTY);
        icalproperty *completed = icalcomponent_get_first_property(todo, ICAL_COMPLETED_PROPERTY);
        assert_int_equal(icalcomponent_get_status(todo), statuses[i]);
        assert_int_equal(percent != NULL ? icalproperty_get_percentcomplete(percent) : -1,
                         percents[i]);
        assert_int_equal(completed != NULL, statuses[i] == ICAL_STATUS_COMPLETED);
        if (completed != NULL)
            assert_utc_time(icalproperty_get_completed(completed), date_make(2021, 4, 10));
        assert_alarm(todo, i == 2 || i == 3, ICAL_RELATED_END);
    }
    icalcomponent_free(calendar);
    free(text);
    release(plan);
}

/* The UID of the first event of a plan. */
static char *first_uid(const char *json)
{
    struct plan *plan = read_plan(json);
    char *text = write_calendar(plan, false);
    icalcomponent *calendar = parse(text);
    char *uid = strdup(icalcomponent_get_uid(nth(calendar, 0)));
    icalcomponent_free(calendar);
    free(text);
    plan_free(plan);
    return uid;
}

static void uids_are_of_offices_years_and_titles(void **state)
{
    (void)state;
#define PLAN(id, office, year, code, number, title)                                                \
    "{\"id\":\"" id "\",\"organisation\":\"" office "\",\"year\":" year                            \
    ",\"sections\":[{\"code\":\"" code "\",\"title\":\"S\",\"tasks\":[{\"number\":" number         \
    ",\"title\":\"" title "\",\"schedule\":\"Quý 2\"}]}]}"
    char *uid = first_uid(PLAN("p", "Sở Nội vụ", "2021", "I", "1", "Kiểm tra CCHC"));
    char *same = first_uid(PLAN("q", "SỞ NỘI VỤ", "2021", "II", "7", "kiểm tra CCHC."));
    char *others[] = {first_uid(PLAN("p", "Sở Y tế", "2021", "I", "1", "Kiểm tra CCHC")),
                      first_uid(PLAN("p", "Sở Nội vụ", "2022", "I", "1", "Kiểm tra CCHC")),
                      first_uid(PLAN("p", "Sở Nội vụ", "2021", "I", "1", "Rà soát TTHC"))};
    assert_string_equal(same, uid);
    for (size_t i = 0; i < COUNT(others); i++) {
        assert_string_not_equal(others[i], uid);
        free(others[i]);
    }
    free(same);
    free(uid);
}

/* Whatever is recorded or taken back: the same UIDs, and a SEQUENCE that never falls. */
static void a_later_calendar_replaces_an_earlier_one(void **state)
{
    (void)state;
    int sequences[5] = {0};
    char *uids[5] = {NULL};
    for (size_t count = 3; count <= COUNT(entries); count++) {
        struct plan *plan = fold(count);
        char *text = write_calendar(plan, false), *again;
        icalcomponent *calendar = parse(text);
        for (unsigned i = 0; i < 5; i++) {
            icalcomponent *event = nth(calendar, i);
            assert_true(icalcomponent_get_sequence(event) >= sequences[i]);
            sequences[i] = icalcomponent_get_sequence(event);
            if (uids[i] == NULL)
                uids[i] = strdup(icalcomponent_get_uid(event));
            assert_string_equal(icalcomponent_get_uid(event), uids[i]);
        }
        again = write_calendar(plan, false);
        assert_string_equal(again, text);
        icalcomponent_free(calendar);
        free(text);
        free(again);
        release(plan);
    }
    assert_int_equal(sequences[3], 4);
    assert_int_equal(sequences[4], 2);
    for (size_t i = 0; i < COUNT(uids); i++)
        free(uids[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uids_are_of_offices_years_and_titles),
        cmocka_unit_test(the_2021_plan_is_a_calendar),
        cmocka_unit_test(no_character_is_cut),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(progress_is_in_events),
        cmocka_unit_test(progress_is_in_todos),
        cmocka_unit_test(a_later_calendar_replaces_an_earlier_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
