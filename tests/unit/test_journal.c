// SPDX-License-Identifier: MIT
/* Journals as crashes and spreadsheets leave them: what is read, what is set aside or refused. */
#include "check.h"

#include "base/strbuf.h"
#include "journal/entry_line.h"
#include "journal/journal_file.h"

#include <stdio.h>
#include <unistd.h>

#define HEADER "seq,recorded_at,by,plan,task,status,on,percent,spent_vnd,due,note,evidence,voids"

/* The first two entries of every journal below, as they are written. */
#define ENTRIES                                                                                    \
    "1,2021-03-01T08:00:00+07:00,Hà,p,I.1,done,2021-02-28,,2500000,,\"một; hai, "               \
    "\"\"ba\"\"\",,\"\"\n"                                                                         \
    "2,2021-03-02T08:00:00+07:00,Hà,p,V.1/1,in-progress,2021-03-01,40,,2021-06-30,,15/"           \
    "BC-VP,\"\"\n"

struct folder {
    char name[64], path[96], torn[128];
};

static int set_up(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    const char *memory = "/dev/shm"; /* where thousands of flushes take no time */
    snprintf(folder->name, sizeof folder->name, "%s/cchc-journal-XXXXXX",
             access(memory, W_OK) == 0 ? memory : "/tmp");
    assert_non_null(mkdtemp(folder->name));
    snprintf(folder->path, sizeof folder->path, "%s/j.csv", folder->name);
    snprintf(folder->torn, sizeof folder->torn, "%s.torn", folder->path);
    *state = folder;
    return 0;
}

static int tear_down(void **state)
{
    struct folder *folder = *state;
    unlink(folder->path);
    unlink(folder->torn);
    int status = rmdir(folder->name); /* fails where something else was left in it */
    free(folder);
    return status;
}

static void put(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void get(const char *path, struct strbuf *bytes)
{
    char block[4096];
    size_t length;
    FILE *file = fopen(path, "rb");
    strbuf_clear(bytes);
    while (file != NULL && (length = fread(block, 1, sizeof block, file)) > 0)
        strbuf_add(bytes, block, length);
    if (file != NULL)
        fclose(file);
}

/* What a read of the file says; to be released. */
struct reading {
    struct journal journal;
    struct journal_state state;
    struct error_list errors;
    int status;
};

static struct reading *read_journal(const struct folder *folder)
{
    struct reading *reading = calloc(1, sizeof *reading);
    reading->journal.path = strdup(folder->path);
    reading->status = journal_read(&reading->journal, &reading->state, &reading->errors);
    return reading;
}

static void release(struct reading *reading)
{
    journal_release(&reading->journal);
    free(reading);
}

static struct journal_entry third(void)
{
    return (struct journal_entry){
        .seq = 3,
        .recorded_at = "2021-04-01T08:00:00+07:00",
        .by = "Hà",
        .plan = "p",
        .task = "II.2",
        .status = TASK_IN_PROGRESS,
        .on = date_make(2021, 3, 31),
        .percent = PERCENT_UNSET,
        .spent_vnd = 7,
        .note = "bốn; \"năm\", sáu",
    };
}

/* As `update` does: locks, reads, appends one. */
static int append(const struct folder *folder, const struct journal_entry *entry, bool *set_aside,
                  struct error *error)
{
    struct journal_file file;
    struct journal journal = {.path = strdup(folder->path)};
    struct journal_state state;
    struct error_list errors = {0};
    int status = journal_open(&file, &journal, &state, &errors);
    if (status == 0)
        status = journal_append(&file, entry, 1, error);
    else
        *error = errors.items[0];
    *set_aside = state.set_aside;
    journal_close(&file);
    journal_release(&journal);
    error->path = NULL;
    return status;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same(const struct journal_entry *a, const struct journal_entry *b)
{
    return a->seq == b->seq && same_text(a->recorded_at, b->recorded_at) &&
           same_text(a->by, b->by) && same_text(a->plan, b->plan) && same_text(a->task, b->task) &&
           a->status == b->status && date_compare(a->on, b->on) == 0 && a->percent == b->percent &&
           a->spent_vnd == b->spent_vnd && date_compare(a->due, b->due) == 0 &&
           same_text(a->note, b->note) && same_text(a->evidence, b->evidence) &&
           a->voids == b->voids;
}

/* The two entries that every journal here begins with. */
static void assert_begins(const struct journal *journal)
{
    const struct journal_entry *first = &journal->entries[0], *second = &journal->entries[1];
    assert_true(journal->count >= 2);
    assert_int_equal(first->seq, 1);
    assert_string_equal(first->task, "I.1");
    assert_int_equal(first->status, TASK_DONE);
    assert_int_equal(first->spent_vnd, 2500000);
    assert_string_equal(first->note, "một; hai, \"ba\"");
    assert_int_equal(date_compare(first->on, date_make(2021, 2, 28)), 0);
    assert_int_equal(second->seq, 2);
    assert_string_equal(second->task, "V.1/1");
    assert_string_equal(second->recorded_at, "2021-03-02T08:00:00+07:00");
    assert_int_equal(second->percent, 40);
    assert_int_equal(date_compare(second->due, date_make(2021, 6, 30)), 0);
    assert_string_equal(second->evidence, "15/BC-VP");
}

/* Whatever was torn off: the two entries stand, the next comes after them, and what was set aside
 * is kept. `whole` where the third entry may count after all. */
static void check_tail(const struct folder *folder, const char *bytes, size_t length, size_t kept)
{
    struct journal_entry entry = third();
    struct error error;
    struct strbuf torn = {0};
    bool set_aside;
    unlink(folder->torn);
    put(folder->path, bytes, length);
    struct reading *reading = read_journal(folder);
    assert_int_equal(reading->status, 0);
    assert_begins(&reading->journal);
    bool whole = reading->journal.count == 3;
    assert_true(!whole || same(&reading->journal.entries[2], &entry));
    assert_int_equal(reading->state.torn_line, !whole && length > kept ? 4 : 0);
    release(reading);

    entry.seq = whole ? 4 : 3;
    assert_int_equal(append(folder, &entry, &set_aside, &error), 0);
    assert_int_equal(set_aside, !whole && length > kept);
    get(folder->torn, &torn);
    assert_int_equal(torn.length, set_aside ? length - kept + 1 : 0);
    assert_int_equal(memcmp(strbuf_text(&torn), bytes + kept, set_aside ? length - kept : 0), 0);
    strbuf_release(&torn);

    reading = read_journal(folder);
    assert_int_equal(reading->status, 0);
    assert_int_equal(reading->state.torn_line, 0);
    assert_begins(&reading->journal);
    assert_int_equal(reading->journal.count, whole ? 4 : 3);
    assert_true(same(&reading->journal.entries[whole ? 3 : 2], &entry));
    release(reading);
}

static const struct entry_header usual = {
    .column_of = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -1}, .width = 13, .line = 1};

static void test_cut_at_every_byte(void **state)
{
    struct strbuf text = {0};
    struct journal_entry entry = third();
    static const char *const line_ends[] = {"\n", "\r\n"};
    for (size_t i = 0; i < COUNT(line_ends); i++) {
        strbuf_clear(&text);
        strbuf_adds(&text, HEADER "\n" ENTRIES);
        size_t kept = text.length;
        assert_true(entry_add_line(&text, &usual, ',', line_ends[i], &entry));
        for (size_t length = kept; length <= text.length; length++)
            check_tail(*state, text.text, length, kept);
    }
    strbuf_release(&text);
}

static void test_nuls_in_place_of_bytes(void **state)
{
    struct strbuf text = {0}, damaged = {0};
    struct journal_entry entry = third();
    strbuf_adds(&text, HEADER "\n" ENTRIES);
    size_t kept = text.length;
    entry_add_line(&text, &usual, ',', "\n", &entry);
    for (size_t start = kept; start < text.length; start += 3)
        for (size_t end = start + 1; end <= text.length; end += 7) {
            strbuf_clear(&damaged);
            strbuf_add(&damaged, text.text, text.length);
            memset(damaged.text + start, 0, end - start);
            check_tail(*state, damaged.text, damaged.length, kept);
        }
    strbuf_release(&damaged);
    strbuf_release(&text);
}

/* Damage that no crash leaves is not passed over. */
static void test_nuls_further_up(void **state)
{
    static const char text[] =
        HEADER "\n1,,,,I.1,done,2021\0\0\0\0\0\0,,,,,,\n2,,,,I.1,,2021-01-01,"
               "10,,,,,\n";
    const struct folder *folder = *state;
    put(folder->path, text, sizeof text - 1);
    struct reading *reading = read_journal(folder);
    assert_int_equal(reading->status, -1);
    assert_int_equal(reading->errors.items[0].location.line, 2);
    release(reading);
}

/* A line cut between the two quotes of a doubled one may look whole: it is not written in place. */
static void test_quote_in_the_last_cell(void **state)
{
    (void)state;
    struct strbuf text = {0};
    struct entry_header header = {
        .column_of = {0, -1, -1, -1, 1, 2, 3, -1, -1, -1, 4, -1, -1, -1}, .width = 5, .line = 1};
    struct journal_entry entry = third();
    assert_false(entry_add_line(&text, &header, ',', "\n", &entry));
    entry.note = "bốn, năm";
    assert_true(entry_add_line(&text, &header, ',', "\n", &entry));
    strbuf_release(&text);
}

/* What spreadsheets and editors make of one journal. */
static const struct dialect {
    const char *name, *text;
    const char *added; /* how the line of the third entry ends the file */
} dialects[] = {
    {"as written", HEADER "\n" ENTRIES,
     "\n3,2021-04-01T08:00:00+07:00,Hà,p,II.2,in-progress,2021-03-31,,7,,"
     "\"bốn; \"\"năm\"\", sáu\",,,\"\"\n"},
    {"no last line end, nothing quoted that need not be",
     HEADER
     "\n"
     "1,2021-03-01T08:00:00+07:00,Hà,p,I.1,done,2021-02-28,,2500000,,\"một; hai, \"\"ba\"\"\",,\n"
     "2,2021-03-02T08:00:00+07:00,Hà,p,V.1/1,in-progress,2021-03-01,40,,2021-06-30,,15/BC-VP,",
     "15/BC-VP,,\"\"\n3,2021-04-01T08:00:00+07:00,Hà,p,II.2,in-progress,2021-03-31,,7,,"
     "\"bốn; \"\"năm\"\", sáu\",,,\"\"\n"},
    {"semicolons, CRLF, a byte order mark",
     "\xEF\xBB\xBFseq;recorded_at;by;plan;task;status;on;percent;spent_vnd;due;note;evidence;"
     "voids\r\n"
     "1;2021-03-01T08:00:00+07:00;Hà;p;I.1;done;28/02/2021;;2500000;;\"một; hai, "
     "\"\"ba\"\"\";;\r\n"
     "2;2021-03-02T08:00:00+07:00;Hà;p;V.1/1;in-progress;1/3/2021;40;;30/06/2021;;15/BC-VP;\r\n",
     "\r\n3;2021-04-01T08:00:00+07:00;Hà;p;II.2;in-progress;2021-03-31;;7;;"
     "\"bốn; \"\"năm\"\", sáu\";;;\"\"\r\n"},
    {"tabs, CR",
     "seq\trecorded_at\tby\tplan\ttask\tstatus\ton\tpercent\tspent_vnd\tdue\tnote\tevidence\t"
     "voids\r"
     "1\t2021-03-01T08:00:00+07:00\tHà\tp\tI.1\tdone\t2021-02-28\t\t2500000\t\t\"một; hai, "
     "\"\"ba\"\"\"\t\t\r"
     "2\t2021-03-02T08:00:00+07:00\tHà\tp\tV.1/"
     "1\tin-progress\t2021-03-01\t40\t\t2021-06-30\t\t15/BC-VP\t\r",
     "\r3\t2021-04-01T08:00:00+07:00\tHà\tp\tII.2\tin-progress\t2021-03-31\t\t7\t\t"
     "\"bốn; \"\"năm\"\", sáu\"\t\t\t\"\"\r"},
    {"columns moved and added, one taken away, rows sorted otherwise, every cell quoted",
     "\"on\",\"remark\",\"task\",\"note\",\"seq\",\"status\",\"recorded_at\",\"by\",\"due\","
     "\"spent_vnd\",\"percent\",\"evidence\"\n"
     "\"2021-03-01\",\"x\",\"V.1/"
     "1\",\"\",\"2\",\"in-progress\",\"2021-03-02T08:00:00+07:00\",\"Hà\",\"2021-06-30\",\"\","
     "\"40\",\"15/BC-VP\"\n"
     "\"2021-02-28\",\"\",\"I.1\",\"một; hai, "
     "\"\"ba\"\"\",\"1\",\"done\",\"2021-03-01T08:00:00+07:00\",\"Hà\",\"\",\"2500000\",\"\","
     "\"\"\n",
     "\n2021-03-31,,II.2,\"bốn; \"\"năm\"\", sáu\",3,in-progress,2021-04-01T08:00:00+07:00,Hà,,7,,"
     ",\"\"\n"},
    {"a last row without its end, a line break in a cell, blank rows",
     HEADER ",more\n,,,,,,,,,,,,,\n"
            "1,2021-03-01T08:00:00+07:00,Hà,p,I.1,done,2021-02-28,,2500000,,\"một; hai, "
            "\"\"ba\"\"\",,,\n"
            "2,2021-03-02T08:00:00+07:00,Hà,p,V.1/"
            "1,in-progress,2021-03-01,40,,2021-06-30,,15/BC-VP,,\"two\nlines\"",
     "lines\",\"\"\n3,2021-04-01T08:00:00+07:00,Hà,p,II.2,in-progress,2021-03-31,,7,,"
     "\"bốn; \"\"năm\"\", sáu\",,,,\"\"\n"},
};

/* The last line ends as the dialect's do, and begins as it says, up to what version 2 adds. */
static void assert_added(const struct strbuf *after, const char *added)
{
    static const char ends[] = ",;\t\"\r\n";
    size_t length = strlen(added), line_end = strspn(added + length - 2, "\r\n");
    while (strchr(ends, added[length - 1]) != NULL)
        length--;
    char *begins = strndup(added, length), *row = begins;
    row += strrchr(begins, '\n') != NULL ? strrchr(begins, '\n') - begins : 0;
    assert_non_null(strstr(after->text, row));
    line_end = line_end == 2 ? 2 : 1;
    assert_string_equal(after->text + after->length - line_end, added + strlen(added) - line_end);
    free(begins);
}

static void test_dialects(void **state)
{
    const struct folder *folder = *state;
    struct strbuf after = {0};
    struct journal_entry entry = third();
    struct error error;
    bool set_aside;
    for (size_t i = 0; i < COUNT(dialects); i++) {
        const struct dialect *dialect = &dialects[i];
        size_t length = strlen(dialect->text);
        put(folder->path, dialect->text, length);
        struct reading *reading = read_journal(folder);
        if (reading->status != 0)
            fail_msg("%s: %s", dialect->name, reading->errors.items[0].text);
        assert_int_equal(reading->journal.count, 2);
        assert_int_equal(reading->state.torn_line, 0);
        assert_begins(&reading->journal);
        release(reading);
        assert_int_equal(append(folder, &entry, &set_aside, &error), 0);
        assert_false(set_aside);
        get(folder->path, &after);
        size_t header = strcspn(dialect->text, "\r\n");
        assert_int_equal(memcmp(after.text, dialect->text, header), 0);
        assert_added(&after, dialect->added);
        reading = read_journal(folder);
        assert_int_equal(reading->status, 0);
        assert_int_equal(reading->journal.count, 3);
        assert_begins(&reading->journal);
        assert_string_equal(reading->journal.entries[2].note, entry.note);
        release(reading);
    }
    strbuf_release(&after);
}

/* What cannot be read right is refused with its line, what cannot be added to stays as it is. */
static void test_refusals(void **state)
{
    static const struct {
        const char *text;
        size_t length, line; /* of the fault; 0: it loads, and only the entry is refused */
    } cases[] = {
#define CASE(text, line) {text, sizeof(text) - 1, line}
        CASE("seq,task,status,on,note\n1,I.1,done,31/02/2021,\n", 2),
        CASE("seq,task,status,on\n1,I.1,done,2021-01-01\n1,I.2,done,2021-01-01\n", 3),
        CASE("seq,task,status,on\n1,I.1,finished,2021-01-01\n", 2),
        CASE("seq,task,status\n1,I.1,done\n", 1),
        CASE("1,I.1,done,2021-01-01\n", 1),
        CASE("seq,task,status,on\n1,I.1,\"done,2021-01-01\n", 2),
        CASE("\xFF\xFEs\0e\0q\0,\0t\0a\0s\0k\0,\0o\0n\0,\0n\0o\0t\0e\0\n\0"
             "1\0,\0I\0.\0"
             "1\0,\0"
             "2\0"
             "0\0"
             "2\0"
             "1\0-\0"
             "0\0"
             "1\0-\0"
             "0\0"
             "1\0,\0x\0\n\0",
             0),
    };
    const struct folder *folder = *state;
    struct strbuf after = {0};
    struct journal_entry entry = third();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct error error;
        bool set_aside;
        put(folder->path, cases[i].text, cases[i].length);
        struct reading *reading = read_journal(folder);
        assert_int_equal(reading->status, cases[i].line > 0 ? -1 : 0);
        if (cases[i].line > 0)
            assert_int_equal(reading->errors.items[0].location.line, cases[i].line);
        else
            assert_int_equal(reading->journal.count, 1);
        release(reading);
        assert_int_equal(append(folder, &entry, &set_aside, &error), -1);
        assert_int_equal(error.code, ERROR_DATA);
        get(folder->path, &after);
        assert_int_equal(after.length, cases[i].length);
        assert_int_equal(memcmp(after.text, cases[i].text, after.length), 0);
    }
    strbuf_release(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cut_at_every_byte, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nuls_in_place_of_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nuls_further_up, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_quote_in_the_last_cell, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_dialects, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refusals, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
