-- Tenant, append-only; taken back by a date. It moves along with its person.
alter table evidence enable row level security;
alter table evidence force row level security;

revoke all on evidence from public, {groups};
grant select on evidence to {city}_window;
grant select, insert (agency_id, employment_id, kind, level, score, title, occurred_on, ended_on, document_number,
    document_date, recorded_at, withdrawn_at), update (withdrawn_at) on evidence to {city}_pool;
grant select on evidence to {city}_appraiser;
grant select on evidence to {city}_personnel;
grant select, insert (agency_id, employment_id, kind, level, score, title, occurred_on, ended_on, document_number,
    document_date, recorded_at, withdrawn_at) on evidence to {city}_carrier;

create policy evidence_window on evidence for select to {city}_window
    using (agency_id = {login_agency});
create policy evidence_pool on evidence to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy evidence_appraiser on evidence for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy evidence_personnel on evidence for select to {city}_personnel
    using (true);
create policy evidence_carrier on evidence to {city}_carrier
    using (true)
    with check (true);
