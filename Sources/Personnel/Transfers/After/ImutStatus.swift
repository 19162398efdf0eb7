/// Where a proposal stands in I-Mut, as SIASN numbers it.
///
/// The numbers are those of a public client's `status-usul` list, read in January 2026. Numbers that the list has and we
/// could not read are not known here.
public struct ImutStatus: Sendable, Hashable {
    /// What a status means for a transfer.
    public enum Stage: Sendable, Hashable {
        /// Not with BKN yet.
        case preparing
        case withBKN
        /// Sent back for better documents (BTS).
        case returned
        /// A condition is not met (TMS).
        case refused
        /// BKN's pertimbangan teknis is there.
        case issued
        /// SIASN has the new post.
        case finished
        case deleted
    }

    /// 1...99.
    public let number: Int
    /// As SIASN writes it.
    public let title: String
    public let stage: Stage

    /// By its number, or by its title in any capitals; nil for an unknown one.
    public init?(_ text: some StringProtocol) {
        let known = Self.all.first { $0.0 == Int(text) || $0.1.lowercased() == text.lowercased() }
        guard let (number, title, stage) = known else { return nil }
        (self.number, self.title, self.stage) = (number, title, stage)
    }

    private static let all: [(Int, String, Stage)] = [
        (1, "Input Berkas", .preparing), (2, "Berkas Disimpan", .preparing), (3, "Surat Usulan", .preparing),
        (4, "Approval Surat Usulan", .preparing), (5, "Perbaikan Dokumen", .returned),
        (6, "Tidak Memenuhi Syarat", .refused), (7, "Cetak SK", .issued), (8, "Cetak SK", .issued),
        (9, "Cetak SK", .issued), (10, "Cetak SK", .issued), (11, "Profil diperbaharui", .finished),
        (12, "Terima Usulan", .withBKN), (13, "Validasi TMS", .refused), (14, "Validasi Perbaikan", .returned),
        (15, "Validasi Disetujui", .withBKN), (16, "Berkas Disetujui", .withBKN), (17, "Paraf Pertek", .withBKN),
        (18, "Paraf Pertek", .withBKN), (19, "Paraf Pertek", .withBKN), (20, "Tanda Tangan Pertek", .withBKN),
        (21, "Tanda Tangan Pertek", .withBKN), (22, "Tanda Tangan Pertek", .withBKN), (23, "Surat Keluar", .issued),
        (30, "Setuju TTD SK", .issued), (31, "Telah update di profile", .finished),
        (32, "Pembuatan SK berhasil", .issued), (99, "Usulan Dihapus", .deleted),
    ]
}
