import Characters
public import Personnel
import Postgres
import Texts

/// The appraisals of one agency in one cycle, person by person. Every change is an added row; nothing is rewritten
/// except the day of a receipt that was mistyped.
///
/// The database refuses what the rules refuse: a rating after the close, a late objection, a rater who decides on it.
/// The error names the rule and, where a date decides, the date.
public struct Appraisals: Sendable {
    public let city: CityDatabase
    public let agency: Agency
    public let cycle: Cycle

    public init(_ city: CityDatabase, _ agency: Agency, _ cycle: Cycle) {
        self.city = city
        self.agency = agency
        self.cycle = cycle
    }

    /// Records a rater's rating of a person: the newest before the close counts.
    ///
    /// - Parameters:
    ///   - rater: who rates, of whichever agency now; nil when it is not known.
    ///   - segment: the part of the period that is rated; nil for the rater's own part, or the whole.
    /// - Returns: the rater whom the cycle expects, when that is another person.
    @discardableResult
    public func rate(
        _ nip: NIP,
        _ rating: Expectations,
        rater: NIP?,
        segment: Int? = nil
    ) async throws -> NIP? {
        guard rater != nip else { throw CityError(.ratingOwn) }
        return try await change { tx in
            let employment = try self.employment(nip, &tx)
            if let segment {
                // Segments follow the assignments, which may have changed since the last phase looked.
                try tx.execute(
                    "select refresh_segments(\(agency.id), \(cycle.id), \(employment), \(employment), 'infinity')"
                )
                let isKnown = try tx.one(
                    """
                    select count(*) from appraisal_segment
                    where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
                        and segment = \(Int16(segment))
                    """,
                    as: Int.self
                )
                guard isKnown > 0 else {
                    throw CityError(.appraisalSegmentUnknown, ["segment": "\(segment)"])
                }
            }
            if let rater { try refuse(rater, whoLeftBeforeRating: employment, segment, &tx) }
            try tx.execute(
                """
                insert into rating_event (
                    agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source
                )
                values (
                    \(agency.id), \(cycle.id), \(employment), \(rating.workResult), \(rating.workBehaviour), \(rater?.text),
                    \(segment.map { Int16($0) }), 'rater'
                )
                """
            )
            let expected = try tx.all(
                """
                select rater_nip
                from expected_raters(\(agency.id), \(cycle.id), \(employment), \(employment), city_day(now()))
                where rater_nip is not null
                union
                select rater_nip from appraisal_segment
                where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
                    and rater_nip is not null
                """,
                as: String.self
            )
            guard let rater, let first = expected.first, !expected.contains(rater.text) else { return nil }
            return try? NIP(first)
        }
    }

    /// People who had left, or were away, when the period or the rated part ended rate nobody for it. People who serve in another
    /// agency now are not looked for.
    private func refuse(
        _ rater: NIP,
        whoLeftBeforeRating employment: Int64,
        _ segment: Int?,
        _ tx: inout Transaction
    ) throws {
        let day = try tx.optional(
            """
            select d.day
            from (
                select least(city_day(now()), coalesce(
                    (
                        select max(upper(s.valid)) - 1 from appraisal_segment s
                        where s.agency_id = \(agency.id) and s.cycle_id = \(cycle.id) and s.employment_id = \(employment)
                            and case
                                when \(segment.map { Int16($0) })::smallint is null then s.rater_nip = \(rater.text)
                                else s.segment = \(segment.map { Int16($0) })
                            end
                    ),
                    (select upper(c.period) - 1 from cycle c where c.cycle_id = \(cycle.id))
                )) as day
            ) d
            join person p on p.agency_id = \(agency.id) and p.nip = \(rater.text)
            where not exists (
                select from employment e
                where e.agency_id = \(agency.id) and e.person_id = p.person_id and e.valid @> d.day
                    and e.employment_id not in (
                        select l.employment_id from people_lacking('serves', d.day) l where l.agency_id = \(agency.id)
                    )
            )
            """,
            as: CivilDate.self
        )
        if let day { throw CityError(.ratingRaterLeft, ["day": "\(day.iso)"]) }
    }

    /// Corrects a closed rating that was wrong, as a new version; the old one stays readable. While the person's objection
    /// is pending, a correction does not make the rating worse.
    ///
    /// - Returns: the number of the version.
    @discardableResult
    public func correct(_ nip: NIP, _ rating: Expectations, by: NIP, reason: String) async throws -> Int {
        try await revise(nip, .correction, rating, by: by, reason: reason)
    }

    /// Sets the rating that the agency's calibration decides, as a new version with the person who decided and why.
    /// This is possible until the calibration is locked or the results are released, and not for the person's rater.
    ///
    /// - Returns: the number of the version.
    @discardableResult
    public func calibrate(_ nip: NIP, _ rating: Expectations, by: NIP, reason: String) async throws -> Int {
        try await revise(nip, .calibration, rating, by: by, reason: reason)
    }

    private func revise(
        _ nip: NIP,
        _ kind: AppraisalVersion.Kind,
        _ rating: Expectations,
        by: NIP,
        reason: String
    ) async throws -> Int {
        guard !OutsideText(reason).text.isEmpty else { throw CityError(.revisionReasonMissing) }
        guard by != nip else { throw CityError(.revisionOwn) }
        return try await change { tx in
            let employment = try self.employment(nip, &tx)
            return try tx.one(
                """
                select revise_appraisal(
                    \(agency.id), \(cycle.id), \(employment), \(kind.rawValue), \(rating.workResult), \(rating.workBehaviour),
                    \(reason), \(by.text)
                )::integer
                """,
                as: Int.self
            )
        }
    }

    /// Ends calibration in the agency. False when it had already ended.
    public func lockCalibration(by: NIP?) async throws -> Bool {
        try await change { tx in
            try tx.one("select lock_calibration(\(agency.id), \(cycle.id), \(by?.text))", as: Bool.self)
        }
    }

    /// Records the day on which a person received the result; the time for an objection runs from it.
    ///
    /// - Returns: the last day for an objection.
    public func recordReceipt(_ nip: NIP, on day: CivilDate) async throws -> CivilDate {
        try await change { tx in
            let employment = try self.employment(nip, &tx)
            try tx.execute(
                """
                insert into appraisal_receipt (agency_id, cycle_id, employment_id, received_on)
                values (\(agency.id), \(cycle.id), \(employment), \(day))
                on conflict do nothing
                """
            )
            let (known, deadline) = try tx.one(
                """
                select received_on, objection_deadline(cycle_id, received_on) from appraisal_receipt
                where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
                """,
                as: (CivilDate, CivilDate).self
            )
            guard known == day else {
                throw CityError(.receiptRecorded, ["day": "\(known)"])
            }
            return deadline
        }
    }

    /// Replaces a recorded day that was mistyped. This is possible until an objection is filed, and never ends a time
    /// that still runs. The audit trail keeps both days and the reason.
    ///
    /// - Returns: the last day for an objection.
    public func correctReceipt(_ nip: NIP, to day: CivilDate, reason: String) async throws -> CivilDate {
        guard !OutsideText(reason).text.isEmpty else { throw CityError(.receiptReasonMissing) }
        return try await change { tx in
            let employment = try self.employment(nip, &tx)
            try tx.execute("select set_config('mutasi.purpose', \(reason), true)")
            let deadline = try tx.optional(
                """
                update appraisal_receipt set received_on = \(day), recorded_at = now()
                where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
                returning objection_deadline(cycle_id, received_on)
                """,
                as: CivilDate.self
            )
            guard let deadline else {
                throw CityError(.receiptUnknown)
            }
            return deadline
        }
    }

    /// Files an objection, by the person or by somebody for the person, within the time from the recorded receipt (PP
    /// 30/2019 art 59).
    ///
    /// - Returns: its number.
    public func object(
        _ nip: NIP,
        on day: CivilDate,
        isForThePerson: Bool,
        grounds: String
    ) async throws -> Int64 {
        guard !OutsideText(grounds).text.isEmpty else { throw CityError(.objectionGroundsMissing) }
        return try await change { tx in
            let employment = try self.employment(nip, &tx)
            do {
                return try tx.one(
                    """
                    insert into objection (agency_id, cycle_id, employment_id, filed_on, filed_for, grounds, deadline)
                    values (
                        \(agency.id), \(cycle.id), \(employment), \(day), \(isForThePerson), \(grounds), \(day)
                    )
                    returning objection_id
                    """,
                    as: Int64.self
                )
            } catch let error as PostgresError where error.sqlState == .uniqueViolation {
                throw CityError(.objectionFiled)
            }
        }
    }

    /// Decides on a person's objection; the decision is final. With a rating the objection is granted, and the rating
    /// becomes a new version that places the person again; without one it is rejected.
    ///
    /// - Returns: the number of the version, nil when rejected.
    @discardableResult
    public func decideObjection(
        of nip: NIP,
        on day: CivilDate,
        by: NIP,
        rating: Expectations?,
        reason: String
    ) async throws -> Int? {
        guard !OutsideText(reason).text.isEmpty else { throw CityError(.decisionReasonMissing) }
        return try await change { tx in
            let employment = try self.employment(nip, &tx)
            let objection = try tx.optional(
                """
                select objection_id from objection
                where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
                """,
                as: Int64.self
            )
            guard let objection else {
                throw CityError(.objectionUnfiled, ["cycle": "\(cycle.code)"])
            }
            return try tx.one(
                """
                select decide_objection(
                    \(agency.id), \(objection), \(day), \(by.text), \(rating?.workResult), \(rating?.workBehaviour), \(reason)
                )::integer
                """,
                as: Int?.self
            )
        }
    }

    /// Records higher leadership's rating of the performance of the agency, or of one of its units.
    public func rateOrganisation(
        _ rating: OrganisationRating,
        unit: String?,
        documentNumber: String?
    ) async throws {
        try await change { tx in
            var unitID: Int64?
            if let unit {
                unitID = try tx.optional(
                    "select org_unit_id from org_unit where agency_id = \(agency.id) and siasn_id = \(unit)",
                    as: Int64.self
                )
                guard unitID != nil else {
                    throw CityError(.unitUnknown, ["agency": "\(agency.code)", "unit": .text(unit)])
                }
            }
            try tx.execute(
                """
                insert into organisation_rating (agency_id, cycle_id, org_unit_id, rating, document_number)
                values (\(agency.id), \(cycle.id), \(unitID), \(rating.code), \(documentNumber))
                """
            )
        }
    }

    // MARK: -

    func employment(_ nip: NIP, _ tx: inout Transaction) throws -> Int64 {
        let employment = try tx.optional(
            """
            select a.employment_id
            from known_person p
            join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
            join appraisal a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
            where p.agency_id = \(agency.id) and p.nip = \(nip.text) and a.cycle_id = \(cycle.id)
            order by a.employment_id desc limit 1
            """,
            as: Int64.self
        )
        guard let employment else {
            throw CityError(
                .appraisalPersonUnknown,
                ["agency": "\(agency.code)", "cycle": "\(cycle.code)"]
            )
        }
        return employment
    }

    /// Not retried: a person who lost to another's change must look at that change first.
    private func change<Output: Sendable>(
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        try await city.transaction(as: .agency(agency.id), options: TransactionOptions(retries: 0)) { tx in
            try await body(&tx)
        }
    }
}

/// How the work result and the work behaviour compare with what was expected: the rater's statement.
public struct Expectations: Sendable, Hashable {
    public let workResult: Expectation
    public let workBehaviour: Expectation

    public init(workResult: Expectation, workBehaviour: Expectation) {
        self.workResult = workResult
        self.workBehaviour = workBehaviour
    }
}
