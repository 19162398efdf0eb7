-- City-wide: the personnel agency keeps the calendar, everybody reads it. Migrations load it (as the owner).
alter table holiday enable row level security;
alter table holiday force row level security;

revoke all on holiday from public, {groups};
grant select, insert, update on holiday to {city}_owner;
grant select on holiday to {city}_agency;
grant select on holiday to {city}_pool;
grant select on holiday to {city}_appraiser;
grant select, insert, update (name, kind), delete on holiday to {city}_personnel;
grant select on holiday to {city}_carrier;
grant select on holiday to {city}_worker;
grant select on holiday to {city}_guard;

create policy holiday_owner on holiday to {city}_owner
    using (true)
    with check (true);
create policy holiday_agency on holiday for select to {city}_agency
    using (true);
create policy holiday_pool on holiday for select to {city}_pool
    using (true);
create policy holiday_appraiser on holiday for select to {city}_appraiser
    using (true);
create policy holiday_personnel on holiday to {city}_personnel
    using (true)
    with check (true);
create policy holiday_carrier on holiday for select to {city}_carrier
    using (true);
create policy holiday_worker on holiday for select to {city}_worker
    using (true);
create policy holiday_guard on holiday for select to {city}_guard
    using (true);
