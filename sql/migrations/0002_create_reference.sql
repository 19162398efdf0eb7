-- Reference data of the civil service and the rules of scoring. City-wide; loaded from sql/reference.
-- A rule set is dated; whatever was computed keeps the rule set it was computed with.

create table grade_rank (
    grade_rank_id smallint not null,
    code text not null,
    title text not null,
    constraint grade_rank_pkey primary key (grade_rank_id),
    constraint grade_rank_code_key unique (code)
);

create table position_level (
    position_level text not null,
    title text not null,
    ordinal smallint not null,
    retirement_age smallint not null,
    constraint position_level_pkey primary key (position_level)
);

create table education_level (
    education_level_id smallint not null,
    title text not null,
    constraint education_level_pkey primary key (education_level_id)
);

create table rule_set (
    rule_set text not null,
    valid_from date not null,
    basis text not null,
    constraint rule_set_pkey primary key (rule_set),
    constraint rule_set_valid_from_key unique (valid_from)
);

-- 1 above, 2 as, 3 below expectation (SIASN hasilKinerjaNilai, perilakuKerjaNilai); rating 1 sangat baik … 5 sangat kurang.
create table rating_matrix (
    rule_set text not null,
    work_result smallint not null,
    work_behaviour smallint not null,
    rating smallint not null,
    constraint rating_matrix_pkey primary key (rule_set, work_result, work_behaviour),
    constraint rating_matrix_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint rating_matrix_check check (
        work_result between 1 and 3 and work_behaviour between 1 and 3 and rating between 1 and 5
    )
);

-- Levels: 1 low, 2 medium, 3 high.
create table performance_level (
    rule_set text not null,
    rating smallint not null,
    level smallint not null,
    constraint performance_level_pkey primary key (rule_set, rating),
    constraint performance_level_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint performance_level_check check (rating between 1 and 5 and level between 1 and 3)
);

create table talent_box (
    rule_set text not null,
    performance_level smallint not null,
    potential_level smallint not null,
    box smallint not null,
    constraint talent_box_pkey primary key (rule_set, performance_level, potential_level),
    constraint talent_box_box_key unique (rule_set, box),
    constraint talent_box_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint talent_box_check check (
        performance_level between 1 and 3 and potential_level between 1 and 3 and box between 1 and 9
    )
);

create table scoring_weight (
    rule_set text not null,
    axis text not null,
    component text not null,
    weight smallint not null,
    constraint scoring_weight_pkey primary key (rule_set, axis, component),
    constraint scoring_weight_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint scoring_weight_check check (axis in ('performance', 'potential') and weight between 0 and 100)
);

comment on table scoring_weight is 'Percent of the axis that a component makes up';

create table sub_score (
    rule_set text not null,
    component text not null,
    at_least smallint not null,
    score smallint not null,
    constraint sub_score_pkey primary key (rule_set, component, at_least),
    constraint sub_score_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint sub_score_check check (score between 0 and 100)
);

comment on table sub_score is 'Score of a component from a key on: an education level''s id, completed years in the post';

create table threshold (
    rule_set text not null,
    axis text not null,
    level smallint not null,
    at_least smallint not null,
    constraint threshold_pkey primary key (rule_set, axis, level),
    constraint threshold_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint threshold_check check (axis in ('performance', 'potential') and level between 1 and 3)
);

create table setting (
    rule_set text not null,
    name text not null,
    value integer not null,
    basis text not null,
    constraint setting_pkey primary key (rule_set, name),
    constraint setting_rule_set_fkey foreign key (rule_set) references rule_set
);

comment on table setting is 'What the rules leave to the city, dated with the rule set';
