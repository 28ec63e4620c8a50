// SPDX-License-Identifier: MIT
#include "view/progress_bar.h"

#include "base/message.h"
#include "base/text.h"
#include "view/chart/bar.h"

#define ERASE "\r\033[K"

void progress_bar_draw(const struct work_progress *work, const struct style *style, FILE *out)
{
    enum { WIDTH = 40 };
    size_t done = atomic_load(&work->done), total = work->total > 0 ? work->total : 1;
    unsigned percent = done < total ? (unsigned)(done * 100 / total) : 100;
    struct strbuf line = {0}, bar = {0};
    strbuf_addf(&line, _("reading %3u%%"), percent);
    unsigned taken = text_width(line.text) + 3;
    unsigned room = style->width > taken ? style->width - taken : 0;
    bar_add(&bar, percent, 100, room < WIDTH ? room : WIDTH);
    fprintf(out, ERASE "%s  %s", line.text, strbuf_text(&bar));
    fflush(out);
    strbuf_release(&line);
    strbuf_release(&bar);
}

void progress_bar_erase(FILE *out)
{
    fputs(ERASE, out);
    fflush(out);
}
