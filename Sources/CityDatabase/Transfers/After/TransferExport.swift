public import Personnel

/// What was written of transfers for SIASN's entry.
public struct TransferExport: Sendable, Hashable {
    /// Which transfers are written.
    public enum Selection: Sendable, Hashable {
        /// Those that took effect between two days, both included.
        case days(CivilDate, CivilDate)
        case cases(Transfers.PaperSelection)
    }

    /// Rows of the file, without the header.
    public var rows = 0
    /// Numbers of transfers that take back another one of the file, and that the selection did not name.
    public var added: [String] = []
    /// Numbers of transfers that were selected and are not in effect: they have no row.
    public var waiting: [String] = []
    /// Numbers of transfers whose post another decree replaced on the same day: they have no row.
    public var replaced: [String] = []
}
