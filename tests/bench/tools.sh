# shellcheck shell=bash
# SPDX-License-Identifier: MIT
# What the bench scripts know of the machine and of the tools on it. They set `clean`, the command
# that gives a tool an environment without anybody's settings.

# Sets `tool`, its path, and `version`; says so and fails if it is not installed.
find_tool() {
    if ! tool=$(type -P "$1"); then
        printf 'skipped: %s (not installed)\n' "$2"
        return 1
    fi
    version=$("${clean[@]}" "$tool" --version </dev/null 2>&1 |
        sed -nE '1s/^[^0-9]*([0-9]+(\.[0-9]+)*).*/\1/p') || version='?'
}

describe_machine() {
    local model
    model=$(sed -nE '/^model name/ { s/^[^:]*: *//p; q; }' /proc/cpuinfo 2>/dev/null) || model=
    printf 'machine: %s x %s, %s\n' "$(nproc)" "${model:-$(uname -m)}" "$(uname -sr)"
}
