-- Owner: {city}_carrier
-- Splits and merges units: their posts go on in another one, as in units.sql.

-- Posts of a unit belong to another from the day on, with the people who hold them. All of them where none are named.
-- Returns how many.
create or replace function carry_posts(
    p_agency_id integer, p_from bigint, p_to bigint, p_posts bigint[], p_day date
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_count integer;
    v_title text;
begin
    select t.title into v_title
    from post t
    join post o on o.agency_id = t.agency_id and o.org_unit_id = p_to and o.title = t.title
    where t.agency_id = p_agency_id and t.org_unit_id = p_from and (p_posts is null or t.post_id = any (p_posts))
    order by t.post_id limit 1;
    if v_title is not null then
        raise exception 'the other unit has a post % already', v_title
            using errcode = 'MU368', detail = jsonb_build_object('post', v_title)::text;
    end if;
    update post set org_unit_id = p_to, since = p_day
    where agency_id = p_agency_id and org_unit_id = p_from and (p_posts is null or post_id = any (p_posts));
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- A new unit begins and takes posts of an old one, which goes on.
create or replace function split_unit(
    p_agency_id integer, p_unit text, p_new text, p_name text, p_parent text, p_posts bigint[], p_day date,
    p_decree text, p_by text
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_new bigint;
    v_foreign bigint;
begin
    if p_parent is not null then
        perform require_unit(p_agency_id, p_parent, p_day);
    end if;
    select n into v_foreign from unnest(p_posts) n
    where not exists (
        select from post t where t.agency_id = p_agency_id and t.org_unit_id = v_unit and t.post_id = n
    )
    order by n limit 1;
    if v_foreign is not null then
        raise exception 'unit % has no post %', p_unit, v_foreign
            using errcode = 'MU369', detail = jsonb_build_object('unit', p_unit, 'post', v_foreign::text)::text;
    end if;
    v_new := begin_unit(
        p_agency_id, p_new, p_name,
        coalesce(p_parent, (
            select parent_siasn_id from org_unit where agency_id = p_agency_id and org_unit_id = v_unit
        )),
        p_day, 'split', v_unit, p_decree, p_by
    );
    return carry_posts(p_agency_id, v_unit, v_new, coalesce(p_posts, '{}'), p_day);
end
$$;

-- Where both units have a post of one title, its seats are added to the other's, and its holders go on there.
create or replace function join_posts(
    p_agency_id integer, p_from bigint, p_to bigint, p_day date, p_decree text, p_by text
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_pair record;
    v_count integer := 0;
begin
    for v_pair in
        select t.post_id as from_post, o.post_id as to_post, t.is_critical
        from post t
        join post o on o.agency_id = t.agency_id and o.org_unit_id = p_to and o.title = t.title
        where t.agency_id = p_agency_id and t.org_unit_id = p_from
        order by t.post_id
    loop
        if exists (
            select from assignment a
            where a.agency_id = p_agency_id and a.post_id = v_pair.from_post and lower(a.valid) >= p_day
        ) then
            raise exception 'something that is to be carried over begins on the day or later' using errcode = 'MU404';
        end if;
        update post set is_critical = true
        where agency_id = p_agency_id and post_id = v_pair.to_post and v_pair.is_critical and not is_critical;
        perform join_seats(p_agency_id, v_pair.from_post, p_agency_id, v_pair.to_post, p_day);
        with held as (
            select a.* from assignment a
            where a.agency_id = p_agency_id and a.post_id = v_pair.from_post and a.valid @> p_day
        ), ended as (
            update assignment a set valid = daterange(lower(a.valid), p_day)
            from held h
            where a.agency_id = p_agency_id and a.assignment_id = h.assignment_id
            returning a.assignment_id
        )
        insert into assignment (
            agency_id, employment_id, post_id, kind, valid, decree_number, decree_date, held_since
        )
        select p_agency_id, h.employment_id, v_pair.to_post, h.kind, daterange(p_day, upper(h.valid)), h.decree_number,
            h.decree_date, coalesce(h.held_since, lower(h.valid))
        from held h
        join ended e on e.assignment_id = h.assignment_id
        -- People who act in both go on in one.
        where h.kind = 'definitive' or not exists (
            select from assignment o
            where o.agency_id = p_agency_id and o.employment_id = h.employment_id and o.post_id = v_pair.to_post
                and o.kind = h.kind and o.valid && daterange(p_day, upper(h.valid))
        );
        perform end_seats(p_agency_id, array[v_pair.from_post], p_day, p_decree, p_by);
        v_count := v_count + 1;
    end loop;
    return v_count;
end
$$;

-- All of a unit goes on in another, and it ends. Returns how many posts.
create or replace function merge_unit(
    p_agency_id integer, p_unit text, p_into text, p_day date, p_decree text, p_by text
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_unit bigint := require_unit(p_agency_id, p_unit, p_day);
    v_into bigint := require_unit(p_agency_id, p_into, p_day);
    v_joined integer;
    v_count integer;
begin
    if v_unit = v_into then
        raise exception 'a unit cannot be merged into itself' using errcode = 'MU370';
    end if;
    v_joined := join_posts(p_agency_id, v_unit, v_into, p_day, p_decree, p_by);
    update post t set org_unit_id = v_into, since = p_day
    where t.agency_id = p_agency_id and t.org_unit_id = v_unit and not exists (
        select from post o where o.agency_id = p_agency_id and o.org_unit_id = v_into and o.title = t.title
    );
    get diagnostics v_count = row_count;
    -- The other unit may stand below: it takes the place of the one that ends, and then what stood below that.
    update org_unit set parent_siasn_id = (
            select u.parent_siasn_id from org_unit u where u.agency_id = p_agency_id and u.org_unit_id = v_unit
        ), since = p_day
    where agency_id = p_agency_id and org_unit_id = v_into and parent_siasn_id = p_unit;
    update org_unit set parent_siasn_id = p_into, since = p_day
    where agency_id = p_agency_id and parent_siasn_id = p_unit and ended_on is null;
    perform end_unit(p_agency_id, v_unit, p_day);
    perform note_unit(p_agency_id, v_unit, 'merge', p_day, v_into, p_decree, p_by);
    return v_joined + v_count;
end
$$;

grant execute on function split_unit, merge_unit to {city}_mover;
