// SPDX-License-Identifier: MIT
/*
 * The targets that a task's words set: «tỉ lệ hồ sơ đúng hạn 99,99%», «7/7 đơn vị», «dưới 10%»,
 * «giảm 30 % so với 2020», «01 đơn vị». They stand in its indicator and its output; where these
 * have none, a percentage or a share may stand in the title. What is not certain is no target: a
 * range, «khoảng 80%», a date, a number of a document, a level or a rank.
 */
#ifndef PLAN_INDICATOR_TARGET_H
#define PLAN_INDICATOR_TARGET_H

#include "base/arena.h"
#include "plan/indicator/figure.h"
#include "plan/plan.h"

enum target_comparison {
    TARGET_AT_LEAST, /* also where nothing is said; «0%» is at most that */
    TARGET_ABOVE,
    TARGET_AT_MOST,
    TARGET_BELOW,
    TARGET_RISE, /* by at least */
    TARGET_FALL,
    TARGET_COMPARISONS
};

/* "at-least", "above" … "fall". */
extern const char *const target_comparison_names[TARGET_COMPARISONS];

struct target {
    const char *measure; /* what is measured, in the plan's words; "" where they say no more */
    enum target_comparison comparison;
    struct figure value;
    const char *unit; /* «%», or what is counted, as written */
};

struct target_list {
    struct target *items;
    size_t count, capacity;
};

/* Appends what a text sets; strings live in the arena. `shares`: no counts («01 báo cáo»). */
void targets_read(struct target_list *list, struct arena *arena, const char *text, bool shares);

/* The same of a task, its title included where nothing else sets a target. */
void targets_of(struct target_list *list, struct arena *arena, const struct task *task);
void target_list_release(struct target_list *list);

/* Appends a target in short, as a table has it: «≥ 99,99 % tỉ lệ hồ sơ đúng hạn». */
void target_add(struct strbuf *out, const struct target *target);

/* What was measured, against the targets. */
enum target_result { TARGET_UNMEASURED, TARGET_MISSED, TARGET_REACHED };

/*
 * Reads what was measured of targets: figures, with or without what is counted: «98,5%», «7/7»,
 * «12 lớp». Several stand in the targets' order, «;» between them. False where it is none.
 */
bool measured_read(const char *text, const struct target_list *targets, struct figure *figures,
                   size_t most, size_t *count);

/* Whether all targets are reached; some that has no value yet is unmeasured, unless one is missed.
 */
enum target_result targets_judge(const struct target_list *list, const char *measured);

/* The same of a task; nothing is measured where it has no target. */
enum target_result task_target_result(const struct task *task, const char *measured);

#endif
