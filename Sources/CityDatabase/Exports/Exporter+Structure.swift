import Personnel
import Postgres

/// The shapes of units, posts and seats.
extension Exporter {
    static func units(_ agency: AgencyID, _ day: CivilDate) -> Shape {
        Shape(
            columns: ["id", "namaUnor", "diatasanId", "tmtUnor"],
            query: """
                select array[
                    u.siasn_id, \(fragment: UnitsOnDay.name), \(fragment: UnitsOnDay.parent),
                    to_char(
                        case when uf.org_unit_id is null then coalesce(u.since, u.began_on) else lower(uf.valid) end,
                        'DD-MM-YYYY'
                    )
                ]
                from org_unit u
                \(fragment: UnitsOnDay.formerUnit(on: "\(day)"))
                where u.agency_id = \(agency) and \(fragment: UnitsOnDay.exists(on: "\(day)"))
                order by u.siasn_id
                """
        )
    }

    /// Columns of rw_jabatan, as `postFields` gives them.
    static let postColumns = [
        "nipBaru", "jenisJabatan", "unorId", "unorIndukId", "eselonId", "tmtJabatan", "nomorSk", "tanggalSk",
        "namaUnor",
        "namaJabatan", "jenisPenugasanId", "tanggalSelesai",
    ]

    /// One row of rw_jabatan: the post `t` with its unit, and the assignment `a` of the person `p`.
    ///
    /// - Parameter since: the first day that the row states.
    static func postFields(since: SQL) -> SQL {
        """
        p.nip, \(fragment: postKind), u.siasn_id, \(fragment: UnitsOnDay.parent), t.echelon::text,
        to_char(\(fragment: since), 'DD-MM-YYYY'), a.decree_number, to_char(a.decree_date, 'DD-MM-YYYY'),
        \(fragment: UnitsOnDay.name), t.title,
        case a.kind
            when 'definitive' then 'D' when 'acting' then 'PLT' when 'standing_in' then 'PLH' when 'additional' then 'TT'
        end,
        -- A definitive post ends with an event of service, or with the next one.
        case when a.kind <> 'definitive' then to_char(upper(a.valid) - 1, 'DD-MM-YYYY') end
        """
    }

    private static let postKind: SQL =
        "case when t.echelon is not null then '1' when t.position_level = 'fungsional' then '2' else '4' end"

    static func posts(_ agency: AgencyID, _ day: CivilDate) -> Shape {
        Shape(
            columns: postColumns,
            query: """
                select array[\(fragment: postFields(since: "coalesce(a.held_since, lower(a.valid))"))]
                from post t
                \(fragment: UnitsOnDay.joins(on: "\(day)"))
                -- A vacant post has its own row, also where somebody acts in it.
                cross join (values (true), (false)) r (is_definitive)
                left join (
                    assignment a
                    join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                ) on a.agency_id = t.agency_id and a.post_id = t.post_id and a.valid @> \(day)
                    and (a.kind = 'definitive') = r.is_definitive
                where t.agency_id = \(agency)
                    and (p.nip is not null or t.echelon is not null and r.is_definitive
                        and \(fragment: UnitsOnDay.seats(on: "\(day)")) > 0)
                order by u.siasn_id, t.post_id, r.is_definitive desc, p.nip
                """
        )
    }

    static func establishment(_ agency: AgencyID, _ day: CivilDate) -> Shape {
        Shape(
            columns: [
                "unorId", "namaUnor", "unorIndukId", "namaJabatan", "jenisJabatan", "eselonId", "kelasJabatan",
                "kebutuhan", "berlakuMulai", "nomorSk", "tanggalSk", "standar",
            ],
            query: """
                select array[
                    u.siasn_id, u.name, u.parent_siasn_id, t.title,
                    \(fragment: postKind),
                    t.echelon::text, t.job_class::text, f.seats::text, to_char(f.valid_from, 'DD-MM-YYYY'),
                    f.decree_number, to_char(f.decree_date, 'DD-MM-YYYY'), f.standard
                ]
                from post t
                join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
                join formasi f on f.agency_id = t.agency_id and f.post_id = t.post_id and f.source <> 'holders'
                    and f.valid_from >= coalesce(
                        (
                            select max(p.valid_from) from formasi p
                            where p.agency_id = t.agency_id and p.post_id = t.post_id and p.source <> 'holders'
                                and p.valid_from <= \(day)
                        ),
                        \(day)
                    )
                where t.agency_id = \(agency)
                order by u.siasn_id, t.post_id, f.valid_from
                """
        )
    }
}
