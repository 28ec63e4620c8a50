// SPDX-License-Identifier: MIT
#include "store/pg/question_statements.h"

#include "plan/plan.h"
#include "store/pg/remote.h"

/* ---- What all statements begin with: $1 are the ids of plans that are asked for, or NULL ---- */

/* The newest version of each plan's file, numbered in the order of files, and its parts. */
#define ASKED                                                                                      \
    "with newest as materialized (select organisation, plan, max(number) as version"               \
    " from cchc.version group by 1, 2),"                                                           \
    " asked as materialized (select n.organisation, n.plan, n.version, v.reader,"                  \
    " row_number() over (order by v.file collate \"C\", n.organisation, n.plan) as place"          \
    " from newest n join cchc.version v on v.organisation = n.organisation"                        \
    " and v.plan = n.plan and v.number = n.version where $1::text[] is null"                       \
    " or (n.organisation, n.plan, n.version) in"                                                   \
    " (select organisation, plan, version from cchc.part where id = any ($1))),"                   \
    " parts as materialized (select a.organisation, a.plan, a.version, a.place, p.number, p.id,"   \
    " p.title, p.named_organisation, p.year, p.unit, p.plain,"                                     \
    " count(*) over (partition by a.organisation, a.plan) as siblings"                             \
    " from asked a join cchc.part p on p.organisation = a.organisation and p.plan = a.plan"        \
    " and p.version = a.version)"

/* The part and the task that an entry is about. */
#define PART_OF_ENTRY                                                                              \
    " join parts p on p.organisation = e.organisation and p.plan = e.plan"                         \
    " and (p.siblings = 1 or p.id = e.plan_id)"
#define TASK_OF_ENTRY "split_part(e.task, '/', 1)"

const char question_summary[] =
    ASKED " select (select min(reader) from asked), (select count(*) from parts),"
          " (select count(distinct id) from parts), (select count(*) from asked),"
          " (select coalesce(min(year), 0) from parts),"
          " (select exists (select from cchc.entry e join asked a using (organisation, plan))),"
          " (select exists (select from cchc.entry e join asked a using (organisation, plan)"
          " where e.value is not null)),"
          " (select coalesce(array_agg(plan), '{}') from ("
          "select plan from parts where not plain union"
          " select e.plan from cchc.entry e join asked a using (organisation, plan)"
          " where e.status not in ('not-started', 'in-progress', 'done', 'cancelled') or not exists"
          " (select from cchc.task t join parts p on p.organisation = t.organisation"
          " and p.plan = t.plan and p.number = t.part and (p.siblings = 1 or p.id = e.plan_id)"
          " where t.organisation = e.organisation and t.plan = e.plan and t.version = a.version"
          " and t.id = " TASK_OF_ENTRY " and t.recorded_title = e.title and (e.task = t.id"
          " or case when split_part(e.task, '/', 2) ~ '^[0-9]{1,4}$'"
          " then split_part(e.task, '/', 2)::int <= t.milestones else false end))) whole)";

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

/* A task without entries is in the state that its first due date gives it; one with entries is
 * judged where its entries are read. `given`: it travels. */
#define MATCHED                                                                                    \
    ASKED                                                                                          \
    ", noted as materialized (select distinct e.organisation, e.plan, p.number as part,"           \
    " " TASK_OF_ENTRY " as id from cchc.entry e" PART_OF_ENTRY "),"                                \
    " judged as (select t.*, p.place, p.id as plan_name, p.title as plan_title,"                   \
    " p.year, p.siblings, n.id is not null as noted,"                                              \
    " case when t.overdue_after < $15::date then 1 when t.has_due then 0 else 2 end as state"      \
    " from parts p join cchc.task t on t.organisation = p.organisation and t.plan = p.plan"        \
    " and t.version = p.version and t.part = p.number left join noted n"                           \
    " on n.organisation = t.organisation and n.plan = t.plan and n.part = t.part"                  \
    " and n.id = t.id where p.plan <> all ($2::bigint[])"                                          \
    " and ($3::bigint[] is null or t.section_value = any ($3)"                                     \
    " or t.section_value & 65535 = any ($4::bigint[]))"                                            \
    " and ($5::text[] is null or t.lead = any ($5))"                                               \
    " and ($6::text[] is null or t.coordinating = any ($6))"                                       \
    " and ($7::text[] is null or t.lead = any ($7) or t.coordinating = any ($7))"                  \
    " and ($9::int[] is null or t.schedule_kind = any ($9))"                                       \
    " and ($10::int[] is null or t.budget_kind = any ($10) or (t.budget_kind = 2 and exists"       \
    " (select from unnest($11::bigint[], $12::bigint[]) r (low, high)"                             \
    " where t.budget_vnd between r.low and r.high)))"                                              \
    " and ($13::text[] is null or exists (select from unnest($13) w"                               \
    " where position(w in t.folded) > 0))"                                                         \
    " and (n.id is not null or $8::int is null or t.due_quarters & $8 <> 0)),"                     \
    " matched as (select j.*, noted or $16::bool or ($17::bool and budget_kind <> 2)"              \
    " or ($18::bool and state = 1) or ($19::bool and has_target) as given from judged j"           \
    " where noted or $14::int is null or $14 >> state & 1 = 1)"

_Static_assert(BUDGET_AMOUNT == 2 && SECTION_OWN_VALUE == 65535 && TASK_FIELDS == 10,
               "as the statements say");

const char question_tasks[] = MATCHED
    " select m.plan, m.part, s.code, s.title, m.row_number, m.mark, m.line, m.budget_kind,"
    " m.budget_vnd, m.cells[1], m.cells[2], m.cells[3], m.cells[4], m.cells[5], m.cells[6],"
    " m.cells[7], m.cells[8], m.cells[9], m.cells[10]"
    " from matched m join cchc.section s on s.organisation = m.organisation and s.plan = m.plan"
    " and s.version = m.version and s.part = m.part and s.number = m.section"
    " where m.given order by m.place, m.part, m.number";
const char question_entries[] =
    MATCHED " select e.plan, " REMOTE_ENTRY_COLUMNS " from cchc.entry e join asked a"
            " using (organisation, plan) where e.plan = any ($2) or exists (select from matched m"
            " where m.noted and m.organisation = e.organisation and m.plan = e.plan"
            " and m.id = " TASK_OF_ENTRY " and (m.siblings = 1 or m.plan_name = e.plan_id))"
            " order by a.place, e.seq";

/* The parts of the plans in $2 and $3, those in $1, and so many more that it is seen whether there
 * are several, and of which years. */
const char question_parts[] = ASKED
    " select plan, number, id, title, named_organisation, year, unit, place from (select *,"
    " row_number() over (order by place, number) as rank,"
    " row_number() over (partition by year order by place, number) as in_year from parts) ranked"
    " where plan = any ($2::bigint[]) or plan = any ($3::bigint[]) or rank <= 2 or in_year = 1"
    " or id = any ($1) order by place, number";

#define TOTALS(keys, join)                                                                         \
    MATCHED " select min(m.place::numeric * 4398046511104 + m.part::numeric * 2097152 + m.rank),"  \
            " min(m.place), count(*) filter (where not given),"                                    \
            " count(*) filter (where not given and budget_kind = 2),"                              \
            " count(*) filter (where not given and budget_kind = 1),"                              \
            " count(*) filter (where not given and budget_kind = 0),"                              \
            " sum(counted) filter (where not given and counts),"                                   \
            " count(*) filter (where not given and state = 0),"                                    \
            " count(*) filter (where not given and state = 1),"                                    \
            " count(*) filter (where not given and state = 2), " keys " from matched m" join       \
            " group by " GROUPS " order by 1"
#define GROUPS "11, 12, 13, 14, 15"
const char *const question_totals[TALLY_BYS] = {
    [TALLY_BY_SECTION] = TOTALS("s.code, s.title, m.section_value, null::text, null::int",
                                " join cchc.section s on s.organisation = m.organisation"
                                " and s.plan = m.plan and s.version = m.version"
                                " and s.part = m.part and s.number = m.section"),
    [TALLY_BY_LEAD] = TOTALS("m.lead, null::text, 0::bigint, null::text, null::int", ""),
    [TALLY_BY_QUARTER] = TOTALS("null::text, null::text, m.year_round::int::bigint,"
                                " case when not m.year_round then to_char(m.due, 'YYYY-')"
                                " || to_char(extract(quarter from m.due) * 3, 'FM00') || '-01' end,"
                                " m.year",
                                ""),
    [TALLY_BY_PLAN] = TOTALS("m.plan_name, m.plan_title, 0::bigint, null::text, null::int", ""),
};
