import CityDatabase
import Decrees
import Personnel

extension Decree {
    /// The decree of these transfers, for papers that come after it: of its text they give number, date and subject.
    ///
    /// - Throws: `PaperRefusal`.
    init(
        _ recorded: RecordedDecree,
        of transfers: [DecidedTransfer],
        _ names: PaperCityOptions.Names,
        subject: String?
    ) throws {
        try self.init(
            number: recorded.number,
            date: recorded.date,
            of: transfers,
            firstDay: transfers.map(\.firstDay).min() ?? recorded.date,
            names,
            subject: subject,
            signer: Officer(name: recorded.signedBy ?? names.authority, title: names.authority)
        )
    }

    /// - Throws: `PaperRefusal` with every problem of the decree and its people.
    init(
        number: String,
        date: CivilDate?,
        of transfers: [DecidedTransfer],
        firstDay: CivilDate,
        _ names: PaperCityOptions.Names,
        subject: String?,
        signer: Officer,
        copies: [String] = []
    ) throws {
        let without = transfers.filter { $0.person.nip == nil }.map { PaperProblem.nipInvalid($0.number) }
        let nominees = transfers.compactMap { Nominee($0) }
        do throws(PaperRefusal) {
            try self.init(
                number: number,
                date: date,
                place: names.place,
                city: names.city,
                province: names.province,
                authority: names.authority,
                subject: subject,
                firstDay: firstDay,
                signer: signer,
                copies: copies,
                nominees: nominees
            )
        } catch {
            let listed = error.problems.filter { $0 != .listEmpty || without.isEmpty }
            throw PaperRefusal(problems: without + listed)
        }
        guard without.isEmpty else { throw PaperRefusal(problems: without) }
    }
}

extension Nominee {
    /// Nil without a valid NIP.
    init?(_ transfer: DecidedTransfer) {
        guard let nip = transfer.person.nip else { return nil }
        self.init(
            caseNumber: transfer.number,
            name: transfer.person.name,
            nip: nip,
            grade: transfer.person.grade,
            formerPost: transfer.former.map { PostPlace($0) },
            post: PostPlace(transfer.seat),
            echelon: transfer.echelon,
            jobClass: transfer.jobClass,
            reason: transfer.reason
        )
    }
}

extension PostPlace {
    init(_ seat: DecidedTransfer.Seat) { self.init(title: seat.title, unit: seat.unit, agency: seat.agency) }
}

extension DecidedTransfer.Holder {
    var grade: ServiceGrade? { contractClass.map { .contract($0) } ?? rank.map { .rank($0) } }
}
