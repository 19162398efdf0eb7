-- City-wide: the personnel agency keeps it, everybody reads it.
alter table city_job_title enable row level security;
alter table city_job_title force row level security;

revoke all on city_job_title from public, {groups};
grant select on city_job_title to {city}_agency;
grant select on city_job_title to {city}_pool;
grant select, insert, update (job_title, family, position_level, retirement_age, education_level_id, fields, trainings,
    has_places, source), delete on city_job_title to {city}_personnel;

create policy city_job_title_agency on city_job_title for select to {city}_agency
    using (true);
create policy city_job_title_pool on city_job_title for select to {city}_pool
    using (true);
create policy city_job_title_personnel on city_job_title to {city}_personnel
    using (true)
    with check (true);
