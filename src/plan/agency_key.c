// SPDX-License-Identifier: MIT
#include "plan/agency_key.h"

#include "base/text.h"

#include <string.h>

/* Both sides folded, i for y, the short one without dashes, stops and «&»; a table is in the order
 * of the short ones. */
struct abbreviation {
    const char *brief, *words;
};

/* What stands for a part of a name wherever it stands. */
static const struct abbreviation parts[] = {
    {"anqp", "an ninh quoc phong"},
    {"atgt", "an toan giao thong"},
    {"attp", "an toan thuc pham"},
    {"bca", "bo cong an"},
    {"bch", "ban chi hui"},
    {"bchqs", "ban chi hui quan su"},
    {"bct", "bo cong thuong"},
    {"bdbp", "bo doi bien phong"},
    {"bgddt", "bo giao duc dao tao"},
    {"bgtvt", "bo giao thong van tai"},
    {"bhxh", "bao hiem xa hoi"},
    {"bkhcn", "bo khoa hoc cong nghe"},
    {"bkhdt", "bo ke hoach dau tu"},
    {"bldtbxh", "bo lao dong thuong binh xa hoi"},
    {"bnnptnt", "bo nong nghiep phat trien nong thon"},
    {"bnv", "bo noi vu"},
    {"bql", "ban quan li"},
    {"bqlda", "ban quan li du an"},
    {"bqlkcn", "ban quan li khu cong nghiep"},
    {"bqlkkt", "ban quan li khu kinh te"},
    {"bqp", "bo quoc phong"},
    {"btnmt", "bo tai nguien moi truong"},
    {"btp", "bo tu phap"},
    {"btttt", "bo thong tin truien thong"},
    {"bvdk", "benh vien da khoa"},
    {"bvhttdl", "bo van hoa the thao du lich"},
    {"bxd", "bo xai dung"},
    {"ccb", "cuu chien binh"},
    {"cchc", "cai cach hanh chinh"},
    {"cds", "chuien doi so"},
    {"cntt", "cong nghe thong tin"},
    {"cqdp", "chinh quien dia phuong"},
    {"dbqh", "dai bieu quoc hoi"},
    {"ddbqh", "doan dai bieu quoc hoi"},
    {"dkdd", "dang ki dat dai"},
    {"gddt", "giao duc dao tao"},
    {"gdnngdtx", "giao duc nghe nghiep giao duc thuong xuien"},
    {"gdtx", "giao duc thuong xuien"},
    {"gtvt", "giao thong van tai"},
    {"hcc", "hanh chinh cong"},
    {"hcm", "ho chi minh"},
    {"hdnd", "hoi dong nhan dan"},
    {"kbnn", "kho bac nha nuoc"},
    {"kcn", "khu cong nghiep"},
    {"khcn", "khoa hoc cong nghe"},
    {"khcncds", "khoa hoc cong nghe chuien doi so"},
    {"khdt", "ke hoach dau tu"},
    {"khtc", "ke hoach tai chinh"},
    {"kkt", "khu kinh te"},
    {"ksnd", "kiem sat nhan dan"},
    {"kstthc", "kiem soat thu tuc hanh chinh"},
    {"ktht", "kinh te ha tang"},
    {"kthtdt", "kinh te ha tang do thi"},
    {"ldld", "lien doan lao dong"},
    {"ldtbxh", "lao dong thuong binh xa hoi"},
    {"lhpn", "lien hiep phu nu"},
    {"mttq", "mat tran to quoc"},
    {"mttqvn", "mat tran to quoc viet nam"},
    {"nhcsxh", "ngan hang chinh sach xa hoi"},
    {"nhnn", "ngan hang nha nuoc"},
    {"nnmt", "nong nghiep moi truong"},
    {"nnptnt", "nong nghiep phat trien nong thon"},
    {"ptnt", "phat trien nong thon"},
    {"pvhcc", "phuc vu hanh chinh cong"},
    {"qldt", "quan li do thi"},
    {"sct", "so cong thuong"},
    {"sgddt", "so giao duc dao tao"},
    {"sgtvt", "so giao thong van tai"},
    {"skhcn", "so khoa hoc cong nghe"},
    {"skhdt", "so ke hoach dau tu"},
    {"sldtbxh", "so lao dong thuong binh xa hoi"},
    {"sngv", "so ngoai vu"},
    {"snnmt", "so nong nghiep moi truong"},
    {"snnptnt", "so nong nghiep phat trien nong thon"},
    {"snv", "so noi vu"},
    {"stc", "so tai chinh"},
    {"stnmt", "so tai nguien moi truong"},
    {"stp", "so tu phap"},
    {"stttt", "so thong tin truien thong"},
    {"svhttdl", "so van hoa the thao du lich"},
    {"sxd", "so xai dung"},
    {"syt", "so i te"},
    {"tand", "toa an nhan dan"},
    {"tchc", "to chuc hanh chinh"},
    {"tckh", "tai chinh ke hoach"},
    {"tdtt", "the duc the thao"},
    {"tncs", "thanh nien cong san"},
    {"tncshcm", "thanh nien cong san ho chi minh"},
    {"tnmt", "tai nguien moi truong"},
    {"tp", "thanh pho"},
    {"tphcm", "thanh pho ho chi minh"},
    {"ttcp", "thanh tra chinh phu"},
    {"ttdvvl", "trung tam dich vu viec lam"},
    {"tthc", "thu tuc hanh chinh"},
    {"ttit", "trung tam i te"},
    {"ttpvhcc", "trung tam phuc vu hanh chinh cong"},
    {"tttgdtx", "trung tam giao duc thuong xuien"},
    {"tttt", "thong tin truien thong"},
    {"ttxvn", "thong tan xa viet nam"},
    {"tw", "trung uong"},
    {"tx", "thi xa"},
    {"ub", "ui ban"},
    {"ubdt", "ui ban dan toc"},
    {"ubmttq", "ui ban mat tran to quoc"},
    {"ubmttqvn", "ui ban mat tran to quoc viet nam"},
    {"ubnd", "ui ban nhan dan"},
    {"vhtt", "van hoa thong tin"},
    {"vhttdl", "van hoa the thao du lich"},
    {"vhxh", "van hoa xa hoi"},
    {"vksnd", "vien kiem sat nhan dan"},
    {"vn", "viet nam"},
    {"vp", "van phong"},
    {"vpcp", "van phong chinh phu"},
    {"vpdkdd", "van phong dang ki dat dai"},
    {"vpdu", "van phong dang ui"},
    {"vpub", "van phong ui ban nhan dan"},
    {"vpubnd", "van phong ui ban nhan dan"},
    {"xdktht", "xai dung kinh te ha tang"},
};

/* What stands so for the first word of a name alone: «TT» at another place is a township. */
static const struct abbreviation kinds[] = {
    {"b", "bo"},
    {"p", "phong"},
    {"s", "so"},
    {"tt", "trung tam"},
};

/* What stands so for the end of a department's name alone: «Phòng TP», «Sở NV». */
static const struct abbreviation matters[] = {
    {"ct", "cong thuong"}, {"dt", "dan toc"},  {"it", "i te"},      {"kt", "kinh te"},
    {"ngv", "ngoai vu"},   {"nv", "noi vu"},   {"tc", "tai chinh"}, {"tp", "tu phap"},
    {"vh", "van hoa"},     {"xd", "xai dung"},
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
    while (count > 0) {
        int order = strcmp(brief, table[count / 2].brief);
        if (order == 0)
            return table[count / 2].words;
        table += order > 0 ? count / 2 + 1 : 0;
        count = order > 0 ? count - count / 2 - 1 : count / 2;
    }
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

static bool is_department(const struct strbuf *key)
{
    const char *text = strbuf_text(key);
    return strcmp(text, "so") == 0 || strcmp(text, "phong") == 0 || strcmp(text, "bo") == 0;
}

/* What stands between two spaces: one abbreviation («tt&tt», «ld-tb&xh»), or pieces. */
static void add_chunk(struct strbuf *out, const char *chunk, size_t length, bool last)
{
    size_t kind = out->length == 0 ? add_kind(out, chunk, length) : 0;
    const char *words = NULL;
    if (last && is_department(out))
        words = find_words(matters, sizeof matters / sizeof *matters, chunk + kind, length - kind);
    if (words == NULL)
        words = find_part(chunk + kind, length - kind);
    if (words != NULL)
        add_word(out, words, strlen(words));
    else
        add_pieces(out, chunk + kind, length - kind);
}

/* «Ủy ban Mặt trận Tổ quốc Việt Nam xã» is «Mặt trận Tổ quốc xã»: takes out what says no more. */
static void add_without(struct strbuf *out, const char *key)
{
    static const char front[] = "mat tran to quoc", before[] = "ui ban ", behind[] = " viet nam";
    const char *at = strstr(key, front);
    if (at == NULL) {
        strbuf_adds(out, key);
        return;
    }
    size_t length = (size_t)(at - key), own = strlen(before);
    if (length >= own && strncmp(at - own, before, own) == 0)
        length -= own;
    strbuf_add(out, key, length);
    strbuf_adds(out, front);
    at += strlen(front);
    strbuf_adds(out, strncmp(at, behind, strlen(behind)) == 0 ? at + strlen(behind) : at);
}

/* «LĐ, TB và XH», behind its kind: one abbreviation over several words. */
static const char *find_spread(const char *text)
{
    struct strbuf brief = {0};
    for (size_t size; *text != '\0' && brief.length < BRIEF_SIZE;
         text += size + (text[size] != '\0')) {
        size = strcspn(text, " ");
        if (size != 2 || strncmp(text, "va", 2) != 0)
            strbuf_add(&brief, text, size);
    }
    const char *words = *text == '\0' ? find_part(strbuf_text(&brief), brief.length) : NULL;
    strbuf_release(&brief);
    return words;
}

void agency_key_add(struct strbuf *out, const char *name, size_t length)
{
    struct strbuf plain = {0}, key = {0};
    add_plain(&plain, name, length);
    const char *text = strbuf_text(&plain), *spread = NULL;
    for (size_t i = 0; i < plain.length && spread == NULL;) {
        size_t size = strcspn(text + i, " ");
        add_chunk(&key, text + i, size, text[i + size] == '\0');
        i += size + (text[i + size] != '\0');
        spread =
            is_department(&key) && strchr(text + i, ' ') != NULL ? find_spread(text + i) : NULL;
    }
    if (spread != NULL)
        add_word(&key, spread, strlen(spread));
    add_without(out, strbuf_text(&key));
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
    bool people = strcmp(beginning, "cong chuc") == 0 || strcmp(beginning, "lanh dao") == 0;
    bool whole = strchr(beginning, ' ') != NULL && !people;
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
        begins |= (words[size] == ' ' || words[size] == '.') &&
                  strncmp(words + size, " va ", 4) != 0; /* «VH, TT và DL» is one */
        whole |= words[size] == '\0' && is_whole(beginnings[i]);
    }
    bool loose = !within && is_common(words);
    size_t word = strcspn(text, " .\n");
    if (begins && !is_capital(text) && strncmp(words, "cac ", 4) != 0)
        begins = word + 1 < length && is_capital(text + word + 1);
    strbuf_release(&plain);
    return begins || whole || loose || is_all_capitals(text, length);
}
