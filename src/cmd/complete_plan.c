// SPDX-License-Identifier: MIT
#include "cmd/complete.h"

#include "base/text.h"
#include "plan/summary/agency_list.h"

#include <string.h>

/* A title, or what else describes a candidate; NULL is nothing. */
static void add(struct completion *c, struct strbuf *value, const char *description)
{
    candidates_add(&c->found, strbuf_text(value), description);
    strbuf_clear(value);
}

static void add_sections(struct completion *c)
{
    const struct query_scope *scope = &c->ctx->store->scope;
    for (size_t i = 0; i < scope->plan_count; i++)
        for (size_t j = 0; j < scope->plans[i]->section_count; j++)
            candidates_add(&c->found, scope->plans[i]->sections[j]->code,
                           scope->plans[i]->sections[j]->title);
}

/* A comma would divide the value; without it the name has the same key. */
static void add_agency(struct completion *c, const struct agency_count *agency)
{
    struct strbuf value = {0};
    for (const char *at = agency->name; *at != '\0'; at++)
        if (*at != ',')
            strbuf_addc(&value, *at);
    add(c, &value, strcmp(agency->name, agency->names) != 0 ? agency->names : NULL);
    strbuf_release(&value);
}

static void add_agencies(struct completion *c, enum query_field field)
{
    struct store *store = c->ctx->store;
    struct agency_list list = {0};
    agency_list_run(&list, store->scope.plans, store->scope.plan_count, store_agencies(store));
    for (size_t i = 0; i < list.count; i++) {
        const struct agency_count *agency = &list.items[i];
        if ((field != QUERY_LEAD || agency->leads > 0) &&
            (field != QUERY_COORDINATING || agency->coordinates > 0))
            add_agency(c, agency);
    }
    c->anywhere = true; /* as the filter takes it */
    agency_list_release(&list);
}

static void add_plans(struct completion *c)
{
    for (size_t i = 0; i < c->ctx->store->plan_count; i++)
        candidates_add(&c->found, c->ctx->store->plans[i]->id, c->ctx->store->plans[i]->title);
}

/* Its milestones, once the task's id is typed. */
static void add_milestones(struct completion *c, const struct task *task, bool with_plan)
{
    struct strbuf id = {0};
    for (unsigned i = 0; task->schedule->count > 1 && i < task->schedule->count; i++) {
        const struct milestone *milestone = &task->schedule->milestones[i];
        char due[DATE_TEXT_SIZE];
        task_add_milestone_id(&id, task, with_plan, i + 1);
        add(c, &id,
            milestone->name != NULL       ? milestone->name
            : date_is_set(milestone->due) ? date_format(due, milestone->due)
                                          : NULL);
    }
    strbuf_release(&id);
}

static void add_tasks(struct completion *c, bool targets, const char *ending)
{
    const struct store *store = c->ctx->store;
    bool with_plan = store->scope.plan_count > 1;
    struct task_list tasks = {0};
    struct strbuf id = {0};
    store_select(store, c->ctx->query, &tasks);
    for (size_t i = 0; i < tasks.count; i++) {
        const struct task *task = tasks.items[i];
        task_add_id(&id, task, with_plan);
        bool named = targets && strncasecmp(c->typed, strbuf_text(&id), id.length) == 0 &&
                     (c->typed[id.length] == '\0' || c->typed[id.length] == '/');
        strbuf_adds(&id, ending);
        add(c, &id, task->text[TASK_TITLE]);
        if (named)
            add_milestones(c, task, with_plan);
    }
    strbuf_release(&id);
    task_list_release(&tasks);
}

/* «ID=NEW»: a former id, and the one that it has now. */
static void add_pairs(struct completion *c)
{
    if (!completion_take(c, '=')) {
        add_tasks(c, false, "=");
        return;
    }
    add_tasks(c, true, "");
    candidates_add(&c->found, "none", NULL);
}

/* «ROLE=HEADER»: behind the sign the headings that the plan has. */
static void add_headings(struct completion *c)
{
    const struct query_scope *scope = &c->ctx->store->scope;
    if (!completion_take(c, '='))
        return;
    for (size_t i = 0; i < scope->plan_count; i++)
        for (size_t j = 0; j < scope->plans[i]->column_count; j++)
            if (scope->plans[i]->columns[j].heading != NULL)
                candidates_add(&c->found, scope->plans[i]->columns[j].heading,
                               scope->plans[i]->columns[j].role);
}

static bool is_of_agencies(enum query_field field)
{
    return field == QUERY_LEAD || field == QUERY_COORDINATING || field == QUERY_AGENCY;
}

static bool is_of_plan(const struct option *option)
{
    return option != NULL && option->kind == OPTION_FILTER &&
           (option->filter == QUERY_SECTION || is_of_agencies(option->filter));
}

bool completion_is_of_plans(enum option_source source, const struct option *option)
{
    return source == VALUES_PLANS || source == VALUES_TASKS || source == VALUES_TARGETS ||
           source == VALUES_PAIRS || source == VALUES_ROLES || is_of_plan(option);
}

void completion_add_of_plans(struct completion *completion, enum option_source source)
{
    if (source == VALUES_PLANS)
        add_plans(completion);
    else if (source == VALUES_TASKS || source == VALUES_TARGETS)
        add_tasks(completion, source == VALUES_TARGETS, "");
    else if (source == VALUES_PAIRS)
        add_pairs(completion);
    else if (source == VALUES_ROLES)
        add_headings(completion);
    else if (completion->option->filter == QUERY_SECTION)
        add_sections(completion);
    else
        add_agencies(completion, completion->option->filter);
}
