-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table threshold enable row level security;
alter table threshold force row level security;

revoke all on threshold from public, {groups};
grant select, insert, update on threshold to {city}_owner;
grant select on threshold to {city}_agency;
grant select on threshold to {city}_pool;
grant select on threshold to {city}_appraiser;
grant select, insert on threshold to {city}_personnel;

create policy threshold_owner on threshold to {city}_owner
    using (true)
    with check (true);
create policy threshold_agency on threshold for select to {city}_agency
    using (true);
create policy threshold_pool on threshold for select to {city}_pool
    using (true);
create policy threshold_appraiser on threshold for select to {city}_appraiser
    using (true);
create policy threshold_personnel on threshold to {city}_personnel
    using (true)
    with check (true);
