-- City-wide: everybody reads the city's zone; only a superuser changes it.
alter table city enable row level security;
alter table city force row level security;

revoke all on city from public, {groups};
grant select on city to {city}_owner;
grant select on city to {city}_agency;
grant select on city to {city}_pool;
grant select on city to {city}_appraiser;
grant select on city to {city}_personnel;
grant select on city to {city}_mover;
grant select on city to {city}_carrier;
grant select on city to {city}_provisioner;
grant select on city to {city}_worker;
grant select on city to {city}_auditor;
grant select on city to {city}_definer;
grant select on city to {city}_guard;

create policy city_owner on city for select to {city}_owner
    using (true);
create policy city_agency on city for select to {city}_agency
    using (true);
create policy city_pool on city for select to {city}_pool
    using (true);
create policy city_appraiser on city for select to {city}_appraiser
    using (true);
create policy city_personnel on city for select to {city}_personnel
    using (true);
create policy city_mover on city for select to {city}_mover
    using (true);
create policy city_carrier on city for select to {city}_carrier
    using (true);
create policy city_provisioner on city for select to {city}_provisioner
    using (true);
create policy city_worker on city for select to {city}_worker
    using (true);
create policy city_auditor on city for select to {city}_auditor
    using (true);
create policy city_definer on city for select to {city}_definer
    using (true);
create policy city_guard on city for select to {city}_guard
    using (true);
