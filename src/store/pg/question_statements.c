// SPDX-License-Identifier: MIT
#include "store/pg/question_statements.h"

#include "plan/plan.h"
#include "store/pg/remote.h"

/* ---- What all statements begin with: $1 are the ids of plans that are asked for, or NULL ---- */

/* The newest version of each plan's file, numbered in the order of files, and its parts. Entries
 * name a part by its id, or none (key '') if it is the only one. */
#define ASKED                                                                                      \
    "with wanted as materialized (select organisation, plan, version from cchc.part"               \
    " where id = any ($1::text[])), newest as materialized (select organisation, plan,"            \
    " max(number) as version from cchc.version where $1 is null or (organisation, plan)"           \
    " in (select organisation, plan from wanted) group by 1, 2),"                                  \
    " asked as materialized (select n.organisation, n.plan, n.version, v.reader,"                  \
    " row_number() over (order by v.file collate \"C\", n.organisation, n.plan) as place"          \
    " from newest n join cchc.version v on v.organisation = n.organisation"                        \
    " and v.plan = n.plan and v.number = n.version where $1 is null"                               \
    " or (n.organisation, n.plan, n.version) in (table wanted)),"                                  \
    " parts as materialized (select a.organisation, a.plan, a.version, a.place, p.number, p.id,"   \
    " p.title, p.named_organisation, p.year, p.unit, p.plain, case when count(*) over"             \
    " (partition by a.organisation, a.plan) = 1 then '' else p.id end as key"                      \
    " from asked a join cchc.part p using (organisation, plan, version))"

/* Entries with the part that they are about, and with the task's id and the milestone's number. */
#define PLACED                                                                                     \
    ASKED ", single as materialized (select organisation, plan from parts where key = ''),"        \
          " placed as materialized (select e.organisation, e.plan, e.seq, e.title, e.status,"      \
          " e.value, e.on_day, e.percent, e.spent_vnd, e.due, e.voids, p.version,"                 \
          " p.number as part, split_part(e.task, '/', 1) as id,"                                   \
          " split_part(e.task, '/', 2) as milestone from cchc.entry e join asked a using "         \
          "(organisation, plan) left join single s"                                                \
          " using (organisation, plan) left join parts p"                                          \
          " on p.organisation = e.organisation and p.plan = e.plan"                                \
          " and p.key = case when s.plan is null then e.plan_id else '' end)"

const char question_summary[] =
    PLACED " select (select min(reader) from asked), (select count(*) from parts),"
           " (select count(distinct id) from parts), (select count(*) from asked),"
           " (select coalesce(min(year), 0) from parts), (select max(year) from parts),"
           " (select exists (select from placed)),"
           " (select exists (select from placed where value is not null)),"
           " (select coalesce(array_agg(plan), '{}') from ("
           "select plan from parts where not plain union"
           " select e.plan from placed e left join cchc.task t on t.organisation = e.organisation"
           " and t.plan = e.plan and t.version = e.version and t.part = e.part and t.id = e.id"
           " where t.id is null or t.recorded_title is distinct from e.title"
           " or e.status not in ('not-started', 'in-progress', 'done', 'cancelled')"
           " or case when e.milestone = '' then false when e.milestone ~ '^[0-9]{1,4}$'"
           " then e.milestone::int > t.milestones else true end) whole)";

const char question_named_summary[] =
    ASKED " select (select min(reader) from asked), (select count(*) from parts),"
          " (select count(distinct id) from parts), (select count(*) from asked),"
          " (select coalesce(min(year), 0) from parts), (select max(year) from parts),"
          " (select exists (select from cchc.entry e join asked a using (organisation, plan))),"
          " false, '{}'";
const char question_no_tasks[] = "select null where false";
const char question_named_entries[] =
    ASKED " select e.plan, " REMOTE_ENTRY_COLUMNS " from cchc.entry e join asked a"
          " using (organisation, plan) where e.plan = any ($2::bigint[]) order by a.place, e.seq";

const char question_named[] =
    ASKED " select coalesce(array_agg(distinct plan), '{}'), count(distinct id) from parts"
          " where id = any ($2::text[])";

#define DIFFERENT_CELLS(column)                                                                    \
    ASKED " select distinct unnest(p." column ") from asked a join cchc.part p"                    \
          " using (organisation, plan, version)"

const char question_sections[] = ASKED " select distinct s.value from asked a join cchc.section s"
                                       " using (organisation, plan, version) where s.code <> ''";
const char question_leads[] = DIFFERENT_CELLS("leads");
const char question_coordinators[] = DIFFERENT_CELLS("coordinators");
const char question_ids[] = ASKED " select id from parts";
const char question_offices[] =
    ASKED " select array_to_string(p.offices, E'\\x1f'), p.named_organisation, min(a.place)"
          " from asked a join cchc.part p using (organisation, plan, version)"
          " where p.offices <> '{}' group by 1, 2 order by 3";
const char question_tables[] = ASKED
    " select v.agencies, case when a.place = 1 then v.office end from asked a join cchc.version v"
    " on v.organisation = a.organisation and v.plan = a.plan and v.number = a.version"
    " where a.place = 1 or a.place in (select min(b.place) from asked b join cchc.version w"
    " on w.organisation = b.organisation and w.plan = b.plan and w.number = b.version"
    " where w.agencies is not null group by w.agencies) order by a.place";

/* ---- The question: $1 ids, $2 plans that are read whole, $3 to $14 the query ---- */

/*
 * A task without entries is in the state that its first due date gives it. The server folds the
 * entries of another task as plan/progress/progress_fold.c does, if they are plain: none of them
 * changes a due date, measures a value, cancels, starts again or is taken back, at most one says
 * that the task is done, and that only of a task with one milestone. The progress of all others is
 * computed where the question comes from, and so is that of all tasks that a status, a quarter or a
 * period chooses: `noted`. `given`: it travels, as does any task of which it is not known that it
 * need not, so that none is missing.
 *
 * The last of something is the one with the greatest day and number: arrays are compared like
 * words, and need no sorting.
 *
 * States: 0 to 2 open (in time, overdue, without a due date), 3 to 5 done (the same; 4 is late).
 */
#define LAST(value, name)                                                                          \
    ", (max(array[on_day - date '2000-01-01', seq, " value "])"                                    \
    " filter (where counts and " value " is not null))[3] as " name
#define LAST_VALUES                                                                                \
    LAST("(status = 'done')::int", "is_done")                                                      \
    LAST("percent", "percent")                                                                     \
    LAST("spent_vnd", "spent_vnd")
const char question_placed[] = PLACED
    ", undone as materialized (select distinct organisation, plan from placed"
    " where voids is not null), folded as materialized (select organisation, plan, part, id,"
    " bool_or(milestone <> '') as of_part,"
    " count(*) filter (where status = 'done') as dones,"
    " bool_or(due is not null or value is not null"
    " or coalesce(status in ('cancelled', 'not-started'), false)) as is_complex,"
    " count(*) filter (where counts) as entries,"
    " max(on_day) filter (where counts and status = 'done') as done_on" LAST_VALUES
    " from (select *, not $16::bool and $8::int is null and $14::int is null and $20::date is null"
    " and ($15::date is null or on_day <= $15) as counts from placed) e"
    " group by organisation, plan, part, id),";

const char question_matched[] =
    " judged as (select t.*, p.place, p.id as plan_name, p.title as plan_title, p.year,"
    " n.entries, n.spent_vnd,"
    " n.is_done = 0 or n.is_done is null and n.percent > 0 as is_begun,"
    " n.id is not null and ($16::bool or $8::int is not null or $14::int is not null"
    " or $20::date is not null or u.plan is not null or n.is_complex"
    " or n.dones > 1 or (t.milestones > 1 and (n.of_part or n.dones > 0))) as noted,"
    " case when n.is_done = 1 then case when not t.has_due then 5"
    " when n.done_on > t.overdue_after then 4 else 3 end"
    " when t.overdue_after < $15::date then 1 when t.has_due then 0 else 2 end as state"
    " from parts p join cchc.task t on (t.organisation, t.plan, t.version, t.part)"
    " = (p.organisation, p.plan, p.version, p.number) left join folded n"
    " on (n.organisation, n.plan, n.part, n.id) = (t.organisation, t.plan, t.part, t.id)"
    " left join undone u on (u.organisation, u.plan) = (t.organisation, t.plan)"
    " where p.plan <> all ($2::bigint[])"
    " and ($3::bigint[] is null or t.section_value = any ($3)"
    " or t.section_value & 65535 = any ($4::bigint[]))"
    " and ($5::text[] is null or t.lead = any ($5))"
    " and ($6::text[] is null or t.coordinating = any ($6))"
    " and ($7::text[] is null or t.lead = any ($7) or t.coordinating = any ($7))"
    " and ($9::int[] is null or t.schedule_kind = any ($9))"
    " and ($10::int[] is null or t.budget_kind = any ($10) or (t.budget_kind = 2 and exists"
    " (select from unnest($11::bigint[], $12::bigint[]) r (low, high)"
    " where t.budget_vnd between r.low and r.high)))"
    " and ($13::text[] is null or (t.organisation, t.plan, t.version, t.part, t.number) in"
    " (select w.organisation, w.plan, w.version, w.part, w.number from cchc.task_text w"
    " where exists (select from unnest($13) f where position(f in w.folded) > 0)))"
    " and (n.id is not null or $8::int is null or t.due_quarters & $8 <> 0)),"
    " matched as (select j.*, (noted or $16::bool or ($17::bool and budget_kind <> 2)"
    " or ($18::bool and state = 1) or ($19::bool and has_target) or ($20::date is not null"
    " and (schedule_kind in (0, 1, 6) or (organisation, plan, version, part, number) in"
    " (select s.organisation, s.plan, s.version, s.part, s.task from cchc.milestone s"
    " where s.waits or (s.due < $20 and $22::bool) or (s.due >= $20 and not s.all_year"
    " and (s.due <= $21::date or s.starts <= $21)))))) is not false as given from judged j"
    " where noted or $14::int is null or $14 >> state & 1 = 1)";

_Static_assert(SCHEDULE_MISSING == 0 && SCHEDULE_UNKNOWN == 1 && SCHEDULE_TRIGGERED == 6 &&
                   BUDGET_AMOUNT == 2 && SECTION_OWN_VALUE == 65535 && TASK_FIELDS == 10,
               "as the statements say");

const char question_tasks[] =
    " select m.plan, m.part, s.code, s.title, w.row_number, w.mark, w.line, m.budget_kind,"
    " m.budget_vnd, w.cells[($23::int[])[1]], w.cells[$23[2]], w.cells[$23[3]], w.cells[$23[4]],"
    " w.cells[$23[5]], w.cells[$23[6]], w.cells[$23[7]], w.cells[$23[8]], w.cells[$23[9]],"
    " w.cells[$23[10]]"
    " from matched m join cchc.section s on s.organisation = m.organisation and s.plan = m.plan"
    " and s.version = m.version and s.part = m.part and s.number = m.section"
    " join cchc.task_text w on w.organisation = m.organisation and w.plan = m.plan"
    " and w.version = m.version and w.part = m.part and w.number = m.number"
    " where m.given order by m.place, m.part, m.number";
const char question_entries[] =
    " select e.plan, " REMOTE_ENTRY_COLUMNS " from placed x join asked a"
    " on a.organisation = x.organisation and a.plan = x.plan join cchc.entry e"
    " on e.organisation = x.organisation and e.plan = x.plan and e.seq = x.seq"
    " where x.plan = any ($2) or (x.organisation, x.plan, x.part, x.id) in"
    " (select organisation, plan, part, id from matched where given) order by a.place, e.seq";

/* The parts of the plans in $2 and $3, those in $1, and so many more that it is seen whether there
 * are several, and of which years. */
const char question_parts[] = ASKED
    " select plan, number, id, title, named_organisation, year, unit, place from (select *,"
    " row_number() over (order by place, number) as rank,"
    " row_number() over (partition by year order by place, number) as in_year from parts) ranked"
    " where plan = any ($2::bigint[]) or plan = any ($3::bigint[]) or rank <= 2 or in_year = 1"
    " or id = any ($1) order by place, number";

const char question_year_round[] =
    " select count(*), count(*) filter (where m.milestones > 1) from matched m"
    " join cchc.milestone s on s.organisation = m.organisation and s.plan = m.plan"
    " and s.version = m.version and s.part = m.part and s.task = m.number"
    " where not m.given and s.all_year and s.starts <= $21 and s.due >= $20";

#define TOTALS(keys, join)                                                                         \
    " select min(array[m.place, m.part, m.rank]),"                                                 \
    " min(m.place), count(*) filter (where not given),"                                            \
    " count(*) filter (where not given and budget_kind = 2),"                                      \
    " count(*) filter (where not given and budget_kind = 1),"                                      \
    " count(*) filter (where not given and budget_kind = 0),"                                      \
    " sum(counted) filter (where not given and counts),"                                           \
    " count(*) filter (where not given and state = 0),"                                            \
    " count(*) filter (where not given and state = 1),"                                            \
    " count(*) filter (where not given and state = 2), " keys ","                                  \
    " count(*) filter (where not given and state = 3),"                                            \
    " count(*) filter (where not given and state = 4),"                                            \
    " count(*) filter (where not given and state = 5),"                                            \
    " count(*) filter (where not given and is_begun),"                                             \
    " count(*) filter (where not given and entries > 0),"                                          \
    " sum(spent_vnd) filter (where not given) from matched m" join " group by " GROUPS             \
    " order by 1"
#define GROUPS "11, 12, 13, 14, 15"
const char *const question_totals[SUMMARY_BYS] = {
    [SUMMARY_BY_SECTION] =
        TOTALS("s.code, s.title, m.section_value, null::text, null::int",
               " join cchc.section s on (s.organisation, s.plan, s.version, s.part,"
               " s.number) = (m.organisation, m.plan, m.version, m.part, m.section)"),
    [SUMMARY_BY_LEAD] = TOTALS("m.lead, null::text, 0::bigint, null::text, null::int", ""),
    [SUMMARY_BY_QUARTER] =
        TOTALS("null::text, null::text, m.year_round::int::bigint,"
               " case when not m.year_round then to_char(m.due, 'YYYY-')"
               " || to_char(extract(quarter from m.due) * 3, 'FM00') || '-01' end,"
               " m.year",
               ""),
    [SUMMARY_BY_PLAN] = TOTALS("m.plan_name, m.plan_title, 0::bigint, null::text, null::int", ""),
};
