/// Where a rule stands, and from which day on it binds.
public struct LegalSource: Sendable, Hashable {
    /// The regulation and article, or "city" for what the regulations leave open.
    public let citation: String
    /// The first day on which it binds: that of the regulation's promulgation as it is usually given, which was not read
    /// for this program. Nil for the city's own.
    public let since: CivilDate?

    public init(_ citation: String, since: CivilDate? = nil) {
        self.citation = citation
        self.since = since
    }

    /// "PP 11/2017 art. 190(3)" of a known regulation.
    init(_ regulation: Regulation, _ place: String) {
        self.init("\(regulation.rawValue) \(place)", since: regulation.since)
    }

    enum Regulation: String {
        case pp49of2008 = "PP 49/2008"
        case uu5of2014 = "UU 5/2014"
        case uu10of2016 = "UU 10/2016"
        case pp11of2017 = "PP 11/2017"
        case perban5of2019 = "Perban BKN 5/2019"
        case pp17of2020 = "PP 17/2020"
        case pp94of2021 = "PP 94/2021"
        case uu20of2023 = "UU 20/2023"

        var since: CivilDate? {
            switch self {
            case .pp49of2008: CivilDate(year: 2008, month: 7, day: 4)
            case .uu5of2014: CivilDate(year: 2014, month: 1, day: 15)
            case .uu10of2016: CivilDate(year: 2016, month: 7, day: 1)
            case .pp11of2017: CivilDate(year: 2017, month: 4, day: 7)
            case .perban5of2019: CivilDate(year: 2019, month: 4, day: 5)
            case .pp17of2020: CivilDate(year: 2020, month: 2, day: 28)
            case .pp94of2021: CivilDate(year: 2021, month: 8, day: 31)
            case .uu20of2023: CivilDate(year: 2023, month: 10, day: 31)
            }
        }
    }
}
