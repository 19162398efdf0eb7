-- By what it shows that a login has another password than `mutasi login` gave it: a role may change its own.

create table login_fingerprint (
    agency_id integer not null,
    label text not null,
    sha256 bytea,
    taken_at timestamptz not null default now(),
    constraint login_fingerprint_pkey primary key (agency_id, label),
    constraint login_fingerprint_agency_login_fkey foreign key (agency_id, label) references agency_login,
    constraint login_fingerprint_sha256_check check (octet_length(sha256) = 32),
    constraint login_fingerprint_taken_at_bounds_check check (
        taken_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

comment on table login_fingerprint is
    'SHA-256 of the verifier that the server was given for the login; null where it has no password. Logins that are older '
    'than this table have no row until they are rotated';
