// SPDX-License-Identifier: MIT
/* Builds a file's bytes into the program, from NAME_start to NAME_end, followed by a NUL. The
 * Makefile lists which object depends on which file. */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include <stddef.h>

#ifdef __ELF__
#define EMBED_SECTION ".section .rodata\n"
#define EMBED_SYMBOL
#define EMBED_END ".previous"
#else /* Mach-O */
#define EMBED_SECTION ".const_data\n"
#define EMBED_SYMBOL "_"
#define EMBED_END ".text"
#endif

#define EMBED(name, file)                                                                          \
    __asm__(EMBED_SECTION ".balign 8\n"                                                            \
                          ".global " EMBED_SYMBOL #name "_start\n.global " EMBED_SYMBOL #name      \
                          "_end\n" EMBED_SYMBOL #name "_start:\n"                                  \
                          ".incbin \"" file "\"\n" EMBED_SYMBOL #name                              \
                          "_end:\n.byte 0\n" EMBED_END);                                           \
    extern const char name##_start[], name##_end[]

#endif
