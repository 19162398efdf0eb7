-- City-wide, append-only: a rule is changed by a row of a later day; everybody reads it.
alter table local_condition enable row level security;
alter table local_condition force row level security;

revoke all on local_condition from public, {groups};
grant select on local_condition to {city}_agency;
grant select on local_condition to {city}_pool;
grant select, insert on local_condition to {city}_personnel;

create policy local_condition_agency on local_condition for select to {city}_agency
    using (true);
create policy local_condition_pool on local_condition for select to {city}_pool
    using (true);
create policy local_condition_personnel on local_condition to {city}_personnel
    using (true)
    with check (true);
