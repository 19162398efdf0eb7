-- Owner: {city}_definer
-- Sessions of agencies' logins. Their settings limit what they do (bindings/login_settings.sql), but a session can lift
-- these limits for itself.

-- Ends sessions of agencies that hold up others beyond their limits: a transaction older than five minutes; one with so
-- many locks that the server's table of them, which all share, could fill; and, when the queue of notifications grows,
-- the oldest transaction, because a transaction keeps everything that came after its beginning. Returns the login and
-- the reason.
create or replace function end_agency_sessions() returns table (login text, reason text)
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    with session as materialized (
        select t.pid, t.login, t.began_at,
            (select count(*) from pg_locks l where l.pid = t.pid) as locks
        from agency_transactions() t
    ), excess as (
        select s.pid, s.login, case
            when s.began_at < clock_timestamp() - interval '5 min' then 'a transaction of more than five minutes'
            when s.locks > 1000 then 'more than 1,000 locks'
            when pg_notification_queue_usage() > 0.05 and s.began_at = (select min(o.began_at) from session o)
                then 'the queue of notifications grows'
        end as reason
        from session s
    )
    select e.login, e.reason from excess e where e.reason is not null and pg_terminate_backend(e.pid, 1000)
$$;

grant execute on function end_agency_sessions to {city}_worker;
