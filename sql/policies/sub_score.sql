-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table sub_score enable row level security;
alter table sub_score force row level security;

revoke all on sub_score from public, {groups};
grant select, insert, update on sub_score to {city}_owner;
grant select on sub_score to {city}_agency;
grant select on sub_score to {city}_pool;
grant select on sub_score to {city}_appraiser;
grant select, insert on sub_score to {city}_personnel;

create policy sub_score_owner on sub_score to {city}_owner
    using (true)
    with check (true);
create policy sub_score_agency on sub_score for select to {city}_agency
    using (true);
create policy sub_score_pool on sub_score for select to {city}_pool
    using (true);
create policy sub_score_appraiser on sub_score for select to {city}_appraiser
    using (true);
create policy sub_score_personnel on sub_score to {city}_personnel
    using (true)
    with check (true);
