extension Int {
    /// As "1 file is left" and "3 files are left".
    ///
    /// - Parameters:
    ///   - one: what follows the number 1.
    ///   - more: what follows every other number.
    public func counted(_ one: String, _ more: String) -> String { "\(self) \(self == 1 ? one : more)" }
}
