-- Owner: {city}_appraiser
-- Scores and places one person again under the rules that the result had, from the facts as they are known now: after a
-- correction. Returns the version's number.
create or replace function recompute_person(
    p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_reason text, p_decided_by text
) returns smallint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_version smallint;
    v_rule_set text;
begin
    perform hold_ratings(p_agency_id, p_cycle_id, 'alone');
    update appraisal_score set superseded = true
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded
    returning rule_set into v_rule_set;
    if v_rule_set is null then
        raise exception 'the person has no result in the cycle' using errcode = 'MU120', table = 'appraisal_score';
    end if;
    v_version := newest_version(p_agency_id, p_cycle_id, p_employment_id) + 1;
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason, decided_by)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, 'recomputation', p_reason, p_decided_by);
    if score_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true) = 0 then
        raise exception 'rule set % has no rating for some of them: nothing was changed', v_rule_set
            using errcode = 'MU603', detail = jsonb_build_object('rule_set', v_rule_set)::text;
    end if;
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
            and not superseded;
        perform place_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    end if;
    return v_version;
end
$$;

grant execute on function recompute_person to {city}_pool;
