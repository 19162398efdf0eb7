-- Append-only: only the functions of {city}_audit write it. The worker copies the seals to a place where nobody can
-- change them.
alter table audit_seal enable row level security;
alter table audit_seal force row level security;

revoke all on audit_seal from public, {groups}, {city}_owner;
grant select on audit_seal to {city}_window;
grant select on audit_seal to {city}_pool;
grant select on audit_seal to {city}_personnel;
grant select on audit_seal to {city}_worker;
grant select on audit_seal to {city}_auditor;
grant select, insert on audit_seal to {city}_audit;

create policy audit_seal_window on audit_seal for select to {city}_window
    using (agency_id = {login_agency});
create policy audit_seal_pool on audit_seal for select to {city}_pool
    using (agency_id = {pool_agency});
create policy audit_seal_personnel on audit_seal for select to {city}_personnel
    using (true);
create policy audit_seal_worker on audit_seal for select to {city}_worker
    using (true);
create policy audit_seal_auditor on audit_seal for select to {city}_auditor
    using (true);
create policy audit_seal_audit on audit_seal to {city}_audit
    using (true)
    with check (true);
