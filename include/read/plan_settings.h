// SPDX-License-Identifier: MIT
/*
 * Settings of a plan from the folder that it is in: the file `cchc.ini` in the plan's folder, or in
 * one above it up to the folder that was named, with lines `key = value` (read/ini.h) under
 * `[plan FILE]`, FILE being the plan's path from there. A value goes to the end of
 * its line; a line that begins with `#` is a comment. `[office]` says who sends documents
 * (plan/office.h). It can say what plans are and whose, and nothing else: a mailed folder redirects
 * nothing.
 */
#ifndef READ_PLAN_SETTINGS_H
#define READ_PLAN_SETTINGS_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "plan/office.h"
#include "read/plan_read.h"

#define PLAN_SETTINGS_FILE "cchc.ini"

struct plan_setting;

/* The settings of one folder. A zeroed one says nothing. */
struct plan_settings {
    struct office office; /* in `texts` */
    char *path;           /* owned; the errors of the file borrow it */
    struct arena texts;
    struct plan_setting *items; /* owned */
    size_t count, capacity;
    bool wrong; /* the file has errors: its plans cannot be read right */
};

/*
 * Reads the settings beside a plan's file. There need be none. All that is wrong with them, a key
 * or a section that is not known and a FILE that is not there among it, is added to `errors`.
 */
void plan_settings_read(struct plan_settings *settings, const char *plan_path,
                        struct error_list *errors);
void plan_settings_release(struct plan_settings *settings);

/* Returns whether these are the settings beside that plan's file. */
bool plan_settings_are_beside(const struct plan_settings *settings, const char *plan_path);

/*
 * Fills in what `options` leave open with what the settings say of the plan: the command line wins.
 * Returns the roles of both, which options->choices then are, for the caller to free after the
 * plan is read. The strings live as long as the settings.
 */
struct role_choice *plan_settings_apply(const struct plan_settings *settings, const char *plan_path,
                                        struct read_options *options);

#endif
