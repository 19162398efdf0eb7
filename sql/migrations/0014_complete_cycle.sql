-- The whole cycle: who is in and out and why, segments, reminders, versions of results, calibration, release, receipt,
-- objection.

alter table cycle_phase drop constraint cycle_phase_check;
alter table cycle_phase add constraint cycle_phase_check check (
    phase in ('open', 'remind', 'close', 'score', 'place', 'release', 'final')
);
-- The phases that cycles had before keep their order. The owner is bound by row security, for this not.
alter table cycle_phase no force row level security;
alter table run no force row level security;
alter table cycle_phase drop constraint cycle_phase_ordinal_key;
update cycle_phase set ordinal = case phase when 'open' then 1 when 'close' then 3 when 'score' then 4 else 5 end;
alter table cycle_phase add constraint cycle_phase_ordinal_key unique (cycle_id, ordinal);
update run set ordinal = case step when 'close' then 13 when 'score' then 14 else 15 end
where kind = 'cycle_phase' and step in ('close', 'score', 'place');
update run set ordinal = ordinal - 10 where kind = 'cycle_phase' and ordinal > 10;
alter table cycle_phase force row level security;
alter table run force row level security;

alter table appraisal add column rater_nip text;
alter table appraisal add constraint appraisal_rater_check check (rater_nip ~ '^[0-9]{18}$');
comment on column appraisal.rater_nip is
    'Who is to rate (pejabat penilai kinerja): the head of the unit, of a head that of the unit above; null where that is '
    'outside the agency';

create table appraisal_exclusion (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    reason text not null,
    recorded_at timestamptz not null default now(),
    constraint appraisal_exclusion_pkey primary key (agency_id, cycle_id, employment_id),
    constraint appraisal_exclusion_reason_check check (reason in ('no_post', 'not_serving', 'moved'))
);

comment on table appraisal_exclusion is
    'Employed in the period and not appraised here, and why: no definitive post, not serving by legal status, or moved to '
    'another agency, which appraises the whole period';

create table appraisal_segment (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    segment smallint not null,
    post_id bigint,
    former_agency_id integer,
    title text not null,
    position_level text not null,
    valid daterange not null,
    rater_nip text,
    constraint appraisal_segment_pkey primary key (agency_id, cycle_id, employment_id, segment),
    constraint appraisal_segment_rater_check check (rater_nip ~ '^[0-9]{18}$')
);

comment on table appraisal_segment is
    'A part of the period that somebody spent in one post, rated by the superior there. Only of people who changed posts; '
    'a part spent in a former agency has no post here';

alter table rating_event add column segment smallint;
alter table rating_event drop constraint rating_event_source_check;
alter table rating_event add constraint rating_event_source_check check (source in ('import', 'rater', 'moved'));
comment on column rating_event.segment is 'The segment that is rated; null for the whole period';

create table appraisal_reminder (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    rater_nip text,
    reminded_at timestamptz not null default now(),
    constraint appraisal_reminder_pkey primary key (agency_id, cycle_id, employment_id)
);

comment on table appraisal_reminder is 'Phase remind: who had no rating yet, and whom that concerns';

-- Versions: the first is the phase's own; each later one has a row in appraisal_revision that says why.
alter table appraisal_closing add column version smallint not null default 1;
alter table appraisal_closing add column superseded boolean not null default false;
alter table appraisal_closing drop constraint appraisal_closing_pkey;
alter table appraisal_closing add constraint appraisal_closing_pkey
    primary key (agency_id, cycle_id, employment_id, version);
alter table appraisal_closing drop constraint appraisal_closing_check;
alter table appraisal_closing add constraint appraisal_closing_check check (
    num_nulls(work_result, work_behaviour) in (0, 2) and (rating_event_id is null or work_result is not null)
    and (version > 1 or num_nulls(rating_event_id, work_result) in (0, 2))
);

alter table appraisal_score add column version smallint not null default 1;
alter table appraisal_score add column superseded boolean not null default false;
alter table appraisal_score drop constraint appraisal_score_pkey;
alter table appraisal_score add constraint appraisal_score_pkey
    primary key (agency_id, cycle_id, employment_id, version);

alter table talent_placement add column version smallint not null default 1;
alter table talent_placement add column superseded boolean not null default false;
alter table talent_placement drop constraint talent_placement_pkey;
alter table talent_placement add constraint talent_placement_pkey
    primary key (agency_id, cycle_id, employment_id, version);
alter table talent_placement rename column known_weight to potential_known;
alter table talent_placement
    alter column education type numeric(5, 2),
    alter column experience type numeric(5, 2),
    add column placed_as_of date,
    add column performance_score numeric(5, 2),
    add column performance_known smallint,
    add column rating numeric(5, 2),
    add column award numeric(5, 2),
    add column team_duty numeric(5, 2),
    add column feedback numeric(5, 2),
    add column development numeric(5, 2),
    add column field_match numeric(5, 2),
    add column discipline numeric(5, 2),
    add column inputs bigint[];
-- A score over what is known is kept even where it is too little for a level.
alter table talent_placement drop constraint talent_placement_check;
alter table talent_placement add constraint talent_placement_check check (
    performance_level between 1 and 3 and num_nulls(potential_level, box) in (0, 2)
);
comment on column talent_placement.inputs is 'The evidence that there was on the day, scored or too old to score';
comment on column talent_placement.performance_known is 'Percent of the axis'' weight that is known; the score is their mean';

create table appraisal_revision (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    version smallint not null,
    kind text not null,
    reason text not null,
    decided_by text,
    decided_at timestamptz not null default now(),
    constraint appraisal_revision_pkey primary key (agency_id, cycle_id, employment_id, version),
    constraint appraisal_revision_version_check check (version > 1),
    constraint appraisal_revision_kind_check check (
        kind in ('correction', 'calibration', 'objection', 'recomputation')
    ),
    constraint appraisal_revision_decided_by_check check (decided_by ~ '^[0-9]{18}$')
);

comment on table appraisal_revision is 'Why a result has a further version, and who decided it';

create table cycle_milestone (
    agency_id integer not null,
    cycle_id integer not null,
    milestone text not null,
    reached_at timestamptz not null default now(),
    reached_by text,
    constraint cycle_milestone_pkey primary key (agency_id, cycle_id, milestone),
    constraint cycle_milestone_check check (milestone in ('calibrated', 'released', 'final'))
);

comment on table cycle_milestone is
    'What an agency has reached in a cycle: calibration locked, results released, results final';

create table appraisal_receipt (
    agency_id integer not null,
    cycle_id integer not null,
    employment_id bigint not null,
    received_on date not null,
    recorded_at timestamptz not null default now(),
    constraint appraisal_receipt_pkey primary key (agency_id, cycle_id, employment_id)
);

comment on table appraisal_receipt is 'The day on which a person received the evaluation: from it the time for an objection runs';

create table objection (
    agency_id integer not null,
    objection_id bigint generated always as identity,
    cycle_id integer not null,
    employment_id bigint not null,
    filed_on date not null,
    filed_for boolean not null,
    grounds text not null,
    deadline date not null,
    constraint objection_pkey primary key (agency_id, objection_id),
    constraint objection_once_key unique (agency_id, cycle_id, employment_id),
    constraint objection_in_time_check check (filed_on <= deadline)
);

comment on column objection.filed_for is 'Filed by somebody else for the person';

create table objection_decision (
    agency_id integer not null,
    objection_id bigint not null,
    decided_on date not null,
    decided_by text not null,
    is_granted boolean not null,
    reason text not null,
    version smallint,
    recorded_at timestamptz not null default now(),
    constraint objection_decision_pkey primary key (agency_id, objection_id),
    constraint objection_decision_objection_fkey foreign key (agency_id, objection_id) references objection,
    constraint objection_decision_decided_by_check check (decided_by ~ '^[0-9]{18}$'),
    constraint objection_decision_version_check check (is_granted = (version is not null))
);

comment on table objection_decision is 'Final (PP 30/2019 art 59); a granted objection names the version that it made';

create table organisation_rating (
    agency_id integer not null,
    organisation_rating_id bigint generated always as identity,
    cycle_id integer not null,
    org_unit_id bigint,
    rating text not null,
    document_number text,
    recorded_at timestamptz not null default now(),
    constraint organisation_rating_pkey primary key (agency_id, organisation_rating_id),
    constraint organisation_rating_org_unit_fkey foreign key (agency_id, org_unit_id) references org_unit,
    constraint organisation_rating_check check (
        rating in ('istimewa', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')
    )
);

comment on table organisation_rating is
    'What higher leadership said of a unit''s own performance, null of the whole agency; the newest counts';

alter table post add column is_critical boolean not null default false;
comment on column post.is_critical is 'The city wants successors for it (jabatan kritikal)';
