-- SPDX-License-Identifier: MIT
-- The one way in for entries: numbered, timed and chained by the server, under a lock of the plan's.

create function cchc.may_append(of_organisation int) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select cchc.is_owner() or exists (select from cchc.right_of
        where login = session_user and kind = 'office' and organisation = of_organisation)
$$;

-- The seq of the plan's last entry; others wait until the transaction ends.
create function cchc.lock_plan(of_organisation int, of_plan bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    last bigint;
begin
    if not cchc.may_append(of_organisation) then
        raise insufficient_privilege using message = 'entries are recorded by the plan''s own office';
    end if;
    select seq into last from cchc.plan
        where organisation = of_organisation and id = of_plan for update;
    if last is null then
        perform cchc.refuse('the plan is in the store no more');
    end if;
    return last;
end
$$;

-- How an entry is tied to the one before it: see include/journal/entry_seal.h.
create function cchc.digest(before text, line text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
    select encode(sha256(convert_to(before || E'\x1f' || line, 'UTF8')), 'hex')
$$;

create function cchc.append(
    of_organisation int, of_plan bigint, said_at text, said_by text, said_plan text, said_task text,
    said_status text, said_on date, said_percent int, said_spent bigint, said_due date,
    said_note text, said_evidence text, said_voids text, said_value text, said_title text,
    said_id text) returns table (new_seq bigint, new_id text, new_chain text, new_time text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    before text;
    line text;
    text_of text;
begin
    new_seq := cchc.lock_plan(of_organisation, of_plan) + 1;
    select chain into before from cchc.plan where organisation = of_organisation and id = of_plan;
    new_time := coalesce(said_at, to_char(clock_timestamp() at time zone 'UTC',
                                          'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'));
    if new_time::timestamptz > clock_timestamp() + interval '5 minutes' then
        perform cchc.refuse('an entry that says it was recorded in time to come');
    end if;
    if said_status not in ('not-started', 'in-progress', 'done', 'cancelled', 'carried',
                           'set-aside', 'closed') then
        perform cchc.refuse('an entry of an unknown status');
    end if;
    foreach text_of in array array[new_time, said_by, said_plan, said_task, said_note,
                                   said_evidence, said_voids, said_value, said_title, said_id]
    loop
        if text_of = '' or text_of ~ '[\x01-\x1f\x7f]' or text_of is not nfc normalized then
            perform cchc.refuse('an entry with a text that is no cell of a journal');
        end if;
    end loop;
    if said_id !~ '^[a-z0-9]{1,32}$' then
        perform cchc.refuse('an entry with an id that is none');
    end if;
    if said_task is null and said_voids is null then
        perform cchc.refuse('an entry of no task');
    end if;
    line := concat_ws(E'\x1f', new_seq::text, new_time, coalesce(said_by, ''),
        coalesce(said_plan, ''), coalesce(said_task, ''), coalesce(said_status, ''),
        to_char(said_on, 'YYYY-MM-DD'), coalesce(said_percent::text, ''),
        coalesce(said_spent::text, ''), coalesce(to_char(said_due, 'YYYY-MM-DD'), ''),
        coalesce(said_note, ''), coalesce(said_evidence, ''), coalesce(said_voids, ''),
        coalesce(said_value, ''), coalesce(said_title, ''));
    new_id := coalesce(said_id, 'e' || left(cchc.digest(before, line || E'\x1f'), 15));
    new_chain := left(cchc.digest(before, line || E'\x1f' || new_id), 32);
    insert into cchc.entry values (of_organisation, of_plan, new_seq, new_time, said_by, said_plan,
        said_task, said_status, said_on, said_percent, said_spent, said_due, said_note,
        said_evidence, said_voids, said_value, said_title, new_id, new_chain, session_user,
        clock_timestamp());
    update cchc.plan set seq = new_seq, chain = new_chain
        where organisation = of_organisation and id = of_plan;
    return next;
end
$$;

revoke execute on all functions in schema cchc from public;
