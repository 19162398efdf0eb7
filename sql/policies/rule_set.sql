-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table rule_set enable row level security;
alter table rule_set force row level security;

revoke all on rule_set from public, {groups};
grant select, insert, update on rule_set to {city}_owner;
grant select on rule_set to {city}_agency;
grant select on rule_set to {city}_pool;
grant select on rule_set to {city}_appraiser;
grant select, insert on rule_set to {city}_personnel;
grant select on rule_set to {city}_worker;

create policy rule_set_owner on rule_set to {city}_owner
    using (true)
    with check (true);
create policy rule_set_agency on rule_set for select to {city}_agency
    using (true);
create policy rule_set_pool on rule_set for select to {city}_pool
    using (true);
create policy rule_set_appraiser on rule_set for select to {city}_appraiser
    using (true);
create policy rule_set_personnel on rule_set to {city}_personnel
    using (true)
    with check (true);
create policy rule_set_worker on rule_set for select to {city}_worker
    using (true);
