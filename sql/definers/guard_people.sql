-- Owner: {city}_guard
-- Refusals about people, their employments and their seats, for every writer; and the history kept of each change.

-- Keeps the content of a person's row before each change.
create or replace function keep_person_history() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    insert into person_history (agency_id, person_id, former)
    select f.agency_id, f.person_id, to_jsonb(f) - 'agency_id' - 'person_id'
    from former f;
    return null;
end
$$;

create or replace trigger keep_person_history
    after update on person
    referencing old table as former
    for each statement execute function keep_person_history();

-- An employment begins in the agency that the person serves.
create or replace function require_person() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if exists (
        select from added a
        where (
            select p.person_id from person p where p.agency_id = a.agency_id and p.person_id = a.person_id
        ) is null
    ) then
        raise exception 'an employment needs its person in the same agency'
            using errcode = 'MU301', table = 'employment';
    end if;
    return null;
end
$$;

create or replace trigger require_person
    after insert on employment
    referencing new table as added
    for each statement execute function require_person();

-- Nobody serves two agencies at once, whether the person's row moved along or there are two rows with the same NIP.
-- Writers that bring people take turns, and each sees those before it.
create or replace function refuse_second_agency() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_people bigint;
begin
    perform require_fresh_view();
    perform lock_people();
    if exists (
        select from added a
        join agency g on g.agency_id = a.agency_id and g.state = 'closed'
        where upper_inf(a.valid) or upper(a.valid) > (select city_day(now()))
    ) then
        raise exception 'nobody serves in an agency that is closed' using errcode = 'MU302', table = 'employment';
    end if;
    -- Agency by agency: an index that begins with the person would show a reader, by the number of pages read, that
    -- other agencies have rows.
    select count(*) into v_people
    from added a
    left join person p on p.agency_id = a.agency_id and p.person_id = a.person_id
    where exists (
        select from agency g
        join employment e on e.agency_id = g.agency_id and e.person_id = a.person_id
        where g.agency_id <> a.agency_id and e.valid && a.valid
    ) or exists (
        -- One after the other, by limit: tables that a first import fills look empty to the planner, which went through
        -- all employments for each person.
        select from agency g
        cross join lateral (
            select o.person_id from person o where o.agency_id = g.agency_id and o.nip = p.nip limit 1
        ) o
        cross join lateral (
            select from employment e
            where e.agency_id = g.agency_id and e.person_id = o.person_id and e.valid && a.valid limit 1
        ) e
        where g.agency_id <> a.agency_id
    );
    if v_people > 0 then
        raise exception 'people would serve two agencies at once: %', v_people
            using errcode = 'MU303', table = 'employment', detail = jsonb_build_object('count', v_people)::text,
                hint = 'a change of agency is a transfer; two employments of a person do not overlap';
    end if;
    return null;
end
$$;

create or replace trigger refuse_second_agency after insert on employment
    referencing new table as added for each statement execute function refuse_second_agency();
create or replace trigger refuse_second_agency_later after update on employment
    referencing new table as added for each statement execute function refuse_second_agency();

-- No post has more definitive holders at a time than seats, on any day for which an assignment newly takes one. A
-- holder who leaves earlier, or comes later, takes none: so rows that an older version let in can be corrected. Writers
-- that take seats of an agency take turns.
create or replace function refuse_overfull_post() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_nestloop = off
set jit = off
as $$
declare
    v_taking bigint[];
    v_agency_id integer;
    v_posts bigint;
begin
    perform require_fresh_view();
    if tg_op = 'INSERT' then
        v_taking := array(select a.assignment_id from added a where a.kind = 'definitive');
    else
        v_taking := array(
            select a.assignment_id from added a
            join former f on f.agency_id = a.agency_id and f.assignment_id = a.assignment_id
            where a.kind = 'definitive'
                and not (f.kind = 'definitive' and f.post_id = a.post_id and f.valid @> a.valid)
        );
    end if;
    for v_agency_id in
        select distinct a.agency_id from added a where a.assignment_id = any (v_taking) order by a.agency_id
    loop
        perform lock_seats(v_agency_id);
        select count(distinct h.post_id) into v_posts
        from definitive_holders(
            v_agency_id,
            array(
                select distinct a.post_id from added a
                where a.agency_id = v_agency_id and a.assignment_id = any (v_taking)
            )
        ) h
        join seats_given(
            v_agency_id,
            array(
                select distinct a.post_id from added a
                where a.agency_id = v_agency_id and a.assignment_id = any (v_taking)
            )
        ) g on g.post_id = h.post_id and g.given && h.held and h.holders > g.seats
        join added a on a.agency_id = v_agency_id and a.post_id = h.post_id and a.valid && h.held * g.given
            and a.assignment_id = any (v_taking);
        if v_posts > 0 then
            raise exception 'posts would have more definitive holders than seats: %', v_posts
                using errcode = 'MU311', table = 'assignment', detail = jsonb_build_object('count', v_posts)::text,
                    hint = 'end the assignment of the present holder first, or raise the number of seats';
        end if;
    end loop;
    return null;
end
$$;

create or replace trigger refuse_overfull_post after insert on assignment
    referencing new table as added for each statement execute function refuse_overfull_post();
create or replace trigger refuse_overfull_post_later after update on assignment
    referencing old table as former new table as added for each statement execute function refuse_overfull_post();

-- A row of formasi may not give fewer seats than people hold on any of its days.
create or replace function refuse_formasi_below_holders() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_nestloop = off
set jit = off
as $$
declare
    v_agency_id integer;
    v_posts bigint[];
    v_short record;
begin
    perform require_fresh_view();
    for v_agency_id in select distinct a.agency_id from added a order by a.agency_id loop
        perform lock_seats(v_agency_id);
        v_posts := array(select distinct a.post_id from added a where a.agency_id = v_agency_id);
        select h.holders, g.seats, lower(h.held * g.given) as day into v_short
        from definitive_holders(v_agency_id, v_posts) h
        join seats_given(v_agency_id, v_posts) g on g.post_id = h.post_id and g.given && h.held and h.holders > g.seats
        join added a on a.agency_id = v_agency_id and a.post_id = g.post_id and a.valid_from = lower(g.given)
        order by h.holders - g.seats desc, lower(h.held * g.given) limit 1;
        if found then
            raise exception 'on % the post would have fewer seats than definitive holders: % for %',
                v_short.day, v_short.seats, v_short.holders
                using errcode = 'MU313', table = 'formasi', detail = jsonb_build_object(
                    'day', v_short.day::text, 'seats', v_short.seats, 'held', v_short.holders
                )::text;
        end if;
    end loop;
    return null;
end
$$;

create or replace trigger refuse_formasi_below_holders after insert on formasi
    referencing new table as added for each statement execute function refuse_formasi_below_holders();
create or replace trigger refuse_formasi_below_holders_later after update on formasi
    referencing new table as added for each statement execute function refuse_formasi_below_holders();
