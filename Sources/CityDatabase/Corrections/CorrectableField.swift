import Personnel
import Postgres
public import Texts

/// A field that a correction can put right. Raw values are the names under which a correction keeps it.
public enum CorrectableField: String, Sendable, Hashable, CaseIterable {
    // MARK: Of a person
    case nip
    case name
    case frontTitle = "front_title"
    case backTitle = "back_title"
    case birthDate = "birth_date"
    case sex
    case appointedOn = "appointed_on"
    case confirmedOn = "confirmed_on"
    case rank = "grade_rank_id"
    case rankSince = "grade_since"
    case contractClass = "contract_class"
    case educationLevel = "education_level_id"
    case education

    // MARK: Of an assignment
    case since
    case lastDay = "last_day"
    case heldSince = "held_since"
    case kind
    case post
    case decreeNumber = "decree_number"
    case decreeDate = "decree_date"

    // MARK: Of a post
    case title
    case positionLevel = "position_level"
    case echelon
    case jobClass = "job_class"

    /// Whether ratings or places on the talent map are computed from it.
    var feedsResults: Bool {
        switch self {
        case .educationLevel, .education, .rank, .since, .lastDay, .heldSince, .kind, .post, .positionLevel: true
        default: false
        }
    }
}

/// The new values of a fact's fields, as the database writes them; nil stands for no value.
struct CorrectedFields {
    private(set) var values: [CorrectableField: String?] = [:]

    /// Sets a field that is given; nil leaves it as it is.
    mutating func set(_ field: CorrectableField, _ value: String?) {
        if let value { values[field] = .some(value) }
    }

    mutating func clear(_ field: CorrectableField) { values[field] = .some(nil) }

    /// A JSON object of all of them.
    var object: SQL {
        let given = values.compactMap { field, value in value.map { (field.rawValue, $0) } }.sorted { $0.0 < $1.0 }
        let cleared = values.filter { $0.value == nil }.map(\.key.rawValue).sorted()
        return """
            (jsonb_object(\(given.map(\.0)), \(given.map(\.1))) || coalesce(
                (select jsonb_object_agg(k, null::text) from unnest(\(cleared)) k), '{}'
            ))
            """
    }
}

extension CorrectableField {
    public var words: Wording { TextCatalogue.words.wording("fact.\(rawValue)") }

    /// How officials write a value of it: "IV/a" for the rank 41, "S-1" for the level 40.
    public func shown(_ value: String) -> String {
        switch self {
        case .rank: Int(value).flatMap { GradeRank(id: $0) }?.code ?? value
        case .educationLevel: Int(value).flatMap { EducationLevel(rawValue: $0) }?.title ?? value
        case .echelon: Int(value).flatMap { Echelon(id: $0) }?.code ?? value
        default: value
        }
    }
}

extension NIP.Disagreement {
    /// The fact that the number denies.
    var words: Wording {
        switch self {
        case .birthDate: CorrectableField.birthDate.words
        case .sex: CorrectableField.sex.words
        case .appointment: CorrectableField.appointedOn.words
        case .kindPermanent, .kindContract: TextCatalogue.words.wording("fact.employment_kind")
        }
    }
}
