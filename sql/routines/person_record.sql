-- The tables that are about a person, and the columns that say so: the record of a person reads them, and the check
-- person_unreached compares with them. This is the single place of the rule:
-- * A row is about the person whose key it holds under the key's own name, beside agency_id: person_id, then
--   employment_id, then the key of each table that is itself about a person (assignment_id, objection_id). A foreign
--   key is not needed, because the tables that phases fill have none.
-- * A key or a NIP under another name is another role (rater_nip, decided_by): the row is not about that person.
-- A table may have several such columns. Then the column nearest to the person says whose row it is, if it is never
-- null; when every such column may be null, any of them may say so.
-- key_name is null for a column that names a person in another role, in a table that is about nobody.
create or replace function personal_columns() returns table (
    table_name text, column_name text, key_name text, own_key text
)
language sql
stable
set search_path from current
as $$
    with recursive city_table as (
        select c.oid, c.relname::text as table_name,
            (
                select a.attname::text
                from pg_index x
                join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[1]
                where x.indrelid = c.oid and x.indisprimary and x.indnkeyatts = 2 and a.attname = c.relname || '_id'
            ) as own_key
        from pg_class c
        join pg_attribute g on g.attrelid = c.oid and g.attname = 'agency_id' and not g.attisdropped
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    ),
    city_column as (
        select t.table_name, t.own_key, a.attname::text as column_name, coalesce(o.key_name, a.attname) as key_name,
            a.attnotnull as is_certain
        from city_table t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        -- The key that a run counts by: phases of a cycle count people, by their employment.
        left join (
            values ('run_failure', 'key', 'employment_id')
        ) o (table_name, column_name, key_name) on o.table_name = t.table_name and o.column_name = a.attname
    ),
    -- Tables may point to each other: no path is longer than the number of tables.
    reached (key_name, steps) as (
        select 'person_id' collate "C", 0
        union
        select c.own_key, r.steps + 1
        from reached r
        join city_column c on c.key_name = r.key_name
        where c.own_key is not null and c.own_key <> 'person_id' and r.steps < (select count(*) from city_table)
    ),
    personal as (
        select c.*, bool_or(c.is_certain) over (partition by c.table_name) as has_certain,
            row_number() over (partition by c.table_name order by c.is_certain desc, r.steps, c.column_name) as rank
        from city_column c
        join (select r.key_name, min(r.steps) as steps from reached r group by r.key_name) r using (key_name)
        -- A table's own key says which row it is, not whose row it is.
        where c.column_name is distinct from c.own_key or c.own_key = 'person_id'
    )
    select p.table_name, p.column_name, p.key_name, p.own_key from personal p where p.rank = 1 or not p.has_certain
    union all
    -- The person who migrated; the person who carried an agency over a milestone; the one who recorded a
    -- reorganisation, entered the seats of a post, signed a decree, or planned a batch of transfers. An agency that
    -- asks for a person by NIP does not know whether there is one: what comes of it is in the case.
    values ('applied_file', 'applied_by', null, null), ('cycle_milestone', 'reached_by', null, null),
        ('org_unit_event', 'recorded_by', null, null), ('formasi', 'recorded_by', null, null),
        ('decree', 'signed_by', null, null), ('freeze_window', 'recorded_by', null, null),
        ('freeze_window', 'lifted_by', null, null), ('transfer_batch', 'created_by', null, null),
        ('transfer_request', 'nip', null, null), ('transfer_request', 'requested_by', null, null),
        ('transfer_request', 'answered_by', null, null)
$$;

grant execute on function personal_columns to {city}_personnel;
