-- What of sql/ has been applied: compared by `mutasi db status` and by the worker at its start.

create table applied_file (
    path text not null,
    sha256 text not null,
    applied_at timestamptz not null default now(),
    milliseconds integer not null,
    applied_by text not null default session_user,
    constraint applied_file_pkey primary key (path)
);
