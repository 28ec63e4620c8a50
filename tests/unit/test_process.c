// SPDX-License-Identifier: MIT
/* Programs that end well, badly, too late, or are not there. */
#include "check.h"

#include "base/process.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void each_end_is_told(void **state)
{
    (void)state;
    enum { LONG_MS = 20000, SHORT_MS = 100 };
    assert_int_equal(process_run((const char *[]){"true", NULL}, LONG_MS), PROCESS_DONE);
    assert_int_equal(process_run((const char *[]){"false", NULL}, LONG_MS), PROCESS_FAILED);
    assert_int_equal(process_run((const char *[]){"no-such-program", NULL}, LONG_MS),
                     PROCESS_MISSING);
    assert_int_equal(process_run((const char *[]){"sleep", "60", NULL}, SHORT_MS), PROCESS_LATE);
}

/* What a late program has started ends with it: nothing of it writes any more. */
static void its_children_end_too(void **state)
{
    (void)state;
    enum { SHORT_MS = 300 };
    char path[] = "/tmp/cchc-test-XXXXXX", script[200];
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    snprintf(script, sizeof script, "(sleep 1; echo late >%s) & wait", path);
    assert_int_equal(process_run((const char *[]){"sh", "-c", script, NULL}, SHORT_MS),
                     PROCESS_LATE);
    sleep(2);
    assert_int_equal(lseek(descriptor, 0, SEEK_END), 0);
    close(descriptor);
    unlink(path);
}

static void count_signal(int number)
{
    (void)number;
}

/* A signal that is held back ends the program first, and comes then. */
static void held_signals_stop_it(void **state)
{
    (void)state;
    enum { LONG_MS = 20000 };
    signal(SIGTERM, count_signal);
    process_hold();
    raise(SIGTERM);
    assert_int_equal(process_run((const char *[]){"sleep", "60", NULL}, LONG_MS), PROCESS_STOPPED);
    process_release();
    assert_int_equal(process_run((const char *[]){"true", NULL}, LONG_MS), PROCESS_DONE);
    signal(SIGTERM, SIG_DFL);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_end_is_told),
        cmocka_unit_test(its_children_end_too),
        cmocka_unit_test(held_signals_stop_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
