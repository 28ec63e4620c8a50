-- SPDX-License-Identifier: MIT
-- What our reader computes so that questions are answered here: src/store/pg/question_statements.c.
-- Plans that an earlier reader brought have none of it and are read from their files, whole.

-- Plain: its tasks read from these rows as they read from its file.
alter table cchc.part
    add plain boolean not null default false,
    add unit bigint not null default 1000000,
    add leads text[],         -- the different cells of its tasks
    add coordinators text[],
    add offices text[];       -- those of both that may name an office of its own

-- Totals go through all tasks: their rows are kept narrow.
alter table cchc.task
    drop search,
    drop title,
    drop schedule,
    add section_value bigint,
    add rank int,             -- its place in the order of sections and numbers, from 1
    add budget_vnd bigint,    -- its own amount
    add milestones int,       -- how many parts an entry may be about
    add has_due boolean,      -- a part of it has a due date …
    add overdue_after date,   -- … and this is the first
    add due_quarters int,     -- the quarters of the plan's year in which a part is due, as bits
    add has_target boolean,
    add recorded_title text;  -- as an entry keeps it

create index on cchc.task (organisation, plan, version, id);

create table cchc.task_text (
    organisation int not null,
    plan bigint not null,
    version int not null,
    part int not null,
    number int not null,
    row_number text,          -- the task's number within its section, as written
    mark text,                -- in the document, where it is not that number
    line int,
    cells text[],             -- as written, in the order of an official table
    folded text,              -- all cells, each on a line, without case and marks
    primary key (organisation, plan, version, part, number),
    foreign key (organisation, plan, version) references cchc.version on delete cascade
);

alter table cchc.task_text enable row level security;
create policy readers on cchc.task_text for select
    using (organisation = any ((select cchc.readable())::int[]));
create policy administrators on cchc.task_text for insert
    with check (organisation = any ((select cchc.administered())::int[]));

alter function cchc.give(text, text, int) rename to give_before;
create function cchc.give(given_login text, given_kind text, given_organisation int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform cchc.give_before(given_login, given_kind, given_organisation);
    if given_kind = 'administrator' then
        execute format('grant insert on cchc.task_text to %I', given_login);
    end if;
end
$$;
revoke execute on function cchc.give(text, text, int) from public;

do $$
declare
    has record;
begin
    for has in select login, kind from cchc.right_of loop
        execute format('grant select on cchc.task_text to %I', has.login);
        if has.kind = 'administrator' then
            execute format('grant insert on cchc.task_text to %I', has.login);
        end if;
    end loop;
end
$$;
