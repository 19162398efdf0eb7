-- Room: Jobs
-- Tenant, append-only.
alter table run_failure enable row level security;
alter table run_failure force row level security;

revoke all on run_failure from public, {groups};
grant select on run_failure to {city}_window;
grant select on run_failure to {city}_pool;
grant select on run_failure to {city}_personnel;
grant select, insert on run_failure to {city}_definer;

create policy run_failure_window on run_failure for select to {city}_window
    using (agency_id = {login_agency});
create policy run_failure_pool on run_failure for select to {city}_pool
    using (agency_id = {pool_agency});
create policy run_failure_personnel on run_failure for select to {city}_personnel
    using (true);
create policy run_failure_definer on run_failure to {city}_definer
    using (true)
    with check (true);
