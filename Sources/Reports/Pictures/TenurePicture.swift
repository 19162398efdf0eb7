/// How long people have been in their present post, against the shortest and the longest time the rules know.
public struct TenurePicture: Picture, Sendable, Hashable {
    public let frame: PictureFrame
    /// People by completed years in the post: less than one year first, the last band open.
    public let years: [Int]
    /// People of whom it is not known since when they are in their post.
    public let unknown: Int
    /// Before this a transfer needs a reason, in months.
    public let minimumMonths: Int
    /// From then on a transfer is due, in months.
    public let maximumMonths: Int

    /// - Parameters:
    ///   - years: people by completed years: less than one year first, the last band open.
    ///   - unknown: people of whom it is not known since when they are in their post.
    public init(
        frame: PictureFrame,
        years: [Int],
        unknown: Int = 0,
        minimumMonths: Int = 24,
        maximumMonths: Int = 60
    ) {
        self.frame = frame
        self.years = years
        self.unknown = unknown
        self.minimumMonths = minimumMonths
        self.maximumMonths = maximumMonths
    }

    /// A row for each completed year, and one without a year for those of whom it is not known.
    public var table: Table {
        let columns = [
            Table.Column("completed_years", alignment: .trailing),
            Table.Column("or_more"),
            Table.Column("standing"),
            Table.Column("people", alignment: .trailing),
            Table.Column("share_percent", alignment: .trailing),
        ]
        let rows = years.enumerated()
            .map { year, count -> [Table.Cell] in
                [
                    .integer(year), .boolean(year == years.count - 1), .text(standing(of: year).rawValue),
                    .integer(count), .percent(count, of: people),
                ]
            }
        return Table(columns: columns, rows: rows + [[.missing, .missing, .missing, .integer(unknown), .missing]])
    }

    /// Of whom it is known.
    var people: Int { years.reduce(0, +) }

    enum Standing: String, CaseIterable {
        case belowMinimum = "below_minimum"
        case within = "within"
        case beyondMaximum = "beyond_maximum"
    }

    /// A year that a limit cuts in two counts as within: how many stand on either side is not known.
    func standing(of year: Int) -> Standing {
        let isOpen = year == years.count - 1
        if !isOpen, (year + 1) * 12 <= minimumMonths { return .belowMinimum }
        return year * 12 >= maximumMonths ? .beyondMaximum : .within
    }

    func count(_ standing: Standing) -> Int {
        years.indices.filter { self.standing(of: $0) == standing }.reduce(0) { $0 + years[$1] }
    }
}
