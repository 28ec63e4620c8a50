// SPDX-License-Identifier: MIT
// plan_make TABLE TASKS csv|jsonl            a list of so many tasks
// plan_make TABLE TASKS journal ENTRIES      a journal of so many entries about them
//
// Writes what many offices might send: plans that each have the tasks of the official table TABLE,
// with titles, agencies, schedules and budgets of their own. The same arguments give the same
// bytes, and a task is the same in each format. One journal entry in fifty takes the one before it
// back.
#include <csv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_TEMPLATES = 256, COLUMNS = 9, CELL_SIZE = 4096 };
enum { TT, TITLE, OUTPUT, LEAD, COORDINATING, SCHEDULE, BUDGET, TABLE_COLUMNS };

struct template
{
    char *section, *cells[TABLE_COLUMNS];
};

struct table {
    struct template templates[MAX_TEMPLATES];
    size_t count;
    char *section, *cells[TABLE_COLUMNS];
    int cell;
};

struct task {
    char plan[32];
    const char *section, *number, *output;
    char title[CELL_SIZE], lead[256], coordinating[256], schedule[256], budget[64];
};

static const char *const columns[COLUMNS] = {"plan", "section",      "number",   "title", "output",
                                             "lead", "coordinating", "schedule", "budget"};

// ---- the table ----

static void take_cell(void *bytes, size_t length, void *context)
{
    struct table *table = context;
    if (table->cell < TABLE_COLUMNS)
        table->cells[table->cell] = strndup(bytes != NULL ? bytes : "", length);
    table->cell++;
}

static void take_row(int terminator, void *context)
{
    (void)terminator;
    struct table *table = context;
    const char *tt = table->cells[TT];
    if (table->cell == TABLE_COLUMNS && strspn(tt, "IVX") == strlen(tt) && *tt != '\0')
        table->section = table->cells[TT];
    else if (table->cell == TABLE_COLUMNS && strspn(tt, "0123456789") == strlen(tt) &&
             *tt != '\0' && table->section != NULL && table->count < MAX_TEMPLATES) {
        struct template *template = &table->templates[table->count++];
        template->section = table->section;
        memcpy(template->cells, table->cells, sizeof template->cells);
    }
    table->cell = 0;
}

// The cells live as long as the program.
static int read_table(const char *path, struct table *table)
{
    static char bytes[1024 * 1024];
    struct csv_parser parser;
    FILE *file = fopen(path, "rb");
    if (file == NULL || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
        return -1;
    size_t length = fread(bytes, 1, sizeof bytes, file);
    bool fine = csv_parse(&parser, bytes, length, take_cell, take_row, table) == length &&
                csv_fini(&parser, take_cell, take_row, table) == 0;
    csv_free(&parser);
    fclose(file);
    return fine && table->count > 0 ? 0 : -1;
}

// ---- what differs from plan to plan ----

static uint64_t state;

// Each task and each entry has numbers of its own, so that they do not depend on what is written.
static void seed(uint64_t stream, uint64_t index)
{
    state = (stream << 56) ^ (index * 0xd1342543de82ef95U);
}

static unsigned draw(unsigned below)
{
    state += 0x9e3779b97f4a7c15U;
    uint64_t bits = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebU;
    return (unsigned)((bits >> 33) % below);
}

static bool one_in(unsigned count)
{
    return draw(count) == 0;
}

static const char *const syllables[] = {"An",   "Bình",  "Châu",  "Đông", "Giang", "Hà",    "Hòa",
                                        "Hưng", "Khánh", "Lâm",   "Long", "Lộc",   "Minh",  "Mỹ",
                                        "Nam",  "Ninh",  "Phong", "Phú",  "Phước", "Quang", "Sơn",
                                        "Tân",  "Thanh", "Thịnh", "Tiến", "Trung", "Vĩnh",  "Xuân"};
static const char *const offices[] = {"Phòng Nội vụ", "Văn phòng UBND", "Phòng Tư pháp",
                                      "Phòng KH-TC",  "Trung tâm CNTT", "Sở Nội vụ"};

#define COUNT(array) (unsigned)(sizeof(array) / sizeof *(array))

static size_t add_place(char *text, size_t size, unsigned place)
{
    return (size_t)snprintf(text, size, "%s %s", syllables[place % COUNT(syllables)],
                            syllables[place / COUNT(syllables) % COUNT(syllables)]);
}

// An agency of a plan's own place or of one beside it.
static size_t add_agency(char *text, size_t size, size_t plan)
{
    unsigned place = (unsigned)(plan * 5 + draw(2)) % (COUNT(syllables) * COUNT(syllables));
    size_t length = (size_t)snprintf(text, size, "%s ", offices[draw(COUNT(offices))]);
    return length + add_place(text + length, size - length, place);
}

static void make_agencies(char *text, size_t size, size_t plan, bool joint)
{
    size_t length = add_agency(text, size, plan);
    if (!joint)
        return;
    length += (size_t)snprintf(text + length, size - length, "; ");
    add_agency(text + length, size - length, plan);
}

static void make_title(char *text, const char *title, size_t plan)
{
    size_t length = (size_t)snprintf(text, CELL_SIZE / 2, "%s", title);
    unsigned kind = draw(8);
    if (kind == 0)
        snprintf(text + length, CELL_SIZE - length, " (đợt %u)", draw(4) + 1);
    else if (kind < 4) {
        length += (size_t)snprintf(text + length, CELL_SIZE - length, " tại ");
        add_place(text + length, CELL_SIZE - length, (unsigned)plan * 5);
    } else if (kind == 4)
        snprintf(text + length, CELL_SIZE - length, " theo Kế hoạch %u/KH-UBND", draw(900) + 1);
    else if (one_in(100))
        snprintf(text + length, CELL_SIZE - length, " và mô hình \"một cửa\"");
    char *space = strchr(text + length / 2, ' ');
    if (space != NULL && one_in(400))
        *space = '\n';
}

static void make_schedule(char *text, size_t size, const struct table *table, const char *own)
{
    unsigned kind = draw(10);
    if (kind < 5)
        snprintf(text, size, "%s", own);
    else if (kind < 7)
        snprintf(text, size, "%s", table->templates[draw((unsigned)table->count)].cells[SCHEDULE]);
    else if (kind == 7)
        snprintf(text, size, "Quý %u", draw(4) + 1);
    else if (kind == 8)
        snprintf(text, size, "Tháng %u/2021", draw(12) + 1);
    else
        snprintf(text, size, "Trước %u/%u/2021", draw(28) + 1, draw(12) + 1);
}

// In million đồng.
static void make_budget(char *text, size_t size, const char *own)
{
    static const char *const fractions[] = {"5", "5", "25", "75"};
    bool words = *own != '\0' && strspn(own, "0123456789") == 0;
    unsigned kind = draw(100);
    if (words || kind < 1)
        snprintf(text, size, "%s", words ? own : "Theo quy định");
    else if (kind < 4)
        snprintf(text, size, "%s", "");
    else if (kind < 12)
        snprintf(text, size, "%u,%s", draw(300), fractions[draw(COUNT(fractions))]);
    else if (kind < 40)
        snprintf(text, size, "%u", one_in(4) ? draw(900) + 1 : 5 * (draw(40) + 1));
    else
        snprintf(text, size, "0");
}

static void name_plan(char *text, size_t size, size_t plan)
{
    static const char *const kinds[] = {"so-noi-vu", "ubnd-huyen", "so-tai-chinh", "ubnd-xa"};
    snprintf(text, size, "%s-%05zu", kinds[plan % COUNT(kinds)], plan + 1);
}

static void make_task(const struct table *table, size_t index, struct task *task)
{
    const struct template *template = &table->templates[index % table->count];
    size_t plan = index / table->count;
    seed(1, index);
    name_plan(task->plan, sizeof task->plan, plan);
    task->section = template->section;
    task->number = template->cells[TT];
    task->output = template->cells[OUTPUT];
    make_title(task->title, template->cells[TITLE], plan);
    make_agencies(task->lead, sizeof task->lead, plan, one_in(25));
    make_agencies(task->coordinating, sizeof task->coordinating, plan, one_in(6));
    make_schedule(task->schedule, sizeof task->schedule, table, template->cells[SCHEDULE]);
    make_budget(task->budget, sizeof task->budget, template->cells[BUDGET]);
}

// ---- a list ----

static void print_csv_cell(const char *text)
{
    if (text[strcspn(text, ",\"\n")] == '\0') {
        fputs_unlocked(text, stdout);
        return;
    }
    putchar_unlocked('"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            putchar_unlocked('"');
        putchar_unlocked(*text);
    }
    putchar_unlocked('"');
}

static void print_json_string(const char *text)
{
    putchar_unlocked('"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\' || *text == '\n')
            putchar_unlocked('\\');
        putchar_unlocked(*text == '\n' ? 'n' : *text);
    }
    putchar_unlocked('"');
}

static void print_task(const struct task *task, bool json)
{
    const char *cells[COLUMNS] = {task->plan,         task->section,  task->number,
                                  task->title,        task->output,   task->lead,
                                  task->coordinating, task->schedule, task->budget};
    for (int i = 0; i < COLUMNS; i++) {
        if (i > 0 || json)
            putchar_unlocked(i > 0 ? ',' : '{');
        if (!json) {
            print_csv_cell(cells[i]);
            continue;
        }
        print_json_string(columns[i]);
        putchar_unlocked(':');
        if (i == 2)
            fputs_unlocked(cells[i], stdout);
        else
            print_json_string(cells[i]);
    }
    fputs_unlocked(json ? "}\n" : "\n", stdout);
}

static void print_list(const struct table *table, size_t count, bool json)
{
    static struct task task;
    for (int i = 0; i < COLUMNS && !json; i++)
        printf("%s%c", columns[i], i + 1 < COLUMNS ? ',' : '\n');
    for (size_t index = 0; index < count; index++) {
        make_task(table, index, &task);
        print_task(&task, json);
    }
}

// ---- a journal ----

// In a large plan one task in twenty has entries.
static void print_task_of_entry(const struct table *table, size_t tasks)
{
    size_t step = tasks < 1000 ? 1 : 20;
    size_t index = draw((unsigned)((tasks + step - 1) / step)) * step;
    const struct template *template = &table->templates[index % table->count];
    char plan[32];
    name_plan(plan, sizeof plan, index / table->count);
    printf("%s,%s.%s", plan, template->section, template->cells[TT]);
}

static void print_entry(const struct table *table, size_t tasks, size_t seq, size_t count)
{
    static const char *const statuses[] = {"in-progress", "in-progress", "done", ""};
    unsigned day = (unsigned)(seq * 336 / (count + 1));
    bool takes_back = seq % 50 == 0;
    char date[32];
    seed(2, seq);
    snprintf(date, sizeof date, "2021-%02u-%02u", day / 28 + 1, day % 28 + 1);
    printf("%zu,%sT%02u:%02u:%02u+07:00,canbo%02u,", seq, date, 7 + draw(10), draw(60), draw(60),
           draw(20));
    if (takes_back)
        seed(2, seq - 1);
    print_task_of_entry(table, tasks);
    if (takes_back) {
        printf(",,%s,,,,,,\"%zu\"\n", date, seq - 1);
        return;
    }
    const char *status = statuses[draw(4)];
    printf(",%s,%s,", status, date);
    if (*status == '\0')
        printf("%u", draw(100));
    printf(",");
    if (one_in(10))
        printf("%u", draw(90) * 100000);
    printf(",,");
    if (one_in(2))
        printf("\"Đã gửi báo cáo lần %zu, chờ ý kiến\"", seq);
    printf(",");
    if (one_in(3))
        printf("%u/BC-VP", draw(900) + 1);
    printf(",\"\"\n");
}

static void print_journal(const struct table *table, size_t tasks, size_t count)
{
    puts("seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids");
    for (size_t seq = 1; seq <= count; seq++)
        print_entry(table, tasks, seq, count);
}

int main(int argc, char **argv)
{
    static struct table table;
    static char buffer[1024 * 1024];
    size_t tasks = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;
    size_t entries = argc > 4 ? strtoul(argv[4], NULL, 10) : 0;
    const char *format = argc > 3 ? argv[3] : "";
    bool journal = argc == 5 && strcmp(format, "journal") == 0 && entries > 0;
    bool list = argc == 4 && (strcmp(format, "csv") == 0 || strcmp(format, "jsonl") == 0);
    if (tasks == 0 || (!journal && !list)) {
        fputs("usage: plan_make TABLE TASKS csv|jsonl\n"
              "       plan_make TABLE TASKS journal ENTRIES\n",
              stderr);
        return 2;
    }
    if (read_table(argv[1], &table) != 0) {
        fprintf(stderr, "plan_make: %s: not an official table\n", argv[1]);
        return 1;
    }
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    if (journal)
        print_journal(&table, tasks, entries);
    else
        print_list(&table, tasks, strcmp(format, "jsonl") == 0);
    return fflush(stdout) != 0 || ferror(stdout);
}
