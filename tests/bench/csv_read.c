// SPDX-License-Identifier: MIT
// csv_read FILE: what libcsv alone takes to read a file; prints its rows and cells.
#include <csv.h>
#include <stdio.h>

struct count {
    size_t rows, cells;
};

static void count_cell(void *bytes, size_t length, void *context)
{
    (void)bytes;
    (void)length;
    ((struct count *)context)->cells++;
}

static void count_row(int terminator, void *context)
{
    (void)terminator;
    ((struct count *)context)->rows++;
}

int main(int argc, char **argv)
{
    static char block[64 * 1024];
    struct count count = {0};
    struct csv_parser parser;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
        fputs("usage: csv_read FILE\n", stderr);
        return 2;
    }
    size_t got;
    int status = 0;
    while ((got = fread(block, 1, sizeof block, file)) > 0 && status == 0)
        if (csv_parse(&parser, block, got, count_cell, count_row, &count) != got)
            status = 1;
    if (ferror(file) || csv_fini(&parser, count_cell, count_row, &count) != 0)
        status = 1;
    csv_free(&parser);
    fclose(file);
    printf("%zu rows, %zu cells\n", count.rows, count.cells);
    return status;
}
