// SPDX-License-Identifier: MIT
// journal_make ENTRIES: writes a journal of the plan built in, the same for the same number. One
// entry in fifty takes an earlier one back.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t state = 1;

static unsigned draw(unsigned below)
{
    state = state * 1664525U + 1013904223U;
    return (state >> 16) % below;
}

static void print_task(void)
{
    static const struct {
        const char *code;
        unsigned tasks;
    } sections[] = {{"I", 4}, {"II", 5}, {"III", 6}, {"IV", 5}, {"V", 7}, {"VI", 7}, {"VII", 10}};
    unsigned number = draw(44), section = 0;
    while (number >= sections[section].tasks)
        number -= sections[section++].tasks;
    printf("%s.%u", sections[section].code, number + 1);
}

static void print_entry(unsigned long seq, unsigned long count)
{
    static const char *const statuses[] = {"in-progress", "in-progress", "done", ""};
    unsigned day = (unsigned)(seq * 336 / (count + 1));
    char date[32];
    snprintf(date, sizeof date, "2021-%02u-%02u", day / 28 + 1, day % 28 + 1);
    printf("%lu,%sT%02u:%02u:%02u+07:00,canbo%02u,plan-2021,", seq, date, 7 + draw(10), draw(60),
           draw(60), draw(20));
    print_task();
    if (seq > 1 && draw(50) == 0) {
        printf(",,%s,,,,,,\"%lu\"\n", date, seq - 1);
        return;
    }
    const char *status = statuses[draw(4)];
    printf(",%s,%s,", status, date);
    if (*status == '\0')
        printf("%u", draw(101));
    printf(",");
    if (draw(10) == 0)
        printf("%u", draw(90) * 100000);
    printf(",,");
    if (draw(2) == 0)
        printf("\"Đã gửi báo cáo lần %lu, chờ ý kiến\"", seq);
    printf(",");
    if (draw(3) == 0)
        printf("%u/BC-VP", draw(900) + 1);
    printf(",\"\"\n");
}

int main(int argc, char **argv)
{
    unsigned long count = argc == 2 ? strtoul(argv[1], NULL, 10) : 0;
    if (count == 0) {
        fputs("usage: journal_make ENTRIES\n", stderr);
        return 2;
    }
    puts("seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids");
    for (unsigned long seq = 1; seq <= count; seq++)
        print_entry(seq, count);
    return fflush(stdout) != 0 || ferror(stdout);
}
