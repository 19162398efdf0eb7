-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table talent_box enable row level security;
alter table talent_box force row level security;

revoke all on talent_box from public, {groups};
grant select, insert, update on talent_box to {city}_owner;
grant select on talent_box to {city}_agency;
grant select on talent_box to {city}_pool;
grant select on talent_box to {city}_appraiser;
grant select, insert on talent_box to {city}_personnel;

create policy talent_box_owner on talent_box to {city}_owner
    using (true)
    with check (true);
create policy talent_box_agency on talent_box for select to {city}_agency
    using (true);
create policy talent_box_pool on talent_box for select to {city}_pool
    using (true);
create policy talent_box_appraiser on talent_box for select to {city}_appraiser
    using (true);
create policy talent_box_personnel on talent_box to {city}_personnel
    using (true)
    with check (true);
