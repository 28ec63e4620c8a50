// SPDX-License-Identifier: MIT
/*
 * The effect of the user's own settings (store/user_settings.h) on commands: `[defaults]` are
 * options by their names, `[view NAME]` a command line of the user's own. The command line wins
 * over the environment, that over settings.
 */
#ifndef CMD_SETTINGS_H
#define CMD_SETTINGS_H

#include "cmd/cmd.h"

/* Reads them into ctx->settings; what is wrong goes to ctx->setting_errors. */
void settings_read(struct cmd_ctx *ctx);

/*
 * If word number `at` of the command line names a view, stores the command line with the view's own
 * words in its place in *expanded and its length in *count. The caller frees the array; the words
 * are borrowed. Returns false if there is no such view.
 */
bool settings_expand(struct cmd_ctx *ctx, int argc, char **argv, int at, char ***expanded,
                     int *count);

/* Adds the defaults that the command takes to its line, where neither it nor the environment says
 * otherwise, and chooses the pager. */
void settings_apply(struct cmd_ctx *ctx);

/* Returns the name of the view whose command a setting is; NULL if it is not one. */
const char *settings_view(const struct user_setting *setting);

/* Returns the setting of a default; NULL if settings do not say it. */
const struct user_setting *settings_default(const struct cmd_ctx *ctx, const char *name);

/* Returns the variable of the environment that says what an option would; NULL if none does. */
const char *settings_variable(const struct cmd_ctx *ctx, const char *name);

#endif
