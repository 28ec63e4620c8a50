// SPDX-License-Identifier: MIT
#ifndef READ_JSON_JSON_UNESCAPE_H
#define READ_JSON_JSON_UNESCAPE_H

/* Writes what a string's escapes stand for in their place. json_scan.h has let the string through.
 */
void json_unescape(char *text);

#endif
