#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# usage, from the repository root: [RUNS=201] tests/bench/startup.sh BUILD_DIR
#
# Whole-process time and peak memory of `./cchc list --section III` beside those of other tools
# doing the nearest same job. BUILD_DIR holds the programs `empty` and `measure`. Reports only:
# no figure makes it fail, a tool that fails or lists something else does.
set -euo pipefail

readonly runs=${RUNS:-201}
readonly csv=data/plan-2021.csv
readonly json=data/plan-2021.json
readonly titles=('Xây dựng' 'Triển khai' 'Tham mưu' 'Niêm yết' 'Tiếp nhận' 'Thực hiện')

fail() {
    printf 'startup.sh: %s\n' "$1" >&2
    exit 1
}

[[ $# -eq 1 && -d $1 ]] || fail 'usage: tests/bench/startup.sh BUILD_DIR'
build=$(cd "$1" && pwd)
for needed in "$build/empty" "$build/measure" ./cchc "$csv" "$json"; do
    [[ -r $needed ]] || fail "$needed: missing (run this from the repository root, after make)"
done

work=$(mktemp -d "$build/startup.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/home" "$work/task"

# Nobody's own settings count, neither those of a tool nor recorded progress.
clean=(env -i "PATH=$PATH" "HOME=$work/home" LC_ALL=C.UTF-8
    "TASKRC=$work/taskrc" "TASKDATA=$work/task")
commands=('empty C program' "$build/empty")
source tests/bench/tools.sh

# The six tasks, each on a line with its id before its title, and no other task.
lists_section_iii() {
    local n
    [[ $(grep -oE '\b[IVX]+\.[0-9]+\b' "$1" | sort -u | wc -l) -eq 6 ]] || return 1
    for n in 1 2 3 4 5 6; do
        [[ $(grep -cE "\bIII\.$n\b[^[:alnum:]]+${titles[n - 1]}" "$1") -eq 1 ]] || return 1
    done
}

# add NAME CMD [ARG]...
add() {
    local name=$1
    shift
    if ! "${clean[@]}" "$@" </dev/null >"$work/out" 2>"$work/err"; then
        cat "$work/err" >&2
        fail "$name: failed"
    fi
    if ! LC_ALL=C.UTF-8 lists_section_iii "$work/out"; then
        cat "$work/err" "$work/out" >&2
        fail "$name: does not list the six tasks of section III"
    fi
    commands+=(-- "$name" "$@")
}

add_gawk() {
    find_tool gawk gawk || return 0
    # shellcheck disable=SC2016
    add "gawk $version" "$tool" -v 'FPAT=([^,]*)|("([^"]|"")*")' -v 'OFS=\t' '
        function bare(cell) {
            if (cell ~ /^"/) {
                cell = substr(cell, 2, length(cell) - 2)
                gsub(/""/, "\"", cell)
            }
            return cell
        }
        $1 ~ /^[IVX]+$/ { section = $1 }
        section == "III" && $1 ~ /^[0-9]+$/ {
            print section "." $1, bare($2), bare($4), bare($6), bare($7)
        }' "$csv"
}

add_sqlite() {
    find_tool sqlite3 sqlite3 || return 0
    add "sqlite3 $version" "$tool" -batch -tabs :memory: \
        'CREATE TABLE plan (tt, title, output, lead, coordinating, schedule, budget)' \
        ".import --csv --skip 1 $csv plan" \
        "WITH section AS (
            SELECT tt, rowid AS first, lead(rowid) OVER (ORDER BY rowid) AS next
            FROM plan WHERE tt GLOB '[IVX]*' AND NOT tt GLOB '*[^IVX]*'
        )
        SELECT section.tt || '.' || plan.tt, title, lead, schedule, budget
        FROM section JOIN plan ON plan.rowid > first AND (next IS NULL OR plan.rowid < next)
        WHERE section.tt = 'III' AND plan.tt GLOB '[0-9]*'
        ORDER BY plan.rowid"
}

add_miller() {
    find_tool mlr Miller || return 0
    # shellcheck disable=SC2016
    add "Miller $version" "$tool" -S --icsv --implicit-csv-header --otsv --headerless-csv-output \
        put -q '
        begin { @section = "" }
        if ($1 =~ "^[IVX]+$") {
            @section = $1
        } elif (@section == "III" && $1 =~ "^[0-9]+$") {
            emit1 {"id": @section . "." . $1, "title": $2, "lead": $4, "schedule": $6, "budget": $7}
        }' "$csv"
}

add_jq() {
    find_tool jq jq || return 0
    # shellcheck disable=SC2016
    add "jq $version" "$tool" -r '
        .sections[] | select(.code == "III") | .code as $code | .tasks[]
        | ["\($code).\(.number)", .title, .lead, .schedule, .budget] | @tsv' "$json"
}

# Taskwarrior keeps its tasks in a store of its own: filled here, unmeasured.
add_taskwarrior() {
    find_tool task Taskwarrior || return 0
    local jq field
    if ! jq=$(type -P jq); then
        printf 'skipped: Taskwarrior (jq, which prepares its import, is not installed)\n'
        return 0
    fi
    {
        printf '%s\n' confirmation=no verbose=nothing color=off gc=off hooks=off recurrence=off \
            "news.version=$version" defaultwidth=0 report.list.sort=ref+ \
            report.list.columns=ref,description,lead,timing,budget \
            report.list.labels=ID,Title,Lead,Schedule,Budget
        for field in ref lead timing budget; do
            printf 'uda.%s.type=string\n' "$field"
        done
    } >"$work/taskrc"
    # shellcheck disable=SC2016
    "$jq" '[.sections[] | .code as $code | .tasks[] | {
        status: "pending", entry: "20210101T000000Z", project: $code, ref: "\($code).\(.number)",
        description: .title, lead, timing: .schedule, budget: "\(.budget // "")"
    }]' "$json" >"$work/import.json"
    "${clean[@]}" "$tool" import "$work/import.json" </dev/null >"$work/out" 2>&1 || {
        cat "$work/out" >&2
        fail 'Taskwarrior: import failed'
    }
    add "Taskwarrior $version" "$tool" project:III list
}

printf 'start-up: list the 6 tasks of section III, whole process, %s runs in turn\n' "$runs"
describe_machine
printf 'plan: cchc its built-in one, jq %s, Taskwarrior its own store, all others %s\n' \
    "$json" "$csv"
add 'cchc' ./cchc list --section III
add 'cchc --plan CSV' ./cchc list --section III --plan "$csv"
add_gawk
add_sqlite
add_miller
add_jq
add_taskwarrior
printf '\n'
"${clean[@]}" "$build/measure" "$runs" "${commands[@]}"
