import Personnel
import Postgres
import Texts

extension Transfers {
    /// Which cases a paper is about.
    public enum PaperSelection: Sendable, Hashable {
        /// All that a decree names, by its number.
        case decree(String)
        case batch(String)
        case numbers([String])
    }

    /// What papers say of cases, in the order of their numbers. Cases of a decree that were revoked are among them.
    ///
    /// Names of people and of former seats are those of the decree's date, of new seats those of the first day; without a
    /// decree, today's stand for the first. The reading is recorded in the audit trail.
    ///
    /// - Throws: `CityError` for an unknown number, batch or decree.
    public func papers(_ selection: PaperSelection) async throws -> [DecidedTransfer] {
        try await city.transaction(as: .personnel, options: .reading) { tx in
            let agencies = try tx.all(
                "select distinct c.agency_id \(fragment: Self.cases) where \(fragment: selection.condition)",
                as: Int32.self
            )
            for agency in agencies { try ReadEvent.record("transfer papers", ["nip", "name"], of: agency, &tx) }
            let found = try tx.all(
                """
                \(fragment: Self.papers)
                where \(fragment: selection.condition)
                order by c.number
                """,
                as: DecidedTransfer.self
            )
            try selection.refuse(unless: found.map(\.number))
            return found
        }
    }

    /// Cases `c` with their decrees `d`.
    static let cases: SQL = """
        from agency g
        join transfer_case c on c.agency_id = g.agency_id
        left join decree d on d.decree_id = c.decree_id
        """

    private static let papers: SQL = """
        select c.number, c.state,
            \(fragment: person("p", former: "h")), f.title, f.unit, f.agency, t.title, t.unit, t.agency, t.echelon,
            t.job_class, trim(c.reason), x.first_day, d.number, d.decree_date, d.signed_by, c.inaugurated_on,
            (
                select max(v.acted_on) from transfer_event v
                where v.agency_id = c.agency_id and v.transfer_case_id = c.transfer_case_id and v.step = 'start_duty'
            ),
            (
                select min(s.valid_from) from counted_event s
                join legal_standing l on l.legal_standing = s.legal_standing and l.ends_employment
                where s.agency_id = c.agency_id and s.employment_id = c.employment_id and s.valid_from <= x.first_day
            ),
            c.decree_id is not null
                or c.state in (select from_state from transfer_step where step = 'decree'),
            o.nip, o.name, o.front_title, o.back_title, o.grade_rank_id, o.contract_class, f.echelon, f.job_class
        \(fragment: cases)
        cross join lateral (
            select coalesce(c.effective_on, c.planned_on) as first_day, coalesce(d.decree_date, city_day(now())) as decided_on
        ) x
        join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        left join lateral (\(fragment: former("p"))) h on true
        left join lateral (\(fragment: seat("c.agency_id", "c.from_post_id", on: "x.decided_on"))) f on true
        left join lateral (\(fragment: seat("c.to_agency_id", "c.to_post_id", on: "x.first_day"))) t on true
        left join lateral (\(fragment: outgoing)) o on true
        """

    /// The row of a person that the decree's date knew, where another one has replaced it since.
    private static func former(_ person: SQL) -> SQL {
        """
        select r.former from person_history r
        where r.agency_id = \(fragment: person).agency_id and r.person_id = \(fragment: person).person_id
            and r.replaced_at >= city_instant(x.decided_on + 1)
        order by r.replaced_at, r.person_history_id limit 1
        """
    }

    /// Six columns.
    private static func person(_ present: SQL, former: SQL) -> SQL {
        func column(_ name: SQL, _ text: SQL) -> SQL {
            """
            case when \(fragment: former).former is null then \(fragment: present).\(fragment: name)
                else \(fragment: text) end
            """
        }
        return """
            \(fragment: present).nip, \(fragment: column("name", "\(fragment: former).former ->> 'name'")),
            \(fragment: column("front_title", "\(fragment: former).former ->> 'front_title'")),
            \(fragment: column("back_title", "\(fragment: former).former ->> 'back_title'")),
            \(fragment: column("grade_rank_id", "(\(fragment: former).former ->> 'grade_rank_id')::smallint")),
            \(fragment: column("contract_class", "\(fragment: former).former ->> 'contract_class'"))
            """
    }

    private static func seat(_ agency: SQL, _ post: SQL, on day: SQL) -> SQL {
        """
        select s.title, \(fragment: UnitsOnDay.name) as unit, m.name as agency, s.echelon, s.job_class
        from post s
        \(fragment: UnitsOnDay.joins(of: "s", on: day))
        -- A decree may be older than what is known of its agencies: then by their first name.
        left join lateral (
            select m.name from agency_name m
            where m.agency_id = s.agency_id
            order by case when lower(m.valid) <= \(fragment: day) then lower(m.valid) end desc nulls last, lower(m.valid)
            limit 1
        ) m on true
        where s.agency_id = \(fragment: agency) and s.post_id = \(fragment: post)
        """
    }

    /// The one person who holds the new seat definitively until the first day, or held it last before.
    private static let outgoing: SQL = """
        select n.nip, n.name, n.front_title, n.back_title, n.grade_rank_id, n.contract_class
        from (
            select a.agency_id, a.employment_id, count(*) over (partition by upper(a.valid)) as holders
            from assignment a
            where a.agency_id = c.to_agency_id and a.post_id = c.to_post_id and a.kind = 'definitive'
                and lower(a.valid) < x.first_day and a.employment_id is distinct from c.employment_id
            order by least(coalesce(upper(a.valid), x.first_day), x.first_day) desc limit 1
        ) b
        join employment q on q.agency_id = b.agency_id and q.employment_id = b.employment_id
        join known_person n on n.agency_id = q.agency_id and n.person_id = q.person_id
        where b.holders = 1
        """
}

extension Transfers.PaperSelection {
    /// - Parameter found: numbers of the cases that the condition gave.
    /// - Throws: `CityError` for an unknown number, batch or decree.
    func refuse(unless found: [String]) throws(CityError) {
        switch self {
        case .numbers(let numbers):
            if let missing = Set(numbers).subtracting(found).min() {
                throw CityError(.transferUnknown, ["number": "\(missing)"])
            }
        case .batch(let code): if found.isEmpty { throw CityError(.transferBatchUnknown, ["batch": "\(code)"]) }
        case .decree(let number):
            if found.isEmpty { throw CityError(.transferDecreeUnknown, ["decree": "\(number)"]) }
        }
    }

    /// Of the cases `c` with their decrees `d`.
    var condition: SQL {
        switch self {
        case .decree(let number): "d.number = \(number)"
        case .batch(let code):
            """
            c.transfer_batch_id = (select transfer_batch_id from transfer_batch where code = \(code))
                -- What ended before a decree is in no paper.
                and (c.decree_id is not null or c.state in (select from_state from transfer_step))
            """
        case .numbers(let numbers): "c.number = any (\(numbers))"
        }
    }
}
