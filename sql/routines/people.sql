-- People who serve, and people who have left, as they were then: history is about them, too, and their rows moved away.
create or replace view known_person with (security_invoker = true) as
select p.agency_id, p.person_id, p.nip, p.name, p.front_title, p.back_title, p.birth_date, p.sex, p.kind,
    p.appointed_on, p.grade_rank_id, p.education_level_id, p.education, p.legal_status, p.changed_at, p.confirmed_on,
    p.grade_since, p.contract_class
from person p
union all
select f.agency_id, f.person_id, r.nip, r.name, r.front_title, r.back_title, r.birth_date, r.sex, r.kind,
    r.appointed_on, r.grade_rank_id, r.education_level_id, r.education, r.legal_status, r.changed_at,
    r.confirmed_on, r.grade_since, r.contract_class
from (
    select distinct on (h.agency_id, h.person_id) h.agency_id, h.person_id, h.former
    from person_history h
    where not exists (select from person p where p.agency_id = h.agency_id and p.person_id = h.person_id)
    order by h.agency_id, h.person_id, h.person_history_id desc
) f
cross join lateral jsonb_populate_record(null::person, f.former) r;

revoke all on known_person from public, {groups};
grant select on known_person
    to {city}_pool, {city}_appraiser, {city}_personnel, {city}_carrier, {city}_guard;

-- The day from which a person is retired: the first of the month after the birthday of that age (Retirement in
-- Personnel). Functions that run for each person are in plpgsql: a function in SQL with its own search path is never
-- inlined, and starts an executor for every call.
create or replace function retires_on(p_birth_date date, p_age integer) returns date
language plpgsql
immutable
parallel safe
set search_path from current
as $$
begin
    -- An impossible day has no answer, and must not stop a whole list.
    return case when p_birth_date between date '1900-01-01' and date '2200-12-31' then
        (date_trunc('month', p_birth_date + make_interval(years => p_age)) + interval '1 month')::date end;
end
$$;

grant execute on function retires_on to {city}_pool, {city}_personnel;

-- The age at which the holder of a post retires: that of the title where it is known, or else that of the level; for a
-- functional post, that of its kind or else of its tier, as SIASN's titles name them ("Dokter Ahli Madya"; Retirement
-- in Personnel). Teachers have one age in every tier.
create or replace function retirement_age(p_level_age smallint, p_position_level text, p_title text) returns smallint
language plpgsql
stable
parallel safe
set search_path from current
as $$
declare
    v_age smallint;
begin
    select j.retirement_age into v_age from job_title_of(p_title) j
    where j.position_level is null or j.position_level = p_position_level;
    return case
        when v_age is not null then v_age
        when p_position_level is distinct from 'fungsional' then p_level_age
        when p_title ~* '^guru( |$)' then 60
        when p_title ~* '(^| )ahli utama( |$)' then 65
        when p_title ~* '(^| )ahli madya( |$)' then 60
        else p_level_age
    end;
end
$$;

grant execute on function retirement_age to {city}_pool, {city}_personnel;
