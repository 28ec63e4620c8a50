// SPDX-License-Identifier: MIT
// csv_read THREADS FILE...: what libcsv alone takes to read files; prints their rows and cells.
//
// The file is mapped and cut into as many parts as threads, each at the end of a row: whether a
// line break stands inside a quoted cell is known by the number of quotes before it. A parser a
// thread.
#include <csv.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_THREADS = 64, BLOCK = 64 * 1024 };

struct part {
    pthread_t thread;
    const char *bytes;
    size_t length, quotes, rows, cells;
    bool failed;
};

static size_t count_quotes(const char *bytes, size_t length)
{
    size_t quotes = 0;
    for (size_t i = 0; i < length; i++)
        quotes += bytes[i] == '"';
    return quotes;
}

static void *count_part_quotes(void *context)
{
    struct part *part = context;
    part->quotes = count_quotes(part->bytes, part->length);
    return NULL;
}

static void count_cell(void *bytes, size_t length, void *context)
{
    (void)bytes;
    (void)length;
    ((struct part *)context)->cells++;
}

static void count_row(int terminator, void *context)
{
    (void)terminator;
    ((struct part *)context)->rows++;
}

static void *parse_part(void *context)
{
    struct part *part = context;
    struct csv_parser parser;
    part->failed = csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0;
    if (part->failed)
        return NULL;
    for (size_t at = 0; at < part->length && !part->failed; at += BLOCK) {
        size_t length = part->length - at < BLOCK ? part->length - at : BLOCK;
        part->failed =
            csv_parse(&parser, part->bytes + at, length, count_cell, count_row, part) != length;
    }
    if (!part->failed)
        part->failed = csv_fini(&parser, count_cell, count_row, part) != 0;
    csv_free(&parser);
    return NULL;
}

// The first of the parts is run here.
static void run_parts(struct part *parts, size_t count, void *(*run)(void *))
{
    for (size_t i = 1; i < count; i++)
        if (pthread_create(&parts[i].thread, NULL, run, &parts[i]) != 0)
            abort();
    run(&parts[0]);
    for (size_t i = 1; i < count; i++)
        pthread_join(parts[i].thread, NULL);
}

// Where the first row begins that starts at `at` or later, `quoted` saying what `at` stands in.
static size_t find_row(const char *bytes, size_t length, size_t at, bool quoted)
{
    for (; at < length; at++) {
        quoted ^= bytes[at] == '"';
        if (bytes[at] == '\n' && !quoted)
            return at + 1;
    }
    return length;
}

static void cut(const char *bytes, size_t length, struct part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        parts[i].bytes = bytes + length / count * i;
        parts[i].length = i + 1 < count ? length / count : length - length / count * i;
    }
    if (count == 1)
        return;
    run_parts(parts, count - 1, count_part_quotes);
    size_t quotes = 0, start = 0;
    for (size_t i = 0; i < count; i++) {
        quotes += parts[i].quotes;
        size_t end = i + 1 < count ? (size_t)(parts[i + 1].bytes - bytes) : length;
        if (i + 1 < count)
            end = find_row(bytes, length, end, quotes % 2 != 0);
        parts[i].bytes = bytes + start;
        parts[i].length = end > start ? end - start : 0;
        start = end > start ? end : start;
    }
}

static int read_csv(const char *path, size_t threads, struct part *sum)
{
    struct part parts[MAX_THREADS] = {0};
    struct stat about;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd == -1 || fstat(fd, &about) != 0)
        return -1;
    size_t length = (size_t)about.st_size;
    const char *bytes = mmap(NULL, length, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (bytes == MAP_FAILED)
        return -1;
    cut(bytes, length, parts, threads);
    run_parts(parts, threads, parse_part);
    for (size_t i = 0; i < threads; i++) {
        sum->rows += parts[i].rows;
        sum->cells += parts[i].cells;
        sum->failed |= parts[i].failed;
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct part sum = {0};
    size_t threads = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    if (threads < 1 || threads > MAX_THREADS) {
        fputs("usage: csv_read THREADS FILE...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; i++) {
        if (read_csv(argv[i], threads, &sum) != 0) {
            perror(argv[i]);
            return 1;
        }
    }
    printf("%zu rows, %zu cells\n", sum.rows, sum.cells);
    return sum.failed;
}
