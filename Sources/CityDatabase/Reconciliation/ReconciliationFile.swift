import CSV
public import Personnel
import Texts

/// A file of SIASN or I-Mut, told apart by its header. Bad rows are noted, and the others are read all the same.
public struct ReconciliationFile: Sendable {
    /// Which form the file has.
    public enum Form: String, Sendable, CaseIterable {
        /// SIASN's rw_jabatan: histories of posts.
        case posts
        /// SIASN's Export Data ASN with the present post.
        case people
        /// Proposals of I-Mut.
        case proposals
    }

    public let form: Form
    /// Rows that hold something, without the header.
    public let rows: Int
    /// Rows without any value, passed over.
    public let blank: Int
    /// What is wrong with rows, by line.
    public let unreadable: [ImportFinding]

    let posts: [StatedPost]
    let proposals: [StatedProposal]
    /// What kedudukan hukum the people have, by line: id and name.
    let standings: [Int: (code: String?, name: String?)]
    /// Of unreadable rows with a readable NIP.
    let unreadableNIPs: Set<NIP>

    /// - Parameter today: dates of more than two years later are refused.
    /// - Throws: `CSVError` or `CityError` when the file cannot be read as a whole, has another form, or has no rows.
    public init(path: String, asOf today: CivilDate) throws {
        var reader: ReconciliationReader?
        try CSVFile.forEachRecord(path: path) { record in
            if reader == nil {
                reader = try ReconciliationReader(record, today)
            } else {
                reader?.read(record)
            }
        }
        guard let reader, reader.rows > 0 else { throw CityError(.fileRowsMissing) }
        (form, rows, blank, unreadable) = (reader.form, reader.rows, reader.blank, reader.unreadable)
        (posts, proposals, standings) = (reader.posts, reader.proposals, reader.standings)
        unreadableNIPs = reader.unreadableNIPs
    }
}
