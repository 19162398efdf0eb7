/// What a post's title asks of its holder. Nil is not known; an empty list asks for nothing.
public struct TitleRequirement: Sendable, Hashable {
    /// Rumpun jabatan (Keppres 87/1999), such as "Kesehatan".
    public let family: String?
    /// The least level of education (PP 11/2017 arts 54, 75, 107).
    public let education: EducationLevel?
    /// Fields of study, any of which will do.
    public let fields: [String]?
    /// Trainings, each of which is required.
    public let trainings: [String]?

    public init(family: String?, education: EducationLevel?, fields: [String]?, trainings: [String]?) {
        (self.family, self.education, self.fields, self.trainings) = (family, education, fields, trainings)
    }

    /// A part of a requirement, by a stable name.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case education
        case field
        case training
        case family
    }

    /// What is known of a person.
    public struct Facts: Sendable, Hashable {
        public let education: EducationLevel?
        /// SIASN's `pendidikan_nama`, such as "S-1 Keperawatan".
        public let schooling: String?
        /// Names of certificates and leadership trainings.
        public let trainings: [String]
        /// The family of the present post's title.
        public let family: String?

        public init(education: EducationLevel?, schooling: String?, trainings: [String], family: String?) {
            (self.education, self.schooling, self.trainings) = (education, schooling, trainings)
            self.family = family
        }
    }

    /// What a person lacks, or what nobody knows of them.
    public enum Finding: Sendable, Hashable {
        case educationLow(EducationLevel, needed: EducationLevel)
        case educationUnknown(needed: EducationLevel)
        case fieldOther(needed: [String])
        case fieldUnknown(needed: [String])
        case trainingMissing(String)
        case familyOther(String, needed: String)
        case familyUnknown(needed: String)

        /// Whether the person is known not to meet the requirement, or must have it recorded first. The family of a present
        /// post with an unknown title says nothing about the person.
        public var bars: Bool {
            if case .familyUnknown = self { false } else { true }
        }
    }

    /// The parts of which nothing is known, so that nobody can be judged by them.
    public var unknown: [Part] {
        Part.allCases.filter { part in
            switch part {
            case .education: education == nil
            case .field: fields == nil
            case .training: trainings == nil
            case .family: family == nil
            }
        }
    }

    /// What a person lacks, in the order of the parts. A field or training is met where the record's text contains it, in
    /// whatever capitals.
    public func findings(_ facts: Facts) -> [Finding] {
        var findings: [Finding] = []
        if let education {
            if let own = facts.education {
                if own < education { findings.append(.educationLow(own, needed: education)) }
            } else {
                findings.append(.educationUnknown(needed: education))
            }
        }
        if let fields, !fields.isEmpty {
            if let schooling = facts.schooling {
                if !fields.contains(where: { Self.names($0, in: schooling) }) {
                    findings.append(.fieldOther(needed: fields))
                }
            } else {
                findings.append(.fieldUnknown(needed: fields))
            }
        }
        for training in trainings ?? [] where !facts.trainings.contains(where: { Self.names(training, in: $0) }) {
            findings.append(.trainingMissing(training))
        }
        if let family {
            if let own = facts.family {
                if own.lowercased() != family.lowercased() { findings.append(.familyOther(own, needed: family)) }
            } else {
                findings.append(.familyUnknown(needed: family))
            }
        }
        return findings
    }

    /// Whether the post is outside a person's field: the person is known to serve in another job family, and the schooling does
    /// not show the field that the post asks for. Such a person is not a candidate for it.
    public static func isOutside(_ findings: [Finding], of requirement: TitleRequirement) -> Bool {
        var (isOfOtherFamily, hasField) = (false, !(requirement.fields ?? []).isEmpty)
        for finding in findings {
            switch finding {
            case .familyOther: isOfOtherFamily = true
            case .fieldOther, .fieldUnknown: hasField = false
            default: break
            }
        }
        return isOfOtherFamily && !hasField
    }

    private static func names(_ wanted: String, in text: String) -> Bool {
        text.lowercased().contains(wanted.lowercased())
    }

    /// Reads names separated by `|`; `-` alone asks for nothing.
    public static func list(_ text: String) -> [String] {
        guard text != "-" else { return [] }
        return text.split(separator: "|").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
    }

    /// The same in one text.
    public static func text(_ names: [String]) -> String {
        names.isEmpty ? "-" : names.joined(separator: "|")
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        let rest = drop { $0 == " " }
        return rest.lastIndex { $0 != " " }.map { rest[...$0] } ?? rest[..<rest.startIndex]
    }
}
