-- City-wide: worker processes.
alter table worker enable row level security;
alter table worker force row level security;

revoke all on worker from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor, {city}_definer;
grant select, insert, update (lease_until), delete on worker to {city}_worker;
grant select on worker to {city}_personnel;
grant select on worker to {city}_pool;
grant select on worker to {city}_definer;

drop policy if exists worker_worker on worker;
create policy worker_worker on worker to {city}_worker
    using (true)
    with check (true);
drop policy if exists worker_personnel on worker;
create policy worker_personnel on worker for select to {city}_personnel
    using (true);
drop policy if exists worker_pool on worker;
create policy worker_pool on worker for select to {city}_pool
    using (true);
drop policy if exists worker_definer on worker;
create policy worker_definer on worker for select to {city}_definer
    using (true);
