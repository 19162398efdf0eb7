import CSV
import Personnel

/// Reads the rows of a `ReconciliationFile`, by the columns of the imports.
struct ReconciliationReader {
    let form: ReconciliationFile.Form
    private(set) var rows = 0
    private(set) var blank = 0
    private(set) var unreadable: [ImportFinding] = []
    private(set) var unreadableNIPs: Set<NIP> = []
    private(set) var posts: [StatedPost] = []
    private(set) var proposals: [StatedProposal] = []
    private(set) var standings: [Int: (code: String?, name: String?)] = [:]

    private let header: ImportHeader
    private let today: CivilDate
    private let hasDecrees: Bool

    /// - Throws: `CityError` for a header of another form, or one that lacks columns.
    init(_ record: borrowing CSVRecord, _ today: CivilDate) throws {
        let names = Set(ImportHeader.names(of: record))
        func has(_ columns: [ImportColumn]) -> Bool { columns.allSatisfy { names.contains($0.name.lowercased()) } }
        let form = ReconciliationFile.Form.allCases.first { has($0.marks) }
        guard let form else { throw CityError(.reconcileForm) }
        (self.form, self.today) = (form, today)
        header = try ImportHeader(record, columns: form.columns)
        hasDecrees = form == .posts && has(PostsImport.decree)
    }

    mutating func read(_ record: borrowing CSVRecord) {
        guard !ImportHeader.isBlank(record) else {
            blank += 1
            return
        }
        rows += 1
        guard record.count == header.count else {
            unreadable.append(
                ImportFinding(
                    line: record.line,
                    column: "",
                    .columnCount,
                    ["columns": "\(header.count)", "cells": "\(record.count)"]
                )
            )
            return
        }
        var row = ImportRow(line: record.line, columns: form.columns, cells: header.texts(of: record))
        let nip: NIP?
        switch form {
        case .posts: nip = readPost(&row)
        case .people: nip = readPerson(&row)
        case .proposals: nip = readProposal(&row)
        }
        guard !row.isGood else { return }
        unreadable += row.rejections
        if let nip { unreadableNIPs.insert(nip) }
    }

    /// Of a vacant post nothing is compared.
    private mutating func readPost(_ row: inout ImportRow) -> NIP? {
        let held = PostsImport.holding(&row, asOf: today)
        guard let nip = held.nip, row.isGood else { return held.nip }
        posts.append(
            StatedPost(
                line: row.line,
                nip: nip,
                unit: held.unit,
                unitName: held.unitName,
                title: held.title,
                since: held.since,
                decreeNumber: held.decreeNumber,
                decreeDate: held.decreeDate,
                hasDecrees: hasDecrees,
                isOwn: held.kind == .definitive
            )
        )
        return nip
    }

    private mutating func readPerson(_ row: inout ImportRow) -> NIP? {
        let (nip, name) = PeopleImport.identity(&row, asOf: today)
        let post = StatedPostColumns.post(&row, asOf: today)
        let standing = PeopleImport.standing(&row)
        guard let nip, row.isGood else { return nip }
        posts.append(
            StatedPost(
                line: row.line,
                nip: nip,
                name: name,
                unit: post.unit,
                unitName: post.unitName,
                title: post.title,
                since: post.since
            )
        )
        if standing.code != nil || standing.name != nil { standings[row.line] = standing }
        return nip
    }

    private mutating func readProposal(_ row: inout ImportRow) -> NIP? {
        let proposal = ProposalColumns.proposal(&row, asOf: today)
        if row.isGood, let stated = proposal.stated { proposals.append(stated) }
        return proposal.nip
    }
}

extension ReconciliationFile.Form {
    var columns: [ImportColumn] {
        switch self {
        case .posts: PostsImport.columns
        case .people: PeopleImport.identity + StatedPostColumns.columns + PeopleImport.standing
        case .proposals: ProposalColumns.columns
        }
    }

    /// The columns by which a file is known.
    fileprivate var marks: [ImportColumn] {
        switch self {
        case .posts: Array(PostsImport.columns.prefix(1))
        case .people: Array(PeopleImport.identity.prefix(1))
        case .proposals: ProposalColumns.columns.filter(\.isRequired)
        }
    }
}

/// The present post in SIASN's Export Data ASN.
enum StatedPostColumns {
    static let columns: [ImportColumn] = [
        .required("jabatan_nama"), .required("tmt_jabatan"), .optional("unor_id"), .optional("unor_nama"),
    ]

    static func post(
        _ row: inout ImportRow,
        asOf today: CivilDate
    ) -> (title: String?, since: CivilDate?, unit: String?, unitName: String?) {
        (
            row.text("jabatan_nama"), row.date("tmt_jabatan", asOf: today), row.text("unor_id"), row.text("unor_nama")
        )
    }
}

/// The plain form of proposals: I-Mut has no published file of its own.
enum ProposalColumns {
    static let columns: [ImportColumn] = [
        .required("nip"), .required("statusUsulan"), .optional("jenisUsulan"), .optional("nomorPertek"),
        .optional("tanggalPertek"),
    ]

    static func proposal(
        _ row: inout ImportRow,
        asOf today: CivilDate
    ) -> (nip: NIP?, stated: StatedProposal?) {
        let nip = row.nip("nip", asOf: today)
        let status = row.value("statusUsulan", .imutStatus) { ImutStatus($0) }
        let type = row.value("jenisUsulan", required: false, .imutType) { text in
            Int(text).flatMap { (39...64).contains($0) ? $0 : nil }
        }
        let (number, day) = (row.text("nomorPertek"), row.date("tanggalPertek", asOf: today))
        guard let nip, let status else { return (nip, nil) }
        return (
            nip,
            StatedProposal(
                line: row.line,
                nip: nip,
                status: status,
                type: type,
                pertekNumber: number,
                pertekDate: day
            )
        )
    }
}
