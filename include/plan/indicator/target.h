// SPDX-License-Identifier: MIT
/*
 * Targets in a task's words: «tỉ lệ hồ sơ đúng hạn 99,99%», «7/7 đơn vị», «dưới 10%», «giảm 30 % so
 * với 2020», «01 đơn vị». They are read from its indicator and output; if these have none, a
 * percentage or a share in the title counts. Anything uncertain is not a target: a range, «khoảng
 * 80%», a date, a document's number, a level or a rank.
 */
#ifndef PLAN_INDICATOR_TARGET_H
#define PLAN_INDICATOR_TARGET_H

#include "base/arena.h"
#include "plan/indicator/figure.h"
#include "plan/plan.h"

enum target_comparison {
    TARGET_AT_LEAST, /* the default; but «0%» is at most that */
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
    const char *measure; /* the thing measured, in the plan's words; "" if there are none */
    enum target_comparison comparison;
    struct figure value;
    const char *unit; /* «%», or the things counted, as written */
};

struct target_list {
    struct target *items;
    size_t count, capacity;
};

/* Appends the targets of a text, whose strings live in the arena. `shares` excludes counts («01 báo
 * cáo»). */
void targets_read(struct target_list *list, struct arena *arena, const char *text, bool shares);

/* Fills an empty list with the targets of a task: those of its indicator and output or, if these
 * have none, of its title. */
void targets_of(struct target_list *list, struct arena *arena, const struct task *task);
void target_list_release(struct target_list *list);

/* Appends a short form for tables: «≥ 99,99 % tỉ lệ hồ sơ đúng hạn». */
void target_add(struct strbuf *out, const struct target *target);

/* The result of measuring. */
enum target_result { TARGET_UNMEASURED, TARGET_MISSED, TARGET_REACHED };

/*
 * Reads measured values, with or without their unit: «98,5%», «7/7», «12 lớp». Several are
 * separated by «;», in the order of the targets, which only tell which values are percentages.
 * Sets *count to the values read. Returns false if there is none, if one is negative or not a
 * number, or if there are more than `most`.
 */
bool measured_read(const char *text, const struct target_list *targets, struct figure *figures,
                   size_t most, size_t *count);

/*
 * Returns TARGET_UNMEASURED if there are no targets, or if `measured` is NULL or cannot be read as
 * a whole (measured_read). Otherwise returns TARGET_MISSED if any value misses its target, else
 * TARGET_UNMEASURED if a target has no value, else TARGET_REACHED.
 */
enum target_result targets_judge(const struct target_list *list, const char *measured);

/* Judges the targets of a task; without any, it is unmeasured. */
enum target_result task_target_result(const struct task *task, const char *measured);

#endif
