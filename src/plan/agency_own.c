// SPDX-License-Identifier: MIT
#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "plan/agency.h"
#include "plan/agency_key.h"

#include <string.h>
#include <strings.h>

#define OFFICE "van phong"

/* The only «Văn phòng …» that the plans name, and whether one of them says «Văn phòng» alone. */
struct own {
    struct pointer_map cells; /* those already looked at */
    struct strbuf key, name;  /* of the office; "" if there is none yet */
    bool several;
    bool alone, named; /* by the current plan */
};

/* Returns whether an office can be the organisation's: «Văn phòng Sở» cannot be a province's. */
static bool is_of(const char *key, const char *organisation)
{
    static const char *const kinds[][2] = {{"ui ban nhan dan", "ui ban nhan dan"},
                                           {"ui ban nhan dan", "hoi dong nhan dan"},
                                           {"so", "so"},
                                           {"bo", "bo"},
                                           {"ban", "ban"}};
    const char *whose = key + strlen(OFFICE " ");
    struct strbuf known = {0};
    bool any = true, fits = false;
    if (organisation != NULL)
        agency_key_add(&known, organisation, strlen(organisation));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t length = strlen(kinds[i][0]);
        bool is_kind = strncmp(strbuf_text(&known), kinds[i][0], length) == 0 &&
                       strchr(" ", known.text[length]) != NULL;
        any &= !is_kind;
        fits |= is_kind && strncmp(whose, kinds[i][1], strlen(kinds[i][1])) == 0;
    }
    strbuf_release(&known);
    return any || fits;
}

/* A name that is written out replaces an abbreviated one. */
static void note_office(struct own *own, const char *key, const char *name, size_t length)
{
    bool first = own->key.length == 0;
    own->several |= !first && strcmp(own->key.text, key) != 0;
    own->named = true;
    if (!first && strncasecmp(own->name.text, "vp", 2) != 0)
        return;
    strbuf_clear(&own->key);
    strbuf_clear(&own->name);
    strbuf_adds(&own->key, key);
    strbuf_add(&own->name, name, length);
}

/* Looks for «Văn», «VP» or «van», which may begin a word: most cells need no closer look. */
bool agency_may_name_own(const char *cell)
{
    for (const char *at = cell; at != NULL && (at = strpbrk(at, "Vv")) != NULL; at++)
        if (at[1] != '\0' && strchr("aApP\xC4", at[1]) != NULL)
            return true;
    return false;
}

static void note_cell(struct own *own, const char *cell, const char *organisation)
{
    size_t *seen = pointer_map_at(&own->cells, cell);
    if (*seen != POINTER_MAP_NONE)
        return;
    *seen = 0;
    if (!agency_may_name_own(cell))
        return;
    struct agency_walk walk = agency_walk_of(NULL, cell);
    while (agency_next(&walk)) {
        struct strbuf key = {0};
        agency_walk_add_key(&key, &walk);
        if (strcmp(strbuf_text(&key), OFFICE) == 0)
            own->alone = true;
        else if (strncmp(strbuf_text(&key), OFFICE " ", strlen(OFFICE " ")) == 0 &&
                 is_of(key.text, organisation))
            note_office(own, key.text, walk.name, walk.length);
        strbuf_release(&key);
    }
}

/* Returns false if the plan mentions an office without naming it. */
static bool note_plan(struct own *own, const struct plan *plan)
{
    own->alone = own->named = false;
    for (size_t i = 0; i < plan->task_count; i++) {
        note_cell(own, plan->tasks[i]->text[TASK_LEAD], plan->organisation);
        note_cell(own, plan->tasks[i]->text[TASK_COORDINATING], plan->organisation);
    }
    return !own->alone || own->named;
}

void agency_table_add_own(struct agency_table *table, struct plan *const *plans, size_t count,
                          bool together)
{
    struct own own = {0};
    bool known = true, alone = false;
    for (size_t i = 0; i < count && known && !own.several; i++) {
        known = note_plan(&own, plans[i]) || together;
        alone |= own.alone;
    }
    if (known && alone && !own.several && own.key.length > 0) {
        agency_table_add(table, own.name.text, OFFICE);
        agency_table_add(table, own.name.text, own.name.text);
    }
    strbuf_release(&own.key);
    strbuf_release(&own.name);
    pointer_map_release(&own.cells);
}
