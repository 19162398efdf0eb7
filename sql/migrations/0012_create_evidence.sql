-- What the talent map scores beside ratings and posts: dated facts with their documents. Rows are only ever added, and taken
-- back by a date, so that a placement of any day can be computed again from what was known then.

create table evidence (
    agency_id integer not null,
    evidence_id bigint generated always as identity,
    employment_id bigint not null,
    kind text not null,
    level text,
    score numeric(5, 2),
    title text,
    occurred_on date not null,
    ended_on date,
    document_number text,
    document_date date,
    recorded_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    constraint evidence_pkey primary key (agency_id, evidence_id),
    constraint evidence_employment_fkey foreign key (agency_id, employment_id) references employment,
    constraint evidence_kind_check check (
        kind in (
            'rating', 'award', 'team_duty', 'feedback', 'competency', 'development', 'experience', 'potential',
            'education', 'field_match', 'discipline', 'certificate', 'leadership', 'posting', 'unpaid_leave'
        )
    ),
    constraint evidence_score_check check (score between 0 and 100),
    constraint evidence_ended_check check (ended_on >= occurred_on),
    constraint evidence_known_check check (withdrawn_at >= recorded_at)
);

create index evidence_employment_idx on evidence (agency_id, employment_id, kind, occurred_on);
create unique index evidence_fact_key
    on evidence (agency_id, employment_id, kind, occurred_on, level, title, document_number, ended_on) nulls not distinct
    where withdrawn_at is null and score is null;
create unique index evidence_score_key
    on evidence (agency_id, employment_id, kind, occurred_on)
    where withdrawn_at is null and score is not null;

comment on table evidence is
    'A dated fact about a person: a score that somebody assessed (score), or a record whose level the rules score (level)';
comment on column evidence.level is 'What level_score scores: national, chair_internal, heavy; of a posting its position level';

-- The owner is bound by row security; the rows come along all the same.
alter table assessment_result no force row level security;
insert into evidence (agency_id, employment_id, kind, score, occurred_on)
select agency_id, employment_id, kind, score, assessed_on from assessment_result
order by agency_id, assessment_result_id;
drop table assessment_result;

create table evidence_register (
    agency_id integer not null,
    kind text not null,
    complete_to date not null,
    recorded_at timestamptz not null default now(),
    constraint evidence_register_pkey primary key (agency_id, kind, recorded_at),
    constraint evidence_register_agency_fkey foreign key (agency_id) references agency,
    constraint evidence_register_kind_check check (
        kind in ('award', 'team_duty', 'training', 'discipline', 'leave', 'posting')
    )
);

comment on table evidence_register is
    'The agency states that its evidence of a kind is complete up to a day: only then does no record mean none, and not that '
    'nothing is known';

alter table person add column confirmed_on date;
comment on column person.confirmed_on is 'Appointment as PNS (TMT PNS), after probation';
