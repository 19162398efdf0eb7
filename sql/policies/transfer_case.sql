-- Tenant, of the agency in which the person serves. No agency reads it: what it may see is in transfer_party.
alter table transfer_case enable row level security;
alter table transfer_case force row level security;

revoke all on transfer_case from public, {groups};
grant select on transfer_case to {city}_personnel;
grant select, insert (agency_id, number, transfer_batch_id, employment_id, from_post_id, to_agency_id, to_post_id,
    basis, demotion_cause, reason, planned_on, proposer, proposed_by, reverses_agency_id, reverses_case_id),
    update (number, transfer_batch_id, reason, planned_on, state, revision, direction, imut_type, releasing_consent_on,
    receiving_consent_on, pertek_requested_on, decree_id, inaugurated_on, objection, effective_on, held_since,
    former_assignment_id, new_employment_id, new_assignment_id, problem) on transfer_case to {city}_carrier;
grant select on transfer_case to {city}_guard;

create policy transfer_case_personnel on transfer_case for select to {city}_personnel
    using (true);
create policy transfer_case_carrier on transfer_case to {city}_carrier
    using (true)
    with check (true);
create policy transfer_case_guard on transfer_case for select to {city}_guard
    using (true);
