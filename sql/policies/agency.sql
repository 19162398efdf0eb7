-- City-wide: everybody reads the list of agencies; the provisioner keeps it.
alter table agency enable row level security;
alter table agency force row level security;

revoke all on agency from public, {groups};
grant select on agency to {city}_owner;
grant select on agency to {city}_agency;
grant select on agency to {city}_pool;
grant select on agency to {city}_personnel;
grant select on agency to {city}_mover;
grant select on agency to {city}_carrier;
grant select, insert (code, kind, state, created_at, merged_into), update (kind, state, merged_into) on agency to
    {city}_provisioner;
grant select on agency to {city}_worker;
grant select on agency to {city}_auditor;
grant select on agency to {city}_definer;
grant select on agency to {city}_guard;

create policy agency_owner on agency for select to {city}_owner
    using (true);
create policy agency_agency on agency for select to {city}_agency
    using (true);
create policy agency_pool on agency for select to {city}_pool
    using (true);
create policy agency_personnel on agency for select to {city}_personnel
    using (true);
create policy agency_mover on agency for select to {city}_mover
    using (true);
create policy agency_carrier on agency for select to {city}_carrier
    using (true);
create policy agency_provisioner on agency to {city}_provisioner
    using (true)
    with check (true);
create policy agency_worker on agency for select to {city}_worker
    using (true);
create policy agency_auditor on agency for select to {city}_auditor
    using (true);
create policy agency_definer on agency for select to {city}_definer
    using (true);
create policy agency_guard on agency for select to {city}_guard
    using (true);
