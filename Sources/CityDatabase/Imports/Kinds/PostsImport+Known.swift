import Postgres

extension PostsImport {
    /// The posts that people hold, and beside them the file's units and posts themselves.
    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, p.nip, case a.kind when 'definitive' then '' else concat_ws(' · ', a.kind, u.siasn_id, t.title) end,
            v.place, v.name, v.value
        from (select nip, min(line) as line from staged_posts group by nip) s
        join person p on p.agency_id = \(agency) and p.nip = s.nip
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id and upper_inf(a.valid)
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
        cross join lateral (values
            (1, 'namaJabatan', t.title), (2, 'unorId', u.siasn_id),
            (3, 'tmtJabatan', to_char(lower(a.valid), 'DD-MM-YYYY')), (4, 'nomorSk', a.decree_number),
            (5, 'tanggalSk', to_char(a.decree_date, 'DD-MM-YYYY'))
        ) v (place, name, value)
        union all
        select s.line, '', u.siasn_id, v.place, v.name, v.value
        from (select unit, min(line) as line from staged_posts group by unit) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        cross join lateral (values (1, 'namaUnor', u.name), (2, 'unorIndukId', u.parent_siasn_id)) v (place, name, value)
        union all
        select s.line, '', concat_ws(' · ', u.siasn_id, t.title), v.place, v.name, v.value
        from (select unit, title, min(line) as line from staged_posts group by unit, title) s
        join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
        join post t on t.agency_id = u.agency_id and t.org_unit_id = u.org_unit_id and t.title = s.title
        cross join lateral (values
            (1, 'namaJabatan', t.title),
            (2, 'jenisJabatan', case
                when t.echelon is not null then '1' when t.position_level = 'fungsional' then '2' else '4' end),
            (3, 'eselonId', t.echelon::text)
        ) v (place, name, value)
        """
    }
}
