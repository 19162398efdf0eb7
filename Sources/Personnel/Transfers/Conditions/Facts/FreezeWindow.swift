/// Days on which posts may be filled only with the written consent of Mendagri.
public struct FreezeWindow: Sendable, Hashable {
    /// Why; raw values are codes for data.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Before an election (UU 10/2016 art. 71(2)).
        case election
        /// After the inauguration of a head of region (UU 10/2016 art. 162(3)).
        case newHead = "new_head"
        /// Under an acting head (PP 49/2008 art. 132A).
        case actingHead = "acting_head"

        public init?(code: some StringProtocol) {
            self.init(rawValue: String(code))
        }

        /// A stable code for data.
        public var code: String { rawValue }
    }

    public let kind: Kind
    public let first: CivilDate
    /// The last day of it; nil while its end is not known.
    public let last: CivilDate?
    public let levels: Set<PositionLevel>
    /// Whether it covers functional posts that head a unit as an extra duty, too: health centres and schools.
    public let coversLeadingDuties: Bool
    /// The minister's letter that lifts all of it from its day on.
    public let letter: TransferDocument?

    /// The levels that the minister's letter of 2024 names (100.2.1.3/1575/SJ).
    public static let usualLevels: Set<PositionLevel> = [.jptMadya, .jptPratama, .administrator, .pengawas]

    public init(
        _ kind: Kind,
        first: CivilDate,
        last: CivilDate?,
        levels: Set<PositionLevel> = usualLevels,
        coversLeadingDuties: Bool = true,
        letter: TransferDocument? = nil
    ) {
        self.kind = kind
        self.first = first
        self.last = last
        self.levels = levels
        self.coversLeadingDuties = coversLeadingDuties
        self.letter = letter
    }

    /// From six months before the day on which candidates are determined to the end of the head's term (UU 10/2016 art.
    /// 71(2)): of 22 September 2024 from 22 March 2024 on.
    public static func election(
        candidatesDetermined day: CivilDate,
        termEnds last: CivilDate?,
        letter: TransferDocument? = nil
    ) -> FreezeWindow {
        FreezeWindow(.election, first: day.adding(months: -6), last: last, letter: letter)
    }

    /// From the inauguration on, so many months, their last day included (UU 10/2016 art. 162(3): six): of 20 February 2025
    /// to 20 August 2025.
    public static func newHead(inaugurated day: CivilDate, months: Int) -> FreezeWindow {
        FreezeWindow(.newHead, first: day, last: day.adding(months: months))
    }

    public func covers(_ seat: TransferSeat) -> Bool {
        levels.contains(seat.level) || coversLeadingDuties && seat.special?.isLeadingDuty == true
    }

    /// Whether it is in force on a day, and no letter of that day or before lifts it.
    public func isClosed(on day: CivilDate) -> Bool {
        guard day >= first, last.map({ day <= $0 }) ?? true else { return false }
        return letter.map { day < $0.day } ?? true
    }

    /// The first day after a closed one on which it is open; nil while that is not known.
    public func opens(after day: CivilDate) -> CivilDate? {
        let end = last.map { $0 + 1 }
        guard let lifted = letter?.day, lifted > day else { return end }
        return min(lifted, end ?? lifted)
    }
}
