-- Append-only: only the functions of {city}_audit write and erase it, a role that nobody can take. An agency reads its
-- own. The auditor reads payloads only through masked_payload. The owner has no right and no policy.
alter table audit_event enable row level security;
alter table audit_event force row level security;

revoke all on audit_event from public, {groups}, {city}_owner;
grant select on audit_event to {city}_window;
grant select on audit_event to {city}_pool;
grant select on audit_event to {city}_personnel;
grant select (agency_id, audit_event_id, block, at, actor, login, role, request, purpose, operation, table_name,
    row_key, commitment) on audit_event to {city}_auditor;
grant select, insert, update (salt, payload, commitment) on audit_event to {city}_audit;
revoke all on sequence audit_event_audit_event_id_seq from {city}_owner;
grant usage on sequence audit_event_audit_event_id_seq to {city}_audit;

create policy audit_event_window on audit_event for select to {city}_window
    using (agency_id = {login_agency});
create policy audit_event_pool on audit_event for select to {city}_pool
    using (agency_id = {pool_agency});
create policy audit_event_personnel on audit_event for select to {city}_personnel
    using (true);
create policy audit_event_auditor on audit_event for select to {city}_auditor
    using (true);
create policy audit_event_audit on audit_event to {city}_audit
    using (true)
    with check (true);
