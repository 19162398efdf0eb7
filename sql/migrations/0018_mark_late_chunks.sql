-- An agency that holds a phase up is left behind: the others go on, and it catches up.

alter table run_chunk add column late_since timestamptz;
alter table run_chunk add constraint run_chunk_late_since_bounds_check check (
    late_since between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
);

comment on column run_chunk.late_since is
    'Since when the chunk waits for a lock that another session holds; null once it is done, and where it never waited';

-- Which agencies have not ended a step, also those in which it failed.
create index run_chunk_unfinished_idx on run_chunk (agency_id, run_id) where state in ('ready', 'running', 'failed');

-- A run is cut from one chunk for each agency, however many workers start it.
do $unique$
begin
    create unique index run_chunk_whole_key on run_chunk (agency_id, run_id) where first_key is null;
exception when unique_violation then
    raise warning 'a run was started twice in an agency: see ''mutasi db check''';
end
$unique$;
