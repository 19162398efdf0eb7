-- Reference: everybody reads; migrations load it (as the owner). The city's own titles are in city_job_title.
alter table job_title enable row level security;
alter table job_title force row level security;

revoke all on job_title from public, {groups};
grant select, insert, update on job_title to {city}_owner;
grant select on job_title to {city}_agency;
grant select on job_title to {city}_pool;
grant select on job_title to {city}_personnel;

create policy job_title_owner on job_title to {city}_owner
    using (true)
    with check (true);
create policy job_title_agency on job_title for select to {city}_agency
    using (true);
create policy job_title_pool on job_title for select to {city}_pool
    using (true);
create policy job_title_personnel on job_title for select to {city}_personnel
    using (true);
