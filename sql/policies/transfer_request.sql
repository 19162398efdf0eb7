-- Tenant: an agency asks through propose_transfer, and BKPSDM answers.
alter table transfer_request enable row level security;
alter table transfer_request force row level security;

revoke all on transfer_request from public, {groups};
grant select on transfer_request to {city}_window;
grant select on transfer_request to {city}_pool;
grant select on transfer_request to {city}_personnel;
grant select, insert (agency_id, nip, to_agency_id, to_post_id, proposer, basis, reason, planned_on, requested_by),
    update (number, declined, answered_by) on transfer_request to {city}_carrier;

create policy transfer_request_window on transfer_request for select to {city}_window
    using (agency_id = {login_agency});
create policy transfer_request_pool on transfer_request for select to {city}_pool
    using (agency_id = {pool_agency});
create policy transfer_request_personnel on transfer_request for select to {city}_personnel
    using (true);
create policy transfer_request_carrier on transfer_request to {city}_carrier
    using (true)
    with check (true);
