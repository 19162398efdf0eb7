-- Owner: {city}_verifier
-- Sessions that hold others up. Nobody else may see what other sessions do; these functions show which sessions they
-- are and since when they have been in their transactions, and nothing of what they do there.

-- For the caller's own sessions only: the sessions that hold what one of them waits for.
create or replace function sessions_ahead(p_pid integer) returns table (pid integer, login text, since timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select distinct b.pid, a.usename::text, a.xact_start
    from pg_stat_activity own
    cross join unnest(pg_blocking_pids(own.pid)) b (pid)
    left join pg_stat_activity a on a.pid = b.pid
    where own.pid = p_pid and own.usename = session_user
$$;

-- The open transactions of an agency's logins, or of all agencies'.
create or replace function agency_transactions(p_agency_id integer default null)
returns table (pid integer, login text, began_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select a.pid, a.usename::text, a.xact_start from pg_stat_activity a
    where a.datname = current_database() and a.xact_start is not null
        and substring(a.usename from '^{city}_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$')::integer
            = coalesce(p_agency_id, substring(a.usename from '^{city}_agency_([0-9]{1,9})_')::integer)
$$;

grant execute on function agency_transactions to {city}_definer;
grant execute on function sessions_ahead(integer) to {city}_owner;
