-- The tenants. City-wide: every agency may read the list.

create table agency (
    agency_id integer generated always as identity,
    code text not null,
    kind text not null,
    state text not null default 'active',
    created_at timestamptz not null default now(),
    constraint agency_pkey primary key (agency_id),
    constraint agency_code_key unique (code),
    constraint agency_code_check check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
    constraint agency_kind_check check (
        kind in ('secretariat', 'inspectorate', 'dinas', 'badan', 'satuan', 'hospital', 'district')
    ),
    constraint agency_state_check check (state in ('active', 'suspended', 'closed'))
);

comment on table agency is 'An agency (perangkat daerah) of the city: the tenant';

create table agency_name (
    agency_id integer not null,
    name text not null,
    short_name text not null,
    valid daterange not null,
    constraint agency_name_pkey primary key (agency_id, valid),
    constraint agency_name_agency_fkey foreign key (agency_id) references agency,
    constraint agency_name_valid_excl exclude using gist (agency_id with =, valid with &&)
);

comment on table agency_name is 'What the agency was called when: old documents print the old name';
