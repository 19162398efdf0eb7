public import Personnel

/// Who takes a step of a case, when, and by which document.
public struct TransferAct: Sendable, Hashable {
    /// A NIP or a name.
    public var by: String
    /// The day of the step, today or earlier.
    public var day: CivilDate
    public var documentNumber: String?
    public var documentDate: CivilDate?
    public var note: String?
    /// The new first day, of steps that give one.
    public var newDay: CivilDate?

    public init(
        by: String,
        on day: CivilDate,
        documentNumber: String? = nil,
        documentDate: CivilDate? = nil,
        note: String? = nil,
        newDay: CivilDate? = nil
    ) {
        (self.by, self.day, self.documentNumber, self.documentDate) = (by, day, documentNumber, documentDate)
        (self.note, self.newDay) = (note, newDay)
    }
}
