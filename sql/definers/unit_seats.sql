-- Owner: {city}_carrier
-- Seats of posts that a reorganisation joins or ends. The days before it keep what they had.

-- Adds the seats of a post to those of another from a day on, which may belong to another agency.
create or replace function join_seats(
    p_from integer, p_from_post bigint, p_to integer, p_to_post bigint, p_day date
) returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    insert into formasi (
        agency_id, post_id, valid_from, seats, source, decree_number, decree_date, standard, recorded_by
    )
    select p_to, p_to_post, d.day, least(d.joining + seats_on(p_to, p_to_post, n.capacity, d.day), 9999),
        coalesce(k.source, 'holders'), k.decree_number, k.decree_date, k.standard, coalesce(k.recorded_by, 'merger')
    from (
        select x.day, s.joining, max(s.joining) over () as most
        from post t
        cross join lateral (
            select p_day as day
            union
            select f.valid_from from formasi f
            where f.agency_id = p_from and f.post_id = p_from_post and f.valid_from > p_day
            union
            select f.valid_from from formasi f
            where f.agency_id = p_to and f.post_id = p_to_post and f.valid_from > p_day
        ) x
        cross join lateral (select seats_on(p_from, p_from_post, t.capacity, x.day) as joining) s
        where t.agency_id = p_from and t.post_id = p_from_post
    ) d
    join post n on n.agency_id = p_to and n.post_id = p_to_post
    -- What somebody entered of either post stays entered.
    left join lateral (
        select f.source, f.decree_number, f.decree_date, f.standard, f.recorded_by from formasi f
        where (f.agency_id = p_from and f.post_id = p_from_post or f.agency_id = p_to and f.post_id = p_to_post)
            and f.valid_from <= d.day and f.source <> 'holders'
        order by f.agency_id = p_from and f.post_id = p_from_post desc, f.valid_from desc limit 1
    ) k on true
    where d.most > 0
    on conflict (agency_id, post_id, valid_from) do update
    set seats = excluded.seats, source = excluded.source, decree_number = excluded.decree_number,
        decree_date = excluded.decree_date, standard = excluded.standard, recorded_by = excluded.recorded_by
$$;

-- Posts have no seats from a day on, nor those that were to come.
create or replace function end_seats(
    p_agency_id integer, p_posts bigint[], p_day date, p_decree text, p_by text
) returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    update formasi set seats = 0
    where agency_id = p_agency_id and post_id = any (p_posts) and valid_from > p_day and seats > 0;
    insert into formasi (agency_id, post_id, valid_from, seats, source, decree_number, recorded_by)
    select t.agency_id, t.post_id, p_day, 0, case
            when not exists (
                select from formasi f
                where f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid_from <= p_day
                    and f.source <> 'holders'
            ) then 'holders'
            when p_decree is null then 'workload'
            else 'decree'
        end, p_decree, coalesce(p_by, 'merger')
    from post t
    where t.agency_id = p_agency_id and t.post_id = any (p_posts)
        and seats_on(t.agency_id, t.post_id, t.capacity, p_day) > 0
    on conflict (agency_id, post_id, valid_from) do update
    set seats = 0, source = excluded.source, decree_number = excluded.decree_number, recorded_by = excluded.recorded_by
$$;
