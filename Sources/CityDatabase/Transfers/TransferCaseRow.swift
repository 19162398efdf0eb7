import Personnel
import Postgres

/// A case's row, with person and seats, as `TransferFactsReader` reads it.
struct TransferCaseRow: RowDecodable, Sendable {
    private let agency: AgencyID
    private let id: Int64
    private let number: String
    private let revision: Int32
    private let day: CivilDate
    private let basis: String
    private let cause: String?
    private let proposer: String
    private let releasingConsent: CivilDate?
    private let receivingConsent: CivilDate?
    private let person: PersonFacts
    private let source: TransferSeat?
    private let target: TransferSeat?
    private let seat: SeatFacts
    private let targetTitle: String
    private let targetAgency: AgencyCode

    init(_ row: borrowing Row) throws(PostgresError) {
        agency = try row.column(0)
        id = try row.column(1)
        number = try row.column(2)
        revision = try row.column(3)
        day = try row.column(4)
        basis = try row.column(5)
        cause = try row.column(6)
        proposer = try row.column(7)
        releasingConsent = try row.column(8)
        receivingConsent = try row.column(9)
        let education = try row.column(14, as: Int16?.self).flatMap { EducationLevel(rawValue: Int($0)) }
        let trainings = try row.column(41, as: [String].self)
        let family = try row.column(23, as: String?.self)
        let nip = try row.column(10, as: String.self)
        var person = PersonFacts(
            nip: try? NIP(nip),
            qualification: TitleRequirement.Facts(
                education: education,
                schooling: try row.column(15),
                trainings: trainings,
                family: family
            )
        )
        person.birthDate = try row.column(11, as: CivilDate.self)
        person.employment = EmploymentKind(rawValue: try row.column(12, as: String.self))
        person.rank = try row.column(13, as: Int16?.self).flatMap { GradeRank(id: Int($0)) }
        person.presence = Self.presence(try row.column(16))
        person.heldSince = try row.column(34)
        person.firstAssignment = try row.column(35)
        person.otherSeats = try row.column(36, as: Int32?.self).map { Int($0) }
        person.feederMonths = try row.column(37, as: Int32?.self).map { Int($0) } ?? 0
        person.retirement = try row.column(38)
        person.sanctions = []
        self.person = person
        source = Self.seat(
            agency: try row.column(17),
            unit: try row.column(18),
            title: try row.column(19),
            level: try row.column(20),
            echelon: try row.column(21),
            jobClass: try row.column(22),
            family: family
        )
        let newFamily = try row.column(30, as: String?.self)
        targetTitle = try row.column(26)
        targetAgency = try row.column(24)
        target = Self.seat(
            agency: targetAgency,
            unit: try row.column(25),
            title: targetTitle,
            level: try row.column(27),
            echelon: try row.column(28),
            jobClass: try row.column(29),
            family: newFamily
        )
        seat = SeatFacts(
            requirement: TitleRequirement(
                family: newFamily,
                education: try row.column(31, as: Int16?.self).flatMap { EducationLevel(rawValue: Int($0)) },
                fields: try row.column(32, as: String?.self).map { TitleRequirement.list($0) },
                trainings: try row.column(33, as: String?.self).map { TitleRequirement.list($0) }
            ),
            freeSeats: try row.column(39, as: Int32?.self).map { Int($0) },
            holdersLeaving: try row.column(40, as: Int32?.self).map { Int($0) }
        )
    }

    /// - Parameter city: the same for all cases.
    func known(_ city: CityFacts) -> TransferFactsReader.Known {
        let unreadable = TransferSeat(
            TransferSeat.Name(agency: targetAgency, unit: "", title: targetTitle),
            level: .pelaksana
        )
        var facts = TransferFacts(
            on: day,
            from: source,
            to: target ?? unreadable,
            basis: TransferBasis(code: basis),
            person: person,
            seat: seat,
            city: city
        )
        facts.cause = cause.flatMap { DemotionCause(code: $0) }
        facts.documents = consents
        facts.person.ratings = [:]
        return TransferFactsReader.Known(
            agency: agency,
            id: id,
            number: number,
            revision: revision,
            facts: facts,
            exceptions: [],
            isReadable: target != nil
        )
    }

    /// An agency's consent is on record with the case; it names the post, as the case does.
    private var consents: [TransferDocument] {
        [(DocumentKind.releasingConsent, releasingConsent), (.receivingConsent, receivingConsent)]
            .compactMap { kind, day in
                day.map { TransferDocument(kind, number: number, day: $0, post: targetTitle) }
            }
    }

    private static func presence(_ standing: String?) -> Presence {
        switch standing {
        case nil: .serving
        case "studying": .studying
        case let kind?: ServiceEventKind(rawValue: kind).map { .away($0) } ?? .serving
        }
    }

    private static func seat(
        agency: AgencyCode?,
        unit: String?,
        title: String?,
        level: String?,
        echelon: Int16?,
        jobClass: Int16?,
        family: String?
    ) -> TransferSeat? {
        guard let agency, let unit, let title, let level = level.flatMap({ PositionLevel(code: $0) }) else {
            return nil
        }
        let tier = FunctionalTier.allCases.first { title.lowercased().hasSuffix($0.title.lowercased()) }
        return TransferSeat(
            TransferSeat.Name(agency: agency, unit: unit, title: title),
            level: level,
            echelon: echelon.flatMap { Echelon(id: Int($0)) },
            tier: level == .fungsional ? tier : nil,
            jobClass: jobClass.map { Int($0) },
            family: family
        )
    }
}

/// A sanction of the register, which names it in words.
struct ServedSanctionReading {
    let level: String?
    let title: String?
    let first: CivilDate

    /// By its words; where these are unknown, the longest one of its level.
    var sanction: PersonFacts.ServedSanction {
        let words = title?.lowercased() ?? ""
        let named = Sanction.allCases.first { words == $0.title.lowercased() || words == $0.code }
        let longest: Sanction =
            switch level {
            case "light": .writtenDissatisfaction
            case "medium": .allowanceCut12
            default: .release
            }
        return PersonFacts.ServedSanction(named ?? longest, from: first)
    }
}

extension TransferFacts {
    /// What statements on file say of the person.
    mutating func takeStatements() {
        if document(.disciplineStatement) != nil { (person.isUnderDiscipline, person.isUnderTrial) = (false, false) }
        if document(.studyStatement) != nil { person.isStudyBound = false }
        if document(.auditClearance) != nil { person.hasAuditFindings = false }
    }
}
