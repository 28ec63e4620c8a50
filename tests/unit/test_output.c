// SPDX-License-Identifier: MIT
/* The one way out: files whole or not at all, nothing left behind, all else written as it is. */
#include "check.h"

#include "base/memory.h"
#include "base/path.h"
#include "write/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

/* Some disks have no files without a name; the program's `open` is this one. */
static bool no_unnamed_files;

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    bool unnamed = (flags & O_TMPFILE) == O_TMPFILE;
    mode_t mode = (flags & O_CREAT) != 0 || unnamed ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    if (unnamed && no_unnamed_files) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return openat(AT_FDCWD, path, flags, mode);
}

/* ---- A folder of its own, in which every case begins and leaves nothing ---- */

static char folder[] = "/tmp/test_output-XXXXXX";

static int enter(void **state)
{
    (void)state;
    umask(022);
    return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int leave(void **state)
{
    (void)state;
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_holds(const char *path, const char *wanted)
{
    char text[64] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    assert_string_equal(text, wanted);
}

static mode_t mode_of(const char *path)
{
    struct stat there;
    assert_int_equal(lstat(path, &there), 0);
    return there.st_mode;
}

static void assert_empty(void)
{
    DIR *stream = opendir(".");
    assert_non_null(stream);
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;)
        assert_int_equal(strspn(entry->d_name, "."), strlen(entry->d_name));
    closedir(stream);
}

/* Opens, writes a text, and ends it. */
static int write_out(const char *path, const char *text, bool commit)
{
    struct error error = {0};
    struct output output;
    if (output_open(&output, path, stdout, &error) != 0)
        return -1;
    fputs(text, output.stream);
    if (commit)
        return output_commit(&output, &error);
    output_discard(&output);
    return 0;
}

static void write_and_end(void)
{
    assert_int_equal(write_out("new", "1", true), 0);
    assert_int_equal(mode_of("new"), S_IFREG | 0644);
    put("old", "before");
    chmod("old", 0604);
    assert_int_equal(write_out("old", "dropped", false), 0);
    assert_holds("old", "before");
    assert_int_equal(write_out("old", "after", true), 0);
    assert_holds("old", "after");
    assert_int_equal(mode_of("old"), S_IFREG | 0604);
    assert_int_equal(write_out("dropped", "1", false), 0);
    assert_int_equal(unlink("dropped"), -1);
    assert_int_equal(write_out("no-folder/x", "1", true), -1);
    assert_int_equal(write_out("", "1", true), -1);
    assert_int_equal(unlink("new") + unlink("old"), 0);
    assert_empty();
}

static void a_file_comes_whole_or_not_at_all(void **state)
{
    (void)state;
    write_and_end();
    no_unnamed_files = true;
    write_and_end();
    no_unnamed_files = false;
}

static void a_link_stays_one(void **state)
{
    (void)state;
    mkdir("far", 0755);
    put("far/real", "before");
    assert_int_equal(symlink("far/real", "link") + symlink("far/none", "dangling"), 0);
    assert_int_equal(symlink("loop", "loop"), 0);
    assert_int_equal(write_out("link", "after", true), 0);
    assert_int_equal(write_out("dangling", "new", true), 0);
    assert_int_equal(write_out("loop", "1", true), -1);
    assert_true(S_ISLNK(mode_of("link")) && S_ISLNK(mode_of("dangling")));
    assert_holds("far/real", "after");
    assert_holds("far/none", "new");
    assert_int_equal(unlink("link") + unlink("dangling") + unlink("loop"), 0);
    assert_int_equal(unlink("far/real") + unlink("far/none") + rmdir("far"), 0);
}

static void what_is_open_is_written_as_it_is(void **state)
{
    (void)state;
    char path[32];
    int file = open("log", O_WRONLY | O_CREAT | O_APPEND, 0644);
    snprintf(path, sizeof path, "/dev/fd/%d", file);
    assert_int_equal(write(file, "head ", 5), 5);
    assert_int_equal(write_out(path, "answer", true), 0);
    assert_int_equal(write_out(path, "dropped", false), 0);
    assert_int_equal(write(file, " tail", 5), 5);
    close(file);
    assert_holds("log", "head answer tail");
    assert_int_equal(unlink("log"), 0);
    assert_int_equal(path_descriptor("log"), -1);
    assert_int_equal(path_descriptor("/dev/stdout"), STDOUT_FILENO);
    assert_int_equal(path_descriptor("/proc/self/fd/2"), STDERR_FILENO);
}

/* Only root can make one, and only where devices may stand. */
static void a_device_stays_one(void **state)
{
    (void)state;
    if (mknod("null", S_IFCHR | 0666, makedev(1, 3)) != 0)
        skip();
    write_out("null", "1", true); /* may fail: a file system without devices */
    assert_true(S_ISCHR(mode_of("null")));
    assert_int_equal(unlink("null"), 0);
}

static void an_answer_goes_out_at_once(void **state)
{
    (void)state;
    int ends[2], waiting;
    char path[32];
    struct output output;
    struct error error;
    static char answer[OUTPUT_WHOLE];
    memset(answer, 'a', sizeof answer);
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", ends[1]);
    assert_int_equal(output_open(&output, path, stdout, &error), 0);
    for (size_t i = 0; i < sizeof answer; i += 4096)
        fwrite(answer, 1, 4096, output.stream);
    ioctl(ends[0], FIONREAD, &waiting);
    assert_int_equal(waiting, 0);
    assert_int_equal(output_commit(&output, &error), 0);
    ioctl(ends[0], FIONREAD, &waiting);
    assert_int_equal(waiting, sizeof answer);
    close(ends[0]);
    close(ends[1]);
}

static void a_full_disk_is_an_error(void **state)
{
    (void)state;
    struct output output;
    struct error error = {0};
    assert_int_equal(output_open(&output, "/dev/full", stdout, &error), 0);
    fputs("1", output.stream);
    assert_int_equal(output_commit(&output, &error), -1);
    assert_int_equal(error.code, ERROR_SYSTEM);
    assert_string_equal(error.path, "/dev/full");
    assert_string_equal(error.text, "cannot write: No space left on device");
}

/* ---- What ends the program ---- */

/* Runs the end in a process of its own, with two files begun; its wait status. */
static int end_with_files(void (*end)(int number), int number)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        struct output first, second;
        struct error error;
        freopen("/dev/null", "w", stderr);
        if (number != SIGQUIT && number > 0)
            signal(number, SIG_DFL); /* whatever the shell that runs the tests has ignored */
        signal(SIGQUIT, SIG_IGN);
        if (output_open(&first, "first", stdout, &error) != 0 ||
            output_open(&second, "second", stdout, &error) != 0 ||
            (no_unnamed_files && access(second.file.name, F_OK) != 0))
            _exit(99);
        end(number);
        output_discard(&first);
        output_discard(&second);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void raise_it(int number)
{
    raise(number);
}

static void exhaust_memory(int number)
{
    (void)number;
    volatile size_t much = PTRDIFF_MAX / 2;
    free(memory_alloc(much));
}

static void a_signal_leaves_nothing(void **state)
{
    (void)state;
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    for (int named = 0; named <= 1; named++) {
        no_unnamed_files = named;
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
            int status = end_with_files(raise_it, numbers[i]);
            assert_true(WIFSIGNALED(status) && WTERMSIG(status) == numbers[i]);
            assert_empty();
        }
        assert_int_equal(end_with_files(raise_it, SIGQUIT), 0); /* it was ignored */
    }
    no_unnamed_files = false;
}

#ifndef __SANITIZE_ADDRESS__ /* which has an end of its own for this */
static void no_memory_leaves_nothing(void **state)
{
    (void)state;
    no_unnamed_files = true;
    int status = end_with_files(exhaust_memory, 0);
    no_unnamed_files = false;
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), ERROR_SYSTEM);
    assert_empty();
}
#endif

/* ---- Paths ---- */

static void one_file_has_several_paths(void **state)
{
    (void)state;
    put("a", "");
    put("b", "");
    assert_int_equal(link("a", "hard") + symlink("a", "soft") + symlink("new", "soon"), 0);
    assert_true(path_is_same_file("a", "hard") && path_is_same_file("soft", "./a"));
    assert_false(path_is_same_file("a", "b") || path_is_same_file("a", "new"));
    assert_true(path_is_same_file("new", "./new") && path_is_same_file("soon", "new"));
    assert_false(path_is_same_file("new", "newer") || path_is_same_file("/dev/null", "/dev/null"));
    assert_int_equal(unlink("a") + unlink("b") + unlink("hard") + unlink("soft") + unlink("soon"),
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_comes_whole_or_not_at_all),
        cmocka_unit_test(a_link_stays_one),
        cmocka_unit_test(what_is_open_is_written_as_it_is),
        cmocka_unit_test(a_device_stays_one),
        cmocka_unit_test(an_answer_goes_out_at_once),
        cmocka_unit_test(a_full_disk_is_an_error),
        cmocka_unit_test(a_signal_leaves_nothing),
#ifndef __SANITIZE_ADDRESS__
        cmocka_unit_test(no_memory_leaves_nothing),
#endif
        cmocka_unit_test(one_file_has_several_paths),
    };
    return cmocka_run_group_tests(tests, enter, leave);
}
