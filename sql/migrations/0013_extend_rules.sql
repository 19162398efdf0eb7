-- A component may have parts, and an item without a number is scored by its level (Keputusan Kepala BKN 411/2025).

create table component_part (
    rule_set text not null,
    component text not null,
    part text not null,
    weight smallint not null,
    constraint component_part_pkey primary key (rule_set, component, part),
    constraint component_part_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint component_part_check check (weight between 0 and 100)
);

comment on table component_part is 'Percent of a component that a part makes up';

create table level_score (
    rule_set text not null,
    component text not null,
    level text not null,
    score smallint not null,
    constraint level_score_pkey primary key (rule_set, component, level),
    constraint level_score_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint level_score_check check (score between 0 and 100)
);

comment on table level_score is 'Score of a component, or of a part of one, by the level of a record';

-- What was called experience is one of its three parts.
update sub_score set component = 'time_in_level' where component = 'experience';

-- The components by the names that all the code has.
update scoring_weight set component = 'development' where component = 'training';
update scoring_weight set component = 'field_match' where component = 'field_of_study';
