-- SPDX-License-Identifier: MIT
-- What our reader computes so that questions are answered here: see src/store/pg/pg_question.c.
-- Plans that an earlier reader brought have none of it and are read from their files, whole.

-- Plain: its tasks read from these rows as they read from its file.
alter table cchc.part
    add plain boolean not null default false,
    add unit bigint not null default 1000000,
    add leads text[],         -- the different cells of its tasks
    add coordinators text[],
    add offices text[];       -- those of both that may name an office of its own

alter table cchc.task
    add section_value bigint,
    add rank int,             -- its place in the order of sections and numbers, from 1
    add row_number text,      -- the task's number within its section, as written
    add mark text,            -- in the document, where it is not that number
    add line int,
    add cells text[],         -- as written, in the order of an official table
    add budget_vnd bigint,    -- its own amount
    add milestones int,       -- how many parts an entry may be about
    add recorded_title text,  -- as an entry keeps it
    add has_due boolean,      -- a part of it has a due date …
    add overdue_after date,   -- … and this is the first
    add due_quarters int,     -- the quarters of the plan's year in which a part is due, as bits
    add has_target boolean,
    add folded text;          -- all cells, each on a line, without case and marks
alter table cchc.task drop search;

create index on cchc.task (organisation, plan, version, id);
