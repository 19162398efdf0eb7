-- Tenant, append-only: a wrong correction is put right by a further one.
alter table correction enable row level security;
alter table correction force row level security;

revoke all on correction from public, {groups};
grant select on correction to {city}_window;
grant select, insert (agency_id, fact, fact_id, employment_id, before, after, reason, document_number, corrected_by) on
    correction to {city}_pool;
grant select on correction to {city}_personnel;
grant select, insert (agency_id, fact, fact_id, employment_id, before, after, reason, document_number, corrected_by,
    corrected_at) on correction to {city}_carrier;

create policy correction_window on correction for select to {city}_window
    using (agency_id = {login_agency});
create policy correction_pool on correction to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy correction_personnel on correction for select to {city}_personnel
    using (true);
create policy correction_carrier on correction to {city}_carrier
    using (true)
    with check (true);
