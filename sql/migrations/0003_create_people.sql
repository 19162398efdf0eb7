-- People and posts. Every row belongs to one agency; no key can point into another.

create table person (
    agency_id integer not null,
    person_id bigint generated always as identity,
    nip text not null,
    name text not null,
    front_title text,
    back_title text,
    birth_date date not null,
    sex text not null,
    kind text not null,
    appointed_on date not null,
    grade_rank_id smallint,
    grade_since date,
    contract_class text,
    education_level_id smallint,
    education text,
    legal_status text not null,
    changed_at timestamptz not null default now(),
    constraint person_pkey primary key (agency_id, person_id),
    constraint person_nip_key unique (agency_id, nip),
    constraint person_agency_fkey foreign key (agency_id) references agency,
    constraint person_grade_rank_fkey foreign key (grade_rank_id) references grade_rank,
    constraint person_education_level_fkey foreign key (education_level_id) references education_level,
    constraint person_nip_check check (nip ~ '^[0-9]{18}$'),
    constraint person_sex_check check (sex in ('male', 'female')),
    constraint person_kind_check check (kind in ('permanent', 'probationary', 'contract')),
    constraint person_appointed_check check (appointed_on > birth_date)
);

comment on table person is 'A civil servant, under the agency served now';

create table person_history (
    agency_id integer not null,
    person_history_id bigint generated always as identity,
    person_id bigint not null,
    replaced_at timestamptz not null default now(),
    former jsonb not null,
    constraint person_history_pkey primary key (agency_id, person_history_id)
);

create index person_history_person_idx on person_history (agency_id, person_id);

comment on table person_history is 'The row of person as it was before each change';

create table employment (
    agency_id integer not null,
    employment_id bigint generated always as identity,
    person_id bigint not null,
    valid daterange not null,
    constraint employment_pkey primary key (agency_id, employment_id),
    constraint employment_person_valid_excl exclude using gist (agency_id with =, person_id with =, valid with &&)
);

create index employment_person_idx on employment (agency_id, person_id);

comment on table employment is
    'A person''s time in an agency. History points here and stays when the person moves, so person_id is no foreign key: '
    'the row of person follows its person to the next agency';

create table org_unit (
    agency_id integer not null,
    org_unit_id bigint generated always as identity,
    siasn_id text not null,
    parent_siasn_id text,
    name text not null,
    constraint org_unit_pkey primary key (agency_id, org_unit_id),
    constraint org_unit_siasn_id_key unique (agency_id, siasn_id),
    constraint org_unit_agency_fkey foreign key (agency_id) references agency
);

create table post (
    agency_id integer not null,
    post_id bigint generated always as identity,
    org_unit_id bigint not null,
    title text not null,
    position_level text not null,
    echelon smallint,
    job_class smallint,
    capacity integer not null default 1,
    constraint post_pkey primary key (agency_id, post_id),
    constraint post_title_key unique (agency_id, org_unit_id, title),
    constraint post_org_unit_fkey foreign key (agency_id, org_unit_id) references org_unit,
    constraint post_position_level_fkey foreign key (position_level) references position_level,
    constraint post_job_class_check check (job_class between 1 and 17),
    constraint post_capacity_check check (capacity >= 1)
);

comment on table post is 'A post of a unit; capacity counts the seats of functional and executor posts';

create table assignment (
    agency_id integer not null,
    assignment_id bigint generated always as identity,
    employment_id bigint not null,
    post_id bigint not null,
    kind text not null default 'definitive',
    valid daterange not null,
    decree_number text,
    decree_date date,
    constraint assignment_pkey primary key (agency_id, assignment_id),
    constraint assignment_employment_fkey foreign key (agency_id, employment_id) references employment,
    constraint assignment_post_fkey foreign key (agency_id, post_id) references post,
    constraint assignment_kind_check check (kind in ('definitive', 'acting')),
    constraint assignment_definitive_excl exclude using gist (
        agency_id with =, employment_id with =, valid with &&
    ) where (kind = 'definitive')
);

create index assignment_employment_idx on assignment (agency_id, employment_id);
create index assignment_post_idx on assignment (agency_id, post_id);

create table assessment_result (
    agency_id integer not null,
    assessment_result_id bigint generated always as identity,
    employment_id bigint not null,
    kind text not null,
    score numeric(5, 2) not null,
    assessed_on date not null,
    constraint assessment_result_pkey primary key (agency_id, assessment_result_id),
    constraint assessment_result_key unique (agency_id, employment_id, kind, assessed_on),
    constraint assessment_result_employment_fkey foreign key (agency_id, employment_id) references employment,
    constraint assessment_result_kind_check check (kind in ('competency', 'potential')),
    constraint assessment_result_score_check check (score between 0 and 100)
);
