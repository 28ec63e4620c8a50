-- SPDX-License-Identifier: MIT
-- Who may do what. session_user is who has logged in, whatever function or role is entered since.

create function cchc.is_owner() returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select pg_get_userbyid(nspowner) = session_user from pg_namespace where nspname = 'cchc'
$$;

-- The organisations that the session may read, found once a statement.
create function cchc.readable() returns int[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive below (id) as (
        select organisation from cchc.right_of
            where login = session_user and kind in ('supervisor', 'administrator')
        union
        select o.id from cchc.organisation o join below b on o.parent = b.id)
    select coalesce(array_agg(id), '{}') from (
        select id from below union
        select organisation from cchc.right_of where login = session_user) all_of
$$;

create function cchc.administered() returns int[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive below (id) as (
        select organisation from cchc.right_of
            where login = session_user and kind = 'administrator'
        union
        select o.id from cchc.organisation o join below b on o.parent = b.id)
    select coalesce(array_agg(id), '{}') from below
$$;

do $$
declare
    name text;
begin
    foreach name in array array['plan', 'version', 'part', 'section', 'task', 'milestone', 'entry']
    loop
        execute format('alter table cchc.%I enable row level security', name);
        execute format('create policy readers on cchc.%I for select '
                       'using (organisation = any ((select cchc.readable())::int[]))', name);
        if name <> 'entry' then
            execute format('create policy administrators on cchc.%I for insert '
                           'with check (organisation = any ((select cchc.administered())::int[]))',
                           name);
        end if;
    end loop;
end
$$;
alter table cchc.organisation enable row level security;
create policy readers on cchc.organisation for select
    using (id = any ((select cchc.readable())::int[]));
alter table cchc.right_of enable row level security;
create policy own on cchc.right_of for select using (login = session_user);

-- Refusals that are meant for people: cchc shows them as they are.
create function cchc.refuse(what text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception using errcode = 'CC001', message = what;
end
$$;

create function cchc.organisation_of(given_name text, given_key text, above int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    found_id int;
begin
    select id into found_id from cchc.organisation where key = given_key;
    if found_id is null then
        if not cchc.is_owner() then
            perform cchc.refuse(format('no organisation «%s» in the store: its owner makes it by '
                                       '`store grant`', given_name));
        end if;
        insert into cchc.organisation (name, key, parent) values (given_name, given_key, above)
            returning id into found_id;
    elsif above is not null and cchc.is_owner() then
        update cchc.organisation set parent = above where id = found_id and found_id <> above;
    end if;
    return found_id;
end
$$;

create function cchc.give(given_login text, given_kind text, given_organisation int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if not cchc.is_owner() then
        perform cchc.refuse('only the store''s owner grants rights');
    end if;
    if not exists (select from pg_roles where rolname = given_login) then
        perform cchc.refuse(format('the server knows no login «%s»: CREATE ROLE … LOGIN makes it',
                                   given_login));
    end if;
    execute format('grant usage on schema cchc to %I', given_login);
    execute format('grant select on all tables in schema cchc to %I', given_login);
    execute format('grant execute on function cchc.lock_plan(int, bigint), cchc.append(int, bigint, '
                   'text, text, text, text, text, date, int, bigint, date, text, text, text, text, '
                   'text, text) to %I', given_login);
    execute format('grant execute on function cchc.readable(), cchc.administered(), '
                   'cchc.is_owner(), cchc.organisation_of(text, text, int) to %I', given_login);
    if given_kind = 'administrator' then
        execute format('grant insert on cchc.plan, cchc.version, cchc.part, cchc.section, '
                       'cchc.task, cchc.milestone to %I', given_login);
    end if;
    insert into cchc.right_of (login, kind, organisation)
        values (given_login, given_kind, given_organisation) on conflict do nothing;
end
$$;
