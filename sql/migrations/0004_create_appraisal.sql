-- A cycle and what its four phases produce: one table a phase, rows only ever added.
-- These tables are filled by the million. A foreign key is checked row by row and costs a multiple of the fill, so
-- their references are checked once a statement, by the trigger require_source_row (routines/appraisal.sql); nobody may
-- delete or re-key the rows they refer to.

create table cycle (
    cycle_id integer generated always as identity,
    code text not null,
    kind text not null,
    period daterange not null,
    rule_set text not null,
    created_at timestamptz not null default now(),
    constraint cycle_pkey primary key (cycle_id),
    constraint cycle_code_key unique (code),
    constraint cycle_rule_set_fkey foreign key (rule_set) references rule_set,
    constraint cycle_kind_check check (kind in ('quarter', 'year'))
);

create table cycle_phase (
    cycle_id integer not null,
    phase text not null,
    ordinal smallint not null,
    due_at timestamptz not null,
    constraint cycle_phase_pkey primary key (cycle_id, phase),
    constraint cycle_phase_ordinal_key unique (cycle_id, ordinal),
    constraint cycle_phase_cycle_fkey foreign key (cycle_id) references cycle,
    constraint cycle_phase_check check (phase in ('open', 'close', 'score', 'place'))
);

create table rating_event (
    agency_id integer not null,
    rating_event_id bigint generated always as identity,
    cycle_id integer not null,
    employment_id bigint not null,
    work_result smallint not null,
    work_behaviour smallint not null,
    rater_nip text,
    source text not null default 'rater',
    recorded_at timestamptz not null default now(),
    constraint rating_event_pkey primary key (agency_id, rating_event_id),
    constraint rating_event_check check (work_result between 1 and 3 and work_behaviour between 1 and 3),
    constraint rating_event_rater_check check (rater_nip ~ '^[0-9]{18}$'),
    constraint rating_event_source_check check (source in ('import', 'rater'))
);

create index rating_event_employment_idx on rating_event (agency_id, cycle_id, employment_id, rating_event_id);

comment on table rating_event is 'What a rater said, append-only; the newest before the close counts';

create table appraisal (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    post_id bigint not null,
    position_level text not null,
    job_class smallint,
    grade_rank_id smallint,
    constraint appraisal_pkey primary key (agency_id, cycle_id, employment_id)
);

comment on table appraisal is 'Phase open: who is appraised, with post, level, class and rank as they were that day';

create table appraisal_closing (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    rating_event_id bigint,
    work_result smallint,
    work_behaviour smallint,
    constraint appraisal_closing_pkey primary key (agency_id, cycle_id, employment_id),
    constraint appraisal_closing_check check (
        num_nulls(rating_event_id, work_result, work_behaviour) in (0, 3)
    )
);

comment on table appraisal_closing is 'Phase close: the rating that counts; null where it is missing';

create table appraisal_score (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    rating smallint not null,
    rule_set text not null,
    constraint appraisal_score_pkey primary key (agency_id, cycle_id, employment_id),
    constraint appraisal_score_rating_check check (rating between 1 and 5)
);

comment on table appraisal_score is 'Phase score: the rating (predikat) by the nine-row matrix; no row where it is missing';

create table talent_placement (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    performance_level smallint not null,
    potential_level smallint,
    box smallint,
    potential_score numeric(5, 2),
    known_weight smallint not null,
    competency numeric(5, 2),
    potential numeric(5, 2),
    education smallint,
    experience smallint,
    rule_set text not null,
    constraint talent_placement_pkey primary key (agency_id, cycle_id, employment_id),
    constraint talent_placement_check check (
        performance_level between 1 and 3 and num_nulls(potential_level, box, potential_score) in (0, 3)
    )
);

comment on table talent_placement is
    'Phase place: the box by the nine-box table, with every component''s score; null where a component is not known, and '
    'no box where too little is known (setting minimum_assessments)';
