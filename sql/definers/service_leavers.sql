-- Owner: {city}_appraiser
-- Cycles that are under way when people leave.

-- People who leave before the end of a period are not appraised for it, unless the agency has begun to close it; people
-- whose leaving is undone are appraised again.
create or replace function exclude_leavers() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_open record;
begin
    for v_open in
        select a.agency_id, a.cycle_id, a.employment_id, upper_inf(e.valid) as serves,
            upper(e.valid) < upper(c.period) as leaves
        from added n
        join employment e on e.agency_id = n.agency_id and e.employment_id = n.employment_id
        join appraisal a on a.agency_id = n.agency_id and a.employment_id = n.employment_id
        join cycle c on c.cycle_id = a.cycle_id
        order by a.agency_id, a.cycle_id, a.employment_id
    loop
        continue when not coalesce(v_open.serves or v_open.leaves, false);
        continue when phase_began(v_open.agency_id, v_open.cycle_id, 'close');
        -- The close takes turns with it.
        perform hold_ratings(v_open.agency_id, v_open.cycle_id, 'alone');
        continue when phase_began(v_open.agency_id, v_open.cycle_id, 'close');
        if v_open.serves then
            update appraisal_exclusion set lifted_at = now()
            where agency_id = v_open.agency_id and cycle_id = v_open.cycle_id
                and employment_id = v_open.employment_id and reason = 'left' and lifted_at is null;
        else
            insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
            values (v_open.agency_id, v_open.cycle_id, v_open.employment_id, 'left')
            on conflict (agency_id, cycle_id, employment_id) do update set lifted_at = null
            where appraisal_exclusion.reason = 'left';
        end if;
    end loop;
    return null;
end
$$;

create or replace trigger exclude_leavers after insert on service_event
    referencing new table as added for each statement execute function exclude_leavers();
