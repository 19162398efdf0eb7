-- Who, as which role, for which agency, with which request, changed what, from what to what. Written by the functions of
-- definers/audit.sql in the transaction of the change. agency_id 0 is the city itself: tables without an agency.

create table audit_event (
    agency_id integer not null,
    audit_event_id bigint generated always as identity,
    block integer not null,
    at timestamptz not null,
    actor text not null,
    login text not null,
    role text not null,
    request text,
    purpose text,
    operation text not null,
    table_name text not null,
    row_key jsonb not null,
    salt uuid,
    payload jsonb,
    commitment bytea,
    -- The only index, since each costs every writer: a time is found by the seals, whose blocks follow one another.
    constraint audit_event_pkey primary key (agency_id, block, audit_event_id)
);

comment on column audit_event.operation is
    'insert, update, delete, truncate, read or erase. No check: only functions write here, and a check costs every writer';
comment on column audit_event.actor is 'The person, as the client says (mutasi.actor); else the login';
comment on column audit_event.login is 'The login of the session';
comment on column audit_event.role is 'The role that the transaction had taken';
comment on column audit_event.payload is
    'insert: the new row; update: {"from": …, "to": …} of the columns that changed; delete: the old row; tables that phases '
    'fill: the number of rows; read: the fields. Null, with the salt, when it was erased';
comment on column audit_event.salt is 'Random, so that an erased payload cannot be guessed from its commitment';
comment on column audit_event.commitment is
    'sha256 of salt and payload, kept when those are erased; null until then, since it follows from them';

create table audit_block (
    agency_id integer not null,
    block integer not null default 1,
    sealed_block integer not null default 0,
    constraint audit_block_pkey primary key (agency_id),
    constraint audit_block_check check (sealed_block >= 0 and sealed_block < block)
);

comment on table audit_block is
    'The block that events of an agency go into now, and the last that is sealed. Those between are closed: nothing new goes '
    'in, but transactions may be under way that have it';

create table audit_seal (
    agency_id integer not null,
    block integer not null,
    event_count integer not null,
    first_event_id bigint,
    last_event_id bigint,
    prev_mac bytea not null,
    mac bytea not null,
    leaves bytea not null,
    sealed_at timestamptz not null,
    constraint audit_seal_pkey primary key (agency_id, block)
);

-- Hashes do not compress.
alter table audit_seal alter column leaves set storage external;

comment on column audit_seal.prev_mac is 'mac of the block before; 32 zero bytes for the first';
comment on column audit_seal.mac is 'sha256 of prev_mac, agency, block, the other columns and the leaves';
comment on column audit_seal.leaves is
    'Number and sha256 (audit_hash) of each event in the order of the numbers, 8 and 32 bytes: names a row that is gone, '
    'changed or was not there';
