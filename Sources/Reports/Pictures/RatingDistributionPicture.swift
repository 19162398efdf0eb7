import Personnel
public import Texts

/// The ratings (predikat kinerja) of people against the pattern that their organisation's own rating suggests.
public struct RatingDistributionPicture: Picture, Sendable, Hashable {
    public let frame: PictureFrame
    /// Five counts, sangat baik first.
    public let ratings: [Int]
    /// Five ranges, sangat baik first; nil where no pattern is known.
    public let pattern: [ShareRange]?
    /// The organisation's own rating, such as "Baik"; nil while it is not known.
    public let organisationRating: String?
    public let findings: [Finding]

    /// - Parameters:
    ///   - ratings: five counts, sangat baik first.
    ///   - pattern: five ranges, sangat baik first; nil where no pattern is known.
    public init(
        frame: PictureFrame,
        ratings: [Int],
        pattern: [ShareRange]? = nil,
        organisationRating: String? = nil,
        findings: [Finding] = []
    ) {
        precondition(ratings.count == 5, "there are five ratings")
        precondition(pattern.map { $0.count == 5 } ?? true, "the pattern has a range for each rating")
        self.frame = frame
        self.ratings = ratings
        self.pattern = pattern
        self.organisationRating = organisationRating
        self.findings = findings
    }

    /// A row for each rating, best first.
    public var table: Table {
        let columns = [
            Table.Column("rating"),
            Table.Column("people", alignment: .trailing),
            Table.Column("share_percent", alignment: .trailing),
            Table.Column("minimum_percent", alignment: .trailing),
            Table.Column("maximum_percent", alignment: .trailing),
            Table.Column("within_pattern"),
        ]
        let rows = Rating.allCases.enumerated()
            .map { index, rating -> [Table.Cell] in
                let range = range(of: index)
                return [
                    .text(rating.code), .integer(ratings[index]), .percent(ratings[index], of: rated),
                    range?.minimum.map { .integer($0) } ?? .missing, range?.maximum.map { .integer($0) } ?? .missing,
                    standing(of: index).map { .boolean($0 == .within) } ?? .missing,
                ]
            }
        return Table(columns: columns, rows: rows)
    }

    var rated: Int { ratings.reduce(0, +) }

    /// The range that a rating's share must keep; nil where it is free.
    func range(of rating: Int) -> ShareRange? {
        guard let range = pattern?[rating], !range.isFree else { return nil }
        return range
    }

    /// How the share stands to its range; nil where it is free, or nobody is rated.
    func standing(of rating: Int) -> Standing? {
        guard let range = range(of: rating), rated > 0 else { return nil }
        let share = Double(ratings[rating]) * 100 / Double(rated)
        if let minimum = range.minimum, share < Double(minimum) { return .below }
        if let maximum = range.maximum, share > Double(maximum) { return .above }
        return .within
    }

    enum Standing {
        case below
        case within
        case above
    }
}

extension RatingDistributionPicture {
    /// From where to where a share may lie, in percent, both ends included; nil leaves an end open.
    public struct ShareRange: Sendable, Hashable {
        public let minimum: Int?
        public let maximum: Int?

        public init(minimum: Int? = nil, maximum: Int? = nil) {
            self.minimum = minimum
            self.maximum = maximum
        }

        public static let free = ShareRange()

        var isFree: Bool { minimum == nil && maximum == nil }
    }

    /// What a comparison with the pattern found.
    public struct Finding: Sendable, Hashable {
        public let text: Wording
        /// To be looked at, and no breach.
        public let isAdvisory: Bool

        public init(_ text: Wording, isAdvisory: Bool) {
            self.text = text
            self.isAdvisory = isAdvisory
        }
    }
}
