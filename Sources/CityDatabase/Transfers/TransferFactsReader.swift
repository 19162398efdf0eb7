import Personnel
import Postgres

/// Reads what is known of cases, for the rules to judge: all cases of a call by a few statements, whatever their number.
struct TransferFactsReader {
    /// A case, and what the rules are told of it.
    struct Known: Sendable {
        let agency: AgencyID
        let id: Int64
        let number: String
        let revision: Int32
        var facts: TransferFacts
        var exceptions: [TransferException]
        /// False where the new post's level is not one of the levels: no rule can judge it.
        let isReadable: Bool
    }

    private let agencies: [AgencyID]
    private let cases: [Int64]

    init(_ keys: [(AgencyID, Int64)]) {
        agencies = keys.map(\.0)
        cases = keys.map(\.1)
    }

    /// The cases as a relation `k (agency_id, transfer_case_id)`.
    private var keys: SQL { "unnest(\(agencies), \(cases)) k (agency_id, transfer_case_id)" }

    func read(_ tx: inout Transaction) throws -> [Known] {
        let city = try cityFacts(&tx)
        var known: [Known] = try seats(&tx).map { $0.known(city) }
        let places = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($0.element.id, $0.offset) })
        func change(_ id: Int64, _ body: (inout Known) -> Void) {
            if let place = places[id] { body(&known[place]) }
        }
        for (id, sanctions) in Dictionary(grouping: try sanctions(&tx), by: \.0) {
            change(id) { one in
                one.facts.person.sanctions = sanctions.map {
                    ServedSanctionReading(level: $0.1, title: $0.2, first: $0.3).sanction
                }
            }
        }
        for (id, ratings) in Dictionary(grouping: try ratings(&tx), by: \.0) {
            change(id) { one in
                one.facts.person.ratings = Dictionary(
                    ratings.compactMap { row in Rating(rawValue: Int(row.2)).map { (Int(row.1), $0) } },
                    uniquingKeysWith: { first, _ in first }
                )
            }
        }
        for (id, documents) in Dictionary(grouping: try documents(&tx), by: \.0) {
            change(id) { one in
                let filed = documents.compactMap { row in
                    DocumentKind(code: row.1).map { TransferDocument($0, number: row.2, day: row.3, post: row.4) }
                }
                one.facts.documents = (one.facts.documents ?? []) + filed
                one.facts.takeStatements()
            }
        }
        for (id, conflicts) in Dictionary(grouping: try conflicts(&tx), by: \.0) {
            // People with a declared conflict take no step of the case: the database keeps them out.
            change(id) { one in
                one.facts.conflicts = conflicts.compactMap { row in
                    DeclaredConflict.Kind(code: row.1).map { DeclaredConflict($0, isRecused: true) }
                }
            }
        }
        for (id, exceptions) in Dictionary(grouping: try exceptions(&tx), by: \.0) {
            change(id) { one in
                one.exceptions = exceptions.compactMap { row in
                    let condition = TransferRule(code: row.1).map { TransferCondition.rule($0) } ?? .local(row.1)
                    return TransferException(condition, reason: row.2, approver: row.3, document: row.4)
                }
            }
        }
        return known
    }

    // MARK: Statements

    private func seats(_ tx: inout Transaction) throws -> [TransferCaseRow] {
        try tx.all(
            """
            select c.agency_id, c.transfer_case_id, c.number, c.revision, c.planned_on, c.basis, c.demotion_cause,
                c.proposer, c.releasing_consent_on, c.receiving_consent_on,
                p.nip, p.birth_date, p.kind, p.grade_rank_id, p.education_level_id, p.education,
                coalesce(nullif(l.event_kind, ''), case when l.legal_standing ~* 'tugas belajar' then 'studying' end),
                g.code, fu.name, f.title, f.position_level, f.echelon, f.job_class, fj.family,
                h.code, tu.name, t.title, t.position_level, t.echelon, t.job_class,
                tj.family, required_education(t.title, t.position_level), tj.fields, tj.trainings,
                coalesce(a.held_since, lower(a.valid)), s.first_assignment, s.other_seats, s.feeder_months,
                least(
                    retires_on(p.birth_date, retirement_age(tl.retirement_age, t.position_level, t.title)),
                    case when f.post_id is not null then
                        retires_on(p.birth_date, retirement_age(fl.retirement_age, f.position_level, f.title))
                    end
                ),
                seats_on(t.agency_id, t.post_id, t.capacity, c.planned_on) - (
                    select count(*)::integer from assignment o
                    where o.agency_id = t.agency_id and o.post_id = t.post_id and o.kind = 'definitive'
                        and o.valid @> c.planned_on
                ),
                (
                    select count(*)::integer from transfer_case v
                    where v.agency_id = c.to_agency_id and v.from_post_id = c.to_post_id
                        and v.planned_on <= c.planned_on and v.transfer_case_id <> c.transfer_case_id
                        and v.transfer_batch_id is not distinct from c.transfer_batch_id
                        and v.state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
                ),
                array(
                    select distinct d.title from evidence d
                    where d.agency_id = c.agency_id and d.employment_id = c.employment_id
                        and d.kind in ('certificate', 'leadership') and d.title is not null
                        and d.withdrawn_at is null and d.occurred_on <= c.planned_on
                    order by d.title
                )
            from \(fragment: keys)
            join transfer_case c on c.agency_id = k.agency_id and c.transfer_case_id = k.transfer_case_id
            join agency g on g.agency_id = c.agency_id
            join agency h on h.agency_id = c.to_agency_id
            join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
            join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            left join legal_standing l on lower(l.legal_standing) = lower(p.legal_status)
            left join post f on f.agency_id = c.agency_id and f.post_id = c.from_post_id
            left join org_unit fu on fu.agency_id = f.agency_id and fu.org_unit_id = f.org_unit_id
            left join position_level fl on fl.position_level = f.position_level
            left join lateral (select family from job_title_of(f.title)) fj on f.title is not null
            join post t on t.agency_id = c.to_agency_id and t.post_id = c.to_post_id
            join org_unit tu on tu.agency_id = t.agency_id and tu.org_unit_id = t.org_unit_id
            left join position_level tl on tl.position_level = t.position_level
            left join lateral (select family, fields, trainings from job_title_of(t.title)) tj on true
            left join assignment a on a.agency_id = c.agency_id and a.employment_id = c.employment_id
                and a.post_id = c.from_post_id and a.kind = 'definitive' and a.valid @> least(
                    c.planned_on - 1, coalesce(c.effective_on - 1, c.planned_on - 1)
                )
            cross join lateral (
                select min(lower(o.valid)) as first_assignment,
                    (count(*) filter (
                        where o.valid @> c.planned_on and upper_inf(o.valid)
                            and (o.agency_id, o.post_id) is distinct from (c.agency_id, c.from_post_id)
                    ))::integer as other_seats,
                    (sum(
                        (least(coalesce(upper(o.valid), c.planned_on), c.planned_on) - lower(o.valid)) / 30.4375
                    ) filter (where w.position_level = \(fragment: Self.feeder)))::integer as feeder_months
                from employment q
                join assignment o on o.agency_id = q.agency_id and o.employment_id = q.employment_id
                    and o.kind = 'definitive' and lower(o.valid) < c.planned_on
                join post w on w.agency_id = o.agency_id and w.post_id = o.post_id
                where q.person_id = e.person_id and q.agency_id in (
                    select n.agency_id from agency n
                    where n.agency_id = c.agency_id or exists (
                        select from employment x where x.agency_id = n.agency_id and x.person_id = e.person_id
                    )
                )
            ) s
            order by c.number
            """
        )
    }

    /// The level from which that of post `t` is reached (`PositionLevel.below`).
    private static var feeder: SQL {
        """
        case t.position_level
            when 'jpt_utama' then 'jpt_madya' when 'jpt_madya' then 'jpt_pratama'
            when 'jpt_pratama' then 'administrator' when 'administrator' then 'pengawas' when 'pengawas' then 'pelaksana'
        end
        """
    }

    private func sanctions(_ tx: inout Transaction) throws -> [(Int64, String?, String?, CivilDate)] {
        try tx.all(
            """
            select c.transfer_case_id, d.level, d.title, d.occurred_on
            from \(fragment: keys)
            join transfer_case c on c.agency_id = k.agency_id and c.transfer_case_id = k.transfer_case_id
            join evidence d on d.agency_id = c.agency_id and d.employment_id = c.employment_id
                and d.kind = 'discipline' and d.withdrawn_at is null
            order by 1, 4
            """,
            as: (Int64, String?, String?, CivilDate).self
        )
    }

    /// Results of years that are released, of wherever the person served.
    private func ratings(_ tx: inout Transaction) throws -> [(Int64, Int32, Int16)] {
        try tx.all(
            """
            select c.transfer_case_id, extract(year from lower(y.period))::integer, s.rating
            from \(fragment: keys)
            join transfer_case c on c.agency_id = k.agency_id and c.transfer_case_id = k.transfer_case_id
            join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
            join cycle y on y.kind = 'year' and upper(y.period) <= c.planned_on
            cross join agency g
            join employment q on q.agency_id = g.agency_id and q.person_id = e.person_id
            join appraisal_score s on s.agency_id = q.agency_id and s.cycle_id = y.cycle_id
                and s.employment_id = q.employment_id and not s.superseded and s.rating is not null
            order by 1, 2
            """,
            as: (Int64, Int32, Int16).self
        )
    }

    private func documents(_ tx: inout Transaction) throws -> [(Int64, String, String, CivilDate, String?)] {
        try tx.all(
            """
            select d.transfer_case_id, d.kind, d.number, d.document_date, d.post
            from \(fragment: keys)
            join transfer_document d on d.agency_id = k.agency_id and d.transfer_case_id = k.transfer_case_id
            order by 1, d.transfer_document_id
            """,
            as: (Int64, String, String, CivilDate, String?).self
        )
    }

    private func conflicts(_ tx: inout Transaction) throws -> [(Int64, String)] {
        try tx.all(
            """
            select d.transfer_case_id, d.kind
            from \(fragment: keys)
            join transfer_conflict d on d.agency_id = k.agency_id and d.transfer_case_id = k.transfer_case_id
            order by 1, 2
            """,
            as: (Int64, String).self
        )
    }

    private func exceptions(_ tx: inout Transaction) throws -> [(Int64, String, String, String, String)] {
        try tx.all(
            """
            select d.transfer_case_id, d.rule, d.reason, d.approved_by, d.document_number
            from \(fragment: keys)
            join transfer_exception d on d.agency_id = k.agency_id and d.transfer_case_id = k.transfer_case_id
            order by 1, 2
            """,
            as: (Int64, String, String, String, String).self
        )
    }

    /// The calendar of freezes; a city that has entered nothing has not said that there is none.
    private func cityFacts(_ tx: inout Transaction) throws -> CityFacts {
        let rows = try tx.all(
            "select kind, lower(valid), upper(valid), lifted_by, lifted_on from freeze_window order by 2, 1",
            as: (String, CivilDate, CivilDate?, String?, CivilDate?).self
        )
        guard !rows.isEmpty else { return CityFacts() }
        let windows = rows.compactMap { row -> FreezeWindow? in
            guard let kind = FreezeWindow.Kind(code: row.0) else { return nil }
            let letter = row.3.flatMap { number in
                row.4.map { TransferDocument(.ministerConsent, number: number, day: $0) }
            }
            return FreezeWindow(kind, first: row.1, last: row.2.map { $0 + -1 }, letter: letter)
        }
        return CityFacts(
            windows: windows,
            headInaugurated: windows.last { $0.kind == .newHead }?.first,
            isHeadActing: windows.contains { $0.kind == .actingHead && $0.last == nil }
        )
    }
}
