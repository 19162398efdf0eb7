import Postgres

extension PostsImport {
    /// The posts that people hold, and beside them the file's units and posts themselves.
    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, p.nip, case
                when a.is_present and a.kind = 'definitive' then ''
                when a.is_present then concat_ws(' · ', a.kind, u.siasn_id, t.title)
                else concat_ws(' · ', a.kind, u.siasn_id, t.title, to_char(lower(a.valid), 'DD-MM-YYYY'))
            end,
            v.place, v.name, v.value
        from (select holder, min(line) as line from staged_posts group by holder) s
        join person p on p.agency_id = \(agency) and p.nip = s.holder
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
        join (
            -- Of each post and kind, and of all definitive posts, the newest is the present one.
            select a.*, row_number() over (
                    partition by a.agency_id, a.employment_id, a.kind, case when a.kind <> 'definitive' then a.post_id end
                    order by lower(a.valid) desc
                ) = 1 as is_present
            from assignment a where a.agency_id = \(agency) and not isempty(a.valid)
        ) a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
        cross join lateral (values
            (1, 'namaJabatan', t.title), (2, 'unorId', u.siasn_id),
            (3, 'tmtJabatan', to_char(lower(a.valid), 'DD-MM-YYYY')), (4, 'nomorSk', a.decree_number),
            (5, 'tanggalSk', to_char(a.decree_date, 'DD-MM-YYYY')),
            (6, 'tanggalSelesai', to_char(upper(a.valid) - 1, 'DD-MM-YYYY'))
        ) v (place, name, value)
        -- The record of a former post says what it was.
        where a.is_present or v.place = 6
        union all
        select s.line, '', u.siasn_id, v.place, v.name, v.value
        from (select unit, min(line) as line from staged_posts group by unit) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        cross join lateral (values (1, 'namaUnor', u.name), (2, 'unorIndukId', u.parent_siasn_id)) v (place, name, value)
        union all
        select s.line, '', concat_ws(' · ', u.siasn_id, t.title), v.place, v.name, v.value
        from (select unit, title, min(line) as line from staged_posts group by unit, title) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id
            and lower(t.title) = lower(s.title)
        cross join lateral (values
            (1, 'namaJabatan', t.title),
            (2, 'jenisJabatan', case
                when t.echelon is not null then '1' when t.position_level = 'fungsional' then '2' else '4' end),
            (3, 'eselonId', t.echelon::text)
        ) v (place, name, value)
        """
    }
}
