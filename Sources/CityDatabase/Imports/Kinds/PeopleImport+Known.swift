import Postgres

extension PeopleImport {
    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, p.nip, '', v.place, v.name, v.value
        from staged_people s
        join person p on p.agency_id = \(agency) and p.nip = s.nip
        left join grade_rank g on g.grade_rank_id = p.grade_rank_id
        cross join lateral (values
            (1, 'nama', p.name), (2, 'gelar_depan', p.front_title), (3, 'gelar_belakang', p.back_title),
            (4, 'tanggal_lahir', to_char(p.birth_date, 'DD-MM-YYYY')),
            (5, 'jenis_kelamin', case p.sex when 'male' then 'M' else 'F' end),
            (6, 'status_cpns_pns', case p.kind when 'contract' then 'PPPK' when 'probationary' then 'C' else 'P' end),
            (7, 'kedudukan_hukum_nama', p.legal_status), (8, 'tmt_cpns', to_char(p.appointed_on, 'DD-MM-YYYY')),
            (9, 'tmt_pns', to_char(p.confirmed_on, 'DD-MM-YYYY')),
            (10, 'gol_akhir_nama', coalesce(g.code, p.contract_class)),
            (11, 'tmt_golongan', to_char(p.grade_since, 'DD-MM-YYYY')),
            (12, 'tingkat_pendidikan_id', lpad(p.education_level_id::text, 2, '0')),
            (13, 'pendidikan_nama', p.education)
        ) v (place, name, value)
        """
    }
}
