-- Owner: {city}_carrier
-- What agencies see of cases: a copy of what may be seen on each side.

-- What agencies see of cases follows them.
create or replace function tell_parties(p_agencies integer[], p_cases bigint[]) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    update transfer_party y set planned_on = c.planned_on, state = c.state, changed_at = now()
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    join transfer_case c using (agency_id, transfer_case_id)
    cross join lateral (values (c.agency_id), (c.to_agency_id)) s (agency_id)
    where y.agency_id = s.agency_id and y.transfer_case_id = c.transfer_case_id
        and (y.planned_on, y.state) is distinct from (c.planned_on, c.state);
end
$$;

-- What agencies see of a case, as it is now; from the step on which it is shown to them.
create or replace function show_transfer(p_case transfer_case, p_sides text[]) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    insert into transfer_party (
        agency_id, transfer_case_id, side, number, other_agency_id, post_id, employment_id, nip, name, grade_rank_id,
        education_level_id, other_title, planned_on, proposer, basis, state
    )
    select s.agency_id, p_case.transfer_case_id, s.side, p_case.number, s.other_agency_id, s.post_id, s.employment_id,
        p.nip, p.name, p.grade_rank_id, p.education_level_id, t.title, p_case.planned_on, p_case.proposer, p_case.basis,
        p_case.state
    from (
        select p_case.agency_id,
            case when p_case.agency_id = p_case.to_agency_id then 'both' else 'releasing' end as side,
            p_case.to_agency_id as other_agency_id, p_case.from_post_id as post_id, p_case.employment_id,
            p_case.to_agency_id as title_agency_id, p_case.to_post_id as title_post_id
        where 'releasing' = any (p_sides) or p_case.agency_id = p_case.to_agency_id
        union all
        select p_case.to_agency_id, 'receiving', p_case.agency_id, p_case.to_post_id, null, p_case.agency_id,
            p_case.from_post_id
        where 'receiving' = any (p_sides) and p_case.agency_id <> p_case.to_agency_id
    ) s
    join employment e on e.agency_id = p_case.agency_id and e.employment_id = p_case.employment_id
    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    left join post t on t.agency_id = s.title_agency_id and t.post_id = s.title_post_id
    on conflict do nothing;
    perform tell_parties(array[p_case.agency_id], array[p_case.transfer_case_id]);
end
$$;
