/// What a record may hold at most. Together the two bound the memory of a parser, whatever the file.
public struct CSVLimits: Sendable, Hashable {
    /// Bytes of one field, without its quotes.
    public var fieldBytes: Int
    /// Fields of one record.
    public var recordFields: Int

    public init(fieldBytes: Int = 65_536, recordFields: Int = 512) {
        self.fieldBytes = fieldBytes
        self.recordFields = recordFields
    }
}
