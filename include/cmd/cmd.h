// SPDX-License-Identifier: MIT
/*
 * A command is data: its file ends with a `const struct cmd`, the table of cmd/commands.c names it,
 * and dispatch, help and suggestions read it. A command takes all it needs from its context
 * (streams, date, width, plans), so a test runs it on memory streams.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include "cmd/shared_options.h"
#include "store/store.h"
#include "write/format.h"

struct cmd_ctx;

/* The preparations that a command can ask for. */
enum cmd_need {
    NEED_PLANS = 1 << 0,
    NEED_QUERY = 1 << 1, /* the filters, bound to the plans */
    NEED_DATE = 1 << 2,
    NEED_LOCATIONS = 1 << 3,        /* of every cell of the plans */
    NEED_PROGRESS = 1 << 4,         /* what is recorded, as of the date */
    NEED_OPERAND_PLANS = 1 << 5,    /* two plans, which the operands name, not --plan */
    NEED_CELLS_SHOWN = 1 << 6,      /* all cells if people read the answer, not only .cells */
    NEED_WHAT_CAN_BE_READ = 1 << 8, /* answers though cells could not be read */
    NEED_PROGRESS_KNOWN = 1 << 9, /* an answer that counts progress: none while entries are stray */
    NEED_MATCHES = 1 << 7,        /* only tasks that the filters match, unless operands name some */
};

struct cmd {
    const char *name;
    const char *summary;  /* a line for the list of commands */
    const char *operands; /* in its usage: "[ID…]", "" for none; «…»: any number */
    const char *const *operand_words;     /* that its first one is of, NULL-terminated; NULL: any */
    enum option_source operand_values[2]; /* what they are, the first one's words aside */
    const char *details;                  /* examples and what help should add; "" for nothing */
    const struct option_use *options;     /* besides those of every command; NULL for none */
    size_t options_size;                  /* of the struct that they are read into */
    unsigned needs;
    unsigned (*more_needs)(const void *options); /* by its options; NULL for none */
    /* Says whether it needs totals or the work of a period rather than all tasks; NULL: it does
     * not. */
    void (*narrow_need)(const struct cmd_ctx *ctx, struct store_need *need);
    unsigned cells;   /* bits of 1 << task_field that it reads, filters aside; 0: all of them */
    unsigned formats; /* what of them it writes: bits, FORMAT_ROWS … */
    const struct column_table *columns; /* that --columns and --sort take; NULL for none */
    int (*run)(struct cmd_ctx *ctx, struct error *error);
};

#define CMD_TIME_SIZE 32

/* The context of a command: main fills it from the process, a test as it likes. */
struct cmd_ctx {
    FILE *out, *err;
    bool terminal;                   /* `out` is one, unless --output names a file */
    bool err_terminal;               /* `err` is one: reading that takes long is shown there */
    unsigned delay_ms;               /* milliseconds before it is */
    const char *plan_path;           /* $CCHC_PLAN, NULL for the built-in plan */
    const char *progress_path;       /* $CCHC_PROGRESS, NULL for a journal beside each plan */
    unsigned rows;                   /* of the terminal; 0: an answer is never paged */
    const char *pager;               /* the command that shows what has more … */
    bool pager_is_set, pager_is_any; /* by $CCHC_PAGER, by $PAGER */
    const char *colour_variable;     /* that says whether there are colours; NULL for none */
    const char *config_home;         /* $XDG_CONFIG_HOME, NULL if it is not set */
    bool width_is_set;               /* by $COLUMNS: rows wrap to it wherever they go */
    const char *data_home;           /* $XDG_DATA_HOME, NULL if it is not set */
    const char *state_home;          /* $XDG_STATE_HOME, likewise */
    const char *home, *user;         /* NULL if not known */
    const char *catalogues;          /* the folder of those that were installed, NULL for none */
    struct date (*today)(void);      /* the only clock of dates, asked once by what needs one */
    void (*now)(char time[CMD_TIME_SIZE]); /* as RFC 3339 writes it; only journals keep it */
    struct style style;

    const struct cmd *cmd; /* the one that runs, NULL for `cchc` alone */
    struct user_settings settings;
    struct error_list setting_errors; /* what is wrong with them: there is no answer */
    char **expanded; /* the command line with a view's words; NULL if there is none */
    struct command_line line;
    const char **operands; /* after the command's name, borrowed from the line */
    size_t operand_count;
    struct global_options global;
    void *options;       /* the command's struct of options, NULL if it has none */
    struct query *query; /* its filters; an empty one if it takes none */
    struct query no_query;
    const struct format *format;
    struct store *store;       /* NULL if the command needs no plans */
    struct store *beside;      /* of a plan that is compared with; NULL for none */
    const char *standard_plan; /* what it reads if no plan is named */
    bool recorded;             /* entries were committed: what follows is no failure */
    bool found;                /* the command has found what it looks for: EXIT_FOUND, not 0 */
};

/* The exit code of `check` and `diff` if they found something; those of errors are in
 * base/error.h. */
#define EXIT_FOUND 1

/* All commands, in the order of help; ends with NULL. Two of them are spoken of by name. */
extern const struct cmd *const cmd_table[];
extern const struct cmd cmd_list, cmd_help;

/* Writes the answer of `cchc` alone: an overview of the plan and what to type next. */
int overview_write(struct cmd_ctx *ctx, struct error *error);

/* Runs the whole program: parses, prepares, runs, checks that all was written, reports. Returns
 * the exit code. */
int cmd_main(struct cmd_ctx *ctx, int argc, char **argv);

/* ---- What several commands do ---- */

/* Finds the command of a name in the table; otherwise returns an error that names the nearest. */
int cmd_find(const struct cmd *const *commands, const char *name, const struct cmd **found,
             struct error *error);

/* ---- cmd/loading.c: the store ---- */

/* Makes the command's store, if it needs plans; nothing is read yet. */
int cmd_open_store(struct cmd_ctx *ctx, struct error *error);

/* Has long reading reported on standard error, if that is a terminal. */
struct file_store_options;
void cmd_show_progress(struct cmd_ctx *ctx, struct file_store_options *options);

/* Makes a store of the plans that any command would read, if they are read while a key is pressed;
 * it tells nobody how far it is and goes on without what cannot be read. Else ctx->store stays
 * NULL. */
void cmd_open_quick_store(struct cmd_ctx *ctx);

/* Reads what the command needs, and tells on ctx->err how far that is and what is odd about it. */
int cmd_load(struct cmd_ctx *ctx, struct error *error);

/*
 * Reads another plan with its own journal into ctx->beside, as its folder's settings say. What is
 * wrong with it joins the store's errors.
 */
int cmd_load_beside(struct cmd_ctx *ctx, const char *path, struct error *error);

/* Says on ctx->err what is to be known beside the answer, unless --quiet is given. */
void cmd_note(const struct cmd_ctx *ctx, const char *text);

/* Tells on ctx->err what the store has to say, once. */
void cmd_print_notices(struct cmd_ctx *ctx);

/* Appends a line if there is one plan and its year is not the day's: what a person who asks
 * about today may not know. */
void cmd_add_other_year(struct strbuf *out, const struct cmd_ctx *ctx, struct date day);

/* Binds the command's filters to the plans. */
int cmd_bind_query(struct cmd_ctx *ctx, struct error *error);

/* Says on ctx->err what the answer is without, or might be given without. */
void cmd_print_left_out(const struct cmd_ctx *ctx);

/* Requires that one plan is asked for; the error says how to choose one of several. */
int cmd_one_plan(const struct cmd_ctx *ctx, struct error *error);

/* Selects the tasks of the operands' ids; without operands, those that match the filters. */
int cmd_select_tasks(struct cmd_ctx *ctx, struct task_list *tasks, struct error *error);

/* Requires that every plan's year is known; commands that need dates call it. */
int cmd_require_years(const struct cmd_ctx *ctx, struct error *error);

/* Refuses an --output that would overwrite a plan or a journal. */
int cmd_spare_files(const struct cmd_ctx *ctx, struct error *error);

/* Gives the year of all plans, which a quarter's number alone refers to; -1 with an error if
 * they differ. */
int cmd_plan_year(const struct cmd_ctx *ctx, int *year, struct error *error);

/* Returns the command's options of rows; those that choose nothing where it takes none. */
const struct row_options *cmd_row_options(const struct cmd_ctx *ctx);

/* Returns whether the answer is rows for people. */
bool cmd_writes_for_people(const struct cmd_ctx *ctx);

/* Chooses columns, sorts and limits the records as the options say. */
int cmd_arrange_records(const struct cmd_ctx *ctx, struct records *records,
                        const struct column_table *table, struct error *error);

/* Does the same, writes the records as the options say, and releases them. */
int cmd_write_records(struct cmd_ctx *ctx, struct records *records,
                      const struct column_table *table, struct error *error);

#endif
