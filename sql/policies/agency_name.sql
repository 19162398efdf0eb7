-- City-wide: everybody reads the names, the provisioner keeps them.
alter table agency_name enable row level security;
alter table agency_name force row level security;

revoke all on agency_name from public, {groups};
grant select on agency_name to {city}_agency;
grant select on agency_name to {city}_pool;
grant select on agency_name to {city}_personnel;
grant select on agency_name to {city}_mover;
grant select, insert, update (name, short_name, valid) on agency_name to {city}_provisioner;

create policy agency_name_agency on agency_name for select to {city}_agency
    using (true);
create policy agency_name_pool on agency_name for select to {city}_pool
    using (true);
create policy agency_name_personnel on agency_name for select to {city}_personnel
    using (true);
create policy agency_name_mover on agency_name for select to {city}_mover
    using (true);
create policy agency_name_provisioner on agency_name to {city}_provisioner
    using (true)
    with check (true);
