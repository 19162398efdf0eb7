/// A row of each agency in each table that has none, made by the catalog, so that a new table is attacked without a word.
enum PlantedRows {
    /// A superuser's statement, with triggers off. A column that must be given takes its value from the row that its key points
    /// to, or one of its type; what a check constraint refuses ends the statement with that constraint's name.
    static let statement = """
        do $plant$
        declare
            v_agency integer;
            v_table record;
            v_is_there boolean;
        begin
            for v_table in
                select c.oid::regclass as name, coalesce(string_agg(', ' || quote_ident(a.attname), '' order by a.attnum), '') as columns,
                    coalesce(string_agg(', ' || coalesce(k.value, case
                        when a.attnum is null then null
                        when a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype) then '1'
                        when a.atttypid = 'bool'::regtype then 'false'
                        when a.atttypid = 'date'::regtype then '''2026-01-01'''
                        when a.atttypid = 'timestamptz'::regtype then '''2026-01-01 00:00+00'''
                        when a.atttypid = 'jsonb'::regtype then '''{}'''
                        when a.atttypid = 'daterange'::regtype then '''[2026-01-01,2026-02-01)'''
                        when a.atttypid = 'uuid'::regtype then 'gen_random_uuid()'
                        else '''planted'''
                    end), '' order by a.attnum), '') as values
                from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull
                    and not a.atthasdef and a.attidentity = '' and a.attname <> 'agency_id'
                left join lateral (
                    select format('(select %I from %s t %s order by t.ctid limit 1)', r.attname, f.confrelid::regclass, case
                        when exists (
                            select from pg_attribute b where b.attrelid = f.confrelid and b.attname = 'agency_id'
                        ) then 'where t.agency_id = $1' else ''
                    end) as value
                    from pg_constraint f
                    join unnest(f.conkey, f.confkey) as u (here, there) on u.here = a.attnum
                    join pg_attribute r on r.attrelid = f.confrelid and r.attnum = u.there
                    where f.conrelid = c.oid and f.contype = 'f'
                    order by cardinality(f.conkey) desc, f.conname limit 1
                ) k on true
                where c.relnamespace = 'medan'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'agency%'
                    and c.relname not like 'audit%' and exists (
                        select from pg_attribute b
                        where b.attrelid = c.oid and b.attname = 'agency_id' and not b.attisdropped
                    )
                group by c.oid
            loop
                for v_agency in select agency_id from agency order by agency_id loop
                    execute format('select exists (select from %s where agency_id = $1)', v_table.name)
                        using v_agency into v_is_there;
                    continue when v_is_there;
                    execute format('insert into %s (agency_id%s) values ($1%s)', v_table.name, v_table.columns, v_table.values)
                        using v_agency;
                end loop;
            end loop;
        end
        $plant$
        """
}
