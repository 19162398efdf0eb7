public import CityDatabase
public import Personnel
public import Reports

/// Chains, faults, falls and lots of open transfers as pictures and tables. Faults and falls name people.
public enum SeatChainView {
    /// The chains, part after part.
    ///
    /// - Parameter frame: of whom and of which day.
    public static func picture(of batch: Transfers.Batch, _ frame: PictureFrame) -> SeatChainPicture {
        SeatChainPicture(
            frame: frame,
            chains: batch.cases.components.enumerated()
                .flatMap { index, component in component.chains.map { chain($0, of: index + 1, batch) } }
        )
    }

    private static func chain(_ chain: SeatChain, of component: Int, _ batch: Transfers.Batch) -> SeatChainPicture.Chain
    {
        SeatChainPicture.Chain(
            component: component,
            form: chain.form,
            first: seat(chain.moves[0].to, batch),
            hasSeat: chain.hasSeat,
            hops: chain.moves.map { SeatChainPicture.Hop(caseNumber: $0.caseNumber, from: seat($0.from, batch)) }
        )
    }

    /// A post that is not on record shows by its number.
    private static func seat(_ key: SeatKey?, _ batch: Transfers.Batch) -> SeatChainPicture.Seat? {
        key.map { key in
            SeatChainPicture.Seat(
                title: batch.seats[key]?.title ?? String(key.post),
                agency: key.agency.description
            )
        }
    }

    /// A row for each fault.
    public static func table(of faults: [Transfers.Batch.Fault]) -> Table {
        Table(
            columns: Table.Column.list("problem", "agency", "post", "cases", "people"),
            rows: faults.map { fault in
                [
                    .code(fault.kind.code, fault.problem), .optional(fault.seat?.agency.description),
                    .optional(fault.seat?.title), .text(fault.cases.map(\.number).joined(separator: "; ")),
                    .text(fault.cases.map(\.person.name).joined(separator: "; ")),
                ]
            }
        )
    }

    /// A row for each case: the withdrawn, those that fall with them and because of which case, and those that go on.
    public static func table(of fall: BatchFall, _ batch: Transfers.Batch) -> Table {
        var table = Table(
            columns: [
                Table.Column("number"), Table.Column("outcome", codes: .words("batch_fall")),
                Table.Column("cause", title: "case.cause"), Table.Column("nip"), Table.Column("name"),
                Table.Column("agency"), Table.Column("post", title: "post.reached"),
            ]
        )
        func append(_ move: BatchMove, _ outcome: String, cause: String? = nil) {
            let (person, seat) = (batch.people[move.person], seat(move.to, batch))
            table.append([
                .text(move.caseNumber), .text(outcome), .optional(cause), .optional(person?.nip),
                .optional(person?.name), .optional(seat?.agency), .optional(seat?.title),
            ])
        }
        for move in fall.withdrawn { append(move, "withdrawn") }
        for fallen in fall.fallen { append(fallen.move, "fallen", cause: fallen.cause) }
        for move in fall.remaining { append(move, "remaining") }
        return table
    }

    /// A row for each case of each lot.
    public static func table(of lots: [SubmissionLot], _ batch: Transfers.Batch) -> Table {
        let components = Dictionary(
            batch.cases.components.enumerated().compactMap { index, part in part.cases.first.map { ($0, index + 1) } }
        ) { first, _ in first }
        var table = Table(
            columns: [
                Table.Column("lot", alignment: .trailing), Table.Column("component", alignment: .trailing),
                Table.Column("number"), Table.Column("oversized", title: "lot.oversized"),
            ]
        )
        for lot in lots {
            for component in lot.components {
                let number = component.cases.first.flatMap { components[$0] }
                for name in component.cases {
                    table.append([.integer(lot.number), .optional(number), .text(name), .boolean(lot.isOversized)])
                }
            }
        }
        return table
    }
}
