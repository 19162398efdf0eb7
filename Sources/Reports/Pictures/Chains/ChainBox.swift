import Texts

/// One box of a chain: a seat, with the case of the person who leaves it.
struct ChainBox {
    /// Nil for a person who comes from no definitive post, or a move that leads to none.
    let seat: SeatChainPicture.Seat?
    /// Of the person who leaves the seat; nil where nobody does.
    let caseNumber: String?
    let standing: Standing

    enum Standing: String {
        /// Nobody holds it before the round.
        case vacant
        /// A person who stays holds it: no seat is free.
        case full
        /// The person holds no definitive post.
        case outside
        /// A case names no receiving post.
        case unnamed
        /// Its holder moves.
        case left
    }

    /// The seats of a chain in the order of the drawing; a closed chain begins with the seat that its last move leaves.
    static func boxes(of chain: SeatChainPicture.Chain) -> [ChainBox] {
        var boxes = chain.hops.map {
            ChainBox(seat: $0.from, caseNumber: $0.caseNumber, standing: $0.from == nil ? .outside : .left)
        }
        if chain.isClosed, let last = boxes.popLast() { return [last] + boxes }
        let standing: Standing = chain.first == nil ? .unnamed : chain.hasSeat ? .vacant : .full
        return [ChainBox(seat: chain.first, caseNumber: nil, standing: standing)] + boxes
    }

    /// Its title, or why it has none.
    func title(_ language: Language) -> String { seat?.title ?? Self.word(standing.rawValue)(language) }

    /// "dinkes", and for a seat that nobody leaves, what is so with it.
    func place(_ language: Language) -> String {
        guard let seat else { return "" }
        guard standing != .left else { return seat.agency }
        return "\(seat.agency) · \(Self.word(standing.rawValue)(language))"
    }

    /// A text of the picture in both languages.
    static func word(_ key: String, _ arguments: [String: TextArgument] = [:]) -> Wording {
        TextCatalogue.words.wording("seat_chain.\(key)", arguments)
    }
}
