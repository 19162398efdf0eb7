-- A rule set that cycles or results are computed with stays as it is: whoever needs other rules loads another set.
create or replace function refuse_change_of_rules() returns trigger
language plpgsql
volatile
set search_path from current
as $$
begin
    -- Migrations, as the owner, may complete a set.
    if current_user = '{city}_personnel' and exists (
        select from added a join cycle c on c.rule_set = a.rule_set
        union all
        select from added a join appraisal_score s on s.rule_set = a.rule_set
    ) then
        raise exception 'results are computed with this rule set: load another one'
            using errcode = 'object_not_in_prerequisite_state', table = tg_table_name;
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
