public import Personnel
import Texts

/// Chains of transfers: the seats of each from the vacancy backwards, and who moves from which to which.
public struct SeatChainPicture: Picture, Sendable, Hashable {
    public let frame: PictureFrame
    /// In the order in which they are drawn.
    public let chains: [Chain]

    public init(frame: PictureFrame, chains: [Chain]) {
        self.frame = frame
        self.chains = chains
    }

    /// How many moves all chains have.
    public var moves: Int { chains.reduce(0) { $0 + $1.hops.count } }

    /// A row for each move, chain after chain.
    public var table: Table {
        var table = Table(
            columns: [
                Table.Column("component", alignment: .trailing), Table.Column("chain", alignment: .trailing),
                Table.Column("form", title: "chain_form", codes: .words("seat_chain")),
                Table.Column("place", title: "place.successor", alignment: .trailing), Table.Column("number"),
                Table.Column("from_agency"), Table.Column("from_post", title: "post.left"),
                Table.Column("to_agency", title: "agency.reached"), Table.Column("to_post", title: "post.reached"),
            ]
        )
        for (index, chain) in chains.enumerated() {
            for (place, hop) in chain.hops.enumerated() {
                let to = chain.seat(reachedBy: place)
                table.append([
                    .integer(chain.component), .integer(index + 1), .text(chain.form.code), .integer(place + 1),
                    .text(hop.caseNumber), .optional(hop.from?.agency), .optional(hop.from?.title),
                    .optional(to?.agency), .optional(to?.title),
                ])
            }
        }
        return table
    }
}

extension SeatChainPicture {
    /// What a seat is called.
    public struct Seat: Sendable, Hashable {
        public let title: String
        /// The agency's code.
        public let agency: String

        public init(title: String, agency: String) {
            self.title = title
            self.agency = agency
        }
    }

    /// One move of a chain: it leads into the seat that the one before it leaves.
    public struct Hop: Sendable, Hashable {
        /// "TRF-2026-000123".
        public let caseNumber: String
        /// Nil for a person without a definitive post.
        public let from: Seat?

        public init(caseNumber: String, from: Seat?) {
            self.caseNumber = caseNumber
            self.from = from
        }
    }

    /// One chain, swap, rotation or single move.
    public struct Chain: Sendable, Hashable {
        /// The number of its independent part; several chains may have one.
        public let component: Int
        public let form: SeatChain.Form
        /// Where the first move leads; nil where the case names no post.
        public let first: Seat?
        /// Whether the first move finds a seat there.
        public let hasSeat: Bool
        /// From the vacancy backwards; one or more.
        public let hops: [Hop]

        /// - Parameters:
        ///   - component: from 1.
        ///   - hops: one or more; in a closed form the last leaves the seat into which the first leads.
        public init(component: Int, form: SeatChain.Form, first: Seat?, hasSeat: Bool = true, hops: [Hop]) {
            precondition(!hops.isEmpty, "a chain has a move")
            self.component = component
            self.form = form
            self.first = first
            self.hasSeat = hasSeat
            self.hops = hops
        }

        var isClosed: Bool { form == .swap || form == .rotation }

        /// Where the move at a place leads.
        func seat(reachedBy place: Int) -> Seat? { place == 0 ? first : hops[place - 1].from }
    }
}
