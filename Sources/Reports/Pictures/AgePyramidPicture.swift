/// The people's ages and sexes, and how many retire in each of the years to come.
public struct AgePyramidPicture: Picture, Sendable, Hashable {
    public let frame: PictureFrame
    /// The youngest first.
    public let bands: [Band]
    /// In the order of time.
    public let retirements: [Retirement]

    /// - Parameters:
    ///   - bands: the youngest first.
    ///   - retirements: in the order of time; the next ten years as a rule.
    public init(frame: PictureFrame, bands: [Band], retirements: [Retirement] = []) {
        self.frame = frame
        self.bands = bands
        self.retirements = retirements
    }

    /// A row for each age band, then one for each year of retirements.
    public var table: Table {
        let columns = [
            Table.Column("measure"),
            Table.Column("first", alignment: .trailing),
            Table.Column("last", alignment: .trailing),
            Table.Column("men", alignment: .trailing),
            Table.Column("women", alignment: .trailing),
            Table.Column("people", alignment: .trailing),
        ]
        let ages = bands.map { band -> [Table.Cell] in
            [
                .text("age"), band.firstAge.map { .integer($0) } ?? .missing,
                band.lastAge.map { .integer($0) } ?? .missing, .integer(band.men), .integer(band.women),
                .integer(band.people),
            ]
        }
        let years = retirements.map { year -> [Table.Cell] in
            [.text("retirement"), .integer(year.year), .integer(year.year), .missing, .missing, .integer(year.people)]
        }
        return Table(columns: columns, rows: ages + years)
    }

    var men: Int { bands.reduce(0) { $0 + $1.men } }
    var women: Int { bands.reduce(0) { $0 + $1.women } }
    var retiring: Int { retirements.reduce(0) { $0 + $1.people } }
}

extension AgePyramidPicture {
    /// The people whose completed years of age lie in a span, five years as a rule.
    public struct Band: Sendable, Hashable {
        /// Nil for all who are younger.
        public let firstAge: Int?
        /// Nil for all who are older.
        public let lastAge: Int?
        public let men: Int
        public let women: Int

        public init(firstAge: Int?, lastAge: Int?, men: Int, women: Int) {
            self.firstAge = firstAge
            self.lastAge = lastAge
            self.men = men
            self.women = women
        }

        var people: Int { men + women }

        /// "25–29", "<20", "≥60".
        var label: String {
            switch (firstAge, lastAge) {
            case (let first?, let last?): "\(first)–\(last)"
            case (let first?, nil): "≥\(first)"
            case (nil, let last?): "<\(last + 1)"
            case (nil, nil): "–"
            }
        }
    }

    /// How many reach the retirement age (BUP) in a year.
    public struct Retirement: Sendable, Hashable {
        public let year: Int
        public let people: Int

        public init(year: Int, people: Int) {
            self.year = year
            self.people = people
        }
    }
}
