-- Owner: {city}_definer
-- Room: Jobs
-- Which worker processes are alive.

create or replace function worker_lock_class() returns integer
language sql
immutable
return hashtext('mutasi worker {city}');

-- By this lock a worker shows that it is alive: the server frees it at once when the process dies.
create or replace function lock_worker(p_worker_id integer) returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    select pg_advisory_xact_lock(worker_lock_class(), p_worker_id)
$$;

-- Workers that hold their lock and have a lease.
create or replace function living_workers() returns setof integer
language sql
stable
set search_path = pg_catalog, {city}, pg_temp
as $$
    select w.worker_id
    from worker w
    join pg_locks l on l.locktype = 'advisory' and l.granted and l.objsubid = 2
        and l.database = (select d.oid from pg_database d where d.datname = current_database())
        and l.classid::bigint::bit(32)::integer = worker_lock_class() and l.objid = w.worker_id::oid
    where w.lease_until > clock_timestamp()
$$;

grant execute on function lock_worker to {city}_worker;
