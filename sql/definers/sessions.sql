-- Owner: {city}_verifier
-- Who is in the way of a change of the schema. Nobody else may see what other sessions do; this tells which they are and since
-- when they have been in their transactions, and nothing of what they do there.

-- Of the caller's own sessions only: who holds what one of them waits for.
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

grant execute on function sessions_ahead(integer) to {city}_owner;
