-- City-wide: the personnel agency keeps it, everybody reads it.
alter table freeze_window enable row level security;
alter table freeze_window force row level security;

revoke all on freeze_window from public, {groups};
grant select on freeze_window to {city}_agency;
grant select on freeze_window to {city}_pool;
grant select, insert (kind, valid, basis, recorded_by), update (valid, lifted_by, lifted_on) on freeze_window to
    {city}_personnel;

create policy freeze_window_agency on freeze_window for select to {city}_agency
    using (true);
create policy freeze_window_pool on freeze_window for select to {city}_pool
    using (true);
create policy freeze_window_personnel on freeze_window to {city}_personnel
    using (true)
    with check (true);
