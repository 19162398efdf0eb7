-- The day in the city, and the instant when a day begins there, whatever TimeZone a session has.
--
-- city_zone() is one look-up; the other two are inlined. Where many rows are compared with a day, compute the day once:
-- `upper(valid) > (select city_day(now()))`, or `(select city_zone())` for conversions row by row.
create or replace function city_zone() returns text
language sql
stable
parallel safe
return (select c.zone from city c);

create or replace function city_day(p_at timestamptz) returns date
language sql
stable
parallel safe
return (p_at at time zone city_zone())::date;

-- The instant of a day and hour of the city; for a day, its first instant.
create or replace function city_instant(p_local timestamp) returns timestamptz
language sql
stable
parallel safe
return p_local at time zone city_zone();

-- The last day of a time limit in working days (Monday to Friday, without holidays); the day from which it runs does
-- not count.
create or replace function working_day(p_from date, p_days integer) returns date
language plpgsql
stable
set search_path from current
as $$
begin
    return (
        select d.day from (
            select g::date as day, row_number() over (order by g) as number
            from generate_series(p_from + 1, p_from + 30 + p_days * 3, interval '1 day') g
            where extract(isodow from g) < 6 and not exists (select from holiday h where h.day = g::date)
        ) d
        where d.number = p_days
    );
end
$$;

grant execute on function working_day
    to {city}_pool, {city}_appraiser, {city}_personnel, {city}_carrier, {city}_guard;
grant execute on function city_zone, city_day, city_instant
    to {city}_agency, {city}_pool, {city}_appraiser, {city}_personnel, {city}_mover, {city}_carrier, {city}_provisioner,
    {city}_worker, {city}_auditor, {city}_definer, {city}_guard;
