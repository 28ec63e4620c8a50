// SPDX-License-Identifier: MIT
/*
 * A file's bytes, built into the program: NAME_start to NAME_end, and a NUL behind. The Makefile
 * says which object depends on which file.
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#include <stddef.h>

#define EMBED(name, file)                                                                          \
    __asm__(".section .rodata\n"                                                                   \
            ".balign 8\n"                                                                          \
            ".global " #name "_start\n.global " #name "_end\n" #name "_start:\n"                   \
            ".incbin \"" file "\"\n" #name "_end:\n.byte 0\n.previous\n");                         \
    extern const char name##_start[], name##_end[]

#endif
