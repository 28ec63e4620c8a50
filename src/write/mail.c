// SPDX-License-Identifier: MIT
#include "write/mail.h"

#include "base/strbuf.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Lines of 76 characters (RFC 2045, 6.8). */
static void write_base64(const char *bytes, size_t length, FILE *out)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    enum { LINE_BYTES = 57 };
    for (size_t i = 0; i < length; i += 3) {
        uint32_t group = 0;
        size_t count = length - i < 3 ? length - i : 3;
        for (size_t j = 0; j < 3; j++)
            group = group << 8 | (j < count ? (unsigned char)bytes[i + j] : 0);
        for (size_t j = 0; j < 4; j++)
            fputc(j <= count ? letters[group >> (18 - 6 * j) & 63] : '=', out);
        if ((i + 3) % LINE_BYTES == 0 || i + 3 >= length)
            fputs("\r\n", out);
    }
}

/* Words of at most 75 characters (RFC 2047), none of which cuts a letter. */
static void write_header(const char *name, const char *text, FILE *out)
{
    enum { WORD_BYTES = 42 };
    fprintf(out, "%s:", name);
    while (*text != '\0') {
        size_t length = 0;
        uint32_t ignored;
        for (size_t used; text[length] != '\0' &&
                          length + (used = text_decode(text + length, &ignored)) <= WORD_BYTES;)
            length += used;
        fputs(" =?UTF-8?B?", out);
        char *word;
        size_t size;
        FILE *encoded = open_memstream(&word, &size);
        write_base64(text, length, encoded);
        fclose(encoded);
        fprintf(out, "%.*s?=", (int)strcspn(word, "\r"), word);
        free(word);
        text += length;
        fputs(*text != '\0' ? "\r\n" : "", out);
    }
    fputs("\r\n", out);
}

/* Lines end as a mail's do. */
static void write_letter(const char *letter, FILE *out)
{
    struct strbuf text = {0}, line = {0};
    while (strbuf_take_line(&line, &letter)) {
        strbuf_adds(&text, strbuf_text(&line));
        strbuf_adds(&text, "\r\n");
    }
    fputs("Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
          out);
    write_base64(strbuf_text(&text), text.length, out);
    strbuf_release(&text);
    strbuf_release(&line);
}

void mail_write(const struct mail *mail, FILE *out)
{
    static const char boundary[] = "=_cchc_mail";
    fputs("To: \r\nX-Unsent: 1\r\n", out);
    write_header("Subject", mail->subject, out);
    fputs("MIME-Version: 1.0\r\n", out);
    if (mail->file_name == NULL) {
        write_letter(mail->letter, out);
        return;
    }
    fprintf(out, "Content-Type: multipart/mixed; boundary=\"%s\"\r\n\r\n--%s\r\n", boundary,
            boundary);
    write_letter(mail->letter, out);
    fprintf(out,
            "--%s\r\nContent-Type: %s\r\nContent-Transfer-Encoding: base64\r\n"
            "Content-Disposition: attachment; filename=\"%s\"\r\n\r\n",
            boundary, mail->file_type, mail->file_name);
    write_base64(mail->file, mail->file_length, out);
    fprintf(out, "--%s--\r\n", boundary);
}
