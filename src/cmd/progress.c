// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/path.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "journal/journal_file.h"
#include "plan/plan_index.h"

#include <stdlib.h>
#include <string.h>

/* «plan.csv» has its journal in «plan.progress.csv». */
static char *path_beside(const char *path)
{
    struct strbuf name = {0};
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
    bool ending = dot != NULL && dot != path && dot[-1] != '/' && (slash == NULL || dot > slash);
    strbuf_add(&name, path, ending ? (size_t)(dot - path) : strlen(path));
    strbuf_adds(&name, ".progress.csv");
    return strbuf_detach(&name);
}

/* The XDG base directory specification: a relative $XDG_DATA_HOME is none. */
static char *path_in_data_home(const struct cmd_ctx *ctx, const char *plan)
{
    struct strbuf name = {0};
    if (ctx->data_home != NULL && *ctx->data_home == '/')
        strbuf_adds(&name, ctx->data_home);
    else if (ctx->home != NULL && *ctx->home != '\0')
        strbuf_addf(&name, "%s/.local/share", ctx->home);
    else
        return NULL;
    strbuf_addf(&name, "/cchc/%s.progress.csv", plan);
    return strbuf_detach(&name);
}

static char *copy(const char *path)
{
    return memory_copy(path, strlen(path));
}

void cmd_locate_journals(struct cmd_ctx *ctx)
{
    const char *given = ctx->global.progress;
    if (given == NULL && ctx->progress_path != NULL && *ctx->progress_path != '\0')
        given = ctx->progress_path;
    ctx->journal_count = given != NULL ? 1 : ctx->plan_paths.count;
    ctx->journals = memory_alloc(ctx->journal_count * sizeof *ctx->journals);
    for (size_t i = 0; i < ctx->journal_count; i++) {
        const char *path = given == NULL ? ctx->plan_paths.items[i] : NULL;
        struct journal *journal = &ctx->journals[i];
        *journal = (struct journal){.beside = given == NULL, .jobs = ctx->jobs};
        if (given != NULL)
            journal->path = copy(given);
        else if (*path == '\0')
            journal->path = path_in_data_home(ctx, ctx->files[i]->id);
        else if (strcmp(path, "-") != 0)
            journal->path = path_beside(path);
        journal->own_folder = path != NULL && *path == '\0';
    }
}

int cmd_spare_files(struct cmd_ctx *ctx, struct error *error)
{
    const char *path = ctx->global.output;
    if (path == NULL)
        return 0;
    if (ctx->journals == NULL)
        cmd_locate_journals(ctx);
    for (size_t i = 0; i < ctx->journal_count; i++)
        if (ctx->journals[i].path != NULL && path_is_same_file(path, ctx->journals[i].path))
            return error_set(error, ERROR_USAGE, "--output would write over the journal");
    for (size_t i = 0; i < ctx->plan_paths.count; i++)
        if (*ctx->plan_paths.items[i] != '\0' && path_is_same_file(path, ctx->plan_paths.items[i]))
            return error_set(error, ERROR_USAGE, "--output would write over the plan");
    return 0;
}

/* A path in a message may be any bytes. */
static void print_path(const struct cmd_ctx *ctx, const char *path, const char *text)
{
    struct strbuf line = {0};
    strbuf_adds(&line, "cchc: ");
    text_add_printable(&line, path, false);
    fprintf(ctx->err, "%s: %s\n", line.text, text);
    strbuf_release(&line);
}

void cmd_warn_torn(const struct cmd_ctx *ctx, const struct journal *journal,
                   const struct journal_state *state)
{
    struct strbuf text = {0};
    if (state->torn_line == 0)
        return;
    if (state->set_aside)
        strbuf_addf(&text,
                    _("line %zu is part of an entry that was never recorded: it was moved to "
                      "%s.torn"),
                    state->torn_line, journal->path);
    else
        strbuf_addf(&text,
                    _("line %zu is part of an entry that was never recorded: it does not count"),
                    state->torn_line);
    print_path(ctx, journal->path, text.text);
    strbuf_release(&text);
}

/* The number of plans in files before that one. */
static size_t count_before(struct plan *const *plans, size_t count, size_t file)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (plans[middle]->file < file)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The stretch of the plans that a journal is of. */
static struct plan **stretch_of(const struct cmd_ctx *ctx, const struct journal *journal,
                                struct plan **plans, size_t *count)
{
    size_t first = 0, end = *count, file = (size_t)(journal - ctx->journals);
    if (ctx->journal_count > 1) {
        first = count_before(plans, *count, file);
        end = count_before(plans, *count, file + 1);
    }
    *count = end - first;
    return plans + first;
}

struct plan **cmd_plans_of(const struct cmd_ctx *ctx, const struct journal *journal, size_t *count)
{
    *count = ctx->plan_count;
    return stretch_of(ctx, journal, ctx->plans, count);
}

/* Those of them that are asked for. */
static struct plan **asked_of(const struct cmd_ctx *ctx, const struct journal *journal,
                              size_t *count)
{
    *count = ctx->scope.plan_count;
    return stretch_of(ctx, journal, ctx->scope.plans, count);
}

static void leave_out(struct cmd_ctx *ctx, const struct journal *journal)
{
    size_t count;
    struct plan **plans = asked_of(ctx, journal, &count);
    struct plan **rest = plans + count, **end = ctx->scope.plans + ctx->scope.plan_count;
    memmove(plans, rest, (size_t)(end - rest) * sizeof *plans);
    ctx->scope.plan_count -= count;
    ctx->left_out++;
}

/* A renamed plan has another id, and a journal beside it that speaks of none it knows. */
static void warn_of_other_plan(const struct cmd_ctx *ctx, const struct journal *journal,
                               struct plan *const *plans, size_t plan_count)
{
    const char *other = NULL;
    size_t count = 0;
    struct plan_index ids = {0};
    for (size_t i = 0; i < plan_count; i++)
        plan_index_add(&ids, plans[i]);
    for (size_t i = 0; i < journal->count && plan_count > 0; i++) {
        const char *name = journal->entries[i].plan;
        if (name == NULL || plan_index_find(&ids, name) >= 0)
            continue;
        other = name;
        count++;
    }
    plan_index_release(&ids);
    char quoted[2][TEXT_QUOTE_SIZE];
    char number[LANG_TEXT_SIZE];
    struct strbuf text = {0};
    if (count > 0) {
        const char *id = plans[0]->id;
        strbuf_addf(
            &text,
            message_plural("%s entry is of the plan «%s», not of «%s»: not counted",
                           "%s entries are of the plan «%s», not of «%s»: not counted", count),
            lang_count(number, ctx->style.lang, count), text_quote(quoted[0], other, strlen(other)),
            text_quote(quoted[1], id, strlen(id)));
        print_path(ctx, journal->path, text.text);
    }
    strbuf_release(&text);
}

/* One journal of several plans says with each entry which it is of. */
static void require_plans(struct cmd_ctx *ctx, const struct journal *journal, size_t plan_count)
{
    for (size_t i = 0; i < journal->count && plan_count > 1; i++) {
        if (journal->entries[i].plan != NULL)
            continue;
        struct error *error = error_list_add(
            &ctx->errors, journal->path,
            "the entry names no plan, and the journal is of several: expected its plan's id");
        if (error != NULL)
            error->place = (struct place){.line = journal->entries[i].line, .column = 1};
    }
}

static void read_journal(struct cmd_ctx *ctx, struct journal *journal)
{
    struct journal_state state = {0};
    size_t count, before = ctx->errors.count;
    struct plan **plans = asked_of(ctx, journal, &count);
    if (journal->path == NULL || count == 0)
        return;
    if (journal_read(journal, &state, &ctx->errors) == 0) {
        plans = cmd_plans_of(ctx, journal, &count);
        cmd_warn_torn(ctx, journal, &state);
        require_plans(ctx, journal, count);
        if (journal->beside)
            warn_of_other_plan(ctx, journal, plans, count);
    }
    if (ctx->errors.count > before)
        leave_out(ctx, journal);
}

void cmd_load_progress(struct cmd_ctx *ctx)
{
    cmd_locate_journals(ctx);
    for (size_t i = 0; i < ctx->journal_count; i++)
        read_journal(ctx, &ctx->journals[i]);
    if (cmd_has_progress(ctx) && !date_is_set(ctx->as_of))
        ctx->as_of = ctx->today();
    ctx->progress.as_of = ctx->as_of;
    for (size_t i = 0; i < ctx->journal_count; i++) {
        size_t count;
        struct plan **plans = cmd_plans_of(ctx, &ctx->journals[i], &count);
        progress_add(&ctx->progress, plans, count, &ctx->journals[i]);
    }
}

void cmd_release_progress(struct cmd_ctx *ctx)
{
    for (size_t i = 0; i < ctx->journal_count; i++)
        journal_release(&ctx->journals[i]);
    free(ctx->journals);
    progress_release(&ctx->progress);
}

struct journal *cmd_journal(const struct cmd_ctx *ctx, const struct plan *plan)
{
    return &ctx->journals[ctx->journal_count == 1 ? 0 : plan->file];
}

bool cmd_has_progress(const struct cmd_ctx *ctx)
{
    for (size_t i = 0; i < ctx->journal_count; i++)
        if (ctx->journals[i].count > 0)
            return true;
    return false;
}
