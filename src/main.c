// SPDX-License-Identifier: MIT
#include "cmd/cmd.h"
#include "write/output.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#ifndef LOCALEDIR
#define LOCALEDIR "/usr/local/share/locale"
#endif

static struct date today(void)
{
    time_t now = time(NULL);
    struct tm local = {.tm_year = 70, .tm_mday = 1};
    localtime_r(&now, &local);
    return date_make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

/* The time with its zone: 2021-06-30T08:15:00+07:00. */
static void now(char text[CMD_TIME_SIZE])
{
    time_t seconds = time(NULL);
    struct tm local = {.tm_year = 70, .tm_mday = 1};
    localtime_r(&seconds, &local);
    long minutes = local.tm_gmtoff / 60, away = minutes < 0 ? -minutes : minutes;
    size_t length = strftime(text, CMD_TIME_SIZE, "%Y-%m-%dT%H:%M:%S", &local);
    snprintf(text + length, CMD_TIME_SIZE - length, "%c%02ld:%02ld", minutes < 0 ? '-' : '+',
             away / 60 % 100, away % 60);
}

/* The terminal's width, else $COLUMNS, else 80. */
static unsigned width(bool terminal)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    long value = columns != NULL ? strtol(columns, NULL, 10) : 0;
    return value > 0 && value < 10000 ? (unsigned)value : 80;
}

static unsigned rows(bool terminal)
{
    struct winsize size;
    return terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

/* A variable that is set to something; NULL for none. */
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && *value != '\0' ? value : NULL;
}

/* NO_COLOR wins, then CLICOLOR_FORCE, then what the terminal can and CLICOLOR says. */
static bool colour(bool terminal)
{
    const char *force = variable("CLICOLOR_FORCE"), *wish = variable("CLICOLOR");
    if (variable("NO_COLOR") != NULL)
        return false;
    if (force != NULL && strcmp(force, "0") != 0)
        return true;
    return terminal && (wish == NULL || strcmp(wish, "0") != 0);
}

/* An empty variable says that nothing should page. */
static const char *pager(void)
{
    const char *own = getenv("CCHC_PAGER"), *any = getenv("PAGER");
    return own != NULL ? own : any != NULL ? any : "less";
}

/* Returns the variable that decides about colours: the first one that is set. */
static const char *colour_variable(void)
{
    static const char *const names[] = {"NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (variable(names[i]) != NULL)
            return names[i];
    return NULL;
}

static const char *locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = variable(names[i]);
        if (value != NULL)
            return value;
    }
    return NULL;
}

/* A file opened next would else take a closed stream's number, and the answer go into it. */
static void open_streams(void)
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
        if (fcntl(stream, F_GETFD) == -1)
            open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY); /* no use, as closed */
}

int main(int argc, char **argv)
{
    char answer[OUTPUT_WHOLE];
    open_streams();
    signal(SIGPIPE, SIG_DFL); /* also where whoever started the program ignores it */
    setvbuf(stdout, answer, _IOFBF, sizeof answer);
    bool terminal = isatty(STDOUT_FILENO);
    const char *kind = variable("TERM"), *catalogues = variable("TEXTDOMAINDIR");
    catalogues = catalogues != NULL ? catalogues : LOCALEDIR;
    bool dumb = kind == NULL || strcmp(kind, "dumb") == 0; /* it has neither colours nor pages */
    struct cmd_ctx ctx = {
        .out = stdout,
        .err = stderr,
        .terminal = terminal,
        .err_terminal = isatty(STDERR_FILENO) && !dumb,
        .delay_ms = 1000,
        .rows = rows(terminal && !dumb),
        .pager = pager(),
        .pager_is_set = getenv("CCHC_PAGER") != NULL,
        .pager_is_any = getenv("PAGER") != NULL,
        .colour_variable = colour_variable(),
        .config_home = getenv("XDG_CONFIG_HOME"),
        .width_is_set = variable("COLUMNS") != NULL,
        .plan_path = getenv("CCHC_PLAN"),
        .progress_path = getenv("CCHC_PROGRESS"),
        .data_home = getenv("XDG_DATA_HOME"),
        .state_home = getenv("XDG_STATE_HOME"),
        .home = getenv("HOME"),
        .user = getenv("USER"),
        .catalogues = catalogues,
        .today = today,
        .now = now,
        .style =
            {
                .lang = lang_of_environment(getenv("LANGUAGE"), locale(), catalogues),
                .colour = colour(terminal && !dumb),
                .width = width(terminal),
            },
    };
    int code = cmd_main(&ctx, argc, argv);
    fclose(stdout); /* before its buffer goes */
    return code;
}
