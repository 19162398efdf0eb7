-- Tenant: an agency sees the people it employs now; imports write through the pool.
alter table person enable row level security;
alter table person force row level security;

revoke all on person from public, {groups};
grant select on person to {city}_window;
grant select, insert (agency_id, nip, name, front_title, back_title, birth_date, sex, kind, appointed_on,
    grade_rank_id, grade_since, contract_class, education_level_id, education, legal_status, changed_at,
    confirmed_on), update (nip, name, front_title, back_title, birth_date, sex, kind, appointed_on, grade_rank_id,
    grade_since, contract_class, education_level_id, education, legal_status, confirmed_on, changed_at) on person to
    {city}_pool;
grant select, update (legal_status, changed_at) on person to {city}_appraiser;
grant select on person to {city}_personnel;
grant select (agency_id, person_id, nip) on person to {city}_mover;
grant select, update (agency_id, changed_at) on person to {city}_carrier;
grant select (agency_id, person_id) on person to {city}_definer;
grant select on person to {city}_guard;

create policy person_window on person for select to {city}_window
    using (agency_id = {login_agency});
create policy person_pool on person to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy person_appraiser on person to {city}_appraiser
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy person_personnel on person for select to {city}_personnel
    using (true);
create policy person_mover on person for select to {city}_mover
    using (true);
create policy person_carrier on person to {city}_carrier
    using (true)
    with check (true);
create policy person_definer on person for select to {city}_definer
    using (true);
create policy person_guard on person for select to {city}_guard
    using (true);
