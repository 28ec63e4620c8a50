-- SPDX-License-Identifier: MIT
-- The shared store: whose plans they are, their files, what our reader made of them, and what is
-- recorded of them. Every key begins with the organisation, so that tables can be spread by it.
create table cchc.identity (
    id uuid primary key default gen_random_uuid() -- the same on a standby
);
insert into cchc.identity default values;

create table cchc.organisation (
    id int generated always as identity primary key,
    parent int references cchc.organisation,
    name text not null check (name <> ''),
    key text not null unique check (key <> '') -- as our agency keys fold names
);

create table cchc.plan (
    organisation int not null references cchc.organisation,
    id bigint generated always as identity,
    name text not null check (name <> ''),
    seq bigint not null default 0,    -- of its last entry
    chain text not null default '',   -- of that entry
    primary key (organisation, id),
    unique (organisation, name)
);

-- A file as it was brought, and how it is read.
create table cchc.version (
    organisation int not null,
    plan bigint not null,
    number int not null,
    file text not null,
    sha256 bytea not null,
    bytes bytea not null,
    reader int not null,        -- the version of the reader that computed the rows below
    read_id text, read_organisation text, read_year int, read_mark text, read_unit bigint,
    read_encoding text, read_sheet text,
    read_roles text,            -- ROLE=HEADER, a line each
    office text,                -- KEY=VALUE, a line each: what documents say of the sender
    agencies bytea,             -- agencies.csv beside it
    added_at timestamptz not null default clock_timestamp(),
    added_by text not null default session_user,
    check (sha256 = sha256(bytes)),
    check (added_by = session_user),
    primary key (organisation, plan, number),
    foreign key (organisation, plan) references cchc.plan on delete cascade
);

-- One of the plans of a file, as the reader made it.
create table cchc.part (
    organisation int not null,
    plan bigint not null,
    version int not null,
    number int not null,
    id text not null,
    title text, named_organisation text,
    year int not null,
    primary key (organisation, plan, version, number),
    foreign key (organisation, plan, version) references cchc.version on delete cascade
);

create index on cchc.part (id);

create table cchc.section (
    organisation int not null,
    plan bigint not null,
    version int not null,
    part int not null,
    number int not null,
    value bigint not null,
    code text not null,
    title text,
    primary key (organisation, plan, version, part, number),
    foreign key (organisation, plan, version) references cchc.version on delete cascade
);

create table cchc.task (
    organisation int not null,
    plan bigint not null,
    version int not null,
    part int not null,
    number int not null,         -- its place among the part's tasks
    section int not null,
    id text not null,
    title text, lead text, coordinating text, schedule text,
    schedule_kind int not null,
    year_round boolean not null,
    due date,
    budget_kind int not null,
    covered boolean not null,    -- its group's amount stands for its own
    counts boolean not null,     -- an amount counts with it …
    counted bigint not null,     -- … this one
    search text not null,        -- all cells, as they are searched
    primary key (organisation, plan, version, part, number),
    foreign key (organisation, plan, version) references cchc.version on delete cascade
);

create table cchc.milestone (
    organisation int not null,
    plan bigint not null,
    version int not null,
    part int not null,
    task int not null,
    number int not null,
    name text, starts date, due date,
    all_year boolean not null,
    waits boolean not null,
    primary key (organisation, plan, version, part, task, number),
    foreign key (organisation, plan, version) references cchc.version on delete cascade
);

-- The columns of a journal's file, in its order, then what the server knows besides.
create table cchc.entry (
    organisation int not null,
    plan bigint not null,
    seq bigint not null,
    recorded_at text not null,
    by text,
    plan_id text,
    task text,
    status text,
    on_day date not null,
    percent int check (percent between 0 and 100),
    spent_vnd bigint check (spent_vnd >= 0),
    due date,
    note text,
    evidence text,
    voids text,
    value text,
    title text,
    id text not null,
    chain text not null,
    login text not null,
    received_at timestamptz not null,
    primary key (organisation, plan, seq),
    unique (organisation, plan, id),
    foreign key (organisation, plan) references cchc.plan on delete cascade
);

create table cchc.right_of (
    login text not null,
    kind text not null check (kind in ('office', 'supervisor', 'administrator')),
    organisation int not null references cchc.organisation,
    granted_at timestamptz not null default clock_timestamp(),
    granted_by text not null default session_user,
    primary key (login, kind, organisation)
);
