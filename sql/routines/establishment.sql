-- The establishment: the seats of a post on a day, and what a title asks of its holder.

-- The seats of a post on a day: those that the city last entered until then; else those that followed the holders; and
-- before any row of formasi p_capacity, the post's own.
create or replace function seats_on(p_agency_id integer, p_post_id bigint, p_capacity integer, p_day date)
returns integer
language plpgsql
stable
parallel safe
set search_path from current
as $$
begin
    return coalesce((
        select f.seats from formasi f
        where f.agency_id = p_agency_id and f.post_id = p_post_id and f.valid_from <= p_day
        order by f.source = 'holders', f.valid_from desc limit 1
    ), p_capacity);
end
$$;

-- The same for all days: how many seats each of an agency's posts has, from each day on which that changes.
create or replace function seats_given(p_agency_id integer, p_posts bigint[])
returns table (post_id bigint, given daterange, seats integer)
language plpgsql
stable
parallel safe
set search_path from current
as $$
#variable_conflict use_column
begin
    return query
    with dated as (
        select f.post_id, f.valid_from, f.seats
        from (
            select o.*, min(o.valid_from) filter (where o.source <> 'holders') over (partition by o.post_id) as entered
            from formasi o
            where o.agency_id = p_agency_id and o.post_id = any (p_posts)
        ) f
        where f.source <> 'holders' or f.entered is null or f.valid_from < f.entered
    )
    select d.post_id, daterange(d.valid_from, lead(d.valid_from) over (partition by d.post_id order by d.valid_from)),
        d.seats
    from dated d
    union all
    select t.post_id, daterange(null, x.first), t.capacity
    from post t
    left join (select post_id, min(valid_from) as first from dated group by post_id) x on x.post_id = t.post_id
    where t.agency_id = p_agency_id and t.post_id = any (p_posts);
end
$$;

-- How many definitive holders each of an agency's posts has, from each day on which somebody comes or goes.
create or replace function definitive_holders(p_agency_id integer, p_posts bigint[])
returns table (post_id bigint, held daterange, holders bigint)
language plpgsql
stable
parallel safe
set search_path from current
set enable_nestloop = off
set jit = off
as $$
#variable_conflict use_column
begin
    return query
    with holding as (
        select a.post_id, a.valid from assignment a
        where a.agency_id = p_agency_id and a.post_id = any (p_posts) and a.kind = 'definitive' and not isempty(a.valid)
    ), event as (
        select post_id, lower(valid) as day, 1 as change from holding
        union all
        select post_id, upper(valid), -1 from holding where not upper_inf(valid)
    ), change as (
        select post_id, day, sum(change) as change from event group by post_id, day
    )
    select post_id, daterange(day, lead(day) over w), (sum(change) over w)::bigint
    from change
    window w as (partition by post_id order by day);
end
$$;

-- The fewest seats that a post has on any of some days.
create or replace function fewest_seats(p_agency_id integer, p_post_id bigint, p_days daterange) returns integer
language plpgsql
stable
parallel safe
set search_path from current
as $$
begin
    return (select min(g.seats) from seats_given(p_agency_id, array[p_post_id]) g where g.given && p_days);
end
$$;

-- What is known of the title of a post: a longer title before a shorter one, and of the same title the city's own row
-- before the program's. A functional title may lack its tier ("Perawat" stands for "Perawat Ahli Muda"); where a title
-- is followed by the name of a place, its beginning is enough ("Kepala Puskesmas" stands for "Kepala Puskesmas Medan
-- Kota"). No row when nothing is known.
create or replace function job_title_of(p_title text)
returns table (
    title text, is_own boolean, position_level text, family text, retirement_age smallint,
    education_level_id smallint, fields text, trainings text
)
language plpgsql
stable
parallel safe
set search_path from current
as $$
#variable_conflict use_column
declare
    v_title text := lower(p_title);
    v_titles text[] := array[
        v_title,
        regexp_replace(v_title, ' (pemula|terampil|mahir|penyelia|ahli (pertama|muda|madya|utama))$', '')
    ];
begin
    return query
    select k.job_title, k.is_own, k.position_level, k.family, k.retirement_age, k.education_level_id, k.fields,
        k.trainings
    from (
        select c.*, true as is_own from city_job_title c
        where lower(c.job_title) = any (v_titles)
            or c.has_places and starts_with(v_title, lower(c.job_title) || ' ')
        union all
        select j.*, false from job_title j
        where lower(j.job_title) = any (v_titles)
            or j.has_places and starts_with(v_title, lower(j.job_title) || ' ')
    ) k
    order by length(k.job_title) desc, k.is_own desc
    limit 1;
end
$$;

-- The least level of education that a post asks for, by SIASN's id: that of its title, and at least what its level asks
-- for (PP 11/2017 arts 54, 75, 107): a bachelor's degree or D-IV of JPT, administrators and tiers of expertise
-- (keahlian), D-III of pengawas. Null when it is not known.
create or replace function required_education(p_title text, p_position_level text) returns smallint
language plpgsql
stable
parallel safe
set search_path from current
as $$
begin
    return greatest(
        (select j.education_level_id from job_title_of(p_title) j),
        case
            when p_position_level in ('jpt_utama', 'jpt_madya', 'jpt_pratama', 'administrator') then 35
            when p_position_level = 'pengawas' then 30
            when p_position_level = 'fungsional' and p_title ~* '(^| )ahli (pertama|muda|madya|utama)$' then 35
        end
    );
end
$$;

grant execute on function seats_on to {city}_pool, {city}_personnel, {city}_appraiser, {city}_carrier;
grant execute on function fewest_seats to {city}_pool, {city}_appraiser;
grant execute on function seats_given to {city}_pool, {city}_appraiser, {city}_guard;
grant execute on function definitive_holders to {city}_pool, {city}_guard;
grant execute on function job_title_of, required_education to {city}_pool, {city}_personnel;
