-- Tenant: an agency sees the people it employs now; imports write through the pool.
alter table person enable row level security;
alter table person force row level security;

revoke all on person from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor, {city}_definer;
grant select on person to {city}_agency;
grant select, insert, update (name, front_title, back_title, birth_date, sex, kind, appointed_on,
    grade_rank_id, grade_since, contract_class, education_level_id, education, legal_status, confirmed_on, changed_at) on person to {city}_pool;
grant select on person to {city}_personnel;
grant select, update (agency_id, changed_at) on person to {city}_mover;
grant select (agency_id, person_id) on person to {city}_definer;

drop policy if exists person_agency on person;
create policy person_agency on person for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists person_pool on person;
create policy person_pool on person to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists person_personnel on person;
create policy person_personnel on person for select to {city}_personnel
    using (true);
drop policy if exists person_mover on person;
create policy person_mover on person to {city}_mover
    using (true)
    with check (true);
drop policy if exists person_definer on person;
create policy person_definer on person for select to {city}_definer
    using (true);
