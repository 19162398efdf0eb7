-- Owner: {city}_guard
-- A rule set that cycles or results are computed with stays as it is: for other rules, load another set.
create or replace function refuse_change_of_rules() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    -- Migrations, as the owner, may complete a set.
    if audit_role() = '{city}_owner' then
        return null;
    end if;
    perform require_fresh_view();
    if exists (
        select from added a join cycle c on c.rule_set = a.rule_set
        union all
        select from added a join appraisal_score s on s.rule_set = a.rule_set
    ) then
        raise exception 'results are computed with this rule set: load another one'
            using errcode = 'MU602', table = tg_table_name;
    end if;
    return null;
end
$$;

create or replace trigger refuse_change_of_rules after insert on rating_matrix
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on performance_level
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on talent_box
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on scoring_weight
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on component_part
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on sub_score
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on level_score
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on threshold
    referencing new table as added for each statement execute function refuse_change_of_rules();
create or replace trigger refuse_change_of_rules after insert on setting
    referencing new table as added for each statement execute function refuse_change_of_rules();

-- A run of a cycle's phase must be a phase that the cycle has, in its place: an invented step would hold up all steps
-- after it.
create or replace function require_phase_of_cycle() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if exists (
        select from added a
        where a.kind = 'cycle_phase' and not exists (
            select from cycle c
            join cycle_phase p on p.cycle_id = c.cycle_id
            where c.code = a.subject and p.phase = a.step and p.ordinal = a.ordinal
        )
    ) then
        raise exception 'a run of a cycle is one of its phases' using errcode = 'MU104', table = 'run';
    end if;
    return null;
end
$$;

create or replace trigger require_phase_of_cycle after insert on run
    referencing new table as added for each statement execute function require_phase_of_cycle();
