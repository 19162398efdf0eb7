/// Compares proposals in I-Mut with our transfers.
public struct ProposalReconciliation: Sendable {
    /// By NIP and line.
    public private(set) var differences: [Difference] = []
    /// Rows about people who are not of the agency that compares; they are not told any further.
    public private(set) var foreign = 0
    /// People who were compared.
    public private(set) var people = 0

    /// - Parameters:
    ///   - stated: the rows of the file, in its order. A proposal that was sent back, refused or deleted does not count where
    ///     the file has another one of the person.
    ///   - recorded: our people, each once.
    ///   - unreadable: NIPs of rows that could not be read: their proposals are not missing.
    ///   - isPartial: proposals that the file lacks are not told.
    ///   - ofAgency: the comparison is of one agency, which knows nothing of others.
    public init(
        _ stated: [StatedProposal],
        with recorded: [RecordedPerson],
        unreadable: Set<NIP> = [],
        isPartial: Bool = false,
        ofAgency: Bool = false
    ) {
        let byNIP = Dictionary(recorded.map { ($0.nip, $0) }) { first, _ in first }
        let proposals = Dictionary(grouping: stated, by: \.nip)
        for (nip, rows) in proposals {
            guard let person = byNIP[nip] else {
                if ofAgency { foreign += rows.count } else { tellUnknown(rows) }
                continue
            }
            people += 1
            for row in counting(distinct(rows)) { compare(row, person) }
        }
        if !isPartial {
            for person in recorded where proposals[person.nip] == nil && !unreadable.contains(person.nip) {
                guard let transfer = person.transfers.first(where: { $0.state.needsProposal }) else { continue }
                differences.append(
                    Difference(
                        .proposal,
                        of: person.nip,
                        person,
                        here: transfer.state.code,
                        transfer: transfer.number,
                        mend: Mend(.imutEnter)
                    )
                )
            }
        }
        differences.sort { ($0.nip.text, $0.line ?? 0) < ($1.nip.text, $1.line ?? 0) }
    }

    private mutating func distinct(_ rows: [StatedProposal]) -> [StatedProposal] {
        var kept: [StatedProposal] = []
        for row in rows {
            guard let first = kept.first(where: { $0.says(row) }) else {
                kept.append(row)
                continue
            }
            differences.append(
                Difference(
                    .repeated,
                    of: row.nip,
                    line: row.line,
                    there: row.words,
                    mend: Mend(.removeRow, ["line": "\(first.line)"])
                )
            )
        }
        return kept
    }

    private func counting(_ rows: [StatedProposal]) -> [StatedProposal] {
        let alive = rows.filter { ![.returned, .refused, .deleted].contains($0.status.stage) }
        return alive.isEmpty ? Array(rows.suffix(1)) : alive
    }

    private mutating func tellUnknown(_ rows: [StatedProposal]) {
        for row in counting(distinct(rows)) where ![.refused, .deleted].contains(row.status.stage) {
            differences.append(
                Difference(.personUnknown, of: row.nip, line: row.line, there: row.words, mend: Mend(.importPeople))
            )
        }
    }

    /// With the transfer that it fits, or else the one that is on its way, or the newest.
    private mutating func compare(_ row: StatedProposal, _ person: RecordedPerson) {
        let transfers = person.transfers.sorted {
            ($0.state.isOnItsWay ? 0 : 1, $1.day, $1.number) < ($1.state.isOnItsWay ? 0 : 1, $0.day, $0.number)
        }
        let ways = transfers.map { ($0, mend(row, $0)) }
        if let fit = ways.first(where: { $0.1 == nil })?.0 {
            guard let type = row.type, let own = fit.imutType, type != own, row.status.stage != .deleted else { return }
            tell(.proposalType, row, person, here: "\(own)", there: "\(type)", fit, Mend(.imutType, fit))
        } else if let transfer = ways.first?.0, let mend = ways.first?.1 {
            tell(.proposal, row, person, here: transfer.state.code, there: row.words, transfer, mend)
        } else if ![.refused, .deleted].contains(row.status.stage) {
            tell(.proposal, row, person, here: nil, there: row.words, nil, Mend(.imutPropose))
        }
    }

    /// What would bring the two together; nil where they agree.
    private func mend(_ row: StatedProposal, _ transfer: RecordedTransfer) -> Mend? {
        let stage = row.status.stage
        switch transfer.state {
        case .draft, .proposed, .returned, .verified, .considered, .deferred:
            return [.preparing, .returned, .refused, .deleted].contains(stage) ? nil : Mend(.goOn, transfer)
        case .approved, .pertekReturned:
            switch stage {
            case .preparing, .deleted: return nil
            case .returned: return transfer.state == .pertekReturned ? nil : Mend(.requestPertek, transfer)
            case .withBKN, .refused, .issued, .finished: return Mend(.requestPertek, transfer)
            }
        case .pertekRequested:
            switch stage {
            case .withBKN: return nil
            case .preparing: return Mend(.imutSend)
            case .deleted: return Mend(.imutEnter)
            case .returned: return Mend(.returnPertek, transfer)
            case .refused: return Mend(.refusePertek, transfer)
            case .issued, .finished:
                let (document, day) = (row.pertekNumber ?? "…", row.pertekDate?.iso ?? "…")
                return Mend(.issuePertek, ["number": transfer.number, "document": document, "day": day])
            }
        case .pertekIssued, .decreed, .announced, .inaugurated:
            return stage == .issued || stage == .finished ? nil : Mend(.imutLookUp, transfer)
        case .effective:
            return stage == .finished ? Mend(.recordDutyAndReport, transfer) : Mend(.reportAfterDuty, transfer)
        case .onDuty: return stage == .finished ? Mend(.recordReport, transfer) : Mend(.reportTransfer, transfer)
        case .reported, .completed: return stage == .finished ? nil : Mend(.reportAgain, transfer)
        case .notEligible, .rejected, .pertekRefused, .cancelled, .revoked:
            return [.refused, .deleted, .returned].contains(stage) ? nil : Mend(.imutWithdraw)
        case .reversed: return [.finished, .deleted].contains(stage) ? nil : Mend(.imutWithdraw)
        }
    }

    private mutating func tell(
        _ kind: Difference.Kind,
        _ row: StatedProposal,
        _ person: RecordedPerson,
        here: String?,
        there: String?,
        _ transfer: RecordedTransfer?,
        _ mend: Mend
    ) {
        differences.append(
            Difference(
                kind,
                of: person.nip,
                person,
                line: row.line,
                here: here,
                there: there,
                transfer: transfer?.number,
                mend: mend
            )
        )
    }
}

extension StatedProposal {
    /// "23 Surat Keluar".
    fileprivate var words: String { "\(status.number) \(status.title)" }
}

extension TransferState {
    /// Whether I-Mut has a proposal of the transfer: from the request for a pertek until the report.
    fileprivate var needsProposal: Bool {
        switch self {
        case .pertekRequested, .pertekReturned, .pertekIssued, .decreed, .announced, .inaugurated, .effective, .onDuty:
            true
        default: false
        }
    }
}
