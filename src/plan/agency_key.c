// SPDX-License-Identifier: MIT
#include "plan/agency_key.h"

#include "base/text.h"

#include <string.h>

/* Both sides folded, i for y, the short one without dashes, stops and «&». */
struct abbreviation {
    const char *brief, *words;
};

/* What stands for a part of a name wherever it stands. */
static const struct abbreviation parts[] = {
    {"anqp", "an ninh quoc phong"},
    {"atgt", "an toan giao thong"},
    {"attp", "an toan thuc pham"},
    {"bhxh", "bao hiem xa hoi"},
    {"bqlda", "ban quan li du an"},
    {"bql", "ban quan li"},
    {"bqp", "bo quoc phong"},
    {"btc", "bo tai chinh"},
    {"btp", "bo tu phap"},
    {"btttt", "bo thong tin truien thong"},
    {"cchc", "cai cach hanh chinh"},
    {"cds", "chuien doi so"},
    {"cntt", "cong nghe thong tin"},
    {"cqdp", "chinh quien dia phuong"},
    {"dbqh", "dai bieu quoc hoi"},
    {"dkdd", "dang ki dat dai"},
    {"gddt", "giao duc dao tao"},
    {"gdnngdtx", "giao duc nghe nghiep giao duc thuong xuien"},
    {"gdtx", "giao duc thuong xuien"},
    {"gtvt", "giao thong van tai"},
    {"hcc", "hanh chinh cong"},
    {"hdnd", "hoi dong nhan dan"},
    {"kbnn", "kho bac nha nuoc"},
    {"khcn", "khoa hoc cong nghe"},
    {"khcncds", "khoa hoc cong nghe chuien doi so"},
    {"khdt", "ke hoach dau tu"},
    {"khtc", "ke hoach tai chinh"},
    {"kkt", "khu kinh te"},
    {"kcn", "khu cong nghiep"},
    {"ksnd", "kiem sat nhan dan"},
    {"kstthc", "kiem soat thu tuc hanh chinh"},
    {"ktht", "kinh te ha tang"},
    {"kthtdt", "kinh te ha tang do thi"},
    {"ldtbxh", "lao dong thuong binh xa hoi"},
    {"ldld", "lien doan lao dong"},
    {"lhpn", "lien hiep phu nu"},
    {"mttq", "mat tran to quoc"},
    {"mttqvn", "mat tran to quoc viet nam"},
    {"nhnn", "ngan hang nha nuoc"},
    {"nnptnt", "nong nghiep phat trien nong thon"},
    {"nnmt", "nong nghiep moi truong"},
    {"ptnt", "phat trien nong thon"},
    {"pvhcc", "phuc vu hanh chinh cong"},
    {"qldt", "quan li do thi"},
    {"snv", "so noi vu"},
    {"stc", "so tai chinh"},
    {"stp", "so tu phap"},
    {"stttt", "so thong tin truien thong"},
    {"stnmt", "so tai nguien moi truong"},
    {"skhdt", "so ke hoach dau tu"},
    {"skhcn", "so khoa hoc cong nghe"},
    {"sldtbxh", "so lao dong thuong binh xa hoi"},
    {"sgddt", "so giao duc dao tao"},
    {"sgtvt", "so giao thong van tai"},
    {"snnptnt", "so nong nghiep phat trien nong thon"},
    {"svhttdl", "so van hoa the thao du lich"},
    {"syt", "so i te"},
    {"tand", "toa an nhan dan"},
    {"tchc", "to chuc hanh chinh"},
    {"tckh", "tai chinh ke hoach"},
    {"tdtt", "the duc the thao"},
    {"tncshcm", "thanh nien cong san ho chi minh"},
    {"tnmt", "tai nguien moi truong"},
    {"tttt", "thong tin truien thong"},
    {"ttpvhcc", "trung tam phuc vu hanh chinh cong"},
    {"tttgdtx", "trung tam giao duc thuong xuien"},
    {"tthc", "thu tuc hanh chinh"},
    {"ub", "ui ban"},
    {"ubmttq", "ui ban mat tran to quoc"},
    {"ubmttqvn", "ui ban mat tran to quoc viet nam"},
    {"ubnd", "ui ban nhan dan"},
    {"vhtt", "van hoa thong tin"},
    {"vhttdl", "van hoa the thao du lich"},
    {"vhxh", "van hoa xa hoi"},
    {"vksnd", "vien kiem sat nhan dan"},
    {"vn", "viet nam"},
    {"vp", "van phong"},
    {"vpub", "van phong ui ban nhan dan"},
    {"vpubnd", "van phong ui ban nhan dan"},
    {"xdktht", "xai dung kinh te ha tang"},
};

/* What stands so for the first word of a name alone: «TT» at another place is a township. */
static const struct abbreviation kinds[] = {
    {"p", "phong"},
    {"s", "so"},
    {"b", "bo"},
    {"tt", "trung tam"},
};

/* Words that an office begins with. */
static const char *const beginnings[] = {
    "an ninh",   "ban",        "bao hiem",  "bch",       "benh vien", "bo",          "bo phan",
    "ca",        "cac",        "chi bo",    "chi cuc",   "chi nhanh", "cong an",     "cong chuc",
    "cong doan", "cuc",        "dang ui",   "dai",       "doan",      "hat",         "hdnd",
    "hoi",       "hoi dong",   "huien ui",  "kho bac",   "lanh dao",  "lien doan",   "mat tran",
    "mttq",      "ngan hang",  "nha",       "p",         "phong",     "quan",        "quan su",
    "so",        "thanh doan", "thanh tra", "thanh ui",  "thue",      "thuong truc", "tinh doan",
    "tinh ui",   "to",         "toa an",    "tong cong", "tong cuc",  "tram",        "trung tam",
    "truong",    "tt",         "ub",        "ubmttq",    "ubnd",      "ui ban",      "van phong",
    "van phong", "vien",       "vp",        "vpubnd",    "vu",        "xi nghiep",
};

/* Folded, i for y, with all dashes alike: what both sides are compared in. */
static void add_plain(struct strbuf *out, const char *text, size_t length)
{
    static const char *const dashes[] = {"–", "—", "‐", "‑", "−"};
    struct strbuf folded = {0};
    text_fold(&folded, text, length);
    for (size_t i = 0; i < folded.length; i++) {
        const char *at = folded.text + i;
        size_t dash = 0;
        for (size_t d = 0; d < sizeof dashes / sizeof *dashes && (*at & 0x80) != 0; d++)
            dash = strncmp(at, dashes[d], strlen(dashes[d])) == 0 ? strlen(dashes[d]) : dash;
        strbuf_addc(out, (char)(dash > 0 ? '-' : *at == 'y' ? 'i' : *at));
        i += dash > 0 ? dash - 1 : 0;
    }
    strbuf_release(&folded);
}

enum { BRIEF_SIZE = 16 }; /* more than any abbreviation has */

static bool is_mark(char byte)
{
    return byte != '\0' && strchr("-&.,:;/()'\"", byte) != NULL;
}

/* The words of what stands in some bytes, their marks left out; NULL where it is no abbreviation.
 */
static const char *find_words(const struct abbreviation *table, size_t count, const char *text,
                              size_t length)
{
    char brief[BRIEF_SIZE];
    size_t size = 0;
    for (size_t i = 0; i < length; i++) {
        if (is_mark(text[i]))
            continue;
        if (size + 1 == BRIEF_SIZE)
            return NULL;
        brief[size++] = text[i];
    }
    brief[size] = '\0';
    for (size_t i = 0; i < count; i++)
        if (*table[i].brief == *brief && strcmp(table[i].brief, brief) == 0)
            return table[i].words;
    return NULL;
}

static const char *find_part(const char *text, size_t length)
{
    return find_words(parts, sizeof parts / sizeof *parts, text, length);
}

static void add_word(struct strbuf *out, const char *word, size_t length)
{
    if (length == 0 || (length == 2 && strncmp(word, "va", 2) == 0))
        return;
    if (out->length > 0 && out->text[out->length - 1] != ' ')
        strbuf_addc(out, ' ');
    strbuf_add(out, word, length);
}

/* The pieces of a chunk, as they stand between its dashes and stops. */
static void add_pieces(struct strbuf *out, const char *chunk, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t size = 0;
        while (i + size < length && !is_mark(chunk[i + size]))
            size++;
        const char *words = find_part(chunk + i, size);
        add_word(out, words != NULL ? words : chunk + i, words != NULL ? strlen(words) : size);
        i += size + 1;
    }
}

/* «p.noi»: the kind that a name begins with. Returns how much of the chunk it is, 0 for none. */
static size_t add_kind(struct strbuf *out, const char *chunk, size_t length)
{
    size_t size = 0;
    while (size < length && chunk[size] != '.')
        size++;
    const char *words = find_words(kinds, sizeof kinds / sizeof *kinds, chunk, size);
    if (words == NULL)
        return 0;
    add_word(out, words, strlen(words));
    return size + (size < length);
}

/* What stands between two spaces: one abbreviation («tt&tt», «ld-tb&xh»), or pieces. */
static void add_chunk(struct strbuf *out, const char *chunk, size_t length, bool first)
{
    size_t kind = first ? add_kind(out, chunk, length) : 0;
    const char *words = find_part(chunk + kind, length - kind);
    if (words != NULL)
        add_word(out, words, strlen(words));
    else
        add_pieces(out, chunk + kind, length - kind);
}

void agency_key_add(struct strbuf *out, const char *name, size_t length)
{
    struct strbuf plain = {0}, key = {0};
    add_plain(&plain, name, length);
    const char *text = strbuf_text(&plain);
    for (size_t i = 0; i < plain.length;) {
        size_t size = strcspn(text + i, " ");
        add_chunk(&key, text + i, size, key.length == 0);
        i += size + (text[i + size] != '\0');
    }
    strbuf_add(out, strbuf_text(&key), key.length);
    strbuf_release(&key);
    strbuf_release(&plain);
}

static bool is_capital(const char *text)
{
    uint32_t c;
    text_decode(text, &c);
    return text_lower(c) != c;
}

/* «văn phòng», «VP», «công an»: a word that is a name by itself, as «ban» is not. */
static bool is_whole(const char *beginning)
{
    static const char *const brief[] = {"hdnd", "thue", "ub", "ubmttq", "ubnd", "vp", "vpubnd"};
    bool whole = strchr(beginning, ' ') != NULL;
    for (size_t i = 0; i < sizeof brief / sizeof *brief && !whole; i++)
        whole = strcmp(beginning, brief[i]) == 0;
    return whole;
}

/* Capitals alone, «SNV», «UBND», are a name. */
static bool is_all_capitals(const char *text, size_t length)
{
    size_t count = 0;
    text = text_trim(text, &length);
    length -= length > 0 && text[length - 1] == '.';
    while (count < length && text[count] >= 'A' && text[count] <= 'Z')
        count++;
    return count >= 3 && count == length;
}

/* «đơn vị trực thuộc», «bộ phận …»: names without a capital, where no list of such goes on. */
static bool is_common(const char *words)
{
    static const char *const common[] = {"don vi ", "bo phan ", "cong chuc ", "lanh dao ",
                                         "toan the "};
    bool is = false;
    for (size_t i = 0; i < sizeof common / sizeof *common && !is; i++)
        is = strncmp(words, common[i], strlen(common[i])) == 0;
    return is;
}

bool agency_key_is_collective(const char *name, size_t length)
{
    struct strbuf plain = {0};
    add_plain(&plain, name, length);
    bool is = strncmp(strbuf_text(&plain), "cac ", 4) == 0 ||
              strstr(strbuf_text(&plain), " cac ") != NULL;
    strbuf_release(&plain);
    return is;
}

bool agency_key_begins_name(const char *text, size_t length, bool within)
{
    struct strbuf plain = {0};
    bool begins = false, whole = false;
    add_plain(&plain, text, length);
    const char *words = strbuf_text(&plain);
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t size = strlen(beginnings[i]);
        if (strncmp(words, beginnings[i], size) != 0)
            continue;
        begins |= words[size] == ' ' || words[size] == '.';
        whole |= words[size] == '\0' && is_whole(beginnings[i]);
    }
    bool loose = !within && is_common(words);
    size_t word = strcspn(text, " .\n");
    if (begins && !is_capital(text) && strncmp(words, "cac ", 4) != 0)
        begins = word + 1 < length && is_capital(text + word + 1);
    strbuf_release(&plain);
    return begins || whole || loose || is_all_capitals(text, length);
}
