/// Why some cases of a batch cannot take effect together.
public struct BatchFault: Sendable, Hashable {
    public let kind: Kind
    /// The post where it shows, if it is one post.
    public let seat: SeatKey?
    /// The numbers of all cases concerned, each once, in the order of the batch; at least one.
    public let cases: [String]

    public init(kind: Kind, seat: SeatKey? = nil, cases: [String]) {
        self.kind = kind
        self.seat = seat
        self.cases = cases
    }
}

extension BatchFault {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// Several moves have one case number.
        case caseTwice
        /// One person has several moves.
        case personTwice
        /// No receiving post is named: the person would be left without a seat.
        case withoutSeat
        /// The move leads into the seat that it leaves.
        case intoOwnSeat
        /// The person does not hold the seat that the move leaves.
        case seatNotHeld
        /// The person holds a seat that the move does not leave, and would hold two.
        case otherSeatHeld
        /// The receiving post is not known.
        case unknownSeat
        /// The receiving post is abolished.
        case abolishedSeat
        /// More people come than seats are free after all leaving holders have gone.
        ///
        /// - Parameters:
        ///   - free: seats for those who come; 0 or more.
        ///   - staying: holders who do not move, of whom somebody would lose the seat.
        case tooManyArrivals(free: Int, staying: Int)
        /// Somebody comes before the holder goes: two hold one seat from the first day until the day before the second.
        case heldTwice(from: CivilDate, until: CivilDate)

        /// A stable code for data, such as "too_many_arrivals".
        public var code: String {
            switch self {
            case .caseTwice: "case_twice"
            case .personTwice: "person_twice"
            case .withoutSeat: "without_seat"
            case .intoOwnSeat: "into_own_seat"
            case .seatNotHeld: "seat_not_held"
            case .otherSeatHeld: "other_seat_held"
            case .unknownSeat: "unknown_seat"
            case .abolishedSeat: "abolished_seat"
            case .tooManyArrivals: "too_many_arrivals"
            case .heldTwice: "held_twice"
            }
        }
    }
}
