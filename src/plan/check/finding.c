// SPDX-License-Identifier: MIT
#include "plan/check/finding.h"

#include "base/memory.h"
#include "plan/query/task_list.h"

#include <stdlib.h>

const char *const severity_names[SEVERITIES + 1] = {
    [SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning", [SEVERITY_NOTE] = "note"};

const char *finding_path(const struct finding *finding)
{
    return finding->path != NULL ? finding->path : finding->plan->path;
}

void finding_list_release(struct finding_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].message);
    free(list->items);
    *list = (struct finding_list){0};
}

void finding_list_add(struct finding_list *list, struct finding finding, char *message)
{
    finding.message = message;
    finding.order = list->count;
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = finding;
    list->severity_count[finding.severity]++;
}

void finding_list_join(struct finding_list *list, struct finding_list *other)
{
    for (size_t i = 0; i < other->count; i++)
        finding_list_add(list, other->items[i], other->items[i].message);
    free(other->items);
    *other = (struct finding_list){0};
}

static int compare(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    if ((x->path != NULL) != (y->path != NULL))
        return x->path == NULL ? -1 : 1; /* the plan itself comes first */
    if (x->location.line != y->location.line)
        return x->location.line < y->location.line ? -1 : 1;
    if (x->location.column != y->location.column)
        return x->location.column < y->location.column ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

void finding_list_sort(struct finding_list *list, size_t first)
{
    if (list->count > first)
        qsort(list->items + first, list->count - first, sizeof *list->items, compare);
}

void finding_add_id(struct strbuf *out, const struct finding *finding, bool with_plan)
{
    if (finding->task != NULL)
        task_add_id(out, finding->task, with_plan);
    else if (finding->section != NULL)
        strbuf_addf(out, "%s%s%s", with_plan ? finding->plan->id : "", with_plan ? ":" : "",
                    finding->section->code);
    else if (with_plan)
        strbuf_adds(out, finding->plan->id);
}
