-- Transfers: a case is one person's way from one seat to another. Only the functions of definers/transfer_*.sql write
-- these tables. Agencies do not reach transfer_case: what they may see of a case is copied to transfer_party when they
-- may see it.

-- The course: which step leads from which state to which, and whose it is. Loaded from sql/reference.
create table transfer_step (
    from_state text not null,
    step text not null,
    actor text not null,
    to_state text not null,
    needs text,
    constraint transfer_step_pkey primary key (from_state, step, actor),
    constraint transfer_step_actor_check check (
        actor in ('releasing', 'receiving', 'employee', 'personnel', 'review_team', 'mayor', 'bkn', 'worker')
    )
);

comment on column transfer_step.needs is 'What must hold, as words that require_transfer_needs knows';

-- Cases that take effect together. City-wide.
create table transfer_batch (
    transfer_batch_id integer generated always as identity,
    code text not null,
    title text not null,
    planned_on date,
    created_by text not null,
    created_at timestamptz not null default now(),
    constraint transfer_batch_pkey primary key (transfer_batch_id),
    constraint transfer_batch_code_key unique (code),
    constraint transfer_batch_code_check check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    constraint transfer_batch_planned_on_bounds_check check (planned_on between '1900-01-01' and '2200-12-31'),
    constraint transfer_batch_created_at_bounds_check check (
        created_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

-- Decrees by number; the people are in their cases.
create table decree (
    decree_id integer generated always as identity,
    number text not null,
    decree_date date not null,
    signed_by text not null,
    recorded_at timestamptz not null default now(),
    constraint decree_pkey primary key (decree_id),
    constraint decree_number_key unique (number),
    constraint decree_number_check check (trim(number) <> '' and trim(signed_by) <> ''),
    constraint decree_decree_date_bounds_check check (decree_date between '1900-01-01' and '2200-12-31'),
    constraint decree_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

-- Belongs to the agency in which the person serves.
create table transfer_case (
    agency_id integer not null,
    transfer_case_id bigint generated always as identity,
    number text not null,
    transfer_batch_id integer,
    employment_id bigint not null,
    -- The definitive seat that the person holds; null without one.
    from_post_id bigint,
    to_agency_id integer not null,
    to_post_id bigint not null,
    basis text not null,
    -- The lawful cause of a move to a lower level.
    demotion_cause text,
    reason text not null,
    planned_on date not null,
    proposer text not null,
    proposed_by text not null,
    state text not null default 'draft',
    -- Rises when seat or day change: a check counts for one revision.
    revision integer not null default 1,
    -- As the last check derived them.
    direction text,
    imut_type smallint,
    releasing_consent_on date,
    receiving_consent_on date,
    pertek_requested_on date,
    decree_id integer,
    inaugurated_on date,
    objection text not null default 'none',
    effective_on date,
    -- The seat as it was held until the move, and the assignments that ended and began with it.
    held_since date,
    former_assignment_id bigint,
    new_employment_id bigint,
    new_assignment_id bigint,
    -- The case whose move this one takes back.
    reverses_agency_id integer,
    reverses_case_id bigint,
    -- Why it was not carried out on its day.
    problem text,
    created_at timestamptz not null default now(),
    constraint transfer_case_pkey primary key (agency_id, transfer_case_id),
    constraint transfer_case_number_key unique (agency_id, number),
    constraint transfer_case_agency_fkey foreign key (agency_id) references agency,
    constraint transfer_case_to_agency_fkey foreign key (to_agency_id) references agency (agency_id),
    constraint transfer_case_employment_fkey foreign key (agency_id, employment_id) references employment,
    constraint transfer_case_from_post_fkey foreign key (agency_id, from_post_id) references post (agency_id, post_id),
    constraint transfer_case_transfer_batch_fkey foreign key (transfer_batch_id) references transfer_batch,
    constraint transfer_case_decree_fkey foreign key (decree_id) references decree,
    constraint transfer_case_basis_check check (
        basis in ('agency_need', 'own_request', 'reorganisation', 'talent_plan', 'open_selection', 'discipline',
            'performance', 'reversal')
    ),
    constraint transfer_case_demotion_cause_check check (
        demotion_cause in ('discipline', 'performance', 'reorganisation', 'own_request')
    ),
    constraint transfer_case_proposer_check check (proposer in ('releasing', 'receiving', 'employee', 'personnel')),
    constraint transfer_case_objection_check check (objection in ('none', 'filed', 'blocking', 'dismissed')),
    constraint transfer_case_direction_check check (
        direction in ('rotation', 'promotion', 'family_change', 'demotion', 'confirmation')
    ),
    constraint transfer_case_reversal_check check (
        (reverses_case_id is null) = (reverses_agency_id is null)
        and (basis = 'reversal') = (reverses_case_id is not null)
    ),
    constraint transfer_case_planned_on_bounds_check check (planned_on between '1900-01-01' and '2200-12-31'),
    constraint transfer_case_effective_on_bounds_check check (effective_on between '1900-01-01' and '2200-12-31'),
    constraint transfer_case_held_since_bounds_check check (held_since between '1900-01-01' and '2200-12-31'),
    constraint transfer_case_inaugurated_on_bounds_check check (inaugurated_on between '1900-01-01' and '2200-12-31'),
    constraint transfer_case_pertek_requested_on_bounds_check check (
        pertek_requested_on between '1900-01-01' and '2200-12-31'
    ),
    constraint transfer_case_releasing_consent_on_bounds_check check (
        releasing_consent_on between '1900-01-01' and '2200-12-31'
    ),
    constraint transfer_case_receiving_consent_on_bounds_check check (
        receiving_consent_on between '1900-01-01' and '2200-12-31'
    ),
    constraint transfer_case_created_at_bounds_check check (
        created_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index transfer_case_employment_idx on transfer_case (agency_id, employment_id);
create index transfer_case_from_post_idx on transfer_case (agency_id, from_post_id);
create index transfer_case_state_idx on transfer_case (agency_id, state);

comment on table transfer_case is 'One person''s way from one seat to another, from the draft to the end';

-- What an agency may see of a case, on its side of it.
create table transfer_party (
    agency_id integer not null,
    transfer_case_id bigint not null,
    side text not null,
    number text not null,
    other_agency_id integer not null,
    -- The agency's own seat: the one that becomes free, or the one to be filled.
    post_id bigint,
    -- Of the releasing agency: its own employment.
    employment_id bigint,
    nip text not null,
    name text not null,
    grade_rank_id smallint,
    education_level_id smallint,
    other_title text,
    planned_on date not null,
    proposer text not null,
    basis text not null,
    state text not null,
    shown_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    constraint transfer_party_pkey primary key (agency_id, transfer_case_id),
    constraint transfer_party_agency_fkey foreign key (agency_id) references agency,
    constraint transfer_party_other_agency_fkey foreign key (other_agency_id) references agency (agency_id),
    constraint transfer_party_post_fkey foreign key (agency_id, post_id) references post (agency_id, post_id),
    constraint transfer_party_employment_fkey foreign key (agency_id, employment_id) references employment,
    constraint transfer_party_side_check check (side in ('releasing', 'receiving', 'both')),
    constraint transfer_party_nip_check check (nip ~ '^[0-9]{18}$'),
    constraint transfer_party_planned_on_bounds_check check (planned_on between '1900-01-01' and '2200-12-31'),
    constraint transfer_party_shown_at_bounds_check check (
        shown_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    ),
    constraint transfer_party_changed_at_bounds_check check (
        changed_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index transfer_party_post_idx on transfer_party (agency_id, post_id);
create index transfer_party_employment_idx on transfer_party (agency_id, employment_id);

-- Append-only: each step of a case.
create table transfer_event (
    agency_id integer not null,
    transfer_event_id bigint generated always as identity,
    transfer_case_id bigint not null,
    step text not null,
    from_state text,
    to_state text not null,
    actor text not null,
    acted_by text not null,
    acted_on date not null,
    document_number text,
    document_date date,
    note text,
    recorded_by text not null default session_user,
    recorded_at timestamptz not null default now(),
    constraint transfer_event_pkey primary key (agency_id, transfer_event_id),
    constraint transfer_event_transfer_case_fkey foreign key (agency_id, transfer_case_id) references transfer_case,
    constraint transfer_event_acted_by_check check (trim(acted_by) <> ''),
    constraint transfer_event_acted_on_bounds_check check (acted_on between '1900-01-01' and '2200-12-31'),
    constraint transfer_event_document_date_bounds_check check (document_date between '1900-01-01' and '2200-12-31'),
    constraint transfer_event_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index transfer_event_transfer_case_idx on transfer_event (agency_id, transfer_case_id);

-- An agency asks for a person, or offers one for a post, whom or which it cannot see. BKPSDM makes a case of it, or
-- declines; either way the agency learns from BKPSDM, and not from the database, whether there is such a person or post.
create table transfer_request (
    agency_id integer not null,
    transfer_request_id bigint generated always as identity,
    nip text not null,
    to_agency_id integer not null,
    to_post_id bigint not null,
    proposer text not null,
    basis text not null,
    reason text not null,
    planned_on date not null,
    requested_by text not null,
    requested_at timestamptz not null default now(),
    -- The case that came of it, or why none did.
    number text,
    declined text,
    answered_by text,
    constraint transfer_request_pkey primary key (agency_id, transfer_request_id),
    constraint transfer_request_agency_fkey foreign key (agency_id) references agency,
    constraint transfer_request_to_agency_fkey foreign key (to_agency_id) references agency (agency_id),
    constraint transfer_request_proposer_check check (proposer in ('releasing', 'receiving', 'employee')),
    constraint transfer_request_nip_check check (nip ~ '^[0-9]{18}$'),
    constraint transfer_request_basis_check check (basis in ('agency_need', 'own_request', 'talent_plan', 'open_selection')),
    constraint transfer_request_answer_check check (number is null or declined is null),
    constraint transfer_request_requested_by_check check (trim(requested_by) <> ''),
    constraint transfer_request_planned_on_bounds_check check (planned_on between '1900-01-01' and '2200-12-31'),
    constraint transfer_request_requested_at_bounds_check check (
        requested_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);
