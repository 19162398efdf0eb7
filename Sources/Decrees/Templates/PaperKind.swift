/// The papers around a transfer. The raw value is the name of its template's file, less `.mustache`.
public enum PaperKind: String, Sendable, Hashable, CaseIterable {
    /// Keputusan, with the nominative list as its annex.
    case decree = "keputusan"
    /// Petikan keputusan, for one person.
    case excerpt = "petikan"
    /// Surat pemberitahuan mutasi, for one person.
    case notice = "pemberitahuan"
    /// Surat Pernyataan Melaksanakan Tugas.
    case startOfDuty = "spmt"
    /// Undangan pelantikan.
    case invitation = "undangan"
    /// Berita acara serah terima jabatan.
    case handOver = "serah-terima"

    /// "keputusan.mustache".
    public var file: String { rawValue + ".mustache" }
}
