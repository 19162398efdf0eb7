-- The provisioner keeps the logins. Each agency reads its own; the personnel agency, the auditor and the checks, which
-- run as the owner, read all.
alter table agency_login enable row level security;
alter table agency_login force row level security;

revoke all on agency_login from public, {groups};
grant select on agency_login to {city}_owner;
grant select on agency_login to {city}_window;
grant select on agency_login to {city}_pool;
grant select on agency_login to {city}_personnel;
grant select, insert, update (method, certificate_name, valid_until, connection_limit, created_at, rotated_at,
    revoked_at) on agency_login to {city}_provisioner;
grant select on agency_login to {city}_auditor;
grant select on agency_login to {city}_definer;

create policy agency_login_window on agency_login for select to {city}_window
    using (agency_id = {login_agency});
create policy agency_login_pool on agency_login for select to {city}_pool
    using (agency_id = {pool_agency});
create policy agency_login_personnel on agency_login for select to {city}_personnel
    using (true);
create policy agency_login_provisioner on agency_login to {city}_provisioner
    using (true)
    with check (true);
create policy agency_login_auditor on agency_login for select to {city}_auditor
    using (true);
create policy agency_login_definer on agency_login for select to {city}_definer
    using (true);
create policy agency_login_owner on agency_login for select to {city}_owner
    using (true);
