-- City-wide, append-only: only the step that signs a decree adds one.
alter table decree enable row level security;
alter table decree force row level security;

revoke all on decree from public, {groups};
grant select on decree to {city}_personnel;
grant select, insert (number, decree_date, signed_by) on decree to {city}_carrier;

create policy decree_personnel on decree for select to {city}_personnel
    using (true);
create policy decree_carrier on decree to {city}_carrier
    using (true)
    with check (true);
