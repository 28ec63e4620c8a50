// SPDX-License-Identifier: MIT
/*
 * The user's own settings: `cchc.ini` in $XDG_CONFIG_HOME/cchc (~/.config/cchc), in lines as
 * read/ini.h has them. Which sections and keys there are, the commands say; `[office]` is what
 * plans without an office of their own have.
 */
#ifndef STORE_USER_SETTINGS_H
#define STORE_USER_SETTINGS_H

#include "base/arena.h"
#include "base/error.h"
#include "plan/office.h"

struct user_setting {
    const char *section, *key; /* «defaults», «view soon»; a section alone has no key: NULL */
    const char *value;
    struct location location;
};

/* Zeroed says nothing. */
struct user_settings {
    char *path; /* owned; NULL if there is no such file */
    struct arena texts;
    struct user_setting *items; /* in their order, `[office]` aside */
    size_t count, capacity;
    struct office office;
};

/*
 * Reads the file in a folder of configuration ($XDG_CONFIG_HOME; NULL or relative: .config in
 * `home`). There need be none. What is wrong with it is added to `errors`, whose paths borrow
 * settings->path.
 */
void user_settings_read(struct user_settings *settings, const char *folder, const char *home,
                        struct error_list *errors);
void user_settings_release(struct user_settings *settings);

/* Adds an error at a setting. */
void user_settings_refuse(const struct user_settings *settings, const struct user_setting *setting,
                          struct error_list *errors, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
