-- The logins by which an agency reaches its own rows, and what became of an agency.

create table agency_login (
    agency_id integer not null,
    label text not null,
    method text not null,
    certificate_name text,
    valid_until timestamptz,
    connection_limit smallint not null,
    created_at timestamptz not null default now(),
    rotated_at timestamptz,
    revoked_at timestamptz,
    constraint agency_login_pkey primary key (agency_id, label),
    constraint agency_login_agency_fkey foreign key (agency_id) references agency,
    constraint agency_login_label_check check (label ~ '^[a-z][a-z0-9]{0,11}$'),
    constraint agency_login_method_check check (method in ('password', 'certificate')),
    constraint agency_login_certificate_check check ((method = 'certificate') = (certificate_name is not null)),
    constraint agency_login_connection_limit_check check (connection_limit between 1 and 100)
);

comment on table agency_login is
    'A login of an agency: the role <city>_agency_<agency_id>_<label>. A revoked one stays listed; its role is gone';

alter table agency
    add column merged_into integer,
    add constraint agency_merged_into_fkey foreign key (merged_into) references agency,
    add constraint agency_merged_into_check check (merged_into <> agency_id);

comment on column agency.merged_into is
    'The agency that takes over people and posts: written before the first of them moves, so that no other can';
