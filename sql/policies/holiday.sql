-- City-wide: the personnel agency keeps the calendar, everybody reads it. Migrations load (as the owner).
alter table holiday enable row level security;
alter table holiday force row level security;

revoke all on holiday from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on holiday to {city}_agency;
grant select on holiday to {city}_pool;
grant select, insert, update (name, kind), delete on holiday to {city}_personnel;
grant select on holiday to {city}_mover;
grant select on holiday to {city}_worker;
grant select, insert, update on holiday to {city}_owner;

drop policy if exists holiday_agency on holiday;
create policy holiday_agency on holiday for select to {city}_agency
    using (true);
drop policy if exists holiday_pool on holiday;
create policy holiday_pool on holiday for select to {city}_pool
    using (true);
drop policy if exists holiday_personnel on holiday;
create policy holiday_personnel on holiday to {city}_personnel
    using (true)
    with check (true);
drop policy if exists holiday_mover on holiday;
create policy holiday_mover on holiday for select to {city}_mover
    using (true);
drop policy if exists holiday_worker on holiday;
create policy holiday_worker on holiday for select to {city}_worker
    using (true);
drop policy if exists holiday_owner on holiday;
create policy holiday_owner on holiday to {city}_owner
    using (true)
    with check (true);
