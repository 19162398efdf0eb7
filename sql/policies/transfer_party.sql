-- Tenant: what an agency may see of a case, on its side. Only the functions of transfer_cases.sql write it.
alter table transfer_party enable row level security;
alter table transfer_party force row level security;

revoke all on transfer_party from public, {groups};
grant select on transfer_party to {city}_window;
grant select on transfer_party to {city}_pool;
grant select on transfer_party to {city}_personnel;
grant select, insert (agency_id, transfer_case_id, side, number, other_agency_id, post_id, employment_id, nip, name,
    grade_rank_id, education_level_id, other_title, planned_on, proposer, basis, state), update (planned_on, state,
    changed_at) on transfer_party to {city}_carrier;

create policy transfer_party_window on transfer_party for select to {city}_window
    using (agency_id = {login_agency});
create policy transfer_party_pool on transfer_party for select to {city}_pool
    using (agency_id = {pool_agency});
create policy transfer_party_personnel on transfer_party for select to {city}_personnel
    using (true);
create policy transfer_party_carrier on transfer_party to {city}_carrier
    using (true)
    with check (true);
