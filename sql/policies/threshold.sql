-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table threshold enable row level security;
alter table threshold force row level security;

revoke all on threshold from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on threshold to {city}_agency;
grant select on threshold to {city}_pool;
grant select, insert on threshold to {city}_personnel;
grant select on threshold to {city}_mover;
grant select, insert, update on threshold to {city}_owner;

drop policy if exists threshold_agency on threshold;
create policy threshold_agency on threshold for select to {city}_agency
    using (true);
drop policy if exists threshold_pool on threshold;
create policy threshold_pool on threshold for select to {city}_pool
    using (true);
drop policy if exists threshold_personnel on threshold;
create policy threshold_personnel on threshold to {city}_personnel
    using (true)
    with check (true);
drop policy if exists threshold_mover on threshold;
create policy threshold_mover on threshold for select to {city}_mover
    using (true);
drop policy if exists threshold_owner on threshold;
create policy threshold_owner on threshold to {city}_owner
    using (true)
    with check (true);
