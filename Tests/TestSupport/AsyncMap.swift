extension Sequence where Element: Sendable {
    /// The result of `body` for each element, one after the other.
    public func asyncMap<Output>(_ body: (Element) async throws -> Output) async rethrows -> [Output] {
        var outputs: [Output] = []
        for element in self { outputs.append(try await body(element)) }
        return outputs
    }
}
