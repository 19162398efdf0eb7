/// What can be printed through a template.
public protocol Paper: Sendable {
    static var kind: PaperKind { get }
    /// Of the browser's window, and of the PDF: "Keputusan 800.1.3.3/1234/2026".
    var title: String { get }
    /// What stands for the template's names.
    var values: PaperValues { get }
}

/// What stands for the names of a template: texts, flags, and lists of such values. Empty and missing texts are refused when the
/// paper is printed, unless the template may do without them.
public struct PaperValues: Sendable, Hashable {
    enum Value: Sendable, Hashable {
        case text(String)
        case flag(Bool)
        case list([PaperValues])
    }

    private(set) var entries: [String: Value] = [:]

    init(_ entries: [String: Value]) { self.entries = entries }

    static func + (left: Self, right: Self) -> Self {
        PaperValues(left.entries.merging(right.entries) { _, _ in preconditionFailure("a value twice") })
    }
}

extension PaperValues.Value: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }
}
