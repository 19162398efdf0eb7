-- Competencies are facts: the level at which a person was assessed, when, by which document and until when it counts; and
-- the level that a post asks (standar kompetensi jabatan, PermenPANRB 38/2017).

-- The competency's code is the title: of the nine that every post asks, or a technical one's own name.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (
    kind in (
        'rating', 'award', 'team_duty', 'feedback', 'competency', 'development', 'experience', 'potential', 'education',
        'field_match', 'discipline', 'certificate', 'leadership', 'posting', 'unpaid_leave', 'competency_level'
    )
);
alter table evidence add constraint evidence_competency_level_check check (
    kind <> 'competency_level'
    or (level is not null and level in ('1', '2', '3', '4', '5') and title is not null and score is null)
);
alter table evidence_register drop constraint evidence_register_kind_check;
alter table evidence_register add constraint evidence_register_kind_check check (
    kind in ('award', 'team_duty', 'training', 'discipline', 'leave', 'posting', 'competency_level')
);
-- One result of a competency a day.
create unique index evidence_competency_level_key on evidence (agency_id, employment_id, title, occurred_on)
    where kind = 'competency_level' and withdrawn_at is null;

create table competency_standard (
    agency_id integer not null,
    post_id bigint not null,
    competency text not null,
    valid_from date not null,
    valid_to date,
    level smallint not null,
    document_number text,
    constraint competency_standard_pkey primary key (agency_id, post_id, competency, valid_from),
    constraint competency_standard_post_fkey foreign key (agency_id, post_id) references post (agency_id, post_id),
    constraint competency_standard_competency_check check (competency <> ''),
    constraint competency_standard_level_check check (level between 1 and 5),
    constraint competency_standard_valid_check check (valid_to >= valid_from),
    constraint competency_standard_valid_from_bounds_check check (valid_from between '1900-01-01' and '2200-12-31'),
    constraint competency_standard_valid_to_bounds_check check (valid_to between '1900-01-01' and '2200-12-31'),
    constraint competency_standard_text_check check (
        (coalesce(competency, '') || coalesce(document_number, '')) !~ (
            '[' || chr(1) || '-' || chr(31) || chr(127) || '-' || chr(159) || chr(8232) || '-' || chr(8238)
            || chr(8294) || '-' || chr(8297) || ']'
        )
    )
);

comment on table competency_standard is
    'The level of a competency that a post asks from a day on: until the next one, or until valid_to where it asks it no longer';
