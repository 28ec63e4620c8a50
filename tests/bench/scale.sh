#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# usage, from the repository root: [RUNS=11] tests/bench/scale.sh BUILD_DIR TASKS
#
# Whole-process time and memory of `./cchc` over TASKS tasks of many plans in one file beside those
# of data tools that answer the same question, and of bare libcsv that only reads the file, on one
# core and on all; with a hundredth and a tenth of the tasks too. Every tool's answer is compared
# with the others' before it is measured. Prints tables in Markdown. BUILD_DIR holds the programs
# `measure`, `csv_read` and `plan_make`, and gets the data, deleted in the end, and what npm brings.
# No figure makes it fail; a tool that fails or answers something else does.
set -euo pipefail

readonly runs=${RUNS:-11}
readonly table=data/plan-2021.csv
readonly entries_in=10 # tasks for each entry of the journal

fail() {
    printf 'scale.sh: %s\n' "$1" >&2
    exit 1
}

[[ $# -eq 2 && -d $1 && $2 =~ ^[1-9][0-9]{2,8}$ ]] ||
    fail 'usage: tests/bench/scale.sh BUILD_DIR TASKS (100 or more)'
build=$(cd "$1" && pwd)
readonly tasks=$2
for needed in "$build"/{measure,csv_read,plan_make} ./cchc "$table"; do
    [[ -r $needed ]] || fail "$needed: missing (run this from the repository root, after make)"
done
node=$(type -P node) || fail 'node: not installed (make bench-deps)'
work=$(mktemp -d "$build/scale.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
clean=(env -i "PATH=$PATH" "HOME=$work/home" LC_ALL=C.UTF-8)
cores=$(nproc)
status=0
source tests/bench/tools.sh

# ---- the tools, each with how it answers a question ----

# DuckDB and Polars come from npm.
peers=$build/peers
install_peers() {
    mkdir -p "$peers"
    cp tests/bench/*.mjs tests/bench/package*.json "$peers"
    cmp -s "$peers/package-lock.json" "$peers/installed-lock.json" && return
    npm ci --prefix "$peers" --ignore-scripts --no-audit --no-fund --loglevel=error >&2 ||
        fail 'npm: cannot install DuckDB and Polars'
    cp "$peers/package-lock.json" "$peers/installed-lock.json"
}

package_version() {
    sed -nE 's/^[[:space:]]*"version": "([0-9.]+).*/\1/p' "$peers/node_modules/$1/package.json"
}

readonly task_columns=plan,section,number,title,output,lead,coordinating,schedule,budget

# answer_cchc QUESTION FILE [ARG]...
answer_cchc() {
    local question=$1 file=$2
    shift 2
    command=(./cchc "$question" --plan "$file" --year 2021 --format csv "$@")
    case $question in
    budget) command+=(--section III --by lead --columns group,tasks,budget_vnd) ;;
    list) command+=(--section III --budget '>=100' --columns "$task_columns") ;;
    status) command+=(--as-of 2021-12-31 --by section --progress "$journal") ;;
    esac
}

answer_node() { # duckdb|polars QUESTION FILE
    command=("$node" "$peers/$1.mjs" "$2" "$3")
    [[ $2 != status ]] || command+=("$journal")
}

# shellcheck disable=SC2016
answer_miller() { # QUESTION FILE
    command=("$tool" -S --icsv --ocsv)
    [[ $2 == *.csv ]] || command=("$tool" -S --ijsonl --ocsv)
    local million='budget =~ "^[0-9]+(,[0-9]+)?$"'
    case $1 in
    budget) command+=(filter '$section == "III"' then put -q '
            @tasks[$lead] += 1;
            @budget_vnd[$lead] += 0;
            if ($'"$million"') {
                @budget_vnd[$lead] += roundm(float(sub($budget, ",", ".")) * 1000000, 1)
            }
            end { emit (@tasks, @budget_vnd), "group" }') ;;
    list) command+=(filter '$section == "III" && $'"$million"' &&
            float(sub($budget, ",", ".")) >= 100') ;;
    esac
    command+=("$2")
}

readonly sql_million="CASE WHEN budget GLOB '[0-9]*' THEN CAST(replace(budget, ',', '.') AS REAL) END"
readonly sql_budget="SELECT lead AS \"group\", count(*) AS tasks,
    CAST(round(total($sql_million) * 1000000) AS INTEGER) AS budget_vnd
    FROM plan WHERE section = 'III' GROUP BY lead"
readonly sql_list="SELECT $task_columns FROM plan WHERE section = 'III' AND $sql_million >= 100"

answer_sqlite() { # QUESTION FILE
    local query=sql_$1
    command=("$tool" -batch -csv -header :memory: ".import --csv $2 plan" "${!query}")
}

# gawk before 5.3 has no CSV: a row is as many lines as it takes for its quotes to be even.
# shellcheck disable=SC2016
answer_gawk() { # QUESTION FILE
    command=("$tool" -v 'FPAT=([^,]*)|("([^"]|"")*")' -v "question=$1" '
        function bare(cell) {
            if (cell ~ /^"/) {
                cell = substr(cell, 2, length(cell) - 2)
                gsub(/""/, "\"", cell)
            }
            return cell
        }
        {
            row = open ? row "\n" $0 : $0
            open = gsub(/"/, "\"", row) % 2
            if (open)
                next
            $0 = row
        }
        NR == 1 { print question == "budget" ? "group,tasks,budget_vnd" : row }
        $2 == "III" {
            million = bare($9)
            figure = sub(/,/, ".", million) || million ~ /^[0-9]/
            if (question == "list" && figure && million + 0 >= 100)
                print row
            if (question == "budget") {
                lead = bare($6)
                tasks[lead]++
                sum[lead] += figure ? million : 0
            }
        }
        END {
            for (lead in tasks)
                printf "%s,%d,%.0f\n", lead, tasks[lead], sum[lead] * 1000000
        }' "$2")
}

# shellcheck disable=SC2016
answer_csvkit() { # QUESTION FILE
    local query=sql_$1
    command=("$(type -P bash)" -c 'csvgrep -c section -r "^III$" "$1" |
        csvsql --no-inference --tables plan --query "$2"' csvkit "$2" "${!query}")
}

# shellcheck disable=SC2016
answer_jq() { # budget FILE
    command=("$tool" -rn '
        reduce (inputs | select(.section == "III")) as $task ({}; .[$task.lead] |= [.[0] + 1, .[1] +
            ($task.budget | if test("^[0-9]") then sub(","; ".") | tonumber else 0 end)])
        | "group,tasks,budget_vnd",
            (to_entries[] | "\(.key),\(.value[0]),\(.value[1] * 1000000)")' "$2")
}

# ---- asking and measuring ----

# check QUESTION NAME: runs `command`; what it answers must be what the first tool did.
check() {
    if ! "${clean[@]}" "${command[@]}" </dev/null 2>"$work/err" |
        "$node" "$peers/answer.mjs" "$1" >"$work/answer"; then
        sed 1q "$work/err" >&2
        [[ $2 == cchc* ]] || fail "$2: failed"
        printf 'scale.sh: %s: failed, and is left out\n' "$2" >&2
        status=1
        return 1
    fi
    [[ -e $work/expected ]] || cp "$work/answer" "$work/expected"
    cmp -s "$work/answer" "$work/expected" || {
        diff "$work/expected" "$work/answer" | sed 6q >&2
        fail "$2: answers $1 otherwise than the first tool"
    }
}

# add QUESTION NAME [RUNS]: has `command` checked and then measured.
add() {
    ! check "$1" "$2" || measured+=(-- -n "${3:-$runs}" "$2" "${command[@]}")
}

add_cchc() { # QUESTION FILE
    answer_cchc "$@"
    add "$1" cchc
    [[ $cores -eq 1 ]] || {
        answer_cchc "$@" --jobs 1
        add "$1" 'cchc --jobs 1'
    }
}

add_engines() { # QUESTION FILE
    answer_node duckdb "$@"
    add "$1" "DuckDB $(package_version @duckdb/node-api)"
    answer_node polars "$@"
    add "$1" "Polars $(package_version nodejs-polars)"
}

# A slow one runs once on the largest file, where its answer is not checked again.
add_once() { # QUESTION NAME
    if [[ $size -eq $tasks ]]; then
        measured+=(-- -n 1 "$2" "${command[@]}")
    else
        add "$1" "$2" 3
    fi
}

# csvkit's answer is checked on the smallest file alone.
add_slow() { # QUESTION FILE
    ! find_tool mlr Miller >&2 || { answer_miller "$@" && add_once "$1" "Miller $version"; }
    if [[ $2 == *.jsonl ]]; then
        ! find_tool jq jq >&2 || { answer_jq "$@" && add_once "$1" "jq $version"; }
        return
    fi
    ! find_tool sqlite3 sqlite3 >&2 || { answer_sqlite "$@" && add_once "$1" "sqlite3 $version"; }
    ! find_tool gawk gawk >&2 || { answer_gawk "$@" && add_once "$1" "gawk $version"; }
    find_tool csvsql csvkit >&2 || return 0
    answer_csvkit "$@"
    [[ $size -ne ${sizes[0]} ]] || check "$1" csvkit
    [[ $size -ne $tasks ]] || measured+=(-- -n 1 "csvkit $version" "${command[@]}")
}

# compare QUESTION FILE...: of the files libcsv reads all, the tools know the journal.
compare() {
    local question=$1 file=$2
    shift
    printf '%s, %s tasks, %s\n' "$question" "$size" "${file##*.}" >&2
    measured=()
    rm -f "$work/expected"
    if [[ $file == *.csv ]]; then
        measured+=(-- 'libcsv, 1 core' "$build/csv_read" 1 "$@")
        [[ $cores -eq 1 ]] ||
            measured+=(-- "libcsv, $cores cores" "$build/csv_read" "$cores" "$@")
    fi
    add_cchc "$question" "$file"
    add_engines "$question" "$file"
    [[ $question == status ]] || add_slow "$question" "$file"
    "${clean[@]}" "$build/measure" -l "$runs" "${measured[@]:1}" |
        awk -v "about=$question ${file##*.}	$size	$(cat "$@" | wc -c)" \
            '{ print about "\t" $0 }' >>"$work/results"
}

# ---- the tables ----

# Columns of the results: question, tasks, bytes, name, runs, median, min, peak, own.
print_tools() { # QUESTION HEADING
    awk -F '\t' -v "tasks=$tasks" -v "question=$1" -v "cores=$cores" -v "heading=$2" '
        function ratio(base) { return base ? sprintf("%.2f", $6 / base) : "" }
        function line(a, b, c, d, e, f, g, h) {
            printf "| %-16s | %8s | %7s | %7s | %9s | %10s | %8s | %7s |\n", a, b, c, d, e, f, g, h
        }
        $1 != question || $2 != tasks { next }
        NR == FNR {
            base[$4] = $6
            next
        }
        !headed++ {
            printf "\n%s (%s tasks, %.0f MB):\n\n", heading, tasks, $3 / 1e6
            line("", "median s", "fastest", "to cchc", "to 1 core", "to " cores " cores", "peak MiB",
                "own MiB")
            line("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:")
        }
        {
            line($4, sprintf("%.3f", $6 / 1e3), sprintf("%.3f", $7 / 1e3), ratio(base["cchc"]),
                ratio(base["libcsv, 1 core"]), ratio(base["libcsv, " cores " cores"]),
                sprintf("%.0f", $8), $4 ~ /^csvkit/ ? "" : sprintf("%.0f", $9))
        }' "$work/results" "$work/results"
}

print_growth() {
    printf '\nGrowth, with median times, and the own memory of cchc:\n\n'
    awk -F '\t' '
        function line(a, b, c, d, e, f, g, h, i) {
            printf "| %-13s | %9s | %8s | %8s | %8s | %8s | %9s | %8s | %9s |\n", a, b, c, d, e, f, g, h, i
        }
        function seconds(ms) { return ms == "" ? "" : sprintf("%.3f", ms / 1e3) }
        BEGIN {
            line("", "tasks", "file MB", "cchc s", "DuckDB", "Polars", "µs a task", "own MiB", "of file")
            line("---", "---:", "---:", "---:", "---:", "---:", "---:", "---:", "---:")
        }
        !(($1, $2) in bytes) { order[++count] = $1 SUBSEP $2; bytes[$1, $2] = $3 }
        { split($4, word, " ") }
        $4 == "cchc" || word[1] != "cchc" { ms[$1, $2, word[1]] = $6 }
        $4 == "cchc" { own[$1, $2] = $9 }
        END {
            for (i = 1; i <= count; i++) {
                key = order[i]
                split(key, part, SUBSEP)
                known = (key, "cchc") in ms
                line(part[1], part[2], sprintf("%.1f", bytes[key] / 1e6), seconds(ms[key, "cchc"]),
                    seconds(ms[key, "DuckDB"]), seconds(ms[key, "Polars"]),
                    known ? sprintf("%.2f", ms[key, "cchc"] * 1e3 / part[2]) : "",
                    known ? sprintf("%.1f", own[key]) : "",
                    known ? sprintf("%.2f", own[key] * 1048576 / bytes[key]) : "")
            }
        }' <(sort -s -t $'\t' -k1,1 "$work/results")
}

install_peers
sizes=($((tasks / 100)) $((tasks / 10)) "$tasks")
for size in "${sizes[@]}"; do
    journal=$work/journal.csv
    "$build/plan_make" "$table" "$size" csv >"$work/plans.csv"
    "$build/plan_make" "$table" "$size" jsonl >"$work/plans.jsonl"
    "$build/plan_make" "$table" "$size" journal $((size / entries_in)) >"$journal"
    compare budget "$work/plans.csv"
    compare list "$work/plans.csv"
    compare status "$work/plans.csv" "$journal"
    compare budget "$work/plans.jsonl"
done

printf 'many plans in one file: whole process, median of %s runs in turn, files in the page cache\n' \
    "$runs"
describe_machine
print_tools 'budget csv' 'budget --section III --by lead'
print_tools 'list csv' "list --section III --budget '>=100'"
print_tools 'status csv' "status with $((tasks / entries_in)) entries"
print_tools 'budget jsonl' 'budget --section III --by lead, JSON Lines'
print_growth
exit "$status"
