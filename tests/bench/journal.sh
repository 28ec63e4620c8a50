#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# usage, from the repository root: [RUNS=21] tests/bench/journal.sh BUILD_DIR
#
# Whole-process time and peak memory of `./cchc status` over a journal of 100,000 entries beside
# those of bare libcsv reading that file, and their growth from 1,000 to 1,000,000 entries. BUILD_DIR
# holds the programs `measure`, `csv_read` and `plan_make`. Reports only: no figure makes it fail.
set -euo pipefail

readonly runs=${RUNS:-21}
[[ $# -eq 1 && -d $1 && -x ./cchc ]] || {
    echo 'usage: tests/bench/journal.sh BUILD_DIR (from the repository root, after make)' >&2
    exit 1
}
build=$(cd "$1" && pwd)
work=$(mktemp -d "$build/journal.XXXXXX")
trap 'rm -rf "$work"' EXIT
clean=(env -i "HOME=$work" LC_ALL=C.UTF-8)

# A journal names its plan, which is here that of the file's name.
plan=$work/so-noi-vu-00001.csv
"$build/plan_make" data/plan-2021.csv 44 csv >"$plan"
status=(./cchc status --plan "$plan" --year 2021 --as-of 2021-12-31 --progress)
commands=()
for entries in 1000 10000 100000 1000000; do
    "$build/plan_make" data/plan-2021.csv 44 journal "$entries" >"$work/$entries.csv"
    commands+=(-- "status, $entries" "${status[@]}" "$work/$entries.csv")
done

printf '\njournal: status as of a date, whole process, %s runs in turn\n\n' "$runs"
"${clean[@]}" "$build/measure" "$runs" 'libcsv, 100000' "$build/csv_read" 1 "$work/100000.csv" \
    -- 'status, 100000' "${status[@]}" "$work/100000.csv"
printf '\n'
"${clean[@]}" "$build/measure" 3 "${commands[@]:1}"
