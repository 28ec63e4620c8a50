// SPDX-License-Identifier: MIT
#ifndef READ_JSON_JSON_UNESCAPE_H
#define READ_JSON_JSON_UNESCAPE_H

/* Replaces the escapes of a NUL-terminated string, without its quotes, in place. The string has
 * passed json_scan.h: its escapes are not checked here. */
void json_unescape(char *text);

#endif
