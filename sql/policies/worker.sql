-- Room: Jobs
-- City-wide: worker processes.
alter table worker enable row level security;
alter table worker force row level security;

revoke all on worker from public, {groups};
grant select on worker to {city}_pool;
grant select on worker to {city}_personnel;
grant select, insert (name, started_at, lease_until), update (lease_until), delete on worker to {city}_worker;
grant select on worker to {city}_definer;

create policy worker_pool on worker for select to {city}_pool
    using (true);
create policy worker_personnel on worker for select to {city}_personnel
    using (true);
create policy worker_worker on worker to {city}_worker
    using (true)
    with check (true);
create policy worker_definer on worker for select to {city}_definer
    using (true);
