public import Personnel
import Postgres
import Texts

/// What is put right about a person; a field that is nil stays as it is.
public struct PersonCorrection: Sendable, Hashable {
    public var nip: NIP?
    public var name: String?
    public var frontTitle: String?
    public var backTitle: String?
    public var birthDate: CivilDate?
    public var sex: Sex?
    public var appointedOn: CivilDate?
    public var confirmedOn: CivilDate?
    public var rank: GradeRank?
    public var rankSince: CivilDate?
    public var contractClass: ContractClass?
    public var educationLevel: EducationLevel?
    public var education: String?
    /// Fields that have no value: some of `clearable`.
    public var without: [CorrectableField] = []

    /// Fields that a person may lack.
    public static let clearable: [CorrectableField] = [
        .frontTitle, .backTitle, .confirmedOn, .rank, .rankSince, .contractClass, .educationLevel, .education,
    ]

    public init() {}

    var fields: CorrectedFields {
        var fields = CorrectedFields()
        for field in without where Self.clearable.contains(field) { fields.clear(field) }
        fields.set(.nip, nip?.text)
        fields.set(.name, name)
        fields.set(.frontTitle, frontTitle)
        fields.set(.backTitle, backTitle)
        fields.set(.birthDate, birthDate?.iso)
        fields.set(.sex, sex.map { $0 == .male ? "male" : "female" })
        fields.set(.appointedOn, appointedOn?.iso)
        fields.set(.confirmedOn, confirmedOn?.iso)
        fields.set(.rank, rank.map { "\($0.id)" })
        fields.set(.rankSince, rankSince?.iso)
        fields.set(.contractClass, contractClass?.code)
        fields.set(.educationLevel, educationLevel.map { "\($0.rawValue)" })
        fields.set(.education, education)
        return fields
    }
}

extension Corrections {
    /// Puts facts about a person right.
    ///
    /// - Throws: `CityError` when the agency does not know the NIP, when the NIP would deny a fact that it repeats, or when
    ///   somebody else has the new NIP.
    public func correct(
        _ nip: NIP,
        _ correction: PersonCorrection,
        _ ground: CorrectionGround,
        dryRun: Bool = false
    ) async throws -> CorrectionOutcome {
        try await change(dryRun: dryRun) { tx, outcome in
            let fields = correction.fields
            let (person, employment) = try self.person(nip, &tx)
            let rows: SQL = "from person t where agency_id = \(agency.id) and person_id = \(person) for update"
            guard let difference = try self.difference("to_jsonb(t)", from: rows, fields, &tx) else { return }
            let formerly = try tx.one(
                "select appointed_on from person where agency_id = \(agency.id) and person_id = \(person)",
                as: CivilDate.self
            )
            try tx.execute(
                """
                update person t
                set (nip, name, front_title, back_title, birth_date, sex, appointed_on, confirmed_on, grade_rank_id,
                    grade_since, contract_class, education_level_id, education, changed_at) = (
                        select r.nip, r.name, r.front_title, r.back_title, r.birth_date, r.sex, r.appointed_on,
                            r.confirmed_on, r.grade_rank_id, r.grade_since, r.contract_class, r.education_level_id,
                            r.education, now()
                        from jsonb_populate_record(t, \(fragment: fields.object)) r
                    )
                where agency_id = \(agency.id) and person_id = \(person)
                """
            )
            try refuseDisagreement(person, &tx)
            if let appointedOn = correction.appointedOn {
                try begin(person, from: formerly, on: appointedOn, &tx)
            }
            try record(.person, person, of: employment, difference, ground, &tx, &outcome)
            try name(&outcome, [employment], &tx)
        }
    }

    private func refuseDisagreement(_ person: Int64, _ tx: inout Transaction) throws {
        let (nip, birth, sex, appointed, kind) = try tx.one(
            """
            select nip, birth_date, sex = 'male', appointed_on, kind from person
            where agency_id = \(agency.id) and person_id = \(person)
            """,
            as: (String, CivilDate, Bool, CivilDate, String).self
        )
        let denied = try NIP(nip)
            .disagreements(
                birthDate: birth,
                sex: sex ? .male : .female,
                appointedOn: appointed,
                kind: EmploymentKind(rawValue: kind)
            )
        if let first = denied.first {
            throw CityError(.correctionNIPDiffers, ["fact": .wording(first.words)])
        }
    }

    /// An employment that began with the appointment begins with the corrected one.
    private func begin(_ person: Int64, from formerly: CivilDate, on day: CivilDate, _ tx: inout Transaction) throws {
        let employment = try tx.optional(
            """
            select employment_id from employment
            where agency_id = \(agency.id) and person_id = \(person) and lower(valid) = \(formerly)
            """,
            as: Int64.self
        )
        guard let employment else { return }
        let isHeld = try tx.one(
            """
            select exists (
                select from assignment
                where agency_id = \(agency.id) and employment_id = \(employment) and lower(valid) < \(day)
            )
            """,
            as: Bool.self
        )
        guard !isHeld else { throw CityError(.correctionAssignmentEarlier, ["day": "\(day)"]) }
        try tx.execute(
            """
            update employment set valid = daterange(\(day), upper(valid))
            where agency_id = \(agency.id) and employment_id = \(employment)
            """
        )
    }
}
