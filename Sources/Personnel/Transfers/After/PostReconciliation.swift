/// Compares people's present posts in a file of SIASN with our records.
public struct PostReconciliation: Sendable {
    /// By NIP and kind.
    public private(set) var differences: [Difference] = []
    /// Rows about people and units that are not of the agency that compares; they are not told any further.
    public private(set) var foreign = 0
    /// People who were compared.
    public private(set) var people = 0

    private let units: [String: AgencyCode]
    private let ofAgency: Bool

    /// - Parameters:
    ///   - stated: the rows of the file, in its order; of several rows of a person the newest is the present post.
    ///   - recorded: our people, each once.
    ///   - units: whose the units are, by SIASN's ids.
    ///   - today: rows that begin later do not count.
    ///   - unreadable: NIPs of rows that could not be read: these people are not missing.
    ///   - isPartial: people whom the file lacks are not told.
    ///   - ofAgency: the comparison is of one agency, which knows nothing of others.
    public init(
        _ stated: [StatedPost],
        with recorded: [RecordedPerson],
        units: [String: AgencyCode],
        today: CivilDate,
        unreadable: Set<NIP> = [],
        isPartial: Bool = false,
        ofAgency: Bool = false
    ) {
        (self.units, self.ofAgency) = (units, ofAgency)
        let byNIP = Dictionary(recorded.map { ($0.nip, $0) }) { first, _ in first }
        var (unknown, seen): ([StatedPost], Set<NIP>) = ([], unreadable)
        for (nip, rows) in Dictionary(grouping: stated, by: \.nip) {
            seen.insert(nip)
            let present = present(rows, today)
            if let person = byNIP[nip] {
                people += 1
                guard let present else { continue }
                compare(present, with: person)
            } else if let row = present ?? rows.first, row.hasLeft != true {
                unknown.append(row)
            }
        }
        var missing = recorded.filter { !seen.contains($0.nip) && $0.standing == .serving }
        pair(&unknown, &missing)
        for row in unknown { tellUnknown(row) }
        if !isPartial {
            for person in missing {
                let mend: Mend = person.move.flatMap { reporting($0) } ?? Mend(.addInSIASN)
                differences.append(
                    Difference(.personMissing, of: person.nip, person, here: person.words, mend: mend)
                )
            }
        }
        differences.sort {
            ($0.nip.text, $0.kind.place, $0.line ?? 0) < ($1.nip.text, $1.kind.place, $1.line ?? 0)
        }
    }

    /// The newest of a person's own posts. Rows that say the same day twice are told.
    private mutating func present(_ rows: [StatedPost], _ today: CivilDate) -> StatedPost? {
        var own: [CivilDate?: StatedPost] = [:]
        for row in rows where row.isOwn && row.since.map({ $0 <= today }) ?? true {
            guard let first = own.updateValue(row, forKey: row.since) else { continue }
            own[row.since] = first
            differences.append(
                Difference(
                    .repeated,
                    of: row.nip,
                    name: row.name,
                    line: row.line,
                    there: row.words,
                    mend: Mend(.removeRow, ["line": "\(first.line)"])
                )
            )
        }
        return own.values.max { ($0.since ?? .distantPast, $1.line) < ($1.since ?? .distantPast, $0.line) }
    }

    private mutating func compare(_ row: StatedPost, with person: RecordedPerson) {
        switch person.standing {
        case .left(let day):
            guard row.hasLeft == false else { return }
            tell(.departure, row, person, here: day.iso, there: row.words, Mend(.endInSIASN))
        case .moved(let day):
            // SIASN has the person where they served before; where they went, the agency does not see.
            guard row.unit.flatMap({ units[$0] }) != nil, row.since.map({ $0 < day }) ?? true else { return }
            tell(.agency, row, person, here: day.iso, there: row.words, Mend(.entryByPersonnel))
        case .serving, .away:
            if row.hasLeft == true {
                tell(.departure, row, person, here: person.words, there: nil, Mend(.recordDeparture))
            } else if let move = person.move, row.since ?? .distantPast < move.day,
                move.state.waitsForReport || !row.isSamePost(person)
            {
                let mend = reporting(move) ?? (ofAgency ? Mend(.askPersonnel) : Mend(.reportAgain, move))
                tell(.report, row, person, here: person.words, there: row.words, mend, about: move)
            } else if row.isSamePost(person), let post = person.post {
                compareDays(row, person, post)
            } else if person.standing == .serving {
                comparePosts(row, person)
            }
        }
    }

    /// Of the same post.
    private mutating func compareDays(_ row: StatedPost, _ person: RecordedPerson, _ post: RecordedPerson.Post) {
        if let move = person.move, move.state.waitsForReport, row.since == move.day {
            let mend: Mend.Code =
                ofAgency ? .reportByPersonnel : move.state == .onDuty ? .recordReport : .recordDutyAndReport
            tell(.report, row, person, here: move.state.code, there: row.words, Mend(mend, move), about: move)
        }
        let mend = Mend(.correctAssignment, ["nip": person.nip.text])
        if let since = row.since, since != post.since, since != post.heldSince {
            tell(.firstDay, row, person, here: post.since.iso, there: since.iso, mend)
        }
        guard row.hasDecrees else { return }
        if row.decreeNumber?.folded != post.decreeNumber?.folded {
            tell(.decree, row, person, here: post.decreeNumber, there: row.decreeNumber, mend)
        }
        if row.decreeDate != post.decreeDate {
            tell(.decreeDate, row, person, here: post.decreeDate?.iso, there: row.decreeDate?.iso, mend)
        }
    }

    private mutating func comparePosts(_ row: StatedPost, _ person: RecordedPerson) {
        let open = person.transfers.first { transfer in
            transfer.state.isOnItsWay && transfer.title?.folded == row.title?.folded
                && (row.unit == nil || transfer.unit == row.unit)
        }
        let agency = row.unit.flatMap { units[$0] }
        let isElsewhere = row.unit != nil && agency != person.agency && (agency != nil || ofAgency)
        let kind: Difference.Kind =
            if isElsewhere {
                .agency
            } else if row.title?.folded == person.post?.title.folded, row.unit != nil {
                .unit
            } else {
                .post
            }
        let isNewer = person.post.map { row.since ?? .distantPast > $0.since } ?? true
        let mend: Mend =
            if let open {
                Mend(.goOn, open)
            } else if !isNewer {
                Mend(.enterInSIASN)
            } else if isElsewhere {
                ofAgency ? Mend(.askPersonnel) : Mend(.proposeTransfer)
            } else {
                Mend(.importPosts)
            }
        let place = isElsewhere ? agency.map { "\($0)" } : nil
        let there = [place, row.words].compactMap(\.self).joined(separator: ": ")
        tell(kind, row, person, here: person.words, there: there.isEmpty ? nil : there, mend, about: open)
    }

    /// What enters a transfer in effect in SIASN; nil where it was reported.
    private func reporting(_ move: RecordedTransfer) -> Mend? {
        guard move.state.waitsForReport else { return nil }
        if ofAgency { return Mend(.entryByPersonnel) }
        return Mend(move.state == .onDuty ? .reportTransfer : .reportAfterDuty, move)
    }

    /// People whose number differs: of one birth date and sex, with the same name, or with the same post from the same day.
    private mutating func pair(_ unknown: inout [StatedPost], _ missing: inout [RecordedPerson]) {
        let candidates = Dictionary(grouping: missing) { Self.body(of: $0.nip) }
        var found: [(StatedPost, RecordedPerson)] = []
        for row in unknown {
            let same = candidates[Self.body(of: row.nip), default: []]
                .filter { person in
                    if let name = row.name { return name.folded == person.name.folded }
                    return row.isSamePost(person) && [person.post?.since, person.post?.heldSince].contains(row.since)
                }
            if same.count == 1 { found.append((row, same[0])) }
        }
        let claims = Dictionary(grouping: found) { $0.1.nip }.filter { $0.value.count == 1 }
        for (row, person) in found where claims[person.nip] != nil {
            tell(
                .nip,
                row,
                person,
                here: person.nip.text,
                there: row.nip.text,
                Mend(.correctNIP, ["nip": person.nip.text, "other": row.nip.text])
            )
            unknown.removeAll { $0.line == row.line }
            missing.removeAll { $0.nip == person.nip }
        }
    }

    private static func body(of nip: NIP) -> [String] { [nip.birthDate.iso, "\(nip.sex)"] }

    private mutating func tellUnknown(_ row: StatedPost) {
        let agency = row.unit.flatMap { units[$0] }
        guard !ofAgency || agency != nil else {
            foreign += 1
            return
        }
        var difference = Difference(
            .personUnknown,
            of: row.nip,
            name: row.name,
            line: row.line,
            there: row.words,
            mend: Mend(ofAgency ? .askPersonnel : .importPeople)
        )
        difference.agency = agency
        differences.append(difference)
    }

    private mutating func tell(
        _ kind: Difference.Kind,
        _ row: StatedPost,
        _ person: RecordedPerson,
        here: String?,
        there: String?,
        _ mend: Mend,
        about transfer: RecordedTransfer? = nil
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

extension Difference.Kind {
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CivilDate {
    fileprivate static let distantPast = CivilDate(daysSince2000: .min)
}

extension StatedPost {
    /// "Analis · Bidang Umum".
    fileprivate var words: String? {
        let parts = [title, unitName ?? unit].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    fileprivate func isSamePost(_ person: RecordedPerson) -> Bool {
        guard let post = person.post, let title else { return false }
        return title.folded == post.title.folded && (unit == nil || unit == post.unit)
    }
}

extension RecordedPerson {
    fileprivate var words: String? { post.map { "\($0.title) · \($0.unitName)" } }
}

extension String {
    /// Spelling aside: capitals and spaces.
    fileprivate var folded: String { lowercased().split(separator: " ").joined(separator: " ") }
}
