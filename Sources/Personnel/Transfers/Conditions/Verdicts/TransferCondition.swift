/// What a verdict or an exception is about: a rule of this program, or a condition of the city by its code.
public enum TransferCondition: Sendable, Hashable {
    case rule(TransferRule)
    case local(String)

    /// A stable code for data; the two kinds never share one.
    public var code: String {
        switch self {
        case .rule(let rule): rule.code
        case .local(let code): code
        }
    }
}
