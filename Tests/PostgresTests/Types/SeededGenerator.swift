import TestSupport

extension SeededGenerator {
    /// Of any size: as many leading zero bits as not.
    mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) -> Value {
        Value(truncatingIfNeeded: next()) >> Int.random(in: 0..<Value.bitWidth, using: &self)
    }
}
