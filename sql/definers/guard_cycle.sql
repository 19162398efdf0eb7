-- Owner: {city}_guard
-- Refusals about the days of a cycle's phases, for every writer. As in guard_appraisal.sql.

-- A cycle neither opens before its period begins nor closes before it has ended: people would be rated for work that is
-- still to come. A phase that has begun keeps its day, by which its facts were read.
create or replace function require_possible_phase() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_period daterange := (select period from cycle where cycle_id = new.cycle_id);
    v_day date := city_day(new.due_at);
begin
    -- A change of the city's time zone moves instants and keeps the days.
    if tg_op = 'UPDATE' and audit_role() <> '{city}_personnel' then
        return null;
    end if;
    if new.phase = 'open' and v_day < lower(v_period) then
        raise exception 'a cycle opens on the first day of its period, %, or later', lower(v_period)
            using errcode = 'MU105', table = 'cycle_phase',
                detail = jsonb_build_object('first', lower(v_period))::text;
    end if;
    if new.phase = 'close' and v_day < upper(v_period) then
        raise exception 'a cycle closes after the last day of its period, %', upper(v_period) - 1
            using errcode = 'MU106', table = 'cycle_phase',
                detail = jsonb_build_object('last', upper(v_period) - 1)::text;
    end if;
    if tg_op = 'UPDATE' and not exists (
        select from cycle c
        join run r on r.kind = 'cycle_phase' and r.subject = c.code and r.step = new.phase
        where c.cycle_id = new.cycle_id and r.state = 'scheduled'
    ) then
        raise exception 'phase % has begun and keeps its day', new.phase
            using errcode = 'MU107', table = 'cycle_phase', detail = jsonb_build_object('phase', new.phase)::text;
    end if;
    return null;
end
$$;

create or replace trigger require_possible_phase after insert or update on cycle_phase
    for each row execute function require_possible_phase();
