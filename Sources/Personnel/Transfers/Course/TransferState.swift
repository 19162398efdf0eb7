/// Where a case stands (PP 11/2017 arts 190–193, SIASN's list of states). Raw values are codes for data; the order is that
/// of the course.
public enum TransferState: String, Sendable, Hashable, CaseIterable {
    case draft
    case proposed
    /// Sent back because data or documents are wrong or missing (SIASN: BTS).
    case returned
    case verified
    /// The review team (tim penilai kinerja) has given its consideration.
    case considered
    case deferred
    case approved
    case pertekRequested = "pertek_requested"
    case pertekReturned = "pertek_returned"
    /// BKN's pertimbangan teknis is there, or counts as given.
    case pertekIssued = "pertek_issued"
    case decreed
    case announced
    case inaugurated
    /// The person serves in the new seat.
    case effective
    case onDuty = "on_duty"
    case reported
    case completed
    /// A condition is not met (SIASN: TMS).
    case notEligible = "not_eligible"
    case rejected
    case pertekRefused = "pertek_refused"
    case cancelled
    /// Taken back after the decree and before the day.
    case revoked
    /// Another case has brought the person back.
    case reversed

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }

    /// As officials write it.
    public var title: String {
        switch self {
        case .draft: "Konsep"
        case .proposed: "Diusulkan"
        case .returned: "Berkas Tidak Sesuai"
        case .verified: "Terverifikasi"
        case .considered: "Dipertimbangkan"
        case .deferred: "Ditunda"
        case .approved: "Disetujui PPK"
        case .pertekRequested: "Pertek Diajukan"
        case .pertekReturned: "Pertek Perbaikan"
        case .pertekIssued: "Pertek Terbit"
        case .decreed: "SK Terbit"
        case .announced: "Disampaikan"
        case .inaugurated: "Dilantik"
        case .effective: "Berlaku"
        case .onDuty: "Melaksanakan Tugas"
        case .reported: "Dilaporkan"
        case .completed: "Selesai"
        case .notEligible: "Tidak Memenuhi Syarat"
        case .rejected: "Ditolak"
        case .pertekRefused: "Ditolak BKN"
        case .cancelled: "Dibatalkan"
        case .revoked: "Dicabut"
        case .reversed: "Dikembalikan"
        }
    }
}
